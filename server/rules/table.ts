/** Tables laid against their forms: rows, columns and cells that do not fit, and rows that are missing (T-TRUNC). */

import { printUnits } from '../reconcile/amount.ts';
import type { MissingRow, MissingValue } from '../reconcile/completeness.ts';
import type { Localised } from '../report/identifiers.ts';
import type { Table, TableProblem } from '../report/model.ts';
import { listing, verbatim } from './message.ts';
import { cellTitle, changeTo, tableTitle } from './quote.ts';
import type { MessageData, RuleContext, RuleFamily, RuleMetadata } from './rule.ts';

const form = { zh: '部门决算公开格式', en: 'The format of published accounts' };
const arithmetic = { zh: '算术', en: 'Arithmetic' };

const top = '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n';
const coded = `${top}表 公开08表\n| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |\n|---|---|---:|---:|---:|\n`;
const total = '| | 合计 | 0.00 | 0.00 | 0.00 |\n';
const class223 = '| 223 | 国有资本经营预算支出 | 0.00 | 0.00 | 0.00 |\n';
const fixed = `${top}表 公开01表 收入支出决算总表\n| 项目 | 行次 | 决算数 |\n|---|---|---:|\n`;
const income = (label: string, row: number): string => `| ${label} | ${row} | 0.00 |\n`;

