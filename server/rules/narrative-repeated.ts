/** One change told in several sections: 收支总计 in 一, 财政拨款收支总计 in 四, 一般公共预算 in 五 (N-YOYDIR). */
import type { ChangeClaim, Claim, Operand } from '../claims/claim.ts';
import { figureAt } from '../claims/printed-alike.ts';
import { holds } from '../reconcile/claim-outcome.ts';
import { turned } from '../reconcile/judge-percentage.ts';
import { type Decimal, toDecimal } from '../report/amounts.ts';
import { verbatim } from './message.ts';
import { exampleReport } from './narrative-example.ts';
import { quote, subjectOf } from './narrative-finding.ts';
import type { RuleContext, RuleFamily, RuleMetadata } from './rule.ts';

const first =
  '2023年度收、支总计均为120.50万元。与上年度相比，收、支总计各增加20.50万元，增长20.50%。';

const metadata: readonly RuleMetadata[] = [
  {
    id: 'narrative/repeated-change',
    catalogue: ['N-YOYDIR'],
    confidence: 'M',
    level: 'info',
    title: { zh: '同一增减前后说法不同', en: 'One change told differently' },
    description: {
      zh: '收支总计、财政拨款收支总计、一般公共预算财政拨款支出今年相等时，上年通常也相等，与上年相比的增减也就相同。上年也可能不相等，所以只作提示。',
      en: 'Where the totals of all funds, of the appropriations and of the general budget are equal this year, they mostly were last year, and so changed alike. Last year’s totals may have differed, so this is information.',
    },
    source: { zh: '算术', en: 'Arithmetic' },
    messages: {
      direction: {
        zh: '{subject}与 {other}今年都是 {value}，而与上年相比一处{here}、一处{there}；请核对',
        en: '{subject}and {other}are both {value} this year; against last year the one goes {here} and the other {there}. Check them',
      },
      size: {
        zh: '{subject}与 {other}今年都是 {value}，与上年相比的增减额一处为 {printed}，一处为 {before}；上年两者若也相等，应当相同',
        en: '{subject}and {other}are both {value} this year; they changed by {printed} here and by {before} there. If they were equal last year too, the changes are the same',
      },
    },
    options: {},
    bad: exampleReport(
      '',
      'totals',
      first,
      '2023年度财政拨款收、支总计均为120.50万元。与上年度相比，财政拨款收、支总计各减少20.50万元，下降14.54%。',
    ),
    good: exampleReport(
      '',
      'totals',
      first,
      '2023年度财政拨款收、支总计均为120.50万元。与上年度相比，财政拨款收、支总计各增加20.50万元，增长20.50%。',
    ),
  },
];

interface Told {
  readonly claim: Claim & ChangeClaim;
  readonly value: Decimal;
  readonly group: string;
}

export const narrativeRepeatedFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    const groups = groupsOf(context);
    const told: Told[] = [];
    for (const { claim, verdict } of context.claimOutcomes) {
      if (claim.kind !== 'change' || claim.against !== 'last-year') continue;
      if (verdict !== 'unknown' && !holds(verdict)) continue;
      const { figure } = claim;
      const group = groups.get(figure.subject ?? '');
      if (group === undefined || figure.closeness !== 'exact') continue;
      const value = valueOfOperand(claim.current);
      if (value === undefined) continue;
      const before = told.find((one) => one.group === group && one.value.equals(value));
      if (before && before.claim.figure.subject !== figure.subject) compare(context, before, claim);
      else told.push({ claim, value, group });
    }
  },
};

const groups = new WeakMap<RuleContext['profile'], ReadonlyMap<string, string>>();

function groupsOf({ profile }: RuleContext): ReadonlyMap<string, string> {
  let found = groups.get(profile);
  if (!found) {
    found = new Map(
      profile.narrative.flatMap(({ subjects }) =>
        subjects.flatMap(({ name, alike }) =>
          alike === undefined ? [] : [[name, alike] as const],
        ),
      ),
    );
    groups.set(profile, found);
  }
  return found;
}

function valueOfOperand(operand: Operand): Decimal | undefined {
  const figure = operand.kind === 'place' ? figureAt(operand.place) : operand.figure.number;
  return figure && toDecimal(figure);
}

function compare(context: RuleContext, before: Told, claim: Claim & ChangeClaim): void {
  const { figure } = claim;
  const other = before.claim.figure;
  const here = turned(claim.direction, figure);
  const there = turned(before.claim.direction, other);
  const isOpposite = here !== there && figure.number.units !== 0 && other.number.units !== 0;
  const isSame = toDecimal(figure.number).abs().equals(toDecimal(other.number).abs());
  if (!isOpposite && isSame) return;
  const words = (direction: typeof here) =>
    direction === 'up' ? { zh: '增加', en: 'up' } : { zh: '减少', en: 'down' };
  const current = claim.current;
  const value =
    current.kind === 'figure' ? quote(context, current.figure) : `${before.value.toString()}元`;
  context.add(
    'narrative/repeated-change',
    isOpposite ? 'direction' : 'size',
    figure,
    {
      subject: subjectOf(figure),
      other: subjectOf(other),
      value,
      here: words(here),
      there: words(there),
      printed: quote(context, figure),
      before: quote(context, other),
    },
    {
      related: [
        {
          start: other.start,
          end: other.end,
          message: verbatim(`${subjectOf(other)}${quote(context, other)}`),
        },
      ],
    },
  );
}
