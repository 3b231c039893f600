/** The server as a process that an editor starts itself, over Node's own channel between processes. */
import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import {
  createProtocolConnection,
  DiagnosticTag,
  IPCMessageReader,
  IPCMessageWriter,
} from 'vscode-languageserver/node';
import { Client, pushing, startClient } from './client.ts';
import { expectedDiagnostics, shown } from './expected.ts';

const text =
  '// 𠀀档\n年度：2023\n年度：2023\n表 公开05表\n| 科目编码 | 小计 |\n|---|---|\n| | 99.4. |\n';

test('over Node’s channel between processes', async () => {
  const child = fork(resolve(import.meta.dirname, '../../server/lsp/node.ts'), ['--node-ipc'], {
    silent: true,
  });
  const connection = createProtocolConnection(
    new IPCMessageReader(child),
    new IPCMessageWriter(child),
  );
  const client = new Client(connection, undefined, child);
  await client.initialize({});
  expect(shown(await client.check('untitled:a', text))).toEqual(expectedDiagnostics({ text }));
  const version = client.change('untitled:a', { text: text.replace('99.4.', '99.4') });
  const mended = expectedDiagnostics({ text: text.replace('99.4.', '99.4') });
  expect(shown(await client.diagnostics('untitled:a', version))).toEqual(mended);
  expect(await client.stop()).toBe(0);
});

test('what has no effect is drawn faded, by a client that can', async () => {
  const { publishDiagnostics, ...others } = pushing.textDocument ?? {};
  const fading = {
    ...pushing,
    textDocument: {
      ...others,
      publishDiagnostics: {
        ...publishDiagnostics,
        tagSupport: { valueSet: [DiagnosticTag.Unnecessary] },
      },
    },
  };
  const source = `${text}// 免核下一行 sum/children：没有\n`;
  const faded = async (capabilities: typeof pushing) => {
    const client = await startClient({ capabilities });
    const found = await client.check('untitled:a', source);
    await client.stop();
    return found.filter(({ tags }) => tags?.includes(1)).map(({ code }) => code);
  };
  expect(await faded(fading)).toEqual(['header/repeated-field', 'directive/unused']);
  expect(await faded(pushing)).toEqual([]);
});
