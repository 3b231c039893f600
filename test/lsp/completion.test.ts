import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CompletionItem,
  CompletionList,
  MarkupContent,
  TextEdit,
} from 'vscode-languageserver';
import { analyse } from '../../server/analysis.ts';
import { type Client, startClient, uriOf, withEdits } from './client.ts';
import { type Fixture, variants } from './markers.ts';
import { smallReport, withCursor } from './small-report.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

let count = 0;
async function ask({ text, position }: Fixture, of = client): Promise<CompletionItem[]> {
  const uri = `untitled:Completion-${++count}`;
  of.open(uri, text);
  const { items } = await of.request<CompletionList>('textDocument/completion', uri, { position });
  return items;
}

/** The text after a candidate was chosen. */
function chosen({ text }: Fixture, items: readonly CompletionItem[], label: string): string {
  const item = items.find((one) => one.label === label);
  expect(item, `${label} among ${items.map((one) => one.label).join(' ')}`).toBeDefined();
  const edits = [item?.textEdit as TextEdit, ...(item?.additionalTextEdits ?? [])];
  return withEdits(text, edits);
}

/** The report with a line at its end (before the sentences, so that tables and names are known). */
const ending = (line: string): string => smallReport.replace('# 第三部分', `${line}\n\n# 第三部分`);

describe.each([
  ['a key of the header', `年度：2023\n金<|>\n\n# 一\n`, '金额单位', '金额单位：'],
  ['a key by its initials', `年度：2023\njedw<|>\n\n# 一\n`, '金额单位', '金额单位：'],
  ['a value of the header', `报告：单<|>\n\n# 一\n`, '单位决算', '报告：单位决算'],
  ['a unit', `金额单位：<|>\n\n# 一\n`, '万元', '金额单位：万元'],
  ['a directive', ending('// 免核<|>'), '免核下一行', '// 免核下一行 '],
  [
    'a directive at the end of a line',
    ending('馆藏§增加 // gouji-dis<|>'),
    'gouji-disable-line',
    '馆藏§增加 // gouji-disable-line ',
  ],
  ['a rule', ending('// 免核下一行 sum/ch<|>'), 'sum/children', '// 免核下一行 sum/children'],
  [
    'a second rule',
    ending('// gouji-disable sum/children, 下级<|>'),
    'sum/children',
    '// gouji-disable sum/children, sum/children',
  ],
  [
    'a form',
    ending('表 一般公共<|>'),
    '公开05表 一般公共预算财政拨款支出决算表',
    '表 公开05表 一般公共预算财政拨款支出决算表',
  ],
  [
    'a form by its number',
    ending('表 gk09<|>'),
    '公开09表 财政拨款“三公”经费支出决算表',
    '表 公开09表 财政拨款“三公”经费支出决算表',
  ],
  ['a table', ending('核对 §馆<|>').replace('§馆', '馆'), '馆藏', '核对 馆藏'],
  ['a row', ending('核对 馆藏[档<|>'), '档案§', '核对 馆藏[档案§]'],
  [
    'a row before a bracket',
    ending('核对 馆藏[<|>].本年 = 1'),
    '数字化',
    '核对 馆藏[数字化].本年 = 1',
  ],
  ['a column', ending('核对 馆藏[档案§].本<|>'), '本年', '核对 馆藏[档案§].本年'],
  ['a row by its code', ending('核对 公开03表[2080<|>'), '2080505', '核对 公开03表[2080505]'],
  ['a row by its name', ending('核对 公开03表[养老<|>'), '20805', '核对 公开03表[20805]'],
  [
    'a row by its initials',
    ending('核对 公开03表[jgsydwjbyl<|>'),
    '2080505',
    '核对 公开03表[2080505]',
  ],
  ['a name', ending('核对 档<|> = 1'), '档案§增幅', '核对 档案§增幅 = 1'],
  [
    'a function',
    ending('核对 馆藏[档案§].本年 = zengf<|>'),
    '增幅',
    '核对 馆藏[档案§].本年 = 增幅($1本年$, $2上年$)',
  ],
  [
    'in a binding',
    ending('馆藏§增加[5](馆藏[档案§].<|>)。'),
    '增减',
    '馆藏§增加[5](馆藏[档案§].增减)。',
  ],
  ['the waiver', ending('馆藏§增加[5](w<|>)。'), '无', '馆藏§增加[5](无)。'],
])('%s', (_, source, label, line) => {
  test.each(variants(source))('%s', async (_name, fixture) => {
    const items = await ask(fixture);
    const after = chosen(fixture, items, fixture.spelt(label)).replace(
      /\$\{(\d):([^}]*)\}/g,
      '$$$1$2$$',
    );
    expect(after.split('\n')).toContain(fixture.spelt(line));
  });
});

