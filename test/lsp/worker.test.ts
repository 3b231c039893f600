/** The server in a Web Worker: the same answers as over standard input and output, without anything of Node. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { createWorkerHost } from '../../server/lsp/worker-host.ts';
import { generate } from '../generate/generate.ts';
import { type Client, pulling, startClient } from './client.ts';
import { bundledWorker, WorkerClient } from './client-worker.ts';
import { expectedDiagnostics, shown } from './expected.ts';
import { positionAt } from './markers.ts';
import { smallReport } from './small-report.ts';

const text = smallReport.replaceAll('§', '𠮷');

let program: string;
let editor: WorkerClient;
let stdio: Client;
beforeAll(async () => {
  program = await bundledWorker();
  [editor, stdio] = await Promise.all([WorkerClient.start(program), startClient()]);
});
afterAll(() => Promise.all([editor.stop(), stdio.stop()]));

test('diagnostics equal those over standard input and output, edit after edit', async () => {
  const uri = 'untitled:Untitled-1';
  const { client } = editor;
  const found = await client.check(uri, text);
  expect(found.length).toBeGreaterThan(0);
  expect(shown(found)).toEqual(expectedDiagnostics({ text }));
  expect(found).toEqual(await stdio.check(uri, text));
  const position = positionAt(text, text.indexOf('87.00'));
  const end = { ...position, character: position.character + 2 };
  const edit = { range: { start: position, end }, text: '78' };
  const version = client.change(uri, edit);
  stdio.change(uri, edit);
  const mended = await client.diagnostics(uri, version);
  expect(mended.length).toBeLessThan(found.length);
  expect(mended).toEqual(await stdio.diagnostics(uri, version));
});

test('a whole report of every form', async () => {
  const whole = generate(11).gouji.replace(/(\d)\.(\d\d)/, '$1.9');
  const uri = 'untitled:Untitled-2';
  expect(await editor.client.check(uri, whole)).toEqual(await stdio.check(uri, whole));
});

test('names are found by how they are read', async () => {
  const uri = 'untitled:Untitled-3';
  const typed = '名称：青禾县\n\n核对 z';
  await editor.client.check(uri, typed);
  const position = positionAt(typed, typed.length);
  const { items } = await editor.client.request<{ items: { label: string }[] }>(
    'textDocument/completion',
    uri,
    { position },
  );
  expect(items.map(({ label }) => label)).toContain('占比');
});

test('the other reports are those that are open, in whatever the editor calls a file system', async () => {
  const { client, stop } = await startOther();
  const folder = 'vscode-vfs://github/%E9%9D%92%E7%A6%BE/reports';
  const report = (year: number, more = ''): string =>
    `报告：单位决算\n名称：青禾县档案馆\n年度：${year}\n${more}金额单位：万元\n`;
  const [last, own] = [`${folder}/2022/a.gouji`, `${folder}/2023/a.gouji`];
  const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
  // Whether it is there, nobody can tell; once it is open, it is read.
  const found = await client.check(own, report(2023, '上年：../2022/a.gouji\n'));
  expect(codes(found)).not.toContain('header/unresolved-report');
  const next = client.next(({ uri }) => uri === own);
  client.open(last, report(2021));
  expect(codes((await next).diagnostics)).toContain('header/unresolved-report');
  const again = client.next(({ uri }) => uri === own);
  client.change(last, { text: report(2022) });
  expect(codes((await again).diagnostics)).not.toContain('header/unresolved-report');
  const links = await client.request<{ target: string }[]>('textDocument/documentLink', own);
  expect(links.map(({ target }) => target)).toEqual([last]);
  await stop();
});

async function startOther() {
  const other = await WorkerClient.start(program);
  return { client: other.client, stop: () => other.stop() };
}

test('diagnostics can be pulled too', async () => {
  const other = await WorkerClient.start(program, { capabilities: pulling });
  other.client.open('untitled:a', text);
  const report = await other.client.request<{ items: Parameters<typeof shown>[0] }>(
    'textDocument/diagnostic',
    'untitled:a',
  );
  expect(shown(report.items)).toEqual(expectedDiagnostics({ text }));
  await other.stop();
});

test.each([
  ['memfs:/a/b.gouji', 'c.gouji', 'memfs:/a/c.gouji'],
  ['memfs:/a/b.gouji', '../../../c.gouji', 'memfs:/c.gouji'],
  ['http://x:3000/a/b.gouji', './d/../c.gouji', 'http://x:3000/a/c.gouji'],
  ['http://x:3000/a/b.gouji', '/c.gouji', 'http://x:3000/c.gouji'],
  ['http://x:3000/a/b.gouji', '..\\上年\\c.gouji', 'http://x:3000/上年/c.gouji'],
])('beside %s, %s is %s', (path, written, expected) => {
  expect(createWorkerHost().beside(path, written)).toBe(expected);
});
