/** Values: 支出合计120.50万元, 收、支总计均为…, A、B分别为…. */
import type { ValuePhrase, Words } from '../../grammar/claims/phrase.ts';
import type { ProseNumber } from '../../grammar/prose-number.ts';
import type { Range } from '../../grammar/syntax-tree.ts';
import { aspectOf } from './aspect-words.ts';
import type { Aspect, Place } from './claim.ts';
import { type FigureDraft, figureOperand, isGiven, isReadable } from './reading.ts';
import type { Named, Speaking, YearOf } from './speaking.ts';
import { nameLists } from './split-names.ts';
import type { Candidate } from './subject.ts';

/** `bare`: a path stands before it, so that 支出 alone is the path's. */
export function readValue(phrase: ValuePhrase, now: Speaking, bare: boolean): void {
  const [first] = phrase.figures;
  if (!first) return;
  // A project's name may hold a year of its own.
  const yearOf = first.kind === 'score' ? 'this' : now.yearOf;
  const isUncertain = yearOf === 'other' || (yearOf === 'last' && now.yearUsed);
  now.yearUsed = true;
  if (isUncertain) now.forget();
  else if (phrase.distribution === 'respectively') readRespectively(phrase, now, yearOf);
  else if (phrase.figures.length > 1) readSeveral(phrase, now, yearOf, bare);
  else readOne(phrase, first, phrase.subject, now, yearOf, bare);
}

/** 31批次、268人次: each by its measure word. Of two amounts nobody says whose the second is. */
function readSeveral(phrase: ValuePhrase, now: Speaking, yearOf: YearOf, bare: boolean): void {
  const units = new Set(phrase.figures.map(({ unit }) => unit));
  if (units.size < phrase.figures.length) {
    now.forget();
    return;
  }
  for (const [at, number] of phrase.figures.entries()) {
    readOne(phrase, number, at === 0 ? phrase.subject : undefined, now, yearOf, bare);
  }
}

function readOne(
  phrase: ValuePhrase,
  number: ProseNumber,
  subject: Words | undefined,
  now: Speaking,
  yearOf: YearOf,
  bare: boolean,
): void {
  const figure = now.figure(number, phrase);
  if (!figure) return;
  if (phrase.distribution === 'each' && subject && readEach(phrase, figure, now, yearOf)) return;
  const named = countedBehind(phrase, number, now) ?? now.named(subject, number.unit, bare, number);
  if (!fits(number, named.reading.candidate)) {
    now.forget();
    return;
  }
  now.speakOf(named.reading);
  state(figure, named, yearOf, phrase, now);
}

/** 7个项目自评等级为优: a count may be named behind its figure, where nothing in front names it. */
function countedBehind(phrase: ValuePhrase, number: ProseNumber, now: Speaking): Named | undefined {
  if (number.kind !== 'count' || !phrase.after) return undefined;
  if (phrase.subject && now.resolve(phrase.subject.text, number.unit)) return undefined;
  const candidate = now.resolve(phrase.after.text, number.unit);
  return candidate && { reading: now.readingOf(candidate), aspect: 'final', budget: 'any' };
}

/** 收入总计、支出总计均为…: false where the words are one name, or names that are not known. */
function readEach(
  phrase: ValuePhrase,
  figure: FigureDraft,
  now: Speaking,
  yearOf: YearOf,
): boolean {
  const text = phrase.subject?.text ?? '';
  const { unit } = figure.number;
  if (now.resolve(text, unit)) return false;
  const group = namesIn(text, undefined, unit, now);
  if (!group) return false;
  now.forget();
  now.group = group.map(({ reading }) => reading);
  for (const named of group) state(figure, named, yearOf, phrase, now);
  figure.subject = now.group.map(({ name }) => name).join('、');
  return true;
}

