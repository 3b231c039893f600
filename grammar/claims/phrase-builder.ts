import type { IToken } from 'chevrotain';
import type { ProseNumber } from '../prose-number.ts';
import { Decrease, GroupMark, Increase, ItemMark } from './claim-tokens.ts';
import { PendingText } from './pending-text.ts';
import type {
  Base,
  BreakPhrase,
  Closeness,
  Direction,
  Distribution,
  LevelPhrase,
  PathPhrase,
  Phrase,
  Sentence,
  ValuePhrase,
  Words,
} from './phrase.ts';
import type { Squeezed } from './squeeze.ts';
import {
  AND_SO_ON,
  BUDGET,
  CLOSENESS_AFTER,
  CLOSENESS_BEFORE,
  COMPARED,
  COMPARING,
  COMPARING_OR_JOINING,
  COMPLETIONS,
  GREATER_OR_LESS,
  HEDGES,
  LEVELS,
  UNTIL,
  YEAR_ON_YEAR,
} from './words.ts';

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
 * Makes phrases of what the grammar recognises. Text is held until it is known whose it is: the subject of a figure, an
 * item of a list, the object of 没有, or nobody's.
 */
export class PhraseBuilder {
  readonly sentences: Sentence[] = [];
  readonly #squeezed: Squeezed;
  readonly #text: string;
  #pending: PendingText;
  #phrases: Phrase[] = [];
  #sentenceStart = 0;
  /** Text before the brackets that are open, outermost first. */
  readonly #around: PendingText[] = [];
  #path: Draft<PathPhrase> | undefined;
  #list: OpenList | undefined;
  /** Squeezed offset of the word that denies; -1 where none waits for its object. */
  #denied = -1;
  #distribution: Distribution = 'one';
  #closeness: Closeness = 'exact';
  /** The last value, while the text behind it may still name it; and the squeezed offset where it ends. */
  #lastValue: Draft<ValuePhrase> | undefined;
  #lastValueEnd = -1;
  #lastAgainst:
    | { readonly base: Base; readonly words: Words; readonly year: ProseNumber | undefined }
    | undefined;

  constructor(squeezed: Squeezed) {
    this.#squeezed = squeezed;
    this.#text = squeezed.text;
    this.#pending = new PendingText(squeezed);
  }

  /** After the last token. */
  finish(): void {
    this.#flush(this.#text.length);
    this.#endSentence(this.#text.length);
  }

  // ---- text ---------------------------------------------------------------------------------------------------------

  text(found: IToken): void {
    this.#pending.add(found.startOffset, endOf(found));
    this.#reset();
  }

  /** 为 before a figure: cut off from the subject. */
  copula(_found: IToken): void {}

  each(_found: IToken): void {
    this.#distribution = 'each';
  }

  respectively(_found: IToken): void {
    this.#distribution = 'respectively';
  }

  closeness(found: IToken): void {
    this.#closeness = closenessOf(found.image, CLOSENESS_BEFORE) ?? 'exact';
  }

  /** A number without unit: whatever it says, the text before it is not the subject of what follows. */
  bare(found: IToken): void {
    this.#flush(found.startOffset);
    this.#reset();
  }

