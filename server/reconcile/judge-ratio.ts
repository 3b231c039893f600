/**
 * A printed percentage against the whole range of a quotient (R4): every quantity takes any value of its interval, one
 * that stands above and below the line takes the same. Integers only.
 */

import type { ClaimTerm } from './claim-outcome.ts';
import { scaled } from './compare-two.ts';
import { POWERS } from './constraint.ts';
import { type Fraction, fraction } from './fraction.ts';
import type { Quantity } from './quantity.ts';
import { compareProducts, minus, plus, powerOfTen, times, type Whole } from './whole.ts';

/**
 * As `ClaimVerdict`; `negative` where the quotient is below zero, `unknown` where its base is.
 */
export type RatioVerdict =
  | 'exact'
  | 'rounding'
  | 'coarse'
  | 'truncated'
  | 'behind-zero'
  | 'zero-base'
  | 'broken'
  | 'negative'
  | 'unknown';

export type RatioRelation = '=' | '≤' | '≥' | '≈';

/** Judges the size of `value`, whatever its sign, as the quotient of two sums. `≥`: the quotient is `value` or more. */
export function judgeRatio(
  value: Quantity,
  relation: RatioRelation,
  over: readonly ClaimTerm[],
  under: readonly ClaimTerm[],
): RatioVerdict {
  if (value.state === 'unreadable') return 'unknown';
  const box = boxOf(over, under);
  if (box === undefined) return 'unknown';
  const { top, bottom } = box;
  const size = Math.abs(value.units);
  if (bottom === 0) {
    if (top !== 0) return 'zero-base';
    // A share of nothing is printed as nothing or as all of it.
    return size === 0 || isHundredPercent(value) ? 'exact' : 'zero-base';
  }
  if (bottom < 0) return 'unknown';
  if (top < 0) return 'negative';
  const scale = new Scale(value.exponent);
  const unit = value.rounded ? 1 : 0;
  if (relation !== '=') return judgeLoosely(relation, size, box, scale);
  if (top === 0) {
    if (size === 0) return 'exact';
    const { zeroWidth } = box;
    return scale.compare(zeroWidth, bottom, 2 * size - unit) >= 0 ? 'behind-zero' : 'broken';
  }
  if (
    scale.compare(times(2, top), bottom, 2 * size - 1) >= 0 &&
    scale.compare(times(2, top), bottom, 2 * size + 1) < 0
  ) {
    return 'exact';
  }
  if (meets(box, scale, 2 * size - unit, 2 * size + unit, 0)) return 'rounding';
  const step = POWERS[value.dropped] ?? 1;
  if (meets(box, scale, 2 * size - step, 2 * size + step, 1)) return 'coarse';
  if (size > 0 && meets(box, scale, 2 * size, 2 * (size + step), 0)) return 'truncated';
  return 'broken';
}

/** The quotient as printed; undefined where the base is zero or something in it is unreadable. */
export function quotientOf(
  over: readonly ClaimTerm[],
  under: readonly ClaimTerm[],
): Fraction | undefined {
  const box = boxOf(over, under);
  if (box === undefined || box.bottom === 0) return undefined;
  return fraction(BigInt(box.top), BigInt(box.bottom));
}

/** The least and the greatest value that the quotient may have; undefined where it has no bounds. */
export function quotientRange(
  over: readonly ClaimTerm[],
  under: readonly ClaimTerm[],
): { readonly low: Fraction; readonly high: Fraction } | undefined {
  const box = boxOf(over, under);
  if (box === undefined || box.bottom <= 0) return undefined;
  const { leastTop, leastBottom, mostTop, mostBottom } = endsOf(box, 0);
  if (leastBottom <= 0 || mostBottom <= 0) return undefined;
  return {
    low: fraction(BigInt(leastTop), BigInt(leastBottom)),
    high: fraction(BigInt(mostTop), BigInt(mostBottom)),
  };
}

function isHundredPercent({ units, exponent }: Quantity): boolean {
  return exponent <= 0 && units === 10 ** -exponent;
}

function judgeLoosely(
  relation: RatioRelation,
  size: number,
  { top, bottom }: Box,
  scale: Scale,
): RatioVerdict {
  const against = scale.compare(top, bottom, size);
  switch (relation) {
    case '≥':
      return against >= 0 ? 'exact' : 'broken';
    case '≤':
      return against <= 0 ? 'exact' : 'broken';
    default:
      // About: within a tenth of it.
      return scale.compare(times(10, top), bottom, 9 * size) >= 0 &&
        scale.compare(times(10, top), bottom, 11 * size) <= 0
        ? 'rounding'
        : 'broken';
  }
}

