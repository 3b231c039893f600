/** The nine forms as an author would write them by hand: rows with money only, one row of heads, panels stacked. */
import { place, threePublicItems } from './cells.ts';
import { economicSubjects } from './economic.ts';
import { codedColumns, fixedRows, fundColumns } from './layout.ts';
import type { Grid } from './published-grid.ts';
import { codesOf, printed, type Sheet } from './sheet.ts';
import { nameOf } from './subjects.ts';

export interface PlainOptions {
  /** Codes without their names. */
  readonly namesLeftOut: boolean;
  /** 行次 beside the labels of 公开01表 and 公开04表. */
  readonly rowNumbers: boolean;
  /** Every row and column of the form, not only those with money. */
  readonly complete: boolean;
}

/** A form as one grid, or one for each stacked panel. */
export function plainGrids(sheet: Sheet, form: number, options: PlainOptions): Grid[] {
  switch (form) {
    case 1:
    case 4:
      return stacked(sheet, form, options);
    case 6:
      return [basic(sheet, options)];
    case 9:
      return [threePublic(sheet)];
    default:
      return [coded(sheet, form, options)];
  }
}

function stacked(sheet: Sheet, form: 1 | 4, options: PlainOptions): Grid[] {
  const rows = fixedRows(sheet, form);
  return (['收入', '支出'] as const).map((panel) => {
    const columns = form === 4 && panel === '支出' ? fundColumns : ['金额'];
    const numbers = options.rowNumbers ? ['行次'] : [];
    const body: string[][] = [];
    for (const { label, number, key } of rows[panel === '收入' ? 'left' : 'right']) {
      if (key === undefined) continue;
      const places = columns.map((_, column) => place(form, panel, key, column));
      if (!options.complete && label !== '总计' && !places.some((at) => sheet.cells.has(at))) {
        continue;
      }
      const amounts = places.map((at) => printed(sheet, at));
      body.push([label, ...(options.rowNumbers ? [String(number)] : []), ...amounts]);
    }
    return { head: [['项目', ...numbers, ...columns]], body };
  });
}

function coded(sheet: Sheet, form: number, options: PlainOptions): Grid {
  const all = codedColumns[form] ?? [];
  const codes = codesOf(sheet, form, options.complete && sheet.rowsOfZeros);
  const columns = all
    .map((name, column) => ({ name, column }))
    .filter(
      ({ column }) =>
        options.complete || column === 0 || sheet.cells.has(place(form, '', '合计', column)),
    );
  const row = (name: string): string[] =>
    columns.map(({ column }) => printed(sheet, place(form, '', name, column)));
  const name = (code: string): string =>
    options.namesLeftOut ? '' : nameOf(code, sheet.accounts.year);
  return {
    head: [['科目编码', '科目名称', ...columns.map((column) => column.name)]],
    body: [['', '合计', ...row('合计')], ...codes.map((code) => [code, name(code), ...row(code)])],
  };
}

function basic(sheet: Sheet, options: PlainOptions): Grid {
  const amount = (row: string): string => printed(sheet, place(6, '', row, 0));
  const rows = economicSubjects.filter(
    ({ code }) => options.complete || sheet.cells.has(place(6, '', code, 0)),
  );
  return {
    head: [['科目编码', '科目名称', '决算数']],
    body: [
      ...rows.map(({ code, name }) => [code, options.namesLeftOut ? '' : name, amount(code)]),
      ...['人员经费合计', '公用经费合计'].map((label) => ['', label, amount(label)]),
    ],
  };
}

function threePublic(sheet: Sheet): Grid {
  return {
    head: [['项目', '预算数', '决算数']],
    body: threePublicItems.map((item) => [
      item,
      printed(sheet, place(9, '', item, 0)),
      printed(sheet, place(9, '', item, 1)),
    ]),
  };
}
