/**
 * What may be put right without anyone looking at it: a total, or a rate, that follows from figures which others prove,
 * and for which rounding leaves one value. All else is a guess, however good, and is offered only.
 */
import type { NarrativeFigure } from '../claims/claim.ts';
import { keptWith } from '../report/kept-with.ts';
import type { Cell } from '../report/model.ts';
import { impliedFigure, inPlaces } from './amount.ts';
import { type ClaimOutcome, holds } from './claim-outcome.ts';
import { isBroken, type Outcome, type Term } from './constraint.ts';
import { evaluate } from './evaluate.ts';
import { figuresOf } from './figure-states.ts';
import { compare, roundHalfUp } from './fraction.ts';
import { quotientRange } from './judge-ratio.ts';
import { isPlace, type Quantity, ratioExponent } from './quantity.ts';

export interface JudgedReport {
  readonly outcomes: readonly Outcome[];
  readonly claimOutcomes: readonly ClaimOutcome[];
}

/** Worked out once for a report, and only where something in it is wrong. */
export function undisputedIn(report: JudgedReport): Undisputed {
  return undisputedOf(report.outcomes, report);
}

export class Undisputed {
  readonly #report: JudgedReport;
  /** The constraints over each cell. */
  readonly #over = new Map<Cell, Outcome[]>();

  constructor(report: JudgedReport) {
    this.#report = report;
    for (const outcome of report.outcomes) {
      const { left, right } = outcome.constraint;
      for (const side of [left, right]) {
        for (const { cell } of side) {
          if (cell === undefined) continue;
          const list = this.#over.get(cell);
          if (list === undefined) this.#over.set(cell, [outcome]);
          else if (list.at(-1) !== outcome) list.push(outcome);
        }
      }
    }
  }

  /** Whether something that does not hold speaks of a place. */
  isDisputed(place: Term): boolean {
    return this.#of(place).some(isBroken);
  }

  /**
   * Whether an equation that could have failed proves a place and nothing speaks against it; constraints over `except`,
   * the place in question, count neither way.
   */
  isProven(place: Term, except?: Term): boolean {
    if (place.cell === undefined || place.report !== undefined) return false;
    let proven = false;
    for (const outcome of this.#of(place)) {
      if (except !== undefined && isOver(outcome, except)) continue;
      const { verdict, constraint } = outcome;
      if (verdict === 'unknown') continue;
      if (verdict !== 'exact' && verdict !== 'rounding') return false;
      proven ||= constraint.relation === '=';
    }
    return proven;
  }

  /**
   * The one value that a total must have: each of its parts is proven without it, no other value in its last place
   * satisfies all that is said of it, and no sentence says what is printed now. Undefined where that cannot be said.
   */
  certainTotal(term: Term): { readonly units: number; readonly decimals: number } | undefined {
    const total = term.base;
    if (total.cell === undefined || total.report !== undefined) return undefined;
    const decimals = Math.max(total.column.decimals, total.figure?.decimals ?? 0);
    const value = this.#sumOfParts(total, decimals);
    if (value === undefined || value === total.units || this.#isSaid(total)) return undefined;
    const fits = (units: number): boolean => this.#fits(total, units, decimals);
    return fits(value) && !fits(value - 1) && !fits(value + 1)
      ? { units: value, decimals }
      : undefined;
  }

  #sumOfParts(total: Term, decimals: number): number | undefined {
    for (const outcome of this.#of(total)) {
      const { constraint, left, right, exponent } = outcome;
      if (!isBroken(outcome) || constraint.relation !== '=' || constraint.strictness !== 'sum') {
        continue;
      }
      const onLeft = isOnly(constraint.left, total);
      if (!onLeft && !isOnly(constraint.right, total)) continue;
      const [parts, value] = onLeft ? [constraint.right, right] : [constraint.left, left];
      if (parts.length === 0 || parts.some((part) => isSame(part, total))) continue;
      if (!parts.every((part) => this.isProven(part, total))) continue;
      const units = inPlaces(value, exponent, total.column.unit, decimals);
      if (Number.isSafeInteger(units)) return units;
    }
    return undefined;
  }

