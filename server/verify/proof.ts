/**
 * What `gouji prove` writes and `gouji verify` reads: figures, what must hold of them, what does not, and why. Numbers are
 * strings of decimal digits, exact as they stand. Facts and constraints are named by their place in their lists.
 */

/** `-12.5`: an exact decimal number. */
export type Decimal = string;

/** A place in the file: line and column from 1, offsets in UTF-16 code units, end exclusive. */
export interface ProofPlace {
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/**
 * - `cell`, `prose`: a figure that stands in the file.
 * - `blank`: a cell that is printed empty, and so zero.
 * - `absent`: a place that the file does not print, and so zero.
 * - `implied`: a row that the file lost; its value follows from the rows around it.
 * - `other`: a figure of another report (上年, 下级), taken as given.
 */
export type FactKind = 'cell' | 'prose' | 'blank' | 'absent' | 'implied' | 'other';

export interface Fact {
  readonly kind: FactKind;
  /** Where its digits stand and what they are; only what stands in the file has both. */
  readonly place?: ProofPlace;
  readonly text?: string;
  /** Where its unit stands, if beside it. */
  readonly unitPlace?: ProofPlace;
  readonly unit: string;
  /** Power of ten of the unit: 4 for 万元, −2 for `%`. */
  readonly exponent: number;
  /** In 元, as a ratio, as a count. */
  readonly value: Decimal;
  /** Half a unit of the last place, dropped zeros put back; 0 for what was never rounded. */
  readonly half: Decimal;
  /** The same as it is printed, where zeros were dropped: what counts where several constraints are taken together. */
  readonly coarse?: Decimal;
  /** What it is the value of, as the language refers to it or the sentence calls it. */
  readonly what: string;
  /** Name of the other report. */
  readonly report?: string;
}

/** A fact and the integer it is multiplied by. */
export interface ProofTerm {
  readonly fact: number;
  readonly times: number;
}

export type ProofRelation = '=' | '≤' | '≥' | '<' | '>' | '≠';

/**
 * Which figures may take another value than is printed, within half a unit of their last place.
 * - `exact`: none.
 * - `sum`: those that are not zero, and a zero that is a whole side (R2); where one figure stands against one printed as
 *   finely, none (R3).
 * - `pair`: none where all are printed as finely (R3), else all.
 * - `meet`: all.
 */
export type Rounding = 'exact' | 'sum' | 'pair' | 'meet';

export interface LinearConstraint {
  readonly kind: 'linear';
  readonly left: readonly ProofTerm[];
  readonly relation: ProofRelation;
  readonly right: readonly ProofTerm[];
  readonly rounding: Rounding;
}

/**
 * The size of `value` is the quotient of two sums, each figure within its interval (R4); with `≤`, `≥` and `≈` (within a
 * tenth) as printed.
 */
export interface RatioConstraint {
  readonly kind: 'ratio';
  readonly value: number;
  readonly relation: '=' | '≤' | '≥' | '≈';
  readonly over: readonly ProofTerm[];
  readonly under: readonly ProofTerm[];
}

/** All of the facts are zero, or none is. */
export interface TogetherConstraint {
  readonly kind: 'together';
  readonly facts: readonly number[];
}

/** An even number of the facts is negative: the words of a change and of its rate agree; with `odd` an odd number. */
export interface SignsConstraint {
  readonly kind: 'signs';
  readonly facts: readonly number[];
  readonly odd: boolean;
}

/** One of them holds: a figure that may be read from several places. */
export interface AnyConstraint {
  readonly kind: 'any';
  readonly of: readonly LinearConstraint[];
}

export type ConstraintForm =
  | LinearConstraint
  | RatioConstraint
  | TogetherConstraint
  | SignsConstraint
  | AnyConstraint;

/** `exact`: for the printed values; `rounding`: for some values inside the intervals; `broken`: for none. */
export type ProofVerdict = 'exact' | 'rounding' | 'broken';

/**
 * What the checker puts a broken constraint down to, where it calls it no error.
 * - `last-place`: one unit of the last place (R3).
 * - `coarse`: the coarser rounding of dropped decimals (R10).
 * - `behind-zero`: money behind a printed zero (R2).
 * - `truncated`: a percentage that was cut off instead of rounded (R4).
 */
export type Leniency = 'last-place' | 'coarse' | 'behind-zero' | 'truncated';

export type ConstraintSource =
  /** An identity of the forms, by its id. */
  | { readonly kind: 'identity'; readonly id: string; readonly statement: string }
  /** A `核对` line of the report. */
  | { readonly kind: 'assertion'; readonly place: ProofPlace }
  /** A phrase of the narrative; `id` of the rule catalogue. */
  | {
      readonly kind: 'claim';
      readonly id: string;
      readonly claim: string;
      readonly place: ProofPlace;
    };

export type ProofConstraint = ConstraintForm & {
  readonly source: ConstraintSource;
  /** Of a sum: left side less right side, as printed. */
  readonly difference?: Decimal;
  readonly verdict: ProofVerdict;
  readonly leniency?: Leniency;
};

/** One figure changed to one value. */
export interface Change {
  readonly fact: number;
  readonly value: Decimal;
}

/**
 * Constraints that cannot all hold. A set of one is a broken constraint. More are all within rounding by themselves:
 * multiplied and added up they say something that no choice inside the intervals fulfils, and without any one of them
 * the others can hold.
 */
export interface MinimalSet {
  readonly members: readonly Member[];
}

export interface Member {
  readonly constraint: number;
  /** Of a sum any number, where it is an inequality of the right sign; of a quotient negative for its lower end. */
  readonly multiplier: Decimal;
  /** Values with which all the others hold; left out in a set of one. */
  readonly without?: readonly Change[];
}

/** A finding of error level, or one of constraints that cannot all hold: what breaks for it, and the repairs of which each by itself mends all that. */
export interface Conflict {
  readonly rule: string;
  readonly place: ProofPlace;
  readonly message: string;
  readonly sets: readonly MinimalSet[];
  readonly explanations: readonly Explanation[];
}

/** What would have to be changed, in words and as values; it breaks nothing that holds. */
export interface Explanation {
  readonly title: string;
  readonly changes: readonly Change[];
}

export interface Proof {
  readonly format: 'gouji-proof';
  readonly version: 1;
  /** Name of the file as it was given. */
  readonly file: string;
  /** SHA-256 of the text, in hexadecimal digits. */
  readonly digest: string;
  readonly facts: readonly Fact[];
  readonly constraints: readonly ProofConstraint[];
  readonly conflicts: readonly Conflict[];
  /** SHA-256 of this object without `seal`, as JSON without blanks: shows that nothing was changed by accident. */
  readonly seal: string;
}
