/** What stands above each table (表号, 部门, 年度, 单位), against the header of the report. */
import type { Table } from '../report/model.ts';
import { bodyNames } from './body-name-check.ts';
import { type Head, headsBy, samePlaces, tablesOf } from './heads.ts';
import { listing } from './message.ts';
import { related, tableNumber, tableTitle } from './quote.ts';
import type { Edit, Fix, RuleContext, RuleFamily, RuleMetadata } from './rule.ts';

const heading = '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n';
const note = '说明：我单位没有这项收支，故本表无数据。\n';
const forms = (head7: string, head8: string): string =>
  `${heading}表 公开07表\n${head7}\n${note}\n表 公开08表\n${head8}\n${note}`;
/** All forms, since a published original must have them. */
const published =
  heading +
  [1, 2, 3, 4, 5, 6, 7, 8, 9]
    .map((n) => `表 公开0${n}表\n部门：青禾县档案馆　2023年度　单位：万元\n${note}\n`)
    .join('');
const arithmetic = { zh: '同一报告前后一致', en: 'One report agrees with itself' };

const metadata: readonly RuleMetadata[] = [
  {
    id: 'table-head/body-name',
    catalogue: ['S-UNIT', 'S-TAB9'],
    confidence: 'H',
    level: 'error',
    title: { zh: '表头的单位名称', en: "Body's name in a table head" },
    description: {
      zh: '各表表头的部门（单位）名称与文件开头的名称一致。相差一个字（漏、多、错、颠倒）是错误，同一种写错的名称只报一次，列出所有的表；`简称` 里写明的，或者各表统一使用的简称、全称（如都带「办公室」「（本级）」）不算。各表用法不一，或完全是另一个名称，按警告提示。',
      en: 'The name in the heads of the tables is that of the header. One character dropped, added, replaced or swapped is an error, reported once for each misspelling with all the tables that print it. A form that 简称 declares, or that all tables use alike (with 办公室, （本级） …), is none. Heads that use different forms, or another name altogether, give a warning.',
    },
    source: arithmetic,
    messages: {
      near: {
        zh: '{tables}的表头写作「{printed}」，应为「{should}」：{slip}；请改正 {count} 处表头',
        en: 'The head of {tables} says "{printed}"; it should be "{should}": {slip}. Correct it in {count} place(s)',
      },
      consistent: {
        zh: '各表表头（{tables}）都写作「{printed}」，与文件开头的名称「{own}」只差一点（{slip}）；请核对哪一处正确，改正另一处',
        en: 'The heads of all tables ({tables}) say "{printed}", and the header says "{own}" ({slip}, if the header is right); check which is right and correct the other',
      },
      varies: {
        zh: '{tables}的表头写作「{printed}」，其余的表写作「{common}」；同一报告的名称应前后一致，请统一',
        en: 'The head of {tables} says "{printed}", the other tables say "{common}"; one report uses one name',
      },
      other: {
        zh: '{tables}的表头写作「{printed}」，而本报告是「{own}」；请核对是否用了别的单位的表，如是简称请在文件开头写明「简称：{printed}」',
        en: 'The head of {tables} says "{printed}", but this is the report of "{own}". Check whether the table is that of another body; if it is a short form, declare it with 简称：{printed}',
      },
    },
    options: {},
    bad: forms('部门：青禾县档案馆', '部门：青禾县案馆'),
    good: forms('部门：青禾县档案馆（本级）', '部门：青禾县档案馆（本级）'),
  },
  {
    id: 'table-head/year',
    catalogue: ['S-YEAR', 'S-TAB9'],
    confidence: 'H',
    level: 'error',
    title: { zh: '表头的年度', en: 'Year in a table head' },
    description: {
      zh: '表头的年度就是报告的年度。年度不符多半是沿用了上年的模板，也可能整张表就是上年的。',
      en: 'The year in a table head is that of the report. Another one is most likely left over from last year, and so may be the whole table.',
    },
    source: arithmetic,
    messages: {
      differs: {
        zh: '{tables}的表头写作 {printed} 年度，本报告是 {year} 年度；请改为 {year} 年度，并核对表中数字是不是 {year} 年的',
        en: 'The head of {tables} says {printed}, but the report is of {year}; correct it, and check that the figures are those of {year}',
      },
      consistent: {
        zh: '各表表头（{tables}）都写作 {printed} 年度，而文件开头的年度是 {year}；请核对哪一处正确，改正另一处',
        en: 'The heads of all tables ({tables}) say {printed}, and the header says {year}; check which is right and correct the other',
      },
    },
    options: {},
    bad: forms('2022年度', '2023年度'),
    good: forms('2023年度', '2023年度'),
  },
  {
    id: 'table-head/unit',
    catalogue: ['S-TAB9', 'R7'],
    confidence: 'H',
    level: 'error',
    title: { zh: '一张表写了两个单位', en: 'Two units in one table head' },
    description: {
      zh: '一张表只能有一个金额单位，写了两个不同的单位，全表的数就不知道是多少。不同的表用不同的单位是允许的。',
      en: 'A table has one unit; with two of them nobody knows what its figures mean. Different tables may well use different units.',
    },
    source: arithmetic,
    messages: {
      clash: {
        zh: '{table}已写明单位为{first}，这里又写作{second}；请只留正确的一个（现按{used}计算）',
        en: 'The unit of {table} is given as {first}, and here as {second}; keep the right one ({used} is used now)',
      },
    },
    options: {},
    bad: `${heading}表 公开07表（单位：万元）\n单位：元\n${note}`,
    good: forms('单位：元', '单位：万元'),
  },
  {
    id: 'table-head/date',
    catalogue: ['S-YEAR'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '表头的日期', en: 'Date in a table head' },
    description: {
      zh: '决算表在年度终了之后编制，表头的日期早于报告年度，多半是沿用了以前的表。',
      en: 'Final accounts are drawn up after the year ends; a date before the fiscal year is most likely left over.',
    },
    source: { zh: '财库〔2021〕36号', en: '财库〔2021〕36号' },
    messages: {
      early: {
        zh: '{table}的表头日期写作「{printed}」，早于本报告的 {year} 年度；请核对',
        en: 'The head of {table} is dated {printed}, before the fiscal year {year}; check it',
      },
    },
    options: {},
    bad: forms('2021年12月31日', '2023年12月31日'),
    good: forms('2023年12月31日', '2023年12月31日'),
  },
  {
    id: 'table-head/missing',
    catalogue: ['S-TAB9'],
    confidence: 'H',
    level: 'warning',
    title: { zh: '表头不全', en: 'Incomplete table head' },
    description: {
      zh: '公开的每张表都要有表名、部门（单位）名称、年度和金额单位。只检查从已公开的文件导入的报告；直接用 gouji 编写的报告以文件开头为准，发布时自动加上。',
      en: 'Every published form prints its name, the body, the year and the unit. Only reports imported from a published original are checked; in one written in gouji the header says it for all tables.',
    },
    source: {
      zh: '财预〔2016〕143号；部门决算公开格式',
      en: '财预〔2016〕143号; the format of published accounts',
    },
    messages: {
      lacks: {
        zh: '{table}的表头没有印{parts}；请补上',
        en: 'The head of {table} lacks {parts}; add them',
      },
      all: {
        zh: '{tables}（共 {count} 张表）的表头都没有印{parts}；请补上',
        en: 'The heads of {tables} ({count} tables) lack {parts}; add them',
      },
    },
    options: {},
    bad: published.replace('　单位：万元', ''),
    good: published,
  },
];

