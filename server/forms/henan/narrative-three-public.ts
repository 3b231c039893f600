/** Section 九: the three public expenses, and what was bought, received and travelled with them (N9). */
import type { SectionDefinition } from '../../report/narrative.ts';
import { adds, amount, atMost, count, pairs, section, there } from '../define-narrative.ts';
import { expenditureOfYear } from './narrative-totals.ts';

/** Budget and final of an item of 公开09表. */
const item = (label: string) => ({
  final: [`公开09表[${label}].决算数`],
  budget: [`公开09表[${label}].预算数`],
});

const GROUPS = ['个', '批', '批次', '次', '团', '团次', '组', '项'] as const;
const PERSONS = ['人次', '人', '名', '位'] as const;
const VEHICLES = ['辆', '台', '部'] as const;

const total = amount(
  '三公经费支出',
  [
    '“三公”经费（财政拨款）?（支出）?',
    '“三公”经费（财政拨款）?（支出）?（总计|合计|总额|总支出）',
    '（财政拨款|一般公共预算|一般公共预算财政拨款）（安排的）?“三公”经费（支出）?',
    '（财政拨款|一般公共预算|一般公共预算财政拨款）（安排的）?“三公”经费（支出）?（总计|合计|总额）',
    '“三公”经费一般公共预算（财政拨款）?支出',
    '三项经费',
    '总支出',
  ],
  item('合计'),
);

const abroad = amount(
  '因公出国费',
  [
    '因公出国（境）费',
    '因公出国（境）（费用|经费|支出|费支出|费用支出|经费支出）',
    '因公出国（境）',
    '出国（境）（费|费用|经费）',
    '因公出国出境（费|费用|经费）',
  ],
  item('因公出国（境）费'),
);

const vehicles = amount(
  '公务用车购置及运行维护费',
  [
    '公务用车购置（费）?（及|和|与|、）运行（维护）?（费|费用|经费|支出）',
    '公务用车购置（及|和|与|、）运行（维护）?（费|费用|经费）支出',
    '公务用车（费|费用|经费|支出）',
    '公车购置（费）?（及|和|与|、）运行（维护）?（费|费用|经费|支出）',
    '公务车购置（费）?（及|和|与|、）运行（维护）?（费|费用|经费|支出）',
  ],
  item('公务用车购置及运行维护费'),
);

const purchase = amount(
  '公务用车购置费',
  [
    '公务用车购置',
    '公务用车购置（支出|经费|费用|费支出）',
    '公务车购置（费|支出|经费|费用）',
    '公车购置（费|支出|经费|费用）',
    '车辆购置（费|支出|经费|费用）',
    '购置公务用车（费|支出|经费|费用）?',
    '购置（费|费用）',
  ],
  item('公务用车购置费'),
);

const running = amount(
  '公务用车运行维护费',
  [
    '公务用车运行（费|支出|经费|费用）',
    '公务用车运行维护',
    '公务用车运行维护（支出|经费|费用|费支出）',
    '公务车运行（维护）?（费|支出|经费|费用）',
    '公车运行（维护）?（费|支出|经费|费用）',
    '车辆运行（维护）?（费|支出|经费|费用）',
    '运行（维护）?（费|费用|支出）',
  ],
  item('公务用车运行维护费'),
);

const reception = amount(
  '公务接待费',
  ['公务接待（支出|经费|费用|费支出）?', '公务招待（费|支出|经费）', '接待费', '业务招待费'],
  item('公务接待费'),
);

const foreignReception = amount('外宾接待费', [
  '外宾接待',
  '外宾接待（支出|经费|费用）',
  '（国（境）外|国外|境外）公务接待（费|支出|经费）?',
  '（国（境）外|国外|境外）接待（费|支出|经费）',
  '外宾公务接待（费|支出|经费）',
]);

/** Some provinces tell it apart from guests from abroad, and count it among domestic reception. */
const foreignAffairs = amount('外事接待费', [
  '（国内）?外事接待',
  '（国内）?外事接待（支出|经费|费用|费支出）',
]);

/** Of groups and persons received, whoever they were. */
const ANY_GROUPS = ['接待（批次|团组|来访团组|公务接待）?', '来访团组'];
const ANY_PERSONS = ['接待（人次|人数|人员|来宾）?', '来宾', '来访（人次|人员|人数）'];

/** Domestic reception beside that of foreign guests; without 其他 some provinces count those in. */
const otherDomesticReception = amount('其他国内公务接待费', [
  '其他国内公务接待（支出|经费|费用）?',
  '其他国内接待（费|支出|经费|费用）?',
  '其他公务接待（费|支出|经费）',
]);

const domesticReception = amount('国内公务接待费', [
  '国内公务接待（支出|经费|费用）?',
  '国内接待（费|支出|经费|费用）?',
  '国内公务招待（费|支出）',
]);

const amounts = [
  total,
  abroad,
  vehicles,
  purchase,
  running,
  reception,
  foreignReception,
  foreignAffairs,
  otherDomesticReception,
  domesticReception,
];

