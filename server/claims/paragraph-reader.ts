/**
 * Reads the phrases of paragraphs as claims: which subject each figure is the value of, what it is compared with. What is
 * being spoken of is kept from phrase to phrase and forgotten at the marks that part statements; where two readings are
 * possible the figure stays unread.
 */
import type {
  AbsencePhrase,
  AgainstPhrase,
  BreakPhrase,
  ListPhrase,
  PathPhrase,
  Phrase,
  Sentence,
  TextPhrase,
  Words,
} from '../../grammar/claims/phrase.ts';
import { aspectOf } from './aspect-words.ts';
import type { StatedReason } from './claim.ts';
import { listClaim } from './list-claims.ts';
import type { ParagraphFigures } from './paragraph-figures.ts';
import { readChange, readComparison, readLevel } from './read-changes.ts';
import { readCompletion, readShare } from './read-percentages.ts';
import { readValue } from './read-values.ts';
import { Reading } from './reading.ts';
import { Reasons } from './reasons.ts';
import { type ParagraphScope, Speaking } from './speaking.ts';
import type { Statements } from './statements.ts';
import type { Candidate, SubjectIndex } from './subject.ts';
import { UnnamedParts } from './unnamed-parts.ts';

/** Longer text between marks is no name that something could be said of. */
const LONGEST_TOPIC = 60;

/** A grade that is given, and nothing behind it. */
const GRADED = /(?:等级|等次|级别|评级|评价结果|自评结果|结论)(?:评定|认定)?[为是](.{1,3})$/;

const COMPARISONS: ReadonlySet<Phrase['kind']> = new Set([
  'against',
  'change',
  'rate',
  'level',
  'completion',
]);

/** Words at the end of a name that announce its parts. */
const CONSISTS = /(?:构成|组成)(?:如下|情况)?[为是]?$/;

export class ParagraphReader {
  readonly #now: Speaking;
  readonly #reasons = new Reasons();
  readonly #parts: UnnamedParts;
  #previous: Phrase | undefined;
  /** Whether a statement begins here: its first words may name what it speaks of. */
  #opening = true;
  /** Whether a value that comes now stands beside those of `row`. */
  #rowGoesOn = false;
  /** Where the paragraph's own words begin. */
  #start = -1;
  /** Paths that stand side by side without values. */
  #paths = 0;
  /** What was spoken of before the brackets that are open. */
  readonly #around: { readonly topic: Reading | undefined; readonly total: Reading | undefined }[] =
    [];

  constructor(index: SubjectIndex, statements: Statements, year: number | undefined) {
    const now = new Speaking(index, statements, year);
    this.#now = now;
    this.#parts = new UnnamedParts((parts) => statements.takeParts(parts, now.sections));
  }

  get reasons(): readonly StatedReason[] {
    return this.#reasons.found;
  }

  /** Phrases that end before `from` belong to a heading within the paragraph. */
  read(
    sentences: readonly Sentence[],
    figures: ParagraphFigures,
    scope: ParagraphScope,
    from: number,
  ): void {
    const now = this.#now;
    this.#start = sentences[0]?.phrases[0]?.start ?? -1;
    now.beginParagraph(scope, figures);
    this.#reasons.beginParagraph();
    for (const sentence of sentences) {
      this.#parts.end();
      now.beginSentence();
      this.#reasons.beginSentence();
      this.#previous = undefined;
      this.#opening = true;
      this.#rowGoesOn = false;
      this.#paths = 0;
      this.#around.length = 0;
      const [first] = sentence.phrases;
      if (first?.kind !== 'among') {
        now.against = undefined;
        now.listAgainst = undefined;
      }
      for (const phrase of sentence.phrases) {
        if (phrase.end <= from) continue;
        if (!goesOnWithRow(phrase)) this.#rowGoesOn = false;
        this.#phrase(phrase);
        this.#reasons.note(phrase, sentence);
        this.#previous = phrase;
      }
    }
    this.#parts.end();
    this.#noteUnreadItem();
    now.endParagraph();
  }

