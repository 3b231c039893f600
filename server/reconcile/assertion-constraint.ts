/** An author's assertion as a constraint, where it is one. */
import type { AssertionLine, Relation } from '../../grammar/syntax-tree.ts';
import type { Constraint, Term } from './constraint.ts';
import type { Environment, Instance } from './environment.ts';
import { type LinearTerm, linearTerms } from './linear.ts';
import { isTrouble } from './trouble.ts';

export interface LinearSides {
  readonly relation: Relation;
  readonly left: readonly LinearTerm[];
  readonly right: readonly LinearTerm[];
}

/** The sides of an assertion that is judged as identities are; undefined where it is more than sums. */
export function linearSides({
  left,
  right,
  relation,
  tolerance,
}: AssertionLine): LinearSides | undefined {
  if (left === undefined || right === undefined || relation === undefined) return undefined;
  if (tolerance !== undefined) return undefined;
  const sides = { left: linearTerms(left), right: linearTerms(right) };
  return sides.left && sides.right && { relation, left: sides.left, right: sides.right };
}

/** Undefined where a side is no sum of figures, or where they count different things. */
export function assertionConstraint(
  line: AssertionLine,
  environment: Environment,
  instance: Instance,
  sides = linearSides(line),
): Constraint | undefined {
  if (sides === undefined) return undefined;
  const left = sideOf(sides.left, environment, instance);
  const right = left && sideOf(sides.right, environment, instance);
  if (left === undefined || right === undefined) return undefined;
  const dimension = left[0]?.dimension ?? right[0]?.dimension;
  if (dimension === undefined) return undefined;
  for (const term of left) if (term.dimension !== dimension) return undefined;
  for (const term of right) if (term.dimension !== dimension) return undefined;
  const { relation } = sides;
  const strictness = relation === '=' ? 'sum' : 'bound';
  return { origin: { assertion: line }, left, right, relation, strictness };
}

function sideOf(
  linear: readonly LinearTerm[],
  environment: Environment,
  instance: Instance,
): Term[] | undefined {
  const terms: Term[] = [];
  for (const { coefficient, reference, summed } of linear) {
    const found = environment.terms(reference, summed, instance);
    if (isTrouble(found)) return undefined;
    for (const term of found) {
      // A blank of the author's own table is unknown (R8); a cell that asks for its value may yet have one.
      const isAsked = term.cell?.reading.kind === 'asked';
      if (term.figure === undefined && term.table.form === undefined && !isAsked) return undefined;
      terms.push(coefficient === 1 ? term : term.with(coefficient, answerIn(term)));
    }
  }
  return terms;
}

/** An answer is kept where the term is multiplied; what is printed is read again from the cell. */
function answerIn({ cell, figure }: Term): Term['figure'] {
  return cell?.reading.kind === 'asked' ? figure : undefined;
}
