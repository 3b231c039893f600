/** Figures of one table that stand in another as well (X1-2 to X6-9). */
import { reportBreaches } from './breach.ts';
import {
  formDesign,
  identityRule,
  exampleSubject as subject,
  exampleTable as table,
} from './identity-rule.ts';
import type { RuleFamily, RuleMetadata } from './rule.ts';

const form02 = ['科目编码', '科目名称', '本年收入合计', '财政拨款收入', '其他收入'];
const form03 = ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'];
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
const fiscal = [
  '项目',
  '行次',
  '金额',
  '项目',
  '行次',
  '合计',
  '一般公共预算财政拨款',
  '政府性基金预算财政拨款',
  '国有资本经营预算财政拨款',
];
const economic = ['科目编码', '科目名称', '决算数'];
const items = ['项目', '预算数', '决算数'];

const strict = {
  zh: '同一个数印在两处必须相同；相差一个末位的由「末位相差」提示。零行可以不列。',
  en: 'A quantity printed twice must be the same; one unit of the last place is left to `rounding/last-place`. Rows of zeros may be left out.',
};

const summary = table(
  '公开01表',
  sides,
  '一、一般公共预算财政拨款收入 1 60.00 一、一般公共服务支出 32 60.00',
  '八、其他收入 8 4.00 八、社会保障和就业支出 39 4.00',
  '本年收入合计 27 64.00 本年支出合计 58 64.00',
  '总计 31 64.00 总计 62 64.00',
);

const fiscalSummary = table(
  '公开04表',
  fiscal,
  '一、一般公共预算财政拨款 1 60.00 一、一般公共服务支出 33 60.00 60.00 _ _',
  '本年收入合计 27 60.00 本年支出合计 59 60.00 60.00 _ _',
  '总计 32 60.00 总计 64 60.00 60.00 _ _',
);

const fundSummary = table(
  '公开04表',
  fiscal,
  '二、政府性基金预算财政拨款 2 60.00 十一、城乡社区支出 43 60.00 _ 60.00 _',
  '本年收入合计 27 60.00 本年支出合计 59 60.00 _ 60.00 _',
  '总计 32 60.00 总计 64 60.00 _ 60.00 _',
);

const capitalSummary = table(
  '公开04表',
  fiscal,
  '三、国有资本经营预算财政拨款 3 60.00 二十一、国有资本经营预算支出 53 60.00 _ _ 60.00',
  '本年收入合计 27 60.00 本年支出合计 59 60.00 _ _ 60.00',
  '总计 32 60.00 总计 64 60.00 _ _ 60.00',
);

const pension = (amounts: string): readonly string[] => [
  `208 社会保障和就业支出 ${amounts}`,
  `20805 行政事业单位养老支出 ${amounts}`,
  `2080505 机关事业单位基本养老保险缴费支出 ${amounts}`,
];

const levels = (names: readonly string[], amounts: string): readonly string[] =>
  names.map((name) => `${name} ${amounts}`);

const urban = [
  '212 城乡社区支出',
  '21208 国有土地使用权出让收入安排的支出',
  '2120801 征地和拆迁补偿支出',
];
const capital = [
  '223 国有资本经营预算支出',
  '22301 解决历史遗留问题及改革成本支出',
  '2230105 国有企业退休人员社会化管理补助支出',
];

