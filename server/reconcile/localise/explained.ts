/** One way to repair what is broken. */
import type { Fact } from './fact.ts';
import type { Hypothesis } from './hypothesis.ts';
import type { StructureKind } from './structures/structure.ts';

export interface Repair {
  /** The facts that are wrong and what they must be; what was settled before is not in it. */
  readonly hypothesis: Hypothesis;
  /** Among repairs of one size the cheaper is the likelier. */
  readonly cost: number;
  /** Facts that were worked out from another that is wrong. */
  readonly followers: ReadonlySet<Fact>;
  /** What happened to all of them at once, where that is one thing. */
  readonly structure: StructureKind | undefined;
}

export const NO_FOLLOWERS: ReadonlySet<Fact> = new Set();

/** The likelier first; of equals the one that begins earlier in the text. */
export function byLikelihood(a: Repair, b: Repair): number {
  return a.cost - b.cost || startOf(a) - startOf(b);
}

function startOf({ hypothesis }: Repair): number {
  return Math.min(...hypothesis.changes.map(({ fact }) => fact.start));
}
