/** Sums inside a table (T1 to T9): totals, rows, trees of subjects, balances. */
import { reportBreaches } from './breach.ts';
import { identityRule, exampleTable as table } from './identity-rule.ts';
import type { RuleFamily, RuleMetadata } from './rule.ts';

const form05 = ['科目编码', '科目名称', '小计', '基本支出', '项目支出'];
const form07 = [
  '科目编码',
  '科目名称',
  '年初结转和结余',
  '本年收入',
  '小计',
  '基本支出',
  '项目支出',
  '年末结转和结余',
];
const sides = ['项目', '行次', '决算数', '项目', '行次', '决算数'];
const economic = ['科目编码', '科目名称', '决算数'];
const items = ['项目', '预算数', '决算数'];

const rounding = {
  zh: '每个数由元换算成万元时各自四舍五入，n 个部分之和与合计可以差到 (n+1) 个半末位；超出才算不符。空白和 0.00 按零计。合计的各部分都另有依据、而且只有一个值能使全部勾稽成立时，可以自动修复；其他修复只作建议。',
  en: 'Each figure was rounded on its own, so a sum of n parts may miss its total by (n+1) half units of the last place; only more than that is reported. Blanks and 0.00 count as zero. A total whose parts are all proven elsewhere, and which can have one value only, is repaired by --fix; any other repair is a suggestion.',
};

