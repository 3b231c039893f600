import type { IToken } from 'chevrotain';
import { GroupMark, ItemMark } from './claim-tokens.ts';
import { PendingText } from './pending-text.ts';
import type { BreakPhrase, PathPhrase, Phrase, Sentence, ValuePhrase, Words } from './phrase.ts';
import type { Squeezed } from './squeeze.ts';
import { endOf, TokenPlaces } from './token-places.ts';
import { AND_SO_ON } from './words.ts';

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** A list that has begun: where its word stands and where its items part. */
interface OpenList {
  readonly start: number;
  readonly itemsFrom: number;
  readonly subject: Words | undefined;
  readonly commas: number[];
}

/** Brackets within brackets beyond this are read as commas. */
const DEEPEST_BRACKETS = 8;

/**
 * Text that looks for its claim, and the phrases made so far. Text is held until it is known whose it is: the subject of a
 * figure, an item of a list, part of a path, the object of 没有, or nobody's.
 */
export class HeldText {
  readonly places: TokenPlaces;
  readonly sentences: Sentence[] = [];
  #phrases: Phrase[] = [];
  #sentenceStart = 0;
  #pending: PendingText;
  /** Text before the brackets that are open, outermost first. */
  readonly #around: PendingText[] = [];
  #path: Draft<PathPhrase> | undefined;
  #list: OpenList | undefined;
  /** Squeezed offset of the word that denies; -1 where none waits for its object. */
  #denied = -1;
  /** The last value, while the text behind it may still name it; and the squeezed offset where it ends. */
  #lastValue: Draft<ValuePhrase> | undefined;
  #lastValueEnd = -1;

  constructor(squeezed: Squeezed) {
    this.places = new TokenPlaces(squeezed);
    this.#pending = new PendingText(squeezed);
  }

  /** The phrase made last in this sentence. */
  get last(): Phrase | undefined {
    return this.#phrases[this.#phrases.length - 1];
  }

  get isDenied(): boolean {
    return this.#denied >= 0;
  }

  get isAside(): boolean {
    return this.#around.length > 0;
  }

  push(phrase: Phrase): void {
    this.#phrases.push(phrase);
  }

  /** Text behind the value may name it. */
  pushValue(phrase: ValuePhrase, end: number): void {
    this.#phrases.push(phrase);
    this.#lastValue = phrase;
    this.#lastValueEnd = end;
  }

  replaceLast(phrase: Phrase): void {
    this.#phrases[this.#phrases.length - 1] = phrase;
  }

  // ---- text comes ---------------------------------------------------------------------------------------------------------

  add(start: number, end: number): void {
    this.#pending.add(start, end);
  }

  /** 没有: what stood before (我部门, 2023年度) names no quantity. */
  deny(found: IToken): void {
    this.forget();
    this.#denied = found.startOffset;
  }

  /** 主要包括: names follow. */
  beginList(found: IToken): void {
    const subject = this.subject();
    this.#list = { start: found.startOffset, itemsFrom: endOf(found), subject, commas: [] };
  }

