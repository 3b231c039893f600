/** The blocks as placing reads them: text taken out once, what kind of heading a numbering makes. */
import type { Block, Gap, TableBlock, TextPiece } from './block.ts';
import { type HeadLine, readHeadLine } from './head-line.ts';
import { textOf } from './inline.ts';
import { compactText, type KnownNames } from './names.ts';

export interface TextItem {
  readonly kind: 'text';
  readonly gap: Gap;
  readonly pieces: readonly TextPiece[];
  readonly text: string;
  /** Width-folded, without blanks. */
  readonly compact: string;
  /** Level that the original's format gives; 0 where it marks a heading without a level; undefined for plain text. */
  readonly marked: number | undefined;
  readonly ordinal: Ordinal | undefined;
  readonly head: HeadLine | undefined;
  readonly start: number;
  readonly end: number;
}

export interface TableItem {
  readonly kind: 'table';
  readonly gap: Gap;
  readonly block: TableBlock;
  readonly start: number;
  readonly end: number;
}

export type Item = TextItem | TableItem;

/** What the numbering at the start of a line says. */
export interface Ordinal {
  /** 1 a part (第一部分), 2 a section (一、) or an attachment, 3 a sub-section (（一）), 4 an item (1.). */
  readonly level: 1 | 2 | 3 | 4;
  readonly attachment: boolean;
  /** 第一部分, 一、, （一）: width-folded, without blanks. */
  readonly mark: string;
  /** What follows, in the same form. */
  readonly title: string;
}

const PATTERNS: readonly (readonly [RegExp, Ordinal['level'], boolean])[] = [
  [/^第(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:部分|章|篇)[:、.]?/, 1, false],
  [/^[一二三四五六七八九十]{1,3}[、.]/, 2, false],
  [/^附(?:件|表)(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:[-.]\d{1,2})?)?[:、.]?/, 2, true],
  [/^\([一二三四五六七八九十]{1,3}\)[、.]?/, 3, false],
  [/^\d{1,2}[.、](?!\d)/, 4, false],
];

export function readOrdinal(compact: string): Ordinal | undefined {
  for (const [pattern, level, attachment] of PATTERNS) {
    const mark = pattern.exec(compact)?.[0];
    if (mark === undefined) continue;
    return { level, attachment, mark, title: compact.slice(mark.length) };
  }
  return undefined;
}

export function itemsOf(blocks: readonly Block[], names: KnownNames): Item[] {
  return blocks.map((block): Item => {
    if (block.kind === 'table') {
      return { kind: 'table', gap: block.gap, block, start: block.start, end: block.end };
    }
    return textItem(
      block.pieces,
      block.gap,
      block.kind === 'heading' ? (block.level ?? 0) : undefined,
      names,
    );
  });
}

export function textItem(
  pieces: readonly TextPiece[],
  gap: Gap,
  marked: number | undefined,
  names: KnownNames,
): TextItem {
  const text = textOf(pieces);
  // Long lines are sentences: neither head nor heading, whatever they begin with.
  const short = text.length <= 160;
  const compact = compactText(text);
  return {
    kind: 'text',
    gap,
    pieces,
    text,
    compact,
    marked,
    ordinal: readOrdinal(compact),
    head: short ? readHeadLine(text, names) : undefined,
    start: pieces[0]?.start ?? 0,
    end: pieces.at(-1)?.end ?? 0,
  };
}
