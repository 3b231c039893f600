/** Metadata of the rules over stated amounts and counts. */
import { exampleReport, expenditure, narrativeSource, threePublic } from './narrative-example.ts';
import type { RuleMetadata } from './rule.ts';

export const amountRules: readonly RuleMetadata[] = [
  {
    id: 'narrative/amount',
    catalogue: [
      'N1',
      'N2',
      'N3',
      'N4',
      'N5.1',
      'N5.2',
      'N5.3',
      'N6',
      'N7',
      'N8',
      'N9',
      'N13',
      'R3',
      'R7',
    ],
    confidence: 'H',
    level: 'error',
    title: { zh: '文中数字与表不符', en: 'Figure of the text differs from its table' },
    description: {
      zh: '文中说的金额应当就是表里的那个数：同一个数印两次，单位可以不同，精度可以不同，数值必须相同。相差十的整数次方时指出是单位或小数点。哪一处错了由作者判断，表格自身勾稽无误时多半是文字抄错。绩效管理等处的数有合法例外，只作警告。',
      en: 'An amount in a sentence is the one of its table: printed twice, perhaps in another unit or less finely, it has one value. A difference by a power of ten is called a slip of the unit. Which side is wrong is for the author to say; where the tables tie out it is mostly the sentence. Parts with lawful exceptions give a warning.',
    },
    source: narrativeSource,
    messages: {
      wrong: {
        zh: '{subject}写作 {printed}，{place} 为 {value}，应为 {expected}，相差 {difference}{slip}；请核对两处，改正写错的一处',
        en: '{subject}{printed}: {place} is {value}, so it should be {expected}; the difference is {difference}{slip}. Check both and correct the wrong one',
      },
      unit: {
        zh: '{subject}写作 {printed}，{place} 为 {value}：数字对，单位错了，应为 {expected}',
        en: '{subject}{printed}: {place} is {value}. The digits are right and the unit is wrong; it should be {expected}',
      },
    },
    options: {},
    bad: exampleReport(expenditure, 'expenditure', '2023年度支出合计102.50万元。'),
    good: exampleReport(expenditure, 'expenditure', '2023年度支出合计120.50万元。'),
  },
  {
    id: 'narrative/last-place',
    catalogue: ['R3'],
    confidence: 'H',
    level: 'warning',
    title: { zh: '文中数字末位与表不符', en: 'Last place differs from the table' },
    description: {
      zh: '同一个数在文中和表里只差一个末位。金额相同，四舍五入的结果也应相同。文中的数只来自一个格子时是抄写之误（警告）；同时见于几张表、几处文字时作为提示列出。',
      en: 'A quantity is printed in the text and in a table, one unit of the last place apart. The same amount is rounded the same way. Stated from a single cell it is a slip of the copyist (warning); where several tables or sentences give it, it is listed as information.',
    },
    source: narrativeSource,
    messages: {
      copied: {
        zh: '{subject}写作 {printed}，{place} 为 {value}，末位相差 1：只有这一处来源，是抄写之误，应为 {expected}',
        en: '{subject}{printed}: {place} is {value}, one last place apart. It has no other source: a copying slip, it should be {expected}',
      },
      'last-place': {
        zh: '{subject}写作 {printed}，{place} 为 {value}，末位相差 1；请统一',
        en: '{subject}{printed}: {place} is {value}, one last place apart; make them agree',
      },
    },
    options: {},
    bad: exampleReport(expenditure, 'expenditure', '2023年度支出合计120.51万元。'),
    good: exampleReport(expenditure, 'expenditure', '2023年度支出合计120.50万元。'),
  },
  {
    id: 'narrative/repeated',
    catalogue: ['N5.3', 'N-UNIT', 'R3', 'R7'],
    confidence: 'H',
    level: 'error',
    title: { zh: '前后不一致', en: 'Stated twice and differently' },
    description: {
      zh: '同一个数在文中说了两次，两次不同。表里没有这个数，不能断定哪一处错。',
      en: 'The text states one quantity twice, with different values. No table has it, so nothing decides which is wrong.',
    },
    source: narrativeSource,
    messages: {
      wrong: {
        zh: '{subject}写作 {printed}，前文写作 {value}；同一个数前后应当一致，请核对哪一处有误',
        en: '{subject}{printed}, and {value} before; one quantity has one value. See which is wrong',
      },
      unit: {
        zh: '{subject}写作 {printed}，前文写作 {value}：数字相同，单位不同；请核对单位',
        en: '{subject}{printed}, and {value} before: the same digits in different units. Check the units',
      },
    },
    options: {},
    bad: exampleReport(
      '',
      'procurement',
      '2023年度政府采购支出总额48.00万元，其中：政府采购货物支出48.00万元。',
      '2023年度政府采购支出总额84.00万元。',
    ),
    good: exampleReport(
      '',
      'procurement',
      '2023年度政府采购支出总额48.00万元，其中：政府采购货物支出48.00万元。',
      '2023年度政府采购支出总额48.00万元。',
    ),
  },
  {
    id: 'narrative/misprint',
    catalogue: ['N5.3', 'N5.3-SUM', 'N9', 'N11'],
    confidence: 'H',
    level: 'error',
    title: { zh: '一处写错，多处不符', en: 'One figure breaks several sentences' },
    description: {
      zh: '几处合计、百分比、比较都与文中同一个数不符，而改为另一个值就全部相符，也不使别处不符：问题在这个数，其余各处不再逐条提示。表里没有这个数。',
      en: 'Several totals, percentages and comparisons disagree with one figure of the text, and another value makes all of them agree without breaking any: the fault is that figure, and the others are not reported. No table prints it.',
    },
    source: { zh: '算术', en: 'Arithmetic' },
    messages: {
      wrong: {
        zh: '{subject}写作 {printed}，应为 {expected}：{reasons}都指向 {expected}{slip}；请改正',
        en: '{subject}{printed} should be {expected}: {reasons} all say so{slip}. Correct it',
      },
      cell: {
        zh: '{place} 写作 {printed}，应为 {expected}：正文中 {reasons}都指向 {expected}{slip}；请改正',
        en: '{place} is {printed}; it should be {expected}: {reasons} in the text say so{slip}. Correct it',
      },
    },
    options: {},
    bad: exampleReport(
      '',
      'procurement',
      '2023年度政府采购支出总额48.00万元，其中：政府采购货物支出18.20万元、政府采购服务支出29.80万元、政府采购工程支出0万元。授予中小企业合同金额24.60万元，占政府采购支出总额的55.00%，其中：授予小微企业合同金额11.90万元，占授予中小企业合同金额的45.08%。',
    ),
    good: exampleReport(
      '',
      'procurement',
      '2023年度政府采购支出总额48.00万元，其中：政府采购货物支出18.20万元、政府采购服务支出29.80万元、政府采购工程支出0万元。授予中小企业合同金额26.40万元，占政府采购支出总额的55.00%，其中：授予小微企业合同金额11.90万元，占授予中小企业合同金额的45.08%。',
    ),
  },
  {
    id: 'narrative/precision',
    catalogue: ['R10'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '文中数字小数位不足', en: 'Too few decimals in the text' },
    description: {
      zh: '文中的数小数位比通常少。先按省去末尾的零理解；只有按更粗的四舍五入才相符时，金额提醒补全小数，百分比只作提示。',
      en: 'A figure of the text has fewer decimals than usual. It is first read as having dropped zeros; where only coarser rounding makes it agree, an amount is warned about and a percentage mentioned.',
    },
    source: { zh: '算术', en: 'Arithmetic' },
    messages: {
      amount: {
        zh: '{subject}写作 {printed}，{place} 为 {value}：只有按更粗的四舍五入才相符；请写全小数',
        en: '{subject}{printed}: {place} is {value}. Only coarser rounding makes them agree; print all decimals',
      },
      percentage: {
        zh: '{printed} 只有按更粗的四舍五入才与 {value} 相符；可写作 {value}',
        en: '{printed} agrees with {value} only by coarser rounding; {value} could be printed',
      },
    },
    options: {},
    bad: exampleReport(expenditure, 'expenditure', '2023年度支出合计121万元。'),
    good: exampleReport(expenditure, 'expenditure', '2023年度支出合计120.5万元。'),
  },
  {
    id: 'narrative/closeness',
    catalogue: ['R11'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '约数与表不合', en: 'Approximate figure does not fit' },
    description: {
      zh: '“约、近、左右”说的数与表里的数相差超过一成，或者“超过、不足、以上、至少”说的界限不成立。',
      en: 'A figure meant as approximate is more than a tenth off, or a bound (more than, at least, less than) does not hold.',
    },
    source: narrativeSource,
    messages: {
      about: {
        zh: '{subject}约 {printed}，{place} 为 {value}，相差超过一成，应为 {expected}；请核对',
        en: '{subject}about {printed}: {place} is {value}, more than a tenth off; it should be {expected}. Check it',
      },
      bound: {
        zh: '{subject}{printed} 的界限不成立：{place} 为 {value}，应为 {expected}；请核对',
        en: '{subject}the bound {printed} does not hold: {place} is {value}; it should be {expected}. Check it',
      },
    },
    options: {},
    bad: exampleReport(expenditure, 'expenditure', '2023年度支出合计超过150万元。'),
    good: exampleReport(expenditure, 'expenditure', '2023年度支出合计超过100万元。'),
  },
  {
    id: 'narrative/count',
    catalogue: ['N9'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '有钱无数量或有数量无钱', en: 'Money without a count, or a count without money' },
    description: {
      zh: '有费用就应当有相应的团组、人次、批次、车辆，没有费用就不应当有。也有合法的例外（费用由别处负担），所以只作警告。',
      en: 'Where there is money there are teams, persons, batches or vehicles, and where there is none there are none. Exceptions are lawful (another body pays), so this is a warning.',
    },
    source: narrativeSource,
    messages: {
      none: {
        zh: '{subject}为 {printed}，而费用有 {value}；请核对数量',
        en: '{subject}{printed}, but {value} was spent; check the count',
      },
      unpaid: {
        zh: '{subject}为 {printed}，而费用为零；请核对，费用由别处负担的请说明',
        en: '{subject}{printed}, but nothing was spent; check it, or say who paid',
      },
    },
    options: {},
    bad: exampleReport(
      threePublic,
      'threePublic',
      '公务用车购置费支出决算为0.00万元，购置车辆1辆。',
    ),
    good: exampleReport(
      threePublic,
      'threePublic',
      '公务用车购置费支出决算为0.00万元，购置车辆0辆。',
    ),
  },
];
