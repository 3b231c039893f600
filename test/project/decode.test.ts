import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../server/project/decode.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
// 名称：青禾县档案馆 in GB18030.
const chinese = Buffer.from('c3fbb3c6a3bac7e0bacccfd8b5b5b0b8b9dd', 'hex');

test('UTF-8 keeps its byte-order mark, so that it can be written back', () => {
  expect(decode(Buffer.from('\ufeff名称：甲'))).toEqual({
    kind: 'text',
    text: '\ufeff名称：甲',
    encoding: 'UTF-8',
  });
});

test('GB18030 is recognised and read', () => {
  expect(decode(chinese)).toMatchObject({ kind: 'text', encoding: 'GB18030' });
  const read = decode(chinese);
  expect(read.kind === 'text' && read.text).toBe('名称：青禾县档案馆');
});

test('UTF-16 is read by its byte-order mark, in either order', () => {
  const little = Buffer.from('\ufeff年度：2023', 'utf16le');
  expect(decode(little)).toEqual({ kind: 'text', text: '\ufeff年度：2023', encoding: 'UTF-16LE' });
  const big = Buffer.from(little).swap16();
  expect(decode(big)).toEqual({ kind: 'text', text: '\ufeff年度：2023', encoding: 'UTF-16BE' });
});

describe('what is no text is named', () => {
  const zip = (part: string) => Buffer.concat([bytes(0x50, 0x4b, 3, 4, 20, 0), Buffer.from(part)]);
  test.each([
    ['pdf', Buffer.from('%PDF-1.7\n')],
    ['word', zip('[Content_Types].xml word/document.xml')],
    ['excel', zip('[Content_Types].xml xl/workbook.xml')],
    ['zip', zip('photos/1.jpg')],
    ['old-office', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['rtf', Buffer.from('{\\rtf1\\ansi 100}')],
    ['image', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10)],
    ['image', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['nul', Buffer.from('年度：2023\0')],
    ['unknown', bytes(0x61, 0xff, 0xff, 0x62)],
    ['unknown', bytes(0xff, 0xfe, 0x00)],
    // Bytes that GB18030 can be read from and that no one wrote as text.
    ['unknown', bytes(0xaa, 0xa1, 0x01, 0x02, 0x03, 0xaa, 0xa2, 0x04)],
  ])('%s', (what, content) => {
    expect(decode(content)).toEqual({ kind: 'binary', what });
  });
});

test('any text comes back from UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!text.includes('\0') && !/^(?:%PDF-|PK|\{\\rtf|GIF8)/.test(text));
      expect(decode(Buffer.from(text))).toEqual({ kind: 'text', text, encoding: 'UTF-8' });
    }),
  );
});

test('any bytes give an answer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (content) => {
      expect(['text', 'binary']).toContain(decode(content).kind);
    }),
  );
});

test('an empty file is an empty text', () => {
  expect(decode(bytes())).toEqual({ kind: 'text', text: '', encoding: 'UTF-8' });
});
