/** Shares, completions and rates (R4, N-YOY). */
import type { Closeness } from '../../grammar/claims/phrase.ts';
import type {
  ChangeClaim,
  CompletionClaim,
  Direction,
  NarrativeFigure,
  Operand,
  RateClaim,
  ShareClaim,
  SharesClaim,
} from '../claims/claim.ts';
import { type Judged, judged, type Reader, UNKNOWN, type Values } from './claim-judge.ts';
import { type ClaimTerm, type ClaimVerdict, holds, type WrongBase } from './claim-outcome.ts';
import { compareTwo } from './compare-two.ts';
import {
  absolute,
  add,
  compare,
  decimal,
  divide,
  type Fraction,
  multiply,
  ONE,
  subtract,
  ZERO,
} from './fraction.ts';
import { judgeRatio, quotientOf, type RatioRelation, type RatioVerdict } from './judge-ratio.ts';
import { dimensionOf, type FigureValue, printedValue, type Quantity } from './quantity.ts';

const RELATION: Readonly<Record<Closeness, RatioRelation>> = {
  exact: '=',
  about: '≈',
  'at-least': '≥',
  'at-most': '≤',
};

/** What may have been taken for the base of a percentage by mistake. */
export interface OtherBases {
  /** Totals that shares of the section divide by. */
  readonly wholes: readonly Operand[];
  /** The budget of what a rate speaks of. */
  readonly budget: Operand | undefined;
}

export function judgeShare(claim: ShareClaim, values: Values, others: OtherBases): Judged {
  const { figure, part, whole } = claim;
  return values.weigh([part, whole], (read) => {
    const [a, b] = [read(part), read(whole)];
    if (a === undefined || b === undefined || !alike(a, b)) return UNKNOWN;
    const value = values.of(figure);
    const found = quotient(value, [one(a)], [one(b)]);
    if (holds(found.verdict) || found.verdict === 'unknown') return found;
    return { ...found, wrongBase: wrongShare(value, a, b, others, read) };
  });
}

/** R5: a set of shares need not add up to 100.00. */
export function judgeShares({ figures, whole }: SharesClaim, values: Values): Judged {
  const shares = figures.map((figure) => values.of(figure));
  if (shares.some((one) => one.state === 'unreadable' || dimensionOf(one) !== 'ratio'))
    return UNKNOWN;
  const total = whole && values.right(whole);
  if (whole && (total?.state !== 'figure' || total.units < 0)) return UNKNOWN;
  let allowed = ZERO;
  let sum = ZERO;
  for (const share of shares) {
    sum = add(sum, printedValue(share));
    allowed = add(allowed, half(share.exponent + share.dropped));
  }
  if (total) {
    const each = multiply(decimal(shares.length + 1, 0), half(total.exponent));
    allowed = add(allowed, divide(each, printedValue(total)));
  }
  const gap = absolute(subtract(sum, ONE));
  if (gap.over === 0n) return judged('exact');
  const verdict = compare(gap, allowed) <= 0 ? 'rounding' : 'broken';
  return verdict === 'broken'
    ? judged(verdict, { expected: sum, against: shares })
    : judged(verdict);
}

function half(exponent: number): Fraction {
  return divide(decimal(1, exponent), decimal(2, 0));
}

export function judgeCompletion(claim: CompletionClaim, values: Values): Judged {
  const { figure, final, budget } = claim;
  return values.weigh([final, budget], (read) => {
    const [a, b] = [read(final), read(budget)];
    if (a === undefined || b === undefined || !alike(a, b)) return UNKNOWN;
    const value = values.of(figure);
    const found = quotient(value, [one(a)], [one(b)]);
    if (holds(found.verdict) || found.verdict === 'unknown') return found;
    const inverted = reproduces(value, [one(b)], [one(a)]);
    const excess =
      reproduces(value, [one(a), less(b)], [one(b)]) ||
      reproduces(value, [one(b), less(a)], [one(b)]);
    const wrongBase: WrongBase | undefined = inverted
      ? { kind: 'inverted' }
      : excess
        ? { kind: 'excess' }
        : undefined;
    return { ...found, wrongBase };
  });
}

/** `change`: the claim that says which way the change goes; `said`: the directions are compared elsewhere. */
export function judgeRate(
  claim: RateClaim,
  change: ChangeClaim | undefined,
  said: boolean,
  values: Values,
  others: OtherBases,
): Judged {
  const operands: Operand[] = [];
  for (const operand of [claim.current, claim.base]) if (operand) operands.push(operand);
  if (claim.change) operands.push({ kind: 'figure', figure: claim.change });
  return values.weigh(operands, (read) => rateOf(claim, change, said, values, others, read));
}

