/** What the judges of single claims share: the quantities that claims speak of, as printed and as they must be. */
import { readNumber } from '../../grammar/number.ts';
import type { Narrative, NarrativeFigure, Operand } from '../claims/claim.ts';
import { unitExponent } from './amount.ts';
import { type ClaimOutcome, type ClaimVerdict, holds } from './claim-outcome.ts';
import { type Fraction, roundedUnits } from './fraction.ts';
import { type JudgedTables, PlaceValues } from './place-value.ts';
import { FigureValue, isPlace, type Quantity } from './quantity.ts';
import type { Supposed } from './supposed.ts';
import { type UsualDecimals, usualDecimals } from './usual-decimals.ts';

/** What one look at a claim finds: with the figures as printed, or as they must be. */
export type Judged = Omit<ClaimOutcome, 'claim'>;

/** Reads an operand; undefined where it says nothing. */
export type Reader = (operand: Operand) => Quantity | undefined;

const NOTHING: Judged = {
  verdict: 'unknown',
  constraint: undefined,
  expected: undefined,
  against: [],
  cause: undefined,
  wrongBase: undefined,
  power: 0,
  misprint: undefined,
  suspect: undefined,
  ownFault: false,
};

export function judged(verdict: ClaimVerdict, more: Partial<Judged> = {}): Judged {
  return { ...NOTHING, ...more, verdict };
}

export const UNKNOWN = NOTHING;

export class Values {
  readonly places: PlaceValues;
  readonly usual: UsualDecimals;
  /**
   * What is wrong, once that is known; undefined while it is not: then claims are judged as printed, none of them tells
   * another which figure is wrong, and numbers may be supposed to be others.
   */
  readonly #known: Supposed | undefined;
  #supposed: Supposed | undefined;
  readonly #figures = new Map<NarrativeFigure, FigureValue>();
  readonly #right = new Map<NarrativeFigure, Quantity>();
  readonly #wrong = new Set<NarrativeFigure>();
  /** Those that a table contradicts. */
  readonly #misstated = new Set<NarrativeFigure>();
  /** Whether a table prints a figure of a sentence more finely: 元 beside 万元. */
  #hasFiner = false;

  constructor(narrative: Narrative, tables: JudgedTables, known: Supposed | undefined) {
    this.places = new PlaceValues(tables, known);
    this.usual = usualDecimals(narrative.figures);
    this.#known = known;
    if (known === undefined) return;
    for (const figure of narrative.figures) {
      const right = known.figureValue(figure);
      if (right !== undefined) this.settle(figure, right, true);
    }
  }

  /** Whether it is not yet known what is wrong. */
  get isTrial(): boolean {
    return this.#known === undefined;
  }

  /** Holds numbers to be others while something is tried. */
  suppose<T>(supposed: Supposed, trial: () => T): T {
    this.#supposed = supposed;
    this.places.suppose(supposed);
    const result = trial();
    this.#supposed = undefined;
    this.places.suppose(undefined);
    return result;
  }

  of(figure: NarrativeFigure): FigureValue {
    const supposed = this.#supposed?.figureValue(figure);
    if (supposed !== undefined) return supposed;
    let value = this.#figures.get(figure);
    if (value === undefined) {
      value = new FigureValue(figure, this.usual.ratio);
      this.#figures.set(figure, value);
    }
    return value;
  }

