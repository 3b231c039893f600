/** How readily a printed number is believed to be wrong, before and beside what the constraints say. */
import type { Fact } from './fact.ts';
import { SLIP_COSTS, type SlipKind, slipTo } from './likely-slips.ts';

/** By kind of fact: the costlier, the less likely it is wrong. Natural logarithms, as the costs of slips are. */
export const SUSPICION = {
  /** Worked out by whoever wrote the sentence: where most faults are found. */
  rate: -2.5,
  change: 0.5,
  count: 1,
  amount: 1,
  cell: 2,
  /** A negative amount where none may be. */
  unlawful: -5,
  /** A cell that prints nothing. */
  blank: 4,
} as const;

export function suspicionOf(fact: Fact): number {
  if (fact.kind === 'cell') {
    if (fact.isBlank) return SUSPICION.blank;
    const isUnlawful = fact.printed.units < 0 && fact.term.table.form?.neverNegative === true;
    return isUnlawful ? SUSPICION.unlawful : SUSPICION.cell;
  }
  const { number, aspect } = fact.figure;
  if (number.kind === 'percentage' || number.kind === 'points') return SUSPICION.rate;
  if (aspect === 'change') return SUSPICION.change;
  return number.kind === 'count' ? SUSPICION.count : SUSPICION.amount;
}

/** `slip`: where it is known from elsewhere (a percentage that divides by the wrong base). */
export function costOfChange(fact: Fact, units: number, slip?: SlipKind): number {
  const kind = slip ?? slipTo(fact, units);
  return suspicionOf(fact) + (kind === undefined ? noSlip(fact) : SLIP_COSTS[kind]);
}

/** A repair that undoes no slip. What is worked out may be worked out wrongly and be like nothing. */
function noSlip(fact: Fact): number {
  if (fact.kind === 'cell') return 5;
  const { number, aspect } = fact.figure;
  if (number.kind === 'percentage' || number.kind === 'points') return 5;
  return aspect === 'change' ? 3 : 5;
}

/** Whether a fact may print a value at all. */
export function isLawful(fact: Fact, units: number): boolean {
  if (!Number.isSafeInteger(units) || units === fact.printed.units) return false;
  if (Math.abs(units) >= 1e15 || units % fact.step !== 0) return false;
  // What is negative lost its sign, and nothing else.
  if (units < 0 && fact.printed.units >= 0 && units !== -fact.printed.units) return false;
  if (fact.kind === 'figure') {
    const { kind } = fact.figure.number;
    if (units < 0 && kind !== 'percentage' && fact.printed.units >= 0) return false;
    if (kind === 'count' && units % 10 ** fact.printed.decimals !== 0) return false;
  }
  return true;
}
