/** Files that only the editor can reach, as in a browser: everything goes on as with files on disk. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type {
  Diagnostic,
  SymbolInformation,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { type Client, type ClientOptions, pulling, pushing, startClient, uriOf } from './client.ts';
import { startClientHere } from './client-here.ts';
import { bundledWorker, WorkerClient } from './client-worker.ts';
import { EditorFileSystem } from './editor-file-system.ts';
import { shown } from './expected.ts';

const origin = 'vscode-vfs://github';
const folder = `${origin}/青禾县/决算 100%`;
const uriIn = (name: string, base = folder) => encodeURI(`${base}/${name}`);

function report(
  year: number,
  { header = '', total = '12.50', name = '青禾县𠀀档案馆' } = {},
): string {
  return `报告：单位决算
名称：${name}
年度：${year}
金额单位：万元
${header}
表 公开05表
| 科目编码 | 科目名称 | 小计 | 基本支出 |
|---|---|---:|---:|
| | 合计𠀀 | ${total} | 12.50 |
`;
}

const malformed = { total: '12..50' };
const off = '{ "rules": { "cell/malformed-number": "off" } }';
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

let program: string;
beforeAll(async () => {
  program = await bundledWorker();
});

let stop: (() => Promise<unknown>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

async function start(files: EditorFileSystem, options: ClientOptions = {}): Promise<Client> {
  const worker = await WorkerClient.start(program, {
    folders: [encodeURI(folder)],
    files,
    ...options,
  });
  stop = () => worker.stop();
  return worker.client;
}

const touched = (editor: Client, type: 'created' | 'changed' | 'deleted', ...uris: string[]) =>
  editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: uris.map((uri) => ({ uri, type: { created: 1, changed: 2, deleted: 3 }[type] })),
  });

/** The first diagnostics of a text that are as wanted, from now on. */
async function until(
  editor: Client,
  uri: string,
  fits: (found: readonly unknown[]) => boolean,
): Promise<readonly Diagnostic[]> {
  const last = editor.published.findLast((one) => one.uri === uri);
  if (last && fits(codes(last.diagnostics))) return last.diagnostics;
  return (await editor.next((one) => one.uri === uri && fits(codes(one.diagnostics)))).diagnostics;
}

const unresolved = 'header/unresolved-report';

/** A workspace with a little of everything. */
const tree: Readonly<Record<string, string>> = {
  'gouji.config.json': '{ "rules": { "cell/malformed-number": "warning" } }',
  '2023/甲.gouji': report(2023, { ...malformed, header: '上年：../2022/甲.gouji\n' }),
  '2023/乙.gouji': report(2023, { name: '青禾县图书馆', header: '上年：旧/没有.gouji\n' }),
  '2023/丙.gouji': report(2023, { name: '青禾县文化馆', header: '上年：2022.txt\n' }),
  '2023/2022.txt': '青禾县文化馆\n2022年度单位决算\n',
  '2023/总.gouji': report(2023, {
    name: '青禾县文化局',
    header: '下级：\n- 青禾县图书馆\n- 甲.gouji\n- 丁.gouji\n',
  }),
  '2022/甲.gouji': report(2022),
  '2022/重名.gouji': report(2022, { name: '青禾县图书馆' }),
  '2022/重名 2.gouji': report(2022, { name: '青禾县图书馆' }),
  '2021/gouji.config.json': '{ "rules": { "no/rule": "off" } }',
  '2021/己.gouji': report(2021, { name: '青禾县美术馆' }),
  '.old/甲.gouji': report(2022, malformed),
  'node_modules/x/甲.gouji': report(2022, malformed),
};

