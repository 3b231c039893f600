import { readNumber } from './number.ts';
import type { RowLine, TableNode } from './syntax-tree.ts';

/** Columns of a monospaced line that a text takes; a Han character takes two. */
export type DisplayWidth = (text: string) => number;

/** A cell wider than this neither widens its column nor is padded to it. */
const WIDEST_COLUMN = 40;

/** A table whose rows would be wider than this when aligned is written without padding. */
const WIDEST_TABLE = 200;

/** `numbers`: to the right what is a number, to the left what is text. */
type Alignment = 'left' | 'right' | 'center' | 'numbers';

/** How the rows of one table are written: bars in line, numbers to the right. */
export interface TableLayout {
  /** The row as a bar row, without what follows its last bar. */
  write(row: RowLine): string;
}

export function layoutTable(
  text: string,
  table: TableNode,
  displayWidth: DisplayWidth,
): TableLayout {
  const cells = new Map(
    table.rows.map((row) => [row, row.cells.map((cell) => barCell(text, row, cell))]),
  );
  const columns = Math.max(0, ...table.rows.map((row) => row.cells.length));
  const alignments = alignColumns(table, columns);
  const widths: number[] = new Array(columns).fill(0);
  const widthOf = new Map<string, number>();
  const measure = (content: string): number => {
    let width = widthOf.get(content);
    if (width === undefined) {
      width = displayWidth(content);
      widthOf.set(content, width);
    }
    return width;
  };
  for (const [row, contents] of cells) {
    for (const [at, content] of contents.entries()) {
      const width = row.separator ? 3 : measure(content);
      if (width <= WIDEST_COLUMN) widths[at] = Math.max(widths[at] ?? 0, width);
    }
  }
  const aligned = widths.reduce((sum, width) => sum + width + 3, 1) <= WIDEST_TABLE;
  return {
    write(row) {
      const contents = cells.get(row) ?? [];
      if (contents.length === 0) return '|';
      const written = contents.map((content, at) => {
        const width = aligned ? (widths[at] ?? 0) : row.separator ? 3 : 0;
        if (row.separator) return dashes(content, width + 2);
        return ` ${pad(content, measure(content), width, alignments[at] ?? 'left')} `;
      });
      return `|${written.join('|')}|`;
    },
  };
}

const ESCAPABLE = '|｜[]［］【】\\*<';

/** A cell's source as it may stand between bars. In a TAB row a bar is text, so it gets its backslash. */
function barCell(text: string, row: RowLine, cell: { start: number; end: number }): string {
  const source = text.slice(cell.start, cell.end);
  if (row.delimiter === 'bar' || !/[|｜]/.test(source)) return source;
  let written = '';
  for (let at = 0; at < source.length; at++) {
    const mark = source.charAt(at);
    const next = source.charAt(at + 1);
    if (mark === '\\' && next !== '' && ESCAPABLE.includes(next)) {
      written += mark + next;
      at++;
    } else written += mark === '|' || mark === '｜' ? `\\${mark}` : mark;
  }
  return written;
}

function pad(content: string, own: number, width: number, alignment: Alignment): string {
  const missing = Math.max(0, width - own);
  if (missing === 0) return content;
  const side = alignment === 'numbers' ? (isText(content) ? 'left' : 'right') : alignment;
  if (side === 'right') return ' '.repeat(missing) + content;
  if (side === 'left') return content + ' '.repeat(missing);
  const before = missing >> 1;
  return ' '.repeat(before) + content + ' '.repeat(missing - before);
}

function isText(content: string): boolean {
  return content !== '=' && readNumber(content).kind === 'none';
}

function dashes(content: string, width: number): string {
  const left = /^[:：]/.test(content) ? ':' : '';
  const right = /[:：]$/.test(content) ? ':' : '';
  return left + '-'.repeat(Math.max(3, width - left.length - right.length)) + right;
}

/** What the separator says, else to the right where the column holds numbers. Codes are names and stay at the left. */
function alignColumns(table: TableNode, columns: number): Alignment[] {
  const separator = table.rows.find((row) => row.separator);
  const alignments: Alignment[] = [];
  for (let at = 0; at < columns; at++) {
    const mark = separator?.cells[at]?.value ?? '';
    const left = /^[:：]/.test(mark);
    const right = /[:：]$/.test(mark);
    if (left || right) alignments.push(left && right ? 'center' : left ? 'left' : 'right');
    else alignments.push(holdsNumbers(table, separator, at) ? 'numbers' : 'left');
  }
  return alignments;
}

function holdsNumbers(table: TableNode, separator: RowLine | undefined, at: number): boolean {
  const body = separator ? table.rows.slice(table.rows.indexOf(separator) + 1) : table.rows;
  let numbers = 0;
  let texts = 0;
  let codes = 0;
  for (const row of body) {
    const value = row.cells[at]?.value ?? '';
    if (row.separator || value === '=' || value === '＝') continue;
    const reading = readNumber(value);
    if (reading.kind === 'empty') continue;
    if (reading.kind === 'none') texts++;
    else if (/^[0-9０-９]{3,}$/.test(value)) codes++;
    else numbers++;
  }
  return numbers > texts + codes;
}
