/**
 * A fact: one printed number that may be wrong, a cell of this report's tables or a figure of its narrative. A blank cell
 * is one too; it says zero.
 */
import type { NarrativeFigure } from '../../claims/claim.ts';
import type { Unit } from '../../report/figure.ts';
import type { Cell } from '../../report/model.ts';
import { impliedFigure, unitExponent } from '../amount.ts';
import { POWERS, type Term } from '../constraint.ts';
import { FigureValue, ratioExponent } from '../quantity.ts';
import type { UsualDecimals } from '../usual-decimals.ts';

/** An integer of last places: `units × 10^-decimals` in the fact's unit. */
export interface FactValue {
  readonly units: number;
  readonly decimals: number;
  /** Where it is another than is printed or said by the head. */
  readonly unit?: Unit;
}

abstract class PrintedNumber {
  /** Indexes of the constraints over it, ascending. */
  readonly constraints: number[] = [];
  /** As printed, with as many decimals as it may need. */
  readonly printed: FactValue;
  readonly unit: Unit;
  /** Power of ten (of 元, of one) of a last place. */
  readonly exponent: number;
  /** Decimals that such a number is usually printed with. */
  readonly usualDecimals: number;
  /** Where it stands in the text. */
  readonly start: number;

  /** `own`: decimals as printed. */
  constructor(units: number, own: number, usual: number, unit: Unit, start: number) {
    const decimals = Math.max(own, usual);
    this.printed = { units: units * (POWERS[decimals - own] ?? 1), decimals };
    this.usualDecimals = usual;
    this.unit = unit;
    this.exponent = (ratioExponent(unit) ?? unitExponent(unit)) - decimals;
    this.start = start;
  }

  /** How many last places the right value is a multiple of: of a number with a decimal too many, ten. */
  get step(): number {
    return POWERS[this.printed.decimals - this.usualDecimals] ?? 1;
  }

  /** A value as it would be printed: with no more decimals than usual, if it needs none. */
  protected asPrinted({ units, decimals }: FactValue): FactValue {
    const { step } = this;
    return units % step === 0
      ? { units: units / step, decimals: decimals - (this.printed.decimals - this.usualDecimals) }
      : { units, decimals };
  }
}

export class CellFact extends PrintedNumber {
  readonly kind = 'cell';
  readonly cell: Cell;
  /** The term that the identities share. */
  readonly term: Term;

  constructor(cell: Cell, term: Term) {
    const { figure, column } = term;
    const own = figure?.decimals ?? 0;
    const unit = figure?.unit ?? column.unit;
    super(
      figure?.units ?? 0,
      own,
      unit === column.unit ? usualOfCell(term) : own,
      unit,
      cell.range.start,
    );
    this.cell = cell;
    this.term = term.coefficient === 1 ? term : term.with(1);
  }

  get isBlank(): boolean {
    return this.term.figure === undefined;
  }

  /** The cell as if it printed another number. */
  termWith(value: FactValue): Term {
    const { unit = this.unit } = value;
    const { units, decimals } = value.unit === undefined ? this.asPrinted(value) : value;
    return this.term.with(1, impliedFigure(units, decimals, unit));
  }
}

export class FigureFact extends PrintedNumber {
  readonly kind = 'figure';
  readonly figure: NarrativeFigure;
  readonly #usual: UsualDecimals;

  /** `usual`: decimals that figures are printed with in this report. */
  constructor(figure: NarrativeFigure, usual: UsualDecimals) {
    const { number } = figure;
    super(number.units, number.decimals, usualOfFigure(figure, usual), number.unit, figure.start);
    this.figure = figure;
    this.#usual = usual;
  }

  get isBlank(): boolean {
    return false;
  }

  /** As many decimals as the sentences print such figures with. */
  get shownDecimals(): number {
    return this.usualDecimals < 0
      ? (this.#usual.money.get(this.unit)?.shown ?? 0)
      : this.usualDecimals;
  }

  valueWith(value: FactValue): FigureValue {
    const { units, decimals } = this.asPrinted(value);
    const { number, zeros } = this.figure;
    const filled = Math.max(0, -decimals);
    const right = {
      ...number,
      units: units * 10 ** filled,
      decimals: decimals + filled,
      malformed: undefined,
      upper: undefined,
    };
    const figure = {
      ...this.figure,
      number: right,
      zeros: filled > 0 ? 'rounded' : zeros,
    } as const;
    return new FigureValue(figure, this.#usual.ratio);
  }
}

export type Fact = CellFact | FigureFact;

/** Money in 元 is printed with fen or without, or stands for 万元 with two decimals: this figure tells, or the others. */
function usualOfFigure({ number }: NarrativeFigure, { ratio, money }: UsualDecimals): number {
  const { unit, decimals } = number;
  if (ratioExponent(unit) !== undefined) return ratio;
  const usual = money.get(unit)?.said;
  if (unitExponent(unit) >= 4) return Math.max(2, usual ?? 2);
  if (usual === -2) return usual;
  return unit === '元' && decimals > 0 ? Math.max(2, usual ?? 2) : Math.max(decimals, usual ?? 0);
}

/** As finely as the columns of its table that count the same; a column of zeros tells little. */
function usualOfCell({ column, panel }: Term): number {
  let usual = unitExponent(column.unit) >= 4 ? 2 : 0;
  for (const other of panel.columns) {
    if (other.kind === 'amount' && other.unit === column.unit && other.decimals > usual) {
      usual = other.decimals;
    }
  }
  return usual;
}

/** A cell of this report that prints a number or could print one. */
export function isCellFact({ cell, report, state, figure, column }: Term): boolean {
  if (cell === undefined || report !== undefined || state === 'unreadable') return false;
  // What is missing and was put in by the identities is understood already.
  return column.kind === 'amount' && (figure === undefined || cell.reading.kind === 'figure');
}

/** A figure that says one readable number; what its author bound is checked by the binding. */
export function isFigureFact({ number, bound }: NarrativeFigure): boolean {
  return !bound && number.malformed === undefined && number.upper === undefined;
}