test('the whole workspace has the diagnostics that it has on disk', async () => {
  const disk = realpathSync(mkdtempSync(join(tmpdir(), 'gouji-files-')));
  const files = new EditorFileSystem();
  for (const [name, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(disk, name)), { recursive: true });
    writeFileSync(join(disk, name), text);
    files.texts.set(`${folder}/${name}`, text);
  }
  const here = await startClient({ capabilities: pulling, folders: [disk] });
  const web = await start(files, { capabilities: pulling });
  const pull = async (editor: Client, root: string) => {
    const { items } = await editor.connection.sendRequest<WorkspaceDiagnosticReport>(
      'workspace/diagnostic',
      { previousResultIds: [] },
    );
    return Object.fromEntries(
      items.map((item) => [
        decodeURIComponent(item.uri).replace(root, ''),
        'items' in item ? shown(item.items) : [],
      ]),
    );
  };
  const expected = await pull(here, `file://${disk}`);
  expect(Object.keys(expected).length).toBe(8);
  expect(JSON.stringify(expected)).toContain(unresolved);
  // An original that a report names is no report of the workspace: it is fetched when it is asked for.
  await expect.poll(() => pull(web, folder), { timeout: 30_000 }).toEqual(expected);
  await here.stop();
  rmSync(disk, { recursive: true, force: true });
});

describe('a report that is open', () => {
  const own = uriIn('2023/a.gouji');
  const text = report(2023, { ...malformed, header: '上年：../2022/a.gouji\n' });

  test('has the nearest configuration, from above the workspace too, and follows it', async () => {
    const files = new EditorFileSystem({ [`${origin}/青禾县/gouji.config.json`]: off });
    const editor = await start(files);
    expect(codes(await editor.check(own, text))).not.toContain('cell/malformed-number');
    files.texts.set(`${folder}/gouji.config.json`, '{}');
    await touched(editor, 'created', uriIn('gouji.config.json'));
    await until(editor, own, (found) => found.includes('cell/malformed-number'));
    files.texts.set(`${folder}/gouji.config.json`, '{ "rules": ');
    await touched(editor, 'changed', uriIn('gouji.config.json'));
    await until(editor, own, (found) => found.length === 1 && found[0] === undefined);
  });

  test('reads one that nobody opened, and follows what becomes of it', async () => {
    const files = new EditorFileSystem({ [`${folder}/2022/a.gouji`]: report(2022) });
    const editor = await start(files);
    editor.open(own, text);
    const links = () => editor.request<{ target?: string }[]>('textDocument/documentLink', own);
    await expect.poll(links, { timeout: 30_000 }).toHaveLength(1);
    expect(codes(await until(editor, own, () => true))).not.toContain(unresolved);
    files.texts.set(`${folder}/2022/a.gouji`, report(2020));
    await touched(editor, 'changed', uriIn('2022/a.gouji'));
    await until(editor, own, (found) => found.includes(unresolved));
    files.texts.set(`${folder}/2022/a.gouji`, report(2022));
    await touched(editor, 'changed', uriIn('2022/a.gouji'));
    await until(editor, own, (found) => !found.includes(unresolved));
    files.texts.delete(`${folder}/2022/a.gouji`);
    await touched(editor, 'deleted', uriIn('2022/a.gouji'));
    await until(editor, own, (found) => found.includes(unresolved));
  });

  test('reads one that lies outside the folders, and asks nothing of strange machines', async () => {
    const files = new EditorFileSystem({ [`${origin}/青禾县/旧/2022.gouji`]: report(2022) });
    const editor = await start(files);
    const outside = (path: string) => report(2023, { header: `上年：${path}\n` });
    editor.open(own, outside('../../旧/2021.gouji'));
    await until(editor, own, (found) => found.includes(unresolved));
    editor.change(own, { text: outside('../../旧/2022.gouji') });
    await until(editor, own, (found) => !found.includes(unresolved));
    editor.change(own, { text: outside('https://example.org/2022.gouji') });
    await until(editor, own, (found) => found.includes(unresolved));
    expect(files.asked.filter((path) => !path.startsWith(origin))).toEqual([]);
  });

  test('reads a published original as soon as there is one', async () => {
    const files = new EditorFileSystem();
    const editor = await start(files);
    editor.open(own, report(2023, { header: '上年：../2022.txt\n' }));
    await until(editor, own, (found) => found.includes(unresolved));
    files.texts.set(`${folder}/2022.txt`, '青禾县𠀀档案馆\n2022年度单位决算\n');
    await touched(editor, 'created', uriIn('2022.txt'));
    await until(editor, own, (found) => !found.includes(unresolved));
    files.texts.delete(`${folder}/2022.txt`);
    await touched(editor, 'deleted', uriIn('2022.txt'));
    await until(editor, own, (found) => found.includes(unresolved));
  });

  test('when it is closed, counts for others as it was saved, though nobody tells of that', async () => {
    const last = uriIn('2022/a.gouji');
    const files = new EditorFileSystem({ [`${folder}/2022/a.gouji`]: report(2020) });
    const editor = await start(files);
    editor.open(own, text);
    await until(editor, own, (found) => found.includes(unresolved));
    editor.open(last, report(2020));
    editor.change(last, { text: report(2022) });
    await until(editor, own, (found) => !found.includes(unresolved));
    files.texts.set(`${folder}/2022/a.gouji`, report(2022));
    editor.close(last);
    await editor.settled(own);
    await expect
      .poll(() => codes(editor.published.findLast(({ uri }) => uri === own)?.diagnostics ?? []))
      .not.toContain(unresolved);
  });
});

