/**
 * The text around the tables. Each section is a function from the sheet to its paragraphs, so that one can grow without
 * the others; every figure in it is the one that the tables print.
 */
import { type Cells, place } from './cells.ts';
import { chineseNumber, formNames } from './layout.ts';
import { inWords, percentage } from './money.ts';
import type { Sheet } from './sheet.ts';
import { nameOf } from './subjects.ts';

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly title: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** Where the nine forms stand. */
export interface Forms {
  readonly kind: 'forms';
}

export type Part = Heading | Paragraph | Forms;

const heading = (level: Heading['level'], title: string): Heading => ({
  kind: 'heading',
  level,
  title,
});

/** The whole report in reading order. */
export function partsOf(sheet: Sheet): Part[] {
  const { body, year } = sheet.accounts;
  return [
    heading(1, `第一部分 ${body.name}概况`),
    heading(2, `一、${body.kind}职责`),
    { kind: 'paragraph', text: '负责本领域公共事务的组织和管理，完成上级交办的其他工作。' },
    heading(2, '二、机构设置'),
    {
      kind: 'paragraph',
      text: `${body.name}设办公室和业务科。纳入本${body.kind}${year}年度决算编制范围的单位共1个。`,
    },
    heading(1, `第二部分 ${year}年度${body.kind}决算表`),
    { kind: 'forms' },
    heading(1, `第三部分 ${year}年度${body.kind}决算情况说明`),
    ...narrative.flatMap(([title, write], index): Part[] => [
      heading(2, `${chineseNumber(index + 1)}、${title}`),
      ...write(sheet).map((text): Part => {
        const level3 = /^（[一二三]）/.exec(text);
        return level3 && text.length < 30 ? heading(3, text) : { kind: 'paragraph', text };
      }),
    ]),
    heading(1, '第四部分 名词解释'),
    { kind: 'paragraph', text: '一、财政拨款收入：从同级财政部门取得的预算资金。' },
    { kind: 'paragraph', text: '二、基本支出：维持机构运转、完成日常任务的人员和公用支出。' },
    { kind: 'paragraph', text: '三、项目支出：为特定任务安排的、基本支出以外的支出。' },
  ];
}

/** What a contents page lists: parts, their sections, the forms. */
export function contentsOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    if (part.kind === 'forms') {
      return formNames.map((name, index) => `${chineseNumber(index + 1)}、${name}`);
    }
    return part.kind === 'heading' && part.level <= 2 ? [part.title] : [];
  });
}

type Write = (sheet: Sheet) => string[];

const narrative: readonly (readonly [title: string, write: Write])[] = [
  ['收入支出决算总体情况说明', totals],
  ['收入决算情况说明', income],
  ['支出决算情况说明', spending],
  ['财政拨款收入支出决算总体情况说明', fiscalTotals],
  ['一般公共预算财政拨款支出决算情况说明', generalBudget],
  ['一般公共预算财政拨款基本支出决算情况说明', basic],
  ['政府性基金预算财政拨款支出决算情况说明', funds],
  ['国有资本经营预算财政拨款支出决算情况说明', stateCapital],
  ['财政拨款“三公”经费支出决算情况说明', threePublic],
  ['机关运行经费支出情况说明', (sheet) => [`我${sheet.accounts.body.kind}公用经费已在上文说明。`]],
  ['政府采购支出情况说明', () => ['本年度政府采购均按规定程序办理。']],
  ['国有资产占用情况说明', () => ['资产已按规定登记入账。']],
  ['预算绩效情况说明', () => ['按要求对预算项目开展了绩效自评。']],
];

function at(sheet: Sheet, form: number, panel: string, row: string, column: number): number {
  return sheet.cells.get(place(form, panel, row, column)) ?? 0;
}

function totals(sheet: Sheet): string[] {
  const total = at(sheet, 1, '收入', '行31', 0);
  return [`${sheet.accounts.year}年度收、支总计均为${inWords(total, sheet.unit)}。`];
}