  year(found: IToken): void {
    // A year in brackets is part of a name.
    if (this.#around.length > 0) return;
    const number = this.#squeezed.numberAt(found.startOffset);
    this.#phrases.push({ kind: 'year', number, ...this.#range(found.startOffset, endOf(found)) });
  }

  /** A day or month: what stands before it (截至) names no quantity. */
  date(found: IToken): void {
    this.#settleAfter();
    const before = this.#pending.take();
    if (before && UNTIL.some((word) => before.text.endsWith(word))) this.#break('semicolon', found);
  }

  // ---- punctuation ----------------------------------------------------------------------------------------------------

  comma(found: IToken): void {
    this.#break('comma', found);
  }

  colon(found: IToken): void {
    this.#break('colon', found);
  }

  semicolon(found: IToken): void {
    this.#break('semicolon', found);
  }

  item(found: IToken): void {
    this.#break('item', found);
  }

  /** A bracket with figures or sentences in it stands aside: its words are no part of the subject around it. */
  open(found: IToken): void {
    if (this.#list) {
      this.text(found);
      return;
    }
    if (!this.#pending.empty && this.#around.length < DEEPEST_BRACKETS) {
      this.#settleAfter();
      this.#around.push(this.#pending.setAside());
    }
    this.#break('open', found);
  }

  close(found: IToken): void {
    if (this.#list) {
      this.text(found);
      return;
    }
    this.#break('close', found);
    const around = this.#around.pop();
    if (around) this.#pending = around;
  }

  enumeration(found: IToken): void {
    if (this.#list) this.#list.commas.push(found.startOffset);
    if (!this.#pending.empty) this.#pending.add(found.startOffset, endOf(found));
    else if (!this.#list) this.#break('enumeration', found);
  }

  stop(found: IToken): void {
    this.#flush(found.startOffset);
    this.#endSentence(endOf(found));
  }

  // ---- claims -----------------------------------------------------------------------------------------------------------

  isAmount(found: IToken): boolean {
    const number = this.#squeezed.numberAt(found.startOffset);
    return number?.kind === 'amount' && number.upper === undefined;
  }

  value(figures: readonly IToken[]): void {
    const first = figures[0] as IToken;
    const last = figures[figures.length - 1] as IToken;
    const numbers = this.#numbers(figures);
    const denied = this.#denied >= 0;
    const start = this.#startOfSubject(first.startOffset);
    const subject = this.#subject();
    if (denied) {
      this.#reset();
      return;
    }
    const phrase: Draft<ValuePhrase> = {
      kind: 'value',
      subject,
      figures: numbers,
      distribution: this.#distribution,
      closeness: this.#closenessOf(last),
      after: undefined,
      ...this.#range(start, first.startOffset + 1),
      end: (numbers[numbers.length - 1] as ProseNumber).end,
    };
    this.#phrases.push(phrase);
    this.#lastValue = phrase;
    this.#lastValueEnd = endOf(last);
    this.#lastAgainst = undefined;
    this.#reset();
  }

  share(
    start: IToken,
    words: readonly IToken[] | undefined,
    baseFigure: IToken | undefined,
    figures: readonly IToken[] | undefined,
  ): void {
    if (!figures || !this.#allPercentages(figures)) {
      this.#notAClaim(start, [...(words ?? []), ...(baseFigure ? [baseFigure] : [])], figures);
      return;
    }
    const from = this.#startOfSubject(start.startOffset);
    const subject = this.#subject();
    this.#phrases.push({
      kind: 'share',
      subject,
      base: words && this.#wordsOf(words),
      baseYear: words && this.#numbers(words).find(({ kind }) => kind === 'year'),
      baseFigure: baseFigure && this.#squeezed.numberAt(baseFigure.startOffset),
      figures: this.#numbers(figures),
      closeness: this.#closenessOf(figures[figures.length - 1] as IToken),
      ...this.#rangeTo(from, figures),
    });
    this.#reset();
  }

  /** 比重为5%; a lone 的 before a percentage is no claim. */
  shareTail(start: IToken, figures: readonly IToken[] | undefined): void {
    if (start.image.startsWith('的')) this.#notAClaim(start, [], figures);
    else this.share(start, undefined, undefined, figures);
  }

  completion(
    start: IToken,
    named: boolean,
    baseFigure: IToken | undefined,
    figures: readonly IToken[] | undefined,
  ): void {
    if (!figures || !this.#allPercentages(figures)) {
      this.#notAClaim(start, baseFigure ? [baseFigure] : [], figures);
      return;
    }
    const from = this.#startOfSubject(start.startOffset);
    const subject = this.#subject();
    const baseStart = start.startOffset + lengthOfFirst(start.image, COMPLETIONS);
    this.#phrases.push({
      kind: 'completion',
      subject,
      base: named ? this.#words(baseStart, endOf(start)) : undefined,
      baseFigure: baseFigure && this.#squeezed.numberAt(baseFigure.startOffset),
      figures: this.#numbers(figures),
      closeness: this.#closenessOf(figures[figures.length - 1] as IToken),
      ...this.#rangeTo(from, figures),
    });
    this.#reset();
  }

