import type { Coverage, CoverageCount, VerdictCount } from '../../analysis.ts';
import type { Say } from '../messages.ts';

/** The coverage in words, a line for the tables and one for the narrative; none where there are no figures. */
export function coverageLines(coverage: Coverage, say: Say): readonly string[] {
  return [
    ...line(coverage.tables, say('tableFigures'), say),
    ...line(coverage.narrative, say('narrativeFigures'), say),
  ];
}

function line({ nonZero, zero }: CoverageCount, what: string, say: Say): readonly string[] {
  const count = total(nonZero);
  const zeroes = total(zero);
  if (count + zeroes === 0) return [];
  const text = say('coverage', { what, count, percent: percentage(nonZero), ...nonZero });
  return [text + (zeroes > 0 ? say('zeroes', { count: zeroes, verified: zero.verified }) : '')];
}

/** Rounded down: all is never said where something is left. */
function percentage(count: VerdictCount): string {
  const all = total(count);
  return all === 0 ? '—' : `${Math.floor(((count.verified + count.wrong) * 100) / all)}%`;
}

function total({ verified, wrong, stated, waived, unread }: VerdictCount): number {
  return verified + wrong + stated + waived + unread;
}

const none: VerdictCount = { verified: 0, wrong: 0, stated: 0, waived: 0, unread: 0 };

export const noCoverage: Coverage = {
  tables: { nonZero: none, zero: none },
  narrative: { nonZero: none, zero: none },
};

export function addCoverage(a: Coverage, b: Coverage): Coverage {
  return { tables: addCounts(a.tables, b.tables), narrative: addCounts(a.narrative, b.narrative) };
}

function addCounts(a: CoverageCount, b: CoverageCount): CoverageCount {
  return { nonZero: addVerdicts(a.nonZero, b.nonZero), zero: addVerdicts(a.zero, b.zero) };
}

function addVerdicts(a: VerdictCount, b: VerdictCount): VerdictCount {
  return {
    verified: a.verified + b.verified,
    wrong: a.wrong + b.wrong,
    stated: a.stated + b.stated,
    waived: a.waived + b.waived,
    unread: a.unread + b.unread,
  };
}
