/** Broken identities in words: what is printed, what the identity gives, the difference, what rounding allows. */
import type { Range } from '../../grammar/syntax-tree.ts';
import { printUnits } from '../reconcile/amount.ts';
import { isBroken, type Outcome, type Term } from '../reconcile/constraint.ts';
import { onGrid } from '../reconcile/localise/candidates.ts';
import {
  type CellCulprit,
  isUndecided,
  type StructuralFault,
} from '../reconcile/localise/explanation.ts';
import { solve } from '../reconcile/localise/solve.ts';
import { undisputedIn } from '../reconcile/undisputed.ts';
import type { Localised, RuleId } from '../report/identifiers.ts';
import type { Row } from '../report/model.ts';
import {
  alternativesText,
  fixOf,
  followerText,
  possibleText,
  togetherText,
} from './change-words.ts';
import { groupsInColumn } from './digit-groups.ts';
import {
  formulaOf,
  identityOf,
  measures,
  messageOf,
  placeOf,
  placeOfOutcome,
  printedText,
  shown,
} from './identity-words.ts';
import { verbatim } from './message.ts';
import { reasonOf } from './reason.ts';
import { changeOf, plainText, repairsOf, trimmed } from './repair.ts';
import type { Finding, Fix, MessageData, Related, RuleContext } from './rule.ts';
import { slipOrNeighbour, slipText } from './slip-words.ts';
import { structureText } from './structure-words.ts';

/** Messages shared by every rule that reports a broken identity. */
export const breachMessages = {
  culprit: {
    zh: '{place} 写作 {printed}，应为 {expected}：{reasons}指向 {expected}{slip}{after}。勾稽：{formula}；尾差至多 {allowed}，实差 {difference}{others}',
    en: '{place} is {printed}; it should be {expected}: {reasons} say {expected}{slip}{after}. Identity: {formula}; rounding explains at most {allowed}, the difference is {difference}{others}',
  },
  sum: {
    zh: '{place} 写作 {printed}，{reason}为 {expected}，实差 {difference}，尾差至多 {allowed}{slip}。勾稽：{formula}；请核对合计与各部分',
    en: '{place} is {printed}, but {reason} is {expected}: the difference is {difference}, rounding explains at most {allowed}{slip}. Identity: {formula}. Check the total and its parts',
  },
  same: {
    zh: '{place} 写作 {printed}，{other} 写作 {expected}，两处应当相同，实差 {difference}{slip}。勾稽：{formula}；请核对哪一处有误',
    en: '{place} is {printed} and {other} is {expected}; they must be the same, the difference is {difference}{slip}. Identity: {formula}. See which one is wrong',
  },
  sides: {
    zh: '{place} 所在的勾稽不成立：左边 {printed}，右边 {expected}，实差 {difference}，尾差至多 {allowed}{slip}。勾稽：{formula}；请核对各数',
    en: 'An identity over {place} does not hold: left side {printed}, right side {expected}, the difference is {difference}, rounding explains at most {allowed}{slip}. Identity: {formula}. Check its figures',
  },
  structure: {
    zh: '{what}：这样理解，{count} 处不符的勾稽都成立。例如 {formula}，实差 {difference}，尾差至多 {allowed}；请核对',
    en: '{what}: understood so, {count} identities that fail hold. One of them: {formula}, off by {difference}, rounding explains at most {allowed}. Check it',
  },
  bound: {
    zh: '{place} 写作 {printed}，大于 {other} 的 {expected}，多出 {difference}，尾差至多 {allowed}{slip}。勾稽：{formula}；部分不应大于全部，请核对两处',
    en: '{place} is {printed}, more than the {expected} of {other} by {difference}; rounding explains at most {allowed}{slip}. Identity: {formula}. A part cannot exceed the whole; check both',
  },
} as const satisfies Readonly<Record<string, Localised>>;

