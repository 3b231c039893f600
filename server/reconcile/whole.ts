/** Whole numbers of any size: doubles as long as they hold them exactly, big integers beyond. */

export type Whole = number | bigint;

export function times(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product;
  }
  return BigInt(a) * BigInt(b);
}

export function plus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return BigInt(a) + BigInt(b);
}

export function minus(a: Whole, b: Whole): Whole {
  return plus(a, -b);
}

export function magnitude(a: Whole): Whole {
  return a < 0 ? -a : a;
}

/** `10^exponent`, the exponent not negative. */
export function powerOfTen(exponent: number): Whole {
  return exponent <= 15 ? 10 ** exponent : 10n ** BigInt(exponent);
}

/** The sign of `a × b − c × d`. */
export function compareProducts(a: Whole, b: Whole, c: Whole, d: Whole): number {
  const left = times(a, b);
  const right = times(c, d);
  return left < right ? -1 : left > right ? 1 : 0;
}
