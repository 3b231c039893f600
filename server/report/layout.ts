/**
 * How a table's printed columns stand for the form's: which are keys and which amounts, in which panel. Columns are
 * known by their heads, then by the 栏次 under them, and by their place only where a head cannot be read.
 */
import type { RowLine } from '../../grammar/syntax-tree.ts';
import type { ColumnDefinition } from './form.ts';
import { type FormIndex, knownHead } from './form-index.ts';
import { columnNumbers, type HeadPath, headPaths } from './head-rows.ts';
import { withoutRemark } from './label.ts';
import type { TableProblem } from './model.ts';
import { type PanelBuilder, problem } from './panel-builder.ts';

/** Problems of a table's heads: each is reported where it stands first, not again after each page break. */
export class HeadProblems {
  private readonly problems: TableProblem[];
  private readonly known = new Set<string>();

  constructor(problems: TableProblem[]) {
    this.problems = problems;
  }

  add(what: string, found: TableProblem): void {
    const key = `${found.code} ${what}`;
    if (this.known.has(key)) return;
    this.known.add(key);
    this.problems.push(found);
  }
}

export interface Layout {
  readonly groups: readonly ColumnGroup[];
  /** Printed columns that the layout knows; cells further right are stray. */
  readonly width: number;
  /** Printed columns that stand for nothing (no head above them). */
  readonly unclaimed: readonly number[];
}

/** Key and amount columns that stand together: one panel's, or one of the three groups of 公开06表. */
export interface ColumnGroup {
  /** -1 where the head does not say: panels stand below each other and each row tells its own. */
  readonly panel: number;
  readonly block: number;
  /** Printed columns; -1 where there is none. A code may be split over several (类, 款, 项). */
  readonly label: number;
  readonly rowNumber: number;
  readonly code: readonly number[];
  readonly name: number;
  /** First printed column of the group and the one after its last. */
  readonly start: number;
  readonly end: number;
  /** By panel: which printed column fills which of the panel's columns. */
  readonly amounts: readonly (readonly AmountColumn[])[];
}

export interface AmountColumn {
  /** Printed column. */
  readonly at: number;
  /** Index into the panel's columns. */
  readonly column: number;
}

interface OpenGroup {
  panel: number;
  label: number;
  rowNumber: number;
  code: number[];
  name: number;
  start: number;
  end: number;
  amounts: { at: number; path: HeadPath }[];
}

/** Lays a head (its rows, and the row of 栏次 under it) against the form. Unknown columns are added to the panels. */
export function readLayout(
  rows: readonly RowLine[],
  numbersRow: RowLine | undefined,
  index: FormIndex,
  panels: readonly PanelBuilder[],
  problems: HeadProblems,
): Layout {
  const paths = headPaths(rows);
  const unclaimed: number[] = [];
  const open = splitGroups(paths, index, unclaimed);
  const numbers = columnNumbers(numbersRow);
  namePanels(open, panels.length);
  let block = 0;
  const groups = open.map((group): ColumnGroup => {
    const context = { group, numbers, panels, problems };
    const amounts =
      group.panel >= 0
        ? panels.map((_, panel) => (panel === group.panel ? mapAmounts(context, panel, true) : []))
        : mapStacked(context);
    const { panel, label, rowNumber, code, name, start, end } = group;
    return {
      panel,
      block: panels.length === 1 ? block++ : 0,
      label,
      rowNumber,
      code,
      name,
      start,
      end,
      amounts,
    };
  });
  return { groups, width: paths.length, unclaimed };
}

/** Splits the printed columns into groups: a new one begins where a key comes again after amounts, or a
 * panel's name does. */
