import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../grammar/parse.ts';
import { reparse } from '../../grammar/reparse.ts';
import type { SyntaxTree } from '../../grammar/syntax-tree.ts';
import { PIECES, REALISTIC, someSource } from './arbitraries.ts';
import { vocabulary } from './vocabulary.ts';

/** Lines that begin or end stretches, and that lines above look ahead for. */
const LINES = [
  '# 部分',
  '## 一、总体',
  '## 一\t二',
  '# 标题 // gouji-disable-line sum/children -- 理由',
  '表 数据',
  '表 甲\t乙',
  '表 甲',
  '表 公开03表 支出决算表',
  '表 公开03表 // 免核本行 sum/children：理由',
  '表 支出决算表',
  '公开03表',
  '支出决算表',
  '项目单位自评表',
  '| 甲 | 乙 |',
  '| 支出决算表 |',
  '|---|---|',
  '甲\t乙',
  '\t甲',
  '单位：万元',
  '示例市档案馆',
  '2023年度',
  '注：说明',
  '续说明',
  '设 甲 = 1',
  '[1](数据[甲].本年)与[2](甲)',
  '[3](乙',
  '名称：示例',
  '下级：',
  '- 甲',
  '一、散文',
  '散文',
  '核对 甲 =',
  '// gouji-disabel',
  '公开03表\n| 甲 |\n| 1 |',
  '支出决算表（单位：元）\n| 甲 |\n\n| 1 |\n',
  '收入决算表\n| 甲 |\n| 1 |\n注：说明',
  '公开02表\n\n| 甲 |\n| 1 |\n说明：单位：万元\n',
  '',
  '',
] as const;

const line = fc.constantFrom(...LINES);
const lines = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')), { maxLength: 14 })
  .map((made) => made.flat().join(''));
const longSource = fc.oneof(
  { weight: 4, arbitrary: lines },
  { weight: 1, arbitrary: fc.tuple(lines, someSource, lines).map((made) => made.join('')) },
  { weight: 1, arbitrary: someSource.map((text) => REALISTIC + text + REALISTIC) },
);

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(30)),
    piece: fc.oneof(fc.constantFrom('', '7', '\n', ...PIECES), lines),
  }),
  { minLength: 1, maxLength: 6 },
);

function edited(
  text: string,
  { at, length, piece }: (typeof edits extends fc.Arbitrary<infer E> ? E : never)[number],
): string {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + piece + text.slice(from + length);
}

test('edit after edit the tree is that of a fresh parse', () => {
  let reused = 0;
  fc.assert(
    fc.property(longSource, edits, (source, changes) => {
      let text = source;
      let tree: SyntaxTree = parse(text, vocabulary);
      for (const change of changes) {
        text = edited(text, change);
        const again = reparse(tree, text, vocabulary);
        if (again) reused++;
        tree = again?.tree ?? parse(text, vocabulary);
        const fresh = parse(text, vocabulary);
        // Quicker than an expectation, which then only says what differs.
        if (!isDeepStrictEqual(tree, fresh)) expect(tree).toEqual(fresh);
      }
    }),
    { numRuns: 3000 },
  );
  expect(reused).toBeGreaterThan(1000);
});

test('what stands around an edit keeps its nodes', () => {
  const before = parse(REALISTIC, vocabulary);
  const [first, second] = before.tables;
  const text = REALISTIC.replace('年末馆藏', '年末共有馆藏');
  const { tree } = reparse(before, text, vocabulary) ?? expect.fail();
  expect(tree.tables[0]).toBe(first);
  expect(tree.tables[1]).toBe(second);
});

test('a form that begins with its name alone keeps its nodes beside an edit of the next one', () => {
  const form = (name: string) => `${name}\n| 科目名称 | 合计 |\n| 合计 | 1.00 |\n\n`;
  const source = ['公开02表', '公开03表', '公开04表'].map(form).join('');
  const before = parse(source, vocabulary);
  const [first, , third] = before.tables;
  const at = source.indexOf('公开04表') - 8;
  const text = `${source.slice(0, at)}7${source.slice(at)}`;
  const { tree } = reparse(before, text, vocabulary) ?? expect.fail();
  expect(tree).toEqual(parse(text, vocabulary));
  expect([tree.tables[0], tree.tables[2]]).toEqual([first, third]);
  expect(tree.tables[0]).toBe(first);
  expect(tree.tables[2]).toBe(third);
});

test('where an edit gives a name, bindings elsewhere are read anew', () => {
  const source = '[1](数据[甲].本年)\n# 一\n表 数目\n| 甲 |\n| 1 |\n# 二\n';
  const tree = reparse(parse(source, vocabulary), source.replace('数目', '数据'), vocabulary);
  expect(tree).toBeUndefined();
});

test('a line that no longer begins a table may go on with what stands above', () => {
  const source = '# 一\n散文\n表 甲\n\n| 乙 |\n# 二\n';
  const text = source.replace('| 乙 |', '乙');
  const again = reparse(parse(source, vocabulary), text, vocabulary);
  expect(again?.tree ?? parse(text, vocabulary)).toEqual(parse(text, vocabulary));
});
