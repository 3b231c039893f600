import type { ISerializedGast } from 'chevrotain';
import { DEEPEST_NESTING, FUNCTIONS, SCOPES, TOLERANCE_WORD } from '../grammar/functions.ts';
import { LINE_KINDS } from '../grammar/line-kinds.ts';
import { LineParser } from '../grammar/line-parser.ts';
import { MEASURE_WORDS, MONEY_UNITS, TIME_WORDS } from '../grammar/measure-words.ts';
import { DIRECTIVE_SCOPES, FIELD_KEYWORDS, HEADER_KEYS } from '../grammar/patterns.ts';
import { TOKENS } from '../grammar/tokens.ts';
import { WIDTH_PAIRS } from '../grammar/width.ts';

/** What each token is on the page. A token without an entry fails the build, so the page cannot fall behind the lexer. */
const TOKEN_WORDS: Readonly<Record<string, string>> = {
  Blank: '空白 / blanks',
  Unknown: '其他任何一个字符 / any other character',
  DefineWord: '`设`',
  AssertWord: '`核对`',
  Name: '名称：文字、字母、数字和 `_`，不以数字开头，中间可有“”括起的部分 / letters and digits, not a digit first, with quoted parts inside',
  Digits: '数字，可有一个小数点 / digits, perhaps with one point',
  Quoted: '“”括起的任何文字 / any text in “”',
  Percent: '`%`',
  Plus: '`+`',
  Minus: '`-`',
  Times: '`*` `×`',
  Divide: '`/` `÷`',
  Relation: '`=` `≠` `!=` `≤` `<=` `≥` `>=` `<` `>`',
  OpenRound: '`(`',
  CloseRound: '`)`',
  Comma: '`,`',
  Dot: '`.`',
  OpenSquare: '`[` `【`',
  SelectorText: '到 `]` 为止的任何文字 / any text up to `]`',
  CloseSquare: '`]` `】`',
  Bar: '`|`',
  Tab: '制表符 / TAB',
  Escape: '`\\` 和被取消含义的字符 / `\\` and the character it frees of its meaning',
  LineBreakTag: '`<br>`',
  Emphasis: '`**` `<b>` `</b>`（不起作用 / ignored）',
  CellText: '单元格的文字 / text of a cell',
  CellMark: '单独的 `*` `<` `\\` / one of these alone',
  HeaderKey: '报头的键 / header key',
  HeaderColon: '`:`',
  Rest: '到行末的任何文字 / any text up to the end of the line',
  TableWord: '`表`',
  LooseBar: '`|`（不起作用 / ignored）',
  FormNumber: '`公开01表`，中间可有空白 / with blanks anywhere',
  UnitBracket: '`（单位：元）` `（万元）`',
  FieldKeyword: '部门、单位等和 `:` / a word such as 部门 and `:`',
  DateField: '`2024年3月1日`',
  YearField: '`2023年度`',
  Word: '不含空白的文字 / a run without blanks',
  CommentMark: '`//` `、、`',
  DirectiveWord: '指令词 / directive word',
  ReasonMark: '`--` `：`',
  RuleComma: '`,` `、`',
  RuleId: '规则名 / rule id, `sum/children`',
};

const SCOPE_WORDS: Readonly<Record<string, string>> = {
  'next-line': '下一行 / the next line',
  line: '本行 / this line',
  begin: '从此处起 / from here on',
  end: '到此处止 / up to here',
};

/** docs/grammar.md, made from the parser and the tables that the lexer is made from. */
export function grammarPage(): ReadonlyMap<string, string> {
  const parser = new LineParser({ validate: true });
  return new Map([['docs/grammar.md', page(parser.getSerializedGastProductions())]]);
}

