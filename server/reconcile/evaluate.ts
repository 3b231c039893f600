/**
 * Judges a constraint by the rounding policy (RULES §1). Every figure x stands for [x−u, x+u], u half a unit of its last
 * place; all arithmetic is on integers in half units, so nothing is ever rounded here.
 */
import type { Relation } from '../../grammar/syntax-tree.ts';
import type { Table } from '../report/model.ts';
import {
  type Constraint,
  type Outcome,
  POWERS,
  type TermState,
  type Verdict,
} from './constraint.ts';

/** What is added up: a place of a table (`Term`), or a figure of the narrative. */
export interface Addend {
  readonly coefficient: number;
  readonly state: TermState;
  readonly units: number;
  readonly exponent: number;
  readonly dropped: number;
  readonly rounded: boolean;
  readonly table: Table | undefined;
}

/** As much of a constraint as arithmetic needs. */
export interface Sides extends Pick<Constraint, 'relation' | 'strictness'> {
  readonly left: readonly Addend[];
  readonly right: readonly Addend[];
}

/**
 * What a constraint adds up to, in half units of `10^exponent`: enough to judge it, and to judge it again when one
 * term takes another value.
 */
export interface Tally {
  exponent: number;
  /** Sums of the sides. */
  left: number;
  right: number;
  /** Widths that rounding allows: of the figures that are not zero, of the zeros, of digits dropped (R10). */
  width: number;
  leftWidth: number;
  zeroWidth: number;
  coarseWidth: number;
  /** How many terms of each side are not zero, and how many are. */
  leftFigures: number;
  rightFigures: number;
  zeros: number;
  /** The total: the side that is a single term, its width where it is zero. */
  zeroTotalWidth: number;
  /** Finest and coarsest last place among figures that are not zero. */
  finest: number;
  coarsest: number;
  unitCoefficients: boolean;
  sameTable: boolean;
  unreadable: boolean;
  /** False where the integers have outgrown a double. */
  safe: boolean;
}

const SAFE = 2 ** 52;

export function evaluate<S extends Sides>(constraint: S): Outcome<S> {
  const tally = tallyOf(constraint);
  if (!tally.unreadable && !tally.safe) return evaluateBig(constraint, tally);
  return outcomeOf(constraint, tally);
}

/** Builds the outcome of a tally. */
export function outcomeOf<S extends Sides>(constraint: S, tally: Tally): Outcome<S> {
  const verdict = judge(constraint, tally);
  return {
    constraint,
    verdict,
    left: tally.left / 2,
    right: tally.right / 2,
    difference: (tally.left - tally.right) / 2,
    allowance: tally.width + tally.zeroTotalWidth,
    exponent: tally.exponent,
  };
}

export function tallyOf({ left, right }: Pick<Sides, 'left' | 'right'>): Tally {
  const first = left[0] ?? right[0];
  let exponent = first?.exponent ?? 0;
  for (const term of left) if (term.exponent < exponent) exponent = term.exponent;
  for (const term of right) if (term.exponent < exponent) exponent = term.exponent;
  const tally: Tally = {
    exponent,
    left: 0,
    right: 0,
    width: 0,
    leftWidth: 0,
    zeroWidth: 0,
    coarseWidth: 0,
    leftFigures: 0,
    rightFigures: 0,
    zeros: 0,
    zeroTotalWidth: 0,
    finest: Number.POSITIVE_INFINITY,
    coarsest: Number.NEGATIVE_INFINITY,
    unitCoefficients: true,
    sameTable: true,
    unreadable: false,
    safe: true,
  };
  const table = first?.table;
  for (const term of left) {
    if (term.table !== table) tally.sameTable = false;
    tally.left += add(tally, term);
    if (term.state === 'figure') tally.leftFigures++;
  }
  tally.leftWidth = tally.width;
  for (const term of right) {
    if (term.table !== table) tally.sameTable = false;
    tally.right += add(tally, term);
    if (term.state === 'figure') tally.rightFigures++;
  }
  if (left.length === 1 && left[0]?.state === 'zero') {
    tally.zeroTotalWidth = halfUnit(left[0], exponent);
  } else if (right.length === 1 && right[0]?.state === 'zero') {
    tally.zeroTotalWidth = halfUnit(right[0], exponent);
  }
  const largest = Math.max(Math.abs(tally.left), Math.abs(tally.right), tally.width);
  if (!(largest + tally.zeroWidth + tally.coarseWidth < SAFE)) tally.safe = false;
  return tally;
}

/** Adds a term's widths to the tally and gives its value in half units. */
function add(tally: Tally, term: Addend): number {
  if (term.state === 'unreadable') {
    tally.unreadable = true;
    return 0;
  }
  const unit = POWERS[term.exponent - tally.exponent] ?? Number.POSITIVE_INFINITY;
  if (term.state === 'zero') {
    tally.zeros++;
    if (term.rounded) tally.zeroWidth += unit;
    return 0;
  }
  const { coefficient } = term;
  const weight = Math.abs(coefficient);
  if (weight !== 1) tally.unitCoefficients = false;
  if (term.rounded) tally.width += weight * unit;
  if (term.dropped > 0) tally.coarseWidth += weight * unit * ((POWERS[term.dropped] ?? 1) - 1);
  if (term.exponent < tally.finest) tally.finest = term.exponent;
  if (term.exponent > tally.coarsest) tally.coarsest = term.exponent;
  const value = 2 * coefficient * term.units * unit;
  if (Math.abs(value) > SAFE) tally.safe = false;
  return value;
}

