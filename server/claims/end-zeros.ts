/** Amounts in 元 of a report in 万元: exact, or 万元 with two decimals turned into 元 (R10, N-UNIT)? */
import type { MoneyUnit } from '../report/figure.ts';
import type { EndZeros } from './claim.ts';
import type { FigureDraft } from './reading.ts';

/** 0.01 万元 in 元. */
const PLACE = 100;

/**
 * Of amounts in whole 元 that are exact one in a hundred ends in two zeros by chance: where more than half of them do, they
 * were rounded, and where fewer do, each may have been. With 角 and 分 (26900.00元) it takes four zeros, which chance hardly
 * gives; the few of a report that are exact say nothing.
 */
export function noteEndZeros(figures: readonly FigureDraft[], unit: MoneyUnit): void {
  if (unit !== '万元') return;
  note(
    figures.filter((figure) => isYuan(figure) && figure.number.decimals === 0),
    'either',
  );
  note(
    figures.filter((figure) => isYuan(figure) && figure.number.decimals > 0),
    'digits',
  );
}

/** `few`: what the zeros of some may be where most have none. */
function note(figures: readonly FigureDraft[], few: EndZeros): void {
  const ending = figures.filter(({ number: { units, decimals } }) => endsInZeros(units, decimals));
  const zeros = 2 * ending.length > figures.length ? 'rounded' : few;
  for (const figure of ending) figure.zeros = zeros;
}

function endsInZeros(units: number, decimals: number): boolean {
  return units % (PLACE * 10 ** decimals) === 0;
}

function isYuan({ number: { unit, units, malformed, upper } }: FigureDraft): boolean {
  return unit === '元' && units !== 0 && !malformed && !upper;
}