const metadata: readonly RuleMetadata[] = [
  {
    id: 'table/incomplete',
    catalogue: ['T-TRUNC', 'S-TAB9'],
    confidence: 'H',
    level: 'error',
    title: { zh: '表不完整', en: 'Incomplete table' },
    description: {
      zh: '表里缺了必须有的行：合计行没有了，或者下级之和正好差一行，而这一行在别的表里印着。缺行先于合计判断，一张表只报一次，列出缺少的行和它应有的数，不再逐个报合计不符。金额为零的行可以不列。',
      en: 'A table lacks rows that it must have: its total, or a row without which the sums fall short and which other tables print. Missing rows are understood before sums are judged: one finding for a table, with the rows and their values, instead of every sum that they break. Rows of zeros may be left out.',
    },
    source: arithmetic,
    messages: {
      rows: {
        zh: '{table}缺少 {rows}；请补上，并对照底稿核对',
        en: '{table} lacks {rows}; add what is missing and check it against the working papers',
      },
      truncated: {
        zh: '{table}没有印完，缺少 {rows}；很可能是分页或转换时丢失，请补全。与它有关的合计没有核对',
        en: '{table} breaks off; it lacks {rows}, probably lost in a page break or a conversion. Complete it; the sums over it were not checked',
      },
    },
    options: {},
    bad: `${top}表 公开05表\n| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |\n|---|---|---:|---:|---:|\n| | 合计 | 9.00 | 9.00 | 0.00 |\n| 201 | 一般公共服务支出 | 9.00 | 9.00 | 0.00 |\n| 20126 | 档案事务 | 9.00 | 9.00 | 0.00 |\n| 2012601 | 行政运行 | 5.00 | 5.00 | 0.00 |\n\n表 公开03表\n| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |\n|---|---|---:|---:|---:|\n| | 合计 | 9.00 | 9.00 | 0.00 |\n| 201 | 一般公共服务支出 | 9.00 | 9.00 | 0.00 |\n| 20126 | 档案事务 | 9.00 | 9.00 | 0.00 |\n| 2012601 | 行政运行 | 5.00 | 5.00 | 0.00 |\n| 2012604 | 档案馆 | 4.00 | 4.00 | 0.00 |\n`,
    good: `${top}表 公开05表\n| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |\n|---|---|---:|---:|---:|\n| | 合计 | 5.00 | 5.00 | 0.00 |\n| 201 | 一般公共服务支出 | 5.00 | 5.00 | 0.00 |\n| 20126 | 档案事务 | 5.00 | 5.00 | 0.00 |\n| 2012601 | 行政运行 | 5.00 | 5.00 | 0.00 |\n`,
  },
  {
    id: 'table/blank-total',
    catalogue: ['T9-SUM', 'T-TRUNC'],
    confidence: 'H',
    level: 'error',
    title: { zh: '合计栏空白', en: 'Blank total' },
    description: {
      zh: '合计、小计的格子空着，而它的各部分有金额。空着不等于零；应当填上各部分之和。',
      en: 'The cell of a total is blank while its parts have money. Blank is not zero here: it must hold their sum.',
    },
    source: arithmetic,
    messages: {
      blank: {
        zh: '{place}空着，应为 {value}：{because}',
        en: '{place} is blank; it should be {value}: {because}',
      },
    },
    options: {},
    bad: `${top}表 公开09表\n| 项目 | 预算数 | 决算数 |\n|---|---:|---:|\n| 合计 | 3.00 | 3.00 |\n| 公务用车购置及运行费小计 | | 3.00 |\n| 公务用车运行费 | 3.00 | 3.00 |\n`,
    good: `${top}表 公开09表\n| 项目 | 预算数 | 决算数 |\n|---|---:|---:|\n| 合计 | 3.00 | 3.00 |\n| 公务用车购置及运行费小计 | 3.00 | 3.00 |\n| 公务用车运行费 | 3.00 | 3.00 |\n`,
  },
  {
    id: 'table/row-label',
    catalogue: ['S-TAB9'],
    confidence: 'H',
    level: 'error',
    title: { zh: '项目与行次不符', en: 'Label and row number disagree' },
    description: {
      zh: '行次决定这一行是哪个项目；项目名称与行次对应的不符时，按行次核对，并报告一次。',
      en: 'The printed row number tells which row of the form it is. Where the label names another, the number decides and the label is reported once.',
    },
    source: form,
    messages: {
      disagrees: {
        zh: '{table}的行次 {rowNumber} 应为「{expected}」，这里写作「{label}」{more}；现按行次核对，请改正项目名称或行次',
        en: 'Row {rowNumber} of {table} is "{expected}", but its label is "{label}"{more}. The number decides; correct the label or the number',
      },
    },
    options: {},
    bad: fixed + income('一、一般公共预算财政拨款收入', 1) + income('五、事业收入', 4),
    good: fixed + income('一、一般公共预算财政拨款收入', 1) + income('五、事业收入', 5),
  },
  {
    id: 'table/unknown-row',
    catalogue: ['S-TAB9'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '表中没有这个项目', en: 'Row that the form does not have' },
    description: {
      zh: '这一行的名称不是本表的项目，也没有科目编码，它的数没有参加核对。有的地方会在规定格式之外加行，所以只是警告。',
      en: 'The label is none of the form and there is no code: its figures take no part in any check. Some bodies add rows of their own, so this is a warning.',
    },
    source: form,
    messages: {
      unknown: {
        zh: '{table}没有「{label}」这个项目，这一行没有参加核对；请核对名称，科目行请填写编码',
        en: '{table} has no row "{label}", so it is not checked; check the label, or give the code of the subject',
      },
      near: {
        zh: '{table}的项目写作「{label}」，应为「{expected}」；现按「{expected}」核对，请改正',
        en: 'A row of {table} is labelled "{label}"; it should be "{expected}", and is checked as that. Correct the label',
      },
    },
    options: {},
    bad: `${coded}${total}| | 解决历史遗留问题 | 0.00 | 0.00 | 0.00 |\n`,
    good: coded + total + class223,
  },
  {
    id: 'table/repeated-row',
    catalogue: ['S-TAB9'],
    confidence: 'H',
    level: 'error',
    title: { zh: '项目重复', en: 'Repeated row' },
    description: {
      zh: '同一个项目在一张表里出现两次，核对以第一次为准。科目编码重复由「科目编码重复」报告。',
      en: 'A row of the form stands twice; the first one counts. Repeated subject codes have a rule of their own.',
    },
    source: form,
    messages: {
      repeated: {
        zh: '{table}的「{label}」前面已有一行，核对以前面一行为准；请删去重复的，或改正名称',
        en: '"{label}" of {table} already stands above, and the first one counts; remove one, or correct its label',
      },
    },
    options: {},
    bad: coded + total + total,
    good: coded + total + class223,
  },
  {
    id: 'table/unknown-column',
    catalogue: ['S-TAB9'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '表中没有这一栏', en: 'Column that the form does not have' },
    description: {
      zh: '栏目名称不是本表的栏目，这一栏没有参加核对。',
      en: 'The head is none of the form, and its column takes no part in any check.',
    },
    source: form,
    messages: {
      unknown: {
        zh: '{table}没有「{head}」这一栏，这一栏没有参加核对；请核对栏目名称',
        en: '{table} has no column "{head}", so it is not checked; check the head',
      },
      expected: {
        zh: '{table}没有「{head}」这一栏，按位置应为「{expected}」；请改正栏目名称',
        en: '{table} has no column "{head}"; by its place it should be "{expected}". Correct the head',
      },
      missing: {
        zh: '{table}缺少「{head}」这一栏；请补上',
        en: '{table} lacks the column "{head}"; add it',
      },
    },
    options: {},
    bad: `${top}表 公开08表\n| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 | 经营收入 |\n|---|---|---:|---:|---:|---:|\n| | 合计 | 0.00 | 0.00 | 0.00 | 0.00 |\n`,
    good: coded + total,
  },
  {
    id: 'table/stray-cell',
    catalogue: ['S-TAB9', 'T-TRUNC'],
    confidence: 'H',
    level: 'warning',
    title: { zh: '多余的格子', en: 'Stray cell' },
    description: {
      zh: '一行的格子比表头的栏多，多出的内容不知道属于哪一栏，没有参加核对。多半是转换时错了位。',
      en: 'A row has more cells than the head has columns. Nobody can tell where the rest belongs, and it is not checked; most likely the row was shifted in a conversion.',
    },
    source: form,
    messages: {
      stray: {
        zh: '{table}的这一行比表头多出「{text}」，不知道属于哪一栏，没有参加核对；请核对这一行是否错位',
        en: 'This row of {table} has "{text}" beyond the columns of its head; it is not checked. See whether the row is shifted',
      },
    },
    options: {},
    bad: `${coded}| | 合计 | 0.00 | 0.00 | 0.00 | 1.00 |\n`,
    good: `${coded}| | 合计 | 0.00 | 0.00 | 0.00 | |\n`,
  },
];

