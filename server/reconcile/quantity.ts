/** What claims are judged with: places of tables and figures of the narrative, alike to arithmetic. */
import type { NarrativeFigure } from '../claims/claim.ts';
import { MONEY_EXPONENT } from '../report/figure.ts';
import { impliedFigure, unitExponent } from './amount.ts';
import { POWERS, Term, type TermState } from './constraint.ts';
import { decimal, type Fraction } from './fraction.ts';

export type Quantity = Term | FigureValue;

/**
 * A figure of the narrative in a constraint. Like a place of a table it stands for every value within half a unit of its
 * last place; fewer decimals than usual are dropped zeros (R10), a count is what it says.
 */
export class FigureValue {
  readonly figure: NarrativeFigure;
  readonly state: TermState;
  /** The value is `units × 10^exponent` (元 for money), with dropped zeros put back. */
  readonly units: number;
  readonly exponent: number;
  readonly dropped: number;
  readonly rounded: boolean;
  /** 元, `ratio`, or the measure word. */
  readonly dimension: string;
  readonly table = undefined;

  /** `usual`: decimals that percentages are printed with in this report. */
  constructor(figure: NarrativeFigure, usual: number) {
    const { number } = figure;
    const { unit, decimals } = number;
    const hundred = 10 ** (decimals + 2);
    const zeros = number.units % hundred === 0 ? figure.zeros : 'digits';
    this.figure = figure;
    const money = MONEY_EXPONENT[unit as keyof typeof MONEY_EXPONENT] as number | undefined;
    const ratio = ratioExponent(unit);
    this.dimension = money !== undefined ? '元' : ratio !== undefined ? 'ratio' : unit;
    this.rounded = money !== undefined || ratio !== undefined || decimals > 0;
    const expected = ratio === undefined ? (money !== undefined && money >= 4 ? 2 : 0) : usual;
    const dropped = Math.max(0, expected - decimals);
    const isRounded = zeros === 'rounded';
    const units = isRounded ? number.units / hundred : number.units * (POWERS[dropped] ?? 1);
    this.units = units;
    this.exponent = isRounded ? 2 : (ratio ?? unitExponent(unit)) - decimals - dropped;
    // An amount of 0 is nothing; 0 % may be what a small share rounds to.
    if (units === 0 && ratio === undefined) this.dropped = 0;
    else this.dropped = zeros === 'either' ? 2 : dropped;
    // A range says no single value, and a malformed number none at all.
    const readable =
      number.malformed === undefined && number.upper === undefined && Number.isSafeInteger(units);
    this.state = !readable ? 'unreadable' : units === 0 ? 'zero' : 'figure';
  }
}

/** Power of ten of a ratio's unit; undefined for what is no ratio. Percentage points are none. */
export function ratioExponent(unit: string): number | undefined {
  switch (unit) {
    case '%':
      return -2;
    case '‰':
      return -3;
    case '倍':
      return 0;
    default:
      return undefined;
  }
}

/** 元, `ratio`, a measure word: what may be compared with each other. */
export function dimensionOf({ dimension }: Quantity): string {
  return dimension === '%' ? 'ratio' : dimension;
}

/** A place with the value that it must have, in last places of `decimals`. */
export function termWith(term: Term, units: number, decimals: number): Term {
  const { coefficient, table, panel, column, row, code, definition, report, base } = term;
  const figure = impliedFigure(units, decimals, column.unit);
  return new Term(coefficient, table, panel, column, row, code, definition, report, base, figure);
}

export function printedValue({ units, exponent }: Quantity): Fraction {
  return decimal(units, exponent);
}

export function isPlace(quantity: Quantity): quantity is Term {
  return quantity instanceof Term;
}
