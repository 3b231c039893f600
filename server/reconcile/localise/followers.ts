/**
 * A wrong figure and what was worked out from it: the share of a wrong amount fits that amount, a figure that is stated
 * again is as wrong. That is one fault, not two, and hardly less likely than one wrong figure by itself.
 */

import { touched } from './assess.ts';
import { onGrid, valuesForAll } from './candidates.ts';
import { BROKEN } from './cost.ts';
import type { Repair } from './explained.ts';
import type { Fact, FigureFact } from './fact.ts';
import { type Change, Hypothesis } from './hypothesis.ts';
import { solve } from './solve.ts';
import { costOfChange, isLawful } from './suspicion.ts';
import type { System } from './system.ts';

/** What each figure that follows adds to the cost of the one that is wrong. */
const FOLLOWER_COST = 1;

/** More is a text written for other figures. */
const MOST_FOLLOWERS = 6;

/** Figures that repair all of `broken` together with what follows from them. */
export function repairsWithFollowers(
  system: System,
  broken: readonly number[],
  settled: Hypothesis,
): readonly Repair[] {
  const [first, ...others] = broken;
  const found: Repair[] = [];
  for (const fact of system.links[first ?? -1]?.facts ?? []) {
    if (settled.has(fact) || !others.every((index) => fact.constraints.includes(index))) continue;
    let best: Repair | undefined;
    for (const units of valuesForAll(system, fact, broken, settled)) {
      const repair = withFollowers(system, fact, units, settled);
      if (repair !== undefined && (best === undefined || repair.cost < best.cost)) best = repair;
    }
    if (best !== undefined) found.push(best);
  }
  return found;
}

function withFollowers(
  system: System,
  lead: Fact,
  units: number,
  settled: Hypothesis,
): Repair | undefined {
  const changes: Change[] = [{ fact: lead, value: { units, decimals: lead.printed.decimals } }];
  for (let round = 0; round <= MOST_FOLLOWERS; round++) {
    const hypothesis = new Hypothesis([...settled.changes, ...changes]);
    const open = touched(changes).filter((index) => system.judge(index, hypothesis).cost >= BROKEN);
    // 决算数等于预算数 was true of the wrong figure.
    const words = open.filter(
      (index) => system.isWords(index) && (system.costs[index] ?? 0) < BROKEN,
    );
    const index = open.find((one) => !words.includes(one));
    if (index === undefined) {
      return open.length + round === 0 ? undefined : repairOf(system, changes, hypothesis, words);
    }
    const next = followerIn(system, index, hypothesis);
    if (next === undefined) return undefined;
    changes.push(next);
  }
  return undefined;
}

/** The figure of a claim that was right before, with the value that makes it right again. */
function followerIn(system: System, index: number, hypothesis: Hypothesis): Change | undefined {
  if ((system.costs[index] ?? 0) >= BROKEN) return undefined;
  const fact = system.derivedBy(index);
  if (fact === undefined || hypothesis.has(fact)) return undefined;
  const solution = solve(system.judge(index, hypothesis), fact);
  const units = solution && onGrid(fact, solution.point);
  if (units === undefined || !isLawful(fact, units)) return undefined;
  return { fact, value: { units, decimals: fact.printed.decimals } };
}

function repairOf(
  system: System,
  changes: readonly Change[],
  hypothesis: Hypothesis,
  words: readonly number[],
): Repair | undefined {
  const [lead, ...rest] = changes;
  if (lead === undefined) return undefined;
  let cost =
    costOfChange(lead.fact, lead.value.units) + FOLLOWER_COST * (rest.length + words.length);
  for (const index of touched(changes)) {
    if (words.includes(index)) continue;
    cost += system.judge(index, hypothesis).cost;
    const before = system.costs[index] ?? 0;
    if (before < BROKEN) cost -= before;
  }
  const followers = new Set(rest.map(({ fact }) => fact as FigureFact));
  return { hypothesis: new Hypothesis(changes), cost, structure: undefined, followers };
}
