import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { startClient } from './client.ts';
import { expectedDiagnostics, shown } from './expected.ts';

const main = resolve(import.meta.dirname, '../../server/cli/main.ts');
const text =
  '年度：2023\n表 公开05表\n| 科目编码 | 科目名称 | 小计 |\n|---|---|---|\n| | 合计 | 1..5 |\n';

test.each([[[]], [['--stdio']], [['--stdio', '--clientProcessId=1']]])(
  'gouji lsp %j serves, and ends with 0 when it is told to',
  async (parameters) => {
    const client = await startClient({ command: [main, 'lsp', ...parameters] });
    expect(shown(await client.check('untitled:a', text))).toEqual(expectedDiagnostics({ text }));
    expect(await client.stop()).toBe(0);
    expect(client.errors).toBe('');
  },
);

test('without an editor at the other end it ends by itself', () => {
  const { status, stdout } = spawnSync(process.execPath, [main, 'lsp', '--stdio'], {
    input: '',
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect(status).toBe(1);
  expect(stdout).toBe('');
});
