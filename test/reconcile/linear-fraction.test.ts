import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  decimal,
  divide,
  type Fraction,
  fraction,
  multiply,
  roundHalfUp,
  subtract,
} from '../../server/reconcile/fraction.ts';
import {
  addValues,
  constantValue,
  divideValues,
  type Leaf,
  leafValue,
  multiplyValues,
  negateValue,
  pointOf,
  rangeOf,
} from '../../server/reconcile/linear-fraction.ts';

/** A figure of 万元 with two decimals: `units` hundredths, u = 0.005. */
function leaf(units: number): Leaf {
  const point = decimal(units, -2);
  const half = decimal(5, -3);
  return { point, low: subtract(point, half), high: add(point, half) };
}

const text = ({ over, under }: Fraction): string => `${over}/${under}`;
/** As percent with two decimals, half-up. */
const percent = (value: Fraction): string => text(roundHalfUp(multiply(value, decimal(100, 0)), 2));

describe('fractions', () => {
  it('are exact where decimals are not', () => {
    // 214.17 / 94.40 = 2.26875 exactly; half-up to 226.88 %.
    const rate = divide(decimal(21417, -2), decimal(9440, -2));
    expect(text(rate)).toBe('363/160');
    expect(percent(rate)).toBe(text(decimal(22688, -2)));
  });

  it('round half away from zero', () => {
    expect(text(roundHalfUp(decimal(5, -1), 0))).toBe('1/1');
    expect(text(roundHalfUp(decimal(-5, -1), 0))).toBe('-1/1');
    expect(text(roundHalfUp(decimal(1250, 0), -2))).toBe('1300/1');
  });
});

describe('a figure that occurs twice takes one value (R4)', () => {
  it('x − x is 0, x / x is 1, and (x − y)/y is bounded over the box of both', () => {
    const [x, y] = [leafValue(leaf(61170)), leafValue(leaf(73565))];
    const zero = rangeOf(addValues(x, negateValue(x)));
    expect([text(zero.low), text(zero.high)]).toEqual(['0/1', '0/1']);
    const one = divideValues(x, x);
    expect(one && [text(rangeOf(one).low), text(rangeOf(one).high)]).toEqual(['1/1', '1/1']);
    const rate = divideValues(addValues(x, negateValue(y)), y);
    // 611.70 / 735.65 − 1 = −16.849 %, and rounding of the two moves it by less than two thousandths of a percent.
    expect(rate && percent(pointOf(rate))).toBe(text(decimal(-1685, -2)));
    const range = rate && rangeOf(rate);
    expect(range && compare(range.high, decimal(-16847, -5))).toBe(-1);
    expect(range && compare(range.low, decimal(-16851, -5))).toBe(1);
  });

  it('refuses a divisor that may be zero', () => {
    expect(divideValues(leafValue(leaf(100)), leafValue(leaf(0)))).toBeUndefined();
    expect(divideValues(leafValue(leaf(100)), constantValue(decimal(0, 0)))).toBeUndefined();
    expect(divideValues(leafValue(leaf(100)), leafValue(leaf(1)))).toBeDefined();
  });
});

describe('ranges', () => {
  const units = fc.integer({ min: -10_000, max: 10_000 });
  const share = fc.integer({ min: 0, max: 100 });

  /** A value of the leaf's interval, `at` hundredths of the way through it. */
  const inside = ({ low, high }: Leaf, at: number): Fraction =>
    add(low, multiply(subtract(high, low), fraction(BigInt(at), 100n)));

  it('hold every value that a choice of figures gives: (a + b·k) / (c − a) and its products', () => {
    fc.assert(
      fc.property(units, units, units, units, share, share, share, (a, b, c, k, i, j, l) => {
        const leaves = [leaf(a), leaf(b), leaf(c)] as const;
        const [va, vb, vc] = leaves.map(leafValue) as [
          ReturnType<typeof leafValue>,
          ReturnType<typeof leafValue>,
          ReturnType<typeof leafValue>,
        ];
        const bottom = addValues(vc, negateValue(va));
        const value = divideValues(
          addValues(va, multiplyValues(vb, constantValue(decimal(k, 0)))),
          bottom,
        );
        if (value === undefined) return;
        const [x, y, z] = [inside(leaves[0], i), inside(leaves[1], j), inside(leaves[2], l)];
        const actual = divide(add(x, multiply(y, decimal(k, 0))), subtract(z, x));
        const { low, high } = rangeOf(value);
        expect(compare(low, actual)).toBeLessThanOrEqual(0);
        expect(compare(actual, high)).toBeLessThanOrEqual(0);
        const product = rangeOf(multiplyValues(value, vb));
        expect(compare(product.low, multiply(actual, y))).toBeLessThanOrEqual(0);
        expect(compare(multiply(actual, y), product.high)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('are reached: the ends of a ratio are the ratios of corners', () => {
    const positive = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const [x, y] = [leaf(a), leaf(b)];
        const value = divideValues(leafValue(x), leafValue(y));
        if (value === undefined) return false;
        const { low, high } = rangeOf(value);
        return (
          compare(low, divide(x.low, y.high)) === 0 && compare(high, divide(x.high, y.low)) === 0
        );
      }),
    );
  });
});
