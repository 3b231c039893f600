/** The cells of tables that a system knows as facts, by row and column. */
import type { Row, Table } from '../../../report/model.ts';
import type { CellFact, Fact } from '../fact.ts';
import type { System } from '../system.ts';

/** Facts of one row by column index. */
export type FactRow = ReadonlyMap<number, CellFact>;

export interface FactTable {
  readonly table: Table;
  /** In source order. */
  readonly rows: ReadonlyMap<Row, FactRow>;
}

/** The tables that some constraints stand over, and the rows of those tables with a fact among theirs. */
export function tablesUnder(
  system: System,
  constraints: readonly number[],
): { readonly tables: readonly FactTable[]; readonly rows: ReadonlySet<Row> } {
  const wanted = new Set<Table>();
  const rows = new Set<Row>();
  for (const index of constraints) {
    for (const fact of system.links[index]?.facts ?? []) {
      const row = rowOf(fact);
      if (fact.kind !== 'cell' || row === undefined) continue;
      wanted.add(fact.term.table);
      rows.add(row);
    }
  }
  const tables = new Map<Table, Map<Row, Map<number, CellFact>>>();
  for (const fact of system.facts) {
    const row = rowOf(fact);
    if (fact.kind !== 'cell' || row === undefined || !wanted.has(fact.term.table)) continue;
    const { table, column } = fact.term;
    const ofTable = tables.get(table) ?? new Map<Row, Map<number, CellFact>>();
    tables.set(table, ofTable);
    const ofRow = ofTable.get(row) ?? new Map<number, CellFact>();
    ofTable.set(row, ofRow);
    ofRow.set(column.index, fact);
  }
  const found = [...tables].map(([table, ofTable]) => ({
    table,
    rows: new Map([...ofTable].sort(([a], [b]) => a.range.start - b.range.start)),
  }));
  found.sort((a, b) => a.table.syntax.start - b.table.syntax.start);
  return { tables: found, rows };
}

function rowOf(fact: Fact): Row | undefined {
  return fact.kind === 'cell' ? fact.term.row : undefined;
}
