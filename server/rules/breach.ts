/** Broken identities in words: what is printed, what the identity gives, the difference, what rounding allows. */
import { dropBlanks, foldWidth } from '../../grammar/width.ts';
import { decimalsBeside, printUnits, printValue, unitExponent } from '../reconcile/amount.ts';
import { isBroken, type Outcome, type Term } from '../reconcile/constraint.ts';
import { type Culprit, type Explanation, explainBroken } from '../reconcile/shared-culprit.ts';
import { type Slip, slipBetween } from '../reconcile/slip.ts';
import type { Identity } from '../report/form.ts';
import type { Localised, RuleId } from '../report/identifiers.ts';
import type { Column, Row } from '../report/model.ts';
import { verbatim } from './message.ts';
import { rowTitle, tableNumber } from './quote.ts';
import { reasonOf } from './reason.ts';
import type { Fix, MessageData, Related, RuleContext } from './rule.ts';

/** Messages shared by every rule that reports a broken identity. */
export const breachMessages: Readonly<Record<string, Localised>> = {
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
  for (const group of byCause(unexplained)) {
    const [first, ...rest] = group;
    const rule = first && identityOf(first)?.rule;
    if (first !== undefined && rule !== undefined && rules.has(rule)) {
      reportOutcome(context, rule, first, rest);
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

export function identityOf({ constraint }: Outcome): Identity | undefined {
  return 'identity' in constraint.origin ? constraint.origin.identity : undefined;
}

function reportCulprit(context: RuleContext, identity: Identity, culprit: Culprit): void {
  const { term, units, decimals, repaired, alternatives } = culprit;
  const [first] = repaired;
  if (first === undefined) return;
  const expected = printUnits(units, decimals);
  const scaled = units * 10 ** (placesOf(term) - decimals);
  const reasons = distinct(repaired.map((outcome) => reasonOf(outcome, term)));
  const others = alternatives.map((other) => ({
    zh: `${placeOf(other.term).zh} 改为 ${printUnits(other.units, other.decimals)}`,
    en: `${placeOf(other.term).en} changed to ${printUnits(other.units, other.decimals)}`,
  }));
  const data: MessageData = {
    place: placeOf(term, repaired.some(isBetween)),
    printed: printedText(term),
    expected,
    reasons: {
      zh: `${reasons.map(({ zh }) => zh).join('、')}${reasons.length > 1 ? `${count(reasons.length)}处都` : ''}`,
      en: reasons.map(({ en }) => en).join(', '),
    },
    slip: slipText(term.units, scaled),
    formula: formulaOf(first),
    ...measures(first),
    difference: printUnits(Math.abs(term.units - scaled), placesOf(term)),
    after: culprit.afterOthers
      ? { zh: '（前面指出的数改正之后）', en: ' (once the figures named before are put right)' }
      : verbatim(''),
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

/** Reports a broken identity by a rule that has the messages of `breachMessages`; `rest` breaks for the same cause. */
export function reportOutcome(
  context: RuleContext,
  rule: RuleId,
  outcome: Outcome,
  rest: readonly Outcome[] = [],
): void {
  const { constraint } = outcome;
  const place = placeOfOutcome(outcome);
  if (place === undefined) return;
  context.add(rule, messageOf(outcome), place.range, breachData(outcome, place), {
    related: [...relatedTo([outcome], place), ...rest.flatMap(alsoBroken)],
    suggestions: isBroken(outcome) && constraint.relation === '=' ? repairsOf(outcome) : [],
  });
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

export function messageOf({ constraint }: Outcome): 'sum' | 'same' | 'sides' | 'bound' {
  const { left, right, relation } = constraint;
  if (relation !== '=') return 'bound';
  if (left.length === 1 && right.length === 1) return 'same';
  return left.length === 1 || right.length === 1 ? 'sum' : 'sides';
}

/** The term a finding stands at: the total of a sum, else the first figure printed. */
export function placeOfOutcome({ constraint }: Outcome): Term | undefined {
  const { left, right, relation } = constraint;
  // Of a bound the smaller side is too large; it is reported where it stands.
  if (relation !== '=') {
    const smaller = relation === '≤' ? left : right;
    return smaller.find(({ state }) => state === 'figure') ?? smaller[0];
  }
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
  const mineIsOne = (onRight ? constraint.right : constraint.left).length === 1;
  const other = others.find(({ state }) => state === 'figure') ?? others[0];
  return {
    place: placeOf(place, isBetween(outcome)),
    printed: mineIsOne ? printedText(place) : show(mine),
    expected: message === 'same' && other !== undefined ? printedText(other) : show(theirs),
    other: other === undefined ? verbatim('') : placeOf(other, other.table !== place.table),
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
  const title = row === undefined ? (definition?.label ?? code ?? '合计') : titleOf(row);
  const single = term.panel.columns.length <= 1;
  const name = title === '' && row?.rowNumber !== undefined ? `行${row.rowNumber}` : title;
  const prefix = `${report === undefined ? '' : `${report.name} `}${withTable ? `${tableNumber(table)} ` : ''}`;
  return single
    ? { zh: `${prefix}${name}`, en: `${prefix}${name}` }
    : { zh: `${prefix}${name} 的${column.name}`, en: `${prefix}${column.name} of ${name}` };
}

/** What the report calls a row; where its label is another row's, the 行次 and the form's own label. */
function titleOf(row: Row): string {
  const { definition, rowNumber } = row;
  if (definition === undefined || row.codeCell !== undefined) return rowTitle(row);
  const plain = (text: string): string => dropBlanks(foldWidth(text));
  const label = plain(row.label);
  const known = [definition.label, ...definition.aliases].some((name) => {
    const other = plain(name);
    return other === label || other.endsWith(`、${label}`);
  });
  if (known || label === '') return rowTitle(row) || definition.label;
  return rowNumber === undefined ? definition.label : `行次 ${rowNumber} ${definition.label}`;
}

export function printedText(term: Term): string {
  const text = term.cell?.text.trim() ?? '';
  if (term.figure !== undefined && (term.cell === undefined || text === '')) {
    return printUnits(term.figure.units, term.figure.decimals);
  }
  return text === '' ? '空白' : text;
}

/** 公开03表[20126].基本支出 = 合计(公开03表[下级科目].基本支出) = 78.00, the place of the finding first. */
export function formulaOf(outcome: Outcome): string {
  const { constraint, left, right, exponent } = outcome;
  const { relation } = constraint;
  const place = placeOfOutcome(outcome) ?? constraint.left[0];
  const sides = [
    sideText(outcome, constraint.left, 'left'),
    sideText(outcome, constraint.right, 'right'),
  ];
  if (relation !== '=' || place === undefined) return sides.join(` ${relation} `);
  const flipped = !constraint.left.includes(place);
  if (flipped) sides.reverse();
  return `${sides.join(' = ')} = ${shown(flipped ? left : right, exponent, place)}`;
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

const grouping = new WeakMap<Column, boolean>();

/** Whether the column groups its digits: 2,175.87. */
function isGrouped({ cell, panel, column }: Term): boolean {
  if (cell?.text.includes(',')) return true;
  let grouped = grouping.get(column);
  if (grouped === undefined) {
    grouped = panel.rows.some((row) => row.cells[column.index]?.text.includes(','));
    grouping.set(column, grouped);
  }
  return grouped;
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
