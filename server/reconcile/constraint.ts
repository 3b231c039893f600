/**
 * A constraint is an identity with one report's figures put in: linear, over figures that each stand for an interval.
 * Rules report breaches; the search for the smallest explanation (LANGUAGE §6) works on the same list.
 */
import type { AssertionLine, Range, Relation } from '../../grammar/syntax-tree.ts';
import { type Figure, MONEY_EXPONENT } from '../report/figure.ts';
import type { Identity, RowDefinition } from '../report/form.ts';
import type { Cell, Column, NamedReport, Panel, Row, Table } from '../report/model.ts';
import type { OneRow } from '../report/resolution.ts';
import { cellExpression, cellName } from '../report/resolve.ts';

/**
 * What a place of a table gives to arithmetic.
 * - `figure`: a number that is not zero.
 * - `zero`: printed as zero, blank, or a row that is left out: zero, but for what rounding hides behind it.
 * - `unreadable`: malformed, a word, a `=`: a constraint over it says nothing.
 */
export type TermState = 'figure' | 'zero' | 'unreadable';

/**
 * One place of a table in a constraint, with the integer it is multiplied by (nearly always +1 or −1). It is made once
 * for each cell and shared by the constraints it stands in. Names and expressions are worked out when asked for:
 * nearly all constraints hold, and nobody asks then.
 */
export class Term {
  readonly coefficient: number;
  readonly table: Table;
  readonly panel: Panel;
  readonly column: Column;
  /** Undefined where the report does not print the row. */
  readonly row: Row | undefined;
  /** Code and definition of a row that is not printed. */
  readonly code: string | undefined;
  readonly definition: RowDefinition | undefined;
  readonly cell: Cell | undefined;
  /** The term of this place that constraints share; itself unless it has another coefficient or an implied value. */
  readonly base: Term;
  /** Other report (上年, 下级) that it belongs to; undefined: this one. */
  readonly report: NamedReport | undefined;
  /** Undefined where nothing is printed or it is no number. */
  readonly figure: Figure | undefined;
  readonly state: TermState;
  /** The value is `units × 10^exponent` (元 for money), with dropped zeros put back (R10). */
  readonly units: number;
  readonly exponent: number;
  /** How many decimals the figure has fewer than its column; a zero is exactly zero. */
  readonly dropped: number;
  /** False for a count (23 人次): it is what it says and was never rounded. */
  readonly rounded: boolean;
  /** What is added up: 元, or the unit of a column that holds no money. */
  readonly dimension: string;

  constructor(
    coefficient: number,
    table: Table,
    panel: Panel,
    column: Column,
    row: Row | undefined,
    code: string | undefined,
    definition: RowDefinition | undefined,
    report: NamedReport | undefined,
    base?: Term,
    implied?: Figure,
  ) {
    this.coefficient = coefficient;
    this.base = base ?? this;
    this.table = table;
    this.panel = panel;
    this.column = column;
    this.row = row;
    this.code = code;
    this.definition = definition;
    this.report = report;
    const cell = row?.cells[column.index];
    this.cell = cell;
    const reading = cell?.reading;
    const figure = implied ?? (reading?.kind === 'figure' ? reading.figure : undefined);
    this.figure = figure;
    const unit = figure?.unit ?? column.unit;
    const money = MONEY_EXPONENT[unit as keyof typeof MONEY_EXPONENT] as number | undefined;
    // Within a table whose columns say nothing of a unit, bare numbers are added as they stand.
    this.dimension = money === undefined ? unit : '元';
    this.rounded =
      money !== undefined || unit === '%' || column.decimals > 0 || (figure?.decimals ?? 0) > 0;
    const place = money ?? (unit === '%' ? -2 : 0);
    // A column of blanks and of 0 does not tell how finely it would print: 万元 and 亿元 are published with two decimals.
    const usual = place >= 4 ? 2 : 0;
    if (figure) {
      const dropped =
        figure.unit === column.unit && column.decimals > figure.decimals
          ? column.decimals - figure.decimals
          : 0;
      this.units = dropped === 0 ? figure.units : figure.units * (POWERS[dropped] ?? 1);
      this.exponent = place - figure.decimals - dropped;
      this.dropped = figure.units === 0 ? 0 : dropped;
      this.state = figure.units === 0 ? 'zero' : 'figure';
      if (figure.units === 0) this.exponent = Math.min(this.exponent, place - usual);
    } else {
      this.units = 0;
      this.exponent = place - Math.max(column.decimals, usual);
      this.dropped = 0;
      this.state =
        reading === undefined || reading.kind === 'empty' || column.kind === 'text'
          ? 'zero'
          : 'unreadable';
    }
  }