function parts(
  sheet: Sheet,
  whole: number,
  named: readonly (readonly [name: string, amount: number])[],
): string {
  return named
    .filter(([, amount]) => amount > 0)
    .map(
      ([name, amount]) => `${name}${inWords(amount, sheet.unit)}，占${percentage(amount, whole)}`,
    )
    .join('；');
}

function income(sheet: Sheet): string[] {
  const whole = at(sheet, 2, '', '合计', 0);
  const names = ['财政拨款', '上级补助', '事业', '经营', '附属单位上缴', '其他'];
  const named = names.map(
    (name, index) => [`${name}收入`, at(sheet, 2, '', '合计', index + 1)] as const,
  );
  const head = `${sheet.accounts.year}年度收入合计${inWords(whole, sheet.unit)}`;
  return [whole === 0 ? `${head}。` : `${head}，其中：${parts(sheet, whole, named)}。`];
}

function spending(sheet: Sheet): string[] {
  const whole = at(sheet, 3, '', '合计', 0);
  const names = ['基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'];
  const named = names.map((name, index) => [name, at(sheet, 3, '', '合计', index + 1)] as const);
  return [
    `${sheet.accounts.year}年度支出合计${inWords(whole, sheet.unit)}，其中：${parts(sheet, whole, named)}。`,
  ];
}

function fiscalTotals(sheet: Sheet): string[] {
  const total = at(sheet, 4, '收入', '行32', 0);
  return [`${sheet.accounts.year}年度财政拨款收、支总计均为${inWords(total, sheet.unit)}。`];
}

function generalBudget(sheet: Sheet): string[] {
  const { year } = sheet.accounts;
  const whole = at(sheet, 5, '', '合计', 0);
  const head = `${year}年度一般公共预算财政拨款支出${inWords(whole, sheet.unit)}`;
  const classes = classesOf(sheet.cells, 5).map(
    (code) => [`${nameOf(code, year)}（类）`, at(sheet, 5, '', code, 0)] as const,
  );
  return [
    '（一）总体情况。',
    `${head}，占支出合计的${percentage(whole, at(sheet, 3, '', '合计', 0))}。`,
    '（二）结构情况。',
    `${head}，主要用于以下方面：${parts(sheet, whole, classes)}。`,
  ];
}

function classesOf(cells: Cells, form: number): string[] {
  return [...cells.keys()]
    .map((key) => key.split('/'))
    .filter(([of, , row, column]) => of === String(form) && column === '0' && row?.length === 3)
    .map(([, , row]) => row ?? '')
    .sort();
}

function basic(sheet: Sheet): string[] {
  const whole = at(sheet, 5, '', '合计', 1);
  const personnel = at(sheet, 6, '', '人员经费合计', 0);
  const operating = at(sheet, 6, '', '公用经费合计', 0);
  return [
    `${sheet.accounts.year}年度一般公共预算财政拨款基本支出${inWords(whole, sheet.unit)}，其中：人员经费${inWords(personnel, sheet.unit)}；公用经费${inWords(operating, sheet.unit)}。`,
  ];
}

function funds(sheet: Sheet): string[] {
  const spent = at(sheet, 7, '', '合计', 2);
  return [`${sheet.accounts.year}年度政府性基金预算财政拨款支出${inWords(spent, sheet.unit)}。`];
}

function stateCapital(sheet: Sheet): string[] {
  const spent = at(sheet, 8, '', '合计', 0);
  return [`${sheet.accounts.year}年度国有资本经营预算财政拨款支出${inWords(spent, sheet.unit)}。`];
}

function threePublic(sheet: Sheet): string[] {
  const budget = at(sheet, 9, '', '合计', 0);
  const final = at(sheet, 9, '', '合计', 1);
  return [
    `${sheet.accounts.year}年度“三公”经费支出预算为${inWords(budget, sheet.unit)}，支出决算为${inWords(final, sheet.unit)}。`,
  ];
}
