/** Reports that are wrong in one place: the text of a correct one with one thing changed. */
import type { SyntaxTree } from '../../grammar/syntax-tree.ts';
import { henan } from '../../server/forms/profiles.ts';
import type { Cell, Report } from '../../server/report/model.ts';
import { place } from '../generate/cells.ts';
import { printHundredths } from '../generate/money.ts';
import type { Random } from '../generate/random.ts';
import type { Sheet } from '../generate/sheet.ts';

/** Every cell of the nine forms that prints a figure, by place. */
export function printedCells(report: Report): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  henan.forms.forEach((form, index) => {
    for (const panel of report.forms.get(form.key)?.panels ?? []) {
      for (const row of panel.rows) {
        const key =
          row.code ??
          (row.definition?.rowNumber === undefined
            ? (row.definition?.label ?? row.label)
            : `行${row.definition.rowNumber}`);
        for (const cell of row.cells) {
          if (cell?.reading.kind !== 'figure') continue;
          cells.set(place(index + 1, panel.name, key, cell.column.index), cell);
        }
      }
    }
  });
  return cells;
}

export type Change =
  | 'nudge'
  | 'tenfold'
  | 'tenth'
  | 'digit-lost'
  | 'digits-swapped'
  | 'digit-changed'
  | 'emptied';

export const changes: readonly Change[] = [
  'nudge',
  'tenfold',
  'tenth',
  'digit-lost',
  'digits-swapped',
  'digit-changed',
  'emptied',
];

/** The new value in hundredths; undefined where the change would leave it as it is. */
export function changed(
  change: Change,
  hundredths: number,
  least: number,
  random: Random,
): number | undefined {
  const result = apply(change, hundredths, least, random);
  return result === hundredths ? undefined : result;
}

function apply(change: Change, hundredths: number, least: number, random: Random): number {
  const digits = String(hundredths);
  const at = random.integer(0, digits.length - 1);
  switch (change) {
    case 'nudge':
      return hundredths + (random.chance(0.5) ? least : -Math.min(least, hundredths));
    case 'tenfold':
      return hundredths * 10;
    case 'tenth':
      return Math.round(hundredths / 10);
    case 'digit-lost':
      return Number(digits.slice(0, at) + digits.slice(at + 1));
    case 'digits-swapped': {
      const next = Math.min(at + 1, digits.length - 1);
      return Number(
        digits.slice(0, at) +
          (digits[next] ?? '') +
          digits.slice(at + 1, next) +
          (next > at ? (digits[at] ?? '') : '') +
          digits.slice(next + 1),
      );
    }
    case 'digit-changed':
      return Number(`${digits.slice(0, at)}${random.integer(0, 9)}${digits.slice(at + 1)}`);
    case 'emptied':
      return 0;
  }
}

/** The text with one cell printing another amount. */
export function withAmount(text: string, cell: Cell, hundredths: number, sheet: Sheet): string {
  const printed = printHundredths(hundredths, sheet.style);
  return text.slice(0, cell.range.start) + printed + text.slice(cell.range.end);
}

/** The text without some of its lines. */
export function withoutLines(text: string, tree: SyntaxTree, lines: ReadonlySet<number>): string {
  return tree.lines
    .filter(({ index }) => !lines.has(index))
    .map(({ start, next }) => text.slice(start, next))
    .join('');
}
