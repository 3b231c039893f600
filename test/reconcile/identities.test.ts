import { describe, expect, it } from 'vitest';
import { parse } from '../../grammar/parse.ts';
import { henan, profiles } from '../../server/forms/profiles.ts';
import { isBroken } from '../../server/reconcile/constraint.ts';
import { reconcile } from '../../server/reconcile/find-missing.ts';
import { identityPlans } from '../../server/reconcile/identity-plan.ts';
import { layStatement } from '../../server/reconcile/lay-statement.ts';
import { readyStatements } from '../../server/reconcile/ready-statements.ts';
import { buildReport } from '../../server/report/build-report.ts';
import type { OtherReports, Report } from '../../server/report/model.ts';
import { vocabularyOf } from '../../server/report/vocabulary.ts';
import { ruleById } from '../../server/rules/catalogue.ts';

const alone: OtherReports = { lastYear: undefined, subordinates: [], problems: [] };

const reportOf = (text: string): Report => buildReport(parse(text, vocabularyOf(henan)), henan);

/** Ids of the identities that fail, in order. */
function failing(text: string, others = alone): string[] {
  const { outcomes } = reconcile(reportOf(text), henan, others);
  return outcomes
    .filter(isBroken)
    .map(({ constraint }) =>
      'identity' in constraint.origin ? constraint.origin.identity.id : '核对',
    );
}

/** Rows and cells that a report lacks. */
function missing(text: string): string[] {
  const { completeness } = reconcile(reportOf(text), henan, alone);
  const rows = [...completeness.missingRows.values()]
    .flat()
    .map(({ table, code, label, values }) => {
      const shown = [...values].map(([column, { units }]) => `${column}:${units}`).sort();
      return `${table.form?.number} ${code ?? label} ${shown.join(' ')}`;
    });
  const blanks = completeness.missingValues.map(
    ({ table, row, column, units }) => `${table.form?.number} ${row.label} ${column}:${units}`,
  );
  return [...rows, ...blanks];
}

const table = (form: string, heads: string, ...rows: string[]): string => {
  const cells = (line: string): string =>
    `| ${line
      .split(' ')
      .map((cell) => (cell === '_' ? '' : cell))
      .join(' | ')} |\n`;
  return `表 ${form}\n${cells(heads)}|${heads.replace(/[^ ]+ ?/g, '---|')}\n${rows.map(cells).join('')}\n`;
};
const head = '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n';
const form02 = '科目编码 科目名称 本年收入合计 财政拨款收入 其他收入';
const form03 = '科目编码 科目名称 本年支出合计 基本支出 项目支出';
const form05 = '科目编码 科目名称 小计 基本支出 项目支出';
const form07 = '科目编码 科目名称 年初结转和结余 本年收入 小计 基本支出 项目支出 年末结转和结余';
const sides = '项目 行次 决算数 项目 行次 决算数';
const fiscal =
  '项目 行次 金额 项目 行次 合计 一般公共预算财政拨款 政府性基金预算财政拨款 国有资本经营预算财政拨款';

describe('identities as data', () => {
  for (const profile of profiles) {
    it(`${profile.name}: every statement can be laid against the forms`, () => {
      const plans = identityPlans(profile);
      expect(plans.map(({ identity }) => identity.id)).toEqual(
        profile.identities.map(({ id }) => id),
      );
    });

    it(`${profile.name}: what was laid when the program was built is what laying gives`, () => {
      const ready = readyStatements(profile);
      const laidLater = new Set<string>();
      for (const { statement, condition = statement } of profile.identities) {
        for (const one of [statement, condition]) {
          const plan = ready.get(one);
          // What speaks of a form with rows or columns of its own is laid when it is asked for.
          if (plan === undefined) laidLater.add(one);
          else expect(plan, one).toEqual(layStatement(one, profile));
        }
      }
      expect(laidLater.size).toBeLessThan(profile === henan ? 1 : 30);
    });

    it(`${profile.name}: ids are unique, rules exist`, () => {
      const ids = profile.identities.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { rule } of profile.identities) expect(ruleById(rule), rule).toBeDefined();
    });
  }
});

