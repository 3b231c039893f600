/** The model's panels while a table is being laid: the same objects, still open. */
import type { CellNode, Range } from '../../grammar/syntax-tree.ts';
import { readCell } from './cells.ts';
import type { Unit } from './figure.ts';
import type { PanelDefinition, RowDefinition } from './form.ts';
import type { PanelIndex } from './form-index.ts';
import type { Cell, Column, Panel, Row, TableProblem } from './model.ts';

type Open<Type> = { -readonly [Part in keyof Type]: Type[Part] };

interface OpenColumn extends Open<Column> {
  heads: CellNode[];
}

interface OpenPanel extends Open<Panel> {
  columns: OpenColumn[];
  rows: Row[];
  byCode: Map<string, Row>;
  byDefinition: Map<RowDefinition, Row>;
}

/** Decimals beyond this count as this many. */
const MOST_DECIMALS = 7;

export class PanelBuilder {
  readonly panel: OpenPanel;
  readonly index: PanelIndex | undefined;
  /** Place in the form of the row laid last; -1 before the first. */
  lastLaid = -1;
  /** Code of the row laid last, by block. */
  readonly codesAbove: string[] = [];
  private readonly blocks: Row[][] = [];
  /** How often each number of decimals is printed, by column. */
  private readonly decimals: number[] = [];

  constructor(
    name: string,
    definition: PanelDefinition | undefined,
    index: PanelIndex | undefined,
    unit: Unit,
  ) {
    this.index = index;
    this.panel = {
      name,
      definition,
      columns: [],
      rows: [],
      byCode: new Map(),
      byDefinition: new Map(),
      asks: false,
      malformed: false,
    };
    for (const column of definition?.columns ?? []) {
      this.addColumn(column.name, column.path, unit, 'amount', column);
    }
  }

  addColumn(
    name: string,
    path: readonly string[],
    unit: Unit,
    kind: Column['kind'],
    definition?: Column['definition'],
  ): OpenColumn {
    const { columns } = this.panel;
    const index = columns.length;
    const column: OpenColumn = {
      index,
      name,
      path,
      definition,
      heads: [],
      kind,
      unit,
      decimals: 0,
    };
    columns.push(column);
    return column;
  }

  /** The row, with its cells still to be put in; `width` columns at most. */
  addRow(
    row: Omit<Row, 'panel' | 'cells'>,
    width = this.panel.columns.length,
  ): Row & { cells: (Cell | undefined)[] } {
    const { panel } = this;
    const cells: (Cell | undefined)[] = [];
    for (let at = 0; at < width; at += 1) cells.push(undefined);
    const full = {
      panel,
      line: row.line,
      block: row.block,
      range: row.range,
      code: row.code,
      codeCell: row.codeCell,
      label: row.label,
      labelCell: row.labelCell,
      rowNumber: row.rowNumber,
      rowNumberCell: row.rowNumberCell,
      definition: row.definition,
      cells,
    };
    let block = this.blocks[row.block];
    while (!block) {
      this.blocks.push([]);
      block = this.blocks[row.block];
    }
    block.push(full);
    if (row.code !== undefined && !panel.byCode.has(row.code)) panel.byCode.set(row.code, full);
    if (row.definition && !panel.byDefinition.has(row.definition)) {
      panel.byDefinition.set(row.definition, full);
    }
    return full;
  }

  setCell(row: Row & { cells: (Cell | undefined)[] }, columnIndex: number, node: CellNode): void {
    const column = this.panel.columns[columnIndex];
    if (!column) return;
    const reading = readCell(node, column.unit, column.kind);
    row.cells[columnIndex] = { row, column, range: node, text: node.value, reading };
    if (reading.kind === 'asked') this.panel.asks = true;
    else if (reading.kind === 'malformed') this.panel.malformed = true;
    // A printed 0 is exactly zero (R10): it says nothing of how finely the others are printed.
    if (reading.kind === 'figure' && reading.figure.units !== 0) {
      const slot = columnIndex * (MOST_DECIMALS + 1);
      const decimals = reading.figure.decimals;
      const place = slot + (decimals > MOST_DECIMALS ? MOST_DECIMALS : decimals);
      this.decimals[place] = (this.decimals[place] ?? 0) + 1;
    }
  }

  /**
   * Closes the panel: rows in order, usual decimals of each column. Of equally frequent ones the finer counts; a column
   * of blanks and zeros is printed as finely as the finest beside it.
   */
  finish(): Panel {
    const { panel, blocks } = this;
    panel.rows = blocks.length === 1 ? (blocks[0] ?? []) : blocks.flat();
    let finest = 0;
    const silent: OpenColumn[] = [];
    for (const column of panel.columns) {
      const slot = column.index * (MOST_DECIMALS + 1);
      let most = 0;
      for (let decimals = 0; decimals <= MOST_DECIMALS; decimals += 1) {
        const count = this.decimals[slot + decimals] ?? 0;
        if (count > 0 && count >= most) {
          most = count;
          column.decimals = decimals;
        }
      }
      if (most === 0) silent.push(column);
      else if (column.decimals > finest) finest = column.decimals;
    }
    for (const column of silent) column.decimals = finest;
    return panel;
  }
}

export function problem(
  code: TableProblem['code'],
  range: Range,
  data: Readonly<Record<string, string>>,
): TableProblem {
  return { code, start: range.start, end: range.end, data };
}
