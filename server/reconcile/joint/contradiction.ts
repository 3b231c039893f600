/**
 * Rows that hold one by one and not together (R9): found by propagation, cut down to a minimal set, and proved by
 * multipliers and by values with which the others hold.
 */
import { Bounds, type Clash, type Interval, type Reason, type Row } from './bounds.ts';

export interface Contradiction {
  readonly members: readonly Member[];
}

export interface Member {
  readonly row: number;
  /** Multiplied so and added up the rows say that something is 0 at most that is more than 0 wherever it lies. */
  readonly multiplier: number;
  /** Values with which all the other members hold, by variable; those that are not in it are as printed. */
  readonly without: ReadonlyMap<number, number>;
}

export interface Problem {
  /** Intervals by variable. */
  readonly intervals: readonly Interval[];
  /** The values as printed. */
  readonly printed: readonly number[];
  readonly rows: readonly Row[];
}

/** How many variables are looked at in all. */
const MOST_STEPS = 200_000;
/** A person cannot follow more. */
const MOST_MEMBERS = 24;

/**
 * A minimal set of rows that cannot all hold; undefined where none is found, which proves nothing. Where all hold as
 * printed there is nothing to find, so it costs little.
 */
export function contradictionIn(problem: Problem): Contradiction | undefined {
  const { intervals, printed, rows } = problem;
  const open = rows.flatMap((row, index) => (holdsAsPrinted(row, printed) ? [] : [index]));
  if (open.length < 2) return undefined;
  const clash = new Bounds(intervals, rows).propagate(open, MOST_STEPS);
  if (clash === undefined) return undefined;
  let members = rowsBehind(clash);
  if (members.length > MOST_MEMBERS * 4) return undefined;
  // Each row is left out in turn, for good where the rest still clashes.
  for (const row of [...members]) {
    if (!members.includes(row)) continue;
    const fewer = members.filter((one) => one !== row);
    const without = clashAmong(problem, fewer);
    if (without !== undefined) members = rowsBehind(without).flatMap((at) => fewer[at] ?? []);
  }
  return prove(problem, members);
}

function prove(problem: Problem, rows: readonly number[]): Contradiction | undefined {
  if (rows.length > MOST_MEMBERS) return undefined;
  const clash = clashAmong(problem, rows);
  if (clash === undefined) return undefined;
  const multipliers = multipliersOf(clash);
  const members: Member[] = [];
  for (const [at, row] of rows.entries()) {
    const multiplier = multipliers.get(at);
    const without = pointFor(
      problem,
      rows.filter((one) => one !== row),
    );
    if (multiplier === undefined || without === undefined) return undefined;
    members.push({ row, multiplier, without });
  }
  return { members };
}

function holdsAsPrinted(
  { variables, factors, isEquation }: Row,
  printed: readonly number[],
): boolean {
  let sum = 0;
  for (let at = 0; at < variables.length; at++) {
    sum += (factors[at] ?? 0) * (printed[variables[at] ?? 0] ?? 0);
  }
  return isEquation ? sum === 0 : sum <= 0;
}

function clashAmong({ intervals, rows }: Problem, some: readonly number[]): Clash | undefined {
  const chosen = some.flatMap((row) => rows[row] ?? []);
  return new Bounds(intervals, chosen).propagate(chosen.keys(), MOST_STEPS);
}

function rowsBehind(clash: Clash): number[] {
  return [...multipliersOf(clash).keys()].sort((a, b) => a - b);
}

/** How often each row is used, with its side: the reasons that stand on others are taken first. */
function multipliersOf({ low, high }: Clash): ReadonlyMap<number, number> {
  const weights = new Map<Reason, number>();
  const byNumber: Reason[] = [];
  const add = (reason: Reason | undefined, weight: number): void => {
    if (reason === undefined) return;
    if (!weights.has(reason)) byNumber.push(reason);
    weights.set(reason, (weights.get(reason) ?? 0) + weight);
  };
  add(low, 1);
  add(high, 1);
  const multipliers = new Map<number, number>();
  while (byNumber.length > 0) {
    byNumber.sort((a, b) => a.number - b.number);
    const reason = byNumber.pop();
    if (reason === undefined) break;
    const weight = weights.get(reason) ?? 0;
    multipliers.set(reason.row, (multipliers.get(reason.row) ?? 0) + weight * reason.side);
    for (const { factor, reason: other } of reason.others) add(other, weight * factor);
  }
  for (const [row, multiplier] of multipliers) if (multiplier === 0) multipliers.delete(row);
  return multipliers;
}

/** Values inside the intervals with which the rows hold, looked for as near to the printed ones as they leave room. */
function pointFor(
  { intervals, printed, rows }: Problem,
  some: readonly number[],
): ReadonlyMap<number, number> | undefined {
  const chosen = some.flatMap((row) => rows[row] ?? []);
  const bounds = new Bounds(intervals, chosen);
  if (bounds.propagate(chosen.keys(), MOST_STEPS) !== undefined) return undefined;
  const point = new Map<number, number>();
  for (const variable of new Set(chosen.flatMap(({ variables }) => variables))) {
    const [low, high] = [bounds.low[variable] ?? 0, bounds.high[variable] ?? 0];
    const value = Math.min(Math.max(printed[variable] ?? 0, low), high);
    point.set(variable, value);
    if (bounds.propagate(bounds.fix(variable, value), MOST_STEPS) !== undefined) return undefined;
  }
  const values = printed.map((value, variable) => point.get(variable) ?? value);
  return chosen.every((row) => holdsAsPrinted(row, values)) ? point : undefined;
}
