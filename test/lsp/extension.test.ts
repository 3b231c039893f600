/** What the extension asks of the server beyond the protocol. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import type {
  Checked,
  EffectiveConfiguration,
  Fact,
  FactGroup,
  FactGroups,
  Imported,
  Linted,
  RuleName,
} from '../../server/lsp/protocol.ts';
import { type Client, type ClientOptions, pulling, pushing, startClient, uriOf } from './client.ts';
import { smallReport } from './small-report.ts';

const uri = 'untitled:Untitled-1';
const folder = mkdtempSync(join(tmpdir(), 'gouji-extension-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let client: Client;
afterEach(() => client.stop());

async function start(options: ClientOptions = {}): Promise<Client> {
  client = await startClient({
    ...options,
    capabilities: {
      ...(options.capabilities ?? pushing),
      experimental: { gouji: { checked: true } },
    },
  });
  return client;
}

const ask = <R>(method: string, params?: object): Promise<R> =>
  client.connection.sendRequest<R>(method, params);

/** The next notification of a check that fits. */
const checked = (fits: (one: Checked) => boolean): Promise<Checked> =>
  new Promise((resolve) => {
    const listening = client.connection.onNotification('gouji/checked', (one: Checked) => {
      if (!fits(one)) return;
      listening.dispose();
      resolve(one);
    });
  });

/** Titles with counts, indented by depth: own figures of all, then those that are wrong and unread. */
function outline(groups: readonly FactGroup[], depth = 0): string[] {
  return groups.flatMap(({ title, own, counts, groups: below }) => {
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return [
      `${'  '.repeat(depth)}${title} ${own}/${all} ${counts.wrong}!`,
      ...outline(below, depth + 1),
    ];
  });
}

const flat = (groups: readonly FactGroup[]): FactGroup[] =>
  groups.flatMap((group) => [group, ...flat(group.groups)]);

test.each([
  ['Han', '库'],
  ['a surrogate pair', '𠮷'],
])('figures by section and table, with %s before them', async (_, character) => {
  await start();
  const text = smallReport.replaceAll('§', character);
  client.open(uri, text);
  const found = await ask<FactGroups>('gouji/factGroups', { textDocument: { uri } });
  expect(outline(found.groups)).toEqual([
    '第二部分 决算表 1/26 1!',
    '  公开03表 支出决算表 19/19 1!',
    '  馆藏 6/6 0!',
    '第三部分 决算情况说明 0/5 0!',
    '  三、支出决算情况说明 5/5 0!',
  ]);
  const groups = flat(found.groups);
  const factsIn = (title: string) =>
    ask<Fact[]>('gouji/facts', {
      textDocument: { uri },
      check: found.check,
      group: groups.find((group) => group.title === title)?.id,
    });
  const lines = text.split('\n');
  const facts = [
    ...(await factsIn('公开03表 支出决算表')),
    ...(await factsIn('三、支出决算情况说明')),
  ];
  for (const { range, printed } of facts) {
    const { start, end } = range;
    expect(printed).toContain(lines[start.line]?.slice(start.character, end.character));
  }
  expect(facts.find(({ verdict }) => verdict === 'wrong')).toMatchObject({
    printed: '87.00',
    subject: '20126 档案事务 的基本支出',
    expected: '78.00',
  });
  expect(facts.find(({ printed }) => printed === '81.49%')).toMatchObject({
    verdict: 'verified',
    calculation: '占比(98.20, 120.50) = 81.49%',
  });
  client.change(uri, { text: `${text}\n` });
  await expect(factsIn('馆藏')).rejects.toMatchObject({ code: -32801 });
});

test('each check is told of once, with counts and coverage', async () => {
  await start();
  const first = checked(({ version }) => version === 1);
  const text = smallReport.replaceAll('§', '');
  client.open(uri, text);
  expect(await first).toMatchObject({ uri, version: 1, errors: 1, configuration: null });
  expect((await first).coverage?.tables).toMatchObject({ wrong: 1 });
  const second = checked(({ version }) => version === 2);
  client.change(uri, { text: text.replace('87.00', '78.00') });
  expect(await second).toMatchObject({ errors: 0, coverage: { tables: { wrong: 0 } } });
  expect((await second).check).not.toBe((await first).check);
});

