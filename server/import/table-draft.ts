/** A table on its way into the source: what stands above its rows, the rows, what stands below. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { BlockRow, TableBlock, TextPiece } from './block.ts';
import { type Fragment, fragmentText } from './fragments.ts';
import { GrowingLine } from './growing-line.ts';
import { type HeadLine, readHeadLine } from './head-line.ts';
import { textOf } from './inline.ts';
import type { TextItem } from './items.ts';
import { compactText, type KnownName, type KnownNames } from './names.ts';

export interface DraftCell {
  /** Where the content stands, or would. */
  readonly place: number;
  readonly fragments: readonly Fragment[];
  /** Width-folded, without blanks. */
  readonly compact: string;
}

export interface DraftRow extends Range {
  readonly cells: readonly DraftCell[];
  /** Texts of the cells, for comparing rows. */
  readonly signature: string;
}

/** A line above the rows. */
export interface DraftHead extends Range {
  readonly fragments: readonly Fragment[];
  readonly text: string;
  readonly compact: string;
  readonly line: HeadLine | undefined;
}

/** Heads, rows and notes are added to it while its pages go by. */
export interface TableDraft extends Range {
  readonly heads: DraftHead[];
  /** Index into `heads` of the line that holds the table's name; -1 where none does. */
  readonly title: number;
  readonly known: KnownName | undefined;
  readonly rows: DraftRow[];
  readonly notes: GrowingLine[];
  /** Text that tells an attachment's instances apart: the value beside 项目名称. */
  readonly instance: readonly TextPiece[] | undefined;
}

export const NOTE = /^(?:注|说明|备注)\s*\d{0,2}\s*[:：]/;
const TITLE = /(?:表|表[（(][^（()）]{1,20}[)）])$/;
const SENTENCE_MARKS = /[。；;，：:？！]/;

/** 部门项目支出情况表: what a table of any name has above it. */
export function isTitleLike(text: string): boolean {
  return text.length <= 50 && TITLE.test(text) && !SENTENCE_MARKS.test(text);
}

export function headOf(item: TextItem): DraftHead {
  return {
    start: item.start,
    end: item.end,
    fragments: item.pieces,
    text: item.text,
    compact: item.compact,
    line: item.head,
  };
}

/** A block of rows with the lines above it. Rows that are really lines of the head or notes become such. */
export function draftTable(
  above: readonly DraftHead[],
  block: TableBlock,
  names: KnownNames,
): TableDraft {
  const heads = [...above];
  let first = 0;
  for (const row of block.rows) {
    const line = headRow(
      row,
      names,
      first === 0 && heads.every((head) => head.line?.name === undefined),
    );
    if (line === undefined) break;
    heads.push(line);
    first += 1;
  }
  if (first === block.rows.length) {
    // Nothing but heads: then they are rows after all.
    heads.length = above.length;
    first = 0;
  }
  let last = block.rows.length;
  const notes: GrowingLine[] = [];
  for (; last > first; last -= 1) {
    const row = block.rows[last - 1];
    const lines = row && noteRow(row);
    if (row === undefined || lines === undefined) break;
    notes.unshift(...lines.map((line) => new GrowingLine(line, row)));
  }
  const rows = block.rows.slice(first, last).map(draftRow);
  const title = titleIndex(heads);
  const known = heads[title]?.line?.name;
  return {
    start: heads[0]?.start ?? block.start,
    end: block.end,
    heads,
    title,
    known,
    rows,
    notes,
    instance: known?.form === undefined ? instanceOf(rows) : undefined,
  };
}

/** The lines of a block that holds nothing but lines of a head: 部门, 年度 and 单位 parted by tabs. */
export function headsOnly({ rows }: TableBlock, names: KnownNames): DraftHead[] | undefined {
  const heads: DraftHead[] = [];
  for (const row of rows) {
    const line = headRow(row, names, false);
    if (line === undefined) return undefined;
    heads.push(line);
  }
  return heads;
}

/** The line with a known name, else the one with a number, else the last that looks like a title. */
function titleIndex(heads: readonly DraftHead[]): number {
  const named = heads.findIndex((head) => head.line?.name !== undefined);
  if (named >= 0) return named;
  const titled = heads.findLastIndex((head) => head.line === undefined && isTitleLike(head.text));
  if (titled >= 0) return titled;
  return heads.findIndex((head) => head.line?.parts.some((part) => part.kind === 'number'));
}

function filledCells(
  row: BlockRow,
): { readonly text: string; readonly pieces: readonly TextPiece[] }[] {
  return row.cells
    .filter((cell) => cell.pieces.length > 0)
    .map((cell) => ({ text: textOf(cell.pieces), pieces: cell.pieces }));
}

/** A row that is really the table's title (one merged cell) or fields in cells of their own. */
function headRow(row: BlockRow, names: KnownNames, mayBeTitle: boolean): DraftHead | undefined {
  const filled = filledCells(row);
  if (filled.length === 0 || filled.length > 4) return undefined;
  const lines = filled.map((cell) => readHeadLine(cell.text, names));
  const fields = lines.every((line) => line !== undefined);
  const only = filled.length === 1 ? filled[0] : undefined;
  if (!fields && !(mayBeTitle && only !== undefined && isTitleLike(only.text))) return undefined;
  const fragments = filled.flatMap((cell, index): Fragment[] =>
    index === 0 ? [...cell.pieces] : [' ', ...cell.pieces],
  );
  const text = fragmentText(fragments);
  return {
    start: row.start,
    end: row.end,
    fragments,
    text,
    compact: compactText(text),
    line: readHeadLine(text, names),
  };
}

/** 注：… in one merged cell below the last row. */
function noteRow(row: BlockRow): Fragment[][] | undefined {
  const filled = filledCells(row);
  const only = filled.length === 1 ? filled[0] : undefined;
  if (only === undefined || !NOTE.test(only.text)) return undefined;
  const lines: Fragment[][] = [[]];
  for (const piece of only.pieces) {
    if (piece.text === '\n') lines.push([]);
    else if (piece.text.trim() !== '') lines.at(-1)?.push(piece);
  }
  return lines.filter((line) => line.length > 0);
}

export function draftRow(row: BlockRow): DraftRow {
  return withSignature(
    row,
    row.cells.map((cell) => ({
      place: cell.start,
      fragments: cell.pieces,
      compact: compactText(textOf(cell.pieces)),
    })),
  );
}

export function withSignature(range: Range, cells: readonly DraftCell[]): DraftRow {
  const signature = cells
    .map((cell) => cell.compact)
    .join('\t')
    .trimEnd();
  return { start: range.start, end: range.end, cells, signature };
}

/** 项目名称 | 某项目: a field of its own, not the head of a column. */
function instanceOf(rows: readonly DraftRow[]): readonly TextPiece[] | undefined {
  for (const row of rows.slice(0, 4)) {
    const filled = row.cells.filter((cell) => cell.compact !== '');
    if (filled.length !== 2 || filled[0]?.compact.replace(/:$/, '') !== '项目名称') continue;
    const pieces = (filled[1]?.fragments ?? []).filter(
      (fragment): fragment is TextPiece => typeof fragment !== 'string' && fragment.text !== '\n',
    );
    return pieces.length > 0 ? pieces : undefined;
  }
  return undefined;
}
