/** Exact arithmetic over the numbers of a self-evaluation form, each of which stands for an interval (R1, R4). */
import {
  absolute,
  add,
  compare,
  decimal,
  type Fraction,
  fraction,
  roundedUnits,
  subtract,
  ZERO,
} from '../fraction.ts';
import type { Value } from './evaluation.ts';

export interface Interval {
  readonly low: Fraction;
  readonly high: Fraction;
}

export function exactly({ units, decimals }: Value): Fraction {
  return decimal(units, -decimals);
}

/** Half a unit of the last of `decimals` places. */
export function halfPlace(decimals: number): Fraction {
  return fraction(1n, 2n * 10n ** BigInt(decimals));
}

/** All that is printed so with `decimals` places, or with its own where it has more. */
export function interval({ units, decimals }: Value, least: number): Interval {
  const places = Math.max(decimals, least);
  const over = 2n * BigInt(units) * 10n ** BigInt(places - decimals);
  const under = 2n * 10n ** BigInt(places);
  return { low: fraction(over - 1n, under), high: fraction(over + 1n, under) };
}

export function point(value: Fraction): Interval {
  return { low: value, high: value };
}

export function meets(a: Interval, b: Interval): boolean {
  return compare(a.low, b.high) <= 0 && compare(b.low, a.high) <= 0;
}

/** In integers as long as they hold it, which they do for all points and nearly all amounts. */
export function sumOf(values: readonly Value[]): Fraction {
  let places = 0;
  for (const { decimals } of values) if (decimals > places) places = decimals;
  let sum = 0;
  for (const { units, decimals } of values) sum += units * 10 ** (places - decimals);
  if (Number.isSafeInteger(sum) && places <= 6) return decimal(sum, -places);
  return values.reduce((rest, value) => add(rest, exactly(value)), ZERO);
}

/** The sign of `a − b`. */
export function compareValues(a: Value, b: Value): number {
  if (a.decimals === b.decimals) return Math.sign(a.units - b.units);
  const places = Math.max(a.decimals, b.decimals);
  const one = a.units * 10 ** (places - a.decimals);
  const other = b.units * 10 ** (places - b.decimals);
  if (Number.isSafeInteger(one) && Number.isSafeInteger(other)) return Math.sign(one - other);
  return compare(exactly(a), exactly(b));
}

export function isWithin(a: Fraction, b: Fraction, allowed: Fraction): boolean {
  return compare(absolute(subtract(a, b)), allowed) <= 0;
}

/** As it would be printed: rounded half-up to `decimals`, or to more where that is exact and `most` allows it. */
export function printable(value: Fraction, decimals: number, most: number): Value {
  for (let places = Math.min(decimals, most); places < most; places++) {
    const units = roundedUnits(value, places);
    if (compare(decimal(units, -places), value) === 0)
      return { units: Number(units), decimals: places };
  }
  let [units, places] = [Number(roundedUnits(value, most)), most];
  while (places > decimals && units % 10 === 0) {
    units /= 10;
    places -= 1;
  }
  return { units, decimals: places };
}
