/** Two quantities that should be one (R1, R3, R10), or of which one should be more. */
import { POWERS } from './constraint.ts';
import type { Quantity } from './quantity.ts';
import { magnitude, minus, plus, powerOfTen, times, type Whole } from './whole.ts';

export interface Comparison {
  /** Sign of the first minus the second, as printed. */
  readonly sign: -1 | 0 | 1;
  /**
   * - `exact`: equal as printed.
   * - `rounding`: printed more and less finely, and within the coarser one's interval.
   * - `last-place`: printed alike and one unit of the last place apart.
   * - `coarse`: equal only if dropped decimals are no zeros.
   * - `apart`: all else.
   */
  readonly verdict: 'exact' | 'rounding' | 'last-place' | 'coarse' | 'apart';
  /** True where the intervals of the two meet: two different quantities may lie either way round. */
  readonly meet: boolean;
}

/** Both must be readable, and of one dimension. */
export function compareTwo(a: Quantity, b: Quantity): Comparison {
  const exponent = Math.min(a.exponent, b.exponent);
  const difference = minus(scaled(a, exponent), scaled(b, exponent));
  if (difference === 0) return { sign: 0, verdict: 'exact', meet: true };
  const sign = difference < 0 ? -1 : 1;
  const gap = times(2, magnitude(difference));
  const width = plus(unitOf(a, exponent), unitOf(b, exponent));
  const meet = gap <= width;
  if (a.exponent === b.exponent) {
    const single = gap === 2 && (a.rounded || b.rounded) && a.units !== 0 && b.units !== 0;
    if (single && a.dropped === 0 && b.dropped === 0) return { sign, verdict: 'last-place', meet };
  } else if (meet) {
    return { sign, verdict: 'rounding', meet };
  }
  const coarse = plus(coarseUnitOf(a, exponent), coarseUnitOf(b, exponent));
  if ((a.dropped > 0 || b.dropped > 0) && gap <= coarse)
    return { sign, verdict: 'coarse', meet: true };
  return { sign, verdict: 'apart', meet };
}

/**
 * The power of ten by which `a` is greater than `b` where they are equal but for it, with three digits at least; else 0.
 */
export function powerBetween(a: Quantity, b: Quantity): number {
  if (a.units === 0 || b.units === 0 || a.units < 0 !== b.units < 0) return 0;
  const small = Math.min(Math.abs(a.units), Math.abs(b.units));
  if (small < 100) return 0;
  for (let power = 1; power <= 8; power++) {
    if (isEqualAfter(a, b, power)) return power;
    if (isEqualAfter(b, a, power)) return -power;
  }
  return 0;
}

function isEqualAfter(large: Quantity, small: Quantity, power: number): boolean {
  const raised = small.exponent + power;
  const exponent = Math.min(large.exponent, raised);
  const left = times(large.units, powerOfTen(large.exponent - exponent));
  const right = times(small.units, powerOfTen(raised - exponent));
  const gap = times(2, magnitude(minus(left, right)));
  const coarser = Math.max(large.exponent, raised) - exponent;
  return gap === 0 || (coarser > 0 && gap <= powerOfTen(coarser));
}

/** The value in `10^exponent`. */
export function scaled(quantity: Quantity, exponent: number): Whole {
  const shift = quantity.exponent - exponent;
  return shift === 0 ? quantity.units : times(quantity.units, powerOfTen(shift));
}

/** Width of the interval in half units of `10^exponent`: one unit of the last place, none for a count. */
function unitOf({ rounded, exponent: own }: Quantity, exponent: number): Whole {
  return rounded ? powerOfTen(own - exponent) : 0;
}

function coarseUnitOf({ rounded, exponent: own, dropped }: Quantity, exponent: number): Whole {
  return rounded ? times(POWERS[dropped] ?? 1, powerOfTen(own - exponent)) : 0;
}
