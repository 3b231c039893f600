/**
 * The tree of an edited text, from the tree of the text before. Between two boundaries (headings, and lines that begin a
 * table) nothing hangs on what stands outside: only the stretch that the edit touched is parsed, and what stands around it
 * keeps its nodes.
 *
 * A line that is just a form's name begins a table only below something that ends what stands above it: it is a boundary
 * where the rows or the notes of another table stand right above it.
 *
 * Nodes below the edit are moved where they are, since copying a long text's nodes takes as long as parsing it. So the tree
 * before is used up: nothing that came of it may be looked at any more.
 */
import { skipBlanks, trimEnd } from './characters.ts';
import { type Distance, moveBlock, moveDirective, moveLine, moveProblem } from './move-nodes.ts';
import { ownCopy } from './own-copy.ts';
import { parse } from './parse.ts';
import { MOST_PROBLEMS } from './problems.ts';
import type { Line, Range, SyntaxTree, TableStartLine, Vocabulary } from './syntax-tree.ts';
import { readTableFields } from './table-fields.ts';

export interface Reparsed {
  readonly tree: SyntaxTree;
  /** Where in the new text the nodes begin that were kept and moved, and how far. */
  readonly moved: { readonly from: number; readonly offset: number };
}

/**
 * The same as `parse(text, vocabulary)`; `before` was parsed with the same vocabulary, and is used up. Undefined, and
 * `before` whole, where the edit may reach anywhere: then the text is to be parsed.
 */
export function reparse(
  before: SyntaxTree,
  text: string,
  vocabulary: Vocabulary,
): Reparsed | undefined {
  const { head, tail } = commonEnds(before.text, text);
  const stretchBetween = (isEnd: IsBoundary): Stretch => ({
    first: boundaryAbove(before, head, isEnd),
    last: boundaryBelow(before, before.text.length - tail, isEnd),
  });
  const narrow = stretchBetween((at) => {
    return isMarked(before, at, vocabulary) || isBare(before, at, vocabulary);
  });
  const found = withStretch(before, text, vocabulary, narrow);
  if (found !== undefined || !(isBareStart(narrow.first) || isBareStart(narrow.last))) return found;
  const wide = stretchBetween((at) => isMarked(before, at, vocabulary));
  return withStretch(before, text, vocabulary, wide);
}

/** What is parsed anew: from `first` (undefined: the text's start) until `last` (undefined: its end). */
interface Stretch {
  readonly first: Line | undefined;
  readonly last: Line | undefined;
}

/** Changes nothing where it gives undefined. */
function withStretch(
  before: SyntaxTree,
  text: string,
  vocabulary: Vocabulary,
  { first, last }: Stretch,
): Reparsed | undefined {
  if (first === undefined && last === undefined) return undefined;
  const from = first?.start ?? 0;
  const until = last?.start ?? Number.POSITIVE_INFINITY;
  const offset = text.length - before.text.length;

  const above = partOf(before, 0, from);
  const below = partOf(before, until, Number.POSITIVE_INFINITY);
  const names = new Set([...namesOf(above), ...namesOf(below)]);
  // Nodes outlive the text: those of a tree may be from as many versions of it as there are stretches.
  const stretch = ownCopy(text.slice(from, until + offset));
  const parsed = parse(stretch, vocabulary, names);
  // A text that ends with a line ending has an empty line behind it; a stretch of one has not.
  const middle = last ? partOf(parsed, 0, stretch.length) : parsed;
  if (first && middle.lines[0]?.kind !== first.kind) return undefined;
  if (isBareStart(last) && !beginsBelow(middle, stretch, last, vocabulary)) return undefined;
  const problems = above.errors.length + middle.errors.length + below.errors.length;
  if (problems > MOST_PROBLEMS) return undefined;
  if (!sameNames(partOf(before, from, until), middle, names)) {
    if (holdsBracket(text, 0, from) || holdsBracket(text, until + offset, text.length)) {
      return undefined;
    }
  }

  move(middle, { offset: from, lines: above.lines.length, headings: above.headings.length });
  move(below, {
    offset,
    lines: above.lines.length + middle.lines.length + below.lines.length - before.lines.length,
    headings:
      above.headings.length +
      middle.headings.length +
      below.headings.length -
      before.headings.length,
  });
  return {
    tree: { text, ...joined(above, middle, below) },
    moved: { from: until + offset, offset },
  };
}

// ---- what the edit touched ------------------------------------------------------------------------------------------

/** Strings are compared in pieces of so many code units, which the engine does at once. */
const PIECE = 4096;

/** How many code units two texts share at their start and, of the rest, at their end. */
function commonEnds(a: string, b: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head + PIECE <= most && a.slice(head, head + PIECE) === b.slice(head, head + PIECE)) {
    head += PIECE;
  }
  while (head < most && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  const rest = most - head;
  let tail = 0;
  while (
    tail + PIECE <= rest &&
    a.slice(a.length - tail - PIECE, a.length - tail) ===
      b.slice(b.length - tail - PIECE, b.length - tail)
  ) {
    tail += PIECE;
  }
  while (tail < rest && a.charCodeAt(a.length - tail - 1) === b.charCodeAt(b.length - tail - 1)) {
    tail++;
  }
  return { head, tail };
}

/** Whether the line at an index is a boundary. */
type IsBoundary = (at: number) => boolean;

/** The last boundary whose line, ending included, stands unchanged before `offset`; undefined: the text's start. */
function boundaryAbove(
  { lines }: SyntaxTree,
  offset: number,
  isBoundary: IsBoundary,
): Line | undefined {
  for (let at = firstFrom(lines, offset) - 1; at >= 0; at--) {
    const line = lines[at] as Line;
    if (line.next < offset && isBoundary(at)) return line;
  }
  return undefined;
}

