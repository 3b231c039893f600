import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, describe, expect, test } from 'vitest';
import { OtherUser } from './other-user.ts';
import { cleanReport, entry, Folder, faultyReport, gb18030, gouji } from './run.ts';

const folder = new Folder().open();
const other = new OtherUser();
afterAll(() => {
  folder.remove();
  other.remove();
});
const cwd = folder.path;

folder.write('clean.gouji', cleanReport);
folder.write('faulty.gouji', faultyReport);
folder.write('reports/b.gouji', cleanReport);
folder.write('reports/a.gouji', faultyReport);
folder.write('reports/notes.txt', '不是报告');
folder.write('empty/readme.txt', '');
folder.write('old.gouji', gb18030(faultyReport));
folder.write(
  'zip.docx',
  Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from('word/document.xml')]),
);
folder.write('nul.gouji', '名称：甲\0');

const faultAt = (() => {
  const at = faultyReport.indexOf('9..65');
  const before = faultyReport.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
})();

/** What a format other than JSON has no words for. */
async function lintJson(parameters: readonly string[], input = '') {
  const { stdout, code, stderr } = await gouji(['lint', '-f', 'json', ...parameters], {
    cwd,
    input,
  });
  return { results: stdout === '' ? [] : JSON.parse(stdout), code, stderr };
}