  /** True where the report prints nothing: the row is left out or the cell is blank. */
  get blank(): boolean {
    return this.figure === undefined && this.state === 'zero';
  }

  /** 公开03表[2080505].基本支出, in the canonical form that an author could paste. */
  get expression(): string {
    const text = cellExpression(this.table, this.rowOrAbsent(), this.column);
    return this.report === undefined ? text : `${this.report.name}：${text}`;
  }

  /** 2080505 机关事业单位基本养老保险缴费支出 的基本支出: for sentences. */
  get name(): string {
    return cellName(this.table, this.rowOrAbsent(), this.column);
  }

  /** Where it stands, or would stand. */
  get range(): Range {
    if (this.cell !== undefined) return this.cell.range;
    if (this.row !== undefined) return this.row.range;
    return this.table.syntax.startLine.name;
  }

  /** The same place with another coefficient, or with a value that it must have. */
  with(coefficient: number, implied?: Figure): Term {
    return new Term(
      coefficient,
      this.table,
      this.panel,
      this.column,
      this.row,
      this.code,
      this.definition,
      this.report,
      this.base,
      implied ?? (this.cell === undefined ? this.figure : undefined),
    );
  }

  private rowOrAbsent(): Row | OneRow {
    return (
      this.row ?? {
        kind: 'one',
        row: undefined,
        definition: this.definition,
        code: this.code,
        label: this.definition?.label ?? this.code ?? '',
      }
    );
  }
}

/** Powers of ten that a double holds exactly. */
export const POWERS: readonly number[] = Array.from({ length: 23 }, (_, power) => 10 ** power);

export type Origin = { readonly identity: Identity } | { readonly assertion: AssertionLine };

export interface Constraint {
  readonly origin: Origin;
  /** Terms of the left and right side, all with the sign they have on their own side. */
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  readonly relation: Relation;
  readonly strictness: Identity['strictness'];
}

/**
 * What came of a constraint. Numbers are integers in `10^exponent` 元.
 * - `exact`: holds for the printed values.
 * - `rounding`: holds for some values inside the intervals (尾差).
 * - `behind-zero`: only a non-zero amount behind a printed 0.00 could explain it (R2).
 * - `last-place`: the same quantity printed twice, one unit of the last place apart (R3).
 * - `coarse`: explained only by the coarser rounding of a figure with dropped decimals (R10).
 * - `unit-slip`: equal after a power of ten (R7).
 * - `broken`: no choice inside the intervals makes it hold.
 * - `unknown`: a figure in it could not be read; nothing is said.
 */
export type Verdict =
  | 'exact'
  | 'rounding'
  | 'behind-zero'
  | 'last-place'
  | 'coarse'
  | 'unit-slip'
  | 'broken'
  | 'unknown';

export interface Outcome<C = Constraint> {
  readonly constraint: C;
  readonly verdict: Verdict;
  readonly left: number;
  readonly right: number;
  readonly difference: number;
  /** Largest difference that rounding explains, same scale, doubled (half units). */
  readonly allowance: number;
  readonly exponent: number;
}

/** True where no choice of values explains the difference. */
export function isBroken(outcome: Outcome): boolean {
  return outcome.verdict === 'broken' || outcome.verdict === 'unit-slip';
}
