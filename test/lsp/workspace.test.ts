/** Many reports at once: those that are open, those that lie in the folders of the workspace, and what happens to them. */
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type {
  SymbolInformation,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { generate } from '../generate/generate.ts';
import { type Client, pulling, pushing, startClient, uriOf, withEdits } from './client.ts';
import { expectedDiagnostics, shown } from './expected.ts';
import { textIn } from './markers.ts';

let folder: string;
let client: Client | undefined;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'gouji-𠀀 工作区-')));
});
afterEach(async () => {
  await client?.stop();
  client = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return uriOf(path);
}

async function start(capabilities = pulling, folders = [folder]): Promise<Client> {
  client = await startClient({ folders, capabilities });
  return client;
}

function report(year: number, { header = '', total = '12.50' } = {}): string {
  return `报告：单位决算
名称：青禾县𠀀档案馆
年度：${year}
金额单位：万元
${header}
表 公开05表
| 科目编码 | 科目名称 | 小计 | 基本支出 |
|---|---|---:|---:|
| | 合计𠀀 | ${total} | 12.50 |
`;
}

const faulty = { total: '12..50' };

interface Item {
  readonly uri: string;
  readonly kind: string;
  readonly version: number | null;
  readonly resultId?: string;
  readonly items?: Parameters<typeof shown>[0];
}

/** One pull of the whole workspace; `previous` as the answer before left it. */
async function pull(editor: Client, previous: ReadonlyMap<string, string> = new Map()) {
  const { items } = await editor.connection.sendRequest<WorkspaceDiagnosticReport>(
    'workspace/diagnostic',
    { previousResultIds: [...previous].map(([uri, value]) => ({ uri, value })) },
  );
  const byUri = new Map((items as readonly Item[]).map((item) => [item.uri, item]));
  const ids = new Map(previous);
  for (const { uri, resultId } of byUri.values()) {
    if (resultId === undefined) ids.delete(uri);
    else ids.set(uri, resultId);
  }
  return { byUri, ids };
}

const touched = (editor: Client, type: 'created' | 'changed' | 'deleted', ...uris: string[]) =>
  editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: uris.map((uri) => ({
      uri,
      type: { created: 1, changed: 2, deleted: 3 }[type],
    })),
  });

test('every report of every folder has its diagnostics, open or not', async () => {
  const other = realpathSync(mkdtempSync(join(tmpdir(), 'gouji-第二-')));
  const [a, b] = [write('2023/a.gouji', report(2023, faulty)), write('乙.gouji', report(2021))];
  const c = uriOf(join(other, 'c.gouji'));
  writeFileSync(join(other, 'c.gouji'), report(2019, faulty));
  writeFileSync(
    join(other, 'gouji.config.json'),
    '{ "rules": { "cell/malformed-number": "warning" } }',
  );
  const editor = await start(pulling, [folder, other]);
  expect(editor.capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: true });
  const edited = report(2021, { total: '12.5.0' });
  editor.open(b, edited);
  const { byUri } = await pull(editor);
  expect([...byUri.keys()].sort()).toEqual([a, b, c].sort());
  expect(byUri.get(a)?.version).toBeNull();
  expect(byUri.get(b)?.version).toBe(1);
  expect(shown(byUri.get(a)?.items ?? [])).toEqual(
    expectedDiagnostics({ text: report(2023, faulty) }),
  );
  expect(shown(byUri.get(b)?.items ?? [])).toEqual(expectedDiagnostics({ text: edited }));
  // Each folder has a configuration of its own.
  const levels = byUri.get(c)?.items?.filter(({ code }) => code === 'cell/malformed-number');
  expect(levels?.map(({ severity }) => severity)).toEqual([2]);
  rmSync(other, { recursive: true, force: true });
});

test('a byte-order mark in a file moves nothing, as no editor shows it', async () => {
  const text = `上年：上年/没有.gouji\n${report(2023, faulty)}`;
  const uri = write('a.gouji', `\ufeff${text}`);
  write('上年/有.gouji', report(2022));
  const editor = await start();
  const stored = (await pull(editor)).byUri.get(uri)?.items ?? [];
  expect(stored.map(({ code }) => code)).toContain('header/unresolved-report');
  editor.open(uri, text);
  const opened = (await pull(editor)).byUri.get(uri)?.items ?? [];
  expect(shown(stored)).toEqual(shown(opened));
  editor.close(uri);
  write('a.gouji', `\ufeff${text.replace('没有', '有')}`);
  await touched(editor, 'changed', uri);
  const edit = await willRename(editor, ['上年/有.gouji', '上年/𠀀.gouji']);
  const own = text.replace('没有', '有');
  expect(after(edit, { [uri]: own })).toEqual({ [uri]: own.replace('有.gouji', '𠀀.gouji') });
});

