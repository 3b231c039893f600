import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../grammar/expression-parser.ts';
import type { Reference } from '../../grammar/syntax-tree.ts';
import { henan } from '../../server/forms/profiles.ts';
import type { OtherReports, Report } from '../../server/report/model.ts';
import type { ReferenceTarget, Resolution } from '../../server/report/resolution.ts';
import {
  cellExpression,
  cellName,
  childRows,
  resolveReference,
} from '../../server/report/resolve.ts';
import { reportOf } from './build.ts';

const text = `名称：云溪县档案馆
年度：2023

表 公开01表
| 收入 | 行次 | 决算数 | 支出 | 行次 | 决算数 |
|---|---|---|---|---|---|
| 一、一般公共预算财政拨款收入 | 1 | 30.00 | 一、一般公共服务支出 | 32 | 30.00 |
| 本年收入合计 | 27 | 30.00 | 本年支出合计 | 58 | 30.00 |
| 总计 | 31 | 30.00 | 总计 | 62 | 30.00 |

表 公开03表
| 合计 | | 30.00 | 20.00 | 10.00 |
| 201 | 一般公共服务支出 | 28.00 | 18.00 | 10.00 |
| 20126 | 档案事务 | 28.00 | 18.00 | 10.00 |
| 2012601 | 行政运行 | 18.00 | 18.00 | |
| 2012604 | 档案馆 | 10.00 | | 10.00 |
| 208 | 社会保障和就业支出 | 2.00 | 2.00 | |
| 2080505 | 机关事业单位基本养老保险缴费支出 | 2.00 | 2.00 | |
| 2080801 | 行政运行 | 0.00 | | |

表 公开04表
| 收入 | 行次 | 金额 | 支出 | 行次 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款 |
|---|---|---|---|---|---|---|---|---|
| 一、一般公共预算财政拨款 | 1 | 30.00 | 一、一般公共服务支出 | 33 | 30.00 | 30.00 | | |
| 一般公共预算财政拨款 | 29 | 0.00 | | 61 | | | | |
| 总计 | 32 | 30.00 | 总计 | 64 | 30.00 | 30.00 | | |

表 公开07表
| 合计 | | 1.00 | 2.00 | 3.00 | 3.00 | | 0.00 |

表 公开09表
| 9.00 | 0.00 | 8.00 | 0.00 | 8.00 | 1.00 | 7.50 | 0.00 | 7.10 | 0.00 | 7.10 | 0.40 |

表 馆藏统计
| 类别 | 本年 | 上年 |
|---|---|---|
| 文书档案 | 3180 | 3000 |

表 项目单位自评表 数字化扫描
| 项目资金 | 年初预算数 | 全年执行数 |
|---|---|---|
| 年度资金总额 | 3.6 | 3.5 |

表 项目单位自评表 库房修缮
| 项目资金 | 年初预算数 | 全年执行数 |
|---|---|---|
| 年度资金总额 | 5 | 4 |
`;

const nobody: OtherReports = { lastYear: undefined, subordinates: [], problems: [] };

function resolve(
  expression: string,
  others: OtherReports = nobody,
  report: Report = reportOf(text),
): Resolution {
  const parsed = parseExpression(expression);
  expect(parsed.problems).toEqual([]);
  expect(parsed.expression?.kind).toBe('reference');
  return resolveReference(parsed.expression as Reference, { report, profile: henan, others });
}

function targets(expression: string, others?: OtherReports): readonly ReferenceTarget[] {
  const found = resolve(expression, others);
  if (found.kind !== 'resolved') throw new Error(`${expression}: ${JSON.stringify(found)}`);
  return found.targets;
}

/** What the reference prints, cell by cell. */
function printed(expression: string, others?: OtherReports): string[] {
  return targets(expression, others).flatMap(({ rows, columns }) => {
    if (rows.kind === 'children') return ['children'];
    const list = rows.kind === 'one' ? [rows.row] : rows.rows;
    return list.flatMap((row) =>
      columns.map((column) => (row ? (row.cells[column.index]?.text ?? '') : 'no row')),
    );
  });
}

function failure(expression: string): [code: string, written: string, choices: readonly string[]] {
  const found = resolve(expression);
  if (found.kind !== 'unresolved') throw new Error(`${expression}: ${found.kind}`);
  const [problem] = found.problems;
  if (!problem) throw new Error('no problem');
  expect(problem.message.zh).not.toMatch(/[{}]|undefined/);
  expect(expression.slice(problem.start, problem.end)).not.toBe('');
  return [problem.code, expression.slice(problem.start, problem.end), problem.choices];
}

