import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { OtherUser } from './other-user.ts';
import { cleanReport, Folder, faultyReport, gb18030, gouji, type Outcome } from './run.ts';

const folder = new Folder().open();
const other = new OtherUser();
afterAll(() => {
  folder.remove();
  other.remove();
});
const cwd = folder.path;

const head = '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n';
const rows = (...lines: readonly string[]): string => lines.map((line) => `| ${line} |\n`).join('');

/** One certain repair (a total that is asked for) and one that is only offered (87.00 for 78.00). */
const mixed = `${head}表 公开03表 支出决算表\n${rows(
  '科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出',
  '---|---|---:|---:|---:',
  ' | 合计 | = | 78.00 | 22.30',
  '201 | 一般公共服务支出 | 100.30 | 78.00 | 22.30',
  '20126 | 档案事务 | 100.30 | 78.00 | 22.30',
  '2012601 | 行政运行 | 78.00 | 87.00 | ',
  '2012604 | 档案馆 | 22.30 |  | 22.30',
)}`;
const certain = mixed.replace('| = |', '| 100.30 |');
const allRight = certain.replace('87.00', '78.00');

const lint = (...parameters: readonly string[]): Promise<Outcome> =>
  gouji(['lint', ...parameters], { cwd });

describe('--fix', () => {
  test('repairs what is certain, writes the file, and lists what is left', async () => {
    folder.write('faulty.gouji', faultyReport);
    const { code, stdout, stderr } = await lint('faulty.gouji', '--fix');
    expect(folder.read('faulty.gouji')).toBe(cleanReport);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('已修复 1 处，写入 1 个文件');
    expect(stdout).not.toContain('9..65');
  });

  test('never guesses: a suggestion stays one, and the exit code is that of what is left', async () => {
    folder.write('mixed.gouji', mixed);
    const { code, stdout } = await lint('mixed.gouji', '--fix');
    expect(folder.read('mixed.gouji')).toBe(certain);
    expect(stdout).toContain('建议：');
    expect(code).toBe(1);
  });

  test('--fix-suggestions applies them too', async () => {
    folder.write('mixed.gouji', mixed);
    const { code, stdout } = await lint('mixed.gouji', '--fix-suggestions');
    expect(folder.read('mixed.gouji')).toBe(allRight);
    expect(code).toBe(0);
    expect(stdout).toContain('已修复 2 处，写入 1 个文件');
  });

  test('a clean report is not written', async () => {
    const path = folder.write('clean.gouji', cleanReport);
    const { mtimeMs, ino } = statSync(path);
    const { stdout } = await lint('clean.gouji', '--fix');
    expect(stdout).toContain('没有可以确定的修复');
    expect(statSync(path)).toMatchObject({ mtimeMs, ino });
  });

  test.each([
    ['\ufeff', '\r\n'],
    ['', '\r'],
    ['\ufeff', '\n'],
  ])(
    'byte-order mark %j, line ends %j, blanks at line ends and mode stay',
    async (mark, ending) => {
      const dress = (text: string): string =>
        mark + text.replace('年度：2023', '年度：2023 \u3000').replaceAll('\n', ending);
      const path = folder.write('dressed.gouji', dress(mixed));
      chmodSync(path, 0o640);
      await lint('dressed.gouji', '--fix');
      expect(folder.read('dressed.gouji')).toBe(dress(certain));
      expect(statSync(path).mode & 0o777).toBe(0o640);
    },
  );

  test('a symbolic link stays one', async () => {
    folder.write('real.gouji', mixed);
    symlinkSync('real.gouji', join(cwd, 'link.gouji'));
    await lint('link.gouji', '--fix');
    expect(folder.read('real.gouji')).toBe(certain);
    expect(readdirSync(cwd, { withFileTypes: true }).some((one) => one.isSymbolicLink())).toBe(
      true,
    );
  });

  test('two names of one file: it is written once', async () => {
    folder.write('names/real.gouji', mixed);
    symlinkSync('real.gouji', join(cwd, 'names/link.gouji'));
    const { stderr } = await lint('names', '--fix');
    expect(stderr).toBe('');
    expect(folder.read('names/real.gouji')).toBe(certain);
  });

  test('of one rule only; of errors only', async () => {
    const both = mixed.replace('22.30 |\n| 201 ', '22..30 |\n| 201 ');
    folder.write('both.gouji', both);
    await lint('both.gouji', '--fix', '--fix-rule', 'cell/malformed-number');
    expect(folder.read('both.gouji')).toBe(mixed);
    folder.write('both.gouji', both);
    await lint('both.gouji', '--fix', '--quiet');
    expect(folder.read('both.gouji')).toBe(mixed);
  });

  test('several files; those that refer to each other see what was repaired', async () => {
    const year = (text: string, year: number, more = ''): string =>
      text.replace('年度：2023', `年度：${year}${more}`);
    folder.write('years/2022.gouji', year(mixed, 2022));
    // Last year's total is a `=` that only the repair of the other file gives a number.
    folder.write(
      'years/2023.gouji',
      `${year(certain, 2023, '\n上年：2022.gouji')}\n上年支出[](上年.公开03表[合计].本年支出合计)。\n`,
    );
    const { stdout } = await lint('years', '--fix');
    expect(folder.read('years/2022.gouji')).toBe(year(certain, 2022));
    expect(folder.read('years/2023.gouji')).toContain('上年支出[100.30万元](');
    expect(stdout).toContain('已修复 2 处，写入 2 个文件');
  });

  test('an original is never written: its repairs are listed', async () => {
    const original = '2023年度青禾县档案馆单位决算\n\n一、收入情况\n\n收入合计99.4.万元。\n';
    folder.write('original.txt', original);
    const { stdout, stderr } = await lint('original.txt', '--fix-suggestions');
    expect(folder.read('original.txt')).toBe(original);
    expect(stdout).toMatch(/修复：|建议：/);
    expect(stderr).toContain('original.txt 是原文，不改写');
  });

  test('JSON and SARIF list the edits of what is left', async () => {
    folder.write('mixed.gouji', mixed);
    const json = JSON.parse((await lint('mixed.gouji', '-f', 'json')).stdout);
    const asked = json[0].messages.find((one: { ruleId: string }) => one.ruleId === 'asked/value');
    expect(mixed.slice(...(asked.fix.range as [number, number]))).toBe('=');
    expect(asked.fix.text).toBe('100.30');
    const { stdout, stderr } = await lint('mixed.gouji', '--fix', '-f', 'sarif');
    const { results } = JSON.parse(stdout).runs[0];
    const fixes = results.flatMap((one: { fixes?: object[] }) => one.fixes ?? []);
    expect(JSON.stringify(fixes)).toContain('"insertedContent":{"text":"78.00"}');
    expect(stderr).toBe('gouji: 已修复 1 处，写入 1 个文件\n');
  });
});

