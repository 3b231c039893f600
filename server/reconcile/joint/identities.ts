/** The identities of a report as rows over the amounts that its figures were rounded from. */
import { type Outcome, POWERS, type Term } from '../constraint.ts';
import type { Interval, Row } from './bounds.ts';
import { type Contradiction, contradictionIn } from './contradiction.ts';

/** Identities that hold one by one and not together. */
export interface JointConflict {
  readonly members: readonly {
    readonly outcome: Outcome;
    readonly multiplier: number;
    /** Values of figures, in half units of `10^exponent`, with which the others hold. */
    readonly without: ReadonlyMap<Term, number>;
  }[];
  readonly exponent: number;
}

/**
 * Undefined where no such set is found, or an identity does not hold by itself: whatever is wrong there would show here as
 * well. Looks at the identities that hold only through rounding and at those that share a figure with one.
 */
export function jointConflictIn(outcomes: readonly Outcome[]): JointConflict | undefined {
  const open: Outcome[] = [];
  for (const outcome of outcomes) {
    const { verdict } = outcome;
    if (verdict === 'broken' || verdict === 'unit-slip' || verdict === 'behind-zero') {
      return undefined;
    }
    if (verdict === 'rounding') open.push(outcome);
  }
  if (open.length < 2) return undefined;
  const near = new Set<Term>();
  for (const { constraint } of open) {
    for (const term of constraint.left) near.add(term.base);
    for (const term of constraint.right) near.add(term.base);
  }
  const around = outcomes.filter(({ verdict, constraint: { left, right } }) => {
    if (verdict === 'rounding') return true;
    return verdict === 'exact' && (holdsOne(near, left) || holdsOne(near, right));
  });
  return new Identities(around).conflict();
}

function holdsOne(near: ReadonlySet<Term>, terms: readonly Term[]): boolean {
  for (const { base } of terms) if (near.has(base)) return true;
  return false;
}

const SAFE = 2 ** 50;

interface OpenRow {
  readonly variables: number[];
  readonly factors: number[];
}

function withoutZeros({ variables, factors }: OpenRow): OpenRow {
  return {
    variables: variables.filter((_, at) => factors[at] !== 0),
    factors: factors.filter((factor) => factor !== 0),
  };
}

class Identities {
  readonly #terms: Term[] = [];
  readonly #numbers = new Map<Term, number>();
  readonly #intervals: Interval[] = [];
  readonly #printed: number[] = [];
  readonly #rows: Row[] = [];
  readonly #outcomes: Outcome[] = [];
  readonly #exponent: number;
  /** How many rows were begun; by variable, in which it stood last, and where. */
  #count = 0;
  readonly #inRow: number[] = [];
  readonly #placeInRow: number[] = [];

  constructor(outcomes: readonly Outcome[]) {
    let exponent = 0;
    for (const { exponent: one } of outcomes) if (one < exponent) exponent = one;
    this.#exponent = exponent;
    for (const outcome of outcomes) this.#add(outcome);
  }

  conflict(): JointConflict | undefined {
    const found: Contradiction | undefined = contradictionIn({
      intervals: this.#intervals,
      printed: this.#printed,
      rows: this.#rows,
    });
    if (found === undefined) return undefined;
    const members = found.members.flatMap(({ row, multiplier, without }) => {
      const outcome = this.#outcomes[row];
      if (outcome === undefined) return [];
      const values = [...without].flatMap(([variable, value]) => {
        const term = this.#terms[variable];
        return term === undefined ? [] : [[term, value] as const];
      });
      return [{ outcome, multiplier, without: new Map(values) }];
    });
    return { members, exponent: this.#exponent };
  }

  #add(outcome: Outcome): void {
    const { left, right, relation } = outcome.constraint;
    if (relation === '≠') return;
    // The greater side of an inequality is taken off the lesser.
    const turn = relation === '≥' || relation === '>' ? -1 : 1;
    this.#count += 1;
    const row: OpenRow = { variables: [], factors: [] };
    if (!this.#put(row, left, turn) || !this.#put(row, right, -turn)) return;
    const { variables, factors } = row.factors.includes(0) ? withoutZeros(row) : row;
    if (factors.length === 0) return;
    this.#rows.push({ variables, factors, isEquation: relation === '=' });
    this.#outcomes.push(outcome);
  }

  /** Adds the terms of a side to a row; false where one has no number. */
  #put({ variables, factors }: OpenRow, terms: readonly Term[], sign: number): boolean {
    for (const term of terms) {
      const variable = this.#variable(term);
      if (variable === undefined) return false;
      const factor = sign * term.coefficient;
      if (this.#inRow[variable] === this.#count) {
        const at = this.#placeInRow[variable] ?? 0;
        factors[at] = (factors[at] ?? 0) + factor;
        continue;
      }
      this.#inRow[variable] = this.#count;
      this.#placeInRow[variable] = variables.length;
      variables.push(variable);
      factors.push(factor);
    }
    return true;
  }

  #variable(term: Term): number | undefined {
    // A row that is lost has the value that it must have, and the place prints nothing.
    const { base } = term;
    const key = term.units === base.units && term.exponent === base.exponent ? base : term;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const unit = POWERS[key.exponent - this.#exponent];
    if (unit === undefined) return undefined;
    const value = 2 * key.units * unit;
    // A printed zero and a blank may hide an amount; dropped decimals may be no zeros (R10).
    const width = key.rounded ? unit * (POWERS[key.dropped] ?? 1) : 0;
    if (!(Math.abs(value) + width < SAFE)) return undefined;
    const number = this.#terms.length;
    this.#terms.push(key);
    this.#numbers.set(key, number);
    this.#printed.push(value);
    this.#intervals.push({ low: value - width, high: value + width });
    return number;
  }
}
