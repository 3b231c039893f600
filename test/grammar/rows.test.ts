import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutPlainRow, readMarkedRow } from '../../grammar/rows.ts';
import { someSource } from './arbitraries.ts';

test('a plain row is cut as the grammar reads it', () => {
  fc.assert(
    fc.property(someSource, (text) => {
      for (const line of text.split(/[\r\n]/)) {
        for (const [row, delimiter] of [
          [`|${line}`, 'bar'],
          [line, 'tab'],
        ] as const) {
          const plain = cutPlainRow(row, 0, row.length, delimiter);
          if (plain) expect(plain).toEqual(readMarkedRow(row, 0, row.length, delimiter));
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test('rows with marks are left to the grammar, all others are plain', () => {
  for (const row of ['| a\\|b |', '| **a** |', '| a<br>b |', '| a</b> |', '| a\\\\b |']) {
    expect(cutPlainRow(row, 0, row.length, 'bar')).toBeUndefined();
  }
  expect(cutPlainRow('| a ｜ 1 |', 0, 9, 'bar')).toHaveLength(2);
  for (const row of ['| 10*0.5 |', '| a<5 |', '| <a> |', '| C:\\d |']) {
    expect(cutPlainRow(row, 0, row.length, 'bar')).toEqual(
      readMarkedRow(row, 0, row.length, 'bar'),
    );
  }
});
