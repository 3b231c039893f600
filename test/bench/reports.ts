/** Reports to measure on: generated ones, of the size that published reports have. */
import { drawAccounts } from '../generate/accounts.ts';
import { sheetOf } from '../generate/sheet.ts';
import { writeGouji } from '../generate/write-gouji.ts';

export function bytes(text: string): number {
  return Buffer.byteLength(text);
}

/**
 * Different reports of a size in bytes: 25 items in each form of the published layout, as a middling department prints
 * them, and prose for the rest.
 */
export function reportsOfSize(size: number, count: number): string[] {
  return Array.from({ length: count }, (_, seed) => filled(reportWithItems(25, seed), size));
}

const filler =
  '本年度各项工作按计划推进，资金使用规范，预算执行与任务完成情况基本一致，有关说明已在前文列出。';

function filled(text: string, size: number): string {
  const missing = Math.floor((size - bytes(text)) / (bytes(filler) + 2));
  return missing > 0 ? text + `\n${filler}\n`.repeat(missing) : text;
}

/** One report with so many items in each of its forms, in the published layout. */
export function reportWithItems(count: number, seed = 11): string {
  return writeGouji(sheetOf(drawAccounts(seed, count)), {
    layout: 'published',
    rows: 'bar',
    start: 'both',
    fields: 'lines',
    namesLeftOut: false,
    rowNumbers: true,
    wide: false,
    pageBreaks: true,
  });
}
