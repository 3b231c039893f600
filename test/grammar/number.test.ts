import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber, readTarget } from '../../grammar/number.ts';
import { someSource } from './arbitraries.ts';

/** [printed, units, decimals, unit] */
const NUMBERS: readonly (readonly [string, number, number, string?])[] = [
  ['0', 0, 0],
  ['0.00', 0, 2],
  ['-0.00', 0, 2],
  ['12.50', 1250, 2],
  ['1,234.56', 123456, 2],
  ['1，234，567', 1234567, 0],
  ['２，１７５．８７', 217587, 2],
  ['-5', -5, 0],
  ['－5.5', -55, 1],
  ['−5.5', -55, 1],
  ['- 5.5', -55, 1],
  ['+5', 5, 0],
  ['（5.00）', -500, 2],
  ['(1,005.00)', -100500, 2],
  ['(5.00万元)', -500, 2, '万元'],
  ['72.08 %', 7208, 2, '%'],
  ['１００％', 100, 0, '%'],
  ['0次', 0, 0, '次'],
  ['3人次', 3, 0, '人次'],
  ['100万元', 100, 0, '万元'],
  ['98.01分', 9801, 2, '分'],
  ['  7.5  ', 75, 1],
  ['1,234.\n56', 123456, 2],
  ['123456789012345', 123456789012345, 0],
];

describe('a printed number', () => {
  for (const [printed, units, decimals, unit] of NUMBERS) {
    test(JSON.stringify(printed), () => {
      expect(readNumber(printed)).toMatchObject({ kind: 'number', units, decimals, unit });
      expect(Object.is(readNumber(printed), -0)).toBe(false);
    });
  }

  test('says whether brackets make it negative', () => {
    expect(readNumber('（2）')).toMatchObject({ units: -2, bracketed: true });
    expect(readNumber('-2')).toMatchObject({ units: -2, bracketed: false });
  });
});

test('marks that stand for nothing are empty', () => {
  for (const mark of ['', '  ', '　', '-', '—', '－', '——', '/', '／', '-%', '— %']) {
    expect(readNumber(mark), mark).toEqual({ kind: 'empty' });
  }
});

test('text, dates, ranges and identifiers are no numbers', () => {
  for (const text of [
    '合计',
    '5G',
    '第3项',
    '2024.09.30',
    '2015-2020',
    '100%-80%',
    '2023年人员经费',
    '≥95%',
    '一',
    '.',
    ',',
    '%',
    '1月',
  ]) {
    expect(readNumber(text), text).toEqual({ kind: 'none' });
  }
});

/** [printed, reason, the number it must have been] */
const MALFORMED: readonly (readonly [string, string, string | undefined])[] = [
  ['35.36.00', 'two-points', undefined],
  ['1..5', 'two-points', '1.5'],
  ['1.234.56', 'two-points', '1,234.56'],
  ['99.4.', 'stray-point', '99.4'],
  ['99.4.万元', 'stray-point', '99.4万元'],
  ['12.', 'stray-point', undefined],
  ['.5', 'stray-point', '0.5'],
  ['1，23.4', 'grouping', undefined],
  ['12,34', 'grouping', undefined],
  ['1234,567', 'grouping', undefined],
  ['1,,234', 'grouping', '1,234'],
  ['0,50', 'grouping', '0.50'],
  ['12。34', 'stray-character', '12.34'],
  ['1O.5', 'stray-character', '10.5'],
  ['12. 34', 'stray-character', '12.34'],
  ['1 234.56', 'stray-character', '1234.56'],
  ['35 36', 'stray-character', undefined],
  ['12.5,', 'stray-character', '12.5'],
  ['(5.00', 'stray-character', undefined],
  ['--5', 'sign', undefined],
  ['5-', 'sign', undefined],
  ['(-5)', 'sign', undefined],
  ['1234567890123456', 'too-long', undefined],
  ['12345678901234.50', 'too-long', undefined],
];

describe('a malformed number, and its repair where it is certain', () => {
  for (const [printed, reason, repair] of MALFORMED) {
    test(JSON.stringify(printed), () => {
      expect(readNumber(printed)).toEqual({ kind: 'malformed', reason, repair });
    });
  }
});

test('what is printed from units and decimals reads back', () => {
  const drawn = fc.tuple(fc.maxSafeNat(), fc.nat(4), fc.boolean(), fc.boolean());
  fc.assert(
    fc.property(drawn, ([nat, decimals, negative, grouped]) => {
      const units = nat % 1e13;
      const digits = String(units).padStart(decimals + 1, '0');
      const whole = digits.slice(0, digits.length - decimals);
      const fraction = decimals > 0 ? `.${digits.slice(-decimals)}` : '';
      const written = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
      const reading = readNumber((negative ? '-' : '') + written + fraction);
      expect(reading).toMatchObject({
        kind: 'number',
        units: negative && units !== 0 ? -units : units,
        decimals,
      });
    }),
  );
});

test('a repair is a number, and any text at all is read', () => {
  fc.assert(
    fc.property(
      fc.oneof(someSource, fc.stringMatching(/^[-0-9.,，（）%()O。 ]{0,12}$/)),
      (text) => {
        const reading = readNumber(text);
        if (reading.kind === 'number') expect(Number.isSafeInteger(reading.units)).toBe(true);
        if (reading.kind !== 'malformed' || reading.repair === undefined) return;
        expect(readNumber(reading.repair).kind).toBe('number');
      },
    ),
    { numRuns: 2000 },
  );
});

test('targets', () => {
  expect(readTarget('≥95%')).toMatchObject({ relation: '≥', number: { units: 95, unit: '%' } });
  expect(readTarget('<= 0次')).toMatchObject({ relation: '≤', number: { units: 0, unit: '次' } });
  expect(readTarget('＝１００％')).toMatchObject({ relation: '=', number: { units: 100 } });
  expect(readTarget('=')).toBeUndefined();
  expect(readTarget('≥优')).toBeUndefined();
  expect(readTarget('95%')).toBeUndefined();
});
