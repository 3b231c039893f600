/** What a report's findings stand on besides its text: configuration, other reports, settings of the editor. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings } from '../../server/rules/default-settings.ts';
import { type Client, type ClientOptions, startClient, uriOf } from './client.ts';
import { startClientHere } from './client-here.ts';
import { expectedDiagnostics, messageOf, shown } from './expected.ts';

const text = `名称：青禾县𠀀档案馆
年度：2023
金额单位：万元

表 公开05表
| 科目编码 | 科目名称 | 小计 | 基本支出 |
|---|---|---:|---:|
| | 合计 | 99.4. | 12.50 |
`;

let folder: string;
let client: Client | undefined;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'gouji-lsp-')));
});
afterEach(async () => {
  await client?.stop();
  client = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return uriOf(path);
}

async function start(options: ClientOptions = {}): Promise<Client> {
  client = await startClient({ folders: [folder], ...options });
  return client;
}

const fileEvent = { created: 1, changed: 2, deleted: 3 } as const;

/** Tells the server of a change on disk, and waits for what it then publishes of `uri`. */
async function afterEvent(
  { connection, ...rest }: Client,
  of: string,
  type: keyof typeof fileEvent,
  next: Promise<{ diagnostics: Parameters<typeof shown>[0] }>,
) {
  void rest;
  await connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: of, type: fileEvent[type] }],
  });
  return shown((await next).diagnostics);
}

const codes = (diagnostics: ReturnType<typeof shown>) => diagnostics.map(({ code }) => code);

test('the nearest configuration applies, as on the command line, and is read anew when it changes', async () => {
  const configuration = write(
    'gouji.config.json',
    '{ "rules": { "cell/malformed-number": "warning" } }',
  );
  const uri = write('2023/a.gouji', text);
  const editor = await start();
  const settings = new Map(defaultSettings);
  settings.set('cell/malformed-number', { level: 'warning', options: {} });
  const expected = expectedDiagnostics({ text, settings });
  expect(expected.find(({ code }) => code === 'cell/malformed-number')?.severity).toBe(2);
  expect(shown(await editor.check(uri, text))).toEqual(expected);

  write('gouji.config.json', '{ "rules": { "cell/malformed-number": "off" } }');
  const again = await afterEvent(
    editor,
    configuration,
    'changed',
    editor.next((one) => one.uri === uri),
  );
  expect(codes(again)).not.toContain('cell/malformed-number');
  expect(codes(again)).toEqual(codes(expected).filter((code) => code !== 'cell/malformed-number'));
});

test('a configuration that appears applies to an untitled text of that workspace', async () => {
  const uri = 'untitled:Untitled-1';
  const editor = await start();
  expect(codes(shown(await editor.check(uri, text)))).toContain('cell/malformed-number');
  const file = write('gouji.config.json', '{ "rules": { "cell/malformed-number": "off" } }');
  const again = await afterEvent(
    editor,
    file,
    'created',
    editor.next((one) => one.uri === uri),
  );
  expect(codes(again)).not.toContain('cell/malformed-number');
});

test('an unusable configuration is shown where it is wrong, and nothing is checked by half of it', async () => {
  const file = write('gouji.config.json', '{\n  "rules": { "cell/no-such-rule": "off" }\n}');
  const uri = write('a.gouji', text);
  const editor = await start();
  const found = await editor.check(uri, text);
  expect(found).toHaveLength(1);
  expect(found[0]?.message).toContain('gouji.config.json');
  expect(found[0]?.relatedInformation?.[0]?.location).toMatchObject({
    uri: file,
    range: { start: { line: 1 } },
  });
  const published = editor.published.filter((one) => one.uri === file).at(-1);
  expect(published?.diagnostics.map(({ range }) => range.start.line)).toEqual([1]);

  write('gouji.config.json', '{}');
  const again = await afterEvent(
    editor,
    file,
    'changed',
    editor.next((one) => one.uri === uri),
  );
  expect(again).toEqual(expectedDiagnostics({ text }));
  expect(editor.published.filter((one) => one.uri === file).at(-1)?.diagnostics).toEqual([]);
});

const year = (n: number, amount: string, more = ''): string => `名称：青禾县档案馆
年度：${n}
金额单位：万元
${more}
表 馆藏
| 项目 | 本年 |
|---|---:|
| 档案 | ${amount} |
`;
const assertion = '核对 馆藏[档案].本年 = 上年.馆藏[档案].本年\n';

