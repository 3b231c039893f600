/**
 * The TextMate grammar, by vscode-tmgrammar-test: each line with pieces of it and the scope that they must have, or with
 * `-` before it must not have. `§` is nothing, and in the twin Han characters of which two are surrogate pairs.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRegistryFromGrammars } from 'vscode-tmgrammar-test/dist/common/index.js';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index.js';
import { generate } from '../generate/generate.ts';

const path = resolve(import.meta.dirname, '../../syntaxes/gouji.tmLanguage.json');
const registry = createRegistryFromGrammars([
  {
    grammar: { path, scopeName: 'source.gouji', language: 'gouji' } as never,
    content: readFileSync(path, 'utf8'),
  },
]);

type Expected = readonly (readonly [piece: string, scope: string])[];

/** What is wrong with a line: each missing or unexpected scope with its piece. */
async function check(line: string, expected: Expected): Promise<string[]> {
  let from = 0;
  const assertions = expected.map(([piece, scope]) => {
    // A piece is looked for behind the one before it, or from there on if it is the same again.
    const at = line.indexOf(piece, from) < 0 ? line.indexOf(piece) : line.indexOf(piece, from);
    expect(at, `${piece} in ${line}`).toBeGreaterThanOrEqual(0);
    from = at;
    const mark = scope.startsWith('-') ? `- ${scope.slice(1)}.gouji` : `${scope}.gouji`;
    return `%%% <${'~'.repeat(at)}${'-'.repeat(piece.length)} ${mark}`;
  });
  const text = ['%%% SYNTAX TEST "source.gouji"', line, ...assertions].join('\n');
  const failures = await runGrammarTestCase(registry, parseGrammarTestCase(text));
  return failures.map(
    ({ start, end, missing, unexpected, actual }) =>
      `${line.slice(start, end)}: missing ${missing.join()} unexpected ${unexpected.join()} of ${actual.join(' ')}`,
  );
}

