import { BLANK_CLASS } from './characters.ts';

/**
 * Patterns of the tokens that most reports hold, as sources of regular expressions. They stand apart from the tokens so that
 * `plain-lines.ts`, which reads with the same patterns, needs no lexer.
 */

export const DIGITS = '0-9\\uff10-\\uff19';

/** Keys of the header; blanks may stand inside them. */
export const HEADER_KEYS = [
  '报告',
  '名称',
  '简称',
  '年度',
  '金额单位',
  '版式',
  '科目',
  '日期',
  '上年',
  '下级',
] as const;
export const HEADER_KEY = HEADER_KEYS.map((key) => [...key].join(`[${BLANK_CLASS}]*`)).join('|');

/** Between a key of the header and its value. */
export const HEADER_COLON = `[${BLANK_CLASS}]*[:\\uff1a]`;

const FOLLOWED_BY_BLANK = `(?![^${BLANK_CLASS}|\\uff5c])`;

export const TABLE_WORD = `表(?=[${BLANK_CLASS}])`;
/** `公开01表`, with blanks anywhere inside. */
export const FORM_NUMBER = `公开[${BLANK_CLASS}]*[${DIGITS}]{1,3}[${BLANK_CLASS}]*表${FOLLOWED_BY_BLANK}`;
const MONEY = '(?:人民币)?(?:万元|亿元|元)';
/** `（单位：元）`, `（万元）`. */
export const UNIT_BRACKET = `[(\\uff08][${BLANK_CLASS}]*(?:(?:金额)?单位[${BLANK_CLASS}]*[:\\uff1a][${BLANK_CLASS}]*)?${MONEY}[${BLANK_CLASS}]*[)\\uff09]${FOLLOWED_BY_BLANK}`;
/** What stands before the colon of a table field. */
export const FIELD_KEYWORDS = [
  '金额单位',
  '编制单位',
  '填报单位',
  '单位名称',
  '部门名称',
  '公开部门',
  '公开单位',
  '编制部门',
  '预算单位',
  '预算部门',
  '填报部门',
  '部门(单位)名称',
  '部门（单位）名称',
  '部门（单位）',
  '部门(单位)',
  '部门',
  '单位',
  '填报人及联系方式',
  '填表人及联系方式',
  '填报人',
  '填表人',
  '制表人',
  '审核人',
  '联系人',
  '联系方式',
  '联系电话',
  '填报日期',
  '填表日期',
  '编制日期',
] as const;
export const FIELD_KEYWORD = `(?:${FIELD_KEYWORDS.map((word) =>
  [...word].map((letter) => letter.replace(/[()]/, '\\$&')).join(`[${BLANK_CLASS}]*`),
).join(
  '|',
)})[${BLANK_CLASS}]*(?:[(\\uff08](?:公章|盖章|签章)[)\\uff09][${BLANK_CLASS}]*)?[:\\uff1a]`;
export const DATE_FIELD = `[12\\uff11\\uff12][${DIGITS}]{3}[${BLANK_CLASS}]*年[${BLANK_CLASS}]*[${DIGITS}]{1,2}[${BLANK_CLASS}]*月(?:[${BLANK_CLASS}]*[${DIGITS}]{1,2}[${BLANK_CLASS}]*日)?${FOLLOWED_BY_BLANK}`;
export const YEAR_FIELD = `[(\\uff08]?[12\\uff11\\uff12][${DIGITS}]{3}[${BLANK_CLASS}]*年(?:[${BLANK_CLASS}]*度)?[)\\uff09]?${FOLLOWED_BY_BLANK}`;
/** A run without blanks, or one bracket. */
export const WORD =
  '[\\u0000-\\u0008\\u000e-\\u001f\\u0021-\\u0027\\u002a-\\u007b\\u007d-\\u009f\\u00a1-\\u1fff\\u200c-\\u2027\\u202a-\\u202e\\u2030-\\u205e\\u2060-\\u2fff\\u3001-\\ufefe\\uff00-\\uff07\\uff0a-\\uff5b\\uff5d-\\uffff]+|[()\\uff08\\uff09]';

export const COMMENT_MARK = '//|\\uff0f\\uff0f|、、';
/** Directive words, longest first, and what each silences. */
export const DIRECTIVE_SCOPES = [
  ['gouji-disable-next-line', 'next-line'],
  ['gouji-disable-line', 'line'],
  ['gouji-disable', 'begin'],
  ['gouji-enable', 'end'],
  ['免核下一行', 'next-line'],
  ['免核本行', 'line'],
  ['免核开始', 'begin'],
  ['免核结束', 'end'],
] as const;
