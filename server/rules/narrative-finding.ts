/** What the rules over sentences share: quotations, numbers, evidence and repairs in the words of the report. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Claim, NarrativeFigure } from '../claims/claim.ts';
import { inWidthOf, unitExponent } from '../reconcile/amount.ts';
import { type ClaimOutcome, type ClaimTerm, holds } from '../reconcile/claim-outcome.ts';
import { numberOf, numberText } from '../reconcile/claim-words.ts';
import type { Term } from '../reconcile/constraint.ts';
import {
  absolute,
  add,
  type Fraction,
  negate,
  roundedUnits,
  subtract,
  ZERO,
} from '../reconcile/fraction.ts';
import { quotientRange } from '../reconcile/judge-ratio.ts';
import { expectedText } from '../reconcile/ledger-words.ts';
import { isUndecided } from '../reconcile/localise/explanation.ts';
import { type PrintedFigure, printLike } from '../reconcile/print-figure.ts';
import { isPlace, printedValue, type Quantity, ratioExponent } from '../reconcile/quantity.ts';
import type { Localised, RuleId } from '../report/identifiers.ts';
import { keptWith } from '../report/kept-with.ts';
import {
  alternativesText,
  editsOf as editsOfChange,
  fixOf,
  possibleText,
  printedAs,
} from './change-words.ts';
import { groupsBeside, groupsIn, isGrouped, withGroups } from './digit-groups.ts';
import { placeOf, printedText } from './identity-words.ts';
import { verbatim } from './message.ts';
import type { Edit, FindingDetails, Fix, MessageData, Related, RuleContext } from './rule.ts';
import { slipText } from './slip-words.ts';

/** Claims of these parts of the catalogue have lawful exceptions (M): never an error. */
const MODERATE: ReadonlySet<string> = new Set(['N10', 'N12', 'N13']);

export function isModerate({ catalogue }: Claim): boolean {
  return MODERATE.has(catalogue.split('-')[0] ?? '');
}

/** One finding about a claim. */
export interface ClaimFinding {
  readonly rule: RuleId;
  readonly message: string;
  readonly range: Range;
  readonly data: MessageData;
  readonly level?: FindingDetails['level'];
  /** The figure that the repair changes. */
  readonly repair?: NarrativeFigure;
  /** The repair is the only one that there can be. */
  readonly certain?: boolean;
  /** Repairs beside that of the figure. */
  readonly suggestions?: readonly Fix[];
}

export function addFinding(
  context: RuleContext,
  outcome: ClaimOutcome,
  finding: ClaimFinding,
): void {
  const { rule, message, data, level } = finding;
  const { suspect } = outcome;
  if (suspect !== undefined) {
    const possible = [[suspect], ...suspect.alternatives];
    const range = suspect.fact.kind === 'cell' ? suspect.fact.cell.range : suspect.fact.figure;
    context.add(rule, message, range, data, {
      ...(level !== undefined && { level }),
      related: evidenceOf(context, outcome, range),
      suggestions: possible.flatMap((changes) => fixOf(context, changes) ?? []),
      also: suspect.alternatives.length === 0 ? undefined : possibleText(context, possible),
    });
    return;
  }
  const { range, certain = false, suggestions = [] } = finding;
  // Also where only a word is to be said of a figure, the value that leaves nothing to say is offered.
  const repair = finding.repair ?? culpritAt(context, range);
  const followers = repair === undefined ? [] : followersOf(context, repair);
  const fix = repair && repairOf(context, repair, outcome, followers);
  const instead = (repair && context.explanation.ofFigure.get(repair)?.alternatives) ?? [];
  const isCertain = certain && instead.length === 0;
  context.add(rule, message, range, data, {
    ...(level !== undefined && { level }),
    related: [
      ...evidenceOf(context, outcome, range),
      ...followers.flatMap((one) => follow(context, one)),
    ],
    fix: isCertain ? fix : undefined,
    suggestions: [
      ...(fix === undefined || isCertain ? [] : [fix]),
      ...suggestions,
      ...instead.flatMap((changes) => fixOf(context, changes) ?? []),
    ],
    also: alternativesText(context, instead),
  });
}

function culpritAt({ explanation }: RuleContext, range: Range): NarrativeFigure | undefined {
  const figure = range as NarrativeFigure;
  return explanation.ofFigure.has(figure) ? figure : undefined;
}

/** The text of the report there, on one line. */
export function quote({ report }: RuleContext, { start, end }: Range): string {
  return report.tree.text
    .slice(start, end)
    .replace(/[\r\n]+[ \t\u3000]*/g, '')
    .trim();
}

