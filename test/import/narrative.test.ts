import { describe, expect, it } from 'vitest';
import { parse } from '../../grammar/parse.ts';
import { henan } from '../../server/forms/profiles.ts';
import { importText, isImportable } from '../../server/import/import-text.ts';
import { vocabularyOf } from '../../server/report/vocabulary.ts';
import { HEAD_05, linesOf, NAME_05, NUMBERS_05, published, ROWS_05 } from './sample.ts';

const TABLE = [NAME_05, ...HEAD_05, NUMBERS_05, ...ROWS_05];

function headerOf(...lines: string[]): string[] {
  const result = importText(
    published(lines, '', '第一部分 概况', '', '一、职责', '', '管理档案。'),
  );
  return linesOf(result).slice(
    0,
    linesOf(result).findIndex((line) => line.startsWith('#')),
  );
}

describe('the cover', () => {
  it.each([
    ['on one line', ['2023年度云溪县档案馆部门决算', '', '二〇二四年九月']],
    ['broken over lines', ['2023年度', '云溪县档案馆部门', '决算', '', '二〇二四年九月']],
    ['with blanks where lines broke', ['2023 年度云溪县 档案馆 部门决算', '', '二〇二四年九月']],
    ['as Markdown', ['# 2023年度  ', '**云溪县档案馆部门决算**', '', '二〇二四年九月']],
    ['the name first', ['云溪县档案馆', '2023年度部门决算', '', '二〇二四年九月']],
    ['the year in Chinese', ['二〇二三年度', '云溪县档案馆', '部门决算', '', '二〇二四年九月']],
  ])('gives the header: %s', (_, cover) => {
    expect(headerOf(...cover)).toEqual([
      '报告：部门决算',
      '名称：云溪县档案馆',
      '年度：2023',
      '版式：河南',
      '日期：二〇二四年九月',
    ]);
  });

  it('of a unit', () => {
    expect(headerOf('2023年度', '', '云溪县档案馆（本', '级）单位决算')).toEqual([
      '报告：单位决算',
      '名称：云溪县档案馆（本级）',
      '年度：2023',
      '版式：河南',
    ]);
  });

  it('that says more than the header is kept, and reported', () => {
    const original = published(
      '2023年度云溪县档案馆部门决算公开',
      '',
      '单位负责人：某某',
      '',
      '第一部分 概况',
      '',
      '管理档案。',
    );
    const result = importText(original);
    expect(linesOf(result)).toContain('2023年度云溪县档案馆部门决算公开');
    expect(linesOf(result)).toContain('单位负责人：某某');
    expect(result.unplaced.map((range) => original.slice(range.start, range.end))).toEqual([
      '2023年度云溪县档案馆部门决算公开',
      '单位负责人：某某',
    ]);
  });

  it('that is missing leaves the header to the tables', () => {
    const result = importText(
      published(
        NAME_05,
        '公开05表',
        '编制单位：云溪县档案馆',
        '2023年度',
        '金额单位：元',
        TABLE.slice(1),
      ),
    );
    expect(linesOf(result).slice(0, 4)).toEqual([
      '名称：云溪县档案馆',
      '年度：2023',
      '金额单位：元',
      '版式：河南',
    ]);
  });
});

