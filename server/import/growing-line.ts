/** A written line that grows by what page and line breaks have cut off from it. */
import type { Range } from '../../grammar/syntax-tree.ts';
import { type Fragment, fragmentText, joinBlank } from './fragments.ts';

/** As much of a text as decides whether it goes on. */
const TAIL = 200;

export class GrowingLine implements Range {
  readonly start: number;
  readonly fragments: Fragment[];
  #end: number;
  #tail: string;

  constructor(fragments: readonly Fragment[], { start, end }: Range) {
    this.start = start;
    this.#end = end;
    this.fragments = [...fragments];
    this.#tail = fragmentText(fragments).slice(-TAIL);
  }

  get end(): number {
    return this.#end;
  }

  /** The end of the text; all of it where it is short. */
  get tail(): string {
    return this.#tail;
  }

  add(fragments: readonly Fragment[], end: number): void {
    const text = fragmentText(fragments);
    const blank = joinBlank(this.#tail, text);
    if (blank !== '') this.fragments.push(blank);
    for (const fragment of fragments) this.fragments.push(fragment);
    this.#tail = (this.#tail + blank + text).slice(-TAIL);
    this.#end = end;
  }
}
