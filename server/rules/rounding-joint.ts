/** Identities that rounding explains one by one and not together (R9). */
import { jointConflictIn } from '../reconcile/joint/identities.ts';
import {
  arithmetic,
  exampleHead,
  exampleSubject as subject,
  exampleTable as table,
} from './identity-rule.ts';
import { formulaOf, placeOf, placeOfOutcome, printedText } from './identity-words.ts';
import { verbatim } from './message.ts';
import type { Related, RuleContext, RuleFamily, RuleMetadata } from './rule.ts';

const form05 = ['科目编码', '科目名称', '小计', '基本支出', '项目支出'];

/** Three classes, each with its rounding difference. */
const classes = [
  ...subject('11.01 10.00 1.00'),
  '208 社会保障和就业支出 22.01 20.00 2.00',
  '20805 行政事业单位养老支出 22.01 20.00 2.00',
  '2080502 事业单位离退休 22.01 20.00 2.00',
  '221 住房保障支出 33.01 30.00 3.00',
  '22102 住房改革支出 33.01 30.00 3.00',
  '2210201 住房公积金 33.01 30.00 3.00',
];

const metadata: readonly RuleMetadata[] = [
  {
    id: 'rounding/joint',
    catalogue: ['R9'],
    confidence: 'H',
    level: 'warning',
    title: { zh: '尾差不能同时成立', en: 'Rounding cannot explain all of it' },
    description: {
      zh: '几处勾稽单看都在尾差之内，但没有一组四舍五入前的金额能使它们同时成立：各数都只可能与印出的相差半个末位。差得很小，但其中必有一个数取整有误。列出的是最小的一组，去掉任何一处，其余都可以成立。印作零或空白的格子允许藏有不足半个末位的金额；有勾稽本身不成立时不作此项核对。',
      en: 'Each of some identities is within rounding, but no amounts behind the printed figures make all of them hold: each figure may be off by half a last place and no more. The difference is small, yet one of the figures was not rounded properly. The set is a minimal one: without any one of them the others can hold. Printed zeros and blanks may hide less than half a last place; where an identity is broken by itself this is not looked into.',
    },
    source: arithmetic,
    messages: {
      together: {
        zh: '{place} 写作 {printed}：{count} 处勾稽各自都在尾差之内，却不可能同时成立：{formulas}。请核对这些数的末位',
        en: '{place} is {printed}: {count} identities are each within rounding and cannot all hold: {formulas}. Check the last places of these figures',
      },
    },
    options: {},
    bad: `${exampleHead}${table('公开05表', form05, '_ 合计 66.01 60.00 6.00', ...classes)}`,
    good: `${exampleHead}${table('公开05表', form05, '_ 合计 66.02 60.00 6.01', ...classes)}`,
  },
];

/** So many identities are told in the message; all of them are related places. */
const MOST_TOLD = 4;

export const roundingJointFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    if (context.level('rounding/joint') === 'off') return;
    context.unlessClean(checkTogether, context.outcomes);
  },
};

function checkTogether(context: RuleContext): void {
  const conflict = jointConflictIn(context.outcomes);
  const [first] = conflict?.members ?? [];
  const place = first && placeOfOutcome(first.outcome);
  if (conflict === undefined || place === undefined) return;
  const outcomes = conflict.members.map(({ outcome }) => outcome);
  const formulas = outcomes.slice(0, MOST_TOLD).map(formulaOf);
  const more = outcomes.length > MOST_TOLD;
  const data = {
    place: placeOf(place),
    printed: printedText(place),
    count: String(outcomes.length),
    formulas: {
      zh: `${formulas.join('；')}${more ? ' ……' : ''}`,
      en: `${formulas.join('; ')}${more ? ' …' : ''}`,
    },
  };
  const related = outcomes.flatMap((outcome): Related[] => {
    const at = placeOfOutcome(outcome);
    if (at === undefined) return [];
    return [{ ...at.range, message: verbatim(formulaOf(outcome)), report: at.report?.name }];
  });
  context.add('rounding/joint', 'together', place.range, data, { related });
}
