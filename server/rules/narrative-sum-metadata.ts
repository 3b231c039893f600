/** Metadata of the rules over what must add up in the text. */
import { exampleReport, narrativeSource } from './narrative-example.ts';
import type { RuleMetadata } from './rule.ts';

const arithmetic = { zh: '算术', en: 'Arithmetic' };

export const sumRules: readonly RuleMetadata[] = [
  {
    id: 'narrative/change',
    catalogue: ['N-YOY', 'Y-BASE'],
    confidence: 'H',
    level: 'error',
    title: { zh: '增减额有误', en: 'Wrong change' },
    description: {
      zh: '增加、减少的金额应等于本年数与上年数（或预算数）之差。上年数取文中写出的，没有写出时取上年报告里的；手头没有上年报告则只核对增减率。三个数各自四舍五入，允许相差一个末位。',
      en: "A stated change is the difference of this year's and last year's figure (or the budget): last year's as the text states it, else as last year's report prints it. Without that report only the rate is checked. Three rounded figures may be one last place off.",
    },
    source: arithmetic,
    messages: {
      wrong: {
        zh: '{word} {printed} 应为 {expected}：本年 {current}，{base} {before}；请核对',
        en: '{word} {printed} should be {expected}: this year {current}, {base} {before}. Check it',
      },
      more: {
        zh: '{word} {printed} 大于本年的 {current}，{base}就成了负数；请核对',
        en: '{word} {printed} is more than the {current} of this year, which would leave {base} negative. Check it',
      },
    },
    options: {},
    bad: exampleReport(
      '',
      'running',
      '2023年度机关运行经费支出83.00万元，2022年度为80.00万元，增加5.00万元。',
    ),
    good: exampleReport(
      '',
      'running',
      '2023年度机关运行经费支出83.00万元，2022年度为80.00万元，增加3.00万元。',
    ),
  },
  {
    id: 'narrative/sum',
    catalogue: ['N5.3-SUM', 'N6', 'N9', 'N11', 'N12', 'N13'],
    confidence: 'H',
    level: 'error',
    title: { zh: '文中合计不符', en: 'Total of the text does not add up' },
    description: {
      zh: '文中的合计应等于各部分之和：采购 = 货物 + 工程 + 服务，车辆 = 各类车辆，各项决算之和 = 一般公共预算支出，等等。金额按四舍五入的范围核对，件数必须正好相等。各项决算、年初预算之和少于总数可能合法（有预算而没有支出的项可以不列，有的报告只列主要的项），作为警告；车辆、绩效部分有例外，也作为警告。',
      en: 'A total of the text is the sum of its parts: procurement by kind, vehicles by kind, the items of the general budget. Amounts are held against their rounding intervals, counts must be equal. Items that fall short of their total may be lawful (those wholly unspent may be left out, some reports name the larger ones only) and give a warning, as do vehicles and performance.',
    },
    source: arithmetic,
    messages: {
      wrong: {
        zh: '{subject}{printed}，各部分之和为 {sum}（{parts}），相差 {difference}；请核对合计与各部分',
        en: '{subject}{printed}, but its parts make {sum} ({parts}); the difference is {difference}. Check the total and its parts',
      },
      short: {
        zh: '{subject}{printed}，比逐项列出的合计 {sum} 多 {difference}；有预算而没有支出的项可以不列，否则有项漏列或写错，请核对',
        en: '{subject}{printed} exceeds the {sum} of the items listed by {difference}. Items that were budgeted and wholly unspent may be left out; otherwise one is missing or wrong',
      },
    },
    options: {},
    bad: exampleReport(
      '',
      'procurement',
      '2023年度政府采购支出总额48.00万元，其中：政府采购货物支出18.20万元、政府采购工程支出5.00万元、政府采购服务支出28.40万元。',
    ),
    good: exampleReport(
      '',
      'procurement',
      '2023年度政府采购支出总额48.00万元，其中：政府采购货物支出18.20万元、政府采购工程支出5.00万元、政府采购服务支出24.80万元。',
    ),
  },
  {
    id: 'narrative/bound',
    catalogue: ['N9', 'N10', 'N11', 'N12'],
    confidence: 'H',
    level: 'error',
    title: { zh: '部分大于全部', en: 'A part exceeds its whole' },
    description: {
      zh: '团组、批次不多于人次，有团组就有人次（后者作为警告）；小微企业合同金额不超过中小企业的，中小企业的不超过采购总额；机关运行经费不超过公用经费，公务用车保有量不超过车辆总数（后两种有例外，作为警告）。',
      en: 'Groups are no more than persons, and there are none of the one without the other (a warning). Contracts with micro enterprises are part of those with small and medium ones, and these of all procurement. Agency operating expenses within operating costs and vehicles kept within all vehicles have exceptions and give a warning.',
    },
    source: narrativeSource,
    messages: {
      wrong: {
        zh: '{subject}{printed}，大于{other}的 {value}；部分不应大于全部，请核对两处',
        en: '{subject}{printed} is more than the {value} of {other}; a part cannot exceed the whole. Check both',
      },
      alone: {
        zh: '{subject}{printed}，而{other}为 {value}；两者应当同有同无，请核对两处',
        en: '{subject}{printed}, and {other} is {value}; there are none of the one without the other. Check both',
      },
    },
    options: {},
    bad: exampleReport(
      '',
      'procurement',
      '2023年度政府采购支出总额48.00万元，授予中小企业合同金额26.40万元，其中：授予小微企业合同金额29.40万元。',
    ),
    good: exampleReport(
      '',
      'procurement',
      '2023年度政府采购支出总额48.00万元，授予中小企业合同金额26.40万元，其中：授予小微企业合同金额24.90万元。',
    ),
  },
  {
    id: 'narrative/level',
    catalogue: ['N5.3'],
    confidence: 'H',
    level: 'error',
    title: {
      zh: '持平、大于、小于与数字不符',
      en: 'Words of comparison disagree with the figures',
    },
    description: {
      zh: '“持平”“等于”“不存在差异”“大于”“小于”应与前面的两个数一致；预算没有印出、只写了完成率的，应与完成率是否为 100% 一致。印出的两个数相同而说大于、小于、存在差异时，只有差额不足半个末位才说得通，作为提示。',
      en: '持平, 等于, 不存在差异, 大于, 小于 agree with the two figures; where the budget is not printed, with whether the rate of completion is 100 %. Where both are printed alike and the words say otherwise, only a difference below half a last place explains it: information.',
    },
    source: arithmetic,
    messages: {
      wrong: {
        zh: '「{words}」与数字不符：{left} 与 {right}；请改正说法或数字',
        en: '"{words}" disagrees with the figures {left} and {right}; correct the words or the figures',
      },
      completed: {
        zh: '「{words}」与完成率不符：完成预算的 {printed}；请改正说法或数字',
        en: '"{words}" disagrees with the completion of {printed} of the budget; correct the words or the figure',
      },
      equal: {
        zh: '「{words}」，而两个数印出来都是 {left}；差额不足半个末位才说得通，请核对',
        en: '"{words}", but both figures are printed as {left}; only a difference below half a last place explains it. Check it',
      },
      nearly: {
        zh: '「{words}」，而 {left} 与 {right} 末位相差 1；请统一',
        en: '"{words}", but {left} and {right} are one last place apart; make them agree',
      },
    },
    options: {},
    bad: exampleReport(
      '',
      'running',
      '2023年度机关运行经费年初预算为80.00万元，支出决算为83.00万元，决算数与年初预算数持平。',
    ),
    good: exampleReport(
      '',
      'running',
      '2023年度机关运行经费年初预算为83.00万元，支出决算为83.00万元，决算数与年初预算数持平。',
    ),
  },
];
