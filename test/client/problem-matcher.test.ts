/** The problem matcher against what the command line really prints. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { gouji } from '../cli/run.ts';

const root = resolve(import.meta.dirname, '../..');
const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const [{ pattern, name }] = contributes.problemMatchers;

const folder = mkdtempSync(join(tmpdir(), 'gouji-matcher-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(['zh', 'en'])(
  'every line of a run in %s is matched, piece by piece',
  async (language) => {
    const text = readFileSync(join(root, 'examples/mistakes.gouji'), 'utf8');
    writeFileSync(join(folder, '县 𠮷: 报告.gouji'), text);
    const parameters = ['lint', '.', '--exit-zero', '--lang', language];
    const lines = (await gouji([...parameters, '--format', 'unix'], { cwd: folder })).stdout
      .trimEnd()
      .split('\n');
    const { stdout } = await gouji([...parameters, '--format', 'json'], { cwd: folder });
    const [{ messages }] = JSON.parse(stdout).files ?? JSON.parse(stdout);
    expect(lines.length).toBeGreaterThan(5);
    const found = lines.map((line) => {
      const groups = new RegExp(pattern.regexp).exec(line);
      const part = (key: string) => groups?.[pattern[key]];
      return {
        file: part('file'),
        line: Number(part('line')),
        column: Number(part('column')),
        severity: part('severity'),
        message: part('message'),
        rule: part('code'),
      };
    });
    expect(found).toEqual(
      messages.map((one: Record<string, unknown>) => ({
        file: '县 𠮷: 报告.gouji',
        line: one.line,
        column: one.column,
        severity: one.severity,
        message: one.message,
        rule: one.ruleId,
      })),
    );
  },
);

test('tasks name the matcher that there is', () => {
  const source = readFileSync(join(root, 'client/tasks.ts'), 'utf8');
  expect(source).toContain(`'$${name}'`);
  expect(contributes.taskDefinitions[0].type).toBe('gouji');
});
