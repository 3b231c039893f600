/** Writes a report in the language itself, in one of the many ways in which it may be written. */
import { formName, formNumbers, notesOf } from './layout.ts';
import { partsOf } from './narrative.ts';
import { plainGrids } from './plain-grid.ts';
import { type Grid, publishedGrid } from './published-grid.ts';
import { Random } from './random.ts';
import { isEmpty, type Sheet, unitOf } from './sheet.ts';

export interface GoujiStyle {
  readonly layout: 'published' | 'sparse' | 'complete';
  readonly rows: 'bar' | 'tab';
  readonly start: 'number' | 'name' | 'both' | 'bare';
  /** Lines with number, body, year and unit between a table's start and its first row. */
  readonly fields: 'none' | 'lines' | 'one-line';
  readonly namesLeftOut: boolean;
  readonly rowNumbers: boolean;
  /** Full-width digits, bars and colons here and there. */
  readonly wide: boolean;
  readonly pageBreaks: boolean;
}

export function drawGoujiStyle(random: Random): GoujiStyle {
  const layout = random.pick(['published', 'sparse', 'complete'] as const);
  return {
    layout,
    rows: random.pick(['bar', 'tab']),
    start: random.pick(['number', 'name', 'both', 'bare']),
    fields: random.pick(['none', 'lines', 'one-line']),
    namesLeftOut: random.chance(0.2),
    rowNumbers: random.chance(0.5),
    wide: random.chance(0.25),
    pageBreaks: random.chance(0.4),
  };
}

export function writeGouji(sheet: Sheet, style: GoujiStyle): string {
  const random = new Random(sheet.accounts.seed).fork('gouji');
  const lines = [...header(sheet, style, random), ''];
  for (const part of partsOf(sheet)) {
    if (part.kind === 'heading') lines.push(`${'#'.repeat(part.level)} ${part.title}`);
    else if (part.kind === 'paragraph') lines.push(part.text);
    else for (const form of formNumbers) lines.push(...table(sheet, style, form, random));
    lines.push('');
  }
  return lines.join('\n');
}

function header(sheet: Sheet, style: GoujiStyle, random: Random): string[] {
  const { body, year } = sheet.accounts;
  const colon = style.wide && random.chance(0.5) ? ':' : '：';
  const fields = [`报告${colon}${body.kind}决算`, `名称${colon}${body.name}`];
  fields.push(`年度${colon}${random.pick([String(year), `${year}年度`, widen(String(year))])}`);
  if (sheet.unit !== '万元' || style.fields === 'none' || random.chance(0.7))
    fields.push(`金额单位${colon}${sheet.unit}`);
  if (random.chance(0.5)) fields.push(`版式${colon}河南`);
  return random.shuffle(fields);
}

function table(sheet: Sheet, style: GoujiStyle, form: number, random: Random): string[] {
  const empty = isEmpty(sheet, form);
  const lines = [start(sheet, style, form), ...fields(sheet, style, form, random)];
  const grids =
    style.layout === 'published'
      ? [publishedGrid(sheet, form)]
      : plainGrids(sheet, form, {
          namesLeftOut: style.namesLeftOut,
          rowNumbers: style.rowNumbers,
          complete: style.layout === 'complete',
        });
  for (const grid of grids) lines.push(...gridLines(grid, style, random));
  lines.push(...notesOf(sheet, form, empty), '');
  return lines;
}

function start(sheet: Sheet, style: GoujiStyle, form: number): string {
  const number = `公开0${form}表`;
  const unit =
    style.fields === 'none' && sheet.otherUnits.has(form)
      ? ` （单位：${unitOf(sheet, form)}）`
      : '';
  switch (style.start) {
    case 'number':
      return `表 ${number}${unit}`;
    case 'name':
      return `表 ${formName(form)}${unit}`;
    case 'both':
      return `表 ${number} ${formName(form)}${unit}`;
    case 'bare':
      return unit === '' ? formName(form) : `表 ${formName(form)}${unit}`;
  }
}

function fields(sheet: Sheet, style: GoujiStyle, form: number, random: Random): string[] {
  if (style.fields === 'none') return [];
  const { body, year } = sheet.accounts;
  const parts = random.shuffle([
    `${body.kind}：${body.name}`,
    `${year}年度`,
    `单位：${unitOf(sheet, form)}`,
    ...(style.start === 'number' ? [] : [`公开0${form}表`]),
  ]);
  return style.fields === 'lines' ? parts : [parts.join('　　')];
}

function gridLines(grid: Grid, style: GoujiStyle, random: Random): string[] {
  const line = (cells: readonly string[]): string => row(cells, style, random);
  const head = grid.head.map(line);
  const width = Math.max(...grid.head.map((cells) => cells.length));
  // Between a repeated head and its rows no separator is needed in a known form.
  const separator = style.rows === 'bar' && random.chance(0.7) ? [`|${'---|'.repeat(width)}`] : [];
  const lines = [...head, ...separator];
  grid.body.forEach((cells, index) => {
    if (style.pageBreaks && index > 0 && random.chance(0.03)) {
      lines.push(...(random.chance(0.5) ? [''] : []), ...head);
    }
    lines.push(line(cells));
  });
  return lines;
}

function row(cells: readonly string[], style: GoujiStyle, random: Random): string {
  const texts = cells.map((text) =>
    style.wide && /\d/.test(text) && random.chance(0.2) ? widen(text) : text,
  );
  if (style.rows === 'tab') return texts.join('\t');
  const bar = style.wide && random.chance(0.1) ? '｜' : '|';
  const inner = texts.map((text) => ` ${text.replaceAll('|', '\\|')} `).join(bar);
  return `${bar}${inner}${bar}`;
}

/** Half-width digits, points and commas as full-width ones. */
export function widen(text: string): string {
  return text.replace(/[0-9.,-]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) + 0xfee0),
  );
}
