/** Single cells: what was meant as an amount and cannot be read as one (S-TYPO). */
import { isMoney } from '../report/amounts.ts';
import type { Localised } from '../report/identifiers.ts';
import type { Cell, MalformedReason, Table } from '../report/model.ts';
import { cellTitle, changeTo } from './quote.ts';
import type { Fix, RuleContext, RuleFamily, RuleMetadata } from './rule.ts';

const spelling = { zh: '数字书写', en: 'How numbers are written' };

const sheet = (amount: string): string =>
  `名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n表 公开08表\n| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |\n|---|---|---:|---:|---:|\n| | 合计 | ${amount} | | |\n`;

const threePublic = (amount: string): string =>
  `名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n表 公开09表\n| 项目 | 预算数 | 决算数 |\n|---|---:|---:|\n| 合计 | 0.50 | 0.00 |\n| 因公出国（境）费 | | 0.40 |\n| 公务接待费 | 0.50 | ${amount} |\n`;

const metadata: readonly RuleMetadata[] = [
  {
    id: 'cell/malformed-number',
    catalogue: ['S-TYPO'],
    confidence: 'H',
    level: 'error',
    title: { zh: '数字书写错误', en: 'Malformed number' },
    description: {
      zh: '金额栏里看得出是数字、却读不成一个数：两个小数点、千分位逗号位置不对、多出的符号、超过 15 位。这样的数不参加核对，所在的合计也无法核对。只有唯一可能的写法才自动改正，否则只作提示。',
      en: 'A cell of an amount column that was meant as a number and is none: two decimal points, commas in the wrong places, stray characters, more than 15 digits. It takes no part in any check. Only a repair that leaves no choice is applied by itself.',
    },
    source: spelling,
    messages: {
      repairable: {
        zh: '{place}写作「{text}」，{reason}；应写作「{repair}」',
        en: '{place} is "{text}": {reason}; it should be written "{repair}"',
      },
      unclear: {
        zh: '{place}写作「{text}」，{reason}；请对照底稿改正。改正之前，这个数和包含它的合计都没有核对',
        en: '{place} is "{text}": {reason}. Correct it from the working papers; until then neither it nor the sums over it are checked',
      },
    },
    options: {},
    bad: sheet('35.36.00'),
    good: sheet('0.00'),
  },
  {
    id: 'cell/text-in-amount',
    catalogue: ['S-TYPO'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '金额栏里的文字', en: 'Text in an amount column' },
    description: {
      zh: '金额栏里写了文字，不参加核对，按空白看待。没有金额时写 0.00、留空或写「-」都可以。',
      en: 'An amount column holds text, which takes no part in any check. Where there is no amount, 0.00, nothing or "-" will do.',
    },
    source: spelling,
    messages: {
      text: {
        zh: '{place}写作「{text}」，不是金额，按空白看待；没有金额时请写 0.00 或留空',
        en: '{place} is "{text}", which is no amount and counts as blank; write 0.00 or nothing where there is none',
      },
    },
    options: {},
    bad: sheet('无支出'),
    good: sheet('0.00').replace('| | |', '| — | - |'),
  },
  {
    id: 'cell/unit-in-amount',
    catalogue: ['S-TYPO', 'R7'],
    confidence: 'H',
    level: 'error',
    title: { zh: '金额栏里的单位', en: 'Unit in an amount cell' },
    description: {
      zh: '金额栏的单位由表头规定。格子里写了另一种单位（元、亿元、%、辆……），这个数和整栏不能一起相加。写的单位与表头相同，只是多余，报提示。',
      en: 'The head of the table gives the unit. A cell with another one (元, 亿元, %, 辆 …) cannot be added up with its column. The same unit once more is only superfluous: a hint.',
    },
    source: spelling,
    messages: {
      other: {
        zh: '{place}写作「{text}」，而本表的单位是{unit}；请换算成{unit}，或核对是否填错了栏',
        en: '{place} is "{text}", but the unit of the table is {unit}; convert it, or check whether it belongs in another column',
      },
      same: {
        zh: '{place}写作「{text}」，表头已写明单位是{unit}，格子里不必再写',
        en: '{place} is "{text}"; the head gives the unit {unit} already',
      },
    },
    options: {},
    bad: sheet('0.00%'),
    good: sheet('0.00'),
  },
  {
    id: 'cell/negative-amount',
    catalogue: ['T9-NONEG'],
    confidence: 'H',
    level: 'error',
    title: { zh: '“三公”经费不能为负数', en: 'Negative amount of the three public expenses' },
    description: {
      zh: '公开09表的预算数和决算数是花出去的钱，没有负数。其他各表的结转结余、冲回的收支可以是负数，不检查。',
      en: 'Budget and outturn of 公开09表 are money spent and never negative. Carry-over and what is written back may be negative in other forms, which are not checked.',
    },
    source: { zh: '部门决算公开格式', en: 'The format of published accounts' },
    messages: {
      negative: {
        zh: '{place}写作「{text}」，是负数；“三公”经费的预算数、决算数都不能为负，请核对正负号和金额',
        en: '{place} is "{text}"; budget and outturn of the three public expenses are never negative. Check the sign and the amount',
      },
    },
    options: {},
    bad: threePublic('-0.40'),
    good: threePublic('0.40').replace('| 0.00 |', '| 0.80 |'),
  },
];

