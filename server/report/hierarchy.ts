/** Which rows of a panel stand below which, by subject code. */
import { keptWith } from './kept-with.ts';
import { plainLabel } from './label.ts';
import type { Panel, Row } from './model.ts';

const NONE: readonly Row[] = [];

/**
 * Rows whose sum a row is (下级科目): the printed rows of its panel next below it by code; below 合计 stand the classes.
 * A step that is not printed is passed over: items stand below their class where no group is printed between them.
 * 人员经费合计 and 公用经费合计 have no rows below them by code: what they add is an identity of the form's own.
 */
export function childRows(row: Row): readonly Row[] {
  return hierarchyOf(row.panel).get(row) ?? NONE;
}

const hierarchyOf = keptWith(readHierarchy);

function readHierarchy(panel: Panel): ReadonlyMap<Row, readonly Row[]> {
  const map = new Map<Row, Row[]>();
  const total = panel.rows.find(isTotalOfCodes);
  for (const row of panel.rows) {
    if (row.code === undefined) continue;
    const parent = parentRow(row) ?? total;
    if (!parent) continue;
    const list = map.get(parent);
    if (list) list.push(row);
    else map.set(parent, [row]);
  }
  return map;
}

/** The printed row that a coded row stands below; undefined for a class, and where no row above it is printed. */
export function parentRow(row: Row): Row | undefined {
  const { code } = row;
  if (code === undefined || row.definition?.code !== undefined) return undefined;
  for (let length = code.length - 1; length >= 3; length -= 1) {
    const parent = row.panel.byCode.get(code.slice(0, length));
    if (parent) return parent;
  }
  return undefined;
}

/** 合计 of a table whose rows carry codes. The fixed rows of 公开01/04表 are no such table: what adds up is written out. */
function isTotalOfCodes(row: Row): boolean {
  const { definition } = row;
  if (row.panel.definition) {
    const coded = row.panel.definition.keys.some((key) => key.kind === 'code');
    return coded && definition?.role === 'grand-total';
  }
  const label = plainLabel(row.label);
  return row.code === undefined && (label === '合计' || label === '总计');
}
