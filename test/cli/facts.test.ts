import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import stringWidth from 'string-width';
import { afterAll, describe, expect, test } from 'vitest';
import { cleanReport, Folder, gouji } from './run.ts';

const folder = new Folder();
afterAll(() => folder.remove());
const cwd = folder.path;

const report = `名称：𠀀县档案馆
年度：2023
金额单位：万元

表 公开03表
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
|---|---|---|---|---|
| | 合计 | 120.50 | 98.20 | 22.30 |
| 201 | 一般公共服务支出 | 120.50 | 98.20 | 22.30 |
| 20126 | 档案事务 | 120.50 | 98.20 | 22.30 |
| 2012604 | 档案馆 | 120.50 | 98.20 | 22.30 |

# 第三部分 2023年度单位决算情况说明

## 三、支出决算情况说明

𠀀表如下。2023年度支出合计120.50万元，其中：基本支出98.20万元，占81.94%。

馆藏整理外包花费[22.30](公开03表[合计].项目支出)万元，接待查档[318](无)人次，上缴上级支出0万元。
`;
folder.write('report.gouji', report);
folder.write('clean.gouji', cleanReport);
folder.write('poor/a.gouji', report.replace('支出合计120.50万元', '某项花费120.50万元'));
folder.write('poor/b.gouji', report);

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../docs/facts-output.schema.json'), 'utf8'),
);
const validate = new Ajv({ strict: true, strictTypes: false }).compile(schema);

async function factsOf(...parameters: string[]) {
  const { stdout, code, stderr } = await gouji(['facts', '-f', 'json', ...parameters], { cwd });
  expect([code, stderr]).toEqual([0, '']);
  const facts = JSON.parse(stdout);
  expect([validate(facts), validate.errors]).toEqual([true, null]);
  return facts;
}

describe('gouji facts', () => {
  test('each figure with its place, calculation and verdict', async () => {
    const { figures, filePath, coverage } = await factsOf('report.gouji');
    expect(filePath).toBe(join(cwd, 'report.gouji'));
    const prose = figures.filter(({ kind }: { kind: string }) => kind === 'prose');
    const line = report.split('\n').findIndex((text) => text.includes('81.94%')) + 1;
    const words = report.split('\n')[line - 1] ?? '';
    expect(prose[2]).toEqual({
      line,
      column: words.indexOf('81.94%') + 1,
      endLine: line,
      endColumn: words.indexOf('81.94%') + 7,
      printed: '81.94%',
      kind: 'prose',
      reading: 'claimed',
      verdict: 'wrong',
      zero: false,
      where: '三、支出决算情况说明',
      subject: '基本支出',
      aspect: 'share',
      expression: '占比(公开03表[合计].基本支出, 公开03表[合计].本年支出合计)',
      calculation: '占比(98.20, 120.50) = 81.49%',
      expected: '81.49%',
    });
    const shown = ({ printed, reading, verdict }: Record<string, string>) =>
      `${printed} ${reading} ${verdict}`;
    expect(prose.map(shown)).toEqual([
      '120.50万元 claimed verified',
      '98.20万元 claimed verified',
      '81.94% claimed wrong',
      '22.30万元 bound verified',
      '318人次 bound waived',
      '0万元 claimed stated',
    ]);
    expect(coverage.narrative).toEqual({
      nonZero: { verified: 3, wrong: 1, stated: 0, waived: 1, unread: 0 },
      zero: { verified: 0, wrong: 0, stated: 1, waived: 0, unread: 0 },
    });
    const cell = figures.find(({ kind }: { kind: string }) => kind === 'cell');
    expect(cell).toMatchObject({
      printed: '120.50',
      where: '公开03表 支出决算表',
      expression: '公开03表[合计].本年支出合计',
      calculation: '98.20 + 22.30 = 120.50',
      verdict: 'verified',
    });
  });

  test('a table that fits the terminal, in both languages', async () => {
    for (const name of ['report.gouji', 'clean.gouji']) {
      for (const language of ['zh', 'en']) {
        const { stdout, code } = await gouji(['facts', name, '--lang', language], { cwd });
        expect(code).toBe(0);
        for (const line of stdout.split('\n')) {
          expect([stringWidth(line) <= 80, line]).toEqual([true, line]);
        }
      }
    }
    const { stdout } = await gouji(['facts', 'report.gouji'], { cwd });
    expect(stdout).toContain('\n三、支出决算情况说明\n');
    expect(stdout).toMatch(/ 有误 {7,}81\.94% {2}基本支出 占比：占比\(98\.20, 120\.50\) = 81\.49%/);
    expect(stdout.replace(/\n */g, ' ')).toContain('应为 81.49%');
    expect(stdout).toMatch(/ 免核 +318人次 {2}绑定\n/);
    expect(stdout).toMatch(/叙述数字 非零 +3 +1 +0 +1 +0 +5 +80%\n/);
    expect(stdout).toMatch(/叙述数字 零值 +0 +0 +1 +0 +0 +1 +0%\n/);
  });

  test('places of a published original are those of the original', async () => {
    const original = `2023年度青禾县档案馆单位决算\n\n第三部分 2023年度单位决算情况说明\n\n十一、政府采购支出情况说明\n\n2023年度政府采购支出总额48.00万元，授予中小企业合同金额24.00万元，占政府采购支出总额的50.00%。\n`;
    folder.write('original.txt', original);
    const { figures } = await factsOf('original.txt');
    const lines = original.split('\n');
    for (const { printed, line, column, endColumn } of figures) {
      expect(lines[line - 1]?.slice(column - 1, endColumn - 1)).toBe(printed);
    }
    expect(figures.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      'verified',
      'verified',
      'verified',
    ]);
  });

  test('from standard input, and what cannot be read in one line', async () => {
    const piped = await gouji(['facts', '-', '-f', 'json'], { cwd, input: report });
    expect(JSON.parse(piped.stdout).figures.length).toBeGreaterThan(10);
    for (const [parameters, words] of [
      [['no.gouji'], '找不到 no.gouji'],
      [['report.gouji', '-f', 'xml'], '选项 --format 的值 “xml” 不对，应为 table, json'],
      [['poor'], 'poor 是文件夹，这里需要文件'],
      [['report.gouji', '--stdin-filename', 'x'], '--stdin-filename 只能与 --stdin 同用'],
    ] as const) {
      const { code, stderr } = await gouji(['facts', ...parameters], { cwd });
      expect(stderr.startsWith(`gouji: ${words}`)).toBe(true);
      expect([code, stderr.trimEnd().split('\n').length]).toEqual([2, 1]);
    }
  });
});

