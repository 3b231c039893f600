import type { Block, ImportResult, TableBlock } from '../../server/import/block.ts';
import { textOf } from '../../server/import/inline.ts';

/** Published lines of a small form, with an invented body. */
export const HEAD_05 = ['项目\t\t本年支出\t\t', '科目代码\t科目名称\t小计\t基本支出\t项目支出'];
export const NUMBERS_05 = '\t栏次\t1\t2\t3';
export const ROWS_05 = [
  '\t合计\t12.50\t10.00\t2.50',
  '201\t一般公共服务支出\t12.50\t10.00\t2.50',
  '20126\t档案事务\t12.50\t10.00\t2.50',
  '2012601\t行政运行\t10.00\t10.00\t0.00',
  '2012604\t档案馆\t2.50\t0.00\t2.50',
];
export const NAME_05 = '一般公共预算财政拨款支出决算表';

export const HEAD_03 = [
  '项目\t\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出',
  '科目代码\t科目名称\t\t\t\t\t\t',
];
export const NAME_03 = '支出决算表';

export function published(...lines: readonly (string | readonly string[])[]): string {
  return lines.flat().join('\n');
}

/** Cells of each row, for reading a test's expectation. */
export function cellsOf(block: Block | undefined): string[][] {
  return (block as TableBlock).rows.map((row) => row.cells.map((cell) => textOf(cell.pieces)));
}

/** The lines of the imported source, blank ones left out. */
export function linesOf(result: ImportResult): string[] {
  return result.text.split('\n').filter((line) => line !== '');
}

/** The rows of the n-th table as the source has them. */
export function rowsOf(result: ImportResult, table: number): string[] {
  const starts = linesOf(result);
  let seen = -1;
  const rows: string[] = [];
  for (const line of starts) {
    if (line.startsWith('表 ')) seen += 1;
    else if (seen === table && line.startsWith('|')) rows.push(line);
  }
  return rows;
}

/** Characters of the original that no stretch covers, as runs without blanks at their ends. */
export function uncovered(original: string, result: ImportResult): string[] {
  const covered = new Uint8Array(original.length);
  for (const stretch of result.stretches) {
    covered.fill(1, stretch.originalStart, stretch.originalEnd);
  }
  const runs: string[] = [];
  let run = '';
  for (let index = 0; index <= original.length; index += 1) {
    if (index < original.length && covered[index] === 0) run += original.charAt(index);
    else {
      if (run.trim() !== '') runs.push(run.trim());
      run = '';
    }
  }
  return runs;
}
