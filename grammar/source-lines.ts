import { skipBlanks } from './characters.ts';

/**
 * Where the lines of a text are. CRLF, LF and a lone CR end a line, as they do in editors; U+2028 and U+2029 do not.
 * A text that ends with a line ending has an empty line after it, so that every offset lies in a line.
 */
export interface SourceLines {
  readonly text: string;
  readonly count: number;
  readonly start: readonly number[];
  /** Before the line ending. */
  readonly end: readonly number[];
  /** After the line ending. */
  readonly next: readonly number[];
  /** First character that is no blank; `end` in a blank line. */
  readonly first: readonly number[];
  /** First TAB at or after `first`, on this line or a later one; the text's length where there is none. */
  readonly tab: readonly number[];
}

export function splitLines(text: string): SourceLines {
  const start: number[] = [];
  const end: number[] = [];
  const next: number[] = [];
  const first: number[] = [];
  const tab: number[] = [];
  const tabs = new NextMark(text, '\t');
  let at = 0;
  let feed = indexOrEnd(text, '\n', 0);
  let carriage = indexOrEnd(text, '\r', 0);
  for (;;) {
    const stop = Math.min(feed, carriage);
    start.push(at);
    end.push(stop);
    const content = skipBlanks(text, at, stop);
    first.push(content);
    tab.push(tabs.after(content));
    if (stop === text.length) {
      next.push(stop);
      break;
    }
    const pair = carriage === stop && text.charCodeAt(stop + 1) === 0x0a;
    const after = pair ? stop + 2 : stop + 1;
    next.push(after);
    at = after;
    if (feed < at) feed = indexOrEnd(text, '\n', at);
    if (carriage < at) carriage = indexOrEnd(text, '\r', at);
  }
  return { text, count: start.length, start, end, next, first, tab };
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}

/** Answers "does this stretch hold the mark?" for stretches in ascending order, in one pass over the text. */
export class NextMark {
  #next: number;
  readonly #text: string;
  readonly #mark: string;

  constructor(text: string, mark: string) {
    this.#text = text;
    this.#mark = mark;
    this.#next = indexOrEnd(text, mark, 0);
  }

  /** First place at or after `from`; the text's length where there is none. */
  after(from: number): number {
    if (this.#next < from) this.#next = indexOrEnd(this.#text, this.#mark, from);
    return this.#next;
  }
}
