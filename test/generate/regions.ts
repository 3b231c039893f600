/** How the forms stand in the reports of further provinces: order, names, numbers, and the forms with other columns. */
import { total } from './accounts.ts';
import { place, threePublicItems } from './cells.ts';
import { economicSubjects, isPersonnel } from './economic.ts';
import { codedColumns, fixedRows, formNames, fundColumns } from './layout.ts';
import { type Fen, printHundredths, toHundredths } from './money.ts';
import { type Grid, publishedGrid } from './published-grid.ts';
import { codesOf, printed, type Sheet, unitOf } from './sheet.ts';
import { nameOf } from './subjects.ts';

export interface Region {
  /** Its profile. */
  readonly name: string;
  /** The forms of 河南, as they follow here. */
  readonly order: readonly number[];
  readonly numberAbove: (place: number) => string | undefined;
  readonly names: Readonly<Record<number, string>>;
  readonly grid: (sheet: Sheet, form: number) => Grid;
}

const ordinals = '一二三四五六七八九';
const threePublicSeventh = [1, 2, 3, 4, 5, 6, 9, 7, 8];
const general = '一般公共预算财政拨款“三公”经费支出决算表';
const basic = '一般公共预算财政拨款基本支出决算表';

export const regions = {
  上海: {
    name: '上海',
    order: threePublicSeventh,
    numberAbove: () => undefined,
    names: { 6: basic, 8: '国有资本经营预算财政拨款收入支出决算表', 9: general },
    grid: shanghaiGrid,
  },
  湖南: {
    name: '湖南',
    order: threePublicSeventh,
    numberAbove: (at) => `公开0${at}表`,
    names: { 9: general },
    grid: publishedGrid,
  },
  湖北: {
    name: '湖北',
    order: threePublicSeventh,
    numberAbove: (at) => `公开0${at}表`,
    names: { 6: basic, 9: general },
    grid: publishedGrid,
  },
  陕西: {
    name: '陕西',
    order: threePublicSeventh,
    numberAbove: (at) => `公开0${at}表`,
    names: { 9: '一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表' },
    grid: (sheet, form) => (form === 9 ? meetingsGrid(sheet) : publishedGrid(sheet, form)),
  },
  广西: {
    name: '广西',
    order: [1, 2, 3, 4, 5, 6, 7, 8, 9],
    numberAbove: (at) => `表${ordinals.charAt(at - 1)}`,
    names: {},
    grid: publishedGrid,
  },
} as const satisfies Readonly<Record<string, Region>>;

export function nameIn(region: Region, form: number): string {
  return region.names[form] ?? formNames[form - 1] ?? '';
}

/** Neither 行次 nor 栏次; 合计 in the last row; codes in three columns; budget and outturn of each item side by side. */
function shanghaiGrid(sheet: Sheet, form: number): Grid {
  switch (form) {
    case 1:
    case 4:
      return summary(sheet, form);
    case 6:
      return twoGroups(sheet);
    case 8:
      return stateCapital(sheet);
    case 9:
      return pairs(sheet);
    default:
      return coded(sheet, form);
  }
}

function summary(sheet: Sheet, form: 1 | 4): Grid {
  const { left, right } = fixedRows(sheet, form);
  const columns = form === 1 ? ['决算数'] : fundColumns;
  const amount = (panel: string, key: string | undefined, column: number): string =>
    key === undefined ? '' : printed(sheet, place(form, panel, key, column));
  const body = left.map((income, at) => {
    const spending = right[at];
    return [
      income.label,
      amount('收入', income.key, 0),
      spending?.label ?? '',
      ...columns.map((_, column) => amount('支出', spending?.key, column)),
    ];
  });
  const blank = columns.slice(1).map(() => '');
  return {
    head: [
      ['收入', '', '支出', '', ...blank],
      ['项目', '决算数', '项目（按功能分类）', ...columns],
    ],
    body: body.filter(([income, , spending]) => income !== '' || spending !== ''),
  };
}

const CODE = ['功能分类科目编码', '', '', '科目名称'];
const LEVELS = ['类', '款', '项', ''];

function threeColumns(code: string): string[] {
  return [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];
}

function coded(sheet: Sheet, form: number): Grid {
  const columns = codedColumns[form] ?? [];
  const row = (name: string): string[] =>
    columns.map((_, column) => printed(sheet, place(form, '', name, column)));
  const blank = columns.map(() => '');
  const head =
    form === 7
      ? [
          [...CODE, '年初结转和结余', '本年收入', '本年支出', '', '', '年末结转和结余'],
          [...LEVELS, '', '', '小计', '基本支出', '项目支出', ''],
        ]
      : [
          [...CODE, ...(form === 5 ? ['合计', '基本支出', '项目支出'] : columns)],
          [...LEVELS, ...blank],
        ];
  return {
    head,
    body: [
      ...codesOf(sheet, form, sheet.rowsOfZeros).map((code) => [
        ...threeColumns(code),
        nameOf(code, sheet.accounts.year),
        ...row(code),
      ]),
      ['', '', '', '合计', ...row('合计')],
    ],
  };
}

