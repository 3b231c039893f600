/** What is left of the template in headings, prose and notes: choices that were not made, prompts, blanks. */
import type { Line, Range } from '../../grammar/syntax-tree.ts';
import { quote } from './narrative-finding.ts';
import { textOf } from './quote.ts';
import type { RuleContext } from './rule.ts';

interface Residue {
  /** A part that any of them holds, looked for first. */
  readonly marks: readonly string[];
  readonly shape: RegExp;
  readonly message: 'choice' | 'prompt' | 'blank';
}

const residueShapes: readonly Residue[] = [
  {
    marks: ['（减少', '(减少', '（增加', '(增加', '（下降', '(下降', '（增长', '(增长', '（降低'],
    shape:
      /(?:增加[（(]减少[)）]|减少[（(]增加[)）]|增长[（(](?:下降|降低)[)）]|(?:下降|降低)[（(]增长[)）])/g,
    message: 'choice',
  },
  {
    marks: ['大小于', '大（小', '大(小', '大于（小于', '大于(小于', '小于（大于'],
    shape: /大小于|大[（(]小[)）]于|大于[（(]小于[)）]|小于[（(]大于[)）]/g,
    message: 'choice',
  },
  { marks: ['或与预算数持平'], shape: /[（(]或与预算数持平[)）]/g, message: 'choice' },
  {
    marks: ['仍保留该表格式'],
    shape:
      /[（(]?[^，。；：（(\n]{0,20}仍保留该表格式(?:[，,]并在本表下方作下述说明)?[^。\n)）]{0,10}[)）。]?/g,
    message: 'prompt',
  },
  {
    marks: ['XX', 'xx', '××', 'ＸＸ', 'X年', '×年', 'XＸ'],
    shape:
      /[xX×ＸｘＸ]{2,}(?:[.．][xX×ＸｘＸ]+)?(?=\s*(?:万元|元|%|％|个|人|辆|次|项|年|月|部门|单位|局|委|台|批|名))/g,
    message: 'blank',
  },
];

/** Headings, prose and notes; not the cells of tables, whose words a rule of their own may know, nor comments. */
export function residues(context: RuleContext): void {
  const { lines, paragraphs } = context.report.tree;
  for (const line of context.among(lines, isTitleWithResidue)) residuesIn(context, line);
  for (const paragraph of context.among(paragraphs, holdsResidue)) residuesIn(context, paragraph);
}

function isTitleWithResidue(line: Line, context: RuleContext): boolean {
  return (line.kind === 'heading' || line.kind === 'note') && holdsResidue(line, context);
}

const anyMark = new RegExp(
  residueShapes
    .flatMap(({ marks }) => marks)
    .map((mark) => mark.replace('(', '\\('))
    .join('|'),
);

function holdsResidue(range: Range, context: RuleContext): boolean {
  return anyMark.test(textOf(range, context));
}

function residuesIn(context: RuleContext, { start, end }: Range): void {
  const text = textOf({ start, end }, context);
  for (const { marks, shape, message } of residueShapes) {
    if (!marks.some((mark) => text.includes(mark))) continue;
    for (const found of text.matchAll(shape)) {
      const at = start + found.index;
      const range = { start: at, end: at + found[0].length };
      context.add('text/template-residue', message, range, { text: quote(context, range) });
    }
  }
}
