/** Sections 一 to 四: totals, income, expenditure, fiscal appropriations (N1–N4). */
import type { SectionDefinition, SubjectDefinition } from '../../report/narrative.ts';
import {
  adds,
  alike,
  alsoCalled,
  amount,
  codedRows,
  partOf,
  section,
} from '../define-narrative.ts';

// ---- what all funds together are (公开01表, 公开02表, 公开03表) ----------------------------------------------------------

const totalOfBoth = alike(
  amount(
    '收支总计',
    [
      '收、支总计',
      '收支',
      '收、支',
      '收支总额',
      '收、支总额',
      '总收支',
      '收支决算总计',
      '收支（决算）?总（数|额）',
      '收入（、|和|与|及）?支出（决算）?总计',
      '收入（、|和|与|及）?支出（决算）?总额',
      '收入（、|和|与|及）?支出（决算）?总（体|数）',
      '收入总计（、|和|与|及）?支出总计',
      '总收入（、|和|与|及）?总支出',
      '本年收入（、|和|与|及）?支出总计',
      '本年收、支总计',
    ],
    { final: ['公开01表.收入[总计]', '公开01表.支出[总计]'] },
  ),
  'totals',
);

const totalIncome = amount('收入总计', ['总收入', '收入总额', '收入决算总计', '决算总收入'], {
  final: ['公开01表.收入[总计]'],
});

const totalExpenditure = amount('支出总计', ['总支出', '支出总额', '支出决算总计', '决算总支出'], {
  final: ['公开01表.支出[总计]'],
});

/** Income of the year, without what was carried over. */
export const incomeOfYear = amount(
  '收入合计',
  ['本年收入合计', '本年收入', '本年度收入合计', '当年收入合计', '本年收入总额', '收入决算合计'],
  { final: ['公开02表[合计].本年收入合计'], instead: ['公开01表.收入[本年收入合计]'] },
);

/** Expenditure of the year, without what is carried over. */
export const expenditureOfYear = amount(
  '支出合计',
  [
    '本年支出合计',
    '本年支出',
    '本年度支出合计',
    '当年支出合计',
    '本年支出总额',
    '支出决算合计',
    '本年支出合计数',
  ],
  { final: ['公开03表[合计].本年支出合计'], instead: ['公开01表.支出[本年支出合计]'] },
);

const income: readonly SubjectDefinition[] = [
  amount(
    '财政拨款收入',
    ['财政拨款', '本年财政拨款收入', '同级财政拨款收入', '财政拨款收入合计', '财政补助收入'],
    { final: ['公开02表[合计].财政拨款收入'], instead: ['公开04表.收入[本年收入合计]'] },
  ),
  amount('上级补助收入', ['上级补助'], {
    final: ['公开02表[合计].上级补助收入'],
    instead: ['公开01表.收入[上级补助收入]'],
  }),
  amount('事业收入', ['本年事业收入'], {
    final: ['公开02表[合计].事业收入'],
    instead: ['公开01表.收入[事业收入]'],
  }),
  amount('经营收入', ['事业单位经营收入'], {
    final: ['公开02表[合计].经营收入'],
    instead: ['公开01表.收入[经营收入]'],
  }),
  amount('附属单位上缴收入', ['附属部门上缴收入', '附属单位上交收入', '附属单位缴款'], {
    final: ['公开02表[合计].附属单位上缴收入'],
    instead: ['公开01表.收入[附属单位上缴收入]'],
  }),
  amount('其他收入', ['本年其他收入'], {
    final: ['公开02表[合计].其他收入'],
    instead: ['公开01表.收入[其他收入]'],
  }),
];

const generalBudgetIncome = amount(
  '一般公共预算财政拨款收入',
  ['一般公共预算收入', '一般公共预算拨款收入', '一般公共预算财政拨款', '一般公共预算拨款'],
  {
    final: ['公开01表.收入[一、一般公共预算财政拨款收入]'],
    instead: ['公开04表.收入[一、一般公共预算财政拨款]'],
  },
);