const metadata: readonly RuleMetadata[] = [
  identityRule({
    id: 'sum/children',
    catalogue: ['TREE', 'T6-SUB'],
    title: { zh: '下级之和', en: 'Sum of the subjects below' },
    description: {
      zh: `按科目编码，类应等于款之和，款应等于项之和；公开06表的类应等于其下各款之和。${rounding.zh}中间级没有列出时，直接与再下一级比较。`,
      en: `By subject code a class is the sum of its groups and a group the sum of its items; in 公开06表 a class is the sum of the groups printed below it. ${rounding.en} Where a level is not printed the next one below counts.`,
    },
    bad: table(
      '公开05表',
      form05,
      '_ 合计 100.30 78.00 22.30',
      '201 一般公共服务支出 100.30 78.00 22.30',
      '20126 档案事务 100.30 78.00 22.30',
      '2012601 行政运行 78.00 78.00 _',
      '2012604 档案馆 22.30 _ 23.20',
    ).replace('| 22.30 |  | 23.20 |', '| 23.20 |  | 23.20 |'),
    good: table(
      '公开05表',
      form05,
      '_ 合计 100.30 78.00 22.30',
      '201 一般公共服务支出 100.30 78.00 22.30',
      '20126 档案事务 100.30 78.00 22.30',
      '2012601 行政运行 78.00 78.00 _',
      '2012604 档案馆 22.30 _ 22.30',
    ),
  }),
  identityRule({
    id: 'sum/total',
    catalogue: ['TREE', 'T1-IN', 'T1-OUT', 'T4-IN', 'T4-OUT'],
    title: { zh: '合计', en: 'Total' },
    description: {
      zh: `合计应等于各类之和；公开01表、公开04表的本年收入合计、本年支出合计应等于各项之和，年初结转应等于其三项之和。${rounding.zh}`,
      en: `The total is the sum of the classes; the totals of the year in 公开01表 and 公开04表 are the sums of their items. ${rounding.en}`,
    },
    bad: table(
      '公开01表',
      sides,
      '一、一般公共预算财政拨款收入 1 120.50 一、一般公共服务支出 32 100.30',
      '_ 8 _ 八、社会保障和就业支出 39 20.10',
      '本年收入合计 27 120.50 本年支出合计 58 120.50',
      '总计 31 120.50 总计 62 120.50',
    ),
    good: table(
      '公开01表',
      sides,
      '一、一般公共预算财政拨款收入 1 120.50 一、一般公共服务支出 32 100.30',
      '_ 8 _ 八、社会保障和就业支出 39 20.20',
      '本年收入合计 27 120.50 本年支出合计 58 120.50',
      '总计 31 120.50 总计 62 120.50',
    ),
  }),
  identityRule({
    id: 'sum/row',
    catalogue: ['T2-ROW', 'T3-ROW', 'T5-ROW', 'T4-ROW'],
    title: { zh: '本行合计', en: 'Sum of a row' },
    description: {
      zh: `每一行的合计栏应等于其他各栏之和：收入合计等于各项来源，支出合计等于基本支出、项目支出等，小计等于基本支出加项目支出，公开04表的合计等于三种预算。${rounding.zh}`,
      en: `In each row the total column is the sum of the others: income by source, expenditure by kind, the three budgets of 公开04表. ${rounding.en}`,
    },
    bad: table(
      '公开07表',
      form07,
      '_ 合计 5.00 20.00 19.00 _ 20.00 6.00',
      '212 城乡社区支出 5.00 20.00 19.00 _ 20.00 6.00',
    ).replace('| 212 | 城乡社区支出 | 5.00 | 20.00 | 19.00 |  | 20.00 | 6.00 |\n', ''),
    good: table('公开07表', form07, '_ 合计 5.00 20.00 19.00 _ 19.00 6.00'),
  }),
  identityRule({
    id: 'sum/grand-total',
    catalogue: ['T1-INTOT', 'T1-OUTTOT', 'T4-IN', 'T4-OUT'],
    title: { zh: '收入总计和支出总计', en: 'Grand totals' },
    description: {
      zh: `收入总计 = 本年收入合计 + 使用非财政拨款结余和专用结余 + 年初结转和结余；支出总计 = 本年支出合计 + 结余分配 + 年末结转和结余。公开04表同理。${rounding.zh}`,
      en: `The grand total of income is the total of the year plus the balances used plus the opening carry-over; that of expenditure is the total of the year plus the distribution plus the closing carry-over. ${rounding.en}`,
    },
    bad: table(
      '公开01表',
      sides,
      '一、一般公共预算财政拨款收入 1 120.50 一、一般公共服务支出 32 120.50',
      '本年收入合计 27 120.50 本年支出合计 58 120.50',
      '年初结转和结余 29 8.00 年末结转和结余 60 7.00',
      '总计 31 128.50 总计 62 128.50',
    ),
    good: table(
      '公开01表',
      sides,
      '一、一般公共预算财政拨款收入 1 120.50 一、一般公共服务支出 32 120.50',
      '本年收入合计 27 120.50 本年支出合计 58 120.50',
      '年初结转和结余 29 8.00 年末结转和结余 60 8.00',
      '总计 31 128.50 总计 62 128.50',
    ),
  }),
  identityRule({
    id: 'sum/balance',
    catalogue: ['T1-BAL', 'T4-OUT'],
    title: { zh: '收支总计相等', en: 'Income and expenditure balance' },
    description: {
      zh: '收入总计与支出总计是同一个数，必须完全相等，没有尾差。',
      en: 'The grand totals of income and expenditure are one number: they must be equal to the last place.',
    },
    bad: table(
      '公开01表',
      sides,
      '一、一般公共预算财政拨款收入 1 70.30 一、一般公共服务支出 32 70.30',
      '二、政府性基金预算财政拨款收入 2 50.20 八、社会保障和就业支出 39 50.20',
      '本年收入合计 27 120.50 本年支出合计 58 120.51',
      '总计 31 120.50 总计 62 120.51',
    ),
    good: table(
      '公开01表',
      sides,
      '一、一般公共预算财政拨款收入 1 70.30 一、一般公共服务支出 32 70.30',
      '二、政府性基金预算财政拨款收入 2 50.20 八、社会保障和就业支出 39 50.20',
      '本年收入合计 27 120.50 本年支出合计 58 120.50',
      '总计 31 120.50 总计 62 120.50',
    ),
  }),
  identityRule({
    id: 'sum/fund-balance',
    catalogue: ['T7-ROLL', 'T4-OUT'],
    title: { zh: '年初结转、收支与年末结转', en: 'Carry-over of each fund' },
    description: {
      zh: `公开07表每一行：年初结转和结余 + 本年收入 − 本年支出 = 年末结转和结余；公开04表每种预算：本年收入 + 年初结转 = 本年支出 + 年末结转。${rounding.zh}`,
      en: `Each row of 公开07表: opening plus income less spending is the closing carry-over. Each budget of 公开04表: income plus opening is spending plus closing. ${rounding.en}`,
    },
    bad: table('公开07表', form07, '_ 合计 5.00 20.00 19.00 _ 19.00 8.00'),
    good: table('公开07表', form07, '_ 合计 5.00 20.00 19.00 _ 19.00 6.00'),
  }),
  identityRule({
    id: 'sum/personnel-operating',
    catalogue: ['T6-PER', 'T6-PUB'],
    title: { zh: '人员经费合计和公用经费合计', en: 'Personnel and operating costs' },
    description: {
      zh: `公开06表：人员经费合计 = 301 + 303；公用经费合计 = 302 + 307 + 309 + 310 + 311 + 312 + 313 + 399。${rounding.zh}`,
      en: `公开06表: personnel costs are the classes 301 and 303, operating costs 302, 307, 309 to 313 and 399. ${rounding.en}`,
    },
    bad: table(
      '公开06表',
      economic,
      '301 工资福利支出 60.00',
      '30101 基本工资 60.00',
      '303 对个人和家庭的补助 8.00',
      '30302 退休费 8.00',
      '_ 人员经费合计 86.00',
      '_ 公用经费合计 _',
    ),
    good: table(
      '公开06表',
      economic,
      '301 工资福利支出 60.00',
      '30101 基本工资 60.00',
      '303 对个人和家庭的补助 8.00',
      '30302 退休费 8.00',
      '_ 人员经费合计 68.00',
      '_ 公用经费合计 _',
    ),
  }),
  identityRule({
    id: 'sum/three-public',
    catalogue: ['T9-SUM'],
    title: { zh: '“三公”经费合计', en: 'Total of the three public expenses' },
    description: {
      zh: `公开09表的预算数、决算数：合计 = 因公出国（境）费 + 公务用车购置及运行维护费 + 公务接待费；公务用车小计 = 购置费 + 运行维护费。${rounding.zh}`,
      en: `公开09表, budget and outturn: the total is overseas visits plus vehicles plus hospitality; vehicles are purchase plus operation. ${rounding.en}`,
    },
    bad: table(
      '公开09表',
      items,
      '合计 9.00 8.00',
      '公务用车购置及运行维护费 8.00 8.00',
      '公务用车运行维护费 8.00 8.00',
      '公务接待费 2.00 _',
    ),
    good: table(
      '公开09表',
      items,
      '合计 10.00 8.00',
      '公务用车购置及运行维护费 8.00 8.00',
      '公务用车运行维护费 8.00 8.00',
      '公务接待费 2.00 _',
    ),
  }),
];

const ids = new Set(metadata.map(({ id }) => id));

export const sumFamily: RuleFamily = {
  rules: metadata,
  check: (context) => reportBreaches(context, ids),
};
