/** What the rows of a table are filled with: subject codes and names, labels of the form. */
import { CompletionItemKind } from 'vscode-languageserver';
import type { RowLine } from '../../grammar/syntax-tree.ts';
import { foldWidth } from '../../grammar/width.ts';
import type { Analysis } from '../analysis.ts';
import type { KeyColumn } from '../report/form.ts';
import type { Table } from '../report/model.ts';
import type { Classification, SubjectEntry } from '../subjects/subject.ts';
import type { SubjectTable } from '../subjects/subject-table.ts';
import type { Candidate } from './completion-list.ts';

type KeyKind = KeyColumn['kind'];

/** Candidates for a cell of a row; `rest` is what stands behind the cursor on its line. */
export function cellCandidates(
  analysis: Analysis,
  line: number,
  cell: number,
  rest: string,
): Candidate[] {
  const table = analysis.report.tables.find(({ syntax }) =>
    syntax.rows.some(({ index }) => index === line),
  );
  const row = table?.syntax.rows.find(({ index }) => index === line);
  if (table === undefined || row === undefined) return [];
  switch (keyAt(table, row, cell)) {
    case 'code':
      return subjectCandidates(analysis, table, row, cell, 'code', rest);
    case 'name':
      return subjectCandidates(analysis, table, row, cell, 'name', rest);
    case 'label':
      return labelCandidates(table);
    default:
      return [];
  }
}

/** What kind of key a cell holds, by the head above it; where there is none, by the other rows. */
function keyAt({ form, syntax, rows }: Table, row: RowLine, cell: number): KeyKind | undefined {
  const plain = (text: string): string => foldWidth(text).replace(/\s+/g, '');
  const keys = form?.panels.flatMap((panel) => panel.keys) ?? [];
  for (const head of syntax.rows) {
    if (head.index >= row.index) break;
    const word = plain(head.cells[cell]?.value ?? '');
    const key = keys.find(({ heads }) => heads.some((one) => plain(one) === word));
    if (key !== undefined) return key.kind;
  }
  for (const { line, codeCell, labelCell, panel } of rows) {
    if (codeCell !== undefined && line.cells.indexOf(codeCell) === cell) return 'code';
    if (labelCell === undefined || line.cells.indexOf(labelCell) !== cell) continue;
    return panel.byCode.size > 0 ? 'name' : 'label';
  }
  return undefined;
}

function subjectCandidates(
  { subjects, report }: Analysis,
  table: Table,
  row: RowLine,
  cell: number,
  wanted: 'code' | 'name',
  rest: string,
): Candidate[] {
  const classification: Classification = table.form?.classification ?? 'functional';
  const year = report.header.subjectYear;
  const entries = everySubject(subjects[classification], year);
  const before = row.cells[cell - 1];
  const code = before === undefined ? '' : foldWidth(before.value);
  const printed = new Set(table.rows.map((one) => one.code));
  const isEmpty = rest.trim() === '';
  return entries.map((entry): Candidate => {
    const shared = {
      kind: CompletionItemKind.EnumMember,
      about: { kind: 'subject', code: entry.code, classification } as const,
      // What the table has already comes last, what belongs below one of its rows first; of names those of a code that is
      // written.
      order: orderOf(entry.code, printed) - (wanted === 'name' && entry.code === code ? 4 : 0),
    };
    if (wanted === 'code') {
      return {
        ...shared,
        label: entry.code,
        also: [entry.name],
        detail: entry.name,
        // A row that is just begun gets its name too.
        text: isEmpty ? `${entry.code} | ${entry.name} | ` : entry.code,
      };
    }
    const missing = before !== undefined && code === '';
    return {
      ...shared,
      label: entry.name,
      also: [entry.code],
      detail: entry.code,
      ...(missing && { more: [{ range: before, text: entry.code }] }),
    };
  });
}

function orderOf(code: string, printed: ReadonlySet<string | undefined>): number {
  if (printed.has(code)) return 3;
  return printed.has(code.slice(0, -2)) ? 1 : 2;
}

/** A year in which most of the list is in use, for a report that states none. */
const SOME_YEAR = 2023;

const known = new WeakMap<SubjectTable, { year: number; entries: readonly SubjectEntry[] }>();

/** Every subject in use in a year, parents first; kept for the year that was asked for last. */
function everySubject(table: SubjectTable, year = SOME_YEAR): readonly SubjectEntry[] {
  const kept = known.get(table);
  if (kept?.year === year) return kept.entries;
  const found: SubjectEntry[] = [];
  const add = (parent: string): void => {
    for (const entry of table.children(parent, year)) {
      found.push(entry);
      if (entry.level !== '项') add(entry.code);
    }
  };
  add('');
  known.set(table, { year, entries: found });
  return found;
}

/** Labels of the form's rows, those first that the table lacks. */
function labelCandidates({ form, panels, rows }: Table): Candidate[] {
  const printed = new Set(rows.map(({ definition }) => definition));
  return (form?.panels ?? []).flatMap((panel, at) =>
    panel.rows
      .filter(({ label }) => label !== '')
      .map((definition) => ({
        label: definition.label,
        also: definition.aliases,
        kind: CompletionItemKind.Field,
        detail: panels[at]?.name ?? panel.name,
        order: printed.has(definition) ? 1 : 0,
      })),
  );
}
