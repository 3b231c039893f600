/** The body of a report, block by block: what is a heading, a table's line, a note, and what is prose. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { ImportNote } from './block.ts';
import {
  cellTexts,
  goesOnCounting,
  kindsOf,
  linesAboveTables,
  nameInHeading,
} from './body-lines.ts';
import { addContinuation, isContinuation, isOtherForm } from './broken-rows.ts';
import type { Fragment } from './fragments.ts';
import { GrowingLine } from './growing-line.ts';
import { findHeadings, goesOnInHeading, type Level, titleFragments } from './headings.ts';
import type { Item, TableItem, TextItem } from './items.ts';
import type { KnownName, KnownNames } from './names.ts';
import type { PlacedNode, TableNode } from './nodes.ts';
import { goesOn } from './paragraphs.ts';
import {
  type DraftHead,
  draftTable,
  headOf,
  headsOnly,
  NOTE,
  type TableDraft,
} from './table-draft.ts';
import { formByHead } from './table-head.ts';

export interface Body {
  readonly nodes: readonly PlacedNode[];
  readonly unplaced: readonly Range[];
  readonly notes: readonly ImportNote[];
}

/** Places the items from `from` on. `listed` are the entries of the contents page, width-folded, without blanks. */
export function placeBody(
  items: readonly Item[],
  from: number,
  listed: ReadonlySet<string>,
  names: KnownNames,
): Body {
  return new BodyPlacer(items, from, listed, names).place();
}

class BodyPlacer {
  readonly #items: readonly Item[];
  readonly #from: number;
  readonly #listed: ReadonlySet<string>;
  readonly #names: KnownNames;
  readonly #headings: ReadonlyMap<number, Level>;
  readonly #aboveTable: ReadonlySet<number>;
  readonly #texts: ReadonlySet<string>;
  readonly #nodes: PlacedNode[] = [];
  readonly #unplaced: Range[] = [];
  readonly #notes: ImportNote[] = [];
  #above: DraftHead[] = [];
  #unnamed = 0;

  constructor(
    items: readonly Item[],
    from: number,
    listed: ReadonlySet<string>,
    names: KnownNames,
  ) {
    this.#items = items;
    this.#from = from;
    this.#listed = listed;
    this.#names = names;
    this.#headings = findHeadings(items, from, listed);
    this.#aboveTable = linesAboveTables(items, from);
    this.#texts = cellTexts(items);
  }