/** Compares quotients with printed values, both as whole numbers. */
class Scale {
  readonly #up: Whole;
  readonly #down: Whole;

  constructor(exponent: number) {
    this.#up = exponent < 0 ? powerOfTen(-exponent) : 1;
    this.#down = exponent > 0 ? powerOfTen(exponent) : 1;
  }

  /** Sign of `top / bottom − value × 10^exponent`. */
  compare(top: Whole, bottom: Whole, value: number): number {
    return compareProducts(top, this.#up, times(value, this.#down), bottom);
  }
}

interface Box {
  /** Sums of the printed values, in half units. */
  readonly top: Whole;
  readonly bottom: Whole;
  readonly quantities: readonly Corner[];
  /** What zeros above the line may hide. */
  readonly zeroWidth: Whole;
}

/** One quantity: its coefficients above and below the line, half the width of its interval, the same with its decimals dropped. */
interface Corner {
  readonly quantity: Quantity;
  over: number;
  under: number;
  readonly width: Whole;
  readonly coarse: Whole;
}

function boxOf(over: readonly ClaimTerm[], under: readonly ClaimTerm[]): Box | undefined {
  let exponent = Number.POSITIVE_INFINITY;
  for (const { quantity } of over) exponent = Math.min(exponent, quantity.exponent);
  for (const { quantity } of under) exponent = Math.min(exponent, quantity.exponent);
  const quantities: Corner[] = [];
  let top: Whole = 0;
  let bottom: Whole = 0;
  let zeroWidth: Whole = 0;
  const add = ({ coefficient, quantity }: ClaimTerm, above: boolean): boolean => {
    if (quantity.state === 'unreadable') return false;
    const value = times(2 * coefficient, scaled(quantity, exponent));
    if (above) top = plus(top, value);
    else bottom = plus(bottom, value);
    const known = quantities.find((corner) => corner.quantity === quantity);
    const corner = known ?? cornerOf(quantity, exponent);
    if (known === undefined) quantities.push(corner);
    if (above) corner.over += coefficient;
    else corner.under += coefficient;
    if (above && quantity.state === 'zero' && quantity.rounded) {
      zeroWidth = plus(zeroWidth, powerOfTen(quantity.exponent - exponent));
    }
    return true;
  };
  for (const term of over) if (!add(term, true)) return undefined;
  for (const term of under) if (!add(term, false)) return undefined;
  return { top, bottom, quantities, zeroWidth: times(2, zeroWidth) };
}

function cornerOf(quantity: Quantity, exponent: number): Corner {
  const exact = !quantity.rounded || quantity.state === 'zero';
  const width = exact ? 0 : powerOfTen(quantity.exponent - exponent);
  const coarse = exact ? 0 : times(width, POWERS[quantity.dropped] ?? 1);
  return { quantity, over: 0, under: 0, width, coarse };
}

interface Ends {
  readonly leastTop: Whole;
  readonly leastBottom: Whole;
  readonly mostTop: Whole;
  readonly mostBottom: Whole;
}

/**
 * The quotient rises or falls with each quantity all over the box, so its ends stand at corners; which, the printed
 * values tell.
 */
function endsOf(box: Box, coarse: 0 | 1): Ends {
  let [leastTop, leastBottom, mostTop, mostBottom] = [box.top, box.bottom, box.top, box.bottom];
  for (const { over, under, width, coarse: coarser } of box.quantities) {
    const half = coarse === 1 ? coarser : width;
    if (half === 0) continue;
    const rises = compareProducts(over, box.bottom, under, box.top) >= 0 ? 1 : -1;
    const [a, b] = [times(rises * over, half), times(rises * under, half)];
    mostTop = plus(mostTop, a);
    mostBottom = plus(mostBottom, b);
    leastTop = minus(leastTop, a);
    leastBottom = minus(leastBottom, b);
  }
  return { leastTop, leastBottom, mostTop, mostBottom };
}

/** Whether the range of the quotient meets the interval from `low` to `high`, in half units of the value's last place. */
function meets(box: Box, scale: Scale, low: number, high: number, coarse: 0 | 1): boolean {
  const { leastTop, leastBottom, mostTop, mostBottom } = endsOf(box, coarse);
  if (leastBottom <= 0) return false;
  if (scale.compare(times(2, leastTop), leastBottom, high) > 0) return false;
  // A base that may be as small as nothing lets the quotient be as large as one likes.
  return mostBottom <= 0 || scale.compare(times(2, mostTop), mostBottom, low) >= 0;
}
