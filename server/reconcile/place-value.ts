/** What the tables say at a place, what they lack and what is wrong in them understood. */
import type { Place } from '../claims/claim.ts';
import type { Cell, Panel, Report, Table } from '../report/model.ts';
import { levelOf } from '../subjects/subject.ts';
import type { Completeness, ImpliedValue } from './completeness.ts';
import { isBroken, type Outcome, Term } from './constraint.ts';
import { isLeftOut } from './ground.ts';
import { termWith } from './quantity.ts';
import type { Supposed } from './supposed.ts';

/** What a report's tables came to, before its sentences are judged. */
export interface JudgedTables {
  readonly report: Report;
  readonly completeness: Completeness;
  readonly outcomes: readonly Outcome[];
}

export class PlaceValues {
  readonly #tables: JudgedTables;
  readonly #terms = new Map<Place, Term | undefined>();
  #disputed: ReadonlySet<Cell> | undefined;
  #slipped: ReadonlySet<Table> | undefined;
  readonly #known: Supposed | undefined;
  #supposed: Supposed | undefined;

  /** `known`: what is wrong, once that is known. */
  constructor(tables: JudgedTables, known?: Supposed) {
    this.#tables = tables;
    this.#known = known;
  }

  /** Holds cells to be others until further notice. */
  suppose(supposed: Supposed | undefined): void {
    this.#supposed = supposed;
  }

  /** As printed, or as it must be where nothing is; undefined where the table tells nothing. */
  at(place: Place): Term | undefined {
    const term = this.#at(place);
    if (this.#supposed === undefined || term?.cell === undefined) return term;
    return this.#supposed.cellTerm(term.cell) ?? term;
  }

  #at(place: Place): Term | undefined {
    if (this.#terms.has(place)) return this.#terms.get(place);
    const term = this.#read(place);
    this.#terms.set(place, term);
    return term;
  }

  /** What a place must print where it is known to be wrong. */
  repaired(place: Place): Term | undefined {
    if (this.#known === undefined) return undefined;
    const term = this.at(place);
    if (term?.cell === undefined || place.report !== undefined) return undefined;
    return this.#known.cellTerm(term.cell);
  }

  /** A row that is not printed is no zero where the subject around it falls short, or is not printed either. */
  #mayBeLost({ table, panel, column, code }: Term): boolean {
    if (code === undefined || code.length <= 3) return false;
    for (let { length } = code; length > 3; length -= 2) {
      const around = panel.byCode.get(code.slice(0, length - 2));
      if (around === undefined) continue;
      const cell = around.cells[column.index];
      return cell !== undefined && this.#disputedCells().has(cell);
    }
    return this.#tables.completeness.missingRows.has(table);
  }

  /** Whether the tables themselves disagree about a place. */
  isDisputed({ cell }: Term): boolean {
    return cell !== undefined && this.#disputedCells().has(cell);
  }

  #disputedCells(): ReadonlySet<Cell> {
    if (this.#disputed === undefined) {
      const disputed = new Set<Cell>();
      for (const outcome of this.#tables.outcomes) {
        if (!isBroken(outcome)) continue;
        const { left, right } = outcome.constraint;
        for (const side of [left, right])
          for (const { cell: one } of side) if (one) disputed.add(one);
      }
      this.#disputed = disputed;
    }
    return this.#disputed;
  }

  /**
   * Whether the other tables show that a table prints its amounts in another unit than its head says: until that is
   * put right its amounts tell nothing.
   */
  #isSlipped(table: Table): boolean {
    if (this.#slipped === undefined) {
      const { header } = this.#tables.report;
      const slipped = new Set<Table>();
      for (const { verdict, constraint } of this.#tables.outcomes) {
        if (verdict !== 'unit-slip') continue;
        for (const side of [constraint.left, constraint.right])
          for (const term of side) if (term.table.unit !== header.unit) slipped.add(term.table);
      }
      this.#slipped = slipped;
    }
    return this.#slipped.has(table);
  }

  #read({ table, panel, column, row, code, definition, report }: Place): Term | undefined {
    if (report === undefined && this.#isSlipped(table)) return undefined;
    const term = new Term(1, table, panel, column, row, code, definition, report);
    if (term.state === 'unreadable') return undefined;
    if (!term.blank || report !== undefined) return term;
    const implied = this.#implied(term);
    if (implied === 'unknown') return undefined;
    return implied === undefined ? term : termWith(term, implied.units, implied.decimals);
  }

  /** The value of a blank that should not be one; `unknown` where only that much is known. */
  #implied(term: Term): ImpliedValue | 'unknown' | undefined {
    const { missingRows, missingValues, truncated } = this.#tables.completeness;
    const { table, panel, column, row, code, definition } = term;
    if (row !== undefined) {
      const value = missingValues.find((one) => one.row === row && one.column === column.index);
      return value ?? (isLeftOut(term) ? 'unknown' : undefined);
    }
    const missing = missingRows
      .get(table)
      ?.find(
        (one) =>
          one.panel === panel &&
          (code === undefined ? one.definition === definition : one.code === code),
      );
    if (missing !== undefined) return missing.values.get(column.index) ?? 'unknown';
    // A row whose code cannot be read may be the one.
    if (code !== undefined && hasMalformedCode(panel)) return 'unknown';
    const isUnknown =
      truncated.has(table) || isLeftOut(term) || isTotalLeftOut(term) || this.#mayBeLost(term);
    return isUnknown ? 'unknown' : undefined;
  }
}

function hasMalformedCode(panel: Panel): boolean {
  return panel.rows.some(
    ({ code, codeCell }) =>
      code !== undefined && codeCell !== undefined && levelOf(code) === undefined,
  );
}

/** A total that a table with money does not print is no zero. */
function isTotalLeftOut({ definition, panel, column }: Term): boolean {
  const role = definition?.role;
  if (role !== 'total' && role !== 'grand-total' && role !== 'subtotal') return false;
  return panel.rows.some((row) => {
    const reading = row.cells[column.index]?.reading;
    return reading?.kind === 'figure' && reading.figure.units !== 0;
  });
}
