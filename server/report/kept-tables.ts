import { moveRange, moveRanges } from '../../grammar/move-nodes.ts';
import type { TableNode } from '../../grammar/syntax-tree.ts';
import type { Figure, MoneyUnit } from './figure.ts';
import { LaidWhenAsked } from './laid-when-asked.ts';
import type { Panel, Report, Table } from './model.ts';

/**
 * The tables of a report whose text has been edited since: those whose nodes the tree has kept are as good as new, since a
 * table is laid by its own lines, the profile and the report's unit. Like the nodes they belong to whoever goes on with
 * them, and are moved in place.
 */
export class KeptTables {
  readonly #byNode: ReadonlyMap<TableNode, Table>;
  readonly #unit: MoneyUnit;

  constructor({ tables, header }: Report) {
    this.#byNode = new Map(tables.map((table) => [table.syntax, table]));
    this.#unit = header.unit;
  }

  /** The table of a node, if it is still laid as it would be in a report of this unit. */
  of(node: TableNode, unit: MoneyUnit): Table | undefined {
    return unit === this.#unit ? this.#byNode.get(node) : undefined;
  }

  /** Follows the nodes, which have moved: what they share with the tables is at its place by now. */
  move(from: number, offset: number): void {
    if (offset === 0) return;
    for (const [node, table] of this.#byNode) if (node.start >= from) moveTable(table, offset);
  }
}

function moveTable(table: Table, offset: number): void {
  for (const { range } of table.notes) moveRange(range, offset);
  if (table instanceof LaidWhenAsked) {
    for (const panel of table.laid?.panels ?? []) movePanel(panel, offset);
  } else {
    for (const panel of table.panels) movePanel(panel, offset);
  }
  if (table.problems.length > 0) moveRanges(table.problems, offset);
}

/** Cells and rows stand where their nodes do; figures have places of their own. */
function movePanel({ rows }: Panel, offset: number): void {
  for (const { cells } of rows) {
    for (const cell of cells) {
      const reading = cell?.reading;
      if (reading?.kind === 'figure' || reading?.kind === 'target') {
        const figure = reading.figure as { -readonly [Part in keyof Figure]: Figure[Part] };
        figure.start += offset;
        figure.end += offset;
      }
    }
  }
}
