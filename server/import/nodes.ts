/** The report as placed: headings, paragraphs and tables in the order in which they are written. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Fragment } from './fragments.ts';
import type { GrowingLine } from './growing-line.ts';
import type { Level } from './headings.ts';
import type { TableDraft } from './table-draft.ts';

export interface HeadingNode extends Range {
  readonly kind: 'heading';
  readonly level: Level;
  readonly fragments: readonly Fragment[];
}

/** Lines of one paragraph, or of one note. Text is added to them, never copied: ten thousand lines may be one paragraph. */
export interface ProseNode extends Range {
  readonly kind: 'prose';
  readonly lines: GrowingLine[];
}

export interface TableNode extends Range {
  readonly kind: 'table';
  readonly draft: TableDraft;
  /** What the table is called where no line above it says. */
  readonly given: readonly Fragment[] | undefined;
}

export type PlacedNode = HeadingNode | ProseNode | TableNode;