describe('exit codes and results', () => {
  test('0: a clean report, with its coverage', async () => {
    const { code, stdout, stderr } = await gouji(['lint', 'clean.gouji'], { cwd });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/表内数字 \d+ 个：核对 \d+，有误 0，/);
    expect(stdout).toMatch(/检查了 1 个文件，(?:没有问题|\d+ 个问题：错误 0，警告 0，)/);
    expect(code).toBe(0);
  });

  test('1: an error, at its place and with its fix', async () => {
    const { results, code } = await lintJson(['faulty.gouji']);
    expect(code).toBe(1);
    const { filePath, messages, errorCount } = results[0];
    expect(filePath).toBe(join(cwd, 'faulty.gouji'));
    const message = messages.find(
      ({ ruleId }: { ruleId: string }) => ruleId === 'cell/malformed-number',
    );
    expect(message).toMatchObject({
      severity: 'error',
      ...faultAt,
      endLine: faultAt.line,
      endColumn: faultAt.column + 5,
    });
    expect(errorCount).toBeGreaterThan(0);
    const { range, text } = message.fix;
    const repaired = faultyReport.slice(0, range[0]) + text + faultyReport.slice(range[1]);
    expect(repaired).toBe(cleanReport);
  });

  test('a byte-order mark counts in offsets and takes no column', async () => {
    folder.write('mark.gouji', `\ufeff${faultyReport.replaceAll('\n', '\r\n')}`);
    const { results } = await lintJson(['mark.gouji']);
    const message = results[0].messages.find(({ fix }: { fix?: object }) => fix !== undefined);
    expect(message).toMatchObject(faultAt);
    const text = folder.read('mark.gouji');
    expect(text.slice(...message.fix.range)).toBe('9..65');
  });

  test('--exit-zero', async () => {
    expect((await gouji(['lint', 'faulty.gouji', '--exit-zero'], { cwd })).code).toBe(0);
    // It forgives findings, not unreadable input.
    expect((await gouji(['lint', 'no.gouji', '--exit-zero'], { cwd })).code).toBe(2);
  });

  test('--rule sets a level; --quiet lists errors only; --max-warnings counts', async () => {
    const rule = ['--rule', 'cell/malformed-number=warning'];
    const warned = await lintJson(['faulty.gouji', ...rule]);
    expect(warned.results[0].warningCount).toBeGreaterThan(0);
    const quiet = await lintJson(['faulty.gouji', ...rule, '--quiet']);
    const rules = quiet.results[0].messages.map(({ ruleId }: { ruleId: string }) => ruleId);
    expect(rules).not.toContain('cell/malformed-number');
    expect(quiet.results[0].warningCount).toBe(warned.results[0].warningCount);
    const limited = await gouji(['lint', 'faulty.gouji', ...rule, '--max-warnings', '0'], { cwd });
    expect(limited.code).toBe(1);
    expect(limited.stderr).toMatch(/^gouji: 警告 \d+ 个，超过上限 0\n$/);
    const enough = await gouji(['lint', 'clean.gouji', '--max-warnings', '0'], { cwd });
    expect(enough.code).toBe(0);
  });

  test('a folder: its reports by name, the coverage of each and of all', async () => {
    const { results } = await lintJson(['reports']);
    expect(results.map(({ filePath }: { filePath: string }) => filePath)).toEqual([
      join(cwd, 'reports/a.gouji'),
      join(cwd, 'reports/b.gouji'),
    ]);
  });

  test('without a file the current folder is checked', async () => {
    const { stdout } = await gouji(['lint', '-f', 'json'], { cwd: join(cwd, 'reports') });
    expect(JSON.parse(stdout)).toHaveLength(2);
  });

  test('globs', async () => {
    const { results } = await lintJson(['rep*/{a,b}.gouji', 'clean.gouji']);
    expect(results).toHaveLength(3);
  });

  test('--stdin, named and nameless', async () => {
    const nameless = await lintJson(['--stdin'], faultyReport);
    expect([nameless.code, nameless.results[0].filePath]).toEqual([1, join(cwd, '<stdin>')]);
    folder.write('quiet/gouji.config.json', '{ "rules": { "cell/malformed-number": "off" } }');
    const named = await lintJson(['--stdin', '--stdin-filename', 'quiet/x.gouji'], faultyReport);
    expect(named.results[0].filePath).toBe(join(cwd, 'quiet/x.gouji'));
    const rules = named.results[0].messages.map(({ ruleId }: { ruleId: string }) => ruleId);
    expect(rules).not.toContain('cell/malformed-number');
  });

  test('--output-file', async () => {
    const { stdout, code } = await gouji(['lint', 'clean.gouji', '-f', 'json', '-o', 'out.json'], {
      cwd,
    });
    expect([stdout, code]).toEqual(['', 0]);
    expect(JSON.parse(folder.read('out.json'))).toHaveLength(1);
  });

  test('English', async () => {
    const { stdout } = await gouji(['lint', 'faulty.gouji', '--lang', 'en'], { cwd });
    expect(stdout).toMatch(/^ +\d+:\d+ +error +\S/m);
    const environment = { GOUJI_LANG: 'en_GB.UTF-8' };
    const same = await gouji(['lint', 'faulty.gouji'], { cwd, environment });
    expect(same.stdout).toBe(stdout);
  });

  test('no colours in a pipe, unless asked for; lines fit 80 columns', async () => {
    const plain = await gouji(['lint', 'reports'], { cwd });
    expect(plain.stdout).not.toContain('\u001b');
    for (const line of plain.stdout.split('\n')) {
      expect([stringWidth(line) <= 80, line]).toEqual([true, line]);
    }
    const environment = { FORCE_COLOR: '1' };
    expect((await gouji(['lint', 'reports'], { cwd, environment })).stdout).toContain('\u001b[31m');
    const off = await gouji(['lint', 'reports', '--no-color'], { cwd, environment });
    expect(off.stdout).toBe(plain.stdout);
    const none = { ...environment, NO_COLOR: '1' };
    expect((await gouji(['lint', 'reports'], { cwd, environment: none })).stdout).toBe(
      plain.stdout,
    );
  });
});