function rateOf(
  claim: RateClaim,
  change: ChangeClaim | undefined,
  said: boolean,
  values: Values,
  others: OtherBases,
  read: Reader,
): Judged {
  const value = values.of(claim.figure);
  const current = claim.current && read(claim.current);
  const base = claim.base && read(claim.base);
  const moved = claim.change && read({ kind: 'figure', figure: claim.change });
  if (claim.base !== undefined && base === undefined) return UNKNOWN;
  const rateDirection = turned(claim.direction, value.figure);
  if (moved === undefined || claim.change === undefined) {
    if (current === undefined || base === undefined || !alike(current, base)) return UNKNOWN;
    const { sign } = compareTwo(current, base);
    const over = sign >= 0 ? [one(current), less(base)] : [one(base), less(current)];
    const found = quotient(value, over, [one(base)]);
    const agrees = sign === 0 || rateDirection === (sign > 0 ? 'up' : 'down');
    return agrees || !holds(found.verdict) ? found : { ...found, verdict: 'direction' };
  }
  const direction = turned(change?.direction ?? claim.direction, values.of(claim.change).figure);
  const size = moved.units < 0 ? less(moved) : one(moved);
  const under = base === undefined ? baseBefore(current, size, direction) : [one(base)];
  if (under === undefined || !under.every(({ quantity }) => alike(quantity, moved))) return UNKNOWN;
  const found = quotient(value, [size], under);
  if (found.verdict === 'unknown' && values.isTrial && isNegative(under)) {
    // An increase beyond this year's figure: whichever is wrong, the rate tells what would be right.
    const constraint = { kind: 'ratio', value, relation: '=', over: [size], under } as const;
    return judged('broken', { constraint });
  }
  if (found.verdict === 'unknown' || found.verdict === 'zero-base') return found;
  if (holds(found.verdict)) {
    return said || rateDirection === direction ? found : { ...found, verdict: 'direction' };
  }
  return { ...found, wrongBase: wrongRate(value, size, current, direction, others, read) };
}

/** Last year's figure is this year's less the increase, or with the decrease. */
function baseBefore(
  current: Quantity | undefined,
  change: ClaimTerm,
  direction: Direction,
): readonly ClaimTerm[] | undefined {
  if (current === undefined) return undefined;
  const coefficient = direction === 'up' ? -change.coefficient : change.coefficient;
  return [one(current), { ...change, coefficient }];
}

function isNegative(terms: readonly ClaimTerm[]): boolean {
  let sum = ZERO;
  for (const { coefficient, quantity } of terms) {
    sum = add(sum, multiply(decimal(coefficient, 0), printedValue(quantity)));
  }
  return sum.over < 0n;
}

/** 增长 −5.2 % is a decrease. */
export function turned(direction: Direction, { number }: NarrativeFigure): Direction {
  if (number.units >= 0) return direction;
  return direction === 'up' ? 'down' : 'up';
}

/** Judges a percentage as a quotient; its sign is for whoever knows directions. */
function quotient(
  value: FigureValue,
  over: readonly ClaimTerm[],
  under: readonly ClaimTerm[],
): Judged {
  if (dimensionOf(value) !== 'ratio') return UNKNOWN;
  const verdict = verdictOf(judgeRatio(value, RELATION[value.figure.closeness], over, under));
  if (verdict === 'unknown') return UNKNOWN;
  const constraint = { kind: 'ratio', value, relation: '=', over, under } as const;
  if (verdict === 'exact' || verdict === 'rounding') return judged(verdict, { constraint });
  const expected = verdict === 'zero-base' ? undefined : quotientOf(over, under);
  return judged(verdict, { constraint, expected });
}

function verdictOf(verdict: RatioVerdict): ClaimVerdict {
  return verdict === 'negative' ? 'broken' : verdict;
}

function wrongShare(
  value: FigureValue,
  part: Quantity,
  whole: Quantity,
  { wholes }: OtherBases,
  read: Reader,
): WrongBase | undefined {
  if (reproduces(value, [one(whole), less(part)], [one(whole)])) return { kind: 'complement' };
  if (reproduces(value, [one(whole)], [one(part)])) return { kind: 'inverted' };
  for (const operand of wholes) {
    const other = read(operand);
    if (other === undefined || other === whole || other === part || !alike(other, part)) continue;
    if (reproduces(value, [one(part)], [one(other)])) {
      return { kind: 'divides-by', quantity: other, role: 'other' };
    }
  }
  return undefined;
}

/** The common real fault divides the change by this year's figure. */
function wrongRate(
  value: FigureValue,
  change: ClaimTerm,
  current: Quantity | undefined,
  direction: Direction,
  { budget }: OtherBases,
  read: Reader,
): WrongBase | undefined {
  if (current === undefined) return undefined;
  if (reproduces(value, [change], [one(current)])) {
    return { kind: 'divides-by', quantity: current, role: 'current' };
  }
  const other = budget && read(budget);
  if (other !== undefined && alike(other, current) && reproduces(value, [change], [one(other)])) {
    return { kind: 'divides-by', quantity: other, role: 'budget' };
  }
  const opposite = baseBefore(current, change, direction === 'up' ? 'down' : 'up') ?? [];
  if (reproduces(value, [change], opposite)) {
    return { kind: 'divides-by', quantity: current, role: 'opposite' };
  }
  return undefined;
}

function reproduces(
  value: FigureValue,
  over: readonly ClaimTerm[],
  under: readonly ClaimTerm[],
): boolean {
  const verdict = judgeRatio(value, '=', over, under);
  return verdict === 'exact' || verdict === 'rounding';
}

function alike(a: Quantity, b: Quantity): boolean {
  return dimensionOf(a) === dimensionOf(b);
}

function one(quantity: Quantity): ClaimTerm {
  return { coefficient: 1, quantity };
}

function less(quantity: Quantity): ClaimTerm {
  return { coefficient: -1, quantity };
}
