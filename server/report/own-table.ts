/**
 * Tables that no form describes: the author's own, and attachments. Columns are known by their heads, kinds by what the
 * cells hold. Nothing in them is wrong for want of a definition, so they have no problems.
 */
import type { CellNode, RowLine, TableNode } from '../../grammar/syntax-tree.ts';
import { dropBlanks, foldWidth } from '../../grammar/width.ts';
import type { MoneyUnit } from './figure.ts';
import { type HeadPath, headEnd, headPaths } from './head-rows.ts';
import type { LaidTable } from './lay-form.ts';
import type { Row } from './model.ts';
import { PanelBuilder } from './panel-builder.ts';

/** `unit`: what the table itself states; without that a bare number has no unit, and may be a count as well as money. */
export function layOwnTable(
  syntax: TableNode,
  unit: MoneyUnit | undefined,
  attachment: boolean,
): LaidTable {
  const { head, body } = splitHead(syntax.rows, attachment);
  const paths = headPaths(head);
  const builder = new PanelBuilder('', undefined, undefined, '');
  const keys = readKeys(paths);
  let width = paths.length;
  for (const { cells } of body) if (cells.length > width) width = cells.length;
  const amounts = amountColumns(body, width);
  /** Model column by printed column. */
  const columns: number[] = [];
  for (let at = 0; at < width; at += 1) {
    if (at === keys.label || at === keys.code) {
      columns.push(-1);
      continue;
    }
    const path = paths[at];
    const words = path?.words ?? [];
    const name = path?.cell ? dropBlanks(path.cell.value) : (words[words.length - 1] ?? '');
    const kind = amounts[at] === 1 ? 'amount' : 'text';
    const column = builder.addColumn(name, words.slice(0, -1), path?.unit ?? unit ?? '', kind);
    if (path?.cell) column.heads.push(path.cell);
    columns.push(column.index);
  }
  const rows: Row[] = [];
  for (const line of body) {
    if (printsAnything(line)) rows.push(layRow(builder, keys, columns, line));
  }
  return { panels: [builder.finish()], rows, problems: [] };
}

interface Keys {
  readonly label: number;
  readonly code: number;
}

/**
 * Rows above the first `|---|`; without one the first row, unless it is a field of an attachment (`项目名称 | …`) or
 * holds figures.
 */
function splitHead(
  rows: readonly RowLine[],
  attachment: boolean,
): { readonly head: readonly RowLine[]; readonly body: readonly RowLine[] } {
  const separator = headEnd(rows);
  const plain = rows.filter((row) => !row.separator);
  if (separator >= 0) return { head: plain.slice(0, separator), body: plain.slice(separator) };
  const first = plain[0];
  const filled = first?.cells.filter((cell) => cell.value !== '').length ?? 0;
  if (!first || (attachment && filled <= 2)) return { head: [], body: plain };
  return { head: [first], body: plain.slice(1) };
}

const CODE_HEAD = /^(?:(?:功能|经济)?(?:分类)?科目)?(?:编码|代码)$/;

/** The first column names its rows; a column of subject codes beside it is their code. */
function readKeys(paths: readonly HeadPath[]): Keys {
  const first = paths[0]?.words.at(-1) ?? '';
  const second = paths[1]?.words.at(-1) ?? '';
  if (CODE_HEAD.test(first)) return { code: 0, label: paths.length > 1 ? 1 : -1 };
  if (CODE_HEAD.test(second)) return { code: 1, label: 0 };
  return { code: -1, label: 0 };
}

/** Columns of amounts: those where more than half of what they print are figures. */
function amountColumns(body: readonly RowLine[], width: number): Uint8Array {
  const figures = new Uint32Array(width);
  const filled = new Uint32Array(width);
  for (const { cells } of body) {
    for (let at = 0; at < cells.length; at += 1) {
      const { value } = cells[at] as CellNode;
      if (value === '' || value === '-' || value === '—' || value === '/') continue;
      filled[at] = (filled[at] as number) + 1;
      if (looksLikeFigure(value)) figures[at] = (figures[at] as number) + 1;
    }
  }
  const columns = new Uint8Array(width);
  for (let at = 0; at < width; at += 1) {
    if ((figures[at] as number) * 2 > (filled[at] as number)) columns[at] = 1;
  }
  return columns;
}

function looksLikeFigure(text: string): boolean {
  if (text === '=') return true;
  const first = text.charCodeAt(0);
  const digit =
    (first >= 0x30 && first <= 0x39) || (first >= 0xff10 && first <= 0xff19) || first === 0x2d;
  return digit && text.length <= 24;
}

function layRow(builder: PanelBuilder, keys: Keys, columns: readonly number[], line: RowLine): Row {
  const labelCell = filled(line.cells[keys.label]);
  const codeCell = filled(line.cells[keys.code]);
  const code = codeCell && dropBlanks(foldWidth(codeCell.value));
  // Only as wide as the line: a head of a thousand columns over a thousand short rows stays small.
  const width = Math.min(builder.panel.columns.length, line.cells.length);
  const place = {
    line,
    block: 0,
    range: labelCell ?? codeCell ?? line,
    code,
    codeCell,
    label: labelCell?.value ?? '',
    labelCell,
    rowNumber: undefined,
    rowNumberCell: undefined,
    definition: undefined,
  };
  const row = builder.addRow(place, width);
  for (let at = 0; at < line.cells.length; at += 1) {
    const column = columns[at] as number;
    if (column >= 0) builder.setCell(row, column, line.cells[at] as CellNode);
  }
  return row;
}

function printsAnything({ cells }: RowLine): boolean {
  for (const { value } of cells) if (value !== '') return true;
  return false;
}

function filled(cell: CellNode | undefined): CellNode | undefined {
  return cell && cell.value !== '' ? cell : undefined;
}