/** Why a number cannot be read. */
export const reasons: Readonly<Record<MalformedReason, Localised>> = {
  'two-points': { zh: '有两个小数点', en: 'it has two decimal points' },
  grouping: {
    zh: '逗号的位置不对（千分位逗号每三位一个）',
    en: 'its commas do not group three digits',
  },
  'stray-point': { zh: '多了小数点', en: 'it has a stray decimal point' },
  'stray-character': {
    zh: '夹有不属于数字的字符',
    en: 'it holds a character that is no part of a number',
  },
  'too-long': { zh: '位数过多，不像是一笔金额', en: 'it has too many digits for an amount' },
  sign: { zh: '正负号的写法不对', en: 'its sign is not written correctly' },
};

export const cellFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    for (const table of context.among(context.report.tables, holdsOddCell)) {
      const own = table.form === undefined;
      for (const row of table.rows) {
        for (const cell of row.cells) {
          if (cell?.column.kind === 'amount') judge(context, table, cell, own);
        }
      }
    }
  },
};

/** Whether a cell may be worth a word, whatever else is known of it. */
function holdsOddCell(table: Table): boolean {
  // The columns of an author's own table may hold anything; there only what was meant as a number is judged.
  const own = table.form === undefined;
  if (own && !table.panels.some(({ malformed }) => malformed)) return false;
  for (const row of table.rows) {
    for (const cell of row.cells) {
      if (cell?.column.kind === 'amount' && isOdd(table, cell, own)) return true;
    }
  }
  return false;
}

function isOdd(table: Table, { reading, column, text }: Cell, own: boolean): boolean {
  switch (reading.kind) {
    case 'malformed':
      return true;
    case 'text':
      return !own;
    case 'figure':
    case 'target': {
      if (own || !isMoney(column.unit)) return false;
      const { unit, units } = reading.figure;
      const isNegative = units < 0 && table.form?.neverNegative === true;
      return isNegative || unit !== column.unit || text.endsWith(unit);
    }
    default:
      return false;
  }
}

function judge(context: RuleContext, table: Table, cell: Cell, own: boolean): void {
  const { reading, range } = cell;
  switch (reading.kind) {
    case 'malformed':
      malformed(context, table, cell, reading.reason, reading.repair);
      return;
    case 'text':
      if (own) return;
      context.add('cell/text-in-amount', 'text', range, wordsFor(table, cell));
      return;
    case 'figure':
    case 'target': {
      const expected = cell.column.unit;
      const { unit } = reading.figure;
      // Nearly every cell is a bare number in its column's unit, and nothing is made up for those.
      if (own || !isMoney(expected)) return;
      if (reading.figure.units < 0 && table.form?.neverNegative) {
        // Where the sums say so too, it is one finding.
        if (!context.explanation.ofCell.has(cell)) {
          context.add('cell/negative-amount', 'negative', range, wordsFor(table, cell));
        }
      }
      const repeated = unit === expected && cell.text.endsWith(expected);
      if (unit === expected && !repeated) return;
      const data = { ...wordsFor(table, cell), unit: expected };
      if (!repeated) {
        context.add('cell/unit-in-amount', 'other', range, data);
        return;
      }
      const edits = [{ start: range.end - expected.length, end: range.end, text: '' }];
      const title = { zh: '删去单位', en: 'Remove the unit' };
      context.add('cell/unit-in-amount', 'same', range, data, {
        level: 'info',
        suggestions: [{ title, edits }],
      });
      return;
    }
    default:
  }
}

function malformed(
  context: RuleContext,
  table: Table,
  cell: Cell,
  reason: MalformedReason,
  repair: string | undefined,
): void {
  const data = { ...wordsFor(table, cell), reason: reasons[reason] };
  if (repair === undefined) {
    context.add('cell/malformed-number', 'unclear', cell.range, data);
    return;
  }
  const { start, end } = cell.range;
  const fix: Fix = { title: changeTo(repair), edits: [{ start, end, text: repair }] };
  context.add('cell/malformed-number', 'repairable', cell.range, { ...data, repair }, { fix });
}

function wordsFor(table: Table, cell: Cell): { readonly place: Localised; readonly text: string } {
  return { place: cellTitle(table, cell.row, cell.column), text: cell.text };
}
