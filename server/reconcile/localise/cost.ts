/**
 * What it costs an explanation that a constraint comes out as it does. Costs are natural logarithms of how seldom a
 * correct report shows it; a broken constraint is no matter of odds and costs more than everything else together.
 */
import type { ClaimVerdict } from '../claim-outcome.ts';
import type { Outcome, Verdict } from '../constraint.ts';

/** A constraint that no choice of values satisfies. */
export const BROKEN = 1000;
/** From here on a constraint is worth a word, though it is not broken: money behind a zero, the last place. */
export const DOUBTFUL = 3;
/** From here on nobody passes it over: a last place, money behind a zero, a slip of copying. */
export const TOLD = 5;

const OF_IDENTITY: Readonly<Record<Verdict, number>> = {
  exact: 0,
  rounding: 0,
  coarse: 5,
  'last-place': 5,
  'behind-zero': 6,
  'unit-slip': BROKEN,
  broken: BROKEN,
  unknown: 0,
};

const OF_CLAIM: Readonly<Record<ClaimVerdict, number>> = {
  exact: 0,
  rounding: 0.3,
  coarse: 4,
  'last-place': 5,
  truncated: 4,
  'behind-zero': 6,
  copied: 7,
  shortfall: 2.9,
  'unit-slip': BROKEN,
  // What words say is wrong, or nothing can be said: no figure need be another.
  direction: 2.9,
  'zero-base': 2.9,
  broken: BROKEN,
  malformed: 0,
  follows: 0,
  unknown: 0,
};

export function costOfIdentity(outcome: Outcome): number {
  return outcome.verdict === 'rounding' ? costOfRounding(outcome) : OF_IDENTITY[outcome.verdict];
}

export function costOfClaim(verdict: ClaimVerdict): number {
  return OF_CLAIM[verdict];
}

/**
 * Rounding errors of n figures add up to something near a normal distribution of variance n/12 in last places, so a
 * difference of d costs d² / (2n/12).
 */
function costOfRounding({ difference, allowance, exponent, constraint }: Outcome): number {
  let finest = Number.POSITIVE_INFINITY;
  for (const side of [constraint.left, constraint.right]) {
    for (const term of side) if (term.state === 'figure') finest = Math.min(finest, term.exponent);
  }
  const unit = Number.isFinite(finest) ? 10 ** (finest - exponent) : 1;
  const figures = Math.max(1, allowance / unit);
  const places = difference / unit;
  return Math.min((6 * places * places) / figures, DOUBTFUL - 0.1);
}
