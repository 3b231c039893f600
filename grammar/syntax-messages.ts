import type { SyntaxProblem } from './syntax-tree.ts';

export interface SyntaxMessage {
  readonly zh: string;
  readonly en: string;
}

/**
 * What each syntax problem says. A message names what was expected in words that an author knows; `{found}` and the like are
 * filled from the problem's data. A code that ends in `-at-end` is the same problem where the line stops too early.
 */
export const SYNTAX_MESSAGES: Readonly<Record<string, SyntaxMessage>> = {
  'operand-expected': {
    zh: '“{found}”前面缺少内容：这里要写一个数、一处引用（如 公开03表[合计].基本支出）、一个用“设”起的名称或一个函数',
    en: 'Something is missing before “{found}”: a number, a reference (公开03表[合计].基本支出), a name given with 设, or a function',
  },
  'operand-expected-at-end': {
    zh: '“{after}”后面缺少内容：这里要写一个数、一处引用（如 公开03表[合计].基本支出）、一个用“设”起的名称或一个函数',
    en: 'Something is missing after “{after}”: a number, a reference (公开03表[合计].基本支出), a name given with 设, or a function',
  },
  nothing: {
    zh: '这里要写一个表达式，如 公开03表[合计].基本支出',
    en: 'An expression is missing here, such as 公开03表[合计].基本支出',
  },
  'column-expected': {
    zh: '“.”后面要写栏目名称（如 .本年支出合计）、栏次（.栏次3）或 *，实际是“{found}”；名称里有括号等符号时用“”括起来',
    en: 'After “.” comes the name of a column (.本年支出合计), 栏次 with a number, or *, not “{found}”; a name with brackets in it is put in “”',
  },
  'column-expected-at-end': {
    zh: '“.”后面要写栏目名称（如 .本年支出合计）、栏次（.栏次3）或 *',
    en: 'After “.” comes the name of a column (.本年支出合计), 栏次 with a number, or *',
  },
  'name-unquoted': {
    zh: '名称里有括号：请用“”把整个名称括起来，如 .“因公出国（境）费”',
    en: 'The name has brackets in it: put all of it in “”, as in .“因公出国（境）费”',
  },
  'row-expected': {
    zh: '方括号里要写科目编码、行名称、“行”加行次，或 *、类、款、项、下级科目',
    en: 'Between square brackets stands a code, a label, 行 with a number, or one of *, 类, 款, 项, 下级科目',
  },
  'row-expected-at-end': {
    zh: '方括号里要写科目编码、行名称、“行”加行次，或 *、类、款、项、下级科目',
    en: 'Between square brackets stands a code, a label, 行 with a number, or one of *, 类, 款, 项, 下级科目',
  },
  'close-square-expected': {
    zh: '方括号没有合上：“{found}”前面缺少“]”',
    en: 'The square bracket is not closed: “]” is missing before “{found}”',
  },
  'close-square-expected-at-end': {
    zh: '方括号没有合上：缺少“]”',
    en: 'The square bracket is not closed: “]” is missing',
  },
  'open-round-expected': { zh: '“{found}”前面缺少“（”', en: '“(” is missing before “{found}”' },
  'open-round-expected-at-end': { zh: '缺少“（”', en: '“(” is missing' },
  'close-round-expected': {
    zh: '圆括号没有合上：“{found}”前面缺少“）”，或缺少分隔各项的“，”或运算符',
    en: 'The round bracket is not closed: before “{found}” a “)” is missing, or a comma or an operator',
  },
  'close-round-expected-at-end': {
    zh: '圆括号没有合上：缺少“）”',
    en: 'The round bracket is not closed: “)” is missing',
  },
  'relation-expected': {
    zh: '左右两边之间要写 =、≠、≤、≥、< 或 >，实际是“{found}”',
    en: 'Between the two sides stands one of = ≠ ≤ ≥ < >, not “{found}”',
  },
  'relation-expected-at-end': {
    zh: '只有一边：后面还要写 =、≠、≤、≥、< 或 > 和另一边',
    en: 'Only one side is given: one of = ≠ ≤ ≥ < > and the other side are missing',
  },
  'equals-expected': {
    zh: '“设”只能用“=”：设 名称 = 表达式，实际是“{found}”',
    en: 'A definition takes “=” (设 名称 = 表达式), not “{found}”',
  },
  'name-expected': {
    zh: '“设”后面要写一个名称，由文字、字母和数字组成，不以数字开头，实际是“{found}”',
    en: 'After 设 comes a name made of letters and digits that does not begin with a digit, not “{found}”',
  },
  'name-expected-at-end': { zh: '“设”后面要写一个名称', en: 'After 设 comes a name' },
  unexpected: {
    zh: '到“{found}”为止前面已经完整，后面的内容读不懂：缺少运算符，或应删去；名称里有空格或符号时用“”括起来',
    en: 'All is complete before “{found}”, and the rest cannot be read: an operator is missing, or it should go; a name with blanks or marks in it is put in “”',
  },
  'unexpected-at-end': { zh: '这一行没有写完', en: 'The line is not complete' },
  nesting: {
    zh: '括号套得太深：最多 {most} 层，请用“设”把里面的部分单独起名',
    en: 'Brackets nest too deeply: at most {most} levels; give a name to an inner part with 设',
  },
  'binding-unclosed': {
    zh: '“](”后面的圆括号没有合上：缺少“）”',
    en: 'The round bracket after “](” is not closed: “)” is missing',
  },
  'row-outside-table': {
    zh: '这一行像表格的行，但不在任何表里：请在上面加一行“表 名称”；若是正文，请在行首加“\\”，并去掉制表符',
    en: 'This line looks like a row of a table but stands in none: put a line “表 名称” above it; if it is text, begin it with “\\” and take out TABs',
  },
  'table-name': {
    zh: '“表”后面要写表的编号或名称，不能写引用',
    en: 'After 表 comes the number or name of a table, not a reference',
  },
  'directive-unknown': {
    zh: '没有“{found}”这个指令：可用 gouji-disable-next-line、gouji-disable-line、gouji-disable、gouji-enable，或 免核下一行、免核本行、免核开始、免核结束',
    en: 'There is no directive “{found}”: use gouji-disable-next-line, gouji-disable-line, gouji-disable, gouji-enable, or 免核下一行, 免核本行, 免核开始, 免核结束',
  },
  'too-many': {
    zh: '语法问题太多，其余不再列出',
    en: 'Too many syntax problems; the rest are not listed',
  },
};

/** The message of a problem, its places filled in. */
export function syntaxMessage(problem: SyntaxProblem, language: 'zh' | 'en'): string {
  const message = SYNTAX_MESSAGES[problem.code]?.[language] ?? problem.code;
  return message.replace(/\{(\w+)\}/g, (place, name: string) => problem.data[name] ?? place);
}
