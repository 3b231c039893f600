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
} as const satisfies Readonly<Record<string, Localised>>;

export type MessageKey = keyof typeof table;

/** A message in one language, its `{places}` filled in. */
export type Say = (key: MessageKey, data?: Readonly<Record<string, string>>) => string;

export function sayIn(language: Language): Say {
  return (key, data = {}) => fillMessage(table[key], data)[language];
}
