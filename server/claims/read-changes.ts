/** Changes against last year or the budget: 与上年相比增加67.08万元，增长45.56%, 与预算数持平. */
import type {
  AgainstPhrase,
  ChangePhrase,
  LevelPhrase,
  RatePhrase,
} from '../../grammar/claims/phrase.ts';
import type { ProseNumber } from '../../grammar/prose-number.ts';
import { aspectOf, budgetKind } from './aspect-words.ts';
import type { Direction, Operand } from './claim.ts';
import { state } from './read-values.ts';
import {
  type Against,
  type FigureDraft,
  figureOperand,
  isGiven,
  isUsable,
  placeOperand,
  type Reading,
} from './reading.ts';
import type { Comparison, Speaking } from './speaking.ts';

/** 与上年度相比, 比年初预算, 比2022年度的443.50万元 */
export function readComparison(phrase: AgainstPhrase, now: Speaking): void {
  if (phrase.subject) {
    const { reading } = now.named(phrase.subject, '万元', false);
    if (reading.candidate || reading === now.topic) now.speakOf(reading);
    // 与预算绩效管理… behind words that name nothing compares nothing.
    else if (phrase.base === 'budget' && !phrase.figure) return;
    else now.forget();
  }
  now.against = comparisonOf(phrase, now);
}

function comparisonOf(phrase: AgainstPhrase, now: Speaking): Comparison | undefined {
  const isBudget = phrase.base === 'budget';
  // 比2021年: nothing that this report or the one before could say.
  if (!isBudget && phrase.year && now.whichYear(phrase.year) !== 'last') return undefined;
  if (phrase.base === 'other') return undefined;
  const base = isBudget ? 'budget' : 'last-year';
  const figure = now.figure(phrase.figure);
  const reading = now.topic;
  if (figure && reading) {
    const budget = isBudget ? budgetKind(phrase.words.text) : 'any';
    const named = { reading, aspect: isBudget ? 'budget' : 'final', budget } as const;
    state(figure, named, isBudget ? 'this' : 'last', figure, now);
  }
  return { base, figure };
}

export function readChange(phrase: ChangePhrase | RatePhrase, now: Speaking): void {
  const readings = changedBy(phrase, now);
  if (!readings) return;
  for (const [at, reading] of readings.entries()) {
    const number = phrase.figures[readings.length > 1 ? at : 0];
    const against = now.against?.base ?? (reading.lastYear ? 'last-year' : undefined);
    const figure = now.figure(number, phrase);
    if (!number || !figure || !against || number.kind === 'points') continue;
    if (!isOfKind(number, reading)) continue;
    figure.subject = reading.name;
    figure.aspect = phrase.kind;
    const stated = reading.changeIn(now.sentence, against) ?? reading.latestChange(against);
    const direction = wordDirection(phrase.direction, number, stated);
    if (phrase.kind === 'change') claimChange(phrase, reading, figure, against, direction, now);
    else claimRate(phrase, reading, figure, against, direction, now);
  }
}

function changedBy(
  phrase: ChangePhrase | RatePhrase,
  now: Speaking,
): readonly Reading[] | undefined {
  const several = phrase.figures.length;
  if (phrase.subject || several > 1) return now.subjects(phrase.subject, several);
  if (phrase.distribution === 'each' && now.group.length > 0) return undefined;
  return now.subjects(undefined, 1);
}

/** 3人 is no change of an amount. */
function isOfKind({ kind }: ProseNumber, { candidate }: Reading): boolean {
  return kind === 'percentage' || !candidate || candidate.measure === kind;
}

function claimChange(
  phrase: ChangePhrase | RatePhrase,
  reading: Reading,
  figure: FigureDraft,
  against: Against,
  direction: Direction,
  now: Speaking,
): void {
  reading.addChange(against, { figure, direction, sentence: now.sentence });
  const explicit = now.against?.figure;
  now.claimLater(figure, phrase, (place) => {
    const current = reading.finalOperand();
    if (!current) return;
    const base = figureOperand(explicit) ?? baseOperand(reading, against, now);
    now.claim({ kind: 'change', figure, direction, current, base, against, ...place });
  });
}

function claimRate(
  phrase: ChangePhrase | RatePhrase,
  reading: Reading,
  figure: FigureDraft,
  against: Against,
  direction: Direction,
  now: Speaking,
): void {
  const explicit = now.against?.figure;
  const { sentence } = now;
  const before = reading.latestChange(against);
  now.claimLater(figure, phrase, (place) => {
    const stated = reading.changeIn(sentence, against) ?? before;
    const change = stated && isUsable(stated.figure) ? stated.figure : undefined;
    const current = reading.finalOperand();
    const base = figureOperand(explicit) ?? baseOperand(reading, against, now);
    if (stated && figure.number.units !== 0 && stated.figure.number.units !== 0) {
      now.claim({
        kind: 'direction',
        change: stated.direction,
        rate: direction,
        figures: [stated.figure, figure],
        ...place,
        catalogue: 'N-YOYDIR',
      });
    }
    if (!(change && (current || base)) && !(current && base)) return;
    now.claim({ kind: 'rate', figure, direction, current, change, base, against, ...place });
  });
}

function baseOperand(reading: Reading, against: Against, now: Speaking): Operand | undefined {
  if (against === 'budget') return reading.budgetOperand('any');
  const stated = figureOperand(reading.lastYear);
  if (stated) return stated;
  const places = reading.candidate ? now.index.lastYear(reading.candidate) : [];
  return placeOperand(places.find(isGiven));
}

function isJudged(figure: FigureDraft): boolean {
  return isUsable(figure) && !figure.bound && figure.closeness === 'exact';
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

/** 决算数与预算数持平 */
export function readLevel(phrase: LevelPhrase, now: Speaking): void {
  const reading = now.subjects(phrase.subject, 1)?.[0];
  if (!reading || phrase.base === 'other') return;
  if (phrase.subject && aspectOf(phrase.subject.text).aspect === 'budget') return;
  const isBudget = phrase.base === 'budget';
  if (!isBudget && phrase.year && now.whichYear(phrase.year) !== 'last') return;
  const kind = budgetKind(phrase.words.text);
  const { relation } = phrase;
  const completed = isBudget ? reading.completed : undefined;
  now.atEnd(phrase, (place) => {
    const left = reading.finalOperand();
    const right = isBudget ? reading.budgetOperand(kind) : baseOperand(reading, 'last-year', now);
    if (left && right) now.claim({ kind: 'level', relation, left, right, ...place });
    else if (completed?.of === kind && isJudged(completed.figure)) {
      now.claim({ kind: 'completed', relation, figure: completed.figure, ...place });
    }
  });
}
