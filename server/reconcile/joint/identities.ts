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
    if (verdict !== 'exact' && verdict !== 'rounding') return false;
    return left.some(({ base }) => near.has(base)) || right.some(({ base }) => near.has(base));
  });
  return new Identities(around).conflict();
}

const SAFE = 2 ** 50;

class Identities {
  readonly #terms: Term[] = [];
  readonly #numbers = new Map<Term, number>();
  readonly #intervals: Interval[] = [];
  readonly #printed: number[] = [];
  readonly #rows: Row[] = [];
  readonly #outcomes: Outcome[] = [];
  readonly #exponent: number;

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
    const factors = new Map<number, number>();
    const put = (term: Term, sign: number): boolean => {
      const variable = this.#variable(term);
      if (variable === undefined) return false;
      factors.set(variable, (factors.get(variable) ?? 0) + sign * term.coefficient);
      return true;
    };
    if (!left.every((term) => put(term, turn)) || !right.every((term) => put(term, -turn))) return;
    for (const [variable, factor] of factors) if (factor === 0) factors.delete(variable);
    if (factors.size === 0) return;
    this.#rows.push({
      variables: [...factors.keys()],
      factors: [...factors.values()],
      isEquation: relation === '=',
    });
    this.#outcomes.push(outcome);
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
