/**
 * The identities (勾稽关系) of Henan's nine forms, as an author would write them. Ids are those of the rule catalogue.
 *
 * What is deliberately *not* here, since it need not hold: 30108 of 公开06表 and 2080505, 30113 and 2210201, 30110 and
 * 21011 (basic expenditure also pays subjects that those lines leave out); income against expenditure of a year
 * (carry-over); 公开06表 against 公开09表 as an equality (公开09表 includes project money).
 */

import type { Identity } from '../../report/form.ts';
import { bound, exact, same, sum } from '../define.ts';

const FUNDS = [
  ['一', '一般公共预算财政拨款'],
  ['二', '政府性基金预算财政拨款'],
  ['三', '国有资本经营预算财政拨款'],
] as const;

const INCOME = [
  '一、一般公共预算财政拨款收入',
  '二、政府性基金预算财政拨款收入',
  '三、国有资本经营预算财政拨款收入',
  '四、上级补助收入',
  '五、事业收入',
  '六、经营收入',
  '七、附属单位上缴收入',
  '八、其他收入',
] as const;

const income = (label: string): string => `公开01表.收入[${label}]`;
const spending = (row: string): string => `公开01表.支出[${row}]`;
const fiscalIncome = (label: string): string => `公开04表.收入[${label}]`;
const fiscalSpending = (row: string, column: string): string => `公开04表.支出[${row}].${column}`;

const OPENING = '年初财政拨款结转和结余';
const CLOSING = '年末财政拨款结转和结余';

// ---- 公开01表 -------------------------------------------------------------------------------------------------------

const form01: readonly Identity[] = [
  sum('T1-IN', 'sum/total', `${income('本年收入合计')} = ${INCOME.map(income).join(' + ')}`),
  sum('T1-OUT', 'sum/total', `${spending('本年支出合计')} = 合计(${spending('类')})`),
  sum(
    'T1-INTOT',
    'sum/grand-total',
    `${income('总计')} = ${income('本年收入合计')} + ${income('使用非财政拨款结余和专用结余')} + ${income('年初结转和结余')}`,
  ),
  sum(
    'T1-OUTTOT',
    'sum/grand-total',
    `${spending('总计')} = ${spending('本年支出合计')} + ${spending('结余分配')} + ${spending('年末结转和结余')}`,
  ),
  exact('T1-BAL', 'sum/balance', `${income('总计')} = ${spending('总计')}`),
];

// ---- 公开02, 03, 05, 07, 08表: rows and trees ------------------------------------------------------------------------

function tree(form: string): readonly Identity[] {
  const number = Number(form.slice(2, 4));
  return [
    sum(`TREE.${number}.1`, 'sum/total', `${form}[合计].* = 合计(${form}[类].*)`),
    sum(`TREE.${number}.2`, 'sum/children', `${form}[类].* = 合计(${form}[下级科目].*)`),
    sum(`TREE.${number}.3`, 'sum/children', `${form}[款].* = 合计(${form}[下级科目].*)`),
  ];
}

function rows(id: string, form: string, total: string, parts: readonly string[]): Identity {
  const right = parts.map((part) => `${form}.${part}`).join(' + ');
  return sum(id, 'sum/row', `${form}.${total} = ${right}`);
}

const coded: readonly Identity[] = [
  rows('T2-ROW', '公开02表', '本年收入合计', [
    '财政拨款收入',
    '上级补助收入',
    '事业收入',
    '经营收入',
    '附属单位上缴收入',
    '其他收入',
  ]),
  ...tree('公开02表'),
  rows('T3-ROW', '公开03表', '本年支出合计', [
    '基本支出',
    '项目支出',
    '上缴上级支出',
    '经营支出',
    '对附属单位补助支出',
  ]),
  ...tree('公开03表'),
  rows('T5-ROW', '公开05表', '小计', ['基本支出', '项目支出']),
  ...tree('公开05表'),
  rows('T7-ROW', '公开07表', '小计', ['基本支出', '项目支出']),
  sum(
    'T7-ROLL',
    'sum/fund-balance',
    '公开07表.年初结转和结余 + 公开07表.本年收入 - 公开07表.本年支出.小计 = 公开07表.年末结转和结余',
  ),
  ...tree('公开07表'),
  rows('T8-ROW', '公开08表', '小计', ['基本支出', '项目支出']),
  ...tree('公开08表'),
];

// ---- 公开04表 -------------------------------------------------------------------------------------------------------

