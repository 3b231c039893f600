/** What is pasted from a spreadsheet or a word processor, as lines of the language. */
import { foldWidth } from '../../grammar/width.ts';
import type { Profile } from '../report/form.ts';
import { attachmentByName, mentionedForm } from '../report/vocabulary.ts';
import { type ClipboardBlock, type Grid, gridInTabbedText } from './clipboard-grid.ts';
import { blocksInHtml } from './clipboard-html.ts';

export interface Clipboard {
  readonly html?: string | undefined;
  readonly text?: string | undefined;
}

export interface PasteContext {
  readonly profile: Profile;
  /**
   * Rows of the table that is continued, each as its cells say it; undefined where none is. A head that the table has
   * already is not repeated.
   */
  readonly rows: Grid | undefined;
  /** The table has its name already, but no rows yet. */
  readonly isTitled: boolean;
}

export interface PastedRows {
  /** Without line endings, not aligned. */
  readonly lines: readonly string[];
  /** Numbers among `lines` where a table begins that bears no name: `表 ` stands there, and the name is to be added. */
  readonly nameless: readonly number[];
}

/** Undefined where the clipboard holds no table, so that its text is pasted as it is. */
export function rowsFromClipboard(
  clipboard: Clipboard,
  context: PasteContext,
): PastedRows | undefined {
  const blocks = blocksOf(clipboard);
  if (blocks === undefined) return undefined;
  const { profile, rows: continued, isTitled } = context;
  const lines: string[] = [];
  const nameless: number[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'text') {
      lines.push(...block.text.split('\n'));
      continue;
    }
    const { grid } = block;
    if (continued !== undefined && at === 0 && !namesForm(grid, profile)) {
      lines.push(...withoutHead(grid, continued).map(rowLine));
      continue;
    }
    const table = tableLines(
      grid,
      profile,
      at === 0 ? isTitled : titled(blocks.slice(0, at), profile),
    );
    if (table.isNameless) nameless.push(lines.length);
    lines.push(...table.lines);
  }
  return lines.length === 0 ? undefined : { lines, nameless };
}

function blocksOf({ html, text }: Clipboard): readonly ClipboardBlock[] | undefined {
  const blocks = html === undefined ? undefined : blocksInHtml(html);
  if (blocks !== undefined) {
    const cells = blocks.flatMap((block) => (block.kind === 'grid' ? block.grid.flat() : []));
    // A single cell is pasted for what it says.
    return cells.length === 1 && blocks.length === 1 ? undefined : blocks;
  }
  const grid = text === undefined ? undefined : gridInTabbedText(text);
  return grid && [{ kind: 'grid', grid }];
}

// ---- rows -----------------------------------------------------------------------------------------------------------

/** `| 合计 | 1,497.21 |` */
export function rowLine(cells: readonly string[]): string {
  return `| ${cells.map(cellText).join(' | ')} |`.replace(/ {2,}/g, ' ');
}

/** As the cell is written in a row: bars and marks of escape escaped, line breaks written out. */
function cellText(text: string): string {
  return text
    .replace(/[\\|｜]/g, '\\$&')
    .replace(/\s*[\r\n]+\s*/g, '<br>')
    .replace(/[\t\u00a0]+/g, ' ');
}

/** Rows at the start that the table begins with too are its head once more. */
function withoutHead(grid: Grid, rows: Grid): Grid {
  const key = (row: readonly string[]): string => row.map(plain).join('|').replace(/\|+$/, '');
  const first = rows.findIndex((row) => key(row) === key(grid[0] ?? []));
  if (first < 0) return grid;
  let same = 1;
  while (same < grid.length && key(grid[same] ?? []) === key(rows[first + same] ?? [])) same++;
  return grid.slice(same);
}

function plain(text: string): string {
  return foldWidth(text).replace(/\s+/g, '');
}

// ---- a table of its own ---------------------------------------------------------------------------------------------

/** What forms print above their tables beside their own names. */
const FIELD =
  /^(?:(?:金额)?单位|(?:单位|部门)名称|部门|(?:编制|填报|公开)(?:单位|部门))[:：]|^\d{4}年(?:度)?$/;

/** What stands above a table is its name, its fields, or is kept as a comment; what stands below may be its note. */
function tableLines(
  grid: Grid,
  profile: Profile,
  isTitledAbove: boolean,
): { readonly lines: readonly string[]; readonly isNameless: boolean } {
  const first = grid.findIndex((row) => !isAbove(row, profile));
  const above = first < 0 ? [] : grid.slice(0, first);
  const rest = grid.slice(above.length);
  const last = rest.findLastIndex((row) => !isNote(row));
  const names: string[] = [];
  const fields: string[] = [];
  const comments: string[] = [];
  for (const cell of above.flat().filter((one) => one !== '')) {
    if (isFormName(cell, profile)) names.push(plainLine(cell));
    else if (FIELD.test(plain(cell))) fields.push(plainLine(cell));
    else comments.push(plainLine(cell));
  }
  // A title of its own is the table's name.
  if (names.length === 0 && !isTitledAbove) {
    const title = comments.shift();
    if (title !== undefined) names.push(`表 ${title}`);
  }
  const isNameless = names.length === 0 && !isTitledAbove;
  return {
    lines: [
      ...comments.map((text) => `// ${text}`),
      ...(isNameless ? ['表 '] : names),
      ...fields,
      ...rest.slice(0, last + 1).map(rowLine),
      ...rest.slice(last + 1).map((row) => plainLine(row.join(' '))),
    ],
    isNameless,
  };
}

/** A row above the head: one cell alone, or nothing but names and fields. */
function isAbove(row: readonly string[], profile: Profile): boolean {
  const filled = row.filter((cell) => cell !== '');
  return (
    filled.length === 0 ||
    (filled.length === 1 && row.length > 2) ||
    filled.every((cell) => isFormName(cell, profile) || FIELD.test(plain(cell)))
  );
}

function isNote(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell !== '');
  return filled.length === 0 || (filled.length === 1 && /^(?:注|说明)[:：]/.test(filled[0] ?? ''));
}

function isFormName(text: string, profile: Profile): boolean {
  const { byName, byNumber } = mentionedForm(profile, plain(text));
  return (byName ?? byNumber ?? attachmentByName(profile, plain(text))) !== undefined;
}

/** The grid brings the name of its own form along. */
function namesForm(grid: Grid, profile: Profile): boolean {
  const first = grid.findIndex((row) => !isAbove(row, profile));
  return grid
    .slice(0, Math.max(first, 0))
    .some((row) => row.some((cell) => isFormName(cell, profile)));
}

/** The lines above the table that were copied with it begin it: its name, and its fields. */
function titled(blocks: readonly ClipboardBlock[], profile: Profile): boolean {
  for (const block of [...blocks].reverse()) {
    if (block.kind !== 'text') return false;
    for (const line of block.text.split('\n').reverse()) {
      if (isFormName(line, profile)) return true;
      if (!FIELD.test(plain(line))) return false;
    }
  }
  return false;
}

function plainLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
