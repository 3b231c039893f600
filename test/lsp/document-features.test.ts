import stringWidth from 'string-width';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentSymbol, FoldingRange, TextEdit } from 'vscode-languageserver';
import { format } from '../../grammar/format.ts';
import { analyse } from '../../server/analysis.ts';
import { generate } from '../generate/generate.ts';
import { type Client, startClient, withEdits } from './client.ts';
import { rangeText } from './expected.ts';

const text = `报告：部门决算
名称：青禾县𠀀档案馆
年度：2023
简称：
- 县档案馆

# 第一部分 概况
## 一、职责
收集档案。

## 二、机构

# 第二部分 决算表
表 公开05表
| 科目编码 | 科目名称 | 小计 |
|---|---|---:|
| | 合计 | 1.00 |
注：本表反映支出。

表 馆藏
| 项目 | 本年 |
|---|---|
| 档案𠀀 | 12 |
设 馆藏量 = 馆藏[档案𠀀].本年
`;

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

let count = 0;
function open(source: string): string {
  const uri = `untitled:Features-${++count}`;
  client.open(uri, source);
  return uri;
}

test('sections, tables with their notes and the header fold', async () => {
  const ranges = await client.request<FoldingRange[]>('textDocument/foldingRange', open(text));
  expect(ranges.map(({ startLine, endLine }) => `${startLine}-${endLine}`)).toEqual([
    '0-4',
    '6-10',
    '7-8',
    '12-23',
    '13-17',
    '19-22',
  ]);
});

test('the outline: sections, and in them tables and definitions', async () => {
  const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', open(text));
  const lines = (list: readonly DocumentSymbol[], depth: number): string[] =>
    list.flatMap(({ name, detail = '', kind, selectionRange, children = [] }) => [
      `${'  '.repeat(depth)}${kind} ${name} ${detail} ${rangeText(selectionRange)}`.replace(
        / +(?=\d+:\d+-)/,
        ' ',
      ),
      ...lines(children, depth + 1),
    ]);
  expect(lines(symbols, 0)).toEqual([
    '19 报告信息 青禾县𠀀档案馆 0:0-0:7',
    '3 第一部分 概况 6:0-6:9',
    '  3 一、职责 7:0-7:7',
    '  3 二、机构 10:0-10:7',
    '3 第二部分 决算表 12:0-12:10',
    '  23 公开05表 一般公共预算财政拨款支出决算表 13:0-13:7',
    '  23 馆藏 19:0-19:4',
    '  14 馆藏量 23:2-23:5',
  ]);
});

test('every symbol holds its own name and its children', async () => {
  const source = generate(7).gouji;
  const symbols = await client.request<DocumentSymbol[]>(
    'textDocument/documentSymbol',
    open(source),
  );
  const number = ({ line, character }: { line: number; character: number }) =>
    line * 100_000 + character;
  const holds = (outer: DocumentSymbol['range'], inner: DocumentSymbol['range']) =>
    number(outer.start) <= number(inner.start) && number(inner.end) <= number(outer.end);
  const check = (list: readonly DocumentSymbol[]): void => {
    for (const { range, selectionRange, children = [] } of list) {
      expect(holds(range, selectionRange)).toBe(true);
      for (const child of children) expect(holds(range, child.range)).toBe(true);
      check(children);
    }
  };
  expect(symbols.length).toBeGreaterThan(2);
  check(symbols);
});

test.each([
  ['\n', ''],
  ['\r\n', ''],
  ['\r', '\ufeff'],
])('formatting gives the text that `gouji format` writes (%j %j)', async (end, mark) => {
  for (const source of [text, generate(3).gouji, generate(20).gouji]) {
    const written = mark + source.replaceAll('\n', end);
    const uri = open(written);
    const edits = await client.request<TextEdit[]>('textDocument/formatting', uri, {
      options: { tabSize: 2, insertSpaces: true },
    });
    const formatted = format(analyse({ text: written }).tree, { displayWidth: stringWidth });
    expect(withEdits(written, edits)).toBe(formatted);
    for (const { range } of edits) expect(range.end.line - range.start.line).toBeLessThanOrEqual(1);
    const again = open(formatted);
    expect(
      await client.request('textDocument/formatting', again, {
        options: { tabSize: 2, insertSpaces: true },
      }),
    ).toEqual([]);
  }
});

test('an edit of the formatter is no larger than what changes', async () => {
  const uri = open('名称：甲\n\n表 馆藏\n| 项目 | 本年 |\n|------|-----:|\n| 档案 | 12 |\n');
  const edits = await client.request<TextEdit[]>('textDocument/formatting', uri, {
    options: { tabSize: 2, insertSpaces: true },
  });
  expect(edits.map(({ range, newText }) => `${rangeText(range)} ${newText}`)).toEqual([
    '5:7-5:7   ',
  ]);
});

test('a document that is not open has neither outline nor edits', async () => {
  for (const method of ['foldingRange', 'documentSymbol', 'formatting']) {
    expect(await client.request(`textDocument/${method}`, 'untitled:nowhere')).toEqual([]);
  }
});
