/** The page on the editor says what the manifest says. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIX_ALL_KIND } from '../../server/lsp/protocol.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { contributes, engines } = JSON.parse(read('package.json'));

const hidden: ReadonlySet<string> = new Set(
  contributes.menus.commandPalette
    .filter(({ when }: { when: string }) => when === 'false')
    .map(({ command }: { command: string }) => command),
);
// Their place is the view that they belong to.
const ofTheView = /^gouji\.facts\./;

describe.each([
  ['docs/editor.md', 'package.nls.json', /\*gouji: ([^*]+)\* \|/g],
  ['docs/editor.zh-CN.md', 'package.nls.zh-cn.json', /「gouji: ([^」]+)」 \|/g],
])('%s', (path, texts, pattern) => {
  const page = read(path);
  const titles: Record<string, string> = JSON.parse(read(texts));

  test('lists the commands of the palette by their titles', () => {
    const inPalette = contributes.commands
      .filter(
        ({ command }: { command: string }) => !hidden.has(command) && !ofTheView.test(command),
      )
      .map(({ title }: { title: string }) => titles[title.slice(1, -1)]);
    expect([...page.matchAll(pattern)].map(([, title]) => title).sort()).toEqual(inPalette.sort());
  });

  test('lists the settings with their defaults', () => {
    const rows = [...page.matchAll(/^\| `(gouji\.[\w.]+)` \| `([^`]*)` \|/gm)];
    const { properties } = contributes.configuration;
    expect(rows.map(([, name]) => name).sort()).toEqual(Object.keys(properties).sort());
    for (const [, name = '', value] of rows) {
      const { default: standard } = properties[name];
      expect(value).toBe(typeof standard === 'string' ? standard : JSON.stringify(standard));
    }
  });

  test('shows settings and tasks that there are', () => {
    const [settings, tasks] = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text]) =>
      JSON.parse(text ?? ''),
    );
    expect(Object.keys(settings['[gouji]']['editor.codeActionsOnSave'])).toEqual([FIX_ALL_KIND]);
    const [task] = tasks.tasks;
    const [definition] = contributes.taskDefinitions;
    expect(task.type).toBe(definition.type);
    const known = ['type', 'problemMatcher', ...Object.keys(definition.properties)];
    for (const key of Object.keys(task)) expect(known).toContain(key);
    expect(task.problemMatcher).toBe(`$${contributes.problemMatchers[0].name}`);
  });

  test('names the version of VS Code that is needed', () => {
    expect(page).toContain(`VS Code ${engines.vscode.replace(/^\^|\.0$/g, '')}`);
  });
});
