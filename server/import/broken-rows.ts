/** Tables that page breaks have cut: repeated heads, repeated titles, rows cut in two. */
import type { FormDefinition } from '../report/form.ts';
import { joinFragments } from './fragments.ts';
import { type DraftCell, type DraftRow, type TableDraft, withSignature } from './table-draft.ts';

const AMOUNT = /\d[.,]\d/;
const HEAD_DEPTH = 6;

/**
 * How many rows at the top of `rows` repeat the head of the table that goes on: rows without amounts that stand in
 * the same order at the table's own top. All of what is left out stands there.
 */
export function repeatedHead(table: readonly DraftRow[], rows: readonly DraftRow[]): number {
  for (let start = 0; start < HEAD_DEPTH && start < table.length; start += 1) {
    let count = 0;
    while (
      count < HEAD_DEPTH &&
      isHeadLike(table[start + count]) &&
      table[start + count]?.signature === rows[count]?.signature
    ) {
      count += 1;
    }
    if (count > 0) return count;
    if (!isHeadLike(table[start])) return 0;
  }
  return 0;
}

function isHeadLike(row: DraftRow | undefined): boolean {
  if (row === undefined || AMOUNT.test(row.signature)) return false;
  return row.cells.filter((cell) => cell.compact !== '').length > 1;
}

/**
 * Whether a block of rows that has its own lines above it goes on with the table before: the same name, nothing above
 * it that the table does not have as well, and other rows. A table printed twice stays two tables.
 */
export function isContinuation(table: TableDraft, next: TableDraft): boolean {
  const repeated = repeatedHead(table.rows, next.rows);
  if (next.heads.length > 0) {
    if (table.known === undefined || table.known.key !== next.known?.key) return false;
    if (next.instance !== undefined) return false;
    const printed = new Set(table.heads.map((head) => plain(head.compact)));
    if (!next.heads.every((head) => printed.has(plain(head.compact)))) return false;
  } else if (table.notes.length > 0 && repeated === 0) {
    return false;
  }
  const own = table.rows[repeated];
  const first = next.rows[repeated];
  if (first === undefined) return true;
  return repeated === 0
    ? first.signature !== table.rows[0]?.signature
    : first.signature !== own?.signature;
}

function plain(compact: string): string {
  return compact.replace(/\(续表?\d*\)|续表|\(\d+\)$/g, '');
}

/** Adds the continuation's rows and notes to the table; gives the row that was put together, if one was. */
export function addContinuation(
  table: TableDraft,
  next: TableDraft,
  texts: ReadonlySet<string>,
): DraftRow | undefined {
  let from = repeatedHead(table.rows, next.rows);
  const rejoined = cutRow(table.rows.at(-1), next.rows[from], texts);
  if (rejoined !== undefined) {
    table.rows[table.rows.length - 1] = rejoined;
    from += 1;
  }
  for (const row of next.rows.slice(from)) table.rows.push(row);
  table.notes.push(...next.notes);
  return rejoined;
}

/**
 * A row that a page break cut inside its cells. Only what the report itself bears out: each text put together stands
 * as a whole cell elsewhere in it.
 */
function cutRow(
  last: DraftRow | undefined,
  first: DraftRow | undefined,
  texts: ReadonlySet<string>,
): DraftRow | undefined {
  if (last === undefined || first === undefined) return undefined;
  if (first.cells.findLastIndex((cell) => cell.compact !== '') >= last.cells.length)
    return undefined;
  let joins = 0;
  const cells: DraftCell[] = [];
  for (const [index, cell] of last.cells.entries()) {
    const rest = first.cells[index];
    if (rest === undefined || rest.compact === '') {
      cells.push(cell);
      continue;
    }
    const compact = cell.compact + rest.compact;
    if (cell.compact === '' || /^[\d.,%-]+$/.test(rest.compact) || !texts.has(compact))
      return undefined;
    joins += 1;
    cells.push({
      place: cell.place,
      fragments: joinFragments(cell.fragments, rest.fragments),
      compact,
    });
  }
  return joins === 0 ? undefined : withSignature({ start: last.start, end: first.end }, cells);
}

/** True where the head of `rows` is plainly that of another form than the table's own. */
export function isOtherForm(table: TableDraft, byHead: FormDefinition | undefined): boolean {
  return (
    byHead !== undefined && table.known?.form !== undefined && byHead.key !== table.known.form.key
  );
}
