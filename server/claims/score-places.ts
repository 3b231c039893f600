/** The total score (总分) that a self-evaluation form gives: what the narrative repeats. */
import { plainLabel } from '../report/label.ts';
import type { Cell, Report, Row, Table } from '../report/model.ts';
import type { Place } from './claim.ts';
import { withoutBrackets } from './phrase-forms.ts';

/**
 * The place of 总分 in the attachment with this key: with a name in the instance of that name (brackets may be left out
 * where that is unique), without one where the report has only one such form.
 */
export function scorePlace(
  report: Report,
  attachment: string,
  name: string | undefined,
): Place | undefined {
  const tables = report.tables.filter((table) => table.syntax.startLine.form === attachment);
  const table = name === undefined ? only(tables) : instanceNamed(tables, plainLabel(name));
  return table && totalScore(table);
}

function instanceNamed(tables: readonly Table[], name: string): Table | undefined {
  const named = (key: (words: string) => string): readonly Table[] =>
    tables.filter(({ instance }) => instance && key(plainLabel(instance)) === key(name));
  const exact = named((words) => words);
  return only(exact.length > 0 ? exact : named(withoutBrackets));
}

/** 得分 stands last in the row of 总分, behind 分值: how the columns are headed is too often damaged to rely on. */
function totalScore(table: Table): Place | undefined {
  const row = only(table.rows.filter(isTotal));
  const figures = row?.cells.filter((cell) => cell?.reading.kind === 'figure') ?? [];
  const [full, score, more] = figures;
  if (!row || !full || !score || more || points(score) > points(full)) return undefined;
  const { panel } = row;
  const { column } = score;
  return { report: undefined, table, panel, row, code: undefined, definition: undefined, column };
}

function isTotal(row: Row): boolean {
  if (row.label !== '') return plainLabel(row.label) === '总分';
  const first = row.cells.find((cell) => cell && cell.reading.kind !== 'empty');
  return first !== undefined && plainLabel(first.text) === '总分';
}

/** For comparison only. */
function points({ reading }: Cell): number {
  return reading.kind === 'figure' ? reading.figure.units / 10 ** reading.figure.decimals : 0;
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}