describe('lawful cases', () => {
  it('rows and columns left out, blanks, a class row that is not printed', () => {
    const text = `${head}${table(
      '公开03表',
      '科目编码 科目名称 本年支出合计 基本支出',
      '_ 合计 9.00 9.00',
      '20126 档案事务 7.00 7.00',
      '2012601 行政运行 7.00 _',
      '208 社会保障和就业支出 2.00 2.00',
      '2080505 机关事业单位基本养老保险缴费支出 2.00 2.00',
    ).replace('| 7.00 |  |', '| 7.00 | 7.00 |')}`;
    expect(failing(text)).toEqual([]);
    expect(missing(text)).toEqual([]);
  });

  it('carry-over: a fund spends what it had, and 公开04表 balances by fund', () => {
    const text =
      head +
      table(
        '公开04表',
        fiscal,
        '一、一般公共预算财政拨款 1 2587.46 一、一般公共服务支出 33 2587.46 2587.46 _ _',
        '二、政府性基金预算财政拨款 2 55.70 十一、城乡社区支出 43 500.70 _ 500.70 _',
        '本年收入合计 27 2643.16 本年支出合计 59 3088.16 2587.46 500.70 _',
        '年初财政拨款结转和结余 28 445.00 年末财政拨款结转和结余 60 _ _ _ _',
        '政府性基金预算财政拨款 30 445.00 _ 62 _ _ _ _',
        '总计 32 3088.16 总计 64 3088.16 2587.46 500.70 _',
      ) +
      table(
        '公开07表',
        form07,
        '_ 合计 445.00 55.70 500.70 _ 500.70 _',
        '212 城乡社区支出 445.00 55.70 500.70 _ 500.70 _',
        '21208 国有土地使用权出让收入安排的支出 445.00 55.70 500.70 _ 500.70 _',
        '2120899 其他国有土地使用权出让收入安排的支出 445.00 55.70 500.70 _ 500.70 _',
      );
    expect(failing(text)).toEqual([]);
    expect(missing(text)).toEqual([]);
    // One of the figures changed: its row, its fund and the other table all see it.
    expect(failing(text.replace('30 | 445.00', '30 | 454.00'))).toEqual([
      'T4-IN.2',
      'T4-OUT.5',
      'X4-7.4',
    ]);
  });

  it('other expenditure than fiscal: 公开05表 stays below 公开03表 and need not equal it', () => {
    const other = table(
      '公开03表',
      form03,
      '_ 合计 9.42 9.00 0.42',
      '201 一般公共服务支出 9.00 9.00 _',
      '229 其他支出 0.42 _ 0.42',
    );
    const part = table(
      '公开05表',
      form05,
      '_ 合计 9.00 9.00 _',
      '201 一般公共服务支出 9.00 9.00 _',
    );
    const none = `${table('公开07表', form07, '_ 合计 _ _ _ _ _ _')}${table('公开08表', form05, '_ 合计 _ _ _')}`;
    expect(failing(head + other + part + none)).toEqual([]);
    const over = part.replaceAll('9.00', '9.30');
    // 9.30 of 201 exceeds its 9.00, in total and as basic expenditure; the totals only as basic expenditure.
    expect(failing(head + other + over + none)).toEqual(['X3-5.4', 'X3-5.5', 'X3-5.5']);
  });

  it('a form that is not there silences what stands over it', () => {
    const text =
      head + table('公开05表', form05, '_ 合计 9.00 9.00 _', '201 一般公共服务支出 9.00 9.00 _');
    expect(failing(text)).toEqual([]);
  });
});

describe('what is missing', () => {
  const expenditure = table(
    '公开03表',
    form03,
    '_ 合计 9.00 9.00 _',
    '210 卫生健康支出 9.00 9.00 _',
    '21011 行政事业单位医疗 9.00 9.00 _',
    '2101101 行政单位医疗 6.35 6.35 _',
    '2101103 公务员医疗补助 2.65 2.65 _',
  );

  it('a row that another table prints, with the value that its group falls short by', () => {
    const income = table(
      '公开02表',
      form02,
      '_ 合计 9.00 9.00 _',
      '210 卫生健康支出 9.00 9.00 _',
      '21011 行政事业单位医疗 9.00 9.00 _',
      '2101101 行政单位医疗 6.35 6.35 _',
    );
    expect(missing(head + income + expenditure)).toEqual(['公开02表 2101103 0:265 1:265']);
    expect(failing(head + income + expenditure)).toEqual([]);
    // Alone, the table only shows that the sum is wrong.
    expect(missing(head + income)).toEqual([]);
    expect(failing(head + income)).toEqual(['TREE.2.3', 'TREE.2.3']);
  });

  it('a row of zeros is not missing', () => {
    const income = table(
      '公开02表',
      form02,
      '_ 合计 6.35 6.35 _',
      '210 卫生健康支出 6.35 6.35 _',
      '21011 行政事业单位医疗 6.35 6.35 _',
      '2101101 行政单位医疗 6.35 6.35 _',
    );
    expect(missing(head + income + expenditure)).toEqual([]);
  });

  it('both grand totals of 公开01表', () => {
    const text =
      head +
      table(
        '公开01表',
        sides,
        '一、一般公共预算财政拨款收入 1 611.70 一、一般公共服务支出 32 611.70',
        '本年收入合计 27 611.70 本年支出合计 58 611.70',
      );
    expect(missing(text)).toEqual(['公开01表 总计 0:61170', '公开01表 总计 0:61170']);
    expect(failing(text)).toEqual([]);
  });

  it('a blank subtotal of 公开09表, in the decimals of its column', () => {
    const text =
      head +
      table(
        '公开09表',
        '项目 预算数 决算数',
        '合计 4 _',
        '公务用车购置及运行维护费 _ _',
        '公务用车运行维护费 3 _',
        '公务接待费 1 _',
      );
    expect(missing(text)).toEqual(['公开09表 公务用车购置及运行维护费 0:3']);
    expect(failing(text)).toEqual([]);
  });
});

describe('other reports', () => {
  const summary = (opening: string, closing: string): string =>
    head +
    table(
      '公开01表',
      sides,
      '一、一般公共预算财政拨款收入 1 100.00 一、一般公共服务支出 32 100.00',
      '本年收入合计 27 100.00 本年支出合计 58 100.00',
      `年初结转和结余 29 ${opening} 年末结转和结余 60 ${closing}`,
      `总计 31 ${100 + Number(opening)}.00 总计 62 ${100 + Number(closing)}.00`,
    );
  const other = (text: string): { name: string; report: Report } => ({
    name: '另一份.gouji',
    report: reportOf(text),
  });

  it("last year's closing is this year's opening", () => {
    const lastYear = other(summary('5', '5'));
    expect(failing(summary('5', '5'), { ...alone, lastYear })).toEqual([]);
    expect(failing(summary('8', '8'), { ...alone, lastYear })).toEqual(['Y-OPEN.1']);
  });

  it('a department is no more than its units', () => {
    const half = other(
      summary('5', '5').replaceAll('100.00', '60.00').replaceAll('105.00', '65.00'),
    );
    expect(failing(summary('5', '5'), { ...alone, subordinates: [half, half] })).toEqual([]);
    expect(failing(summary('5', '5'), { ...alone, subordinates: [half] })).toEqual([
      'Y-UNITS.1',
      'Y-UNITS.2',
    ]);
  });
});
