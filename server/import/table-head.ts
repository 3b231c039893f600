/** Which rows are a form's head, and which form a head belongs to. */
import type { FormDefinition } from '../report/form.ts';
import { compactText } from './names.ts';
import type { DraftRow } from './table-draft.ts';

interface HeadWords {
  readonly all: ReadonlySet<string>;
  /** Names of the amount columns. */
  readonly columns: ReadonlySet<string>;
}

const headWords = new WeakMap<FormDefinition, HeadWords>();
const COMMON = ['项目', '栏次', '行次', '收入', '支出', '金额', '合计', '小计', '预算数', '决算数'];

function wordsOf(form: FormDefinition): HeadWords {
  const ready = headWords.get(form);
  if (ready !== undefined) return ready;
  const all = new Set(COMMON);
  const columns = new Set<string>();
  for (const panel of form.panels) {
    for (const key of panel.keys) for (const head of key.heads) all.add(compactText(head));
    for (const column of panel.columns) {
      columns.add(compactText(column.name));
      for (const word of [column.name, ...column.aliases, ...column.path])
        all.add(compactText(word));
    }
    if (panel.name !== '') all.add(compactText(panel.name));
    if (form.shape !== 'items') continue;
    for (const row of panel.rows) {
      columns.add(compactText(row.label));
      for (const word of [row.label, ...row.aliases]) all.add(compactText(word));
    }
  }
  const words = { all, columns };
  headWords.set(form, words);
  return words;
}

/** How many rows at the top are the form's head. */
export function headRows(rows: readonly DraftRow[], form: FormDefinition): number {
  const { all } = wordsOf(form);
  let count = 0;
  for (const row of rows.slice(0, 8)) {
    const filled = row.cells.filter((cell) => cell.compact !== '');
    if (isColumnNumbers(filled.map((cell) => cell.compact))) return count + 1;
    if (filled.length < 2 || !filled.every((cell) => all.has(cell.compact))) return count;
    count += 1;
  }
  return count;
}

/** 栏次 1 2 3 …, with or without the word. */
function isColumnNumbers(filled: readonly string[]): boolean {
  const numbers = filled.filter((text) => text !== '栏次');
  if (numbers.length === filled.length && numbers.length < 3) return false;
  return numbers.length > 0 && numbers.every((text, index) => text === String(index + 1));
}

/** The one form whose head this is: every word of the head is the form's, and no column of the form is missing. */
export function formByHead(
  rows: readonly DraftRow[],
  forms: readonly FormDefinition[],
): FormDefinition | undefined {
  const fitting = forms.filter((form) => {
    const count = headRows(rows, form);
    if (count === 0) return false;
    const printed = new Set(
      rows.slice(0, count).flatMap((row) => row.cells.map((cell) => cell.compact)),
    );
    for (const column of wordsOf(form).columns) if (!printed.has(column)) return false;
    return true;
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}
