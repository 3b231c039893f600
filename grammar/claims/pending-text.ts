import type { Words } from './phrase.ts';
import type { Squeezed } from './squeeze.ts';

/** Unknown text that has not found its claim yet. A year or a long bracket may stand within; it is no part of the words. */
export class PendingText {
  readonly #squeezed: Squeezed;
  /** Words before the last gap. */
  #before = '';
  /** Where the words begin, and the piece behind the last gap; offsets of the squeezed text. */
  #start = -1;
  #pieceStart = -1;
  #end = -1;

  constructor(squeezed: Squeezed) {
    this.#squeezed = squeezed;
  }

  get empty(): boolean {
    return this.#start < 0;
  }

  /** Squeezed offset of the first character; -1 where there is none. */
  get start(): number {
    return this.#start;
  }

  add(start: number, end: number): void {
    if (this.#start < 0) {
      this.#start = start;
      this.#pieceStart = start;
    } else if (start !== this.#end) {
      this.#before += this.#squeezed.text.slice(this.#pieceStart, this.#end);
      this.#pieceStart = start;
    }
    this.#end = end;
  }

  /** The text as it stands, to go on with later; a new one begins. */
  setAside(): PendingText {
    const aside = new PendingText(this.#squeezed);
    aside.#before = this.#before;
    aside.#start = this.#start;
    aside.#pieceStart = this.#pieceStart;
    aside.#end = this.#end;
    this.clear();
    return aside;
  }

  clear(): void {
    this.#before = '';
    this.#start = -1;
    this.#pieceStart = -1;
    this.#end = -1;
  }

  /** The words up to here. */
  peek(): Words | undefined {
    if (this.#start < 0) return undefined;
    return {
      start: this.#squeezed.startOf(this.#start),
      end: this.#squeezed.endOf(this.#end),
      text: this.#before + this.#squeezed.text.slice(this.#pieceStart, this.#end),
      gaps: this.#pieceStart > this.#start,
    };
  }

  /** The words up to here; the text is empty afterwards. */
  take(): Words | undefined {
    const words = this.peek();
    this.clear();
    return words;
  }
}
