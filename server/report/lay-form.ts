/** Lays a table of a known form, with codes or fixed rows, against the form. */
import type { CellNode, RowLine, TableNode } from '../../grammar/syntax-tree.ts';
import { foldWidth } from '../../grammar/width.ts';
import { layCodedRow } from './coded-rows.ts';
import type { MoneyUnit } from './figure.ts';
import { FixedRows } from './fixed-rows.ts';
import type { FormDefinition } from './form.ts';
import { type FormIndex, formIndex } from './form-index.ts';
import { headEnd, isRowLabel, rowKind } from './head-rows.ts';
import { HeadProblems, type Layout, readLayout } from './layout.ts';
import type { Panel, Row, TableProblem } from './model.ts';
import { PanelBuilder, problem } from './panel-builder.ts';
import { guessLayout } from './template.ts';

export interface LaidTable {
  readonly panels: readonly Panel[];
  readonly rows: readonly Row[];
  readonly problems: readonly TableProblem[];
}

/** What laying one table needs at every row. */
export interface Laying {
  readonly index: FormIndex;
  readonly panels: readonly PanelBuilder[];
  /** Rows of all panels in source order. */
  readonly rows: Row[];
  readonly problems: TableProblem[];
}

export function layForm(form: FormDefinition, syntax: TableNode, unit: MoneyUnit): LaidTable {
  const index = formIndex(form);
  const laying: Laying = {
    index,
    panels: form.panels.map(
      (panel, at) => new PanelBuilder(panel.name, panel, index.panels[at], unit),
    ),
    rows: [],
    problems: [],
  };
  const stretches = splitStretches(syntax, laying);
  if (form.shape === 'coded') {
    for (const { layout, rows } of stretches) {
      for (const row of rows) {
        layCodedRow(laying, layout, row);
        reportStrayCells(laying, layout, row);
      }
    }
  } else {
    const fixed = new FixedRows(laying, stretches);
    for (const { layout, rows, panel } of stretches) {
      if (panel >= 0) fixed.currentPanel = panel;
      for (const row of rows) {
        fixed.lay(layout, row, panel);
        reportStrayCells(laying, layout, row);
      }
    }
  }
  return {
    panels: laying.panels.map((panel) => panel.finish()),
    rows: laying.rows,
    problems: laying.problems,
  };
}

/** Body rows that stand under one head. */
export interface Stretch {
  readonly layout: Layout;
  readonly rows: readonly RowLine[];
  /** Panel that a row of its own names above them (a lone `支出`); -1 where none does. */
  readonly panel: number;
}

function splitStretches(syntax: TableNode, laying: Laying): Stretch[] {
  const { rows } = syntax;
  const separated = headEnd(rows);
  const open: { head: RowLine[]; numbers: RowLine | undefined; body: RowLine[] }[] = [];
  let current: (typeof open)[number] | undefined;
  let inHead = true;
  let inBody = false;
  rows.forEach((row, at) => {
    if (row.separator) return;
    const kind = rowKind(row, laying.index, inHead);
    // A separator may stand under the head of a later panel only: what follows a body row is none of its head.
    const above = at < separated && !inBody;
    const isHead = kind !== 'body' || (above && !looksLikeBody(row, laying.index));
    // 人员经费 and 公用经费 over the groups of 公开06表 say nothing that the codes do not.
    if (!isHead && headsGroups(rows, at, laying.index)) return;
    if (!isHead) {
      inBody = true;
      if (!current) {
        current = { head: [], numbers: undefined, body: [] };
        open.push(current);
      }
      current.body.push(row);
      inHead = false;
      return;
    }
    const alone = (current?.head.length ?? 0) > 0 && namedPanel([row], laying.index) >= 0;
    if (!current || current.body.length > 0 || alone) {
      current = { head: [], numbers: undefined, body: [] };
      open.push(current);
    }
    inHead = true;
    if (kind === 'numbers') current.numbers = row;
    else if (kind === 'head' || countFilled(row) > 1) current.head.push(row);
  });
  return layStretches(open, laying);
}

/** Above `|---|` stands the head, unless a tool put it under the first body row. */
function looksLikeBody(row: RowLine, index: FormIndex): boolean {
  return row.cells.some(
    ({ value }) =>
      /^\d{3}|^-?\d[\d,]*\.\d/.test(foldWidth(value)) ||
      (isRowLabel(index, value) && !index.headWords.has(value)),
  );
}

/** A label that is no total, above a head: what the columns below it are parts of. */
const TOTAL = /计$/;

/** Whether a row is nothing but labels of rows, and a head stands right below it. */
function headsGroups(rows: readonly RowLine[], at: number, index: FormIndex): boolean {
  const row = rows[at];
  const below = rows[at + 1];
  if (!row || !below || below.separator) return false;
  let labels = 0;
  for (const { value } of row.cells) {
    if (value === '') continue;
    if (TOTAL.test(value) || !isRowLabel(index, value)) return false;
    labels += 1;
  }
  return labels > 1 && rowKind(below, index, false) === 'head';
}

function countFilled(row: RowLine): number {
  let filled = 0;
  for (const cell of row.cells) if (cell.value !== '') filled += 1;
  return filled;
}

function layStretches(
  open: readonly {
    readonly head: readonly RowLine[];
    readonly numbers: RowLine | undefined;
    readonly body: readonly RowLine[];
  }[],
  laying: Laying,
): Stretch[] {
  const { index, panels } = laying;
  const problems = new HeadProblems(laying.problems);
  const stretches: Stretch[] = [];
  let layout: Layout | undefined;
  /** Rows above the first head of a table that has one further down: laid like those below it. */
  let waiting: readonly RowLine[] | undefined;
  for (const { head, numbers, body } of open) {
    const panel = namedPanel(head, index);
    if (head.length > 0 && (panel < 0 || !layout)) {
      const next = readLayout(head, numbers, index, panels, problems);
      if (next.groups.some((group) => group.amounts.some((columns) => columns.length > 0))) {
        layout = next;
      }
    }
    if (!layout && head.length === 0) {
      waiting = body;
      continue;
    }
    layout ??= guessLayout(index.form, body);
    if (waiting) stretches.push({ layout, rows: waiting, panel: -1 });
    waiting = undefined;
    stretches.push({ layout, rows: body, panel });
  }
  if (waiting) {
    stretches.push({ layout: guessLayout(index.form, waiting), rows: waiting, panel: -1 });
  }
  return stretches;
}

/** The panel that a head of nothing but its name stands for. */
function namedPanel(head: readonly RowLine[], index: FormIndex): number {
  if (head.length !== 1) return -1;
  let named = -1;
  for (const cell of head[0]?.cells ?? []) {
    if (cell.value === '') continue;
    const word = index.headWords.get(cell.value);
    if (!word || word.panel < 0 || named >= 0) return -1;
    named = word.panel;
  }
  return named;
}

function reportStrayCells(laying: Laying, layout: Layout, row: RowLine): void {
  for (const at of layout.unclaimed) {
    const cell = row.cells[at];
    if (cell && cell.value !== '') reportStray(laying, cell);
  }
  for (let at = layout.width; at < row.cells.length; at += 1) {
    const cell = row.cells[at];
    if (cell && cell.value !== '') reportStray(laying, cell);
  }
}

function reportStray(laying: Laying, cell: CellNode): void {
  laying.problems.push(problem('stray-cell', cell, { text: cell.value }));
}
