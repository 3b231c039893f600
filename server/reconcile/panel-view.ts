/**
 * A panel as the identities look at it: rows by definition and by code, which rows stand below which, and one term for
 * each cell, made when first asked for and shared by the constraints over it.
 */
import type { PanelDefinition } from '../report/form.ts';
import type { NamedReport, Panel, Row, Table } from '../report/model.ts';
import { Term } from './constraint.ts';

const NONE: readonly number[] = [];

/** Index of each row definition in its panel, worked out once for each form. */
const definitionIndexes = new WeakMap<PanelDefinition, ReadonlyMap<unknown, number>>();

function indexOf(definition: PanelDefinition): ReadonlyMap<unknown, number> {
  let found = definitionIndexes.get(definition);
  if (found === undefined) {
    found = new Map(definition.rows.map((row, index) => [row, index]));
    definitionIndexes.set(definition, found);
  }
  return found;
}

export class PanelView {
  readonly table: Table;
  readonly panel: Panel;
  readonly report: NamedReport | undefined;
  readonly rows: readonly Row[];
  /** Index into `rows` by index of the row's definition; undefined: not printed. */
  readonly fixed: readonly (number | undefined)[];
  /** Index into `rows` of 合计, or the last total the form defines. */
  readonly total: number | undefined;
  readonly byCode: ReadonlyMap<string, number>;
  /** By row, the code that is meant; undefined for rows without one. */
  readonly codes: readonly (string | undefined)[];
  /** Rows with a code that stand below no printed row: what 合计 adds. */
  readonly tops: readonly number[];
  /** Rows printed next below a code, whether or not the code itself is printed. */
  readonly #below: ReadonlyMap<string, number[]>;
  readonly #terms: (Term | undefined)[];
  readonly #absent = new Map<string | number, (Term | undefined)[]>();
  readonly #width: number;

  constructor(
    table: Table,
    panel: Panel,
    report: NamedReport | undefined,
    meant: ReadonlyMap<Row, string>,
  ) {
    this.table = table;
    this.panel = panel;
    this.report = report;
    this.rows = panel.rows;
    this.#width = panel.columns.length;
    this.#terms = [];
    const fixed: (number | undefined)[] = [];
    const byCode = new Map<string, number>();
    const codes: (string | undefined)[] = [];
    const definitions = panel.definition === undefined ? undefined : indexOf(panel.definition);
    let total: number | undefined;
    for (let index = 0; index < panel.rows.length; index++) {
      const row = panel.rows[index];
      if (row === undefined) continue;
      if (row.definition !== undefined) {
        const definition = definitions?.get(row.definition);
        if (definition !== undefined) fixed[definition] ??= index;
        if (row.definition.role === 'grand-total') total ??= index;
      }
      const code = meant.get(row) ?? row.code;
      codes[index] = code;
      if (code !== undefined && !byCode.has(code)) byCode.set(code, index);
    }
    this.fixed = fixed;
    this.total = total;
    this.byCode = byCode;
    this.codes = codes;
    const tops: number[] = [];
    const below = new Map<string, number[]>();
    for (let index = 0; index < panel.rows.length; index++) {
      const row = panel.rows[index];
      const code = codes[index];
      if (row === undefined || code === undefined) continue;
      if (repeats(row, code, index, byCode, panel)) continue;
      const parent = parentOf(code, byCode, below, index);
      if (parent === undefined) tops.push(index);
    }
    this.tops = tops;
    this.#below = below;
  }

  /** Indexes of the rows next below a code. */
  below(code: string): readonly number[] {
    return this.#below.get(code) ?? NONE;
  }

  term(row: number, column: number): Term {
    const at = row * this.#width + column;
    let term = this.#terms[at];
    if (term === undefined) {
      const { panel } = this;
      term = new Term(
        1,
        this.table,
        panel,
        // A known form has all its columns; an index comes from its definition.
        panel.columns[column] as Panel['columns'][number],
        panel.rows[row],
        this.codes[row],
        panel.rows[row]?.definition,
        this.report,
      );
      this.#terms[at] = term;
    }
    return term;
  }

  /** The term of a row that is not printed. */
  absent(key: string | number, column: number): Term {
    let terms = this.#absent.get(key);
    if (terms === undefined) {
      terms = [];
      this.#absent.set(key, terms);
    }
    let term = terms[column];
    if (term === undefined) {
      const definition = typeof key === 'number' ? this.panel.definition?.rows[key] : undefined;
      term = new Term(
        1,
        this.table,
        this.panel,
        this.panel.columns[column] as Panel['columns'][number],
        undefined,
        definition?.code ?? (typeof key === 'string' ? key : undefined),
        definition,
        this.report,
      );
      terms[column] = term;
    }
    return term;
  }
}

/** A row printed twice with the same cells (at a page break) counts once; one that differs has a wrong code and counts. */
function repeats(
  row: Row,
  code: string,
  index: number,
  byCode: ReadonlyMap<string, number>,
  panel: Panel,
): boolean {
  const first = byCode.get(code);
  if (first === undefined || first === index) return false;
  const other = panel.rows[first];
  return row.cells.every((cell, column) => cell?.text === other?.cells[column]?.text);
}

/** The code of the nearest printed row above; notes the row under it and under every missing code between. */
function parentOf(
  code: string,
  byCode: ReadonlyMap<string, number>,
  below: Map<string, number[]>,
  index: number,
): string | undefined {
  for (let digits = code.length > 5 ? 5 : 3; digits >= 3; digits -= 2) {
    if (digits >= code.length) continue;
    const parent = code.slice(0, digits);
    const rows = below.get(parent);
    if (rows === undefined) below.set(parent, [index]);
    else rows.push(index);
    if (byCode.has(parent)) return parent;
  }
  return undefined;
}
