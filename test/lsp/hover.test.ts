import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { type Client, startClient } from './client.ts';
import { textIn, variants } from './markers.ts';
import { withCursor } from './small-report.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

let count = 0;
async function ask(text: string, position: object): Promise<Hover | null> {
  const uri = `untitled:Hover-${++count}`;
  client.open(uri, text);
  return client.request('textDocument/hover', uri, { position });
}

const contents = (found: Hover | null): string =>
  ((found as Hover).contents as MarkupContent).value;

describe.each([
  [
    'a field of the header',
    withCursor('', '年度').replace('名称：', '名称：𠀀'),
    '年度',
    ['**年度** 决算年度', '手头没有上年报告'],
  ],
  [
    'a wrong cell',
    withCursor('档案事务 | 100.30 | ', '87.00'),
    '87.00',
    [
      '**公开03表（支出决算表） · 20126 档案事务 · 基本支出**',
      '`87.00万元`，取整区间 [86.995, 87.005]',
      '`公开03表[20126].基本支出`',
      '✗ `公开03表[20126].基本支出 = 合计(公开03表[下级科目].基本支出)`',
      '87.00 ≠ 78.00，不符：差 9.00，尾差至多 0.01',
    ],
  ],
  [
    'a cell that holds, with its uses',
    withCursor('合计 | 120.50 | ', '98.20'),
    '98.20',
    [
      '**公开03表（支出决算表） · 合计 · 基本支出**',
      '取整区间 [98.195, 98.205]',
      '98.20 = 78.00 + 20.20，相符',
      '120.50 = 98.20 + 22.30，相符',
      '`公开03表[合计].基本支出 ≤ 公开03表[合计].本年支出合计`',
      '也用在：',
      '`98.20万元`',
    ],
  ],
  [
    'a count',
    withCursor('档案§ | ', '12860'),
    '12860',
    [
      '**馆藏 · 档案§ · 本年**',
      '`12860`，计数，没有取整',
      '545 = 12860 - 12315，相符',
      '`馆藏[档案§].本年`',
    ],
  ],
  [
    'a percentage of a sentence',
    withCursor('占', '81.49%'),
    '81.49%',
    [
      '相符',
      '`占比(公开03表[合计].基本支出, 公开03表[合计].本年支出合计)`',
      '占比(98.20, 120.50) = 81.49%',
      // (98.195 ÷ 120.505, 98.205 ÷ 120.495), each rounded outwards.
      '取整区间 [81.485%, 81.495%]，按各数的取整可为 81.4862% 至 81.5014%',
      '出自：',
      '合计 `98.20`',
      '合计 `120.50`',
      '也用在：',
      '`98.20万元`',
    ],
  ],
  [
    'a subject code',
    withCursor('| 20', '80505'),
    '2080505',
    [
      '**208 社会保障和就业支出（类） › 20805 行政事业单位养老支出（款） › 2080505 机关事业单位基本养老保险缴费支出（项）**',
      '使用年度：',
      '公开03表 本年支出合计 `20.20万元`',
    ],
  ],
  [
    'a rule in a directive',
    withCursor('下一行 sum', '/children'),
    'sum/children',
    ['`sum/children`'],
  ],
  [
    'a reference',
    withCursor('= 馆藏[档案§].', '本年 -'),
    '馆藏[档案§].本年',
    ['**馆藏 · 档案§ 的本年**', '= `12860`'],
  ],
  [
    'a reference by code',
    withCursor('公开03表[2080', '505]'),
    '公开03表[2080505].基本支出',
    ['= `20.20万元`', '20805 行政事业单位养老支出（款）'],
  ],
  [
    'a definition',
    withCursor('设 档', '案§增幅'),
    '档案§增幅',
    ['设 档案§增幅 = 增幅(', '= `4.43%`'],
  ],
  ['a name', withCursor('(档', '案§增幅)'), '档案§增幅', ['= `4.43%`']],
  ['a function', withCursor('= 增', '幅('), '增幅', ['`增幅(本年, 上年)`', '= `4.43%`']],
  [
    'a figure of a sentence',
    withCursor('基本支出9', '8.20'),
    '98.20万元',
    ['**98.20万元**', '相符', '`公开03表[合计].基本支出`'],
  ],
])('%s', (_, source, where, parts) => {
  test.each(variants(source))('%s', async (_name, { text, position, spelt }) => {
    const found = await ask(text, position);
    for (const part of parts) expect(contents(found)).toContain(spelt(part));
    expect(found?.range && textIn(text, found.range)).toBe(spelt(where));
  });
});

test('a reference to a whole column lists its rows', async () => {
  const source = `名称：甲\n年度：2023\n\n表 馆藏\n| 项目 | 本年 |\n|---|---|\n| 档案 | 12 |\n| 图书 | 30 |\n核对 馆藏.<|>本年 ≥ 5\n核对 合计(馆藏.本年) = 42\n`;
  const [, plain] = variants(source)[0] ?? [];
  const found = await ask(plain?.text ?? '', plain?.position ?? {});
  expect(contents(found)).toContain('- 档案 `12`\n- 图书 `30`');
});

test('a code that the table leaves out is the sum of what it prints below', async () => {
  const source = `名称：甲
年度：2023

表 公开05表
| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
|---|---|---:|---:|---:|
| 2012601 | 行政运行 | 78.00 | 78.0 | |
| 2012604 | 档案馆 | 22.3 | | 22.30 |
核对 公开05表[<|>20126].小计 = 100.30
`;
  const [, plain] = variants(source)[0] ?? [];
  const found = await ask(plain?.text ?? '', plain?.position ?? {});
  expect(contents(found)).toContain('公开05表 小计 `100.30万元`（2 个下级科目相加）');
});

test('a broken reference says why, and a place without meaning nothing', async () => {
  const source = `名称：甲\n\n表 馆藏\n| 项目 | 本年 |\n|---|---|\n| 档案 | 12 |\n核对 馆藏[图<|>书].本年 = 5\n`;
  const [, plain] = variants(source)[0] ?? [];
  expect(contents(await ask(plain?.text ?? '', plain?.position ?? {}))).toContain('没有值：');
  expect(await ask('名称：甲\n\n概况\n', { line: 2, character: 1 })).toBeNull();
  expect(
    await client.request('textDocument/hover', 'untitled:none', {
      position: { line: 0, character: 0 },
    }),
  ).toBeNull();
});

test('in English', async () => {
  const english = await startClient({ locale: 'en-GB' });
  const [, plain] = variants(withCursor('档案事务 | 100.30 | ', '87.00'))[0] ?? [];
  english.open('untitled:en', plain?.text ?? '');
  const found = await english.request<Hover>('textDocument/hover', 'untitled:en', {
    position: plain?.position,
  });
  expect(contents(found)).toContain('stands for [86.995, 87.005]');
  expect(contents(found)).toContain('broken: off by 9.00, rounding explains 0.01');
  await english.stop();
});
