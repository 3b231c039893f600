/** The words of the nine published forms: names, heads, fixed rows, notes. */

import type { Sheet } from './sheet.ts';
import { formClasses } from './subjects.ts';

export const formNames = [
  '收入支出决算总表',
  '收入决算表',
  '支出决算表',
  '财政拨款收入支出决算总表',
  '一般公共预算财政拨款支出决算表',
  '一般公共预算财政拨款基本支出决算明细表',
  '政府性基金预算财政拨款收入支出决算表',
  '国有资本经营预算财政拨款支出决算表',
  '财政拨款“三公”经费支出决算表',
] as const;

export const formNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export function formName(form: number): string {
  return formNames[form - 1] ?? '';
}

const ordinals = '一二三四五六七八九十';

export function chineseNumber(number: number): string {
  if (number <= 10) return ordinals.charAt(number - 1);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? ordinals.charAt(tens - 1) : ''}十${ones > 0 ? ordinals.charAt(ones - 1) : ''}`;
}

/** A row of 公开01表 or 公开04表: its label (empty: a blank row), and where its amounts are kept. */
export interface FixedRow {
  readonly label: string;
  readonly number: number;
  /** Row part of the place; undefined for a blank row. */
  readonly key: string | undefined;
}

const incomeLabels = [
  '一般公共预算财政拨款收入',
  '政府性基金预算财政拨款收入',
  '国有资本经营预算财政拨款收入',
  '上级补助收入',
  '事业收入',
  '经营收入',
  '附属单位上缴收入',
  '其他收入',
];

export function fixedRows(sheet: Sheet, form: 1 | 4): { left: FixedRow[]; right: FixedRow[] } {
  const { surplus, closing } = sheet.words;
  const first = form === 1 ? 32 : 33;
  const classes = formClasses.map(
    ({ code, name }, index): FixedRow => ({
      label: `${chineseNumber(index + 1)}、${name}`,
      number: first + index,
      key: code,
    }),
  );
  if (form === 1) {
    return {
      left: [
        ...numbered(
          1,
          incomeLabels.map((label, index) => `${chineseNumber(index + 1)}、${label}`),
        ),
        ...blanks(9, 26),
        ...numbered(27, ['本年收入合计', surplus, '年初结转和结余']),
        ...blanks(30, 30),
        ...numbered(31, ['总计']),
      ],
      right: [
        ...classes,
        ...numbered(58, ['本年支出合计', '结余分配', closing]),
        ...blanks(61, 61),
        ...numbered(62, ['总计']),
      ],
    };
  }
  const funds = ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];
  return {
    left: [
      ...numbered(
        1,
        funds.map((label, index) => `${chineseNumber(index + 1)}、${label}`),
      ),
      ...blanks(4, 26),
      ...numbered(27, ['本年收入合计', '年初财政拨款结转和结余', ...funds, '总计']),
    ],
    right: [
      ...classes,
      ...numbered(59, ['本年支出合计', '年末财政拨款结转和结余']),
      ...blanks(61, 63),
      ...numbered(64, ['总计']),
    ],
  };
}

function numbered(first: number, labels: readonly string[]): FixedRow[] {
  return labels.map((label, index) => ({
    label,
    number: first + index,
    key: `行${first + index}`,
  }));
}

function blanks(from: number, to: number): FixedRow[] {
  const rows: FixedRow[] = [];
  for (let number = from; number <= to; number++) rows.push({ label: '', number, key: undefined });
  return rows;
}

/** Amount columns of the coded forms as one row of heads. */
export const codedColumns: Readonly<Record<number, readonly string[]>> = {
  2: [
    '本年收入合计',
    '财政拨款收入',
    '上级补助收入',
    '事业收入',
    '经营收入',
    '附属单位上缴收入',
    '其他收入',
  ],
  3: ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
  5: ['小计', '基本支出', '项目支出'],
  7: ['年初结转和结余', '本年收入', '小计', '基本支出', '项目支出', '年末结转和结余'],
  8: ['小计', '基本支出', '项目支出'],
};

export const fundColumns = [
  '合计',
  '一般公共预算财政拨款',
  '政府性基金预算财政拨款',
  '国有资本经营预算财政拨款',
];

const subjectsOfNotes = [
  '年度总收支和年末结转结余的情况',
  '年度各项收入的取得情况',
  '年度各项支出的情况',
  '年度三类财政拨款的总收支和年末结转结余情况',
  '年度一般公共预算财政拨款的支出情况',
  '年度一般公共预算财政拨款基本支出的明细情况',
  '年度政府性基金预算财政拨款的收支和结转结余情况',
  '年度国有资本经营预算财政拨款的支出情况',
  '年度财政拨款“三公”经费的预决算情况',
];

const emptyStatements: Readonly<Record<number, string>> = {
  7: '没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。',
  8: '没有使用国有资本经营预算安排的支出，故本表无数据。',
  9: '没有使用财政拨款安排的“三公”经费支出，故本表无数据。',
};

/** The lines under a form, and the statement that an empty one owes its readers. */
export function notesOf(sheet: Sheet, form: number, empty: boolean): string[] {
  const notes = [
    `注：本表反映${sheet.accounts.body.kind}本${subjectsOfNotes[form - 1] ?? ''}。各单元格分别换算取整，可能存在尾差。`,
  ];
  const statement = emptyStatements[form];
  if (empty && statement !== undefined) {
    notes.push(`说明：我${sheet.accounts.body.kind}${statement}`);
  }
  return notes;
}
