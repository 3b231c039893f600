/** What the money and the points of a self-evaluation form have in common: sums, and scores within their weights. */
import { printUnits } from '../amount.ts';
import { compare, decimal, type Fraction, subtract } from '../fraction.ts';
import type { FundRow, ScoredRow, Spot, Value } from './evaluation.ts';
import { type Law, partName, type Read } from './laws.ts';
import { compareValues, exactly, sumOf } from './values.ts';

export const HUNDRED = decimal(100, 0);

/** As it is printed. */
export function text({ units, decimals }: Value): string {
  return printUnits(units, decimals);
}

/** The parts that are not nothing, written as a sum; of many the first and the last. */
export function sumText(parts: readonly Value[], zh: string, en: string) {
  const shown = parts.filter(({ units }) => units !== 0).map(text);
  const sum =
    shown.length > 6 ? `${shown.slice(0, 3).join(' + ')} + … + ${shown.at(-1)}` : shown.join(' + ');
  return { zh: `${zh}（${sum}）`, en: `${en} (${sum})` };
}

/** What a total or one of its parts must be, the others being right; undefined for what is neither. */
export function solveSum(
  spot: Spot,
  total: Spot,
  parts: readonly Spot[],
  read: Read,
): Fraction | undefined {
  const sum = sumOf(parts.filter((part) => part !== spot).map(read));
  if (spot === total) return sum;
  return parts.includes(spot) ? subtract(exactly(read(total)), sum) : undefined;
}

/** Points lie between none and all. `total`: the form's, which is put here at times. */
export function rangeLaw(row: FundRow | ScoredRow, weight: Spot, score: Spot, total?: Spot): Law {
  return {
    rule: 'performance/score-range',
    result: score,
    spots: [score, weight],
    isCertain: row.isInPlace,
    place: partName(row, '得分', 'score'),
    holds: (read) => read(score).units >= 0 && compareValues(read(score), read(weight)) <= 0,
    solve: () => undefined,
    because(read) {
      const full = text(read(weight));
      return { zh: `分值 ${full}`, en: `the weight ${full}` };
    },
    slip(read) {
      if (total === undefined) return undefined;
      const above = subtract(exactly(read(score)), exactly(read(weight)));
      const isAll = [above, exactly(read(score))].some((one) => compare(one, exactly(total)) === 0);
      return isAll
        ? { zh: '（像是整张表的总分）', en: ' (as if it were the score of the whole form)' }
        : undefined;
    },
  };
}
