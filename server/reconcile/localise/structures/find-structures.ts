/** Structural faults that explain what is broken, wholly or for the most part. */
import { touched } from '../assess.ts';
import { BROKEN, DOUBTFUL } from '../cost.ts';
import { byLikelihood, NO_FOLLOWERS, type Repair } from '../explained.ts';
import { Hypothesis } from '../hypothesis.ts';
import type { System } from '../system.ts';
import { STRUCTURE_COSTS, type Structure } from './structure.ts';
import { tablesUnder } from './tables.ts';
import { rowStructures } from './whole-rows.ts';
import { swappedColumns, tablesInOtherUnits } from './whole-tables.ts';

export interface StructuralRepair extends Repair {
  /** Constraints repaired less constraints broken. */
  readonly gain: number;
  /** Constraints that held and do not with it. */
  readonly broken: number;
  /** True where all that was broken holds, and nothing else broke. */
  readonly isComplete: boolean;
}

/** The best first: those that repair everything, then those that repair most. */
export function findStructures(
  system: System,
  broken: readonly number[],
  settled: Hypothesis,
  steps: number,
): readonly StructuralRepair[] {
  const limit = system.steps + steps;
  const { tables, rows } = tablesUnder(system, broken);
  const found: StructuralRepair[] = [];
  for (const table of tables) {
    for (const structure of [
      ...tablesInOtherUnits(table),
      ...swappedColumns(table),
      ...rowStructures(system, table, rows, settled),
    ]) {
      if (system.steps > limit) return found.sort(byWorth);
      const repair = assessed(system, structure, broken, settled);
      if (repair !== undefined) found.push(repair);
    }
  }
  return found.sort(byWorth);
}

function byWorth(a: StructuralRepair, b: StructuralRepair): number {
  return (
    Number(b.isComplete) - Number(a.isComplete) ||
    (a.isComplete ? 0 : b.gain - a.gain) ||
    byLikelihood(a, b)
  );
}

/** Undefined where it breaks as much as it repairs. */
function assessed(
  system: System,
  { kind, changes }: Structure,
  broken: readonly number[],
  settled: Hypothesis,
): StructuralRepair | undefined {
  if (changes.some(({ fact }) => settled.has(fact))) return undefined;
  // Putting it together is work too.
  system.steps += settled.size + 2 * changes.length;
  const hypothesis = new Hypothesis([...settled.changes, ...changes]);
  const open = new Set(broken);
  let cost = STRUCTURE_COSTS[kind];
  let gain = 0;
  let newlyBroken = 0;
  for (const index of touched(changes)) {
    const after = system.judge(index, hypothesis).cost;
    if (open.has(index)) {
      if (after >= BROKEN) continue;
      open.delete(index);
      gain++;
    } else if (after >= BROKEN && system.judge(index, settled).cost < BROKEN) {
      gain--;
      newlyBroken++;
      // Not worth going on with.
      if (newlyBroken > broken.length) return undefined;
    }
    cost += Math.min(after, DOUBTFUL);
  }
  if (gain < 2) return undefined;
  return {
    hypothesis: new Hypothesis(changes),
    cost,
    structure: kind,
    followers: NO_FOLLOWERS,
    gain,
    broken: newlyBroken,
    isComplete: open.size === 0 && newlyBroken === 0,
  };
}
