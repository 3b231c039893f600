/** Tables, rows and columns that a reference may go on with, each with the value that it has in the report. */
import { CompletionItemKind } from 'vscode-languageserver';
import { parseExpression } from '../../grammar/expression-parser.ts';
import { FUNCTIONS, SCOPES } from '../../grammar/functions.ts';
import type { ReferenceStep } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import {
  columnExpression,
  panelExpression,
  rowExpression,
  rowName,
  tableExpression,
} from '../report/canonical.ts';
import type { Language } from '../report/identifiers.ts';
import { plainLabel } from '../report/label.ts';
import type { Panel, Report, Row, Table } from '../report/model.ts';
import { attachmentByName, mentionedForm } from '../report/vocabulary.ts';
import { tableTitle } from '../rules/quote.ts';
import type { Candidate } from './completion-list.ts';
import { functionWords } from './function-words.ts';
import { sayIn } from './messages.ts';
import { cellValue, Values } from './values.ts';

/** The part of a reference that stands before the cursor. */
interface Head {
  readonly written: string;
  readonly scope: '上年' | '下级' | undefined;
  readonly tables: readonly Table[];
  readonly steps: readonly ReferenceStep[];
}

function readHead(analysis: Analysis, written: string): Head | undefined {
  const { expression } = parseExpression(written);
  if (expression?.kind === 'name') {
    const scope = SCOPES.find((one) => one === expression.name);
    const tables = scope === undefined ? tablesNamed(analysis, undefined, expression.name) : [];
    return { written, scope, tables, steps: [] };
  }
  if (expression?.kind !== 'reference') return undefined;
  const { scope, table, steps } = expression;
  return { written, scope, tables: tablesNamed(analysis, scope, table.value), steps };
}

/** The report at hand, or the first of those that a scope means: they are printed alike. */
function reportOf({ report, others }: Analysis, scope: Head['scope']): Report | undefined {
  if (scope === undefined) return report;
  return (scope === '上年' ? others.lastYear : others.subordinates[0])?.report;
}

function tablesNamed(analysis: Analysis, scope: Head['scope'], name: string): readonly Table[] {
  const report = reportOf(analysis, scope);
  if (report === undefined) return [];
  const { byName, byNumber } = mentionedForm(analysis.profile, name);
  const form = byName ?? byNumber;
  if (form !== undefined) {
    const table = report.forms.get(form.key);
    return table === undefined ? [] : [table];
  }
  const key = attachmentByName(analysis.profile, name)?.key;
  const plain = plainLabel(name);
  return report.tables.filter(({ form: known, name: own, syntax }) =>
    key === undefined
      ? known === undefined && plainLabel(own) === plain
      : syntax.startLine.form === key,
  );
}

/** The panels that the steps so far leave: a panel's name, or a row that only some have. */
function panelsOf(table: Table, steps: readonly ReferenceStep[]): readonly Panel[] {
  const first = steps.find(({ kind }) => kind === 'member');
  const named =
    first?.kind === 'member'
      ? table.panels.filter(
          ({ name }) => name !== '' && plainLabel(name) === plainLabel(first.name),
        )
      : [];
  return named.length > 0 ? named : table.panels;
}

// ---- rows -----------------------------------------------------------------------------------------------------------

/** What may stand between the square brackets. `tail` is what is written behind them. */
export function rowCandidates(
  analysis: Analysis,
  written: string,
  tail: string,
  closed: boolean,
  language: Language,
): Candidate[] {
  const head = readHead(analysis, written);
  if (head === undefined) return [];
  const say = sayIn(language);
  const close = closed ? '' : ']';
  if (head.tables.length > 1 && head.steps.length === 0) {
    return head.tables.flatMap(({ instance, syntax }) =>
      instance === undefined
        ? []
        : {
            label: instance,
            kind: CompletionItemKind.Struct,
            text: instance + close,
            detail: syntax.startLine.name.value,
          },
    );
  }
  const candidates: Candidate[] = [];
  const [table] = head.tables;
  if (table === undefined) return [];
  const panels = panelsOf(table, head.steps);
  for (const panel of panels) {
    for (const row of panel.rows) {
      const expression = rowExpression(table, panel, row);
      const inner = expression.slice(1, -1);
      if (inner === '?') continue;
      const name = rowName(table, panel, row);
      candidates.push({
        label: inner,
        also: [name, row.label],
        kind: row.code === undefined ? CompletionItemKind.Field : CompletionItemKind.EnumMember,
        text: inner + close,
        detail: name === inner ? undefined : name,
        value: () => valueOfRow(analysis, head, expression, tail, row),
        about: { kind: 'expression', expression: head.written + expression + tail },
      });
    }
  }
  const isCoded = panels.some(({ byCode }) => byCode.size > 0);
  const special: [string, string][] = [['*', say('everyRow')]];
  if (isCoded) {
    for (const level of ['类', '款', '项']) special.push([level, say('levelRows', { level })]);
    special.push(['下级科目', say('childRows')]);
  }
  for (const [label, detail] of special) {
    candidates.push({
      label,
      kind: CompletionItemKind.Keyword,
      text: label + close,
      detail,
      order: 1,
    });
  }
  return candidates;
}

