/** Values printed the way a figure of the narrative is: its unit, its decimals, its grouping. */
import type { ProseNumber } from '../../grammar/prose-number.ts';
import type { NarrativeFigure } from '../claims/claim.ts';
import { printUnits, unitExponent } from './amount.ts';
import { absolute, compare, type Fraction, negate, roundedUnits, roundHalfUp } from './fraction.ts';
import { ratioExponent } from './quantity.ts';

export interface PrintedFigure {
  /** Sign and digits. */
  readonly digits: string;
  readonly unit: string;
}

/**
 * `text` is the report's, for the figure's own style; `unit` is another than the figure's where the unit is what is wrong.
 * The digits say how large; which way a change goes is said in words.
 */
export function printLike(
  { number }: NarrativeFigure,
  value: Fraction,
  text: string,
  unit = number.unit,
): PrintedFigure {
  const exponent = ratioExponent(unit) ?? unitExponent(unit);
  const size = absolute(value);
  const shown = number.units < 0 ? negate(size) : size;
  const decimals = decimalsFor(size, exponent, number);
  const units = Number(roundedUnits(shown, decimals - exponent));
  const printed = text.slice(number.number.start, number.number.end);
  return { digits: printUnits(units, decimals, /\d[,，]\d/.test(printed)), unit };
}

/** As many as are printed; of a round number that is wrong as many as are usual. */
function decimalsFor(
  value: Fraction,
  exponent: number,
  { decimals: printed, malformed, unit }: ProseNumber,
): number {
  const usual = exponent > 0 || exponent === -2 ? 2 : 0;
  if (malformed !== undefined) {
    // 元 are printed with fen where there are any.
    const hasFen = unit === '元' && compare(roundHalfUp(value, -exponent), value) !== 0;
    return hasFen ? 2 : usual;
  }
  if (printed >= usual || (exponent < 0 && printed > 0)) return printed;
  return compare(roundHalfUp(value, printed - exponent), value) === 0 ? printed : usual;
}

/** The number of a figure, half-width and without grouping or unit. */
export function plainDigits({ number }: NarrativeFigure): string {
  return printUnits(number.units, number.decimals);
}
