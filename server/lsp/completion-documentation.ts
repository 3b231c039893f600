/** What there is to say of a candidate when it is looked at in the list. */
import type { CompletionItem } from 'vscode-languageserver';
import { parseExpression } from '../../grammar/expression-parser.ts';
import type { Expression } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import { rowName } from '../report/canonical.ts';
import type { FormDefinition } from '../report/form.ts';
import type { Language } from '../report/identifiers.ts';
import type { Cell, Table } from '../report/model.ts';
import { ruleById } from '../rules/catalogue.ts';
import { tableTitle } from '../rules/quote.ts';
import type { Classification } from '../subjects/subject.ts';
import { cellMarkdown } from './cell-hover.ts';
import type { About, CandidateData } from './completion-list.ts';
import type { OpenDocument } from './documents.ts';
import { functionMarkdown } from './function-words.ts';
import { cellsOf, targetsOf } from './links.ts';
import { code, list, markup, paragraphs, plain } from './markdown.ts';
import { type Say, sayIn } from './messages.ts';
import { ReportIndex } from './report-index.ts';
import { subjectMarkdown } from './subject-words.ts';
import { cellValue, Values } from './values.ts';

/** Cells listed of a row or a column. */
const MOST_CELLS = 12;

/** The item with its documentation. */
export function resolveCompletion(
  item: CompletionItem,
  analysis: Analysis,
  document: OpenDocument,
  language: Language,
  isMarkdown: boolean,
): CompletionItem {
  const data: unknown = item.data;
  if (!isCandidateData(data)) return item;
  const value = documentationOf(data.about, analysis, document, language);
  return value === undefined ? item : { ...item, documentation: markup(value, isMarkdown) };
}

export function isCandidateData(data: unknown): data is CandidateData {
  return typeof data === 'object' && data !== null && 'uri' in data && 'about' in data;
}

function documentationOf(
  about: About,
  analysis: Analysis,
  document: OpenDocument,
  language: Language,
): string | undefined {
  const say = sayIn(language);
  switch (about.kind) {
    case 'subject':
      return subjectMarkdown(analysis, about.code, about.classification as Classification, say);
    case 'rule': {
      const rule = ruleById(about.id);
      return rule && paragraphs(`**${rule.title[language]}**`, rule.description[language]);
    }
    case 'function':
      return functionMarkdown(about.name, undefined, language);
    case 'text':
      return `\`\`\`gouji\n${about.text}\n\`\`\``;
    case 'form': {
      const form = analysis.profile.forms.find(({ key }) => key === about.key);
      return form && formMarkdown(form, say);
    }
    case 'table': {
      const table = analysis.report.tables[about.table];
      return table && tableMarkdown(table, document, say);
    }
    case 'expression':
      return expressionMarkdown(about.expression, analysis, document, say);
  }
}

/** What the form is made of: its columns, by panel. */
function formMarkdown({ number, name, panels }: FormDefinition, say: Say): string {
  const columns = panels.map((panel) => {
    const heads = panel.columns.map(({ path, name: head }) => plain([...path, head].join('.')));
    const side = panel.name === '' ? '' : `${plain(panel.name)}${say('colon')}`;
    return side + heads.filter((head) => head !== '').join('、');
  });
  return paragraphs(`**${plain(number)} ${plain(name)}**`, list(columns));
}

function tableMarkdown(table: Table, { places }: OpenDocument, say: Say): string {
  const line = String(places.position(table.syntax.start).line + 1);
  const columns = table.panels.map((panel) => {
    const heads = panel.columns.map(({ path, name }) => plain([...path, name].join('.')));
    const side = panel.name === '' ? '' : `${plain(panel.name)}${say('colon')}`;
    return side + heads.filter((head) => head !== '').join('、');
  });
  const instance = table.instance === undefined ? '' : ` ${plain(table.instance)}`;
  return paragraphs(
    `**${plain(tableTitle(table))}**${instance}`,
    `${say('line', { line })} · ${say('rows', { count: String(table.rows.length) })}`,
    list(columns),
  );
}

/** A cell with all that its hover says; of a row or a column the cells that are printed. */
function expressionMarkdown(
  written: string,
  analysis: Analysis,
  document: OpenDocument,
  say: Say,
): string | undefined {
  const { expression } = parseExpression(written);
  if (expression === undefined) return undefined;
  const index = ReportIndex.of(analysis.report);
  // A row says nothing by itself where the table has several columns.
  const own = cellsIn(analysis, expression);
  const cells =
    own.length > 0 ? own : cellsIn(analysis, parseExpression(`${written}.*`).expression);
  const [cell, second] = cells;
  const table = cell && index.tableOf(cell.row.panel);
  if (cell !== undefined && second === undefined && table !== undefined) {
    return cellMarkdown(analysis, table, cell, document, say);
  }
  const value = Values.of(analysis).single(expression);
  return paragraphs(
    code(written),
    value === undefined ? undefined : `= ${code(value)}`,
    table === undefined ? undefined : cellList(table, cells, say),
  );
}

function cellsIn(analysis: Analysis, expression: Expression | undefined): readonly Cell[] {
  if (expression?.kind !== 'reference') return [];
  return targetsOf(analysis, expression).flatMap(cellsOf);
}

function cellList(table: Table, cells: readonly Cell[], say: Say): string {
  const isOneRow = cells.every(({ row }) => row === cells[0]?.row);
  const printed = cells.filter((cell) => cellValue(cell) !== undefined);
  const items = printed.slice(0, MOST_CELLS).map((cell) => {
    const { row, column } = cell;
    const name = isOneRow
      ? [...column.path, column.name].join('.')
      : rowName(table, row.panel, row);
    return `${plain(name)} ${code(cellValue(cell) ?? '')}`;
  });
  if (printed.length > MOST_CELLS) items.push(say('moreRows', { count: String(printed.length) }));
  return list(items);
}