/** The first boundary behind `offset`, with the line ending before it; undefined: the text's end. */
function boundaryBelow(
  { lines }: SyntaxTree,
  offset: number,
  isBoundary: IsBoundary,
): Line | undefined {
  for (let at = firstFrom(lines, offset + 1); at < lines.length; at++) {
    if (isBoundary(at)) return lines[at];
  }
  return undefined;
}

/** No directive at the end, no TAB, no words of a table's head: lines above that look ahead stop here. */
function isMarked({ text, lines }: SyntaxTree, at: number, vocabulary: Vocabulary): boolean {
  const line = lines[at] as Line;
  if (line.kind !== 'heading' && !(line.kind === 'table-start' && line.marked)) return false;
  return isPlain(line, text) && !isTableFields(line, text, vocabulary);
}

/** A form's name alone, where lines further above that look ahead stop before it. */
function isBare({ text, lines }: SyntaxTree, at: number, vocabulary: Vocabulary): boolean {
  const line = lines[at] as Line;
  if (!isBareStart(line) || !isPlain(line, text)) return false;
  return endsAbove(lines, at, text, vocabulary);
}

function isBareStart(line: Line | undefined): line is TableStartLine {
  return line?.kind === 'table-start' && !line.marked;
}

function isPlain({ start, end }: Line, text: string): boolean {
  if (text.charCodeAt(start) === 0xfeff) return false;
  return !/[\t|｜]|gouji-|免核/.test(text.slice(start, end));
}

function isTableFields({ start, end }: Line, text: string, vocabulary: Vocabulary): boolean {
  const from = skipBlanks(text, start, end);
  return readTableFields(text, from, trimEnd(text, from, end), vocabulary) !== undefined;
}

/**
 * Whether the last line above an index that is not blank is read without a look at what stands below it, and no line above
 * looks past it: a row below another row, or a note that begins with its keyword.
 */
function endsAbove(
  lines: readonly Line[],
  at: number,
  text: string,
  vocabulary: Vocabulary,
): boolean {
  const above = contentAbove(lines, at);
  const line = lines[above];
  if (line?.kind === 'note') {
    return (
      line.keyword !== undefined && isPlain(line, text) && !isTableFields(line, text, vocabulary)
    );
  }
  if (line?.kind !== 'row' || line.delimiter !== 'bar') return false;
  return lines[contentAbove(lines, above)]?.kind === 'row';
}

function contentAbove(lines: readonly Line[], at: number): number {
  let above = at - 1;
  while (lines[above]?.kind === 'blank') above--;
  return above;
}

/** Whether a form's name alone still begins a table below a stretch that was parsed anew. */
function beginsBelow(
  { lines, tables }: Lists,
  stretch: string,
  { form }: TableStartLine,
  vocabulary: Vocabulary,
): boolean {
  if (!endsAbove(lines, lines.length, stretch, vocabulary)) return false;
  // The name of the table above may be repeated after a page break.
  return form !== tables.at(-1)?.startLine.form;
}

// ---- names: a binding begins with one, wherever it was given -----------------------------------------------------

function namesOf({ definitions, tables }: Pick<SyntaxTree, 'definitions' | 'tables'>): string[] {
  return [...definitions.map(({ name }) => name.value), ...tables.map((table) => nameOf(table))];
}

function nameOf({ startLine }: SyntaxTree['tables'][number]): string {
  return startLine.name.value;
}

/** Whether two stretches give the same names beside those that are given elsewhere. */
function sameNames(one: Lists, other: Lists, elsewhere: ReadonlySet<string>): boolean {
  const own = (part: Lists) => new Set(namesOf(part).filter((name) => !elsewhere.has(name)));
  const [a, b] = [own(one), own(other)];
  return a.size === b.size && [...a].every((name) => b.has(name));
}

function holdsBracket(text: string, from: number, to: number): boolean {
  return /[[［【]/.test(text.slice(from, to));
}

// ---- parts of a tree -----------------------------------------------------------------------------------------------

type Lists = Omit<SyntaxTree, 'text'>;

/** What begins in a stretch of the text. */
function partOf(tree: Lists, from: number, until: number): Lists {
  const cut = <Node extends Range>(nodes: readonly Node[]): readonly Node[] =>
    nodes.slice(firstFrom(nodes, from), firstFrom(nodes, until));
  return {
    lines: cut(tree.lines),
    header: cut(tree.header),
    headings: cut(tree.headings),
    tables: cut(tree.tables),
    paragraphs: cut(tree.paragraphs),
    definitions: cut(tree.definitions),
    assertions: cut(tree.assertions),
    directives: cut(tree.directives),
    errors: cut(tree.errors),
  };
}

function joined(above: Lists, middle: Lists, below: Lists): Lists {
  const join = <Name extends keyof Lists>(name: Name) =>
    (above[name] as readonly Range[]).concat(middle[name], below[name]) as unknown as Lists[Name];
  return {
    lines: join('lines'),
    header: join('header'),
    headings: join('headings'),
    tables: join('tables'),
    paragraphs: join('paragraphs'),
    definitions: join('definitions'),
    assertions: join('assertions'),
    directives: join('directives'),
    errors: join('errors'),
  };
}

function move(part: Lists, by: Distance): void {
  if (by.offset === 0 && by.lines === 0 && by.headings === 0) return;
  for (const line of part.lines) moveLine(line, by);
  for (const table of part.tables) moveBlock(table, by);
  for (const paragraph of part.paragraphs) moveBlock(paragraph, by);
  for (const directive of part.directives) moveDirective(directive, by);
  for (const problem of part.errors) moveProblem(problem, by);
}

/** Index of the first node that begins at or behind an offset. */
function firstFrom(nodes: readonly Range[], offset: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle] as Range).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