describe('--fix-dry-run', () => {
  const difference = `--- a/dry.gouji
+++ b/dry.gouji
@@ -5,7 +5,7 @@
 表 公开03表 支出决算表
 | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
 | ---|---|---:|---:|---: |
-|  | 合计 | = | 78.00 | 22.30 |
+|  | 合计 | 100.30 | 78.00 | 22.30 |
 | 201 | 一般公共服务支出 | 100.30 | 78.00 | 22.30 |
 | 20126 | 档案事务 | 100.30 | 78.00 | 22.30 |
 | 2012601 | 行政运行 | 78.00 | 87.00 |  |
`;

  test('shows the difference and writes nothing; the rest is about the text with its repairs', async () => {
    folder.write('dry.gouji', mixed);
    const { code, stdout } = await lint('dry.gouji', '--fix-dry-run');
    expect(stdout.startsWith(`${difference}\n`)).toBe(true);
    expect(stdout).toContain('可修复 1 处，涉及 1 个文件；没有写入');
    expect(stdout).not.toContain('asked/value');
    expect(code).toBe(1);
    expect(folder.read('dry.gouji')).toBe(mixed);
    const all = await lint('dry.gouji', '--fix-dry-run', '--fix-suggestions');
    expect(all.stdout).toContain('+| 2012601 | 行政运行 | 78.00 | 78.00 |  |');
    expect(all.code).toBe(0);
    expect(folder.read('dry.gouji')).toBe(mixed);
  });

  test.each(['\n', '\r\n'])('the whole output is a patch (line ends %j)', async (ending) => {
    const name = '甲 乙.gouji';
    folder.write(name, mixed.replaceAll('\n', ending));
    const { stdout } = await lint(name, '--fix-dry-run');
    const patched = spawnSync('git', ['apply', '-'], { cwd, input: stdout });
    expect(patched.stderr.toString()).toBe('');
    expect(folder.read(name)).toBe(certain.replaceAll('\n', ending));
  });

  test('in colours where they are asked for', async () => {
    folder.write('dry.gouji', mixed);
    const { stdout } = await gouji(['lint', 'dry.gouji', '--fix-dry-run'], {
      cwd,
      environment: { FORCE_COLOR: '1' },
    });
    expect(stdout).toContain('\u001b[32m+|  | 合计 | 100.30 |');
    expect(stdout).toContain('\u001b[31m-|  | 合计 | = |');
  });

  test('with JSON the text is in the output', async () => {
    folder.write('dry.gouji', mixed);
    const [result] = JSON.parse((await lint('dry.gouji', '--fix-dry-run', '-f', 'json')).stdout);
    expect(result.output).toBe(certain);
  });

  test('of standard input', async () => {
    const { stdout } = await gouji(['lint', '--stdin', '--fix-dry-run'], { cwd, input: mixed });
    expect(stdout).toContain('+|  | 合计 | 100.30 |');
  });
});

