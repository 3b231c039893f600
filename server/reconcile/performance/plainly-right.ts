/**
 * Whether nothing in a self-evaluation form is wrong, without putting its laws together: that is so of nearly all forms, and
 * they are many. Only what it is not sure of is left to the laws.
 */
import type { Evaluation, FundColumn, FundRow, Spot } from './evaluation.ts';
import { rowLaws, sourceLaws } from './fund-laws.ts';
import type { Law, Read } from './laws.ts';
import { lineLaws, totalLaws } from './score-laws.ts';

const asPrinted: Read = (spot) => spot;

/** All but the totals of weights and scores. */
export function areLinesRight(form: Evaluation): boolean {
  const { rows, funds, projects } = form;
  return (
    rows.every(
      (row) => row.isPlainlyMet || lineLaws(form, row).every((law) => law.holds(asPrinted)),
    ) &&
    funds.every((row) => isSpent(row) || rowLaws(form, row).every((law) => law.holds(asPrinted))) &&
    projects.every((row) => rowLaws(form, row).every((law) => law.holds(asPrinted))) &&
    (sourcesAddUp(form) || sourceLaws(form).every((law) => law.holds(asPrinted)))
  );
}

/** All of the budget spent, or none there, and all points for it. */
function isSpent({ amounts, rate, weight, score }: FundRow): boolean {
  const { executed, budget } = amounts;
  if (!executed || !budget) return !score;
  if (weight && score && !isSame(weight, score)) return false;
  if (budget.units === 0) return true;
  if (!isSame(executed, budget)) return false;
  return !rate || (rate.unit === '%' && rate.units === 100 * 10 ** rate.decimals);
}

function isSame(a: Spot, b: Spot): boolean {
  return a.units === b.units && a.decimals === b.decimals && a.units >= 0;
}

/** The laws over totals that do not hold. */
export function brokenTotals(form: Evaluation): readonly Law[] {
  return addsUp(form) ? [] : totalLaws(form).filter((law) => !law.holds(asPrinted));
}

/** Everything that is scored, in hundredths of a point. */
function addsUp({ rows, funds, total }: Evaluation): boolean {
  if (total === undefined) return true;
  let weights = 0;
  let scores = 0;
  for (const { weight, score } of rows) {
    weights += hundredths(weight);
    scores += hundredths(score);
  }
  for (const { weight, score } of funds) {
    if (!weight || !score) continue;
    weights += hundredths(weight);
    scores += hundredths(score);
  }
  const full = total.weight === undefined ? 10000 : hundredths(total.weight);
  return weights === full && scores === hundredths(total.score);
}

/** Total and sources filled in, in hundredths. */
function sourcesAddUp({ funds }: Evaluation): boolean {
  const [total, ...sources] = funds;
  if (total === undefined || sources.length === 0) return true;
  return COLUMNS.every((column) => {
    const sum = total.amounts[column];
    if (sum === undefined) return true;
    let rest = hundredths(sum);
    for (const { amounts } of sources) {
      const part = amounts[column];
      rest -= part === undefined ? Number.NaN : hundredths(part);
    }
    return rest === 0;
  });
}

const COLUMNS: readonly FundColumn[] = ['initial', 'budget', 'executed'];

/** NaN, which equals nothing, where it is finer than that. */
function hundredths({ units, decimals }: Spot): number {
  return decimals === 0
    ? units * 100
    : decimals === 1
      ? units * 10
      : decimals === 2
        ? units
        : Number.NaN;
}