test('symbols and renames know the reports that nobody opened', async () => {
  const own = report(2023, { header: '上年：../2022/a.gouji\n' });
  const files = new EditorFileSystem({
    [`${folder}/2023/a.gouji`]: own,
    [`${folder}/2022/a.gouji`]: report(2022),
  });
  const editor = await start(files);
  const symbols = await editor.connection.sendRequest<SymbolInformation[]>('workspace/symbol', {
    query: '公开05',
  });
  expect(symbols.map(({ location }) => location.uri).sort()).toEqual([
    uriIn('2022/a.gouji'),
    uriIn('2023/a.gouji'),
  ]);
  expect(await editor.connection.sendRequest('gouji/reports')).toEqual([
    uriIn('2022/a.gouji'),
    uriIn('2023/a.gouji'),
  ]);
  const edit = await editor.connection.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', {
    files: [{ oldUri: uriIn('2022'), newUri: uriIn('档/#2022') }],
  });
  const [change] = (edit.documentChanges ?? []) as { textDocument: object; edits: object[] }[];
  expect(change?.textDocument).toEqual({ uri: uriIn('2023/a.gouji'), version: null });
  expect(change?.edits).toMatchObject([{ newText: '../档/#2022/a.gouji' }]);
});

test('of too many reports some are left, which is said with their number', async () => {
  const files = new EditorFileSystem();
  for (let n = 0; n < 2_050; n++) {
    const name = `${String(n).padStart(4, '0')}.gouji`;
    files.texts.set(`${folder}/${name}`, `名称：甲${n}\n年度：2022\n`);
  }
  const said: string[] = [];
  const editor = await start(files, { locale: 'en' });
  editor.connection.onNotification('window/showMessage', ({ message }) => {
    said.push(message);
  });
  const own = uriIn('own.gouji');
  editor.open(own, report(2023, { header: '上年：2049.gouji\n' }));
  await expect.poll(() => said.join(), { timeout: 60_000 }).toContain('50 more reports');
  expect(files.asked.filter((path) => path.endsWith('.gouji')).length).toBeLessThan(2_010);
  // It is read all the same where it is asked for by its path.
  await expect.poll(() => files.asked, { timeout: 30_000 }).toContain(`${folder}/2049.gouji`);
  expect(codes(await until(editor, own, () => true))).not.toContain(unresolved);
});

test('a server that stands on files of its own reads the editor’s beside them', async () => {
  const disk = realpathSync(mkdtempSync(join(tmpdir(), 'gouji-files-')));
  writeFileSync(join(disk, '2022.gouji'), report(2020));
  const files = new EditorFileSystem({
    [`${folder}/2022.gouji`]: report(2020),
    [`${folder}/gouji.config.json`]: off,
  });
  const editor = await startClientHere({
    capabilities: pushing,
    folders: [disk, encodeURI(folder)],
    files,
  });
  const text = report(2023, { ...malformed, header: '上年：2022.gouji\n' });
  const [near, distant] = [uriOf(join(disk, 'a.gouji')), uriIn('a.gouji')];
  editor.open(near, text);
  editor.open(distant, text);
  const both = (found: readonly unknown[]) => found.includes(unresolved);
  expect(codes(await until(editor, near, both))).toContain('cell/malformed-number');
  expect(codes(await until(editor, distant, both))).not.toContain('cell/malformed-number');
  rmSync(disk, { recursive: true, force: true });
});