describe('what cannot be written', () => {
  test.each([
    [['--fix', '--fix-dry-run', '.'], '--fix 与 --fix-dry-run 不能同用'],
    [['--fix', '--stdin'], '标准输入的内容无处写回；请用 --fix-dry-run'],
    [['--fix-rule', 'asked/value', '.'], '--fix-rule 要与 --fix'],
    [['--fix', '--fix-rule', 'asked/valeu', '.'], '没有规则 “asked/valeu”；是否想写 asked/value？'],
  ])('%j', async (parameters, line) => {
    const { code, stderr, stdout } = await lint(...parameters);
    expect([code, stdout, stderr.startsWith(`gouji: ${line}`)]).toEqual([2, '', true]);
  });

  test('another encoding', async () => {
    const bytes = gb18030(mixed);
    folder.write('old.gouji', bytes);
    const { code, stderr } = await lint('old.gouji', '--fix');
    expect(stderr).toContain('old.gouji 用 GB18030 编码，只读不写');
    expect(code).toBe(2);
    expect(readFileSync(join(cwd, 'old.gouji')).equals(bytes)).toBe(true);
  });

  test('a file that is read-only', async () => {
    chmodSync(folder.write('free/read-only.gouji', mixed), 0o444);
    chmodSync(join(cwd, 'free'), 0o777);
    const { code, stderr, stdout } = await other.gouji(['lint', 'free', '--fix'], { cwd });
    expect([code, stderr]).toEqual([2, 'gouji: 没有权限写入 free/read-only.gouji，未作改动\n']);
    // It is listed as it is.
    expect(stdout).toContain('asked/value');
    expect(folder.read('free/read-only.gouji')).toBe(mixed);
  });

  test('a folder that is read-only: nothing half-written, nothing left behind', async () => {
    chmodSync(folder.write('shut/a.gouji', mixed), 0o666);
    chmodSync(join(cwd, 'shut'), 0o555);
    const { code, stderr } = await other.gouji(['lint', 'shut', '--fix'], { cwd });
    expect([code, stderr]).toEqual([2, 'gouji: 无法写入 shut/a.gouji\n']);
    expect(folder.read('shut/a.gouji')).toBe(mixed);
    expect(readdirSync(join(cwd, 'shut'))).toEqual(['a.gouji']);
    chmodSync(join(cwd, 'shut'), 0o755);
  });

  test('a file that changed meanwhile', async () => {
    folder.write('moving/a.gouji', mixed);
    const hook = folder.write(
      'moving/hook.cjs',
      // The file is changed when its fixes are known and before they are written.
      `const fs = require('node:fs');
const access = fs.accessSync;
fs.accessSync = (path, mode) => {
  if (String(path).endsWith('a.gouji')) fs.appendFileSync(path, '// 别人\\n');
  return access(path, mode);
};
require('node:module').syncBuiltinESMExports();
`,
    );
    const { code, stderr } = await gouji(['lint', 'moving/a.gouji', '--fix'], {
      cwd,
      nodeOptions: ['--require', hook],
    });
    expect([code, stderr]).toEqual([
      2,
      'gouji: moving/a.gouji 在检查期间被别的程序改动，没有写入；请重新运行\n',
    ]);
    expect(folder.read('moving/a.gouji')).toBe(`${mixed}// 别人\n`);
  });

  test('the others are written all the same', async () => {
    mkdirSync(join(cwd, 'some'));
    writeFileSync(join(cwd, 'some/a.gouji'), gb18030(mixed));
    folder.write('some/b.gouji', mixed);
    expect((await lint('some', '--fix')).code).toBe(2);
    expect(folder.read('some/b.gouji')).toBe(certain);
    expect(existsSync(join(cwd, 'some/c.gouji'))).toBe(false);
  });
});
