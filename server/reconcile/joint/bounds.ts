/**
 * Interval propagation: what each row leaves of the intervals of its variables, until nothing changes. Whole numbers
 * only, and every end of an interval can be traced back to the rows that it came from.
 */

/** Σ factor × variable is 0, or 0 at most. A variable stands in a row once. */
export interface Row {
  readonly variables: readonly number[];
  readonly factors: readonly number[];
  readonly isEquation: boolean;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Why an interval ends where it does. */
export interface Reason {
  /** Reasons stand on those of lower numbers. */
  readonly number: number;
  readonly row: number;
  /** The row as it stands says at most 0 (1); turned round, where it is an equation, it says the same (−1). */
  readonly side: 1 | -1;
  /** What the row's other variables contribute at least: their factors' sizes, and why; undefined: as they were given. */
  readonly others: readonly { readonly factor: number; readonly reason: Reason | undefined }[];
}

/** A variable that would have to be more than it can be. */
export interface Clash {
  readonly low: Reason | undefined;
  readonly high: Reason | undefined;
}

export class Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly #rows: readonly Row[];
  /** Rows over each variable, one variable after the other, and where those of each begin. */
  readonly #over: Int32Array;
  readonly #overFrom: Int32Array;
  readonly #lowReasons: (Reason | undefined)[] = [];
  readonly #highReasons: (Reason | undefined)[] = [];
  #reasons = 0;
  /** Variables looked at so far: the work done. */
  steps = 0;

  constructor(intervals: readonly Interval[], rows: readonly Row[]) {
    const { length } = intervals;
    this.low = new Float64Array(length);
    this.high = new Float64Array(length);
    for (let at = 0; at < length; at++) {
      this.low[at] = intervals[at]?.low ?? 0;
      this.high[at] = intervals[at]?.high ?? 0;
    }
    this.#rows = rows;
    const from = new Int32Array(length + 1);
    for (const { variables } of rows) {
      for (const variable of variables) from[variable + 1] = (from[variable + 1] ?? 0) + 1;
    }
    for (let at = 0; at < length; at++) from[at + 1] = (from[at + 1] ?? 0) + (from[at] ?? 0);
    this.#overFrom = from;
    this.#over = new Int32Array(from[length] ?? 0);
    const next = from.slice();
    for (let index = 0; index < rows.length; index++) {
      for (const variable of rows[index]?.variables ?? []) {
        const place = next[variable] ?? 0;
        this.#over[place] = index;
        next[variable] = place + 1;
      }
    }
  }

  /** Propagates from some rows on, for `most` steps at most; the clash that it comes to, if any. */
  propagate(first: Iterable<number>, most: number): Clash | undefined {
    const waiting = new Set(first);
    for (const index of waiting) {
      waiting.delete(index);
      const row = this.#rows[index];
      if (row === undefined) continue;
      this.steps += row.variables.length;
      if (this.steps > most) return undefined;
      const clash = this.#apply(row, index, 1, waiting);
      if (clash !== undefined) return clash;
      if (!row.isEquation) continue;
      const other = this.#apply(row, index, -1, waiting);
      if (other !== undefined) return other;
    }
    return undefined;
  }

  /** Takes a variable to be one value of its interval, and gives the rows over it. */
  fix(variable: number, value: number): Iterable<number> {
    this.low[variable] = value;
    this.high[variable] = value;
    return this.#rowsOver(variable);
  }

  #rowsOver(variable: number): Int32Array {
    return this.#over.subarray(this.#overFrom[variable], this.#overFrom[variable + 1]);
  }

  /** side × Σ factor × variable ≤ 0: each variable contributes no more than the others leave of it. */
  #apply(row: Row, index: number, side: 1 | -1, waiting: Set<number>): Clash | undefined {
    const { variables, factors } = row;
    const lowOf = (at: number): number => this.low[variables[at] ?? 0] ?? 0;
    const highOf = (at: number): number => this.high[variables[at] ?? 0] ?? 0;
    let least = 0;
    for (let at = 0; at < variables.length; at++) {
      const factor = side * (factors[at] ?? 0);
      least += factor * (factor > 0 ? lowOf(at) : highOf(at));
    }
    for (let at = 0; at < variables.length; at++) {
      const factor = side * (factors[at] ?? 0);
      // Others would ask for division; sums of money have none.
      if (factor !== 1 && factor !== -1) continue;
      const variable = variables[at] ?? 0;
      const [low, high] = [lowOf(at), highOf(at)];
      if (factor === 1 ? low - least >= high : least + high <= low) continue;
      if (factor === 1) {
        this.#highReasons[variable] = this.#reason(row, index, side, at);
        this.high[variable] = low - least;
      } else {
        this.#lowReasons[variable] = this.#reason(row, index, side, at);
        this.low[variable] = least + high;
      }
      if (lowOf(at) > highOf(at)) {
        return { low: this.#lowReasons[variable], high: this.#highReasons[variable] };
      }
      for (const other of this.#rowsOver(variable)) waiting.add(other);
    }
    return undefined;
  }

  #reason({ variables, factors }: Row, row: number, side: 1 | -1, own: number): Reason {
    const others = variables.flatMap((variable, at) => {
      if (at === own) return [];
      const factor = side * (factors[at] ?? 0);
      const reason = factor > 0 ? this.#lowReasons[variable] : this.#highReasons[variable];
      return [{ factor: Math.abs(factor), reason }];
    });
    return { number: this.#reasons++, row, side, others };
  }
}
