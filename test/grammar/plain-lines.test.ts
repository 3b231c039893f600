import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFieldParts, readHeaderField, readTableStart } from '../../grammar/plain-lines.ts';
import { readLine } from '../../grammar/read-line.ts';
import { someSource } from './arbitraries.ts';

/** Pieces of the lines that are read without the grammar, so that random lines come near them. */
const PIECES = [
  '表 ',
  '表\u1680',
  '公开01表',
  '公开 ０２ 表',
  '公开1',
  '收入支出决算总表',
  '（单位：元）',
  '(金额单位: 万元 )',
  '（万元）',
  '（单位',
  '部门：',
  '编制单位（公章）：',
  '部 门 ：',
  '部门（单位）名称：',
  '金额单位：',
  '单位',
  '2023年度',
  '（2023 年）',
  '2023年6月',
  '２０２３年１２月３１日',
  '99年',
  '名称',
  '名 称',
  '报告：',
  '年度：2023',
  '年\u200b度 ：',
  ' ',
  '　',
  '\u200b',
  '\u1680',
  '：',
  ':',
  '(',
  '）',
  '局',
  '12',
  '//',
  '|',
  '｜｜',
  '\t',
];

const line = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 7 }).map((pieces) => pieces.join('')),
  someSource.map((text) => text.replace(/[\r\n]/g, '')),
);

// What stands around a line must not matter to it.
const around = fc.constantFrom('', '表 ', '公开', '：');

function whatever(read: (text: string, start: number, end: number) => void): void {
  fc.assert(
    fc.property(line, around, around, (text, before, after) => {
      read(before + text + after, before.length, before.length + text.length);
    }),
    { numRuns: 5000 },
  );
}

test('a header field is what the grammar reads', () => {
  whatever((text, start, end) => {
    const { value } = readLine('headerField', 'header', text, start, end);
    expect(readHeaderField(text, start, end)).toEqual(value);
  });
});

test('a table start is what the grammar reads', () => {
  whatever((text, start, end) => {
    const { value } = readLine('tableStart', 'tableStart', text, start, end);
    expect(readTableStart(text, start, end)).toEqual(value);
  });
});

test('the parts of table fields are those that the grammar reads', () => {
  whatever((text, start, end) => {
    const { value = [] } = readLine('tableField', 'tableField', text, start, end);
    expect(readFieldParts(text, start, end)).toEqual(value);
  });
});
