/** Sections 十 to 十三: running costs of organs, procurement, assets, performance (N10–N13); and what claims nothing. */
import type { SectionDefinition } from '../../report/narrative.ts';
import {
  adds,
  amount,
  atMost,
  count,
  counts,
  namedByAuthor,
  percentage,
  score,
  section,
  silentSection,
  varying,
} from '../define-narrative.ts';

const runningCosts = section('running-costs', 'N10', ['机关运行', '机关运行 经费'], {
  subjects: [
    amount('机关运行经费', [
      '机关运行经费支出',
      '机关运行费',
      '机关运行费用',
      '机关运行支出',
      '运行经费',
    ]),
  ],
  // Smaller is lawful where units without running costs are rolled up.
  identities: [atMost('N10', '机关运行经费', '公用经费')],
});

const procurement = section('procurement', 'N11', ['政府采购', '采购 支出'], {
  subjects: [
    amount('政府采购支出总额', [
      '政府采购（支出）?（总）?（金）?额',
      '政府采购支出',
      '政府采购（支出）?（合计|总计）',
      '政府采购总支出',
      '采购支出总额',
    ]),
    amount('政府采购货物支出', [
      '（政府）?采购货物（类）?（支出|金额）?',
      '货物（类）?（采购）?（支出|金额|支出金额）',
      '货物（类）?（采购）?',
    ]),
    amount('政府采购工程支出', [
      '（政府）?采购工程（类）?（支出|金额）?',
      '工程（类）?（采购）?（支出|金额|支出金额）',
      '工程（类）?（采购）?',
    ]),
    amount('政府采购服务支出', [
      '（政府）?采购服务（类）?（支出|金额）?',
      '服务（类）?（采购）?（支出|金额|支出金额）',
      '服务（类）?（采购）?',
    ]),
    amount('授予中小企业合同金额', [
      '（政府采购）?授予中小（微）?企业（政府采购）?合同（总）?（金）?额',
      '（授予）?中小企业（政府采购）?合同（总）?金额',
      '授予中小企业',
      '面向中小企业采购（金额）?',
      '中小企业采购（金额|支出）?',
    ]),
    amount('授予小微企业合同金额', [
      '（政府采购）?授予（小微|小型微型|小型和微型|小型、微型）企业（政府采购）?合同（总）?（金）?额',
      '（小微|小型微型|小型和微型|小型、微型）企业（政府采购）?合同（总）?金额',
      '授予小微企业',
      '面向小微企业采购（金额）?',
      '小微企业采购（金额|支出）?',
    ]),
    amount('货物采购授予中小企业合同金额', ['货物（类）?（采购）?授予中小企业合同金额']),
    amount('工程采购授予中小企业合同金额', ['工程（类）?（采购）?授予中小企业合同金额']),
    amount('服务采购授予中小企业合同金额', ['服务（类）?（采购）?授予中小企业合同金额']),
    amount('授予监狱企业合同金额', ['监狱企业合同金额', '监狱企业']),
    amount('授予残疾人福利性单位合同金额', ['残疾人福利性单位合同金额', '残疾人福利性单位']),
  ],
  shareBase: '政府采购支出总额',
  identities: [
    adds('N11', '政府采购支出总额', '政府采购货物支出', '政府采购工程支出', '政府采购服务支出'),
    atMost('N11-MEDIUM', '授予中小企业合同金额', '政府采购支出总额'),
    atMost('N11-SMALL', '授予小微企业合同金额', '授予中小企业合同金额'),
    atMost('N11-GOODS', '货物采购授予中小企业合同金额', '政府采购货物支出'),
    atMost('N11-WORKS', '工程采购授予中小企业合同金额', '政府采购工程支出'),
    atMost('N11-SERVICES', '服务采购授予中小企业合同金额', '政府采购服务支出'),
  ],
});

// ---- assets -----------------------------------------------------------------------------------------------------------

const VEHICLES = ['辆', '台', '部'] as const;
const SETS = ['台', '套', '台套', '台(套)', '台/套', '件', '个', '项'] as const;