  #phrase(phrase: Phrase): void {
    const now = this.#now;
    switch (phrase.kind) {
      case 'reason':
        now.inReason = true;
        // A sentence of its own gives the reason of the one before.
        if (!this.#previous) now.compares = now.comparedBefore;
        return;
      case 'break':
        this.#break(phrase);
        return;
      case 'year':
        now.yearOf = now.whichYear(phrase.number);
        now.yearUsed = false;
        return;
      case 'against':
        if (this.#endsReason(phrase)) now.inReason = false;
        break;
      case 'among':
        // 主要是为保障运转发生的支出，其中：… tells what a value is for, and then its parts.
        if (!now.compares && now.topic?.candidate) now.inReason = false;
    }
    if (COMPARISONS.has(phrase.kind)) now.compares = true;
    if (phrase.kind !== 'value') this.#parts.other();
    if (now.inReason) return;
    switch (phrase.kind) {
      case 'value': {
        now.said = true;
        this.#opening = false;
        now.joined = this.#followsValue() ? now.joined + 1 : 1;
        this.#paths = 0;
        if (!this.#rowGoesOn) now.row = [];
        readValue(phrase, now, this.#previous?.kind === 'path');
        if (now.topic) now.row.push(now.topic);
        this.#parts.value(phrase, now.topic, this.#around.length);
        this.#rowGoesOn = true;
        return;
      }
      case 'share':
        readShare(phrase, now);
        return;
      case 'completion':
        readCompletion(phrase, now);
        return;
      case 'change':
      case 'rate':
        now.said = true;
        readChange(phrase, now);
        return;
      case 'against':
        readComparison(phrase, now);
        return;
      case 'level':
        readLevel(phrase, now);
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

  /** Values side by side: 货物21.23万元、工程0万元. */
  #followsValue(): boolean {
    const previous = this.#previous;
    return (
      previous?.kind === 'break' && previous.strength === 'enumeration' && this.#now.joined > 0
    );
  }

  /** …的主要原因是…，与上年相比增加…: a statement again. */
  #endsReason(phrase: AgainstPhrase): boolean {
    const previous = this.#previous;
    if (!phrase.formal || phrase.subject || previous?.kind !== 'break') return false;
    return previous.strength === 'comma';
  }

  #break({ strength }: BreakPhrase): void {
    const now = this.#now;
    switch (strength) {
      case 'item':
        now.beginItem();
        break;
      case 'open':
        this.#around.push({ topic: now.topic, total: now.total });
        return;
      case 'close': {
        const around = this.#around.pop();
        if (!around) return;
        now.total = around.total;
        if (around.topic) now.speakOf(around.topic);
        now.joined = 1;
        return;
      }
    }
    if (strength !== 'enumeration' && strength !== 'comma') this.#opening = true;
    if (strength === 'item' || strength === 'semicolon') {
      now.inReason = false;
      now.against = now.listAgainst;
      now.yearOf = 'this';
    }
    if (strength !== 'enumeration') this.#paths = 0;
  }

  // ---- what is named without a figure --------------------------------------------------------------------------------------

  #text({ words }: TextPhrase): void {
    const { text } = words;
    const isOpening = this.#opening;
    if (this.#grade(words)) return;
    this.#opening = false;
    if (!isOpening || text.length > LONGEST_TOPIC) return;
    if (aspectOf(text).length === text.length) return;
    const candidate = this.#now.resolve(text, undefined);
    if (!candidate) return;
    const reading = this.#now.readingOf(candidate);
    this.#now.speakOf(reading);
    // 本年收入的具体构成为：
    if (CONSISTS.test(text)) this.#now.beginParts(reading);
  }

  /** …得分为93.75分，等级为优 */
  #grade({ text, start, end }: Words): boolean {
    const { topic, sections, statements } = this.#now;
    const figure = topic?.latest;
    if (topic?.candidate?.measure !== 'score' || !figure) return false;
    const word = GRADED.exec(text)?.[1];
    if (word === undefined) return false;
    const grade = sections
      .flatMap(({ grades }) => grades)
      .find(({ words }) => words.includes(word));
    if (grade) statements.graded.push({ figure, grade, start, end });
    return grade !== undefined;
  }

  #path(path: PathPhrase): void {
    const now = this.#now;
    this.#paths++;
    const names = {
      class: path.class?.text,
      group: path.group?.text,
      item: path.item?.text,
    };
    // Paths side by side without values between them share what follows; so nobody has it.
    const candidate = this.#paths === 1 ? now.resolvePath(names) : undefined;
    if (candidate?.coded?.code === undefined) now.statements.missItem(now.sections);
    if (candidate) this.#slips(path, candidate);
    const written = Object.values(names).filter((name) => name !== undefined);
    now.speakOf(candidate ? now.readingOf(candidate) : new Reading(undefined, written.join(' ')));
  }

  #slips(path: PathPhrase, candidate: Candidate): void {
    const { index, statements } = this.#now;
    for (const [level, words] of [
      ['类', path.class],
      ['款', path.group],
      ['项', path.item],
    ] as const) {
      const near = words && !words.gaps && index.slip(candidate, level, words.text);
      const isCutOff = words?.start === this.#start;
      // A page break may have parted the name from its beginning.
      if (!near || isCutOff) continue;
      const { start, end } = words;
      statements.misname({ ...near, start, end, where: 'path' });
    }
  }

  #among(subject: Words | undefined): void {
    const now = this.#now;
    if (!subject) now.beginParts(now.topic ?? now.carriedTotal);
    else {
      const candidate = now.resolve(subject.text, undefined);
      const total = candidate && now.readingOf(candidate);
      if (total) now.speakOf(total);
      now.beginParts(total);
    }
    this.#parts.begin(now.total, this.#around.length);
  }

  #absence(phrase: AbsencePhrase): void {
    const now = this.#now;
    const candidate = now.resolve(phrase.subject.text, undefined);
    if (!candidate) return;
    const reading = now.readingOf(candidate);
    now.speakOf(reading);
    const places = reading.finalPlaces();
    if (places.length === 0) return;
    now.claim({ kind: 'absence', subject: candidate.name, places, ...now.placeOf(phrase) });
  }

  #list(phrase: ListPhrase): void {
    const now = this.#now;
    const named = phrase.subject && now.resolve(phrase.subject.text, undefined);
    const candidate = named ?? now.topic?.candidate;
    const place = { ...now.placeOf(phrase), catalogue: 'N6-LIST' };
    const claim =
      candidate && listClaim(phrase, candidate, now.index, place, now.statements.misname);
    if (claim) now.claim(claim);
  }

  /** A numbered item that names no row leaves the sum of the items open. */
  #noteUnreadItem(): void {
    const { numbered, said, topic, namesRow, sections, statements } = this.#now;
    if (numbered && said && !namesRow && !topic?.candidate) statements.missItem(sections);
  }
}

function goesOnWithRow(phrase: Phrase): boolean {
  if (phrase.kind === 'value') return true;
  return (
    phrase.kind === 'break' && (phrase.strength === 'enumeration' || phrase.strength === 'comma')
  );
}
