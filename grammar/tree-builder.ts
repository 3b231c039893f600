import type {
  AssertionLine,
  DefinitionLine,
  Directive,
  HeaderFieldLine,
  HeaderItemLine,
  HeadingLine,
  Line,
  NoteLine,
  Paragraph,
  ProseLine,
  RowLine,
  TableFieldLine,
  TableNode,
  TableStartLine,
} from './syntax-tree.ts';

/** A table while its lines are still being read. */
export interface OpenTable extends TableNode {
  end: number;
  readonly fields: TableFieldLine[];
  readonly rows: RowLine[];
  readonly notes: NoteLine[];
  /** What the parser must remember of the start: whether its name was given yet, and whether it is an attachment. */
  named: boolean;
  readonly attachment: boolean;
}

interface OpenParagraph extends Paragraph {
  end: number;
  readonly lines: ProseLine[];
}

/** Gathers lines into tables and paragraphs, in source order. */
export class TreeBuilder {
  readonly lines: Line[] = [];
  readonly header: HeaderFieldLine[] = [];
  readonly headings: HeadingLine[] = [];
  readonly tables: TableNode[] = [];
  readonly paragraphs: Paragraph[] = [];
  readonly definitions: DefinitionLine[] = [];
  readonly assertions: AssertionLine[] = [];
  readonly directives: Directive[] = [];

  /** The table that the next row, field or note belongs to. */
  table: OpenTable | undefined;
  /** The list field of the header that the next `- …` line belongs to. */
  list: HeaderItemLine[] | undefined;
  #paragraph: OpenParagraph | undefined;

  /** Any line but prose: what stands after it begins a new paragraph. */
  add(line: Line): void {
    this.lines.push(line);
    this.#paragraph = undefined;
  }

  addProse(line: ProseLine, begins: boolean): void {
    this.lines.push(line);
    this.table = undefined;
    this.list = undefined;
    const paragraph = this.#paragraph;
    if (paragraph && !begins) {
      paragraph.lines.push(line);
      paragraph.end = line.end;
      return;
    }
    this.#paragraph = {
      start: line.start,
      end: line.end,
      lines: [line],
      heading: this.headings.length - 1,
    };
    this.paragraphs.push(this.#paragraph);
  }

  openTable(startLine: TableStartLine, named: boolean, attachment: boolean): void {
    this.add(startLine);
    this.list = undefined;
    this.table = {
      startLine,
      fields: [],
      rows: [],
      notes: [],
      heading: this.headings.length - 1,
      start: startLine.start,
      end: startLine.end,
      named,
      attachment,
    };
    this.tables.push(this.table);
  }

  addHeading(line: HeadingLine): void {
    this.add(line);
    this.headings.push(line);
    this.table = undefined;
    this.list = undefined;
  }
}
