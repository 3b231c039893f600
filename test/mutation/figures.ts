/** The figures of a correct report that mistakes are made in. */
import type { Analysis } from '../../server/analysis.ts';
import { groundsOf } from '../../server/prove/constraints.ts';
import { type ProofFile, proofOf } from '../../server/prove/proof.ts';
import { isPlace } from '../../server/reconcile/quantity.ts';
import { Oracle } from './oracle.ts';

/** Zero and non-zero figures, tables and prose, are counted apart. */
export const groups = [
  'tables, non-zero',
  'tables, zero',
  'prose, non-zero',
  'prose, zero',
] as const;

export type Group = (typeof groups)[number];

export interface Mutable {
  readonly group: Group;
  readonly fact: number;
  /** Its digits, with a sign. */
  readonly start: number;
  readonly end: number;
  /** Its unit, where that could be mistaken: 万元 for 元. */
  readonly unit: { readonly start: number; readonly end: number } | undefined;
  readonly money: boolean;
}

export interface Ground {
  readonly text: string;
  readonly oracle: Oracle;
  readonly figures: readonly Mutable[];
}

/** Figures of the nine tables, and those of the narrative that the ledger calls verified. */
export function groundOf(analysis: Analysis): Ground {
  const { text } = analysis.tree;
  const file: ProofFile = {
    name: '',
    digest: '',
    text,
    language: 'zh',
    place: ({ start, end }) => ({ line: 0, column: 0, start, end }),
  };
  const proof = proofOf(analysis, file);
  const oracle = new Oracle(proof);
  const verified = new Set<number>();
  for (const entry of analysis.ledger.prose) {
    if (entry.verdict === 'verified') verified.add(entry.number.start);
  }
  const tables = new Set(analysis.report.forms.values());
  const figures: Mutable[] = [];
  groundsOf(analysis).facts.drafts.forEach(({ kind, range, unitRange, quantity }, fact) => {
    if (range === undefined || (kind !== 'cell' && kind !== 'prose')) return;
    const isCell = isPlace(quantity);
    if (isCell ? !tables.has(quantity.table) : !verified.has(range.start)) return;
    const isZero = quantity.units === 0;
    figures.push({
      group: `${isCell ? 'tables' : 'prose'}, ${isZero ? 'zero' : 'non-zero'}`,
      fact,
      start: range.start,
      end: range.end,
      unit: unitRange,
      money: quantity.dimension === '元',
    });
  });
  return { text, oracle, figures };
}