/** The one value where a column is named or there is only one; else what the row prints. */
function valueOfRow(
  analysis: Analysis,
  head: Head,
  expression: string,
  tail: string,
  row: Row,
): string | undefined {
  const single = currentValue(analysis, head.written + expression + tail);
  if (single !== undefined) return single;
  const printed = row.cells.flatMap((cell) => cellValue(cell) ?? []);
  return printed.length === 0 ? undefined : printed.slice(0, 4).join(' · ');
}

function currentValue(analysis: Analysis, written: string): string | undefined {
  const { expression } = parseExpression(written);
  return expression && Values.of(analysis).single(expression);
}

// ---- panels and columns ---------------------------------------------------------------------------------------------

/** What may stand behind a dot: tables behind a scope, panels and columns behind a table or a row. */
export function memberCandidates(
  analysis: Analysis,
  written: string,
  language: Language,
): Candidate[] {
  const head = readHead(analysis, written);
  if (head === undefined) return [];
  if (head.scope !== undefined && head.written === head.scope) {
    return tableCandidates(reportOf(analysis, head.scope), false);
  }
  const table = head.tables[0];
  if (table === undefined) return [];
  const say = sayIn(language);
  const candidates: Candidate[] = [];
  const hasRow = head.steps.some(({ kind }) => kind === 'bracket');
  const panels = panelsOf(table, head.steps);
  if (!hasRow && panels.length > 1) {
    for (const panel of panels) {
      const label = panelExpression(table, panel).slice(1);
      if (label !== '') candidates.push({ label, kind: CompletionItemKind.Module });
    }
  }
  for (const panel of panels) {
    for (const column of panel.columns) {
      if (column.name === '' || (hasRow && column.kind === 'text')) continue;
      const label = columnExpression(panel, column).slice(1) || column.name;
      const expression = `${written}.${label}`;
      const shown = hasRow ? expression : `${written}[合计].${label}`;
      candidates.push({
        label,
        also: [column.name, ...column.path],
        kind: CompletionItemKind.Property,
        detail: [...column.path, column.name].join('.'),
        value: () => currentValue(analysis, shown),
        about: { kind: 'expression', expression },
      });
    }
  }
  candidates.push({
    label: '*',
    kind: CompletionItemKind.Keyword,
    detail: say('everyColumn'),
    order: 1,
  });
  return unique(candidates);
}

/** Panels have columns of the same name: the first stands for them. */
function unique(candidates: readonly Candidate[]): Candidate[] {
  const byLabel = new Map<string, Candidate>();
  for (const one of candidates) if (!byLabel.has(one.label)) byLabel.set(one.label, one);
  return [...byLabel.values()];
}

// ---- where an operand begins ----------------------------------------------------------------------------------------

export function operandCandidates(
  analysis: Analysis,
  inBinding: boolean,
  language: Language,
): Candidate[] {
  const say = sayIn(language);
  const candidates: Candidate[] = [];
  for (const { name, expression } of analysis.tree.definitions) {
    candidates.push({
      label: name.value,
      kind: CompletionItemKind.Variable,
      detail: say('definition'),
      value: () => expression && Values.of(analysis).single(expression),
      about: { kind: 'expression', expression: name.value },
    });
  }
  candidates.push(...tableCandidates(analysis.report, true));
  for (const name of FUNCTIONS.keys()) {
    const words = functionWords[name];
    const places = words?.parameters.map((parameter, at) => `\${${at + 1}:${parameter}}`) ?? [];
    const shared = {
      label: name,
      kind: CompletionItemKind.Function,
      detail: `${name}(${words?.parameters.join(', ') ?? ''})`,
      about: { kind: 'function', name } as const,
      order: 1,
    };
    candidates.push({
      ...shared,
      text: `${name}(${places.join(', ')})`,
      isSnippet: true,
      plainText: `${name}(`,
    });
  }
  const { lastYear, subordinates } = analysis.others;
  if (lastYear !== undefined) {
    candidates.push({
      label: '上年',
      kind: CompletionItemKind.Module,
      text: '上年.',
      detail: lastYear.name,
    });
  }
  if (subordinates.length > 0) {
    const detail = say('subordinatesScope');
    candidates.push({ label: '下级', kind: CompletionItemKind.Module, text: '下级.', detail });
  }
  if (inBinding) {
    candidates.push({
      label: '无',
      kind: CompletionItemKind.Keyword,
      detail: say('waive'),
      order: 1,
    });
  }
  return candidates;
}

/** `own`: the report is the one at hand. */
function tableCandidates(report: Report | undefined, own: boolean): Candidate[] {
  return (report?.tables ?? []).map((table, at) => ({
    ...(own && { about: { kind: 'table', table: at } as const }),
    label: tableExpression(table),
    also: [table.name],
    kind: CompletionItemKind.Class,
    detail: tableTitle(table),
  }));
}
