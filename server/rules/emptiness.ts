/** Tables without figures say so, and only those (S-EMPTY). */
import type { Range } from '../../grammar/syntax-tree.ts';
import { isBroken } from '../reconcile/constraint.ts';
import type { Panel, Table } from '../report/model.ts';
import { isDraft } from './draft.ts';
import { tableTitle } from './quote.ts';
import type { RuleContext } from './rule.ts';
import { countUpTo } from './search.ts';

/** 故本表无数据, 本表为空, 因此本表没有数据 */
const declaresEmpty = /本表(?:为空|(?:无|没有|不存在)(?:相关|任何)?(?:数据|数字|内容))/;
/** Any sentence that explains why a table has nothing in it. */
const explains =
  /(?:没有|未发生|未安排|未使用|不涉及|无).{0,40}(?:收入|支出|收支|安排|经费|预算|数据|业务)/;

/** Reports an empty table that is silent, and a statement of no data under figures. */
export function emptiness(context: RuleContext, table: Table): void {
  const content = contentOf(table.panels);
  const note = table.notes.find(({ text }) => declaresEmpty.test(text));
  if (content.kind === 'money') {
    if (note === undefined) return;
    context.add('structure/empty-statement', 'contradicts', note.range, {
      statement: sentenceWith(note.text, declaresEmpty),
      table: tableTitle(table),
      row: content.row,
      value: content.value,
    });
    return;
  }
  const zeros = content.kind === 'zeros';
  if (note !== undefined) return;
  if (zeros && (!table.form?.zerosExplained || isDraft(context))) return;
  if (table.notes.some(({ text }) => explains.test(text)) || explainedBelow(context, table)) return;
  // What it must hold by the other forms is said there.
  if (isWanted(context, table)) return;
  const who = context.report.header.kind?.value === '部门决算' ? '我部门' : '我单位';
  const statement = `说明：${who}${table.form?.emptyStatement ?? '没有这项收支，故本表无数据。'}`;
  const end = lastLine(context, table);
  const edits = [{ start: end, end, text: `${lineEnd(context)}${statement}` }];
  const title = { zh: '在表下加上说明', en: 'Add the explanation below the table' };
  context.add(
    'structure/empty-table',
    zeros ? 'zeros' : 'silent',
    table.syntax.startLine,
    { table: tableTitle(table), statement },
    { suggestions: [{ title, edits }], ...(zeros && { level: 'warning' as const }) },
  );
}

/** Whether another form says that a table without figures lacks some. */
function isWanted({ completeness, outcomes }: RuleContext, table: Table): boolean {
  if (completeness.missingRows.has(table)) return true;
  return outcomes.some(
    (outcome) =>
      isBroken(outcome) &&
      [...outcome.constraint.left, ...outcome.constraint.right].some(
        (term) => term.table === table && term.report === undefined,
      ),
  );
}

type Content =
  | { readonly kind: 'nothing' | 'zeros' }
  | { readonly kind: 'money'; readonly row: string; readonly value: string };

/** The first amount that is not zero, else whether zeros are printed. What cannot be read is no nothing either. */
function contentOf(panels: readonly Panel[]): Content {
  let zeros = false;
  for (const panel of panels) {
    for (const row of panel.rows) {
      for (const cell of row.cells) {
        if (cell === undefined || cell.column.kind !== 'amount') continue;
        if (cell.reading.kind === 'empty') continue;
        zeros = true;
        if (cell.reading.kind === 'figure' && cell.reading.figure.units !== 0) {
          return { kind: 'money', row: row.label, value: cell.text };
        }
      }
    }
  }
  return { kind: zeros ? 'zeros' : 'nothing' };
}

/** The paragraph right below a table may say what a note would. */
function explainedBelow(context: RuleContext, table: Table): boolean {
  const { tree } = context.report;
  const below = tree.paragraphs[countUpTo(tree.paragraphs, table.syntax.start)];
  if (below === undefined || below.heading !== table.syntax.heading) return false;
  const next = tree.tables[countUpTo(tree.tables, table.syntax.start)];
  if (next !== undefined && next.start < below.start) return false;
  const text = tree.text.slice(below.start, below.end).replace(/\s+/g, '');
  return declaresEmpty.test(text) || explains.test(text);
}

function sentenceWith(text: string, pattern: RegExp): string {
  const sentences = text.split(/(?<=[。；;\n])/);
  return (sentences.find((sentence) => pattern.test(sentence)) ?? text).trim();
}

function lastLine(context: RuleContext, table: Table): number {
  const { syntax } = table;
  const parts: readonly Range[] = [
    syntax.startLine,
    ...syntax.fields,
    ...syntax.rows,
    ...syntax.notes,
  ];
  return Math.min(
    parts.reduce((end, part) => Math.max(end, part.end), 0),
    context.report.tree.text.length,
  );
}

function lineEnd(context: RuleContext): string {
  const [line] = context.report.tree.lines;
  return line === undefined ? '\n' : context.report.tree.text.slice(line.end, line.next) || '\n';
}
