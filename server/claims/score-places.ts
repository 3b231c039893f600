/** The total score (总分) that a self-evaluation form gives: what the narrative repeats. */
import { plainLabel } from '../report/label.ts';
import type { Cell, Report, Row, Table } from '../report/model.ts';
import type { Place } from './claim.ts';
import { withoutBrackets } from './phrase-forms.ts';

/** The self-evaluation forms of one kind of attachment, by the names of their instances. */
export class ScorePlaces {
  readonly #tables: readonly Table[];
  /** Undefined for a name that two instances have. */
  #byName: Map<string, Table | undefined> | undefined;
  #byBareName: Map<string, Table | undefined> | undefined;

  constructor(report: Report, attachment: string) {
    this.#tables = report.tables.filter((table) => table.syntax.startLine.form === attachment);
  }

  /**
   * The place of 总分: with a name in the instance of that name (brackets may be left out where that is unique), without
   * one where the report has only one such form.
   */
  place(name: string | undefined): Place | undefined {
    const table = name === undefined ? only(this.#tables) : this.#instance(plainLabel(name));
    return table && totalScore(table);
  }

  #instance(name: string): Table | undefined {
    this.#byName ??= this.#instances((words) => words);
    if (this.#byName.has(name)) return this.#byName.get(name);
    this.#byBareName ??= this.#instances(withoutBrackets);
    return this.#byBareName.get(withoutBrackets(name));
  }

  #instances(key: (name: string) => string): Map<string, Table | undefined> {
    const instances = new Map<string, Table | undefined>();
    for (const table of this.#tables) {
      if (table.instance === undefined || table.instance === '') continue;
      const name = key(plainLabel(table.instance));
      instances.set(name, instances.has(name) ? undefined : table);
    }
    return instances;
  }
}

/** 得分 stands last in the row of 总分, behind 分值: how the columns are headed is too often damaged to rely on. */
function totalScore(table: Table): Place | undefined {
  let row: Row | undefined;
  for (const one of table.rows) {
    if (!isTotal(one)) continue;
    if (row) return undefined;
    row = one;
  }
  const figures = row?.cells.filter((cell) => cell?.reading.kind === 'figure') ?? [];
  const [full, score, more] = figures;
  if (!row || !full || !score || more || points(score) > points(full)) return undefined;
  const { panel } = row;
  const { column } = score;
  return { report: undefined, table, panel, row, code: undefined, definition: undefined, column };
}

function isTotal(row: Row): boolean {
  if (row.label !== '') return row.label.includes('总') && plainLabel(row.label) === '总分';
  for (const cell of row.cells) {
    if (!cell || cell.reading.kind === 'empty') continue;
    return cell.text.includes('总') && plainLabel(cell.text) === '总分';
  }
  return false;
}

/** For comparison only. */
function points({ reading }: Cell): number {
  return reading.kind === 'figure' ? reading.figure.units / 10 ** reading.figure.decimals : 0;
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}
