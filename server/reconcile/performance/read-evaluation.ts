/**
 * Reads a self-evaluation form by its heads. Its rows come from grids whose cells were merged, so a row may stand a cell to the
 * left or right of its heads; it is read then only where its cells, in order, can be nothing else.
 */

import type { CellNode, RowLine } from '../../../grammar/syntax-tree.ts';
import { readCell } from '../../report/cells.ts';
import { keptWith } from '../../report/kept-with.ts';
import type { Table } from '../../report/model.ts';
import {
  type Evaluation,
  type FundRow,
  isHan,
  type ScoredRow,
  type Spot,
  type TotalRow,
} from './evaluation.ts';
import { bareSpot, type Filled, filledAt, filledCells, isFragment } from './filled.ts';
import { emptyFund, fundCells, fundRow } from './read-fund-row.ts';
import { type Head, readHead } from './read-head.ts';
import { rowInOrder, rowInPlace, scoredRow } from './read-scored-row.ts';
import { fundLabel, GRADE_HEAD, type HeadKey, isSubtotalLabel, isTotalLabel } from './words.ts';

/** Whether a table calls itself a self-evaluation form; which it is, its heads say. */
export function mayBeEvaluation({ form, name }: Table): boolean {
  return form === undefined && /自评|绩效/.test(name);
}

/** What can be read of a form; kept with it. */
export const evaluationOf: (table: Table) => Evaluation = keptWith((table: Table) =>
  new Reader(table).read(),
);

/** What a glance at a row of a scored block tells. */
interface Sight {
  readonly hasFigure: boolean;
  readonly isTotal: boolean;
  readonly isSubtotal: boolean;
  /** Where 等级 stands; -1. */
  readonly graded: number;
}

function lookAt(cells: readonly CellNode[], weight: number): Sight {
  let hasFigure = false;
  let isTotal = false;
  let isSubtotal = false;
  let graded = -1;
  let isFirst = true;
  for (let at = 0; at < cells.length; at++) {
    const { value } = cells[at] as CellNode;
    if (value === '') continue;
    if (isHan(value)) {
      if (value.length <= 12) {
        if (isFirst && isTotalLabel(value)) isTotal = true;
        if (at <= weight && isSubtotalLabel(value)) isSubtotal = true;
        if (value.length <= 8 && value.includes('等') && GRADE_HEAD.test(value)) graded = at;
      }
    } else if (!hasFigure) {
      const last = value.charCodeAt(value.length - 1);
      // Points, and deviations in percent.
      hasFigure =
        value.length <= 15 && ((last >= 0x30 && last <= 0x39) || last === 0x25 || last > 0x7f);
    }
    isFirst = false;
  }
  return { hasFigure, isTotal, isSubtotal, graded };
}

function isShort(text: string): boolean {
  return text.length <= 2;
}

class Reader {
  readonly #table: Table;
  readonly #funds: FundRow[] = [];
  readonly #projects: FundRow[] = [];
  readonly #rows: ScoredRow[] = [];
  readonly #totals: TotalRow[] = [];
  #grade: CellNode | undefined;
  #asksReasons = false;
  #unreadFunds = 0;
  #unreadRows = 0;

  constructor(table: Table) {
    this.#table = table;
  }

