/**
 * Several identities broken by one figure: the cell that stands in them and whose one other value repairs them. This is
 * a greedy reading, not yet the search for the smallest explanation (LANGUAGE §6): at each step the cell that repairs
 * most and breaks least is taken, where it is worth at least two identities.
 */
import { keptWith } from '../report/kept-with.ts';
import { impliedFigure, inPlaces } from './amount.ts';
import { type Constraint, isBroken, type Outcome, type Term } from './constraint.ts';
import { evaluate } from './evaluate.ts';
import { slipBetween, unitSlipBetween } from './slip.ts';

/** A cell and the value that repairs what it breaks. */
export interface Culprit {
  readonly term: Term;
  /** The value it must have, in last places of `decimals`. */
  readonly units: number;
  readonly decimals: number;
  /**
   * The broken identities that the value repairs, and those that only money behind a zero explains, as judged with the
   * culprits before it put right: first those that it is the total of, then in the order of the identities.
   */
  readonly repaired: readonly Outcome[];
  /** True where it shows only once culprits before it are put right. */
  readonly afterOthers: boolean;
  /** True where none of them is broken: money behind the printed zero would do as well. */
  readonly doubtful: boolean;
  /** Other cells that explain exactly as much, with their values. */
  readonly alternatives: readonly Pick<Culprit, 'term' | 'units' | 'decimals'>[];
}

export interface Explanation {
  readonly culprits: readonly Culprit[];
  /** Broken identities that no shared cell explains. */
  readonly unexplained: readonly Outcome[];
}

/** Beyond so many term evaluations a report is broken all over, and each identity speaks for itself. */
const BUDGET = 300_000;

/** What explains the broken identities of a report, worked out once for whoever asks. */
export const explanationOf = keptWith(explainBroken);

export function explainBroken(outcomes: readonly Outcome[]): Explanation {
  // An author's own assertion is reported where it stands, whoever is to blame.
  const identities = outcomes.filter(({ constraint }) => 'identity' in constraint.origin);
  const broken = identities.filter(isBroken);
  // What only money behind a printed zero could explain accuses nothing but that zero, but it tells which cell is wrong.
  const doubtful = identities.filter(isDoubtful);
  if (broken.length + doubtful.length < 2) return { culprits: [], unexplained: broken };
  return new Search(identities, [...broken, ...doubtful]).run();
}

interface Candidate {
  readonly term: Term;
  readonly units: number;
  readonly decimals: number;
  readonly score: number;
  readonly exact: number;
  readonly repairs: readonly number[];
  readonly breaks: readonly number[];
}

class Search {
  readonly #outcomes: readonly Outcome[];
  /** As judged with the values found so far. */
  readonly #current: Outcome[];
  /** Indexes of those that are broken or doubtful. */
  readonly #broken: Set<number>;
  readonly #culprits: Culprit[] = [];
  readonly #explained = new Set<number>();
  /** Cells whose value is settled. */
  readonly #settled = new Map<Term, Term>();
  /** Indexes of the constraints over each cell that stands in a broken one. */
  readonly #over = new Map<Term, number[]>();
  #spent = 0;

  constructor(outcomes: readonly Outcome[], broken: readonly Outcome[]) {
    this.#outcomes = outcomes;
    this.#current = [...outcomes];
    this.#broken = new Set();
    for (const outcome of broken) {
      for (const term of termsOf(outcome.constraint)) {
        if (isCandidate(term)) this.#over.set(term.base, []);
      }
    }
    outcomes.forEach((outcome, index) => {
      if (isAmiss(outcome)) this.#broken.add(index);
      if (outcome.verdict === 'unknown') return;
      for (const term of termsOf(outcome.constraint)) {
        const list = this.#over.get(term.base);
        if (list !== undefined && list.at(-1) !== index) list.push(index);
      }
    });
  }

