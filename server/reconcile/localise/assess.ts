/** What a hypothesis is worth: whether it breaks nothing, and how likely it is among others of its size. */
import { BROKEN } from './cost.ts';
import type { Fact } from './fact.ts';
import type { Change, Hypothesis } from './hypothesis.ts';
import { costOfChange } from './suspicion.ts';
import type { System } from './system.ts';

export interface Assessment {
  /** Constraints that do not hold under the hypothesis, among those that it touches. */
  readonly broken: readonly number[];
  /** What the constraints and the changes cost together. */
  readonly cost: number;
}

/** Of a sum that may lawfully fall short a repair for other reasons makes it whole: hardly ever by chance. */
const COINCIDENCE = 4;

/** The constraints that changes touch, ascending. */
export function touched(changes: readonly Change[]): readonly number[] {
  const [first] = changes;
  if (changes.length === 1 && first !== undefined) return first.fact.constraints;
  const indexes = new Set<number>();
  for (const { fact } of changes) for (const index of fact.constraints) indexes.add(index);
  return [...indexes].sort((a, b) => a - b);
}

/** What a change costs by itself. */
export function costOf(system: System, fact: Fact, units: number): number {
  return costOfChange(fact, units, system.hasWrongBase(fact) ? 'wrong-base' : undefined);
}

export function assess(system: System, hypothesis: Hypothesis): Assessment {
  const broken: number[] = [];
  let cost = 0;
  for (const index of touched(hypothesis.changes)) {
    const after = system.judge(index, hypothesis).cost;
    if (after >= BROKEN) broken.push(index);
    else cost += after;
    const before = system.costs[index] ?? 0;
    if (before < BROKEN) cost -= before;
    if (after <= 1 && system.isShortfall(index)) cost -= COINCIDENCE;
  }
  for (const { fact, value } of hypothesis.changes) cost += costOf(system, fact, value.units);
  return { broken, cost };
}
