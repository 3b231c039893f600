/** Exact fractions, for what integers in one scale cannot say: shares, rates, products. Never on the hot path. */

export interface Fraction {
  readonly over: bigint;
  /** Positive; the fraction is in lowest terms. */
  readonly under: bigint;
}

export const ZERO: Fraction = { over: 0n, under: 1n };
export const ONE: Fraction = { over: 1n, under: 1n };

export function fraction(over: bigint, under = 1n): Fraction {
  if (under < 0n) return fraction(-over, -under);
  const divisor = greatestCommonDivisor(over < 0n ? -over : over, under);
  return divisor === 1n ? { over, under } : { over: over / divisor, under: under / divisor };
}

/** `units × 10^exponent` */
export function decimal(units: bigint | number, exponent: number): Fraction {
  const whole = BigInt(units);
  return exponent >= 0
    ? { over: whole * 10n ** BigInt(exponent), under: 1n }
    : fraction(whole, 10n ** BigInt(-exponent));
}

export function add(a: Fraction, b: Fraction): Fraction {
  return a.under === b.under
    ? fraction(a.over + b.over, a.under)
    : fraction(a.over * b.under + b.over * a.under, a.under * b.under);
}

export function negate({ over, under }: Fraction): Fraction {
  return { over: -over, under };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, negate(b));
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.over, a.under * b.under);
}

/** The divisor must not be zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.under, a.under * b.over);
}

export function compare(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function sign({ over }: Fraction): number {
  return over < 0n ? -1 : over > 0n ? 1 : 0;
}

export function least(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

export function greatest(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b;
}

export function absolute(a: Fraction): Fraction {
  return a.over < 0n ? negate(a) : a;
}

/** Half away from zero, to `decimals` places: the rounding that published figures use. */
export function roundHalfUp(a: Fraction, decimals: number): Fraction {
  return decimal(roundedUnits(a, decimals), -decimals);
}

/** The integer of last places that `a` rounds to. */
export function roundedUnits(a: Fraction, decimals: number): bigint {
  const scaled = decimals >= 0 ? a.over * 10n ** BigInt(decimals) : a.over;
  const under = decimals >= 0 ? a.under : a.under * 10n ** BigInt(-decimals);
  const size = scaled < 0n ? -scaled : scaled;
  const rounded = (2n * size + under) / (2n * under);
  return scaled < 0n ? -rounded : rounded;
}

/** True where the numbers have outgrown what any report needs: an author's powers of powers. */
export function isHuge({ over, under }: Fraction): boolean {
  return over > LIMIT || over < -LIMIT || under > LIMIT;
}

const LIMIT = 1n << 2048n;

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large === 0n ? 1n : large;
}
