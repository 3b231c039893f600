/** Figures of the text that their author bound to an expression. */
import { type BindingJudgement, placeOfBinding } from '../reconcile/bindings.ts';
import type { RuleId } from '../report/identifiers.ts';
import { anyDisputed } from './disputed.ts';
import { exampleHead, exampleTable as table } from './identity-rule.ts';
import { placeOf, printedText } from './identity-words.ts';
import { verbatim } from './message.ts';
import type { Fix, RuleContext, RuleFamily, RuleMetadata } from './rule.ts';

const language = { zh: 'gouji 语言：绑定', en: 'The language: bindings' };
const visits = table('接待情况', ['项目', '上年', '本年'], '批次 12 15', '人次 80 96');
const rate = '增幅(接待情况[人次].本年, 接待情况[人次].上年)';

const metadata: readonly RuleMetadata[] = [
  {
    id: 'binding/wrong',
    catalogue: [],
    confidence: 'H',
    level: 'error',
    title: { zh: '绑定的数不符', en: 'Bound figure is wrong' },
    description: {
      zh: '`[数字](表达式)` 里的数与表达式的值不同，四舍五入也不能解释。比率按分子分母四舍五入允许的整个范围核对。',
      en: 'The figure of `[figure](expression)` is not what its expression gives, and rounding does not explain it. A rate is checked against the whole range that its figures allow.',
    },
    source: language,
    messages: {
      wrong: {
        zh: '写作 {printed}，按绑定的表达式应为 {expected}，实差 {difference}',
        en: '{printed} is printed; its expression gives {expected}, the difference is {difference}',
      },
      unreadable: {
        zh: '「{printed}」不是能读出的数，按绑定的表达式应为 {expected}',
        en: '"{printed}" is no readable number; its expression gives {expected}',
      },
    },
    options: {},
    bad: `${exampleHead}${visits}接待人次比上年增长[25.00%](${rate})。\n`,
    good: `${exampleHead}${visits}接待人次比上年增长[20.00%](${rate})。\n`,
  },
  {
    id: 'binding/rounding',
    catalogue: ['R4', 'R10'],
    confidence: 'H',
    level: 'info',
    title: { zh: '绑定的数舍入有异', en: 'Bound figure rounded otherwise' },
    description: {
      zh: '绑定的数与表达式只差在舍入的方式：直接截去了小数，或者小数位比通常少。',
      en: 'A bound figure differs from its expression only by how it was rounded: cut off, or with fewer decimals than usual.',
    },
    source: language,
    messages: {
      truncated: {
        zh: '写作 {printed}，按表达式四舍五入应为 {expected}（这里像是直接截去了小数）',
        en: '{printed} is printed; rounded it is {expected} (it looks cut off)',
      },
      coarse: {
        zh: '写作 {printed}，小数位比通常少，只有按更粗的四舍五入才与表达式相符',
        en: '{printed} has fewer decimals than usual; only coarser rounding makes it agree with its expression',
      },
    },
    options: {},
    bad: `${exampleHead}${visits}人均批次为[16.66%](接待情况[批次].本年 / 90)。\n`.replace(
      '/ 90',
      '/ 90',
    ),
    good: `${exampleHead}${visits}人均批次为[16.67%](接待情况[批次].本年 / 90)。\n`,
  },
  {
    id: 'binding/fill-in',
    catalogue: [],
    confidence: 'H',
    level: 'info',
    title: { zh: '可以填入的数', en: 'Figure to fill in' },
    description: {
      zh: '`[](表达式)` 要求填入表达式的值；修复会把它写进方括号。',
      en: '`[](expression)` asks for the value of its expression; the fix writes it into the brackets.',
    },
    source: language,
    messages: {
      'fill-in': { zh: '这里应填 {expected}', en: 'The figure here is {expected}' },
    },
    options: {},
    bad: `${exampleHead}${visits}接待人次比上年增长[](${rate})。\n`,
    good: `${exampleHead}${visits}接待人次比上年增长[20.00%](${rate})。\n`,
  },
];

const ruleOf: Readonly<Partial<Record<BindingJudgement['verdict'], RuleId>>> = {
  wrong: 'binding/wrong',
  unreadable: 'binding/wrong',
  truncated: 'binding/rounding',
  coarse: 'binding/rounding',
  asked: 'binding/fill-in',
};

export const bindingFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    for (const judgement of context.bindings) {
      const rule = ruleOf[judgement.verdict];
      if (rule !== undefined) add(context, rule, judgement);
    }
  },
};

function add(context: RuleContext, rule: RuleId, judgement: BindingJudgement): void {
  const { binding, verdict, expected, replacement, difference, places } = judgement;
  const { figure } = binding;
  const text = context.report.tree.text.slice(figure.start, figure.end);
  const change: Fix | undefined =
    replacement === undefined
      ? undefined
      : {
          title:
            verdict === 'asked'
              ? { zh: `填入 ${replacement}`, en: `Fill in ${replacement}` }
              : { zh: `改为 ${replacement}`, en: `Change to ${replacement}` },
          edits: [{ start: figure.start, end: figure.end, text: replacement }],
        };
  // What is worked out from figures that contradict others is no more certain than these are.
  const isCertain = verdict === 'asked' && !anyDisputed(context, places);
  context.add(
    rule,
    verdict === 'asked' ? 'fill-in' : verdict,
    placeOfBinding(binding),
    { printed: text, expected: expected ?? verbatim('…'), difference },
    {
      related: places
        .filter(({ cell }) => cell !== undefined)
        .slice(0, 12)
        .map((place) => {
          const { zh, en } = placeOf(place, true);
          const value = printedText(place);
          return {
            ...place.range,
            message: { zh: `${zh} ${value}`, en: `${en} ${value}` },
            report: place.report?.name,
          };
        }),
      fix: isCertain ? change : undefined,
      suggestions: isCertain || change === undefined ? [] : [change],
    },
  );
}
