/** What the server itself says, beside the findings of the rules. */
import type { Language, Localised } from '../report/identifiers.ts';
import { fillMessage } from '../rules/message.ts';

const table = {
  failed: {
    zh: '检查本报告时程序出错（{reason}），没有检查结果。这是 gouji 的故障，不是报告的问题；请把报告和这条消息发给维护者',
    en: 'The program failed on this report ({reason}) and has no findings. This is a fault of gouji and not of the report; please send the report and this message to its maintainers',
  },
  configurationUnusable: {
    zh: '配置文件 {file} 有误，改正之前不检查本报告：{reason}',
    en: 'Not checked: the configuration {file} cannot be used until this is mended: {reason}',
  },
  configurationHere: { zh: '配置有误之处', en: 'what is wrong in the configuration' },
  passedOver: {
    zh: '工作区太大，没有全部读入：另有报告 {reports} 份、文件夹 {folders} 个。没有读入的报告打开时照常检查，但不参加别的报告的上年、下级核对',
    en: 'The workspace is too large to be read whole: {reports} more reports and {folders} more folders were not read. Such a report is checked once it is open, but takes no part as last year or as a unit of another',
  },
  outdated: { zh: '文本已经改动', en: 'the text has changed' },
  fixAll: { zh: '修复本文件中所有可以确定的问题', en: 'Fix everything certain in this file' },
  fixRule: { zh: '修复本文件中所有「{rule}」', en: 'Fix every "{rule}" in this file' },
  silence: {
    zh: '免核这一行的「{rule}」并写明理由',
    en: 'Silence "{rule}" on this line, with a reason',
  },
  lastYear: { zh: '上年报告：', en: "Last year's report: " },
  noLastYear: {
    zh: '手头没有上年报告：与上年相比的数只在本报告之内核对',
    en: 'No report of last year is at hand: what is said of it is checked within this report only',
  },
  unitsAtHand: {
    zh: '参加核对的单位报告 {count} 份',
    en: 'Reports of units that take part: {count}',
  },
  bindByHand: {
    zh: '绑定到一个表达式：写明这个数从哪里来',
    en: 'Bind to an expression: say where this figure comes from',
  },
  header: { zh: '报告信息', en: 'Header' },
  colon: { zh: '：', en: ': ' },
  comma: { zh: '，', en: ', ' },
  line: { zh: '第 {line} 行', en: 'line {line}' },
  // Figures and cells
  interval: { zh: '取整区间 [{low}, {high}]', en: 'stands for [{low}, {high}]' },
  exactCount: { zh: '计数，没有取整', en: 'a count, not rounded' },
  blank: { zh: '空白，按零计算', en: 'blank, counted as zero' },
  malformed: { zh: '读不成数', en: 'cannot be read as a number' },
  malformedRepair: {
    zh: '读不成数，或为 {repair}',
    en: 'cannot be read as a number; perhaps {repair}',
  },
  asked: { zh: '应填 {value}', en: 'must be {value}' },
  askedUnknown: {
    zh: '勾稽关系定不出这个数',
    en: 'the identities do not determine this figure',
  },
  identities: { zh: '勾稽', en: 'Identities' },
  noIdentities: { zh: '没有勾稽用到这个数', en: 'No identity uses this figure' },
  moreIdentities: { zh: '另有 {count} 条', en: '{count} more' },
  identityHolds: { zh: '相符', en: 'holds' },
  identityRounding: {
    zh: '尾差之内（差 {difference}，尾差至多 {allowed}）',
    en: 'holds within rounding (off by {difference}, rounding explains {allowed})',
  },
  identityBroken: {
    zh: '不符：差 {difference}，尾差至多 {allowed}',
    en: 'broken: off by {difference}, rounding explains {allowed}',
  },
  identityUnknown: { zh: '有数读不出，没有核对', en: 'not checked: a figure cannot be read' },
  allowed: {
    zh: '按各数的取整可为 {low} 至 {high}',
    en: 'its numbers, each rounded by itself, allow {low} to {high}',
  },
  takenFrom: { zh: '出自', en: 'Taken from' },
  usedAt: { zh: '也用在', en: 'Also used at' },
  // Sentences
  verdictVerified: { zh: '相符', en: 'verified' },
  verdictWrong: { zh: '有误', en: 'wrong' },
  verdictStated: { zh: '无从核对', en: 'nothing in the report can confirm it' },
  verdictWaived: { zh: '免核', en: 'waived' },
  verdictUnread: { zh: '未读', en: 'not understood' },
  shouldBe: { zh: '应为 {value}', en: 'should be {value}' },
  // Expressions
  absentValue: { zh: '没有值：{reason}', en: 'no value: {reason}' },
  definition: { zh: '定义', en: 'Definition' },
  unknownName: { zh: '没有这个名称的定义', en: 'Nothing is called so' },
  moreRows: { zh: '共 {count} 行', en: '{count} rows in all' },
  rows: { zh: '{count} 行', en: '{count} rows' },
  // Subjects
  yearsInUse: { zh: '使用年度', en: 'In use' },
  yearsUnknown: { zh: '未考定', en: 'not established' },
  yearsSince: { zh: '{first} 年起', en: 'since {first}' },
  yearsUntil: { zh: '至 {last} 年', en: 'until {last}' },
  yearsBetween: { zh: '{first}–{last} 年', en: '{first}–{last}' },
  unknownSubject: { zh: '科目表里没有这个编码', en: 'No such code in the list of subjects' },
  inThisReport: { zh: '本报告', en: 'In this report' },
  sumOfRows: { zh: '{count} 个下级科目相加', en: 'sum of {count} subjects below' },
  // Completion
  sectionSnippet: { zh: '整节', en: 'whole section' },
  formSnippet: { zh: '整张表', en: 'whole form' },
  tableInReport: { zh: '本报告的表', en: 'table of this report' },
  tableAbsent: { zh: '本报告没有这张表', en: 'not in this report' },
  everyRow: { zh: '每一行', en: 'each row' },
  everyColumn: { zh: '每个金额栏', en: 'each amount column' },
  childRows: { zh: '下级科目各行', en: 'the subjects directly below' },
  levelRows: { zh: '各{level}', en: 'each {level}' },
  function: { zh: '函数', en: 'function' },
  waive: { zh: '免核：不需要核对', en: 'waived: needs no check' },
  lastYearScope: { zh: '上年的报告', en: "last year's report" },
  subordinatesScope: { zh: '下级单位的报告', en: 'the reports of the units' },
  // Lenses
  lensHolding: { zh: '{holding} 条勾稽相符', en: '{holding} identities hold' },
  lensBroken: { zh: '{broken} 条不符', en: '{broken} broken' },
  lensNone: { zh: '没有勾稽', en: 'no identities' },
  lensFigures: {
    zh: '{checked}/{all} 个数字已核对',
    en: '{checked} of {all} figures checked',
  },
  lensWrong: { zh: '{wrong} 个有误', en: '{wrong} wrong' },
  // Rename and links
  openReport: { zh: '打开 {name}', en: 'Open {name}' },
  renameInvalid: {
    zh: '「{name}」不能作名称：要以汉字或字母开头，不含空格和运算符号',
    en: '"{name}" cannot be a name: it must begin with a letter and hold no blanks or operators',
  },
  renameTaken: { zh: '「{name}」已经有别的含义', en: '"{name}" already means something else' },
  renameNothing: {
    zh: '这里没有可以改名的东西：只有用「设」定义的名称和自己的表可以改名',
    en: 'Nothing to rename here: only names given with 设 and tables of your own can be renamed',
  },
} as const satisfies Readonly<Record<string, Localised>>;

export type MessageKey = keyof typeof table;

/** A message in one language, its `{places}` filled in. */
export type Say = (key: MessageKey, data?: Readonly<Record<string, string>>) => string;

export function sayIn(language: Language): Say {
  return (key, data = {}) => fillMessage(table[key], data)[language];
}
