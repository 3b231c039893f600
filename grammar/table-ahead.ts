import { trimEnd } from './characters.ts';
import type { SourceLines } from './source-lines.ts';
import type { Vocabulary } from './syntax-tree.ts';
import { type FieldLine, readTableFields } from './table-fields.ts';

const BAR = 0x7c;
const WIDE_BAR = 0xff5c;

const NOTE = /(注|说明|备注)[0-9０-９]{0,2}[ \u3000]*[：:]/y;

/** The keyword that begins a note at an offset of the text, and where the colon after it ends. */
export function noteKeywordAt(
  text: string,
  at: number,
): { readonly keyword: string | undefined; readonly end: number } | undefined {
  NOTE.lastIndex = at;
  const found = NOTE.exec(text);
  return found ? { keyword: found[1], end: NOTE.lastIndex } : undefined;
}

/**
 * What stands ahead of a line: rows, table fields, the next form's name. Every answer is kept, so that asking for each line
 * costs one pass over the text however the lines lie.
 */
export class TableAhead {
  readonly #lines: SourceLines;
  readonly #vocabulary: Vocabulary;
  readonly #contentEnd: (line: number) => number;
  readonly #fields = new Map<number, FieldLine | undefined>();
  /** What stands at a line or below it, with only blank lines and table fields before it. */
  readonly #reaches = new Map<number, 'row' | 'note' | undefined>();

  constructor(lines: SourceLines, vocabulary: Vocabulary, contentEnd: (line: number) => number) {
    this.#lines = lines;
    this.#vocabulary = vocabulary;
    this.#contentEnd = contentEnd;
  }

  /** How the line delimits cells, if it is shaped like a row wherever it stands; see `#tabInside`. */
  delimiter(line: number): 'bar' | 'tab' | undefined {
    const first = this.#lines.first[line] as number;
    const code = this.#lines.text.charCodeAt(first);
    if (first < (this.#lines.end[line] as number) && (code === BAR || code === WIDE_BAR))
      return 'bar';
    return this.#tabInside(line) ? 'tab' : undefined;
  }

  /** Whether a TAB stands anywhere on the line; inside a table that is enough beside another TAB row. */
  hasTab(line: number): boolean {
    const { text, start, first, end, tab } = this.#lines;
    if ((tab[line] as number) < (end[line] as number)) return true;
    return text.slice(start[line], first[line]).includes('\t');
  }

  /** A TAB with text on both sides. One that only indents a line, or was left at its end, makes no row of it. */
  #tabInside(line: number): boolean {
    const { text, first, end, tab } = this.#lines;
    const at = tab[line] as number;
    if (at >= (end[line] as number)) return false;
    return at < trimEnd(text, first[line] as number, end[line] as number);
  }

  isBlank(line: number): boolean {
    return this.#lines.first[line] === this.#lines.end[line];
  }

  /** The line read as table fields; undefined where it is none. */
  fields(line: number): FieldLine | undefined {
    if (this.#fields.has(line)) return this.#fields.get(line);
    const first = this.#lines.first[line] as number;
    const end = trimEnd(this.#lines.text, first, this.#contentEnd(line));
    const fields = readTableFields(this.#lines.text, first, end, this.#vocabulary);
    this.#fields.set(line, fields);
    return fields;
  }

  /** Whether a row stands at the line or below it, with nothing but blank lines and table fields before it. */
  reachesRow(line: number): boolean {
    return this.reaches(line) === 'row';
  }

  /** The row or note at the line or below it, with nothing but blank lines and table fields before it. */
  reaches(line: number): 'row' | 'note' | undefined {
    let at = line;
    let found: 'row' | 'note' | undefined;
    for (; at < this.#lines.count; at++) {
      if (this.#reaches.has(at)) {
        found = this.#reaches.get(at);
        break;
      }
      if (this.isBlank(at)) continue;
      if (this.delimiter(at) !== undefined) found = 'row';
      else if (noteKeywordAt(this.#lines.text, this.#lines.first[at] as number)) found = 'note';
      if (found || !this.fields(at)) break;
    }
    for (let walked = line; walked < at; walked++) this.#reaches.set(walked, found);
    if (at < this.#lines.count) this.#reaches.set(at, found);
    return found;
  }

  /** The next line below with a form's name on it, if only blank lines and table fields stand before it. */
  nextNamed(line: number): FieldLine | undefined {
    for (let at = line + 1; at < this.#lines.count; at++) {
      if (this.isBlank(at)) continue;
      if (this.delimiter(at) !== undefined) return undefined;
      const fields = this.fields(at);
      if (!fields || fields.nameKey !== undefined || fields.numberKey !== undefined) return fields;
    }
    return undefined;
  }

  /** Next line below that is not blank; the number of lines where there is none. */
  nextContent(line: number): number {
    let at = line + 1;
    while (at < this.#lines.count && this.isBlank(at)) at++;
    return at;
  }
}