describe.each([
  ['rows', ending('核对 馆藏[<|>'), ['档案§ 12860 · 12315 · 545', '数字化 8145 · 6420 · 1725']],
  ['rows with a column behind', ending('核对 馆藏[<|>].本年'), ['档案§ 12860', '数字化 8145']],
  ['columns of a row', ending('核对 馆藏[数字化].<|>'), ['本年 8145', '上年 6420', '增减 1725']],
  [
    'columns of a table',
    ending('核对 公开03表.<|>'),
    ['本年支出合计 120.50万元', '基本支出 98.20万元', '项目支出 22.30万元'],
  ],
  ['definitions', ending('核对 档案<|>'), ['档案§增幅 4.43%']],
])('%s show their values', (_, source, expected) => {
  test.each(variants(source))('%s', async (_name, fixture) => {
    const items = await ask(fixture);
    const shown = items.map(
      ({ label, labelDetails }) => `${label} ${labelDetails?.description ?? ''}`,
    );
    expect(shown.slice(0, expected.length)).toEqual(expected.map((one) => fixture.spelt(one)));
  });
});

const started = smallReport.replace('| 208 | 社', '<MARK>| 208 | 社');

describe.each([
  ['a code by its digits', '| 20126<|>\n', '2012602', '| 2012602 | 一般行政管理事务 | '],
  ['a code by its name', '| 住房公<|>\n', '2210201', '| 2210201 | 住房公积金 | '],
  ['a code by initials', '| zfgjj<|> | | |\n', '2210201', '| 2210201 | | |'],
  ['a code by pinyin', '| zhufanggongjijin<|> | |\n', '2210201', '| 2210201 | |'],
  [
    'a name, the code with it',
    '| | 住房公<|> | 5.00 |\n',
    '住房公积金',
    '| 2210201| 住房公积金 | 5.00 |',
  ],
  [
    'the name of a code',
    '| 2210201 | <|> | 5.00 |\n',
    '住房公积金',
    '| 2210201 | 住房公积金 | 5.00 |',
  ],
])('in a row: %s', (_, row, label, line) => {
  test.each(variants(started.replace('<MARK>', row)))('%s', async (_name, fixture) => {
    const items = await ask(fixture);
    expect(items[0]?.label).toBe(label);
    const after = chosen(fixture, items, label);
    expect(after.replace(/\| +(\d+) *\|/g, '| $1 |')).toContain(
      line.replace(/\| +(\d+) *\|/g, '| $1 |'),
    );
  });
});

test('labels of a form that prints labels, those it lacks first', async () => {
  const source = `名称：甲\n年度：2023\n\n表 公开09表\n| 项目 | 预算数 | 决算数 |\n|---|---|---|\n| 合计 | 1 | 1 |\n| <|> | | |\n`;
  for (const [, fixture] of variants(source)) {
    const items = await ask(fixture);
    expect(items[0]?.label).toBe('因公出国（境）费');
    expect(items.at(-1)?.label).toBe('合计');
  }
});

test('what is chosen is explained when it is asked for', async () => {
  const explain = async (source: string, label: string): Promise<string> => {
    const [, fixture] = variants(source)[0] ?? [];
    const items = await ask(fixture as Fixture);
    const item = items.find((one) => one.label === label);
    expect(item?.documentation).toBeUndefined();
    const resolved = await client.connection.sendRequest<CompletionItem>(
      'completionItem/resolve',
      item,
    );
    return (resolved.documentation as MarkupContent).value;
  };
  expect(await explain(ending('// 免核下一行 sum/<|>'), 'sum/children')).toContain('下级');
  expect(await explain(ending('核对 馆藏[<|>].本年'), '档案')).toContain(
    '545 = 12860 - 12315，相符',
  );
  expect(await explain(ending('核对 绝对<|>'), '绝对值')).toContain('不计正负');
  expect(await explain(started.replace('<MARK>', '| 22102<|> | |\n'), '2210201')).toContain(
    '住房改革支出（款）',
  );
  expect(
    await explain(ending('表 公开09<|>'), '公开09表 财政拨款“三公”经费支出决算表（整张表）'),
  ).toContain('| 公务接待费');
});

test('a whole form is a table without any problem, whatever the form', async () => {
  const fixture = variants(
    '名称：甲\n年度：2023\n金额单位：万元\n\n# 一\n表 <|>\n',
  )[1]?.[1] as Fixture;
  const items = (await ask(fixture)).filter(({ label }) => label.endsWith('（整张表）'));
  expect(items.length).toBe(9);
  for (const { label } of items) {
    const { report, tree } = analyse({ text: chosen(fixture, items, label) });
    expect(tree.errors).toEqual([]);
    expect(report.tables.map(({ problems }) => problems)).toEqual([[]]);
    expect(report.tables[0]?.form?.number).toBe(label.slice(0, 5));
  }
});

