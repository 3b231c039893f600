/** What a spreadsheet or a word processor puts on the clipboard: lines of text and grids of cells. */

/** Cells by row and column, as printed; a cell that is merged with the one above or to its left is empty. */
export type Grid = readonly (readonly string[])[];

export type ClipboardBlock =
  | { readonly kind: 'grid'; readonly grid: Grid }
  | { readonly kind: 'text'; readonly text: string };

/** Cells of a page that is no table of figures any more are not pasted one by one. */
export const MOST_CELLS = 200_000;

/**
 * Rows of cells between tabulators, as spreadsheets write plain text: a cell that holds a tabulator, a line break or a
 * quotation mark at its start stands in quotation marks, its own doubled. Undefined for a text without tabulators.
 */
export function gridInTabbedText(text: string): Grid | undefined {
  if (!text.includes('\t')) return undefined;
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const cell = cellAt(text, at);
    row.push(cell.text);
    at = cell.end + 1;
    if (text[cell.end] === '\t') continue;
    rows.push(row);
    row = [];
    if (text[cell.end] === '\r' && text[at] === '\n') at += 1;
    // The line break at the end of the last row begins no other.
    if (at >= text.length) break;
  }
  return trimmedGrid(rows);
}

function cellAt(text: string, start: number): { readonly text: string; readonly end: number } {
  const quoted = text[start] === '"' ? quotedCell(text, start) : undefined;
  if (quoted !== undefined) return quoted;
  let end = start;
  while (end < text.length && !/[\t\r\n]/.test(text.charAt(end))) end++;
  return { text: text.slice(start, end), end };
}

/** Undefined where the mark is a part of the cell's own words. */
function quotedCell(text: string, start: number): ReturnType<typeof cellAt> | undefined {
  const end = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
  end.lastIndex = start;
  const found = end.exec(text);
  if (found === null) return undefined;
  return { text: (found[1] ?? '').replaceAll('""', '"'), end: end.lastIndex };
}

/** Without the empty rows and columns around it; undefined where nothing is left, or far too much. */
export function trimmedGrid(rows: Grid): Grid | undefined {
  const tidy = rows.map((row) =>
    row.map((cell) => cell.replace(/[\s\u00a0\u200b\ufeff]+$|^[\s\u00a0\u200b\ufeff]+/g, '')),
  );
  const isEmpty = (row: readonly string[]): boolean => row.every((cell) => cell === '');
  const first = tidy.findIndex((row) => !isEmpty(row));
  if (first < 0) return undefined;
  const kept = tidy.slice(first, tidy.findLastIndex((row) => !isEmpty(row)) + 1);
  const width = kept.reduce(
    (most, row) => Math.max(most, row.findLastIndex((cell) => cell !== '') + 1),
    0,
  );
  if (width * kept.length > MOST_CELLS) return undefined;
  return kept.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
}