export const tableHeadFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    const { tables, header } = context.report;
    const { name, shortNames, year } = header;
    const heads = context.among(tables, hasHead);
    const names = [name?.value, shortNames.length, ...shortNames.map(({ value }) => value)];
    context.unlessClean(checkHeads, [year, ...names, ...heads]);
    if (context.published) missingParts(context);
  },
};

function hasHead({ fields }: Table): boolean {
  return fields.length > 0;
}

function checkHeads(context: RuleContext): void {
  bodyNames(context);
  years(context);
  for (const table of context.among(context.report.tables, hasHead)) {
    units(context, table);
    dates(context, table);
  }
}

function years(context: RuleContext): void {
  const { year, yearField } = context.report.header;
  if (year === undefined) return;
  const heads = headsBy(context, 'year', (value) => /\d{4}/.exec(value)?.[0] ?? '');
  for (const [printed, group] of heads) {
    const [first, ...others] = group;
    if (first === undefined || printed === '' || printed === String(year)) continue;
    const everywhere = heads.size === 1 && group.length > 1;
    const suggestions = everywhere ? [] : [changeYears(context, group, printed, year)];
    const field =
      yearField === undefined
        ? []
        : [related(yearField, { zh: '文件开头的年度', en: 'The year in the header' })];
    context.add(
      'table-head/year',
      everywhere ? 'consistent' : 'differs',
      first.part.valueRange,
      { tables: tablesOf(group), printed, year },
      { related: [...samePlaces(others), ...field], suggestions },
    );
  }
}