test('what has not changed is not worked out again, what is gone has no diagnostics', async () => {
  const [a, b] = [write('a.gouji', report(2023, faulty)), write('b.gouji', report(2020))];
  const editor = await start();
  const first = await pull(editor);
  const second = await pull(editor, first.ids);
  expect([...second.byUri.values()].map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
  // Nobody tells of this change: the file itself does.
  write('a.gouji', report(2023));
  const third = await pull(editor, second.ids);
  expect(third.byUri.get(a)?.kind).toBe('full');
  expect(shown(third.byUri.get(a)?.items ?? [])).toEqual(
    expectedDiagnostics({ text: report(2023) }),
  );
  expect(third.byUri.get(b)?.kind).toBe('unchanged');
  rmSync(join(folder, 'a.gouji'));
  await touched(editor, 'deleted', a);
  const fourth = await pull(editor, third.ids);
  expect(fourth.byUri.get(a)).toEqual({ uri: a, version: null, kind: 'full', items: [] });
  expect(fourth.ids.has(a)).toBe(false);
});

test('a report that is not open follows the one that it reads', async () => {
  const last = write('2022.gouji', report(2022));
  const own = write('2023.gouji', report(2023, { header: '上年：2022.gouji\n' }));
  const editor = await start();
  const first = await pull(editor);
  const codes = (item: Item | undefined) => item?.items?.map(({ code }) => code) ?? [];
  expect(codes(first.byUri.get(own))).not.toContain('header/unresolved-report');
  // Opened as it is, it changes nothing; with another year it is not last year's any more.
  editor.open(last, report(2022));
  expect((await pull(editor, first.ids)).byUri.get(own)?.kind).toBe('unchanged');
  const before = editor.refreshes;
  editor.change(last, { text: report(2020) });
  const second = await pull(editor, first.ids);
  expect(codes(second.byUri.get(own))).toContain('header/unresolved-report');
  expect(editor.refreshes).toBeGreaterThan(before);
  // Closed without being saved, the file counts again.
  editor.close(last);
  const third = await pull(editor, second.ids);
  expect(codes(third.byUri.get(own))).not.toContain('header/unresolved-report');
});

test('a field of the header tells which reports take part because of it', async () => {
  write('2022/𠀀.gouji', report(2022));
  write('甲.gouji', report(2023, {}).replace('名称：青禾县𠀀档案馆', '名称：青禾县𠀀馆'));
  const text = report(2023, { header: '下级：\n- 青禾县𠀀馆\n- 没有.gouji\n' });
  const uri = write('总.gouji', text);
  const editor = await start(pushing);
  await editor.check(uri, text);
  const hover = async (key: string) => {
    const line = text.split('\n').findIndex((one) => one.startsWith(key));
    const found = await editor.request<{ contents: { value: string } }>('textDocument/hover', uri, {
      position: { line, character: 1 },
    });
    return found.contents.value;
  };
  expect(await hover('年度')).toContain('上年报告：`2022/𠀀.gouji`');
  expect(await hover('下级')).toContain('参加核对的单位报告 1 份\n\n- 青禾县𠀀馆 `甲.gouji`');
});

test('a unit is found by its name beside a folder that has the name too', async () => {
  write('青禾县𠀀档案馆/2023.gouji', report(2023));
  const own = write(
    '总.gouji',
    report(2023, { header: '下级：\n- 青禾县𠀀档案馆\n' }).replace(
      '名称：青禾县𠀀档案馆',
      '名称：甲',
    ),
  );
  const { byUri } = await pull(await start());
  const codes = byUri.get(own)?.items?.map(({ code }) => code);
  expect(codes).not.toContain('header/unresolved-report');
});

test('a changed configuration asks for a refresh, and all are checked anew by it', async () => {
  const a = write('a.gouji', report(2023, faulty));
  const editor = await start();
  const first = await pull(editor);
  expect(first.byUri.get(a)?.items?.map(({ code }) => code)).toContain('cell/malformed-number');
  const file = write('gouji.config.json', '{ "rules": { "cell/malformed-number": "off" } }');
  await touched(editor, 'created', file);
  const second = await pull(editor, first.ids);
  expect(second.byUri.get(a)?.items?.map(({ code }) => code)).not.toContain(
    'cell/malformed-number',
  );
  expect(editor.refreshes).toBeGreaterThan(0);
});

test('results come in parts, and a request that is cancelled ends', async () => {
  for (let n = 0; n < 40; n++) write(`${n}.gouji`, generate(n).gouji);
  const editor = await start();
  const parts: Item[] = [];
  editor.connection.onNotification('$/progress', ({ token, value }) => {
    if (token === 'parts') parts.push(...(value as { items: Item[] }).items);
  });
  const { items } = await editor.connection.sendRequest<WorkspaceDiagnosticReport>(
    'workspace/diagnostic',
    { previousResultIds: [], partialResultToken: 'parts' },
  );
  expect(items).toEqual([]);
  expect(new Set(parts.map(({ uri }) => uri)).size).toBe(40);

  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  const asked = editor.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
  const { cancelled } = await cancelling(editor);
  expect(await cancelled).toBe(-32800);
  await asked;
});

/** Asks once more, and changes its mind. */
async function cancelling(editor: Client) {
  let stop: () => void = () => {};
  const token = {
    isCancellationRequested: false,
    onCancellationRequested: (listener: () => void) => {
      stop = listener;
      return { dispose: () => {} };
    },
  };
  const cancelled = editor.connection
    .sendRequest('workspace/diagnostic', { previousResultIds: [] }, token as never)
    .then(
      () => 0,
      ({ code }: { code: number }) => code,
    );
  await new Promise((resolve) => setTimeout(resolve, 5));
  stop();
  return { cancelled };
}

test('an edit is answered while the workspace is being checked', async () => {
  for (let n = 0; n < 40; n++) write(`${n}.gouji`, generate(n).gouji);
  const editor = await start();
  let done = false;
  const all = pull(editor).then(() => {
    done = true;
  });
  editor.open('untitled:a', report(2023, faulty));
  await editor.request('textDocument/diagnostic', 'untitled:a');
  expect(done).toBe(false);
  await all;
});

// ---- symbols --------------------------------------------------------------------------------------------------------

async function symbols(editor: Client, query: string): Promise<readonly SymbolInformation[]> {
  return editor.connection.sendRequest('workspace/symbol', { query });
}

test('sections, tables and definitions of all reports are found by name, by pinyin and by initials', async () => {
  const text = `${report(2023)}\n设 𠀀增幅 = 1\n\n# 第三部分 𠀀说明\n## 三、支出决算情况说明\n`;
  const a = write('a.gouji', text);
  write('b.gouji', report(2022));
  const editor = await start(pushing);
  const names = async (query: string) =>
    (await symbols(editor, query)).map(
      ({ name, containerName }) => `${name} | ${containerName ?? ''}`,
    );
  const own = '青禾县𠀀档案馆 2023';
  expect(await names('𠀀增')).toEqual([`𠀀增幅 | ${own}`]);
  expect(await names('支出决算情况')).toEqual([`三、支出决算情况说明 | ${own}`]);
  expect(await names('zcjsqk')).toEqual([`三、支出决算情况说明 | ${own}`]);
  expect((await names('公开05')).sort()).toEqual([
    '公开05表 | 青禾县𠀀档案馆 2022',
    `公开05表 | ${own}`,
  ]);
  const [found] = await symbols(editor, '𠀀增');
  expect(found?.location.uri).toBe(a);
  expect(found && textIn(text, found.location.range)).toBe('𠀀增幅');
  // What is written in the editor counts before it is saved.
  editor.open(a, `设 𠀀比率 = 1\n`);
  expect(await names('𠀀增')).toEqual([]);
  expect(await names('𠀀比')).toEqual(['𠀀比率 | ']);
  expect((await names('')).length).toBeGreaterThan(2);
});

// ---- files that are moved and deleted -------------------------------------------------------------------------------

function willRename(editor: Client, ...pairs: readonly (readonly [string, string])[]) {
  const files = pairs.map(([from, to]) => ({
    oldUri: uriOf(join(folder, from)),
    newUri: uriOf(join(folder, to)),
  }));
  return editor.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
    files,
  });
}