  run(): Explanation {
    while (this.#broken.size > 0 && this.#spent < BUDGET) {
      const best = this.#best();
      if (best === undefined) break;
      this.#settle(best);
    }
    const unexplained = [...this.#broken]
      .filter((index) => !this.#explained.has(index))
      .map((index) => this.#outcomes[index])
      .filter((outcome) => outcome !== undefined && isBroken(outcome)) as Outcome[];
    return { culprits: this.#culprits, unexplained };
  }

  #best(): readonly Candidate[] | undefined {
    const seen = new Set<Term>();
    let best: Candidate[] = [];
    for (const index of this.#broken) {
      const constraint = this.#current[index]?.constraint;
      if (constraint === undefined) continue;
      for (const { base } of termsOf(constraint)) {
        if (seen.has(base) || this.#settled.has(base) || !this.#over.has(base)) continue;
        seen.add(base);
        if (this.#spent >= BUDGET) return undefined;
        const candidate = this.#candidate(base);
        if (candidate === undefined) continue;
        const order = best[0] === undefined ? 1 : compare(candidate, best[0]);
        if (order > 0) best = [candidate];
        else if (order === 0) best.push(candidate);
      }
    }
    return best.length === 0 ? undefined : best;
  }

  /** The best value of a cell, if any is worth it. */
  #candidate(term: Term): Candidate | undefined {
    const over = this.#over.get(term) ?? [];
    const broken = over.filter((index) => this.#broken.has(index));
    const afterOthers = broken.some((index) => this.#touchesSettled(index));
    if (broken.length < 2 && !afterOthers) return undefined;
    const tried = new Set<number>();
    let best: Candidate | undefined;
    for (const index of broken) {
      const outcome = this.#current[index];
      if (outcome === undefined || outcome.constraint.relation !== '=') continue;
      const value = valueThatRepairs(outcome, term);
      if (value === undefined || tried.has(value.units)) continue;
      tried.add(value.units);
      if (value.units < 0 && term.units >= 0) continue;
      const candidate = this.#try(term, value, over);
      const { score, repairs } = candidate;
      if (score < (afterOthers ? 1 : 2)) continue;
      if (term.state !== 'zero' && !repairs.some((one) => this.#isBroken(one))) continue;
      if (best === undefined || compare(candidate, best) > 0) best = candidate;
    }
    return best;
  }

  #isBroken(index: number): boolean {
    const outcome = this.#current[index];
    return outcome !== undefined && isBroken(outcome);
  }

  #touchesSettled(index: number): boolean {
    if (this.#settled.size === 0) return false;
    const constraint = this.#current[index]?.constraint;
    return (
      constraint !== undefined && termsOf(constraint).some(({ base }) => this.#settled.has(base))
    );
  }

  #try(
    term: Term,
    { units, decimals }: { readonly units: number; readonly decimals: number },
    over: readonly number[],
  ): Candidate {
    const put = term.with(1, impliedFigure(units, decimals, term.column.unit));
    const repairs: number[] = [];
    const breaks: number[] = [];
    let exact = 0;
    for (const index of over) {
      const outcome = this.#current[index];
      if (outcome === undefined) continue;
      const after = this.#evaluateWith(outcome.constraint, put);
      if (isAmiss(outcome)) {
        if (isGood(after)) repairs.push(index);
      } else if (isAmiss(after)) breaks.push(index);
      if (after.verdict === 'exact') exact++;
    }
    return { term, units, decimals, score: repairs.length - breaks.length, exact, repairs, breaks };
  }

  #evaluateWith(constraint: Constraint, put: Term): Outcome {
    this.#spent += constraint.left.length + constraint.right.length;
    const swap = (term: Term): Term =>
      term.base !== put.base
        ? term
        : term.coefficient === 1
          ? put
          : put.with(term.coefficient, put.figure);
    return evaluate({
      ...constraint,
      left: constraint.left.map(swap),
      right: constraint.right.map(swap),
    });
  }

  #settle(best: readonly Candidate[]): void {
    const [chosen, ...others] = best;
    if (chosen === undefined) return;
    const { term, units, decimals, repairs, breaks } = chosen;
    const put = term.with(1, impliedFigure(units, decimals, term.column.unit));
    const afterOthers = repairs.some((index) => this.#touchesSettled(index));
    const repaired = [...repairs]
      .sort((a, b) => a - b)
      .map((index) => this.#current[index])
      .filter((outcome) => outcome !== undefined) as Outcome[];
    repaired.sort((a, b) => rank(a, term) - rank(b, term));
    for (const index of this.#over.get(term) ?? []) {
      const outcome = this.#current[index];
      if (outcome === undefined) continue;
      const after = this.#evaluateWith(outcome.constraint, put);
      this.#current[index] = after;
    }
    for (const index of repairs) {
      this.#broken.delete(index);
      this.#explained.add(index);
    }
    for (const index of breaks) this.#broken.add(index);
    this.#settled.set(term, put);
    this.#culprits.push({
      term,
      units,
      decimals,
      repaired,
      afterOthers,
      doubtful: !repaired.some(isBroken),
      alternatives: others
        .filter((other) => sameIndexes(other.repairs, repairs))
        .map(({ term, units, decimals }) => ({ term, units, decimals })),
    });
  }
}

/** A sum that a cell is the total of says most about it. */
function rank({ constraint }: Outcome, term: Term): number {
  const { left, strictness } = constraint;
  return strictness === 'sum' && left.length === 1 && left[0]?.base === term ? 0 : 1;
}

function termsOf({ left, right }: Constraint): readonly Term[] {
  return left.length === 0 ? right : [...left, ...right];
}

/** A cell of this report that could print another number. */
function isCandidate(term: Term): boolean {
  return term.cell !== undefined && term.report === undefined && term.state !== 'unreadable';
}

function isDoubtful({ verdict }: Outcome): boolean {
  return verdict === 'behind-zero';
}

function isAmiss(outcome: Outcome): boolean {
  return isBroken(outcome) || isDoubtful(outcome);
}

function isGood({ verdict }: Outcome): boolean {
  return verdict === 'exact' || verdict === 'rounding' || verdict === 'last-place';
}

/** Repairs most; then leaves most without any difference; then was most easily mistyped. */
function compare(a: Candidate, b: Candidate): number {
  return a.score - b.score || a.exact - b.exact || ease(a) - ease(b);
}

function ease({ term, units }: Candidate): number {
  const isSlip =
    slipBetween(term.units, units) !== undefined || unitSlipBetween(term.units, units) !== 0;
  return isSlip ? 1 : 0;
}

function sameIndexes(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((index, place) => index === b[place]);
}

/** The value of a cell with which the printed figures satisfy a constraint, in the cell's last places. */
export function valueThatRepairs(
  outcome: Outcome,
  term: Term,
): { readonly units: number; readonly decimals: number } | undefined {
  const { constraint, difference, exponent } = outcome;
  let weight = 0;
  for (const { base, coefficient } of constraint.left) if (base === term) weight += coefficient;
  for (const { base, coefficient } of constraint.right) if (base === term) weight -= coefficient;
  if (weight === 0) return undefined;
  const decimals = Math.max(term.column.decimals, term.figure?.decimals ?? 0);
  const scale = 10 ** (term.exponent - exponent);
  const value = currentUnits(constraint, term) * scale - difference / weight;
  if (!Number.isSafeInteger(Math.round(value))) return undefined;
  const places = inPlaces(value, exponent, term.column.unit, decimals);
  return Number.isSafeInteger(places) ? { units: places, decimals } : undefined;
}

function currentUnits({ left, right }: Constraint, term: Term): number {
  for (const other of left) if (other.base === term) return other.units;
  for (const other of right) if (other.base === term) return other.units;
  return 0;
}
