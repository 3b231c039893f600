/** What the page on other editors tells them to start, is started. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Client, startClient } from '../lsp/client.ts';

const root = resolve(import.meta.dirname, '../..');
const main = resolve(root, 'server/cli/main.ts');
const page = readFileSync(resolve(root, 'docs/editors.md'), 'utf8');
const fences = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, name, text]) => ({
  name: name ?? '',
  text: text ?? '',
}));

/** The command line in an example: what it quotes from `gouji` to `--stdio`, or the line of a shell. */
function commandIn({ name, text }: (typeof fences)[number]): readonly string[] | undefined {
  if (name === 'sh') return text.trim().split(' ');
  const words = [...text.matchAll(/["']([\w-]+)["']/g)].map(([, word]) => word ?? '');
  const last = words.indexOf('--stdio');
  return last < 0 ? undefined : ['gouji', ...words.slice(last - 1, last + 1)];
}

const commands = fences.flatMap((fence) => {
  const command = commandIn(fence);
  return command === undefined ? [] : [{ name: fence.name, text: fence.text, command }];
});

test('each editor has one', () => {
  expect(commands.map(({ name }) => name)).toEqual(['sh', 'lua', 'elisp', 'toml', 'json']);
  for (const { command, text } of commands) {
    expect(command).toEqual(['gouji', 'lsp', '--stdio']);
    expect(text).toMatch(/gouji/);
  }
  const json = fences.find(({ name }) => name === 'json')?.text ?? '';
  expect(JSON.parse(json)).toMatchObject({ servers: { gouji: { command: commands[0]?.command } } });
});

test('it serves', async () => {
  const [, ...parameters] = commands[0]?.command ?? [];
  const client: Client = await startClient({ command: [main, ...parameters] });
  const found = await client.check('untitled:a', '年度：2023年末\n');
  expect(found.map(({ source }) => source)).toContain('gouji');
  expect(await client.stop()).toBe(0);
});

test('the settings are those that the server asks for, and its command is there', async () => {
  const settings = [...page.matchAll(/^\| `([\w.]+)` \|/gm)].map(([, name]) => name);
  expect(settings).toEqual(['language', 'inlayHints.sources', 'rules']);
  const client = await startClient();
  const commands = client.capabilities.executeCommandProvider?.commands ?? [];
  for (const command of commands) expect(page).toContain(`\`${command}\``);
  await client.stop();
});
