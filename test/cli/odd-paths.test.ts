import { execFileSync } from 'node:child_process';
import { symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cleanReport, Folder, faultyReport, gouji } from './run.ts';

const folder = new Folder();
afterAll(() => folder.remove());
const cwd = folder.path;

const clean = '检查了 1 个文件，没有问题';
const last = (text: string): string | undefined => text.trimEnd().split('\n').at(-1);

describe('names', () => {
  test.each([
    '甲 乙.gouji',
    '报告（一）.gouji',
    '[a]{b}*?.gouji',
    '!x.gouji',
    "it's “𠀀”.gouji",
    '%41&.gouji',
  ])('%j', async (name) => {
    folder.write(name, cleanReport);
    const { code, stdout, stderr } = await gouji(['lint', name], { cwd });
    expect([code, stderr, last(stdout)]).toEqual([0, '', clean]);
    folder.write(name, faultyReport);
    expect((await gouji(['lint', name, '--fix'], { cwd })).code).toBe(0);
    expect(folder.read(name)).toBe(cleanReport);
  });

  test('one that looks like an option, behind --', async () => {
    folder.write('--fix.gouji', cleanReport);
    const { code, stdout } = await gouji(['lint', '--', '--fix.gouji'], { cwd });
    expect([code, last(stdout)]).toEqual([0, clean]);
  });

  test('one with a line break takes one line of the output', async () => {
    folder.write('a\nb.gouji', faultyReport);
    const { stdout } = await gouji(['lint', 'a\nb.gouji', '-f', 'unix'], { cwd });
    for (const line of stdout.trimEnd().split('\n')) expect(line).toMatch(/^a b\.gouji:\d+:\d+: /);
    const { stderr } = await gouji(['lint', 'no\nfile.gouji'], { cwd });
    expect(stderr).toBe('gouji: 找不到 no file.gouji\n');
  });
});

describe('what is no ordinary file', () => {
  test('links that lead to each other', async () => {
    symlinkSync('loop-b.gouji', join(cwd, 'loop-a.gouji'));
    symlinkSync('loop-a.gouji', join(cwd, 'loop-b.gouji'));
    const { code, stderr } = await gouji(['lint', 'loop-a.gouji'], { cwd });
    expect([code, stderr]).toEqual([2, 'gouji: 无法读取 loop-a.gouji\n']);
  });

  test('a folder that contains itself by way of a link', async () => {
    folder.write('inside/a.gouji', cleanReport);
    symlinkSync('../inside', join(cwd, 'inside/again'));
    const { code, stdout } = await gouji(['lint', 'inside'], { cwd });
    expect([code, last(stdout)]).toEqual([0, clean]);
  });

  test('a folder with the name of a file', async () => {
    folder.write('folder.gouji/a.gouji', cleanReport);
    const { code, stdout } = await gouji(['lint', 'folder.gouji'], { cwd });
    expect([code, last(stdout)]).toEqual([0, clean]);
    const wanted = await gouji(['facts', 'folder.gouji/'], { cwd });
    expect(wanted.code).toBe(0);
  });

  test.skipIf(process.platform === 'win32')('a pipe in a folder is not waited for', async () => {
    folder.write('pipes/a.gouji', cleanReport);
    execFileSync('mkfifo', [join(cwd, 'pipes/b.gouji')]);
    const { code, stdout } = await gouji(['lint', 'pipes'], { cwd });
    expect([code, last(stdout)]).toEqual([0, clean]);
  });

  test.skipIf(process.platform === 'win32')('the device without content', async () => {
    const { code, stdout, stderr } = await gouji(['lint', '/dev/null', '-f', 'json'], { cwd });
    expect([code, stderr, JSON.parse(stdout).length]).toEqual([0, '', 1]);
  });

  test('- is standard input, for every command that reads', async () => {
    const { stdout } = await gouji(['lint', '-'], { cwd, input: cleanReport });
    expect(last(stdout)).toBe(clean);
    const formatted = await gouji(['format', '-'], { cwd, input: cleanReport });
    expect(formatted.stdout).toBe(cleanReport);
    const fix = await gouji(['lint', '-', '--fix'], { cwd, input: cleanReport });
    expect([fix.code, fix.stderr]).toEqual([
      2,
      'gouji: 标准输入的内容无处写回；请用 --fix-dry-run\n',
    ]);
  });
});

describe('much of it', () => {
  test('a file that is far too large is not read', async () => {
    truncateSync(folder.write('huge.gouji', ''), 101 * 1024 * 1024);
    for (const command of ['lint', 'format', 'facts']) {
      const { code, stderr } = await gouji([command, 'huge.gouji'], { cwd });
      expect([code, stderr]).toEqual([2, 'gouji: huge.gouji 超过 32 MB，不是报告，没有读取\n']);
    }
  });

  test('ten thousand findings in one file, in every format, and their repairs', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => `| 项${at} | ${at}..65 |\n`).join('');
    const text = `名称：甲县档案馆\n年度：2023\n金额单位：万元\n\n表 我的表\n| 项目 | 金额 |\n|---|---:|\n${rows}`;
    folder.write('many.gouji', text);
    for (const format of ['stylish', 'unix', 'json', 'sarif', 'github']) {
      const { code, stdout } = await gouji(['lint', 'many.gouji', '-f', format], { cwd });
      expect([format, code]).toEqual([format, 1]);
      expect(stdout.split('cell/malformed-number').length).toBeGreaterThan(10_000);
    }
    const { code, stdout } = await gouji(['lint', 'many.gouji', '--fix'], { cwd });
    expect([code, last(stdout)]).toEqual([0, '已修复 10000 处，写入 1 个文件']);
    // Compared as one value: a difference of ten thousand lines helps nobody.
    const plain = (one: string): string => one.replaceAll(/ +/g, ' ');
    expect(plain(folder.read('many.gouji')) === plain(text.replaceAll('..', '.'))).toBe(true);
  });
});
