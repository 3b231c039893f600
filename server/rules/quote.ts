/** Words for things of a report, as messages name them. */
import type { Range } from '../../grammar/syntax-tree.ts';
import { cellName, rowName } from '../report/canonical.ts';
import type { Localised } from '../report/identifiers.ts';
import type { Column, Row, Table } from '../report/model.ts';
import type { Related, RuleContext } from './rule.ts';

/** 公开03表, or the name of a table that has no number. */
export function tableNumber(table: Table): string {
  return table.number;
}

/** 公开03表（支出决算表） */
export function tableTitle(table: Table): string {
  const { form, number, name } = table;
  return form === undefined || number === name ? name : `${number}（${name}）`;
}

/** 2080505 机关事业单位基本养老保险缴费支出, as far as either is printed. */
export function rowTitle(row: Row): string {
  const label = row.label.replace(/\s+/g, '');
  return row.codeCell === undefined || row.code === undefined
    ? label
    : label === ''
      ? row.code
      : `${row.code} ${label}`;
}

/** 公开03表 20126 档案事务 的基本支出 */
export function cellTitle(table: Table, row: Row, column: Column): Localised {
  const number = tableNumber(table);
  const subject = rowName(table, row.panel, row);
  return {
    zh: `${number} ${cellName(table, row, column)}`,
    en: `${column.name} of ${subject} in ${number}`,
  };
}

export function related(range: Range, message: Localised): Related {
  return { start: range.start, end: range.end, message };
}

/** A message in both languages, for titles of fixes. */
export function changeTo(text: string): Localised {
  return { zh: `改为「${text}」`, en: `Change to "${text}"` };
}

/** What the report prints in a range, line endings included. */
export function textOf({ start, end }: Range, { report }: RuleContext): string {
  return report.tree.text.slice(start, end);
}
