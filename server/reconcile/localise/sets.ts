/**
 * The smallest sets of facts that repair what is broken (Fellegi and Holt): depth first over a broken constraint with the
 * fewest facts, each with the values that its broken constraints ask for, until nothing is broken any more.
 */
import { assess, touched } from './assess.ts';
import { valuesForAll, valuesForSome } from './candidates.ts';
import { BROKEN } from './cost.ts';
import { byLikelihood, NO_FOLLOWERS, type Repair } from './explained.ts';
import type { Fact } from './fact.ts';
import { type Change, Hypothesis } from './hypothesis.ts';
import type { System } from './system.ts';

/** More explanations of one fault than anybody reads. */
const MOST_REPAIRS = 64;

export class SetSearch {
  readonly #system: System;
  /** What is known to be wrong already. */
  readonly #settled: Hypothesis;
  readonly #limit: number;
  readonly #threshold: number;
  readonly #found = new Map<string, Repair>();
  readonly #ids = new Map<Fact, number>();
  /** True once the search had to stop. */
  exhausted = false;

  /** `steps`: how much work it may do; `threshold`: what a constraint costs that must not stay so. */
  constructor(system: System, settled: Hypothesis, steps: number, threshold = BROKEN) {
    this.#system = system;
    this.#settled = settled;
    this.#limit = system.steps + steps;
    this.#threshold = threshold;
  }

  /** Every set of `size` facts with likely values that leaves nothing broken; the likeliest first. */
  run(broken: readonly number[], size: number): readonly Repair[] {
    this.#found.clear();
    this.#extend([], broken, size);
    return [...this.#found.values()].sort(byLikelihood);
  }

  #extend(changes: readonly Change[], broken: readonly number[], left: number): void {
    if (this.#system.steps > this.#limit || this.#found.size >= MOST_REPAIRS) {
      this.exhausted = true;
      return;
    }
    const hypothesis = this.#hypothesis(changes);
    if (left === 1) {
      this.#complete(changes, hypothesis, broken);
      return;
    }
    if (this.#leastFacts(broken, hypothesis) > left) return;
    const pivot = this.#pivot(broken, hypothesis);
    // One of its facts is wrong; whether that repairs it may show only with the next one changed too.
    for (const fact of this.#system.links[pivot]?.facts ?? []) {
      if (hypothesis.has(fact)) continue;
      const over = broken.filter((index) => this.#isOver(index, fact));
      for (const units of valuesForSome(this.#system, fact, over, hypothesis)) {
        const next = [...changes, { fact, value: { units, decimals: fact.printed.decimals } }];
        const rest = this.#brokenAfter(broken, fact, this.#hypothesis(next));
        if (rest.length === 0) this.#note(next);
        else this.#extend(next, rest, left - 1);
      }
    }
  }

  /** The last fact must stand in all that is broken still. */
  #complete(changes: readonly Change[], hypothesis: Hypothesis, broken: readonly number[]): void {
    const [first, ...others] = broken;
    for (const fact of this.#system.links[first ?? -1]?.facts ?? []) {
      if (hypothesis.has(fact) || !others.every((index) => this.#isOver(index, fact))) continue;
      let best: Repair | undefined;
      for (const units of valuesForAll(this.#system, fact, broken, hypothesis)) {
        const next = [...changes, { fact, value: { units, decimals: fact.printed.decimals } }];
        const repair = this.#repair(next);
        if (repair !== undefined && (best === undefined || repair.cost < best.cost)) best = repair;
      }
      if (best !== undefined) this.#keep(best);
    }
  }

  #note(changes: readonly Change[]): void {
    const repair = this.#repair(changes);
    if (repair !== undefined) this.#keep(repair);
  }

  #keep(repair: Repair): void {
    const polished = repair.hypothesis.size > 1 ? this.#polish(repair) : repair;
    const key = polished.hypothesis.changes
      .map(({ fact }) => this.#idOf(fact))
      .sort((a, b) => a - b)
      .join(' ');
    const known = this.#found.get(key);
    if (known === undefined || byLikelihood(polished, known) < 0) this.#found.set(key, polished);
  }

  /** Of each fact in turn the likeliest value, the others being what they are. */
  #polish(repair: Repair): Repair {
    let best = repair;
    for (let at = 0; at < best.hypothesis.size; at++) {
      const changes = best.hypothesis.changes;
      const change = changes[at];
      if (change === undefined) continue;
      const { fact } = change;
      const others = changes.filter((_, index) => index !== at);
      const without = this.#hypothesis(others);
      const over = fact.constraints.filter(
        (index) => this.#system.judge(index, without).cost >= this.#threshold,
      );
      for (const units of valuesForAll(this.#system, fact, over, without)) {
        if (units === change.value.units) continue;
        const value = { units, decimals: fact.printed.decimals };
        const other = this.#repair(changes.with(at, { fact, value }));
        if (other !== undefined && other.cost < best.cost) best = other;
      }
    }
    return best;
  }

  /** Undefined where something does not hold. */
  #repair(changes: readonly Change[]): Repair | undefined {
    const together = this.#hypothesis(changes);
    for (const index of touched(changes)) {
      const { cost } = this.#system.judge(index, together);
      if (cost >= this.#threshold || (cost > 1 && this.#system.isShortfall(index))) {
        return undefined;
      }
    }
    const { cost } = assess(this.#system, together);
    return {
      hypothesis: new Hypothesis(changes),
      cost,
      structure: undefined,
      followers: NO_FOLLOWERS,
    };
  }

  #hypothesis(changes: readonly Change[]): Hypothesis {
    if (changes.length === 0) return this.#settled;
    this.#system.steps += 2 * (this.#settled.size + changes.length);
    return new Hypothesis([...this.#settled.changes, ...changes]);
  }

  #brokenAfter(broken: readonly number[], fact: Fact, hypothesis: Hypothesis): readonly number[] {
    const rest = broken.filter((index) => !this.#isOver(index, fact));
    for (const index of fact.constraints) {
      if (this.#system.judge(index, hypothesis).cost >= this.#threshold) rest.push(index);
    }
    return rest;
  }

  /** A broken constraint with the fewest facts that are not changed yet. */
  #pivot(broken: readonly number[], hypothesis: Hypothesis): number {
    let best = broken[0] ?? -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (const index of broken) {
      let open = 0;
      for (const fact of this.#system.links[index]?.facts ?? []) {
        if (!hypothesis.has(fact)) open++;
      }
      if (open < fewest) {
        fewest = open;
        best = index;
      }
    }
    return best;
  }

  /** At least so many facts: broken constraints that share none need one each. */
  #leastFacts(broken: readonly number[], hypothesis: Hypothesis): number {
    const used = new Set<Fact>();
    let count = 0;
    for (const index of broken) {
      const facts = this.#system.links[index]?.facts ?? [];
      const open = facts.filter((fact) => !hypothesis.has(fact));
      if (open.length === 0) return Number.POSITIVE_INFINITY;
      if (open.some((fact) => used.has(fact))) continue;
      for (const fact of open) used.add(fact);
      count++;
    }
    return count;
  }

  #isOver(index: number, fact: Fact): boolean {
    return this.#system.links[index]?.facts.includes(fact) ?? false;
  }

  #idOf(fact: Fact): number {
    let id = this.#ids.get(fact);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(fact, id);
    }
    return id;
  }
}
