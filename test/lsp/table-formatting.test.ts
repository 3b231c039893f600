/** Tables that are aligned while they are typed, and stretches that are formatted. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { type Client, startClient, withEdits } from './client.ts';
import { variants } from './markers.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

let count = 0;
async function ask(method: string, text: string, more: object): Promise<string> {
  const uri = `untitled:Typing-${++count}`;
  client.open(uri, text);
  const options = { tabSize: 2, insertSpaces: true };
  return withEdits(text, await client.request<TextEdit[]>(method, uri, { ...more, options }));
}

const head = '名称：甲\n\n# 数据   \n表   馆藏§\n| 项目 | 本年 |\n|------|-----:|\n';

describe.each([
  [
    'a bar that ends a cell',
    '|',
    '| 馆藏档案 | 5 |<|>\n',
    '| 项目     | 本年 |\n|----------|-----:|\n| 馆藏档案 |    5 |\n',
  ],
  [
    'a bar in the middle of a row',
    '|',
    '| 馆藏档案 |<|> 5 |\n',
    '| 项目     | 本年 |\n|----------|-----:|\n| 馆藏档案 |    5 |\n',
  ],
  [
    'the end of a row',
    '\n',
    '| 甲 | 12345678 |\n<|>',
    '| 项目 |     本年 |\n|------|---------:|\n| 甲   | 12345678 |\n',
  ],
])('%s', (_, ch, typed, rows) => {
  test.each(variants(head + typed))('%s', async (_name, { text, position, spelt }) => {
    // Only the table changes: heading and table start keep their blanks.
    const before = text.slice(0, text.indexOf('| 项目'));
    expect(spelt(head)).toContain(before.slice(before.indexOf('名称')));
    expect(await ask('textDocument/onTypeFormatting', text, { position, ch })).toBe(before + rows);
  });
});

test.each([
  ['an escaped bar', '|', `${head}| 馆藏档案甲乙 \\|<|> | 5 |\n`],
  ['prose', '|', '甲 |<|> 乙\n'],
  ['a line after prose', '\n', '甲\n<|>'],
  ['a row with TABs', '\n', `${head}馆藏档案甲乙\t5\n<|>`],
])('nothing happens after %s', async (_, ch, source) => {
  for (const [, { text, position }] of variants(source)) {
    expect(await ask('textDocument/onTypeFormatting', text, { position, ch })).toBe(text);
  }
});

test.each([
  [
    'one row',
    `${head}| 馆藏档案 | <|5|> |\n| 甲 | 6 |\n`,
    `${head}| 馆藏档案 |    5 |\n| 甲 | 6 |\n`,
  ],
  [
    'whole lines',
    `名称：甲\n\n<|# 数据   \n|>表   馆藏§\n| 甲 |\n`,
    `名称：甲\n\n# 数据\n表   馆藏§\n| 甲 |\n`,
  ],
])('formatting of a stretch: %s', async (_, source, expected) => {
  for (const [, { text, range, spelt }] of variants(source)) {
    const formatted = await ask('textDocument/rangeFormatting', text, { range });
    expect(formatted.endsWith(spelt(expected))).toBe(true);
  }
});
