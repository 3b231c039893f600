/** How a report numbers its tables, where that is not how its profile does. */
import { foldWidth } from '../../grammar/width.ts';
import type { Profile } from './form.ts';
import { plainLabel } from './label.ts';
import type { Table, TableProblem } from './model.ts';

/** Two numbers may have been taken for each other; so many, in order, are another way to number the tables. */
export const OTHER_ORDER = 3;

/** What messages and references call the tables. */
export interface TableNumbers {
  /** Only those that are not called by the number of their form. */
  readonly numbers: ReadonlyMap<Table, string>;
  /** Whether the report numbers its forms in an order of its own. */
  readonly own: boolean;
}

export function tableNumbers(tables: readonly Table[], profile: Profile): TableNumbers {
  const forms = tables.filter(({ form }) => form !== undefined);
  switch (profile.practice.numbers) {
    case 'fixed': {
      const own = ownNumbers(forms);
      if (own) return { numbers: own, own: true };
      // Where the forms stand in no order that the profile knows, and print no numbers, its own mean nothing.
      const meaningless = !inOrderOf(profile, forms) && !forms.some(isNumbered);
      return meaningless ? byName(tables) : AS_THE_FORMS;
    }
    case 'usual':
      if (!forms.some(isNumbered)) return byName(tables);
      return asPrinted(forms) ?? AS_THE_FORMS;
    default:
      return asPrinted(forms) ?? byName(tables);
  }
}

const AS_THE_FORMS: TableNumbers = { numbers: new Map(), own: false };

function byName(tables: readonly Table[]): TableNumbers {
  return { numbers: new Map(tables.map((table) => [table, table.name])), own: false };
}

/**
 * The numbers that the report gives its forms, where it counts them in an order of its own: they ascend from the first
 * table to the last, and at least three stand for another form than in the profile (上海, 湖北: 公开07表 is the three
 * public expenses). Undefined where the numbers are the profile's, or one of them may be a slip.
 */
function ownNumbers(forms: readonly Table[]): ReadonlyMap<Table, string> | undefined {
  const numbers = new Map<Table, string>();
  let others = 0;
  let last = 0;
  for (const table of forms) {
    const usual = digitsOf(table.form?.number ?? '');
    const digits = digitsOf(printedNumber(table) ?? '') ?? usual;
    if (digits === undefined || digits <= last) return undefined;
    last = digits;
    if (digits !== usual) others += 1;
    numbers.set(table, publicNumber(digits));
  }
  return others >= OTHER_ORDER ? numbers : undefined;
}

/** The numbers as printed, where at least one is and all ascend; a table without one goes by its name. */
function asPrinted(forms: readonly Table[]): TableNumbers | undefined {
  const numbers = new Map<Table, string>();
  let own = false;
  let last = 0;
  for (const table of forms) {
    const printed = printedNumber(table);
    if (printed === undefined) {
      numbers.set(table, table.name);
      continue;
    }
    const digits = digitsOf(printed);
    if (digits === undefined || digits <= last) return undefined;
    last = digits;
    const number = printed.startsWith('公开') ? publicNumber(digits) : printed;
    if (number !== table.form?.number) own = true;
    numbers.set(table, number);
  }
  return last === 0 ? undefined : { numbers, own };
}

/** The number that stands above a table: 公开07表, 表七. */
function printedNumber({ fields, syntax }: Table): string | undefined {
  const field = fields.find(({ kind }) => kind === 'form-number');
  return numberIn(field?.value ?? '') ?? numberIn(syntax.startLine.name.value);
}

/** A number of a form within a text; of a form's name `一般…` its first character is none. */
export function numberIn(text: string): string | undefined {
  if (text === '') return undefined;
  return NUMBER.exec(plainLabel(text))?.[0];
}

const NUMBER =
  /公开\d{1,2}(?:-\d{1,2})?表|^附?表(?:[一二三四五六七八九十]{1,3}?(?![二三四五六七八九十]|一(?!般))|\d{1,2}(?!\d))/;

function isNumbered(table: Table): boolean {
  return printedNumber(table) !== undefined;
}

/** Whether a table is what the report calls by this number. */
export function isCalled(table: Table, number: string): boolean {
  if (table.form === undefined) return false;
  const plain = plainLabel(number);
  return plain === table.number || (numberIn(plain) === plain && sameNumber(plain, table.number));
}

function sameNumber(one: string, other: string): boolean {
  return one.startsWith('公开') && other.startsWith('公开') && digitsOf(one) === digitsOf(other);
}

/** Whether the forms stand in the profile's order. */
function inOrderOf(profile: Profile, forms: readonly Table[]): boolean {
  let last = -1;
  for (const { form } of forms) {
    const place = form === undefined ? last : profile.forms.indexOf(form);
    if (place < last) return false;
    last = place;
  }
  return true;
}

export function disagrees({ code }: TableProblem): boolean {
  return code === 'number-disagrees';
}

function publicNumber(digits: number): string {
  return `公开${String(digits).padStart(2, '0')}表`;
}

/** 公开07表: 7; 表十二: 12. */
export function digitsOf(number: string): number | undefined {
  const digits = /\d+/.exec(foldWidth(number))?.[0];
  if (digits !== undefined) return Number(digits);
  const words = /^附?表([一二三四五六七八九十]+)$/.exec(number)?.[1];
  if (words === undefined) return undefined;
  const [tens = '', ones] = words.includes('十') ? words.split('十') : ['', words];
  const ten = words.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens)) : 0;
  return ten * 10 + (ones === undefined || ones === '' ? 0 : DIGITS.indexOf(ones));
}

const DIGITS = '〇一二三四五六七八九';
