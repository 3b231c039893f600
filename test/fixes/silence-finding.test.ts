import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import { silenceFinding } from '../../server/fixes/silence-finding.ts';
import type { RuleId } from '../../server/report/identifiers.ts';
import { lineAt } from '../../server/rules/directives.ts';

const folders = ['cell', 'header', 'narrative', 'structure', 'subject', 'sum', 'table', 'text'];

/** The text with the directive and a reason in its place. */
function silenced(text: string, start: number, rule: RuleId, language: 'zh' | 'en'): string {
  const { tree } = analyse({ text });
  const silence = silenceFinding(tree, lineAt(tree.lines, start), rule, language);
  if (silence === undefined) throw new Error('no such line');
  const { at, before, after, asksReason } = silence;
  return text.slice(0, at) + before + (asksReason ? '财政已批复' : '') + after + text.slice(at);
}

const keys = (text: string): readonly string[] =>
  analyse({ text }).findings.map(({ rule, message }) => `${rule} ${message.zh}`);

const report = `报告：单位决算
名称：青禾县𠀀档案馆
年度：2023年末
金额单位：万元

# 第三部分 2023年度部门决算情况说明
## 三、支出决算情况说明
2023年度支出合计120.50万元，
其中：基本支出98.20万元，占81.94%；项目支出22.30万元，占18.51%。

# 第二部分 决算表
表 公开03表
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
|---|---|---:|---:|---:|
| | 合计 | 120.50 | 98.20 | 22.30 |
| 201 | 一般公共服务支出 | 100.30 | 78.00 | 22.30 |
| 20126 | 档案事务 | 100.30 | 78..00 | 22.30 |
| 2012601 | 行政运行 | 78.00 | 78.00 | |
| 2012604 | 档案馆 | 22.30 | | 22.30 |
| 208 | 社会保障和就业支出 | 20.20 | 20.20 | |
| 20805 | 行政事业单位养老支出 | 20.20 | 20.20 | |
| 2080505 | 机关事业单位基本养老保险缴费支出 | 20.20 | 20.20 | |`;

test.each(['\n', '\r\n', '\r'])('each finding can be silenced by itself (%j)', (ending) => {
  const text = report.replaceAll('\n', ending);
  const { findings } = analyse({ text });
  expect(findings.map(({ rule }) => rule)).toContain('cell/malformed-number');
  expect(findings.map(({ rule }) => rule)).toContain('narrative/share');
  for (const { start, rule } of findings) {
    for (const language of ['zh', 'en'] as const) {
      const after = silenced(text, start, rule, language);
      const expected = findings
        .filter((one) => one.rule !== rule || lineOf(text, one.start) !== lineOf(text, start))
        .map((one) => `${one.rule} ${one.message.zh}`);
      expect(keys(after), after).toEqual(expected);
    }
  }
});

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

test('a line that is silenced already is given another rule', () => {
  const text = '// 免核下一行 text/typo：原文如此\n表 公开99表\n';
  expect(silenced(text, text.length - 1, 'table/unknown', 'zh')).toBe(
    '// 免核下一行 text/typo table/unknown：原文如此\n表 公开99表\n',
  );
  const prose = '甲。 // gouji-disable-line text/typo -- as printed\n乙。';
  expect(silenced(prose, 0, 'text/residue', 'en')).toBe(
    '甲。 // gouji-disable-line text/typo text/residue -- as printed\n乙。',
  );
});

test('a sentence is silenced at the end of its line, a row from the line above', () => {
  expect(silenced('甲，\n乙。  \n', 3, 'text/residue' as RuleId, 'zh')).toBe(
    '甲，\n乙。 // 免核本行 text/residue：财政已批复  \n',
  );
  const rows = '表 甲\n| 项目 |\n| 乙 |\n';
  expect(silenced(rows, rows.indexOf('乙'), 'table/stray-cell' as RuleId, 'en')).toBe(
    '表 甲\n| 项目 |\n// gouji-disable-next-line table/stray-cell -- 财政已批复\n| 乙 |\n',
  );
});

test('a byte-order mark stays the first of all', () => {
  expect(silenced('\ufeff年度：二零', 1, 'header/year', 'zh')).toMatch(/^\ufeff\/\/ 免核下一行/);
});

test('in the fixtures, no directive brings another finding about', () => {
  const root = join(import.meta.dirname, '../fixtures');
  let tried = 0;
  for (const folder of folders) {
    const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.gouji'));
    for (const name of names) {
      const text = readFileSync(join(root, folder, name), 'utf8');
      const { findings, tree } = analyse({ text });
      const chosen = findings.filter(({ rule }) => !/^(?:directive|internal)\//.test(rule));
      for (const { start, rule } of chosen.slice(0, 5)) {
        if (tree.directives.length > 0) continue;
        tried += 1;
        const left = keys(silenced(text, start, rule, 'zh'));
        const before = findings.map((one) => `${one.rule} ${one.message.zh}`);
        expect(before, `${name} ${rule}`).toEqual(expect.arrayContaining([...left]));
        expect(left.length).toBeLessThan(before.length);
      }
    }
  }
  expect(tried).toBeGreaterThan(20);
});