function splitGroups(
  paths: readonly HeadPath[],
  index: FormIndex,
  unclaimed: number[],
): OpenGroup[] {
  const groups: OpenGroup[] = [];
  let group: OpenGroup | undefined;
  paths.forEach((path, at) => {
    const { words } = path;
    let panel = -1;
    for (const word of words) panel = Math.max(panel, knownHead(index, word)?.panel ?? -1);
    const key = keyKind(words, index, group);
    const another =
      !group ||
      (panel >= 0 && group.panel >= 0 && panel !== group.panel) ||
      (group.amounts.length > 0 && hasKey(group, key));
    if (another && words.length > 0) {
      group = {
        panel: -1,
        label: -1,
        rowNumber: -1,
        code: [],
        name: -1,
        start: at,
        end: at + 1,
        amounts: [],
      };
      groups.push(group);
    }
    if (!group) {
      unclaimed.push(at);
      return;
    }
    group.end = at + 1;
    if (panel >= 0) group.panel = panel;
    if (key === 'label' && group.label < 0) group.label = at;
    else if (key === 'row-number' && group.rowNumber < 0) group.rowNumber = at;
    else if (key === 'code') group.code.push(at);
    else if ((key === 'name' || key === 'blank') && group.name < 0) group.name = at;
    else if (key !== undefined) unclaimed.push(at);
    else group.amounts.push({ at, path });
  });
  return groups;
}

function hasKey(group: OpenGroup, key: ReturnType<typeof keyKind>): boolean {
  switch (key) {
    case 'label':
      return group.label >= 0;
    case 'row-number':
      return group.rowNumber >= 0;
    case 'code':
      return group.code.length > 0;
    case 'name':
      return group.name >= 0;
    default:
      return false;
  }
}

/** `blank`: no head, and the group's name column is still to come. Undefined: an amount column. */
function keyKind(
  words: readonly string[],
  index: FormIndex,
  group: OpenGroup | undefined,
): 'label' | 'row-number' | 'code' | 'name' | 'blank' | undefined {
  const coded = index.form.shape === 'coded';
  const leaf = words[words.length - 1];
  const fresh = !group || group.amounts.length > 0;
  if (leaf === undefined) {
    if (!coded || fresh || group.name >= 0 || group.code.length === 0) return undefined;
    return 'blank';
  }
  const word = knownHead(index, leaf);
  if (word?.key) return word.key;
  if (word && word.panel >= 0 && !word.column) return coded ? 'code' : 'label';
  if (word && !word.column) {
    // 项目 and its kin head whichever key is still to come.
    if (!coded) return 'label';
    return fresh || group.code.length === 0 ? 'code' : 'name';
  }
  return undefined;
}

/** Groups that no head names: several stand for the panels in order; one alone may hold them all. */
function namePanels(groups: OpenGroup[], panels: number): void {
  if (panels === 1) {
    for (const group of groups) group.panel = 0;
    return;
  }
  if (groups.length < 2) return;
  groups.forEach((group, at) => {
    if (group.panel < 0) group.panel = at % panels;
  });
}

interface Mapping {
  readonly group: OpenGroup;
  readonly numbers: ReadonlyMap<number, number>;
  readonly panels: readonly PanelBuilder[];
  readonly problems: HeadProblems;
}

/** Panels below each other under one head: a column that no panel knows is unknown, one that any knows is not. */
function mapStacked(mapping: Mapping): AmountColumn[][] {
  const known = new Set<number>();
  const amounts = mapping.panels.map((_, panel) => {
    const columns = mapAmounts(mapping, panel, false);
    for (const { at } of columns) known.add(at);
    return columns;
  });
  const last = mapping.panels.length - 1;
  for (const { at, path } of mapping.group.amounts) {
    if (known.has(at) || path.words.length === 0) continue;
    const column = addUnknown(mapping, last, path, undefined);
    if (column >= 0) amounts[last]?.push({ at, column });
  }
  return amounts;
}

