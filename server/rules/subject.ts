/** Subject codes and names (科目): the tree of codes in each table, one name for one code, the state's classification. */

import type { RuleFamily, RuleMetadata, RuleOption } from './rule.ts';
import { subjectCodes } from './subject-codes.ts';
import { subjectNames } from './subject-names.ts';

const form = {
  zh: '政府收支分类科目；部门决算公开格式',
  en: 'The classification of revenue and expenditure; the format of published accounts',
};
const level = {
  zh: '财预〔2016〕143号：支出公开到功能分类项级，基本支出公开到经济分类款级',
  en: '财预〔2016〕143号: expenditure down to 项, basic expenditure down to economic 款',
};

const top =
  '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n表 公开05表\n| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |\n|---|---|---|---|---|\n';
const total = '| | 合计 | 9.00 | 9.00 | 0.00 |\n';
const line = (code: string, name: string): string => `| ${code} | ${name} | 9.00 | 9.00 | 0.00 |\n`;
const a201 = line('201', '一般公共服务支出');
const a20126 = line('20126', '档案事务');
const a2012604 = line('2012604', '档案馆');
const good = top + total + a201 + a20126 + a2012604;

const pensions = (name: string): string =>
  top +
  total +
  line('208', '社会保障和就业支出') +
  line('20805', name) +
  line('2080505', '机关事业单位基本养老保险缴费支出');

const form08 = (name: string): string =>
  `\n表 公开08表\n| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |\n|---|---|---|---|---|\n| | 合计 | 0.00 | 0.00 | 0.00 |\n| 201 | 一般公共服务支出 | 0.00 | 0.00 | 0.00 |\n| 20126 | ${name} | 0.00 | 0.00 | 0.00 |\n`;

const ignored: RuleOption = {
  schema: { type: 'array', items: { type: 'string', pattern: '^[0-9]{3,7}$' } },
  default: [],
  description: {
    zh: '不检查的科目编码，例如已向财政部门核实过的',
    en: 'Codes that are not judged, such as those confirmed with the finance bureau',
  },
};