/** Kinds of vehicles that every report tells apart, and what earlier templates and other provinces call them. */
const KINDS: readonly (readonly [name: string, ...phrases: string[]])[] = [
  [
    '省级领导干部用车',
    '（副）?部（（省））?级（及以上）?领导（干部）?用车',
    '（副）?省（（部））?级（及以上）?领导（干部）?用车',
    '（副）?省部级（及以上）?领导（干部）?用车',
    '（副）?部省级（及以上）?领导（干部）?用车',
    '领导干部用车',
  ],
  [
    '主要领导干部用车',
    '主要（领导|负责人|负责同志）用车',
    '主要领导干部公务用车',
    '厅级领导干部用车',
  ],
  ['机要通信用车', '机要通讯用车', '机要（通信|通讯）（车|应急用车|车辆）', '机要用车'],
  ['应急保障用车', '应急保障（车|车辆）', '应急（用车|公务用车）'],
  ['执法执勤用车', '执法执勤（车|车辆|公务用车）', '执法用车'],
  ['特种专业技术用车', '特种（专业）?（技术）?（用车|车辆|车）', '特种专业技术公务用车'],
  ['离退休干部服务用车', '离退休（老）?干部（服务）?（用车|车辆|车）', '老干部（服务）?用车'],
  ['一般公务用车', '一般公务（车|车辆）', '公务用车'],
  ['业务用车', '业务（车|车辆）'],
  ['其他用车', '其他（车|车辆|公务用车）', '其它（用车|车辆）'],
];

/**
 * What a balance sheet of a public body has on its one side. Few sentences name all of it, and then the parts are less than the
 * whole; so the last is what hardly any body has.
 */
const WEALTH: readonly (readonly [name: string, ...phrases: string[]])[] = [
  ['流动资产', '流动资产（合计|总额）'],
  ['固定资产', '固定资产（净值|净额|账面净值）'],
  ['长期投资', '对外投资（及|和|与|、）?有价证券', '对外投资', '长期（股权|债券）投资'],
  ['在建工程'],
  ['无形资产', '无形资产（净值|净额|账面净值）'],
  ['公共基础设施'],
  ['政府储备物资'],
  ['文物文化资产', '文物资源', '文物（和|及）陈列品'],
  ['保障性住房'],
  ['长期待摊费用'],
  ['其他资产', '其它资产'],
  ['待处理财产损溢', '待处置资产损溢'],
];

const assets = section(
  'assets',
  'N12',
  ['国有资产', '国有资产 占用', '国有资产 占有 使用', '资产 占用', '资产 情况', '国有资产 占有'],
  {
    subjects: [
      count('车辆总数', VEHICLES, [
        '车辆',
        '（占用|占有|使用|拥有）?车辆（合计|总计|总数|数量）?',
        '（公务）?用车（合计|总计|总数）',
        '固定资产中车辆',
        '机动车（辆）?',
        '车辆（实有|保有）（数|量）',
      ]),
      ...KINDS.map(([name, ...phrases]) => count(name, VEHICLES, phrases)),
      count('大型设备', SETS, [
        '（单价|单位价值|单台价值|价值）（50|100|200）万元（及）?以上（大型）?（仪器）?设备',
        '（100|200）万元以上（大型）?设备',
        '大型设备',
      ]),
      count('大型专用设备', SETS, [
        '（单价|单位价值|单台价值|价值）（50|100|200）万元（及）?以上（大型）?专用（仪器）?设备',
        '专用设备',
      ]),
      count('大型通用设备', SETS, [
        '（单价|单位价值|单台价值|价值）（50|100|200）万元（及）?以上（大型）?通用（仪器）?设备',
        '通用设备',
      ]),
      amount('资产总额', [
        '资产（总计|合计|总值|总量）',
        '（国有）?资产总额',
        '国有资产（总计|合计|总值|总量）',
      ]),
      ...WEALTH.map(([name, ...phrases]) => amount(name, phrases)),
    ],
    identities: [
      adds('N12-ASSETS', '资产总额', ...WEALTH.map(([name]) => name)),
      counts('N12', '车辆总数', ...KINDS.map(([name]) => name)),
      atMost('N12-KEPT', '公务用车保有量', '车辆总数'),
    ],
  },
);

