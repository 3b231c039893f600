/**
 * One figure of the text that several broken claims share: the value that makes all of them hold, and breaks none, is what
 * it must have been (RULES §8, one cause is one finding). Values come from the claims themselves and are then held
 * against each of them exactly.
 */
import type { NarrativeFigure } from '../claims/claim.ts';
import type { Values } from './claim-judge.ts';
import { type ClaimOutcome, type ClaimTerm, holds } from './claim-outcome.ts';
import { figuresOf } from './figure-states.ts';
import { add, divide, type Fraction, multiply, negate, sign, subtract, ZERO } from './fraction.ts';
import { printedValue, type Quantity } from './quantity.ts';

export interface Misprint {
  readonly figure: NarrativeFigure;
  /** 元 for money, a count. */
  readonly expected: Fraction;
  /** The claims that it breaks, as indexes. */
  readonly repaired: readonly number[];
}

/** Beyond so many trials a text is wrong all over, and each claim speaks for itself. */
const BUDGET = 400;

/** `judge` judges the claim with this index again. */
export function findMisprints(
  outcomes: readonly ClaimOutcome[],
  values: Values,
  judge: (index: number) => ClaimOutcome['verdict'],
): readonly Misprint[] {
  const over = new Map<NarrativeFigure, number[]>();
  const broken = new Set<number>();
  outcomes.forEach((outcome, index) => {
    if (isBroken(outcome)) broken.add(index);
  });
  if (broken.size < 2) return [];
  outcomes.forEach(({ claim }, index) => {
    for (const figure of figuresOf(claim)) {
      const list = over.get(figure);
      if (list === undefined) over.set(figure, [index]);
      else list.push(index);
    }
  });
  const suspects = [...over]
    .filter(([figure]) => isCandidate(figure, values))
    .map(([figure, all]) => ({ figure, all, faults: all.filter((index) => broken.has(index)) }))
    .filter(({ faults }) => faults.length >= 2)
    .sort((a, b) => b.faults.length - a.faults.length || a.figure.start - b.figure.start);
  const found: Misprint[] = [];
  let spent = 0;
  for (const { figure, all, faults } of suspects) {
    const open = faults.filter((index) => broken.has(index));
    if (open.length < 2) continue;
    for (const expected of candidatesOf(figure, open, outcomes, values)) {
      const right = values.valueOf(figure, expected);
      if (right === undefined || spent++ > BUDGET) continue;
      if (
        !values.trying(figure, right, () =>
          all.every((index) => isBetter(outcomes[index], judge(index))),
        )
      )
        continue;
      values.settle(figure, right, true);
      for (const index of open) broken.delete(index);
      found.push({ figure, expected: printedValue(right), repaired: open });
      break;
    }
  }
  return found;
}

function isBroken({ verdict }: ClaimOutcome): boolean {
  return (
    !holds(verdict) && verdict !== 'unknown' && verdict !== 'follows' && verdict !== 'malformed'
  );
}

/** A percentage that is wrong is so by itself; what a table prints is judged by that. */
function isCandidate(figure: NarrativeFigure, values: Values): boolean {
  const { kind, malformed, upper } = figure.number;
  if (kind !== 'amount' && kind !== 'count') return false;
  return (
    malformed === undefined && upper === undefined && !values.isSettled(figure) && !figure.bound
  );
}

/** With the new value every claim holds that was broken, and every other is as it was. */
function isBetter(before: ClaimOutcome | undefined, after: ClaimOutcome['verdict']): boolean {
  if (before === undefined) return false;
  return holds(after) || (after === before.verdict && !isBroken(before));
}

function candidatesOf(
  figure: NarrativeFigure,
  faults: readonly number[],
  outcomes: readonly ClaimOutcome[],
  values: Values,
): readonly Fraction[] {
  const found: Fraction[] = [];
  const quantity = values.of(figure);
  for (const index of faults) {
    const value = valueThatRepairs(outcomes[index], quantity);
    if (value !== undefined && sign(value) > 0) found.push(value);
  }
  return found;
}

/** Solves one claim for one of its quantities; undefined where that is not to be had. */
function valueThatRepairs(
  outcome: ClaimOutcome | undefined,
  quantity: Quantity,
): Fraction | undefined {
  const constraint = outcome?.constraint;
  if (constraint === undefined) return undefined;
  if (constraint.kind === 'linear') {
    if (constraint.relation !== '=') return undefined;
    const [coefficient, rest] = apart([...constraint.left, ...minus(constraint.right)], quantity);
    return sign(coefficient) === 0 ? undefined : divide(negate(rest), coefficient);
  }
  // over − value × under = 0
  const ratio = printedValue(constraint.value);
  const [above, restAbove] = apart(constraint.over, quantity);
  const [below, restBelow] = apart(constraint.under, quantity);
  const coefficient = subtract(above, multiply(ratio, below));
  const rest = subtract(restAbove, multiply(ratio, restBelow));
  return sign(coefficient) === 0 ? undefined : divide(negate(rest), coefficient);
}

/** The coefficient of a quantity in a sum, and the value of the others. */
function apart(terms: readonly ClaimTerm[], quantity: Quantity): readonly [Fraction, Fraction] {
  let [own, rest] = [ZERO, ZERO];
  for (const term of terms) {
    const factor: Fraction = { over: BigInt(term.coefficient), under: 1n };
    if (term.quantity === quantity) own = add(own, factor);
    else rest = add(rest, multiply(factor, printedValue(term.quantity)));
  }
  return [own, rest];
}

function minus(terms: readonly ClaimTerm[]): ClaimTerm[] {
  return terms.map(({ coefficient, quantity }) => ({ coefficient: -coefficient, quantity }));
}
