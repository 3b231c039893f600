/**
 * Blocks → `.gouji` source: the second of the two steps of an import, the same for every format. Nothing is lost,
 * nothing invented or corrected: a mistake of the report is still there afterwards.
 */
import { parse } from '../../grammar/parse.ts';
import type { Line, Range } from '../../grammar/syntax-tree.ts';
import { general, henan } from '../forms/profiles.ts';
import type { Profile } from '../report/form.ts';
import { vocabularyOf } from '../report/vocabulary.ts';
import type { Block, ImportNote, ImportResult } from './block.ts';
import { placeBody } from './body.ts';
import { type BodyTitle, compareContents, findContents } from './contents.ts';
import { readCover } from './cover.ts';
import { fragmentText } from './fragments.ts';
import { GrowingLine } from './growing-line.ts';
import { type HeaderField, headerFields } from './header.ts';
import { type Item, itemsOf, readOrdinal, type TextItem } from './items.ts';
import { compactText, namesOf } from './names.ts';
import type { PlacedNode } from './nodes.ts';
import { render, type Written } from './render.ts';
import { NOTE } from './table-draft.ts';

/** `given`: the profile that the user asked for; default the one that the tables show. */
export function place(blocks: readonly Block[], given: Profile | undefined): ImportResult {
  // Before the tables are read it isn't known whose they are: names of all profiles, heads of the common one.
  const names = given ? namesOf(given) : { ...namesOf(general), forms: henan.forms };
  const items = itemsOf(blocks, names);
  const contents = findContents(items);
  const coverEnd = contents?.from ?? endOfCover(items);
  const cover = readCover(items.slice(0, coverEnd).filter((item) => item.kind === 'text'));
  const listed = new Set(contents?.entries.map((entry) => entry.compact));
  const body = placeBody(items, contents?.to ?? coverEnd, listed, names);
  const { fields: header, profile } = headerFields(cover, body.nodes, given);
  const front: PlacedNode[] = cover.rest.map((item) => ({
    kind: 'prose',
    start: item.start,
    end: item.end,
    lines: [new GrowingLine(item.pieces, item)],
  }));
  const { written, lifted } = writeAndTry(header, front, body.nodes, profile);
  const notes: ImportNote[] = [...body.notes];
  if (contents !== undefined)
    notes.push(...compareContents(contents.entries, titlesOf(body.nodes)));
  notes.sort((a, b) => a.start - b.start);
  const unplaced = [...front, ...body.unplaced, ...lifted].map(({ start, end }) => ({
    start,
    end,
  }));
  unplaced.sort((a, b) => a.start - b.start);
  return { text: written.text, stretches: written.stretches, unplaced, notes };
}

/** A cover has only short lines, and ends where a heading, a table or a sentence begins. */
function endOfCover(items: readonly Item[]): number {
  const LONGEST_COVER = 12;
  const end = items.findIndex(
    (item, index) => item.kind === 'table' || index >= LONGEST_COVER || !isCoverLine(item),
  );
  return end < 0 ? items.length : end;
}

function isCoverLine(item: TextItem): boolean {
  if (item.ordinal !== undefined || item.head?.name !== undefined || NOTE.test(item.text))
    return false;
  return item.text.length <= 60 && !/[。；，]/.test(item.text);
}

function titlesOf(nodes: readonly PlacedNode[]): BodyTitle[] {
  const titles: BodyTitle[] = [];
  for (const node of nodes) {
    if (node.kind === 'prose') continue;
    const title = node.kind === 'table' ? node.draft.heads[node.draft.title] : node;
    if (title === undefined) continue;
    const text = fragmentText(title.fragments);
    const compact =
      node.kind === 'table' ? (node.draft.known?.compact ?? compactText(text)) : compactText(text);
    titles.push({
      start: title.start,
      end: title.end,
      text,
      compact,
      ordinal: node.kind === 'table' ? undefined : readOrdinal(compact),
      table: node.kind === 'table',
    });
  }
  return titles;
}

const ATTEMPTS = 4;

/**
 * Writes the source and reads it back. Prose that the language would take for something else gets its `\`; a line above
 * a table that the language does not know there is lifted above the table. This way the importer need not repeat what
 * the parser knows.
 */
function writeAndTry(
  header: readonly HeaderField[],
  front: readonly PlacedNode[],
  body: readonly PlacedNode[],
  profile: Profile,
): { readonly written: Written; readonly lifted: readonly Range[] } {
  const escaped = new Set<object>();
  const lifted = new Map<object, Range>();
  for (let attempt = 1; ; attempt += 1) {
    const written = render(header, front, body, { escaped, lifted: new Set(lifted.keys()) });
    const tree = parse(written.text, vocabularyOf(profile));
    const before = escaped.size + lifted.size;
    let at = 0;
    for (const line of written.lines) {
      while ((tree.lines[at]?.next ?? Number.POSITIVE_INFINITY) <= line.start) at += 1;
      const kind = tree.lines[at]?.kind;
      if (kind === undefined || kind === line.expected) continue;
      if (line.expected === 'prose' && !isHarmless(kind)) escaped.add(line.source);
      else if (line.expected === 'table-field') lifted.set(line.source, line.original);
    }
    if (escaped.size + lifted.size === before || attempt === ATTEMPTS) {
      return { written, lifted: [...lifted.values()] };
    }
  }
}

function isHarmless(kind: Line['kind']): boolean {
  return kind === 'blank' || kind === 'prose';
}