const counted = [
  count(
    '因公出国团组数',
    GROUPS,
    [
      '因公出国（境）（团组|团|团队）',
      '因公出国（境）团组数（量）?',
      '（出国|出国（境））团组（数）?',
      '（参加）?（其他单位组织的）?因公出国（境）团组',
      '因公出国（境）批次',
      '出访团组',
      '财政拨款（安排|组织）（因公）?出国（境）团组',
      '因公出国（境）',
      '出国（境）',
    ],
    '因公出国费',
  ),
  count(
    '因公出国人次',
    PERSONS,
    [
      '因公出国（境）（人次|人数|人员）',
      '因公出国（境）累计',
      '因公出国（境）团组人数',
      '出国（境）（人次|人数|人员）?',
      '因公出国（境）',
      '出访人员',
    ],
    '因公出国费',
  ),
  count(
    '购置车辆数',
    VEHICLES,
    [
      '（购置|新购|更新|新增|购买|购入）（公务用）?车（辆）?',
      '（购置|更新|新购）公务用车（数量）?',
      '更新购置公务用车',
      '购置（数|数量）?',
      '公务用车购置（数|数量）',
      '公务用车购置',
      '车辆购置数',
    ],
    '公务用车购置费',
  ),
  count(
    '公务用车保有量',
    VEHICLES,
    [
      '（公务用车|公务车|公车|车辆）保有（量|数）',
      '（开支财政拨款|财政拨款开支|财政拨款负担）（公务用车|公务车|公车|车辆）（保有量|保有数）?',
      '财政拨款开支（运行维护费|运行费）（公务用车|公务车|公车|车辆）（保有量|保有数）?',
      '保有公务用车',
      '公务用车',
      '公务用车实有数',
      '公务用车运行维护',
    ],
    '公务用车运行维护费',
  ),
  count(
    '公务接待批次',
    GROUPS,
    ['公务接待（批次|批数|团组）', '接待（批次|团组|来访团组|公务接待）?', '公务接待', '来访团组'],
    '公务接待费',
  ),
  count(
    '公务接待人次',
    PERSONS,
    [
      '公务接待（人次|人数）',
      '接待（人次|人数|人员|来宾）?',
      '公务接待',
      '来宾',
      '来访（人次|人员|人数）',
    ],
    '公务接待费',
  ),
  there(
    count(
      '外宾接待批次',
      GROUPS,
      [
        '（接待）?（国（境）外|国外|境外）来访团组',
        '（接待）?外宾（团组|批次）',
        '外宾接待（批次|团组）?',
        '（国（境）外|国外|境外）公务接待（批次）?',
        '来访团组',
      ],
      '外宾接待费',
    ),
    ANY_GROUPS,
  ),
  there(
    count(
      '外宾接待人次',
      PERSONS,
      [
        '（接待）?来访外宾',
        '（接待）?外宾（人次|人数）?',
        '外宾接待（人次|人数）?',
        '来访（人次|人员|人数）',
        '（国（境）外|国外|境外）公务接待（人次|人数）?',
        '来宾',
      ],
      '外宾接待费',
    ),
    ANY_PERSONS,
  ),
  there(
    count(
      '国内接待批次',
      GROUPS,
      [
        '（接待）?国内来访团组',
        '（其他）?国内公务接待（批次|团组）?',
        '（其他）?国内接待（批次|团组）?',
        '来访团组',
      ],
      '国内公务接待费',
    ),
    ANY_GROUPS,
  ),
  there(
    count(
      '国内接待人次',
      PERSONS,
      [
        '（接待）?国内来宾',
        '（国内）?来访（人次|人员|人数）',
        '（其他）?国内公务接待（人次|人数）?',
        '（其他）?国内接待（人次|人数）?',
        '来宾',
      ],
      '国内公务接待费',
    ),
    ANY_PERSONS,
  ),
  there(
    count('外事接待批次', GROUPS, ['（国内）?外事接待（批次|批|团组）?'], '外事接待费'),
    ANY_GROUPS,
  ),
  there(
    count('外事接待人次', PERSONS, ['（国内）?外事接待（人次|人数）?'], '外事接待费'),
    ANY_PERSONS,
  ),
];

/** 占总支出的: of these expenses or of all; which, the percentage says. */
const allExpenditure = { ...expenditureOfYear, phrases: ['总支出'] };

export const threePublic: readonly SectionDefinition[] = [
  section(
    'three-public',
    'N9',
    [
      '三公',
      '三公 支出',
      '三公 财政拨款 支出',
      '一般公共预算 三公 支出',
      '一般公共预算 财政拨款 三公 支出',
    ],
    {
      subjects: [...amounts, ...counted, allExpenditure],
      shareBase: '三公经费支出',
      identities: [
        adds('N9-SUM', '三公经费支出', '因公出国费', '公务用车购置及运行维护费', '公务接待费'),
        adds('N9-CARS', '公务用车购置及运行维护费', '公务用车购置费', '公务用车运行维护费'),
        adds('N9-RECEPTION', '公务接待费', '外宾接待费', '其他国内公务接待费'),
        atMost('N9-DOMESTIC', '国内公务接待费', '公务接待费'),
        atMost('N9-FOREIGN', '外宾接待费', '公务接待费'),
        atMost('N9-AFFAIRS', '外事接待费', '公务接待费'),
        pairs('N9-ABROAD-COUNT', '因公出国团组数', '因公出国人次'),
        pairs('N9-RECEPTION-COUNT', '公务接待批次', '公务接待人次'),
        pairs('N9-FOREIGN-COUNT', '外宾接待批次', '外宾接待人次'),
        pairs('N9-AFFAIRS-COUNT', '外事接待批次', '外事接待人次'),
        pairs('N9-DOMESTIC-COUNT', '国内接待批次', '国内接待人次'),
      ],
    },
  ),
  section('three-public-total', 'N9', ['总体', '总额'], { parent: 'three-public' }),
  section('three-public-items', 'N9', ['具体', '明细'], { parent: 'three-public' }),
];
