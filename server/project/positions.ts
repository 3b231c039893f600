/**
 * Offsets to lines and columns. Everything below this room speaks in offsets; the fronts convert, here and nowhere
 * else.
 */

/** A place as people count it: line and column from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * The lines of a text. `\n`, `\r\n` and a lone `\r` end a line; U+2028 and its kin do not. A byte-order mark takes no
 * column, since no editor shows it as one. The line table is built at the first question.
 */
export class Positions {
  readonly text: string;
  #starts: readonly number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get lineCount(): number {
    return this.#lineStarts().length;
  }

  /** The place of an offset; one outside of the text is taken to its nearer end. */
  at(offset: number): Position {
    const starts = this.#lineStarts();
    const inside = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.max(inside - (starts[low] ?? 0), 0) + 1 };
  }

  /** The offset of a place; a column beyond the end of its line is taken to the end, before the line's ending. */
  offsetAt({ line, column }: Position): number {
    const starts = this.#lineStarts();
    if (line < 1) return starts[0] ?? 0;
    const start = starts[line - 1];
    if (start === undefined) return this.text.length;
    let end = starts[line] ?? this.text.length;
    if (end > start && line < starts.length) {
      end -= this.text.charCodeAt(end - 1) === 10 && this.text.charCodeAt(end - 2) === 13 ? 2 : 1;
    }
    return Math.min(start + Math.max(column - 1, 0), Math.max(end, start));
  }

  #lineStarts(): readonly number[] {
    this.#starts ??= lineStarts(this.text);
    return this.#starts;
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  let feed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  while (feed !== -1 || carriage !== -1) {
    if (carriage === -1 || (feed !== -1 && feed < carriage)) {
      starts.push(feed + 1);
      feed = text.indexOf('\n', feed + 1);
    } else if (feed === carriage + 1) {
      starts.push(feed + 1);
      carriage = text.indexOf('\r', feed + 1);
      feed = text.indexOf('\n', feed + 1);
    } else {
      starts.push(carriage + 1);
      carriage = text.indexOf('\r', carriage + 1);
    }
  }
  return starts;
}