  place(): Body {
    for (let index = this.#from; index < this.#items.length; index += 1) {
      const item = this.#items[index];
      if (item === undefined) break;
      if (item.kind === 'table') {
        if (!this.#headsOfNext(item, this.#items[index + 1])) this.#table(item);
      } else if (this.#aboveTable.has(index)) this.#headLine(item);
      else {
        if (this.#above.length > 0) this.#emptyTable(item);
        index = this.#text(item, index);
      }
    }
    return { nodes: this.#nodes, unplaced: this.#unplaced, notes: this.#notes };
  }

  /** Gives the index of the last item that was used. */
  #text(item: TextItem, index: number): number {
    const level = this.#headings.get(index);
    if (level !== undefined) return this.#heading(item, index, level);
    const last = this.#nodes.at(-1);
    if (last?.kind === 'table') {
      if (this.#noteLine(last, item) || this.#lineBelow(last, item)) return index;
    }
    this.#prose(item, last);
    return index;
  }

  #heading(item: TextItem, index: number, level: Level): number {
    const next = this.#items[index + 1];
    const rest = goesOnInHeading(item, next, level, this.#listed) ? next : undefined;
    this.#nodes.push({
      kind: 'heading',
      level,
      start: item.start,
      end: rest?.end ?? item.end,
      fragments: titleFragments(item, rest),
    });
    return rest === undefined ? index : index + 1;
  }

  // ---- prose -----------------------------------------------------------------------------------------------------

  #prose(item: TextItem, last: PlacedNode | undefined): void {
    const before = last?.kind === 'prose' ? last.lines.at(-1) : undefined;
    if (before !== undefined && goesOn(before.tail, item.text, item.gap)) {
      before.add(item.pieces, item.end);
      return;
    }
    const line = new GrowingLine(item.pieces, item);
    if (last?.kind === 'prose' && item.gap === 'line') last.lines.push(line);
    else this.#nodes.push({ kind: 'prose', start: item.start, end: item.end, lines: [line] });
  }

  // ---- tables ----------------------------------------------------------------------------------------------------

  #headLine(item: TextItem): void {
    if (item.head?.numbered === true || (item.ordinal !== undefined && item.head === undefined)) {
      // 一、收入支出决算总表 is a heading of the report and names its table as well.
      const level = item.ordinal?.level ?? 2;
      this.#nodes.push({
        kind: 'heading',
        level,
        start: item.start,
        end: item.end,
        fragments: titleFragments(item, undefined),
      });
      return;
    }
    this.#above.push(headOf(item));
  }

  /** Whether the rows are lines above the table that comes next. */
  #headsOfNext({ block }: TableItem, next: Item | undefined): boolean {
    if (this.#above.length === 0 || next?.kind !== 'table') return false;
    const heads = headsOnly(block, this.#names);
    if (heads) this.#above.push(...heads);
    return heads !== undefined;
  }

  #table(item: TableItem): void {
    const last = this.#nodes.at(-1);
    const open = last?.kind === 'table' ? last : undefined;
    let above = this.#above;
    this.#above = [];
    if (open !== undefined) above = this.#linesOfTableBefore(open, above);
    const draft = draftTable(above, item.block, this.#names);
    const table = this.#nodes.at(-1);
    if (table?.kind === 'table' && this.#continue(table, draft)) return;
    if (draft.title >= 0) {
      this.#nodes.push({
        kind: 'table',
        start: draft.start,
        end: draft.end,
        draft,
        given: undefined,
      });
      return;
    }
    this.#untitled(draft);
  }

  /** A form without rows: its name, its fields, and the note below them. */
  #emptyTable({ gap, start }: TextItem): void {
    const block = { kind: 'table', gap, start, end: start, rows: [] } as const;
    const draft = draftTable(this.#above, block, this.#names);
    this.#above = [];
    const { end } = draft.heads.at(-1) ?? draft;
    this.#nodes.push({ kind: 'table', start: draft.start, end, draft, given: undefined });
  }

  #continue(table: TableNode, draft: TableDraft): boolean {
    const byHead = draft.heads.length === 0 ? formByHead(draft.rows, this.#names.forms) : undefined;
    if (isOtherForm(table.draft, byHead) || !isContinuation(table.draft, draft)) return false;
    const rejoined = addContinuation(table.draft, draft, this.#texts);
    if (rejoined !== undefined) {
      this.#notes.push({
        code: 'row-rejoined',
        start: rejoined.start,
        end: rejoined.end,
        data: {},
      });
    }
    return true;
  }

  /**
   * Lines between one table's rows and the next one's title belong to the table below, unless it prints the same ones
   * under its title and the table above has none.
   */
  #linesOfTableBefore(open: TableNode, above: readonly DraftHead[]): DraftHead[] {
    const title = above.findIndex((head) => head.line?.name !== undefined);
    if (title <= 0) return [...above];
    const has = kindsOf(open.draft.heads);
    const below = kindsOf(above.slice(title + 1));
    const mine: DraftHead[] = [];
    const theirs: DraftHead[] = [];
    for (const head of above.slice(0, title)) {
      const kinds = kindsOf([head]);
      const isTheirs =
        kinds.size > 0 && [...kinds].every((kind) => !has.has(kind) && below.has(kind));
      (isTheirs ? theirs : mine).push(head);
    }
    open.draft.heads.push(...theirs);
    return [...mine, ...above.slice(title)];
  }

  /** A table with no name above it: the last heading may name it, else its head, else nothing does. */
  #untitled(draft: TableDraft): void {
    const last = this.#nodes.at(-1);
    const byHeading =
      last?.kind === 'heading' ? nameInHeading(last.fragments, this.#names) : undefined;
    const byTitle = byHeading ?? this.#distantTitle(draft);
    const node = { kind: 'table', start: draft.start, end: draft.end } as const;
    if (byTitle !== undefined) {
      this.#nodes.push({
        ...node,
        draft: { ...draft, known: byTitle.known },
        given: byTitle.fragments,
      });
      return;
    }
    const form = formByHead(draft.rows, this.#names.forms);
    this.#unnamed += form === undefined ? 1 : 0;
    const name = form?.name ?? `无名表${this.#unnamed}`;
    const known = form && { compact: name, key: form.key, form };
    this.#nodes.push({ ...node, draft: { ...draft, known }, given: [name] });
    this.#notes.push({
      code: form === undefined ? 'table-unnamed' : 'table-by-head',
      start: draft.start,
      end: draft.end,
      data: { name },
    });
  }

  /** A form's name that stood alone further up, with other text between it and its rows. */
  #distantTitle(
    draft: TableDraft,
  ): { readonly known: KnownName; readonly fragments: readonly Fragment[] } | undefined {
    for (let index = this.#nodes.length - 1; index >= 0; index -= 1) {
      const node = this.#nodes[index];
      if (node === undefined || node.kind === 'table') return undefined;
      const fragments = node.kind === 'heading' ? node.fragments : node.lines[0]?.fragments;
      if (fragments === undefined || (node.kind === 'prose' && node.lines.length > 1)) continue;
      const known = nameInHeading(fragments, this.#names, true)?.known;
      if (known === undefined) continue;
      const form = formByHead(draft.rows, this.#names.forms);
      if (known.form !== undefined && form !== undefined && form.key !== known.form.key)
        return undefined;
      return { known, fragments };
    }
    return undefined;
  }

  #noteLine(table: TableNode, item: TextItem): boolean {
    const { notes } = table.draft;
    const before = notes.at(-1);
    if (before === undefined && !NOTE.test(item.text)) return false;
    if (before !== undefined && !NOTE.test(item.text)) {
      if (goesOn(before.tail, item.text, item.gap)) {
        before.add(item.pieces, item.end);
        return true;
      }
      if (!goesOnCounting(before.tail, item.compact)) return false;
    }
    notes.push(new GrowingLine(item.pieces, item));
    return true;
  }

  /** 公开01表 or 单位：万元 printed below the rows. */
  #lineBelow(table: TableNode, item: TextItem): boolean {
    if (item.head === undefined || item.head.name !== undefined) return false;
    const has = kindsOf(table.draft.heads);
    const head = headOf(item);
    const kinds = kindsOf([head]);
    if (![...kinds].every((kind) => !has.has(kind))) {
      this.#unplaced.push({ start: item.start, end: item.end });
      return false;
    }
    table.draft.heads.push(head);
    return true;
  }
}