// ---- performance ------------------------------------------------------------------------------------------------------

const PROJECTS = ['个', '项', '件'] as const;

/** 优 … 差: 个 stands before the words as often as behind them. */
function grade(letter: string, name: string) {
  return count(name, PROJECTS, [
    `（项目）?（绩效）?自评（等级|等次|结果|结论）（评）?为“${letter}”（项目）?`,
    `（项目）?（绩效）?自评（等级|等次|结果|结论）（评）?“${letter}”（项目）?`,
    `（等级|等次|结果|评价等级|评价结果|自评|评）为“${letter}”（等级|等次|级）?（项目）?`,
    `“${letter}”（等级|等次|级）?（项目）?`,
  ]);
}

/** 合格 and 不合格 part at the same score as 中 and 差, whatever lies above. */
const GRADES = [
  { words: ['优', '优秀'], least: 90, below: 101 },
  { words: ['良', '良好'], least: 80, below: 90 },
  { words: ['中', '中等'], least: 60, below: 80 },
  { words: ['差', '较差'], least: 0, below: 60 },
  { words: ['合格'], least: 60, below: 101 },
  { words: ['不合格'], least: 0, below: 60 },
] as const;

const performance = section(
  'performance',
  'N13',
  ['预算绩效', '绩效', '绩效管理', '绩效 自评', '预算绩效 管理', '绩效 评价'],
  {
    subjects: [
      amount('纳入绩效管理支出总额', [
        '纳入（部门）?（预算）?绩效管理（支出）?（总额|总金额|资金总额|资金）',
        '纳入（部门）?（预算）?绩效管理（预算）?（支出|资金）',
      ]),
      amount('绩效管理基本支出', ['基本支出', '纳入（预算）?绩效管理基本支出']),
      amount('绩效管理项目支出', ['项目支出', '纳入（预算）?绩效管理项目支出']),
      amount('部门预算项目支出总额', [
        '（部门|单位）?（预算）?项目支出总额',
        '（部门|单位）?（预算）?项目（支出）?（预算）?总（金）?额',
        '一般公共预算项目支出总额',
        '应开展绩效自评项目（支出）?总额',
      ]),
      varying(
        amount('绩效自评资金', [
          '（涉及）?（项目）?（预算）?资金（总额|总量|合计|总计）?',
          '（涉及）?（项目|预算）（资）?金额',
          '（涉及）?（一般公共预算|财政）（支出|资金|拨款）',
          '（自评）?（涉及）?金额',
          '（部门|单位）预算（数|金额|资金）?',
          '财政拨款',
        ]),
      ),
      varying(
        count('绩效自评项目数', PROJECTS, [
          '（涵盖|涉及|共有|覆盖）?（自评）?（项目|预算项目）（数|数量|总数|支出）?',
          '（项目|项目支出）绩效自评（项目）?（数|数量）?（中）?',
          '（开展|组织|进行|纳入）?（绩效）?自评（范围）?项目（数|数量|总数）?',
          '（预算）?项目（支出）?（绩效）?自评（中）?',
          // Behind its figure: 8个项目开展绩效自评.
          '项目（支出）?（开展|进行）（了）?（预算|项目|支出）?绩效自评（工作）?',
          '（一级|二级）项目',
        ]),
      ),
      varying(
        count('绩效目标数', PROJECTS, ['（批复|设置|申报|编报）?（预算）?（项目）?绩效目标']),
      ),
      varying(
        count('绩效监控项目数', PROJECTS, ['（绩效）?监控项目', '（开展）?（绩效）?监控项目']),
      ),
      varying(
        count('评价项目数', PROJECTS, ['（绩效）?评价项目', '（部门|重点|财政）（绩效）?评价项目']),
      ),
      count('一般性项目数', PROJECTS, ['一般性项目', '一般项目']),
      count('专项资金数', PROJECTS, ['专项资金', '专项（项目）?', '专项资金项目']),
      grade('优', '评优项目数'),
      grade('良', '评良项目数'),
      grade('中', '评中项目数'),
      grade('差', '评差项目数'),
      grade('合格', '评合格项目数'),
      grade('不合格', '评不合格项目数'),
      percentage('自评覆盖率', [
        '（绩效）?（自评）?覆盖（率|面）',
        '（绩效|项目）自评（率|完成率）',
        '（实现）?（项目）?绩效自评（覆盖|覆盖率）?',
      ]),
      score('整体支出自评得分', 'department-self-evaluation', [
        '整体（支出）?（绩效）?（自评|评价）（综合）?（结果|得分|分数|分值|评分）',
        '整体（支出）?（绩效）?自评',
        '整体（支出）?绩效（得分|分数）',
      ]),
      namedByAuthor(
        score('项目自评得分', 'project-self-evaluation', [
          '（绩效）?自评（综合|总）?（得分|评分|分数|分值|总分）',
          '（绩效）?自评（结果|分）',
          '（绩效）?评价（综合|总）?（得分|评分|分数|分值|结果）',
          '（综合）?（得分|评分|总分）',
        ]),
      ),
    ],
    shareBase: '部门预算项目支出总额',
    grades: GRADES,
    rolls: [
      { counts: ['绩效自评项目数'], each: '项目自评得分' },
      { counts: ['一般性项目数', '专项资金数'], each: '项目自评得分' },
    ],
    identities: [
      adds('N13', '纳入绩效管理支出总额', '绩效管理基本支出', '绩效管理项目支出'),
      counts(
        'N13-GRADES',
        '绩效自评项目数',
        '评优项目数',
        '评良项目数',
        '评中项目数',
        '评差项目数',
      ),
      counts(
        'N13-PASSED',
        '绩效自评项目数',
        '评优项目数',
        '评良项目数',
        '评合格项目数',
        '评不合格项目数',
      ),
    ],
  },
);

