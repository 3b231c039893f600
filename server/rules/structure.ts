/** Which tables a report prints, and that an empty one says so. */
import type { Range } from '../../grammar/syntax-tree.ts';
import { foldWidth } from '../../grammar/width.ts';
import type { Table } from '../report/model.ts';
import { disagrees } from '../report/table-numbers.ts';
import { isDraft } from './draft.ts';
import { emptiness } from './emptiness.ts';
import { listing } from './message.ts';
import { related, tableNumber, tableTitle } from './quote.ts';
import type { RuleContext, RuleFamily, RuleMetadata } from './rule.ts';

const open = {
  zh: '财预〔2016〕143号；各地政务公开标准目录：空表须列出并说明',
  en: '财预〔2016〕143号 and the local catalogues that quote it: empty tables are listed and explained',
};

const heading = '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n';
const emptyForms = (numbers: readonly number[]): string =>
  numbers.map((n) => `表 公开0${n}表\n说明：我单位没有这项收支，故本表无数据。\n\n`).join('');

const metadata: readonly RuleMetadata[] = [
  {
    id: 'structure/missing-form',
    catalogue: ['S-TAB9'],
    confidence: 'H',
    level: 'error',
    title: { zh: '缺少报表', en: 'Missing form' },
    description: {
      zh: '版式规定的报表都要公开，没有数据的也要列出空表并说明。报告的表号另有次序，就不是这个版式，只作警告；版式是由表认出的、作者没有写明的，也只作警告。正在编写的文件里只有少数几张表时（少于 `atLeast` 张）按草稿看待，不报；从已公开的文件导入时一律检查。前几张表依次写好、后面还没有内容的，只作警告。',
      en: 'Every form of the profile is published; one without data is printed empty and explained. A report whose tables are numbered in an order of their own follows another profile: a warning; so where the profile was recognised and nobody named it. A file with fewer than `atLeast` forms is taken as a draft and not judged, unless it was imported from a published original. Where the first forms stand in order and nothing follows them, the rest is still to come: a warning.',
    },
    source: open,
    messages: {
      missing: {
        zh: '报告缺少 {forms}；{profile}版式的 {count} 张表都要公开，没有数据的也要列出空表，并在表下说明',
        en: 'The report lacks {forms}. All {count} forms of the profile {profile} are published; one without data is printed empty with a 说明 below it',
      },
    },
    options: {
      atLeast: {
        schema: { type: 'integer', minimum: 1 },
        default: 5,
        description: {
          zh: '文件中至少有几张报表时才检查是否齐全',
          en: 'How many forms a file must have before its completeness is judged',
        },
      },
    },
    bad: heading + emptyForms([1, 2, 3, 4, 5, 6, 7, 8]),
    good: heading + emptyForms([1, 2, 3, 4, 5, 6, 7, 8, 9]),
  },
  {
    id: 'structure/repeated-form',
    catalogue: ['S-TAB9'],
    confidence: 'H',
    level: 'error',
    title: { zh: '报表重复', en: 'Repeated form' },
    description: {
      zh: '每张报表只出现一次。重复时各项核对以第一次出现的为准。跨页续表不算重复：续表接在原表之后，不再写表名。',
      en: 'Each form stands once. Where one is repeated, the first is the one that is checked. A table that goes on over a page break is continued without a new table line.',
    },
    source: open,
    messages: {
      repeated: {
        zh: '{table}在前面已经出现过；请删去重复的一张，或改正表名。各项核对以前面一张为准',
        en: '{table} already stands above; remove one, or correct the name of this one. Checks use the first',
      },
      again: {
        zh: '{tables}（共 {count} 张表）在前面都已经出现过；一个文件只放一份报告，请把另一份移到单独的文件，或删去重复的表。各项核对以前面的为准',
        en: '{tables} ({count} forms) already stand above. A file is one report: move the other one to a file of its own, or remove what is repeated. Checks use the first',
      },
    },
    options: {},
    bad: `${heading}${emptyForms([7])}表 政府性基金预算财政拨款收入支出决算表\n说明：我单位没有政府性基金收支，故本表无数据。\n`,
    good: heading + emptyForms([7, 8]),
  },
  {
    id: 'structure/form-number',
    catalogue: ['S-TAB9'],
    confidence: 'H',
    level: 'error',
    title: { zh: '表号与表名不符', en: 'Form number and name disagree' },
    description: {
      zh: '表号和表名要指同一张表；不一致时按表名理解。整份报告按另一种次序编号的（至少三张表号不同，且表号从前到后递增，例如上海、湖北把“三公”经费列为 07），是别的版式，只提示一次。没有固定编号的版式以报告所印为准，不检查。',
      en: 'The number and the name of a table mean the same form; where they disagree, the name decides. A report that numbers its tables in an order of its own (at least three differ, and the numbers ascend from first to last, as in provinces that print the three public expenses as 07) follows another profile: one hint. In profiles without numbers of their own those of the report are taken as they are.',
    },
    source: { zh: '版式', en: 'The profile' },
    messages: {
      disagree: {
        zh: '表号写作「{printed}」，而「{name}」是 {expected}；本表按表名理解，请改正表号',
        en: 'The number is "{printed}", but "{name}" is {expected}. The table is read by its name; correct the number',
      },
      order: {
        zh: '本报告的表号与{profile}版式不同：{tables}；各表按表名核对',
        en: 'The report numbers its tables otherwise than the profile {profile}: {tables}. They are checked by their names',
      },
    },
    options: {},
    bad: `${heading}表 公开07表 国有资本经营预算财政拨款支出决算表\n说明：我单位没有国有资本经营预算支出，故本表无数据。\n`,
    good: `${heading}表 公开08表 国有资本经营预算财政拨款支出决算表\n说明：我单位没有国有资本经营预算支出，故本表无数据。\n`,
  },
  {
    id: 'structure/empty-table',
    catalogue: ['S-EMPTY'],
    confidence: 'H',
    level: 'error',
    title: { zh: '空表没有说明', en: 'Empty table without explanation' },
    description: {
      zh: '没有数据的报表也要列出，并在表下说明「…没有…，故本表无数据」。说明写在表下的注里，或紧接在表后的正文里都可以。表里印了 0 的不算空表；公开07表、公开08表全是 0 而没有说明时提醒（警告）。',
      en: 'A form without data is printed all the same, with a 说明 that says why: in a note, or in the text right below it. A table that prints zeros is not empty; 公开07表 and 公开08表 with zeros throughout and no 说明 give a warning.',
    },
    source: open,
    messages: {
      silent: {
        zh: '{table}没有任何数字，也没有说明；请填列，确实没有数据的，在表下加上「{statement}」',
        en: '{table} holds no figure and no explanation; fill it in, or, if there is nothing, add "{statement}" below it',
      },
      zeros: {
        zh: '{table}全是 0，没有说明；确实没有数据的，在表下加上「{statement}」',
        en: '{table} holds zeros throughout and no explanation; if there is nothing, add "{statement}" below it',
      },
    },
    options: {},
    bad: `${heading}表 公开08表\n| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |\n|---|---|---|---|---|\n| | 合计 | | | |\n`,
    good: `${heading}表 公开08表\n| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |\n|---|---|---|---|---|\n| | 合计 | | | |\n说明：我单位没有使用国有资本经营预算安排的支出，故本表无数据。\n`,
  },
  {
    id: 'structure/empty-statement',
    catalogue: ['S-EMPTY'],
    confidence: 'H',
    level: 'error',
    title: { zh: '有数字的表说明无数据', en: 'Statement of no data under figures' },
    description: {
      zh: '「故本表无数据」只能写在空表下面。表里有不为零的数字时，要么说明是从模板留下的，要么数字填错了表。',
      en: 'The sentence 「故本表无数据」 belongs under an empty table. Under figures it is left over from the template, or the figures stand in the wrong table.',
    },
    source: open,
    messages: {
      contradicts: {
        zh: '表下说明「{statement}」，但{table}里有数字（如 {row} {value}）；请删去这句说明，或核对表中数字',
        en: 'The note says "{statement}", but {table} holds figures (such as {row} {value}); remove the sentence, or check the figures',
      },
    },
    options: {},
    bad: `${heading}表 公开08表\n| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |\n|---|---|---|---|---|\n| | 合计 | 3.20 | | 3.20 |\n| 223 | 国有资本经营预算支出 | 3.20 | | 3.20 |\n| 22301 | 解决历史遗留问题及改革成本支出 | 3.20 | | 3.20 |\n| 2230105 | 国有企业退休人员社会化管理补助支出 | 3.20 | | 3.20 |\n说明：我单位没有使用国有资本经营预算安排的支出，故本表无数据。\n`,
    good: `${heading}表 公开08表\n| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |\n|---|---|---|---|---|\n| | 合计 | 0.00 | | 0.00 |\n说明：我单位没有使用国有资本经营预算安排的支出，故本表无数据。\n`,
  },
];

