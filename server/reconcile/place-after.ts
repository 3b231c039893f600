import type { Row } from '../report/model.ts';

/** The printed row after which a code or a 行次 belongs. */
export function placeAfter(
  rows: readonly Row[],
  code: string | undefined,
  rowNumber: number | undefined,
): Row | undefined {
  let after: Row | undefined;
  for (const row of rows) {
    if (code !== undefined && rowNumber === undefined) {
      if (row.code === undefined || row.code < code) after = row;
      continue;
    }
    const number = row.rowNumber ?? row.definition?.rowNumber;
    if (number === undefined || rowNumber === undefined || number < rowNumber) after = row;
  }
  return after;
}
