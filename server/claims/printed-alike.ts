/** Whether a table prints what a sentence says: what decides between two meanings of the same words, never a verdict. */
import type { ProseNumber } from '../../grammar/prose-number.ts';
import { placeExponent, rescale, roundTo } from '../report/amounts.ts';
import type { Figure } from '../report/figure.ts';
import type { Place } from './claim.ts';

/** The figure that a place prints; undefined where it prints none. */
export function figureAt({ row, column }: Place): Figure | undefined {
  const reading = row?.cells[column.index]?.reading;
  return reading?.kind === 'figure' ? reading.figure : undefined;
}

/** Whether the place prints the number, as finely as both are printed. */
export function printsAlike(place: Place, number: ProseNumber): boolean {
  const figure = figureAt(place);
  if (!figure) return number.units === 0;
  const own = placeExponent(figure);
  const other = placeExponent(number);
  const to = Math.max(own, other);
  const left = roundTo(figure.units, own, to);
  return (
    left !== undefined &&
    left === (rescale(number.units, other, to) ?? roundTo(number.units, other, to))
  );
}