/** `final`: what stays unknown becomes a column of its own, and is reported. */
function mapAmounts(mapping: Mapping, panelNumber: number, final: boolean): AmountColumn[] {
  const builder = mapping.panels[panelNumber];
  const names = builder?.index?.columnsByName;
  if (!builder || !names) return [];
  const definitions = builder.index?.columns ?? [];
  const printed = mapping.group.amounts;
  const columnOf: number[] = printed.map(({ path }) => columnByPath(path.words, names));
  const taken = new Set<number>();
  columnOf.forEach((column, place) => {
    if (column >= 0 && taken.has(column)) columnOf[place] = -1;
    else if (column >= 0) taken.add(column);
  });
  printed.forEach(({ at, path }, place) => {
    if ((columnOf[place] ?? -1) >= 0) return;
    const number = mapping.numbers.get(at);
    let column = definitions.findIndex(
      (definition) => number !== undefined && definition.number === number,
    );
    if (column < 0 && (printed.length === definitions.length || definitions.length === 1)) {
      column = definitions.length === 1 ? 0 : place;
    }
    if (column < 0 || taken.has(column)) return;
    taken.add(column);
    columnOf[place] = column;
    // In a stacked table the head of the other panel stands above this one's amounts.
    if (final && path.words.length > 0) report(mapping, path, definitions[column]?.name);
  });
  if (final && mapping.numbers.size > 0) reportMissing(mapping, definitions, taken);
  const amounts: AmountColumn[] = [];
  printed.forEach(({ at, path }, place) => {
    let column = columnOf[place] ?? -1;
    if (column < 0 && final && path.words.length > 0) {
      column = addUnknown(mapping, panelNumber, path, undefined);
    }
    if (column < 0) return;
    amounts.push({ at, column });
    const model = builder.panel.columns[column];
    if (!model) return;
    if (path.cell) model.heads.push(path.cell);
    if (path.unit !== undefined) model.unit = path.unit;
  });
  return amounts;
}

/** By the whole path (`本年支出小计`), then by its lowest word. */
function columnByPath(words: readonly string[], names: ReadonlyMap<string, number>): number {
  const leaf = words[words.length - 1];
  if (leaf === undefined) return -1;
  return names.get(words.join('')) ?? names.get(leaf) ?? names.get(withoutRemark(leaf)) ?? -1;
}

/** No published table comes near; what lies beyond is left to the stray cells. */
const MOST_UNKNOWN = 64;

function addUnknown(
  mapping: Mapping,
  panelNumber: number,
  path: HeadPath,
  expected: string | undefined,
): number {
  const builder = mapping.panels[panelNumber];
  const name = path.words[path.words.length - 1] ?? '';
  const above = path.words.slice(0, -1);
  const columns = builder?.panel.columns ?? [];
  const same = columns.find(
    (column) => !column.definition && column.name === name && column.path.join() === above.join(),
  );
  if (same || !builder) return same?.index ?? -1;
  if (columns.length - (builder.index?.columns.length ?? 0) >= MOST_UNKNOWN) return -1;
  if (!builder.panel.definition?.alsoPrinted?.includes(name)) report(mapping, path, expected);
  return builder.addColumn(name, above, columns[0]?.unit ?? '万元', 'amount').index;
}

/** A table that prints 栏次 is laid out as published: a column that it leaves out is missing, not left out as zeros. */
function reportMissing(
  mapping: Mapping,
  definitions: readonly ColumnDefinition[],
  taken: ReadonlySet<number>,
): void {
  const last = mapping.group.amounts.findLast(({ path }) => path.cell !== undefined);
  definitions.forEach(({ name, mayLack }, column) => {
    if (mayLack || taken.has(column) || !last?.path.cell) return;
    mapping.problems.add(name, problem('missing-column', last.path.cell, { column: name }));
  });
}

function report(mapping: Mapping, path: HeadPath, expected: string | undefined): void {
  if (!path.cell) return;
  const head = path.cell.value;
  mapping.problems.add(
    head,
    problem('unknown-column', path.cell, expected === undefined ? { head } : { head, expected }),
  );
}
