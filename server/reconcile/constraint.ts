/**
 * A constraint is an identity with one report's figures put in: linear, over figures that each stand for an interval.
 * Rules report breaches; the search for the smallest explanation (LANGUAGE §6) works on the same list.
 */

import type { AssertionLine, Range, Relation } from '../../grammar/syntax-tree.ts';
import type { Figure } from '../report/figure.ts';
import type { Identity } from '../report/form.ts';
import type { Cell, Row, Table } from '../report/model.ts';

/** One figure in a constraint, with the integer it is multiplied by (nearly always +1 or −1). */
export interface Term {
  readonly coefficient: number;
  /** Undefined where the row or cell is not printed: a blank of a closed identity, zero and exact. */
  readonly figure: Figure | undefined;
  readonly quantity: Quantity;
}

/** What a term speaks of, so that a message can name it and point at it. */
export interface Quantity {
  readonly table: Table;
  readonly row: Row | undefined;
  readonly cell: Cell | undefined;
  /** 公开03表[2080505].基本支出, in the canonical form that an author could paste. */
  readonly expression: string;
  /** 2080505 机关事业单位基本养老保险缴费支出 的基本支出: for sentences. */
  readonly name: string;
  /** Where it stands, or would stand. */
  readonly range: Range;
  /** Other report (上年, 下级) that it belongs to; undefined: this one. */
  readonly report: string | undefined;
}

export interface Constraint {
  readonly origin: { readonly identity: Identity } | { readonly assertion: AssertionLine };
  /** Terms of the left and right side, all with the sign they have on their own side. */
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  readonly relation: Relation;
  readonly strictness: Identity['strictness'];
}

/**
 * What came of a constraint. Numbers are integers in `10^exponent` 元.
 * - `exact`: holds for the printed values.
 * - `rounding`: holds for some values inside the intervals (尾差).
 * - `behind-zero`: only a non-zero amount behind a printed 0.00 could explain it (R2).
 * - `last-place`: the same quantity printed twice, one unit of the last place apart (R3).
 * - `coarse`: explained only by the coarser rounding of a figure with dropped decimals (R10).
 * - `unit-slip`: equal after a power of ten (R7).
 * - `broken`: no choice inside the intervals makes it hold.
 * - `unknown`: a figure in it could not be read; nothing is said.
 */
export interface Outcome {
  readonly constraint: Constraint;
  readonly verdict:
    | 'exact'
    | 'rounding'
    | 'behind-zero'
    | 'last-place'
    | 'coarse'
    | 'unit-slip'
    | 'broken'
    | 'unknown';
  readonly left: number;
  readonly right: number;
  readonly difference: number;
  /** Largest difference that rounding explains, same scale, doubled (half units). */
  readonly allowance: number;
  readonly exponent: number;
}
