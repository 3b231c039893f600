/** What the editor shows of the thing under the mouse. */
import type { Hover } from 'vscode-languageserver';
import type { Expression } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import type { Language } from '../report/identifiers.ts';
import { cellName } from '../report/resolve.ts';
import { ruleById } from '../rules/catalogue.ts';
import { tableTitle } from '../rules/quote.ts';
import { cellMarkdown } from './cell-hover.ts';
import type { OpenDocument } from './documents.ts';
import { definitionsNamed } from './expressions.ts';
import { figureMarkdown } from './figure-hover.ts';
import { functionMarkdown } from './function-words.ts';
import { headerMarkdown } from './header-hover.ts';
import { targetsOf } from './links.ts';
import { code, list, markup, paragraphs, plain } from './markdown.ts';
import { type Say, sayIn } from './messages.ts';
import { classificationOf, subjectMarkdown } from './subject-words.ts';
import { type Thing, thingAt } from './thing-at.ts';
import { Values } from './values.ts';

/** Rows listed of a reference to a whole column. */
const MOST_ROWS = 12;

export function hover(
  analysis: Analysis,
  document: OpenDocument,
  offset: number,
  language: Language,
  isMarkdown: boolean,
): Hover | null {
  const thing = thingAt(analysis, offset);
  const value = thing && markdownOf(analysis, document, thing, offset, language);
  if (thing === undefined || value === undefined || value === '') return null;
  return { contents: markup(value, isMarkdown), range: document.places.range(thing) };
}

function markdownOf(
  analysis: Analysis,
  document: OpenDocument,
  thing: Thing,
  offset: number,
  language: Language,
): string | undefined {
  const say = sayIn(language);
  switch (thing.kind) {
    case 'cell':
      return cellMarkdown(analysis, thing.table, thing.cell, document, say);
    case 'row': {
      const { row } = thing;
      if (row.code === undefined) return undefined;
      const classification = classificationOf(analysis, row.panel);
      return subjectMarkdown(analysis, row.code, classification, say);
    }
    case 'header-key':
      return headerMarkdown(analysis, thing.key.value, language);
    case 'rule':
      return ruleMarkdown(thing.rule.value, language);
    case 'reference':
      return referenceMarkdown(analysis, thing, offset, say, language);
    case 'name':
      return nameMarkdown(analysis, thing.name.name, say, language);
    case 'definition':
      return nameMarkdown(analysis, thing.definition.name.value, say, language);
    case 'function':
      return functionMarkdown(thing.name.value, Values.of(analysis).single(thing.call), language);
    case 'figure':
      return figureMarkdown(analysis, thing.entry, document, say);
    case 'table':
      return `**${plain(tableTitle(thing.table))}**`;
    case 'head':
      return `**${plain([...thing.column.path, thing.column.name].join('.'))}** ${plain(thing.column.unit)}`;
  }
}

function ruleMarkdown(id: string, language: Language): string | undefined {
  const rule = ruleById(id);
  if (rule === undefined) return undefined;
  return paragraphs(
    `**${plain(rule.title[language])}** ${code(rule.id)}`,
    rule.description[language],
  );
}

function referenceMarkdown(
  analysis: Analysis,
  { reference, summed }: Extract<Thing, { kind: 'reference' }>,
  offset: number,
  say: Say,
  language: Language,
): string {
  const targets = targetsOf(analysis, reference);
  const names = targets.map(({ table, panel, rows, columns, report }) => {
    const [column] = columns;
    const row = rows.kind === 'one' ? (rows.row ?? rows) : undefined;
    const place =
      row === undefined || column === undefined
        ? columns.map(({ name }) => name).join('、')
        : cellName(table, row, column);
    const owner = report === undefined ? '' : `${report.name} `;
    const side = panel.name === '' ? '' : ` · ${panel.name}`;
    return plain(`${owner}${tableTitle(table)}${side} · ${place}`);
  });
  const step = reference.steps.find((one) => one.start <= offset && offset <= one.end);
  const subject =
    step?.kind === 'bracket' && step.selector.kind === 'code' ? step.selector.code : undefined;
  const panel = targets[0]?.panel;
  return paragraphs(
    names.length === 0 ? undefined : `**${names.join('；')}**`,
    valueMarkdown(analysis, reference, summed, say, language),
    subject === undefined || panel === undefined
      ? undefined
      : subjectMarkdown(analysis, subject, classificationOf(analysis, panel), say),
  );
}

function valueMarkdown(
  analysis: Analysis,
  expression: Expression,
  summed: boolean,
  say: Say,
  language: Language,
): string {
  const values = Values.of(analysis).all(expression, summed);
  if ('trouble' in values) return say('absentValue', { reason: values.message[language] });
  const [only, second] = values;
  if (only !== undefined && second === undefined && only.row === '') return `= ${code(only.text)}`;
  const rows = values.slice(0, MOST_ROWS).map(({ row, text }) => `${plain(row)} ${code(text)}`);
  const count = String(values.length);
  if (values.length > MOST_ROWS) rows.push(say('moreRows', { count }));
  return list(rows);
}

function nameMarkdown(
  analysis: Analysis,
  name: string,
  say: Say,
  language: Language,
): string | undefined {
  const [definition] = definitionsNamed(analysis.tree, name);
  if (definition === undefined) return say('unknownName');
  const { expression } = definition;
  if (expression === undefined) return undefined;
  const written = analysis.tree.text.slice(expression.start, expression.end);
  return paragraphs(
    `**${plain(name)}**`,
    code(`设 ${name} = ${written}`),
    valueMarkdown(analysis, expression, false, say, language),
  );
}