/** Also spoken of in section 七. */
export const governmentFundIncome = amount(
  '政府性基金预算财政拨款收入',
  [
    '政府性基金收入',
    '政府性基金预算收入',
    '政府性基金财政拨款收入',
    '政府性基金拨款收入',
    '政府性基金预算拨款收入',
  ],
  {
    final: ['公开01表.收入[二、政府性基金预算财政拨款收入]'],
    instead: ['公开04表.收入[二、政府性基金预算财政拨款]', '公开07表[合计].本年收入'],
  },
);

/** Also spoken of in section 八. */
export const stateCapitalIncome = amount(
  '国有资本经营预算财政拨款收入',
  [
    '国有资本经营收入',
    '国有资本经营预算收入',
    '国有资本经营财政拨款收入',
    '国有资本经营预算拨款收入',
    '国有资本经营拨款收入',
  ],
  {
    final: ['公开01表.收入[三、国有资本经营预算财政拨款收入]'],
    instead: ['公开04表.收入[三、国有资本经营预算财政拨款]'],
  },
);

const funds: readonly SubjectDefinition[] = [
  generalBudgetIncome,
  alsoCalled(governmentFundIncome, ['政府性基金预算财政拨款', '政府性基金预算拨款']),
  alsoCalled(stateCapitalIncome, ['国有资本经营预算财政拨款', '国有资本经营预算拨款']),
];

/** What stands between the totals and the year's sums. */
const balances: readonly SubjectDefinition[] = [
  amount(
    '年初结转和结余',
    [
      '年初结转（与|及|、）?结余',
      '上年结转（和|与|及|、）?结余',
      '上年（度）?结转',
      '年初结余',
      '年初结转',
    ],
    { final: ['公开01表.收入[年初结转和结余]'] },
  ),
  amount(
    '年末结转和结余',
    [
      '年末结转（与|及|、）?结余',
      '结转下年',
      '年末结余',
      '年末结转',
      '结转（和|与|及|、）?结余',
      '本年结转（和|与|及|、）?结余',
    ],
    { final: ['公开01表.支出[年末结转和结余]'] },
  ),
  amount(
    '使用非财政拨款结余和专用结余',
    [
      '使用非财政拨款结余',
      '使用非财政拨款结余（含专用结余）',
      '使用专用结余',
      '用事业基金弥补收支差额',
    ],
    { final: ['公开01表.收入[使用非财政拨款结余和专用结余]'] },
  ),
  amount('结余分配', [], { final: ['公开01表.支出[结余分配]'] }),
];

const expenditure: readonly SubjectDefinition[] = [
  amount('基本支出', ['基本支出合计', '（机关|机构|单位）?（正常|日常）运转日常支出', '日常支出'], {
    final: ['公开03表[合计].基本支出'],
  }),
  amount('项目支出', ['项目支出合计', '专项业务工作'], { final: ['公开03表[合计].项目支出'] }),
  amount('上缴上级支出', ['上缴上级'], { final: ['公开03表[合计].上缴上级支出'] }),
  amount('经营支出', ['事业单位经营支出'], { final: ['公开03表[合计].经营支出'] }),
  amount('对附属单位补助支出', ['对附属部门补助支出', '对附属单位补助', '对下级单位补助支出'], {
    final: ['公开03表[合计].对附属单位补助支出'],
  }),
  // 公开06表 knows the general public budget only.
  amount('基本支出中人员经费', ['人员经费', '人员支出']),
  amount('基本支出中公用经费', ['公用经费', '日常公用经费', '公用支出', '日常公用支出']),
];

// ---- fiscal appropriations (公开04表) ---------------------------------------------------------------------------------

const fiscalTotalOfBoth = alike(
  amount(
    '财政拨款收支总计',
    [
      '财政拨款收、支总计',
      '财政拨款（收、支|收支）总额',
      '财政拨款总收支',
      '财政拨款（收、支|收支）决算总计',
      '财政拨款收入（、|和|与|及）?支出（决算）?总（计|额|体|数）',
      '财政拨款收入总计（、|和|与|及）?（财政拨款）?支出总计',
      '财政拨款总收入（、|和|与|及）?（财政拨款）?总支出',
      '财政拨款本年收、支总计',
    ],
    { final: ['公开04表.收入[总计]', '公开04表.支出[总计].合计'] },
  ),
  'totals',
);

