/** Formatting of a whole document, of a stretch of it, and of a table while it is typed; edits of the lines that change. */
import stringWidth from 'string-width';
import type { Position, TextEdit } from 'vscode-languageserver';
import { type FormatEdit, formatEdits } from '../../grammar/format.ts';
import type { Range, SyntaxTree, TableNode } from '../../grammar/syntax-tree.ts';
import { narrowed } from '../fixes/edits.ts';
import { lineAt } from './outline.ts';
import type { Places } from './places.ts';
import { protocolEdits } from './text-edits.ts';

export function formattingEdits(tree: SyntaxTree, places: Places): TextEdit[] {
  return edits(tree, places, () => true);
}

/** The lines that a stretch touches; rows are aligned with the rest of their table, which stays as it is. */
export function rangeFormattingEdits(tree: SyntaxTree, places: Places, range: Range): TextEdit[] {
  const first = tree.lines[lineAt(tree, range.start)];
  const last = tree.lines[lineAt(tree, range.end)];
  if (first === undefined || last === undefined) return [];
  // A selection of whole lines ends where the next one starts, which is none of them.
  const end = range.end === last.start && range.start < range.end ? range.end - 1 : last.end;
  return edits(tree, places, (edit) => first.start <= edit.start && edit.start <= end);
}

/** Characters after which a table is aligned. */
export const formattingTriggers = { first: '|', more: ['｜', '\n'] } as const;

/**
 * The rows of the table in which a cell or a row was just finished. Rows that are written with TABs are left to the
 * formatting of the document.
 */
export function onTypeFormattingEdits(
  tree: SyntaxTree,
  places: Places,
  position: Position,
  typed: string,
): TextEdit[] {
  const offset = places.offset(position);
  const at = lineAt(tree, offset);
  const line = tree.lines[typed === '\n' ? at - 1 : at];
  if (line?.kind !== 'row' || line.delimiter !== 'bar') return [];
  // Escaped, the bar is text.
  if (typed !== '\n' && tree.text[offset - 2] === '\\') return [];
  const table = tree.tables.find(({ rows }) => rows.includes(line));
  if (table === undefined) return [];
  const found = alignmentOf(tree, table).map((edit) => narrowed(tree.text, edit));
  return protocolEdits(found, places);
}

/** The edits that put the bars of one table in line; nothing else is laid out, for this runs between two keystrokes. */
export function alignmentOf(tree: SyntaxTree, table: TableNode): readonly FormatEdit[] {
  const lines = table.rows.filter(({ delimiter }) => delimiter === 'bar');
  const starts = new Set(lines.map(({ start }) => start));
  return formatEdits({ ...tree, tables: [table], lines }, { displayWidth: stringWidth }).filter(
    ({ start }) => starts.has(start),
  );
}

function edits(
  tree: SyntaxTree,
  places: Places,
  wanted: (edit: FormatEdit) => boolean,
): TextEdit[] {
  const found = formatEdits(tree, { displayWidth: stringWidth }).filter(wanted);
  return protocolEdits(
    found.map((edit) => narrowed(tree.text, edit)),
    places,
  );
}