const performanceParts: readonly SectionDefinition[] = [
  section('performance-management', 'N13', ['绩效管理 工作', '工作 开展'], {
    parent: 'performance',
  }),
  section('project-evaluation', 'N13', ['项目 自评', '自评 结果', '绩效 自评'], {
    parent: 'performance',
  }),
  section('key-evaluation', 'N13', ['重点', '部门评价', '财政评价'], { parent: 'performance' }),
];

/** Meetings, training, celebrations: stated by many provinces, printed in a table by few. */
const general = section('general-expenses', 'N10', ['一般性支出', '会议费', '培训费', '节庆'], {
  subjects: [
    amount('会议费', ['会议费支出', '会议支出', '会议经费']),
    amount('培训费', ['培训费支出', '培训支出', '培训经费']),
    amount('差旅费', ['差旅费支出']),
    amount('节庆活动费', [
      '节庆（活动）?（费|经费|支出）',
      '举办节庆、晚会、论坛、赛事活动（费|经费|支出）',
    ]),
  ],
});

/** Where these are no sections of their own, but items of one. */
const gathered = [runningCosts, procurement, assets];

const other = section('other-matters', 'N10', ['其他 重要事项', '其他 说明', '其他 事项'], {
  subjects: gathered.flatMap((one) => one.subjects),
  identities: gathered.flatMap((one) => one.identities),
});

const silent: readonly SectionDefinition[] = [
  silentSection('duties', ['职责', '主要职能', '职能', '部门职责', '单位职责']),
  silentSection('organisation', [
    '概况',
    '机构设置',
    '机构 编制',
    '人员构成',
    '人员 编制',
    '部门决算单位构成',
    '单位构成',
    '内设机构',
  ]),
  silentSection('tables', ['决算表', '决算公开表', '决算报表', '公开表格', '目录']),
  silentSection('glossary', ['名词解释', '专业名词', '名词 解释', '专业性较强的名词']),
  silentSection('attachments', [
    '附件',
    '附表',
    '自评表',
    '自评情况表',
    '自评报告',
    '自评 汇总表',
    '评价报告',
  ]),
];

export const others: readonly SectionDefinition[] = [
  runningCosts,
  procurement,
  assets,
  performance,
  ...performanceParts,
  general,
  other,
  ...silent,
];
