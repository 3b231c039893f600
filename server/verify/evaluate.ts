/**
 * Whether a constraint of a proof holds: interval arithmetic of its own on whole numbers, sharing nothing with the
 * checker. All values are multiples of 10^-PLACES.
 */
import type {
  ConstraintForm,
  LinearConstraint,
  ProofRelation,
  ProofTerm,
  ProofVerdict,
  RatioConstraint,
} from './proof.ts';

export const PLACES = 24;

/** One fact as arithmetic sees it. */
export interface Value {
  readonly value: bigint;
  /** Half the width of its interval. */
  readonly half: bigint;
}

export type ValueOf = (fact: number) => Value;

/** Undefined where the text is no decimal number, or finer than all printed figures. */
export function decimalOf(text: string): bigint | undefined {
  const [, sign, whole, decimals = ''] = /^(-?)(\d{1,60})(?:\.(\d{1,60}))?$/.exec(text) ?? [];
  if (whole === undefined || decimals.length > PLACES) return undefined;
  const size = BigInt(whole + decimals.padEnd(PLACES, '0'));
  return sign === '-' ? -size : size;
}

export function verdictOf(constraint: ConstraintForm, at: ValueOf): ProofVerdict {
  switch (constraint.kind) {
    case 'linear':
      return linearVerdict(constraint, at);
    case 'ratio':
      return ratioVerdict(constraint, at);
    case 'together': {
      const zeros = constraint.facts.filter((fact) => at(fact).value === 0n).length;
      return zeros === 0 || zeros === constraint.facts.length ? 'exact' : 'broken';
    }
    case 'signs': {
      const negative = constraint.facts.filter((fact) => at(fact).value < 0n).length;
      return (negative % 2 === 1) === constraint.odd ? 'exact' : 'broken';
    }
    case 'any': {
      const verdicts = constraint.of.map((one) => linearVerdict(one, at));
      if (verdicts.includes('exact')) return 'exact';
      return verdicts.includes('rounding') ? 'rounding' : 'broken';
    }
  }
}

// ---- sums --------------------------------------------------------------------------------------------------------------

function linearVerdict(
  { left, relation, right, rounding }: LinearConstraint,
  at: ValueOf,
): ProofVerdict {
  const difference = sum(left, at) - sum(right, at);
  if (meets(relation, difference, 0n)) return 'exact';
  if (rounding === 'exact') return 'broken';
  const terms = [...left, ...right];
  const printed = terms.filter(({ fact }) => at(fact).value !== 0n);
  const alike = (of: readonly ProofTerm[]): boolean =>
    new Set(of.map(({ fact }) => at(fact).half)).size <= 1;
  if (rounding === 'pair' && alike(terms)) return 'broken';
  let free = terms;
  if (rounding === 'sum') {
    const count = (side: readonly ProofTerm[]): number =>
      side.filter(({ fact }) => at(fact).value !== 0n).length;
    const single = count(left) <= 1 && count(right) <= 1;
    if (single && alike(printed) && printed.every(({ times }) => times === 1 || times === -1)) {
      return 'broken';
    }
    const whole = [left, right].find(
      ([only, ...others]) =>
        only !== undefined && others.length === 0 && at(only.fact).value === 0n,
    );
    free = [...printed, ...(whole ?? [])];
  }
  const slack = free.reduce(
    (all, { fact, times }) => all + size(BigInt(times)) * at(fact).half,
    0n,
  );
  return slack > 0n && meets(relation, difference, slack) ? 'rounding' : 'broken';
}

/** Whether left − right, give or take the slack, satisfies the relation. */
function meets(relation: ProofRelation, difference: bigint, slack: bigint): boolean {
  switch (relation) {
    case '=':
      return size(difference) <= slack;
    case '≤':
      return difference <= slack;
    case '≥':
      return -difference <= slack;
    case '<':
      return difference < slack;
    case '>':
      return -difference < slack;
    case '≠':
      return difference !== 0n || slack > 0n;
  }
}

export function sum(terms: readonly ProofTerm[], at: ValueOf): bigint {
  return terms.reduce((all, { fact, times }) => all + BigInt(times) * at(fact).value, 0n);
}

