/** The values of one fact with which a constraint holds, the other figures being what they are. */
import type { ClaimConstraint, ClaimTerm } from '../claim-outcome.ts';
import type { Outcome } from '../constraint.ts';
import {
  add,
  decimal,
  divide,
  type Fraction,
  multiply,
  negate,
  sign,
  subtract,
  ZERO,
} from '../fraction.ts';
import { quotientRange } from '../judge-ratio.ts';
import { isPlace, printedValue, type Quantity } from '../quantity.ts';
import type { Fact } from './fact.ts';
import type { Judgement } from './system.ts';

/** In last places of the fact, not yet whole: the value that the printed figures ask for, and how far rounding lets it go. */
export interface Solution {
  readonly point: number;
  readonly low: number;
  readonly high: number;
}

export function solve(
  { identity, claim, none }: Pick<Judgement, 'identity' | 'claim' | 'none'>,
  fact: Fact,
): Solution | undefined {
  if (identity !== undefined) return solveIdentity(identity, fact);
  if (none !== undefined && fact.kind === 'figure' && fact.figure === none) {
    return fact.printed.units === 0 ? undefined : { point: 0, low: 0, high: 0 };
  }
  return claim && solveClaim(claim, fact);
}

function solveIdentity(outcome: Outcome, fact: Fact): Solution | undefined {
  if (fact.kind !== 'cell') return undefined;
  const { constraint, difference, exponent, allowance } = outcome;
  const { left, right, relation, strictness } = constraint;
  let weight = 0;
  for (const { cell, coefficient } of left) if (cell === fact.cell) weight += coefficient;
  for (const { cell, coefficient } of right) if (cell === fact.cell) weight -= coefficient;
  if (weight === 0) return undefined;
  const scale = 10 ** (fact.exponent - exponent);
  const point = fact.printed.units - difference / weight / scale;
  if (!Number.isSafeInteger(Math.round(point))) return undefined;
  const slack = strictness === 'exact' ? 0 : allowance / 2 / Math.abs(weight) / scale;
  return bounded(point, slack, relation, weight > 0);
}

function bounded(point: number, slack: number, relation: string, rises: boolean): Solution {
  const [low, high] = [point - slack, point + slack];
  switch (relation) {
    case '≤':
    case '<':
      return rises
        ? { point, low: Number.NEGATIVE_INFINITY, high }
        : { point, low, high: Number.POSITIVE_INFINITY };
    case '≥':
    case '>':
      return rises
        ? { point, low, high: Number.POSITIVE_INFINITY }
        : { point, low: Number.NEGATIVE_INFINITY, high };
    default:
      return { point, low, high };
  }
}

function solveClaim(constraint: ClaimConstraint, fact: Fact): Solution | undefined {
  if (constraint.kind === 'linear') {
    const { left, right, relation } = constraint;
    if (relation === '≠') return undefined;
    const terms = [...left, ...turned(right)];
    const [own, rest] = apart(terms, fact);
    if (sign(own) === 0) return undefined;
    const point = inPlaces(divide(negate(rest), own), fact);
    if (point === undefined) return undefined;
    let width = ZERO;
    for (const { coefficient, quantity } of terms)
      width = add(width, halfUnit(coefficient, quantity));
    const slack = inPlaces(divide(width, sign(own) < 0 ? negate(own) : own), fact) ?? 0;
    return bounded(point, slack, relation, sign(own) > 0);
  }
  const { value, over, under, relation } = constraint;
  const printed = printedValue(value);
  const size = sign(printed) < 0 ? negate(printed) : printed;
  if (isOf(value, fact)) {
    const finest = constraint.finer ?? constraint;
    const top = sumOf(finest.over);
    const bottom = sumOf(finest.under);
    if (sign(bottom) === 0) return undefined;
    const quotient = inPlaces(divide(top, bottom), fact);
    if (quotient === undefined) return undefined;
    const range = quotientRange(finest.over, finest.under);
    const [least, most] = [range?.low, range?.high].map((end) => end && inPlaces(end, fact));
    const low = (least ?? quotient) - 0.5;
    const high = (most ?? quotient) + 0.5;
    return sign(printed) < 0
      ? { point: -quotient, low: -high, high: -low }
      : { point: quotient, low, high };
  }
  const half = value.rounded ? decimal(5, value.exponent - 1) : ZERO;
  const at = (ratio: Fraction): number | undefined => {
    const [above, restAbove] = apart(over, fact);
    const [below, restBelow] = apart(under, fact);
    const own = subtract(above, multiply(ratio, below));
    const rest = subtract(restAbove, multiply(ratio, restBelow));
    return sign(own) === 0 ? undefined : inPlaces(divide(negate(rest), own), fact);
  };
  const point = at(size);
  if (point === undefined) return undefined;
  const [a, b] = [at(subtract(size, half)) ?? point, at(add(size, half)) ?? point];
  // What the fact prints is rounded itself.
  const slack = Math.abs(point) * looseness([...over, ...under], fact) + fact.step / 2;
  const [low, high] = [Math.min(a, b, point) - slack, Math.max(a, b, point) + slack];
  if (relation === '=') return { point, low, high };
  return { point, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
}

/** How far, as a part of itself, rounding of the other figures lets a quotient go. A rough bound: judges have the last word. */
function looseness(terms: readonly ClaimTerm[], fact: Fact): number {
  let part = 0;
  for (const { quantity } of terms) {
    if (!isOf(quantity, fact) && quantity.rounded && quantity.units !== 0) {
      part += 0.5 / Math.abs(quantity.units);
    }
  }
  return part;
}

/** Whether a quantity is this fact as it stands. */
function isOf(quantity: Quantity, fact: Fact): boolean {
  return isPlace(quantity)
    ? fact.kind === 'cell' && quantity.cell === fact.cell && quantity.report === undefined
    : fact.kind === 'figure' && quantity.figure === fact.figure;
}

/** The coefficient of a fact in a sum, and the value of the rest. */
function apart(terms: readonly ClaimTerm[], fact: Fact): readonly [Fraction, Fraction] {
  let [own, rest] = [ZERO, ZERO];
  for (const { coefficient, quantity } of terms) {
    const factor: Fraction = { over: BigInt(coefficient), under: 1n };
    if (isOf(quantity, fact)) own = add(own, factor);
    else rest = add(rest, multiply(factor, printedValue(quantity)));
  }
  return [own, rest];
}

function sumOf(terms: readonly ClaimTerm[]): Fraction {
  let sum = ZERO;
  for (const { coefficient, quantity } of terms) {
    sum = add(sum, multiply({ over: BigInt(coefficient), under: 1n }, printedValue(quantity)));
  }
  return sum;
}

function halfUnit(coefficient: number, quantity: Quantity): Fraction {
  if (!quantity.rounded || quantity.state === 'zero') return ZERO;
  const half = decimal(5, quantity.exponent - 1);
  return multiply({ over: BigInt(Math.abs(coefficient)), under: 1n }, half);
}

function turned(terms: readonly ClaimTerm[]): ClaimTerm[] {
  return terms.map(({ coefficient, quantity }) => ({ coefficient: -coefficient, quantity }));
}

/** A value as a number of last places. Whole numbers come out exactly; the rest need not. */
function inPlaces(value: Fraction, { exponent }: Fact): number | undefined {
  const { over, under } = divide(value, decimal(1, exponent));
  const whole = over / under;
  if (whole > BigInt(Number.MAX_SAFE_INTEGER) || whole < -BigInt(Number.MAX_SAFE_INTEGER)) {
    return undefined;
  }
  return Number(whole) + Number(over - whole * under) / Number(under);
}
