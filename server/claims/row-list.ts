/** The coded rows of a table that a section names one by one. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Table } from '../report/model.ts';
import type { Place } from './claim.ts';
import { hasMoney } from './list-claims.ts';

export interface NamedRow {
  readonly range: Range;
  readonly place: Place;
}

export interface RowsNamed {
  readonly table: Table;
  /** The rows of their level with money, named or not. */
  readonly expected: readonly Place[];
  /** Whether one of them is not named. */
  readonly isShort: boolean;
}

/**
 * A section that names classes one by one names every class with money (N5.2), one that describes items every item (N5.3).
 * `stated`: the codes whose outturn it states, of whatever level. Undefined where it names fewer than two.
 */
export function rowsNamed(
  named: readonly NamedRow[],
  stated: readonly string[],
): RowsNamed | undefined {
  const [first, second] = named;
  if (!first || !second) return undefined;
  const { table, panel, column, report } = first.place;
  const codes = new Set(named.map(({ place }) => place.code));
  const expected: Place[] = [];
  let isShort = false;
  for (const row of panel.rows) {
    if (row.code?.length !== first.place.code?.length) continue;
    const { code, definition } = row;
    const place = { report, table, panel, row, code, definition, column };
    if (!hasMoney(place)) continue;
    const isNamed = codes.has(code);
    // 其他支出 is a 类 and its only 项: whichever is meant, the other is named with it.
    if (!isNamed && stated.some((other) => other.startsWith(code ?? ''))) continue;
    expected.push(place);
    isShort ||= !isNamed;
  }
  return { table, expected, isShort };
}
