/** How many figures were checked (LANGUAGE §4). "Clean" and "could not be read" are never the same. */
import { isFigure, paragraphNumbers } from '../../grammar/figures.ts';
import type { Binding } from '../../grammar/syntax-tree.ts';
import { type BindingVerdict, judgeBindings } from '../reconcile/bindings.ts';
import type { Outcome, Term } from '../reconcile/constraint.ts';
import type { Cell, Report } from '../report/model.ts';
import type { ReferenceScope } from '../report/resolution.ts';
import type { Finding } from './rule.ts';

export interface Coverage {
  readonly tables: CoverageCount;
  readonly narrative: CoverageCount;
}

/** Counts of figures by verdict, zero figures apart. */
export interface CoverageCount {
  readonly nonZero: VerdictCount;
  readonly zero: VerdictCount;
}

export type VerdictCount = Readonly<Record<FigureVerdict, number>>;

/**
 * - `verified`: it stands in at least one constraint that could have failed, and all hold.
 * - `wrong`: a constraint over it is broken, or a finding of error level stands on it.
 * - `stated`: read, but nothing in the report can confirm it.
 * - `waived`: its author declared that it needs no check.
 * - `unread`: what it says was not understood.
 */
export type FigureVerdict = 'verified' | 'wrong' | 'stated' | 'waived' | 'unread';

type Tally = Record<FigureVerdict, number>;

export function coverageOf(
  scope: ReferenceScope,
  outcomes: readonly Outcome[],
  findings: readonly Finding[],
): Coverage {
  const { report } = scope;
  return {
    tables: tableCoverage(report, cellVerdicts(outcomes), findings),
    narrative: narrativeCoverage(scope),
  };
}

/** Whether the constraints over a cell hold, for the cells that stand in any. */
export function cellVerdicts(outcomes: readonly Outcome[]): ReadonlyMap<Cell, boolean> {
  const verdicts = new Map<Cell, boolean>();
  for (const { constraint, verdict } of outcomes) {
    if (verdict === 'unknown') continue;
    const holds = verdict !== 'broken' && verdict !== 'unit-slip';
    const mark = (term: Term): void => {
      const { cell, report } = term;
      if (cell === undefined || report !== undefined) return;
      verdicts.set(cell, holds && verdicts.get(cell) !== false);
    };
    constraint.left.forEach(mark);
    constraint.right.forEach(mark);
  }
  return verdicts;
}

function tableCoverage(
  report: Report,
  verdicts: ReadonlyMap<Cell, boolean>,
  findings: readonly Finding[],
): CoverageCount {
  const named = new Set<number>();
  for (const finding of findings) if (finding.level === 'error') named.add(finding.start);
  const nonZero = tally();
  const zero = tally();
  for (const table of report.tables) {
    for (const row of table.rows) {
      for (const cell of row.cells) {
        if (cell === undefined || cell.column.kind !== 'amount') continue;
        const { reading } = cell;
        if (reading.kind === 'malformed') nonZero.wrong += 1;
        if (reading.kind !== 'figure') continue;
        const holds = named.has(cell.range.start) ? false : verdicts.get(cell);
        const verdict = holds === undefined ? 'stated' : holds ? 'verified' : 'wrong';
        (reading.figure.units === 0 ? zero : nonZero)[verdict] += 1;
      }
    }
  }
  return { nonZero, zero };
}

/** Until sentences are read as claims, a figure of the narrative is checked only where its author bound it. */
function narrativeCoverage(scope: ReferenceScope): CoverageCount {
  const { tree } = scope.report;
  const judged = new Map<Binding, BindingVerdict>();
  for (const { binding, verdict } of judgeBindings(scope)) judged.set(binding, verdict);
  const nonZero = tally();
  const zero = tally();
  for (const paragraph of tree.paragraphs) {
    const bindings = paragraph.lines.flatMap((line) => line.bindings);
    let next = 0;
    for (const number of paragraphNumbers(tree, paragraph)) {
      if (!isFigure(number)) continue;
      while ((bindings[next]?.figure.end ?? Number.POSITIVE_INFINITY) < number.start) next += 1;
      const binding = bindings[next];
      const bound = binding !== undefined && binding.figure.start <= number.start;
      const verdict = bound ? verdictOf(binding, judged) : 'unread';
      (number.units === 0 ? zero : nonZero)[verdict] += 1;
    }
  }
  return { nonZero, zero };
}

function verdictOf(binding: Binding, judged: ReadonlyMap<Binding, BindingVerdict>): FigureVerdict {
  if (binding.waived) return 'waived';
  switch (judged.get(binding)) {
    case 'holds':
    case 'truncated':
    case 'coarse':
      return 'verified';
    case 'wrong':
      return 'wrong';
    case 'trouble':
      return 'stated';
    default:
      return 'unread';
  }
}

function tally(): Tally {
  return { verified: 0, wrong: 0, stated: 0, waived: 0, unread: 0 };
}
