/** Sentences whose figures must add up: changes between two years, totals and parts, bounds, levels. */
import type { Range } from '../../grammar/syntax-tree.ts';
import { type Claim, isOfItems, type NarrativeFigure, type Operand } from '../claims/claim.ts';
import { type ClaimOutcome, type ClaimTerm, holds } from '../reconcile/claim-outcome.ts';
import { figuresOf } from '../reconcile/figure-states.ts';
import { add, type Fraction, subtract } from '../reconcile/fraction.ts';
import { isPlace, printedValue, type Quantity } from '../reconcile/quantity.ts';
import { slipBetween } from '../reconcile/slip.ts';
import type { Localised } from '../report/identifiers.ts';
import { placeOf } from './identity-words.ts';
import { verbatim } from './message.ts';
import {
  addFinding,
  changeFigure,
  isModerate,
  isProven,
  number,
  quote,
  shortQuote,
  shouldBe,
  subjectOf,
  total,
  valueText,
} from './narrative-finding.ts';
import { sumRules } from './narrative-sum-metadata.ts';
import type { Fix, RuleContext, RuleFamily } from './rule.ts';

export const narrativeSumFamily: RuleFamily = {
  rules: sumRules,
  check(context) {
    for (const outcome of context.claimOutcomes) {
      const { verdict } = outcome;
      if (verdict === 'exact' || verdict === 'unknown' || verdict === 'follows') continue;
      switch (outcome.claim.kind) {
        case 'change':
          checkChange(context, outcome);
          break;
        case 'sum':
          checkSum(context, outcome);
          break;
        case 'bound':
          checkBound(context, outcome);
          break;
        case 'level':
          checkLevel(context, outcome);
          break;
        case 'completed':
          checkCompleted(context, outcome);
          break;
        default:
      }
    }
  },
};

function checkChange(context: RuleContext, outcome: ClaimOutcome): void {
  const { claim, verdict, constraint } = outcome;
  if (claim.kind !== 'change' || constraint?.kind !== 'linear' || verdict !== 'broken') return;
  const { figure, direction, against } = claim;
  if (figure.closeness !== 'exact') return;
  const last = against === 'last-year';
  const base = { zh: last ? '上年' : '预算', en: last ? 'last year' : 'the budget' };
  const word = {
    zh: direction === 'up' ? '增加' : '减少',
    en: direction === 'up' ? 'The increase' : 'The decrease',
  };
  if (constraint.relation === '≤') {
    addFinding(context, outcome, {
      rule: 'narrative/change',
      message: 'more',
      range: figure,
      data: {
        word,
        printed: quote(context, figure),
        current: total(context, constraint.right),
        base,
      },
    });
    return;
  }
  addFinding(context, outcome, {
    rule: 'narrative/change',
    message: 'wrong',
    range: figure,
    repair: figure,
    data: {
      word,
      printed: quote(context, figure),
      expected: shouldBe(context, figure, outcome),
      current: total(context, constraint.left),
      base,
      before: total(context, constraint.right.slice(0, 1)),
    },
  });
}

function checkSum(context: RuleContext, outcome: ClaimOutcome): void {
  const { claim, verdict, constraint, expected } = outcome;
  if (claim.kind !== 'sum' || constraint?.kind !== 'linear' || expected === undefined) return;
  if (verdict !== 'broken' && verdict !== 'shortfall') return;
  const [whole] = constraint.left;
  if (whole === undefined) return;
  const isItems = isOfItems(claim);
  // Kinds that there are none of may be left unsaid.
  if (verdict === 'shortfall' && (!isItems || isInDoubt(context, claim))) return;
  const figure = claim.total.kind === 'figure' ? claim.total.figure : undefined;
  const difference = subtract(printedValue(whole.quantity), expected);
  const size: Fraction =
    difference.over < 0n ? { ...difference, over: -difference.over } : difference;
  const repairs =
    verdict === 'broken' ? sumRepairs(context, outcome, constraint.right, figure, difference) : [];
  addFinding(context, outcome, {
    rule: 'narrative/sum',
    message: verdict === 'broken' ? 'wrong' : 'short',
    range: placeOfSum(context, claim, figure, constraint.right),
    data: {
      subject: figure === undefined ? operandName(whole.quantity) : verbatim(subjectOf(figure)),
      printed: figure === undefined ? number(context, whole.quantity) : quote(context, figure),
      sum: valueText(context, expected, whole.quantity),
      parts: addends(context, constraint.right),
      difference: valueText(context, size, whole.quantity),
    },
    ...((isModerate(claim) || verdict === 'shortfall') && { level: 'warning' as const }),
    suggestions: repairs,
  });
}

/** Whether another claim says that the total or a part is wrong: then the sum may fall short for that alone. */
function isInDoubt({ claimOutcomes }: RuleContext, claim: Claim): boolean {
  const figures = new Set(figuresOf(claim));
  return claimOutcomes.some(
    ({ claim: other, verdict }) =>
      other.kind !== 'sum' &&
      verdict !== 'unknown' &&
      verdict !== 'malformed' &&
      !holds(verdict) &&
      figuresOf(other).some((figure) => figures.has(figure)),
  );
}

/** The total; where a table proves that, the parts that none proves. */
function placeOfSum(
  context: RuleContext,
  claim: Range,
  figure: NarrativeFigure | undefined,
  parts: readonly ClaimTerm[],
): Range {
  if (figure !== undefined && !isProven(context, figure)) return figure;
  const open = parts.flatMap(({ quantity }) =>
    isPlace(quantity) || isProven(context, quantity.figure) ? [] : quantity.figure,
  );
  if (open.length === 0) return claim;
  return {
    start: Math.min(...open.map(({ start }) => start)),
    end: Math.max(...open.map(({ end }) => end)),
  };
}

