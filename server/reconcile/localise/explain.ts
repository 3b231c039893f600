/**
 * Explains what is broken (LANGUAGE §6): for each group of broken constraints that share facts, the smallest set of facts
 * whose change repairs all of them and breaks nothing. Where none is found within the limit, the fact that repairs most
 * is taken for wrong and the rest is explained with it put right.
 */
import type { NarrativeFigure } from '../../claims/claim.ts';
import type { Cell } from '../../report/model.ts';
import type { Constraint, Outcome } from '../constraint.ts';
import { touched } from './assess.ts';
import { alternativesOf, byCause, joined } from './causes.ts';
import { componentsOf } from './components.ts';
import { BROKEN, DOUBTFUL } from './cost.ts';
import { byLikelihood, type Repair } from './explained.ts';
import {
  type Culprit,
  type CulpritBase,
  type Evidence,
  type Explanation,
  isUndecided,
  type StructuralFault,
} from './explanation.ts';
import type { Fact } from './fact.ts';
import { repairsWithFollowers } from './followers.ts';
import { greediest, type Step } from './greedy.ts';
import { type Change, Hypothesis, NOTHING } from './hypothesis.ts';
import { isPlainSlip } from './likely-slips.ts';
import { SetSearch } from './sets.ts';
import { findStructures, type StructuralRepair } from './structures/find-structures.ts';
import type { System } from './system.ts';

/** How much work a report is worth at most, in terms evaluated, and each group of broken constraints at each size. */
const MOST_STEPS = 300_000;
const STEPS_OF_SIZE: readonly number[] = [0, 60_000, 120_000, 60_000];
const STEPS_OF_STRUCTURES = 40_000;
const STEPS_OF_DOUBTS = 30_000;

/** Groups of broken constraints that it takes to speak of a whole table. */
const LEAST_GROUPS = 3;

/** Broken constraints that it takes to speak of a structure. */
const LEAST_STRUCTURE = 2;

export function explain(system: System): Explanation {
  return new Explaining(system).run();
}

class Explaining {
  readonly #system: System;
  readonly #culprits: Culprit[] = [];
  readonly #structures: StructuralFault[] = [];
  readonly #given: number[] = [];
  #settled: Hypothesis = NOTHING;
  #exhausted = false;

  constructor(system: System) {
    this.#system = system;
  }

