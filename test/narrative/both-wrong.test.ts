/** An item whose amount is wrong, as the table says, and its percentage beside it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { analyse } from '../../server/analysis.ts';

const report = readFileSync(
  join(import.meta.dirname, '../fixtures/narrative/provinces/hunan.gouji'),
  'utf8',
).replace(/^\/\/[=~].*\n/gm, '');

const AMOUNT = '142.65万元，完成年初预算的';

function foundAt(percentage: string): string[] {
  const start = report.indexOf(AMOUNT);
  const from = start + AMOUNT.length;
  const text = report.slice(0, from) + percentage + report.slice(report.indexOf('%', from));
  return analyse({ text })
    .findings.filter((finding) => finding.start >= start && finding.end <= from + 8)
    .map(({ level, rule, message }) => `${level} ${rule} ${message.zh.split(/ 万元|万元|：/)[0]}`);
}

// 142.56 in the table, 120 the budget.
const amount = 'error narrative/amount 2130108 病虫害控制 写作 142.65';

it.each([
  ['worked out from the right amount', '118.80', []],
  ['worked out from the wrong one', '118.88', []],
  ['right for neither', '218.80', ['error narrative/completion 完成 218.80% 应为 118.80%']],
])('%s', (_, percentage, more) => {
  expect(foundAt(percentage)).toEqual([amount, ...more]);
});