/** A、B分别为1万元、2万元 */
function readRespectively(phrase: ValuePhrase, now: Speaking, yearOf: YearOf): void {
  const { figures, subject } = phrase;
  const text = subject?.text ?? '';
  const { aspect, budget, length } = aspectOf(text);
  const said = aspect === 'budget' ? 'budget' : 'final';
  const goesOn = now.group.length === figures.length && length === text.length;
  const group = goesOn
    ? now.group.map((reading): Named => ({ reading, aspect: said, budget }))
    : namesIn(text, figures.length, figures[0]?.unit ?? '', now);
  now.forget();
  if (!group) return;
  now.group = group.map(({ reading }) => reading);
  for (const [at, named] of group.entries()) {
    const number = figures[at];
    const figure = now.figure(number, phrase);
    if (number && figure && fits(number, named.reading.candidate)) {
      state(figure, named, yearOf, phrase, now);
    }
  }
}

/** The plainest way to read the text as several names that all are known. */
export function namesIn(
  text: string,
  count: number | undefined,
  unit: string,
  now: Speaking,
): readonly Named[] | undefined {
  const { aspect, budget } = aspectOf(text);
  const said = aspect === 'budget' ? 'budget' : 'final';
  for (const names of nameLists(text, count)) {
    const candidates = names.map((name) => now.resolve(name, unit));
    if (!candidates.every((one) => one !== undefined)) continue;
    return candidates.map((candidate) => ({
      reading: now.readingOf(candidate),
      aspect: said,
      budget,
    }));
  }
  return undefined;
}

/** Whether a figure can be a value of the subject: money of an amount, a count of what is counted. */
function fits({ kind }: ProseNumber, candidate: Candidate | undefined): boolean {
  return candidate === undefined || kind === candidate.measure;
}

/** Notes a figure as the value of a subject, and claims what the tables or an earlier statement can confirm. */
export function state(
  figure: FigureDraft,
  named: Named,
  yearOf: YearOf,
  range: Range,
  now: Speaking,
): void {
  const { reading, budget } = named;
  const { candidate } = reading;
  const aspect = aspectOfFigure(figure, named, yearOf);
  figure.subject = reading.name;
  figure.aspect = aspect;
  if (figure.number.upper) return;
  reading.latest = figure;
  let places: readonly Place[] = [];
  if (aspect === 'last-year') {
    reading.lastYear ??= figure;
    places = candidate ? now.index.lastYear(candidate).filter(isGiven) : [];
  } else if (aspect === 'budget') {
    reading.budgets[budget] ??= figure;
    places = reading.budgetPlaces(budget);
  } else {
    reading.final ??= figure;
    places = reading.finalPlaces();
  }
  if (!candidate) return;
  if (isReadable(figure) && !figure.bound && places.length > 0) {
    const { closeness } = figure;
    now.claim({ kind: 'equals', figure, places, closeness, ...now.placeOf(range) });
  }
  if (aspect === 'count') claimTogether(figure, candidate, range, now);
  const key = aspect === 'budget' ? `${aspect} ${budget}` : aspect;
  const where = { sections: now.sections, range };
  now.statements.state(figure, candidate, aspect, key, places.length > 0, where);
}

/** Where nothing was spent nobody travelled, and the other way round. */
function claimTogether(
  figure: FigureDraft,
  { definition }: Candidate,
  range: Range,
  now: Speaking,
): void {
  const owner = definition?.of === undefined ? undefined : now.index.named(definition.of);
  if (!owner) return;
  const reading = now.readingOf(owner);
  now.claimLater(figure, range, (place) => {
    const amount = figureOperand(reading.final) ?? reading.finalOperand();
    if (amount) now.claim({ kind: 'together', figure, amount, ...place, catalogue: 'N9-COUNT' });
  });
}

function aspectOfFigure({ number }: FigureDraft, named: Named, yearOf: YearOf): Aspect {
  if (yearOf === 'last') return 'last-year';
  switch (number.kind) {
    case 'count':
    case 'score':
      return number.kind;
    case 'percentage':
    case 'points':
      return 'percentage';
    default:
      return named.aspect;
  }
}
