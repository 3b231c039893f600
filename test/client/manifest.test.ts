/** What the manifest promises is there, in both languages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../server/rules/catalogue.ts';
import { messagesIn } from './localised.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const manifest = read('package.json');
const { contributes } = manifest;
const english: Record<string, string> = read('package.nls.json');
const chinese: Record<string, string> = read('package.nls.zh-cn.json');

const sources = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'client', name), 'utf8'))
  .join('\n');

const names: readonly string[] = contributes.commands.map(
  ({ command }: { command: string }) => command,
);

describe('commands', () => {
  test('have a title in both languages', () => {
    for (const { command, title } of contributes.commands) {
      const key = title.slice(1, -1);
      expect(title, command).toBe(`%${key}%`);
      expect(english[key], key).toBeTruthy();
      expect(chinese[key], key).toBeTruthy();
    }
  });

  test('are registered, and no other is', () => {
    const registered = [...sources.matchAll(/\bregister(?:Command)?\(\s*'(gouji\.[\w.]+)'/g)];
    expect(registered.map(([, name]) => name).sort()).toEqual([...names].sort());
  });

  test('of menus, welcome texts and walkthroughs are there', () => {
    const inMenus = Object.values<{ command: string }[]>(contributes.menus).flat();
    for (const { command } of inMenus) expect(names).toContain(command);
    const texts = JSON.stringify({ english, chinese });
    const linked = [...texts.matchAll(/command:(?:toSide:)?(gouji\.[\w.]+)/g)].map(
      ([, name]) => name,
    );
    expect(linked.length).toBeGreaterThan(10);
    for (const command of linked) expect(names).toContain(command);
  });
});

describe('texts of the manifest', () => {
  const used = new Set(
    [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? ''),
  );

  test('are the same keys in both languages, and all are used', () => {
    expect(Object.keys(chinese)).toEqual(Object.keys(english));
    expect(Object.keys(english).sort()).toEqual([...used].sort());
  });

  test('are written in their language', () => {
    for (const [key, text] of Object.entries(chinese)) {
      if (key !== 'views.container') expect(text, key).toMatch(/\p{Script=Han}/u);
    }
    for (const [key, text] of Object.entries(english)) {
      if (key !== 'setting.language.zh') expect(text, key).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('messages', () => {
  const bundle: Record<string, string> = read('client/l10n/bundle.l10n.zh-cn.json');
  const messages = messagesIn(join(root, 'client'));

  test('have their Chinese, and no other text is in the bundle', () => {
    expect(Object.keys(bundle).sort()).toEqual([...messages].sort());
  });

  test('keep their places', () => {
    const places = (text: string) => [...text.matchAll(/\{\d\}/g)].map(String).sort();
    for (const [message, text] of Object.entries(bundle)) {
      expect(places(text), message).toEqual(places(message));
    }
  });
});

test('files that the manifest names are there', () => {
  const paths = [
    manifest.icon,
    ...contributes.viewsContainers.activitybar.map(({ icon }: { icon: string }) => icon),
    ...contributes.views.gouji.map(({ icon }: { icon: string }) => icon),
    ...contributes.walkthroughs.flatMap(
      ({ icon, steps }: { icon: string; steps: { media: { svg: string } }[] }) => [
        icon,
        ...steps.map(({ media }) => media.svg),
      ],
    ),
    ...contributes.jsonValidation.map(({ url }: { url: string }) => url),
  ];
  for (const path of paths) expect(existsSync(join(root, path)), path).toBe(true);
});

test('every rule can be set, with the level that it has', () => {
  const { properties } = contributes.configuration.properties['gouji.rules'];
  expect(Object.keys(properties)).toEqual(rules.map(({ id }) => id));
  for (const { id, level } of rules) expect(properties[id].default).toBe(level);
});

test('every setting has a description, and is read somewhere', () => {
  const server = readFileSync(join(root, 'server/lsp/preferences.ts'), 'utf8');
  for (const [name, setting] of Object.entries<{ markdownDescription: string }>(
    contributes.configuration.properties,
  )) {
    expect(english[setting.markdownDescription.slice(1, -1)], name).toBeTruthy();
    // The client library reads the trace.
    if (name === 'gouji.trace.server') continue;
    const word = name.split('.').at(-1) ?? name;
    expect(`${sources}${server}`, name).toContain(word);
  }
});

test('steps of the walkthrough are completed by what the extension does', () => {
  const [{ steps }] = contributes.walkthroughs;
  for (const { completionEvents } of steps) {
    for (const event of completionEvents) {
      const [kind, name = ''] = event.split(':');
      if (kind === 'onCommand') expect(names).toContain(name);
      else if (kind === 'onView') expect(name).toBe(contributes.views.gouji[0].id);
      else expect(sources).toContain(`done('${name.replace('gouji.firstReport.', '')}')`);
    }
  }
});
