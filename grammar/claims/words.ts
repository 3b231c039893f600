/**
 * The words of claiming, as data: what a sentence says of quantities, whatever they are quantities of. Names of subjects
 * are no part of this; they are vocabulary of a profile. All words are half-width and without blanks. A word counts only
 * where the grammar says that it can stand (增加 before a figure, 占 before a percentage), so that 增加退休人员 is no claim.
 */

/** Between a subject and its figure. */
export const COPULAS = [
  '为',
  '是',
  '达',
  '达到',
  '共',
  '共计',
  '总共',
  '一共',
  '合共',
  '共有',
  '有',
  '仅',
  '仅有',
  '仅为',
  '实际为',
  '为数',
  '人民币',
  ':',
];

/** 收、支总计均为: the figure is that of each. */
export const EACH = ['均', '各', '都', '各自', '均各'];
/** A、B分别为1万元、2万元: they pair off. */
export const RESPECTIVELY = ['分别', '依次'];

export const CLOSENESS_BEFORE = {
  about: ['约', '大约', '近', '将近', '接近'],
  'at-least': ['超过', '超', '逾', '至少', '不少于', '不低于'],
  'at-most': ['不足', '不到', '不超过', '最多', '至多'],
} as const;
export const CLOSENESS_AFTER = {
  about: ['左右', '上下', '余', '多'],
  'at-least': ['以上', '及以上'],
  'at-most': ['以内', '以下', '及以下'],
} as const;

/** Words of change. After them may stand one of `CHANGE_TAILS`, a copula and the figure. */
export const DIRECTIONS = {
  up: [
    '增加',
    '增长',
    '上升',
    '提高',
    '提升',
    '上涨',
    '增支',
    '增收',
    '净增',
    '净增加',
    '新增',
    '升高',
    '增多',
    '多支出',
    '多支',
    '多',
    '增',
    '增幅',
    '涨幅',
    '增速',
    '升幅',
  ],
  down: [
    '减少',
    '下降',
    '降低',
    '减支',
    '减收',
    '净减少',
    '压减',
    '压缩',
    '节约',
    '节省',
    '节支',
    '缩减',
    '核减',
    '下调',
    '下浮',
    '回落',
    '少支出',
    '少支',
    '少',
    '减',
    '降',
    '降幅',
    '减幅',
  ],
  unsaid: ['增减', '增减变动', '增减变化', '变动', '变化', '变动幅度', '幅度'],
} as const;
/** 增加了, 增加额, 增长率, 减少支出. */
export const CHANGE_TAILS = [
  '了',
  '额',
  '数',
  '额度',
  '数额',
  '金额',
  '幅度',
  '幅',
  '率',
  '比例',
  '比率',
  '百分比',
  '支出',
  '开支',
];

/** Before what is compared with: 与上年相比, 比预算数. */
export const COMPARING = ['与', '比', '较', '相比', '相较', '相较于', '相比于', '对比'];
/** These join as well (2022年和2023年) and compare only where a word of `COMPARED` follows. */
export const COMPARING_OR_JOINING = ['和', '同', '跟'];
export const COMPARED = ['相比', '相比较', '比较', '相较', '相对比', '对比', '比'];
/** Comparison with the same period of the year before. */
export const YEAR_ON_YEAR = ['同比', '年同比'];

export const LAST_YEAR = ['上年', '上年度', '上一年', '上一年度', '去年', '去年度', '上财政年度'];
/** 上年结转 is a name, not a year. */
export const NOT_LAST_YEAR_BEFORE = ['末', '底', '结转', '结余', '度结转', '度结余', '度末'];
/** What follows the year or 预算 in naming the base. */
export const BASE_TAILS = [
  '同期',
  '的',
  '决算',
  '支出',
  '收入',
  '执行',
  '完成',
  '实际',
  '实际支出',
  '数',
  '数额',
  '额',
  '金额',
  '情况',
  '水平',
  '总额',
  '指标',
  '批复',
  '安排',
];
export const BUDGET_HEADS = [
  '年初',
  '全年',
  '年度',
  '年中',
  '当年',
  '本年',
  '调整',
  '调整后',
  '调整后的',
  '批复',
  '批复的',
  '财政',
  '部门',
  '单位',
];
export const BUDGET = '预算';

