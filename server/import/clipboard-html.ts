/**
 * Tables and text in the HTML that spreadsheets and word processors put on the clipboard: far from any standard, with
 * style sheets, comments and elements of their own.
 */
import { Parser } from 'htmlparser2';
import { type ClipboardBlock, MOST_CELLS, trimmedGrid } from './clipboard-grid.ts';

/** Elements whose content nobody reads. */
const silent = new Set(['head', 'style', 'script', 'title', 'xml', 'template']);

/** Elements that begin a line of their own, and end it. */
const lines = new Set([
  ...['p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['section', 'article', 'blockquote', 'pre', 'caption', 'tr', 'table'],
]);

/** Undefined where it holds no table. */
export function blocksInHtml(html: string): readonly ClipboardBlock[] | undefined {
  const reader = new Reader();
  const parser = new Parser(reader, { decodeEntities: true });
  parser.write(html);
  parser.end();
  return reader.blocks.some(({ kind }) => kind === 'grid') ? reader.blocks : undefined;
}

class Reader {
  readonly blocks: ClipboardBlock[] = [];
  #line = '';
  #silent = 0;
  /** Tables within tables are text of the outer one's cell. */
  #tables = 0;
  #grid = new GridBuilder();
  #cell: { text: string; readonly columns: number; readonly rows: number } | undefined;

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (silent.has(name) || isHidden(attributes)) {
      this.#silent += 1;
      return;
    }
    if (this.#silent > 0) {
      // Whatever is hidden hides all that it holds.
      if (!isVoid(name)) this.#silent += 1;
      return;
    }
    if (name === 'br') {
      this.#breakLine();
    } else if (name === 'table') {
      if (this.#tables === 0) this.#endLine();
      this.#tables += 1;
    } else if (this.#tables === 1 && name === 'tr') {
      this.#endCell();
      this.#grid.beginRow();
    } else if (this.#tables === 1 && (name === 'td' || name === 'th')) {
      this.#endCell();
      this.#cell = {
        text: '',
        columns: span(attributes.colspan),
        rows: span(attributes.rowspan),
      };
    } else if (lines.has(name)) {
      this.#breakLine();
    }
  }

  ontext(text: string): void {
    if (this.#silent > 0) return;
    const plain = text.replace(/[ \t\r\n\f]+/g, ' ');
    if (this.#cell !== undefined) this.#cell.text += plain;
    else if (this.#tables === 0) this.#line += plain;
  }

  onclosetag(name: string): void {
    if (this.#silent > 0) {
      if (!isVoid(name)) this.#silent -= 1;
      return;
    }
    if (name === 'table' && this.#tables > 0) {
      this.#tables -= 1;
      if (this.#tables > 0) return;
      this.#endCell();
      const grid = this.#grid.grid();
      if (grid !== undefined) this.blocks.push({ kind: 'grid', grid });
      this.#grid = new GridBuilder();
    } else if (this.#tables === 1 && (name === 'td' || name === 'th' || name === 'tr')) {
      this.#endCell();
    } else if (lines.has(name)) {
      this.#breakLine();
    }
  }

  onend(): void {
    this.#endLine();
  }

  #breakLine(): void {
    if (this.#cell !== undefined) this.#cell.text += '\n';
    else if (this.#tables === 0) this.#endLine();
  }

  #endCell(): void {
    if (this.#cell === undefined) return;
    const { text, columns, rows } = this.#cell;
    this.#grid.add(tidy(text), columns, rows);
    this.#cell = undefined;
  }

  #endLine(): void {
    const text = tidy(this.#line);
    if (text !== '') this.blocks.push({ kind: 'text', text });
    this.#line = '';
  }
}

/** Lines without the blanks around them, and without the empty ones. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0\u200b]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function isHidden({ style = '' }: Readonly<Record<string, string>>): boolean {
  return /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style);
}

function isVoid(name: string): boolean {
  return /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/.test(name);
}

function span(written: string | undefined): number {
  const count = Number.parseInt(written ?? '', 10);
  return count > 1 ? Math.min(count, 1000) : 1;
}

/** Cells in their places: one that is merged over others leaves theirs empty. */
class GridBuilder {
  readonly #rows: string[][] = [];
  /** For how many rows to come each column is taken by a cell from above. */
  #taken: number[] = [];
  #column = 0;
  #cells = 0;

  beginRow(): void {
    if (this.#rows.length > 0) this.#taken = this.#taken.map((rows) => Math.max(0, rows - 1));
    this.#rows.push([]);
    this.#column = 0;
  }

  add(text: string, columns: number, rows: number): void {
    if (this.#rows.length === 0) this.beginRow();
    const row = this.#rows.at(-1);
    if (row === undefined || this.#cells > MOST_CELLS) return;
    while ((this.#taken[this.#column] ?? 0) > 0) row[this.#column++] = '';
    for (let at = 0; at < columns; at++) {
      row[this.#column] = at === 0 ? text : '';
      this.#taken[this.#column] = rows;
      this.#column += 1;
      this.#cells += 1;
    }
  }

  grid(): ReturnType<typeof trimmedGrid> {
    return trimmedGrid(this.#rows.map((row) => Array.from(row, (cell) => cell ?? '')));
  }
}
