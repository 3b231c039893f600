/**
 * The figures of a report model by place, in 分 or hundredths of 分, so that two texts can be said to hold the same
 * model, and a text to hold what the accounts say.
 */
import { henan } from '../../server/forms/profiles.ts';
import { type Figure, MONEY_EXPONENT, type MoneyUnit } from '../../server/report/figure.ts';
import type { Report, Row } from '../../server/report/model.ts';
import { type Cells, place } from './cells.ts';
import { toHundredths } from './money.ts';
import { type Sheet, unitOf } from './sheet.ts';

/** By place, the printed value in 分; zeros and blanks are left out. */
export type Dump = ReadonlyMap<string, number>;

export function dumpOf(report: Report): Dump {
  const dump = new Map<string, number>();
  henan.forms.forEach((form, index) => {
    const table = report.forms.get(form.key);
    for (const panel of table?.panels ?? []) {
      for (const row of panel.rows) {
        for (const cell of row.cells) {
          if (cell?.reading.kind !== 'figure') continue;
          const value = inFen(cell.reading.figure);
          if (value !== 0)
            dump.set(place(index + 1, panel.name, rowKey(row), cell.column.index), value);
        }
      }
    }
  });
  return sorted(dump);
}

/** What a text of this sheet must come to: each amount rounded to its table's unit. */
export function expectedDump(sheet: Sheet, cells: Cells = sheet.cells): Dump {
  const dump = new Map<string, number>();
  for (const [key, amount] of cells) {
    const unit = unitOf(sheet, Number(key.slice(0, 1)));
    const printed = toHundredths(amount, unit) * 10 ** MONEY_EXPONENT[unit];
    if (printed !== 0) dump.set(key, printed);
  }
  return sorted(dump);
}

function rowKey({ code, definition, label }: Row): string {
  if (code !== undefined) return code;
  return definition?.rowNumber === undefined
    ? (definition?.label ?? label)
    : `行${definition.rowNumber}`;
}

function inFen({ units, decimals, unit }: Figure): number {
  const exponent = unit in MONEY_EXPONENT ? MONEY_EXPONENT[unit as MoneyUnit] : Number.NaN;
  return units * 10 ** (exponent + 2 - decimals);
}

function sorted(dump: Map<string, number>): Dump {
  return new Map([...dump].sort(([a], [b]) => (a < b ? -1 : 1)));
}