function units(context: RuleContext, table: Table): void {
  const { unit } = table.syntax.startLine;
  const first = { value: unit?.value, range: unit };
  for (const part of table.fields) {
    if (part.kind !== 'unit') continue;
    if (first.value === undefined || first.range === undefined) {
      first.value = part.value;
      first.range = { ...part.valueRange, value: part.value };
    } else if (part.value !== first.value) {
      context.add(
        'table-head/unit',
        'clash',
        part.valueRange,
        {
          table: tableTitle(table),
          first: first.value,
          second: part.value,
          used: table.unit,
        },
        { related: [related(first.range, { zh: '前面写的单位', en: 'The unit given first' })] },
      );
      return;
    }
  }
}

function dates(context: RuleContext, table: Table): void {
  const { year } = context.report.header;
  if (year === undefined) return;
  for (const part of table.fields) {
    const printed = part.kind === 'date' ? /(?:19|20)\d\d/.exec(part.value)?.[0] : undefined;
    if (printed === undefined || Number(printed) >= year) continue;
    context.add('table-head/date', 'early', part.valueRange, {
      table: tableTitle(table),
      printed: part.value,
      year,
    });
  }
}

/** What one habit leaves out of many heads is one finding. */
function missingParts(context: RuleContext): void {
  const byParts = new Map<string, Table[]>();
  for (const table of context.report.tables) {
    if (table.form === undefined) continue;
    const key = partsLacking(table).join('、');
    const tables = byParts.get(key);
    if (tables === undefined) byParts.set(key, [table]);
    else tables.push(table);
  }
  byParts.delete('');
  for (const tables of byParts.values()) {
    const [first] = tables;
    if (first === undefined) continue;
    const parts = listing(partsLacking(first));
    if (tables.length < A_HABIT) {
      for (const table of tables) {
        const data = { table: tableTitle(table), parts };
        context.add('table-head/missing', 'lacks', table.syntax.startLine, data);
      }
      continue;
    }
    const range = first.syntax.startLine;
    const data = { tables: listing(tables.map(tableNumber)), count: tables.length, parts };
    context.add('table-head/missing', 'all', range, data, {
      related: tables
        .slice(1)
        .map(({ syntax }) =>
          related(syntax.startLine, { zh: '这张表也没有印', en: 'Nor does this table' }),
        ),
    });
  }
}

const A_HABIT = 3;

function partsLacking(table: Table): readonly string[] {
  const kinds = new Set(table.fields.map(({ kind }) => kind));
  const parts: string[] = [];
  if (!kinds.has('body')) parts.push('部门（单位）名称');
  if (!kinds.has('year') && !kinds.has('date')) parts.push('年度');
  if (!kinds.has('unit') && table.syntax.startLine.unit === undefined) parts.push('金额单位');
  return parts;
}

/** Only the digits are replaced: what stands around them may be 年度 or nothing. */
function changeYears(
  context: RuleContext,
  group: readonly Head[],
  printed: string,
  year: number,
): Fix {
  const edits: Edit[] = [];
  for (const { part } of group) {
    const { start, end } = part.valueRange;
    const at = context.report.tree.text.slice(start, end).indexOf(printed);
    if (at >= 0) {
      edits.push({ start: start + at, end: start + at + printed.length, text: String(year) });
    }
  }
  return { title: { zh: `改为 ${year} 年度`, en: `Change to ${year}` }, edits };
}
