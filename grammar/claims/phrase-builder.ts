import type { IToken } from 'chevrotain';
import type { ProseNumber } from '../prose-number.ts';
import { Decrease, Increase } from './claim-tokens.ts';
import { HeldText } from './held-text.ts';
import type {
  Base,
  BreakPhrase,
  Closeness,
  Direction,
  Distribution,
  LevelPhrase,
  Sentence,
  Words,
} from './phrase.ts';
import type { Squeezed } from './squeeze.ts';
import { endOf, type TokenPlaces } from './token-places.ts';
import { closenessAfter, closenessBefore, lengthOfFirst } from './word-matches.ts';
import {
  BUDGET,
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

/** What is compared with, as it was named. */
interface NamedBase {
  readonly base: Base;
  readonly words: Words;
  readonly year: ProseNumber | undefined;
}

type Figures = readonly IToken[] | undefined;

/** Makes phrases of what the grammar recognises. */
export class PhraseBuilder {
  readonly #held: HeldText;
  readonly #places: TokenPlaces;
  #distribution: Distribution = 'one';
  #closeness: Closeness = 'exact';
  /** The comparison that a word like 持平 would belong to. */
  #lastAgainst: NamedBase | undefined;

  constructor(squeezed: Squeezed) {
    this.#held = new HeldText(squeezed);
    this.#places = this.#held.places;
  }

  /** After the last token: all sentences. */
  finish(): Sentence[] {
    const end = this.#places.text.length;
    this.#held.flush(end);
    this.#held.endSentence(end);
    return this.#held.sentences;
  }

  // ---- text and punctuation ---------------------------------------------------------------------------------------------

  text(found: IToken): void {
    this.#held.add(found.startOffset, endOf(found));
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
    this.#closeness = closenessBefore(found.image);
  }

  /** A number without unit: whatever it says, the text before it is not the subject of what follows. */
  bare(found: IToken): void {
    this.#held.flush(found.startOffset);
    this.#reset();
  }

  year(found: IToken): void {
    // A year in brackets is part of a name.
    if (this.#held.isAside) return;
    const number = this.#places.number(found);
    this.#held.push({ kind: 'year', number, ...this.#places.rangeOf(found) });
  }

  /** A day or month: what stands before it (截至) names no quantity. */
  date(found: IToken): void {
    const before = this.#held.forget();
    if (before && UNTIL.some((word) => before.text.endsWith(word))) this.#break('semicolon', found);
  }

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

  open(found: IToken): void {
    this.#held.open(found);
    this.#reset();
  }

  close(found: IToken): void {
    this.#held.close(found);
    this.#reset();
  }

  enumeration(found: IToken): void {
    if (!this.#held.enumeration(found)) this.#break('enumeration', found);
  }

  stop(found: IToken): void {
    this.#held.flush(found.startOffset);
    this.#held.endSentence(endOf(found));
    this.#lastAgainst = undefined;
    this.#reset();
  }

  // ---- claims -----------------------------------------------------------------------------------------------------------

  isAmount(found: IToken): boolean {
    const number = this.#places.number(found);
    return number?.kind === 'amount' && number.upper === undefined;
  }

  value(found: readonly IToken[]): void {
    const [first] = found;
    const last = found[found.length - 1];
    if (!first || !last) return;
    const { isDenied } = this.#held;
    const start = this.#held.startOfSubject(first.startOffset);
    const subject = this.#held.subject();
    if (!isDenied) {
      const figures = this.#places.numbers(found);
      const distribution = this.#distribution;
      const closeness = this.#closenessOf(last);
      const range = this.#places.rangeTo(start, found);
      this.#held.pushValue(
        { kind: 'value', subject, figures, distribution, closeness, after: undefined, ...range },
        endOf(last),
      );
      this.#lastAgainst = undefined;
    }
    this.#reset();
  }

  share(
    start: IToken,
    words: readonly IToken[] | undefined,
    baseFigure: IToken | undefined,
    found: Figures,
  ): void {
    if (!found || !this.#arePercentages(found)) {
      this.#notAClaim(start, [...(words ?? []), ...(baseFigure ? [baseFigure] : [])], found);
      return;
    }
    const places = this.#places;
    const years = words && places.numbers(words);
    this.#held.push({
      kind: 'share',
      ...this.#claim(start, found),
      base: words && places.wordsOf(words),
      baseYear: years?.find(({ kind }) => kind === 'year'),
      baseFigure: baseFigure && places.number(baseFigure),
    });
    this.#reset();
  }

  /** 比重为5%; a lone 的 before a percentage is no claim. */
  shareTail(start: IToken, found: Figures): void {
    if (start.image.startsWith('的')) this.#notAClaim(start, [], found);
    else this.share(start, undefined, undefined, found);
  }

  /** `named`: the token holds the words of the budget. */
  completion(start: IToken, named: boolean, baseFigure: IToken | undefined, found: Figures): void {
    if (!found || !this.#arePercentages(found)) {
      this.#notAClaim(start, baseFigure ? [baseFigure] : [], found);
      return;
    }
    const baseStart = start.startOffset + lengthOfFirst(start.image, COMPLETIONS);
    this.#held.push({
      kind: 'completion',
      ...this.#claim(start, found),
      base: named ? this.#places.words(baseStart, endOf(start)) : undefined,
      baseFigure: baseFigure && this.#places.number(baseFigure),
    });
    this.#reset();
  }

  change(start: IToken, found: Figures): void {
    if (!found) {
      this.#notAClaim(start, [], found);
      return;
    }
    const pairsOff = this.#distribution === 'one' && start.image.includes('分别');
    const distribution = pairsOff ? 'respectively' : this.#distribution;
    const claim = this.#claim(start, found);
    const kind = claim.figures[0]?.kind === 'percentage' ? 'rate' : 'change';
    this.#held.push({ kind, ...claim, direction: directionOf(start), distribution });
    this.#lastAgainst = undefined;
    this.#reset();
  }

  against(found: IToken, figure: IToken | undefined): void {
    const start = this.#held.startOfSubject(found.startOffset);
    const subject = this.#held.subject();
    const base = this.#baseOf(found);
    this.#lastAgainst = base;
    this.#held.push({
      kind: 'against',
      ...base,
      subject,
      formal: COMPARED.some((word) => word.length > 1 && found.image.endsWith(word)),
      figure: figure && this.#places.number(figure),
      ...this.#places.rangeTo(start, [figure ?? found]),
    });
    this.#reset();
  }

  /** 与上年度收、支总计相比: what stood between names the base more closely. */
  compared(found: IToken): void {
    const { last } = this.#held;
    if (!this.#lastAgainst || last?.kind !== 'against') {
      this.text(found);
      return;
    }
    this.#held.forget();
    this.#held.replaceLast({ ...last, formal: true });
  }

  /** 持平, 不存在差异: with what, a word before must have said. */
  level(found: IToken): void {
    const against = this.#lastAgainst;
    const isHedged = lengthOfFirst(found.image, HEDGES) > 0;
    if (!against || isHedged) {
      this.text(found);
      return;
    }
    const isUnequal = (LEVELS['≠'] as readonly string[]).includes(found.image);
    this.#pushLevel(isUnequal ? '≠' : '=', found, undefined, against);
    this.#lastAgainst = undefined;
  }

  /** 大于年初预算数 */
  greaterOrLess(found: IToken): void {
    for (const relation of ['>', '<', '='] as const) {
      const length = lengthOfFirst(found.image, GREATER_OR_LESS[relation]);
      if (length === 0) continue;
      const subject = this.#held.subject();
      const base = this.#baseAt(found.startOffset + length, endOf(found));
      this.#pushLevel(relation, found, subject, base);
      return;
    }
  }

  absence(found: IToken): void {
    this.#held.deny(found);
    this.#reset();
  }

  list(found: IToken): void {
    this.#held.beginList(found);
  }

  among(found: IToken): void {
    this.#held.flush(found.startOffset);
    this.#held.push({ kind: 'among', subject: undefined, ...this.#places.rangeOf(found) });
  }

  reason(found: IToken): void {
    this.#held.forget();
    this.#held.push({ kind: 'reason', ...this.#places.rangeOf(found) });
  }

  pathMark(found: IToken): void {
    this.#held.pathMark(found);
    this.#reset();
  }

  // ---- what claims share ---------------------------------------------------------------------------------------------------

  #reset(): void {
    this.#distribution = 'one';
    this.#closeness = 'exact';
  }

  #break(strength: BreakPhrase['strength'], found: IToken): void {
    this.#held.break(strength, found);
    this.#reset();
    if (strength === 'semicolon' || strength === 'item') this.#lastAgainst = undefined;
  }

  /** Subject, figures, closeness and range of a claim that begins with a word of its own. */
  #claim(start: IToken, found: readonly IToken[]) {
    const from = this.#held.startOfSubject(start.startOffset);
    const subject = this.#held.subject();
    const closeness = this.#closenessOf(found[found.length - 1]);
    const range = this.#places.rangeTo(from, found);
    return { subject, figures: this.#places.numbers(found), closeness, ...range };
  }

  /** What began like a claim and had no figure is text; figures in it stay unread. */
  #notAClaim(start: IToken, more: readonly IToken[], figures: Figures): void {
    const end = endOf(more[more.length - 1] ?? start);
    this.#held.add(start.startOffset, end);
    if (figures) this.#held.flush(end);
    this.#reset();
  }

  #pushLevel(
    relation: LevelPhrase['relation'],
    found: IToken,
    subject: Words | undefined,
    base: NamedBase,
  ): void {
    const { last } = this.#held;
    const range = this.#places.rangeOf(found);
    // The comparison that came before and this word are one statement.
    const against = subject === undefined && last?.kind === 'against' ? last : undefined;
    const named = subject ?? against?.subject;
    const start = named?.start ?? against?.start ?? range.start;
    this.#held.forget();
    const phrase = {
      kind: 'level',
      relation,
      subject: named,
      ...base,
      start,
      end: range.end,
    } as const;
    if (against) this.#held.replaceLast(phrase);
    else this.#held.push(phrase);
    this.#reset();
  }

  #baseOf(found: IToken): NamedBase {
    const { image, startOffset } = found;
    if (YEAR_ON_YEAR.includes(image)) {
      const words = this.#places.words(startOffset, endOf(found));
      return { base: 'last-year', words, year: undefined };
    }
    const opener = lengthOfFirst(image, COMPARING, COMPARING_OR_JOINING);
    return this.#baseAt(startOffset + opener, endOf(found));
  }

  #baseAt(start: number, end: number): NamedBase {
    const { text } = this.#places.words(start, end);
    const compared = COMPARED.find((word) => text.endsWith(word) && text !== word);
    const words = this.#places.words(start, end - (compared?.length ?? 0));
    const base = words.text.includes(BUDGET) ? 'budget' : 'last-year';
    return { base, words, year: this.#places.squeezed.numberAt(start) };
  }

  #arePercentages(found: readonly IToken[]): boolean {
    return this.#places.numbers(found).every(({ kind }) => kind === 'percentage');
  }

  #closenessOf(last: IToken | undefined): Closeness {
    if (this.#closeness !== 'exact' || !last) return this.#closeness;
    if (this.#places.number(last)?.isLoose) return 'at-least';
    return closenessAfter(last.image.slice(1));
  }
}

function directionOf({ tokenType }: IToken): Direction {
  return tokenType === Increase ? 'up' : tokenType === Decrease ? 'down' : 'unsaid';
}
