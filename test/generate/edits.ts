/** What an author does to a report: types, pastes, deletes, takes back. */
import type { Random } from './random.ts';

/** Offsets are UTF-16 code units; `text` takes the place of what stands between. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const DIGITS = [...'0123456789'];

const PIECES = [
  '|',
  '｜',
  '\t',
  '[',
  ']',
  '](',
  '[12.6%](无)',
  '（',
  ')',
  '%',
  '万元',
  '，',
  '。',
  '-',
  '=',
  '\\',
  '#',
  '# ',
  '一、',
  '𠀀',
  '𠀀县𪚥局',
  'é',
  '\u3000',
  '\r\n',
  '\n',
  '\r',
  '\n\n',
  '\n## 八、其他重要事项的情况说明\n',
  '\n表 数据\n| 指标 | 本年 |\n| 馆藏 | 10 |\n',
  '\n公开03表\n',
  '\n设 甲 = 公开03表[合计].基本支出\n',
  '\n核对 公开03表.本年支出合计 = 公开03表.基本支出 + 公开03表.项目支出\n',
  '\n// gouji-disable-next-line sum/children -- 口径不同\n',
  '\n注：说明\n',
  '2023年度支出合计120.50万元，其中：基本支出98.20万元，占81.49%。',
  '比上年增加1.20万元，增长5%',
];

/** No deeper, so that the report stays one. */
const MOST_OPEN = 30;

/** Edits of a text, one after the other, many of them taken back later. */
export class Edits {
  readonly #random: Random;
  /** What takes the edits back that still stand, newest last. */
  readonly #back: Edit[] = [];
  #text: string;

  constructor(text: string, random: Random) {
    this.#text = text;
    this.#random = random;
  }

  /** After all edits so far. */
  get text(): string {
    return this.#text;
  }

  next(): Edit {
    const random = this.#random;
    const undone = random.chance(this.#back.length < MOST_OPEN ? 0.35 : 0.8);
    const back = undone ? this.#back.pop() : undefined;
    const wanted = back ?? this.#fresh();
    const start = this.#place(wanted.start);
    const edit = { start, end: Math.max(start, this.#place(wanted.end)), text: wanted.text };
    if (back === undefined) {
      const text = this.#text.slice(edit.start, edit.end);
      this.#back.push({ start: edit.start, end: edit.start + edit.text.length, text });
    }
    this.#text = applied(this.#text, edit);
    return edit;
  }

  /** No editor can point between the two halves of a line ending. */
  #place(offset: number): number {
    const at = Math.min(offset, this.#text.length);
    return this.#text[at - 1] === '\r' && this.#text[at] === '\n' ? at + 1 : at;
  }

  #fresh(): Edit {
    const random = this.#random;
    const text = this.#text;
    const at = random.integer(0, text.length);
    const digit = this.#after(/\d/g, at);
    switch (random.integer(0, 9)) {
      case 0:
      case 1:
      case 2:
        return { start: digit, end: digit, text: random.pick(DIGITS) };
      case 3:
        return { start: digit - 1, end: digit, text: random.pick(['', ...DIGITS]) };
      case 4:
        return { start: at, end: Math.min(at + random.integer(1, 4), text.length), text: '' };
      case 5:
      case 6:
        return { start: at, end: at, text: random.pick(PIECES) };
      case 7: {
        const [start, end] = this.#lines(at, random.integer(1, 3));
        return { start, end, text: '' };
      }
      case 8: {
        const [start, end] = this.#lines(at, random.integer(1, 8));
        const [place] = this.#lines(random.integer(0, text.length), 1);
        return { start: place, end: place, text: text.slice(start, end) };
      }
      default: {
        const end = Math.min(at + random.integer(0, 200), text.length);
        const from = random.integer(0, text.length);
        return { start: at, end, text: text.slice(from, from + random.integer(0, 200)) };
      }
    }
  }

  /** Behind the first match at or after an offset, else behind one before it; the text's start where there is none. */
  #after(pattern: RegExp, at: number): number {
    for (const from of [at, 0]) {
      pattern.lastIndex = from;
      const found = pattern.exec(this.#text);
      if (found) return found.index + found[0].length;
    }
    return Math.min(1, this.#text.length);
  }

  /** Whole lines around an offset. */
  #lines(at: number, count: number): [start: number, end: number] {
    const start = this.#text.lastIndexOf('\n', at - 1) + 1;
    let end = start;
    for (let line = 0; line < count; line++) {
      const feed = this.#text.indexOf('\n', end);
      end = feed < 0 ? this.#text.length : feed + 1;
    }
    return [start, end];
  }
}

export function applied(text: string, { start, end, text: piece }: Edit): string {
  return text.slice(0, start) + piece + text.slice(end);
}