  /** Whether all that is said of a place holds for another value of it. */
  #fits(place: Term, units: number, decimals: number): boolean {
    const put = place.with(1, impliedFigure(units, decimals, place.column.unit));
    const swap = (term: Term): Term =>
      !isSame(term, place)
        ? term
        : term.coefficient === 1
          ? put
          : put.with(term.coefficient, put.figure);
    return this.#of(place).every(({ constraint, verdict }) => {
      if (verdict === 'unknown') return true;
      const after = evaluate({
        ...constraint,
        left: constraint.left.map(swap),
        right: constraint.right.map(swap),
      });
      return after.verdict === 'exact' || after.verdict === 'rounding';
    });
  }

  /** Whether a sentence states what a place prints. */
  #isSaid(place: Term): boolean {
    return this.#report.claimOutcomes.some(
      ({ claim, constraint, verdict }) =>
        claim.kind === 'equals' &&
        holds(verdict) &&
        constraint?.kind === 'linear' &&
        constraint.right.some(({ quantity }) => isPlace(quantity) && isSame(quantity, place)),
    );
  }

  /**
   * Whether a wrong percentage can have one value only: what it divides is proven, rounding leaves one value in its last
   * place, and no other sentence agrees with what is printed.
   */
  isCertainRate(outcome: ClaimOutcome, figure: NarrativeFigure): boolean {
    const { constraint, verdict, wrongBase, expected } = outcome;
    if (verdict !== 'broken' || wrongBase !== undefined || constraint?.kind !== 'ratio')
      return false;
    if (constraint.relation !== '=' || figure.number.malformed !== undefined) return false;
    const { over, under } = constraint;
    if (![...over, ...under].every(({ quantity }) => this.#isSettled(quantity))) return false;
    const range = quotientRange(over, under);
    const exponent = ratioExponent(figure.number.unit);
    if (range === undefined || exponent === undefined) return false;
    const places = figure.number.decimals - exponent;
    const only = roundHalfUp(range.low, places);
    if (compare(only, roundHalfUp(range.high, places)) !== 0) return false;
    // What is offered in its place may be meant for other sentences too.
    if (expected === undefined || compare(roundHalfUp(expected, places), only) !== 0) return false;
    return !this.#report.claimOutcomes.some(
      (one) =>
        holds(one.verdict) &&
        one.claim.kind !== 'direction' &&
        figuresOf(one.claim).includes(figure),
    );
  }

  /** A place that is proven, or a figure of a sentence that states such a one. */
  #isSettled(quantity: Quantity): boolean {
    if (isPlace(quantity)) return this.isProven(quantity);
    return this.#report.claimOutcomes.some(
      ({ claim, constraint, verdict }) =>
        claim.kind === 'equals' &&
        claim.figure === quantity.figure &&
        (verdict === 'exact' || verdict === 'rounding') &&
        constraint?.kind === 'linear' &&
        constraint.right.length === 1 &&
        constraint.right.every((term) => isPlace(term.quantity) && this.isProven(term.quantity)),
    );
  }

  #of({ cell }: Term): readonly Outcome[] {
    return (cell && this.#over.get(cell)) ?? [];
  }
}

/** Terms of one place need not be one object: assertions and sentences make their own. */
function isSame(a: Term, b: Term): boolean {
  return a.cell !== undefined && a.cell === b.cell;
}

function isOnly(side: readonly Term[], place: Term): boolean {
  const [only] = side;
  return side.length === 1 && only !== undefined && isSame(only, place) && only.coefficient === 1;
}

function isOver({ constraint: { left, right } }: Outcome, place: Term): boolean {
  return [...left, ...right].some((term) => isSame(term, place));
}

const undisputedOf = keptWith(
  (_outcomes: readonly Outcome[], report: JudgedReport) => new Undisputed(report),
);