const form04: readonly Identity[] = [
  sum(
    'T4-IN.1',
    'sum/total',
    `${fiscalIncome('本年收入合计')} = ${FUNDS.map(([ordinal, fund]) => fiscalIncome(`${ordinal}、${fund}`)).join(' + ')}`,
  ),
  sum(
    'T4-IN.2',
    'sum/total',
    `${fiscalIncome(OPENING)} = ${FUNDS.map(([, fund]) => fiscalIncome(fund)).join(' + ')}`,
  ),
  sum(
    'T4-IN.3',
    'sum/grand-total',
    `${fiscalIncome('总计')} = ${fiscalIncome('本年收入合计')} + ${fiscalIncome(OPENING)}`,
  ),
  sum(
    'T4-ROW',
    'sum/row',
    `公开04表.支出.合计 = ${FUNDS.map(([, fund]) => `公开04表.支出.${fund}`).join(' + ')}`,
  ),
  sum(
    'T4-OUT.1',
    'sum/total',
    `${fiscalSpending('本年支出合计', '*')} = 合计(${fiscalSpending('类', '*')})`,
  ),
  sum(
    'T4-OUT.2',
    'sum/grand-total',
    `${fiscalSpending('总计', '*')} = ${fiscalSpending('本年支出合计', '*')} + ${fiscalSpending(CLOSING, '*')}`,
  ),
  exact('T4-OUT.3', 'sum/balance', `${fiscalIncome('总计')} = ${fiscalSpending('总计', '合计')}`),
  ...FUNDS.map(([ordinal, fund], index) =>
    sum(
      `T4-OUT.${index + 4}`,
      'sum/fund-balance',
      `${fiscalIncome(`${ordinal}、${fund}`)} + ${fiscalIncome(fund)} = ${fiscalSpending('本年支出合计', fund)} + ${fiscalSpending(CLOSING, fund)}`,
    ),
  ),
];

// ---- 公开06表, 公开09表 ---------------------------------------------------------------------------------------------

const CAR = '公务用车购置及运行维护费';

const form06and09: readonly Identity[] = [
  sum('T6-SUB', 'sum/children', '公开06表[类] = 合计(公开06表[下级科目])'),
  sum(
    'T6-PER',
    'sum/personnel-operating',
    '公开06表[人员经费合计] = 公开06表[301] + 公开06表[303]',
  ),
  sum(
    'T6-PUB',
    'sum/personnel-operating',
    `公开06表[公用经费合计] = ${['302', '307', '309', '310', '311', '312', '313', '399'].map((code) => `公开06表[${code}]`).join(' + ')}`,
  ),
  sum('T6-SUM', 'sum/total', '公开06表[合计] = 合计(公开06表[类])'),
  sum(
    'T9-SUM.1',
    'sum/three-public',
    `公开09表[合计].* = 公开09表[因公出国（境）费].* + 公开09表[${CAR}].* + 公开09表[公务接待费].*`,
  ),
  sum(
    'T9-SUM.2',
    'sum/three-public',
    `公开09表[${CAR}].* = 公开09表[公务用车购置费].* + 公开09表[公务用车运行维护费].*`,
  ),
];

// ---- between tables -----------------------------------------------------------------------------------------------

const SOURCES = [
  ['四、上级补助收入', '上级补助收入'],
  ['五、事业收入', '事业收入'],
  ['六、经营收入', '经营收入'],
  ['七、附属单位上缴收入', '附属单位上缴收入'],
  ['八、其他收入', '其他收入'],
] as const;

/**
 * All expenditure, and once more what no appropriation pays: equal to the fiscal totals only where that is nothing. A few
 * 元 of it would be lost in the rounding of the totals, and show in a single row.
 */
const ALL_FISCAL = ['本年支出合计', '上缴上级支出', '经营支出', '对附属单位补助支出']
  .map((column) => `公开03表[合计].${column}`)
  .join(' + ');

const FISCAL_TOTALS = '公开05表[合计].小计 + 公开07表[合计].小计 + 公开08表[合计].小计';
const KINDS = [
  ['小计', '本年支出合计'],
  ['基本支出', '基本支出'],
  ['项目支出', '项目支出'],
] as const;

