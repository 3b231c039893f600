/** What came of judging a claim. */
import type { Relation } from '../../grammar/syntax-tree.ts';
import { type Claim, isOfItems, type NarrativeFigure } from '../claims/claim.ts';
import type { Fraction } from './fraction.ts';
import type { Culprit } from './localise/explanation.ts';
import type { Quantity } from './quantity.ts';

/**
 * It holds:
 * - `exact`: for the printed values.
 * - `rounding`: for some values inside the intervals (R1, R2, R4).
 * - `last-place`: the same quantity, one unit of the last place apart (R3); 大于 and 小于 between equal figures.
 * - `coarse`: only by the coarser rounding of dropped decimals (R10).
 * - `truncated`: a percentage that was cut off instead of rounded (R4).
 * - `behind-zero`: only by money behind a printed 0.00 (R2).
 *
 * It does not:
 * - `copied`: one unit of the last place apart from the single cell that it states (R3).
 * - `unit-slip`: right after a power of ten (R7).
 * - `malformed`: the figure is no readable number; what it says is known all the same.
 * - `direction`: the size is right, the direction wrong.
 * - `zero-base`: a rate over a base of zero (R4, N-YOY0).
 * - `broken`: for no choice of values.
 * - `follows`: it holds for a figure that is wrong and not for the right one; that figure is the one fault.
 *
 * Nothing is proved:
 * - `shortfall`: a total is more than its listed parts, which need not be all (N5.3-SUM).
 * - `unknown`: something in it cannot be read, or is not at hand. Nothing is said.
 */
export type ClaimVerdict =
  | 'exact'
  | 'rounding'
  | 'last-place'
  | 'coarse'
  | 'truncated'
  | 'behind-zero'
  | 'copied'
  | 'unit-slip'
  | 'malformed'
  | 'direction'
  | 'zero-base'
  | 'shortfall'
  | 'broken'
  | 'follows'
  | 'unknown';

const HOLDS: ReadonlySet<ClaimVerdict> = new Set([
  'exact',
  'rounding',
  'last-place',
  'coarse',
  'truncated',
  'behind-zero',
]);

/** Whether a total is more than its items. Kinds of other things may be left unsaid where there are none of them. */
export function lacksItems({ claim, verdict }: Pick<ClaimOutcome, 'claim' | 'verdict'>): boolean {
  return verdict === 'shortfall' && claim.kind === 'sum' && isOfItems(claim);
}

/** Whether the figures of the claim may be as they are. */
export function holds(verdict: ClaimVerdict): boolean {
  return HOLDS.has(verdict);
}

/** A quantity and the whole number it is multiplied by. */
export interface ClaimTerm {
  readonly coefficient: number;
  readonly quantity: Quantity;
}

/** What a claim says, in figures: the terms of tables and narrative alike, as any search for culprits needs them. */
export type ClaimConstraint =
  | {
      readonly kind: 'linear';
      readonly left: readonly ClaimTerm[];
      readonly relation: Relation;
      readonly right: readonly ClaimTerm[];
    }
  /** `value` = Σ over / Σ under, all printed values without sign. */
  | {
      readonly kind: 'ratio';
      readonly value: Quantity;
      readonly relation: '=' | '≤' | '≥';
      readonly over: readonly ClaimTerm[];
      readonly under: readonly ClaimTerm[];
      /** The same sums as tables print them, where that is more finely. */
      readonly finer?: Pick<RatioConstraint, 'over' | 'under'>;
    };

type RatioConstraint = Extract<ClaimConstraint, { kind: 'ratio' }>;

/** What a wrong percentage really is, where it can be told. */
export type WrongBase =
  /** It divides by this quantity. */
  | { readonly kind: 'divides-by'; readonly quantity: Quantity; readonly role: BaseRole }
  /** It divides the other way round. */
  | { readonly kind: 'inverted' }
  /** It is the excess over the base: 1.61 % for 101.61 %. */
  | { readonly kind: 'excess' }
  /** It is the rest: 20.95 % for 79.05 %. */
  | { readonly kind: 'complement' };

/** A figure that is wrong where no claim says by itself what it must be. */
export interface Misprint {
  readonly figure: NarrativeFigure;
  /** 元 for money, a ratio, a count. */
  readonly expected: Fraction;
  /** The claims that it breaks, as indexes. */
  readonly repaired: readonly number[];
}

export type BaseRole = 'current' | 'budget' | 'opposite' | 'other';

export interface ClaimOutcome {
  readonly claim: Claim;
  readonly verdict: ClaimVerdict;
  /** As printed. Undefined where the claim is no arithmetic (words of direction, lists). */
  readonly constraint: ClaimConstraint | undefined;
  /**
   * The value that the claim's figure must have: 元, a ratio, a count. Undefined while it holds, and where nothing
   * decides.
   */
  readonly expected: Fraction | undefined;
  /** The places or figures that contradict the claim, or that it should have named. */
  readonly against: readonly Quantity[];
  /** Of `follows`: the figure that is wrong. */
  readonly cause: NarrativeFigure | undefined;
  readonly wrongBase: WrongBase | undefined;
  /** Power of ten of a unit slip. */
  readonly power: number;
  /** A figure that breaks this claim and others: it holds for the value that the figure must have. */
  readonly misprint: Misprint | undefined;
  /** What is likeliest wrong where the claim fails by itself and nothing decides. */
  readonly suspect: Culprit | undefined;
  /** Tables contradict another figure of it, and it holds neither with that as printed nor as they print it. */
  readonly ownFault: boolean;
}
