/**
 * A paragraph made ready for the lexer: blanks, line breaks, quotation and bold marks dropped, full-width characters as
 * half-width ones, and each number that was found put as one private-use character of its kind. So the words of a phrase
 * stand together however the line was broken, and a phrase is known by the kinds of its figures alone.
 */
import { isBlank, isLineEnd } from '../characters.ts';
import { paragraphSkips } from '../figures.ts';
import type { ProseNumber, ProseNumberKind } from '../prose-number.ts';
import type { Paragraph, Range, SyntaxTree } from '../syntax-tree.ts';
import { WIDTH_PAIRS } from '../width.ts';

/** The characters that stand for numbers. */
export const MARKS = {
  amount: '\ue000',
  percentage: '\ue001',
  points: '\ue002',
  count: '\ue003',
  score: '\ue004',
  /** A number without unit. */
  bare: '\ue005',
  year: '\ue006',
  date: '\ue007',
  numbering: '\ue008',
} as const satisfies Partial<Record<ProseNumberKind, string>>;

const FIRST_MARK = MARKS.amount.charCodeAt(0);
const LAST_MARK = MARKS.numbering.charCodeAt(0);

const MARK_OF = new Map<ProseNumberKind, number>(
  Object.entries(MARKS).map(([kind, mark]) => [kind as ProseNumberKind, mark.charCodeAt(0)]),
);

/** A squeezed paragraph, until the next one is squeezed: its offsets live in shared buffers. */
export interface Squeezed {
  readonly text: string;
  /** Source offset where the character at an offset of `text` begins. */
  startOf(offset: number): number;
  /** Source offset behind the character that ends at an offset of `text`. */
  endOf(offset: number): number;
  /** The number whose mark stands at an offset of `text`. */
  numberAt(offset: number): ProseNumber | undefined;
}

const DROP = 0;
const REPLACEMENT = 0xfffd;

/** Quotation marks, bold marks, and the brackets of bindings. */
const DROPPED = '"\'“”‘’「」『』〝〞＂＇*\\[]［］【】';

/** What becomes of the characters of three small blocks; others stay as they are. */
const ASCII = blockOf(0, 0x100);
const PUNCTUATION = blockOf(0x2000, 0x3020);
const FORMS = blockOf(0xff00, 0x10000);

function blockOf(from: number, to: number): Uint16Array {
  const block = new Uint16Array(to - from);
  for (let code = from; code < to; code++) {
    block[code - from] = isBlank(code) || isLineEnd(code) ? DROP : code;
  }
  const set = (code: number, becomes: number): void => {
    if (code >= from && code < to) block[code - from] = becomes;
  };
  for (const [form, plain] of WIDTH_PAIRS) {
    const code = form.charCodeAt(0);
    if (!isBlank(code)) set(code, plain.charCodeAt(0));
  }
  for (const mark of DROPPED) set(mark.charCodeAt(0), DROP);
  return block;
}

function folded(code: number): number {
  if (code >= 0x4e00 && code < 0xa000) return code;
  if (code < 0x100) return ASCII[code] as number;
  if (code >= 0x2000 && code < 0x3020) return PUNCTUATION[code - 0x2000] as number;
  if (code >= 0xff00) return FORMS[code - 0xff00] as number;
  // Characters of private use are ours here.
  return code >= 0xe000 && code <= 0xe0ff ? REPLACEMENT : code;
}

/** Buffers of the paragraph at hand, grown as needed; `Squeezed` is of use until the next paragraph is squeezed. */
let codes = new Uint16Array(4096);
let starts = new Int32Array(4096);

export function squeeze(
  tree: SyntaxTree,
  paragraph: Paragraph,
  numbers: readonly ProseNumber[],
): Squeezed {
  const length = paragraph.end - paragraph.start;
  if (codes.length < length) {
    codes = new Uint16Array(length * 2);
    starts = new Int32Array(length * 2);
  }
  const placed: ProseNumber[] = [];
  const placedAt: number[] = [];
  const skips = paragraphSkips(tree, paragraph);
  const { text } = tree;
  let size = 0;
  let skipAt = 0;
  let numberAt = 0;
  for (const line of paragraph.lines) {
    let at = line.start;
    const previous = size > 0 ? starts[size - 1] : -1;
    const last = placed[placed.length - 1];
    if (last !== undefined && last.start === previous && last.end > at) at = last.end;
    while (at < line.end) {
      const skip = skips[skipAt] as Range | undefined;
      if (skip !== undefined && at >= skip.start) {
        at = Math.max(at, skip.end);
        skipAt++;
        continue;
      }
      while ((numbers[numberAt]?.start ?? Number.POSITIVE_INFINITY) < at) numberAt++;
      const number = numbers[numberAt];
      if (number !== undefined && number.start === at) {
        numberAt++;
        const mark = MARK_OF.get(number.kind);
        if (mark !== undefined && number.end > at) {
          placed.push(number);
          placedAt.push(size);
          starts[size] = at;
          codes[size++] = mark;
          at = number.end;
          continue;
        }
      }
      // Up to where the next of them begins there are but characters.
      const stop = Math.min(
        line.end,
        skip?.start ?? line.end,
        numbers[numberAt]?.start ?? line.end,
      );
      do {
        const code = folded(text.charCodeAt(at));
        if (code !== DROP) {
          starts[size] = at;
          codes[size++] = code;
        }
        at++;
      } while (at < stop);
    }
  }
  return new SqueezedParagraph(
    textOf(codes, size),
    starts,
    placed,
    placedAt,
    text,
    paragraph.start,
  );
}

/** The units of the buffer as a string; in pieces, since a call takes only so many parameters. */
function textOf(units: Uint16Array, size: number): string {
  if (size <= PIECE) return fromUnits(units.subarray(0, size));
  const pieces: string[] = [];
  for (let at = 0; at < size; at += PIECE) {
    pieces.push(fromUnits(units.subarray(at, Math.min(size, at + PIECE))));
  }
  return pieces.join('');
}

const PIECE = 8192;

function fromUnits(units: Uint16Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[]);
}

class SqueezedParagraph implements Squeezed {
  readonly text: string;
  readonly #starts: Int32Array;
  readonly #placed: readonly ProseNumber[];
  readonly #placedAt: readonly number[];
  readonly #source: string;
  readonly #from: number;

  constructor(
    text: string,
    starts: Int32Array,
    placed: readonly ProseNumber[],
    placedAt: readonly number[],
    source: string,
    from: number,
  ) {
    this.text = text;
    this.#starts = starts;
    this.#placed = placed;
    this.#placedAt = placedAt;
    this.#source = source;
    this.#from = from;
  }

  startOf(offset: number): number {
    if (offset >= this.text.length) return this.endOf(this.text.length);
    return this.#starts[offset] ?? 0;
  }

  endOf(offset: number): number {
    if (this.text === '') return this.#from;
    if (offset <= 0) return this.#starts[0] ?? 0;
    const start = this.#starts[offset - 1] ?? 0;
    return this.numberAt(offset - 1)?.end ?? Math.min(start + 1, this.#source.length);
  }

  numberAt(offset: number): ProseNumber | undefined {
    const mark = this.text.charCodeAt(offset);
    if (!(mark >= FIRST_MARK && mark <= LAST_MARK)) return undefined;
    const at = this.#placedAt;
    let low = 0;
    let high = at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((at[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return at[low] === offset ? this.#placed[low] : undefined;
  }
}