/** 决算数与预算数持平 */
export const LEVELS = {
  '=': [
    '持平',
    '一致',
    '相同',
    '相等',
    '相符',
    '不存在差异',
    '没有差异',
    '无差异',
    '无差额',
    '无变化',
    '无变动',
    '无增减变化',
    '无增减变动',
    '没有变化',
    '未发生变化',
    '无增减',
  ],
  '≠': ['存在差异', '有差异', '存在差额', '存在较大差异', '有较大差异', '存在一定差异'],
} as const;
/** 基本持平 is not 持平: nothing that could be checked. */
export const HEDGES = ['基本', '大致', '总体', '大体'];
/** 决算数大于年初预算数 */
export const GREATER_OR_LESS = {
  '>': ['大于', '高于', '多于', '超过', '超出', '超'],
  '<': ['小于', '低于', '少于'],
  '=': ['等于'],
} as const;

/** 没有政府性基金收入 */
export const ABSENT = ['没有', '无', '未'];
/** Verbs between 没有 and its object; after 未 one of them must stand. */
export const ABSENT_VERBS = [
  '发生',
  '使用',
  '安排',
  '列支',
  '产生',
  '开支',
  '涉及',
  '购置',
  '取得',
];
/** 无线, 无形, 无居民海岛 deny nothing. */
export const NOT_ABSENT_BEFORE = [
  '居民海岛',
  '线',
  '形',
  '偿',
  '障',
  '缝',
  '论',
  '须',
  '需',
  '锡',
  '关',
  '法',
];

export const LISTS = ['主要包括', '包括', '主要是指', '具体包括', '其中包括', '主要有'];
/** What a list may be called before it begins. */
export const LIST_HEADS = ['以下内容', '以下项目', '以下方面', '以下几个方面', '以下几方面'];
/** A purpose: values may follow it (主要用于以下方面：…支出…万元). */
export const PURPOSES = ['主要用于', '用于以下方面', '用于以下几个方面'];
export const AND_SO_ON = ['等支出', '等费用', '等经费', '等'];

export const AMONG = ['其中'];
export const REASONS = [
  '主要原因是',
  '主要原因为',
  '主要原因',
  '原因是',
  '原因为',
  '主要是因为',
  '主要是由于',
  '主要由于',
  '主要因为',
  '主要因',
  '主要系',
  '主要是',
  '是由于',
  '是因为',
  '由于',
  '因为',
];

/** With a date behind it: from here on something else is told. */
export const UNTIL = ['截至', '截止', '截止到', '截至到'];

/** 占 begins these words and no share. */
export const NOT_SHARE_BEFORE = ['用', '地', '领', '据', '有', '道', '线', '位'];
export const SHARE_NOUNS = ['占比', '占比重', '占比例', '所占比重', '所占比例', '所占比'];
/** Between the base and the percentage: 的, 的比重为. */
export const SHARE_TAILS = ['比重', '比例', '份额', '百分比', '比率'];

export const COMPLETIONS = ['完成', '为', '是', '占', '相当于', '达', '达到', '执行'];
export const COMPLETION_NOUNS = [
  '完成率',
  '预算完成率',
  '执行率',
  '预算执行率',
  '完成比例',
  '完成进度',
  '执行进度',
  '完成预算比例',
  '完成百分比',
];

/** Words in which a word above stands by chance; they are text. */
export const PLAIN = [
  '不包括',
  '不含',
  '大小于',
  '公共',
  '共产党',
  '共青团',
  '共和国',
  '中共',
  '增加(减少)',
  '减少(增加)',
  '增长(下降)',
  '下降(增长)',
];
