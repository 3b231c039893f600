/**
 * What a table lacks (T-TRUNC, LANGUAGE §2 "A missing row"): understood before sums are judged, so that one lost row is
 * one finding and not a cascade of broken sums.
 */
import type { RowDefinition } from '../report/form.ts';
import type { Localised } from '../report/identifiers.ts';
import type { Panel, Row, Table } from '../report/model.ts';

/** A value that a place must have; in the column's unit, `units × 10^-decimals`. */
export interface ImpliedValue {
  readonly units: number;
  readonly decimals: number;
  /** The figures that say so, as a formula. */
  readonly because: Localised;
}

/** A row that the report must have and does not print. */
export interface MissingRow {
  readonly table: Table;
  readonly panel: Panel;
  /** Subject code, or undefined for a fixed row (a total). */
  readonly code: string | undefined;
  readonly definition: RowDefinition | undefined;
  /** Name as another table of the report prints it, else the form's label. */
  readonly label: string;
  /** Row after which it belongs; undefined: at the start. */
  readonly after: Row | undefined;
  /** The values it must have, by column index, where other figures determine them. */
  readonly values: ReadonlyMap<number, ImpliedValue>;
}

/** A total cell left blank while its parts have money (公开09表 小计): the value it must have. */
export interface MissingValue extends ImpliedValue {
  readonly table: Table;
  readonly row: Row;
  readonly column: number;
}

export interface Completeness {
  /** Missing rows by table; a table that is not a key is complete as far as can be told. */
  readonly missingRows: ReadonlyMap<Table, readonly MissingRow[]>;
  /** Tables whose end or totals are missing: sums over them say nothing. */
  readonly truncated: ReadonlySet<Table>;
  readonly missingValues: readonly MissingValue[];
}
