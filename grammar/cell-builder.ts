import type { IToken } from 'chevrotain';
import { isBlank } from './characters.ts';
import type { CellNode } from './syntax-tree.ts';
import { Emphasis, Escape, LineBreakTag } from './tokens.ts';

/** Gathers the pieces of a row's cells as the row rule meets them. One instance serves all rows, one after the other. */
export class CellBuilder {
  #cells: CellNode[] = [];
  #base = 0;
  /** First and last code unit of the cell's content; -1 while there is none. */
  #start = -1;
  #end = -1;
  #value = '';
  /** Where the present cell begins, directly after its separator. */
  #from = 0;
  /** A blank directly after the separator: content would stand behind it. */
  #padding = 0;

  /** `base` is the offset of the row, `from` where its first cell begins. */
  begin(base: number, from: number): void {
    this.#cells = [];
    this.#base = base;
    this.#reset(from);
  }

  #reset(from: number): void {
    this.#from = from;
    this.#padding = 0;
    this.#start = -1;
    this.#end = -1;
    this.#value = '';
  }

  add(piece: IToken): void {
    const start = this.#base + piece.startOffset;
    const image = piece.image;
    if (piece.tokenType === Emphasis) {
      this.#widen(start, start + image.length);
      return;
    }
    if (piece.tokenType === Escape) {
      this.#widen(start, start + image.length);
      this.#value += image.slice(1);
      return;
    }
    if (piece.tokenType === LineBreakTag) {
      this.#widen(start, start + image.length);
      this.#value += '\n';
      return;
    }
    let first = 0;
    let last = image.length;
    while (first < last && isBlank(image.charCodeAt(first))) first++;
    while (last > first && isBlank(image.charCodeAt(last - 1))) last--;
    if (start === this.#from && first > 0) this.#padding = 1;
    if (first < last) this.#widen(start + first, start + last);
    this.#value += image;
  }

  #widen(start: number, end: number): void {
    if (this.#start < 0) this.#start = start;
    this.#end = end;
  }

  /** A bar or TAB ends the present cell. */
  separate(separator: IToken): void {
    this.#close();
    this.#reset(this.#base + separator.startOffset + separator.image.length);
  }

  #close(): void {
    const value = trim(this.#value);
    if (this.#start < 0) {
      const at = this.#from + this.#padding;
      this.#cells.push({ start: at, end: at, value });
    } else this.#cells.push({ start: this.#start, end: this.#end, value });
  }

  /** After its last bar a bar row has a cell only where something stands; after its last TAB a TAB row has one always. */
  finish(delimiter: 'bar' | 'tab'): readonly CellNode[] {
    if (delimiter === 'tab' || this.#start >= 0) this.#close();
    return this.#cells;
  }
}

function trim(value: string): string {
  let first = 0;
  let last = value.length;
  while (first < last && isBlankOrBreak(value.charCodeAt(first))) first++;
  while (last > first && isBlankOrBreak(value.charCodeAt(last - 1))) last--;
  return first === 0 && last === value.length ? value : value.slice(first, last);
}

function isBlankOrBreak(code: number): boolean {
  return code === 0x0a || isBlank(code);
}
