/** Writes a report as a further province publishes it, in the language or as published text. */
import { chineseNumber, notesOf } from './layout.ts';
import { type Part, partsOf } from './narrative.ts';
import type { Grid } from './published-grid.ts';
import { nameIn, type Region } from './regions.ts';
import { isEmpty, type Sheet, unitOf } from './sheet.ts';

export interface RegionStyle {
  /** Whether the header names the profile. */
  readonly named: boolean;
}

export function writeRegion(sheet: Sheet, region: Region, { named }: RegionStyle): string {
  const { body, year } = sheet.accounts;
  const lines = [
    `报告：${body.kind}决算`,
    `名称：${body.name}`,
    `年度：${year}`,
    `金额单位：${sheet.unit}`,
    ...(named ? [`版式：${region.name}`] : []),
    '',
  ];
  for (const part of partsIn(sheet, region)) {
    if (part.kind === 'heading') lines.push(`${'#'.repeat(part.level)} ${part.title}`);
    else if (part.kind === 'paragraph') lines.push(part.text);
    else {
      for (const table of tablesOf(sheet, region)) {
        lines.push(`表 ${[table.number, table.name].filter(Boolean).join(' ')}`, ...table.fields);
        for (const row of [...table.grid.head, ...table.grid.body]) {
          lines.push(`| ${row.join(' | ')} |`);
        }
        lines.push(...table.notes, '');
      }
    }
    lines.push('');
  }
  return lines.join('\n');
}

export function publishRegion(sheet: Sheet, region: Region): string {
  const { body, year } = sheet.accounts;
  const blocks = [`${year}年度\n${body.name}${body.kind}决算`];
  for (const part of partsIn(sheet, region)) {
    if (part.kind === 'heading') blocks.push(part.title);
    else if (part.kind === 'paragraph') blocks.push(part.text);
    else {
      for (const { name, number, fields, grid, notes } of tablesOf(sheet, region)) {
        // 表一 stands before the name, 公开01表 in a line of its own.
        const isBefore = number?.startsWith('表') ?? false;
        blocks.push(isBefore ? `${number} ${name}` : name);
        if (number !== undefined && !isBefore) blocks.push(number);
        blocks.push(
          ...fields,
          [...grid.head, ...grid.body].map((row) => row.join('\t')).join('\n'),
        );
        blocks.push(...notes);
      }
    }
  }
  return `${blocks.join('\n\n')}\n`;
}

interface PrintedTable {
  readonly name: string;
  readonly number: string | undefined;
  readonly fields: readonly string[];
  readonly grid: Grid;
  readonly notes: readonly string[];
}

function tablesOf(sheet: Sheet, region: Region): PrintedTable[] {
  const { body, year } = sheet.accounts;
  return region.order.map((form, index) => {
    const grid = region.grid(sheet, form);
    return {
      name: nameIn(region, form),
      number: region.numberAbove(index + 1),
      fields: [`${body.kind}：${body.name}`, `${year}年度`, `单位：${unitOf(sheet, form)}`],
      grid,
      notes: notesOf(sheet, form, isEmptyIn(sheet, form, grid)),
    };
  });
}

/** Balances of state capital, and meetings beside the three public expenses, are money that 河南 does not print. */
function isEmptyIn(sheet: Sheet, form: number, { body }: Grid): boolean {
  if (form === 8) return !sheet.accounts.items.some(({ book }) => book === 'state');
  if (form === 9) return !body.some((row) => row.some((text) => /[1-9]/.test(text)));
  return isEmpty(sheet, form);
}

/** The sections follow the order of the forms. */
function partsIn(sheet: Sheet, { order }: Region): Part[] {
  const parts = partsOf(sheet);
  if (order.at(-1) === 9) return parts;
  const isSection = (part: Part): boolean => part.kind === 'heading' && part.level <= 2;
  const from = parts.findIndex((part) => part.kind === 'heading' && /三公/.test(part.title));
  const to = parts.findIndex((part, at) => at > from && isSection(part));
  const before = parts.findIndex(
    (part) => part.kind === 'heading' && /政府性基金/.test(part.title),
  );
  const moved = [
    ...parts.slice(0, before),
    ...parts.slice(from, to),
    ...parts.slice(before, from),
    ...parts.slice(to),
  ];
  const first = moved.findIndex((part) => part.kind === 'heading' && /^一、收入/.test(part.title));
  let count = 0;
  return moved.map((part, at) => {
    if (at < first || part.kind !== 'heading' || part.level !== 2) return part;
    count += 1;
    return { ...part, title: part.title.replace(/^[^、]+/, chineseNumber(count)) };
  });
}