const cases: readonly (readonly [kind: string, line: string, expected: Expected])[] = [
  [
    'header',
    '名称：青禾县§档案馆',
    [
      ['名称', 'variable.other.property.header'],
      ['：', 'punctuation.separator.key-value'],
      ['青禾县§档案馆', 'string.unquoted.header'],
    ],
  ],
  [
    'heading',
    '# 第一部分 §概况',
    [
      ['#', 'punctuation.definition.heading'],
      ['第一部分 §概况', 'entity.name.section'],
      ['第', 'markup.heading.1'],
    ],
  ],
  ['sub-heading', '### §（一）收入', [['§（一）收入', 'markup.heading.2']]],
  ['no heading', '#§概况', [['#', '-markup.heading.1']]],
  [
    'table start',
    '表 公开05表 （单位：元）',
    [
      ['表', 'keyword.declaration.table'],
      ['公开05表', 'entity.name.type.table'],
      ['元', 'keyword.other.unit'],
    ],
  ],
  ['table of the author', '表 馆§藏情况', [['馆§藏情况', 'entity.name.type.table']]],
  ['form number alone', '公开01表', [['公开01表', 'entity.name.type.table']]],
  ['no table', '表 1 所示，§收入增加。', [['表', '-keyword.declaration.table']]],
  [
    'row',
    '| 2080505 | 养老§支出 | 1,234.56 | -5 |',
    [
      ['|', 'punctuation.separator.table'],
      ['2080505', 'constant.other.subject-code'],
      ['养老§支出', '-constant.numeric'],
      ['1,234.56', 'constant.numeric'],
      ['-5', 'constant.numeric'],
    ],
  ],
  [
    'asked cell and target',
    '| §得分 | = | ≥95% |',
    [
      ['=', 'keyword.operator.asked'],
      ['≥', 'keyword.operator.relational'],
      ['95%', 'constant.numeric'],
    ],
  ],
  ['separator', '|---|:---:|---:|', [['|---|:---:|---:|', 'meta.separator.table']]],
  [
    'escaped bar',
    '| 甲\\|§乙 | 5 |',
    [
      ['\\|', 'constant.character.escape'],
      ['5', 'constant.numeric'],
    ],
  ],
  [
    'full-width row',
    '｜２０１｜§｜１００．３０｜',
    [
      ['２０１', 'constant.other.subject-code'],
      ['１００．３０', 'constant.numeric'],
    ],
  ],
  [
    'pasted row',
    '20126\t档案§事务\t100.30',
    [
      ['20126', 'constant.other.subject-code'],
      ['100.30', 'constant.numeric'],
    ],
  ],
  ['note', '注：§本表', [['注', 'keyword.other.note']]],
  [
    'definition',
    '设 增§幅 = 增幅(馆藏[档案§].本年, 馆藏[*].“上 年”) * 2.50万元',
    [
      ['设', 'keyword.declaration.definition'],
      ['增§幅', 'variable.other.constant'],
      ['=', 'keyword.operator.assignment'],
      ['增幅', 'support.function'],
      ['馆藏', 'entity.name.type.table'],
      ['档案§', 'string.unquoted.row'],
      ['本年', 'variable.other.property.column'],
      ['*', 'keyword.other.rows'],
      ['“上 年”', 'string.quoted.double.column'],
      ['* 2', '-string.unquoted.row'],
      ['2.50万元', 'constant.numeric'],
      ['万元', 'keyword.other.unit'],
    ],
  ],
  [
    'assertion',
    '核对 上年.公开03表[2080505].基本支出 ≤ §甲 + 5 容差 0.01 “说§明”',
    [
      ['核对', 'keyword.declaration.assertion'],
      ['上年', 'storage.modifier.scope'],
      ['公开03表', 'entity.name.type.table'],
      ['2080505', 'constant.other.subject-code'],
      ['基本支出', 'variable.other.property.column'],
      ['≤', 'keyword.operator.relational'],
      ['§甲', 'variable.other.constant'],
      ['+', 'keyword.operator.arithmetic'],
      ['容差', 'keyword.other.tolerance'],
      ['0.01', 'constant.numeric'],
      ['“说§明”', 'string.quoted.double.explanation'],
    ],
  ],
  ['no assertion', '核对§账目后，发现 = 号。', [['核对', '-keyword.declaration.assertion']]],
  [
    'binding',
    '增加§[12.6%](增幅(馆藏[§甲].本年, 5))，接待[318](无)人次。',
    [
      ['[', 'punctuation.definition.binding.begin'],
      ['12.6%', 'constant.numeric'],
      ['增幅', 'support.function'],
      ['馆藏', 'entity.name.type.table'],
      ['§甲', 'string.unquoted.row'],
      ['，接待', '-meta.binding'],
      ['318', 'constant.numeric'],
      ['无', 'keyword.other.waived'],
      ['人次', '-meta.binding'],
    ],
  ],
  [
    'asked binding',
    '增加§[](馆藏.本年)万元',
    [
      ['[', 'meta.binding'],
      ['本年', 'variable.other.property.column'],
    ],
  ],
  ['comment', '// §备注 5', [['// §备注 5', 'comment.line.double-slash']]],
  [
    'directive',
    '// 免核下一行 sum/children：§理由',
    [
      ['免核下一行', 'keyword.control.directive'],
      ['sum/children', 'entity.name.tag.rule'],
      ['§理由', 'string.unquoted.reason'],
    ],
  ],
  [
    'directive at the end',
    '| §甲 | 5 | // gouji-disable-line cell/sign -- §理由',
    [
      ['5', 'constant.numeric'],
      ['gouji-disable-line', 'keyword.control.directive'],
      ['cell/sign', 'entity.name.tag.rule'],
      [' §理由', 'string.unquoted.reason'],
    ],
  ],
];

describe.each(cases)('%s', (_, line, expected) => {
  test.each([
    ['plain', ''],
    ['twin', '𠮷档𠀀'],
  ])('%s', async (_name, wide) => {
    const spelt = (text: string): string => text.replaceAll('§', wide);
    const pieces = expected.map(([piece, scope]) => [spelt(piece), scope] as const);
    expect(await check(spelt(line), pieces)).toEqual([]);
  });
});

test('a wrong expectation is told', async () => {
  expect(await check('# 标题', [['标题', 'constant.numeric']])).toHaveLength(1);
  expect(await check('# 标题', [['标题', '-entity.name.section']])).toHaveLength(1);
});

test('no line of a whole report reaches into the next', async () => {
  const grammar = await registry.loadGrammar('source.gouji');
  for (const line of generate(4).gouji.split('\n')) {
    const { ruleStack } = grammar?.tokenizeLine(line, null) ?? {};
    expect(ruleStack?.depth, line).toBe(1);
  }
});
