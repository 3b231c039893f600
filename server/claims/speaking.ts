/**
 * What is being spoken of, from phrase to phrase: under a heading, in a paragraph, in a sentence. The readers of phrases
 * ask it whose figure theirs is, and tell it what they have learnt.
 */
import type { Words } from '../../grammar/claims/phrase.ts';
import type { ProseNumber } from '../../grammar/prose-number.ts';
import type { Range } from '../../grammar/syntax-tree.ts';
import type { SectionDefinition } from '../report/narrative.ts';
import { aspectOf, type BudgetKind } from './aspect-words.ts';
import type { Claim } from './claim.ts';
import { ParagraphFigures } from './paragraph-figures.ts';
import { printsAlike } from './printed-alike.ts';
import { type Against, type FigureDraft, isReadable, Reading } from './reading.ts';
import type { Statements } from './statements.ts';
import type { Candidate, Scope, SubjectIndex } from './subject.ts';
import { leadingLength } from './subject-words.ts';

/** Which year a value is of: the report's, the one before, or one that nothing here can speak of. */
export type YearOf = 'this' | 'last' | 'other';

/** Words before a figure, understood: whose, and which of its values. */
export interface Named {
  readonly reading: Reading;
  readonly aspect: 'final' | 'budget';
  readonly budget: BudgetKind;
}

/** What is compared with, until the sentence ends. */
export interface Comparison {
  readonly base: Against;
  /** The base's own value, where the sentence gives it. */
  readonly figure: FigureDraft | undefined;
}

/** What every claim has, beside what it says. */
export interface ClaimPlace extends Range {
  readonly catalogue: string;
  readonly section: string | undefined;
}

/** Where a paragraph stands. */
export interface ParagraphScope {
  readonly sections: readonly SectionDefinition[];
  /** Changes where another heading begins. */
  readonly heading: number;
  /** What the heading above names, where it is an item's name. */
  readonly headingWords: string | undefined;
}

/** 本年支出 is a name of its own, but behind a path (社会保障和就业（类）支出). */
const NAMES_BY_ITSELF = /^(?:本年度?|当年度?|年度|全年|总|共|的)*(?:收入|支出)$/;

const MONEY: ReadonlySet<string> = new Set(['万元', '元', '亿元']);

export class Speaking {
  readonly index: SubjectIndex;
  readonly statements: Statements;
  readonly #year: number | undefined;
  #figures = new ParagraphFigures([]);

  // ---- for as long as a heading lasts
  sections: readonly SectionDefinition[] = [];
  #heading = -2;
  #readings = new Map<string, Reading>();
  #headingTopic: Reading | undefined;
  /** What has words of its own. */
  readonly #own = new Map<string, Reading>();
  /** What words that could name several things have meant. */
  readonly #meanings = new Map<string, Candidate>();
  /** Whole whose parts the paragraphs after 其中 name. */
  carriedTotal: Reading | undefined;
  /** Subject of a paragraph that said nothing of it yet. */
  #carriedTopic: Reading | undefined;

  // ---- for a paragraph
  topic: Reading | undefined;
  /** Several subjects of one statement; what comes next in as many figures pairs off with them. */
  group: readonly Reading[] = [];
  total: Reading | undefined;
  /** Whether the paragraph is an item with a number. */
  numbered = false;
  /** Whether it has named a coded row. */
  namesRow = false;
  /** Whether it has said anything in figures. */
  said = false;
  /** Amount spoken of last, which counts belong to. */
  #amountTopic: Reading | undefined;
  /** What stood beside the total as its parts since 其中. */
  readonly #parts = new Set<Reading>();
  #later: (() => void)[] = [];

  // ---- for a sentence
  /** Counts sentences over the whole narrative. */
  sentence = 0;
  against: Comparison | undefined;
  /** The comparison that a list after 其中 goes on with in each of its parts. */
  listAgainst: Comparison | undefined;
  yearOf: YearOf = 'this';
  /** Whether a value has taken the year that was named. */
  yearUsed = false;
  inReason = false;
  /** Whether it compares anything: then its reason is that of a change. */
  compares = false;
  /** Whether the sentence before did. */
  comparedBefore = false;
  /** How many values stand side by side with nothing but 、 between them. */
  joined = 0;
  /** Subjects of the values that stand side by side, parted by 、 or a comma alone. */
  row: Reading[] = [];

  constructor(index: SubjectIndex, statements: Statements, year: number | undefined) {
    this.index = index;
    this.statements = statements;
    this.#year = year;
  }

  // ---- beginnings and ends ------------------------------------------------------------------------------------------------

  beginParagraph(scope: ParagraphScope, figures: ParagraphFigures): void {
    this.#figures = figures;
    if (scope.heading !== this.#heading || scope.sections[0] !== this.sections[0]) {
      this.#beginHeading(scope);
    }
    this.topic = this.#carriedTopic ?? this.#headingTopic ?? this.#only();
    this.#carriedTopic = undefined;
    this.#amountTopic = this.topic;
    this.group = [];
    this.total = undefined;
    this.numbered = false;
    this.namesRow = false;
    this.said = false;
    this.against = undefined;
    this.listAgainst = undefined;
    this.compares = false;
    this.#parts.clear();
    this.#later = [];
  }

