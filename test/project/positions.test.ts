import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Positions } from '../../server/project/positions.ts';

const at = (text: string, offset: number): string => {
  const { line, column } = new Positions(text).at(offset);
  return `${line}:${column}`;
};

test('lines end at \\n, \\r\\n and a lone \\r, not at U+2028', () => {
  const text = '甲\n乙\r\n丙\r丁\u2028戊';
  expect(at(text, text.indexOf('乙'))).toBe('2:1');
  expect(at(text, text.indexOf('丙'))).toBe('3:1');
  expect(at(text, text.indexOf('丁'))).toBe('4:1');
  expect(at(text, text.indexOf('戊'))).toBe('4:3');
  expect(new Positions(text).lineCount).toBe(4);
});

test('columns are UTF-16 units: a character outside of the BMP takes two', () => {
  expect(at('𠀀县档案馆', 2)).toBe('1:3');
  expect(at('一\n𠀀县', 4)).toBe('2:3');
});

test('a byte-order mark takes no column', () => {
  expect(at('\ufeff名称：甲', 1)).toBe('1:1');
  expect(at('\ufeff名称：甲', 0)).toBe('1:1');
  expect(at('\ufeff甲\n乙', 3)).toBe('2:1');
});

test('an empty text, and offsets outside of a text', () => {
  expect(at('', 0)).toBe('1:1');
  expect(at('甲\n', 2)).toBe('2:1');
  expect(at('甲', 99)).toBe('1:2');
  expect(at('甲', -1)).toBe('1:1');
});

test('a column beyond its line is taken to the end of the line', () => {
  const positions = new Positions('甲乙\r\n丙\n丁');
  expect(positions.offsetAt({ line: 1, column: 99 })).toBe(2);
  expect(positions.offsetAt({ line: 2, column: 99 })).toBe(5);
  expect(positions.offsetAt({ line: 3, column: 99 })).toBe(7);
  expect(positions.offsetAt({ line: 9, column: 1 })).toBe(7);
  expect(positions.offsetAt({ line: 0, column: 1 })).toBe(0);
});

const texts = fc.string({
  unit: fc.constantFrom('甲', 'a', '𠀀', '\n', '\r', '\r\n', '\u2028', '\ufeff'),
});

test('the line is one more than the line ends before the offset', () => {
  fc.assert(
    fc.property(texts, fc.nat(40), (text, offset) => {
      const inside = Math.min(offset, text.length);
      // Between \r and \n the line has not ended yet.
      const before = text.slice(0, inside).replace(/\r$/, text[inside] === '\n' ? '' : '\r');
      expect(new Positions(text).at(offset).line).toBe(before.split(/\r\n|\r|\n/).length);
    }),
  );
});

test('a place leads back to its offset, but inside a line ending and at the mark', () => {
  fc.assert(
    fc.property(texts, fc.nat(40), (text, offset) => {
      const inside = Math.min(offset, text.length);
      fc.pre(!(text[inside] === '\n' && text[inside - 1] === '\r'));
      fc.pre(!(inside === 0 && text.startsWith('\ufeff')));
      const positions = new Positions(text);
      expect(positions.offsetAt(positions.at(inside))).toBe(inside);
    }),
  );
});
