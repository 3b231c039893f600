/** Rows of the money: known by their names, their cells by the heads above them. */
import type { FundColumn, FundRow, Spot } from './evaluation.ts';
import { bareSpot, type Filled, spotOf } from './filled.ts';
import type { Head } from './read-head.ts';
import type { fundLabel, HeadKey } from './words.ts';

type Named = NonNullable<ReturnType<typeof fundLabel>>;

type FundCells = { readonly cells: ReadonlyMap<HeadKey, Filled>; readonly isInPlace: boolean };

export function emptyFund({
  label,
  isTotal,
  isWithin,
}: Named): Omit<FundRow, 'isInPlace' | 'isFilled'> {
  return {
    label,
    isTotal,
    isNested: isWithin,
    amounts: {},
    rate: undefined,
    weight: undefined,
    score: undefined,
  };
}

/** All of them under their heads, or as many as there are heads. */
export function fundCells(
  values: readonly Filled[],
  head: Head,
  label: number,
): FundCells | undefined {
  const first = head.order[0]?.[0] ?? 0;
  const { byPlace } = head;
  const cells = new Map<HeadKey, Filled>();
  if (label < first && values.every(({ at }) => byPlace.get(at) !== undefined)) {
    for (const value of values) cells.set(byPlace.get(value.at) as HeadKey, value);
    return { cells, isInPlace: true };
  }
  if (values.length !== head.order.length) return undefined;
  for (const [index, [, key]] of head.order.entries()) {
    if (key !== undefined) cells.set(key, values[index] as Filled);
  }
  return { cells, isInPlace: false };
}

const AMOUNTS: readonly FundColumn[] = ['initial', 'budget', 'executed'];

/** Undefined where a cell holds what its head can't mean. */
export function fundRow(
  named: Named,
  { cells, isInPlace }: FundCells,
  head: Head,
): FundRow | undefined {
  const amounts: Partial<Record<FundColumn, Spot>> = {};
  let isFilled = true;
  for (const column of AMOUNTS) {
    if (!head.places.has(column)) continue;
    const filled = cells.get(column);
    const spot = bareSpot(filled);
    if (spot !== undefined) amounts[column] = spot;
    else if (filled !== undefined && filled.reading.kind !== 'empty') return undefined;
    else isFilled = false;
  }
  const rateCell = cells.get('rate');
  const printed = rateCell && spotOf(rateCell);
  if (rateCell && !printed && rateCell.reading.kind !== 'empty') return undefined;
  if (printed && printed.unit !== '%' && printed.unit !== '') return undefined;
  const rate =
    printed && (printed.unit === '%' || head.isPercent) ? { ...printed, unit: '%' } : printed;
  const weight = pointsOf(cells.get('weight'));
  const score = pointsOf(cells.get('score'));
  if (weight === null || score === null) return undefined;
  // A cell is lost in front of these: what is left of them stands under the heads beside.
  const { budget, executed } = amounts;
  if (head.places.has('executed') && (budget === undefined) !== (executed === undefined))
    return undefined;
  if (weight !== undefined && score === undefined && executed !== undefined) return undefined;
  return { ...emptyFund(named), amounts, rate, weight, score, isInPlace, isFilled };
}

/** Null where it is no number of points. */
function pointsOf(filled: Filled | undefined): Spot | undefined | null {
  if (filled === undefined || filled.reading.kind === 'empty') return undefined;
  return bareSpot(filled) ?? null;
}