// ---- quotients ---------------------------------------------------------------------------------------------------------

export const ONE = 10n ** BigInt(PLACES);

function ratioVerdict(constraint: RatioConstraint, at: ValueOf): ProofVerdict {
  const { relation, over, under } = constraint;
  const { value, half } = at(constraint.value);
  const printed = size(value);
  const [top, bottom] = [sum(over, at), sum(under, at)];
  // A share of nothing is printed as nothing or as all of it.
  if (bottom === 0n) return top === 0n && (printed === 0n || printed === ONE) ? 'exact' : 'broken';
  if (bottom < 0n || top < 0n) return 'broken';
  const [quotient, product] = [top * ONE, printed * bottom];
  if (relation === '≥') return quotient >= product ? 'exact' : 'broken';
  if (relation === '≤') return quotient <= product ? 'exact' : 'broken';
  if (relation === '≈') {
    const isNear = 10n * quotient >= 9n * product && 10n * quotient <= 11n * product;
    return isNear ? 'rounding' : 'broken';
  }
  if (top === 0n) return printed === 0n ? 'exact' : 'broken';
  const gap = quotient - product;
  if (gap >= -half * bottom && gap < half * bottom) return 'exact';
  return reaches(constraint, at, printed - half, printed + half) ? 'rounding' : 'broken';
}

/** Whether the quotient can lie between two values, each figure that is not zero moving inside its interval. */
function reaches(
  { over, under }: RatioConstraint,
  at: ValueOf,
  low: bigint,
  high: bigint,
): boolean {
  const extreme = (sign: bigint, of: (above: bigint, below: bigint) => bigint): bigint => {
    let total = of(sum(over, at), sum(under, at));
    for (const fact of new Set([...over, ...under].map(({ fact }) => fact))) {
      const { value, half } = at(fact);
      if (value !== 0n) total += sign * size(of(times(over, fact), times(under, fact))) * half;
    }
    return total;
  };
  // over − low·under ≥ 0 somewhere in the box, over − high·under ≤ 0 somewhere: in between it is what is printed.
  return (
    extreme(1n, (_, below) => below) > 0n &&
    extreme(1n, (above, below) => above * ONE - low * below) >= 0n &&
    extreme(-1n, (above, below) => above * ONE - high * below) <= 0n
  );
}

export function times(terms: readonly ProofTerm[], fact: number): bigint {
  return terms.reduce((all, term) => (term.fact === fact ? all + BigInt(term.times) : all), 0n);
}

export function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}

// ---- for several constraints at once ------------------------------------------------------------------------------------

export interface Row {
  readonly factors: ReadonlyMap<number, bigint>;
  readonly sign: -1 | 0 | 1;
}

/**
 * A constraint as factors of its facts that add up to zero (`sign` 0), to zero or less (1), or to zero or more (−1). Of a
 * quotient one of its two ends, with that of the percentage's interval put in.
 */
export function rowOf(one: ConstraintForm, end: 1 | -1, at: ValueOf): Row | undefined {
  const factors = new Map<number, bigint>();
  if (one.kind === 'linear' && one.relation !== '≠') {
    const { left, right, relation } = one;
    for (const fact of factsOf(one))
      factors.set(fact, ONE * (times(left, fact) - times(right, fact)));
    return { factors, sign: relation === '=' ? 0 : relation === '≤' || relation === '<' ? 1 : -1 };
  }
  if (one.kind !== 'ratio' || one.relation !== '=') return undefined;
  const { value, half } = at(one.value);
  const quotient = size(value) + BigInt(end) * half;
  for (const { fact } of [...one.over, ...one.under]) {
    factors.set(fact, ONE * times(one.over, fact) - quotient * times(one.under, fact));
  }
  return { factors, sign: end };
}

/** Every fact that a constraint speaks of; one that stands in it twice may be named twice. */
export function factsOf(one: ConstraintForm): readonly number[] {
  if (one.kind === 'any') return one.of.flatMap(factsOf);
  if (one.kind === 'linear') return [...one.left, ...one.right].map(({ fact }) => fact);
  if (one.kind !== 'ratio') return one.facts;
  return [one.value, ...[...one.over, ...one.under].map(({ fact }) => fact)];
}
