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
import { textIn } from './markers.ts';

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

test('what has no effect is drawn faded, what is superseded struck through, by a client that can', async () => {
  const { publishDiagnostics, ...others } = pushing.textDocument ?? {};
  const fading = {
    ...pushing,
    textDocument: {
      ...others,
      publishDiagnostics: {
        ...publishDiagnostics,
        tagSupport: { valueSet: [DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated] },
      },
    },
  };
  // The item was renamed: 离退休 until 2019, 养老支出 since.
  const rows = '| 208 | |\n| 20805 | 行政事业单位离退休 |\n| 2080505 | 𠀀不是这个 |\n';
  const head = '| 科目编码 | 科目名称 |\n|---|---|\n';
  const source = `${text}// 免核下一行 sum/children：没有\n\n表 公开03表\n${head}${rows}`;
  const drawn = async (capabilities: typeof pushing, tag: DiagnosticTag) => {
    const client = await startClient({ capabilities });
    const found = await client.check('untitled:a', source);
    await client.stop();
    return found
      .filter(({ tags }) => tags?.includes(tag))
      .map(({ code, range }) => `${code} ${textIn(source, range)}`);
  };
  const { Unnecessary, Deprecated } = DiagnosticTag;
  expect(await drawn(fading, Unnecessary)).toEqual([
    'header/repeated-field 年度：2023',
    'directive/unused // 免核下一行 sum/children：没有',
  ]);
  expect(await drawn(fading, Deprecated)).toEqual(['subject/year-conflict 行政事业单位离退休']);
  expect(await drawn(pushing, Unnecessary)).toEqual([]);
  expect(await drawn(pushing, Deprecated)).toEqual([]);
});
