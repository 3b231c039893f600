import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { displayWidth, padEnd, wrap } from '../../server/cli/display-width.ts';

test('single characters of reports are as wide as string-width says', () => {
  const blocks = [
    [0x20, 0x7e],
    [0xa1, 0x17f],
    [0x391, 0x3c9],
    [0x2010, 0x2027],
    [0x2030, 0x205e],
    [0x2100, 0x22ff],
    [0x2460, 0x24ff],
    [0x2500, 0x259f],
    [0x2e80, 0x2e99],
    [0x3000, 0x303e],
    [0x3041, 0x3096],
    [0x30a0, 0x30ff],
    [0x3220, 0x3247],
    [0x3400, 0x3500],
    [0x4e00, 0x9fff],
    [0xac00, 0xac80],
    [0xf900, 0xf950],
    [0xfe30, 0xfe52],
    [0xff01, 0xff60],
    [0xffe0, 0xffe6],
    [0x20000, 0x20100],
    [0x300, 0x36f],
  ] as const;
  const wrong: string[] = [];
  for (const [from, to] of blocks) {
    for (let code = from; code <= to; code++) {
      const text = `甲${String.fromCodePoint(code)}`;
      if (displayWidth(text) !== stringWidth(text)) wrong.push(code.toString(16));
    }
  }
  // Emoji among the signs (™ ℹ and the clocks), which no report prints.
  expect(wrong.filter((code) => !['2122', '2139'].includes(code))).toEqual([]);
});

test('padding goes by columns', () => {
  expect(padEnd('甲a', 5)).toBe('甲a  ');
  expect(padEnd('甲甲甲', 5)).toBe('甲甲甲');
});

describe('wrapping', () => {
  test('Han characters part anywhere, words and numbers nowhere', () => {
    expect(wrap('应为78.00万元', 8)).toEqual(['应为', '78.00万', '元']);
    expect(wrap('see gouji rules --help', 12)).toEqual(['see gouji', 'rules --help']);
  });

  test('no line begins with a closing mark or ends with an opening one', () => {
    expect(wrap('一二三四，五', 8)).toEqual(['一二三', '四，五']);
    expect(wrap('一二三（四）', 8)).toEqual(['一二三', '（四）']);
  });

  test('line feeds stay', () => {
    expect(wrap('甲\n\n乙', 8)).toEqual(['甲', '', '乙']);
  });

  test('what is longer than a line is cut', () => {
    expect(wrap('abcdefghijkl', 8)).toEqual(['abcdefgh', 'ijkl']);
  });

  const texts = fc.string({
    unit: fc.constantFrom(
      '甲',
      '乙',
      '𠀀',
      'a',
      '1',
      '.',
      '，',
      '。',
      '（',
      '）',
      ' ',
      '「',
      '」',
      '%',
      '-',
    ),
    maxLength: 60,
  });

  test('no line is too wide and nothing but blanks at breaks is lost', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 8, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  test('in linear time', () => {
    const start = performance.now();
    wrap('a'.repeat(1_000_000), 80);
    wrap('，'.repeat(1_000_000), 80);
    wrap('甲'.repeat(1_000_000), 80);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