/** The same, cut where it is long. */
export function shortQuote(context: RuleContext, range: Range): string {
  const text = quote(context, range);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** What a figure should be, in its own style. */
export function shouldBe(
  context: RuleContext,
  figure: NarrativeFigure,
  outcome: ClaimOutcome,
): string {
  const culprit = context.explanation.ofFigure.get(figure);
  if (culprit?.fact.kind === 'figure' && !isUndecided(culprit)) {
    return printedAs(context, culprit.fact, culprit.value.units);
  }
  const text = expectedText(figure, outcome, context.report.tree.text) ?? '…';
  return groupsIn(context, figure) ? withGroups(text) : text;
}

export function number(context: RuleContext, quantity: Quantity): string {
  const text = numberOf(quantity, context.report.header.unit);
  return isGrouped(context, quantity) ? withGroups(text) : text;
}

/** The value of a sum; money in the unit of its first term. */
export function total(context: RuleContext, terms: readonly ClaimTerm[]): string {
  const [first] = terms;
  if (first === undefined) return '0';
  if (terms.length === 1 && first.coefficient === 1) return number(context, first.quantity);
  let sum = ZERO;
  for (const { coefficient, quantity } of terms) {
    const value = printedValue(quantity);
    sum = add(sum, coefficient < 0 ? negate(value) : value);
  }
  return valueText(context, sum, first.quantity);
}

/** A value printed beside a quantity: money in that one's unit, which is said where it is not the report's. */
export function valueText(context: RuleContext, value: Fraction, beside: Quantity): string {
  if (beside.dimension !== '元') return numberText(value, '', 0);
  const unit = unitBeside(beside);
  const decimals = Math.max(0, unitExponent(unit) - beside.exponent);
  const text = numberText(value, unit, Math.min(decimals, 6));
  const shown = groupsBeside(context, beside) ? withGroups(text) : text;
  return unit === context.report.header.unit ? shown : `${shown}${unit}`;
}

function unitBeside(beside: Quantity): string {
  if (isPlace(beside)) return beside.figure?.unit ?? beside.column.unit;
  return beside.figure.number.unit;
}

/** What a claim calls its subject; empty where nothing is known of it. */
export function subjectOf(figure: NarrativeFigure): string {
  const aspect = figure.aspect === 'budget' ? '预算' : '';
  return figure.subject === undefined ? '' : `${figure.subject}${aspect} `;
}

/** How far a figure is from what it should be, in its own unit, and what slip may have made it so. */
export function distance(
  context: RuleContext,
  figure: NarrativeFigure,
  expected: Fraction,
): { readonly difference: string; readonly slip: Localised } {
  const { number: own } = figure;
  const exponent = ratioExponent(own.unit) ?? unitExponent(own.unit);
  const decimals = Math.max(own.decimals, exponent > 0 || exponent === -2 ? 2 : 0);
  const scale = decimals - own.decimals;
  const shown = own.units * 10 ** scale;
  const right = Number(roundedUnits(absolute(expected), decimals - exponent));
  const value: Fraction = { over: BigInt(shown), under: 10n ** BigInt(decimals) };
  const unit = exponent >= 0 ? 10n ** BigInt(exponent) : 1n;
  const divisor = exponent < 0 ? 10n ** BigInt(-exponent) : 1n;
  const difference = absolute(
    subtract({ over: value.over * unit, under: value.under * divisor }, absolute(expected)),
  );
  const text = printed(context, figure, difference);
  return { difference: text.digits + text.unit, slip: slipText(Math.abs(shown), right) };
}

/** A value in the style of a figure. */
function printed(
  context: RuleContext,
  figure: NarrativeFigure,
  value: Fraction,
  unit?: string,
): PrintedFigure {
  const { digits, unit: shown } = printLike(figure, value, context.report.tree.text, unit);
  return { digits: groupsIn(context, figure) ? withGroups(digits) : digits, unit: shown };
}

/** What rounding allows a percentage to be; empty where that is one value. */
export function allowedRange({ constraint, claim }: ClaimOutcome): Localised {
  if (constraint?.kind !== 'ratio' || !('figure' in claim)) return verbatim('');
  const range = quotientRange(constraint.over, constraint.under);
  const { unit, decimals } = claim.figure.number;
  if (range === undefined) return verbatim('');
  const places = Math.max(decimals, 2);
  const [low, high] = [range.low, range.high].map((end) => numberText(end, unit, places) + unit);
  if (low === high) return verbatim('');
  return { zh: `，四舍五入允许 ${low} 至 ${high}`, en: `, rounding allows ${low} to ${high}` };
}

// ---- evidence ----------------------------------------------------------------------------------------------------------

const MOST_EVIDENCE = 8;

function evidenceOf(context: RuleContext, outcome: ClaimOutcome, at: Range): Related[] {
  const seen = new Set<Quantity>();
  const related: Related[] = [];
  for (const quantity of [...outcome.against, ...quantitiesOf(outcome)]) {
    if (seen.has(quantity) || related.length >= MOST_EVIDENCE) continue;
    seen.add(quantity);
    const one = isPlace(quantity)
      ? placeEvidence(quantity)
      : figureEvidence(context, quantity.figure);
    if (one !== undefined && !(one.report === undefined && one.start === at.start))
      related.push(one);
  }
  return related;
}

export function quantitiesOf({ constraint }: ClaimOutcome): readonly Quantity[] {
  if (constraint === undefined) return [];
  const terms =
    constraint.kind === 'linear'
      ? [...constraint.left, ...constraint.right]
      : [...constraint.over, ...constraint.under];
  return terms.map(({ quantity }) => quantity);
}

function placeEvidence(term: Term): Related | undefined {
  if (term.row === undefined) return undefined;
  const { zh, en } = placeOf(term, true);
  const value = printedText(term);
  const message = { zh: `${zh} ${value}`, en: `${en} ${value}` };
  return { start: term.range.start, end: term.range.end, message, report: term.report?.name };
}

function figureEvidence(context: RuleContext, figure: NarrativeFigure): Related {
  const { start, end } = figure;
  return { start, end, message: verbatim(`${subjectOf(figure)}${quote(context, figure)}`) };
}

const proven = keptWith((claimOutcomes: readonly ClaimOutcome[]): ReadonlySet<NarrativeFigure> => {
  const found = new Set<NarrativeFigure>();
  for (const { claim, verdict } of claimOutcomes) {
    if (claim.kind === 'equals' && holds(verdict)) found.add(claim.figure);
  }
  return found;
});

/** Whether a table prints the figure just so. */
export function isProven({ claimOutcomes }: RuleContext, figure: NarrativeFigure): boolean {
  return proven(claimOutcomes).has(figure);
}

// ---- repairs -----------------------------------------------------------------------------------------------------------

const followers = keptWith(
  (
    claimOutcomes: readonly ClaimOutcome[],
  ): ReadonlyMap<NarrativeFigure, readonly ClaimOutcome[]> => {
    const found = new Map<NarrativeFigure, ClaimOutcome[]>();
    for (const outcome of claimOutcomes) {
      const { verdict, cause, claim } = outcome;
      if (verdict !== 'follows' || cause === undefined) continue;
      if ('figure' in claim && claim.figure === cause) continue;
      const known = found.get(cause);
      if (known === undefined) found.set(cause, [outcome]);
      else known.push(outcome);
    }
    return found;
  },
);

/** Claims that are wrong because this figure is. */
function followersOf(
  { claimOutcomes }: RuleContext,
  figure: NarrativeFigure,
): readonly ClaimOutcome[] {
  return followers(claimOutcomes).get(figure) ?? [];
}

function follow(context: RuleContext, outcome: ClaimOutcome): Related[] {
  const { claim } = outcome;
  if (!('figure' in claim)) return [];
  const { figure } = claim;
  const printed = quote(context, figure);
  const right = shouldBe(context, figure, outcome);
  return [
    {
      start: figure.start,
      end: figure.end,
      message: { zh: `${printed} 随之应为 ${right}`, en: `${printed} becomes ${right} with it` },
    },
  ];
}

/** The figure as it should be, and with it what was worked out from it. */
function repairOf(
  context: RuleContext,
  figure: NarrativeFigure,
  outcome: ClaimOutcome,
  withIt: readonly ClaimOutcome[],
): Fix | undefined {
  const culprit = context.explanation.ofFigure.get(figure);
  const edits = [
    ...(culprit === undefined
      ? editsOf(context, figure, outcome)
      : editsOfChange(context, culprit)),
  ];
  if (edits.length === 0) return undefined;
  for (const one of withIt) {
    if ('figure' in one.claim) edits.push(...editsOf(context, one.claim.figure, one));
  }
  const right = shouldBe(context, figure, outcome);
  return { title: { zh: `改为 ${right}`, en: `Change to ${right}` }, edits };
}

function editsOf(
  context: RuleContext,
  figure: NarrativeFigure,
  { expected, verdict, against }: ClaimOutcome,
): readonly Edit[] {
  if (expected === undefined) return [];
  const { text } = context.report.tree;
  const [place] = against;
  const { number: own } = figure;
  const slipped = verdict === 'unit-slip' && place !== undefined && isPlace(place);
  const unit = slipped ? place.column.unit : own.unit;
  const before = text.slice(own.number.start, own.number.end);
  const digits = inWidthOf(before, printed(context, figure, expected, unit).digits);
  const edits: Edit[] = [];
  if (digits !== before) {
    edits.push({ start: own.number.start, end: own.number.end, text: digits });
  }
  if (unit !== own.unit && own.unitRange !== undefined) {
    edits.push({ start: own.unitRange.start, end: own.unitRange.end, text: unit });
  }
  return edits;
}

/** An offer to change one figure to a value. */
export function changeFigure(
  context: RuleContext,
  figure: NarrativeFigure,
  value: Fraction,
): Fix | undefined {
  const { number: own } = figure;
  const { digits: plain, unit } = printed(context, figure, value);
  const before = context.report.tree.text.slice(own.number.start, own.number.end);
  const digits = inWidthOf(before, plain);
  if (digits === before) return undefined;
  return {
    title: { zh: `${before} 改为 ${digits}${unit}`, en: `Change ${before} to ${digits}${unit}` },
    edits: [{ start: own.number.start, end: own.number.end, text: digits }],
  };
}
