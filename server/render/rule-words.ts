/** The words around a rule's own: what its page, its entry in the documents and `gouji explain` have in common. */
import type { Level, Localised } from '../report/identifiers.ts';
import type { RuleMetadata } from '../rules/rule.ts';

export const ruleWords = {
  level: { zh: '级别', en: 'Level' },
  confidence: { zh: '把握', en: 'Confidence' },
  catalogue: { zh: '目录编号', en: 'Catalogue' },
  source: { zh: '依据', en: 'Ground' },
  options: { zh: '选项', en: 'Options' },
  byDefault: { zh: '默认', en: 'default' },
  badExample: { zh: '有问题的写法', en: 'Has a finding' },
  goodExample: { zh: '没有问题的写法', en: 'Has none' },
  colon: { zh: '：', en: ': ' },
  listSeparator: { zh: '、', en: ', ' },
} as const satisfies Readonly<Record<string, Localised>>;

export const levelWords: Readonly<Record<Level, Localised>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  off: { zh: '关闭', en: 'off' },
};

export const confidenceWords: Readonly<Record<RuleMetadata['confidence'], Localised>> = {
  H: { zh: '确定（官方规定或算术）', en: 'certain (an official text, or arithmetic)' },
  M: { zh: '一般如此，有合法例外', en: 'nearly always; lawful exceptions exist' },
  L: { zh: '仅供参考', en: 'a hint' },
};
