/** What stands at an offset of a report, as far as the editor has something to say of it. */
import type { DefinitionLine, Piece, Range } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import type { LedgerEntry } from '../reconcile/ledger.ts';
import type { Cell, Column, Panel, Row, Table } from '../report/model.ts';
import { type ExpressionPart, expressionsOf, holds, partAt } from './expressions.ts';
import { lineAt } from './outline.ts';
import { ReportIndex } from './report-index.ts';

export type Thing = Range &
  (
    | ExpressionPart
    | { readonly kind: 'definition'; readonly definition: DefinitionLine }
    | { readonly kind: 'cell'; readonly table: Table; readonly cell: Cell }
    | { readonly kind: 'row'; readonly table: Table; readonly row: Row; readonly isCode: boolean }
    | {
        readonly kind: 'head';
        readonly table: Table;
        readonly panel: Panel;
        readonly column: Column;
      }
    | { readonly kind: 'table'; readonly table: Table }
    | { readonly kind: 'rule'; readonly rule: Piece }
    | { readonly kind: 'header-key'; readonly key: Piece }
    | { readonly kind: 'figure'; readonly entry: LedgerEntry }
  );

/** Needs the tree; the report where a table stands at the offset, and the ledger where a figure of the prose may. */
export function thingAt(analysis: Analysis, offset: number): Thing | undefined {
  const { tree } = analysis;
  const line = tree.lines[lineAt(tree, offset)];
  if (line === undefined) return undefined;
  for (const directive of tree.directives) {
    if (directive.line !== line.index) continue;
    const rule = directive.rules.find((piece) => holds(piece, offset));
    if (rule !== undefined) return { kind: 'rule', rule, start: rule.start, end: rule.end };
  }
  switch (line.kind) {
    case 'header-field': {
      const { key } = line;
      if (!holds(key, offset)) return figureAt(analysis, offset);
      return { kind: 'header-key', key, start: key.start, end: key.end };
    }
    case 'definition':
      if (holds(line.name, offset)) {
        const { start, end } = line.name;
        return { kind: 'definition', definition: line, start, end };
      }
      return inExpression(analysis, offset);
    case 'assertion':
      return inExpression(analysis, offset);
    case 'prose':
      return inExpression(analysis, offset) ?? figureAt(analysis, offset);
    case 'row':
      return inRow(analysis, line.index, offset);
    case 'table-start': {
      if (!holds(line.name, offset)) return undefined;
      const table = analysis.report.tables.find(({ syntax }) => syntax.startLine === line);
      const { start, end } = line.name;
      return table && { kind: 'table', table, start, end };
    }
    default:
      return figureAt(analysis, offset);
  }
}

function inExpression({ tree }: Analysis, offset: number): Thing | undefined {
  const line = tree.lines[lineAt(tree, offset)];
  const part = line && partAt(expressionsOf(line), offset);
  if (part === undefined) return undefined;
  const { start, end } = part.kind === 'reference' ? part.reference : part.name;
  return { ...part, start, end };
}

function inRow({ report }: Analysis, line: number, offset: number): Thing | undefined {
  const index = ReportIndex.of(report);
  for (const row of index.rowsAt(line)) {
    const table = index.tableOf(row.panel);
    if (table === undefined) continue;
    const cell = row.cells.find((one) => one !== undefined && holds(one.range, offset));
    if (cell !== undefined) {
      const { start, end } = cell.range;
      return { kind: 'cell', table, cell, start, end };
    }
    for (const key of [row.codeCell, row.labelCell, row.rowNumberCell]) {
      if (key === undefined || !holds(key, offset)) continue;
      const isCode = key === row.codeCell && key.value === row.code;
      return { kind: 'row', table, row, isCode, start: key.start, end: key.end };
    }
  }
  const written = report.tree.lines[line];
  if (written?.kind !== 'row') return undefined;
  const head = written.cells.find((cell) => holds(cell, offset));
  const named = head && index.headAt(head.start);
  const table = named && index.tableOf(named.panel);
  return table && { kind: 'head', table, ...named, start: head.start, end: head.end };
}

function figureAt({ ledger }: Analysis, offset: number): Thing | undefined {
  const entry = ledger.prose.find((one) => holds(one, offset));
  return entry && { kind: 'figure', entry, start: entry.start, end: entry.end };
}
