/** Tables of a spreadsheet or a word processor, pasted as rows in line with those of the table that they continue. */
import { parse } from '../../grammar/parse.ts';
import type { Line, Range, RowLine, SyntaxTree, TableNode } from '../../grammar/syntax-tree.ts';
import { applyEdits, type Edit } from '../fixes/edits.ts';
import { type Clipboard, type PasteContext, rowsFromClipboard } from '../import/clipboard.ts';
import type { Profile } from '../report/form.ts';
import { vocabularyOf } from '../report/vocabulary.ts';
import { inSnippet } from './completion-list.ts';
import { alignmentOf } from './formatting.ts';
import { lineAt } from './outline.ts';

export interface PasteResult {
  /** What takes the place of the selection. */
  readonly text: string;
  /** Other edits of the text as it was. */
  readonly edits: readonly Edit[];
}

/** A name for a table that has none, until its author gives it one. */
const SOME_NAME = '新表';

/** Undefined where the clipboard holds no table. `snippet`: the text is to be one. */
export function paste(
  tree: SyntaxTree,
  profile: Profile,
  selection: Range,
  clipboard: Clipboard,
  snippet: boolean,
): PasteResult | undefined {
  const line = tree.lines[lineAt(tree, selection.start)];
  const last = tree.lines[lineAt(tree, selection.end)];
  if (line === undefined || last === undefined) return undefined;
  const context = contextOf(tree, profile, line);
  const pasted = context && rowsFromClipboard(clipboard, context);
  if (pasted === undefined) return undefined;
  const ending = /\r\n|\r|\n/.exec(tree.text)?.[0] ?? '\n';
  const before = tree.text.slice(line.start, selection.start);
  const after = tree.text.slice(selection.end, last.end);
  // Within a line there is room for cells, not for rows.
  if (!/^[\s|｜]*$/.test(before) && after.trim() !== '') {
    const rows = pasted.lines.filter((_, at) => !pasted.nameless.includes(at));
    const [only, second] = rows;
    const isCells = second === undefined && only?.startsWith('|') === true;
    if (line.kind === 'row') {
      return isCells
        ? { text: only.slice(1, -1).trim(), edits: [] }
        : below(tree, profile, selection, last.end, ending + rows.join(ending));
    }
    if (isCells) return undefined;
  }
  const lines = pasted.lines.map((text, at) =>
    pasted.nameless.includes(at) ? `表 ${SOME_NAME}` : text,
  );
  // The bar that the row was begun with is not doubled.
  const begun = /^[\s\ufeff]*[|｜][ \t\u3000]*$/.test(before) && /^[\s|｜]*$/.test(after);
  const first = begun ? (lines[0] ?? '').replace(/^\|\s*/, '') : (lines[0] ?? '');
  const isBegun = begun || /^[\s\ufeff]*$/.test(before);
  const text =
    (isBegun ? '' : ending) +
    [first, ...lines.slice(1)].join(ending) +
    (after.trim() === '' ? '' : ending);
  const aligned = align(tree.text, profile, selection, text);
  if (!snippet) return aligned;
  const places = aligned.text.split(ending).map((one, at) => {
    const number = at - (isBegun ? 0 : 1);
    return pasted.nameless.includes(number)
      ? inSnippet(one).replace(SOME_NAME, `\${${pasted.nameless.indexOf(number) + 1}:${SOME_NAME}}`)
      : inSnippet(one);
  });
  return { ...aligned, text: places.join(ending) };
}

/** The row in which the cursor stands stays whole: the others come after it. */
function below(
  { text }: SyntaxTree,
  profile: Profile,
  { start, end }: Range,
  at: number,
  added: string,
): PasteResult {
  const aligned = align(text, profile, { start: at, end: at }, added);
  const around = aligned.edits.filter((edit) => edit.end <= start || end <= edit.start);
  return {
    text: text.slice(start, end),
    edits: [...around, { start: at, end: at, text: aligned.text }],
  };
}

/** Undefined in a table that is written with TABs, into which plain text is pasted as it is. */
function contextOf(tree: SyntaxTree, profile: Profile, line: Line): PasteContext | undefined {
  const above = tree.lines[line.index - 1];
  const row = line.kind === 'row' ? line : above?.kind === 'row' ? above : undefined;
  if (row !== undefined) {
    if (row.delimiter === 'tab') return undefined;
    return { profile, rows: rowsOf(tableOf(tree, row)), isTitled: false };
  }
  const isTitled = above?.kind === 'table-start' || above?.kind === 'table-field';
  // Where no row follows yet, the line of a table's name is not known for one.
  return {
    profile,
    rows: undefined,
    isTitled: isTitled || /^表[ \t\u3000]+\S/.test(textOf(tree, above)),
  };
}

function tableOf(tree: SyntaxTree, row: RowLine): TableNode | undefined {
  return tree.tables.find(({ rows }) => rows.includes(row));
}

function rowsOf(table: TableNode | undefined): readonly (readonly string[])[] {
  return (table?.rows ?? []).map(({ cells }) => cells.map(({ value }) => value));
}

function textOf({ text }: SyntaxTree, line: Line | undefined): string {
  return line === undefined ? '' : text.slice(line.start, line.end);
}

/** Puts the bars of every table that the new text touches in line. */
function align(text: string, profile: Profile, { start, end }: Range, added: string): PasteResult {
  const whole = text.slice(0, start) + added + text.slice(end);
  const tree = parse(whole, vocabularyOf(profile));
  const [inside, outside]: [Edit[], Edit[]] = [[], []];
  const stop = start + added.length;
  for (const table of tree.tables) {
    if (table.end < start || stop < table.start) continue;
    for (const edit of alignmentOf(tree, table)) {
      if (edit.end <= start) outside.push(edit);
      else if (edit.start >= stop) outside.push(moved(edit, end - stop));
      else if (edit.start >= start && edit.end <= stop) inside.push(moved(edit, -start));
    }
  }
  return { text: applyEdits(added, inside), edits: outside };
}

function moved({ start, end, text }: Edit, by: number): Edit {
  return { start: start + by, end: end + by, text };
}