export const structureFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    missingForms(context);
    const seen = new Map<string, Table>();
    const repeated: { readonly table: Table; readonly earlier: Table }[] = [];
    const { ownNumbers } = context.report;
    const { numbers } = context.profile.practice;
    if (ownNumbers && numbers === 'fixed') reportOrder(context);
    for (const table of context.report.tables) {
      if (table.form === undefined) continue;
      const earlier = seen.get(table.form.key);
      if (earlier === undefined) seen.set(table.form.key, table);
      else if (!isAnother(context, table, earlier)) repeated.push({ table, earlier });
      if (!ownNumbers && (numbers === 'fixed' || numbers === 'usual')) formNumber(context, table);
      emptiness(context, table);
    }
    repeatedForms(context, repeated);
  },
};

function missingForms(context: RuleContext): void {
  const { report, profile } = context;
  const { numbers, optional } = profile.practice;
  const wanted = profile.forms.filter(({ key }) => !optional.includes(key));
  const missing = wanted.filter(({ key }) => !report.forms.has(key));
  if (missing.length === 0 || isDraft(context)) return;
  const last = report.tables.filter(({ form }) => form !== undefined).at(-1);
  const range = last?.syntax.startLine ?? report.tree.lines[0];
  if (range === undefined) return;
  context.add(
    'structure/missing-form',
    'missing',
    range,
    {
      forms: listing(
        missing.map(({ number, name }) =>
          numbers === 'fixed' || numbers === 'usual' ? `${number}（${name}）` : `「${name}」`,
        ),
      ),
      profile: profile.name,
      count: wanted.length,
    },
    isBeingWritten(context) || !isKnown(context) ? { level: 'warning' } : {},
  );
}