const fiscalTotalIncome = amount(
  '财政拨款收入总计',
  ['财政拨款总收入', '财政拨款收入总额', '财政拨款收入决算总计'],
  { final: ['公开04表.收入[总计]'] },
);

const fiscalTotalExpenditure = amount(
  '财政拨款支出总计',
  ['财政拨款总支出', '财政拨款支出总额', '财政拨款支出决算总计'],
  { final: ['公开04表.支出[总计].合计'] },
);

const fiscalIncomeOfYear = amount(
  '本年财政拨款收入合计',
  ['财政拨款收入', '财政拨款收入合计', '本年财政拨款收入', '财政拨款本年收入'],
  { final: ['公开04表.收入[本年收入合计]'], instead: ['公开02表[合计].财政拨款收入'] },
);

/** Also said in section 五, where some provinces mean the general public budget alone. */
export const fiscalExpenditureOfYear = amount(
  '本年财政拨款支出合计',
  ['财政拨款支出', '财政拨款支出合计', '本年财政拨款支出', '财政拨款本年支出', '财政拨款支出决算'],
  { final: ['公开04表.支出[本年支出合计].合计'] },
);

const fiscalBalances: readonly SubjectDefinition[] = [
  amount(
    '年初财政拨款结转和结余',
    [
      '年初财政拨款结转（与|及|、）?结余',
      '财政拨款年初结转（和|与|及|、）?结余',
      '上年财政拨款结转（和|与|及|、）?结余',
      '年初结转（和|与|及|、）?结余',
      '上年结转（和|与|及|、）?结余',
      '年初财政拨款结转',
      '年初结转',
      '上年结转',
    ],
    { final: ['公开04表.收入[年初财政拨款结转和结余]'] },
  ),
  amount(
    '年末财政拨款结转和结余',
    [
      '年末财政拨款结转（与|及|、）?结余',
      '财政拨款年末结转（和|与|及|、）?结余',
      '年末结转（和|与|及|、）?结余',
      '年末财政拨款结转',
      '年末结转',
      '结转下年',
    ],
    { final: ['公开04表.支出[年末财政拨款结转和结余].合计'] },
  ),
];

// ---- what each budget carried over: parts of the two above, and spoken of in sections of their own ------------------------------

const OPENING = '年初财政拨款结转和结余';
const CLOSING = '年末财政拨款结转和结余';

const generalOpening = partOf(
  OPENING,
  amount('一般公共预算年初结转和结余', ['一般公共预算（财政拨款）?年初结转（和|与|及|、）?结余'], {
    final: ['公开04表.收入[一般公共预算财政拨款]'],
  }),
  ['一般公共预算（财政）?（拨款）?'],
);

const generalClosing = partOf(
  CLOSING,
  amount('一般公共预算年末结转和结余', ['一般公共预算（财政拨款）?年末结转（和|与|及|、）?结余'], {
    final: ['公开04表.支出[年末财政拨款结转和结余].一般公共预算财政拨款'],
  }),
  ['一般公共预算（财政）?（拨款）?'],
);

/** Also spoken of in section 七. */
export const fundOpening = partOf(
  OPENING,
  amount(
    '政府性基金年初结转和结余',
    [
      '年初结转（和|与|及|、）?结余',
      '上年结转（和|与|及|、）?结余',
      '年初结转',
      '上年结转',
      '（政府性基金预算|政府性基金预算财政拨款）年初结转（和|与|及|、）?结余',
    ],
    {
      final: ['公开07表[合计].年初结转和结余'],
      instead: ['公开04表.收入[政府性基金预算财政拨款]'],
    },
  ),
  ['政府性基金（预算）?（财政）?（拨款）?'],
);

/** Also spoken of in section 七. */
export const fundClosing = partOf(
  CLOSING,
  amount(
    '政府性基金年末结转和结余',
    [
      '年末结转（和|与|及|、）?结余',
      '年末结转',
      '结转下年',
      '（政府性基金预算|政府性基金预算财政拨款）年末结转（和|与|及|、）?结余',
    ],
    {
      final: ['公开07表[合计].年末结转和结余'],
      instead: ['公开04表.支出[年末财政拨款结转和结余].政府性基金预算财政拨款'],
    },
  ),
  ['政府性基金（预算）?（财政）?（拨款）?'],
);

