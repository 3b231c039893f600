import type { Reference } from '../../grammar/syntax-tree.ts';
import type { Column, Row, Table } from './model.ts';
import type { OneRow, ReferenceScope, Resolution } from './resolution.ts';

/** Works out what a reference speaks of. Never throws; a reference that fails says why and what could stand there. */
export function resolveReference(reference: Reference, scope: ReferenceScope): Resolution {
  void reference;
  void scope;
  return { kind: 'absent', what: 'table' };
}

/**
 * Rows whose sum a row is (下级科目): the printed rows of its panel one step below it by code. Below 合计 stand the
 * classes, below a total of 公开06表 the classes that the form adds to it. A step that is not printed is passed over:
 * items stand below their class where the table prints no group between them.
 */
export function childRows(row: Row): readonly Row[] {
  void row;
  return [];
}

/** The canonical expression of a cell, as an author could paste it: `公开03表[2080505].基本支出`. */
export function cellExpression(table: Table, row: Row | OneRow, column: Column): string {
  void row;
  return `${table.name}.${column.name}`;
}

/** What a sentence calls a cell: `2080505 机关事业单位基本养老保险缴费支出 的基本支出`. */
export function cellName(table: Table, row: Row | OneRow, column: Column): string {
  void table;
  return `${row.label} 的${column.name}`;
}