  change(start: IToken, figures: readonly IToken[] | undefined): void {
    if (!figures) {
      this.#notAClaim(start, [], figures);
      return;
    }
    const from = this.#startOfSubject(start.startOffset);
    const subject = this.#subject();
    const numbers = this.#numbers(figures);
    const distribution =
      this.#distribution === 'one' && start.image.includes('分别')
        ? 'respectively'
        : this.#distribution;
    this.#phrases.push({
      kind: numbers[0]?.kind === 'percentage' ? 'rate' : 'change',
      subject,
      direction: directionOf(start),
      distribution,
      figures: numbers,
      closeness: this.#closenessOf(figures[figures.length - 1] as IToken),
      ...this.#rangeTo(from, figures),
    });
    this.#lastAgainst = undefined;
    this.#reset();
  }

  against(found: IToken, figure: IToken | undefined): void {
    const start = this.#startOfSubject(found.startOffset);
    const subject = this.#subject();
    const opener = lengthOfFirst(found.image, COMPARING, COMPARING_OR_JOINING);
    const base = YEAR_ON_YEAR.includes(found.image)
      ? {
          base: 'last-year' as const,
          words: this.#words(found.startOffset, endOf(found)),
          year: undefined,
        }
      : this.#baseAt(found.startOffset + opener, endOf(found));
    this.#lastAgainst = base;
    this.#phrases.push({
      kind: 'against',
      ...base,
      subject,
      formal: COMPARED.some((word) => word.length > 1 && found.image.endsWith(word)),
      figure: figure && this.#squeezed.numberAt(figure.startOffset),
      ...this.#rangeTo(start, [figure ?? found]),
    });
    this.#reset();
  }

  /** 与上年度收、支总计相比: what stood between names the base more closely. */
  compared(found: IToken): void {
    const last = this.#phrases[this.#phrases.length - 1];
    if (!this.#lastAgainst || last?.kind !== 'against') {
      this.text(found);
      return;
    }
    this.#pending.clear();
    this.#phrases[this.#phrases.length - 1] = { ...last, formal: true };
  }

  /** 持平, 不存在差异: with what, a word before must have said. */
  level(found: IToken): void {
    const against = this.#lastAgainst;
    const hedged = lengthOfFirst(found.image, HEDGES) > 0;
    if (!against || hedged) {
      this.text(found);
      return;
    }
    const relation = (LEVELS['≠'] as readonly string[]).includes(found.image) ? '≠' : '=';
    this.#pushLevel(relation, found, undefined, against);
    this.#lastAgainst = undefined;
  }

  /** 大于年初预算数 */
  greaterOrLess(found: IToken): void {
    for (const relation of ['>', '<', '='] as const) {
      const length = lengthOfFirst(found.image, GREATER_OR_LESS[relation]);
      if (length === 0) continue;
      const subject = this.#subject();
      const base = this.#baseAt(found.startOffset + length, endOf(found));
      this.#pushLevel(relation, found, subject, base);
      return;
    }
  }

  absence(found: IToken): void {
    this.#settleAfter();
    // What stood before (我部门, 2023年度) names no quantity.
    this.#pending.clear();
    this.#denied = found.startOffset;
    this.#reset();
  }

  list(found: IToken): void {
    const subject = this.#subject();
    this.#list = {
      start: found.startOffset,
      itemsFrom: endOf(found),
      subject,
      commas: [],
    };
  }

  among(found: IToken): void {
    this.#flush(found.startOffset);
    this.#phrases.push({
      kind: 'among',
      subject: undefined,
      ...this.#range(found.startOffset, endOf(found)),
    });
  }

  reason(found: IToken): void {
    this.#pending.clear();
    this.#denied = -1;
    this.#phrases.push({ kind: 'reason', ...this.#range(found.startOffset, endOf(found)) });
  }

  /** （类）: the words before it are a name of that level. */
  pathMark(found: IToken): void {
    const level =
      found.tokenType === ItemMark ? 'item' : found.tokenType === GroupMark ? 'group' : 'class';
    const path = this.#path;
    const taken =
      path?.[level] !== undefined ||
      (path && level === 'class') ||
      (path?.item && level !== 'item');
    if (path && taken) {
      this.#pushPath();
      this.#phrases.push({
        kind: 'break',
        strength: 'enumeration',
        ...this.#range(found.startOffset, found.startOffset),
      });
    }
    const name = this.#pending.take();
    if (!name) return;
    const draft = this.#path ?? {
      kind: 'path',
      class: undefined,
      group: undefined,
      item: undefined,
      start: name.start,
      end: name.end,
    };
    draft[level] = name;
    draft.end = this.#squeezed.endOf(endOf(found));
    this.#path = draft;
    this.#reset();
  }

  // ---- what all share ------------------------------------------------------------------------------------------------------

  #reset(): void {
    this.#distribution = 'one';
    this.#closeness = 'exact';
  }

  #break(strength: BreakPhrase['strength'], found: IToken): void {
    this.#flush(found.startOffset, strength === 'comma');
    this.#phrases.push({
      kind: 'break',
      strength,
      ...this.#range(found.startOffset, endOf(found)),
    });
    this.#reset();
    if (strength === 'semicolon' || strength === 'item') this.#lastAgainst = undefined;
  }

  /** Puts away the text that nobody claimed, at a mark of punctuation. */
  #flush(at: number, comma = false): void {
    this.#settleAfter();
    if (this.#list) {
      this.#closeList(at);
      return;
    }
    this.#pushPath();
    const denied = this.#denied;
    this.#denied = -1;
    const words = this.#pending.take();
    if (!words) return;
    if (denied >= 0) {
      const start = this.#squeezed.startOf(denied);
      this.#phrases.push({ kind: 'absence', subject: words, start, end: words.end });
    } else if (comma && words.text.length > 2 && words.text.endsWith('中')) {
      // 决算中，: what follows are parts of it.
      const subject = { ...words, text: words.text.slice(0, -1) };
      this.#phrases.push({ kind: 'among', subject, start: words.start, end: words.end });
    } else this.#phrases.push({ kind: 'text', words, start: words.start, end: words.end });
  }

  /** The text held, as the subject of a claim. */
  #subject(): Words | undefined {
    this.#settleAfter();
    const list = this.#list;
    if (list) {
      // A figure stands in it, so it is no list of names: its parts are named one by one.
      this.#list = undefined;
      this.#phrases.push({
        kind: 'among',
        subject: list.subject,
        ...this.#range(list.start, list.itemsFrom),
      });
    }
    this.#pushPath();
    this.#denied = -1;
    return this.#pending.take();
  }

  /** Where a claim begins: with its subject. */
  #startOfSubject(otherwise: number): number {
    return this.#pending.empty ? otherwise : this.#pending.start;
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
    if (this.#pending.start !== this.#lastValueEnd) return;
    value.after = this.#pending.peek();
  }

  #closeList(at: number): void {
    const list = this.#list as OpenList;
    this.#list = undefined;
    this.#pending.clear();
    const items: Words[] = [];
    let open = false;
    let from = list.itemsFrom;
    for (const comma of [...list.commas, at]) {
      let to = comma;
      if (to === at) {
        const rest = this.#text.slice(from, to);
        const more = AND_SO_ON.find((word) => rest.endsWith(word));
        open = more !== undefined;
        to -= more?.length ?? 0;
      }
      if (to > from) items.push(this.#words(from, to));
      from = comma + 1;
    }
    if (items.length === 0) return;
    this.#phrases.push({
      kind: 'list',
      subject: list.subject,
      items,
      open,
      ...this.#range(list.start, at),
    });
  }

  /** What began like a claim and had no figure is text; figures in it stay unread. */
  #notAClaim(start: IToken, more: readonly IToken[], figures: readonly IToken[] | undefined): void {
    const end = more[more.length - 1] ?? start;
    this.#pending.add(start.startOffset, endOf(end));
    if (figures) this.#flush(endOf(end));
    this.#reset();
  }

  #pushLevel(
    relation: LevelPhrase['relation'],
    found: IToken,
    subject: Words | undefined,
    base: { readonly base: Base; readonly words: Words; readonly year: ProseNumber | undefined },
  ): void {
    const last = this.#phrases[this.#phrases.length - 1];
    // The comparison that came before and this word are one statement.
    const against = subject === undefined && last?.kind === 'against' ? last : undefined;
    if (against) this.#phrases.pop();
    const range = this.#range(found.startOffset, endOf(found));
    const named = subject ?? against?.subject;
    this.#pending.clear();
    this.#phrases.push({
      kind: 'level',
      relation,
      subject: named,
      ...base,
      start: named?.start ?? against?.start ?? range.start,
      end: range.end,
    });
    this.#reset();
  }

  #baseAt(
    start: number,
    end: number,
  ): { readonly base: Base; readonly words: Words; readonly year: ProseNumber | undefined } {
    const words = this.#words(start, end);
    const compared = COMPARED.find((word) => words.text.endsWith(word) && words.text !== word);
    const text = compared ? words.text.slice(0, -compared.length) : words.text;
    return {
      base: text.includes(BUDGET) ? 'budget' : 'last-year',
      words: compared ? this.#words(start, end - compared.length) : words,
      year: this.#squeezed.numberAt(start),
    };
  }

  #endSentence(end: number): void {
    if (this.#phrases.length > 0) {
      this.sentences.push({ phrases: this.#phrases, ...this.#range(this.#sentenceStart, end) });
      this.#phrases = [];
    }
    this.#sentenceStart = end;
    this.#lastAgainst = undefined;
    this.#lastValue = undefined;
    this.#around.length = 0;
    this.#reset();
  }

  #numbers(found: readonly IToken[]): ProseNumber[] {
    const numbers: ProseNumber[] = [];
    for (const { startOffset } of found) {
      const number = this.#squeezed.numberAt(startOffset);
      if (number) numbers.push(number);
    }
    return numbers;
  }

  #allPercentages(found: readonly IToken[]): boolean {
    return this.#numbers(found).every((number) => number.kind === 'percentage');
  }

  #closenessOf(last: IToken): Closeness {
    if (this.#closeness !== 'exact') return this.#closeness;
    if (this.#squeezed.numberAt(last.startOffset)?.isLoose) return 'at-least';
    return closenessOf(last.image.slice(1), CLOSENESS_AFTER) ?? 'exact';
  }

  /** Words over several tokens, years left out. */
  #wordsOf(found: readonly IToken[]): Words | undefined {
    const first = found[0];
    const last = found[found.length - 1];
    if (!first || !last) return undefined;
    let text = '';
    for (const one of found) {
      if (this.#squeezed.numberAt(one.startOffset) === undefined) text += one.image;
    }
    const gaps = found.some((one) => this.#squeezed.numberAt(one.startOffset) !== undefined);
    return { text, gaps, ...this.#range(first.startOffset, endOf(last)) };
  }

  #words(start: number, end: number): Words {
    return { text: this.#text.slice(start, end), gaps: false, ...this.#range(start, end) };
  }

  #range(start: number, end: number): { readonly start: number; readonly end: number } {
    const from = this.#squeezed.startOf(start);
    return { start: from, end: Math.max(from, this.#squeezed.endOf(end)) };
  }

  #rangeTo(start: number, found: readonly IToken[]): { start: number; end: number } {
    const last = found[found.length - 1] as IToken;
    const number = this.#squeezed.numberAt(last.startOffset);
    const end = number?.end ?? this.#squeezed.endOf(endOf(last));
    return { start: this.#squeezed.startOf(start), end };
  }
}

function endOf(found: IToken): number {
  return found.startOffset + found.image.length;
}

function closenessOf(
  image: string,
  words: Readonly<Record<Exclude<Closeness, 'exact'>, readonly string[]>>,
): Closeness | undefined {
  for (const closeness of ['about', 'at-least', 'at-most'] as const) {
    if (words[closeness].includes(image)) return closeness;
  }
  return undefined;
}

function directionOf({ tokenType }: IToken): Direction {
  return tokenType === Increase ? 'up' : tokenType === Decrease ? 'down' : 'unsaid';
}

/** Length of the longest of the words that the text begins with; 0 where it begins with none. */
function lengthOfFirst(text: string, ...lists: readonly (readonly string[])[]): number {
  let length = 0;
  for (const words of lists) {
    for (const word of words) {
      if (word.length > length && text.startsWith(word)) length = word.length;
    }
  }
  return length;
}
