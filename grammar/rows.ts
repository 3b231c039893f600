import { isBlank } from './characters.ts';
import { readLine } from './read-line.ts';
import type { CellNode } from './syntax-tree.ts';

const TAB = 0x09;
const BAR = 0x7c;
const WIDE_BAR = 0xff5c;

/**
 * The cells of a row, from its first to its last character that is no blank. Most rows hold nothing that has a meaning inside
 * a cell and are cut at their bars; the row rule of the grammar reads the others. Both give the same for every plain row
 * (a property of the tests).
 */
export function readCells(
  text: string,
  start: number,
  end: number,
  delimiter: 'bar' | 'tab',
): readonly CellNode[] {
  return cutPlainRow(text, start, end, delimiter) ?? readMarkedRow(text, start, end, delimiter);
}

export function readMarkedRow(
  text: string,
  start: number,
  end: number,
  delimiter: 'bar' | 'tab',
): readonly CellNode[] {
  const reading =
    delimiter === 'bar'
      ? readLine('barRow', 'barRow', text, start, end)
      : readLine('tabRow', 'tabRow', text, start, end);
  return reading.value ?? [];
}

/** Undefined where a cell may hold something that has a meaning: `\|`, `<br>`, `**`. */
export function cutPlainRow(
  text: string,
  start: number,
  end: number,
  delimiter: 'bar' | 'tab',
): CellNode[] | undefined {
  const cells: CellNode[] = [];
  const bars = delimiter === 'bar';
  let at = bars ? start + 1 : start;
  let from = at;
  let first = -1;
  let last = -1;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (bars ? code === BAR || code === WIDE_BAR : code === TAB) {
      cells.push(makeCell(text, from, at, first, last));
      from = at + 1;
      first = -1;
    } else if (
      (code === BACKSLASH || code === LESS || code === STAR) &&
      meansSomething(code, text.charCodeAt(at + 1))
    ) {
      return undefined;
    } else if (code !== 0x20 && !isBlank(code)) {
      if (first < 0) first = at;
      last = at;
    }
  }
  if (!bars || first >= 0) cells.push(makeCell(text, from, end, first, last));
  return cells;
}

const BACKSLASH = 0x5c;
const LESS = 0x3c;
const STAR = 0x2a;
/** What a backslash takes the meaning from. */
const ESCAPED = new Set([...'|｜[]［］【】\\*<'].map((mark) => mark.charCodeAt(0)));

/** Whether `\`, `<` or `*` may mean something before another character; alone each is text. */
function meansSomething(mark: number, next: number): boolean {
  if (mark === STAR) return next === STAR;
  // <b>, </b>, <br>
  if (mark === LESS) return next === 0x62 || next === 0x42 || next === 0x2f;
  return ESCAPED.has(next);
}

function makeCell(text: string, from: number, to: number, first: number, last: number): CellNode {
  if (first >= 0) return { start: first, end: last + 1, value: text.slice(first, last + 1) };
  // A blank after the bar: content would stand behind it.
  const at = from < to && isBlank(text.charCodeAt(from)) ? from + 1 : from;
  return { start: at, end: at, value: '' };
}

/** `|---|---:|`: at least three dashes in each cell, or fewer with a colon. A lone `-` is an empty cell. */
export function isSeparator(cells: readonly CellNode[]): boolean {
  if (cells.length === 0) return false;
  for (const cell of cells) {
    const code = cell.value.charCodeAt(0);
    // Most cells are told apart by their first character.
    if (code !== 0x2d && code !== 0x3a && code !== 0xff0d && code !== 0xff1a) return false;
  }
  return cells.every(({ value }) => SEPARATOR_CELL.test(value));
}

const SEPARATOR_CELL = /^(?:[-－]{3,}|[:：][-－]+[:：]?|[-－]+[:：])$/;
