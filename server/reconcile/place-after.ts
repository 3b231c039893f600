import { keptWith } from '../report/kept-with.ts';
import type { Panel, Row } from '../report/model.ts';

/** The printed row after which a code or, where it is given, a 行次 belongs; undefined: before all rows. */
export function placeAfter(
  panel: Panel,
  code: string | undefined,
  rowNumber: number | undefined,
): Row | undefined {
  if (code === undefined && rowNumber === undefined) return panel.rows.at(-1);
  const rows = inOrder(panel);
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && precedes(row, code, rowNumber)) low = middle + 1;
    else high = middle;
  }
  return rows[low - 1];
}

/** Rows by 行次 in a fixed form, by code elsewhere; what has neither (合计) comes first. */
const inOrder = keptWith(({ rows }: Panel): readonly Row[] =>
  [...rows].sort((a, b) => numberOf(a) - numberOf(b) || compare(codeOf(a), codeOf(b))),
);

function precedes(row: Row, code: string | undefined, rowNumber: number | undefined): boolean {
  return rowNumber === undefined ? codeOf(row) < (code ?? '') : numberOf(row) < rowNumber;
}

function numberOf(row: Row): number {
  return row.definition?.rowNumber ?? 0;
}

function codeOf(row: Row): string {
  return row.definition?.rowNumber === undefined ? (row.code ?? '') : '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
