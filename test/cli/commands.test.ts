import { chmodSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, describe, expect, test } from 'vitest';
import { rules } from '../../server/rules/catalogue.ts';
import { version } from '../../server/version.ts';
import { generate } from '../generate/generate.ts';
import { cleanReport, Folder, gb18030, gouji } from './run.ts';

const folder = new Folder();
afterAll(() => folder.remove());
const cwd = folder.path;

const untidy =
  '名称:甲县档案馆\r\n年度：2023\r\n\r\n\r\n表 我的表\r\n|项目|金额|\r\n|-|-|\r\n|甲|1.00|\r\n|𠀀县|12.00|\r\n';

describe('gouji format', () => {
  test('writes what changes, keeps byte-order mark and line ends, and is content with the result', async () => {
    folder.write('a.gouji', `\ufeff${untidy}`);
    const first = await gouji(['format', 'a.gouji'], { cwd });
    expect([first.code, first.stdout, first.stderr]).toEqual([0, '已整理：a.gouji\n', '']);
    const text = folder.read('a.gouji');
    expect(text.startsWith('\ufeff名称：甲县档案馆\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const { mtimeMs } = statSync(join(cwd, 'a.gouji'));
    const second = await gouji(['format', 'a.gouji'], { cwd });
    expect([second.code, second.stdout]).toEqual([0, '']);
    expect(statSync(join(cwd, 'a.gouji')).mtimeMs).toBe(mtimeMs);
  });

  test('--check lists and leaves alone', async () => {
    folder.write('check/b.gouji', untidy);
    const { stdout: tidy } = await gouji(['format', '--stdin'], { cwd, input: untidy });
    folder.write('check/tidy.gouji', tidy);
    const { code, stdout } = await gouji(['format', '--check', 'check'], { cwd });
    expect([code, stdout]).toEqual([1, '需要整理：check/b.gouji\n']);
    expect(folder.read('check/b.gouji')).toBe(untidy);
    expect((await gouji(['format', '--check', 'check/tidy.gouji'], { cwd })).code).toBe(0);
  });

  test('--stdin', async () => {
    const { code, stdout } = await gouji(['format', '--stdin'], { cwd, input: untidy });
    expect(code).toBe(0);
    expect(stdout).toContain('| 𠀀县 | 12.00 |\r\n');
    const again = await gouji(['format', '--stdin', '--check'], { cwd, input: stdout });
    expect([again.code, again.stdout]).toEqual([0, '']);
    const changed = await gouji(['format', '--stdin', '--check'], { cwd, input: untidy });
    expect([changed.code, changed.stdout]).toEqual([1, '需要整理：<stdin>\n']);
  });

  test('permissions and symbolic links survive', async () => {
    const path = folder.write('mode.gouji', untidy);
    chmodSync(path, 0o640);
    symlinkSync('mode.gouji', join(cwd, 'link.gouji'));
    expect((await gouji(['format', 'link.gouji'], { cwd })).code).toBe(0);
    expect(folder.read('mode.gouji')).not.toBe(untidy);
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  test('refuses in one line what it does not write', async () => {
    const old = gb18030(untidy.replace('𠀀县', '乙县'));
    folder.write('old.gouji', old);
    folder.write('notes.txt', '甲');
    folder.write('wide.gouji', Buffer.from('\ufeff名称：甲', 'utf16le'));
    for (const [name, line] of [
      ['old.gouji', 'old.gouji 用 GB18030 编码，只读不写；请先另存为 UTF-8 再整理'],
      ['wide.gouji', 'wide.gouji 用 UTF-16LE 编码，只读不写；请先另存为 UTF-8 再整理'],
      ['notes.txt', 'notes.txt 不是 .gouji 源文件；原文请先用 gouji import 转换'],
      ['none.gouji', '找不到 none.gouji'],
    ] as const) {
      const { code, stderr, stdout } = await gouji(['format', name], { cwd });
      expect([code, stderr, stdout]).toEqual([2, `gouji: ${line}\n`, '']);
    }
    expect(Buffer.from(folder.read('notes.txt')).toString()).toBe('甲');
  });

  test('a folder without sources', async () => {
    folder.write('none/x.txt', '');
    const { code, stderr } = await gouji(['format', 'none'], { cwd });
    expect([code, stderr]).toEqual([2, 'gouji: none 中没有 .gouji 文件\n']);
  });
});

describe('gouji import', () => {
  const published = [
    '2023年度青禾县档案馆单位决算',
    '',
    '第一部分 青禾县档案馆概况',
    '',
    '一、单位职责',
    '',
    '负责全县档案的接收、整理、保管',
    '和利用。',
    '',
  ].join('\n');

  test('writes the source to standard output', async () => {
    folder.write('p.txt', published);
    const { code, stdout, stderr } = await gouji(['import', 'p.txt'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^名称：青禾县档案馆$/m);
    expect(stdout).toMatch(/^年度：2023$/m);
    expect(stdout).toMatch(/^# 第一部分 青禾县档案馆概况$/m);
  });

  test('tables come out aligned, and formatting changes nothing more', async () => {
    folder.write('t.txt', generate(7).published);
    const { code } = await gouji(['import', 't.txt', '-o', 't.gouji', '--force'], { cwd });
    expect(code).toBe(0);
    const [, first = ''] = folder.read('t.gouji').split(/^表 .*\n/m);
    const rows = first.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.length).toBeGreaterThan(2);
    expect(new Set(rows.map((row) => stringWidth(row))).size).toBe(1);
    const again = await gouji(['format', '--check', 't.gouji'], { cwd });
    expect([again.code, again.stdout]).toEqual([0, '']);
  });

  test('from standard input, and from GB18030 to UTF-8', async () => {
    const { stdout } = await gouji(['import', 'p.txt'], { cwd });
    expect((await gouji(['import', '-'], { cwd, input: published })).stdout).toBe(stdout);
    folder.write('old.txt', gb18030(published));
    expect((await gouji(['import', 'old.txt'], { cwd })).stdout).toBe(stdout);
  });

  test('-o writes a file and overwrites none unless told to', async () => {
    const first = await gouji(['import', 'p.txt', '-o', 'p.gouji'], { cwd });
    expect([first.code, first.stdout, first.stderr]).toEqual([0, '', 'gouji: 已写入 p.gouji\n']);
    folder.write('p.gouji', 'mine');
    const second = await gouji(['import', 'p.txt', '-o', 'p.gouji'], { cwd });
    expect([second.code, second.stderr]).toEqual([
      2,
      'gouji: p.gouji 已存在；要覆盖请加 --force\n',
    ]);
    expect(folder.read('p.gouji')).toBe('mine');
    expect((await gouji(['import', 'p.txt', '-o', 'p.gouji', '--force'], { cwd })).code).toBe(0);
    expect(folder.read('p.gouji')).toContain('名称：青禾县档案馆');
  });

  test('refuses in one line', async () => {
    folder.write('x.pdf', '%PDF-1.7');
    folder.write('x.html', '<p>甲');
    folder.write('s.gouji', cleanReport);
    for (const [parameters, line] of [
      [['none.txt'], '找不到 none.txt'],
      [['x.pdf'], 'x.pdf 不是文本：PDF 文件，请先转为文本（.txt 或 .md）'],
      [['x.html'], '不能读取 .html 文件 x.html：可读 .gouji、.txt、.md'],
      [['s.gouji'], 's.gouji 已经是 .gouji 源文件'],
      [['.'], '. 是文件夹，这里需要文件'],
      [['p.txt', '-o', 'no/p.gouji'], '无法写入 no/p.gouji'],
      [[], '缺少参数 <file>；用 gouji import --help 查看用法'],
      [['p.txt', 'q.txt'], '参数过多；用 gouji import --help 查看用法'],
    ] as const) {
      const { code, stderr } = await gouji(['import', ...parameters], { cwd });
      expect([code, stderr]).toEqual([2, `gouji: ${line}\n`]);
    }
  });
});

describe('gouji explain and gouji rules', () => {
  test('by id, by title, by id of the catalogue where one rule has it', async () => {
    const { code, stdout } = await gouji(['explain', 'cell/malformed-number']);
    expect(code).toBe(0);
    const rule = rules.find(({ id }) => id === 'cell/malformed-number');
    expect(stdout.split('\n')[0]).toBe(`cell/malformed-number  ${rule?.title.zh}`);
    for (const part of ['级别：错误', '把握：', '依据：', '── 有问题的写法', '── 没有问题的写法']) {
      expect(stdout).toContain(part);
    }
    expect((await gouji(['explain', rule?.title.zh ?? ''])).stdout).toBe(stdout);
    const english = await gouji(['explain', 'cell/malformed-number', '--lang', 'en']);
    expect(english.stdout.split('\n')[0]).toBe(`cell/malformed-number  ${rule?.title.en}`);
  });

  test('an unknown rule: the near ones, or where to look', async () => {
    const near = await gouji(['explain', 'cell/malformd-number']);
    expect([near.code, near.stderr]).toEqual([
      2,
      'gouji: 没有规则 “cell/malformd-number”；是否想写 cell/malformed-number、text/malformed-number？\n',
    ]);
    const half = await gouji(['explain', 'malformed-number']);
    expect(half.stderr).toContain('是否想写 cell/malformed-number');
    const none = await gouji(['explain', '没有这条']);
    expect([none.code, none.stderr]).toEqual([
      2,
      'gouji: 没有规则 “没有这条”；用 gouji rules 查看全部规则\n',
    ]);
  });

  test('the list has each rule on a line; the JSON has all that is known', async () => {
    const { stdout, code } = await gouji(['rules']);
    expect(code).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(rules.map(({ id }) => id));
    const json = await gouji(['rules', '--format', 'json']);
    expect(JSON.parse(json.stdout)).toEqual(JSON.parse(JSON.stringify(rules)));
    const wrong = await gouji(['rules', '--format', 'sarif']);
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      'gouji: 选项 --format 的值 “sarif” 不对，应为 text, json；用 gouji rules --help 查看用法\n',
    ]);
  });
});

describe('the program', () => {
  test('version and help, in both languages', async () => {
    expect((await gouji(['--version'])).stdout).toBe(`${version}\n`);
    const chinese = await gouji(['--help']);
    expect(chinese.code).toBe(0);
    expect(chinese.stdout).toMatch(/^用法： gouji \[选项\] \[命令\]$/m);
    for (const command of ['lint', 'import', 'format', 'explain', 'rules']) {
      expect(chinese.stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
      const { stdout, code } = await gouji([command, '--help', '--lang', 'en']);
      expect([code, stdout.split('\n')[0]]).toEqual([0, expect.stringMatching(/^Usage: gouji /)]);
      expect(stdout).not.toMatch(/[一-龥]/);
    }
  });

  test('without a command: the help, as an error', async () => {
    const { code, stdout, stderr } = await gouji([]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('用法：');
  });

  test('an unknown command', async () => {
    const near = await gouji(['lnt']);
    expect([near.code, near.stderr]).toEqual([2, 'gouji: 没有命令 “lnt”；是否想写 lint？\n']);
    const none = await gouji(['报告.gouji', '--lang', 'en']);
    expect([none.code, none.stderr]).toEqual([
      2,
      'gouji: there is no command "报告.gouji"; see gouji --help\n',
    ]);
  });

  test('--lang may stand before the command', async () => {
    const { stderr } = await gouji(['--lang=en', 'explain', 'x']);
    expect(stderr).toBe('gouji: there is no rule "x"; gouji rules lists them all\n');
  });
});
