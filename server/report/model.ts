/**
 * The report model: what a syntax tree says once its tables are laid against the forms. Published layout, sparse
 * layout and stacked panels give the same model. Nothing here judges; mismatches are kept as `TableProblem`s for
 * the rules.
 */
import type {
  CellNode,
  HeaderFieldLine,
  Piece,
  Range,
  RowLine,
  SyntaxTree,
  TableFieldPart,
  TableNode,
} from '../../grammar/syntax-tree.ts';
import type { Figure, MoneyUnit, Unit } from './figure.ts';
import type { ColumnDefinition, FormDefinition, PanelDefinition, RowDefinition } from './form.ts';
import type { Localised } from './identifiers.ts';

export interface Report {
  readonly tree: SyntaxTree;
  readonly header: ReportHeader;
  /** In source order, repeated forms and own tables included. */
  readonly tables: readonly Table[];
  /** The first table of each form, by form key. */
  readonly forms: ReadonlyMap<string, Table>;
  /** True where the report numbers its forms in an order of its own: `Table.number` then says how. */
  readonly ownNumbers: boolean;
}

export interface ReportHeader {
  readonly kind: Piece | undefined;
  /** The body's name. */
  readonly name: Piece | undefined;
  readonly shortNames: readonly Piece[];
  /** Fiscal year, e.g. 2023; `yearField` is where it stands. */
  readonly year: number | undefined;
  readonly yearField: Piece | undefined;
  readonly unit: MoneyUnit;
  readonly unitField: Piece | undefined;
  readonly profile: string;
  /** Year of the subject codes that apply (科目; default the fiscal year). */
  readonly subjectYear: number | undefined;
  readonly lastYear: Piece | undefined;
  readonly subordinates: readonly Piece[];
  readonly fields: readonly HeaderFieldLine[];
}

export interface Table {
  readonly syntax: TableNode;
  readonly form: FormDefinition | undefined;
  /**
   * What messages and references call it: 公开03表, where the report numbers its forms otherwise the number that it
   * prints; the name of a table without a number.
   */
  readonly number: string;
  /** The form's name, or the name the author gave. */
  readonly name: string;
  readonly instance: string | undefined;
  /** Unit of its amounts, with the field that set it (undefined: the header's). */
  readonly unit: MoneyUnit;
  readonly unitField: Range | undefined;
  /** What the lines above the first row say. */
  readonly fields: readonly TableFieldPart[];
  readonly panels: readonly Panel[];
  /** Rows of all panels, in source order. */
  readonly rows: readonly Row[];
  /** Notes below, joined. */
  readonly notes: readonly {
    readonly keyword: string | undefined;
    readonly text: string;
    readonly range: Range;
  }[];
  readonly problems: readonly TableProblem[];
}

export interface Panel {
  readonly name: string;
  readonly definition: PanelDefinition | undefined;
  /**
   * In a known form: the form's columns in the form's order, also those that the table leaves out, then unknown ones.
   * Elsewhere: as printed.
   */
  readonly columns: readonly Column[];
  /** By column group, then in source order. Rows of a fixed form that print nothing but their 行次 are left out. */
  readonly rows: readonly Row[];
  /** First row with this code. */
  readonly byCode: ReadonlyMap<string, Row>;
  /** First row laid to this definition. */
  readonly byDefinition: ReadonlyMap<RowDefinition, Row>;
  /** True where a cell asks for its value (`=`), so that nobody has to look for one in vain. */
  readonly asks: boolean;
  /** True where a cell holds a malformed number. */
  readonly malformed: boolean;
}

export interface Column {
  /** Index into `Row.cells`. */
  readonly index: number;
  readonly name: string;
  /** Heads above it, outermost first. */
  readonly path: readonly string[];
  readonly definition: ColumnDefinition | undefined;
  /** The head cells that name it, one for each time the head is printed; empty where the table has no head for it. */
  readonly heads: readonly CellNode[];
  readonly kind: 'amount' | 'text';
  /** Unit of bare numbers in this column; empty in an own table that states none. */
  readonly unit: Unit;
  /** Decimals that its figures are usually printed with (the most frequent); 0 for an empty column. */
  readonly decimals: number;
}

export interface Row {
  readonly panel: Panel;
  readonly line: RowLine;
  /**
   * Which of the side-by-side column groups of its panel printed it, from 0. Only 公开06表 prints several groups for one
   * panel; its rows ascend by code within each group, not over the whole panel.
   */
  readonly block: number;
  /** Where the row's key stands: label or code cell; the line where there is none. */
  readonly range: Range;
  /** Subject code as printed (width-folded, blanks dropped), or the class code of a fixed row's definition. */
  readonly code: string | undefined;
  readonly codeCell: CellNode | undefined;
  /** Label or subject name as printed, blanks kept. Empty where the cell is empty. */
  readonly label: string;
  readonly labelCell: CellNode | undefined;
  readonly rowNumber: number | undefined;
  readonly rowNumberCell: CellNode | undefined;
  readonly definition: RowDefinition | undefined;
  /** By column index; undefined where the row prints no such cell, also beyond the end of the array. */
  readonly cells: readonly (Cell | undefined)[];
}

export interface Cell {
  readonly row: Row;
  readonly column: Column;
  readonly range: Range;
  readonly text: string;
  readonly reading: CellReading;
}

export type CellReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'text' }
  /** A lone `=`. */
  | { readonly kind: 'asked' }
  /** Meant as a number and not readable as one: `35.36.00`. */
  | {
      readonly kind: 'malformed';
      readonly reason: MalformedReason;
      readonly repair: string | undefined;
    }
  /** `≥95%` */
  | {
      readonly kind: 'target';
      readonly relation: '≥' | '≤' | '=' | '>' | '<';
      readonly figure: Figure;
    };

export type MalformedReason =
  | 'two-points'
  | 'grouping'
  | 'stray-point'
  | 'stray-character'
  | 'too-long'
  | 'sign';

/** Something that did not fit when a table was laid against its form. Rules turn these into findings. */
export interface TableProblem extends Range {
  readonly code:
    | 'label-disagrees' // printed 行次 names another row than the label
    | 'label-misspelt' // one letter away from a label of the form
    | 'unknown-row' // a label that the form does not have
    | 'unknown-column'
    | 'missing-column'
    | 'stray-cell' // more cells than columns
    | 'repeated-row'
    | 'number-disagrees'; // form number and form name disagree
  readonly data: Readonly<Record<string, string>>;
}

/** Other reports that this one refers to (上年, 下级), found by whoever holds the files. */
export interface OtherReports {
  readonly lastYear: NamedReport | undefined;
  readonly subordinates: readonly NamedReport[];
  /** References of the header that led nowhere, with the reason in words (no file, two candidates, unreadable). */
  readonly problems: readonly OtherReportProblem[];
}

export interface NamedReport {
  /** What a message calls it: its path as the user knows it. */
  readonly name: string;
  readonly report: Report;
}

export interface OtherReportProblem extends Range {
  readonly code: 'not-found' | 'ambiguous' | 'unreadable' | 'wrong-year' | 'itself';
  readonly data: Readonly<Record<string, string | Localised>>;
}
