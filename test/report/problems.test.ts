import { describe, expect, it } from 'vitest';
import { modelOf, problemsOf, reportOf, tableOf } from './build.ts';

describe('what does not fit a form', () => {
  it('a printed 行次 identifies the row; labels that slipped are reported once', () => {
    const text = `表 公开04表
| 项目 | 行次 | 金额 | 项目 | 行次 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款 |
| 一、一般公共预算财政拨款 | 1 | 6.00 | 一、一般公共服务支出 | 33 | 6.00 | 6.00 | | |
| 二、政府性基金预算财政拨款 | 2 | 0.00 | 二、外交支出 | 34 | | | | |
| 三、国有资本经营预算财政拨款 | 3 | 0.00 | 三、国防支出 | 35 | | | | |
| | 27 | 6.00 | 本年收入合计 | 59 | 6.00 | 6.00 | | |
| | 28 | 0.00 | 年初财政拨款结转和结余 | 60 | 0.00 | 0.00 | | |
| | 32 | 6.00 | 总计 | 64 | 6.00 | 6.00 | | |
`;
    const table = tableOf(text);
    expect(problemsOf(table, text)).toEqual(['label-disagrees 本年收入合计']);
    expect(table.problems[0]?.data).toMatchObject({
      rowNumber: '59',
      expected: '本年支出合计',
      meant: '27',
      count: '2',
    });
    expect(modelOf(table, 'money')).toContain('支出 [行59] 合计 = 6.00 万元');
    expect(modelOf(table, 'money')).toContain('收入 [行27] 金额 = 6.00 万元');
  });

  it('where a table counts its rows in its own way, labels decide and nothing is wrong', () => {
    const text = `表 公开01表
| 项目 | 行次 | 决算数 | 项目 | 行次 | 决算数 |
| 一、一般公共预算财政拨款收入 | 1 | 9.00 | 一、一般公共服务支出 | 30 | 5.00 |
| | | | 八、社会保障和就业支出 | 37 | 2.00 |
| | | | 十八、住房保障支出 | 47 | 2.00 |
| 本年收入合计 | 25 | 9.00 | 本年支出合计 | 54 | 9.00 |
| 总计 | 29 | 9.00 | 总计 | 58 | 9.00 |
`;
    const table = tableOf(text);
    expect(problemsOf(table, text)).toEqual([]);
    const spending = table.panels[1];
    expect(spending?.byCode.get('221')?.label).toBe('十八、住房保障支出');
    expect(spending?.byCode.get('208')?.definition?.rowNumber).toBe(39);
  });

  it('unknown rows, stray cells and repeated rows stand where they are printed', () => {
    const text = `表 公开01表
| 收入 | 金额 | 支出 | 金额 |
|---|---|---|---|
| 一、一般公共预算财政拨款收入 | 9.00 | 一、一般公共服务支出 | 9.00 | 3.00 |
| 九、罚没收入 | 1.00 | 一、一般公共服务支出 | 2.00 |
`;
    expect(problemsOf(tableOf(text), text)).toEqual([
      'stray-cell 3.00',
      'unknown-row 九、罚没收入',
      'repeated-row 一、一般公共服务支出',
    ]);
  });

  it('a code twice is a repeated row; the first keeps its place', () => {
    const text = `表 公开03表
| 201 | 一般公共服务支出 | 9.00 |
| 20126 | 档案事务 | 9.00 |
| 20126 | 档案事务 | 8.00 |
`;
    const table = tableOf(text);
    expect(problemsOf(table, text)).toEqual(['repeated-row 20126']);
    expect(table.panels[0]?.byCode.get('20126')?.cells[0]?.text).toBe('9.00');
  });

  it('a misprinted head is known by its 栏次 or its place, and reported once', () => {
    const head = `| 科目编码 | 科目名称 | 本年支出合计 | 基本支岀 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出 |
| 栏次 | | 1 | 2 | 3 | 4 | 5 | 6 |
`;
    const text = `表 公开03表\n${head}| 201 | 一般公共服务支出 | 9.00 | 4.00 | 5.00 | | | |\n\n${head}| 208 | 社会保障和就业支出 | 2.00 | 2.00 | | | | |\n`;
    const table = tableOf(text);
    expect(problemsOf(table, text)).toEqual(['unknown-column 基本支岀']);
    expect(table.problems[0]?.data).toEqual({ head: '基本支岀', expected: '基本支出' });
    expect(modelOf(table)).toContain('[201] 基本支出 = 4.00 万元');
    expect(modelOf(table)).toContain('[208] 基本支出 = 2.00 万元');
  });

  it('a column the form does not have is kept as one of its own', () => {
    const text = `表 公开02表
| 科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 事业收入 | 教育收费 |
|---|---|---|---|---|---|
| 205 | 教育支出 | 9.00 | 6.00 | 3.00 | 1.00 |
`;
    const table = tableOf(text);
    expect(problemsOf(table, text)).toEqual(['unknown-column 教育收费']);
    expect(modelOf(table)).toContain('[205] 教育收费 = 1.00 万元');
    expect(table.panels[0]?.columns.map((column) => column.name)).toEqual([
      '本年收入合计',
      '财政拨款收入',
      '上级补助收入',
      '事业收入',
      '经营收入',
      '附属单位上缴收入',
      '其他收入',
      '教育收费',
    ]);
  });

  it('a column is missing where the table is laid out as published, else left out', () => {
    const head = '| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 经营支出 |\n';
    const row = '| 201 | 一般公共服务支出 | 9.00 | 4.00 | 5.00 | |\n';
    const text = `表 公开03表\n${head}| 栏次 | | 1 | 2 | 3 | 5 |\n${row}${head}| 栏次 | | 1 | 2 | 3 | 5 |\n`;
    const table = tableOf(text);
    expect(table.problems.map((one) => [one.code, one.data.column])).toEqual([
      ['missing-column', '上缴上级支出'],
      ['missing-column', '对附属单位补助支出'],
    ]);
    expect(tableOf(`表 公开03表\n${head}${row}`).problems).toEqual([]);
  });

  it('of number and name the name decides', () => {
    for (const text of [
      '表 公开02表 支出决算表\n| 201 | 一般公共服务支出 | 9.00 |\n',
      '表 支出决算表\n公开02表\n| 201 | 一般公共服务支出 | 9.00 |\n',
    ]) {
      const table = tableOf(text);
      expect(table.form?.number).toBe('公开03表');
      expect(table.problems.map((one) => one.code)).toEqual(['number-disagrees']);
      expect(table.problems[0]?.data).toMatchObject({ number: '公开02表', expected: '公开03表' });
    }
    expect(tableOf('表 支出决算表\n公开 03 表\n| 201 | 甲 | 9.00 |\n').problems).toEqual([]);
  });
});

