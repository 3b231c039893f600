/** The lines of a text, without what page breaks leave behind. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Gap } from './block.ts';

/** A line that holds something, trimmed, and what lies between it and the one before. */
export interface TextLine extends Range {
  readonly gap: Gap;
  /** Untrimmed extent: leading TABs are empty cells, trailing TABs too. */
  readonly lineStart: number;
  readonly lineEnd: number;
}

const LINE = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const PAGE_NUMBER =
  /^(?:[-—–－]\s*[0-9０-９]{1,4}\s*[-—–－]|第\s*[0-9０-９]{1,4}\s*页(?:\s*[,，/]?\s*共\s*[0-9０-９]{1,4}\s*页)?)$/;
/** A report's title, with the year or the word 公开 in it. */
const RUNNING = /^[^\t|｜#]*(?:(?:19|20)\d\d年度?[^\t|｜]*决算|决算[^\t|｜]*公开)[^\t|｜]*$/;
/** Sentences, headings, names of tables. */
const NO_RUNNING =
  /[。；：，！？:;]|^(?:第.{1,3}(?:部分|章)|[一二三四五六七八九十]+\s*[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d+\s*[.、．])|(?:表|说明)$/;
const LONGEST_RUNNING = 40;
const LEAST_PAGES = 3;
/** The cover prints the title as well. */
const COVER_LINES = 6;
const BARE_NUMBER = /^[0-9０-９]{1,3}$/;

/** Blanks of every kind, TAB included; a byte-order mark counts as one. */
export function isBlank(character: string): boolean {
  if (character === '') return false;
  return character.trim() === '' || character === '\u200b' || character === '\u0085';
}

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly page: boolean;
  readonly blank: boolean;
}

export function readLines(text: string): TextLine[] {
  const candidates = split(text);
  const running = runningLines(text, candidates);
  const dropped = new Set([...running, ...pageNumbers(text, candidates, running)]);
  const lines: TextLine[] = [];
  let gap: Gap = 'blank';
  for (const [index, line] of candidates.entries()) {
    if (line.page) gap = 'page';
    if (dropped.has(index)) {
      gap = 'page';
      continue;
    }
    if (line.blank) {
      if (gap === 'line') gap = 'blank';
      continue;
    }
    lines.push({
      gap,
      start: line.start,
      end: line.end,
      lineStart: line.lineStart,
      lineEnd: line.lineEnd,
    });
    gap = 'line';
  }
  return lines;
}

function split(text: string): Candidate[] {
  const lines: Candidate[] = [];
  let lineStart = text.startsWith('\ufeff') ? 1 : 0;
  let page = false;
  LINE.lastIndex = 0;
  for (;;) {
    const ending = LINE.exec(text);
    const lineEnd = ending ? ending.index : text.length;
    let start = lineStart;
    let end = lineEnd;
    while (start < end && isBlank(text.charAt(start))) start += 1;
    while (end > start && isBlank(text.charAt(end - 1))) end -= 1;
    lines.push({ start, end, lineStart, lineEnd, page, blank: start === end });
    if (ending === null) return lines;
    page = ending[0] === '\f';
    lineStart = lineEnd + ending[0].length;
  }
}

/**
 * Indexes of the lines that every page prints above or below its text: the report's title, the same each time. Nothing
 * else of a report that speaks of 决算 stands in it three times as a line of its own but names of tables and headings.
 */
function runningLines(text: string, lines: readonly Candidate[]): ReadonlySet<number> {
  const places = new Map<string, number[]>();
  let printed = 0;
  for (const [index, line] of lines.entries()) {
    if (line.blank) continue;
    printed += 1;
    const length = line.end - line.start;
    if (length < 6 || length > LONGEST_RUNNING || printed <= COVER_LINES) continue;
    const content = text.slice(line.start, line.end);
    if (!RUNNING.test(content) || NO_RUNNING.test(content)) continue;
    const known = places.get(content);
    if (known === undefined) places.set(content, [index]);
    else known.push(index);
  }
  const running = new Set<number>();
  for (const indexes of places.values()) {
    if (indexes.length >= LEAST_PAGES) for (const index of indexes) running.add(index);
  }
  return running;
}

/**
 * Indexes of the lines that are page numbers: alone between blank lines or at a form feed. A number without dashes is
 * one only beside a form feed or where such lines count upwards through the text, since a lone number may also be a
 * figure that a broken sentence left behind.
 */
function pageNumbers(
  text: string,
  lines: readonly Candidate[],
  running: ReadonlySet<number>,
): ReadonlySet<number> {
  const dropped = new Set<number>();
  const bare: { readonly index: number; readonly number: number }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.blank || line.end - line.start > 20) continue;
    const before = lines[index - 1];
    const after = lines[index + 1];
    const beside = running.has(index - 1) || running.has(index + 1);
    const atBreak = line.page || after === undefined || after.page || beside;
    if (!atBreak && !((before?.blank ?? true) && after.blank)) continue;
    const content = text.slice(line.start, line.end);
    if (PAGE_NUMBER.test(content)) dropped.add(index);
    else if (BARE_NUMBER.test(content)) {
      if (line.page || after?.page === true || beside) dropped.add(index);
      else bare.push({ index, number: Number(content.normalize('NFKC')) });
    }
  }
  const counting = bare.every(
    (entry, at) => at === 0 || entry.number > (bare[at - 1]?.number ?? 0),
  );
  if (bare.length > 1 && counting) for (const entry of bare) dropped.add(entry.index);
  return dropped;
}