export const tableFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    for (const table of context.report.tables) {
      if (table.form === undefined) continue;
      for (const problem of table.problems) misfit(context, table, problem);
      const rows = context.completeness.missingRows.get(table) ?? [];
      if (rows.length > 0) incomplete(context, table, rows);
    }
    for (const value of context.completeness.missingValues) blankTotal(context, value);
  },
};

function misfit(context: RuleContext, table: Table, problem: TableProblem): void {
  const { data } = problem;
  const words: MessageData = { ...data, table: tableTitle(table) };
  switch (problem.code) {
    case 'label-disagrees': {
      // Labels that slipped by a row disagree in every line after: the first one stands for all.
      const count = Number(data.count ?? 1);
      const more =
        count > 1 ? { zh: `（共 ${count} 行如此）`, en: ` (${count} rows in all)` } : verbatim('');
      context.add('table/row-label', 'disagrees', problem, { ...words, more });
      return;
    }
    case 'label-misspelt': {
      const expected = data.expected ?? '';
      const edits = [{ start: problem.start, end: problem.end, text: expected }];
      context.add('table/unknown-row', 'near', problem, words, {
        suggestions: [{ title: changeTo(expected), edits }],
      });
      return;
    }
    case 'unknown-row':
      context.add('table/unknown-row', 'unknown', problem, words);
      return;
    case 'repeated-row':
      // A code that stands twice is `subject/duplicate-code`.
      if (data.code !== undefined) return;
      context.add('table/repeated-row', 'repeated', problem, words);
      return;
    case 'unknown-column': {
      const message = data.expected === undefined ? 'unknown' : 'expected';
      context.add('table/unknown-column', message, problem, words);
      return;
    }
    case 'missing-column':
      context.add('table/unknown-column', 'missing', problem, {
        ...words,
        head: data.column ?? '',
      });
      return;
    case 'stray-cell':
      context.add('table/stray-cell', 'stray', problem, words);
      return;
    case 'number-disagrees':
      // Reported by `structure/form-number`.
      return;
  }
}

/** One finding for a table, at the row after which the first missing one belongs. */
function incomplete(context: RuleContext, table: Table, rows: readonly MissingRow[]): void {
  const truncated = context.completeness.truncated.has(table);
  const range = rows[0]?.after?.range ?? table.syntax.startLine;
  const named = rows.map((row) => inWords(row, rows.length <= mostValues));
  const zh = listing(named.map((name) => name.zh)).zh;
  const en = listing(named.map((name) => name.en)).en;
  context.add('table/incomplete', truncated ? 'truncated' : 'rows', range, {
    table: tableTitle(table),
    rows: { zh, en },
  });
}

/** With more rows than these, their values would bury the names. */
const mostValues = 3;

/** 「2101103 公务员医疗补助」（应为：小计 2.65、基本支出 2.65；依据：公开03表[2101103].基本支出 = 2.65） */
function inWords(row: MissingRow, withValues: boolean): Localised {
  const parts = new Set([row.code ?? row.panel.name, row.label]);
  const name = [...parts].filter((part) => part !== '').join(' ');
  const values = [...row.values].sort(([a], [b]) => a - b);
  if (!withValues || values.length === 0) return { zh: `「${name}」`, en: `"${name}"` };
  const amounts = values.map(([index, { units, decimals }]) =>
    [row.panel.columns[index]?.name, printUnits(units, decimals)].join(' '),
  );
  const because = values.map(([, value]) => value.because);
  const zh = [...new Set(because.map((reason) => reason.zh))].join('、');
  const en = [...new Set(because.map((reason) => reason.en))].join(', ');
  return {
    zh: `「${name}」（应为：${amounts.join('、')}；依据：${zh}）`,
    en: `"${name}" (which must be ${amounts.join(', ')}, by ${en})`,
  };
}

function blankTotal(context: RuleContext, missing: MissingValue): void {
  const { table, row, column } = missing;
  const cell = row.cells[column];
  const range = cell?.range ?? row.range;
  const columnAt = row.panel.columns[column];
  if (columnAt === undefined) return;
  const value = printUnits(missing.units, missing.decimals);
  const title = { zh: `填入 ${value}`, en: `Fill in ${value}` };
  context.add(
    'table/blank-total',
    'blank',
    range,
    {
      place: cellTitle(table, row, columnAt),
      value,
      because: missing.because,
    },
    cell === undefined
      ? {}
      : {
          suggestions: [{ title, edits: [{ start: range.start, end: range.end, text: value }] }],
        },
  );
}
