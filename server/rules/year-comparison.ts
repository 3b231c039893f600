/**
 * A comparison with the year before last among others with last year: left over from last year's report (S-YEAR). Reports
 * that compare with other years as a habit say nothing wrong.
 */
import type { Paragraph } from '../../grammar/syntax-tree.ts';
import { foldWidth } from '../../grammar/width.ts';
import { changeTo } from './quote.ts';
import type { RuleContext } from './rule.ts';

/** 与2021年度相比，比2021年增加. */
const COMPARED =
  /[与比较同和]\s*(?:(20\d\d)\s*年度?|(上一?年度?|去年度?))[^，。；：,;:\d]{0,12}?(?:相比|比较|增加|减少|增长|下降|持平)/g;

const COMPARES = /[与比较同和]\s*(?:[2２][0０]|上|去)/;

function comparesYears({ start, end }: Paragraph, { report }: RuleContext): boolean {
  return COMPARES.test(report.tree.text.slice(start, end));
}

/** So many others compare with last year. */
const LEAST_OTHERS = 2;

export function comparedYears(context: RuleContext): void {
  const { header, tree } = context.report;
  const { year } = header;
  if (year === undefined) return;
  const found: { readonly at: number; readonly printed: string }[] = [];
  let others = 0;
  for (const { start, end } of context.among(tree.paragraphs, comparesYears)) {
    const compared = [...foldWidth(tree.text.slice(start, end)).matchAll(COMPARED)];
    const isLastYear = ({ 1: printed }: RegExpExecArray): boolean =>
      printed === undefined || Number(printed) === year - 1;
    others += compared.filter(isLastYear).length;
    // Both in one paragraph are meant.
    if (compared.some(isLastYear)) continue;
    for (const { 0: words, 1: printed = '', index } of compared) {
      if (Number(printed) !== year - 2) continue;
      found.push({ at: start + index + words.indexOf(printed), printed });
    }
  }
  if (others < LEAST_OTHERS || 2 * found.length > others) return;
  for (const { at, printed } of found) {
    const range = { start: at, end: at + printed.length };
    const right = String(year - 1);
    context.add(
      'text/year',
      'comparison',
      range,
      { printed, right },
      {
        level: 'info',
        suggestions: [{ title: changeTo(right), edits: [{ ...range, text: right }] }],
      },
    );
  }
}