  #beginHeading(scope: ParagraphScope): void {
    this.#heading = scope.heading;
    this.sections = scope.sections;
    this.#readings = new Map();
    this.#meanings.clear();
    this.#own.clear();
    this.topic = undefined;
    this.#amountTopic = undefined;
    this.total = undefined;
    this.carriedTotal = undefined;
    this.#carriedTopic = undefined;
    this.#headingTopic = undefined;
    const words = scope.headingWords;
    const candidate = words === undefined ? undefined : this.resolve(words, undefined);
    if (candidate) this.#headingTopic = this.readingOf(candidate);
  }

  /** Where only one subject was spoken of under a heading, the next paragraph may go on without its name. */
  #only(): Reading | undefined {
    return this.#readings.size === 1 ? this.#readings.values().next().value : undefined;
  }

  beginSentence(): void {
    this.sentence++;
    // Behind a list of parts a bare 支出决算 means their whole; behind a single one it may mean either.
    if (this.total && this.#parts.size > 0 && this.topic && this.#parts.has(this.topic)) {
      if (this.#parts.size > 1) this.speakOf(this.total);
      else this.forget();
    }
    this.yearOf = 'this';
    this.yearUsed = false;
    this.inReason = false;
    this.comparedBefore = this.compares;
    this.compares = false;
    this.joined = 0;
    this.row = [];
  }

  endParagraph(): void {
    for (const claim of this.#later) claim();
    if (!this.said && this.topic?.candidate) this.#carriedTopic = this.topic;
    if (this.total) this.carriedTotal = this.total;
  }

  /** 其中: parts of this whole follow. */
  beginParts(total: Reading | undefined): void {
    this.total = total;
    this.#parts.clear();
    this.listAgainst = this.against;
  }

  // ---- who is spoken of -----------------------------------------------------------------------------------------------------

  #scope(unit: string | undefined): Scope {
    const within: Candidate[] = [];
    for (const one of [this.topic, this.#amountTopic, this.total, this.#headingTopic]) {
      if (one?.candidate && !within.includes(one.candidate)) within.push(one.candidate);
    }
    return { sections: this.sections, within, unit };
  }

  /** What the words name, where that is certain. */
  resolve(words: string, unit: string | undefined): Candidate | undefined {
    const found = this.candidates(words, unit);
    return found.length === 1 ? found[0] : undefined;
  }

  /** All that the words may name here. */
  candidates(words: string, unit: string | undefined): readonly Candidate[] {
    return this.index.resolve(words, this.#scope(unit));
  }

  /** The coded row that a path names, where that is certain. */
  resolvePath(names: Parameters<SubjectIndex['resolvePath']>[0]): Candidate | undefined {
    const found = this.index.resolvePath(names, this.#scope(undefined));
    return found.length === 1 ? found[0] : undefined;
  }

  readingOf(candidate: Candidate): Reading {
    let reading = this.#readings.get(candidate.name);
    if (!reading) {
      reading = new Reading(candidate, undefined);
      this.#readings.set(candidate.name, reading);
    }
    return reading;
  }

  speakOf(reading: Reading): void {
    this.topic = reading;
    if (reading.candidate?.coded) this.namesRow = true;
    this.group = [];
    if (reading.candidate?.measure === 'amount') this.#amountTopic = reading;
    if (this.total && reading !== this.total && reading.candidate?.measure !== 'count') {
      this.#parts.add(reading);
    }
  }

  /** What comes next belongs to nobody that was named. */
  forget(): void {
    this.speakOf(new Reading(undefined, undefined));
  }

  /** Nothing is being spoken of any more: another item begins. */
  beginItem(): void {
    this.topic = undefined;
    this.#amountTopic = undefined;
    this.group = [];
    this.numbered = true;
  }

  /** Words before a figure: what they name and whether its budget or its outturn. `bare`: 支出 alone may stand for it. */
  named(words: Words | undefined, unit: string, bare: boolean, number?: ProseNumber): Named {
    if (!words) return { reading: this.#unnamed(unit), aspect: 'final', budget: 'any' };
    const { text } = words;
    const { aspect, budget, length } = aspectOf(text);
    const said = aspect === 'unsaid' ? 'final' : aspect;
    const topic = length === text.length ? this.#topicFor(text, unit, bare) : undefined;
    if (topic) return { reading: topic, aspect: said, budget };
    const candidate = this.#resolveAll(words, unit, number);
    if (candidate) return { reading: this.readingOf(candidate), aspect: said, budget };
    const own = text.slice(0, text.length - length);
    const name = aspect === 'unsaid' ? undefined : own || text;
    return { reading: this.#ownReading(own || text, name, number), aspect: said, budget };
  }

  /** What the profile does not know: a value begins anew, a change is of what had these words last (资产总额). */
  #ownReading(words: string, name: string | undefined, number: ProseNumber | undefined): Reading {
    const key = words.slice(leadingLength(words));
    const known = number ? undefined : this.#own.get(key);
    if (known) return known;
    const reading = new Reading(undefined, name);
    if (number) this.#own.set(key, reading);
    return reading;
  }

  /**
   * Words that may name several things (财政拨款支出 of one budget or of all): what they meant before under this heading, else
   * the one that a table prints so.
   */
  #meant(words: string, unit: string, number: ProseNumber | undefined): Candidate | undefined {
    const found = this.candidates(words, unit);
    if (found.length < 2) return found[0];
    const before = this.#meanings.get(words);
    if (before) return before;
    if (!number) return undefined;
    const fitting = found.filter(({ final }) => final.some((place) => printsAlike(place, number)));
    // Where no table prints it so it is wrong whatever is meant, and held against what is called just so.
    const isWrong = fitting.length === 0 && found.every(({ final }) => final.length > 0);
    const meant = isWrong
      ? (found.find(({ name }) => words.endsWith(name)) ?? found[0])
      : fitting[0];
    if (!meant || fitting.length > 1) return undefined;
    this.#meanings.set(words, meant);
    return meant;
  }

  /** A name of the author's own, of which something was left out, is not the one that another sentence or table has. */
  #resolveAll(
    { text, gaps }: Words,
    unit: string,
    number: ProseNumber | undefined,
  ): Candidate | undefined {
    const candidate = this.#meant(text, unit, number);
    if (!gaps || !candidate?.definition?.named) return candidate;
    return { ...candidate, name: `${candidate.name} …`, final: [], budget: [] };
  }

  /** A figure without words: a count by its measure word alone, an amount of what is spoken of. */
  #unnamed(unit: string): Reading {
    const isKnown = this.topic?.candidate !== undefined;
    const counted = isKnown && !MONEY.has(unit) ? this.resolve('', unit) : undefined;
    if (counted) return this.readingOf(counted);
    return this.topic ?? new Reading(undefined, undefined);
  }

  /** What 支出决算 or 年初预算 alone speaks of: never of income where it says 支出, nor of a count where money follows. */
  #topicFor(text: string, unit: string, bare: boolean): Reading | undefined {
    const counts = this.topic?.candidate?.measure === 'count';
    const owner = counts && MONEY.has(unit) ? this.#amountTopic : this.topic;
    if (!owner) return undefined;
    if (!bare && NAMES_BY_ITSELF.test(text)) return undefined;
    // 稳定农民收入补贴 is expenditure, as every coded subject is.
    const isIncome = !owner.candidate?.coded && (owner.name?.includes('收入') ?? false);
    if (isIncome ? text.includes('支出') : text.includes('收入')) return undefined;
    return owner;
  }

  /** Whose completion, change or level is told; undefined where that is not certain. */
  subjects(words: Words | undefined, count: number): readonly Reading[] | undefined {
    if (words) {
      const { reading } = this.named(words, '万元', false);
      if (reading !== this.topic) this.speakOf(reading);
      return reading.candidate || reading.final ? [reading] : undefined;
    }
    if (count > 1) return this.several(count);
    if (this.group.length > 0 || this.joined > 1 || !this.topic) return undefined;
    return [this.topic];
  }

  /** The subjects that as many figures pair off with; the whole may stand before its parts. */
  several(count: number): readonly Reading[] | undefined {
    if (this.group.length === count) return this.group;
    if (this.group.length > 0) return undefined;
    const [first, ...parts] = this.row;
    if (this.row.length === count) return this.row;
    return parts.length === count && first && first === this.total ? parts : undefined;
  }

  whichYear(number: ProseNumber | undefined): YearOf {
    if (!number) return 'last';
    if (this.#year === undefined || number.units === this.#year) return 'this';
    return number.units === this.#year - 1 ? 'last' : 'other';
  }

  // ---- figures and claims ------------------------------------------------------------------------------------------------

  figure(
    number: ProseNumber | undefined,
    phrase?: { readonly closeness: FigureDraft['closeness'] },
  ): FigureDraft | undefined {
    const figure = number && this.#figures.of(number);
    if (figure && phrase) figure.closeness = phrase.closeness;
    return figure;
  }

  placeOf(range: Range): ClaimPlace {
    const [section] = this.sections;
    return {
      start: range.start,
      end: range.end,
      catalogue: section?.catalogue ?? 'N',
      section: section?.key,
    };
  }

  claim(claim: Claim): void {
    this.statements.claims.push(claim);
  }

  /** A claim of a figure that stands on what the paragraph may still say: made at its end. */
  claimLater(figure: FigureDraft, range: Range, make: (place: ClaimPlace) => void): void {
    if (!isReadable(figure) || figure.bound) return;
    this.atEnd(range, make);
  }

  atEnd(range: Range, make: (place: ClaimPlace) => void): void {
    const place = this.placeOf(range);
    this.#later.push(() => make(place));
  }
}