/** The header's lines after the edits, by URI. */
function after(edit: WorkspaceEdit | null, texts: Readonly<Record<string, string>>) {
  const result: Record<string, string> = {};
  for (const change of edit?.documentChanges ?? []) {
    if (!('textDocument' in change)) continue;
    const { uri } = change.textDocument;
    const text = texts[uri];
    if (text !== undefined) result[uri] = withEdits(text, change.edits as never);
  }
  return result;
}

test('a renamed report is followed by the headers that name it', async () => {
  const own = report(2023, {
    header: '上年：../上年𠀀/a.gouji\n下级：\n- ./甲.gouji\n- 乙.gouji\n',
  });
  const unit = report(2023);
  write('上年𠀀/a.gouji', report(2022));
  const uri = write('今年/总.gouji', own);
  write('今年/甲.gouji', unit);
  write('今年/乙.gouji', unit);
  const editor = await start(pushing);
  editor.open(uri, `\n${own}`);
  const edit = await willRename(editor, ['今年/甲.gouji', '今年/单位/𠀀.gouji']);
  expect(after(edit, { [uri]: `\n${own}` })).toEqual({
    [uri]: `\n${own.replace('./甲.gouji', './单位/𠀀.gouji')}`,
  });
  editor.close(uri);
  const folderEdit = await willRename(editor, ['上年𠀀', '档/2022']);
  expect(after(folderEdit, { [uri]: own })).toEqual({
    [uri]: own.replace('../上年𠀀/a.gouji', '../档/2022/a.gouji'),
  });
  // Units that move with their department stay where they are to it; last year's report does not.
  const together = await willRename(editor, ['今年', '档/2023']);
  expect(after(together, { [uri]: own })).toEqual({
    [uri]: own.replace('../上年𠀀/a.gouji', '../../上年𠀀/a.gouji'),
  });
  expect(await willRename(editor, ['今年/别的.gouji', '别的.gouji'])).toBeNull();
});