  read(): Evaluation {
    let head: Head | undefined;
    for (const row of this.#table.syntax.rows) {
      if (row.separator) continue;
      if (head?.kind === 'scored') {
        const scored = rowInPlace(row.cells, head) ?? rowInOrder(row.cells, head);
        if (scored !== undefined) {
          this.#rows.push(scored);
          continue;
        }
      }
      const next = readHead(row);
      if (next !== undefined) {
        head = next;
        if (!head.isManagement && head.kind === 'scored') {
          this.#asksReasons ||= head.places.has('reason');
        }
        continue;
      }
      if (head === undefined) continue;
      if (head.kind === 'scored') this.#scored(row, head);
      else if (head.places.has('project')) this.#project(row, head);
      else if (!this.#fund(row, head)) head = undefined;
    }
    const [total, another] = this.#totals;
    return {
      table: this.#table,
      kind:
        /部门|单位整体/.test(this.#table.name) && !/项目/.test(this.#table.name)
          ? 'department'
          : 'project',
      funds: this.#funds,
      projects: this.#projects,
      rows: this.#rows,
      total: another === undefined ? total : undefined,
      grade: this.#grade,
      decimals: this.#decimals(),
      printsDeviation: this.#rows.some(({ deviation }) => deviation !== undefined),
      asksReasons: this.#asksReasons,
      unreadFunds: this.#unreadFunds,
      unreadRows: this.#unreadRows,
    };
  }

  #decimals(): number {
    let most = 0;
    const look = (spot: Spot | undefined): void => {
      if (spot && spot.decimals > most) most = spot.decimals;
    };
    for (const { score } of this.#rows) look(score);
    for (const { score } of this.#funds) look(score);
    for (const { score } of this.#totals) look(score);
    return Math.min(most, 2);
  }

  /** False where the row is none of the money any more. */
  #fund(row: RowLine, head: Head): boolean {
    let named: ReturnType<typeof fundLabel>;
    let from = -1;
    for (let at = 0; at < row.cells.length; at++) {
      const { value } = row.cells[at] as CellNode;
      if (value === '') continue;
      const label = isHan(value) || /^[(（“"其]/.test(value) ? fundLabel(value) : undefined;
      if (label === undefined) {
        if (named !== undefined) break;
        if (!isHan(value)) {
          // Figures without a name.
          this.#unreadFunds += 1;
          return true;
        }
        continue;
      }
      named = { ...label, isWithin: label.isWithin || named?.isWithin === true };
      from = at;
    }
    if (named === undefined) return row.cells.every(({ value }) => value === '' || isShort(value));
    const values = filledCells(row, from + 1);
    if (values.length === 0) {
      this.#funds.push({ ...emptyFund(named), isInPlace: true, isFilled: false });
      return true;
    }
    const read = fundCells(values, head, from);
    if (read === undefined) {
      this.#unreadFunds += 1;
      return true;
    }
    const fund = fundRow(named, read, head);
    if (fund === undefined) this.#unreadFunds += 1;
    else this.#funds.push(fund);
    return true;
  }

  /** A row of a list, where every cell stands under its head. */
  #project({ cells }: RowLine, head: Head): void {
    const name = filledAt(cells, head.places.get('project') ?? -1);
    if (name === undefined) return;
    const found = new Map<HeadKey, Filled>();
    for (const [key, at] of head.places) {
      const cell = filledAt(cells, at);
      if (cell) found.set(key, { at, cell, reading: readCell(cell, '', 'text') });
    }
    const named = { label: name.value, isTotal: false, isWithin: false };
    const project = fundRow(named, { cells: found, isInPlace: true }, head);
    if (project === undefined) this.#unreadFunds += 1;
    else this.#projects.push(project);
  }

  #scored(row: RowLine, head: Head): void {
    const { cells } = row;
    const sight = lookAt(cells, head.weight);
    if (sight.graded >= 0)
      this.#grade = cells.find((cell, at) => at > sight.graded && cell.value !== '');
    if (!sight.hasFigure || sight.isSubtotal) return;
    if (sight.isTotal) {
      this.#total(filledCells(row, 0), head);
      return;
    }
    const scored = scoredRow(filledCells(row, 0), head);
    if (scored === undefined) this.#unreadRows += 1;
    else this.#rows.push(scored);
  }

  #total(filled: readonly Filled[], head: Head): void {
    const places = filled.filter((one) => bareSpot(one) !== undefined);
    const spots = places.flatMap((one) => bareSpot(one) ?? []);
    // Alone under the head of the weights it is none of the scores.
    const isWeight = places.length === 1 && places[0]?.at === head.weight;
    if (isWeight || filled.some(isFragment)) {
      this.#unreadRows += 1;
      return;
    }
    const [first, second, more] = spots;
    if (first === undefined || more !== undefined) this.#unreadRows += 1;
    else
      this.#totals.push(
        second === undefined
          ? { weight: undefined, score: first }
          : { weight: first, score: second },
      );
  }
}