function operandName(quantity: Quantity): Localised {
  if (!isPlace(quantity)) return verbatim(subjectOf(quantity.figure));
  const { zh, en } = placeOf(quantity, true);
  return { zh: `${zh} `, en: `${en} ` };
}

/** 大于车辆总数的 9: no blank before 的. */
function nameOnly({ zh, en }: Localised): Localised {
  return { zh: zh.trimEnd(), en: en.trimEnd() };
}

/** The total as its parts make it, and each part that a slip of the fingers would explain. */
function sumRepairs(
  context: RuleContext,
  { claim, expected }: ClaimOutcome,
  parts: readonly ClaimTerm[],
  figure: NarrativeFigure | undefined,
  difference: Fraction,
): readonly Fix[] {
  if (claim.kind !== 'sum' || expected === undefined) return [];
  const fixes: Fix[] = [];
  const offer = (one: NarrativeFigure, value: Fraction): void => {
    const fix = changeFigure(context, one, value);
    if (fix !== undefined) fixes.push(fix);
  };
  if (figure !== undefined && !isProven(context, figure)) offer(figure, expected);
  for (const { quantity } of parts) {
    if (isPlace(quantity) || isProven(context, quantity.figure)) continue;
    const right = add(printedValue(quantity), difference);
    if (isSlip(quantity, right)) offer(quantity.figure, right);
  }
  return fixes;
}

function isSlip({ units, exponent }: Quantity, right: Fraction): boolean {
  const scaled =
    exponent >= 0
      ? Number(right.over) / (Number(right.under) * 10 ** exponent)
      : (Number(right.over) * 10 ** -exponent) / Number(right.under);
  const slip = Number.isInteger(scaled) && scaled > 0 ? slipBetween(units, scaled) : undefined;
  return slip !== undefined && slip !== 'one-digit';
}

const MOST_PARTS = 10;

function addends(context: RuleContext, parts: readonly ClaimTerm[]): string {
  const shown = parts.slice(0, MOST_PARTS).map(({ quantity }) => number(context, quantity));
  return shown.join(' + ') + (parts.length > MOST_PARTS ? ' + …' : '');
}

function checkBound(context: RuleContext, outcome: ClaimOutcome): void {
  const { claim, verdict, constraint } = outcome;
  if (claim.kind !== 'bound' || verdict !== 'broken') return;
  if (constraint === undefined) checkPair(context, outcome);
  if (constraint?.kind !== 'linear') return;
  const [lesser] = constraint.left;
  const [greater] = constraint.right;
  if (lesser === undefined || greater === undefined) return;
  const figure = figureOf(claim.lesser);
  addFinding(context, outcome, {
    rule: 'narrative/bound',
    message: 'wrong',
    range: figure ?? claim,
    data: {
      subject: figure === undefined ? operandName(lesser.quantity) : verbatim(subjectOf(figure)),
      printed: figure === undefined ? number(context, lesser.quantity) : quote(context, figure),
      other: nameOnly(operandName(greater.quantity)),
      value: number(context, greater.quantity),
    },
    ...(isModerate(claim) && { level: 'warning' as const }),
  });
}

/** Persons without a group. */
function checkPair(context: RuleContext, outcome: ClaimOutcome): void {
  const { claim } = outcome;
  if (claim.kind !== 'bound') return;
  const [one, other] = [figureOf(claim.lesser), figureOf(claim.greater)];
  if (one === undefined || other === undefined) return;
  // That there is an amount and no count is said already.
  const isSaid = context.claimOutcomes.some(
    ({ claim: by, verdict }) =>
      by.kind === 'together' && verdict === 'broken' && (by.figure === one || by.figure === other),
  );
  if (isSaid) return;
  addFinding(context, outcome, {
    rule: 'narrative/bound',
    message: 'alone',
    range: one,
    level: 'warning',
    data: {
      subject: subjectOf(one),
      printed: quote(context, one),
      other: verbatim(subjectOf(other).trim()),
      value: quote(context, other),
    },
  });
}

function checkLevel(context: RuleContext, outcome: ClaimOutcome): void {
  const { claim, verdict, constraint } = outcome;
  if (claim.kind !== 'level' || constraint?.kind !== 'linear') return;
  const data = {
    words: shortQuote(context, claim),
    left: total(context, constraint.left),
    right: total(context, constraint.right),
  };
  const finding = { rule: 'narrative/level', range: claim, data } as const;
  if (verdict === 'broken') addFinding(context, outcome, { ...finding, message: 'wrong' });
  if (verdict === 'last-place') {
    const message = claim.relation === '=' ? 'nearly' : 'equal';
    addFinding(context, outcome, { ...finding, message, level: 'info' });
  }
}

function checkCompleted(context: RuleContext, outcome: ClaimOutcome): void {
  const { claim, verdict } = outcome;
  if (claim.kind !== 'completed' || verdict !== 'broken') return;
  addFinding(context, outcome, {
    rule: 'narrative/level',
    message: 'completed',
    range: claim,
    data: { words: shortQuote(context, claim), printed: quote(context, claim.figure) },
  });
}

function figureOf(operand: Operand): NarrativeFigure | undefined {
  return operand.kind === 'figure' ? operand.figure : undefined;
}
