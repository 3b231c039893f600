/** One step towards an explanation where no small one is found: the fact that repairs most and breaks least. */
import { valuesForSome } from './candidates.ts';
import { DOUBTFUL } from './cost.ts';
import { NO_FOLLOWERS, type Repair } from './explained.ts';
import type { Fact } from './fact.ts';
import { type Change, Hypothesis } from './hypothesis.ts';
import { costOfChange } from './suspicion.ts';
import type { System } from './system.ts';

export interface Step {
  readonly repair: Repair;
  /** Constraints repaired less constraints broken. */
  readonly gain: number;
  /** Facts that explain exactly as much, with `repair` among them. */
  readonly others: readonly Repair[];
}

interface Candidate {
  readonly change: Change;
  /** Repaired less broken. */
  readonly gain: number;
  readonly cost: number;
  readonly repaired: string;
}

/** A fact that is worth two constraints more than it breaks, or one that shows only with what is settled put right. */
const LEAST_GAIN = 2;

export function greediest(
  system: System,
  amiss: readonly number[],
  settled: Hypothesis,
): Step | undefined {
  let best: Candidate[] = [];
  for (const fact of factsOf(system, amiss)) {
    if (settled.has(fact)) continue;
    const candidate = bestOf(system, fact, amiss, settled);
    if (candidate === undefined) continue;
    const order = best[0] === undefined ? 1 : candidate.gain - best[0].gain;
    if (order > 0) best = [candidate];
    else if (order === 0) best.push(candidate);
  }
  const [first, ...rest] = best.sort(
    (a, b) => a.cost - b.cost || a.change.fact.start - b.change.fact.start,
  );
  if (first === undefined) return undefined;
  const repairs = [first, ...rest.filter(({ repaired }) => repaired === first.repaired)].map(
    ({ change, cost }): Repair => ({
      hypothesis: new Hypothesis([change]),
      cost,
      structure: undefined,
      followers: NO_FOLLOWERS,
    }),
  );
  const [repair] = repairs;
  return repair && { repair, gain: first.gain, others: repairs };
}

function factsOf(system: System, constraints: readonly number[]): ReadonlySet<Fact> {
  const facts = new Set<Fact>();
  for (const index of constraints)
    for (const fact of system.links[index]?.facts ?? []) facts.add(fact);
  return facts;
}

function bestOf(
  system: System,
  fact: Fact,
  amiss: readonly number[],
  settled: Hypothesis,
): Candidate | undefined {
  const over = amiss.filter((index) => fact.constraints.includes(index));
  if (over.length < LEAST_GAIN) return undefined;
  let best: Candidate | undefined;
  for (const units of valuesForSome(system, fact, over, settled)) {
    const change = { fact, value: { units, decimals: fact.printed.decimals } };
    system.steps += 2 * settled.size;
    const hypothesis = settled.with(fact, change.value);
    const repaired: number[] = [];
    let gain = 0;
    let cost = costOfChange(fact, units);
    for (const index of fact.constraints) {
      const before = system.judge(index, settled).cost;
      const after = system.judge(index, hypothesis).cost;
      if (before >= DOUBTFUL && after < DOUBTFUL) {
        repaired.push(index);
        gain++;
      } else if (before < DOUBTFUL && after >= DOUBTFUL) gain--;
      if (after < DOUBTFUL) cost += after;
    }
    if (gain < LEAST_GAIN) continue;
    const candidate = { change, gain, cost, repaired: repaired.join(' ') };
    if (best === undefined || gain > best.gain || (gain === best.gain && cost < best.cost)) {
      best = candidate;
    }
  }
  return best;
}
