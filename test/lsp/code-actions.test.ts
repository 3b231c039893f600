import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { analyse } from '../../server/analysis.ts';
import { type Client, editsOf, pushing, startClient, withEdits } from './client.ts';
import { rangeText } from './expected.ts';

// Characters of one, two and four bytes stand before the cells, and the lines end as given.
const report = (end: string): string =>
  [
    '名称：青禾县𠀀档案馆',
    '年度：2023',
    '金额单位：万元',
    '',
    '表 公开05表',
    '| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |',
    '|---|---|---:|---:|---:|',
    '| | 合计 | 99.4. | 12.50 | 86.90 |',
    '| 201 | 一般公共服务支出𠀀 | 99.40 | 12..50 | 86.90 |',
    '',
  ].join(end);

const at = (line: number, character: number) => ({
  start: { line, character },
  end: { line, character },
});
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

let count = 0;
async function open(text: string): Promise<string> {
  const uri = `untitled:Actions-${++count}`;
  await client.check(uri, text);
  return uri;
}

const titles = (actions: readonly CodeAction[]): readonly string[] =>
  actions.map(({ title }) => title);

test.each([['\n'], ['\r\n'], ['\r']])('the preferred fix under the cursor (%j)', async (end) => {
  const text = report(end);
  const uri = await open(text);
  const actions = await client.codeActions(uri, at(8, 34), {
    diagnostics: [],
    only: ['quickfix'],
  });
  expect(titles(actions)).toEqual([
    '改为「12.50」',
    '修复本文件中所有「数字书写错误」',
    '免核这一行的「数字书写错误」并写明理由',
  ]);
  const [action] = actions;
  expect(action).toMatchObject({ kind: 'quickfix', isPreferred: true });
  expect(action?.diagnostics?.map(({ code, range }) => `${code} ${rangeText(range)}`)).toEqual([
    'cell/malformed-number 8:29-8:35',
  ]);
  expect(withEdits(text, editsOf(action as CodeAction, uri))).toBe(text.replace('12..50', '12.50'));
});

test('where the cursor is elsewhere, nothing is offered', async () => {
  const uri = await open(report('\n'));
  const actions = await client.codeActions(uri, at(8, 20), { diagnostics: [], only: ['quickfix'] });
  expect(actions).toEqual([]);
});

// A certain fix (the rule that silences nothing goes) and a suggestion (the rule that is meant) on one place.
const directive = '// gouji-disable-next-line cell/malformed-numbr cell/malformed-number -- 试';

test('suggestions are offered too, and never preferred', async () => {
  const text = `${directive}\n𠀀\n`;
  const uri = await open(text);
  const actions = await client.codeActions(uri, at(0, 30), { diagnostics: [], only: ['quickfix'] });
  expect(actions.map(({ title, isPreferred = false }) => [title, isPreferred])).toEqual([
    ['删去多余的免核', true],
    ['改为 cell/malformed-number', false],
    ['免核这一行的「文件开头缺项」并写明理由', false],
  ]);
  expect(
    actions.slice(0, 2).map((action) => withEdits(text, editsOf(action, uri)).split('\n')[0]),
  ).toEqual([
    '// gouji-disable-next-line cell/malformed-numbr -- 试',
    '// gouji-disable-next-line cell/malformed-number cell/malformed-number -- 试',
  ]);
});

test('a diagnostic that comes back names its finding, among others on the same place', async () => {
  const uri = await open(`${directive}\n`);
  const found = await client.diagnostics(uri, 1);
  for (const code of ['directive/unused', 'directive/unknown-rule']) {
    const diagnostics = found.filter((one) => one.code === code);
    expect(diagnostics).toHaveLength(1);
    const actions = await client.codeActions(uri, at(0, 30), { diagnostics, only: ['quickfix'] });
    expect(actions.flatMap((one) => one.diagnostics?.map((of) => of.code))).toEqual([code]);
  }
});

test.each([['\n'], ['\r\n']])(
  'fix all takes every certain fix and no suggestion (%j)',
  async (end) => {
    const text = report(end);
    const uri = await open(text);
    for (const only of [['source'], ['source.fixAll'], ['source.fixAll.gouji']]) {
      const actions = await client.codeActions(uri, whole, { diagnostics: [], only });
      expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.gouji']);
      expect(withEdits(text, editsOf(actions[0] as CodeAction, uri))).toBe(
        text.replace('12..50', '12.50').replace('99.4. ', '99.4 '),
      );
    }
  },
);

test('fix all goes on where a fix uncovers another one', async () => {
  // Once the number can be read, the directive above it silences nothing and can go.
  const text = report('\n').replace('| 201', '// 免核下一行 cell/malformed-number：已核\n| 201');
  const silenced = text.replace('12..50', '12.50');
  const uri = await open(silenced);
  const [action] = await client.codeActions(uri, whole, {
    diagnostics: [],
    only: ['source.fixAll.gouji'],
  });
  const fixed = withEdits(silenced, editsOf(action as CodeAction, uri));
  expect(fixed).toBe(report('\n').replace('12..50', '12.50').replace('99.4. ', '99.4 '));
  expect(analyse({ text: fixed }).findings.filter(({ fix }) => fix)).toEqual([]);
});

test('without anything to fix there is no fix all, and other kinds are not ours', async () => {
  const uri = await open('没有表格。');
  expect(await client.codeActions(uri, whole, { diagnostics: [], only: ['source'] })).toEqual([]);
  const faulty = await open(report('\n'));
  for (const only of [['refactor'], ['source.organizeImports'], ['source.fixAll.other']]) {
    expect(await client.codeActions(faulty, whole, { diagnostics: [], only })).toEqual([]);
  }
});

test('an edit names the version that it is for, unless the client cannot read it', async () => {
  const uri = await open(report('\n'));
  const [action] = await client.codeActions(uri, whole, { diagnostics: [], only: ['quickfix'] });
  expect(action?.edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
  const plain = await startClient({
    capabilities: { ...pushing, workspace: { configuration: true } },
  });
  await plain.check(uri, report('\n'));
  const [other] = await plain.codeActions(uri, whole, { diagnostics: [], only: ['quickfix'] });
  expect(other?.edit?.documentChanges).toBeUndefined();
  expect(Object.keys(other?.edit?.changes ?? {})).toEqual([uri]);
  await plain.stop();
});
