import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAssertion, parseExpression } from '../../grammar/expression-parser.ts';
import { parse } from '../../grammar/parse.ts';
import type { Expression } from '../../grammar/syntax-tree.ts';
import { drawn } from './fixture.ts';
import { vocabulary } from './vocabulary.ts';

/** An expression written out in full: every node bracketed by what it is. */
function shown(node: Expression | undefined): string {
  if (!node) return '?';
  switch (node.kind) {
    case 'sum':
      return `sum(${node.terms.map(({ sign, operand }) => `${sign < 0 ? '-' : '+'}${shown(operand)}`).join(' ')})`;
    case 'product':
      return `product(${node.factors.map(({ operator, operand }) => operator + shown(operand)).join(' ')})`;
    case 'negation':
      return `minus(${shown(node.operand)})`;
    case 'group':
      return `group(${shown(node.inner)})`;
    case 'number':
      return `${node.digits}${node.unit ?? ''}`;
    case 'name':
      return `name:${node.name}`;
    case 'call':
      return `${node.name.value}(${node.parameters.map(shown).join('; ')})`;
    case 'reference': {
      const steps = node.steps.map((step) =>
        step.kind === 'member'
          ? `.${step.quoted ? `"${step.name}"` : step.name}`
          : `[${Object.values(step.selector).join(' ')}]`,
      );
      return `${node.scope ? `${node.scope}→` : ''}${node.table.value}${steps.join('')}`;
    }
  }
}

const EXPRESSIONS: readonly (readonly [string, string])[] = [
  ['公开03表[2080505].基本支出', '公开03表[code 2080505].基本支出'],
  ['公开01表[行31]', '公开01表[row-number 31]'],
  ['公开01表.支出[总计]', '公开01表.支出[label 总计]'],
  ['公开07表[合计].本年支出.小计', '公开07表[label 合计].本年支出.小计'],
  ['公开03表 [ 下级科目 ] . *', '公开03表[children].*'],
  ['公开03表【类】．栏次 3', '公开03表[level 类].栏次3'],
  ['公开03表[＊].“金额（元）”', '公开03表[all].“金额（元）”'.replace(/[“”]/g, '"')],
  ['上年.公开01表.收入[总计]', '上年→公开01表.收入[label 总计]'],
  ['下级．公开01表', '下级→公开01表'],
  [
    '项目单位自评表[通信费].资金[年度资金总额].执行率',
    '项目单位自评表[label 通信费].资金[label 年度资金总额].执行率',
  ],
  [
    '财政拨款“三公”经费支出决算表[合计]',
    '财政拨款“三公”经费支出决算表[label 合计]'.replace(/[“”]/g, '"'),
  ],
  ['数据[馆藏].2023年', '数据[label 馆藏].2023年'],
  ['甲', 'name:甲'],
  ['𠀀一', 'name:𠀀一'],
  ['12.50', '12.50'],
  ['１２．５万元', '12.5万元'],
  ['81.49％', '81.49%'],
  ['a + b - c * d / e', 'sum(+name:a +name:b -product(*name:c *name:d /name:e))'],
  ['a＋b－c×d÷e', 'sum(+name:a +name:b -product(*name:c *name:d /name:e))'],
  ['-(甲 - 2) * -3', 'product(*minus(group(sum(+name:甲 -2))) *minus(3))'],
  ['合计(甲，乙, 3)', '合计(name:甲; name:乙; 3)'],
  [
    '占比（公开03表[201].基本支出，四舍五入(1.5, 0)）',
    '占比(公开03表[code 201].基本支出; 四舍五入(1.5; 0))',
  ],
];

describe('expressions', () => {
  for (const [text, expected] of EXPRESSIONS) {
    test(text, () => {
      const { expression, problems } = parseExpression(text);
      expect(problems).toEqual([]);
      expect(shown(expression)).toBe(expected);
      expect([expression?.start, expression?.end]).toEqual([0, text.length]);
    });
  }
});

test('an assertion with all its parts', () => {
  const text = '甲 >= 合计(乙) 容差 0.02 “说明 文字”';
  const read = parseAssertion(text);
  expect([shown(read.left), read.relation, shown(read.right), shown(read.tolerance)]).toEqual([
    'name:甲',
    '≥',
    '合计(name:乙)',
    '0.02',
  ]);
  expect(read.explanation).toEqual({ value: '说明 文字', start: 20, end: 25 });
  expect(read.problems).toEqual([]);
});

test('relations in all their forms', () => {
  for (const [written, relation] of [
    ['=', '='],
    ['＝', '='],
    ['!=', '≠'],
    ['≠', '≠'],
    ['＜＝', '≤'],
    ['≦', '≤'],
    ['>=', '≥'],
    ['＜', '<'],
    ['>', '>'],
  ] as const) {
    expect(parseAssertion(`甲${written}乙`).relation, written).toBe(relation);
  }
});

test('sums are lists: ten thousand terms nest one level deep', () => {
  const { expression } = parseExpression(Array.from({ length: 10_000 }, (_, at) => at).join('+'));
  expect(expression?.kind === 'sum' && expression.terms.length).toBe(10_000);
});

