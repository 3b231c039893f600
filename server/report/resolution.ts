/**
 * What a reference of the language (LANGUAGE §3) comes to when it is laid against reports: tables, a panel, rows and
 * columns. `resolve.ts` works it out.
 */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Profile, RowDefinition } from './form.ts';
import type { Localised } from './identifiers.ts';
import type { Column, NamedReport, OtherReports, Panel, Report, Row, Table } from './model.ts';

/** The reports that a reference may speak of. */
export interface ReferenceScope {
  readonly report: Report;
  readonly profile: Profile;
  readonly others: OtherReports;
  /** True for references of the profile itself: their numbers are the profile's, however the report numbers its tables. */
  readonly ofProfile?: true;
}

export type Resolution = Resolved | Absent | Unresolved;

/** Every part of the reference was understood. */
export interface Resolved {
  readonly kind: 'resolved';
  /** One for this report or 上年; one for each unit's report with 下级. Never empty. */
  readonly targets: readonly ReferenceTarget[];
}

/**
 * The reference is right and what it speaks of is not at hand. No error: an identity over it says nothing.
 * - `table`: a form of the profile that this report does not print.
 * - `report`: 上年 or 下级 with no such report among the files.
 */
export interface Absent {
  readonly kind: 'absent';
  readonly what: 'table' | 'report';
}

export interface Unresolved {
  readonly kind: 'unresolved';
  /** Never empty, in order of place. */
  readonly problems: readonly ReferenceProblem[];
}

export interface ReferenceTarget {
  /** Undefined: the report at hand. */
  readonly report: NamedReport | undefined;
  readonly table: Table;
  readonly panel: Panel;
  readonly rows: RowChoice;
  /** One column, or with `.*` every amount column. */
  readonly columns: readonly Column[];
  readonly everyColumn: boolean;
}

export type RowChoice = OneRow | EachRow | ChildRows;

/** A single row. `row` is undefined where the form or the code allows it and the report does not print it. */
export interface OneRow {
  readonly kind: 'one';
  readonly row: Row | undefined;
  readonly definition: RowDefinition | undefined;
  readonly code: string | undefined;
  /** Label of the row, or as the reference writes it. */
  readonly label: string;
}

/** No row, `*`, 类, 款 or 项: an assertion holds for each of these rows, by code. Blank rows are left out. */
export interface EachRow {
  readonly kind: 'each';
  readonly selector: 'all' | '类' | '款' | '项';
  readonly rows: readonly Row[];
}

/** 下级科目: which rows depends on the row that the assertion is being judged for (`childRows`). */
export interface ChildRows {
  readonly kind: 'children';
}

export type ReferenceProblemCode =
  | 'unknown-table'
  | 'ambiguous-table'
  | 'unknown-instance'
  | 'unknown-panel'
  | 'ambiguous-panel'
  | 'unknown-row'
  | 'ambiguous-row'
  | 'unknown-column'
  | 'ambiguous-column'
  | 'column-needed'
  | 'row-after-column'
  | 'no-codes';

/** Why a reference cannot be understood; the range is the part of it that fails. */
export interface ReferenceProblem extends Range {
  readonly code: ReferenceProblemCode;
  /** What was written. */
  readonly written: string;
  /** What could be written in its place, nearest first, in the form an author could paste. */
  readonly choices: readonly string[];
  readonly message: Localised;
}
