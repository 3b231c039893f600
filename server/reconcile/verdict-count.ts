/** Arithmetic over counts of figures. */
import type { VerdictCount } from './ledger.ts';

/** Of a hundred figures so many were checked, rounded down: all is never said where something is left. */
export function percentCovered(count: VerdictCount): number | undefined {
  const all = total(count);
  return all === 0 ? undefined : Math.floor(((count.verified + count.wrong) * 100) / all);
}

export function total({ verified, wrong, stated, waived, unread }: VerdictCount): number {
  return verified + wrong + stated + waived + unread;
}

export function addVerdicts(a: VerdictCount, b: VerdictCount): VerdictCount {
  return {
    verified: a.verified + b.verified,
    wrong: a.wrong + b.wrong,
    stated: a.stated + b.stated,
    waived: a.waived + b.waived,
    unread: a.unread + b.unread,
  };
}