const between: readonly Identity[] = [
  same('X1-2.1', 'cross/income-detail', `${income('本年收入合计')} = 公开02表[合计].本年收入合计`),
  same(
    'X1-2.2',
    'cross/income-detail',
    `${INCOME.slice(0, 3).map(income).join(' + ')} = 公开02表[合计].财政拨款收入`,
  ),
  ...SOURCES.map(([label, column], index) =>
    same(`X1-2.${index + 3}`, 'cross/income-detail', `${income(label)} = 公开02表[合计].${column}`),
  ),
  same(
    'X1-3.1',
    'cross/expenditure-detail',
    `${spending('本年支出合计')} = 公开03表[合计].本年支出合计`,
  ),
  same('X1-3.2', 'cross/expenditure-detail', `${spending('类')} = 公开03表[类].本年支出合计`),
  ...FUNDS.map(([ordinal, fund], index) =>
    same(
      `X1-4.${index + 1}`,
      'cross/fiscal-appropriation',
      `${income(`${ordinal}、${fund}收入`)} = ${fiscalIncome(`${ordinal}、${fund}`)}`,
    ),
  ),
  bound(
    'X1-4.4',
    'cross/fiscal-appropriation',
    `${fiscalSpending('类', '合计')} ≤ ${spending('类')}`,
  ),
  bound(
    'X1-4.5',
    'cross/fiscal-appropriation',
    `${fiscalIncome(OPENING)} ≤ ${income('年初结转和结余')}`,
  ),
  bound(
    'X1-4.6',
    'cross/fiscal-appropriation',
    `${fiscalSpending(CLOSING, '合计')} ≤ ${spending('年末结转和结余')}`,
  ),
  // Where all expenditure is fiscal, each subject's is; else the funds together stay within the whole.
  ...KINDS.map(
    ([part, whole], index): Identity => ({
      id: `X3-5.${index + 1}`,
      rule: 'cross/expenditure-by-fund',
      statement: `公开05表.${part} + 公开07表.${part} + 公开08表.${part} = 公开03表.${whole}`,
      strictness: 'same',
      condition: `${ALL_FISCAL} = ${FISCAL_TOTALS}`,
    }),
  ),
  ...KINDS.map(
    ([part, whole], index): Identity => ({
      id: `X3-5.${index + 4}`,
      rule: 'cross/expenditure-by-fund',
      statement: `公开05表.${part} + 公开07表.${part} + 公开08表.${part} ≤ 公开03表.${whole}`,
      strictness: 'bound',
      condition: `${ALL_FISCAL} ≠ ${FISCAL_TOTALS}`,
    }),
  ),
  same(
    'X4-5.1',
    'cross/general-budget',
    `${fiscalSpending('本年支出合计', FUNDS[0][1])} = 公开05表[合计].小计`,
  ),
  same(
    'X4-5.2',
    'cross/general-budget',
    `${fiscalSpending('类', FUNDS[0][1])} = 公开05表[类].小计`,
  ),
  same(
    'X4-7.1',
    'cross/government-fund',
    `${fiscalIncome(`二、${FUNDS[1][1]}`)} = 公开07表[合计].本年收入`,
  ),
  same(
    'X4-7.2',
    'cross/government-fund',
    `${fiscalSpending('本年支出合计', FUNDS[1][1])} = 公开07表[合计].小计`,
  ),
  same(
    'X4-7.3',
    'cross/government-fund',
    `${fiscalSpending('类', FUNDS[1][1])} = 公开07表[类].小计`,
  ),
  same(
    'X4-7.4',
    'cross/government-fund',
    `${fiscalIncome(FUNDS[1][1])} = 公开07表[合计].年初结转和结余`,
  ),
  same(
    'X4-7.5',
    'cross/government-fund',
    `${fiscalSpending(CLOSING, FUNDS[1][1])} = 公开07表[合计].年末结转和结余`,
  ),
  same(
    'X4-8.1',
    'cross/state-capital',
    `${fiscalSpending('本年支出合计', FUNDS[2][1])} = 公开08表[合计].小计`,
  ),
  same('X4-8.2', 'cross/state-capital', `${fiscalSpending('类', FUNDS[2][1])} = 公开08表[类].小计`),
  same(
    'X5-6.1',
    'cross/basic-expenditure',
    '公开05表[合计].基本支出 = 公开06表[人员经费合计] + 公开06表[公用经费合计]',
  ),
  same('X5-6.2', 'cross/basic-expenditure', '公开05表[合计].基本支出 = 合计(公开06表[类])'),
  bound('X6-9.1', 'cross/three-public', '公开06表[30212] ≤ 公开09表[因公出国（境）费].决算数'),
  bound('X6-9.2', 'cross/three-public', '公开06表[31013] ≤ 公开09表[公务用车购置费].决算数'),
  bound('X6-9.3', 'cross/three-public', '公开06表[30231] ≤ 公开09表[公务用车运行维护费].决算数'),
  bound('X6-9.4', 'cross/three-public', '公开06表[30217] ≤ 公开09表[公务接待费].决算数'),
];

// ---- between reports ----------------------------------------------------------------------------------------------

const reports: readonly Identity[] = [
  same(
    'Y-OPEN.1',
    'year/opening-balance',
    `${income('年初结转和结余')} = 上年.${spending('年末结转和结余')}`,
  ),
  same(
    'Y-OPEN.2',
    'year/opening-balance',
    `${fiscalIncome(OPENING)} = 上年.${fiscalSpending(CLOSING, '合计')}`,
  ),
  same(
    'Y-OPEN.3',
    'year/opening-balance',
    '公开07表[合计].年初结转和结余 = 上年.公开07表[合计].年末结转和结余',
  ),
  bound('Y-UNITS.1', 'consolidated/units', `${income('总计')} ≤ 合计(下级.${income('总计')})`),
  bound(
    'Y-UNITS.2',
    'consolidated/units',
    `${spending('本年支出合计')} ≤ 合计(下级.${spending('本年支出合计')})`,
  ),
];

export const identities: readonly Identity[] = [
  ...form01,
  ...coded,
  ...form04,
  ...form06and09,
  ...between,
  ...reports,
];