function halfUnit(term: Addend, exponent: number): number {
  if (!term.rounded) return 0;
  return POWERS[term.exponent - exponent] ?? Number.POSITIVE_INFINITY;
}

export function judge(constraint: Pick<Sides, 'relation' | 'strictness'>, tally: Tally): Verdict {
  if (tally.unreadable) return 'unknown';
  const gap = gapOf(constraint.relation, tally.left - tally.right);
  if (gap === 0) return 'exact';
  if (constraint.strictness === 'exact') return slipOr(constraint, tally);
  const verdict = explain(tally, gap);
  return verdict === 'broken' ? slipOr(constraint, tally) : verdict;
}

/** By how much the printed values miss the relation; 0 where they satisfy it. */
function gapOf(relation: Relation, difference: number): number {
  switch (relation) {
    case '=':
      return Math.abs(difference);
    case '≤':
      return difference > 0 ? difference : 0;
    case '≥':
      return difference < 0 ? -difference : 0;
    // A strict relation between printed values that are equal is within the width of rounding.
    case '<':
      return difference >= 0 ? difference + 1 : 0;
    case '>':
      return difference <= 0 ? 1 - difference : 0;
    case '≠':
      return difference === 0 ? 1 : 0;
  }
}

function explain(tally: Tally, gap: number): Verdict {
  // Counts are what they say.
  if (tally.width === 0 && tally.zeroWidth === 0) return 'broken';
  const single = tally.leftFigures <= 1 && tally.rightFigures <= 1 && tally.unitCoefficients;
  if (single && tally.finest === tally.coarsest) {
    // The same quantity printed twice (R3): its two roundings cannot differ, whatever the amount was.
    const unit = 2 * (POWERS[tally.finest - tally.exponent] ?? 1);
    if (!tally.sameTable && gap <= unit) return 'last-place';
    if (tally.coarseWidth > 0 && gap <= tally.width + tally.coarseWidth) return 'coarse';
    const pair = 2 - tally.leftFigures - tally.rightFigures;
    if (tally.zeros > pair && gap <= tally.width + tally.zeroWidth) return 'behind-zero';
    return 'broken';
  }
  const width = tally.width + tally.zeroTotalWidth;
  if (gap <= width) return 'rounding';
  if (gap <= width + tally.coarseWidth) return 'coarse';
  if (gap <= tally.width + tally.zeroWidth + tally.coarseWidth) return 'behind-zero';
  return 'broken';
}

/** A unit slip (R7) is said as such only where the figures have enough digits for it to be no coincidence. */
function slipOr(constraint: Pick<Sides, 'relation'>, tally: Tally): Verdict {
  if (constraint.relation !== '=' && constraint.relation !== '≤') return 'broken';
  return slipPower(tally) === 0 ? 'broken' : 'unit-slip';
}

/**
 * The power of ten by which the left side is greater (negative: smaller) than the right where they are equal but for it;
 * else 0.
 */
export function slipPower(tally: Tally): number {
  const left = Math.abs(tally.left);
  const right = Math.abs(tally.right);
  if (tally.leftFigures === 0 || tally.rightFigures === 0) return 0;
  if (Math.sign(tally.left) !== Math.sign(tally.right)) return 0;
  const small = Math.min(left, right);
  const large = Math.max(left, right);
  // At least three digits of the smaller one must agree, each side counted in its own last place.
  const [smallWidth, smallFigures] =
    left < right
      ? [tally.leftWidth, tally.leftFigures]
      : [tally.width - tally.leftWidth, tally.rightFigures];
  if (small < (100 * 2 * smallWidth) / smallFigures) return 0;
  for (let power = 1; power <= 8; power++) {
    const scale = POWERS[power] ?? 1;
    if (large < small * scale * 0.99) return 0;
    const rightWidth = tally.width - tally.leftWidth;
    const slack =
      left < right ? tally.leftWidth * scale + rightWidth : rightWidth * scale + tally.leftWidth;
    if (Math.abs(small * scale - large) <= Math.min(slack, small * scale * 0.005)) {
      return left > right ? power : -power;
    }
  }
  return 0;
}

/** The same judgement where amounts are too large, or units too far apart, for doubles. */
function evaluateBig<S extends Sides>(constraint: S, tally: Tally): Outcome<S> {
  const big = (terms: readonly Addend[]): bigint =>
    terms.reduce(
      (sum, term) =>
        sum +
        2n *
          BigInt(term.coefficient) *
          BigInt(term.units) *
          10n ** BigInt(term.exponent - tally.exponent),
      0n,
    );
  const left = big(constraint.left);
  const right = big(constraint.right);
  // The gap is exact; a gap beyond doubles is beyond every width as well, and their order survives the conversion.
  const gap = left - right;
  const exact: Tally = { ...tally, left: Number(gap), right: 0, safe: true };
  const verdict = judge(constraint, exact);
  return {
    constraint,
    verdict,
    left: Number(left) / 2,
    right: Number(right) / 2,
    difference: Number(gap) / 2,
    allowance: tally.width + tally.zeroTotalWidth,
    exponent: tally.exponent,
  };
}
