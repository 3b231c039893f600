/** What is wrong in a report, and what follows from it. */
import type { NarrativeFigure } from '../../claims/claim.ts';
import type { Cell } from '../../report/model.ts';
import type { Constraint, Outcome } from '../constraint.ts';
import type { CellFact, FactValue, FigureFact } from './fact.ts';
import { type Change, type Hypothesis, NOTHING } from './hypothesis.ts';
import type { StructureKind } from './structures/structure.ts';

/** Constraints, told apart by where they come from. */
export interface Evidence {
  /** As judged before the repair, with what was found before it put right. */
  readonly outcomes: readonly Outcome[];
  /** The same identities as the report's own outcomes have them. */
  readonly constraints: ReadonlySet<Constraint>;
  /** Indexes of claims. */
  readonly claims: readonly number[];
}

export interface CulpritBase {
  /** What it must print. */
  readonly value: FactValue;
  /** Other facts that are wrong for the same cause, with what they must be. */
  readonly together: readonly Change[];
  /** Figures that were worked out from it, and are as wrong. */
  readonly followers: readonly Change[];
  /** What does not hold and holds with the repair: first what it is the total of, then in the order of the report. */
  readonly repaired: Evidence;
  /** True where it shows only once culprits before it are put right. */
  readonly afterOthers: boolean;
  /** True where nothing is broken, only doubtful: money behind a printed zero, a last place. */
  readonly doubtful: boolean;
  /** True where all that accuses it are words (持平, 没有), which may be wrong themselves. */
  readonly wordsMayBeWrong: boolean;
  /** Other changes that would do as well, each to be made instead of this one, the likelier first. */
  readonly alternatives: readonly (readonly Change[])[];
}

export interface CellCulprit extends CulpritBase {
  readonly fact: CellFact;
}

export interface FigureCulprit extends CulpritBase {
  readonly fact: FigureFact;
}

export type Culprit = CellCulprit | FigureCulprit;

/**
 * Whether a single constraint accuses the fact, and others as well, or other sets of figures would do as well: then nothing decides, though it is the likeliest. It
 * is reported as that constraint is.
 */
export function isUndecided(culprit: Culprit): boolean {
  const { repaired, alternatives, together, wordsMayBeWrong, doubtful, fact } = culprit;
  if (together.length > 0 && alternatives.length > 0) return true;
  if (doubtful && fact.kind === 'cell' && repaired.outcomes.length === 0) return true;
  const single = repaired.outcomes.length + repaired.claims.length === 1;
  return (single || doubtful) && (alternatives.length > 0 || wordsMayBeWrong);
}

/** Many cells, one fault. */
export interface StructuralFault {
  readonly kind: StructureKind;
  readonly changes: readonly Change[];
  readonly repaired: Evidence;
}

export interface Explanation {
  readonly culprits: readonly Culprit[];
  readonly structures: readonly StructuralFault[];
  /** Broken identities that nothing explains. */
  readonly unexplained: readonly Outcome[];
  /** Broken identities of which it is not known which figure is wrong. */
  readonly open: readonly Outcome[];
  /** Everything of which it is known that it is wrong, with what it must be. */
  readonly known: Hypothesis;
  /** True where the search reached its limit, so that what is unexplained may have an explanation. */
  readonly exhausted: boolean;
  /** The culprit that a cell or a figure is. */
  readonly ofCell: ReadonlyMap<Cell, Culprit>;
  readonly ofFigure: ReadonlyMap<NarrativeFigure, Culprit>;
}

export const NOTHING_WRONG: Explanation = {
  culprits: [],
  structures: [],
  unexplained: [],
  open: [],
  known: NOTHING,
  exhausted: false,
  ofCell: new Map(),
  ofFigure: new Map(),
};
