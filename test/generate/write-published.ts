/** Writes a report as text taken out of a published file: cover, contents, tables broken over pages, prose likewise. */
import { formName, formNumbers, notesOf } from './layout.ts';
import { contentsOf, type Heading, partsOf } from './narrative.ts';
import { type Grid, publishedGrid } from './published-grid.ts';
import { Random } from './random.ts';
import { isEmpty, type Sheet, unitOf } from './sheet.ts';

export interface PublishedStyle {
  readonly rows: 'tab' | 'pipe';
  readonly headings: 'plain' | 'markdown';
  readonly formNumber: 'tight' | 'spaced' | 'none';
  readonly fields: 'lines' | 'one-line';
  readonly contents: boolean;
  readonly pageBreaks: boolean;
  /** Sums in bold. */
  readonly bold: boolean;
}

export function drawPublishedStyle(random: Random): PublishedStyle {
  return {
    rows: random.pick(['tab', 'tab', 'pipe']),
    headings: random.pick(['plain', 'markdown']),
    formNumber: random.pick(['tight', 'spaced', 'none']),
    fields: random.pick(['lines', 'lines', 'one-line']),
    contents: random.chance(0.7),
    pageBreaks: random.chance(0.7),
    bold: random.chance(0.2),
  };
}

export function writePublished(sheet: Sheet, style: PublishedStyle): string {
  const random = new Random(sheet.accounts.seed).fork('published');
  const { body, year } = sheet.accounts;
  const parts = partsOf(sheet);
  const blocks = [
    `${year}年度\n${body.name}${body.kind}决算`,
    `二〇二${'〇一二三四五'.charAt(year - 2019)}年九月`,
  ];
  if (style.contents) blocks.push('目 录', ...contentsOf(parts));
  for (const part of parts) {
    if (part.kind === 'heading') blocks.push(headingText(part, style));
    else if (part.kind === 'paragraph') blocks.push(...broken(part.text, style, random));
    else for (const form of formNumbers) blocks.push(...formBlocks(sheet, style, form, random));
  }
  return `${blocks.join('\n\n')}\n`;
}

function headingText({ level, title }: Heading, style: PublishedStyle): string {
  return style.headings === 'plain' ? title : `${'#'.repeat(level)} ${title}`;
}

/** A page may end in the middle of a sentence; the text goes on after a blank line. */
function broken(text: string, style: PublishedStyle, random: Random): string[] {
  if (!style.pageBreaks || text.length < 60 || random.chance(0.6)) return [text];
  // Where a figure is cut in two nobody can put it together again; between two Han characters one can.
  for (let tries = 0; tries < 10; tries++) {
    const cut = random.integer(20, text.length - 20);
    if (/^\p{Script=Han}{2}$/u.test(text.slice(cut - 1, cut + 1))) {
      return [text.slice(0, cut), text.slice(cut)];
    }
  }
  return [text];
}

function formBlocks(sheet: Sheet, style: PublishedStyle, form: number, random: Random): string[] {
  const { body, year } = sheet.accounts;
  const name = formName(form);
  const fields = [`${body.kind}：${body.name}`, `${year}年度`, `单位：${unitOf(sheet, form)}`];
  if (style.formNumber !== 'none') {
    fields.push(style.formNumber === 'tight' ? `公开0${form}表` : `公开 0${form} 表`);
  }
  const ordered = random.shuffle(fields);
  return [
    style.headings === 'plain' ? name : `## ${name}`,
    ...(style.fields === 'lines' ? ordered : [ordered.join('　　')]),
    ...pages(publishedGrid(sheet, form), style, random),
    ...notesOf(sheet, form, isEmpty(sheet, form)),
  ];
}

function pages(grid: Grid, style: PublishedStyle, random: Random): string[] {
  const pages: string[] = [];
  let page = opening(grid, style);
  grid.body.forEach((cells, index) => {
    if (style.pageBreaks && index > 0 && random.chance(0.04)) {
      pages.push(page.join('\n'));
      page = random.chance(0.7) ? opening(grid, style) : [];
    }
    page.push(line(style.bold ? cells.map(bold) : cells, style));
  });
  pages.push(page.join('\n'));
  return pages;
}

function opening(grid: Grid, style: PublishedStyle): string[] {
  const [first = [], ...others] = grid.head;
  const separator = style.rows === 'pipe' ? [`|${'---|'.repeat(first.length)}`] : [];
  return [line(first, style), ...separator, ...others.map((cells) => line(cells, style))];
}

function line(cells: readonly string[], style: PublishedStyle): string {
  return style.rows === 'tab' ? cells.join('\t') : `| ${cells.join(' | ')} |`;
}

function bold(text: string): string {
  return /合计$|总计$/.test(text) ? `<b>${text}</b>` : text;
}
