/** Self-evaluation forms: metadata of the rules, with their examples. */
import type { Localised, RuleId } from '../report/identifiers.ts';
import { arithmetic, exampleHead } from './identity-rule.ts';
import type { RuleMetadata } from './rule.ts';

const scoring: Localised = {
  zh: '绩效自评表下所附的评分说明',
  en: 'The scoring notes printed beneath the self-evaluation forms',
};

interface Example {
  readonly budget?: string;
  readonly executed?: string;
  readonly other?: string;
  readonly rate?: string;
  readonly points?: string;
  readonly actual?: string;
  readonly deviation?: string;
  readonly score?: string;
  readonly reason?: string;
  readonly total?: string;
  readonly grade?: string;
}

function project(example: Example = {}): string {
  const {
    budget = '10.00',
    executed = '8.00',
    other = '0.00',
    rate = '80%',
    points = '8',
  } = example;
  const { actual = '90%', deviation = '-10.00%', score = '36', reason = '雨季停工' } = example;
  const { total = '94', grade = '优' } = example;
  return `${exampleHead}表 项目单位自评表 库房除湿改造
| 项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
| 年度资金总额 | 12.00 | ${budget} | ${executed} | 10 | ${rate} | ${points} |
| 财政拨款 | 12.00 | 10.00 | 8.00 | - | 80% | - |
| 其他资金 | 0.00 | ${other} | 0.00 | - | 0% | - |
| 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差度 | 偏差原因分析及改进措施 |
| 数量指标 | 改造库房数量 | ≥3间 | 3间 | 50 | 50 | 0.00% | |
| 质量指标 | 除湿达标率 | ≥100% | ${actual} | 40 | ${score} | ${deviation} | ${reason} |
| 总分 | | | | 100 | ${total} | | |
| 自评等级 | ${grade} |
`;
}

function department(adjusted: string, executed = '120.00'): string {
  return `${exampleHead}表 公开03表 支出决算表
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
|---|---|---|---|---|
| | 合计 | 120.00 | 120.00 | |
| 201 | 一般公共服务支出 | 120.00 | 120.00 | |
| 20126 | 档案事务 | 120.00 | 120.00 | |
| 2012601 | 行政运行 | 120.00 | 120.00 | |

表 部门整体支出绩效自评表
| 部门整体支出情况（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
| 部门预算总额 | 100.00 | 120.00 | ${executed} | 10 | 100% | 10 |
| 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差度 |
| 预算和财务管理 | 预算调整率 | ≤20% | ${adjusted} | 90 | 90 | 0.00 |
| 总分 | | | | 100 | 100 | |
`;
}

function summary(score: string): string {
  return `表 项目单位自评汇总表
| 单位编码 | 单位名称 | 项目名称 | 全年预算数 | 全年执行数 | 预算执行率 | 自评得分 |
| 126001 | 青禾县档案馆 | 库房除湿改造 | 10.00 | 8.00 | 80% | ${score} |
`;
}

const messages: Readonly<Record<string, Localised>> = {
  wrong: {
    zh: '{place} 写作 {printed}，应为 {expected}：{because}{slip}{others}',
    en: '{place} is {printed}; it should be {expected}: {because}{slip}{others}',
  },
  value: {
    zh: '{place} 写作 {printed}，{because}为 {expected}{slip}{others}；请核对',
    en: '{place} is {printed}, but {because} is {expected}{slip}{others}. Check it',
  },
  fits: {
    zh: '{place} 写作 {printed}，应为 {expected}：这样{fitting}才相符',
    en: '{place} is {printed}; it should be {expected}, so that {fitting} agree',
  },
  disagree: {
    zh: '{place} 写作 {printed}，与{because}不符{slip}{others}；请核对各数',
    en: '{place} is {printed} and does not agree with {because}{slip}{others}. Check the figures',
  },
};

interface Rule {
  readonly id: RuleId;
  readonly catalogue: string;
  readonly confidence: 'H' | 'M';
  readonly title: Localised;
  readonly description: Localised;
  readonly bad: string;
  readonly good?: string;
  readonly source?: Localised;
  readonly more?: Readonly<Record<string, Localised>>;
}

