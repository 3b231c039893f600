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
  /** Where it stands in the text. */
  readonly start: number;

  constructor(units: number, decimals: number, unit: Unit, start: number) {
    this.printed = { units, decimals };
    this.unit = unit;
    this.exponent = (ratioExponent(unit) ?? unitExponent(unit)) - decimals;
    this.start = start;
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
    const decimals = unit === column.unit ? Math.max(column.decimals, own) : own;
    const units = (figure?.units ?? 0) * (POWERS[decimals - own] ?? 1);
    super(units, decimals, unit, cell.range.start);
    this.cell = cell;
    this.term = term.coefficient === 1 ? term : term.with(1);
  }

  get isBlank(): boolean {
    return this.term.figure === undefined;
  }

  /** The cell as if it printed another number. */
  termWith({ units, decimals, unit = this.unit }: FactValue): Term {
    return this.term.with(1, impliedFigure(units, decimals, unit));
  }
}

export class FigureFact extends PrintedNumber {
  readonly kind = 'figure';
  readonly figure: NarrativeFigure;
  /** Decimals that such a figure is usually printed with. */
  readonly usualDecimals: number;
  readonly #usual: number;

  /** `usual`: decimals that percentages are printed with in this report. */
  constructor(figure: NarrativeFigure, usual: number) {
    const { number } = figure;
    const decimals = Math.max(number.decimals, usualDecimals(number.unit, usual));
    super(
      number.units * (POWERS[decimals - number.decimals] ?? 1),
      decimals,
      number.unit,
      figure.start,
    );
    this.figure = figure;
    this.usualDecimals = usualDecimals(number.unit, usual);
    this.#usual = usual;
  }

  get isBlank(): boolean {
    return false;
  }

  valueWith({ units, decimals }: FactValue): FigureValue {
    const { number } = this.figure;
    const right = { ...number, units, decimals, malformed: undefined, upper: undefined };
    return new FigureValue({ ...this.figure, number: right }, this.#usual);
  }
}

export type Fact = CellFact | FigureFact;

function usualDecimals(unit: Unit, ofRatios: number): number {
  if (ratioExponent(unit) !== undefined) return ofRatios;
  return unitExponent(unit) >= 4 ? 2 : 0;
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
