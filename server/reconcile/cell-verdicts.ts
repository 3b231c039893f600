/** Which cells of the tables the identities prove, and which they contradict. */
import type { Cell } from '../report/model.ts';
import { isBroken, type Outcome, type Term } from './constraint.ts';
import type { Explanation } from './localise/explanation.ts';

/**
 * Whether the constraints over a cell hold, for the cells that stand in any. A broken identity that a culprit explains
 * speaks against the culprit alone: with it put right, the other cells tie out.
 */
export function cellVerdicts(
  outcomes: readonly Outcome[],
  { known, open: unsolved }: Explanation,
): ReadonlyMap<Cell, boolean> {
  const verdicts = new Map<Cell, boolean>();
  const open = new Set(unsolved.map(({ constraint }) => constraint));
  for (const { fact } of known.changes) if (fact.kind === 'cell') verdicts.set(fact.cell, false);
  for (const outcome of outcomes) {
    if (outcome.verdict === 'unknown') continue;
    const { constraint } = outcome;
    const explained = 'identity' in constraint.origin && !open.has(constraint);
    const holds = explained || !isBroken(outcome);
    const { left, right } = outcome.constraint;
    for (const term of left) mark(verdicts, term, holds);
    for (const term of right) mark(verdicts, term, holds);
  }
  return verdicts;
}

function mark(verdicts: Map<Cell, boolean>, { cell, report }: Term, holds: boolean): void {
  if (cell === undefined || report !== undefined) return;
  const before = verdicts.get(cell);
  if (before === undefined || (before && !holds)) verdicts.set(cell, holds);
}

/** The constraint that says most of each cell: a broken one, else one that it is the total of, else any. */
export function cellOutcomes(outcomes: readonly Outcome[]): ReadonlyMap<Cell, Outcome> {
  const found = new Map<Cell, { readonly outcome: Outcome; readonly worth: number }>();
  for (const outcome of outcomes) {
    if (outcome.verdict === 'unknown') continue;
    const { left, right, relation } = outcome.constraint;
    for (const [side, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const worth =
        (isBroken(outcome) ? 4 : 0) +
        (relation === '=' && side.length === 1 ? 2 : 0) +
        (other.length > 1 ? 1 : 0);
      for (const { cell, report } of side) {
        if (cell === undefined || report !== undefined) continue;
        if (worth > (found.get(cell)?.worth ?? -1)) found.set(cell, { outcome, worth });
      }
    }
  }
  return new Map([...found].map(([cell, { outcome }]) => [cell, outcome]));
}