describe('the contents page', () => {
  const body = [
    '第一部分 云溪县档案馆概况',
    '',
    '一、部门职责',
    '',
    '管理档案。',
    '',
    '第二部分 决算表',
    '',
    TABLE,
  ].flat();

  it.each([
    [
      'plain',
      [
        '目 录',
        '',
        '第一部分 云溪县档案馆概况',
        '',
        '一、部门职责',
        '',
        '第二部分 决算表',
        '',
        `一、${NAME_05}`,
      ],
    ],
    [
      'with leaders',
      [
        '目录',
        '第一部分 云溪县档案馆概况……………3',
        '一、部门职责........3',
        '第二部分 决算表 …… 5',
        `一、${NAME_05}......6`,
      ],
    ],
    [
      'with TABs',
      [
        '目录',
        '第一部分 云溪县档案馆概况\t3',
        '一、部门职责\t3',
        '第二部分 决算表\t5',
        `一、${NAME_05}\t6`,
      ],
    ],
    [
      'as a list',
      [
        '# 目录',
        '',
        '**第一部分 云溪县档案馆概况**',
        '',
        '- 一、部门职责',
        '',
        '第二部分 决算',
        '表',
        '',
        `- 一、${NAME_05}`,
      ],
    ],
    [
      'without a title',
      ['第一部分 云溪县档案馆概况', '一、部门职责', '第二部分 决算表', `一、${NAME_05}`],
    ],
  ])('is left out: %s', (_, page) => {
    const result = importText(published('2023年度云溪县档案馆部门决算', '', page, '', body));
    expect(linesOf(result).filter((line) => /^[#表]/.test(line))).toEqual([
      '# 第一部分 云溪县档案馆概况',
      '## 一、部门职责',
      '# 第二部分 决算表',
      `表 ${NAME_05}`,
    ]);
    expect(result.notes).toEqual([]);
    expect(result.unplaced).toEqual([]);
  });

  it('is compared with the body', () => {
    const page = [
      '目录',
      '第一部分 云溪县档案馆概况',
      '一、主要职责',
      '二、机构设置',
      '第二部分 决算表',
    ];
    const original = published(page, '', body, '', '一、说明', '', '第三部分 名词解释', '', '略。');
    const result = importText(original);
    expect(
      result.notes.map((note) => [note.code, note.data, original.slice(note.start, note.end)]),
    ).toEqual([
      ['contents-absent', { title: '二、机构设置' }, '二、机构设置'],
      ['contents-differs', { entry: '一、主要职责', title: '一、部门职责' }, '一、部门职责'],
      ['contents-missing', { title: '第三部分 名词解释' }, '第三部分 名词解释'],
    ]);
  });
});

function bodyLines(...lines: string[]): string[] {
  const result = importText(published('第三部分 说明', '', lines));
  expect(parse(result.text, vocabularyOf(henan)).errors).toEqual([]);
  return linesOf(result).slice(2);
}

describe('headings', () => {
  it('are told from the items of a list', () => {
    expect(
      bodyLines(
        '一、部门职责',
        '',
        '（一）管理档案。',
        '',
        '（二）完成县委、县政府交办的其他事项。',
        '',
        '二、结构',
        '',
        '（一）总体情况。',
        '',
        '合计1.00万元。',
        '',
        '（二）结构情况',
        '',
        '占1.00%。',
      ),
    ).toEqual([
      '## 一、部门职责',
      '（一）管理档案。',
      '（二）完成县委、县政府交办的其他事项。',
      '## 二、结构',
      '### （一）总体情况。',
      '合计1.00万元。',
      '### （二）结构情况',
      '占1.00%。',
    ]);
  });

  it('are told from the entries of a glossary', () => {
    expect(bodyLines('第四部分 名词解释', '', '一、事业收入：开展活动取得的收入。')).toEqual([
      '# 第四部分 名词解释',
      '一、事业收入：开展活动取得的收入。',
    ]);
  });

  it('are told from numbered sentences', () => {
    expect(
      bodyLines('1. 机关运行经费（项）。年初预算为1.00万元。', '', '2、完成其他任务。'),
    ).toEqual(['1. 机关运行经费（项）。年初预算为1.00万元。', '2、完成其他任务。']);
  });

  it('are put together where a line broke, with what the contents page says', () => {
    const page = [
      '目录',
      '第一部分 云溪县人民政府档案工作办公室概况',
      '第二部分 2023年度部门决算情况说明',
    ];
    const result = importText(
      published(
        page,
        '',
        '第一部分 云溪县人民政府档案工作 办公室概况',
        '',
        '略。',
        '',
        '第二部分 2023年度部门决算情况',
        '',
        '说明',
        '',
        '略。',
      ),
    );
    expect(linesOf(result).filter((line) => line.startsWith('#'))).toEqual([
      '# 第一部分 云溪县人民政府档案工作办公室概况',
      '# 第二部分 2023年度部门决算情况说明',
    ]);
    expect(result.notes).toEqual([]);
  });

  it('take their level from the numbering, not from the Markdown marks', () => {
    expect(bodyLines('## **（二）项目绩效自评结果。**', '', '略。', '', '#### 附注')).toEqual([
      '### （二）项目绩效自评结果。',
      '略。',
      '#### 附注',
    ]);
  });
});

describe('paragraphs', () => {
  it.each([
    ['over a page', '支出减少的主要原因是县档案馆压缩一般性支出，卫生健', '康支出减少。'],
    [
      'before a figure',
      '2023年度支出主要用于以下方面：社会保障和就业支出支 出',
      '7.08 万元，占 1.39%；住房保障支出 6.75 万元。',
    ],
    [
      'inside a figure',
      '涉及监控项目共 1 个，涉及的部门预算资金的金额合计为 50',
      '79200 元，均已按期完成。',
    ],
    ['before a mark', '部门职责', '，均已履行。'],
    [
      'after the path of an item',
      '8. 住房保障支出（类）住房改革支出（款）住房公积金（项）。',
      '年初预算为 7.27 万元。',
    ],
  ])('are put together: %s', (_, before, after) => {
    expect(bodyLines(before, '', after)).toEqual([before + after]);
    expect(bodyLines(before, '', '— 12 —', '', after)).toEqual([before + after]);
  });

  it.each([
    ['after a full stop', '2023年度收入合计1.00万元，均为财政拨款收入。', '比上年增加。'],
    [
      'before a numbering',
      '内设机构三个，下属事业单位一个，具体名称如下所列',
      '1. 云溪县档案馆本级',
    ],
    ['after a short line', '公务用车购置支出', '公务用车运行维护支出1.00万元。'],
  ])('stay apart: %s', (_, before, after) => {
    expect(bodyLines(before, '', after)).toEqual([before, after]);
  });

  it('of adjacent lines stay one paragraph', () => {
    const result = importText(
      '第三部分 说明\n\n本年开展部门评价一次，结果良好。\n财政评价未选取我部门。',
    );
    const tree = parse(result.text, vocabularyOf(henan));
    expect(tree.paragraphs.map((paragraph) => paragraph.lines.length)).toEqual([2]);
  });

  it.each([
    '表 1 所示为',
    '设立专账管理',
    '核对 甲 = 乙',
    '设 甲 = 1',
    '// 不公开',
    '＃ 号房',
    '公开01表',
    '支出决算表',
    '说明：另见附件。',
    '[12](无)',
    '\\开头',
    '名称：云溪县档案馆',
  ])('that look like a statement are prose: %s', (line) => {
    const text = `第三部分 说明\n\n${TABLE.join('\n')}\n\n本年无其他事项。\n\n云${line}\n\n${line}`;
    const result = importText(text);
    const tree = parse(result.text, vocabularyOf(henan));
    expect(tree.errors).toEqual([]);
    expect(tree.definitions).toEqual([]);
    expect(tree.assertions).toEqual([]);
    for (const one of tree.lines) if (one.kind === 'prose') expect(one.bindings).toEqual([]);
    expect(tree.lines.filter((one) => one.kind === 'prose')).toHaveLength(3);
  });
});

describe('notes of a table', () => {
  it('stay with it, put together over a page', () => {
    const result = importText(
      published(
        TABLE,
        '',
        '注：1. 本表反映本部门本年度一般公共预算财政拨款支出的情',
        '',
        '况。',
        '',
        '2. 本表金额存在尾差。',
        '',
        '说明：无。',
        '',
        '第三部分 说明',
      ),
    );
    expect(linesOf(result).slice(-4)).toEqual([
      '注：1. 本表反映本部门本年度一般公共预算财政拨款支出的情况。',
      '2. 本表金额存在尾差。',
      '说明：无。',
      '# 第三部分 说明',
    ]);
    expect(parse(result.text, vocabularyOf(henan)).tables[0]?.notes).toHaveLength(3);
  });
});

describe('isImportable', () => {
  it('knows a report from other text', () => {
    expect(isImportable('2023年度部门决算\n\n收入支出决算总表')).toBe(true);
    expect(isImportable('# 部门决算检查工具\n\n一个命令行程序。')).toBe(false);
    expect(isImportable('')).toBe(false);
  });
});