test.each(['四', '财政拨款收入支出', 'czbksr'])(
  'a section behind the marks of its heading, by %s',
  async (typed) => {
    for (const [, fixture] of variants(ending(`## ${typed}<|>`))) {
      const items = await ask(fixture);
      const label = '## 四、财政拨款收入支出决算总体情况说明';
      const text = chosen(fixture, items, label);
      expect(text).toContain(`\n${label}\n`);
      expect(text).not.toContain(`## ${typed}\n`);
      // Parts are of another level, forms and statements are no headings.
      expect(items.every((item) => item.label.startsWith('## '))).toBe(true);
      // The client compares what stands there with what the candidate is found by.
      expect(items[0]?.filterText).toBe(`## ${typed}`);
    }
  },
);

test('whole sections fill themselves from the tables', async () => {
  const source = `${smallReport}\n#<|>\n`;
  const fixture = variants(source)[0]?.[1] as Fixture;
  const items = await ask(fixture);
  expect(items.map(({ label }) => label)).not.toContain('## 三、支出决算情况说明');
  const written = variants(
    `${smallReport.replace('## 三、支出决算情况说明', '## 甲')}\n支出决<|>\n`,
  )[0]?.[1] as Fixture;
  const text = chosen(written, await ask(written), '## 三、支出决算情况说明');
  expect(text).not.toMatch(/\$\{|‹/);
  const asked = analyse({ text }).bindings.filter(({ verdict }) => verdict === 'asked');
  expect(asked.map(({ expected }) => expected)).toEqual([
    '20.20万元',
    '120.50万元',
    '98.20万元',
    '81.49%',
    '22.30万元',
    '18.51%',
  ]);
});

test('places of a snippet are for those who can show them', async () => {
  const plain = await startClient({ capabilities: {} });
  const [, fixture] = variants(ending('核对 馆<|>'))[0] ?? [];
  const items = await ask(fixture as Fixture, plain);
  expect(items.length).toBeGreaterThan(0);
  expect(items.every(({ insertTextFormat }) => insertTextFormat !== 2)).toBe(true);
  const call = variants(ending('核对 zengf<|>'))[0]?.[1] as Fixture;
  expect(chosen(call, await ask(call, plain), '增幅').split('\n')).toContain('核对 增幅(');
  await plain.stop();
});

test("last year's report: its file, and what stands in it", async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gouji-completion-')));
  try {
    const text = (year: number, more = '') =>
      `名称：甲局\n年度：${year}\n${more}\n表 馆藏\n| 项目 | 本年 |\n|---|---|\n| 档案 | ${year} |\n`;
    writeFileSync(join(folder, '2022.gouji'), text(2022));
    writeFileSync(join(folder, '2023.gouji'), text(2023));
    const other = await startClient({ folders: [folder] });
    const uri = uriOf(join(folder, '2023.gouji'));
    const labels = async (source: string, version: number): Promise<string[]> => {
      const [, fixture] = variants(source)[0] ?? [];
      other.close(uri);
      other.open(uri, fixture?.text ?? '', version);
      const { items } = await other.request<CompletionList>('textDocument/completion', uri, {
        position: fixture?.position,
      });
      return items.map(({ label, labelDetails }) => `${label} ${labelDetails?.description ?? ''}`);
    };
    expect(await labels(text(2023, '上年：<|>\n'), 1)).toEqual(['2022.gouji ', '无 ']);
    const tail = '核对 馆藏[档案].本年 = ';
    expect(await labels(`${text(2023)}${tail}<|>`, 2)).toContain('上年 ');
    expect(await labels(`${text(2023)}${tail}上年.<|>`, 3)).toEqual(['馆藏 ']);
    expect(await labels(`${text(2023)}${tail}上年.馆藏[<|>`, 4)).toContain('档案 2022');
    expect(await labels(`${text(2023)}${tail}上年.馆藏[档案].<|>`, 5)).toContain('本年 2022');
    await other.stop();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a mark offers what it begins, a blank in a sentence nothing', async () => {
  const trigger = async (source: string, triggerCharacter: string): Promise<number> => {
    const fixture = variants(source)[1]?.[1] as Fixture;
    const uri = `untitled:Trigger-${++count}`;
    client.open(uri, fixture.text);
    const { items } = await client.request<CompletionList>('textDocument/completion', uri, {
      position: fixture.position,
      context: { triggerKind: 2, triggerCharacter },
    });
    return items.length;
  };
  expect(await trigger(ending('馆藏 <|>'), ' ')).toBe(0);
  expect(await trigger(ending(' <|>'), ' ')).toBe(0);
  expect(await trigger(ending('馆藏.<|>'), '.')).toBe(0);
  expect(await trigger(ending('表 <|>'), ' ')).toBeGreaterThan(9);
  expect(await trigger(ending('核对 馆藏.<|>'), '.')).toBeGreaterThan(3);
});

test('nothing is offered inside of sentences and figures', async () => {
  for (const source of [
    withCursor('2023年度支出合计12', '0.50'),
    ending('核对 馆藏[档案§].本年 = 12<|>'),
  ]) {
    for (const [, fixture] of variants(source)) expect(await ask(fixture)).toEqual([]);
  }
});
