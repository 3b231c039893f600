/**
 * Reads the phrases of paragraphs as claims: which subject each figure is the value of, what it is compared with. What is
 * being spoken of is kept from phrase to phrase and forgotten at the marks that part statements; where two readings are
 * possible the figure stays unread.
 */
import type {
  AbsencePhrase,
  AgainstPhrase,
  BreakPhrase,
  ChangePhrase,
  CompletionPhrase,
  LevelPhrase,
  ListPhrase,
  PathPhrase,
  Phrase,
  RatePhrase,
  Sentence,
  SharePhrase,
  TextPhrase,
  ValuePhrase,
  Words,
} from '../../grammar/claims/phrase.ts';
import type { ProseNumber } from '../../grammar/prose-number.ts';
import type { Range } from '../../grammar/syntax-tree.ts';
import type { SectionDefinition } from '../report/narrative.ts';
import { aspectOf, type BudgetKind, budgetKind } from './aspect-words.ts';
import type { Aspect, Claim, Direction, Operand, Place } from './claim.ts';
import { listClaim } from './list-claims.ts';
import {
  type Against,
  type FigureDraft,
  figureOperand,
  isUsable,
  placeOperand,
  Reading,
} from './reading.ts';
import { nameLists } from './split-names.ts';
import type { Statements } from './statements.ts';
import type { Candidate, Scope, SubjectIndex } from './subject.ts';

/** Longer text between marks is no name that something could be said of. */
const LONGEST_TOPIC = 60;

/** Which year a value is of: the report's, the one before, or one that nothing here can speak of. */
type YearOf = 'this' | 'last' | 'other';

interface Named {
  readonly reading: Reading;
  readonly aspect: 'final' | 'budget';
  readonly budget: BudgetKind;
}

export interface ParagraphScope {
  readonly sections: readonly SectionDefinition[];
  /** Changes where another heading begins. */
  readonly heading: number;
  /** What the heading above names, where it is an item's name. */
  readonly headingWords: string | undefined;
}

export class ParagraphReader {
  readonly #index: SubjectIndex;
  readonly #statements: Statements;
  readonly #year: number | undefined;
  #figures: ReadonlyMap<ProseNumber, FigureDraft> = new Map();

  // ---- for as long as a heading lasts
  #sections: readonly SectionDefinition[] = [];
  #heading = -2;
  #readings = new Map<string, Reading>();
  #headingTopic: Reading | undefined;
  /** Whole whose parts the paragraphs after 其中 name. */
  #carriedTotal: Reading | undefined;
  /** Subject of a paragraph that said nothing of it yet. */
  #carriedTopic: Reading | undefined;

  // ---- for a paragraph
  #topic: Reading | undefined;
  /** Amount spoken of last, which counts belong to. */
  #amountTopic: Reading | undefined;
  /** Several subjects of one statement; what comes next in several figures pairs off with them. */
  #group: readonly Reading[] = [];
  #total: Reading | undefined;
  #numbered = false;
  #said = false;
  #later: (() => void)[] = [];

  // ---- for a sentence
  #against: { readonly base: Against; readonly figure: FigureDraft | undefined } | undefined;
  #yearOf: YearOf = 'this';
  #yearUsed = false;
  #inReason = false;
  /** How many values stand side by side with nothing but 、 between them. */
  #joined = 0;
  #previous: Phrase | undefined;
  /** Paths that stand side by side without values. */
  #paths = 0;

  constructor(index: SubjectIndex, statements: Statements, year: number | undefined) {
    this.#index = index;
    this.#statements = statements;
    this.#year = year;
  }

  read(
    sentences: readonly Sentence[],
    figures: ReadonlyMap<ProseNumber, FigureDraft>,
    scope: ParagraphScope,
    from: number,
  ): void {
    this.#figures = figures;
    this.#enter(scope);
    for (const sentence of sentences) {
      this.#against = undefined;
      this.#yearOf = 'this';
      this.#yearUsed = false;
      this.#inReason = false;
      this.#joined = 0;
      this.#previous = undefined;
      this.#paths = 0;
      for (const phrase of sentence.phrases) {
        if (phrase.end <= from) continue;
        this.#phrase(phrase);
        this.#previous = phrase;
      }
    }
    this.#leave();
  }

  // ---- paragraphs ---------------------------------------------------------------------------------------------------

