/** The author's own checks: 核对 左 = 右. */
import type { Relation } from '../../grammar/syntax-tree.ts';
import { printUnits, unitExponent } from '../reconcile/amount.ts';
import {
  type AssertionFailure,
  type AssertionJudgement,
  judgeAssertions,
} from '../reconcile/assertions.ts';
import { type Fraction, roundedUnits } from '../reconcile/fraction.ts';
import { pointOf } from '../reconcile/linear-fraction.ts';
import type { Localised } from '../report/identifiers.ts';
import { exampleHead, exampleTable as table } from './identity-rule.ts';
import { placeOf, printedText } from './identity-words.ts';
import { verbatim } from './message.ts';
import type { Related, RuleContext, RuleFamily, RuleMetadata } from './rule.ts';

const language = { zh: 'gouji 语言：核对', en: 'The language: assertions' };
const visits = table('接待情况', ['项目', '上年', '本年'], '批次 12 15', '人次 80 96');

const metadata: readonly RuleMetadata[] = [
  {
    id: 'assertion/broken',
    catalogue: [],
    confidence: 'H',
    level: 'error',
    title: { zh: '核对不符', en: 'Assertion does not hold' },
    description: {
      zh: '作者自己写的「核对」不成立，四舍五入（或所写的容差）也不能解释。引用整栏时每一行都核对，一条核对只报一次。',
      en: 'An assertion of the author does not hold and neither rounding nor the stated tolerance explains it. Over whole columns each row is judged; one assertion is one finding.',
    },
    source: language,
    messages: {
      broken: {
        zh: '核对不符{row}{note}：左边 {left}，右边 {right}，应{relation}；实差 {difference}，允许 {allowed}{more}',
        en: 'The assertion does not hold{row}{note}: left side {left}, right side {right}, it should be {relation}; the difference is {difference}, {allowed} is allowed{more}',
      },
    },
    options: {},
    bad: `${exampleHead}${visits}核对 接待情况[人次].本年 = 接待情况[人次].上年 + 接待情况[批次].本年\n`,
    good: `${exampleHead}${visits}核对 接待情况.上年 ≤ 接待情况.本年\n`,
  },
  {
    id: 'assertion/not-checked',
    catalogue: [],
    confidence: 'H',
    level: 'info',
    title: { zh: '核对没有执行', en: 'Assertion not checked' },
    description: {
      zh: '「核对」用到的表、上年或下级报告不在手头，或者所指的格子空着、读不出数，因此没有核对。没有核对不等于相符。',
      en: "A table, last year's or a unit's report that an assertion needs is not at hand, or a cell is blank or no number: nothing was checked. Not checked is not the same as correct.",
    },
    source: language,
    messages: {
      'not-checked': { zh: '这条核对没有执行：{why}', en: 'This assertion was not checked: {why}' },
    },
    options: {},
    bad: `${exampleHead}${visits}核对 上年.接待情况[批次].本年 = 接待情况[批次].上年\n`,
    good: `${exampleHead}${visits}核对 接待情况[批次].本年 = 15\n`,
  },
];

export const assertionFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    if (context.report.tree.assertions.length === 0) return;
    for (const judgement of judgeAssertions(context)) {
      const [first] = judgement.failures;
      if (first !== undefined) reportBroken(context, judgement, first);
      const unchecked = judgement.troubles.find(({ trouble }) =>
        ['absent', 'blank', 'unreadable'].includes(trouble),
      );
      if (unchecked !== undefined) {
        context.add('assertion/not-checked', 'not-checked', judgement.line, {
          why: unchecked.message,
        });
      }
    }
  },
};

function reportBroken(
  context: RuleContext,
  { line, failures }: AssertionJudgement,
  first: AssertionFailure,
): void {
  const { instance, left, right, dimension } = first;
  const show = (value: Fraction): string => print(value, dimension, context, first);
  const name = [instance.label, instance.column?.name ?? '']
    .filter((part) => part !== '')
    .join(' 的');
  const more: Localised =
    failures.length === 1
      ? verbatim('')
      : {
          zh: `；另有 ${failures.length - 1} 处不符`,
          en: `; ${failures.length - 1} more rows fail`,
        };
  context.add(
    'assertion/broken',
    'broken',
    line,
    {
      row: name === '' ? verbatim('') : { zh: `（${name}）`, en: ` (${name})` },
      note: line.explanation === undefined ? verbatim('') : verbatim(`“${line.explanation.value}”`),
      left: show(pointOf(left.number)),
      right: show(pointOf(right.number)),
      relation: relationWords[line.relation ?? '='],
      difference: show(first.difference),
      allowed: show(first.allowed),
      more,
    },
    { related: relatedTo(failures) },
  );
}

const relationWords: Readonly<Record<Relation, Localised>> = {
  '=': { zh: '相等', en: 'equal' },
  '≠': { zh: '不等', en: 'different' },
  '≤': { zh: '不大于右边', en: 'at most the right side' },
  '≥': { zh: '不小于右边', en: 'at least the right side' },
  '<': { zh: '小于右边', en: 'less than the right side' },
  '>': { zh: '大于右边', en: 'more than the right side' },
};

function relatedTo(failures: readonly AssertionFailure[]): Related[] {
  const list: Related[] = [];
  const seen = new Set<object>();
  for (const { places } of failures) {
    for (const place of places) {
      if (seen.has(place.base) || place.cell === undefined) continue;
      seen.add(place.base);
      if (list.length >= 12) return list;
      const { zh, en } = placeOf(place, true);
      const value = printedText(place);
      const message = { zh: `${zh} ${value}`, en: `${en} ${value}` };
      list.push({ ...place.range, message, report: place.report?.name });
    }
  }
  return list;
}

/** As finely as the figures behind it, in the report's unit. */
function print(
  value: Fraction,
  dimension: string,
  { report }: RuleContext,
  { places }: AssertionFailure,
): string {
  const unit = dimension === '元' ? report.header.unit : dimension === 'ratio' ? '%' : '';
  const finest = Math.max(0, ...places.map(({ figure }) => figure?.decimals ?? 0));
  let decimals = dimension === 'ratio' ? 2 : finest;
  const exponent = unitExponent(unit);
  // A tolerance may be finer than the figures.
  for (let more = 0; more < 4 && !isWhole(value, decimals - exponent); more++) decimals++;
  if (!isWhole(value, decimals - exponent)) decimals -= 4;
  const units = roundedUnits(value, decimals - exponent);
  const word =
    dimension === 'bare' || dimension === '元' || dimension === 'ratio' ? unit : dimension;
  return `${printUnits(Number(units), decimals)}${word}`;
}

function isWhole({ over, under }: Fraction, decimals: number): boolean {
  return decimals >= 0
    ? (over * 10n ** BigInt(decimals)) % under === 0n
    : over % (under * 10n ** BigInt(-decimals)) === 0n;
}
