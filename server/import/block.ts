/**
 * What a reader of any format (text, Markdown, later Word, Excel, HTML) hands to the placing step: blocks in reading
 * order, each with its range in the original, nothing judged. Only what a page break leaves behind (page numbers,
 * running titles, form feeds) and marks of the format (`**`, `<b>`, bullets before a numbering) are not handed on.
 */
import type { Range } from '../../grammar/syntax-tree.ts';

export type Block = HeadingBlock | ParagraphBlock | TableBlock;

/**
 * What lies between a block and the one before it: nothing but a line ending, blank lines (in Word: the end of a
 * paragraph), or a page break that the original shows.
 */
export type Gap = 'line' | 'blank' | 'page';

interface BlockBase extends Range {
  readonly gap: Gap;
}

/** A line that its format marks as a heading (`##`, a Word style). Plain text gives paragraphs; placing finds headings. */
export interface HeadingBlock extends BlockBase {
  readonly kind: 'heading';
  readonly level: number | undefined;
  readonly pieces: readonly TextPiece[];
}

/** One line of text. Whether it goes on in the next block is for placing to say. */
export interface ParagraphBlock extends BlockBase {
  readonly kind: 'paragraph';
  readonly pieces: readonly TextPiece[];
}

/**
 * A stretch of text that stands unbroken in the original. `text` is what the original has there, except for a line
 * break inside a cell (a line feed for `<br>`) and a character written as an entity (`<` for `&lt;`).
 */
export interface TextPiece extends Range {
  readonly text: string;
}

/** Rows that stand on adjacent lines. */
export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  readonly rows: readonly BlockRow[];
}

export interface BlockRow extends Range {
  readonly cells: readonly BlockCell[];
}

/** `start` and `end` are those of the trimmed content; where it is empty, the place where it would stand. */
export interface BlockCell extends Range {
  readonly pieces: readonly TextPiece[];
}

/**
 * From the written `.gouji` text back to the original: stretches in ascending order of `start`; text between them is
 * the importer's own. Both sides of a stretch are the same text, unless they differ in length (`<br>` for `<br/>`).
 * An empty stretch says where the content of an empty cell would stand.
 */
export interface SourceStretch {
  readonly start: number;
  readonly end: number;
  readonly originalStart: number;
  readonly originalEnd: number;
}

/** Ranges in `unplaced` and `notes` are ranges of the original. */
export interface ImportResult {
  /** The `.gouji` source. */
  readonly text: string;
  readonly stretches: readonly SourceStretch[];
  /** Lines that found no place: kept in the text as prose, and reported. */
  readonly unplaced: readonly Range[];
  /** What a person should know: contents page differs from the body, a table's name was not known … */
  readonly notes: readonly ImportNote[];
}

/**
 * - `contents-missing`: the body has a heading (`title`) that the contents page has not.
 * - `contents-absent`: the contents page has an entry (`title`) that the body has not.
 * - `contents-differs`: entry (`entry`) and heading (`title`) are numbered alike and worded differently.
 * - `table-unnamed`: a table without a name above it; it was given `name`.
 * - `table-by-head`: a table without a name above it whose head is that of the form `name`.
 * - `row-rejoined`: a row that a page break had cut was put together again.
 */
export interface ImportNote extends Range {
  readonly code:
    | 'contents-missing'
    | 'contents-absent'
    | 'contents-differs'
    | 'table-unnamed'
    | 'table-by-head'
    | 'row-rejoined';
  readonly data: Readonly<Record<string, string>>;
}
