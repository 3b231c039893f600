/** Sections 五 to 八: what each budget paid, by subject (N5–N8). */
import type { SectionDefinition } from '../../report/narrative.ts';
import {
  adds,
  alike,
  alsoCalled,
  amount,
  codedRows,
  listing,
  section,
} from '../define-narrative.ts';
import {
  expenditureOfYear,
  fiscalExpenditureOfYear,
  fundClosing,
  fundOpening,
  governmentFundIncome,
  stateCapitalClosing,
  stateCapitalIncome,
  stateCapitalOpening,
} from './narrative-totals.ts';

const generalBudget = alike(
  amount(
    '一般公共预算财政拨款支出',
    [
      '一般公共预算支出',
      '一般公共预算拨款支出',
      '一般公共预算财政拨款支出合计',
      '一般公共预算财政拨款本年支出',
      '一般公共预算财政拨款',
      '一般公共预算本年支出',
      '本年一般公共预算财政拨款支出',
    ],
    {
      final: ['公开05表[合计].小计'],
      instead: ['公开04表.支出[本年支出合计].一般公共预算财政拨款'],
    },
  ),
  'totals',
);

const generalBudgetBasic = amount(
  '一般公共预算财政拨款基本支出',
  [
    '一般公共预算基本支出',
    '一般公共预算拨款基本支出',
    '财政拨款基本支出',
    '基本支出',
    '一般公共预算财政拨款基本支出合计',
  ],
  { final: ['公开05表[合计].基本支出'], instead: ['公开06表[合计]'] },
);

const generalBudgetProjects = amount(
  '一般公共预算财政拨款项目支出',
  ['一般公共预算项目支出', '一般公共预算拨款项目支出', '财政拨款项目支出', '项目支出'],
  { final: ['公开05表[合计].项目支出'] },
);

const personnel = listing(
  amount(
    '人员经费',
    ['人员支出', '人员经费合计', '人员经费支出', '人员类支出', '一般公共预算财政拨款人员经费'],
    { final: ['公开06表[人员经费合计]'] },
  ),
  '公开06表.决算数',
  '301',
  '303',
);

/** Also a bound of section 十. */
const operating = listing(
  amount(
    '公用经费',
    [
      '日常公用经费',
      '公用支出',
      '日常公用支出',
      '公用经费合计',
      '公用经费支出',
      '日常公用经费支出',
      '一般公共预算财政拨款公用经费',
    ],
    { final: ['公开06表[公用经费合计]'] },
  ),
  '公开06表.决算数',
  '302',
  '307',
  '309',
  '310',
  '311',
  '312',
  '313',
  '399',
);

const functionalLevels = ['类', '款', '项'] as const;

const fiscalPhrases = ['财政拨款支出', '财政拨款支出合计', '本年财政拨款支出'] as const;

/** What 总体, 结构 and 具体情况 of a section are. */
function parts(parent: string): readonly SectionDefinition[] {
  return [
    section(`${parent}-total`, 'N5.1', ['总体', '总量', '规模'], { parent }),
    section(`${parent}-structure`, 'N5.2', ['结构', '构成', '功能分类'], {
      parent,
      coded: [codedRows('公开05表.小计', functionalLevels)],
      shareBase: '一般公共预算财政拨款支出',
    }),
    section(`${parent}-items`, 'N5.3', ['具体', '明细', '用途'], {
      parent,
      coded: [codedRows('公开05表.小计', functionalLevels, true)],
      shareBase: '一般公共预算财政拨款支出',
    }),
  ];
}

const generalBudgetIdentity = adds(
  'N5.1',
  '一般公共预算财政拨款支出',
  '一般公共预算财政拨款基本支出',
  '一般公共预算财政拨款项目支出',
);