function page(rules: readonly ISerializedGast[]): string {
  const unnamed = TOKENS.filter(({ name }) => !(name in TOKEN_WORDS)).map(({ name }) => name);
  if (unnamed.length > 0)
    throw new Error(`build/grammar-page.ts: no words for ${unnamed.join(', ')}`);
  return [
    '# 语法 / Grammar',
    '',
    '本页由语法分析器生成（`npm run generate`），请勿手工修改。',
    'This page is generated from the parser (`npm run generate`); do not edit it.',
    '',
    '## 行的种类 / Kinds of line',
    '',
    '一个文件是一行一行的；每行属于哪一种，由它怎样开头、在什么位置决定。语法问题不会超出它所在的行。',
    'A file is a sequence of lines; how a line begins and where it stands decides its kind. A syntax problem never reaches past its line.',
    '',
    ...table(
      ['种类', 'Kind', '怎样开头', 'Begins with', '规则 / Rule'],
      Object.values(LINE_KINDS).map(({ zh, en, begins, rule }) => [
        zh,
        en,
        begins.zh,
        begins.en,
        rule ? `\`${rule.name}\`` : '',
      ]),
    ),
    '',
    '行首的 `\\` 取消下一个字符的含义。回车、换行、回车加换行都算行末。',
    '`\\` at the start of a line takes the next character’s meaning away. CR, LF and CRLF end a line.',
    '',
    '## 全角与半角 / Full-width and half-width forms',
    '',
    '凡是语法给了含义的字符，全角与半角相同。`【` `】` 只在引用和绑定里相当于 `[` `]`，`、、` 只在行首相当于 `//`。',
    'Wherever the language gives a character a meaning, both widths mean the same. `【` and `】` count as `[` and `]` in references and bindings only, `、、` as `//` at the start of a line only.',
    '',
    ...table(['半角 / Half-width', '也可写作 / Also written'], widths()),
    '',
    '## 报头的键 / Header keys',
    '',
    HEADER_KEYS.map((key) => `\`${key}\``).join(' '),
    '',
    '## 表头栏目 / Table fields',
    '',
    '冒号之前 / Before the colon: '.concat(FIELD_KEYWORDS.map((word) => `\`${word}\``).join(' ')),
    '',
    '`单位：` 的值是元、万元或亿元（前面可有“人民币”）时是金额单位，否则是部门名称。',
    '`单位：` gives the unit where its value is 元, 万元 or 亿元 (人民币 before it allowed), else the body’s name.',
    '',
    '## 指令 / Directives',
    '',
    ...table(
      ['指令词 / Word', '范围 / Scope'],
      DIRECTIVE_SCOPES.map(([word, scope]) => [`\`${word}\``, SCOPE_WORDS[scope] ?? scope]),
    ),
    '',
    '## 函数 / Functions',
    '',
    ...table(
      ['函数 / Function', '参数个数 / Parameters'],
      [...FUNCTIONS].map(([name, { least, most }]) => [
        `\`${name}\``,
        least === most ? String(least) : Number.isFinite(most) ? `${least}–${most}` : `≥ ${least}`,
      ]),
    ),
    '',
    `括号最多套 ${DEEPEST_NESTING} 层。Brackets nest at most ${DEEPEST_NESTING} levels deep.`,
    '',
    '## 数的单位 / Units of numbers',
    '',
    `- 金额 / money: ${[...MONEY_UNITS].join(' ')}`,
    '- 百分数 / percentages: % ‰，个百分点 百分点',
    '- 得分 / scores: 分',
    `- 计数 / counts: ${[...MEASURE_WORDS].join(' ')}`,
    `- 时间，不是要核对的数 / time, no figures: ${[...TIME_WORDS].join(' ')}`,
    '',
    '## 规则 / Rules',
    '',
    '`?` 可有可无 / optional，`*` 任意多个 / any number，`+` 至少一个 / at least one，`|` 任选其一 / one of.',
    '',
    '```ebnf',
    ...rules.map((rule) => `${(rule as Production).name} ::= ${sequence(children(rule))}`),
    '```',
    '',
    `\`comparison\` 里的 Name 是 \`${TOLERANCE_WORD}\`，\`number\` 里的是金额单位；\`${SCOPES.join('`、`')}\` 后接 \`memberStep\` 时指别的报告。`,
    `In \`comparison\` Name is \`${TOLERANCE_WORD}\`, in \`number\` a unit of money; \`${SCOPES.join('` and `')}\` before a \`memberStep\` lead to other reports.`,
    '',
    '## 记号 / Tokens',
    '',
    ...table(
      ['记号 / Token', '写作 / Written'],
      TOKENS.map(({ name }) => [`\`${name}\``, TOKEN_WORDS[name] ?? '']),
    ),
    '',
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function widths(): string[][] {
  const forms = new Map<string, string[]>();
  for (const [wide, narrow] of WIDTH_PAIRS) {
    const known = forms.get(narrow) ?? [];
    known.push(
      /\s/.test(wide)
        ? `U+${wide.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
        : `\`${wide}\``,
    );
    forms.set(narrow, known);
  }
  return [...forms].map(([narrow, wide]) => [
    narrow === ' ' ? '空格 / blank' : `\`${narrow}\``,
    wide.join(' '),
  ]);
}

/** What a serialised production holds, as far as the page needs it. */
interface Production {
  readonly type: string;
  readonly name?: string;
  readonly definition?: readonly Production[];
  readonly separator?: Production;
}

function children(production: ISerializedGast | Production): readonly Production[] {
  return ((production as Production).definition ?? []) as readonly Production[];
}

function sequence(productions: readonly Production[]): string {
  return productions.map(written).filter(Boolean).join(' ');
}

function written(production: Production): string {
  const inner = children(production);
  switch (production.type) {
    case 'Terminal':
    case 'NonTerminal':
      return production.name ?? '';
    case 'Option':
      return `${grouped(inner)}?`;
    case 'Repetition':
      return `${grouped(inner)}*`;
    case 'RepetitionMandatory':
      return `${grouped(inner)}+`;
    case 'Alternation':
      return `(${inner.map((alternative) => sequence(children(alternative)) || 'ε').join(' | ')})`;
    default:
      return sequence(inner);
  }
}

/** One name stands alone, more are put in brackets. */
function grouped(productions: readonly Production[]): string {
  const text = sequence(productions);
  return /^(?:\w+|\([^()]*\))$/.test(text) ? text : `(${text})`;
}