test('a client that pulls is told as well; one that does not ask for it is not', async () => {
  await start({ capabilities: pulling });
  const told = checked(() => true);
  client.open(uri, smallReport);
  await client.request('textDocument/diagnostic', uri);
  expect(await told).toMatchObject({ version: 1 });
  await client.stop();

  client = await startClient();
  let heard = 0;
  client.connection.onNotification('gouji/checked', () => {
    heard += 1;
  });
  await client.check(uri, smallReport);
  await ask('gouji/factGroups', { textDocument: { uri } });
  expect(heard).toBe(0);
});

test('a new report, of a profile that there is', async () => {
  await start();
  const profiles = await ask<{ name: string }[]>('gouji/profiles');
  expect(profiles).toContainEqual({ name: '河南', forms: 9 });
  const text = await ask<string>('gouji/newReport', {
    profile: '河南',
    kind: '单位决算',
    name: '青禾县档案馆',
    year: 2024,
  });
  expect(text).toMatch(/^报告：单位决算\n名称：青禾县档案馆\n年度：2024\n/);
  const diagnostics = await client.check(uri, text);
  expect(diagnostics.filter(({ severity }) => (severity ?? 1) < 3)).toEqual([]);
});

test('a published text becomes a source', async () => {
  await start();
  const text = '青禾县档案馆\n2023年度部门决算\n\n第一部分 概况\n一、部门职责\n保管档案。\n';
  const imported = await ask<Imported>('gouji/import', { text });
  expect(imported.text).toContain('保管档案。');
  expect(imported.noticed).toBeGreaterThanOrEqual(0);
});

test('all rules have a title in the language of the user', async () => {
  await start({ settings: { language: 'en' } });
  const rules = await ask<RuleName[]>('gouji/rules');
  expect(rules.length).toBeGreaterThan(40);
  expect(rules.every(({ title }) => /^[\x20-\x7e“”‘’—–]+$/.test(title))).toBe(true);
});

test('a text that is not open is checked as if it were', async () => {
  await start({ folders: [folder] });
  const text = smallReport.replaceAll('§', '');
  const live = await client.check(uri, text);
  const { diagnostics } = await ask<Linted<Diagnostic>>('gouji/lint', {
    textDocument: { uri },
    text,
  });
  const plain = (ones: readonly Diagnostic[]) => ones.map(({ data, ...rest }) => rest);
  expect(plain(diagnostics)).toEqual(plain(live));
  expect(diagnostics.length).toBeGreaterThan(0);
});

test("the editor's levels apply where no configuration file does", async () => {
  const configured = join(folder, 'configured');
  mkdirSync(configured, { recursive: true });
  writeFileSync(join(configured, 'gouji.config.json'), '{"rules":{"sum/row":"warning"}}');
  await start({
    folders: [folder],
    settings: { rules: { 'sum/children': 'off', 'sum/row': 'off', 'no/such': 'off', 'cell/x': 3 } },
  });
  const text = smallReport.replaceAll('§', '').replace(/^\/\/ 免核.*\n/m, '');
  const levels = async (path: string) => {
    const told = await ask<EffectiveConfiguration>('gouji/configuration', {
      textDocument: { uri: uriOf(path) },
    });
    const { rules } = JSON.parse(told.text);
    return { file: told.file, children: rules['sum/children'], row: rules['sum/row'] };
  };
  expect(await levels(join(folder, 'a.gouji'))).toEqual({
    file: null,
    children: 'off',
    row: 'off',
  });
  expect(await levels(join(configured, 'a.gouji'))).toEqual({
    file: join(configured, 'gouji.config.json'),
    children: 'error',
    row: 'warning',
  });
  const free = await client.check(uriOf(join(folder, 'a.gouji')), text);
  expect(free.map(({ code }) => code)).not.toContain('sum/children');
  const ruled = await client.check(uriOf(join(configured, 'a.gouji')), text);
  expect(ruled.map(({ code }) => code)).toContain('sum/children');
});

test('a question is answered though what the text stands on changes meanwhile', async () => {
  await start({ folders: [folder] });
  const text = smallReport.replaceAll('§', '');
  const place = uriOf(join(folder, 'b.gouji'));
  const wrong = (await client.check(place, text)).find(({ severity }) => severity === 1);
  if (wrong === undefined) throw new Error('nothing was found');
  client.change(place, { text: `${text}\n` });
  const asked = client.codeActions(place, wrong.range, { diagnostics: [] });
  // As an editor tells of a file that it has just saved.
  void client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uriOf(join(folder, 'other.gouji')), type: 1 }],
  });
  expect((await asked).length).toBeGreaterThan(0);
});
