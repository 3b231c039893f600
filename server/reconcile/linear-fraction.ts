/**
 * Values of expressions over figures that each stand for an interval. A value is kept as a linear fraction of the
 * figures, `(c₀ + Σ cᵢxᵢ) / (d₀ + Σ dᵢxᵢ)`, as long as it is one: then a figure that occurs twice takes one value (R4),
 * and the range over the whole box is exact. What is no linear fraction becomes a figure of its own with its range.
 */
import {
  absolute,
  add,
  compare,
  divide,
  type Fraction,
  greatest,
  isHuge,
  least,
  multiply,
  negate,
  ONE,
  sign,
  ZERO,
} from './fraction.ts';

/** One figure: its printed value and the interval that it stands for. */
export interface Leaf {
  readonly point: Fraction;
  readonly low: Fraction;
  readonly high: Fraction;
}

interface Affine {
  readonly constant: Fraction;
  readonly terms: ReadonlyMap<Leaf, Fraction>;
}

export interface LinearFraction {
  readonly top: Affine;
  /** Positive over the whole box. */
  readonly bottom: Affine;
}

export interface Range {
  readonly low: Fraction;
  readonly high: Fraction;
}

const NO_TERMS: ReadonlyMap<Leaf, Fraction> = new Map();
const UNIT: Affine = { constant: ONE, terms: NO_TERMS };

export function constantValue(value: Fraction): LinearFraction {
  return { top: { constant: value, terms: NO_TERMS }, bottom: UNIT };
}

export function leafValue(leaf: Leaf): LinearFraction {
  if (compare(leaf.low, leaf.high) === 0) return constantValue(leaf.point);
  return { top: { constant: ZERO, terms: new Map([[leaf, ONE]]) }, bottom: UNIT };
}

export function addValues(a: LinearFraction, b: LinearFraction): LinearFraction {
  if (sameAffine(a.bottom, b.bottom)) return { top: addAffine(a.top, b.top), bottom: a.bottom };
  const [constant, other] = isConstant(a) ? [a, b] : [b, a];
  if (isConstant(constant)) {
    return {
      top: addAffine(other.top, scaleAffine(other.bottom, constant.top.constant)),
      bottom: other.bottom,
    };
  }
  const [first, second] = [rangeOf(a), rangeOf(b)];
  return opaque(
    add(pointOf(a), pointOf(b)),
    add(first.low, second.low),
    add(first.high, second.high),
  );
}

/** The sum of many values, in time linear in them where they are figures. */
export function sumValues(values: readonly LinearFraction[]): LinearFraction {
  let constant = ZERO;
  const terms = new Map<Leaf, Fraction>();
  let rest: LinearFraction | undefined;
  for (const value of values) {
    if (value.bottom !== UNIT) {
      rest = rest === undefined ? value : addValues(rest, value);
      continue;
    }
    constant = add(constant, value.top.constant);
    for (const [leaf, coefficient] of value.top.terms) {
      terms.set(leaf, add(terms.get(leaf) ?? ZERO, coefficient));
    }
  }
  for (const [leaf, coefficient] of terms) if (sign(coefficient) === 0) terms.delete(leaf);
  const sum = { top: { constant, terms }, bottom: UNIT };
  return rest === undefined ? sum : addValues(sum, rest);
}

export function negateValue(a: LinearFraction): LinearFraction {
  return { top: scaleAffine(a.top, negate(ONE)), bottom: a.bottom };
}

export function multiplyValues(a: LinearFraction, b: LinearFraction): LinearFraction {
  if (isConstant(a)) return { top: scaleAffine(b.top, a.top.constant), bottom: b.bottom };
  if (isConstant(b)) return { top: scaleAffine(a.top, b.top.constant), bottom: a.bottom };
  // (p/q) × q = p: a share times its base is the part again.
  if (sameAffine(a.bottom, b.top) && b.bottom === UNIT) return { top: a.top, bottom: UNIT };
  if (sameAffine(b.bottom, a.top) && a.bottom === UNIT) return { top: b.top, bottom: UNIT };
  const [first, second] = [rangeOf(a), rangeOf(b)];
  const products = [
    multiply(first.low, second.low),
    multiply(first.low, second.high),
    multiply(first.high, second.low),
    multiply(first.high, second.high),
  ];
  return opaque(
    multiply(pointOf(a), pointOf(b)),
    products.reduce(least),
    products.reduce(greatest),
  );
}

/** Undefined where the divisor may be zero. */
export function divideValues(a: LinearFraction, b: LinearFraction): LinearFraction | undefined {
  const range = rangeOf(b);
  if (sign(range.low) <= 0 && sign(range.high) >= 0) return undefined;
  if (sign(range.high) < 0) return divideValues(negateValue(a), negateValue(b));
  if (sameAffine(a.bottom, b.bottom)) return { top: a.top, bottom: b.top };
  if (isConstant(b))
    return { top: scaleAffine(a.top, divide(ONE, b.top.constant)), bottom: a.bottom };
  const inverse = { top: b.bottom, bottom: b.top };
  return multiplyValues(a, inverse);
}

