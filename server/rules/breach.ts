/** Broken identities in words: what is printed, what the identity gives, the difference, what rounding allows. */
import { decimalsBeside, printUnits, printValue, unitExponent } from '../reconcile/amount.ts';
import { isBroken, type Outcome, type Term } from '../reconcile/constraint.ts';
import { type Culprit, type Explanation, explainBroken } from '../reconcile/shared-culprit.ts';
import { type Slip, slipBetween } from '../reconcile/slip.ts';
import type { Identity } from '../report/form.ts';
import type { Localised, RuleId } from '../report/identifiers.ts';
import { verbatim } from './message.ts';
import { rowTitle, tableNumber } from './quote.ts';
import { reasonOf } from './reason.ts';
import type { FindingDetails, Fix, MessageData, Related, RuleContext } from './rule.ts';

/** Messages shared by every rule that reports a broken identity. */
export const breachMessages: Readonly<Record<string, Localised>> = {
  culprit: {
    zh: '{place} 写作 {printed}，应为 {expected}：{reasons}都指向 {expected}{slip}。勾稽：{formula}；尾差至多 {allowed}，实差 {difference}{others}',
    en: '{place} is {printed}; it should be {expected}: {reasons} all say {expected}{slip}. Identity: {formula}; rounding explains at most {allowed}, the difference is {difference}{others}',
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
  bound: {
    zh: '{place} 写作 {printed}，大于 {other} 的 {expected}，多出 {difference}，尾差至多 {allowed}{slip}。勾稽：{formula}；部分不应大于全部，请核对两处',
    en: '{place} is {printed}, more than the {expected} of {other} by {difference}; rounding explains at most {allowed}{slip}. Identity: {formula}. A part cannot exceed the whole; check both',
  },
};

const explanations = new WeakMap<readonly Outcome[], Explanation>();

/** What explains the broken identities of a report, worked out once for all rules. */
export function explanationOf(context: RuleContext): Explanation {
  let found = explanations.get(context.outcomes);
  if (found === undefined) {
    found = explainBroken(context.outcomes);
    explanations.set(context.outcomes, found);
  }
  return found;
}

/** Reports the broken identities that belong to these rules. */
export function reportBreaches(context: RuleContext, rules: ReadonlySet<RuleId>): void {
  const { culprits, unexplained } = explanationOf(context);
  for (const culprit of culprits) {
    const [first] = culprit.repaired;
    const identity = first && identityOf(first);
    if (identity === undefined || !rules.has(identity.rule)) continue;
    reportCulprit(context, identity, culprit);
  }
  for (const outcome of unexplained) {
    const identity = identityOf(outcome);
    if (identity === undefined || outcome.verdict === 'unit-slip') continue;
    if (rules.has(identity.rule)) reportOutcome(context, identity.rule, outcome);
  }
}

export function identityOf({ constraint }: Outcome): Identity | undefined {
  return 'identity' in constraint.origin ? constraint.origin.identity : undefined;
}

function reportCulprit(context: RuleContext, identity: Identity, culprit: Culprit): void {
  const { term, units, decimals, repaired, alternatives } = culprit;
  const [first] = repaired;
  if (first === undefined) return;
  const expected = printUnits(units, decimals);
  const reasons = distinct(repaired.map((outcome) => reasonOf(outcome, term)));
  const others = alternatives.map((other) => ({
    zh: `${placeOf(other.term).zh} 改为 ${printUnits(other.units, other.decimals)}`,
    en: `${placeOf(other.term).en} changed to ${printUnits(other.units, other.decimals)}`,
  }));
  const data: MessageData = {
    place: placeOf(term),
    printed: printedText(term),
    expected,
    reasons: {
      zh: `${reasons.map(({ zh }) => zh).join('、')}${reasons.length > 1 ? `${count(reasons.length)}处` : ''}`,
      en: reasons.map(({ en }) => en).join(', '),
    },
    slip: slipText(term.units, units * 10 ** (term.units === 0 ? 0 : placesOf(term) - decimals)),
    formula: formulaOf(first),
    ...measures(first),
    others:
      others.length === 0
        ? verbatim('')
        : {
            zh: `。另一种可能：${others.map(({ zh }) => zh).join('，或')}`,
            en: `. It may also be ${others.map(({ en }) => en).join(', or ')}`,
          },
  };
  const suggestions = [{ term, units, decimals }, ...alternatives].flatMap(
    (other) => changeOf(other.term, other.units, other.decimals) ?? [],
  );
  context.add(identity.rule, 'culprit', term.range, data, {
    related: relatedTo(repaired, term),
    suggestions,
  });
}

/** Reports one broken identity by a rule that has the messages of `breachMessages`. */
export function reportOutcome(
  context: RuleContext,
  rule: RuleId,
  outcome: Outcome,
  more: Pick<FindingDetails, 'level'> = {},
): void {
  const { constraint } = outcome;
  const place = placeOfOutcome(outcome);
  if (place === undefined) return;
  context.add(rule, messageOf(outcome), place.range, breachData(outcome, place), {
    ...more,
    related: relatedTo([outcome], place),
    suggestions: isBroken(outcome) && constraint.relation === '=' ? repairsOf(outcome) : [],
  });
}

export function messageOf({ constraint }: Outcome): 'sum' | 'same' | 'sides' | 'bound' {
  const { left, right, relation } = constraint;
  if (relation !== '=') return 'bound';
  if (left.length === 1 && right.length === 1) return 'same';
  return left.length === 1 || right.length === 1 ? 'sum' : 'sides';
}

/** The term a finding stands at: the total of a sum, else the first figure printed. */
export function placeOfOutcome({ constraint }: Outcome): Term | undefined {
  const { left, right } = constraint;
  const here = (term: Term | undefined): boolean => term !== undefined && term.report === undefined;
  if (left.length === 1 && here(left[0]) && left[0]?.cell !== undefined) return left[0];
  if (right.length === 1 && here(right[0]) && right[0]?.cell !== undefined) return right[0];
  const terms = [...left, ...right].filter(here);
  return (
    terms.find(({ state }) => state === 'figure') ?? terms.find(({ cell }) => cell) ?? terms[0]
  );
}

export function breachData(outcome: Outcome, place: Term): MessageData {
  const { constraint, left, right, exponent } = outcome;
  const onRight = constraint.right.includes(place) && !constraint.left.includes(place);
  const [mine, theirs] = onRight ? [right, left] : [left, right];
  const others = onRight ? constraint.left : constraint.right;
  const show = (value: number): string => shown(value, exponent, place);
  const message = messageOf(outcome);
  const other = others.find(({ state }) => state === 'figure') ?? others[0];
  return {
    place: placeOf(place),
    printed: message === 'sides' ? show(mine) : printedText(place),
    expected: message === 'same' && other !== undefined ? printedText(other) : show(theirs),
    other: other === undefined ? verbatim('') : placeOf(other, true),
    reason: reasonOf(outcome, place),
    slip: message === 'sides' ? verbatim('') : slipText(mine, theirs),
    formula: formulaOf(outcome),
    ...measures(outcome),
  };
}

/** The difference, and what rounding explains of it. */
export function measures(outcome: Outcome): {
  readonly difference: string;
  readonly allowed: string;
} {
  const { difference, allowance, exponent, constraint } = outcome;
  const place = placeOfOutcome(outcome) ?? constraint.left[0];
  if (place === undefined) return { difference: '', allowed: '' };
  const exact = constraint.strictness === 'exact';
  // Printed figures differ by whole last places: of 0.015 no more than 0.01 can show.
  const unit = 2 * 10 ** (place.exponent - exponent);
  const allowed = exact ? 0 : Math.floor(allowance / unit) * (unit / 2);
  return {
    difference: shown(Math.abs(difference), exponent, place),
    allowed: shown(allowed, exponent, place),
  };
}

function shown(value: number, exponent: number, beside: Term): string {
  const { column, figure } = beside;
  const decimals = Math.max(decimalsBeside(column, [figure]), 0);
  return printValue(value, exponent, column.unit, decimals);
}

function placesOf(term: Term): number {
  return unitExponent(term.column.unit) - term.exponent;
}

/** 20126 档案事务 的基本支出, with its table where it is another than the finding's. */
export function placeOf(term: Term, withTable = false): Localised {
  const { table, row, column, definition, code, report } = term;
  const title = row === undefined ? (definition?.label ?? code ?? '合计') : rowTitle(row);
  const single = term.panel.columns.length <= 1;
  const name = title === '' && row?.rowNumber !== undefined ? `行${row.rowNumber}` : title;
  const prefix = `${report === undefined ? '' : `${report.name} `}${withTable ? `${tableNumber(table)} ` : ''}`;
  return single
    ? { zh: `${prefix}${name}`, en: `${prefix}${name}` }
    : { zh: `${prefix}${name} 的${column.name}`, en: `${prefix}${column.name} of ${name}` };
}

export function printedText(term: Term): string {
  const text = term.cell?.text.trim() ?? '';
  if (term.figure !== undefined && (term.cell === undefined || text === '')) {
    return printUnits(term.figure.units, term.figure.decimals);
  }
  return text === '' ? '空白' : text;
}

/** 公开03表[20126].基本支出 = 合计(公开03表[下级科目].基本支出) = 78.00 */
export function formulaOf(outcome: Outcome): string {
  const { constraint, right, exponent } = outcome;
  const place = placeOfOutcome(outcome) ?? constraint.left[0];
  const left = sideText(outcome, constraint.left, 'left');
  const rightText = sideText(outcome, constraint.right, 'right');
  const value = place === undefined ? '' : ` = ${shown(right, exponent, place)}`;
  const single = constraint.right.length === 1 && constraint.relation !== '=';
  return `${left} ${constraint.relation} ${rightText}${single ? '' : value}`;
}

function sideText(outcome: Outcome, terms: readonly Term[], side: 'left' | 'right'): string {
  const [first] = terms;
  if (first === undefined) return '0';
  const statement = identityOf(outcome)?.statement.split(/ [=≤≥] /)[side === 'left' ? 0 : 1];
  if (terms.length > 1 && statement?.startsWith('合计(') === true) {
    return statement.replace('.*', `.${first.column.name}`);
  }
  const printed = terms.filter(({ state }) => state !== 'zero');
  const listed = printed.length === 0 ? terms.slice(0, 1) : printed;
  const text = listed
    .slice(0, 8)
    .map((term, index) => {
      const sign = term.coefficient < 0 ? (index === 0 ? '-' : ' - ') : index === 0 ? '' : ' + ';
      const factor = Math.abs(term.coefficient) === 1 ? '' : `${Math.abs(term.coefficient)} * `;
      return `${sign}${factor}${term.expression}`;
    })
    .join('');
  return listed.length > 8 ? `${text} + …` : text;
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

/** Offers for the total, and for the one part where there is only one. */
function repairsOf(outcome: Outcome): Fix[] {
  const { constraint, left, right, exponent } = outcome;
  const fixes: Fix[] = [];
  const offer = (terms: readonly Term[], value: number): void => {
    const figures = terms.filter(({ state }) => state === 'figure');
    const term = terms.length === 1 ? terms[0] : figures.length === 1 ? figures[0] : undefined;
    if (term?.cell === undefined || term.report !== undefined || term.coefficient !== 1) return;
    const decimals = decimalsBeside(term.column, [term.figure]);
    const places = value * 10 ** (exponent - unitExponent(term.column.unit) + decimals);
    if (!Number.isInteger(places)) return;
    const fix = changeOf(term, places, decimals);
    if (fix !== undefined) fixes.push(fix);
  };
  offer(constraint.left, right);
  offer(constraint.right, left);
  return fixes;
}

/** An edit that prints a value in the manner of its column. */
export function changeOf(term: Term, units: number, decimals: number): Fix | undefined {
  const { cell } = term;
  if (cell === undefined || term.report !== undefined) return undefined;
  const text = printUnits(units, decimals, isGrouped(term));
  const { zh, en } = placeOf(term, true);
  return {
    title: { zh: `${zh} 改为 ${text}`, en: `Change ${en} to ${text}` },
    edits: [{ start: cell.range.start, end: cell.range.end, text }],
  };
}

/** Whether the column groups its digits: 2,175.87. */
function isGrouped({ cell, panel, column }: Term): boolean {
  if (cell?.text.includes(',')) return true;
  for (const row of panel.rows) if (row.cells[column.index]?.text.includes(',')) return true;
  return false;
}

const SLIPS: Readonly<Record<Slip, Localised>> = {
  'swapped-digits': { zh: '（两位数字颠倒）', en: ' (two digits swapped)' },
  'one-digit': { zh: '（一位数字不同）', en: ' (one digit differs)' },
  'lost-digit': { zh: '（漏了一位数字）', en: ' (a digit is lost)' },
  'extra-digit': { zh: '（多了一位数字）', en: ' (one digit too many)' },
  'shifted-point': { zh: '（小数点错位）', en: ' (the decimal point is shifted)' },
};

function slipText(printed: number, right: number): Localised {
  const slip = slipBetween(printed, right);
  return slip === undefined ? verbatim('') : SLIPS[slip];
}

function distinct(texts: readonly Localised[]): Localised[] {
  return [...new Map(texts.map((text) => [text.zh, text])).values()];
}

function count(number: number): string {
  return (
    ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'][number] ?? String(number)
  );
}
