import { readBindings } from './bindings.ts';
import { isBlank, skipBlanks, trimEnd } from './characters.ts';
import { commentMarkAt, findDirective, misspeltDirective, readDirective } from './directives.ts';
import { isNumbered } from './numbering.ts';
import { readHeaderField } from './plain-lines.ts';
import { Problems } from './problems.ts';
import { isSeparator, readCells } from './rows.ts';
import { NextMark, type SourceLines, splitLines } from './source-lines.ts';
import { readAssertion, readDefinition } from './statements.ts';
import type {
  Binding,
  HeadingLine,
  Piece,
  ProseLine,
  SyntaxTree,
  TableStartLine,
  Vocabulary,
} from './syntax-tree.ts';
import { noteKeywordAt, TableAhead } from './table-ahead.ts';
import { otherField } from './table-fields.ts';
import { readBareStart, readMarkedStart, type TableStart } from './table-starts.ts';
import { TreeBuilder } from './tree-builder.ts';

/**
 * Text to syntax tree. Total: any text gives a tree, and what could not be read is told in `errors`. Linear: each line is
 * looked at once, in a plain loop, and every look-ahead is remembered. A syntax error never reaches past its line.
 *
 * `names`: given with 设, or to tables, in parts of the report that `text` leaves out.
 */
export function parse(
  text: string,
  vocabulary: Vocabulary,
  names: ReadonlySet<string> = NO_NAMES,
): SyntaxTree {
  return new Parsing(text, vocabulary, names).run();
}

const NO_NAMES: ReadonlySet<string> = new Set();

const NO_BINDINGS: readonly Binding[] = [];

/** Table fields that no row consists of. */
const SHEET_FIELDS: ReadonlySet<string> = new Set(['form-number', 'form-name', 'body', 'unit']);

/** Header fields that may go on as a list of `- …` lines. */
const LIST_KEYS: ReadonlySet<string> = new Set(['下级', '简称']);

/** Header keys stand within the first few characters of their line. */
const LONGEST_KEY = 12;

class Parsing {
  readonly #text: string;
  readonly #vocabulary: Vocabulary;
  readonly #names: ReadonlySet<string>;
  readonly #source: SourceLines;
  readonly #ahead: TableAhead;
  readonly #tree = new TreeBuilder();
  readonly #problems = new Problems();
  readonly #english: NextMark;
  readonly #chinese: NextMark;
  /** Prose lines that hold a bracket, by index: read last, when all names are known. */
  readonly #bracketed: number[] = [];
  readonly #brackets: readonly NextMark[];
  /** Where a directive begins at the end of a line with other content, by line. */
  readonly #directiveAt = new Map<number, number>();
  /** Whether a header field may stand here: no heading and no table yet. */
  #inHeader = true;
  /** Index of the last line that was a note; the lines next to it continue it. */
  #noteAt = -2;
  /** Index of the last row that stood in no table, or of a blank line after it: one report for a run of them. */
  #strayRowAt = -2;
  #lastTabRow = -2;

