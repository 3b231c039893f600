/** Which rows of a known form's table are its head, and what stands above each printed column. */
import type { CellNode, RowLine } from '../../grammar/syntax-tree.ts';
import { foldWidth } from '../../grammar/width.ts';
import { type FormIndex, headWord, isColumnNumberWord, knownHead } from './form-index.ts';
import { plainLabel, splitHeadUnit } from './label.ts';

/** `numbers` is the row of 栏次. */
export type RowKind = 'head' | 'numbers' | 'body';

/** Head words above one printed column, outermost first; merged cells that were exported as blanks are filled in. */
export interface HeadPath {
  readonly words: readonly string[];
  /** The lowest head cell of the column's own; undefined where the column has none. */
  readonly cell: CellNode | undefined;
  /** Unit that the head gives: `金额（元）`. */
  readonly unit: string | undefined;
}

/**
 * Tells head rows from body rows. `mayBeSpoilt`: the row stands where a head is expected (before the first body row, or
 * under another head row), so that a head with a misprinted word is still one; so is a row that begins with the head of a
 * key column, wherever it stands.
 */
export function rowKind(row: RowLine, index: FormIndex, mayBeSpoilt: boolean): RowKind {
  let filled = 0;
  let words = 0;
  let strong = 0;
  let integers = 0;
  let ascending = true;
  let columnNumbers = false;
  let beginsAsHead = false;
  for (const cell of row.cells) {
    const text = cell.value;
    if (text === '') continue;
    filled += 1;
    const first = text.charCodeAt(0);
    if (isDigitCode(first)) {
      // Only 栏次 are so short: a code has three digits or more, an amount mostly decimals.
      if (text.length > 2 || !isDigitCode(text.charCodeAt(text.length - 1))) return 'body';
      integers += 1;
      if (Number(foldWidth(text)) !== integers) ascending = false;
      continue;
    }
    const known = index.headWords.get(text);
    if (known) {
      words += 1;
      if (!known.label) strong += 1;
      if (filled === 1) beginsAsHead = !known.column && !known.label;
      continue;
    }
    if (isRowLabel(index, text)) {
      // Some provinces head columns with what Henan prints as rows: 人员经费, 公用经费 of 公开06表.
      if (!beginsAsHead) return 'body';
      words += 1;
      continue;
    }
    const plain = plainLabel(text);
    if (isColumnNumberWord(plain)) {
      columnNumbers = true;
      continue;
    }
    const folded = knownHead(index, plain) ?? knownHead(index, headWord(text));
    if (folded) {
      words += 1;
      if (!folded.label) strong += 1;
      if (filled === 1) beginsAsHead = !folded.column && !folded.label;
    }
  }
  if (filled === 0) return 'body';
  if (columnNumbers) return 'numbers';
  if (integers > 0) {
    return integers === filled && integers > 1 && ascending && mayBeSpoilt ? 'numbers' : 'body';
  }
  if (strong === 0) return 'body';
  if (words === filled) return 'head';
  return (mayBeSpoilt || beginsAsHead) && filled > 1 && words * 2 >= filled ? 'head' : 'body';
}

function isDigitCode(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

export function isRowLabel(index: FormIndex, text: string): boolean {
  for (const panel of index.panels) {
    if (panel.rowsByLabel.has(text)) return true;
  }
  return false;
}

/** Reads stacked head rows into one path for each printed column. */
export function headPaths(rows: readonly RowLine[]): HeadPath[] {
  let width = 0;
  for (const row of rows) width = Math.max(width, row.cells.length);
  if (rows.length === 1) {
    const cells = rows[0]?.cells ?? [];
    return cells.map((cell) => onePath(cell));
  }
  const grid = rows.map((row) => {
    const words: HeadPath[] = [];
    for (let at = 0; at < width; at += 1) words.push(onePath(row.cells[at]));
    return words;
  });
  const paths: HeadPath[] = [];
  /** Words that hold at each row for the column to the left, its own or inherited. */
  let left: string[] = [];
  for (let at = 0; at < width; at += 1) {
    const here: string[] = [];
    const words: string[] = [];
    let cell: CellNode | undefined;
    let unit: string | undefined;
    for (let level = 0; level < grid.length; level += 1) {
      const own = grid[level]?.[at];
      let word = own?.words[0] ?? '';
      if (word !== '') {
        cell = own?.cell;
        unit = own?.unit ?? unit;
      } else if (inherits(grid, level, at, here, left)) {
        word = left[level] ?? '';
      }
      here.push(word);
      if (word !== '' && words[words.length - 1] !== word) words.push(word);
    }
    paths.push({ words, cell, unit });
    left = here;
  }
  return paths;
}

/**
 * A blank head cell continues the one to its left (a cell merged across columns) if a head of its own stands below it
 * and both stand under the same head; a blank below a head is that head continued (merged across rows).
 */
function inherits(
  grid: readonly (readonly HeadPath[])[],
  level: number,
  at: number,
  here: readonly string[],
  left: readonly string[],
): boolean {
  if (at === 0) return false;
  if (level > 0) {
    if ((grid[level - 1]?.[at]?.words.length ?? 0) > 0) return false;
    if (here[level - 1] !== left[level - 1]) return false;
  }
  for (let below = level + 1; below < grid.length; below += 1) {
    if ((grid[below]?.[at]?.words.length ?? 0) > 0) return true;
  }
  return false;
}

const NO_PATH: HeadPath = { words: [], cell: undefined, unit: undefined };

function onePath(cell: CellNode | undefined): HeadPath {
  if (!cell || cell.value === '') return NO_PATH;
  const { words, unit } = splitHeadUnit(plainLabel(cell.value));
  return words === '' ? NO_PATH : { words: [words], cell, unit };
}

/** The 栏次 printed under each column; empty where there are none. */
export function columnNumbers(row: RowLine | undefined): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  row?.cells.forEach((cell, at) => {
    const text = foldWidth(cell.value);
    if (/^\d{1,2}$/.test(text)) numbers.set(at, Number(text));
  });
  return numbers;
}

/** The `|---|` that ends the head: the first, if rows stand below it (a line of dashes may also close a table); else -1. */
export function headEnd(rows: readonly RowLine[]): number {
  const separator = rows.findIndex((row) => row.separator);
  const last = rows[rows.length - 1];
  if (separator < 0 || !last || (separator > 0 && last.separator && rows[separator] === last)) {
    return -1;
  }
  return separator;
}
