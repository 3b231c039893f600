/** The phrases of a vocabulary written out: `财政拨款收（、）?支总计` is two, `（自评|评价）得分` is two others. */
import { plainLabel } from '../report/label.ts';

/** A phrase that writes out to more than this is a fault of the data; a test says so. */
export const MOST_FORMS = 150;

/**
 * Every form of a phrase, width-folded, without blanks and quotation marks. Brackets that are neither followed by `?` nor
 * hold a `|` are part of the words.
 */
export function formsOf(phrase: string): readonly string[] {
  const source = plainLabel(phrase);
  if (!source.includes('(')) return [source];
  const { forms } = new Reader(source).sequence();
  return forms.length > MOST_FORMS ? forms.slice(0, MOST_FORMS) : forms;
}

/** What a phrase is looked up by: 授予中小企业的合同金额 and 授予中小企业合同金额 are one. */
export function phraseKey(words: string): string {
  return words.includes('的') ? words.replaceAll('的', '') : words;
}

/** Without its bracketed parts: 因公出国(境)费 is said 因公出国费 too. */
export function withoutBrackets(words: string): string {
  if (!words.includes('(') && !words.includes(')')) return words;
  let rest = '';
  let depth = 0;
  for (const character of words) {
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) rest += character;
  }
  return rest;
}

interface Sequence {
  readonly forms: readonly string[];
  /** Whether `|` parted it. */
  readonly alternatives: boolean;
}

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  sequence(): Sequence {
    const done: string[] = [];
    let alternatives = false;
    let forms: readonly string[] = [''];
    for (;;) {
      forms = join(forms, [this.#literal()]);
      const mark = this.#source[this.#at];
      if (mark === undefined || mark === ')') break;
      this.#at += 1;
      if (mark === '|') {
        alternatives = true;
        done.push(...forms);
        forms = [''];
      } else forms = join(forms, this.#group());
    }
    done.push(...forms);
    return { forms: done, alternatives };
  }

  /** Characters up to the next mark. */
  #literal(): string {
    const start = this.#at;
    while (this.#at < this.#source.length && !MARKS.includes(this.#source[this.#at] ?? '')) {
      this.#at += 1;
    }
    return this.#source.slice(start, this.#at);
  }

  #group(): readonly string[] {
    const inner = this.sequence();
    this.#at += 1;
    if (this.#source[this.#at] === '?') {
      this.#at += 1;
      return ['', ...inner.forms];
    }
    return inner.alternatives ? inner.forms : inner.forms.map((form) => `(${form})`);
  }
}

const MARKS = '()|';

function join(heads: readonly string[], tails: readonly string[]): readonly string[] {
  const [only, second] = tails;
  if (second === undefined) return only === '' ? heads : heads.map((head) => head + only);
  const joined: string[] = [];
  for (const head of heads) for (const tail of tails) joined.push(head + tail);
  return joined.length > MOST_FORMS ? joined.slice(0, MOST_FORMS) : joined;
}