  run(): Explanation {
    const broken = this.#amiss(BROKEN);
    this.#explainTables(broken);
    for (const component of componentsOf(this.#system, broken)) this.#explain(component);
    const doubtful = this.#amiss(0).filter((index) => this.#isDoubtful(index));
    for (const component of componentsOf(this.#system, doubtful)) this.#explainDoubts(component);
    const unexplained = this.#given
      .filter((index) => this.#cost(index) >= BROKEN)
      .sort((a, b) => a - b)
      .flatMap((index) => this.#system.links[index]?.identity ?? []);
    const culprits = joined(this.#culprits);
    const ofCell = new Map<Cell, Culprit>();
    const ofFigure = new Map<NarrativeFigure, Culprit>();
    for (const culprit of culprits) {
      const { fact } = culprit;
      if (fact.kind === 'cell') ofCell.set(fact.cell, culprit);
      else ofFigure.set(fact.figure, culprit);
    }
    return {
      culprits,
      structures: this.#structures,
      unexplained,
      known: this.#known(),
      open: [
        ...unexplained,
        ...this.#culprits.flatMap((one) => (isUndecided(one) ? one.repaired.outcomes : [])),
      ],
      exhausted: this.#exhausted,
      ofCell,
      ofFigure,
    };
  }

  /**
   * What happened to a whole table shows in many rows, and the constraints of one row need not share a figure with those
   * of another: looked for over all of them, where it explains several groups that have nothing else in common.
   */
  #explainTables(broken: readonly number[]): void {
    if (broken.length < LEAST_GROUPS) return;
    const groups = componentsOf(this.#system, broken);
    if (groups.length < LEAST_GROUPS) return;
    for (const repair of findStructures(this.#system, broken, this.#settled, STEPS_OF_STRUCTURES)) {
      if (repair.broken > 0) continue;
      const after = new Hypothesis([...this.#settled.changes, ...repair.hypothesis.changes]);
      const isRepaired = (group: readonly number[]): boolean =>
        group.every((index) => this.#system.judge(index, after).cost < BROKEN);
      if (groups.filter(isRepaired).length < LEAST_GROUPS) continue;
      this.#settle(repair, [repair]);
      return;
    }
  }

  /** Explains constraints that share facts; what a step leaves broken is grouped and explained anew. */
  #explain(component: readonly number[]): void {
    const open = component.filter((index) => this.#cost(index) >= BROKEN);
    if (open.length === 0) return;
    const repairs = this.#smallest(open);
    const [best] = repairs;
    if (best !== undefined) {
      this.#settle(best, repairs);
      return;
    }
    // That a word is wrong is likelier than that several figures are and agree with each other.
    const step = this.#areWords(open) ? undefined : this.#step(open);
    if (step === undefined) {
      this.#given.push(...open);
      return;
    }
    const next = new Set([...open, ...touched(step.repair.hypothesis.changes)]);
    this.#settle(step.repair, step.others);
    const rest = [...next].filter((index) => this.#cost(index) >= BROKEN).sort((a, b) => a - b);
    for (const one of componentsOf(this.#system, rest)) this.#explain(one);
  }

  #areWords(broken: readonly number[]): boolean {
    return broken.every((index) => this.#system.isWords(index));
  }

  #smallest(broken: readonly number[]): readonly Repair[] {
    const most = this.#areWords(broken) ? 2 : STEPS_OF_SIZE.length;
    for (let size = 1; size < most; size++) {
      const left = MOST_STEPS - this.#system.steps;
      if (left <= 0) {
        this.#exhausted = true;
        return [];
      }
      const search = new SetSearch(
        this.#system,
        this.#settled,
        Math.min(left, STEPS_OF_SIZE[size] ?? 0),
      );
      const found = search.run(broken, size);
      if (size === 1 && most > 2) {
        const better = this.#withFollowers(broken, found[0]);
        if (better.length > 0) return [...better, ...found];
      }
      if (found.length > 0) return found;
      if (search.exhausted) this.#exhausted = true;
      if (size === 1 && broken.length > 1) {
        const structures = this.#structuresOf(broken).filter(({ isComplete }) => isComplete);
        if (structures.length > 0) return structures;
      }
    }
    return [];
  }

  /** The fact, or what happened to many at once, that repairs most and breaks least. */
  #step(broken: readonly number[]): Pick<Step, 'repair' | 'others'> | undefined {
    const single = greediest(this.#system, broken, this.#settled);
    const [structure] = this.#structuresOf(broken);
    if (structure === undefined || structure.gain < LEAST_STRUCTURE) return single;
    if (single !== undefined && single.gain >= structure.gain) return single;
    return { repair: structure, others: [structure] };
  }

  #structuresOf(broken: readonly number[]): readonly StructuralRepair[] {
    if (broken.length < LEAST_STRUCTURE) return [];
    if (this.#system.steps > MOST_STEPS) {
      this.#exhausted = true;
      return [];
    }
    return findStructures(this.#system, broken, this.#settled, STEPS_OF_STRUCTURES);
  }

  /** Figures with what was worked out from them, as far as they are likelier than one figure by itself. */
  #withFollowers(broken: readonly number[], single: Repair | undefined): readonly Repair[] {
    return [...repairsWithFollowers(this.#system, broken, this.#settled)]
      .filter(({ cost }) => single === undefined || cost < single.cost)
      .sort(byLikelihood);
  }

  /** What no figure breaks but several make doubtful: one fact whose other value leaves nothing to doubt. */
  #explainDoubts(component: readonly number[]): void {
    if (this.#system.steps > MOST_STEPS) return;
    const open = component.filter((index) => this.#isDoubtful(index));
    const search = new SetSearch(this.#system, this.#settled, STEPS_OF_DOUBTS, DOUBTFUL);
    const repairs = search.run(open, 1);
    const [best] = repairs;
    if (best !== undefined) {
      if (this.#isWorthSaying(best, open)) this.#settle(best, repairs);
      return;
    }
    if (open.length < 2) return;
    const step = greediest(this.#system, component, this.#settled);
    if (step === undefined) return;
    this.#settle(step.repair, step.others);
  }

  /** Doubtful as printed, and still so: what a repair makes doubtful is a matter of that repair. */
  #isDoubtful(index: number): boolean {
    if (this.#cost(index) >= BROKEN) return false;
    if (this.#system.isShortfall(index)) return this.#cost(index) > 1;
    return (this.#system.costs[index] ?? 0) >= DOUBTFUL && this.#cost(index) >= DOUBTFUL;
  }

  /** Items that may lawfully be left out of a sum accuse no figure, unless one was plainly mistyped. */
  #isWorthSaying(best: Repair, open: readonly number[]): boolean {
    if (!open.every((index) => this.#system.isShortfall(index))) return true;
    return best.hypothesis.changes.every(({ fact, value }) => isPlainSlip(fact, value.units));
  }

  #settle(best: Repair, repairs: readonly Repair[]): void {
    const before = this.#settled;
    const { changes } = best.hypothesis;
    const after = new Hypothesis([...before.changes, ...changes]);
    this.#settled = after;
    if (best.structure !== undefined) {
      this.#structures.push({
        kind: best.structure,
        changes,
        repaired: this.#evidence(this.#improved(changes, before, after), undefined, before),
      });
      return;
    }
    for (const [change, ...together] of byCause(changes, best.followers)) {
      const { fact, value } = change;
      // Of several culprits each is borne out by what does not hold with the others put right.
      const without = new Hypothesis([
        ...before.changes,
        ...changes.filter(
          (other) =>
            other !== change && !together.includes(other) && !best.followers.has(other.fact),
        ),
      ]);
      const own = this.#improved([change, ...together], without, after);
      const culprit: CulpritBase = {
        value,
        together,
        followers: changes.filter((other) => best.followers.has(other.fact)),
        repaired: this.#evidence(own, fact, without),
        afterOthers: own.some((index) => this.#touches(index, before)),
        doubtful: own.every((index) => this.#system.judge(index, without).cost < BROKEN),
        wordsMayBeWrong: own.every((index) => this.#system.isWords(index)),
        alternatives: alternativesOf(this.#system, before, best, repairs, [change, ...together]),
      };
      this.#culprits.push(fact.kind === 'cell' ? { ...culprit, fact } : { ...culprit, fact });
    }
  }

  /** What is amiss without some changes and is not with them. */
  #improved(changes: readonly Change[], before: Hypothesis, after: Hypothesis): readonly number[] {
    return touched(changes).filter((index) => {
      const { cost } = this.#system.judge(index, before);
      const isAmiss = cost >= DOUBTFUL || (this.#system.isShortfall(index) && cost > 1);
      return isAmiss && this.#system.judge(index, after).cost < Math.min(cost, BROKEN) - 1;
    });
  }

  #evidence(indexes: readonly number[], fact: Fact | undefined, before: Hypothesis): Evidence {
    const outcomes: Outcome[] = [];
    const constraints = new Set<Constraint>();
    const claims: number[] = [];
    for (const index of indexes) {
      const { identity, claim } = this.#system.links[index] ?? {};
      if (claim !== undefined) claims.push(claim);
      else if (identity !== undefined && 'identity' in identity.constraint.origin) {
        outcomes.push(this.#system.judge(index, before).identity ?? identity);
        constraints.add(identity.constraint);
      }
    }
    if (fact?.kind === 'cell') outcomes.sort((a, b) => rank(a, fact.cell) - rank(b, fact.cell));
    return { outcomes, constraints, claims };
  }

  #amiss(least: number): readonly number[] {
    const found: number[] = [];
    this.#system.costs.forEach((_, index) => {
      if (this.#cost(index) >= least) found.push(index);
    });
    return found;
  }

  #cost(index: number): number {
    if (!this.#touches(index, this.#settled)) return this.#system.costs[index] ?? 0;
    return this.#system.judge(index, this.#settled).cost;
  }

  #touches(index: number, hypothesis: Hypothesis): boolean {
    if (hypothesis.size === 0) return false;
    return this.#system.links[index]?.facts.some((fact) => hypothesis.has(fact)) ?? false;
  }

  /** What is certain enough to judge everything else by. */
  #known(): Hypothesis {
    const undecided = new Set<Fact>();
    for (const culprit of this.#culprits) {
      for (const { fact } of culprit.followers) undecided.add(fact);
      if (!isUndecided(culprit)) continue;
      undecided.add(culprit.fact);
      for (const { fact } of culprit.together) undecided.add(fact);
    }
    return new Hypothesis(this.#settled.changes.filter(({ fact }) => !undecided.has(fact)));
  }
}

/** A sum that a cell is the total of says most about it. */
function rank({ constraint }: Outcome, cell: Cell): number {
  const { left, strictness } = constraint;
  return strictness === 'sum' && left.length === 1 && left[0]?.cell === cell ? 0 : 1;
}
