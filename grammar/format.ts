import { isBlank, trimEnd } from './characters.ts';
import { type DisplayWidth, layoutTable, type TableLayout } from './format-rows.ts';
import type { AssertionLine, Line, RowLine, SyntaxTree, TableStartLine } from './syntax-tree.ts';

export interface FormatOptions {
  readonly displayWidth: DisplayWidth;
}

/** Puts `text` in the place of [start, end) of the source. */
export interface FormatEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text of a tree as the project writes it. Rows become bar rows with their bars in line and numbers to the right, blank
 * lines are single, headings, header fields, table starts, definitions and assertions have their blanks in the usual
 * places. Nothing else: no character of prose, no cell's content, no line ending and no byte-order mark changes, and the
 * formatted text says exactly what the source said. Formatting twice gives the same as once.
 */
export function format(tree: SyntaxTree, options: FormatOptions): string {
  let formatted = '';
  let at = 0;
  for (const { start, end, text } of formatEdits(tree, options)) {
    formatted += tree.text.slice(at, start) + text;
    at = end;
  }
  return formatted + tree.text.slice(at);
}

/** The edits of `format`, at most one for each line, in source order. */
export function formatEdits(tree: SyntaxTree, { displayWidth }: FormatOptions): FormatEdit[] {
  const { text, lines } = tree;
  const edits: FormatEdit[] = [];
  const rows = rowWriter(tree, displayWidth);
  const directiveAt = directivesAtEnds(tree);
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  /** The last line that is not blank; the blank lines after it are told by `blanks`. */
  let previous: Line | undefined;
  let blanks: Line[] = [];
  for (const line of lines) {
    if (line.kind === 'blank') {
      blanks.push(line);
      continue;
    }
    const kept = !previous || insideTable(rows, previous, line) ? 0 : 1;
    tidyBlanks(blanks, kept, mark, edits);
    blanks = [];
    const start = line.start === 0 ? mark : line.start;
    const tail = directiveAt.get(line.index);
    const written =
      tail === undefined ? writeLine(text, line, rows) : writeBefore(text, line, rows, tail);
    if (written !== undefined && written !== text.slice(start, line.end)) {
      edits.push({ start, end: line.end, text: written });
    }
    previous = line;
  }
  endOfText(text, previous, blanks, mark, edits);
  return edits;
}

/** Keeps the first `kept` of the blank lines, without the blanks on it, and takes out the others. */
function tidyBlanks(
  blanks: readonly Line[],
  kept: number,
  mark: number,
  edits: FormatEdit[],
): void {
  for (const [at, line] of blanks.entries()) {
    const start = line.start === 0 ? mark : line.start;
    if (at >= kept) edits.push({ start, end: line.next, text: '' });
    else if (start < line.end) edits.push({ start, end: line.end, text: '' });
  }
}

/** One line ending after the last line, in the style of the text. */
function endOfText(
  text: string,
  last: Line | undefined,
  blanks: readonly Line[],
  mark: number,
  edits: FormatEdit[],
): void {
  if (!last) {
    if (text.length > mark) edits.push({ start: mark, end: text.length, text: '' });
    return;
  }
  if (last.next === last.end) {
    edits.push({ start: last.end, end: last.end, text: /\r\n|\r|\n/.exec(text)?.[0] ?? '\n' });
    return;
  }
  const end = blanks.at(-1)?.next ?? last.next;
  if (end > last.next) edits.push({ start: last.next, end, text: '' });
}

/** Two rows of one table, with only blank lines between them: what a page break left. */
function insideTable(rows: RowWriter, previous: Line, line: Line): boolean {
  if (previous.kind !== 'row' || line.kind !== 'row') return false;
  const layout = rows.get(line);
  return layout !== undefined && rows.get(previous) === layout;
}

type RowWriter = ReadonlyMap<Line, TableLayout>;

