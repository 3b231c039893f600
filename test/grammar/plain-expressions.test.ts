import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlainComparison, readPlainExpression } from '../../grammar/plain-expressions.ts';
import { readLine } from '../../grammar/read-line.ts';

const PIECES = [
  '公开03表',
  '上年',
  '下级',
  '合计',
  '栏次',
  '栏次3',
  '基本支出',
  'abc',
  '2023',
  '年',
  '.',
  '．',
  '*',
  '[',
  ']',
  '【',
  '】',
  '[合计]',
  '[行31]',
  '[ 类 ]',
  '[*]',
  '[]',
  ' ',
  '(',
  ')',
  '“',
  '”',
  '+',
  ' + ',
  ' - ',
  ' = ',
  '≤',
  '≥ ',
  '<=',
  '容差',
  '%',
];

const somePieces = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 9 })
  .map((pieces) => pieces.join(''));

/** How many of the texts were plain: a property over none would hold as well. */
function plainOf(read: (text: string) => boolean): number {
  let plain = 0;
  fc.assert(
    fc.property(somePieces, (text) => {
      if (read(text)) plain += 1;
    }),
    { numRuns: 20_000 },
  );
  return plain;
}

test('a plain expression is what the grammar reads', () => {
  const plain = plainOf((text) => {
    const read = readPlainExpression(text);
    if (read === undefined) return false;
    const { value, problem } = readLine('expression', 'expression', text, 0, text.length);
    expect(problem).toBeUndefined();
    expect(read).toEqual(value);
    return true;
  });
  expect(plain).toBeGreaterThan(100);
});

test('a plain comparison is what the grammar reads', () => {
  const plain = plainOf((text) => {
    const read = readPlainComparison(text);
    if (read === undefined) return false;
    const { value, problem } = readLine('comparison', 'expression', text, 0, text.length);
    expect(problem).toBeUndefined();
    expect(read).toEqual({ ...value, problems: [] });
    return true;
  });
  expect(plain).toBeGreaterThan(20);
});

test('what profiles write is plain', () => {
  for (const text of [
    '公开03表[合计].本年支出合计',
    '上年.公开01表.支出[行31]',
    '公开06表[301].* + 公开06表[302].*',
  ]) {
    expect(readPlainExpression(text), text).toBeDefined();
  }
  expect(readPlainComparison('基本支出 = 人员经费 + 公用经费')).toBeDefined();
  expect(readPlainComparison('国内接待批次 ≤ 国内接待人次')).toBeDefined();
});