  /** 、: part of the text around it, or a mark between values. */
  enumeration(found: IToken): boolean {
    this.#list?.commas.push(found.startOffset);
    if (!this.#pending.empty) this.#pending.add(found.startOffset, endOf(found));
    else if (!this.#list) return false;
    return true;
  }

  /** A bracket with figures or sentences in it stands aside: its words are no part of the subject around it. */
  open(found: IToken): void {
    if (this.#list) {
      this.#pending.add(found.startOffset, endOf(found));
      return;
    }
    if (!this.#pending.empty && this.#around.length < DEEPEST_BRACKETS) {
      this.#settleAfter();
      this.#around.push(this.#pending.setAside());
    }
    this.break('open', found);
  }

  close(found: IToken): void {
    if (this.#list) {
      this.#pending.add(found.startOffset, endOf(found));
      return;
    }
    this.break('close', found);
    const around = this.#around.pop();
    if (around) this.#pending = around;
  }

  /** （类）: the words before it are a name of that level. */
  pathMark(found: IToken): void {
    const level =
      found.tokenType === ItemMark ? 'item' : found.tokenType === GroupMark ? 'group' : 'class';
    const path = this.#path;
    const isTaken =
      path?.[level] !== undefined ||
      (path && level === 'class') ||
      (path?.item && level !== 'item');
    if (path && isTaken) {
      this.#pushPath();
      const at = this.places.range(found.startOffset, found.startOffset);
      this.#phrases.push({ kind: 'break', strength: 'enumeration', ...at });
    }
    const name = this.#pending.take();
    if (!name) return;
    const { start, end } = name;
    const draft = this.#path ?? {
      kind: 'path',
      class: undefined,
      group: undefined,
      item: undefined,
      start,
      end,
    };
    draft[level] = name;
    draft.end = this.places.rangeOf(found).end;
    this.#path = draft;
  }

  // ---- text goes ------------------------------------------------------------------------------------------------------------

  /** The text held, as the subject of a claim. */
  subject(): Words | undefined {
    this.#settleAfter();
    const list = this.#list;
    if (list) {
      // A figure stands in it, so it is no list of names: its parts are named one by one.
      this.#list = undefined;
      const { subject } = list;
      const range = this.places.range(list.start, list.itemsFrom);
      this.#phrases.push({ kind: 'among', subject, ...range });
    }
    this.#pushPath();
    this.#denied = -1;
    return this.#pending.take();
  }

  /** Where a claim begins: with its subject. */
  startOfSubject(otherwise: number): number {
    return this.#pending.empty ? otherwise : this.#pending.start;
  }

  /** The text held names nothing; what it was. */
  forget(): Words | undefined {
    this.#settleAfter();
    this.#denied = -1;
    return this.#pending.take();
  }

  break(strength: BreakPhrase['strength'], found: IToken): void {
    this.flush(found.startOffset, strength === 'comma');
    const start = this.places.startOf(found);
    this.#phrases.push({ kind: 'break', strength, start, end: this.places.endOf(found) });
  }

  /** Puts away the text that nobody claimed, at a mark of punctuation. */
  flush(at: number, isComma = false): void {
    this.#settleAfter();
    if (this.#list) {
      this.#closeList(this.#list, at);
      // A path among its items belongs to this sentence too.
      this.#pushPath();
      return;
    }
    this.#pushPath();
    const denied = this.#denied;
    this.#denied = -1;
    const words = this.#pending.take();
    if (!words) return;
    const { start, end, text } = words;
    if (denied >= 0) {
      const from = this.places.squeezed.startOf(denied);
      this.#phrases.push({ kind: 'absence', subject: words, start: from, end });
    } else if (isComma && text.length > 2 && text.endsWith('中')) {
      // 决算中，: what follows are parts of it.
      const subject = { ...words, text: text.slice(0, -1) };
      this.#phrases.push({ kind: 'among', subject, start, end });
    } else this.#phrases.push({ kind: 'text', words, start, end });
  }

  endSentence(end: number): void {
    if (this.#phrases.length > 0) {
      const range = this.places.range(this.#sentenceStart, end);
      this.sentences.push({ phrases: this.#phrases, ...range });
      this.#phrases = [];
    }
    this.#sentenceStart = end;
    this.#lastValue = undefined;
    this.#around.length = 0;
  }

  #pushPath(): void {
    const path = this.#path;
    if (!path) return;
    this.#path = undefined;
    this.#phrases.push(path);
  }

  /** The text directly behind the last value may be what it counts: 7个项目自评等级为优. */
  #settleAfter(): void {
    const value = this.#lastValue;
    if (!value || this.#pending.empty) return;
    this.#lastValue = undefined;
    if (this.#pending.start === this.#lastValueEnd) value.after = this.#pending.peek();
  }

  #closeList(list: OpenList, at: number): void {
    this.#list = undefined;
    this.#pending.clear();
    const rest = this.places.text.slice(list.commas.at(-1) ?? list.itemsFrom, at);
    const more = AND_SO_ON.find((word) => rest.endsWith(word));
    const items: Words[] = [];
    let from = list.itemsFrom;
    for (const to of [...list.commas, at - (more?.length ?? 0)]) {
      if (to > from) items.push(this.places.words(from, to));
      from = to + 1;
    }
    if (items.length === 0) return;
    const { subject } = list;
    const range = this.places.range(list.start, at);
    this.#phrases.push({ kind: 'list', subject, items, open: more !== undefined, ...range });
  }
}
