/** Where the parts of a report stand, by line. Requests ask for one line at a time, many of them for the same report. */
import type { Column, Panel, Report, Row, Table } from '../report/model.ts';

export class ReportIndex {
  readonly #tables = new Map<Panel, Table>();
  /** Rows by the line that prints them: side-by-side panels print several on one. */
  readonly #rows = new Map<number, Row[]>();
  /** Columns by the line and start of their heads. */
  readonly #heads = new Map<number, { panel: Panel; column: Column }>();

  private constructor(report: Report) {
    for (const table of report.tables) {
      for (const panel of table.panels) {
        this.#tables.set(panel, table);
        for (const column of panel.columns) {
          for (const head of column.heads) this.#heads.set(head.start, { panel, column });
        }
      }
      for (const row of table.rows) {
        const beside = this.#rows.get(row.line.index);
        if (beside === undefined) this.#rows.set(row.line.index, [row]);
        else beside.push(row);
      }
    }
  }

  static of(report: Report): ReportIndex {
    let index = known.get(report);
    if (index === undefined) {
      index = new ReportIndex(report);
      known.set(report, index);
    }
    return index;
  }

  /** Undefined for a panel of another report. */
  tableOf(panel: Panel): Table | undefined {
    return this.#tables.get(panel);
  }

  rowsAt(line: number): readonly Row[] {
    return this.#rows.get(line) ?? [];
  }

  /** The column whose head is the cell that starts here. */
  headAt(start: number): { readonly panel: Panel; readonly column: Column } | undefined {
    return this.#heads.get(start);
  }
}

const known = new WeakMap<Report, ReportIndex>();
