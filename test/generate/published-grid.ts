/** The nine forms as they are published: head rows, 栏次, 行次, panels side by side. Cells are texts. */

import { place, threePublicItems } from './cells.ts';
import { groupings } from './economic.ts';
import { codedColumns, fixedRows, fundColumns } from './layout.ts';
import { codesOf, printed, type Sheet } from './sheet.ts';
import { nameOf } from './subjects.ts';

export interface Grid {
  readonly head: readonly (readonly string[])[];
  readonly body: readonly (readonly string[])[];
}

export function publishedGrid(sheet: Sheet, form: number): Grid {
  switch (form) {
    case 1:
      return summaryGrid(sheet);
    case 4:
      return fiscalSummaryGrid(sheet);
    case 6:
      return basicGrid(sheet);
    case 9:
      return threePublicGrid(sheet);
    default:
      return codedGrid(sheet, form);
  }
}

function summaryGrid(sheet: Sheet): Grid {
  const { item, outturn } = sheet.words;
  return {
    head: [
      ['收入', '', '', '支出', '', ''],
      [item, '行次', outturn, item, '行次', outturn],
      ['栏次', '', '1', '栏次', '', '2'],
    ],
    body: sideBySide(sheet, 1, 1),
  };
}

function fiscalSummaryGrid(sheet: Sheet): Grid {
  const { item } = sheet.words;
  return {
    head: [
      ['收入', '', '', '支出', '', '', '', '', ''],
      [item, '行次', '金额', item, '行次', ...fundColumns],
      ['栏次', '', '1', '栏次', '', '2', '3', '4', '5'],
    ],
    body: sideBySide(sheet, 4, 4),
  };
}

function sideBySide(sheet: Sheet, form: 1 | 4, width: number): string[][] {
  const { left, right } = fixedRows(sheet, form);
  return left.map((income, index) => {
    const spending = right[index];
    const row = [income.label, String(income.number), amount(sheet, form, '收入', income.key, 0)];
    row.push(spending?.label ?? '', String(spending?.number ?? ''));
    for (let column = 0; column < width; column++) {
      row.push(amount(sheet, form, '支出', spending?.key, column));
    }
    return row;
  });
}

function amount(
  sheet: Sheet,
  form: number,
  panel: string,
  key: string | undefined,
  column: number,
): string {
  return key === undefined ? '' : printed(sheet, place(form, panel, key, column));
}

const codeHeads: Readonly<Record<number, string>> = { 8: '科目代码' };

function codedGrid(sheet: Sheet, form: number): Grid {
  const columns = codedColumns[form] ?? [];
  const code = codeHeads[form] ?? '功能分类科目编码';
  const blank = columns.map(() => '');
  const key = (label: string): [string, string] =>
    sheet.totalsInCodeColumn ? [label, ''] : ['', label];
  const numbers = columns.map((_, index) => String(index + 1));
  const head = [
    ...(form === 2 || form === 3
      ? [
          ['项目', '', ...columns],
          [code, '科目名称', ...blank],
        ]
      : form === 7
        ? [
            ['项目', '', '年初结转和结余', '本年收入', '本年支出', '', '', '年末结转和结余'],
            [code, '科目名称', '', '', '小计', '基本支出', '项目支出', ''],
          ]
        : [
            ['项目', '', '本年支出', '', ''],
            [code, '科目名称', ...columns],
          ]),
    [...key('栏次'), ...numbers],
  ];
  const row = (name: string): string[] =>
    columns.map((_, column) => printed(sheet, place(form, '', name, column)));
  return {
    head,
    body: [
      [...key('合计'), ...row('合计')],
      ...codesOf(sheet, form, sheet.rowsOfZeros).map((subject) => [
        subject,
        nameOf(subject, sheet.accounts.year),
        ...row(subject),
      ]),
    ],
  };
}

function basicGrid(sheet: Sheet): Grid {
  const groups = groupings[sheet.grouping] ?? [];
  const rows = Math.max(...groups.map(({ length }) => length));
  const body: string[][] = [];
  for (let index = 0; index < rows; index++) {
    body.push(
      groups.flatMap((group) => {
        const subject = group[index];
        return subject === undefined
          ? ['', '', '']
          : [subject.code, subject.name, printed(sheet, place(6, '', subject.code, 0))];
      }),
    );
  }
  const personnel = printed(sheet, place(6, '', '人员经费合计', 0));
  const operating = printed(sheet, place(6, '', '公用经费合计', 0));
  body.push(
    sheet.totalsInCodeColumn
      ? ['人员经费合计', '', personnel, '公用经费合计', '', '', '', operating]
      : ['', '人员经费合计', personnel, '', '', '', '', '公用经费合计', operating],
  );
  const head = ['经济分类科目编码', '科目名称', '决算数'];
  return { head: [[...head, ...head, ...head]], body };
}

function threePublicGrid(sheet: Sheet): Grid {
  const [, overseas, , purchase, running] = threePublicItems;
  const { vehicles, hospitality } = sheet.words;
  const half = ['合计', overseas, vehicles, '', '', hospitality];
  const under = ['', '', '小计', purchase, running, ''];
  const figures = (column: number): string[] =>
    threePublicItems.map((item) => printed(sheet, place(9, '', item, column)));
  return {
    head: [
      ['预算数', '', '', '', '', '', '决算数', '', '', '', '', ''],
      [...half, ...half],
      [...under, ...under],
      Array.from({ length: 12 }, (_, index) => String(index + 1)),
    ],
    body: [[...figures(0), ...figures(1)]],
  };
}