/** From opening to closing balance, which 河南 does not print of this fund. */
function stateCapital(sheet: Sheet): Grid {
  const items = sheet.accounts.items.filter(({ book }) => book === 'state');
  const codes = new Set(
    items.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]).sort(),
  );
  const text = (amount: Fen): string =>
    printHundredths(toHundredths(amount, unitOf(sheet, 8)), sheet.style);
  const row = (code: string): string[] => {
    const of = items.filter((item) => item.code.startsWith(code));
    const use = (wanted: string): Fen => total(of, 'spending', (flow) => flow.use === wanted);
    return [
      total(of, 'opening'),
      total(of, 'income'),
      use('basic') + use('project'),
      use('basic'),
      use('project'),
      total(of, 'closing'),
    ].map(text);
  };
  return {
    head: [
      [...CODE, '年初结转和结余', '本年收入', '本年支出', '', '', '年末结转和结余'],
      [...LEVELS, '', '', '小计', '基本支出', '项目支出', ''],
    ],
    body: [
      ...[...codes].map((code) => [
        ...threeColumns(code),
        nameOf(code, sheet.accounts.year),
        ...row(code),
      ]),
      ['', '', '', '合计', ...row('')],
    ],
  };
}

function twoGroups(sheet: Sheet): Grid {
  const groups = [true, false].map((personnel) =>
    economicSubjects.filter(({ code }) => isPersonnel(code) === personnel),
  );
  const amount = (row: string): string => printed(sheet, place(6, '', row, 0));
  const body: string[][] = [];
  for (let at = 0; at < Math.max(...groups.map(({ length }) => length)); at++) {
    body.push(
      groups.flatMap((group) => {
        const subject = group[at];
        if (subject === undefined) return ['', '', '', ''];
        const { code, name } = subject;
        return [code.slice(0, 3), code.slice(3), name, amount(code)];
      }),
    );
  }
  const totals = ['人员经费合计', '公用经费合计'].flatMap((label) => [
    '',
    '',
    label,
    amount(label),
  ]);
  const head = ['经济分类科目编码', '', '科目名称', '决算数'];
  return {
    head: [
      [...head, ...head],
      ['类', '款', '', '', '类', '款', '', ''],
    ],
    body: [...body, totals],
  };
}

function pairs(sheet: Sheet): Grid {
  const figures = threePublicItems.flatMap((item) => [
    amountOf(sheet, item, 0),
    amountOf(sheet, item, 1),
  ]);
  return {
    head: [
      [
        '合计',
        '',
        '因公出国（境）费',
        '',
        '公务用车购置及运行费',
        '',
        '',
        '',
        '',
        '',
        '公务接待费',
        '',
      ],
      ['', '', '', '', '小计', '', '购置费', '', '运行费', '', '', ''],
      threePublicItems.flatMap(() => ['预算数', '决算数']),
    ],
    body: [figures],
  };
}

function amountOf(sheet: Sheet, item: string, column: number): string {
  return printed(sheet, place(9, '', item, column));
}

/** What 公开06表 prints of meetings and training, and nothing beside; the budget is the same. */
function meetingsGrid(sheet: Sheet): Grid {
  const inFen = (form: number, row: string, column: number): Fen =>
    sheet.cells.get(place(form, '', row, column)) ?? 0;
  const meetings = inFen(6, '30215', 0);
  const training = inFen(6, '30216', 0);
  const text = (amount: Fen): string =>
    printHundredths(toHundredths(amount, unitOf(sheet, 9)), sheet.style);
  const row = (label: string, column: number): string[] => {
    const three = (item: string): Fen => inFen(9, item, column);
    return [
      label,
      ...[
        three('合计') + meetings + training,
        three('合计'),
        three('因公出国（境）费'),
        three('公务接待费'),
        three('公务用车购置及运行维护费'),
        three('公务用车购置费'),
        three('公务用车运行维护费'),
        meetings,
        training,
      ].map(text),
    ];
  };
  return {
    head: [
      ['项目', '合计', '“三公”经费', '', '', '', '', '', '会议费', '培训费'],
      [
        '',
        '',
        '小计',
        '因公出国（境）费',
        '公务接待费',
        '公务用车购置及运行维护费',
        '',
        '',
        '',
        '',
      ],
      ['', '', '', '', '', '小计', '公务用车购置费', '公务用车运行维护费', '', ''],
    ],
    body: [row('预算数', 0), row('决算数', 1)],
  };
}
