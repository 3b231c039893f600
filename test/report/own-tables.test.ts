import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelOf, reportOf, tableOf } from './build.ts';

describe("the author's own tables and attachments", () => {
  it('columns by the heads above |---|, rows by their first cell', () => {
    const table = tableOf(`表 馆藏统计
| 类别 | 馆藏 | | 增幅 % |
| | 本年 | 上年 | |
|---|---|---|---|
| 文书档案 | 3180 | 3000 | 6 |
| 声像档案 | 120 | — | |
`);
    expect(table.form).toBeUndefined();
    expect(table.name).toBe('馆藏统计');
    expect(
      table.panels[0]?.columns.map(({ path, name, kind, unit }) => [...path, name, kind, unit]),
    ).toEqual([
      ['馆藏', '本年', 'amount', ''],
      ['馆藏', '上年', 'amount', ''],
      ['增幅%', 'amount', '%'],
    ]);
    expect(modelOf(table)).toEqual(
      [
        '[?文书档案] 本年 = 3180 ',
        '[?文书档案] 上年 = 3000 ',
        '[?文书档案] 增幅% = 6 %',
        '[?声像档案] 本年 = 120 ',
      ].sort(),
    );
    expect(table.problems).toEqual([]);
  });

  it('a unit counts where the table states it', () => {
    const table = tableOf('表 专项资金 （单位：元）\n| 项目 | 金额 |\n| 修缮 | 500.00 |\n');
    expect(modelOf(table)).toEqual(['[?修缮] 金额 = 500.00 元']);
  });

  it('a column of codes names rows too', () => {
    const table = tableOf(
      '表 分科目情况\n| 科目编码 | 科目名称 | 数 |\n| 2012604 | 档案馆 | 3 |\n',
    );
    expect(table.panels[0]?.byCode.get('2012604')?.label).toBe('档案馆');
  });

  it('an attachment may begin with fields; its instances stand apart; nothing in it is a problem', () => {
    const report = reportOf(`表 项目单位自评表 数字化扫描
| 项目名称 | 数字化扫描 |
| 项目资金（万元） | 年初预算数 | 全年执行数 | 得分 |
| 年度资金总额 | 3.6 | 3.6 | = |
| 一级指标 | 二级指标 | 年度指标值 | 实际完成值 |
| 产出指标 | 数量指标 | ≥100次 | 120次 |
| 总分 | = |

表 项目单位自评表 库房修缮
| 项目名称 | 库房修缮 |
`);
    expect(report.tables.map((table) => table.instance)).toEqual(['数字化扫描', '库房修缮']);
    const [first] = report.tables;
    expect(first?.problems).toEqual([]);
    expect(first?.rows.map((row) => row.label)).toEqual([
      '项目名称',
      '项目资金（万元）',
      '年度资金总额',
      '一级指标',
      '产出指标',
      '总分',
    ]);
    expect(first && modelOf(first)).toContain('[?产出指标] = ≥100 次');
  });
});

describe('the header', () => {
  it('reads every field', () => {
    const { header } = reportOf(`报告：部门决算
名称：云溪县档案馆
简称：县档案馆、档案馆
年度：２０２３年度
金额单位：元
上年：云溪县档案馆2022.gouji
下级：
- 云溪县地方志编纂室
- 云溪县档案服务中心
`);
    expect(header).toMatchObject({ year: 2023, subjectYear: 2023, unit: '元', profile: '河南' });
    expect(header.name?.value).toBe('云溪县档案馆');
    expect(header.shortNames.map((piece) => piece.value)).toEqual(['县档案馆', '档案馆']);
    expect(header.subordinates.map((piece) => piece.value)).toEqual([
      '云溪县地方志编纂室',
      '云溪县档案服务中心',
    ]);
  });

  it('places each short name in the text', () => {
    const text = '名称：云溪县档案馆\n简称：县档案馆、 𠀀馆\n';
    const places = reportOf(text).header.shortNames.map(({ start, end }) => text.slice(start, end));
    expect(places).toEqual(['县档案馆', '𠀀馆']);
  });

  it('has defaults', () => {
    const { header } = reportOf('第一部分\n');
    expect(header).toMatchObject({
      year: undefined,
      unit: '万元',
      profile: '河南',
      name: undefined,
    });
  });
});

describe('any input', () => {
  const word = fc.constantFrom(
    ...[
      '合计',
      '总计',
      '收入',
      '支出',
      '项目',
      '行次',
      '金额',
      '栏次',
      '小计',
      '科目编码',
      '科目名称',
    ],
    ...[
      '一、一般公共服务支出',
      '人员经费合计',
      '公务接待费',
      '预算数',
      '201',
      '20126',
      '2012601',
      '301',
    ],
    ...['1', '2', '31', '62', '64', '9.00', '-', '=', '', '', '---', '≥9%', '1,2.3', '𠀀'],
  );
  const table = fc.tuple(
    fc.constantFrom(...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((one) => `表 公开0${one}表`), '表 自己的表'),
    fc.array(fc.array(word, { minLength: 1, maxLength: 13 }), { maxLength: 12 }),
  );

  it('gives a model; every cell stands in its row and column, every printed cell inside the text', () => {
    fc.assert(
      fc.property(fc.array(table, { maxLength: 3 }), (tables) => {
        const text = tables
          .map(
            ([start, rows]) =>
              `${start}\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`,
          )
          .join('\n');
        const report = reportOf(text);
        for (const one of report.tables) {
          let rows = 0;
          for (const panel of one.panels) {
            rows += panel.rows.length;
            for (const row of panel.rows) {
              expect(row.panel).toBe(panel);
              expect(row.cells.length).toBeLessThanOrEqual(panel.columns.length);
              row.cells.forEach((cell, at) => {
                if (!cell) return;
                expect(cell.row).toBe(row);
                expect(cell.column).toBe(panel.columns[at]);
                expect(cell.column.index).toBe(at);
                expect(text.slice(cell.range.start, cell.range.end)).toBe(cell.text);
              });
            }
          }
          expect(one.rows.length).toBe(rows);
          for (const { start, end } of one.problems) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