/** The layout of each row's table. Rows that stand in no table have none and are left alone. */
function rowWriter(tree: SyntaxTree, displayWidth: DisplayWidth): RowWriter {
  const layouts = new Map<Line, TableLayout>();
  for (const table of tree.tables) {
    if (table.rows.length === 0) continue;
    const layout = layoutTable(tree.text, table, displayWidth);
    for (const row of table.rows) layouts.set(row, layout);
  }
  return layouts;
}

/** Where a directive stands after other content, by line. */
function directivesAtEnds(tree: SyntaxTree): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const { line, start } of tree.directives) {
    if (tree.lines[line]?.kind !== 'directive') places.set(line, start);
  }
  return places;
}

/**
 * The line with a directive at its end: one blank before the directive, nothing after it. Prose that has no blank
 * there gets none: behind `##` it would make a heading.
 */
function writeBefore(
  text: string,
  line: Line,
  rows: RowWriter,
  directive: number,
): string | undefined {
  const content = writeLine(text, line, rows, directive);
  if (content === undefined) return undefined;
  if (line.kind === 'prose' && !isBlank(text.charCodeAt(directive - 1))) return undefined;
  const tail = text.slice(directive, trimEnd(text, directive, line.end));
  return `${content} ${tail}`;
}

/** A line without its ending; undefined where it stays as it is. */
function writeLine(
  text: string,
  line: Line,
  rows: RowWriter,
  end: number = line.end,
): string | undefined {
  switch (line.kind) {
    case 'row':
      return writeRow(line, rows);
    case 'heading': {
      // Without a title only the blank makes it a heading.
      const { level, title } = line;
      return title.value === '' ? undefined : `${'#'.repeat(level)} ${title.value}`;
    }
    case 'header-field':
      return `${line.key.value}：${line.value.value}`;
    case 'header-item':
      return line.value.value === '' ? undefined : `- ${line.value.value}`;
    case 'table-start':
      return writeTableStart(text, line, end);
    case 'definition': {
      const { name, expression } = line;
      if (!expression) return trimmed(text, line, end);
      return `设 ${name.value} = ${text.slice(expression.start, expression.end)}`;
    }
    case 'assertion':
      return writeAssertion(text, line) ?? trimmed(text, line, end);
    default:
      return trimmed(text, line, end);
  }
}

function writeRow(row: RowLine, rows: RowWriter): string | undefined {
  return rows.get(row)?.write(row);
}

function writeTableStart(text: string, line: TableStartLine, end: number): string {
  if (!line.marked) return text.slice(firstOf(text, line, end), trimEnd(text, line.start, end));
  const { name, instance, unit } = line;
  const parts = ['表', text.slice(name.start, name.end)];
  if (instance) parts.push(text.slice(instance.start, instance.end));
  if (unit) parts.push(`（单位：${unit.value}）`);
  return parts.join(' ');
}

function firstOf(text: string, line: Line, end: number): number {
  const mark = line.start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : line.start;
  let at = mark;
  while (at < end && /\s/.test(text.charAt(at))) at++;
  return at;
}

function writeAssertion(text: string, line: AssertionLine): string | undefined {
  const { left, relation, right, tolerance, explanation } = line;
  if (!left || !relation || !right) return undefined;
  const parts = [
    '核对',
    text.slice(left.start, left.end),
    relation,
    text.slice(right.start, right.end),
  ];
  if (tolerance) parts.push('容差', text.slice(tolerance.start, tolerance.end));
  if (explanation) parts.push(text.slice(explanation.start - 1, explanation.end + 1));
  return parts.join(' ');
}

/** The line as it is, without the blanks at its end. A lone mark keeps them: `- ` and `-` are not the same. */
function trimmed(text: string, line: Line, end: number): string | undefined {
  const start = line.start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : line.start;
  const stop = trimEnd(text, start, end);
  if (text.slice(start, stop).trim().length <= 1) return undefined;
  return text.slice(start, stop);
}