function rule({
  id,
  catalogue,
  confidence,
  title,
  description,
  bad,
  good,
  source,
  more,
}: Rule): RuleMetadata {
  return {
    id,
    catalogue: [catalogue],
    confidence,
    level: confidence === 'H' ? 'error' : 'warning',
    title,
    description,
    source: source ?? arithmetic,
    messages: more ?? messages,
    options: {},
    bad,
    good: good ?? project(),
  };
}

export const performanceRules: readonly RuleMetadata[] = [
  rule({
    id: 'performance/execution-rate',
    catalogue: 'P-RATE',
    confidence: 'H',
    title: { zh: '自评表的执行率', en: 'Execution rate of a self-evaluation form' },
    description: {
      zh: '执行率 = 全年执行数 ÷ 全年预算数（不是年初预算数）。每个数都按四舍五入前的区间判断；单元格与表头错位的行只作警告，读不准的行不判断。',
      en: 'The execution rate is execution over annual budget, not over the initial one. Every figure stands for the interval it was rounded from; a row whose cells are not under their heads is a warning at most, one that cannot be read is not judged.',
    },
    bad: project({ rate: '66.67%' }),
  }),
  rule({
    id: 'performance/fund-sources',
    catalogue: 'P-FUND',
    confidence: 'H',
    title: { zh: '自评表的资金总额', en: 'Total funds of a self-evaluation form' },
    description: {
      zh: '资金总额等于各项资金来源之和，逐栏相加。来源没有填、有嵌套的「其中」、或有一行读不准时不判断。',
      en: 'The total of the funds is the sum of their sources, column by column. It is not judged where sources are left blank, stand within another one, or where a row cannot be read.',
    },
    bad: project({ other: '1.00' }),
    more: {
      ...messages,
      row: {
        zh: '资金总额与各项资金来源之和有几栏不符：{list}；像是少了一项来源，或同一项印了两次，请对照原件',
        en: 'The total of the funds is not the sum of its sources in several columns: {list}. A source seems to be missing, or printed twice; see the original',
      },
    },
  }),
  rule({
    id: 'performance/score-range',
    catalogue: 'P-MAX',
    confidence: 'H',
    title: { zh: '得分超出分值', en: 'Score beyond its weight' },
    description: {
      zh: '得分不小于 0，不大于分值。',
      en: 'A score is not negative and not above its weight.',
    },
    bad: project({ points: '80' }),
    more: {
      ...messages,
      beyond: {
        zh: '{place} 写作 {printed}，超出 0 至{because}{slip}{should}',
        en: '{place} is {printed}, not between 0 and {because}{slip}{should}',
      },
    },
  }),
  rule({
    id: 'performance/total-score',
    catalogue: 'P-TOTAL',
    confidence: 'H',
    title: { zh: '自评表的总分', en: 'Total score of a self-evaluation form' },
    description: {
      zh: '总分等于各项得分之和，各项分值之和等于总分的分值（没有印出时为 100）；总分也可以只管指标部分，以分值相合为准。分值之和不合时，先看是不是少了整整一行、或同一行印了两次：从公开文本导入的报告里这可能是提取时丢的，只作提示。',
      en: 'The total is the sum of the scores, and the weights add up to the weight of the total (100 where it prints none). A total may stand over the indicators alone: over whichever lines have weights that add up. Where weights do not, a whole line may be missing or printed twice; in an imported report the extraction may have lost it, so that is a remark only.',
    },
    source: scoring,
    bad: project({ total: '95' }),
    more: {
      ...messages,
      weights: {
        zh: '各项分值之和为 {sum}，总分的分值写作 {printed}；请核对各项分值',
        en: 'The weights add up to {sum}, the total is out of {printed}. Check the weights',
      },
      lost: {
        zh: '各项分值之和比总分的分值 {printed} 少 {weight}，得分之和也少 {points}：像是少了一行（分值 {weight}，得分 {points}），请对照原件',
        en: 'The weights are {weight} short of {printed}, the scores {points} short of the total: a line of weight {weight} and score {points} seems to be missing. See the original',
      },
      twice: {
        zh: '「{label}」印了两次（分值 {weight}，得分 {points}）：去掉一行，各项分值之和才是 {printed}，得分之和也与总分相符',
        en: '“{label}” is printed twice (weight {weight}, score {points}): without one of the lines the weights add up to {printed} and the scores to the total',
      },
    },
  }),
  rule({
    id: 'performance/execution-score',
    catalogue: 'P-SCORE',
    confidence: 'M',
    title: { zh: '执行率的得分', en: 'Points for the execution rate' },
    description: {
      zh: '执行率的得分 = 分值 × 执行率，至多满分。部门整体自评表也有执行率达到 90% 即得满分的：得分 = 分值 × 执行率 ÷ 90%，两种都认。执行数大于预算数时不判断。其他评分办法是合法的，所以只是警告。',
      en: 'Points for the execution rate are weight × rate, at most the full weight. Forms of a whole department may give full points from 90 % on (weight × rate ÷ 90 %); either is taken. More execution than budget is not judged. Other scales are lawful, so this is a warning.',
    },
    source: scoring,
    bad: project({ points: '9', total: '95' }),
  }),
  rule({
    id: 'performance/deviation',
    catalogue: 'P-DEV',
    confidence: 'H',
    title: { zh: '指标的偏差度', en: 'Deviation of an indicator' },
    description: {
      zh: '偏差度 =（实际完成值 − 指标值）÷ 指标值；按指标自己的方向（≥、≤、=）完成了的为 0。定性指标、两边单位不同、指标值为 0 的不判断。',
      en: 'The deviation is (actual − target) ÷ target, and 0 for a target met in its own direction (≥, ≤, =). Targets in words, values in different units and targets of 0 are not judged.',
    },
    source: scoring,
    bad: project({ deviation: '-1.00%' }),
  }),
  rule({
    id: 'performance/indicator-score',
    catalogue: 'P-IND',
    confidence: 'H',
    title: { zh: '指标的得分', en: 'Score of an indicator' },
    description: {
      zh: '定量指标完成的得满分；没有完成的，得分 = 分值 ×（1 − |偏差度|），至少 0 分（越少越好的指标，也认分值 × 指标值 ÷ 完成值）。不印偏差度的表可能另有评分办法，只作警告；同一张表里不符的多于两项时合为一条。',
      en: 'An indicator in figures has its full score where it is met, else weight × (1 − |deviation|), not below 0 (for what should be little, weight × target ÷ actual is taken too). Forms that print no deviation may have a scale of their own and get a warning; more than two lines of one form are told together.',
    },
    source: scoring,
    bad: project({ score: '38', total: '96' }),
    more: {
      ...messages,
      several: {
        zh: '{place} 写作 {printed}，{because}为 {expected}；这张表还有 {count} 项得分与完成情况不符：{list}；请按表下的评分说明核对',
        en: '{place} is {printed}, but {because} is {expected}; {count} more scores of this form do not follow from what was reached: {list}. Check them by the scoring notes of the form',
      },
    },
  }),
  rule({
    id: 'performance/grade',
    catalogue: 'P-GRADE',
    confidence: 'H',
    title: { zh: '自评等级与总分', en: 'Grade and total score' },
    description: {
      zh: '优 ≥ 90，良 ≥ 80，中 ≥ 60，60 分以下为差。用别的等级（合格、不合格）的表不判断。',
      en: '优 from 90, 良 from 80, 中 from 60, 差 below. Forms with other grades (合格, 不合格) are not judged.',
    },
    source: scoring,
    bad: project({ grade: '良' }),
    more: {
      grade: {
        zh: '等级写作「{printed}」，总分 {score} 应为「{expected}」（优 ≥ 90，良 ≥ 80，中 ≥ 60）；请核对总分和等级',
        en: 'The grade is “{printed}”, a score of {score} is “{expected}” (优 from 90, 良 from 80, 中 from 60). Check score and grade',
      },
    },
  }),
  rule({
    id: 'performance/reason',
    catalogue: 'P-REASON',
    confidence: 'M',
    title: { zh: '扣分没有说明原因', en: 'Points lost without a reason' },
    description: {
      zh: '表头要求填偏差原因时，没有得满分的指标应当写明原因和改进措施。一张表一条，列出各项。',
      en: 'Where the heads ask for the reason of deviations, an indicator below its full score has one. One finding for each form names them all.',
    },
    source: scoring,
    bad: project({ reason: '' }),
    more: {
      reasons: {
        zh: '得分低于分值，没有写偏差原因和改进措施：{list}；请补上',
        en: 'Scores below their weights without a reason: {list}. Add the reasons',
      },
    },
  }),
  rule({
    id: 'performance/outturn',
    catalogue: 'P-BUDGET',
    confidence: 'M',
    title: { zh: '自评表的执行数与决算', en: 'Execution in the form and in the accounts' },
    description: {
      zh: '部门整体自评表的全年执行数应与支出决算表的合计（或财政拨款支出）一致。口径可以不同（只评财政资金、不含结转），所以只是警告。',
      en: 'The execution in the self-evaluation of a whole department is the total of the expenditure form, or of spending from fiscal appropriations. Its scope may differ, so this is a warning.',
    },
    bad: department('20%', '110.00').replace('| 100% | 10 |', '| 91.67% | 10 |'),
    good: department('20%'),
    more: {
      differs: {
        zh: '{place} 写作 {printed}万元，{form} 的支出合计为 {expected}万元；两处口径相同的话应当一致，请核对',
        en: '{place} is {printed}万元, total spending in {form} is {expected}万元. They agree unless their scope differs; check them',
      },
    },
  }),
  rule({
    id: 'performance/own-figures',
    catalogue: 'P-CROSS',
    confidence: 'M',
    title: { zh: '指标与表中的资金数', en: "Indicators and the form's own money" },
    description: {
      zh: '预算调整率 =（全年预算数 − 年初预算数）÷ 年初预算数；结转结余率 =（全年预算数 − 全年执行数）÷ 全年预算数；“三公经费”控制率 = “三公”经费决算数 ÷ 预算数。部门整体自评表的实际完成值应与同一张表（或“三公”表）的数相合。统计口径可以另有规定，所以只是警告。',
      en: "预算调整率 is (annual − initial budget) ÷ initial budget, 结转结余率 (annual budget − execution) ÷ annual budget, “三公经费”控制率 the outturn of the three public expenses over their budget. What a department's form reports fits its own money, or the form of the three public expenses. Definitions may differ, so this is a warning.",
    },
    bad: department('5%'),
    good: department('20%'),
    more: {
      differs: {
        zh: '{place} 写作 {printed}，按{because}为 {expected}；请核对完成值，得分也随之改变',
        en: '{place} is {printed}, but {because} gives {expected}. Check it: the score goes with it',
      },
    },
  }),
  rule({
    id: 'performance/summary',
    catalogue: 'P-CROSS',
    confidence: 'M',
    title: { zh: '自评汇总表与自评表', en: 'Summary and forms of projects' },
    description: {
      zh: '项目自评汇总表里的全年预算数、全年执行数、自评得分，应与同名项目自己的自评表一致。项目名称要相同（空格不计），两张表同名的不判断。',
      en: 'Annual budget, execution and score in a summary of projects are those of the form of the same name, blanks apart. Names that two forms share are not judged.',
    },
    bad: `${project()}\n${summary('93')}`,
    good: `${project()}\n${summary('94')}`,
    more: {
      differs: {
        zh: '{place} 写作 {printed}，这个项目的自评表写作 {expected}；两处应当相同，请核对',
        en: '{place} is {printed}, in the form of the project it is {expected}. They are the same; check them',
      },
    },
  }),
];
