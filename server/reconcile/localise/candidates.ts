/** Values of one fact that are worth trying. */
import type { Fact } from './fact.ts';
import type { Hypothesis } from './hypothesis.ts';
import { likelyValues } from './likely-slips.ts';
import { type Solution, solve } from './solve.ts';
import { isLawful } from './suspicion.ts';
import type { System } from './system.ts';

/** So many last places are looked through one by one. */
const NARROW = 8;

/** What some constraints over a fact ask of it; undefined where one of them cannot be solved for it. */
function solutions(
  system: System,
  fact: Fact,
  constraints: readonly number[],
  hypothesis: Hypothesis,
): readonly Solution[] {
  const found: Solution[] = [];
  for (const index of constraints) {
    const solution = solve(system.judge(index, hypothesis), fact);
    if (solution !== undefined) found.push(solution);
  }
  return found;
}

/** Values that may satisfy all of `broken`, which all stand over the fact; nearest to what the printed figures ask for first. */
export function valuesForAll(
  system: System,
  fact: Fact,
  broken: readonly number[],
  hypothesis: Hypothesis,
): readonly number[] {
  const solved = solutions(system, fact, broken, hypothesis);
  if (solved.length === 0) return [];
  const { low, high } = meet(solved);
  // What a blank or a zero would stand for is not in the width.
  if (low - high > 3 * fact.step) return [];
  const { step } = fact;
  const values = new Set<number>();
  const put = (value: number): void => {
    if (isLawful(fact, value)) values.add(value);
  };
  for (const { point } of solved) {
    const units = onGrid(fact, point);
    if (units >= low - 2 * step && units <= high + 2 * step) put(units);
  }
  const first = Math.ceil(Math.min(low, high) / step) * step;
  const last = Math.floor(Math.max(low, high) / step) * step;
  if (Number.isFinite(first)) put(first);
  if (Number.isFinite(last)) put(last);
  if (Number.isFinite(first) && Number.isFinite(last)) {
    put(onGrid(fact, (first + last) / 2));
    if (last - first <= NARROW * step) {
      for (let units = first; units <= last; units += step) put(units);
    }
  }
  // Of a bound alone nothing tells how far beyond it the right value is.
  if (Number.isFinite(low) && Number.isFinite(high)) {
    for (const units of likelyValues(fact).keys()) if (units >= low && units <= high) put(units);
  }
  const [{ point: nearest } = { point: 0 }] = solved;
  return [...values].sort((a, b) => Math.abs(a - nearest) - Math.abs(b - nearest) || a - b);
}

/** Values that satisfy some of `broken` exactly as printed. */
export function valuesForSome(
  system: System,
  fact: Fact,
  broken: readonly number[],
  hypothesis: Hypothesis,
): readonly number[] {
  const values = new Set<number>();
  for (const { point } of solutions(system, fact, broken, hypothesis)) {
    const units = onGrid(fact, point);
    if (isLawful(fact, units)) values.add(units);
  }
  return [...values].sort((a, b) => a - b);
}

/** The value nearest to a point that the fact could print. */
export function onGrid({ step }: Fact, point: number): number {
  return Math.round(point / step) * step;
}

function meet(solved: readonly Solution[]): { readonly low: number; readonly high: number } {
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  for (const one of solved) {
    low = Math.max(low, one.low);
    high = Math.min(high, one.high);
  }
  return { low, high };
}
