/** Shares and completion: 占支出合计的99.93%, 完成年初预算的90.77%. */
import type { CompletionPhrase, SharePhrase } from '../../grammar/claims/phrase.ts';
import type { ProseNumber } from '../../grammar/prose-number.ts';
import { Decimal, toDecimal } from '../report/amounts.ts';
import { budgetKind } from './aspect-words.ts';
import type { Operand } from './claim.ts';
import { figureAt } from './printed-alike.ts';
import { namesIn, state } from './read-values.ts';
import { figureOperand, type Reading } from './reading.ts';
import type { Speaking } from './speaking.ts';

interface Part {
  readonly reading: Reading;
  readonly operand: Operand | undefined;
}

export function readShare(phrase: SharePhrase, now: Speaking): void {
  const parts = partsOf(phrase, now);
  if (!parts) return;
  const of = wholeOf(phrase, parts[0]?.reading, now);
  if (!of) return;
  const whole = wholeValue(of, phrase, now);
  for (const [at, { reading, operand }] of parts.entries()) {
    const figure = now.figure(phrase.figures[at], phrase);
    if (!figure) continue;
    figure.subject = reading.name;
    figure.aspect = 'share';
    const where = { sections: now.sections, range: phrase };
    now.statements.share(
      figure,
      reading,
      of.name,
      operand !== undefined && whole !== undefined,
      where,
    );
    now.claimLater(figure, phrase, (place) => {
      if (operand && whole) now.claim({ kind: 'share', figure, part: operand, whole, ...place });
    });
  }
}

/** What the percentages are shares of something of; undefined where that is not certain. */
function partsOf({ figures, subject }: SharePhrase, now: Speaking): readonly Part[] | undefined {
  if (figures.length > 1) {
    const readings = subject
      ? namesIn(subject.text, figures.length, '万元', now)?.map(({ reading }) => reading)
      : now.several(figures.length);
    return readings?.map((reading) => ({ reading, operand: reading.finalOperand() }));
  }
  if (subject) {
    const { reading } = now.named(subject, '万元', false);
    if (!reading.candidate) return undefined;
    now.speakOf(reading);
    return [{ reading, operand: reading.finalOperand() }];
  }
  const reading = now.topic;
  if (!reading || now.group.length > 0 || now.joined > 1) return undefined;
  return [{ reading, operand: figureOperand(reading.latest) ?? reading.finalOperand() }];
}

/** Undefined where that is not certain. */
function wholeOf(
  phrase: SharePhrase,
  part: Reading | undefined,
  now: Speaking,
): Reading | undefined {
  if (phrase.baseYear && now.whichYear(phrase.baseYear) !== 'this') return undefined;
  return phrase.base ? namedWhole(phrase, part, now) : unnamedWhole(phrase, part, now);
}

/** Undefined where nothing gives the value of the whole. */
function wholeValue(reading: Reading, phrase: SharePhrase, now: Speaking): Operand | undefined {
  const baseFigure = now.figure(phrase.baseFigure);
  if (baseFigure) {
    state(baseFigure, { reading, aspect: 'final', budget: 'any' }, 'this', baseFigure, now);
    return figureOperand(baseFigure);
  }
  return reading.finalOperand() ?? now.statements.operandOf(reading.name);
}

/** Of several that the words may name (总支出), the one that the percentage is a share of, else what is being divided here. */
function namedWhole(
  { base, figures }: SharePhrase,
  part: Reading | undefined,
  now: Speaking,
): Reading | undefined {
  const found = base ? now.candidates(base.text, undefined) : [];
  const [only] = found;
  if (found.length < 2) return only && now.readingOf(only);
  const readings = found.map((candidate) => now.readingOf(candidate));
  const usual = shareBase(now);
  return (
    dividing(figures[0], part, readings, now) ??
    readings.find(({ name }) => name === now.total?.name || name === usual) ??
    // It fits none of them: wrong, whichever was meant.
    readings.find(({ name }) => name !== undefined && base?.text.endsWith(name))
  );
}

