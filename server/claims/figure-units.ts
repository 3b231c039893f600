/** Which figures a subject can have, by the unit they are printed with. */
import { foldWidth } from '../../grammar/width.ts';
import type { SubjectDefinition } from '../report/narrative.ts';

const MONEY = new Set(['万元', '元', '亿元']);
const SHARES = new Set(['%', '个百分点', '百分点']);

/** A share or rate is of anything; without a unit anything may be meant. */
export function canHave(definition: SubjectDefinition, unit: string | undefined): boolean {
  const { measure, units } = definition;
  if (unit === undefined) return true;
  if (SHARES.has(unit)) return measure !== 'score';
  if (MONEY.has(unit)) return measure === 'amount';
  if (unit === '分') return measure === 'score';
  return measure === 'count' && (units.length === 0 || units.includes(foldWidth(unit)));
}

/** Whether the figure is no count and no score: an amount, a share or rate of one, or none at all. */
export function isOfMoney(unit: string | undefined): boolean {
  return unit === undefined || MONEY.has(unit) || SHARES.has(unit);
}
