import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Places } from '../../server/lsp/places.ts';
import { offsetAt, pushing } from './client.ts';
import { startClientHere } from './client-here.ts';
import { lineTable } from './expected.ts';

const at = (text: string, offset: number): string => {
  const { line, character } = new Places(text).position(offset);
  return `${line}:${character}`;
};

test('lines end at \\n, \\r\\n and a lone \\r, not at U+2028', () => {
  const text = '甲\n乙\r\n丙\r丁\u2028戊';
  expect(at(text, text.indexOf('乙'))).toBe('1:0');
  expect(at(text, text.indexOf('丙'))).toBe('2:0');
  expect(at(text, text.indexOf('丁'))).toBe('3:0');
  expect(at(text, text.indexOf('戊'))).toBe('3:2');
});

test('characters are UTF-16 units', () => {
  expect(at('𠀀县\n𠀀𠀀甲', 3)).toBe('0:3');
  expect(at('𠀀县\n𠀀𠀀甲', 8)).toBe('1:4');
  expect(new Places('𠀀县\n𠀀𠀀甲').offset({ line: 1, character: 4 })).toBe(8);
});

test('a byte-order mark that the client sent is a character of the first line', () => {
  const places = new Places('\ufeff名称\n年度');
  expect(places.position(0)).toEqual({ line: 0, character: 0 });
  expect(places.position(1)).toEqual({ line: 0, character: 1 });
  expect(places.position(4)).toEqual({ line: 1, character: 0 });
  expect(places.offset({ line: 0, character: 0 })).toBe(0);
  expect(places.offset({ line: 0, character: 1 })).toBe(1);
  expect(places.offset({ line: 0, character: 99 })).toBe(3);
  expect(places.offset({ line: 1, character: 1 })).toBe(5);
});

test('positions beyond a line or the text are taken to its end', () => {
  const places = new Places('甲乙\r\n丙');
  expect(places.offset({ line: 0, character: 9 })).toBe(2);
  expect(places.offset({ line: 1, character: 9 })).toBe(5);
  expect(places.offset({ line: 7, character: 0 })).toBe(5);
});

test('a range written backwards is the same stretch', () => {
  const [a, b] = [
    { line: 0, character: 1 },
    { line: 1, character: 0 },
  ];
  expect(new Places('甲乙\n丙').stretch({ start: b, end: a })).toEqual({ start: 1, end: 3 });
});

const texts = fc
  .array(fc.constantFrom('\ufeff', '\r', '\n', '\r\n', '\u2028', '甲', '𠀀', 'a', '|', '1.50'))
  .map((parts) => parts.join(''));

test('each offset has the position that a plain count gives, and comes back from it', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const places = new Places(text);
      const plain = lineTable(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const position = places.position(offset);
        expect(`${position.line}:${position.character}`).toBe(plain(offset));
        // Between the two characters of a line end there is no position; it is taken to before them.
        const inLineEnd = text[offset - 1] === '\r' && text[offset] === '\n';
        expect(places.offset(position)).toBe(inLineEnd ? offset - 1 : offset);
        expect(places.offset(position)).toBe(offsetAt(text, position));
      }
    }),
  );
});

test('who counts otherwise is answered in UTF-16, which every client reads', async () => {
  const capabilities = { ...pushing, general: { positionEncodings: ['utf-8' as const] } };
  const client = await startClientHere({ capabilities });
  expect(client.capabilities.positionEncoding).toBe('utf-16');
  const text = '// 𠀀档\n表 公开05表\n| 科目编码 | 小计 |\n|---|---|\n| 𠀀档 | 9..4 |\n';
  const found = await client.check('untitled:a', text);
  const malformed = found.find(({ code }) => code === 'cell/malformed-number');
  expect(malformed?.range).toEqual({
    start: { line: 4, character: 8 },
    end: { line: 4, character: 12 },
  });
});