/** The one of several wholes that the percentage is a share of. */
function dividing(
  percentage: ProseNumber | undefined,
  part: Reading | undefined,
  wholes: readonly Reading[],
  now: Speaking,
): Reading | undefined {
  const over = part && amountOf(part, now);
  if (!percentage || !over) return undefined;
  return wholes.find((whole) => {
    const under = whole === part ? undefined : amountOf(whole, now);
    return under && isShareOf(over, under, percentage);
  });
}

/** Whether the one is too much to be a part of the other. */
function isWider(one: Reading, other: Reading, now: Speaking): boolean {
  const [a, b] = [amountOf(one, now), amountOf(other, now)];
  return a !== undefined && b !== undefined && a.greaterThan(b);
}

function amountOf(reading: Reading, now: Speaking): Decimal | undefined {
  const operand = reading.finalOperand() ?? now.statements.operandOf(reading.name);
  const figure = operand?.kind === 'place' ? figureAt(operand.place) : operand?.figure.number;
  return figure && toDecimal(figure);
}

function isShareOf(part: Decimal, whole: Decimal, percentage: ProseNumber): boolean {
  if (whole.isZero()) return false;
  const unit = new Decimal(10).pow(-percentage.decimals);
  const share = part.dividedBy(whole).times(100);
  return share.minus(toDecimal(percentage).times(100)).abs().lessThanOrEqualTo(unit);
}

function shareBase({ sections }: Speaking): string | undefined {
  return sections.find((section) => section.shareBase !== undefined)?.shareBase;
}

/**
 * The total that stands before 其中, else what the section divides by. Of a total within a total (公务用车 within “三公”经费) it is
 * the one that the percentage fits; where none does, nobody says which was meant.
 */
function unnamedWhole(
  { figures }: SharePhrase,
  part: Reading | undefined,
  now: Speaking,
): Reading | undefined {
  const name = shareBase(now);
  const usual = name === undefined ? undefined : now.index.named(name);
  const total = now.total ?? (usual ? undefined : now.carriedTotal);
  const isMeant = !usual || total?.candidate?.name === usual.name;
  if (total && total !== part && isMeant && total.finalOperand()) return total;
  if (!usual || !part?.candidate) return undefined;
  const whole = now.readingOf(usual);
  const inner = total ?? (isNested(now) ? now.carriedTotal : undefined);
  if (inner) {
    const known = inner.candidate ? [inner, whole] : [whole];
    const meant = dividing(figures[0], part, known, now);
    if (meant) return meant;
    if (isWider(inner, whole, now)) return inner;
    // Nothing is a part of less than itself: 资本性支出…。其中人员经费….
    return isWider(part, inner, now) ? whole : undefined;
  }
  return whole === part ? undefined : whole;
}

/** Whether the paragraphs at hand name parts of something less than the section's whole. */
function isNested({ carriedTotal, numbered, sections }: Speaking): boolean {
  if (!carriedTotal?.candidate || numbered) return false;
  return sections.every((section) => section.shareBase !== carriedTotal.name);
}

export function readCompletion(phrase: CompletionPhrase, now: Speaking): void {
  const readings = now.subjects(phrase.subject, phrase.figures.length);
  if (!readings) return;
  const kind = phrase.base ? budgetKind(phrase.base.text) : 'any';
  for (const [at, reading] of readings.entries()) {
    const figure = now.figure(phrase.figures[at], phrase);
    if (!figure) continue;
    figure.subject = reading.name;
    figure.aspect = 'completion';
    reading.completed = { figure, of: kind };
    const baseFigure = now.figure(phrase.baseFigure);
    if (baseFigure) {
      const named = { reading, aspect: 'budget', budget: kind } as const;
      state(baseFigure, named, now.yearOf, baseFigure, now);
    }
    now.claimLater(figure, phrase, (place) => {
      const final = reading.finalOperand();
      const budget = figureOperand(baseFigure) ?? reading.budgetOperand(kind);
      if (final && budget) now.claim({ kind: 'completion', figure, final, budget, ...place });
    });
  }
}