/** Also spoken of in section 八. */
export const stateCapitalOpening = partOf(
  OPENING,
  amount(
    '国有资本经营年初结转和结余',
    ['年初结转（和|与|及|、）?结余', '上年结转（和|与|及|、）?结余', '年初结转', '上年结转'],
    { instead: ['公开04表.收入[国有资本经营预算财政拨款]'] },
  ),
  ['国有资本经营（预算）?（财政）?（拨款）?'],
);

/** Also spoken of in section 八. */
export const stateCapitalClosing = partOf(
  CLOSING,
  amount('国有资本经营年末结转和结余', ['年末结转（和|与|及|、）?结余', '年末结转', '结转下年'], {
    instead: ['公开04表.支出[年末财政拨款结转和结余].国有资本经营预算财政拨款'],
  }),
  ['国有资本经营（预算）?（财政）?（拨款）?'],
);

/** Where the whole is being spoken of; on its own 年末结转 is that of all budgets. */
const carriedOver = [
  generalOpening,
  generalClosing,
  fundOpening,
  fundClosing,
  stateCapitalOpening,
  stateCapitalClosing,
].map((subject) => ({ ...subject, phrases: [] }));

export const totals: readonly SectionDefinition[] = [
  section(
    'totals',
    'N1',
    ['收入 支出 总体', '收支 总体', '总收入 总支出', '收入 支出', '收支 情况', '收支 总表'],
    {
      subjects: [
        totalOfBoth,
        totalIncome,
        totalExpenditure,
        incomeOfYear,
        expenditureOfYear,
        ...income,
        ...funds,
        ...balances,
        ...expenditure,
      ],
      coded: [codedRows('公开03表.本年支出合计', ['类'])],
    },
  ),
  section('income', 'N2', ['收入 决算', '收入 情况', '收入 构成'], {
    subjects: [
      // Said loosely of the year's income as well.
      alsoCalled(incomeOfYear, ['总收入', '收入总计', '收入总额']),
      totalIncome,
      ...income,
      alsoCalled(generalBudgetIncome, ['一般公共预算']),
      alsoCalled(governmentFundIncome, ['政府性基金预算', '政府性基金']),
      alsoCalled(stateCapitalIncome, ['国有资本经营预算', '国有资本经营']),
      ...funds,
    ],
    shareBase: '收入合计',
    wholes: [
      {
        total: '收入合计',
        parts: [
          '财政拨款收入',
          '上级补助收入',
          '事业收入',
          '经营收入',
          '附属单位上缴收入',
          '其他收入',
        ],
      },
    ],
  }),
  section('expenditure', 'N3', ['支出 决算', '支出 情况', '支出 构成'], {
    subjects: [
      alsoCalled(expenditureOfYear, ['总支出', '支出总计', '支出总额']),
      totalExpenditure,
      ...expenditure,
    ],
    coded: [codedRows('公开03表.本年支出合计', ['类', '款', '项'])],
    shareBase: '支出合计',
    wholes: [
      {
        total: '支出合计',
        parts: ['基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
      },
    ],
    identities: [adds('N3-BASIC', '基本支出', '基本支出中人员经费', '基本支出中公用经费')],
  }),
  section(
    'fiscal-totals',
    'N4',
    [
      '财政拨款 收入 支出',
      '财政拨款 收支',
      '财政拨款 收入 支出 总体',
      '财政拨款 收支 总体',
      '财政拨款 总收入 总支出',
    ],
    {
      subjects: [
        alsoCalled(fiscalTotalOfBoth, totalOfBoth.phrases.concat(totalOfBoth.name)),
        alsoCalled(fiscalTotalIncome, ['收入总计', '总收入']),
        alsoCalled(fiscalTotalExpenditure, ['支出总计', '总支出']),
        alsoCalled(fiscalIncomeOfYear, ['本年收入合计', '本年收入', '收入合计']),
        alsoCalled(fiscalExpenditureOfYear, ['本年支出合计', '本年支出', '支出合计']),
        ...funds,
        ...fiscalBalances,
        ...carriedOver,
      ],
      coded: [codedRows('公开04表.支出.合计', ['类'])],
    },
  ),
];
