import type { IToken } from 'chevrotain';
import type { ProseNumber } from '../prose-number.ts';
import type { Range } from '../syntax-tree.ts';
import type { Words } from './phrase.ts';
import type { ClaimToken } from './scan-claims.ts';
import type { Squeezed } from './squeeze.ts';

/** Where the tokens of a squeezed paragraph stand in the source, and which numbers they are. */
export class TokenPlaces {
  readonly squeezed: Squeezed;
  readonly text: string;

  constructor(squeezed: Squeezed) {
    this.squeezed = squeezed;
    this.text = squeezed.text;
  }

  number({ startOffset }: IToken): ProseNumber | undefined {
    return this.squeezed.numberAt(startOffset);
  }

  numbers(found: readonly IToken[]): ProseNumber[] {
    const numbers: ProseNumber[] = [];
    for (const one of found) {
      const number = this.number(one);
      if (number) numbers.push(number);
    }
    return numbers;
  }

  /** Words over several tokens, years left out. */
  wordsOf(found: readonly IToken[]): Words | undefined {
    const first = found[0];
    const last = found[found.length - 1];
    if (!first || !last) return undefined;
    const said = found.filter((one) => this.number(one) === undefined);
    const text = said.map(({ image }) => image).join('');
    const gaps = said.length < found.length;
    return { text, gaps, ...this.range(first.startOffset, endOf(last)) };
  }

  words(start: number, end: number): Words {
    return { text: this.text.slice(start, end), gaps: false, ...this.range(start, end) };
  }

  /** Source range of a stretch of the squeezed text. */
  range(start: number, end: number): Range {
    const from = this.squeezed.startOf(start);
    return { start: from, end: Math.max(from, this.squeezed.endOf(end)) };
  }

  rangeOf(found: IToken): Range {
    return this.range(found.startOffset, endOf(found));
  }

  /** Where a token begins in the source. */
  startOf({ startOffset }: IToken): number {
    return this.squeezed.startOf(startOffset);
  }

  /** Where a token ends in the source. */
  endOf(found: IToken): number {
    return Math.max(this.startOf(found), this.squeezed.endOf(endOf(found)));
  }

  /** To the end of the last token's figure, without 左右 and the like behind it. */
  rangeTo(start: number, found: readonly IToken[]): Range {
    const last = found[found.length - 1] as IToken;
    const end = this.number(last)?.end ?? this.squeezed.endOf(endOf(last));
    return { start: this.squeezed.startOf(start), end };
  }
}

/** Squeezed offset behind a token. */
export function endOf(found: IToken): number {
  return (found as ClaimToken).end;
}
