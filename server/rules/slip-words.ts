/** What may have happened to a number, in words behind it. */
import type { CellCulprit } from '../reconcile/localise/explanation.ts';
import { type Slip, slipBetween, type UnitSlip, unitSlipBetween } from '../reconcile/slip.ts';
import { MONEY_EXPONENT, type MoneyUnit, type Unit } from '../report/figure.ts';
import type { Localised } from '../report/identifiers.ts';
import type { Cell } from '../report/model.ts';
import { verbatim } from './message.ts';

const SLIPS: Readonly<Record<Slip, Localised>> = {
  'swapped-digits': { zh: '（两位数字颠倒）', en: ' (two digits swapped)' },
  'one-digit': { zh: '（一位数字不同）', en: ' (one digit differs)' },
  'lost-digit': { zh: '（漏了一位数字）', en: ' (a digit is lost)' },
  'extra-digit': { zh: '（多了一位数字）', en: ' (one digit too many)' },
  'doubled-digit': { zh: '（一位数字重复）', en: ' (a digit is doubled)' },
  sign: { zh: '（正负号有误）', en: ' (wrong sign)' },
  'shifted-point': { zh: '（小数点错位）', en: ' (the decimal point is shifted)' },
};

/** What a slip of the fingers is called, behind the number, or of the unit where that is given; empty where none is seen. */
export function slipText(printed: number, right: number, unit?: Unit): Localised {
  const inUnit =
    unit === undefined ? undefined : unitPrinted(unit, unitSlipBetween(printed, right));
  if (inUnit !== undefined) {
    return {
      zh: `（按${inUnit}填列，本栏单位是${unit}）`,
      en: ` (printed in ${inUnit}; the unit here is ${unit})`,
    };
  }
  const slip = slipBetween(printed, right);
  return slip === undefined ? verbatim('') : SLIPS[slip];
}

/** The unit that makes a number 10^power times as large as in the unit of its column. */
function unitPrinted(unit: Unit, power: UnitSlip): string | undefined {
  const own = MONEY_EXPONENT[unit as MoneyUnit] as number | undefined;
  if (power === 0 || own === undefined) return undefined;
  return Object.entries(MONEY_EXPONENT).find(([, exponent]) => exponent === own - power)?.[0];
}

/** The slip that the repair undoes, or the place beside it that prints the same. */
export function slipOrNeighbour({ fact, value }: CellCulprit): Localised {
  const slip = slipText(fact.printed.units, value.units, fact.unit);
  const { row, panel, column, figure } = fact.term;
  if (slip.zh !== '' || row === undefined || figure === undefined || figure.units === 0)
    return slip;
  const prints = (cell: Cell | undefined): boolean =>
    cell?.reading.kind === 'figure' &&
    cell.reading.figure.units === figure.units &&
    cell.reading.figure.decimals === figure.decimals;
  const at = panel.rows.indexOf(row);
  if (prints(panel.rows[at - 1]?.cells[column.index])) {
    return { zh: '（与上一行的数相同）', en: ' (the figure of the row above)' };
  }
  if (prints(panel.rows[at + 1]?.cells[column.index])) {
    return { zh: '（与下一行的数相同）', en: ' (the figure of the row below)' };
  }
  return slip;
}
