/** Claims that a figure is what a place of the tables prints, or what the text says elsewhere (R3, R7, R10, R11). */
import type { Closeness } from '../../grammar/claims/phrase.ts';
import type { EqualsClaim, SameClaim } from '../claims/claim.ts';
import { type Judged, judged, UNKNOWN, type Values } from './claim-judge.ts';
import { type ClaimConstraint, type ClaimVerdict, holds } from './claim-outcome.ts';
import { compareTwo, powerBetween } from './compare-two.ts';
import type { Term } from './constraint.ts';
import { dimensionOf, type FigureValue, printedValue, type Quantity } from './quantity.ts';
import { magnitude, minus, powerOfTen, times } from './whole.ts';

export function judgeEquals(claim: EqualsClaim, values: Values): Judged {
  const { figure, places, closeness } = claim;
  const value = values.of(figure);
  let best: { readonly verdict: ClaimVerdict; readonly term: Term } | undefined;
  const against: Term[] = [];
  const consider = (term: Term | undefined): void => {
    if (term === undefined || !isSameDimension(value, term)) return;
    const verdict = compare(value, term, closeness, places.length === 1);
    if (!holds(verdict)) against.push(term);
    if (best === undefined || rank(verdict) < rank(best.verdict)) best = { verdict, term };
  };
  for (const place of places) consider(values.places.at(place));
  if (best !== undefined && !holds(best.verdict)) {
    for (const place of places) consider(values.places.repaired(place));
  }
  if (best === undefined) return UNKNOWN;
  const { verdict, term } = best;
  if (verdict === 'unknown') return UNKNOWN;
  values.settle(figure, term, !holds(verdict));
  if (verdict === 'exact') return { ...EXACT, constraint: equation(value, term) };
  return judged(verdict, {
    constraint: equation(value, term),
    expected: holds(verdict) ? undefined : printedValue(term),
    against: holds(verdict) ? [] : [term, ...against.filter((other) => other !== term)],
    power: verdict === 'unit-slip' ? powerBetween(value, term) : 0,
  });
}

const EXACT = judged('exact');

/** Forms print scores and numbers of things without a unit. */
function isSameDimension(value: FigureValue, term: Term): boolean {
  if (dimensionOf(term) === dimensionOf(value)) return true;
  const { kind } = value.figure.number;
  return dimensionOf(term) === '' && (kind === 'score' || kind === 'count');
}

export function judgeSame({ figure, other }: SameClaim, values: Values): Judged {
  const value = values.of(figure);
  const right = values.right({ kind: 'figure', figure: other });
  const printed = values.of(other);
  if (right === undefined || dimensionOf(right) !== dimensionOf(value)) return UNKNOWN;
  const constraint = equation(value, printed);
  const verdict = compare(value, right, figure.closeness, false);
  if (verdict === 'unknown') return UNKNOWN;
  if (holds(verdict)) {
    if (!values.isSettled(figure) && values.isSettled(other)) values.settle(figure, right, false);
    return judged(verdict, { constraint });
  }
  const expected = printedValue(right);
  const wrong = judged('follows', { constraint, expected, against: [right] });
  if (values.isWrong(figure)) return { ...wrong, cause: figure };
  // It repeats a figure that is wrong, and is as wrong.
  if (values.isWrong(other) && holds(compare(value, printed, 'exact', false))) {
    values.settle(figure, right, true);
    return { ...wrong, cause: other };
  }
  if (values.isSettled(other) && !values.isSettled(figure)) values.settle(figure, right, true);
  const power = powerBetween(value, right);
  return judged(verdict, { constraint, expected, against: [printed], power });
}

export function equation(left: Quantity, right: Quantity): ClaimConstraint {
  return {
    kind: 'linear',
    left: [{ coefficient: 1, quantity: left }],
    relation: '=',
    right: [{ coefficient: 1, quantity: right }],
  };
}

function compare(
  value: FigureValue,
  right: Quantity,
  closeness: Closeness,
  single: boolean,
): ClaimVerdict {
  if (right.state === 'unreadable') return 'unknown';
  if (value.state === 'unreadable') {
    return value.figure.number.malformed === undefined ? 'unknown' : 'malformed';
  }
  const { sign, verdict, meet } = compareTwo(value, right);
  switch (closeness) {
    case 'at-least':
      return sign <= 0 ? 'exact' : meet ? 'rounding' : 'broken';
    case 'at-most':
      return sign >= 0 ? 'exact' : meet ? 'rounding' : 'broken';
    case 'about':
      return verdict === 'exact' ? 'exact' : isNear(value, right) ? 'rounding' : 'broken';
    case 'exact':
      if (verdict === 'last-place') return single ? 'copied' : 'last-place';
      if (verdict !== 'apart') return verdict;
      return powerBetween(value, right) % 4 === 0 && powerBetween(value, right) !== 0
        ? 'unit-slip'
        : 'broken';
  }
}

/** About: within a tenth. */
function isNear(a: Quantity, b: Quantity): boolean {
  const exponent = Math.min(a.exponent, b.exponent);
  const scaled = ({ units, exponent: own }: Quantity) => times(units, powerOfTen(own - exponent));
  const gap = magnitude(minus(scaled(a), scaled(b)));
  return times(10, gap) <= magnitude(scaled(a));
}

const ORDER: readonly ClaimVerdict[] = [
  'exact',
  'rounding',
  'last-place',
  'coarse',
  'behind-zero',
  'malformed',
  'copied',
  'unit-slip',
  'broken',
];

function rank(verdict: ClaimVerdict): number {
  const at = ORDER.indexOf(verdict);
  return at < 0 ? ORDER.length : at;
}