test('after a rename the reports are found where they are', async () => {
  const own = report(2023, { header: '上年：b.gouji\n' });
  write('a.gouji', report(2022));
  const uri = write('own.gouji', own);
  const editor = await start(pushing);
  const found = await editor.check(uri, own);
  expect(found.map(({ code }) => code)).toContain('header/unresolved-report');
  renameSync(join(folder, 'a.gouji'), join(folder, 'b.gouji'));
  const next = editor.next((one) => one.uri === uri);
  await editor.connection.sendNotification('workspace/didRenameFiles', {
    files: [{ oldUri: uriOf(join(folder, 'a.gouji')), newUri: uriOf(join(folder, 'b.gouji')) }],
  });
  expect((await next).diagnostics.map(({ code }) => code)).not.toContain(
    'header/unresolved-report',
  );
});

test('a deleted report leaves no diagnostics behind', async () => {
  const uri = write('a.gouji', report(2023, faulty));
  const editor = await start(pushing);
  expect((await editor.check(uri, report(2023, faulty))).length).toBeGreaterThan(0);
  rmSync(join(folder, 'a.gouji'));
  const next = editor.next((one) => one.uri === uri && one.diagnostics.length === 0);
  editor.close(uri);
  await next;
  const again = editor.next((one) => one.uri === uri);
  await editor.connection.sendNotification('workspace/didDeleteFiles', { files: [{ uri }] });
  expect((await again).diagnostics).toEqual([]);
});

test('an untitled text stands in the first folder, and is none of the workspace’s reports', async () => {
  write('2022.gouji', report(2022));
  const editor = await start();
  const text = report(2023, { header: '上年：2022.gouji\n' });
  editor.open('untitled:Untitled-1', text);
  const { byUri } = await pull(editor);
  expect([...byUri.keys()].map((uri) => decodeURI(uri).split('/').at(-1))).toEqual(['2022.gouji']);
  const links = await editor.request<unknown[]>('textDocument/documentLink', 'untitled:Untitled-1');
  expect(links).toHaveLength(1);
});
