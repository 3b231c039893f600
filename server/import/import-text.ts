/** Published text or Markdown → `.gouji` source, and the way back from a place in it to the original. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Profile } from '../report/form.ts';
import type { ImportResult, SourceStretch } from './block.ts';
import { place } from './place.ts';
import { readText } from './read-text.ts';

/**
 * Takes any text; what it can't place is kept as prose and listed.
 *
 * @param profile by default the one that the report's tables show
 */
export function importText(text: string, profile?: Profile): ImportResult {
  return place(readText(text), profile);
}

/**
 * Where a range of the `.gouji` text stands in the original. A range that begins or ends in the importer's own text
 * is narrowed to what came from the original; one that holds nothing else is the place next to it.
 */
export function originalRange(result: ImportResult, range: Range): Range {
  const { stretches } = result;
  const first = firstEndingAfter(stretches, range.start);
  const begin = stretches[first];
  if (begin === undefined) {
    const end = stretches.at(-1)?.originalEnd ?? 0;
    return { start: end, end };
  }
  if (begin.start > range.end || (begin.start === range.end && range.end > range.start)) {
    // Nothing of the original inside: the end of what stands before it.
    const before = stretches[first - 1];
    const at = before?.originalEnd ?? begin.originalStart;
    return { start: at, end: at };
  }
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (let index = first; index < stretches.length; index += 1) {
    const stretch = stretches[index];
    if (stretch === undefined || stretch.start > range.end) break;
    if (stretch.start === range.end && index > first) break;
    start = Math.min(start, originalOffset(stretch, Math.max(range.start, stretch.start)));
    end = Math.max(end, originalOffset(stretch, Math.min(range.end, stretch.end)));
  }
  return { start, end };
}

/** A stretch that holds `offset`, or the next one. */
function firstEndingAfter(stretches: readonly SourceStretch[], offset: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle];
    const ends =
      stretch === undefined ||
      stretch.end > offset ||
      (stretch.end === offset && stretch.start === offset);
    if (ends) high = middle;
    else low = middle + 1;
  }
  return low;
}

function originalOffset(stretch: SourceStretch, offset: number): number {
  const inside = offset - stretch.start;
  if (stretch.end - stretch.start === stretch.originalEnd - stretch.originalStart) {
    return stretch.originalStart + inside;
  }
  return inside === 0 ? stretch.originalStart : stretch.originalEnd;
}

const MARKS =
  /部门决算|单位决算|收入支出决算总?表|财政拨款收入支出决算总?表|“三公”经费支出决算表|公开\s*0\s*\d\s*表|绩效自评/g;

/** Whether a text is a published report at all: two marks of one are enough. */
export function isImportable(text: string): boolean {
  MARKS.lastIndex = 0;
  const found = new Set<string>();
  for (const match of text.slice(0, 200_000).matchAll(MARKS)) {
    found.add(match[0].replace(/\s/g, ''));
    if (found.size >= 2) return true;
  }
  return false;
}
