import { spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandExamples } from '../../build/command-examples.ts';
import { wholeProgram } from '../../server/cli/program.ts';
import { entry, Folder } from '../cli/run.ts';
import { generate } from '../generate/generate.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/command-line.md'), 'utf8');
const folder = new Folder();
afterAll(() => folder.remove());
const cwd = folder.path;

/** A total that is asked for, and a figure that is only likely to be wrong. */
const report = `名称：青禾县档案馆
年度：2023
金额单位：万元

表 公开03表 支出决算表
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
|---|---|---:|---:|---:|
| | 合计 | = | 78.00 | 22.30 |
| 201 | 一般公共服务支出 | 100.30 | 78.00 | 22.30 |
| 20126 | 档案事务 | 100.30 | 78.00 | 22.30 |
| 2012601 | 行政运行 | 78.00 | 87.00 | |
| 2012604 | 档案馆 | 22.30 | | 22.30 |
`;

/** What the examples name. */
function fill(): void {
  folder.write('report.gouji', report);
  for (const name of readdirSync(join(root, 'examples')).filter((one) => one.endsWith('.gouji'))) {
    cpSync(
      join(root, 'examples', name),
      join(cwd, folder.write(`reports/${name}`, '').slice(cwd.length)),
    );
  }
  folder.write('originals/published.txt', generate(7).published);
}

/** Runs a line in a shell, in which `gouji` is the command. */
function run(line: string): Promise<{ code: number | null; stderr: string }> {
  writeFileSync(
    join(cwd, 'shell.sh'),
    `gouji() { ${JSON.stringify(process.execPath)} ${JSON.stringify(entry)} "$@"; }\n${line}\n`,
  );
  return new Promise((done) => {
    const child = spawn('sh', ['shell.sh'], { cwd, env: { PATH: process.env.PATH } });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    child.stdout.resume();
    child.on('close', (code) => done({ code, stderr }));
  });
}

describe('the page on the command line', () => {
  test('has every example, and no other', () => {
    const shown = [...page.matchAll(/^```sh\n(.*)\n```$/gm)].map(([, line]) => line);
    expect(shown).toEqual(commandExamples.map(({ line }) => line));
  });

  test('names every command and every option of it', () => {
    for (const { name, options } of wholeProgram('en').commands.map((one) => ({
      name: one.name(),
      options: one.options.filter(({ hidden }) => !hidden),
    }))) {
      expect(page).toContain(`\n## gouji ${name}\n`);
      for (const { flags } of options) {
        expect(page).toContain(`| \`${flags.replaceAll('|', '\\|')}\` |`);
      }
    }
  });

  fill();
  test.each(commandExamples.map(({ line, exits }) => [line, exits] as const))(
    '%s',
    async (line, exits) => {
      folder.write('report.gouji', report);
      const { code, stderr } = await run(line);
      expect({
        code,
        stderr: exits === 2 ? stderr : stderr.replace(/^gouji: .*$/gm, '').trim(),
      }).toEqual({
        code: exits,
        stderr: '',
      });
    },
  );
});
