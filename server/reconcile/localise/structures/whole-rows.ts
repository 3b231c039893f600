/** Rows whose values are another's: shifted by a column, copied from a neighbour, exchanged with one. */
import type { Row } from '../../../report/model.ts';
import { onGrid } from '../candidates.ts';
import { BROKEN } from '../cost.ts';
import type { CellFact, Fact } from '../fact.ts';
import type { Change, Hypothesis } from '../hypothesis.ts';
import { solve } from '../solve.ts';
import type { System } from '../system.ts';
import type { Structure } from './structure.ts';
import type { FactRow, FactTable } from './tables.ts';
import { put, swap } from './whole-tables.ts';

export function rowStructures(
  system: System,
  { rows }: FactTable,
  wanted: ReadonlySet<Row>,
  settled: Hypothesis,
): readonly Structure[] {
  const found: Structure[] = [];
  const list = [...rows];
  list.forEach(([row, facts], index) => {
    if (!wanted.has(row) || facts.size < 2) return;
    for (const step of [1, -1]) {
      const shifted = shiftedBack(facts, step);
      if (shifted.length > 1) found.push({ kind: 'shifted-row', changes: shifted });
    }
    const [, below] = list[index + 1] ?? [];
    const [, above] = list[index - 1] ?? [];
    if (below !== undefined) {
      const changes: Change[] = [];
      for (const [column, fact] of facts) {
        const other = below.get(column);
        if (other !== undefined) swap(changes, fact, other);
      }
      if (changes.length > 1) found.push({ kind: 'swapped-rows', changes });
    }
    const solved = solvedByOthers(system, facts, settled);
    if (solved.length < 2) return;
    const isCopied = [above, below].some(
      (other) => other !== undefined && printsAlike(facts, other),
    );
    if (isCopied) found.push({ kind: 'copied-row', changes: solved });
    else if (solved.length > 2) {
      const isShifted = [1, -1].some((step) => standsBeside(facts, solved, step));
      found.push({ kind: isShifted ? 'shifted-row' : 'wrong-row', changes: solved });
    }
  });
  return found;
}

/** The values one column to the left or right of where they stand; what falls off the end comes back at the other. */
function shiftedBack(facts: FactRow, step: number): Change[] {
  const ordered = [...facts.values()].sort((a, b) => a.term.column.index - b.term.column.index);
  const changes: Change[] = [];
  ordered.forEach((fact, index) => {
    const from = ordered[(index + step + ordered.length) % ordered.length];
    if (from !== undefined && from.exponent === fact.exponent)
      put(changes, fact, from.printed.units);
  });
  return changes;
}

/** Whether the right values are printed one column further; what fell off the end is printed nowhere. */
function standsBeside(facts: FactRow, right: readonly Change[], step: number): boolean {
  const ordered = [...facts.values()].sort((a, b) => a.term.column.index - b.term.column.index);
  const values = new Map<Fact, number>(right.map(({ fact, value }) => [fact, value.units]));
  let figures = 0;
  for (const [index, fact] of ordered.entries()) {
    const beside = ordered[index + step];
    if (beside === undefined) continue;
    const units = values.get(fact) ?? fact.printed.units;
    if (beside.printed.units !== units) return false;
    if (units !== 0) figures++;
  }
  return figures > 1;
}

/** Each cell as the constraints ask that share no other cell with its row. */
function solvedByOthers(system: System, facts: FactRow, settled: Hypothesis): Change[] {
  const changes: Change[] = [];
  const own = new Set<unknown>(facts.values());
  for (const fact of facts.values()) {
    if (settled.has(fact)) continue;
    const units = askedOf(system, fact, own, settled);
    if (units !== undefined) put(changes, fact, units);
  }
  return changes;
}

function askedOf(
  system: System,
  fact: CellFact,
  row: ReadonlySet<unknown>,
  settled: Hypothesis,
): number | undefined {
  for (const index of fact.constraints) {
    const judgement = system.judge(index, settled);
    if (judgement.cost < BROKEN) continue;
    const others = system.links[index]?.facts.filter((one) => one !== fact && row.has(one)) ?? [];
    if (others.length > 0) continue;
    const solution = solve(judgement, fact);
    if (solution !== undefined) return onGrid(fact, solution.point);
  }
  return undefined;
}

function printsAlike(facts: FactRow, other: FactRow): boolean {
  let figures = 0;
  for (const [column, fact] of facts) {
    const beside = other.get(column);
    if (beside === undefined || beside.printed.units !== fact.printed.units) return false;
    if (fact.printed.units !== 0) figures++;
  }
  return figures > 1;
}
