/** Amounts in 元 of a report in 万元: exact, or 万元 with two decimals turned into 元 (R10, N-UNIT)? */
import type { ProseNumber } from '../../grammar/prose-number.ts';
import type { MoneyUnit } from '../report/figure.ts';
import type { FigureDraft } from './reading.ts';

/** 0.01 万元 in 元. */
const PLACE = 100;

/**
 * Of amounts that are exact one in a hundred ends in two zeros by chance: where more than half of them do, they were
 * rounded. Where fewer do, each may have been.
 */
export function noteEndZeros(figures: readonly FigureDraft[], unit: MoneyUnit): void {
  if (unit !== '万元') return;
  const whole = figures.filter(({ number }) => isWhole(number));
  const ending = whole.filter(({ number }) => number.units % PLACE === 0);
  const zeros = 2 * ending.length > whole.length ? 'rounded' : 'either';
  for (const figure of ending) figure.zeros = zeros;
}

function isWhole({ unit, decimals, units, malformed, upper }: ProseNumber): boolean {
  return unit === '元' && decimals === 0 && units !== 0 && !malformed && !upper;
}