  /** Notes what a figure must be. */
  settle(figure: NarrativeFigure, right: Quantity, wrong: boolean): void {
    if (this.#supposed !== undefined || (wrong && this.isTrial)) return;
    if (wrong) this.#wrong.add(figure);
    if (wrong && isPlace(right)) this.#misstated.add(figure);
    if ((wrong && !this.#isKnown(figure)) || !this.#right.has(figure)) {
      this.#right.set(figure, right);
      this.#hasFiner ||= isFiner(right, this.of(figure));
    }
  }

  #isKnown(figure: NarrativeFigure): boolean {
    return this.#right.has(figure) && this.#known?.figureValue(figure) !== undefined;
  }

  isSettled(figure: NarrativeFigure): boolean {
    return this.#right.has(figure);
  }

  isWrong(figure: NarrativeFigure): boolean {
    return this.#wrong.has(figure);
  }

  readonly printed: Reader = (operand) =>
    operand.kind === 'place' ? this.places.at(operand.place) : this.of(operand.figure);

  readonly right: Reader = (operand) => {
    if (operand.kind === 'place') {
      return this.places.repaired(operand.place) ?? this.places.at(operand.place);
    }
    const { figure } = operand;
    if (this.#supposed !== undefined && this.#isTouched(figure)) return this.of(figure);
    return this.#right.get(figure) ?? this.#repairOf(figure) ?? this.of(figure);
  };

  /** Whether a figure, or the place that says best what it is, is supposed to be another. */
  #isTouched(figure: NarrativeFigure): boolean {
    if (this.#supposed?.figureValue(figure) !== undefined) return true;
    const right = this.#right.get(figure);
    if (right === undefined || !isPlace(right) || right.cell === undefined) return false;
    return this.#supposed?.cellTerm(right.cell) !== undefined;
  }

  /** A figure with another value, in its own unit. */
  valueOf(figure: NarrativeFigure, value: Fraction): FigureValue | undefined {
    const { number } = figure;
    const decimals = Math.max(number.decimals, 2);
    const units = Number(roundedUnits(value, decimals - unitExponent(number.unit)));
    if (!Number.isSafeInteger(units)) return undefined;
    const right = { ...number, units, decimals, malformed: undefined, upper: undefined };
    return new FigureValue({ ...figure, number: right }, this.usual.ratio);
  }

  #repairOf(figure: NarrativeFigure): FigureValue | undefined {
    const { number } = figure;
    const repair = number.malformed?.repair;
    const reading = repair === undefined ? undefined : readNumber(repair);
    if (reading?.kind !== 'number') return undefined;
    const { units, decimals } = reading;
    return new FigureValue(
      { ...figure, number: { ...number, units, decimals, malformed: undefined } },
      this.usual.ratio,
    );
  }

  /**
   * Judges a claim with its operands as printed and, where one of them is wrong, as they must be: a claim that holds for
   * the right figures holds, one that holds for the wrong ones alone is no fault of its own.
   */
  weigh(operands: readonly Operand[], judge: (read: Reader) => Judged): Judged {
    const asPrinted = judge(this.printed);
    const isFinelyKnown = this.#hasFiner && operands.some(this.#isFinelyKnown);
    if (asPrinted.verdict === 'exact' && !isFinelyKnown && !operands.some(this.#differs)) {
      return asPrinted;
    }
    const apart = operands.filter((operand) => this.right(operand) !== this.printed(operand));
    if (apart.length === 0) return asPrinted;
    const asRight = judge(this.right);
    if (holds(asRight.verdict)) {
      if (!holds(asPrinted.verdict)) return asRight;
      return isFinelyKnown ? asRight : better(asPrinted, asRight);
    }
    if (this.isTrial) return isFinelyKnown ? withFiner(asPrinted, asRight) : asPrinted;
    if (asRight.verdict === 'unknown' || !holds(asPrinted.verdict)) {
      if (asRight.verdict === 'unknown') return asPrinted;
      const isApart = asPrinted.verdict === 'broken' && asRight.verdict === 'broken';
      return { ...asRight, ownFault: isApart && apart.some(this.#isProvenWrong) };
    }
    const wrong = apart.find(this.#differs);
    if (wrong === undefined) return asPrinted;
    return {
      ...asRight,
      verdict: 'follows',
      cause: wrong.kind === 'figure' ? wrong.figure : undefined,
    };
  }

  /** A value that sentences alone give may be that of another explanation. */
  readonly #isProvenWrong = (operand: Operand): boolean =>
    operand.kind === 'figure' && this.#misstated.has(operand.figure);

  /** Whether a table prints what the sentence says more finely. */
  readonly #isFinelyKnown = (operand: Operand): boolean => {
    const right = operand.kind === 'figure' && this.right(operand);
    return right ? isFiner(right, this.of(operand.figure)) : false;
  };

  /** Whether an operand must be another than is printed. */
  readonly #differs = (operand: Operand): boolean =>
    operand.kind === 'figure' && this.#wrong.has(operand.figure);
}

function isFiner(right: Quantity, printed: Quantity): boolean {
  return right.exponent < printed.exponent && right.state === 'figure';
}

/** A percentage that fails both ways: it was worked out from the finer figures, whichever of them is wrong. */
function withFiner(asPrinted: Judged, asRight: Judged): Judged {
  const { verdict, constraint } = asPrinted;
  if (holds(verdict))
    return verdict === 'exact' ? { ...asPrinted, verdict: 'rounding' } : asPrinted;
  if (constraint?.kind !== 'ratio' || asRight.constraint?.kind !== 'ratio') return asPrinted;
  const { over, under } = asRight.constraint;
  return { ...asPrinted, constraint: { ...constraint, finer: { over, under } } };
}

const ORDER: readonly ClaimVerdict[] = ['exact', 'rounding', 'last-place', 'truncated', 'coarse'];

function better(a: Judged, b: Judged): Judged {
  const rank = ({ verdict }: Judged): number => {
    const at = ORDER.indexOf(verdict);
    return at < 0 ? ORDER.length : at;
  };
  return rank(a) <= rank(b) ? a : b;
}
