import { describe, expect, test } from 'vitest';
import { drawn, redrawn } from './fixture.ts';

/** Each fixture draws the kind of every line at its left. */
const FIXTURES: Readonly<Record<string, string>> = {
  'header, headings, prose': `
header-field 报告：部门决算
header-field 名 称: 示例市档案馆
header-field 下级：
header-item - 甲.gouji
header-item － 乙
prose 键：值
prose 年度汇报如下
heading # 第一部分
heading ＃＃　一、职责
prose 名称：标题之后是正文
prose ##### 五级
prose #没有空格
prose \\# 不是标题`,
  'a table with fields above and notes below': `
table-start 收入决算表
table-field 公开02表
table-field 部门：示例市档案馆　2023 年度　单位：万元
blank
row | 科目编码 | 合计 |
row |---|---:|
row | 201 | 3.00 |
blank
note 注：第一条
note 第二行
blank
note 说明：没有支出
blank
prose 正文`,
  'the head of a sheet, pasted with the TABs of its empty cells': `
table-start 收入决算表\t\t\t
table-field \t\t\t公开02表
table-field 部门：示例市档案馆\t\t2023年度\t金额单位：万元
row 项目\t\t本年收入
row 201\t甲\t3.00
blank
table-start 支出决算表\t\t\t
table-field | 部门：示例市档案馆 | | 单位：万元 |
row | 2022年度 | 2023年度 |
row | 部门：甲 | 1 |`,
  'a name with nothing below it but the note of an empty form': `
table-start 收入决算表
table-field 单位：万元
note 说明：没有收入
blank
table-start 公开03表
row 甲\t1`,
  'fields in any order; 单位 is a body where its value is no unit': `
table-start 表 公开03表（单位：元）
table-field 单位：示例市档案馆
table-field 2023年度
table-field 单位：人民币万元
table-field 示例市档案馆
row a\tb`,
  'page breaks: blank lines, repeated head': `
table-start 收入决算表
table-field 单位：万元
row 甲\t1
blank
row 乙\t2
blank
table-field 收入决算表
table-field 公开 02 表
table-field 单位：万元
row 丙\t3
row \t合计
blank
prose 结束`,
  'one table after the other': `
table-start 收入决算表
row 甲\t1
table-start 支出决算表
table-field 公开02表
row 乙\t2
heading # 附件
table-start 项目单位自评表
row 项目\t丙
table-start 项目单位自评表
row 项目\t丁
table-start 表 项目单位自评表 通信费
row | 项目 | 戊 |`,
  'names alone begin a table only where rows follow': `
prose 收入决算表
prose 支出决算表
prose 公开01表
prose 共三张。
table-start 表 公开09表
blank
prose 表 自定
prose 没有行
table-start 表 自定
row | a |`,
  'never by surprise': `
prose 表 1 所示，收入增加：
prose 表示感谢
prose 核对账目后，收入 = 支出
prose 核对合计（含税）金额
prose 核对 账目，收支相抵
prose 设立专账=专款
prose 核对账目=余额
prose 设 备 更新
prose [1](见附件)`,
  'statements, in any width': `
definition 设 甲 = 公开03表[合计].基本支出
definition 设　乙＝１００％
definition 设 丙 =
assertion 核对 甲 = 乙
assertion 核对　公开03表[类]．基本支出≤合计（公开03表[款].*）
assertion 核对公开03表[合计].基本支出 > 0
assertion 核对 公开03表[合计 = 3
assertion 核对 合计(甲 = 3`,
  'comments and directives': `
comment // 备忘
comment 、、备忘
comment ／／ 备忘
directive // gouji-disable-next-line sum/children, a/b -- 理由
directive 、、 免核下一行 sum/children：理由
directive // gouji-disable
directive // gouji-enable
prose 见 https://example.org
prose 行末 // 不是注释`,
  'rows outside any table; TABs that make no row': `
row | 甲 | 乙 |
row 甲\t乙
blank
prose \t缩进的正文
prose 行末的制表符\t
prose \\| 不是行 |`,
};

describe('line kinds', () => {
  for (const [name, fixture] of Object.entries(FIXTURES)) {
    test(name, () => {
      const { kinds, text, tree } = drawn(fixture);
      const expected = text.split('\n').map((line, at) => `${kinds[at]} ${line}`.trimEnd());
      expect(redrawn(tree)).toEqual(expected);
    });
  }
});

