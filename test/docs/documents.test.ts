import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import { profiles } from '../../server/forms/profiles.ts';
import { checkConfiguration } from '../../server/project/configuration-check.ts';
import { ruleById, rules } from '../../server/rules/catalogue.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Each document with its Chinese twin. */
const twins = [
  'README',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.zh-CN.md'))
    .map((name) => `docs/${name.slice(0, -'.zh-CN.md'.length)}`),
];

function fences(text: string, language?: string): string[] {
  const found = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)];
  return found
    .filter(([, name]) => language === undefined || name === language)
    .map(([, , body]) => body ?? '');
}

const headings = (text: string): string[] =>
  [...withoutFences(text).matchAll(/^(#+) /gm)].map(([, marks]) => marks ?? '');

const tableRows = (text: string): number => [...withoutFences(text).matchAll(/^\|/gm)].length;

function withoutFences(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '``');
}

describe.each(twins)('%s in both languages', (name) => {
  const english = read(`${name}.md`);
  const chinese = read(`${name}.zh-CN.md`);

  test('has the same sections, tables and examples', () => {
    expect(headings(chinese)).toEqual(headings(english));
    expect(tableRows(chinese)).toBe(tableRows(english));
    expect(fences(chinese)).toEqual(fences(english));
  });
});

describe('the readme', () => {
  const readme = read('README.md');

  test('has exactly two commands for a fresh machine', () => {
    const fresh = fences(readme, 'sh').filter((text) => text.startsWith('npm ci'));
    expect(fresh).toEqual(['npm ci && npm start\n', 'npm ci && npm test\n']);
  });

  test('shows a report in which 87.00 should be 78.00', () => {
    const [report] = fences(readme, 'gouji');
    const findings = analyse({ text: report ?? '' }).findings.filter(
      ({ level }) => level === 'error',
    );
    expect(findings).toHaveLength(1);
    expect(report?.slice(findings[0]?.start, findings[0]?.end)).toBe('87.00');
    expect(findings[0]?.message.zh).toContain('应为 78.00');
  });

  test('names commands that there are', () => {
    const commands = [...readme.matchAll(/^\| `gouji (\w+)/gm)].map(([, name]) => name);
    expect(commands.length).toBeGreaterThan(4);
    for (const name of commands) {
      expect(existsSync(join(root, `server/cli/commands/${name}.ts`)), name).toBe(true);
    }
  });
});

describe('the page on configuration', () => {
  const page = read('docs/configuration.md');

  test('shows a configuration that is valid', async () => {
    const [text] = fences(page, 'json');
    const { problems } = await checkConfiguration(text ?? '', {
      rules,
      profiles,
      place: (offset) => ({ file: 'gouji.config.json', line: 0, column: offset }),
    });
    expect(problems).toEqual([]);
  });

  test('names rules that there are', () => {
    const ids = [...page.matchAll(/\b[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*\b/g)].map(([id]) => id);
    expect(ids.filter((id) => !ruleById(id))).toEqual([]);
  });
});

describe('links', () => {
  const pages = [
    ...readdirSync(root).filter((name) => name.endsWith('.md')),
    ...readdirSync(join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
    'examples/README.md',
  ];

  test.each(pages)('of %s lead somewhere', (path) => {
    const targets = [...withoutFences(read(path)).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(
      ([, target]) => target ?? '',
    );
    const broken = targets.filter(
      (target) => !/^https?:/.test(target) && !existsSync(join(root, dirname(path), target)),
    );
    expect(broken).toEqual([]);
  });
});