describe('gouji lint --coverage, --min-coverage', () => {
  test('zero and non-zero figures apart, for tables and narrative', async () => {
    const { stdout } = await gouji(['lint', 'report.gouji', '--coverage'], { cwd });
    expect(stdout).toMatch(/ 相符 {2}有误 {2}无从核对 {2}免核 {2}未读 {2}共计 +覆盖\n/);
    expect(stdout).toMatch(/表内数字 非零 +12 +0 +0 +0 +0 +12 +100%\n/);
    expect(stdout).toMatch(/叙述数字 非零 +3 +1 +0 +1 +0 +5 +80%\n/);
    const english = await gouji(['lint', 'report.gouji', '--coverage', '--lang', 'en'], { cwd });
    expect(english.stdout).toMatch(/text non-zero +3 +1 +0 +1 +0 +5 +80%\n/);
  });

  test('below the minimum it fails with one line; what could not be read is never clean', async () => {
    const lint = (...parameters: string[]) =>
      gouji(['lint', ...parameters, '--rule', 'narrative/share=off'], { cwd });
    const enough = await lint('report.gouji', '--min-coverage', '80');
    expect([enough.code, enough.stderr]).toEqual([0, '']);
    const low = await lint('report.gouji', '--min-coverage', '81');
    expect([low.code, low.stderr]).toEqual([
      1,
      'gouji: report.gouji 的叙述数字只核对了 80%，低于要求的 81%\n',
    ]);
    const both = await lint('poor', '--min-coverage', '85');
    expect(both.code).toBe(1);
    expect(both.stderr).toMatch(
      /^gouji: 2 份报告的叙述数字核对不到 85%：poor\/a\.gouji \d+%、poor\/b\.gouji 80%\n$/,
    );
    expect((await lint('report.gouji', '--min-coverage', '90', '--exit-zero')).code).toBe(0);
    const wrong = await lint('report.gouji', '--min-coverage', '101');
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      'gouji: 选项 --min-coverage 的值 “101” 应为 0 到 100 的整数\n',
    ]);
  });
});
