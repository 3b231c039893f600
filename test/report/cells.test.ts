import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCell } from '../../server/report/cells.ts';

function read(value: string, column: 'amount' | 'text' = 'amount'): unknown {
  const reading = readCell({ start: 10, end: 10 + value.length, value }, '万元', column);
  if (reading.kind === 'figure') {
    const { units, decimals, unit } = reading.figure;
    return [units, decimals, unit];
  }
  if (reading.kind === 'target') {
    const { units, decimals, unit, start } = reading.figure;
    return [reading.relation, units, decimals, unit, start - 10];
  }
  return reading.kind === 'malformed' ? [reading.reason, reading.repair] : reading.kind;
}

describe('cells', () => {
  it.each([
    ['1,234.56', [123456, 2, '万元']],
    ['-5', [-5, 0, '万元']],
    ['0.00', [0, 2, '万元']],
    ['-0.00', [0, 2, '万元']],
    ['１２．５０', [1250, 2, '万元']],
    ['（5.00）', [-500, 2, '万元']],
    ['(5.00)', [-500, 2, '万元']],
    ['82.44%', [8244, 2, '%']],
    ['72.08 %', [7208, 2, '%']],
    ['0次', [0, 0, '次']],
    ['999,999,999,999.99', [99999999999999, 2, '万元']],
    ['', 'empty'],
    ['-', 'empty'],
    ['—', 'empty'],
    ['/', 'empty'],
    ['-%', 'empty'],
    ['=', 'asked'],
    ['＝', 'asked'],
    ['≥95%', ['≥', 95, 0, '%', 1]],
    ['≤0次', ['≤', 0, 0, '次', 1]],
    ['=100%', ['=', 100, 0, '%', 1]],
    ['科学', 'text'],
    ['100%以上', 'text'],
    ['35.36.00', ['two-points', undefined]],
    ['1,23.4', ['grouping', undefined]],
    ['1,23,456', ['grouping', undefined]],
    ['1234,567', ['grouping', undefined]],
  ] as const)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('in a column of text a number in brackets is an ordinal', () => {
    expect(read('（1）', 'text')).toBe('text');
    expect(read('35.36.00', 'text')).toBe('text');
  });

  it('reads what a number prints, grouped or not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 11), max: 10 ** 11 }),
        fc.integer({ min: 0, max: 4 }),
        fc.boolean(),
        (units, decimals, grouped) => {
          const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
          const whole = digits.slice(0, digits.length - decimals);
          const shown = grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
          const rest = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
          const sign = units < 0 ? '-' : '';
          expect(read(sign + shown + rest)).toEqual([units, decimals, '万元']);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        read(value);
        read(value, 'text');
      }),
    );
  });
});