test('last year’s report is found among the files of the workspace, on disk or open', async () => {
  const before = write('2022/a.gouji', year(2022, '5.00'));
  const uri = write('2023/a.gouji', '');
  const editor = await start();
  const now = year(2023, '6.00') + assertion;
  const broken = shown(await editor.check(uri, now));
  const finding = broken.find(({ code }) => String(code).startsWith('assertion/'));
  expect(finding?.message).toContain('5.00');
  const related = (await editor.diagnostics(uri, 1))
    .flatMap(({ relatedInformation = [] }) => relatedInformation)
    .filter(({ location }) => location.uri === before);
  expect(related.map(({ location }) => location.range.start.line)).toContain(7);

  // On disk it is put right …
  write('2022/a.gouji', year(2022, '6.00'));
  let again = await afterEvent(
    editor,
    before,
    'changed',
    editor.next((one) => one.uri === uri),
  );
  expect(codes(again)).toEqual(codes(broken).filter((code) => code !== finding?.code));
  // … in the editor it is broken again: the buffer counts and not the file.
  let next = editor.next((one) => one.uri === uri);
  editor.open(before, year(2022, '7.00'));
  again = shown((await next).diagnostics);
  expect(again.find(({ code }) => code === finding?.code)?.message).toContain('7.00');
  // An edit there is an edit of what this report stands on.
  next = editor.next((one) => one.uri === uri);
  editor.change(before, { text: year(2022, '6.00') });
  expect(codes(shown((await next).diagnostics))).not.toContain(finding?.code);
  // Closed without being saved, the file counts again; gone, there is no last year.
  next = editor.next((one) => one.uri === uri);
  editor.change(before, { text: year(2022, '8.00') });
  expect(codes(shown((await next).diagnostics))).toContain(finding?.code);
  next = editor.next((one) => one.uri === uri);
  editor.close(before);
  expect(codes(shown((await next).diagnostics))).not.toContain(finding?.code);
  rmSync(join(folder, '2022'), { recursive: true });
  again = await afterEvent(
    editor,
    before,
    'deleted',
    editor.next((one) => one.uri === uri),
  );
  expect(again.map(({ message }) => message).join()).not.toContain('6.00');
});

test('an edit of a report that this one does not read leaves its diagnostics alone', async () => {
  const editor = await start();
  const uri = write('a.gouji', '');
  const other = write('b.gouji', '');
  await editor.check(uri, year(2023, '6.00'));
  const edited = year(2021, '6.00');
  await editor.check(other, edited);
  await editor.settled(uri);
  const before = editor.published.length;
  editor.change(other, { text: `${edited}没有` });
  await editor.diagnostics(other, 2);
  await editor.settled(uri);
  expect(editor.published.slice(before).map((one) => one.uri)).toEqual([other]);
  // Another year makes it another report: it may be the one that was missing.
  editor.change(other, { text: year(2022, '6.00') });
  await editor.diagnostics(other, 3);
  await editor.settled(uri);
  expect(editor.published.filter((one) => one.uri === uri)).toHaveLength(3);
});

test('last year’s report may be a published original', async () => {
  write('old.txt', year(2022, '5.00').replaceAll('| ', '').replaceAll(' |', '\t'));
  const editor = await start();
  const uri = write('a.gouji', '');
  const found = await editor.check(uri, year(2023, '6.00', '上年：old.txt\n'));
  expect(found.filter(({ message }) => messageOf(message).includes('old.txt'))).toEqual([]);
  const missing = await editor.check(
    write('b.gouji', ''),
    year(2023, '6.00', '上年：nowhere.txt\n'),
  );
  expect(missing.filter(({ message }) => messageOf(message).includes('nowhere.txt'))).not.toEqual(
    [],
  );
});

test.each([
  ['en', undefined, 'en'],
  ['en-GB', 'auto', 'en'],
  ['zh-cn', undefined, 'zh'],
  ['fr', undefined, 'zh'],
  [undefined, undefined, 'zh'],
  ['en', 'zh', 'zh'],
  ['zh-cn', 'en', 'en'],
] as const)('locale %s and setting %s speak %s', async (locale, language, expected) => {
  const editor = await startClientHere({
    ...(locale !== undefined && { locale }),
    settings: language === undefined ? {} : { language },
  });
  expect(shown(await editor.check('untitled:a', text))).toEqual(
    expectedDiagnostics({ text }, expected),
  );
});

test('a changed setting is asked for, and the open texts speak the other language', async () => {
  const editor = await start({ settings: { language: 'zh' } });
  await editor.check('untitled:a', text);
  editor.settings = { language: 'en' };
  const next = editor.next(({ uri }) => uri === 'untitled:a');
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  const { diagnostics, version } = await next;
  expect(version).toBe(1);
  expect(shown(diagnostics)).toEqual(expectedDiagnostics({ text }, 'en'));
});

test('a client that is never asked sends its settings by itself', async () => {
  const editor = await start({
    capabilities: {},
    initializationOptions: { language: 'en' },
  });
  const related = { related: [] };
  const plain = (language: 'zh' | 'en') =>
    expectedDiagnostics({ text }, language).map((one) => ({ ...one, ...related }));
  expect(shown(await editor.check('untitled:a', text))).toEqual(plain('en'));
  const next = editor.next(() => true);
  await editor.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { gouji: { language: 'zh' } },
  });
  const { diagnostics } = await next;
  expect(shown(diagnostics)).toEqual(plain('zh'));
  for (const one of diagnostics) {
    expect(Object.keys(one).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
  }
});

test('paths with Han characters, blanks and signs are found by their URI', async () => {
  write('年度 2023/gouji.config.json', '{ "rules": { "cell/malformed-number": "off" } }');
  const uri = write('年度 2023/决算#1 50%.gouji', text);
  const editor = await start();
  expect(codes(shown(await editor.check(uri, text)))).not.toContain('cell/malformed-number');
});
