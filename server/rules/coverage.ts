/** How many figures were checked (LANGUAGE §4). "Clean" and "could not be read" are never the same. */
import { scanFigures } from '../../grammar/figures.ts';
import type { Outcome, Term } from '../reconcile/constraint.ts';
import type { Cell, Report } from '../report/model.ts';
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
  report: Report,
  outcomes: readonly Outcome[],
  findings: readonly Finding[],
): Coverage {
  return {
    tables: tableCoverage(report, cellVerdicts(outcomes), findings),
    narrative: narrativeCoverage(report),
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
function narrativeCoverage(report: Report): CoverageCount {
  const { text, paragraphs } = report.tree;
  const nonZero = tally();
  const zero = tally();
  for (const paragraph of paragraphs) {
    for (const line of paragraph.lines) {
      for (const figure of scanFigures(text, line.start, line.end)) {
        const binding = line.bindings.find(
          (candidate) => candidate.figure.start <= figure.start && figure.end <= candidate.end,
        );
        const verdict = binding === undefined ? 'unread' : binding.waived ? 'waived' : 'stated';
        (isZero(figure) ? zero : nonZero)[verdict] += 1;
      }
    }
  }
  return { nonZero, zero };
}

function isZero(figure: { readonly units?: number }): boolean {
  return figure.units === 0;
}

function tally(): Tally {
  return { verified: 0, wrong: 0, stated: 0, waived: 0, unread: 0 };
}