export const budgets: readonly SectionDefinition[] = [
  section(
    'general-budget',
    'N5.1',
    ['一般公共预算 支出', '一般公共预算 财政拨款 支出', '一般公共预算 财政拨款 收入 支出'],
    {
      subjects: [
        alsoCalled(generalBudget, fiscalPhrases),
        generalBudgetBasic,
        generalBudgetProjects,
        expenditureOfYear,
        personnel,
        operating,
      ],
      coded: [codedRows('公开05表.小计', functionalLevels, true)],
      shareBase: '一般公共预算财政拨款支出',
      identities: [generalBudgetIdentity],
    },
  ),
  ...parts('general-budget'),

  // Where the heading does not say which budgets, 财政拨款 may be all of them.
  section('fiscal-expenditure', 'N5.1', ['财政拨款 支出'], {
    subjects: [
      alsoCalled(generalBudget, fiscalPhrases),
      fiscalExpenditureOfYear,
      generalBudgetBasic,
      generalBudgetProjects,
      expenditureOfYear,
      personnel,
      operating,
    ],
    coded: [codedRows('公开05表.小计', functionalLevels, true)],
    shareBase: '一般公共预算财政拨款支出',
    identities: [generalBudgetIdentity],
  }),
  ...parts('fiscal-expenditure'),

  section(
    'basic-expenditure',
    'N6',
    ['基本支出', '财政拨款 基本支出', '一般公共预算 基本支出', '一般公共预算 财政拨款 基本支出'],
    {
      subjects: [generalBudgetBasic, personnel, operating],
      coded: [codedRows('公开06表.决算数', ['类', '款'])],
      shareBase: '一般公共预算财政拨款基本支出',
      identities: [adds('N6', '一般公共预算财政拨款基本支出', '人员经费', '公用经费')],
    },
  ),

  section(
    'government-fund',
    'N7',
    [
      '政府性基金',
      '政府性基金 支出',
      '政府性基金 收入 支出',
      '政府性基金 财政拨款 支出',
      '政府性基金 财政拨款 收入 支出',
      '政府性基金 收支',
    ],
    {
      subjects: [
        alsoCalled(governmentFundIncome, [
          '政府性基金预算财政拨款本年收入',
          '政府性基金预算本年收入',
          '本年政府性基金收入',
          '收入',
          '本年收入',
          '本年收入合计',
          '政府性基金预算财政拨款收入合计',
        ]),
        amount(
          '政府性基金预算财政拨款支出',
          [
            '政府性基金支出',
            '政府性基金预算支出',
            '政府性基金财政拨款支出',
            '政府性基金拨款支出',
            '政府性基金预算拨款支出',
            '（政府性基金|政府性基金预算|政府性基金预算财政拨款）安排支出',
            '政府性基金预算财政拨款本年支出',
            '政府性基金预算本年支出',
            '本年政府性基金支出',
            '支出',
            '本年支出',
            '本年支出合计',
          ],
          {
            final: ['公开07表[合计].小计'],
            instead: ['公开04表.支出[本年支出合计].政府性基金预算财政拨款'],
          },
        ),
        amount('政府性基金基本支出', ['基本支出', '政府性基金预算财政拨款基本支出'], {
          final: ['公开07表[合计].基本支出'],
        }),
        amount('政府性基金项目支出', ['项目支出', '政府性基金预算财政拨款项目支出'], {
          final: ['公开07表[合计].项目支出'],
        }),
        fundOpening,
        fundClosing,
      ],
      coded: [codedRows('公开07表.小计', functionalLevels, true)],
      shareBase: '政府性基金预算财政拨款支出',
      identities: [
        adds('N7', '政府性基金预算财政拨款支出', '政府性基金基本支出', '政府性基金项目支出'),
      ],
    },
  ),

  section(
    'state-capital',
    'N8',
    [
      '国有资本',
      '国有资本经营 支出',
      '国有资本经营 收入 支出',
      '国有资本经营 财政拨款 支出',
      '国有资本经营 财政拨款 收入 支出',
      '国有资本经营 收支',
    ],
    {
      subjects: [
        alsoCalled(stateCapitalIncome, [
          '国有资本经营预算财政拨款本年收入',
          '国有资本经营预算本年收入',
          '本年收入',
          '本年收入合计',
        ]),
        amount(
          '国有资本经营预算财政拨款支出',
          [
            '国有资本经营支出',
            '国有资本经营预算支出',
            '国有资本经营财政拨款支出',
            '国有资本经营预算拨款支出',
            '国有资本经营拨款支出',
            '（国有资本经营|国有资本经营预算|国有资本经营预算财政拨款）（安排）?的支出',
            '（国有资本经营|国有资本经营预算|国有资本经营预算财政拨款）安排支出',
            '国有资本经营预算财政拨款本年支出',
            '国有资本经营预算本年支出',
            '本年支出',
            '本年支出合计',
          ],
          {
            final: ['公开08表[合计].小计'],
            instead: ['公开04表.支出[本年支出合计].国有资本经营预算财政拨款'],
          },
        ),
        amount('国有资本经营基本支出', ['基本支出', '国有资本经营预算财政拨款基本支出'], {
          final: ['公开08表[合计].基本支出'],
        }),
        amount('国有资本经营项目支出', ['项目支出', '国有资本经营预算财政拨款项目支出'], {
          final: ['公开08表[合计].项目支出'],
        }),
        stateCapitalOpening,
        stateCapitalClosing,
      ],
      coded: [codedRows('公开08表.小计', functionalLevels, true)],
      shareBase: '国有资本经营预算财政拨款支出',
      identities: [
        adds('N8', '国有资本经营预算财政拨款支出', '国有资本经营基本支出', '国有资本经营项目支出'),
      ],
    },
  ),
];
