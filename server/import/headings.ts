/** Which lines of the body are headings, and of which level. */
import { type Fragment, fragmentText, joinFragments } from './fragments.ts';
import { slicePieces } from './inline.ts';
import type { Item, TextItem } from './items.ts';
import { isBlank } from './lines.ts';

export type Level = 1 | 2 | 3 | 4;

const SENTENCE_MARKS = /[。；;，：:？！]/;
const HAN = /[\u3400-\u9fff”’》）〕“‘《（〔]/;

/** Levels by index of the item; items that are no headings are absent. */
export function findHeadings(
  items: readonly Item[],
  from: number,
  listed: ReadonlySet<string>,
): ReadonlyMap<number, Level> {
  const headings = new Map<number, Level>();
  let group: number[] = [];
  const close = (): void => {
    if (areHeadings(items, group, listed)) for (const index of group) headings.set(index, 3);
    group = [];
  };
  for (let index = from; index < items.length; index += 1) {
    const item = items[index];
    if (item?.kind !== 'text') continue;
    const level = levelOf(item, listed);
    if (level === 3 && item.marked === undefined) {
      group.push(index);
      continue;
    }
    if (item.marked === undefined && item.ordinal?.level === 3) group.push(index);
    if (level === undefined) continue;
    if (level < 3) close();
    headings.set(index, level);
  }
  close();
  return headings;
}

/** The level that the line alone makes likely. */
function levelOf(item: TextItem, listed: ReadonlySet<string>): Level | undefined {
  const { ordinal, compact } = item;
  if (item.marked !== undefined) {
    if (compact.length > 80) return undefined;
    if (ordinal !== undefined) return ordinal.level;
    const level = Math.min(Math.max(item.marked, 1), 4);
    return level as Level;
  }
  if (listed.has(compact)) return ordinal?.level ?? 1;
  if (ordinal === undefined || compact.length > 70) return undefined;
  if (ordinal.attachment)
    return SENTENCE_MARKS.test(ordinal.title.replace(/[;。]$/, '')) ? undefined : 2;
  if (ordinal.level === 1) {
    return ordinal.title !== '' && SENTENCE_MARKS.test(ordinal.title) ? undefined : 1;
  }
  if (ordinal.level === 2) {
    return ordinal.title === '' || SENTENCE_MARKS.test(ordinal.title) ? undefined : 2;
  }
  if (ordinal.level === 3) return isShortTitle(ordinal.title) ? 3 : undefined;
  return undefined;
}

/** 总体情况。: no other mark inside, not long. */
function isShortTitle(title: string): boolean {
  const bare = title.replace(/[。:：.]$/, '');
  return bare !== '' && bare.length <= 40 && !SENTENCE_MARKS.test(bare);
}

/**
 * The （一）…（二）… of one section are headings together or items of a list together: headings where each is short and
 * most have a text of their own below.
 */
function areHeadings(
  items: readonly Item[],
  group: readonly number[],
  listed: ReadonlySet<string>,
): boolean {
  let followed = 0;
  for (const index of group) {
    const item = items[index];
    if (item?.kind !== 'text' || item.ordinal === undefined) return false;
    if (listed.has(item.compact)) return true;
    if (!isShortTitle(item.ordinal.title)) return false;
    const next = items[index + 1];
    if (next === undefined) continue;
    if (next.kind === 'table' || next.ordinal === undefined || next.ordinal.level > 3)
      followed += 1;
  }
  return followed > 0 && followed * 2 > group.length;
}

/** A heading and the line that its end was broken off to, if the next line is that. */
export function goesOnInHeading(
  item: TextItem,
  next: Item | undefined,
  level: Level,
  listed: ReadonlySet<string>,
): next is TextItem {
  if (next?.kind !== 'text' || next.ordinal !== undefined) return false;
  const joined = item.compact + next.compact;
  if (listed.has(joined)) return !listed.has(next.compact) || !listed.has(item.compact);
  if (next.head !== undefined || next.marked !== undefined || next.gap !== 'line' || level > 2) {
    return false;
  }
  return (
    next.compact.length <= 25 &&
    !SENTENCE_MARKS.test(next.compact) &&
    /(?:概况|决算表|情况说明|说明|名词解释|报表|情况|职责)$/.test(next.compact) &&
    !/(?:概况|决算表|情况说明|名词解释|报表)$/.test(item.compact)
  );
}

/**
 * The title as it is written: a blank between two Chinese characters is where a line of the printed heading broke, but
 * for the one after the numbering.
 */
export function titleFragments(item: TextItem, rest: TextItem | undefined): Fragment[] {
  const own = withoutBreaks(item, item.ordinal?.mark.length ?? 0);
  return rest === undefined ? own : joinFragments(own, withoutBreaks(rest, 0));
}

function withoutBreaks(item: TextItem, markLength: number): Fragment[] {
  const { text } = item;
  const fragments: Fragment[] = [];
  let from = 0;
  let seen = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (!isBlank(text.charAt(index))) {
      seen += 1;
      continue;
    }
    let end = index;
    while (isBlank(text.charAt(end)) && end < text.length) end += 1;
    const inside = HAN.test(text.charAt(index - 1)) && HAN.test(text.charAt(end));
    if (inside && seen > markLength) {
      fragments.push(...slicePieces(item.pieces, from, index));
      from = end;
    }
    index = end - 1;
  }
  fragments.push(...slicePieces(item.pieces, from));
  return fragments;
}

export function headingText(fragments: readonly Fragment[]): string {
  return fragmentText(fragments);
}
