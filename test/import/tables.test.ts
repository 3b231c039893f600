import { describe, expect, it } from 'vitest';
import { parse } from '../../grammar/parse.ts';
import { analyse } from '../../server/analysis.ts';
import { henan } from '../../server/forms/profiles.ts';
import { importText } from '../../server/import/import-text.ts';
import { vocabularyOf } from '../../server/report/vocabulary.ts';
import {
  HEAD_03,
  HEAD_05,
  linesOf,
  NAME_03,
  NAME_05,
  NUMBERS_05,
  published,
  ROWS_05,
  rowsOf,
} from './sample.ts';

const FIVE = [...HEAD_05, NUMBERS_05, ...ROWS_05];

function tablesOf(text: string) {
  const tree = parse(text, vocabularyOf(henan));
  expect(tree.errors).toEqual([]);
  return tree.tables;
}

describe('a form', () => {
  it('without rows is its name, its head and the note that says why', () => {
    const note = '说明：我部门没有国有资本经营预算支出，故本表无数据。';
    const name = '国有资本经营预算财政拨款支出决算表';
    const result = importText(
      published(NAME_05, '', FIVE, '', name, '', '公开08表', '', '单位：万元', '', note),
    );
    expect(linesOf(result).slice(-4)).toEqual([`表 ${name}`, '公开08表', '单位：万元', note]);
    expect(tablesOf(result.text).map((table) => table.startLine.form)).toEqual([
      'general-budget-expenditure',
      'state-capital',
    ]);
  });

  it('has a line of its head that is parted by tabs, apart from its rows', () => {
    const result = importText(
      published(NAME_05, '', '公开05表', '', '部门：云溪县档案馆\t2023年度\t单位：元', '', FIVE),
    );
    expect(linesOf(result)).toContain('金额单位：元');
    const [table] = tablesOf(result.text);
    expect(table?.rows[0]?.cells[0]?.value).not.toContain('部门');
  });

  it('is written with the lines of its head as printed, then its rows', () => {
    const result = importText(
      published(
        NAME_05,
        '',
        '公开 05 表',
        '',
        '部门：云溪县档案馆',
        '2023 年度',
        '',
        '单位：万元',
        '',
        FIVE,
        '',
        '注：本表反映支出情况。',
      ),
    );
    expect(linesOf(result).filter((line) => !line.startsWith('|'))).toEqual([
      '名称：云溪县档案馆',
      '年度：2023',
      '金额单位：万元',
      '版式：河南',
      `表 ${NAME_05}`,
      '公开 05 表',
      '部门：云溪县档案馆',
      '2023 年度',
      '单位：万元',
      '注：本表反映支出情况。',
    ]);
    expect(rowsOf(result, 0).slice(0, 5)).toEqual([
      '| 项目 | | 本年支出 | | |',
      '| 科目代码 | 科目名称 | 小计 | 基本支出 | 项目支出 |',
      '| | 栏次 | 1 | 2 | 3 |',
      '|---|---|---|---|---|',
      '| | 合计 | 12.50 | 10.00 | 2.50 |',
    ]);
    expect(result.unplaced).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['number first', ['公开05表', NAME_05, '单位：万元']],
    ['number and name on one line', [`公开05表 ${NAME_05}`, '单位：万元']],
    ['name and number on one line', [`${NAME_05}  公开05表  单位：万元`]],
    ['number in brackets', [`${NAME_05}（公开05表）`]],
    ['the year before the name', [`2023年度${NAME_05}`]],
    ['body and year before the name', [`云溪县档案馆2023年度${NAME_05}`]],
    ['body and unit on one line above', ['部门：云溪县档案馆　　金额单位：万元', NAME_05]],
    ['no number', [NAME_05]],
    ['blanks inside the name', ['一般公共预算财政拨款 支出决算表', '公开０５表']],
    ['a Markdown heading', [`## **${NAME_05}**`, '', '公开05表']],
    ['a numbered heading', [`五、${NAME_05}`]],
    ['other words for the name', ['一般公共预算支出决算表']],
  ])('is known: %s', (_, head) => {
    const result = importText(published('# 第二部分 2023年度部门决算表', '', head, '', FIVE));
    const [table, ...others] = tablesOf(result.text);
    expect(others).toEqual([]);
    expect(table?.startLine.form).toBe('general-budget-expenditure');
    expect(table?.rows).toHaveLength(9);
    expect(result.notes).toEqual([]);
    expect(result.unplaced).toEqual([]);
    for (const line of head) {
      const words = line.replace(/[#*]/g, '').replace(/(?=一般公共|[（])/g, ' ');
      for (const word of words.split(/\s+/)) expect(result.text).toContain(word);
    }
  });

  it('takes the lines printed below its rows, if nothing above says the same', () => {
    const result = importText(published(NAME_05, FIVE, '', '公开05表', '单位：万元'));
    const lines = linesOf(result).filter((line) => !line.startsWith('|'));
    expect(lines.slice(-3)).toEqual([`表 ${NAME_05}`, '公开05表', '单位：万元']);
    expect(result.unplaced).toEqual([]);
  });

  it('leaves a mistake in its head as it is', () => {
    const result = importText(
      published(NAME_05, '公开06表', '部门：云溪县档按馆', '2022年度', '单位：元', FIVE),
    );
    for (const line of ['公开06表', '部门：云溪县档按馆', '2022年度', '单位：元']) {
      expect(linesOf(result)).toContain(line);
    }
  });
});

describe('a table without a name', () => {
  it('is known by its head where that is one form’s only', () => {
    const result = importText(
      published('第二部分 决算表', '', HEAD_03, '\t合计\t1.00\t1.00\t0.00\t0.00\t0.00\t0.00'),
    );
    expect(linesOf(result)).toContain(`表 ${NAME_03}`);
    expect(result.notes.map((note) => [note.code, note.data])).toEqual([
      ['table-by-head', { name: NAME_03 }],
    ]);
  });

  it('is known by its name further up', () => {
    const result = importText(
      published('第二部分 决算表', '', NAME_05, '', '本表由财务室编制，口径与预算一致。', '', FIVE),
    );
    expect(linesOf(result)).toContain(`表 ${NAME_05}`);
    expect(linesOf(result)).toContain('本表由财务室编制，口径与预算一致。');
    expect(result.notes).toEqual([]);
  });

  it('is given a name where nothing tells', () => {
    const result = importText(published('第三部分 说明', '', '车型\t数量', '轿车\t2', '货车\t1'));
    expect(linesOf(result).slice(-5)).toEqual([
      '表 无名表1',
      '| 车型 | 数量 |',
      '|---|---|',
      '| 轿车 | 2 |',
      '| 货车 | 1 |',
    ]);
    expect(result.notes.map((note) => note.code)).toEqual(['table-unnamed']);
  });
});

describe('a table over several pages', () => {
  const first = FIVE.slice(0, 5);
  const rest = FIVE.slice(5);

  it('is one table, its repeated head left out', () => {
    const result = importText(published(NAME_05, first, '', HEAD_05, NUMBERS_05, rest));
    expect(tablesOf(result.text)).toHaveLength(1);
    expect(rowsOf(result, 0)).toHaveLength(9);
  });

  it('is one table where blanks in the head differ', () => {
    const spaced = HEAD_05.map((row) => row.replace('科目代码', '科目 代码'));
    const result = importText(published(NAME_05, first, '', spaced, rest));
    expect(rowsOf(result, 0)).toHaveLength(9);
  });

  it('keeps a head that differs from the first', () => {
    const other = HEAD_05.map((row) => row.replace('基本支出', '基木支出'));
    const result = importText(published(NAME_05, first, '', other, rest));
    expect(result.text).toContain('基木支出');
    expect(tablesOf(result.text)).toHaveLength(1);
  });

  it('is one table where the title is repeated as well', () => {
    const title = [NAME_05, '公开05表', '单位：万元'];
    const again = [`${NAME_05}（续）`, '公开05表', '单位：万元'];
    const result = importText(published(title, first, '', again, HEAD_05, NUMBERS_05, rest));
    expect(tablesOf(result.text)).toHaveLength(1);
    expect(rowsOf(result, 0)).toHaveLength(9);
  });

  it('printed twice stays two tables', () => {
    const title = [NAME_05, '公开05表'];
    const result = importText(published(title, FIVE, '', title, FIVE));
    expect(tablesOf(result.text)).toHaveLength(2);
  });

  it('with a page number between its rows is one table', () => {
    const result = importText(published(NAME_05, first, '', '- 7 -', '', rest));
    expect(tablesOf(result.text)).toHaveLength(1);
    expect(result.text).not.toContain('7');
  });

  it('has a cut row put together where the report bears it out', () => {
    const result = importText(
      published(
        '项目绩效自评表',
        '单位\t项目\t金额',
        '云溪县档案馆\t修缮\t1.00',
        '云溪县档\t购书\t2.00',
        '',
        '案馆\t\t',
        '云溪县档案馆\t培训\t3.00',
      ),
    );
    expect(rowsOf(result, 0)).toEqual([
      '| 单位 | 项目 | 金额 |',
      '| 云溪县档案馆 | 修缮 | 1.00 |',
      '| 云溪县档案馆 | 购书 | 2.00 |',
      '| 云溪县档案馆 | 培训 | 3.00 |',
    ]);
    expect(result.notes.map((note) => note.code)).toEqual(['row-rejoined']);
  });

  it('keeps rows apart that only look cut', () => {
    const result = importText(
      published('项目绩效自评表', '指标\t\t', '社会指标\t\t', '', '生态指标\t\t'),
    );
    expect(rowsOf(result, 0)).toHaveLength(3);
  });
});

describe('an attachment', () => {
  const rows = [
    '项目名称\t修缮库房\t\t',
    '项目资金（万元）\t年初预算数\t分值\t得分',
    '年度资金总额\t5.00\t10\t10',
    '总分\t\t100\t98',
  ];

  it('is named, and told apart by its project', () => {
    const result = importText(
      published(
        '附件1：《项目自评表》',
        '',
        '项目单位自评表',
        '',
        rows,
        '',
        '项目单位自评表',
        '',
        rows.map((row) => row.replace('修缮库房', '购置设备')),
      ),
    );
    expect(linesOf(result).filter((line) => /^[表#]/.test(line))).toEqual([
      '## 附件1：《项目自评表》',
      '表 项目单位自评表 修缮库房',
      '表 项目单位自评表 购置设备',
    ]);
  });

  it('whose title and date are merged cells has them as lines', () => {
    const result = importText(
      published('部门整体支出绩效自评情况表\t\t\t', '2024年09月\t\t\t', rows.slice(1)),
    );
    expect(linesOf(result).slice(1, 4)).toEqual([
      '表 部门整体支出绩效自评情况表',
      '2024年09月',
      '| 项目资金（万元） | 年初预算数 | 分值 | 得分 |',
    ]);
  });

  it('is named by the heading above it if by nothing else', () => {
    const result = importText(published('附件1：《2023年度项目支出绩效自评表》', '', rows));
    expect(linesOf(result).slice(1, 3)).toEqual([
      '## 附件1：《2023年度项目支出绩效自评表》',
      '表 项目支出绩效自评表 修缮库房',
    ]);
  });

  it('whose note is a merged cell has it as a note', () => {
    const result = importText(
      published('项目单位自评表', rows, '<p>注：1.满分100分。</p> <p>2.按实填写。</p>\t\t\t'),
    );
    expect(linesOf(result).slice(-2)).toEqual(['注：1.满分100分。', '2.按实填写。']);
    expect(tablesOf(result.text)[0]?.notes).toHaveLength(2);
  });

  it('keeps lines above it that only attachments print', () => {
    const result = importText(
      published(
        '部门整体自评表',
        '',
        '（2023年度）',
        '',
        '填报单位（公章）：云溪县档案馆',
        '',
        '填报人及联系方式：某某 0000000',
        '',
        rows.slice(1),
      ),
    );
    expect(tablesOf(result.text)[0]?.fields).toHaveLength(3);
    expect(result.unplaced).toEqual([]);
  });
});

describe('cells', () => {
  it('keep bars and backslashes, and line breaks as <br>', () => {
    const result = importText(
      published('| 甲\\|乙 | 丙<br/>丁 |', '|---|---|', '| C:\\\\x | ｜ |'),
    );
    expect(rowsOf(result, 0)).toEqual([
      '| 甲\\|乙 | 丙<br>丁 |',
      '|---|---|',
      '| C:\\\\x | \\｜ |',
    ]);
    const [table] = tablesOf(result.text);
    expect(table?.rows.map((row) => row.cells.map((cell) => cell.value))).toEqual([
      ['甲|乙', '丙\n丁'],
      ['---', '---'],
      ['C:\\x', '｜'],
    ]);
  });
});

describe('a table with more in its name than a form has', () => {
  const rows =
    '单位名称\t本年支出合计\t基本支出\n青禾县档案馆\t5.00\t5.00\n青禾县方志馆\t2.00\t2.00\n';
  it.each(['一般公共预算财政拨款项目支出决算表', '收入决算表（分单位）', '国有资产占有使用情况表'])(
    '%s is no form',
    (title) => {
      const { text } = importText(
        `青禾县档案馆2023年度部门决算\n\n第二部分 2023年度部门决算表\n\n${title}\n\n${rows}`,
      );
      expect(text).toContain(`\n表 ${title}\n`);
    },
  );

  it('is one where a body and a year stand before the name', () => {
    const { text } = importText(
      `第二部分 2023年度部门决算表\n\n青禾县档案馆2023年度支出决算表\n\n${rows}`,
    );
    expect(analyse({ text }).report.forms.has('expenditure')).toBe(true);
  });
});
