/**
 * Cells that by themselves explain what is broken in the tables. They are looked for before anything is taken for
 * missing: a total with a digit too many does not lack a row.
 */
import type { Constraint, Outcome, Term } from '../constraint.ts';
import { evaluate } from '../evaluate.ts';
import { touched } from './assess.ts';
import { componentsOf } from './components.ts';
import { BROKEN, costOfIdentity, DOUBTFUL } from './cost.ts';
import { Hypothesis, NOTHING } from './hypothesis.ts';
import { slipTo } from './likely-slips.ts';
import { SetSearch } from './sets.ts';
import { findStructures } from './structures/find-structures.ts';
import { System } from './system.ts';

const STEPS = 30_000;

/** So many broken identities are no coincidence, whatever the repair looks like. */
const PLENTY = 3;

export function misprintsOf(outcomes: readonly Outcome[]): Hypothesis {
  // What cannot be read, or a table that ends early, is no misprint.
  if (outcomes.every((outcome) => costOfIdentity(outcome) < DOUBTFUL)) return NOTHING;
  const system = new System(outcomes, [], undefined);
  let found = NOTHING;
  for (const threshold of [BROKEN, DOUBTFUL]) {
    const changed = new Set(touched(found.changes));
    const amiss: number[] = [];
    system.costs.forEach((printed, index) => {
      const cost = changed.has(index) ? system.judge(index, found).cost : printed;
      if (cost >= threshold) amiss.push(index);
    });
    const least = threshold === BROKEN ? 2 : PLENTY;
    for (const component of componentsOf(system, amiss)) {
      if (component.length < least) continue;
      const [best] = new SetSearch(system, found, STEPS, threshold).run(component, 1);
      const [change] = best?.hypothesis.changes ?? [];
      if (change === undefined) {
        const [structure] = findStructures(system, component, found, STEPS);
        if (structure?.isComplete && component.length >= PLENTY) {
          found = new Hypothesis([...found.changes, ...structure.hypothesis.changes]);
        }
        continue;
      }
      if (change.fact.isBlank) continue;
      const { fact, value } = change;
      if (component.length < PLENTY && slipTo(fact, value.units) === undefined) continue;
      found = found.with(fact, value);
    }
  }
  return found;
}

/** Judges outcomes with cells put right. */
export function withCells(outcomes: readonly Outcome[], right: Hypothesis): Outcome[] {
  return outcomes.map((outcome) =>
    isOver(outcome.constraint, right) ? judged(outcome.constraint, put) : outcome,
  );

  function put(term: Term): Term {
    const other =
      term.cell === undefined || term.report !== undefined ? undefined : right.cellTerm(term.cell);
    if (other === undefined) return term;
    return term.coefficient === 1 ? other : other.with(term.coefficient, other.figure);
  }
}

/** Judges outcomes with the same cells as they are printed. */
export function withPrinted(outcomes: readonly Outcome[], right: Hypothesis): Outcome[] {
  return outcomes.map((outcome) =>
    isOver(outcome.constraint, right) ? judged(outcome.constraint, printed) : outcome,
  );

  function printed(term: Term): Term {
    if (term.cell === undefined || right.cellTerm(term.cell) === undefined) return term;
    return term.coefficient === 1 ? term.base : term.base.with(term.coefficient);
  }
}

function isOver({ left, right }: Constraint, hypothesis: Hypothesis): boolean {
  return [...left, ...right].some(
    ({ cell, report }) =>
      cell !== undefined && report === undefined && hypothesis.cellTerm(cell) !== undefined,
  );
}

function judged(constraint: Constraint, swap: (term: Term) => Term): Outcome {
  return evaluate({
    ...constraint,
    left: constraint.left.map(swap),
    right: constraint.right.map(swap),
  });
}
