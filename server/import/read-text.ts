/**
 * Text and Markdown → blocks: the first of the two steps of an import. It knows lines, TABs, bars and marks, and
 * nothing of reports.
 */
import type { Block, BlockCell, BlockRow, Gap, TextPiece } from './block.ts';
import { readPieces, slicePieces, textOf, trimPieces } from './inline.ts';
import { isBlank, readLines, type TextLine } from './lines.ts';

const HEADING = /^(#{1,6})[ \t\u3000]+/;
const BULLET =
  /^[-*+•●▪][ \t\u3000]+(?=(?:第.{1,3}部分|[一二三四五六七八九十]+\s*、|[（(][一二三四五六七八九十]+[)）]|\d+[.、．]))/;
const NUMBERING_ALONE =
  /^(?:第.{1,3}(?:部分|章)|[一二三四五六七八九十百]+\s*、|[（(][一二三四五六七八九十百\d]+[)）]|\d+\s*[.、．]|[-*+•●▪])$/;
const SEPARATOR = /^[|｜]?\s*:?-{2,}:?\s*(?:[|｜]\s*:?-{2,}:?\s*)*[|｜]?$/;

/** Han characters. */
const LEAST_OF_SENTENCE = 20;

const RULE = /^[-－]{3,}(?:\s+[-－]{3,})*$/;

/** Blocks in reading order. Any text has blocks; nothing throws. */
export function readText(text: string): Block[] {
  const lines = readLines(text);
  const markdown = looksLikeMarkdown(text, lines);
  const barless = barlessRows(text, lines);
  const tabbed = tabbedRows(text, lines);
  const rows = lines.map((line, index) => readRow(text, line, index, barless, tabbed, markdown));
  const blocks: Block[] = [];
  let open: { gap: Gap; rows: BlockRow[] } | undefined;
  const close = (): void => {
    const first = open?.rows[0];
    const last = open?.rows.at(-1);
    if (open !== undefined && first !== undefined && last !== undefined) {
      blocks.push({
        kind: 'table',
        gap: open.gap,
        start: first.start,
        end: last.end,
        rows: open.rows,
      });
    }
    open = undefined;
  };
  for (const [index, line] of lines.entries()) {
    const row = rows[index];
    if (row === 'separator') continue;
    if (row !== undefined) {
      if (line.gap !== 'line') close();
      open ??= { gap: line.gap, rows: [] };
      open.rows.push(row);
      continue;
    }
    close();
    const block = readLine(text, line, markdown);
    if (block !== undefined) blocks.push(block);
  }
  close();
  return blocks;
}

function looksLikeMarkdown(text: string, lines: readonly TextLine[]): boolean {
  for (const line of lines) {
    const first = text.charAt(line.start);
    if (first !== '#' && first !== '|' && first !== '-' && first !== ':') continue;
    const content = text.slice(line.start, line.end);
    if (HEADING.test(content) || (content.includes('|') && SEPARATOR.test(content))) return true;
  }
  return false;
}

function readLine(text: string, line: TextLine, markdown: boolean): Block | undefined {
  const { gap, end } = line;
  const content = text.slice(line.start, end);
  if (/^(?:#{1,6}|-{3,}|\*{3,}|_{3,}|={3,})$/.test(content)) return undefined;
  const heading = HEADING.exec(content);
  if (heading !== null) {
    const pieces = readPieces(text, line.start + heading[0].length, end, markdown);
    const closing = /[ \t]#+$/.exec(textOf(pieces));
    const title = closing === null ? pieces : trimPieces(slicePieces(pieces, 0, closing.index));
    return title.length === 0
      ? undefined
      : { kind: 'heading', level: heading[1]?.length, gap, ...extent(title), pieces: title };
  }
  const bullet = BULLET.exec(content)?.[0].length ?? 0;
  const pieces = readPieces(text, line.start + bullet, end, markdown);
  if (pieces.length === 0) return undefined;
  return { kind: 'paragraph', gap, ...extent(pieces), pieces };
}

function extent(pieces: readonly TextPiece[]): { start: number; end: number } {
  return { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
}

// ---- rows ------------------------------------------------------------------------------------------------------

function readRow(
  text: string,
  line: TextLine,
  index: number,
  barless: ReadonlySet<number>,
  tabbed: ReadonlySet<number>,
  markdown: boolean,
): BlockRow | 'separator' | undefined {
  const first = text.charAt(line.start);
  if (first === '|' || first === '｜') {
    const content = text.slice(line.start, line.end);
    if (SEPARATOR.test(content)) return 'separator';
    return barRow(text, line);
  }
  if (barless.has(index)) {
    if (SEPARATOR.test(text.slice(line.start, line.end))) return 'separator';
    return barRow(text, line);
  }
  if (!tabbed.has(index)) return undefined;
  // A rule drawn between rows, cell by cell.
  if (RULE.test(text.slice(line.start, line.end))) {
    return 'separator';
  }
  return tabRow(text, line, markdown);
}

/**
 * Markdown rows may leave out the bars at both ends: adjacent lines that hold bars are rows where a separator line is
 * among them.
 */
function barlessRows(text: string, lines: readonly TextLine[]): ReadonlySet<number> {
  const rows = new Set<number>();
  if (!text.includes('|')) return rows;
  let run: number[] = [];
  let separated = false;
  const close = (): void => {
    if (separated && run.length > 1) for (const index of run) rows.add(index);
    run = [];
    separated = false;
  };
  for (const [index, line] of lines.entries()) {
    const content = text.slice(line.start, line.end);
    if (line.gap !== 'line' || !content.includes('|')) close();
    if (!content.includes('|')) continue;
    run.push(index);
    separated ||= SEPARATOR.test(content);
  }
  close();
  return rows;
}

function barRow(text: string, line: TextLine): BlockRow {
  const cells: BlockCell[] = [];
  let from = line.start;
  const first = text.charAt(from);
  if (first === '|' || first === '｜') from += 1;
  const wide = first === '｜';
  let at = from;
  for (; at < line.end; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '|' || (wide && character === '｜')) {
      cells.push(cell(text, from, at, true));
      from = at + 1;
    }
  }
  if (from < line.end) cells.push(cell(text, from, line.end, true));
  return { start: line.start, end: line.end, cells };
}

function tabRow(text: string, line: TextLine, markdown: boolean): BlockRow {
  const cells: BlockCell[] = [];
  let from = line.lineStart;
  for (;;) {
    const tab = text.indexOf('\t', from);
    const until = tab < 0 || tab > line.lineEnd ? line.lineEnd : tab;
    cells.push(cell(text, from, until, markdown));
    if (until === line.lineEnd) break;
    from = until + 1;
  }
  return { start: line.start, end: line.end, cells };
}

/**
 * Lines with TABs are rows, unless TABs only indent: a line that holds one text, or a numbering and its text, is a row
 * only among rows. A sentence between blank lines is none even there; a long one in which a TAB stands for a blank is none
 * where no row is near.
 */
function tabbedRows(text: string, lines: readonly TextLine[]): ReadonlySet<number> {
  const rows = new Set<number>();
  if (!text.includes('\t')) return rows;
  let run: number[] = [];
  let certain = false;
  /** Lines of the run that are rows, or sentences. */
  let sentences: string[] = [];
  const isTabbed = (index: number): boolean => {
    const line = lines[index];
    return line !== undefined && text.slice(line.start, line.end).includes('\t');
  };
  const close = (): void => {
    const isNearRows = isTabbed((run[0] ?? 0) - 2) || isTabbed((run.at(-1) ?? 0) + 2);
    if (certain || (sentences.length > 0 && (isNearRows || !areSentences(sentences)))) {
      for (const index of run) rows.add(index);
    }
    run = [];
    certain = false;
    sentences = [];
  };
  for (const [index, line] of lines.entries()) {
    const content = text.slice(line.start, line.end);
    if (!text.slice(line.lineStart, line.lineEnd).includes('\t')) {
      close();
      continue;
    }
    const inside = content.includes('\t');
    const apart = line.gap !== 'line' && lines[index + 1]?.gap !== 'line';
    if (!inside && apart && /[。；：]$/.test(content)) {
      close();
      continue;
    }
    run.push(index);
    // Only empty cells end a line with several TABs.
    certain ||= /\t.*\t/s.test(text.slice(line.end, line.lineEnd));
    if (!inside || NUMBERING_ALONE.test(content.slice(0, content.indexOf('\t')).trimEnd()))
      continue;
    if (isSentence(content)) sentences.push(content);
    else certain = true;
  }
  close();
  return rows;
}

/** Long, of words, and with a stop at its end. */
function isSentence(content: string): boolean {
  if (!/。[”’"）)]?$/.test(content) || /\t\s*\t/.test(content)) return false;
  return (content.match(/\p{Script=Han}/gu)?.length ?? 0) >= LEAST_OF_SENTENCE;
}

/** Several below each other may be names and what they mean: then no TAB stands within a sentence that has begun. */
function areSentences([first = '', ...more]: readonly string[]): boolean {
  return more.length === 0 || [first, ...more].every((one) => /[，；。].*\t/.test(one));
}

function cell(text: string, from: number, to: number, markdown: boolean): BlockCell {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charAt(start))) start += 1;
  while (end > start && isBlank(text.charAt(end - 1))) end -= 1;
  if (start === end)
    return { start: Math.min(from + 1, to), end: Math.min(from + 1, to), pieces: [] };
  const pieces = readPieces(text, start, end, markdown);
  if (pieces.length === 0) return { start, end: start, pieces };
  return { ...extent(pieces), pieces };
}