  constructor(text: string, vocabulary: Vocabulary, names: ReadonlySet<string>) {
    this.#text = text;
    this.#vocabulary = vocabulary;
    this.#names = names;
    this.#source = splitLines(text);
    this.#english = new NextMark(text, 'gouji-');
    this.#chinese = new NextMark(text, '免核');
    this.#brackets = ['[', '［', '【'].map((mark) => new NextMark(text, mark));
    this.#findDirectives();
    this.#ahead = new TableAhead(
      this.#source,
      vocabulary,
      (line) => this.#directiveAt.get(line) ?? (this.#source.end[line] as number),
    );
  }

  run(): SyntaxTree {
    for (let line = 0; line < this.#source.count; line++) this.#readLine(line);
    this.#readBindings();
    const tree = this.#tree;
    return {
      text: this.#text,
      lines: tree.lines,
      header: tree.header,
      headings: tree.headings,
      tables: tree.tables,
      paragraphs: tree.paragraphs,
      definitions: tree.definitions,
      assertions: tree.assertions,
      directives: tree.directives,
      errors: this.#problems.sorted(),
    };
  }

  /** Directives after other content are found first, since look-ahead must not read them as content. */
  #findDirectives(): void {
    const { count, start, end, first } = this.#source;
    if (
      this.#english.after(0) === this.#text.length &&
      this.#chinese.after(0) === this.#text.length
    )
      return;
    for (let line = 0; line < count; line++) {
      const stop = end[line] as number;
      const from = start[line] as number;
      if (this.#english.after(from) >= stop && this.#chinese.after(from) >= stop) continue;
      const at = findDirective(this.#text, first[line] as number, stop);
      if (at > (first[line] as number)) this.#directiveAt.set(line, at);
    }
  }

  #readLine(index: number): void {
    const { start, end, next, first } = this.#source;
    const place = {
      index,
      start: start[index] as number,
      end: end[index] as number,
      next: next[index] as number,
    };
    const from = first[index] as number;
    if (from === place.end) {
      this.#tree.add({ kind: 'blank', ...place });
      // As in a table, a blank line does not end a run of rows.
      if (this.#strayRowAt === index - 1) this.#strayRowAt = index;
      return;
    }
    const directiveAt = this.#directiveAt.get(index);
    if (directiveAt !== undefined) {
      const directive = readDirective(this.#text, directiveAt, place.end, index);
      if (directive) this.#tree.directives.push(directive);
    }
    const to = trimEnd(this.#text, from, directiveAt ?? place.end);
    this.#readContent({ ...place, from, to });
  }

  #readContent(line: LinePlace): void {
    const text = this.#text;
    const code = text.charCodeAt(line.from);
    switch (code) {
      case 0x2f: // /
      case 0xff0f: // ／
      case 0x3001: // 、
        if (this.#readComment(line)) return;
        break;
      case 0x23: // #
      case 0xff03: // ＃
        if (this.#readHeading(line)) return;
        break;
      case 0x7c: // |
      case 0xff5c: // ｜
        if (this.#tree.table?.rows.length !== 0 || !this.#readSheetHead(line)) {
          this.#addRow(line, 'bar');
        }
        return;
      case 0x8868: // 表
        if (isBlank(text.charCodeAt(line.from + 1)) && this.#readMarkedStart(line)) return;
        break;
      case 0x8bbe: // 设
        if (this.#readDefinition(line)) return;
        break;
      case 0x6838: // 核
        if (text.startsWith('核对', line.from) && this.#readAssertion(line)) return;
        break;
    }
    if (this.#tree.table && this.#readNote(line)) return;
    if (this.#ahead.hasTab(line.index) && this.#readSheetHead(line)) return;
    if (this.#isTabRow(line)) {
      this.#addRow(line, 'tab');
      return;
    }
    if (this.#inHeader && this.#readHeaderLine(line)) return;
    if (this.#readBareStart(line)) return;
    if (this.#tree.table && this.#readField(line)) return;
    if (this.#tree.table && this.#noteAt === line.index - 1 && this.#continueNote(line)) return;
    this.#addProse(line);
  }

  #readComment(line: LinePlace): boolean {
    const mark = commentMarkAt(this.#text, line.from);
    if (mark === 0) return false;
    const { index, start, end, next } = line;
    const directive = readDirective(this.#text, line.from, line.end, index);
    if (directive) {
      this.#tree.add({ kind: 'directive', directive, index, start, end, next });
      this.#tree.directives.push(directive);
      return true;
    }
    const misspelt = misspeltDirective(this.#text, line.from + mark, end);
    if (misspelt) {
      const found = this.#text.slice(misspelt.start, misspelt.end);
      this.#problems.add('directive-unknown', misspelt.start, misspelt.end, { found });
    }
    this.#tree.add({ kind: 'comment', index, start, end, next });
    return true;
  }

  #readHeading(line: LinePlace): boolean {
    let at = line.from;
    let level = 0;
    while (level < 5 && (this.#text[at] === '#' || this.#text[at] === '＃')) {
      level++;
      at++;
    }
    if (level > 4 || at >= line.end || !isBlank(this.#text.charCodeAt(at))) return false;
    const start = skipBlanks(this.#text, at, line.to);
    const title = this.#piece(Math.min(start, line.to), line.to);
    this.#tree.addHeading({
      kind: 'heading',
      level: level as HeadingLine['level'],
      title,
      ...placeOf(line),
    });
    this.#inHeader = false;
    return true;
  }

  #addRow(line: LinePlace, delimiter: 'bar' | 'tab'): void {
    // A TAB row has its cells counted from the start of the line; blanks at its end may be TABs too.
    const from = delimiter === 'bar' ? line.from : this.#afterMark(line.start);
    const to = delimiter === 'bar' ? line.to : (this.#directiveAt.get(line.index) ?? line.end);
    const cells = readCells(this.#text, from, to, delimiter);
    const row = {
      kind: 'row',
      delimiter,
      separator: isSeparator(cells),
      cells,
      ...placeOf(line),
    } as const;
    this.#tree.add(row);
    this.#inHeader = false;
    if (delimiter === 'tab') this.#lastTabRow = line.index;
    const table = this.#tree.table;
    if (table) {
      table.rows.push(row);
      table.end = row.end;
      return;
    }
    if (this.#strayRowAt !== line.index - 1) {
      this.#problems.add('row-outside-table', line.from, line.to);
    }
    this.#strayRowAt = line.index;
  }

  /** Past the byte-order mark at the start of the text. */
  #afterMark(start: number): number {
    return start === 0 && this.#text.charCodeAt(0) === 0xfeff ? 1 : start;
  }

  /** Inside a table a TAB at either end is enough, where a TAB row stands beside the line. */
  #isTabRow(line: LinePlace): boolean {
    if (this.#ahead.delimiter(line.index) === 'tab') return true;
    if (!this.#tree.table || !this.#ahead.hasTab(line.index)) return false;
    if (this.#lastTabRow === line.index - 1) return true;
    return line.index + 1 < this.#source.count && this.#ahead.delimiter(line.index + 1) === 'tab';
  }

  #readMarkedStart(line: LinePlace): boolean {
    const read = readMarkedStart(
      this.#text,
      line.from,
      line.to,
      line.index,
      this.#vocabulary,
      this.#ahead,
    );
    if (read === undefined) return false;
    if (read === 'broken') {
      this.#problems.add('table-name', line.from, line.to);
      return false;
    }
    this.#openTable(line, read, true);
    return true;
  }

  #openTable(line: LinePlace, start: TableStart, marked: boolean): void {
    const startLine: TableStartLine = {
      kind: 'table-start',
      name: start.name,
      instance: start.instance,
      unit: start.unit,
      form: start.form,
      marked,
      ...placeOf(line),
    };
    this.#tree.openTable(startLine, !start.numberOnly, start.attachment);
    this.#inHeader = false;
  }

  /** A line that is just a form's name or number, with rows after it. */
  #readBareStart(line: LinePlace): boolean {
    const last = this.#text.charCodeAt(line.to - 1);
    // 表, or the bracket of a unit after it.
    if (last !== 0x8868 && last !== 0xff09 && last !== 0x29) return false;
    const start = readBareStart(this.#text, line.from, line.to, this.#vocabulary);
    if (!start) return false;
    const table = this.#tree.table;
    if (table && !this.#beginsNewTable(table, start)) return false;
    if (this.#ahead.reaches(line.index + 1) === undefined) return false;
    const named = this.#ahead.nextNamed(line.index);
    // In a list of names only the last has the rows.
    const below = start.numberOnly ? named?.numberKey : named?.nameKey;
    if (below !== undefined && below !== start.form) return false;
    if (start.attachment && below !== undefined) return false;
    this.#openTable(line, start, false);
    return true;
  }

  /** Whether a form's name below a table's start or rows begins another table. Otherwise it is a field of this one. */
  #beginsNewTable(table: NonNullable<TreeBuilder['table']>, start: TableStart): boolean {
    const started = table.rows.length > 0 || table.notes.length > 0;
    if (table.attachment || start.attachment) return started || start.form !== table.startLine.form;
    if (start.form === table.startLine.form) return false;
    if (started) return true;
    // Number and name of one table may disagree: then the name decides and the number is reported.
    return !start.numberOnly && table.named;
  }

  /**
   * What stands above a table in a sheet, pasted with the TABs or bars of its merged and empty cells: its name, its number, body
   * and unit. Years alone may as well be heads.
   */
  #readSheetHead(line: LinePlace): boolean {
    if (this.#readBareStart(line)) return true;
    if (!this.#tree.table) return false;
    const parts = this.#ahead.fields(line.index)?.parts;
    return (parts?.some(({ kind }) => SHEET_FIELDS.has(kind)) ?? false) && this.#readField(line);
  }

  /** Table fields: above the first row, or in a head that is repeated after a page break. */
  #readField(line: LinePlace): boolean {
    const table = this.#tree.table;
    if (!table) return false;
    const started = table.rows.length > 0;
    if (started && (this.#noteAt === line.index - 1 || !this.#ahead.reachesRow(line.index))) {
      return false;
    }
    const fields = this.#ahead.fields(line.index);
    if (fields) {
      this.#addField(line, fields.parts);
      if (fields.nameKey !== undefined) table.named = true;
      return true;
    }
    const other = started ? undefined : otherField(this.#text, line.from, line.to);
    if (!other || !this.#ahead.reachesRow(this.#ahead.nextContent(line.index))) return false;
    this.#addField(line, [other]);
    return true;
  }

  #addField(line: LinePlace, parts: NonNullable<ReturnType<TableAhead['fields']>>['parts']): void {
    const field = { kind: 'table-field', parts, ...placeOf(line) } as const;
    this.#tree.add(field);
    const table = this.#tree.table;
    if (!table) return;
    table.fields.push(field);
    table.end = field.end;
  }

  #readNote(line: LinePlace): boolean {
    const code = this.#text.charCodeAt(line.from);
    if (code !== 0x6ce8 && code !== 0x8bf4 && code !== 0x5907) return false;
    const found = noteKeywordAt(this.#text, line.from);
    if (!found || found.end > line.to) return false;
    this.#addNote(line, found.keyword, skipBlanks(this.#text, found.end, line.to));
    return true;
  }

  /** A line next to a note goes on with it, unless rows or fields of the table follow. */
  #continueNote(line: LinePlace): boolean {
    this.#addNote(line, undefined, line.from);
    return true;
  }

  #addNote(line: LinePlace, keyword: string | undefined, contentStart: number): void {
    const content = { start: Math.min(contentStart, line.to), end: line.to };
    const note = { kind: 'note', keyword, content, ...placeOf(line) } as const;
    this.#tree.add(note);
    this.#noteAt = line.index;
    const table = this.#tree.table;
    if (!table) return;
    table.notes.push(note);
    table.end = note.end;
  }

  #readHeaderLine(line: LinePlace): boolean {
    const text = this.#text;
    const list = this.#tree.list;
    if (list) {
      const code = text.charCodeAt(line.from);
      const bullet = code === 0x2d || code === 0xff0d || code === 0x2a || code === 0xff0a;
      if (bullet && isBlank(text.charCodeAt(line.from + 1))) {
        const start = Math.min(skipBlanks(text, line.from + 1, line.to), line.to);
        const item = {
          kind: 'header-item',
          value: this.#piece(start, line.to),
          ...placeOf(line),
        } as const;
        this.#tree.add(item);
        list.push(item);
        return true;
      }
    }
    if (!this.#hasEarlyColon(line)) return false;
    const parts = readHeaderField(text, line.from, line.to);
    if (!parts) return false;
    const items: NonNullable<TreeBuilder['list']> = [];
    const start = Math.min(skipBlanks(text, parts.value.start, line.to), line.to);
    const field = {
      kind: 'header-field',
      key: parts.key,
      value: this.#piece(start, line.to),
      items,
      ...placeOf(line),
    } as const;
    this.#tree.add(field);
    this.#tree.header.push(field);
    this.#tree.list = LIST_KEYS.has(parts.key.value) ? items : undefined;
    return true;
  }

  #hasEarlyColon(line: LinePlace): boolean {
    const end = Math.min(line.to, line.from + LONGEST_KEY);
    for (let at = line.from; at < end; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === 0x3a || code === 0xff1a) return true;
    }
    return false;
  }

  #readDefinition(line: LinePlace): boolean {
    const read = readDefinition(this.#text, line.from, line.to, this.#vocabulary);
    if (read.kind === 'prose') return false;
    if (read.kind === 'broken') this.#addProblem(read.problem, line);
    const name = read.kind === 'read' ? read.parts.name : this.#nameBeforeEquals(line);
    const definition = {
      kind: 'definition',
      name,
      expression: read.kind === 'read' ? read.parts.expression : undefined,
      ...placeOf(line),
    } as const;
    this.#tree.add(definition);
    this.#tree.definitions.push(definition);
    return true;
  }

  /** The name of a definition whose expression could not be read. */
  #nameBeforeEquals(line: LinePlace): Piece {
    const from = skipBlanks(this.#text, line.from + 1, line.to);
    let at = from;
    while (at < line.to && this.#text[at] !== '=' && this.#text[at] !== '＝') at++;
    return this.#piece(from, trimEnd(this.#text, from, at));
  }

  #readAssertion(line: LinePlace): boolean {
    const read = readAssertion(this.#text, line.from, line.to, this.#vocabulary);
    if (read.kind === 'prose') return false;
    if (read.kind === 'broken') this.#addProblem(read.problem, line);
    const parts = read.kind === 'read' ? read.parts : undefined;
    const assertion = {
      kind: 'assertion',
      left: parts?.left,
      relation: parts?.relation,
      right: parts?.right,
      tolerance: parts?.tolerance,
      explanation: parts?.explanation,
      ...placeOf(line),
    } as const;
    this.#tree.add(assertion);
    this.#tree.assertions.push(assertion);
    return true;
  }

  #addProblem(problem: SyntaxTree['errors'][number], line: LinePlace): void {
    this.#problems.add(
      problem.code,
      Math.max(problem.start, line.start),
      Math.min(problem.end, line.end),
      problem.data,
    );
  }

  #addProse(line: LinePlace): void {
    const prose: ProseLine = { kind: 'prose', bindings: NO_BINDINGS, ...placeOf(line) };
    for (const mark of this.#brackets) {
      if (mark.after(line.from) < line.to) {
        this.#bracketed.push(line.index);
        break;
      }
    }
    this.#tree.addProse(prose, isNumbered(this.#text, line.from));
  }

  /** Bindings are read when all names are known: those given with 设, and the author's own tables. */
  #readBindings(): void {
    if (this.#bracketed.length === 0) return;
    const names = new Set(this.#names);
    for (const { name } of this.#tree.definitions) names.add(name.value);
    for (const { startLine } of this.#tree.tables) names.add(startLine.name.value);
    for (const index of this.#bracketed) {
      const line = this.#tree.lines[index];
      if (line?.kind !== 'prose') continue;
      const end = this.#directiveAt.get(index) ?? line.end;
      const { bindings, problems } = readBindings(
        this.#text,
        line.start,
        end,
        names,
        this.#vocabulary,
      );
      if (bindings.length > 0) (line as { bindings: readonly Binding[] }).bindings = bindings;
      for (const problem of problems)
        this.#problems.add(problem.code, problem.start, problem.end, problem.data);
    }
  }

  #piece(start: number, end: number): Piece {
    return { value: this.#text.slice(start, end), start, end };
  }
}

/** A line with the stretch that holds its content, without outer blanks and without a directive at its end. */
interface LinePlace {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly from: number;
  readonly to: number;
}

function placeOf({
  index,
  start,
  end,
  next,
}: LinePlace): Pick<LinePlace, 'index' | 'start' | 'end' | 'next'> {
  return { index, start, end, next };
}