const metadata: readonly RuleMetadata[] = [
  {
    id: 'subject/malformed-code',
    catalogue: ['S-CODE'],
    confidence: 'H',
    level: 'error',
    title: { zh: '科目编码不合规定', en: 'Malformed subject code' },
    description: {
      zh: '功能分类编码类 3 位、款 5 位、项 7 位；经济分类编码类 3 位、款 5 位。前三位应是存在的类。',
      en: 'A functional code has 3 (类), 5 (款) or 7 (项) digits, an economic one 3 or 5; its first three digits are a class that exists.',
    },
    source: form,
    messages: {
      length: {
        zh: '{table}的科目编码写作「{code}」（{name}），{length}；功能分类类 3 位、款 5 位、项 7 位，经济分类类 3 位、款 5 位。{near}',
        en: 'The code "{code}" ({name}) of {table} is malformed: {length}. Functional codes have 3, 5 or 7 digits, economic ones 3 or 5. {near}',
      },
      class: {
        zh: '{table}的科目编码写作「{code}」（{name}），而没有 {class} 这一类。{near}',
        en: 'The code "{code}" ({name}) of {table} begins with {class}, which is no class. {near}',
      },
    },
    options: {},
    bad: `${top}${total}${a201}${a20126}${line('201264', '档案馆')}`,
    good,
  },
  {
    id: 'subject/missing-parent',
    catalogue: ['S-CODE'],
    confidence: 'H',
    level: 'error',
    title: { zh: '缺少上级科目行', en: 'Missing parent row' },
    description: {
      zh: '表里有项，就要有它的款和类；有款，就要有它的类。否则逐级合计无从核对。',
      en: 'A table that prints a 项 prints its 款 and 类 as well; otherwise the sums of the levels cannot be followed.',
    },
    source: form,
    messages: {
      missing: {
        zh: '{table}有 {row}，却没有它的上级科目 {parents}；请补上这一行，或核对编码',
        en: '{table} prints {row} but not {parents} above it; add the row, or check the code',
      },
    },
    options: {},
    bad: `${top}${total}${a201}${line('2012604', '档案馆')}`,
    good,
  },
  {
    id: 'subject/duplicate-code',
    catalogue: ['S-CODE'],
    confidence: 'H',
    level: 'error',
    title: { zh: '科目编码重复', en: 'Repeated subject code' },
    description: {
      zh: '一个科目编码在一张表里只出现一次。重复的行名称不同，多半是其中一行的编码写错了。',
      en: 'A code stands once in a table. Where the rows have different names, one of the codes is most likely wrong.',
    },
    source: form,
    messages: {
      same: {
        zh: '{table}中 {row} 出现了不止一次；请合并，或删去重复的行',
        en: '{row} stands more than once in {table}; merge the rows, or remove one',
      },
      differs: {
        zh: '{table}中编码 {code} 既是「{first}」又是「{second}」；请核对两行的编码。{near}',
        en: 'The code {code} in {table} is both "{first}" and "{second}"; check both codes. {near}',
      },
    },
    options: {},
    bad: `${good}${a2012604}`,
    good,
  },
  {
    id: 'subject/code-order',
    catalogue: ['S-CODE'],
    confidence: 'H',
    level: 'warning',
    title: { zh: '科目编码顺序', en: 'Order of subject codes' },
    description: {
      zh: '科目按编码从小到大排列，项紧接在它的款后面，款紧接在它的类后面。公开06表的各栏可以并列，也可以上下排列，各类分别排列。',
      en: 'Rows ascend by code, each 项 below its 款 and each 款 below its 类. The groups of columns of 公开06表 may stand beside or below each other, so its classes ascend each by itself.',
    },
    source: form,
    messages: {
      order: {
        zh: '{table}的 {row} 位置不对，按编码应排在{before}；请移动这一行，或核对编码',
        en: '{row} in {table} is out of order; by its code it belongs {before}. Move the row, or check the code',
      },
    },
    options: {},
    bad: `${top}${total}${line('208', '社会保障和就业支出')}${line('20805', '行政事业单位养老支出')}${line('2080502', '事业单位离退休')}${line('2080501', '行政单位离退休')}`.replaceAll(
      '9.00',
      '0.00',
    ),
    good,
  },
  {
    id: 'subject/level',
    catalogue: ['S-LVL'],
    confidence: 'H',
    level: 'error',
    title: { zh: '没有公开到末级科目', en: 'Subjects not carried down to the last level' },
    description: {
      zh: '支出（收入）按功能分类公开到项，基本支出按经济分类公开到款。有金额的类、款下面应有末级科目；有金额的合计下面应有科目（只有少数几张表的草稿不查这一条）。',
      en: 'Functional subjects are published down to 项, economic ones of basic expenditure down to 款. A 类 or 款 with money has rows below it, and so has a total (which is not asked of a draft with few tables).',
    },
    source: level,
    messages: {
      shallow: {
        zh: '{table}的 {row}（{value}）下面没有列到「{level}」级科目；按规定应公开到{level}，请补上',
        en: '{row} ({value}) of {table} has no rows at the level of {level} below it; publication down to {level} is required',
      },
      nothing: {
        zh: '{table}只有{row}（{value}），没有列出任何科目；按规定应公开到{level}，请补上（可能是分页或转换时丢失）',
        en: '{table} prints {row} ({value}) and not one subject; publication down to {level} is required. The rows may have been lost in a page break or a conversion',
      },
    },
    options: {},
    bad: `${top}${total}${a201}${a20126}`,
    good,
  },
  {
    id: 'subject/name-between-tables',
    catalogue: ['S-NAME'],
    confidence: 'H',
    level: 'error',
    title: { zh: '同一科目名称不一', en: 'One code with several names' },
    description: {
      zh: '同一个科目编码在各表里名称相同，同一个科目在各表里编码相同（空格和换行不计）。哪一处写错了，先看分类科目的名称，再看多数的表。两个名称都是分类科目里用过的，按警告提示。分类科目确定无疑、本报告又有另一张表印证时，可以自动修复。',
      en: 'One code has one name in all tables, and one subject has one code (blanks and line breaks aside). The classification decides which is wrong, else the majority of the tables. Where the classification knows both names it is a warning. Where the classification is sure and another table of the report confirms it, --fix repairs the name.',
    },
    source: { zh: '同一报告前后一致', en: 'One report agrees with itself' },
    messages: {
      odd: {
        zh: '{tables}的科目 {code} 写作「{printed}」，应为「{right}」：{reason}',
        en: 'The subject {code} is "{printed}" in {tables}; it should be "{right}": {reason}',
      },
      undecided: {
        zh: '科目 {code} 在{tables}写作「{printed}」，在{others}写作「{right}」；请核对后统一',
        en: 'The subject {code} is "{printed}" in {tables} and "{right}" in {others}; make them agree',
      },
      code: {
        zh: '{tables}的「{name}」编码写作 {printed}，应为 {right}：{others}都是 {right}',
        en: '"{name}" has the code {printed} in {tables}; it should be {right}, as in {others}',
      },
    },
    options: {},
    bad: good + form08('档案事物'),
    good: good + form08('档案 事务'),
  },
  {
    id: 'subject/standard-name',
    catalogue: ['S-NAMESTD'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '科目名称与分类科目不符', en: 'Name differs from the classification' },
    description: {
      zh: '科目名称与当年《政府收支分类科目》对照。随程序附带的是整理的科目表，不是正式文本，因此至多是警告：把握大的报警告，把握一般的报提示，把握小的不报。有正式文本时可以用自己的科目表代替。',
      en: 'Names are compared with the classification of the year. The list that comes with the program is a working list and not the official book, so this is a warning at most: rows that are less sure give a hint, and unsure ones nothing. A table of your own can take its place.',
    },
    source: form,
    messages: {
      differs: {
        zh: '科目 {code} 写作「{printed}」（{tables}），{year} 年分类科目为「{expected}」；请核对名称和编码。{near}',
        en: 'The subject {code} is "{printed}" ({tables}); in the classification of {year} it is "{expected}". Check name and code. {near}',
      },
    },
    options: { ignore: ignored },
    bad: good.replace('档案事务', '档案管理事务'),
    good,
  },
  {
    id: 'subject/unknown-code',
    catalogue: ['S-NAMESTD'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '科目表中没有的编码', en: 'Code not in the list of subjects' },
    description: {
      zh: '编码不在当年的科目表里。随程序附带的科目表不是正式文本，可能缺少个别科目，因此只是警告，并列出相近的科目。',
      en: 'The code is not in the list for the year. The list is not the official book and may lack a subject, so this is a warning, with near matches.',
    },
    source: form,
    messages: {
      unknown: {
        zh: '科目 {code}「{printed}」（{tables}）不在 {year} 年的科目表里；请核对编码。{near}',
        en: 'The subject {code} "{printed}" ({tables}) is not in the list for {year}; check the code. {near}',
      },
    },
    options: { ignore: ignored },
    bad: good.replace('2012604', '2012674'),
    good,
  },
  {
    id: 'subject/year-conflict',
    catalogue: ['S-NAMESTD'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '科目不属于本年度', en: 'Subject of another year' },
    description: {
      zh: '科目或名称在本年度已经停用或尚未启用。起止年度前后一年之内不判断。文件开头可以用 `科目：年份` 指定采用哪一年的科目。',
      en: 'The subject, or its name, had ended before the year or began after it. Nothing is said within one year of the boundary. The header field `科目` names the year whose classification applies.',
    },
    source: form,
    messages: {
      ended: {
        zh: '科目 {code}「{printed}」（{tables}）{until} 年以后已不使用，本报告采用 {year} 年的科目；{expected}',
        en: 'The subject {code} "{printed}" ({tables}) ended with {until}, and this report uses the classification of {year}; {expected}',
      },
      'not-yet': {
        zh: '科目 {code}「{printed}」（{tables}）{from} 年才启用，本报告采用 {year} 年的科目；{expected}',
        en: 'The subject {code} "{printed}" ({tables}) began in {from}, and this report uses the classification of {year}; {expected}',
      },
    },
    options: { ignore: ignored },
    bad: pensions('行政事业单位离退休'),
    good: pensions('行政事业单位养老支出'),
  },
];

export const subjectFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    subjectCodes(context);
    subjectNames(context);
  },
};
