/** Integers in `10^exponent` 元 (or of a column's own unit) as they are printed. */
import { printAmount, unitExponent } from '../report/amounts.ts';
import type { Figure, Unit } from '../report/figure.ts';
import type { Column } from '../report/model.ts';

export { unitExponent };

/** A value in `10^exponent` as a number of a column's last places; half-up where the column is coarser. */
export function inPlaces(value: number, exponent: number, unit: Unit, decimals: number): number {
  const shift = exponent - unitExponent(unit) + decimals;
  if (shift >= 0) return value * 10 ** shift;
  const scale = 10 ** -shift;
  const places = Math.abs(value) / scale;
  const rounded = Math.floor(places + 0.5);
  return value < 0 ? -rounded : rounded;
}

/** `units × 10^-decimals` as text: 1234567 with 2 decimals → `12,345.67` where grouped, else `12345.67`. */
export function printUnits(units: number, decimals: number, grouped = false): string {
  return printAmount(units, { decimals, grouped, suffix: '', bracketed: false });
}

/** A number's text in full-width characters where a text beside it is written in them. */
export function inWidthOf(beside: string, number: string): string {
  if (!/[０-９]/.test(beside)) return number;
  const half = { '.': beside.includes('.'), ',': beside.includes(','), '-': beside.includes('-') };
  return number.replace(/[\d.,-]/g, (mark) =>
    half[mark as keyof typeof half] ? mark : String.fromCharCode(mark.charCodeAt(0) + 0xfee0),
  );
}

/** A value in `10^exponent` as text in a unit, with at least `decimals` decimals and more only where it has them. */
export function printValue(value: number, exponent: number, unit: Unit, decimals: number): string {
  const shift = exponent - unitExponent(unit) + decimals;
  if (shift >= 0) return printUnits(value * 10 ** shift, decimals);
  const text = printUnits(value, decimals - shift);
  let end = text.length;
  for (let spare = -shift; spare > 0 && text[end - 1] === '0'; spare--) end--;
  return text.slice(0, end).replace(/\.$/, '');
}

/** Decimals that a value put beside these figures of a unit is printed with: the column's, else the figures' own. */
export function decimalsBeside(column: Column, figures: Iterable<Figure | undefined>): number {
  let decimals = column.decimals;
  for (const figure of figures) {
    if (figure !== undefined && figure.unit === column.unit && figure.decimals > decimals) {
      decimals = figure.decimals;
    }
  }
  return decimals;
}

/** A figure that stands nowhere: what a place must say. */
export function impliedFigure(units: number, decimals: number, unit: Unit): Figure {
  return { units, decimals, unit, start: 0, end: 0 };
}
