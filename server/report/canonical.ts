/** How cells are called: in the language, and in sentences. */
import { formIndex } from './form-index.ts';
import { plainLabel, withoutOrdinal } from './label.ts';
import type { Column, Panel, Row, Table } from './model.ts';
import type { OneRow } from './resolution.ts';

/** The canonical expression of a cell, as an author could paste it: `公开03表[2080505].基本支出`. */
export function cellExpression(table: Table, row: Row | OneRow, column: Column): string {
  const panel = panelOf(table, row, column);
  return (
    tableExpression(table) +
    panelExpression(table, panel) +
    rowExpression(table, panel, row) +
    columnExpression(panel, column)
  );
}

/** `公开03表`, `项目单位自评表[应急移动通信费]`. */
export function tableExpression(table: Table): string {
  const { number, instance } = table;
  return instance === undefined ? number : `${number}[${instance}]`;
}

/** `.收入`; empty where the table has one panel only. */
export function panelExpression(table: Table, panel: Panel | undefined): string {
  return table.panels.length > 1 && panel && panel.name !== '' ? `.${quoted(panel.name)}` : '';
}

export function rowExpression(table: Table, panel: Panel | undefined, row: Row | OneRow): string {
  if (row.code !== undefined && /^\d{1,15}$/.test(row.code)) return `[${row.code}]`;
  const { definition } = row;
  if (definition && definition.label !== '') {
    return `[${shortLabel(table, panel, definition.label)}]`;
  }
  if (definition?.rowNumber !== undefined) return `[行${definition.rowNumber}]`;
  return `[${row.label === '' ? '?' : row.label.replace(/\s+/g, '')}]`;
}

/** Without its ordinal, where that still means one row. */
function shortLabel(table: Table, panel: Panel | undefined, label: string): string {
  const at = panel ? table.panels.indexOf(panel) : 0;
  const index = table.form && formIndex(table.form).panels[at];
  const bare = withoutOrdinal(plainLabel(label));
  const unique = index && (index.rowsByBareLabel.get(bare)?.length ?? 0) === 1;
  return unique ? stripOrdinal(label) : label;
}

/** The printed label behind its ordinal, brackets and quotation marks as printed. */
function stripOrdinal(label: string): string {
  return label.replace(/^[一二三四五六七八九十]{1,4}、/, '');
}

export function columnExpression(panel: Panel | undefined, column: Column): string {
  const amounts = panel?.columns.filter((other) => other.kind === 'amount') ?? [];
  if (amounts.length === 1 && amounts[0] === column) return '';
  const alone = (panel?.columns ?? []).filter((other) => other.name === column.name).length <= 1;
  const names = alone ? [column.name] : [...column.path, column.name];
  return names.map((name) => `.${quoted(name)}`).join('');
}

/** A name that the language reads as one word stays bare. */
function quoted(name: string): string {
  return /^[\u4e00-\u9fffA-Za-z_][\u4e00-\u9fffA-Za-z_\d]*$/.test(name) ? name : `“${name}”`;
}

/** What a sentence calls a cell: `2080505 机关事业单位基本养老保险缴费支出 的基本支出`, `支出总计`. */
export function cellName(table: Table, row: Row | OneRow, column: Column): string {
  const panel = panelOf(table, row, column);
  const name = rowName(table, panel, row);
  const amounts = panel?.columns.filter((other) => other.kind === 'amount') ?? [];
  if (table.form && amounts.length <= 1) return name;
  return `${name} 的${column.name}`;
}

/** `2080505 机关事业单位基本养老保险缴费支出`, `合计`, `支出总计` where both panels have a 总计. */
export function rowName(table: Table, panel: Panel | undefined, row: Row | OneRow): string {
  const { definition } = row;
  const coded = definition?.code === undefined && row.code !== undefined;
  const label = plainText(row.label) || stripOrdinal(definition?.label ?? '');
  if (coded) return label === '' || label === row.code ? `${row.code}` : `${row.code} ${label}`;
  const bare = definition
    ? stripOrdinal(definition.label === '' ? label : definition.label)
    : label;
  if (bare === '') {
    const rowNumber = definition?.rowNumber;
    return rowNumber === undefined ? tableExpression(table) : `行${rowNumber}`;
  }
  if (table.panels.length > 1 && panel && definition?.role === 'grand-total') {
    return bare.startsWith(panel.name) ? bare : panel.name + bare;
  }
  return bare;
}

function plainText(text: string): string {
  return text.replace(/\s+/g, '');
}

function panelOf(table: Table, row: Row | OneRow, column: Column): Panel | undefined {
  if ('panel' in row) return row.panel;
  if (row.row) return row.row.panel;
  for (const panel of table.panels) if (panel.columns[column.index] === column) return panel;
  return table.panels[0];
}
