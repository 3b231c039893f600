/**
 * What a reader of any format (text, Markdown, later Word, Excel, HTML) hands to the placing step: blocks in reading
 * order, each with its range in the original, nothing judged and nothing dropped.
 */
import type { Range } from '../../grammar/syntax-tree.ts';

export type Block = HeadingBlock | ParagraphBlock | TableBlock;

/** A line that its format marks as a heading (`##`, a Word style). Plain text gives paragraphs; placing finds headings. */
export interface HeadingBlock extends Range {
  readonly kind: 'heading';
  readonly level: number | undefined;
  readonly pieces: readonly TextPiece[];
}

/** Adjacent lines of text. Whether it goes on in the next block (a page break in a sentence) is for placing to say. */
export interface ParagraphBlock extends Range {
  readonly kind: 'paragraph';
  readonly pieces: readonly TextPiece[];
}

/** A stretch of plain text (marks like `**` removed) that stands unbroken in the original. */
export interface TextPiece extends Range {
  readonly text: string;
}

export interface TableBlock extends Range {
  readonly kind: 'table';
  readonly rows: readonly BlockRow[];
}

export interface BlockRow extends Range {
  readonly cells: readonly BlockCell[];
}

export interface BlockCell extends Range {
  readonly text: string;
}

/** From the written `.gouji` text back to the original: stretches in ascending order; text between them is the importer's own. */
export interface SourceStretch {
  readonly start: number;
  readonly end: number;
  readonly originalStart: number;
  readonly originalEnd: number;
}

export interface ImportResult {
  /** The `.gouji` source. */
  readonly text: string;
  readonly stretches: readonly SourceStretch[];
  /** Lines that found no place: kept in the text as prose, and reported. */
  readonly unplaced: readonly Range[];
  /** What a person should know: contents page differs from the body, a table's name was not known … */
  readonly notes: readonly ImportNote[];
}

export interface ImportNote extends Range {
  readonly code: string;
  readonly data: Readonly<Record<string, string>>;
}
