import { afterEach, expect, test } from 'vitest';
import type { DocumentDiagnosticReport } from 'vscode-languageserver';
import { generate } from '../generate/generate.ts';
import { type Client, pulling, startClient } from './client.ts';
import { expectedDiagnostics, shown } from './expected.ts';

const uri = 'untitled:Untitled-1';
const text =
  '名称：青禾县𠀀档案馆\n年度：2023\n表 公开05表\n| 科目编码 | 小计 |\n|---|---|\n| | 99.4. |\n';

let client: Client;
afterEach(() => client.stop());

async function start(settings?: unknown): Promise<Client> {
  client = await startClient({ capabilities: pulling, settings });
  return client;
}

function pull(previousResultId?: string): Promise<DocumentDiagnosticReport> {
  return client.request('textDocument/diagnostic', uri, {
    ...(previousResultId !== undefined && { previousResultId }),
  });
}

function items(report: DocumentDiagnosticReport) {
  return report.kind === 'full' ? shown(report.items) : report.kind;
}

test('who pulls is answered the same diagnostics, and nothing is pushed', async () => {
  await start();
  expect(client.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true });
  client.open(uri, text);
  expect(items(await pull())).toEqual(expectedDiagnostics({ text }));
  client.change(uri, { text: `${text}\n没有` });
  expect(items(await pull())).toEqual(expectedDiagnostics({ text: `${text}\n没有` }));
  expect(client.published).toEqual([]);
});

test('what has not changed is not sent again', async () => {
  await start();
  client.open(uri, text);
  const { resultId } = await pull();
  expect(await pull(resultId)).toEqual({ kind: 'unchanged', resultId });
  client.change(uri, { text: `${text}\n` });
  const next = await pull(resultId);
  expect(next.kind).toBe('full');
  expect(next.resultId).not.toBe(resultId);
});

test('a request that an edit overtakes is told to ask again', async () => {
  await start();
  const long = generate(7).gouji.repeat(4);
  client.open(uri, long);
  const overtaken = pull().then(
    () => 'answered',
    (error: { code: number; data: unknown }) => ({ code: error.code, data: error.data }),
  );
  client.change(uri, { text });
  expect(await overtaken).toEqual({ code: -32802, data: { retriggerRequest: true } });
  expect(items(await pull())).toEqual(expectedDiagnostics({ text }));
});

test('a change of the settings asks the client to pull again', async () => {
  await start({ language: 'zh' });
  client.open(uri, text);
  const { resultId } = await pull();
  client.settings = { language: 'en' };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  const next = await pull(resultId);
  expect(items(next)).toEqual(expectedDiagnostics({ text }, 'en'));
  expect(client.refreshes).toBeGreaterThan(0);
});

test('a text that is not open has no diagnostics', async () => {
  await start();
  expect(items(await pull())).toEqual([]);
  client.open(uri, text);
  await pull();
  client.close(uri);
  expect(items(await pull())).toEqual([]);
});
