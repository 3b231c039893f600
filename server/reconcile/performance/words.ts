/** Words that self-evaluation forms print above and beside their figures, whatever the province. Data. */
import { plainLabel, splitHeadUnit, withoutOrdinal, withoutRemark } from '../../report/label.ts';

export type HeadKey =
  | 'initial'
  | 'budget'
  | 'executed'
  | 'rate'
  | 'weight'
  | 'score'
  | 'target'
  | 'actual'
  | 'deviation'
  | 'reason'
  | 'label'
  | 'project';

const HEADS: Readonly<Record<HeadKey, readonly string[]>> = {
  initial: ['年初预算数', '年初预算', '年初预算金额', '年初预算批复数', '年初数'],
  budget: ['全年预算数', '全年预算', '全年预算金额', '调整后预算数', '调整预算数', '预算数'],
  executed: ['全年执行数', '全年执行', '全年执行金额', '全年实际执行数', '全年支出数', '执行数'],
  rate: ['执行率', '预算执行率', '执行率 %', '执行率%'],
  weight: ['分值', '权重', '分值权重', '指标分值', '标准分值'],
  score: ['得分', '自评得分', '评价得分', '实际得分', '单位自评得分'],
  target: [
    '年度指标值',
    '指标值',
    '年初指标值',
    '年度目标值',
    '年初目标值',
    '目标值',
    '全年指标值',
  ],
  actual: [
    '实际完成值',
    '全年实际完成值',
    '全年完成值',
    '实际完成指标值',
    '全年实际值',
    '实际值',
    '完成值',
    '情况说明',
  ],
  deviation: ['偏差度', '偏差率', '偏差度 %', '偏差度%'],
  reason: [
    '偏差原因分析及改进措施',
    '偏差原因分析与改进措施',
    '偏差原因及改进措施',
    '偏差原因分析',
    '偏差原因',
    '未完成原因分析',
    '未完成原因和改进措施',
    '未完成原因及改进措施',
    '未完成原因分析及改进措施',
    '原因分析及改进措施',
    '扣分原因分析及改进措施',
    '存在问题和改进措施',
    '存在问题及改进措施',
    '备注',
  ],
  label: ['三级指标', '指标名称', '三级指标名称'],
  // Each row of a list of projects is one.
  project: ['项目名称'],
};

const heads: ReadonlyMap<string, HeadKey> = new Map(
  (Object.keys(HEADS) as HeadKey[]).flatMap((key) => HEADS[key].map((word) => [word, key])),
);

/** What every head holds, to pass over other cells quickly. Heads as they are mostly printed need no folding at all. */
const LIKE_HEAD =
  /预算|执行|分值|权重|得分|指标值|目标值|完成|实际|偏差|原因|问题|备注|三级|指标名称|项目名称|情况说明|年初数/;
const LONGEST_HEAD = 32;

/** What a cell is the head of; undefined where it is none. */
export function headKey(text: string): HeadKey | undefined {
  if (text.length > LONGEST_HEAD) return undefined;
  const known = heads.get(text);
  if (known !== undefined || !LIKE_HEAD.test(text)) return known;
  const plain = plainLabel(text);
  return heads.get(withoutRemark(splitHeadUnit(plain).words));
}

/** True where bare numbers under the head are percentages: 执行率 %. */
export function isPercentHead(text: string): boolean {
  return /[%％]/.test(text);
}

const TOTALS: ReadonlySet<string> = new Set([
  '总分',
  '合计',
  '总计',
  '得分合计',
  '合计得分',
  '总得分',
  '自评总分',
  '总分合计',
  '分值及得分合计',
  '分值合计',
]);

export function isTotalLabel(text: string): boolean {
  if (text.length > 12 || !/[总合]/.test(text)) return false;
  return TOTALS.has(withoutRemark(plainLabel(text)));
}

export function isSubtotalLabel(text: string): boolean {
  return text.length <= 12 && text.includes('小') && plainLabel(text) === '小计';
}

const FUND_TOTAL = /总额|合计|总计|总预算/;
const SOURCE =
  /财政|政府|拨款|预算资金|专户|单位资金|其他资金|其它资金|结转|上级|中央|省级|市级|县级|区级|本级|自筹|社会资金|债券|事业收入|基金/;

interface FundLabel {
  readonly label: string;
  readonly isTotal: boolean;
  /** 其中 stands before it. */
  readonly isWithin: boolean;
}

/** Rows as they are mostly named, which need no folding. */
const COMMON: ReadonlyMap<string, FundLabel> = new Map(
  [
    '部门预算总额',
    '年度资金总额',
    '年度资金总额（万元）：',
    '政府性预算资金',
    '财政专户管理资金',
    '单位资金',
    '财政拨款',
    '其他资金',
  ].map((name) => [name, readFundLabel(name) as FundLabel]),
);

/** How a row of the money is named; undefined for what is no such row. */
export function fundLabel(text: string): FundLabel | undefined {
  return text.length > 40 ? undefined : (COMMON.get(text) ?? readFundLabel(text));
}

function readFundLabel(text: string): FundLabel | undefined {
  const plain = plainLabel(text);
  const label = withoutOrdinal(plain);
  const isTotal = FUND_TOTAL.test(label);
  if (!isTotal && !SOURCE.test(label)) return undefined;
  return { label, isTotal, isWithin: plain.startsWith('其中') };
}

/** Indicators that the figures of the money give, by name. */
export const ADJUSTMENT_RATE = '预算调整率';
export const CARRY_OVER_RATE: ReadonlySet<string> = new Set(['结转结余率', '结余结转率']);

export const GRADE_HEAD = /^(?:评价|自评|绩效|评定|自评结果)?等[级次]$/;
export const GRADES: readonly (readonly [grade: string, from: number, below: number])[] = [
  ['优', 90, 101],
  ['良', 80, 90],
  ['中', 60, 80],
  ['差', 0, 60],
];
