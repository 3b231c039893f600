/** Lines that plainly meant to be a statement of the language and are none. */
import { syntaxMessage } from '../../grammar/syntax-messages.ts';
import type { SyntaxProblem } from '../../grammar/syntax-tree.ts';
import type { Fix, RuleContext, RuleFamily, RuleMetadata } from './rule.ts';
import { countUpTo } from './search.ts';

const metadata: readonly RuleMetadata[] = [
  {
    id: 'syntax/error',
    catalogue: [],
    confidence: 'H',
    level: 'error',
    title: { zh: '写法有误', en: 'Syntax error' },
    description: {
      zh: '一行看得出是要写标题、表、`设`、`核对` 或绑定，却没有写对。错误只影响这一行，其余照常检查；这一行原来要做的核对没有做。',
      en: 'A line that plainly meant to be a table, a definition (设), an assertion (核对) or a binding and is not written as one. It never reaches past its line; what the line was to check is not checked.',
    },
    source: { zh: 'gouji 语言', en: 'The language' },
    messages: { problem: { zh: '{problem}', en: '{problem}' } },
    options: {},
    bad: '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n# 核对\n核对 公开03表[合计].本年支出合计 = \n',
    good: '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n# 核对\n核对账目后，各项收支均已入账。\n',
  },
];

export const syntaxFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    for (const problem of context.report.tree.errors) {
      context.add(
        'syntax/error',
        'problem',
        problem,
        { problem: { zh: syntaxMessage(problem, 'zh'), en: syntaxMessage(problem, 'en') } },
        { suggestions: tableBelowHeading(context, problem) },
      );
    }
  },
};

/** Rows right below a heading (`## 公开03表 支出决算表`): the heading was meant to name the table. */
function tableBelowHeading(
  { report }: RuleContext,
  { code, start }: SyntaxProblem,
): readonly Fix[] {
  if (code !== 'row-outside-table') return [];
  const { text, headings } = report.tree;
  const heading = headings[countUpTo(headings, start) - 1];
  if (!heading || text.slice(heading.end, start).trim() !== '') return [];
  const title = `表 ${heading.title.value.trim()}`;
  const end = text.slice(heading.start, heading.end).trimEnd().length;
  return [
    {
      title: { zh: `标题改为「${title}」`, en: `Make the heading "${title}"` },
      edits: [{ start: heading.start, end: heading.start + end, text: title }],
    },
  ];
}
