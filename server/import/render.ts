/** Nodes → source text. Each line knows what the parser should read it as, so that the result can be tried. */
import type { Line, Range } from '../../grammar/syntax-tree.ts';
import type { SourceStretch } from './block.ts';
import type { Fragment } from './fragments.ts';
import type { HeadPart } from './head-line.ts';
import type { HeaderField } from './header.ts';
import type { PlacedNode, TableNode } from './nodes.ts';
import { Output } from './output.ts';
import type { DraftHead, DraftRow } from './table-draft.ts';
import { headRows } from './table-head.ts';

/** A written line that might be read as something else. */
export interface WrittenLine {
  readonly start: number;
  readonly expected: Line['kind'];
  /** What it was written from: the same object in each attempt. */
  readonly source: object;
  readonly original: Range;
}

/** What an earlier attempt has shown to be needed. */
export interface Corrections {
  /** Lines that need a `\` at their start to be prose. */
  readonly escaped: ReadonlySet<object>;
  /** Lines above a table that the language does not know there: written as prose above it. */
  readonly lifted: ReadonlySet<object>;
}

export interface Written {
  readonly text: string;
  readonly stretches: readonly SourceStretch[];
  readonly lines: readonly WrittenLine[];
}

export function render(
  header: readonly HeaderField[],
  front: readonly PlacedNode[],
  body: readonly PlacedNode[],
  corrections: Corrections,
): Written {
  const writer = new Writer(corrections);
  writer.header(header);
  for (const node of front) writer.node(node);
  for (const node of body) writer.node(node);
  return writer.finish();
}

class Writer {
  readonly #output = new Output();
  readonly #lines: WrittenLine[] = [];
  readonly #corrections: Corrections;

  constructor(corrections: Corrections) {
    this.#corrections = corrections;
  }

  finish(): Written {
    return { text: this.#output.text, stretches: this.#output.stretches, lines: this.#lines };
  }

  header(fields: readonly HeaderField[]): void {
    for (const { key, value } of fields) {
      this.#output.own(`${key}：`);
      this.#output.fragments(value, 'prose');
      this.#output.own('\n');
    }
  }

  node(node: PlacedNode): void {
    if (this.#output.length > 0) this.#output.own('\n');
    if (node.kind === 'heading') {
      this.#begin('heading', node, node);
      this.#output.own(`${'#'.repeat(node.level)} `);
      this.#end(node.fragments);
    } else if (node.kind === 'prose') {
      for (const line of node.lines) this.#line('prose', line, line.fragments, line);
    } else this.#table(node);
  }

  #begin(expected: Line['kind'], source: object, original: Range): void {
    this.#lines.push({ start: this.#output.length, expected, source, original });
    if (this.#corrections.escaped.has(source)) this.#output.own('\\');
  }

  #end(fragments: readonly Fragment[]): void {
    this.#output.fragments(fragments, 'prose');
    this.#output.own('\n');
  }

  #line(
    expected: Line['kind'],
    source: object,
    fragments: readonly Fragment[],
    original: Range,
  ): void {
    this.#begin(expected, source, original);
    this.#end(fragments);
  }

  // ---- tables ----------------------------------------------------------------------------------------------------

  #table(node: TableNode): void {
    const { draft } = node;
    const lifted = draft.heads.filter((head) => this.#corrections.lifted.has(head));
    for (const head of lifted) this.#line('prose', head, head.fragments, head);
    if (lifted.length > 0) this.#output.own('\n');
    this.#tableStart(node);
    for (const [index, head] of draft.heads.entries()) {
      if (lifted.includes(head)) continue;
      const fragments = index === draft.title ? besideName(head) : head.fragments;
      if (fragments.length > 0) this.#line('table-field', head, fragments, head);
    }
    const headCount = separatorAfter(node);
    for (const [index, row] of draft.rows.entries()) {
      this.#row(row);
      if (index + 1 === headCount) this.#separator(row.cells.length);
    }
    for (const note of draft.notes) this.#line('note', note, note.fragments, note);
  }

  #tableStart(node: TableNode): void {
    const { draft, given } = node;
    const title = draft.heads[draft.title];
    this.#begin('table-start', node, title ?? draft);
    this.#output.own('表 ');
    this.#output.fragments(given ?? (title === undefined ? [] : nameFragments(title)), 'prose');
    if (draft.instance !== undefined) {
      this.#output.own(' ');
      this.#output.fragments(draft.instance, 'prose');
    }
    this.#output.own('\n');
  }

  #row(row: DraftRow): void {
    this.#begin('row', row, row);
    for (const cell of row.cells) {
      this.#output.own('| ');
      if (cell.fragments.length === 0) this.#output.mark(cell.place);
      else {
        this.#output.fragments(cell.fragments, 'cell');
        this.#output.own(' ');
      }
    }
    this.#output.own('|\n');
  }

  #separator(columns: number): void {
    this.#output.own(`|${'---|'.repeat(columns)}\n`);
  }
}

/** After how many rows the line between head and body stands; 0 for none. */
function separatorAfter({ draft }: TableNode): number {
  if (draft.rows.length < 2) return 0;
  if (draft.known?.form !== undefined) return headRows(draft.rows, draft.known.form);
  // An attachment has several heads; in a table of any other name the first row is the head.
  return draft.known === undefined ? 1 : 0;
}

/** The line as a whole where it is number and name, in this order, and a unit in brackets; else the name alone. */
function nameFragments(title: DraftHead): readonly Fragment[] {
  const name = nameRange(title);
  return name === undefined ? title.fragments : slice(title.fragments, name.start, name.end);
}

/** What the title's line says besides the name. */
function besideName(title: DraftHead): readonly Fragment[] {
  const name = nameRange(title);
  if (name === undefined) return [];
  const before = trimmed(title, 0, name.from);
  const after = trimmed(title, name.end, title.text.length);
  return before.length > 0 && after.length > 0 ? [...before, ' ', ...after] : [...before, ...after];
}

/** Undefined where the whole line is what the start line takes. */
function nameRange(title: DraftHead): HeadPart | undefined {
  const { line } = title;
  if (line === undefined) return undefined;
  const order: readonly HeadPart['kind'][] = ['number', 'name', 'unit'];
  let rank = -1;
  let fits = line.parts[0]?.from === 0;
  for (const part of line.parts) {
    const own = order.indexOf(part.kind);
    fits &&= own > rank && (part.kind !== 'unit' || /^[（(]/.test(title.text.slice(part.from)));
    rank = own;
  }
  if (fits) return undefined;
  return line.parts.find((part) => part.kind === 'name');
}

function trimmed(title: DraftHead, from: number, to: number): readonly Fragment[] {
  const text = title.text.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  const end = from + text.trimEnd().length;
  return end > start ? slice(title.fragments, start, end) : [];
}

/** Offsets count the importer's own blanks as well. */
function slice(fragments: readonly Fragment[], from: number, to: number): readonly Fragment[] {
  const parts: Fragment[] = [];
  let offset = 0;
  for (const fragment of fragments) {
    const text = typeof fragment === 'string' ? fragment : fragment.text;
    const start = Math.max(from - offset, 0);
    const end = Math.min(to - offset, text.length);
    if (start < end) {
      parts.push(
        typeof fragment === 'string'
          ? text.slice(start, end)
          : {
              start: fragment.start + start,
              end: fragment.start + end,
              text: text.slice(start, end),
            },
      );
    }
    offset += text.length;
  }
  return parts;
}
