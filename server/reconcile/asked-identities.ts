/** Cells that hold a lone `=`: the value that the identities give them. */
import type { AssertionLine } from '../../grammar/syntax-tree.ts';
import type { Figure } from '../report/figure.ts';
import type { Cell } from '../report/model.ts';
import { decimalsBeside, impliedFigure, inPlaces } from './amount.ts';
import type { Constraint, Outcome, Term } from './constraint.ts';
import { evaluate } from './evaluate.ts';

export interface AskedAnswer {
  readonly units: number;
  readonly decimals: number;
  readonly term: Term;
  /** The identity that gave it, with the answer in its place; or an assertion of the author's, with the places it reads. */
  readonly origin:
    | { readonly constraint: Constraint }
    | { readonly assertion: AssertionLine; readonly places: readonly Term[] };
}

/**
 * Answers cells from identities with a single unknown, and with those answers the next, until nothing more is known.
 * `before`: answers that are known already.
 */
export function answerIdentities(
  outcomes: readonly Outcome[],
  before: ReadonlyMap<Cell, Figure>,
): Map<Cell, AskedAnswer> {
  const answers = new Map<Cell, AskedAnswer>();
  const figures = new Map(before);
  let open = outcomes.filter(
    ({ verdict, constraint }) => verdict === 'unknown' && constraint.relation === '=',
  );
  for (let progress = true; progress && open.length > 0; ) {
    progress = false;
    const found = new Map<Cell, AskedAnswer>();
    const rest: Outcome[] = [];
    for (const outcome of open) {
      const { constraint } = outcome;
      const unknown = termsOf(constraint).filter(
        ({ state, cell }) => state === 'unreadable' && !(cell && figures.has(cell)),
      );
      const cells = new Set(unknown.map(({ cell }) => cell));
      const [term] = unknown;
      if (cells.size > 1) rest.push(outcome);
      if (cells.size !== 1 || term?.cell?.reading.kind !== 'asked') continue;
      const answer = answerFrom(constraint, term, figures);
      const known = found.get(term.cell)?.origin;
      // The same quantity elsewhere is the amount itself; a sum of few parts is nearer to it than one of many.
      if (answer && (!known || size(constraint) < sizeOf(known))) {
        found.set(term.cell, answer);
      }
    }
    for (const [cell, answer] of found) {
      answers.set(cell, answer);
      figures.set(cell, figureOf(answer));
      progress = true;
    }
    open = rest;
  }
  return answers;
}

/** The answer that a constraint gives where it lacks nothing but the cell of `term`. */
export function answerFrom(
  constraint: Constraint,
  term: Term,
  figures: ReadonlyMap<Cell, Figure>,
): AskedAnswer | undefined {
  const { column, cell } = term;
  if (cell === undefined) return undefined;
  const zero = new Map([...figures, [cell, impliedFigure(0, column.decimals, column.unit)]]);
  const { difference, exponent, verdict } = evaluate(withFigures(constraint, zero));
  if (verdict === 'unknown') return undefined;
  let weight = 0;
  for (const other of constraint.left) if (other.cell === cell) weight += other.coefficient;
  for (const other of constraint.right) if (other.cell === cell) weight -= other.coefficient;
  if (weight === 0) return undefined;
  const others = termsOf(constraint).map(({ figure }) => figure);
  const decimals = decimalsBeside(column, others);
  const units = inPlaces(-difference / weight, exponent, column.unit, decimals);
  if (!Number.isSafeInteger(units)) return undefined;
  const answered = new Map([...figures, [cell, impliedFigure(units, decimals, column.unit)]]);
  return { units, decimals, term, origin: { constraint: withFigures(constraint, answered) } };
}

/** A constraint with figures in the place of cells. */
export function withFigures(
  constraint: Constraint,
  figures: ReadonlyMap<Cell, Figure>,
): Constraint {
  const put = (term: Term): Term => {
    const figure = term.cell && figures.get(term.cell);
    return figure === undefined ? term : term.with(term.coefficient, figure);
  };
  return { ...constraint, left: constraint.left.map(put), right: constraint.right.map(put) };
}

export function figureOf({ units, decimals, term }: AskedAnswer): Figure {
  return impliedFigure(units, decimals, term.column.unit);
}

export function termsOf({ left, right }: Constraint): Term[] {
  return [...left, ...right];
}

function size({ left, right }: Constraint): number {
  let figures = 0;
  for (const { state } of left) if (state === 'figure') figures++;
  for (const { state } of right) if (state === 'figure') figures++;
  return figures;
}

function sizeOf(origin: AskedAnswer['origin']): number {
  return 'constraint' in origin ? size(origin.constraint) : 0;
}