describe('references', () => {
  it.each([
    ['公开03表[2080505].基本支出', ['2.00']],
    ['支出决算表[2080505].基本支出', ['2.00']],
    ['公开03表[合计].本年支出合计', ['30.00']],
    ['公开03表[合计].栏次3', ['10.00']],
    ['公开03表[合计].栏次 3', ['10.00']],
    ['公开03表[档案馆].项目支出', ['10.00']],
    ['公开01表[行31]', ['30.00']],
    ['公开01表.支出[总计]', ['30.00']],
    ['公开01表.支出[总计].金额', ['30.00']],
    ['公开01表.支出[201]', ['30.00']],
    ['公开01表[201]', ['30.00']],
    ['公开01表.收入[一般公共预算财政拨款收入]', ['30.00']],
    ['公开04表.支出[201].合计', ['30.00']],
    ['公开04表[总计].一般公共预算财政拨款', ['30.00']],
    ['公开07表[合计].本年支出.小计', ['3.00']],
    ['公开07表[合计].“年初结转和结余”', ['1.00']],
    ['公开09表[公务接待费].决算数', ['0.40']],
    ['公开09表[小计].预算数', ['8.00']],
    ['公开09表.栏次7', ['7.50']],
    ['公开09表.栏次12', ['0.40']],
    ['馆藏统计[文书档案].本年', ['3180']],
    ['项目单位自评表[库房修缮][年度资金总额].全年执行数', ['4']],
    ['公开03表[类].基本支出', ['18.00', '2.00']],
    ['公开03表[款].项目支出', ['10.00']],
    ['公开03表[201].*', ['28.00', '18.00', '10.00', '', '', '']],
    ['公开01表.支出[类]', ['30.00']],
    ['公开01表.支出', ['30.00', '30.00', '30.00']],
    ['公开03表[下级科目].*', ['children']],
    // Known rows that are not printed.
    ['公开03表[2210201].基本支出', ['no row']],
    ['公开01表.支出[221]', ['no row']],
    ['公开01表[行29]', ['no row']],
  ])('%s', (expression, expected) => {
    expect(printed(expression)).toEqual(expected);
  });

  it('without a row is the whole column, totals included', () => {
    expect(printed('公开03表.本年支出合计')).toHaveLength(8);
  });

  it('a label means the row that is called exactly so before one with an ordinal', () => {
    const [exact] = targets('公开04表.收入[一般公共预算财政拨款]');
    expect(exact?.rows.kind === 'one' && exact.rows.definition?.rowNumber).toBe(29);
    const [ordinal] = targets('公开04表.收入[一、一般公共预算财政拨款]');
    expect(ordinal?.rows.kind === 'one' && ordinal.rows.definition?.rowNumber).toBe(1);
  });

  it('of two panels with the row, the one that has the column', () => {
    expect(targets('公开04表[总计].政府性基金预算财政拨款')[0]?.panel.name).toBe('支出');
  });

  it('上年 and 下级 lead to the reports at hand', () => {
    const other = (amount: string): Report => reportOf(`表 公开03表\n| 合计 | | ${amount} |\n`);
    const others: OtherReports = {
      lastYear: { name: '2022.gouji', report: other('25.00') },
      subordinates: [
        { name: 'a.gouji', report: other('12.00') },
        { name: 'b.gouji', report: other('18.00') },
      ],
      problems: [],
    };
    expect(printed('上年.公开03表[合计].本年支出合计', others)).toEqual(['25.00']);
    expect(printed('下级.公开03表[合计].本年支出合计', others)).toEqual(['12.00', '18.00']);
    expect(targets('下级.公开03表[合计].栏次1', others).map((one) => one.report?.name)).toEqual([
      'a.gouji',
      'b.gouji',
    ]);
    expect(resolve('上年.公开05表[合计].小计', others)).toEqual({ kind: 'absent', what: 'table' });
    expect(resolve('上年.公开03表[合计].本年支出合计')).toEqual({ kind: 'absent', what: 'report' });
    expect(resolve('公开05表[合计].小计')).toEqual({ kind: 'absent', what: 'table' });
  });
});

