/** The header: what the report says it is. Most other checks stand on it. */
import { distance } from 'fastest-levenshtein';
import type { HeaderFieldLine, Piece } from '../../grammar/syntax-tree.ts';
import { dropBlanks, foldWidth } from '../../grammar/width.ts';
import { MONEY_EXPONENT } from '../report/figure.ts';
import type { OtherReportProblem } from '../report/model.ts';
import { chooseProfile, guessedProfile } from './header-profile.ts';
import { listing } from './message.ts';
import { changeTo, related } from './quote.ts';
import type { RuleContext, RuleFamily, RuleMetadata } from './rule.ts';

const language = { zh: 'gouji 语言：文件开头', en: 'The language: header' };

const metadata: readonly RuleMetadata[] = [
  {
    id: 'header/missing-field',
    catalogue: ['S-TAB9', 'S-UNIT', 'S-YEAR'],
    confidence: 'H',
    level: 'warning',
    title: { zh: '文件开头缺项', en: 'Missing header field' },
    description: {
      zh: '文件开头应写明 `名称`、`年度` 和 `金额单位`。缺了名称或年度，表头和正文里的名称、年度就无从核对；每张表都自己写了单位时，可以不写金额单位（不写按万元）。没有写 `版式` 而由表认出不是河南的，提示一下（信息）。',
      en: 'A report states its 名称 (body), 年度 (fiscal year) and 金额单位 (unit). Without the first two, names and years in table heads and text cannot be checked. The unit may be left out where each table states its own (the default is 万元). Where 版式 is left out and the tables show another profile than 河南, an information says so.',
    },
    source: language,
    messages: {
      missing: {
        zh: '文件开头没有写{fields}；请补上，例如「{example}」',
        en: 'The header lacks {fields}; add it, for example "{example}"',
      },
      profile: {
        zh: '文件开头没有写「版式」；由各表的次序、编号和单位名称认出是{profile}，现按{profile}核对。请写明「版式：{profile}」，不对的改为实际的版式',
        en: 'The header lacks 版式; order and numbers of the tables and the name of the body show {profile}, and the report is held against it. Add 版式：{profile}, or the profile that applies',
      },
      unfit: {
        zh: '文件开头没有写「版式」；各表的次序和编号与已有的版式都不合，或者与几个一样合，现按{profile}核对。请写明版式',
        en: 'The header lacks 版式; order and numbers of the tables fit no profile, or several alike, and the report is held against {profile}. Name the profile',
      },
    },
    options: {},
    bad: '名称：青禾县档案馆\n金额单位：万元\n\n# 概况\n负责档案的接收与整理。\n',
    good: '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n# 概况\n负责档案的接收与整理。\n',
  },
  {
    id: 'header/repeated-field',
    catalogue: [],
    confidence: 'H',
    level: 'error',
    title: { zh: '文件开头重复', en: 'Repeated header field' },
    description: {
      zh: '文件开头的每一项只写一次；重复时以第一次所写为准，后面的不起作用。',
      en: 'Each header field stands once. Where one is repeated the first counts and the later ones have no effect.',
    },
    source: language,
    messages: {
      repeated: {
        zh: '「{key}」已经写过（{first}），这一行的「{value}」不起作用；请只留一处',
        en: '"{key}" is already given ({first}); "{value}" has no effect here. Keep one of them',
      },
    },
    options: {},
    bad: '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n年度：2022\n',
    good: '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n',
  },
  {
    id: 'header/invalid-value',
    catalogue: [],
    confidence: 'H',
    level: 'error',
    title: { zh: '文件开头的值不合规定', en: 'Invalid header value' },
    description: {
      zh: '`报告` 是部门决算或单位决算；`年度`、`科目` 是四位数字的年份；`金额单位` 是元、万元或亿元；`版式` 是已有的版式，没有合适的写通用。不合规定的值按没有写处理。',
      en: '`报告` is 部门决算 or 单位决算; `年度` and `科目` are years of four digits; `金额单位` is 元, 万元 or 亿元; `版式` is a known profile, 通用 where none fits. Any other value is taken as absent.',
    },
    source: language,
    messages: {
      choice: {
        zh: '{key}写作「{value}」，应为{choices}之一；现按没有写处理',
        en: '{key} is "{value}"; it must be one of {choices}, and is now taken as absent',
      },
      profile: {
        zh: '没有版式「{value}」，现按{used}核对；有{choices}',
        en: 'There is no profile "{value}"; the report is held against {used}. There are {choices}',
      },
      year: {
        zh: '{key}写作「{value}」，不是年份；请写四位数字，例如 {example}',
        en: '{key} is "{value}", which is not a year; write four digits, such as {example}',
      },
      empty: {
        zh: '「{key}：」后面没有内容；请补上，或者删去这一行',
        en: 'Nothing follows "{key}："; fill it in, or remove the line',
      },
    },
    options: {},
    bad: '名称：青禾县档案馆\n年度：2023\n金额单位：千元\n',
    good: '名称：青禾县档案馆\n年度：2023年度\n金额单位：元\n',
  },
  {
    id: 'header/unknown-field',
    catalogue: [],
    confidence: 'M',
    level: 'warning',
    title: { zh: '疑似写错的文件开头', en: 'Probably a misspelt header field' },
    description: {
      zh: '第一个标题或表之前的「键：值」只有键是约定的几个时才算文件开头，其余按正文处理。键与约定的很接近，或是常见的别称时，多半是写错了。',
      en: 'Before the first heading or table, `key：value` is a header field only with one of the known keys; anything else is prose. A key that is nearly one of them, or a common synonym, is most likely a slip.',
    },
    source: language,
    messages: {
      near: {
        zh: '「{key}」不是文件开头的项目，这一行按正文处理；是否指「{near}」？',
        en: '"{key}" is no header field, so this line is read as prose; did you mean "{near}"?',
      },
    },
    options: {},
    bad: '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n版试：河南\n',
    good: '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n版式：河南\n',
  },
  {
    id: 'header/unresolved-report',
    catalogue: ['Y-OPEN', 'Y-BASE', 'Y-UNITS'],
    confidence: 'H',
    level: 'error',
    title: { zh: '上年或下级报告找不到', en: 'Other report not found' },
    description: {
      zh: '`上年` 和 `下级` 所写的路径或名称应当指向一份报告。没有写 `上年` 而手头又没有上年报告，不算问题；写 `上年：无` 表示没有。',
      en: 'What `上年` (last year) and `下级` (subordinate units) name must be a report at hand. Leaving `上年` out is no fault; `上年：无` says that there is none.',
    },
    source: language,
    messages: {
      'not-found': {
        zh: '找不到「{name}」；请检查路径或名称，没有上年报告时写「上年：无」',
        en: '"{name}" was not found; check the path or name, or write 上年：无 where there is none',
      },
      ambiguous: {
        zh: '「{name}」对应不止一份报告（{candidates}）；请用路径写明是哪一份（上年：路径，或下级的 - 路径）',
        en: '"{name}" means more than one report ({candidates}); give a path instead',
      },
      unreadable: {
        zh: '「{name}」无法读取（{reason}）；与它有关的核对没有进行',
        en: '"{name}" cannot be read ({reason}); nothing was checked against it',
      },
      'wrong-year': {
        zh: '「{name}」是 {found} 年度的报告，这里应为 {expected} 年度；请改为那一年的报告',
        en: '"{name}" is the report of {found}; that of {expected} is wanted here',
      },
      itself: {
        zh: '「{name}」就是本报告自己；请改为另一份报告',
        en: '"{name}" is this report itself; name another one',
      },
    },
    options: {},
    bad: '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n上年：2022年度决算.gouji\n',
    good: '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n上年：无\n',
  },
];

