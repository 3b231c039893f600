import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, compatibleEdits, editsBetween } from '../../server/fixes/edits.ts';
import type { Fix } from '../../server/rules/rule.ts';

const texts = fc
  .array(
    fc.constantFrom('\r', '\n', '\r\n', '\u2028', '甲', '𠀀', '𠀁', '\u{2a6d6}', 'a', '| 1.50'),
  )
  .map((parts) => parts.join(''));

test('the edits between two texts make the one of the other', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      expect(applyEdits(before, editsBetween(before, after))).toBe(after);
    }),
  );
});

test('no edit parts a surrogate pair or a line ending', () => {
  const whole = (text: string, at: number): boolean =>
    !/^[\ud800-\udbff][\udc00-\udfff]$|^\r\n$/.test(text.slice(at - 1, at + 1));
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      for (const { start, end } of editsBetween(before, after)) {
        expect(whole(before, start) && whole(before, end)).toBe(true);
      }
    }),
  );
});

test('lines that stay are left alone, and within a line what stays at its ends', () => {
  expect(editsBetween('甲\n| 1|\n乙\n', '甲\n| 1 |\n乙\n')).toEqual([
    { start: 5, end: 5, text: ' ' },
  ]);
  expect(editsBetween('甲\n\n\n乙\n丙\n', '甲\n\n乙\n丁\n')).toEqual([
    { start: 3, end: 8, text: '乙\n丁\n' },
  ]);
  expect(editsBetween('𠀀', '𠀁')).toEqual([{ start: 0, end: 2, text: '𠀁' }]);
  expect(editsBetween('甲\r\n', '甲\n')).toEqual([{ start: 1, end: 3, text: '\n' }]);
});

test('of fixes that touch the first is taken, and a fix is taken whole', () => {
  const fix = (...edits: [number, number, string][]): Fix => ({
    title: { zh: '', en: '' },
    edits: edits.map(([start, end, text]) => ({ start, end, text })),
  });
  const edits = compatibleEdits([
    fix([10, 12, 'a']),
    fix([0, 1, 'b'], [11, 14, 'c']),
    fix([2, 3, 'd'], [20, 21, 'e']),
    fix([12, 12, 'f']),
  ]);
  expect(edits.map(({ text }) => text)).toEqual(['d', 'a', 'e']);
});
