/** The contents page: found, left out, and compared with the headings of the body. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { ImportNote } from './block.ts';
import { textOf } from './inline.ts';
import type { Item, Ordinal } from './items.ts';
import { readOrdinal } from './items.ts';
import { compactText } from './names.ts';

export interface ContentsEntry extends Range {
  readonly ordinal: Ordinal | undefined;
  /** Without leader and page number; width-folded, without blanks. */
  readonly compact: string;
  readonly text: string;
}

export interface Contents {
  /** Items `from` (inclusive) to `to` (exclusive) are the page. */
  readonly from: number;
  readonly to: number;
  readonly entries: readonly ContentsEntry[];
}

interface Line extends Range {
  readonly index: number;
  readonly text: string;
  readonly compact: string;
  readonly ordinal: Ordinal | undefined;
}

const TITLE = /^目录[:]?$/;
const LEADER = /(?:[.…·•‥．_]{2,}|[-—]{3,}|\t|\s{2,})\s*[-—]?\s*[0-9０-９]{1,3}\s*[-—]?$/;
const SENTENCE = /[。；;]/;
const LONGEST_ENTRY = 70;

/** Undefined where the text has no contents page. */
export function findContents(items: readonly Item[]): Contents | undefined {
  const title = items.findIndex((item) => item.kind === 'text' && TITLE.test(item.compact));
  const from = title >= 0 ? title : firstPart(items);
  if (from < 0) return undefined;
  const lines = entryLines(items, title >= 0 ? from + 1 : from);
  const first = lines.findIndex((line) => line.ordinal !== undefined);
  const opening = lines[first]?.ordinal;
  if (opening === undefined) return undefined;
  // The body begins where the first entry comes again.
  const again = lines.findIndex(
    (line, index) =>
      index > first && line.ordinal?.mark === opening.mark && line.ordinal.level === opening.level,
  );
  if (again < 0 && title < 0) return undefined;
  const page = again < 0 ? lines : lines.slice(0, again);
  if (page.length < 2) return undefined;
  const to = again < 0 ? (lines.at(-1)?.index ?? from) + 1 : (lines[again]?.index ?? from);
  return { from, to, entries: entriesOf(page, items, to) };
}

function firstPart(items: readonly Item[]): number {
  return items.findIndex((item) => item.kind === 'text' && item.ordinal?.level === 1);
}

/** The lines that could be entries, up to the first that can't. */
function entryLines(items: readonly Item[], from: number): Line[] {
  const lines: Line[] = [];
  for (let index = from; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined) break;
    if (item.kind === 'text') {
      if (item.text.length > LONGEST_ENTRY || SENTENCE.test(item.text)) break;
      lines.push(entryLine(index, item.text, item));
      continue;
    }
    // 一、收入决算表 <TAB> 3: entries whose page numbers stand behind a TAB were read as rows.
    const rows = item.block.rows.map((row) => {
      const filled = row.cells.filter((cell) => cell.pieces.length > 0);
      const last = textOf(filled.at(-1)?.pieces ?? []);
      const words = filled.map((cell) => textOf(cell.pieces));
      const plausible =
        filled.length <= 2 && (filled.length < 2 || /^[-—.…·\s0-9０-９]+$/.test(last));
      return plausible
        ? entryLine(index, filled.length < 2 ? last : words.slice(0, -1).join(''), row)
        : undefined;
    });
    if (rows.includes(undefined)) break;
    for (const row of rows) if (row !== undefined) lines.push(row);
  }
  return lines;
}

function entryLine(index: number, text: string, range: Range): Line {
  const bare = text.replace(LEADER, '').trimEnd();
  const compact = compactText(bare);
  return {
    index,
    text: bare,
    compact,
    ordinal: readOrdinal(compact),
    start: range.start,
    end: range.end,
  };
}

/** Entries of the page; a line without a numbering goes on the one before, unless the body has it as a heading. */
function entriesOf(page: readonly Line[], items: readonly Item[], to: number): ContentsEntry[] {
  const numbered = page.filter((line) => /\s[0-9０-９]{1,3}$/.test(line.text));
  const paged = numbered.length > 2 && numbered.length * 2 > page.length;
  const standing = new Set<string>();
  for (let index = to; index < items.length; index += 1) {
    const item = items[index];
    if (item?.kind === 'text' && item.compact.length <= LONGEST_ENTRY) standing.add(item.compact);
  }
  const entries: ContentsEntry[] = [];
  for (const line of page) {
    const text = paged ? line.text.replace(/\s+[0-9０-９]{1,3}$/, '') : line.text;
    const compact = compactText(text);
    const before = entries.at(-1);
    if (line.ordinal === undefined && before?.ordinal !== undefined && !standing.has(compact)) {
      const joined = before.compact + compact;
      entries[entries.length - 1] = {
        start: before.start,
        end: line.end,
        text: before.text + text,
        compact: joined,
        ordinal: readOrdinal(joined),
      };
      continue;
    }
    entries.push({
      start: line.start,
      end: line.end,
      text,
      compact,
      ordinal: readOrdinal(compact),
    });
  }
  return entries;
}