describe('references that fail say where and what could stand there', () => {
  it.each([
    ['馆藏统记[文书档案].本年', 'unknown-table', '馆藏统记', '馆藏统计'],
    ['公开10表[合计].本年', 'unknown-table', '公开10表', '公开01表'],
    ['公开03表[档案局].基本支出', 'unknown-row', '[档案局]', '[20126]'],
    ['公开01表.收入[其它收入]', 'unknown-row', '[其它收入]', '[其他收入]'],
    ['公开03表[201].基本支岀', 'unknown-column', '.基本支岀', '基本支出'],
    ['公开03表[201]', 'column-needed', '公开03表[201]', '本年支出合计'],
    ['公开01表.收人[总计]', 'unknown-panel', '.收人', '收入'],
    ['公开09表[类].决算数', 'no-codes', '[类]', undefined],
    [
      '项目单位自评表[档案修复][年度资金总额].年初预算数',
      'unknown-instance',
      '[档案修复]',
      '项目单位自评表[数字化扫描]',
    ],
    [
      '项目单位自评表.年初预算数',
      'ambiguous-table',
      '项目单位自评表',
      '项目单位自评表[数字化扫描]',
    ],
    ['公开03表.基本支出[201]', 'row-after-column', '[201]', undefined],
  ])('%s: %s', (expression, code, place, choice) => {
    const [found, written, choices] = failure(expression);
    expect([found, written]).toEqual([code, place]);
    if (choice === undefined) expect(choices).toEqual([]);
    else expect(choices).toContain(choice);
  });

  it('an ambiguous label lists the rows', () => {
    expect(failure('公开03表[行政运行].基本支出')).toEqual([
      'ambiguous-row',
      '[行政运行]',
      ['公开03表[2012601]', '公开03表[2080801]'],
    ]);
    expect(failure('公开01表[总计]')).toEqual([
      'ambiguous-row',
      '[总计]',
      ['公开01表.收入[总计]', '公开01表.支出[总计]'],
    ]);
    expect(failure('公开01表.决算数')[0]).toBe('ambiguous-panel');
  });

  it('the nearest choice stands first', () => {
    expect(failure('公开03表[201].项目支山')[2][0]).toBe('项目支出');
    expect(failure('馆藏统记[文书档案].本年')[2][0]).toBe('馆藏统计');
  });
});

describe('the canonical expression of a cell', () => {
  const report = reportOf(text);
  const cells = report.tables.flatMap((table) =>
    table.panels.flatMap((panel) =>
      panel.rows.flatMap((row) => row.cells.flatMap((cell) => (cell ? [{ table, cell }] : []))),
    ),
  );

  it('leads back to the cell, for every cell', () => {
    expect(cells.length).toBeGreaterThan(60);
    for (const { table, cell } of cells) {
      const expression = cellExpression(table, cell.row, cell.column);
      const found = resolve(expression, nobody, report);
      expect(found.kind, expression).toBe('resolved');
      const target = found.kind === 'resolved' ? found.targets[0] : undefined;
      expect(target?.columns, expression).toEqual([cell.column]);
      expect(target?.rows.kind === 'one' && target.rows.row === cell.row, expression).toBe(true);
    }
  });

  it.each([
    ['公开03表[2080505].基本支出', '2080505 机关事业单位基本养老保险缴费支出 的基本支出'],
    ['公开03表[合计].本年支出合计', '合计 的本年支出合计'],
    ['公开01表.收入[总计]', '收入总计'],
    ['公开01表.收入[本年收入合计]', '本年收入合计'],
    ['公开01表.支出[201]', '一般公共服务支出'],
    ['公开01表.支出[221]', '住房保障支出'],
    ['公开04表.支出[201].合计', '一般公共服务支出 的合计'],
    ['公开09表[公务接待费].决算数', '公务接待费 的决算数'],
    ['公开03表[2210201].基本支出', '2210201 的基本支出'],
    ['馆藏统计[文书档案].本年', '文书档案 的本年'],
  ])('%s is “%s”', (expression, name) => {
    const [target] = targets(expression);
    const column = target?.columns[0];
    if (target?.rows.kind !== 'one' || !column) throw new Error(expression);
    const row = target.rows.row ?? target.rows;
    expect(cellName(target.table, row, column)).toBe(name);
    expect(cellExpression(target.table, row, column)).toBe(expression);
  });
});

describe('下级科目', () => {
  it('are the rows next below by code, over steps that are not printed', () => {
    const table = reportOf(text).forms.get('expenditure');
    const below = (key: string): string[] => {
      const row = table?.rows.find((one) => (one.code ?? one.label) === key);
      return row ? childRows(row).map((child) => child.code ?? '') : ['no such row'];
    };
    expect(below('合计')).toEqual(['201', '208']);
    expect(below('201')).toEqual(['20126']);
    expect(below('20126')).toEqual(['2012601', '2012604']);
    expect(below('208')).toEqual(['2080505', '2080801']);
    expect(below('2012601')).toEqual([]);
  });
});
