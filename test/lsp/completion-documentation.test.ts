/** What is said of each kind of candidate when it is looked at in the list. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CompletionItem, CompletionList, MarkupContent } from 'vscode-languageserver';
import { type Client, startClient } from './client.ts';
import { type Fixture, variants } from './markers.ts';
import { smallReport } from './small-report.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

let count = 0;
async function ask({ text, position }: Fixture): Promise<readonly CompletionItem[]> {
  const uri = `untitled:Documentation-${++count}`;
  client.open(uri, text);
  const list = await client.request<CompletionList>('textDocument/completion', uri, { position });
  return list.items;
}

const resolve = (item: CompletionItem | undefined) =>
  client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);

const ending = (line: string): string => `${smallReport}\n${line}`;

test.each<[kind: string, source: string, label: string, contents: readonly string[]]>([
  ['a directive', ending('// <|>'), '免核下一行', ['// 免核下一行 sum/children：财政已批复']],
  ['a rule', ending('// 免核下一行 sum/ch<|>'), 'sum/children', ['**']],
  ['a header field', '<|>', '下级', ['- 单位/甲.gouji']],
  ['a statement', ending('核<|>'), '核对', ['核对 公开03表[合计].基本支出 ≤']],
  [
    'a form',
    ending('表 公开07<|>'),
    '公开07表 政府性基金预算财政拨款收入支出决算表',
    ['本年支出.小计'],
  ],
  [
    'a whole form',
    ending('表 公开08<|>'),
    '公开08表 国有资本经营预算财政拨款支出决算表（整张表）',
    ['```gouji', '| 合计'],
  ],
  ['a table', ending('核对 馆<|>'), '馆藏', ['**馆藏**', '2 行', '本年、上年、增减']],
  ['a row', ending('核对 馆藏[<|>'), '档案§', ['本年 `12860`', '增减 `545`']],
  [
    'a column',
    ending('核对 公开03表.基<|>'),
    '基本支出',
    ['合计 `98.20万元`', '2012601 行政运行 `78.00万元`'],
  ],
  [
    'a cell',
    ending('核对 公开03表[合计].基<|>'),
    '基本支出',
    ['取整区间 [98.195, 98.205]', '勾稽：'],
  ],
  ['a name', ending('核对 档<|>'), '档案§增幅', ['= `4.4']],
  ['a function', ending('核对 占<|>'), '占比', ['`占比(部分, 整体)`']],
  [
    'a subject',
    ending('').replace('| 208 |', '| 21<|>\n| 208 |'),
    '210',
    ['**210 卫生健康支出（类）**'],
  ],
])('%s', async (_, source, label, contents) => {
  for (const [, fixture] of variants(source)) {
    const items = await ask(fixture);
    const item = items.find((one) => one.label === fixture.spelt(label));
    expect(item, items.map((one) => one.label).join()).toBeDefined();
    const { documentation } = await resolve(item);
    for (const piece of contents) {
      expect((documentation as MarkupContent | undefined)?.value).toContain(fixture.spelt(piece));
    }
  }
});

test('names below a row of the table come before all others', async () => {
  for (const [, fixture] of variants(ending('').replace('| 208 |', '| | 行政运行<|>\n| 208 |'))) {
    const [first] = await ask(fixture);
    // 2012601 is printed already; of all the other 行政运行 none belongs below a row of this table.
    expect(first?.label).toBe('行政运行');
    expect(first?.detail).not.toBe('2012601');
  }
  for (const [, fixture] of variants(
    ending('').replace('| 208 |', '| | 一般行政管理<|>\n| 208 |'),
  )) {
    const [first] = await ask(fixture);
    expect(first?.detail).toBe('2012602');
  }
});