describe('units', () => {
  const row = '| 201 | 一般公共服务支出 | 12345.00 |\n';
  it('come from the start line, a field, a head, the header, in this order', () => {
    expect(tableOf(`表 公开03表 （单位：元）\n单位：万元\n${row}`).unit).toBe('元');
    expect(tableOf(`表 公开03表\n单位：元\n${row}`).unit).toBe('元');
    expect(tableOf(`表 公开03表\n金额单位：人民币元\n${row}`).unit).toBe('元');
    expect(reportOf(`金额单位：元\n\n表 公开03表\n${row}`).tables[0]?.unit).toBe('元');
    expect(tableOf(`表 公开03表\n${row}`).unit).toBe('万元');
    expect(tableOf(`表 公开03表\n单位：云溪县档案馆\n${row}`).unit).toBe('万元');
  });

  it('a head gives its column a unit of its own', () => {
    const table = tableOf(`表 公开03表
| 科目编码 | 科目名称 | 本年支出合计（元） | 基本支出 |
|---|---|---|---|
| 201 | 一般公共服务支出 | 90000.00 | 4.00 |
`);
    expect(modelOf(table)).toEqual([
      '[201] 基本支出 = 4.00 万元',
      '[201] 本年支出合计 = 90000.00 元',
    ]);
    expect(table.problems).toEqual([]);
  });

  it('a column is printed as finely as most of its figures', () => {
    const table = tableOf(
      '表 公开03表\n| 201 | 甲 | 1.20 |\n| 202 | 乙 | 3.4 |\n| 203 | 丙 | 5.60 |\n| 204 | 丁 | 7 |\n',
    );
    expect(table.panels[0]?.columns.map((column) => column.decimals)).toEqual([2, 2, 2, 2, 2, 2]);
  });
});