  #enter(scope: ParagraphScope): void {
    if (scope.heading !== this.#heading || scope.sections[0] !== this.#sections[0]) {
      this.#heading = scope.heading;
      this.#sections = scope.sections;
      this.#readings = new Map();
      this.#carriedTotal = undefined;
      this.#carriedTopic = undefined;
      this.#headingTopic = undefined;
      const words = scope.headingWords;
      const candidate = words === undefined ? undefined : this.#resolve(words, undefined);
      if (candidate) this.#headingTopic = this.#readingOf(candidate);
    }
    this.#topic = this.#carriedTopic ?? this.#headingTopic ?? this.#only();
    this.#carriedTopic = undefined;
    this.#amountTopic = this.#topic;
    this.#group = [];
    this.#total = undefined;
    this.#numbered = false;
    this.#said = false;
    this.#later = [];
  }

  /** Where only one subject was spoken of under a heading, the next paragraph may go on without its name. */
  #only(): Reading | undefined {
    return this.#readings.size === 1 ? this.#readings.values().next().value : undefined;
  }

  #leave(): void {
    for (const claim of this.#later) claim();
    if (!this.#said && this.#topic?.candidate) this.#carriedTopic = this.#topic;
    if (this.#total) this.#carriedTotal = this.#total;
  }

  #phrase(phrase: Phrase): void {
    switch (phrase.kind) {
      case 'reason':
        this.#inReason = true;
        return;
      case 'break':
        this.#break(phrase);
        return;
      case 'year':
        this.#yearOf = this.#whichYear(phrase.number);
        this.#yearUsed = false;
        return;
    }
    if (this.#inReason) return;
    switch (phrase.kind) {
      case 'value':
        this.#value(phrase);
        return;
      case 'share':
        this.#share(phrase);
        return;
      case 'completion':
        this.#completion(phrase);
        return;
      case 'change':
      case 'rate':
        this.#change(phrase);
        return;
      case 'against':
        this.#compare(phrase);
        return;
      case 'level':
        this.#level(phrase);
        return;
      case 'absence':
        this.#absence(phrase);
        return;
      case 'list':
        this.#list(phrase);
        return;
      case 'path':
        this.#path(phrase);
        return;
      case 'among':
        this.#among(phrase.subject);
        return;
      case 'text':
        this.#text(phrase);
    }
  }

  #break({ strength }: BreakPhrase): void {
    if (strength === 'item') {
      this.#topic = undefined;
      this.#amountTopic = undefined;
      this.#group = [];
      this.#numbered = true;
    }
    if (strength === 'item' || strength === 'semicolon') {
      this.#inReason = false;
      this.#against = undefined;
      this.#yearOf = 'this';
    }
    if (strength !== 'enumeration') this.#paths = 0;
  }

  // ---- who is spoken of ------------------------------------------------------------------------------------------------

  #scope(unit: string | undefined): Scope {
    const within: Candidate[] = [];
    for (const one of [this.#topic, this.#amountTopic, this.#total, this.#headingTopic]) {
      if (one?.candidate && !within.includes(one.candidate)) within.push(one.candidate);
    }
    return { sections: this.#sections, within, unit };
  }

  /** What the words name, where that is certain. */
  #resolve(words: string, unit: string | undefined): Candidate | undefined {
    const found = this.#index.resolve(words, this.#scope(unit));
    return found.length === 1 ? found[0] : undefined;
  }

  #readingOf(candidate: Candidate): Reading {
    let reading = this.#readings.get(candidate.name);
    if (!reading) {
      reading = new Reading(candidate, undefined);
      this.#readings.set(candidate.name, reading);
    }
    return reading;
  }

  #speakOf(reading: Reading): void {
    this.#topic = reading;
    this.#group = [];
    if (reading.candidate?.measure === 'amount') this.#amountTopic = reading;
  }

  /** Words before a figure: what they name and whether its budget or its outturn. */
  #named(words: Words | undefined, unit: string): Named {
    if (!words) {
      const reading = this.#topic ?? new Reading(undefined, undefined);
      return { reading, aspect: 'final', budget: 'any' };
    }
    const { text } = words;
    const { aspect, budget, length } = aspectOf(text);
    const said = aspect === 'unsaid' ? 'final' : aspect;
    const topic = length === text.length ? this.#topicFor(text, unit) : undefined;
    if (topic) return { reading: topic, aspect: said, budget };
    const candidate = this.#resolve(text, unit);
    if (candidate) return { reading: this.#readingOf(candidate), aspect: said, budget };
    const own = text.slice(0, text.length - length);
    const reading = new Reading(undefined, aspect === 'unsaid' ? undefined : own || text);
    return { reading, aspect: said, budget };
  }

  /** What 支出决算 or 年初预算 alone speaks of: never of income where it says 支出, nor of a count where money follows. */
  #topicFor(text: string, unit: string): Reading | undefined {
    const topic = this.#topic;
    const money = unit === '万元' || unit === '元' || unit === '亿元';
    const owner = money && topic?.candidate?.measure === 'count' ? this.#amountTopic : topic;
    if (!owner) return undefined;
    // 支出 alone is a name of its own, but behind a path (社会保障和就业（类）支出).
    if (/^(?:收入|支出)$/.test(text) && this.#previous?.kind !== 'path') return undefined;
    const isIncome = owner.name?.includes('收入') ?? false;
    if (isIncome ? text.includes('支出') : text.includes('收入')) return undefined;
    return owner;
  }

  #text({ words }: TextPhrase): void {
    const { text } = words;
    if (text.length > LONGEST_TOPIC || this.#previous?.kind === 'level') return;
    if (aspectOf(text).length === text.length) return;
    const candidate = this.#resolve(text, undefined);
    if (candidate) this.#speakOf(this.#readingOf(candidate));
  }

  #path(path: PathPhrase): void {
    this.#paths++;
    const names = {
      class: path.class?.text,
      group: path.group?.text,
      item: path.item?.text,
    };
    const found = this.#index.resolvePath(names, this.#scope(undefined));
    const [only, second] = found;
    // Paths side by side without values between share what follows; so nobody has it.
    const certain = only && !second && this.#paths === 1;
    const written = Object.values(names).filter((name) => name !== undefined);
    this.#speakOf(certain ? this.#readingOf(only) : new Reading(undefined, written.join(' ')));
  }

  #among(subject: Words | undefined): void {
    if (subject) {
      const candidate = this.#resolve(subject.text, undefined);
      this.#total = candidate && this.#readingOf(candidate);
      if (this.#total) this.#speakOf(this.#total);
      return;
    }
    this.#total = this.#topic ?? this.#carriedTotal;
  }

  #whichYear(number: ProseNumber | undefined): YearOf {
    if (!number) return 'last';
    if (this.#year === undefined) return 'this';
    return number.units === this.#year
      ? 'this'
      : number.units === this.#year - 1
        ? 'last'
        : 'other';
  }

  // ---- values ---------------------------------------------------------------------------------------------------------

  #value(phrase: ValuePhrase): void {
    this.#said = true;
    this.#joined = this.#followsValue() ? this.#joined + 1 : 1;
    this.#paths = 0;
    const [first, second] = phrase.figures;
    if (!first) return;
    const yearOf = first.kind === 'score' ? 'this' : this.#yearOf;
    const ambiguousYear = yearOf !== 'this' && this.#yearUsed;
    this.#yearUsed = true;
    if (yearOf === 'other' || ambiguousYear) {
      this.#speakOf(new Reading(undefined, undefined));
      return;
    }
    if (second || phrase.distribution === 'respectively') {
      if (phrase.distribution === 'respectively') this.#respectively(phrase, yearOf);
      else this.#speakOf(new Reading(undefined, undefined));
      return;
    }
    const figure = this.#figure(first, phrase);
    if (!figure) return;
    if (phrase.distribution === 'each' && phrase.subject && this.#each(phrase, figure)) return;
    const named = this.#counted(phrase, first) ?? this.#named(phrase.subject, first.unit);
    if (!fits(first, named.reading.candidate)) {
      this.#speakOf(new Reading(undefined, undefined));
      return;
    }
    this.#speakOf(named.reading);
    this.#state(figure, named, yearOf, phrase);
  }

  /** Values side by side: 货物21.23万元、工程0万元. */
  #followsValue(): boolean {
    const previous = this.#previous;
    return previous?.kind === 'break' && previous.strength === 'enumeration' && this.#joined > 0;
  }

  /** 7个项目自评等级为优: a count may be named behind its figure, where nothing in front names it. */
  #counted(phrase: ValuePhrase, number: ProseNumber): Named | undefined {
    if (number.kind !== 'count' || !phrase.after) return undefined;
    const before = phrase.subject && this.#resolve(phrase.subject.text, number.unit);
    if (before) return undefined;
    const candidate = this.#resolve(phrase.after.text, number.unit);
    return candidate && { reading: this.#readingOf(candidate), aspect: 'final', budget: 'any' };
  }

  /** 收入总计、支出总计均为…: false where the words are one name. */
  #each(phrase: ValuePhrase, figure: FigureDraft): boolean {
    const text = phrase.subject?.text ?? '';
    const { unit } = figure.number;
    if (this.#resolve(text, unit)) return false;
    const group = this.#namesIn(text, undefined, unit);
    if (!group) return false;
    this.#speakOf(new Reading(undefined, undefined));
    this.#group = group.map((named) => named.reading);
    for (const named of group) this.#state(figure, named, this.#yearOf, phrase);
    figure.subject = group.map(({ reading }) => reading.name).join('、');
    return true;
  }

  /** A、B分别为1万元、2万元 */
  #respectively(phrase: ValuePhrase, yearOf: YearOf): void {
    const { figures, subject } = phrase;
    const unit = figures[0]?.unit ?? '';
    const aspects = aspectOf(subject?.text ?? '');
    const goesOn =
      this.#group.length === figures.length && (!subject || aspects.length === subject.text.length);
    const group: readonly Named[] | undefined = goesOn
      ? this.#group.map((reading) => ({
          reading,
          aspect: aspects.aspect === 'budget' ? 'budget' : 'final',
          budget: aspects.budget,
        }))
      : this.#namesIn(subject?.text ?? '', figures.length, unit);
    if (!group) {
      this.#speakOf(new Reading(undefined, undefined));
      return;
    }
    this.#speakOf(new Reading(undefined, undefined));
    this.#group = group.map((named) => named.reading);
    for (const [at, named] of group.entries()) {
      const number = figures[at];
      const figure = number && this.#figure(number, phrase);
      if (figure && number && fits(number, named.reading.candidate)) {
        this.#state(figure, named, yearOf, phrase);
      }
    }
  }

  /** The one way to read the text as several names that all are known. */
  #namesIn(text: string, count: number | undefined, unit: string): Named[] | undefined {
    const { aspect, budget } = aspectOf(text);
    for (const names of nameLists(text, count)) {
      const candidates = names.map((name) => this.#resolve(name, unit));
      if (!candidates.every((one) => one !== undefined)) continue;
      return candidates.map((candidate) => ({
        reading: this.#readingOf(candidate),
        aspect: aspect === 'budget' ? 'budget' : 'final',
        budget,
      }));
    }
    return undefined;
  }

  /** Notes a figure as the value of a subject, and claims what the tables or an earlier statement can confirm. */
  #state(figure: FigureDraft, named: Named, yearOf: YearOf, range: Range): void {
    const { reading, budget } = named;
    const { candidate } = reading;
    reading.latest = figure;
    const aspect = this.#aspectOf(figure, named, yearOf);
    if (reading.name !== undefined) figure.subject = reading.name;
    else if (aspect === 'score') figure.subject = undefined;
    figure.aspect = aspect;
    let places: readonly Place[] = [];
    if (aspect === 'last-year') {
      reading.lastYear ??= figure;
      places = candidate ? this.#index.lastYear(candidate) : [];
    } else if (aspect === 'budget') {
      if (!reading.budgets.has(budget)) reading.budgets.set(budget, figure);
      places = reading.budgetPlaces(budget);
    } else {
      reading.final ??= figure;
      places = candidate?.final ?? [];
    }
    if (!candidate) return;
    if (isUsable(figure) && !figure.bound && places.length > 0) {
      const { closeness } = figure;
      this.#claim({ kind: 'equals', figure, places, closeness, ...this.#base(range) });
    }
    const key = aspect === 'budget' ? `${aspect} ${budget}` : aspect;
    this.#statements.state(figure, candidate, aspect, key, places.length > 0, {
      sections: this.#sections,
      range,
    });
  }

  #aspectOf(figure: FigureDraft, named: Named, yearOf: YearOf): Aspect {
    if (yearOf === 'last') return 'last-year';
    switch (figure.number.kind) {
      case 'count':
        return 'count';
      case 'score':
        return 'score';
      case 'percentage':
      case 'points':
        return 'percentage';
      default:
        return named.aspect;
    }
  }

  // ---- shares -----------------------------------------------------------------------------------------------------------

  #share(phrase: SharePhrase): void {
    const parts = this.#sharers(phrase);
    if (!parts) return;
    const whole = this.#whole(phrase, parts[0]?.reading);
    if (whole === 'uncertain') return;
    for (const [at, part] of parts.entries()) {
      const number = phrase.figures[at];
      const figure = number && this.#figure(number, phrase);
      if (!figure || !part.operand) continue;
      figure.subject = part.reading.name;
      figure.aspect = 'share';
      this.#read(figure, phrase, (base) => {
        if (part.operand && whole) {
          this.#claim({ kind: 'share', figure, part: part.operand, whole, ...base });
        }
      });
    }
  }

  /** Of what the percentages are shares; undefined where that is not certain. */
  #sharers(
    phrase: SharePhrase,
  ): readonly { readonly reading: Reading; readonly operand: Operand | undefined }[] | undefined {
    const { figures, subject } = phrase;
    if (figures.length > 1) {
      if (this.#group.length !== figures.length) return undefined;
      return this.#group.map((reading) => ({ reading, operand: reading.finalOperand() }));
    }
    if (subject) {
      const named = this.#named(subject, '万元');
      const { reading } = named;
      if (!reading.candidate) return undefined;
      this.#speakOf(reading);
      return [{ reading, operand: reading.finalOperand() }];
    }
    const reading = this.#topic;
    if (!reading || this.#group.length > 0 || this.#joined > 1) return undefined;
    return [{ reading, operand: figureOperand(reading.latest) ?? reading.finalOperand() }];
  }

  /** Undefined where the whole is known and nothing gives its value. */
  #whole(phrase: SharePhrase, part: Reading | undefined): Operand | 'uncertain' | undefined {
    if (phrase.baseYear && this.#whichYear(phrase.baseYear) !== 'this') return 'uncertain';
    const reading = phrase.base ? this.#namedWhole(phrase.base) : this.#unnamedWhole(part);
    if (!reading) return 'uncertain';
    const baseFigure = phrase.baseFigure && this.#figure(phrase.baseFigure, undefined);
    if (baseFigure) {
      this.#state(baseFigure, { reading, aspect: 'final', budget: 'any' }, 'this', baseFigure);
      return figureOperand(baseFigure);
    }
    return reading.finalOperand() ?? this.#statements.operandOf(reading.name);
  }

  #namedWhole(base: Words): Reading | undefined {
    const candidate = this.#resolve(base.text, undefined);
    return candidate && this.#readingOf(candidate);
  }

  /**
   * The total that stands before 其中, else what the section divides by. A total within a total (公务用车 within “三公”经费)
   * leaves open which of them is meant.
   */
  #unnamedWhole(part: Reading | undefined): Reading | undefined {
    const name = this.#sections.find((section) => section.shareBase !== undefined)?.shareBase;
    const usual = name === undefined ? undefined : this.#index.named(name);
    const total = this.#total ?? (usual ? undefined : this.#carriedTotal);
    if (total && (!usual || total.candidate?.name === usual.name)) {
      return total === part ? undefined : total;
    }
    if (total || !usual || this.#nested()) return undefined;
    const whole = this.#readingOf(usual);
    return whole === part ? undefined : whole;
  }

  /** Whether the paragraphs at hand name parts of something less than the section's whole. */
  #nested(): boolean {
    const total = this.#carriedTotal;
    return total !== undefined && !this.#numbered && total.candidate !== undefined
      ? this.#sections.every((section) => section.shareBase !== total.name)
      : false;
  }

  // ---- completion -------------------------------------------------------------------------------------------------------

  #completion(phrase: CompletionPhrase): void {
    const readings = this.#compared(phrase.subject, phrase.figures.length);
    if (!readings) return;
    const kind = phrase.base ? budgetKind(phrase.base.text) : 'any';
    for (const [at, reading] of readings.entries()) {
      const number = phrase.figures[at];
      const figure = number && this.#figure(number, phrase);
      if (!figure) continue;
      figure.subject = reading.name;
      figure.aspect = 'completion';
      const baseFigure = phrase.baseFigure && this.#figure(phrase.baseFigure, undefined);
      if (baseFigure) {
        this.#state(
          baseFigure,
          { reading, aspect: 'budget', budget: kind },
          this.#yearOf,
          baseFigure,
        );
      }
      this.#read(figure, phrase, (base) => {
        const final = reading.finalOperand();
        const budget = figureOperand(baseFigure) ?? reading.budgetOperand(kind);
        if (final && budget) this.#claim({ kind: 'completion', figure, final, budget, ...base });
      });
    }
  }

  /** Whose completion, change or level is told; undefined where that is not certain. */
  #compared(subject: Words | undefined, count: number): readonly Reading[] | undefined {
    if (subject) {
      const { reading } = this.#named(subject, '万元');
      if (reading !== this.#topic) this.#speakOf(reading);
      return reading.candidate || reading.final ? [reading] : undefined;
    }
    if (count > 1) return this.#group.length === count ? this.#group : undefined;
    if (this.#group.length > 0 || this.#joined > 1 || !this.#topic) return undefined;
    return [this.#topic];
  }

  // ---- change -----------------------------------------------------------------------------------------------------------

  #compare(phrase: AgainstPhrase): void {
    if (phrase.subject) {
      const { reading } = this.#named(phrase.subject, '万元');
      if (reading.candidate) this.#speakOf(reading);
      // 与预算绩效管理… behind words that name nothing compares nothing.
      else if (!phrase.figure && phrase.base === 'budget') return;
    }
    if (phrase.base === 'other' || (phrase.year && this.#whichYear(phrase.year) !== 'last')) {
      // 比2021年: nothing that this report or the one before could say.
      this.#against = phrase.base === 'budget' ? this.#againstBudget(phrase) : undefined;
      return;
    }
    this.#against =
      phrase.base === 'budget' ? this.#againstBudget(phrase) : this.#againstLastYear(phrase);
  }

  #againstBudget(phrase: AgainstPhrase) {
    const figure = phrase.figure && this.#figure(phrase.figure, undefined);
    const reading = this.#topic;
    if (figure && reading) {
      const budget = budgetKind(phrase.words.text);
      this.#state(figure, { reading, aspect: 'budget', budget }, 'this', figure);
    }
    return { base: 'budget' as const, figure };
  }

  #againstLastYear(phrase: AgainstPhrase) {
    const figure = phrase.figure && this.#figure(phrase.figure, undefined);
    const reading = this.#topic;
    if (figure && reading) {
      this.#state(figure, { reading, aspect: 'final', budget: 'any' }, 'last', figure);
    }
    return { base: 'last-year' as const, figure };
  }

  #change(phrase: ChangePhrase | RatePhrase): void {
    this.#said = true;
    const readings = this.#changed(phrase);
    if (!readings) return;
    for (const [at, reading] of readings.entries()) {
      const number = phrase.figures[readings.length > 1 ? at : 0];
      const against = this.#against?.base ?? (reading.lastYear ? 'last-year' : undefined);
      if (!number || !against || number.kind === 'points') continue;
      const figure = this.#figure(number, phrase);
      if (!figure) continue;
      figure.subject = reading.name;
      figure.aspect = phrase.kind;
      const direction = wordDirection(phrase.direction, number, reading.changes.get(against));
      if (phrase.kind === 'change') this.#changeOf(phrase, reading, figure, against, direction);
      else this.#rateOf(phrase, reading, figure, against, direction);
    }
  }

  #changed(phrase: ChangePhrase | RatePhrase): readonly Reading[] | undefined {
    const several = phrase.figures.length;
    if (phrase.subject || several > 1) return this.#compared(phrase.subject, several);
    if (phrase.distribution === 'each' && this.#group.length > 0) return undefined;
    return this.#compared(undefined, 1);
  }

  #changeOf(
    phrase: ChangePhrase | RatePhrase,
    reading: Reading,
    figure: FigureDraft,
    against: Against,
    direction: Direction,
  ): void {
    if (!reading.changes.has(against)) reading.changes.set(against, { figure, direction });
    const explicit = this.#against?.figure;
    this.#read(figure, phrase, (base) => {
      const current = reading.finalOperand();
      if (!current) return;
      const from = figureOperand(explicit) ?? this.#baseOperand(reading, against);
      this.#claim({ kind: 'change', figure, direction, current, base: from, against, ...base });
    });
  }

  #rateOf(
    phrase: ChangePhrase | RatePhrase,
    reading: Reading,
    figure: FigureDraft,
    against: Against,
    direction: Direction,
  ): void {
    const explicit = this.#against?.figure;
    this.#read(figure, phrase, (base) => {
      const stated = reading.changes.get(against);
      const change = stated && isUsable(stated.figure) ? stated.figure : undefined;
      const current = reading.finalOperand();
      const from = figureOperand(explicit) ?? this.#baseOperand(reading, against);
      if (stated && figure.number.units !== 0 && stated.figure.number.units !== 0) {
        this.#claim({
          kind: 'direction',
          change: stated.direction,
          rate: direction,
          figures: [stated.figure, figure],
          ...base,
          catalogue: 'N-YOYDIR',
        });
      }
      if (!(change && (current || from)) && !(current && from)) return;
      this.#claim({
        kind: 'rate',
        figure,
        direction,
        current,
        change,
        base: from,
        against,
        ...base,
      });
    });
  }

  #baseOperand(reading: Reading, against: Against): Operand | undefined {
    if (against === 'budget') return reading.budgetOperand('any');
    const stated = figureOperand(reading.lastYear);
    if (stated) return stated;
    return reading.candidate && placeOperand(this.#index.lastYear(reading.candidate)[0]);
  }

  #level(phrase: LevelPhrase): void {
    const readings = this.#compared(phrase.subject, 1);
    const reading = readings?.[0];
    if (!reading || phrase.base === 'other') return;
    if (phrase.subject && aspectOf(phrase.subject.text).aspect === 'budget') return;
    const isBudget = phrase.base === 'budget';
    if (!isBudget && phrase.year && this.#whichYear(phrase.year) !== 'last') return;
    const kind = budgetKind(phrase.words.text);
    const base = this.#base(phrase);
    this.#later.push(() => {
      const left = reading.finalOperand();
      const right = isBudget
        ? reading.budgetOperand(kind)
        : this.#baseOperand(reading, 'last-year');
      if (left && right) {
        this.#claim({ kind: 'level', relation: phrase.relation, left, right, ...base });
      }
    });
  }

  // ---- lists and absence ---------------------------------------------------------------------------------------------------

  #absence(phrase: AbsencePhrase): void {
    const candidate = this.#resolve(phrase.subject.text, undefined);
    if (!candidate || candidate.final.length === 0) return;
    const { name: subject, final: places } = candidate;
    this.#claim({ kind: 'absence', subject, places, ...this.#base(phrase) });
  }

  #list(phrase: ListPhrase): void {
    const named = phrase.subject && this.#resolve(phrase.subject.text, undefined);
    const candidate = named ?? this.#topic?.candidate;
    const claim = candidate && listClaim(phrase, candidate, this.#index, this.#base(phrase));
    if (claim) this.#claim({ ...claim, catalogue: 'N6-LIST' });
  }

  // ---- claims -------------------------------------------------------------------------------------------------------------

  #figure(
    number: ProseNumber,
    phrase: { readonly closeness: FigureDraft['closeness'] } | undefined,
  ): FigureDraft | undefined {
    const figure = this.#figures.get(number);
    if (figure && phrase) figure.closeness = phrase.closeness;
    return figure;
  }

  /** A claim that stands on what the rest of the paragraph may still say is made at its end. */
  #read(
    figure: FigureDraft,
    range: Range,
    claim: (base: ReturnType<ParagraphReader['baseOf']>) => void,
  ): void {
    if (!isUsable(figure) || figure.bound) return;
    const base = this.#base(range);
    this.#later.push(() => claim(base));
  }

  #base(range: Range) {
    return this.baseOf(range);
  }

  private baseOf(range: Range) {
    const [section] = this.#sections;
    return {
      start: range.start,
      end: range.end,
      catalogue: section?.catalogue ?? 'N',
      section: section?.key,
    };
  }

  #claim(claim: Claim): void {
    this.#statements.claims.push(claim);
  }
}

/** Whether a figure can be a value of the subject: money of an amount, a count of what is counted. */
function fits({ kind }: ProseNumber, candidate: Candidate | undefined): boolean {
  if (!candidate) return true;
  switch (candidate.measure) {
    case 'amount':
      return kind === 'amount';
    case 'count':
      return kind === 'count';
    case 'score':
      return kind === 'score';
    case 'percentage':
      return kind === 'percentage';
  }
}

/** 增幅 says no direction but by the change before it; the sign of a figure is for whoever judges. */
function wordDirection(
  direction: 'up' | 'down' | 'unsaid',
  number: ProseNumber,
  change: { readonly direction: Direction } | undefined,
): Direction {
  if (direction !== 'unsaid') return direction;
  return number.units < 0 ? 'up' : (change?.direction ?? 'up');
}
