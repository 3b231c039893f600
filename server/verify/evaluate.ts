/**
 * Whether a constraint of a proof holds: interval arithmetic of its own on whole numbers, sharing nothing with the
 * checker. All values are multiples of 10^-PLACES.
 */
import type {
  ConstraintForm,
  Excuse,
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
  readonly half: bigint;
  readonly coarse: bigint;
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

/** Whether a constraint holds, or what it is put down to explains it. */
export function isExcused(constraint: ConstraintForm, excuse: Excuse, at: ValueOf): boolean {
  if (verdictOf(constraint, at) !== 'broken') return true;
  if (constraint.kind === 'any') return constraint.of.some((one) => isExcused(one, excuse, at));
  if (constraint.kind === 'ratio') return isRatioExcused(constraint, excuse, at);
  if (constraint.kind !== 'linear') return false;
  const terms = [...constraint.left, ...constraint.right];
  const difference = sum(constraint.left, at) - sum(constraint.right, at);
  const widest = (pick: (value: Value) => bigint): bigint =>
    terms.reduce((all, { fact, times }) => all + size(BigInt(times)) * pick(at(fact)), 0n);
  switch (excuse) {
    case 'last-place': {
      const unit = terms.reduce((most, { fact }) => larger(most, 2n * at(fact).half), 0n);
      return meets(constraint.relation, difference, unit);
    }
    case 'coarse':
      return meets(
        constraint.relation,
        difference,
        widest(({ coarse }) => coarse),
      );
    case 'behind-zero':
      return meets(
        constraint.relation,
        difference,
        widest(({ coarse }) => coarse),
      );
    default:
      return false;
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

function sum(terms: readonly ProofTerm[], at: ValueOf): bigint {
  return terms.reduce((all, { fact, times }) => all + BigInt(times) * at(fact).value, 0n);
}

// ---- quotients ---------------------------------------------------------------------------------------------------------

const ONE = 10n ** BigInt(PLACES);

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
  const meet = reaches(constraint, at, printed - half, printed + half, ({ half }) => half);
  return meet ? 'rounding' : 'broken';
}

/** Whether the quotient can lie between two values, each figure that is not zero moving by `width` at most. */
function reaches(
  { over, under }: RatioConstraint,
  at: ValueOf,
  low: bigint,
  high: bigint,
  width: (value: Value) => bigint,
  zeros = false,
): boolean {
  const extreme = (sign: bigint, of: (above: bigint, below: bigint) => bigint): bigint => {
    let total = of(sum(over, at), sum(under, at));
    for (const fact of new Set([...over, ...under].map(({ fact }) => fact))) {
      const value = at(fact);
      if (value.value === 0n && !zeros) continue;
      const times = (terms: readonly ProofTerm[]): bigint =>
        terms.reduce((all, term) => (term.fact === fact ? all + BigInt(term.times) : all), 0n);
      total += sign * size(of(times(over), times(under))) * width(value);
    }
    return total;
  };
  // over − low·under ≥ 0 somewhere in the box, over − high·under ≤ 0 somewhere: in between it is what is printed.
  if (extreme(1n, (_, below) => below) <= 0n) return false;
  return (
    extreme(1n, (above, below) => above * ONE - low * below) >= 0n &&
    extreme(-1n, (above, below) => above * ONE - high * below) <= 0n
  );
}

function isRatioExcused(constraint: RatioConstraint, excuse: Excuse, at: ValueOf): boolean {
  if (constraint.relation !== '=') return false;
  const { value, half, coarse } = at(constraint.value);
  const printed = size(value);
  if (sum(constraint.under, at) <= 0n || sum(constraint.over, at) < 0n) return false;
  switch (excuse) {
    case 'coarse':
      return reaches(constraint, at, printed - coarse, printed + coarse, (one) => one.coarse);
    case 'truncated':
      return reaches(constraint, at, printed, printed + 2n * coarse, (one) => one.half);
    case 'behind-zero':
      return reaches(constraint, at, printed - half, printed + half, (one) => one.half, true);
    default:
      return false;
  }
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