const examples: Readonly<Record<string, string>> = {
  名称: '名称：示例县档案馆',
  年度: '年度：2023',
  金额单位: '金额单位：万元',
};

const kinds = ['部门决算', '单位决算'];
const units = Object.keys(MONEY_EXPONENT).reverse();
const keys = ['报告', '名称', '简称', '年度', '金额单位', '版式', '科目', '日期', '上年', '下级'];

/** What people write for a field of the header. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['单位名称', '名称'],
  ['部门名称', '名称'],
  ['部门', '名称'],
  ['年份', '年度'],
  ['会计年度', '年度'],
  ['决算年度', '年度'],
  ['单位', '金额单位'],
  ['货币单位', '金额单位'],
  ['报告类型', '报告'],
  ['报表类型', '报告'],
  ['上年报告', '上年'],
  ['上年度', '上年'],
  ['下级单位', '下级'],
  ['所属单位', '下级'],
]);

export const headerFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    missingFields(context);
    repeatedFields(context);
    guessedProfile(context);
    for (const field of context.report.header.fields) invalidValue(context, field);
    unknownFields(context);
    for (const problem of context.others.problems) unresolved(context, problem);
  },
};

function missingFields(context: RuleContext): void {
  const { header, tables, tree } = context.report;
  const has = (key: string): boolean => header.fields.some((field) => field.key.value === key);
  const missing = ['名称', '年度'].filter((key) => !has(key));
  if (!has('金额单位') && !tables.some(({ unitField }) => unitField !== undefined)) {
    missing.push('金额单位');
  }
  const first = header.fields[0] ?? tree.lines[0];
  if (missing.length === 0 || first === undefined) return;
  context.add('header/missing-field', 'missing', first, {
    fields: listing(missing.map((key) => `「${key}」`)),
    example: missing.map((key) => examples[key]).join(' / '),
  });
}

function repeatedFields(context: RuleContext): void {
  const first = new Map<string, HeaderFieldLine>();
  for (const field of context.report.header.fields) {
    const key = field.key.value;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, field);
      continue;
    }
    const title = { zh: '删去这一行', en: 'Remove this line' };
    const last = field.items.at(-1) ?? field;
    context.add(
      'header/repeated-field',
      'repeated',
      field,
      { key, value: field.value.value, first: earlier.value.value },
      {
        related: [related(earlier, { zh: '起作用的是这一行', en: 'This line counts' })],
        suggestions: [{ title, edits: [{ start: field.start, end: last.next, text: '' }] }],
      },
    );
  }
}

function invalidValue(context: RuleContext, field: HeaderFieldLine): void {
  const { key, value } = field;
  const written = dropBlanks(foldWidth(value.value));
  if (written === '') {
    if (field.items.length > 0) return;
    context.add('header/invalid-value', 'empty', field, { key: key.value });
    return;
  }
  switch (key.value) {
    case '年度':
    case '科目':
      if (!/^(?:19|20)\d\d(?:年度?)?$/.test(written)) {
        const example = context.report.header.year ?? 2023;
        context.add('header/invalid-value', 'year', value, { ...said(key, value), example });
      }
      return;
    case '报告':
      choose(context, field, kinds, written);
      return;
    case '金额单位':
      choose(context, field, units, written.replace(/^人民币/, ''));
      return;
    case '版式':
      chooseProfile(context, field, written);
      return;
    default:
  }
}

function choose(
  context: RuleContext,
  { key, value }: HeaderFieldLine,
  choices: readonly string[],
  written: string,
): void {
  if (choices.includes(written)) return;
  const near = choices.find((choice) => distance(choice, written) <= 1);
  const suggestions =
    near === undefined
      ? []
      : [
          {
            title: changeTo(near),
            edits: [{ start: value.start, end: value.end, text: near }],
          },
        ];
  const data = { ...said(key, value), choices: listing(choices) };
  context.add('header/invalid-value', 'choice', value, data, { suggestions });
}

function unknownFields(context: RuleContext): void {
  const { tree } = context.report;
  const firstTable = tree.tables[0]?.start ?? tree.text.length;
  const end = Math.min(tree.headings[0]?.start ?? tree.text.length, firstTable);
  const present = new Set(context.report.header.fields.map((field) => field.key.value));
  for (const paragraph of tree.paragraphs) {
    if (paragraph.start >= end) return;
    for (const line of paragraph.lines) {
      const written = /^[ \t\u3000]*([^：:\s]{2,6})[ \t\u3000]*[：:]/.exec(
        tree.text.slice(line.start, Math.min(line.end, line.start + 40)),
      );
      const key = written?.[1];
      if (written === null || key === undefined) continue;
      const near = nearestKey(key);
      if (near === undefined || present.has(near)) continue;
      const start = line.start + written[0].indexOf(key);
      const range = { start, end: start + key.length };
      const edits = [{ ...range, text: near }];
      context.add(
        'header/unknown-field',
        'near',
        range,
        { key, near },
        { suggestions: [{ title: changeTo(near), edits }] },
      );
    }
  }
}

/** A synonym, or a key of which one character differs while at least one is the same. */
function nearestKey(key: string): string | undefined {
  return (
    synonyms.get(key) ??
    keys.find((known) => known.length <= key.length + 1 && distance(known, key) === 1)
  );
}

function unresolved(context: RuleContext, problem: OtherReportProblem): void {
  const name = context.report.tree.text.slice(problem.start, problem.end);
  const level = problem.code === 'ambiguous' ? ({ level: 'warning' } as const) : {};
  const data = { ...problem.data, name };
  context.add('header/unresolved-report', problem.code, problem, data, level);
}

function said(key: Piece, value: Piece): { readonly key: string; readonly value: string } {
  return { key: key.value, value: value.value };
}