test('64 brackets nest, 65 are refused with the place of the one too many', () => {
  const nested = (depth: number) => `${'('.repeat(depth)}1${')'.repeat(depth)}`;
  expect(parseExpression(nested(64)).problems).toEqual([]);
  expect(parseExpression(nested(65)).problems).toEqual([
    { code: 'nesting', data: { most: '64' }, start: 64, end: 65 },
  ]);
  expect(parseExpression(nested(100_000)).problems).toHaveLength(1);
});

/** A line, the code of its problem and the text that the problem stands at. */
const PROBLEMS: readonly (readonly [line: string, code: string, at: string])[] = [
  ['核对 公开03表[合计].基本支出 =', 'operand-expected-at-end', '='],
  ['核对 公开03表[合计].基本支出 = + 3', 'operand-expected', '+'],
  ['核对 公开03表[合计. = 3', 'close-square-expected-at-end', '合计. = 3'],
  ['核对 公开03表[].基本支出 = 3', 'row-expected', ']'],
  ['核对 公开03表[合计]. = 3', 'column-expected', '='],
  ['核对 公开03表[合计].', 'column-expected-at-end', '.'],
  ['核对 公开03表[合计].基本支出', 'relation-expected-at-end', '基本支出'],
  ['核对 公开03表[合计].基本支出 等于 3', 'relation-expected', '等于'],
  ['核对 公开03表[合计].基本支出 = 3 4', 'unexpected', '4'],
  ['核对 公开03表[合计].因公出国（境）费 = 3', 'name-unquoted', '（'],
  ['核对 占比(公开03表[201], 2 = 3', 'close-round-expected', '='],
  ['核对 占比(公开03表[201], 2', 'close-round-expected-at-end', '2'],
  ['核对 公开03表[201] = 1 容差', 'operand-expected-at-end', '容差'],
  ['核对 公开03表[201] = 1 “没有合上', 'unexpected', '“'],
  ['设 甲 =', 'operand-expected-at-end', '='],
  ['设 甲 ≤ 公开03表[201].* = 3', 'unexpected', '='],
  ['设 甲 ≥ 公开03表[201].“=”', 'equals-expected', ' ≥ '],
  ['设 3甲 = 公开03表[201].*', 'name-expected', '3'],
  ['表 公开03表[201].基本支出 为', 'table-name', '表 公开03表[201].基本支出 为'],
  ['// gouji-disabel-line a/b', 'directive-unknown', 'gouji-disabel-line'],
  ['| a |', 'row-outside-table', '| a |'],
  ['增加[12](占比(甲, 2)。', 'binding-unclosed', '[12](占比(甲, 2)。'],
  ['增加[12](占比(甲 乙))。', 'close-round-expected', '乙'],
];

describe('syntax problems stand where something is missing', () => {
  for (const [line, code, at] of PROBLEMS) {
    test(line, () => {
      const text = `上一行\n${line}\n下一行`;
      const { errors } = parse(text, vocabulary);
      expect(
        errors.map((problem) => [problem.code, text.slice(problem.start, problem.end)]),
      ).toEqual([[code, at]]);
    });
  }
});

test('bindings', () => {
  const { tree, text } = drawn(`
x 设 人均 = 3
x 表 数据
x | a |
x # 一
x 增加[12.6%](增幅(数据[馆藏].本年, 上年.公开01表[总计]))，接待[318](无)人次，
x ［ 5 ］（人均）万元，【35.36.00】(公开03表[合计])，[](人均)，[5-10](人均)。
x [1](见附件)，[甲](人均)，[3](占比)，\\[4](人均)，[5] 后(人均)，[6](合计)`);
  const bindings = tree.lines.flatMap((line) => (line.kind === 'prose' ? line.bindings : []));
  expect(
    bindings.map(({ figure, target, waived, unitAfter, expression }) => [
      text.slice(figure.start, figure.end),
      text.slice(target.start, target.end),
      waived ? 'waived' : shown(expression),
      unitAfter?.value,
    ]),
  ).toEqual([
    [
      '12.6%',
      '增幅(数据[馆藏].本年, 上年.公开01表[总计])',
      '增幅(数据[label 馆藏].本年; 上年→公开01表[label 总计])',
      undefined,
    ],
    ['318', '无', 'waived', '人次'],
    [' 5 ', '人均', 'name:人均', '万元'],
    ['35.36.00', '公开03表[合计]', '公开03表[label 合计]', undefined],
    ['', '人均', 'name:人均', undefined],
    ['5-10', '人均', 'name:人均', undefined],
  ]);
  expect(tree.errors).toEqual([]);
});

test('any text is an expression or has a problem inside it', () => {
  const pieces = [
    '公开03表',
    '[',
    ']',
    '.',
    '甲',
    '(',
    ')',
    '+',
    '-',
    '*',
    '“',
    '”',
    '1.5',
    '%',
    '，',
    '=',
    ' ',
    '𠀀',
    '\ud840',
    '\n',
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((all) => all.join(''));
  fc.assert(
    fc.property(text, (source) => {
      for (const { problems } of [parseExpression(source), parseAssertion(source)]) {
        for (const { start, end } of problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(source.length);
        }
      }
      const { expression, problems } = parseExpression(source);
      expect(expression === undefined).toBe(problems.length > 0);
    }),
    { numRuns: 3000 },
  );
});
