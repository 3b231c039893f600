/**
 * Words that stand around a subject's name and do not change what it names. They belong to the way sentences are written,
 * not to any form. Everything else in front of or behind a name makes it another name.
 */

/** In front: who speaks, when within the year, and that something is there at all. */
const LEADING = [
  '我部门',
  '本部门',
  '我单位',
  '本单位',
  '我局',
  '我委',
  '我办',
  '我厅',
  '我院',
  '我校',
  '我中心',
  '我机关',
  '我馆',
  '我会',
  '我所',
  '我站',
  '我队',
  '本馆',
  '本会',
  '本所',
  '本站',
  '本队',
  '本局',
  '本委',
  '本办',
  '本厅',
  '本院',
  '本校',
  '本机关',
  '本级',
  '部门',
  '单位',
  '机关',
  '全部门',
  '全单位',
  '本系统',
  '部门本级',
  '我们',
  '今年度',
  '今年',
  '本年度',
  '本年',
  '当年度',
  '当年',
  '全年度',
  '全年',
  '年度',
  '年末',
  '年底',
  // Behind a year: 2023年 + 末.
  '末',
  '底',
  '年终',
  '期末',
  '年内',
  '截至',
  '截止',
  '决算',
  '共计',
  '共有',
  '总共',
  '共',
  '累计',
  '合计',
  '总计',
  '其中',
  '另外',
  '另有',
  '此外',
  '同时',
  '分别',
  '安排',
  '组织',
  '实际',
  '使用',
  '支付',
  '开支',
  '按规定',
  '发生',
  '涉及',
  '涵盖',
  '包含',
  '包括',
  '实现',
  '完成',
  '拥有',
  '占用',
  '占有',
  '有',
  '的',
  '中',
  '内',
  '其',
  '对',
  '用于',
  '用于保障',
  '主要是',
  '主要为',
  '为',
  '是',
  '和',
  '及',
  '市级',
  '省级',
  '县级',
  '区级',
] as const;

/** Behind: final or budget (read elsewhere), and that it is a sum of money or a number. */
const TRAILING = [
  '总支出',
  '构成',
  '具体构成',
  '组成',
  '结构',
  '支出',
  '决算',
  '预算',
  '年初',
  '全年',
  '调整',
  '调整后',
  '执行',
  '实际',
  '安排',
  '发生',
  '完成',
  '部门',
  '数',
  '数额',
  '金额',
  '总额',
  '合计',
  '总计',
  '共计',
  '累计',
  '小计',
  '共',
  '共有',
  '情况',
  '费用',
  '经费',
  '为',
  '是',
  '的',
  '中',
  '有',
  '达',
  '达到',
  '实现',
  '分别',
] as const;

const leadingByFirst = groupBy(LEADING, (word) => word.charCodeAt(0));
const trailingByLast = groupBy(TRAILING, (word) => word.charCodeAt(word.length - 1));

/** How many characters of the longest leading word the text begins with; 0 for none. */
export function leadingLength(words: string): number {
  for (const word of leadingByFirst.get(words.charCodeAt(0)) ?? []) {
    if (words.startsWith(word)) return word.length;
  }
  return 0;
}

/** How many characters of the longest trailing word the text ends with; 0 for none. */
export function trailingLength(words: string): number {
  for (const word of trailingByLast.get(words.charCodeAt(words.length - 1)) ?? []) {
    if (words.endsWith(word)) return word.length;
  }
  return 0;
}

/** Longest first within a group. */
function groupBy(
  words: readonly string[],
  keyOf: (word: string) => number,
): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const group = groups.get(keyOf(word));
    if (group) group.push(word);
    else groups.set(keyOf(word), [word]);
  }
  return groups;
}
