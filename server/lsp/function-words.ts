/** The functions of the expression language: parameters and meaning, for hovers and completions. */
import type { Language, Localised } from '../report/identifiers.ts';
import { code, paragraphs } from './markdown.ts';

export interface FunctionWords {
  /** Names of the parameters as they are written: 本年, 上年. */
  readonly parameters: readonly string[];
  readonly meaning: Localised;
}

export const functionWords: Readonly<Record<string, FunctionWords>> = {
  合计: {
    parameters: ['表达式'],
    meaning: {
      zh: '各项之和；引用整栏时把各行相加。',
      en: 'The sum; of a whole column, of its rows.',
    },
  },
  占比: {
    parameters: ['部分', '整体'],
    meaning: { zh: '部分 ÷ 整体。', en: 'Part ÷ whole.' },
  },
  增幅: {
    parameters: ['本年', '上年'],
    meaning: { zh: '（本年 − 上年）÷ 上年。', en: '(this year − last year) ÷ last year.' },
  },
  增减额: {
    parameters: ['本年', '上年'],
    meaning: { zh: '本年 − 上年。', en: 'This year − last year.' },
  },
  完成率: {
    parameters: ['决算', '预算'],
    meaning: { zh: '决算 ÷ 预算。', en: 'Outturn ÷ budget.' },
  },
  绝对值: {
    parameters: ['值'],
    meaning: { zh: '不计正负。', en: 'Without its sign.' },
  },
  较大: {
    parameters: ['甲', '乙'],
    meaning: { zh: '其中最大的。', en: 'The largest of them.' },
  },
  较小: {
    parameters: ['甲', '乙'],
    meaning: { zh: '其中最小的。', en: 'The smallest of them.' },
  },
  个数: {
    parameters: ['引用'],
    meaning: { zh: '印了数的行数。', en: 'How many rows print a figure.' },
  },
  四舍五入: {
    parameters: ['值', '位数'],
    meaning: {
      zh: '保留这么多位小数，按报告的金额单位。',
      en: "Rounded to so many decimals, in the report's unit of money.",
    },
  },
};

/** Undefined for a name that is no function. */
export function functionMarkdown(
  name: string,
  value: string | undefined,
  language: Language,
): string | undefined {
  const words = functionWords[name];
  if (words === undefined) return undefined;
  return paragraphs(
    code(`${name}(${words.parameters.join(', ')})`),
    words.meaning[language],
    value === undefined ? undefined : `= ${code(value)}`,
  );
}