export function absoluteValue(a: LinearFraction): LinearFraction {
  const { low, high } = rangeOf(a);
  if (sign(low) >= 0) return a;
  if (sign(high) <= 0) return negateValue(a);
  return opaque(absolute(pointOf(a)), ZERO, greatest(negate(low), high));
}

/** The greatest (or least) of some values. */
export function extremeValue(values: readonly LinearFraction[], largest: boolean): LinearFraction {
  const choose = largest ? greatest : least;
  const ranges = values.map(rangeOf);
  return opaque(
    values.map(pointOf).reduce(choose),
    ranges.map(({ low }) => low).reduce(choose),
    ranges.map(({ high }) => high).reduce(choose),
  );
}

/** The same function of a value and of the ends of its range; it must not fall. */
export function risingValue(a: LinearFraction, rise: (x: Fraction) => Fraction): LinearFraction {
  const { low, high } = rangeOf(a);
  return opaque(rise(pointOf(a)), rise(low), rise(high));
}

export function pointOf({ top, bottom }: LinearFraction): Fraction {
  return divide(at(top, POINT), at(bottom, POINT));
}

/** The least and greatest value over all choices of the figures, exact. */
export function rangeOf(value: LinearFraction): Range {
  if (value.bottom.terms.size === 0) {
    const scale = value.bottom.constant;
    return {
      low: divide(extreme(value.top, false), scale),
      high: divide(extreme(value.top, true), scale),
    };
  }
  return { low: negate(greatestRatio(negateValue(value))), high: greatestRatio(value) };
}

/**
 * The greatest value of a linear fraction with a positive denominator over a box (Dinkelbach): λ is the maximum where
 * the maximum of `top − λ·bottom` is 0, and each step moves to the corner where that maximum lies. Corners are finite
 * and λ rises strictly, so it ends; a handful of steps is usual.
 */
function greatestRatio(value: LinearFraction): Fraction {
  let ratio = pointOf(value);
  for (let step = 0; step < 64; step++) {
    const gain = addAffine(value.top, scaleAffine(value.bottom, negate(ratio)));
    const corner = (leaf: Leaf): Fraction =>
      sign(gain.terms.get(leaf) ?? ZERO) >= 0 ? leaf.high : leaf.low;
    const next = divide(at(value.top, corner), at(value.bottom, corner));
    if (compare(next, ratio) <= 0) return ratio;
    ratio = next;
  }
  return ratio;
}

export function isHugeValue({ top, bottom }: LinearFraction): boolean {
  const large = ({ constant, terms }: Affine): boolean =>
    isHuge(constant) || terms.size > 100_000 || [...terms.values()].some(isHuge);
  return large(top) || large(bottom);
}

function opaque(point: Fraction, low: Fraction, high: Fraction): LinearFraction {
  return leafValue({ point, low, high });
}

function isConstant({ top, bottom }: LinearFraction): boolean {
  return top.terms.size === 0 && bottom === UNIT;
}

const POINT = ({ point }: Leaf): Fraction => point;

function at({ constant, terms }: Affine, choose: (leaf: Leaf) => Fraction): Fraction {
  let sum = constant;
  for (const [leaf, coefficient] of terms) sum = add(sum, multiply(coefficient, choose(leaf)));
  return sum;
}

function extreme(affine: Affine, largest: boolean): Fraction {
  let sum = affine.constant;
  for (const [leaf, coefficient] of affine.terms) {
    const rising = sign(coefficient) > 0;
    sum = add(sum, multiply(coefficient, rising === largest ? leaf.high : leaf.low));
  }
  return sum;
}

function addAffine(a: Affine, b: Affine): Affine {
  if (b.terms.size === 0 && sign(b.constant) === 0) return a;
  const terms = new Map(a.terms);
  for (const [leaf, coefficient] of b.terms) {
    const sum = add(terms.get(leaf) ?? ZERO, coefficient);
    if (sign(sum) === 0) terms.delete(leaf);
    else terms.set(leaf, sum);
  }
  return { constant: add(a.constant, b.constant), terms };
}

function scaleAffine({ constant, terms }: Affine, scale: Fraction): Affine {
  if (sign(scale) === 0) return { constant: ZERO, terms: NO_TERMS };
  return {
    constant: multiply(constant, scale),
    terms: new Map([...terms].map(([leaf, coefficient]) => [leaf, multiply(coefficient, scale)])),
  };
}

function sameAffine(a: Affine, b: Affine): boolean {
  if (a === b) return true;
  if (a.terms.size !== b.terms.size || compare(a.constant, b.constant) !== 0) return false;
  for (const [leaf, coefficient] of a.terms) {
    const other = b.terms.get(leaf);
    if (other === undefined || compare(coefficient, other) !== 0) return false;
  }
  return true;
}
