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
  outdated: { zh: '文本已经改动', en: 'the text has changed' },
  fixAll: { zh: '修复本文件中所有可以确定的问题', en: 'Fix everything certain in this file' },
  header: { zh: '报告信息', en: 'Header' },
  level: { zh: '级别', en: 'Level' },
  confidence: { zh: '把握', en: 'Confidence' },
  catalogue: { zh: '目录编号', en: 'Catalogue' },
  source: { zh: '依据', en: 'Ground' },
  options: { zh: '选项', en: 'Options' },
  byDefault: { zh: '默认 {value}', en: 'default {value}' },
  badExample: { zh: '有问题的写法', en: 'Has a finding' },
  goodExample: { zh: '没有问题的写法', en: 'Has none' },
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  off: { zh: '关闭', en: 'off' },
  confidenceH: { zh: '确定（官方规定或算术）', en: 'certain (an official text, or arithmetic)' },
  confidenceM: { zh: '一般如此，有合法例外', en: 'nearly always; lawful exceptions exist' },
  confidenceL: { zh: '仅供参考', en: 'a hint' },
  colon: { zh: '：', en: ': ' },
  listSeparator: { zh: '、', en: ', ' },
} as const satisfies Readonly<Record<string, Localised>>;

export type MessageKey = keyof typeof table;

/** A message in one language, its `{places}` filled in. */
export type Say = (key: MessageKey, data?: Readonly<Record<string, string>>) => string;

export function sayIn(language: Language): Say {
  return (key, data = {}) => fillMessage(table[key], data)[language];
}