describe('2: wrong usage and unreadable input, one line each', () => {
  truncateSync(folder.write('big.gouji', ''), 200 * 1024 * 1024);
  folder.write('broken/gouji.config.json', '{\n  "rule": {}\n}');
  folder.write('broken/x.gouji', cleanReport);

  test.each([
    [['no.gouji'], '找不到 no.gouji'],
    [['empty'], 'empty 中没有可检查的报告（.gouji；原文 .txt、.md 须写明文件名或通配符）'],
    [['*.nothing'], '没有文件符合 *.nothing'],
    [['zip.docx'], 'zip.docx 不是文本：Word 文档，请在 Word 中另存为纯文本（UTF-8）'],
    [['nul.gouji'], 'nul.gouji 不是文本：含有空字符的二进制内容'],
    [['big.gouji'], 'big.gouji 超过 32 MB，不是报告，没有读取'],
    [['broken/x.gouji'], 'broken/gouji.config.json:2:3 不认识的键 “rule”；是否想写 “rules”？'],
    [['clean.gouji', '--config', 'no.json'], 'no.json 找不到这个配置文件'],
    [['clean.gouji', '--rule', 'sum=off'], '没有规则 “sum”；是否想写'],
    [
      ['clean.gouji', '--rule', 'cell/malformed-number'],
      '--rule 应写作 规则=级别，如 sum/children=warning，而不是 “cell/malformed-number”',
    ],
    [
      ['clean.gouji', '--rule', 'cell/malformed-number=2'],
      '“2” 不是级别，应为 error、warning、info 或 off',
    ],
    [['clean.gouji', '--max-warnings', '-1'], '选项 --max-warnings 的值 “-1” 应为 0 或正整数'],
    [
      ['clean.gouji', '--format', 'xml'],
      '选项 --format 的值 “xml” 不对，应为 stylish, unix, json, sarif, github；用 gouji lint --help 查看用法',
    ],
    [['clean.gouji', '--fromat', 'json'], '没有选项 --fromat；是否想写 --format？'],
    [
      ['clean.gouji', '--lang', 'fr'],
      '选项 --lang 的值 “fr” 不对，应为 zh, en；用 gouji lint --help 查看用法',
    ],
    [['clean.gouji', '--stdin'], '--stdin 不能与文件同用'],
    [['--stdin-filename', 'x.gouji'], '--stdin-filename 只能与 --stdin 同用'],
    [['clean.gouji', '-o', 'no/out.json'], '无法写入 no/out.json'],
    [['--print-config'], '选项 --print-config 后面要有一个值；用 gouji lint --help 查看用法'],
  ])('%j', async (parameters, line) => {
    const { code, stderr } = await gouji(['lint', ...parameters], { cwd });
    expect(stderr.startsWith(`gouji: ${line}`)).toBe(true);
    expect(stderr.split('\n')).toHaveLength(2);
    expect(code).toBe(2);
  });

  test('no permission', async () => {
    chmodSync(folder.write('locked.gouji', cleanReport), 0);
    const { code, stderr } = await other.gouji(['lint', 'locked.gouji'], { cwd });
    expect([code, stderr]).toEqual([2, 'gouji: 没有权限读取 locked.gouji\n']);
  });

  test('what can be read is checked all the same', async () => {
    const { results, code, stderr } = await lintJson(['no.gouji', 'clean.gouji', 'nul.gouji']);
    expect(results).toHaveLength(1);
    expect(code).toBe(2);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  test('in English too', async () => {
    const { stderr } = await gouji(['lint', 'no.gouji', '--lang', 'en'], { cwd });
    expect(stderr).toBe('gouji: there is no no.gouji\n');
    const option = await gouji(['--lang', 'en', 'lint', '--fromat'], { cwd });
    expect(option.stderr).toBe('gouji: there is no option --fromat; did you mean --format?\n');
  });

  test('GB18030 is read, with a word about it', async () => {
    const { stderr, code } = await gouji(['lint', 'old.gouji'], { cwd });
    expect(stderr).toBe('gouji: old.gouji 用 GB18030 编码，已按此读取；请另存为 UTF-8\n');
    expect(code).toBe(1);
  });

  test('a reader that stops early is no fault', async () => {
    const child = spawn(process.execPath, [entry, 'lint', 'reports', '-f', 'sarif'], { cwd });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    const code = await new Promise((done) => child.on('close', done));
    expect(stderr).toBe('');
    expect([0, 1]).toContain(code);
  });
});

describe('configuration', () => {
  folder.write('config/gouji.config.json', '{ "rules": { "cell/malformed-number": "info" } }');
  folder.write('config/deep/x.gouji', faultyReport);

  async function levelOf(...parameters: string[]): Promise<string | undefined> {
    const { results } = await lintJson(['config/deep/x.gouji', ...parameters]);
    const found = results[0].messages.find(
      ({ ruleId }: { ruleId: string }) => ruleId === 'cell/malformed-number',
    );
    return found?.severity;
  }

  test('found upwards, given, left out, overruled', async () => {
    expect(await levelOf()).toBe('info');
    expect(await levelOf('--no-config')).toBe('error');
    folder.write('other.json', '{ "rules": { "cell/malformed-number": "warning" } }');
    expect(await levelOf('--config', 'other.json')).toBe('warning');
    expect(await levelOf('--rule', 'cell/malformed-number=off')).toBeUndefined();
  });

  test('--print-config', async () => {
    const parameters = [
      'lint',
      '--print-config',
      'config/deep/none.gouji',
      '--rule',
      'cell/malformed-number=off',
    ];
    const { stdout, code } = await gouji(parameters, { cwd });
    const printed = JSON.parse(stdout);
    expect(printed.configFile).toBe(join(cwd, 'config/gouji.config.json'));
    expect([printed.rules['cell/malformed-number']].flat()[0]).toBe('off');
    expect(code).toBe(0);
  });
});

describe('published originals', () => {
  // As a published page reads: no marks, tabs between the cells.
  const original = [
    '2023年度青禾县档案馆单位决算',
    '',
    '第二部分 2023年度单位决算表',
    '',
    '财政拨款“三公”经费支出决算表',
    '公开09表',
    '部门：青禾县档案馆',
    '2023年度',
    '单位：万元',
    '预算数\t\t\t\t\t\t决算数',
    '合计\t因公出国（境）费\t小计\t公务用车购置费\t公务用车运行费\t公务接待费\t合计\t因公出国（境）费\t小计\t公务用车购置费\t公务用车运行费\t公务接待费',
    '1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12',
    '3.50\t0.00\t3.00\t0.00\t3.00\t0.50\t3..40\t0.00\t3.00\t0.00\t3.00\t0.40',
    '',
  ].join('\n');

  test('findings stand at the place in the original, its fix too', async () => {
    folder.write('original.txt', original);
    const { results } = await lintJson(['original.txt']);
    const message = results[0].messages.find(
      ({ ruleId }: { ruleId: string }) => ruleId === 'cell/malformed-number',
    );
    const lines = original.split('\n');
    const line = lines.findIndex((one) => one.includes('3..40'));
    expect(message).toMatchObject({
      line: line + 1,
      column: (lines[line]?.indexOf('3..40') ?? 0) + 1,
      endLine: line + 1,
    });
    if (message.fix) expect(original.slice(...message.fix.range)).toBe('3..40');
  });

  test('in GB18030 and with CRLF the places are the same', async () => {
    const text = original.replaceAll('\n', '\r\n');
    folder.write('gb.txt', gb18030(text));
    folder.write('crlf.txt', text);
    const places = async (name: string) =>
      (await lintJson([name])).results[0].messages.map(
        ({ line, column, ruleId }: Record<string, unknown>) => `${line}:${column} ${ruleId}`,
      );
    expect(await places('gb.txt')).toEqual(await places('crlf.txt'));
  });
});

describe('other reports', () => {
  const headed = (name: string, year: number, rest = ''): string =>
    cleanReport
      .replace(/^名称：.*$/m, `名称：${name}`)
      .replace(/^年度：.*$/m, `年度：${year}${rest === '' ? '' : `\n${rest}`}`);
  const unresolved = async (...files: string[]) => {
    const { results } = await lintJson([...files, '--rule', 'header/unresolved-report=error']);
    return results[0].messages
      .filter(({ ruleId }: { ruleId: string }) => ruleId === 'header/unresolved-report')
      .map(({ message }: { message: string }) => message);
  };
  folder.write('y/2022.gouji', headed('青禾县档案馆', 2022));
  folder.write('y/2022-副本.gouji', headed('青禾县 档案馆', 2022));

  test('a path that leads nowhere, to the report itself, to another year', async () => {
    folder.write('y/a.gouji', headed('青禾县档案馆', 2023, '上年：没有.gouji'));
    expect(await unresolved('y/a.gouji')).toEqual([
      expect.stringContaining('找不到「没有.gouji」'),
    ]);
    folder.write('y/b.gouji', headed('青禾县档案馆', 2023, '上年：b.gouji'));
    expect(await unresolved('y/b.gouji')).toEqual([expect.stringContaining('就是本报告自己')]);
    folder.write('y/c.gouji', headed('青禾县档案馆', 2024, '上年：2022.gouji'));
    expect(await unresolved('y/c.gouji')).toEqual([expect.stringContaining('是 2022 年度的报告')]);
    folder.write('y/d.gouji', headed('青禾县档案馆', 2023, '上年：2022.gouji'));
    expect(await unresolved('y/d.gouji')).toEqual([]);
  });

  test('by name and year among the files given: one is taken, two are told', async () => {
    folder.write('y/e.gouji', headed('青禾县档案馆', 2023));
    expect(await unresolved('y/e.gouji', 'y/2022.gouji')).toEqual([]);
    expect(await unresolved('y/e.gouji', 'y/2022.gouji', 'y/2022-副本.gouji')).toEqual([
      expect.stringContaining('（y/2022.gouji、y/2022-副本.gouji）'),
    ]);
  });

  test('units by path and by name', async () => {
    const units = ['下级：', '- 2022.gouji', '- 青禾县幼儿园', '- 青禾县小学'].join('\n');
    folder.write('y/f.gouji', headed('青禾县教育局', 2022, units));
    folder.write('y/幼儿园.gouji', headed('青禾县幼儿园', 2022));
    expect(await unresolved('y/f.gouji', 'y/幼儿园.gouji')).toEqual([
      expect.stringContaining('找不到「青禾县小学」'),
    ]);
  });

  test('reports that name each other in a circle', async () => {
    folder.write('y/g.gouji', headed('甲', 2023, '下级：\n- h.gouji'));
    folder.write('y/h.gouji', headed('乙', 2023, '下级：\n- g.gouji'));
    expect((await gouji(['lint', 'y/g.gouji', 'y/h.gouji', '--exit-zero'], { cwd })).code).toBe(0);
  });
});

test('a fault of the program is one line', async () => {
  const probe = folder.write(
    'probe.mjs',
    `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { writeSync } = fs;
fs.writeSync = (descriptor, ...rest) => {
  if (descriptor === 1) throw new Error('disk\\nfull');
  return writeSync(descriptor, ...rest);
};
syncBuiltinESMExports();
`,
  );
  const run = { cwd, nodeOptions: ['--import', probe] };
  const { code, stderr } = await gouji(['lint', 'clean.gouji'], run);
  expect(stderr).toBe(
    'gouji: 程序出错（Error: disk）；这是 gouji 的故障，请告知维护者（GOUJI_DEBUG=1 显示详情）\n',
  );
  expect(code).toBe(2);
  const environment = { GOUJI_DEBUG: '1' };
  expect((await gouji(['lint', 'clean.gouji'], { ...run, environment })).stderr).toContain(
    '    at ',
  );
});

test('two thousand reports pass through a small heap', { timeout: 300_000 }, async () => {
  mkdirSync(join(cwd, 'many'));
  for (let at = 0; at < 2000; at++) {
    folder.write(
      `many/${at}.gouji`,
      (at % 10 === 0 ? faultyReport : cleanReport).replace(/^名称：/m, `名称：第${at}`),
    );
  }
  const { code, stdout, stderr } = await gouji(['lint', 'many', '-f', 'json'], {
    cwd,
    nodeOptions: ['--max-old-space-size=64'],
  });
  expect(stderr).toBe('');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toHaveLength(2000);
});
