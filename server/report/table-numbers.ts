/** How a report numbers its tables, where that is not how its profile does. */
import { foldWidth } from '../../grammar/width.ts';
import type { Profile } from './form.ts';
import type { Table, TableProblem } from './model.ts';

/** Two numbers may have been taken for each other; so many, in order, are another way to number the tables. */
const OTHER_ORDER = 3;

/**
 * The numbers that the report gives its forms, where it counts them in an order of its own: they ascend from the first
 * table to the last, and at least three stand for another form than in the profile (上海, 湖北: 公开07表 is the three
 * public expenses). Undefined where the numbers are the profile's, or one of them may be a slip.
 */
export function ownNumbers(tables: readonly Table[]): ReadonlyMap<Table, string> | undefined {
  const numbers = new Map<Table, string>();
  let others = 0;
  let last = 0;
  for (const table of tables) {
    if (table.form === undefined) continue;
    const printed = table.problems.find(disagrees)?.data.number;
    const digits = digitsOf(printed ?? table.form.number);
    if (digits === undefined || digits <= last) return undefined;
    last = digits;
    if (printed !== undefined) others += 1;
    numbers.set(table, `公开${String(digits).padStart(2, '0')}表`);
  }
  return others >= OTHER_ORDER ? numbers : undefined;
}

/** Whether the forms stand in the profile's order. Where they do not, and print no numbers, the profile's mean nothing. */
export function inOrderOf(profile: Profile, tables: readonly Table[]): boolean {
  let last = -1;
  for (const { form } of tables) {
    const place = form === undefined ? last : profile.forms.indexOf(form);
    if (place < last) return false;
    last = place;
  }
  return true;
}

export function disagrees({ code }: TableProblem): boolean {
  return code === 'number-disagrees';
}

function digitsOf(number: string): number | undefined {
  const digits = /\d+/.exec(foldWidth(number))?.[0];
  return digits === undefined ? undefined : Number(digits);
}
