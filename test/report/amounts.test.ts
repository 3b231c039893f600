import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Decimal,
  intervalOf,
  isUnitSlip,
  placeExponent,
  printAmount,
  rescale,
  roundTo,
  styleOf,
  toDecimal,
  valueIn,
} from '../../server/report/amounts.ts';
import type { Figure } from '../../server/report/figure.ts';

function figure(units: number, decimals: number, unit: string): Figure {
  return { units, decimals, unit, start: 0, end: 0 };
}

describe('amounts', () => {
  it('have the exponent of their last place in 元', () => {
    expect(placeExponent(figure(1234, 2, '万元'))).toBe(2);
    expect(placeExponent(figure(5079200, 0, '元'))).toBe(0);
    expect(placeExponent(figure(12, 2, '亿元'))).toBe(6);
    expect(placeExponent(figure(8244, 2, '%'))).toBe(-4);
    expect(placeExponent(figure(3, 0, '辆'))).toBe(0);
  });

  it('are equal across units', () => {
    expect(valueIn(figure(50792, 2, '万元'), 0)).toBe(5079200);
    expect(valueIn(figure(5079200, 0, '元'), 2)).toBe(50792);
    expect(valueIn(figure(5079201, 0, '元'), 2)).toBeUndefined();
    expect(valueIn(figure(99999999999999, 2, '亿元'), 0)).toBeUndefined();
  });

  it('stand for half a unit to each side', () => {
    expect(intervalOf(figure(1234, 2, '万元'))).toEqual({ low: 12335, high: 12345, exponent: 1 });
    expect(intervalOf(figure(-1, 0, '元'))).toEqual({ low: -15, high: -5, exponent: -1 });
  });

  it('round half-up on exact decimals', () => {
    expect(roundTo(12345, -3, -2)).toBe(1235);
    expect(roundTo(-12345, -3, -2)).toBe(-1235);
    expect(roundTo(12344, -3, -2)).toBe(1234);
    expect(roundTo(-4, -1, 0)).toBe(0);
    expect(Object.is(roundTo(-4, -1, 0), 0)).toBe(true);
    // 214.17 / 94.40 = 226.875 % exactly.
    const share = toDecimal(figure(21417, 2, '万元')).div(toDecimal(figure(9440, 2, '万元')));
    expect(share.times(100).toFixed(2)).toBe('226.88');
  });

  it('change scale without loss, or not at all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
        fc.integer({ min: -4, max: 4 }),
        fc.integer({ min: -4, max: 4 }),
        (units, from, to) => {
          const scaled = rescale(units, from, to);
          const exact = new Decimal(units).times(new Decimal(10).pow(from - to));
          if (scaled === undefined) {
            expect(exact.isInteger() && exact.abs().lte(Number.MAX_SAFE_INTEGER)).toBe(false);
          } else expect(exact.eq(scaled)).toBe(true);
          const rounded = roundTo(units, from, to);
          if (rounded !== undefined) {
            expect(exact.toDecimalPlaces(0).eq(rounded)).toBe(true);
          }
        },
      ),
    );
  });

  it('print in the style of their author', () => {
    const like = (printed: string, decimals: number, units: number): string =>
      printAmount(units, styleOf(printed, decimals));
    expect(like('1,234.56', 2, 12345678)).toBe('123,456.78');
    expect(like('1234.56', 2, 12345678)).toBe('123456.78');
    expect(like('0.50', 2, 5)).toBe('0.05');
    expect(like('（5.00）', 2, -750)).toBe('（7.50）');
    expect(like('-5', 0, -7)).toBe('-7');
    expect(like('82.44%', 2, 8118)).toBe('81.18%');
    expect(like('72.08 %', 2, 8118)).toBe('81.18 %');
    expect(like('3万元', 0, 12)).toBe('12万元');
    expect(printAmount(123456789, styleOf('12.00', 2, true))).toBe('1,234,567.89');
    expect(printAmount(0, styleOf('1.00', 2))).toBe('0.00');
  });

  it('are a unit slip where only a power of ten parts them', () => {
    expect(isUnitSlip(figure(50792, 2, '万元'), figure(5079200, 0, '万元'))).toBe(true);
    expect(isUnitSlip(figure(50792, 2, '万元'), figure(5079200, 0, '元'))).toBe(false);
    expect(isUnitSlip(figure(50792, 2, '万元'), figure(50793, 0, '万元'))).toBe(false);
    expect(isUnitSlip(figure(0, 2, '万元'), figure(0, 0, '元'))).toBe(false);
  });
});