/** Whether it is sure which forms the report owes: its profile was named, or is the one that is taken where none is. */
function isKnown({ report, profile, profileIsGuessed }: RuleContext): boolean {
  if (profile.practice.numbers === 'fixed') return !report.ownNumbers;
  return profile.practice.places.length > 0 && !profileIsGuessed;
}

/** Under a name that differs, some print another table that the profile does not know. */
function isAnother({ profile }: RuleContext, table: Table, earlier: Table): boolean {
  if (profile.practice.numbers === 'fixed') return false;
  const nameOf = ({ syntax }: Table): string => foldWidth(syntax.startLine.name.value).trim();
  return /表$/.test(nameOf(table)) && nameOf(table) !== nameOf(earlier);
}

/** A source that has the first forms in order and ends there: the others are still to be typed. */
function isBeingWritten({ report, profile, published }: RuleContext): boolean {
  const present = report.tables.flatMap(({ form }) => form ?? []);
  const last = report.tables.at(-1);
  if (published || last === undefined) return false;
  if (present.some((form, index) => profile.forms[index] !== form)) return false;
  const after = (part: Range): boolean => part.start > last.syntax.start;
  return !report.tree.headings.some(after) && !report.tree.paragraphs.some(after);
}

function repeatedForms(
  context: RuleContext,
  repeated: readonly { readonly table: Table; readonly earlier: Table }[],
): void {
  const message = { zh: '前面的一张在这里', en: 'The first one stands here' };
  const [first] = repeated;
  if (first !== undefined && repeated.length >= ANOTHER_REPORT) {
    context.add(
      'structure/repeated-form',
      'again',
      first.table.syntax.startLine,
      { tables: listing(repeated.map(({ table }) => tableNumber(table))), count: repeated.length },
      { related: repeated.map(({ earlier }) => related(earlier.syntax.startLine, message)) },
    );
    return;
  }
  for (const { table, earlier } of repeated) {
    context.add(
      'structure/repeated-form',
      'repeated',
      table.syntax.startLine,
      { table: tableTitle(table) },
      { related: [related(earlier.syntax.startLine, message)] },
    );
  }
}

/** So many forms are not repeated by a slip: the file holds a second report. */
const ANOTHER_REPORT = 3;

function reportOrder(context: RuleContext): void {
  const { report, profile } = context;
  const others = report.tables.filter(({ problems }) => problems.some(disagrees));
  const first = others[0]?.problems.find(disagrees);
  if (first === undefined) return;
  const tables = {
    zh: others.map(({ number, name }) => `${number}是${name}`).join('、'),
    en: others.map(({ number, name }) => `${number} is ${name}`).join(', '),
  };
  context.add(
    'structure/form-number',
    'order',
    numberIn(report.tree.text, first),
    { profile: profile.name, tables },
    { level: 'info' },
  );
}

function formNumber(context: RuleContext, table: Table): void {
  const expected = table.form?.number ?? '';
  for (const problem of table.problems) {
    if (!disagrees(problem)) continue;
    const range = numberIn(context.report.tree.text, problem);
    const printed = context.report.tree.text.slice(range.start, range.end);
    const edits = [{ start: range.start, end: range.end, text: expected }];
    const title = { zh: `改为 ${expected}`, en: `Change to ${expected}` };
    context.add(
      'structure/form-number',
      'disagree',
      range,
      { printed, name: table.form?.name ?? table.name, expected },
      {
        suggestions: range === problem ? [] : [{ title, edits }],
        // Elsewhere the numbers may lawfully be others.
        ...(context.profile.practice.numbers !== 'fixed' && { level: 'warning' as const }),
      },
    );
  }
}

/** The form number within what is printed of a form; all of it where no number is found. */
function numberIn(text: string, printed: Range): Range {
  const found = /(?:公开)?\s*\d+\s*表/.exec(foldWidth(text.slice(printed.start, printed.end)));
  if (found === null || found[0].length === printed.end - printed.start) return printed;
  const start = printed.start + found.index;
  return { start, end: start + found[0].length };
}