/** Reports the broken identities that belong to these rules. */
export function reportBreaches(context: RuleContext, rules: ReadonlySet<RuleId>): void {
  const { culprits, unexplained } = context.explanation;
  for (const culprit of culprits) {
    if (culprit.fact.kind !== 'cell' || culprit.doubtful) continue;
    const first = leadOf(culprit as CellCulprit);
    const identity = first && identityOf(first);
    if (identity === undefined || !rules.has(identity.rule)) continue;
    reportCulprit(context, identity.rule, culprit as CellCulprit);
  }
  reportStructures(context, rules);
  for (const group of byCause(unexplained)) {
    const [first, ...rest] = group;
    const rule = first && identityOf(first)?.rule;
    if (first !== undefined && rule !== undefined && rules.has(rule)) {
      // The limit was reached: the finding says that it is no more than its identity.
      const also = context.explanation.exhausted ? GIVEN_UP : undefined;
      reportOutcome(context, rule, first, { rest, ...(also && { also }) });
    }
  }
}

/**
 * One cause often shows in several columns of a row, and a table that was made for other figures differs from another by
 * the same amount in many places: one finding each.
 */
function byCause(outcomes: readonly Outcome[]): Outcome[][] {
  const groups: Outcome[][] = [];
  const byRow = new Map<Row, Map<string, Outcome[]>>();
  const byDifference = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const identity = identityOf(outcome);
    if (identity === undefined || outcome.verdict === 'unit-slip') continue;
    const row = placeOfOutcome(outcome)?.row;
    const ofRow = (row && byRow.get(row)) ?? new Map<string, Outcome[]>();
    const gap = Math.abs(outcome.difference) * 10 ** outcome.exponent;
    const between = identity.strictness === 'sum' ? undefined : `${identity.rule} ${gap}`;
    const group =
      ofRow.get(identity.rule) ?? (between === undefined ? undefined : byDifference.get(between));
    const target = group ?? [];
    if (group === undefined) groups.push(target);
    target.push(outcome);
    ofRow.set(identity.rule, target);
    if (row !== undefined) byRow.set(row, ofRow);
    if (between !== undefined) byDifference.set(between, target);
  }
  return groups;
}

/** Reports what happened to many cells at once, as far as these rules speak of it. */
export function reportStructures(context: RuleContext, rules: ReadonlySet<RuleId>): void {
  for (const fault of context.explanation.structures) {
    const [first] = fault.repaired.outcomes;
    const identity = first && identityOf(first);
    const rule = fault.kind === 'other-unit' ? 'unit/slip' : identity?.rule;
    if (rule !== undefined && rules.has(rule)) reportStructure(context, rule, fault);
  }
}

/** Reports what happened to many cells at once, where the first of them stands. */
function reportStructure(context: RuleContext, rule: RuleId, fault: StructuralFault): void {
  const { changes, repaired } = fault;
  const first = changes.reduce((a, b) => (b.fact.start < a.fact.start ? b : a));
  const [outcome] = repaired.outcomes;
  if (first.fact.kind !== 'cell' || outcome === undefined) return;
  const { term } = first.fact;
  const count = repaired.outcomes.length + repaired.claims.length;
  const { name } = term.table.syntax.startLine;
  const range = fault.kind === 'other-unit' ? name : first.fact.cell.range;
  context.add(
    rule,
    'structure',
    range,
    {
      what: structureText(fault),
      count,
      formula: formulaOf(outcome),
      ...measures(outcome),
    },
    {
      related: relatedTo(repaired.outcomes, term),
      // Where the unit is wrong the head is to be changed, not the figures.
      suggestions:
        fault.kind === 'other-unit' ? [] : [fixOf(context, changes)].flatMap((fix) => fix ?? []),
    },
  );
}

