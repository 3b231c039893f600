/** What single lines of the body are: lines above a table, names in headings, notes that count on. */
import type { Fragment } from './fragments.ts';
import { fragmentText } from './fragments.ts';
import { slicePieces, textOf } from './inline.ts';
import type { Item, TextItem } from './items.ts';
import { compactText, type KnownName, type KnownNames } from './names.ts';
import { type DraftHead, isTitleLike, NOTE } from './table-draft.ts';

/**
 * Indexes of the lines that stand right above a table's rows, as its title or its fields; or above a note, where they
 * name a form: an empty one of which the report prints nothing else.
 */
export function linesAboveTables(items: readonly Item[], from: number): ReadonlySet<number> {
  const above = new Set<number>();
  let reaching: 'rows' | 'note' | undefined;
  let aboveNote: number[] = [];
  for (let index = items.length - 1; index >= from; index -= 1) {
    const item = items[index];
    if (item === undefined) break;
    if (item.kind === 'table') reaching = 'rows';
    else if (reaching === undefined || !isHeadLine(item)) {
      reaching = NOTE.test(item.text) ? 'note' : undefined;
      aboveNote = [];
    } else if (reaching === 'rows') above.add(index);
    else {
      aboveNote.push(index);
      if (item.head?.name?.form === undefined) continue;
      for (const line of aboveNote) above.add(line);
      reaching = undefined;
    }
  }
  return above;
}

function isHeadLine(item: TextItem): boolean {
  if (NOTE.test(item.text) || item.ordinal?.level === 1 || item.ordinal?.attachment === true) {
    return item.head?.name !== undefined && item.ordinal?.level !== 1;
  }
  if (item.head !== undefined) return true;
  return isTitleLike(item.text) && (item.ordinal === undefined || item.marked !== undefined);
}

export function kindsOf(heads: readonly DraftHead[]): Set<string> {
  return new Set(heads.flatMap((head) => head.line?.parts.map((part) => part.kind) ?? []));
}

/** 注：1.… and then 2.… */
export function goesOnCounting(text: string, compact: string): boolean {
  const next = /^(\d{1,2})[.、]/.exec(compact);
  if (next === null) return false;
  const numbers = [...text.matchAll(/(?:^|[:：。；;\s])(\d{1,2})[.．、]/g)];
  return Number(numbers.at(-1)?.[1] ?? Number.NaN) + 1 === Number(next[1]);
}

/** 附件1：《2023年度部门整体支出自评表》 names the table below it. */
export function nameInHeading(
  fragments: readonly Fragment[],
  names: KnownNames,
  whole = false,
): { readonly known: KnownName; readonly fragments: readonly Fragment[] } | undefined {
  const pieces = fragments.filter((fragment) => typeof fragment !== 'string');
  const text = fragmentText(pieces).replace(/[》”"》。]+$/, '');
  const folded = text.normalize('NFKC').length === text.length ? text.normalize('NFKC') : text;
  const known = names.atEnd(folded.replaceAll('“', '"').replaceAll('”', '"'));
  if (known === undefined || (whole && known.compact.length < text.length - 4)) return undefined;
  const from = text.length - known.compact.length;
  return { known, fragments: slicePieces(pieces, from, text.length) };
}

/** Texts of all cells, width-folded and without blanks: what a cut row is proved by. */
export function cellTexts(items: readonly Item[]): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const item of items) {
    if (item.kind !== 'table') continue;
    for (const row of item.block.rows) {
      for (const cell of row.cells) {
        if (cell.pieces.length === 0 || cell.end - cell.start > 80) continue;
        texts.add(compactText(textOf(cell.pieces)));
      }
    }
  }
  return texts;
}
