/**
 * Things that go wrong with many cells at once. Each is a hypothesis like any other, a set of cells with other values,
 * but counts as one fault: two columns swapped are not twenty misprints.
 */
import type { Change } from '../hypothesis.ts';

export type StructureKind =
  /** The values of two columns stand under each other's heads. */
  | 'swapped-columns'
  /** The values of two rows stand beside each other's names. */
  | 'swapped-rows'
  /** A row whose values stand one column too far left or right. */
  | 'shifted-row'
  /** A row that prints what its neighbour prints. */
  | 'copied-row'
  /** A row that is another's, or of other figures. */
  | 'wrong-row'
  /** A table whose amounts are in another unit than its head says. */
  | 'other-unit';

export interface Structure {
  readonly kind: StructureKind;
  readonly changes: readonly Change[];
}

/** What each costs, as the costs of slips: natural logarithms of how seldom it happens. */
export const STRUCTURE_COSTS: Readonly<Record<StructureKind, number>> = {
  'other-unit': 2,
  'swapped-columns': 3,
  'shifted-row': 3,
  'copied-row': 3,
  'swapped-rows': 4,
  'wrong-row': 6,
};