/** Reports a cell by a rule that has the messages of `breachMessages`. */
export function reportCulprit(context: RuleContext, rule: RuleId, culprit: CellCulprit): void {
  const { fact, value, repaired, alternatives, together, followers } = culprit;
  const { term } = fact;
  const own = [{ fact, value }, ...together, ...followers];
  const { outcomes, claims } = repaired;
  const first = leadOf(culprit);
  if (first === undefined) return;
  const suggestions = [own, ...alternatives].flatMap((changes) => fixOf(context, changes) ?? []);
  if (isUndecided(culprit) && outcomes.length > 0) {
    const also = possibleText(context, [own, ...alternatives]);
    const rest = outcomes.slice(1);
    reportOutcome(context, rule, first, { rest, at: fact.cell.range, suggestions, also });
    return;
  }
  const expected = plainText(term, value.units, value.decimals);
  const reasons = distinct([
    ...outcomes.map((outcome) => reasonOf(outcome, term)),
    ...(claims.length === 0 ? [] : [{ zh: '正文', en: 'the text' }]),
  ]);
  const data: MessageData = {
    place: placeOf(term, outcomes.some(isBetween)),
    printed: printedText(term),
    expected,
    reasons: {
      zh: `${reasons.map(({ zh }) => zh).join('、')}${reasons.length > 1 ? `${count(reasons.length)}处都` : ''}`,
      en: reasons.map(({ en }) => en).join(', '),
    },
    slip: slipOrNeighbour(culprit),
    formula: formulaOf(first),
    ...measures(first),
    difference: printUnits(
      ...trimmed(Math.abs(fact.printed.units - value.units), value.decimals, term.column.decimals),
      groupsInColumn(term),
    ),
    after: culprit.afterOthers
      ? { zh: '（前面指出的数改正之后）', en: ' (once the figures named before are put right)' }
      : verbatim(''),
    others: alternativesText(context, alternatives),
  };
  const certain = undisputedIn(context).certainTotal(term);
  const isCertain =
    certain?.units === value.units &&
    certain.decimals === value.decimals &&
    together.length + followers.length === 0;
  context.add(rule, 'culprit', term.range, data, {
    related: [
      ...relatedTo(outcomes, term),
      ...relatedClaims(context, claims),
      ...followers.flatMap((one) => followerText(context, one)),
    ],
    ...asOffered(suggestions, isCertain),
    also: togetherText(context, together),
  });
}

/** The broken identity that a culprit is reported by: one that by itself asks for its value, where there is one. */
function leadOf(culprit: CellCulprit): Outcome | undefined {
  const { outcomes } = culprit.repaired;
  const broken = outcomes.filter(isBroken);
  const candidates = broken.length === 0 ? outcomes : broken;
  return candidates.find((outcome) => asksFor(outcome, culprit)) ?? candidates[0];
}

/** Whether an identity by itself asks for the value that a culprit must have. */
function asksFor(identity: Outcome, { fact, value }: CellCulprit): boolean {
  const solution = solve({ identity, claim: undefined, none: undefined }, fact);
  return solution !== undefined && onGrid(fact, solution.point) === value.units;
}

/** The sentences that bear a culprit out. */
function relatedClaims(context: RuleContext, claims: readonly number[]): Related[] {
  return claims.slice(0, 4).flatMap((index) => {
    const claim = context.claimOutcomes[index]?.claim;
    if (claim === undefined) return [];
    const { start, end } = 'figure' in claim ? claim.figure : claim;
    return [{ start, end, message: verbatim(context.report.tree.text.slice(start, end)) }];
  });
}

/** Reports a broken identity by a rule that has the messages of `breachMessages`; `rest` breaks for the same cause. */
export function reportOutcome(
  context: RuleContext,
  rule: RuleId,
  outcome: Outcome,
  more: {
    readonly rest?: readonly Outcome[];
    readonly suggestions?: readonly Fix[];
    readonly at?: Range;
    readonly also?: Localised;
  } = {},
): void {
  const { constraint } = outcome;
  const place = placeOfOutcome(outcome);
  if (place === undefined) return;
  const { rest = [], suggestions, at = place.range } = more;
  const isEquation = isBroken(outcome) && constraint.relation === '=';
  const repairs =
    suggestions === undefined
      ? ((rest.length === 0 ? repairOfTotal(context, outcome) : undefined) ??
        asOffered(isEquation ? repairsOf(outcome) : [], false))
      : asOffered(suggestions, false);
  context.add(rule, messageOf(outcome), at, breachData(outcome, place), {
    also: more.also,
    related: [...relatedTo([outcome], place), ...rest.flatMap(alsoBroken)],
    ...repairs,
  });
}