const metadata: readonly RuleMetadata[] = [
  identityRule({
    id: 'cross/income-detail',
    catalogue: ['X1-2'],
    source: formDesign,
    title: { zh: '公开01表与公开02表', en: 'Income: forms 01 and 02' },
    description: {
      zh: `公开01表的本年收入合计及各项收入，应与公开02表合计行的对应栏相同；一般公共预算、政府性基金、国有资本经营三项拨款之和为财政拨款收入。${strict.zh}`,
      en: `Income in 公开01表, in total and by source, is the total row of 公开02表; the three fiscal appropriations together are its 财政拨款收入. ${strict.en}`,
    },
    bad: summary + table('公开02表', form02, '_ 合计 64.00 59.00 5.00'),
    good: summary + table('公开02表', form02, '_ 合计 64.00 60.00 4.00'),
  }),
  identityRule({
    id: 'cross/expenditure-detail',
    catalogue: ['X1-3'],
    source: formDesign,
    title: { zh: '公开01表与公开03表', en: 'Expenditure: forms 01 and 03' },
    description: {
      zh: `公开01表的本年支出合计及各类支出，应与公开03表的合计、各类相同。${strict.zh}`,
      en: `Expenditure in 公开01表, in total and by class, is that of 公开03表. ${strict.en}`,
    },
    bad:
      summary +
      table(
        '公开03表',
        form03,
        '_ 合计 64.00 64.00 _',
        ...subject('58.00 58.00 _'),
        ...pension('6.00 6.00 _'),
      ),
    good:
      summary +
      table(
        '公开03表',
        form03,
        '_ 合计 64.00 64.00 _',
        ...subject('60.00 60.00 _'),
        ...pension('4.00 4.00 _'),
      ),
  }),
  identityRule({
    id: 'cross/fiscal-appropriation',
    catalogue: ['X1-4'],
    source: formDesign,
    title: { zh: '公开01表与公开04表', en: 'Fiscal appropriations: forms 01 and 04' },
    description: {
      zh: `公开04表的三项财政拨款应与公开01表相同；财政拨款支出的各类、年初年末结转不应大于公开01表的全部。${strict.zh}`,
      en: `The three appropriations of 公开04表 are those of 公开01表; spending by class and carry-over in 公开04表 cannot exceed the whole in 公开01表. ${strict.en}`,
    },
    bad: summary + fiscalSummary.replaceAll('60.00', '59.00'),
    good: summary + fiscalSummary,
  }),
  identityRule({
    id: 'cross/expenditure-by-fund',
    catalogue: ['X3-5'],
    source: formDesign,
    title: { zh: '公开03表与公开05、07、08表', en: 'Expenditure by fund: forms 03, 05, 07, 08' },
    description: {
      zh: `每个科目的一般公共预算、政府性基金、国有资本经营支出之和，不应大于公开03表的支出；三表合计等于公开03表合计时，每个科目都应相等。${strict.zh}`,
      en: `For each subject the expenditure from the three budgets cannot exceed that of 公开03表; where the three totals make up its total, each subject must agree. ${strict.en}`,
    },
    bad:
      table('公开03表', form03, '_ 合计 64.00 60.00 4.00') +
      table('公开05表', form05, '_ 合计 61.00 57.00 4.00')
        .replaceAll('61.00', '64.10')
        .replaceAll('57.00', '60.10'),
    good:
      table('公开03表', form03, '_ 合计 64.00 60.00 4.00') +
      table('公开05表', form05, '_ 合计 61.00 57.00 4.00'),
  }),
  identityRule({
    id: 'cross/general-budget',
    catalogue: ['X4-5'],
    source: formDesign,
    title: { zh: '公开04表与公开05表', en: 'General public budget: forms 04 and 05' },
    description: {
      zh: `公开04表一般公共预算财政拨款的本年支出合计及各类，应与公开05表的合计、各类相同。${strict.zh}`,
      en: `Spending from the general public budget in 公开04表, in total and by class, is that of 公开05表. ${strict.en}`,
    },
    bad:
      fiscalSummary +
      table('公开05表', form05, '_ 合计 60.90 60.90 _', ...subject('60.90 60.90 _')),
    good:
      fiscalSummary +
      table('公开05表', form05, '_ 合计 60.00 60.00 _', ...subject('60.00 60.00 _')),
  }),
  identityRule({
    id: 'cross/government-fund',
    catalogue: ['X4-7'],
    source: formDesign,
    title: { zh: '公开04表与公开07表', en: 'Government-managed funds: forms 04 and 07' },
    description: {
      zh: `公开04表政府性基金的收入、各类支出、年初和年末结转，应与公开07表相同。${strict.zh}`,
      en: `Income, spending and carry-over of government-managed funds in 公开04表 are those of 公开07表. ${strict.en}`,
    },
    bad:
      fundSummary +
      table(
        '公开07表',
        form07,
        '_ 合计 _ 60.90 60.90 _ 60.90 _',
        ...levels(urban, '_ 60.90 60.90 _ 60.90 _'),
      ),
    good:
      fundSummary +
      table(
        '公开07表',
        form07,
        '_ 合计 _ 60.00 60.00 _ 60.00 _',
        ...levels(urban, '_ 60.00 60.00 _ 60.00 _'),
      ),
  }),
  identityRule({
    id: 'cross/state-capital',
    catalogue: ['X4-8'],
    source: formDesign,
    title: { zh: '公开04表与公开08表', en: 'State capital budget: forms 04 and 08' },
    description: {
      zh: `公开04表国有资本经营预算的本年支出合计及各类，应与公开08表相同。${strict.zh}`,
      en: `Spending from the state capital operating budget in 公开04表 is that of 公开08表. ${strict.en}`,
    },
    bad:
      capitalSummary +
      table('公开08表', form05, '_ 合计 60.90 _ 60.90', ...levels(capital, '60.90 _ 60.90')),
    good:
      capitalSummary +
      table('公开08表', form05, '_ 合计 60.00 _ 60.00', ...levels(capital, '60.00 _ 60.00')),
  }),
  identityRule({
    id: 'cross/basic-expenditure',
    catalogue: ['X5-6'],
    source: formDesign,
    title: { zh: '公开05表与公开06表', en: 'Basic expenditure: forms 05 and 06' },
    description: {
      zh: `公开05表合计行的基本支出，应等于公开06表的人员经费合计加公用经费合计，也等于各类之和。${strict.zh}`,
      en: `The basic expenditure of 公开05表 is the personnel plus the operating costs of 公开06表, and the sum of its classes. ${strict.en}`,
    },
    bad:
      table('公开05表', form05, '_ 合计 69.00 69.00 _') +
      table(
        '公开06表',
        economic,
        '301 工资福利支出 60.00',
        '30101 基本工资 60.00',
        '302 商品和服务支出 8.00',
        '30201 办公费 8.00',
        '_ 人员经费合计 60.00',
        '_ 公用经费合计 8.00',
      ),
    good:
      table('公开05表', form05, '_ 合计 68.00 68.00 _') +
      table(
        '公开06表',
        economic,
        '301 工资福利支出 60.00',
        '30101 基本工资 60.00',
        '302 商品和服务支出 8.00',
        '30201 办公费 8.00',
        '_ 人员经费合计 60.00',
        '_ 公用经费合计 8.00',
      ),
  }),
  identityRule({
    id: 'cross/three-public',
    catalogue: ['X6-9'],
    source: formDesign,
    title: { zh: '公开06表与公开09表', en: 'Three public expenses: forms 06 and 09' },
    description: {
      zh: '公开06表的因公出国（境）费用、公务用车购置、公务用车运行维护费、公务接待费只是基本支出中的部分，不应大于公开09表的决算数；公开09表还包括项目支出，所以不要求相等。',
      en: 'What 公开06表 prints for overseas visits, vehicles and hospitality is basic expenditure only and cannot exceed the outturn of 公开09表, which includes projects; equality is never asked for.',
    },
    bad:
      table(
        '公开06表',
        economic,
        '302 商品和服务支出 8.00',
        '30217 公务接待费 8.00',
        '_ 人员经费合计 _',
        '_ 公用经费合计 8.00',
      ) + table('公开09表', items, '合计 8.00 6.00', '公务接待费 8.00 6.00'),
    good:
      table(
        '公开06表',
        economic,
        '302 商品和服务支出 8.00',
        '30217 公务接待费 8.00',
        '_ 人员经费合计 _',
        '_ 公用经费合计 8.00',
      ) + table('公开09表', items, '合计 9.00 9.00', '公务接待费 9.00 9.00'),
  }),
];

const ids = new Set(metadata.map(({ id }) => id));

export const crossFamily: RuleFamily = {
  rules: metadata,
  check: (context) => reportBreaches(context, ids),
};
