/** Keeps the columns of a table in line when a cell is written anew: blanks around it make room, or are added. */
import type { Edit } from './edits.ts';

/**
 * An edit of all that a cell of a bar row holds takes in the blanks around it, so that the cell stays as wide as those
 * above and below it. Where these do not agree, the table is not aligned, and the edit is as it was.
 */
export function inLine(text: string, edit: Edit): Edit {
  const { start, end } = edit;
  if (/[\r\n|｜]/.test(edit.text) || start === end) return edit;
  let from = start;
  while (text.charCodeAt(from - 1) === BLANK) from -= 1;
  let to = end;
  while (text.charCodeAt(to) === BLANK) to += 1;
  if (!isBar(text[from - 1]) || !isBar(text[to])) return edit;
  const wanted = widthBeside(text, from);
  if (wanted === undefined) return edit;
  const before = start - from;
  const after = to - end;
  // At least the one blank that stands beside the bars is left there.
  const [left, right] = [Math.min(before, 1), Math.min(after, 1)];
  const spare = wanted - widthOf(edit.text) - left - right;
  if (spare < 0) return edit;
  const isRight = before > after || (before === after && /^-?[\d.,]+%?$/.test(edit.text));
  const written = isRight
    ? ' '.repeat(left + spare) + edit.text + ' '.repeat(right)
    : ' '.repeat(left) + edit.text + ' '.repeat(right + spare);
  return { start: from, end: to, text: written };
}

const BLANK = 32;

/** How many rows on each side are asked. */
const ROWS = 2;

/** The width that the cells above and below all have, bars left out; at least two must say so. */
function widthBeside(text: string, cell: number): number | undefined {
  const start = lineStart(text, cell);
  let index = 0;
  for (let at = start; at < cell; at++) if (isBar(text[at])) index += 1;
  const widths: number[] = [];
  let above = start;
  for (let row = 0; row < ROWS && above > 0; row++) {
    const end = above - (text[above - 1] === '\n' && text[above - 2] === '\r' ? 2 : 1);
    above = lineStart(text, end);
    const width = cellWidth(text.slice(above, end), index);
    if (width === undefined) break;
    widths.push(width);
  }
  let below = cell;
  for (let row = 0; row < ROWS; row++) {
    LINE_END.lastIndex = below;
    if (LINE_END.exec(text) === null) break;
    below = LINE_END.lastIndex;
    const width = cellWidth(
      /[^\r\n]*/.exec(text.slice(below, below + LONGEST_ROW))?.[0] ?? '',
      index,
    );
    if (width === undefined) break;
    widths.push(width);
  }
  const [first] = widths;
  return widths.length > 1 && widths.every((width) => width === first) ? first : undefined;
}

const LINE_END = /\r\n|\r|\n/g;
const LONGEST_ROW = 2000;

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start -= 1;
  return start;
}

/** Width of the cell behind the bar of this number; undefined where the line has no such cell. */
function cellWidth(line: string, index: number): number | undefined {
  if (!/^[ \t]*[|｜]/.test(line)) return undefined;
  const cells = line.split(/[|｜]/);
  return index < cells.length - 1 ? widthOf(cells[index] ?? '') : undefined;
}

function isBar(character: string | undefined): boolean {
  return character === '|' || character === '｜';
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/g;

/** Columns that a text takes; the two halves of a surrogate pair take one each. */
function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}