/** The repair of a total that alone can be wrong, where it can have one value only. */
function repairOfTotal(
  context: RuleContext,
  { constraint: { left, right } }: Outcome,
): Pick<Finding, 'fix' | 'suggestions'> | undefined {
  const total = left.length === 1 ? left[0] : right.length === 1 ? right[0] : undefined;
  const certain = total && undisputedIn(context).certainTotal(total);
  const fix = certain && changeOf(total, certain.units, certain.decimals);
  return fix && { fix, suggestions: [] };
}

/** Repairs, best first: certain is only the best, and only where nothing else would do. */
function asOffered(
  repairs: readonly Fix[],
  isCertain: boolean,
): Pick<Finding, 'fix' | 'suggestions'> {
  const [first, ...rest] = repairs;
  return isCertain && rest.length === 0
    ? { fix: first, suggestions: [] }
    : { fix: undefined, suggestions: repairs };
}

function alsoBroken(outcome: Outcome): Related[] {
  const place = placeOfOutcome(outcome);
  if (place === undefined) return [];
  const { zh, en } = placeOf(place);
  const { difference } = measures(outcome);
  const printed = printedText(place);
  return [
    {
      ...place.range,
      message: {
        zh: `${zh} ${printed} 也不符，实差 ${difference}`,
        en: `${en} ${printed} does not tie out either, by ${difference}`,
      },
    },
  ];
}

export function breachData(outcome: Outcome, place: Term): MessageData {
  const { constraint, left, right, exponent } = outcome;
  const onRight = constraint.right.includes(place) && !constraint.left.includes(place);
  const [mine, theirs] = onRight ? [right, left] : [left, right];
  const others = onRight ? constraint.left : constraint.right;
  const show = (value: number): string => shown(value, exponent, place);
  const message = messageOf(outcome);
  const mineIsOne = (onRight ? constraint.right : constraint.left).length === 1;
  const other = others.find(({ state }) => state === 'figure') ?? others[0];
  return {
    place: placeOf(place, isBetween(outcome)),
    printed: mineIsOne ? printedText(place) : show(mine),
    expected: message === 'same' && other !== undefined ? printedText(other) : show(theirs),
    other: other === undefined ? verbatim('') : placeOf(other, other.table !== place.table),
    reason: reasonOf(outcome, place),
    slip: message === 'sides' ? verbatim('') : slipText(mine, theirs, place.column.unit),
    formula: formulaOf(outcome),
    ...measures(outcome),
  };
}

function isBetween({ constraint }: Outcome): boolean {
  const table = constraint.left[0]?.table;
  return constraint.right.some((term) => term.table !== table);
}

/** The figures a finding stands on, without its own place. At most twelve. */
function relatedTo(outcomes: readonly Outcome[], place: Term): Related[] {
  const seen = new Set<Term>([place.base]);
  const related: Related[] = [];
  for (const { constraint } of outcomes) {
    for (const term of [...constraint.left, ...constraint.right]) {
      if (seen.has(term.base) || (term.state === 'zero' && term.cell === undefined)) continue;
      if (term.state === 'zero' && constraint.left.length + constraint.right.length > 3) continue;
      seen.add(term.base);
      if (related.length >= 12) return related;
      const { zh, en } = placeOf(term, term.table !== place.table);
      const value = printedText(term);
      related.push({
        ...term.range,
        message: { zh: `${zh} ${value}`, en: `${en} ${value}` },
        report: term.report?.name,
      });
    }
  }
  return related;
}

/** What is said where the search for the wrong figure reached its limit. */
const GIVEN_UP: Localised = {
  zh: '。本报告不符之处太多，没有逐一推算是哪个数有误，这里按单条勾稽列出',
  en: '. Too much in this report does not tie out to work out which figures are wrong; each identity is listed by itself',
};

function distinct(texts: readonly Localised[]): Localised[] {
  return [...new Map(texts.map((text) => [text.zh, text])).values()];
}

function count(number: number): string {
  return (
    ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'][number] ?? String(number)
  );
}
