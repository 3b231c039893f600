/** Cells that hold a lone `=`: the value that the identities, and the author's own assertions, give. */
import type { AssertionLine } from '../../grammar/syntax-tree.ts';
import { printUnits } from '../reconcile/amount.ts';
import { type AskedCell, askedCells } from '../reconcile/asked-value.ts';
import { evaluate } from '../reconcile/evaluate.ts';
import { anyDisputed } from './disputed.ts';
import { exampleHead, exampleTable as table } from './identity-rule.ts';
import { formulaOf, placeOf } from './identity-words.ts';
import { verbatim } from './message.ts';
import { changeOf } from './repair.ts';
import type { RuleContext, RuleFamily, RuleMetadata } from './rule.ts';

const language = { zh: 'gouji 语言：单独的等号', en: 'The language: a lone =' };
const items = ['项目', '预算数', '决算数'];

const metadata: readonly RuleMetadata[] = [
  {
    id: 'asked/value',
    catalogue: [],
    confidence: 'H',
    level: 'info',
    title: { zh: '等号应填的数', en: 'Value for a lone =' },
    description: {
      zh: '格子里单独的 `=` 要求填入勾稽关系给出的数；修复用这个数换下等号，以后它同样受核对。公开的文本里总要有数，所以等号不留：要保留算式、随表更新，请在正文用 `[](表达式)`，在自己的表下用「核对」。算出它的数之间有矛盾时，只作建议。',
      en: 'A lone `=` in a cell asks for the value that the identities give. The fix puts the value in its place, and from then on it is checked like any other: what is published must hold a figure, so the `=` does not stay. To keep the expression, bind a figure of the text (`[](expression)`) or assert below a table of your own (核对). Where the figures behind it contradict each other it is only a suggestion.',
    },
    source: language,
    messages: {
      value: {
        zh: '{place} 应为 {value}。勾稽：{formula}',
        en: '{place} is {value}. Identity: {formula}',
      },
    },
    options: {},
    bad: `${exampleHead}${table('公开09表', items, '合计 = 8.00', '公务接待费 8.00 8.00')}`,
    good: `${exampleHead}${table('公开09表', items, '合计 8.00 8.00', '公务接待费 8.00 8.00')}`,
  },
  {
    id: 'asked/undetermined',
    catalogue: [],
    confidence: 'H',
    level: 'warning',
    title: { zh: '等号没有确定的数', en: 'No value for a lone =' },
    description: {
      zh: '没有哪条勾稽关系或「核对」能单独定出这个格子的数，或者几条勾稽关系给出的数互相矛盾；请直接填写。',
      en: 'No identity and no assertion (核对) determines the cell by itself, or the identities contradict each other; write the figure.',
    },
    source: language,
    messages: {
      none: {
        zh: '这个「=」没有确定的数：没有哪条勾稽或核对只缺这一个数；请直接填写',
        en: 'This = has no value: no identity or assertion lacks this figure alone; write the figure',
      },
      contradiction: {
        zh: '这个「=」没有确定的数：一条勾稽给出 {value}，另一条不成立（{formula}）；请核对有关的数',
        en: 'This = has no value: one identity gives {value}, another then fails ({formula}); check the figures',
      },
    },
    options: {},
    bad: `${exampleHead}${table('接待情况', ['项目', '上年', '本年'], '批次 12 =')}`,
    good: `${exampleHead}${table('接待情况', ['项目', '上年', '本年'], '批次 12 15')}`,
  },
];

export const askedFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    for (const asked of askedCells(context)) report(context, asked);
  },
};

function report(context: RuleContext, { cell, answer, against, cycle }: AskedCell): void {
  // That is an error of its own.
  if (cycle !== undefined) return;
  if (answer === undefined) {
    context.add('asked/undetermined', 'none', cell.range, {});
    return;
  }
  const { term, units, decimals, origin } = answer;
  const value = printUnits(units, decimals);
  if (against !== undefined) {
    const formula = formulaOf(against);
    context.add('asked/undetermined', 'contradiction', cell.range, { value, formula });
    return;
  }
  const fix = changeOf(term, units, decimals);
  // What is worked out from figures that contradict others is no more certain than these are.
  const places =
    'constraint' in origin
      ? [...origin.constraint.left, ...origin.constraint.right]
      : origin.places;
  const isGuess = anyDisputed(context, [term, ...places]);
  const formula =
    'constraint' in origin
      ? formulaOf(evaluate(origin.constraint))
      : verbatim(assertionText(context, origin.assertion));
  context.add(
    'asked/value',
    'value',
    cell.range,
    { place: placeOf(term), value, formula },
    isGuess && fix !== undefined ? { suggestions: [fix] } : { fix },
  );
}

/** An assertion as its author wrote it, without the word before it and what follows. */
function assertionText(
  { report }: RuleContext,
  { left, right, start, end }: AssertionLine,
): string {
  return report.tree.text.slice(left?.start ?? start, right?.end ?? end);
}
