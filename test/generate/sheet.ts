/** A body's accounts with the habits of whoever printed them: unit, zeros, labels. What both writers start from. */
import type { Accounts } from './accounts.ts';
import { type Cells, cellsOf } from './cells.ts';
import { type NumberStyle, type PrintedUnit, printHundredths, toHundredths } from './money.ts';
import { Random } from './random.ts';

export interface Sheet {
  readonly accounts: Accounts;
  readonly cells: Cells;
  /** Of the whole report. */
  readonly unit: PrintedUnit;
  /** Forms that are printed in another unit than the report. */
  readonly otherUnits: ReadonlyMap<number, PrintedUnit>;
  readonly style: NumberStyle;
  /** 合计 and 栏次 in the column of codes rather than in that of names. */
  readonly totalsInCodeColumn: boolean;
  /** 公开02表 and 公开03表 print the same subjects, also those without money. */
  readonly rowsOfZeros: boolean;
  /** Which of the two published groupings of 公开06表. */
  readonly grouping: 0 | 1;
  readonly words: Words;
}

/** Labels that are printed one way here and another way there. */
export interface Words {
  readonly surplus: string;
  readonly closing: string;
  readonly item: string;
  readonly outturn: string;
  readonly vehicles: string;
  readonly hospitality: string;
}

export function sheetOf(accounts: Accounts): Sheet {
  const random = new Random(accounts.seed).fork('sheet');
  const unit = random.chance(0.12) ? '元' : '万元';
  const otherUnits = new Map<number, PrintedUnit>();
  if (random.chance(0.06)) otherUnits.set(random.integer(1, 9), unit === '元' ? '万元' : '元');
  return {
    accounts,
    cells: cellsOf(accounts),
    unit,
    otherUnits,
    style: {
      grouped: random.chance(0.5),
      dropZeros: random.chance(0.08),
      zero: random.pick(['0.00', '0.00', '0.00', '', '', '-', '—', '0']),
    },
    totalsInCodeColumn: random.chance(0.4),
    rowsOfZeros: random.chance(0.3),
    grouping: random.pick([0, 1]),
    words: {
      surplus: random.pick(
        accounts.year >= 2023
          ? ['使用非财政拨款结余和专用结余', '使用非财政拨款结余（含专用结余）']
          : ['使用非财政拨款结余'],
      ),
      closing: random.pick(['年末结转和结余', '年末结转与结余']),
      item: random.pick(['项目', '项 目']),
      outturn: random.pick(['决算数', '金额']),
      vehicles: random.pick(['公务用车购置及运行维护费', '公务用车购置及运行费']),
      hospitality: '公务接待费',
    },
  };
}

export function unitOf(sheet: Sheet, form: number): PrintedUnit {
  return sheet.otherUnits.get(form) ?? sheet.unit;
}

/** The text of a cell. */
export function printed(sheet: Sheet, key: string): string {
  const form = Number(key.slice(0, 1));
  const amount = sheet.cells.get(key) ?? 0;
  return printHundredths(toHundredths(amount, unitOf(sheet, form)), sheet.style);
}

/** Codes of a coded form in order; with `all`, also those that stand in it without money. */
export function codesOf(sheet: Sheet, form: number, all: boolean): string[] {
  const forms = all && (form === 2 || form === 3) ? [2, 3] : [form];
  const codes = new Set<string>();
  for (const key of sheet.cells.keys()) {
    const [of, , row] = key.split('/');
    if (row !== undefined && forms.includes(Number(of)) && /^\d/.test(row)) codes.add(row);
  }
  return [...codes].sort();
}

/** Whether a form has any money at all. */
export function isEmpty(sheet: Sheet, form: number): boolean {
  for (const key of sheet.cells.keys()) if (key.startsWith(`${form}/`)) return false;
  return true;
}