test('what a table start says', () => {
  const { tree } = drawn(`
x 表 公开03表 支出决算表 （单位：元）
x | a |
x 表 项目单位自评表　应急移动 通信费
x 表 我的（乙）表（亿元）
x | a |
x 公开 03 表(单位:万元)
x | a |`);
  expect(
    tree.tables.map(({ startLine: { name, instance, unit, form, marked } }) => [
      name.value,
      instance?.value,
      unit?.value,
      form,
      marked,
    ]),
  ).toEqual([
    ['公开03表 支出决算表', undefined, '元', 'expenditure', true],
    ['项目单位自评表', '应急移动 通信费', undefined, 'project', true],
    ['我的（乙）表', undefined, '亿元', undefined, true],
    ['公开 03 表', undefined, '万元', 'expenditure', false],
  ]);
});

test('table fields, several on a line', () => {
  const { tree, text } = drawn(`
x 表 公开03表
x 部门：示例市 档案馆　公开03表 支出决算表　2023 年度 金额单位：人民币元
x 编制单位：　(单位：万元) 2024年3月1日
x | a |`);
  const parts = tree.tables[0]?.fields.flatMap((field) => field.parts) ?? [];
  expect(
    parts.map(({ kind, value, keyword, valueRange }) => [
      kind,
      value,
      keyword,
      text.slice(valueRange.start, valueRange.end),
    ]),
  ).toEqual([
    ['body', '示例市 档案馆', '部门', '示例市 档案馆'],
    ['form-number', '公开03表', undefined, '公开03表'],
    ['form-name', '支出决算表', undefined, '支出决算表'],
    ['year', '2023', undefined, '2023 年度'],
    ['unit', '元', '金额单位', '人民币元'],
    ['body', '', '编制单位', ''],
    ['unit', '万元', '单位', '万元'],
    ['date', '2024年3月1日', undefined, '2024年3月1日'],
  ]);
});

test('cells: escapes, emphasis, line breaks, width, missing bars', () => {
  const { tree, text } = drawn(`
x 表 甲
x | a\\|b | **粗** | x<br>y | ｜  １２ | \\\\ | 末
x \t左\t\ta|b \t`);
  const [bars, tabs] = tree.tables[0]?.rows ?? [];
  expect(bars?.cells.map(({ value }) => value)).toEqual([
    'a|b',
    '粗',
    'x\ny',
    '',
    '１２',
    '\\',
    '末',
  ]);
  expect(bars?.cells.map(({ start, end }) => text.slice(start, end))).toEqual([
    'a\\|b',
    '**粗**',
    'x<br>y',
    '',
    '１２',
    '\\\\',
    '末',
  ]);
  expect(tabs?.cells.map(({ value }) => value)).toEqual(['', '左', '', 'a|b', '']);
});

test('separators', () => {
  const { tree } = drawn(`
x 表 甲
x | a | b |
x |---|:-:|
x | - | - |
x ｜－－－｜－－：｜
x | --- | 5 |`);
  expect(tree.tables[0]?.rows.map(({ separator }) => separator)).toEqual([
    false,
    true,
    false,
    true,
    false,
  ]);
});

test('a directive at the end of a line belongs to no cell, field or sentence', () => {
  const { tree, text } = drawn(`
x 表 甲（单位：元） // gouji-disable-line a/b -- 因为
x | 1 | 2 // 免核本行 c/d：理由
x 甲\t乙\t// 免核本行
x 正文 // gouji-disable-line a/b,c/d
x 又一段`);
  expect(tree.tables[0]?.startLine.unit?.value).toBe('元');
  expect(tree.tables[0]?.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
    ['1', '2'],
    ['甲', '乙', ''],
  ]);
  expect(
    tree.directives.map(({ scope, line, rules, reason }) => [
      scope,
      line,
      rules.map(({ value, start, end }) => [value, text.slice(start, end)]),
      reason?.value,
    ]),
  ).toEqual([
    ['line', 0, [['a/b', 'a/b']], '因为'],
    ['line', 1, [['c/d', 'c/d']], '理由'],
    ['line', 2, [], undefined],
    [
      'line',
      3,
      [
        ['a/b', 'a/b'],
        ['c/d', 'c/d'],
      ],
      undefined,
    ],
  ]);
});

test('paragraphs: adjacent lines are one, numbering begins another', () => {
  const { tree, text } = drawn(`
x 第一段
x 第一段续，1.5万元
x 1.5万元不是编号
x 一、第二段
x （二）第三段
x ① 第四段
x - 第五段
x -第五段续
x
x # 标题
x 2、第六段`);
  expect(
    tree.paragraphs.map(({ start, end, heading }) => [text.slice(start, end), heading]),
  ).toEqual([
    ['第一段\n第一段续，1.5万元\n1.5万元不是编号', -1],
    ['一、第二段', -1],
    ['（二）第三段', -1],
    ['① 第四段', -1],
    ['- 第五段\n-第五段续', -1],
    ['2、第六段', 0],
  ]);
});