/** A heading or a table of the body, as the contents page could name it. */
export interface BodyTitle extends Range {
  readonly compact: string;
  readonly text: string;
  readonly ordinal: Ordinal | undefined;
  readonly table: boolean;
}

/** What the page and the body say differently. */
export function compareContents(
  entries: readonly ContentsEntry[],
  titles: readonly BodyTitle[],
): ImportNote[] {
  const notes: ImportNote[] = [];
  for (const [listed, found] of pairedParts(partsOf(entries), partsOf(titles))) {
    comparePart(listed, found, notes);
  }
  return notes;
}

/** One part of either side; where the other side lacks it as a whole, its first line alone is reported. */
function comparePart(
  listed: readonly ContentsEntry[],
  found: readonly BodyTitle[],
  notes: ImportNote[],
): void {
  const matched = new Set<BodyTitle>();
  for (const entry of found.length === 0 ? listed.slice(0, 1) : listed) {
    const { start, end, text } = entry;
    const same = found.find((title) => !matched.has(title) && isSame(entry, title));
    if (same !== undefined) {
      matched.add(same);
      continue;
    }
    const alike = found.find((title) => !matched.has(title) && isNumberedAlike(entry, title));
    if (alike === undefined) {
      notes.push({ code: 'contents-absent', start, end, data: { title: text } });
      continue;
    }
    matched.add(alike);
    notes.push({
      code: 'contents-differs',
      start: alike.start,
      end: alike.end,
      data: { entry: text, title: alike.text },
    });
  }
  const levels = new Set<number | undefined>(listed.map((entry) => entry.ordinal?.level));
  if (listed.length === 0) levels.add(1);
  for (const { start, end, text, ordinal, table } of found.filter((title) => !matched.has(title))) {
    if (table || ordinal === undefined || ordinal.attachment || !levels.has(ordinal.level))
      continue;
    notes.push({ code: 'contents-missing', start, end, data: { title: text } });
  }
}

function isNumberedAlike(entry: ContentsEntry, title: BodyTitle): boolean {
  const { ordinal } = entry;
  if (ordinal === undefined || title.ordinal?.level !== ordinal.level) return false;
  return ordinal.level === 1 || title.ordinal.mark === ordinal.mark;
}

/** Parts of page and body that belong together: in order where there are as many, else by number. */
function pairedParts(
  listed: readonly (readonly ContentsEntry[])[],
  found: readonly (readonly BodyTitle[])[],
): (readonly [readonly ContentsEntry[], readonly BodyTitle[]])[] {
  if (listed.length === found.length)
    return listed.map((part, index) => [part, found[index] ?? []]);
  const used = new Set<readonly BodyTitle[]>();
  const pairs = listed.map(
    (part, index): readonly [readonly ContentsEntry[], readonly BodyTitle[]] => {
      const mark = part[0]?.ordinal?.mark;
      const other =
        index === 0
          ? found[0]
          : found.find((one, at) => at > 0 && !used.has(one) && one[0]?.ordinal?.mark === mark);
      if (other !== undefined) used.add(other);
      return [part, other ?? []];
    },
  );
  return [...pairs, ...found.filter((one) => !used.has(one)).map((one) => [[], one] as const)];
}

function isSame(entry: ContentsEntry, title: BodyTitle): boolean {
  if (title.table) return title.compact === (entry.ordinal?.title ?? entry.compact);
  return trimEnding(title.compact) === trimEnding(entry.compact);
}

function trimEnding(compact: string): string {
  return compact.replace(/[。:]$/, '');
}

/** Cut before each part, so that 一、 of one part is not taken for 一、 of another. */
function partsOf<T extends { readonly ordinal: Ordinal | undefined }>(list: readonly T[]): T[][] {
  const sections: T[][] = [[]];
  for (const entry of list) {
    if (entry.ordinal?.level === 1) sections.push([]);
    sections.at(-1)?.push(entry);
  }
  return sections;
}
