/** Cells that hold a lone `=`, with what they are answered. */
import type { Figure } from '../report/figure.ts';
import type { Cell } from '../report/model.ts';
import type { ReferenceScope } from '../report/resolution.ts';
import { askedAnswers, asksForAnything } from './asked-answers.ts';
import { type AskedAnswer, termsOf, withFigures } from './asked-identities.ts';
import { isBroken, type Outcome } from './constraint.ts';
import { evaluate } from './evaluate.ts';

export interface AskedCell {
  readonly cell: Cell;
  /** Undefined where nothing determines it. */
  readonly answer: AskedAnswer | undefined;
  /** An identity that the answer breaks: the identities do not agree on a value. */
  readonly against: Outcome | undefined;
  /** Where it waits for itself: the way round. */
  readonly cycle: readonly string[] | undefined;
}

export function askedCells(
  scope: ReferenceScope & { readonly outcomes: readonly Outcome[] },
): AskedCell[] {
  const { report, outcomes } = scope;
  if (!asksForAnything(report)) return [];
  const asked: Cell[] = [];
  for (const table of report.tables) {
    for (const row of table.rows) {
      for (const cell of row.cells) if (cell?.reading.kind === 'asked') asked.push(cell);
    }
  }
  const { answers, figures, cycles } = askedAnswers(scope);
  const against = contradictions(outcomes, figures);
  const ways = new Map(cycles.map(({ member, way }) => [member, way]));
  return asked.map((cell) => ({
    cell,
    answer: answers.get(cell),
    against: against.get(cell),
    cycle: ways.get(cell),
  }));
}

/** By cell, an identity that its answer breaks. */
function contradictions(
  outcomes: readonly Outcome[],
  figures: ReadonlyMap<Cell, Figure>,
): Map<Cell, Outcome> {
  const against = new Map<Cell, Outcome>();
  for (const outcome of outcomes) {
    if (outcome.verdict !== 'unknown') continue;
    const after = evaluate(withFigures(outcome.constraint, figures));
    if (!isBroken(after)) continue;
    for (const { cell } of termsOf(outcome.constraint)) {
      if (cell !== undefined && figures.has(cell) && !against.has(cell)) against.set(cell, after);
    }
  }
  return against;
}
