/** The columns of a reference. */
import type { Range, ReferenceStep } from '../../grammar/syntax-tree.ts';
import { columnExpression } from './canonical.ts';
import { formIndex, headWord } from './form-index.ts';
import type { Column, Panel, Table } from './model.ts';
import type { ReferenceProblem } from './resolution.ts';
import { referenceProblem } from './resolution-messages.ts';

export type Member = Extract<ReferenceStep, { readonly kind: 'member' }>;

export interface ChosenColumns {
  readonly columns: readonly Column[];
  readonly everyColumn: boolean;
}

/** Columns that the names after the row mean in one panel. `whole` is the range of the reference. */
export function selectColumns(
  table: Table,
  panel: Panel,
  members: readonly Member[],
  whole: Range,
): ChosenColumns | ReferenceProblem {
  const last = members[members.length - 1];
  const amounts = panel.columns.filter((column) => column.kind === 'amount');
  if (!last) {
    const [only, second] = amounts.length > 0 ? amounts : panel.columns;
    if (only && !second) return { columns: [only], everyColumn: false };
    return referenceProblem('column-needed', whole, table.name, columnChoices(panel));
  }
  const first = members[0] ?? last;
  const range = { start: first.start, end: last.end };
  if (last.name === '*' && !last.quoted && members.length === 1) {
    return { columns: amounts, everyColumn: true };
  }
  const written = members.map((member) => member.name).join('.');
  const found = namedColumns(table, panel, members);
  const [only, second] = found;
  if (!only) return referenceProblem('unknown-column', range, written, columnChoices(panel));
  if (second) {
    const choices = found.map((column) => columnExpression(panel, column).slice(1));
    return referenceProblem('ambiguous-column', range, written, choices);
  }
  return { columns: [only], everyColumn: false };
}

function namedColumns(table: Table, panel: Panel, members: readonly Member[]): readonly Column[] {
  const last = members[members.length - 1];
  if (!last) return [];
  if (members.length === 1 && !last.quoted) {
    const number = /^栏次(\d{1,3})$/.exec(headWord(last.name))?.[1];
    if (number !== undefined) {
      return panel.columns.filter((column) => column.definition?.number === Number(number));
    }
  }
  const words = members.map((member) => headWord(member.name));
  const index = table.form && formIndex(table.form).panels[table.panels.indexOf(panel)];
  const place = index?.columnsByName.get(words.join(''));
  const known = place === undefined ? undefined : panel.columns[place];
  if (known) return [known];
  const name = words[words.length - 1] ?? '';
  const path = words.slice(0, -1);
  const leaf = index?.columnsByName.get(name);
  const byAlias = leaf === undefined ? undefined : panel.columns[leaf];
  if (byAlias && endsWith(byAlias.path, path)) return [byAlias];
  return panel.columns.filter(
    (column) => column.name !== '' && headWord(column.name) === name && endsWith(column.path, path),
  );
}

/** True where the heads above a column end in these words. */
function endsWith(path: readonly string[], words: readonly string[]): boolean {
  const start = path.length - words.length;
  return start >= 0 && words.every((word, at) => headWord(path[start + at] ?? '') === word);
}

function columnChoices(panel: Panel): string[] {
  const choices = new Set<string>();
  for (const column of panel.columns) {
    if (column.name !== '') choices.add(columnExpression(panel, column).slice(1) || column.name);
  }
  return [...choices];
}
