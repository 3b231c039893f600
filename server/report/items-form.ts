/**
 * Forms published as one row of figures whose heads are the items (公开09表). In the model the items are rows. Also
 * read: items as rows (`| 公务接待费 | 1.00 | 0.80 |`), and one row each for 预算数 and 决算数.
 */
import type { CellNode, RowLine, TableNode } from '../../grammar/syntax-tree.ts';
import { foldWidth } from '../../grammar/width.ts';
import type { MoneyUnit } from './figure.ts';
import type { FormDefinition } from './form.ts';
import {
  formIndex,
  headWord,
  isColumnNumberWord,
  type PanelIndex,
  rowsLabelled,
} from './form-index.ts';
import { columnNumbers, type HeadPath, headEnd, headPaths } from './head-rows.ts';
import type { LaidTable } from './lay-form.ts';
import type { Cell, Row, TableProblem } from './model.ts';
import { PanelBuilder, problem } from './panel-builder.ts';

/** What a printed column is: an item's figure, the label of the line, or nothing known. */
interface ItemColumn {
  readonly item: number;
  /** -1: the line's own label says (预算数, 决算数). */
  readonly column: number;
  readonly head: CellNode | undefined;
}

export function layItemsForm(form: FormDefinition, syntax: TableNode, unit: MoneyUnit): LaidTable {
  const index = formIndex(form).panels[0];
  const definition = form.panels[0];
  if (!index || !definition) return { panels: [], rows: [], problems: [] };
  const builder = new PanelBuilder(definition.name, definition, index, unit);
  const items = new ItemsTable(builder, index);
  items.layRows(syntax.rows);
  return { panels: [builder.finish()], rows: items.rows, problems: items.problems };
}

class ItemsTable {
  readonly rows: Row[] = [];
  readonly problems: TableProblem[] = [];
  private readonly builder: PanelBuilder;
  private readonly index: PanelIndex;
  private head: RowLine[] = [];
  private numbers: RowLine | undefined;
  private columns: ReadonlyMap<number, ItemColumn> | undefined;
  /** Amount columns by printed column, where the items are rows. */
  private amountColumns: ReadonlyMap<number, number> | undefined;
  /** By item; undefined for one that the table does not print. */
  private readonly open: ((Row & { cells: (Cell | undefined)[] }) | undefined)[] = [];
  private lines = 0;

  constructor(builder: PanelBuilder, index: PanelIndex) {
    this.builder = builder;
    this.index = index;
  }

  layRows(rows: readonly RowLine[]): void {
    let separated = headEnd(rows);
    rows.forEach((row, at) => {
      if (row.separator) return;
      if (at < separated && row.cells.some((cell) => isFigure(cell.value)) && !isNumbers(row)) {
        separated = -1;
      }
      if (at < separated) this.takeHead(row);
      else if (!this.takeAsHead(row)) this.layBody(row);
    });
  }

  private takeAsHead(row: RowLine): boolean {
    let words = 0;
    let filled = 0;
    for (const cell of row.cells) {
      if (cell.value === '') continue;
      filled += 1;
      if (isFigure(cell.value)) {
        return this.head.length > 0 && this.lines === 0 && isNumbers(row) && this.takeNumbers(row);
      }
      if (this.isHeadWord(cell.value)) words += 1;
    }
    if (filled === 0) return true;
    const first = row.cells[0]?.value ?? '';
    if (isColumnNumberWord(headWord(first))) return this.takeNumbers(row);
    // Where the items are rows, a lone item is one whose amounts are blank.
    if (filled === 1 && this.amountColumns && this.item(first) !== undefined) return false;
    if (words * 2 < filled) return false;
    this.takeHead(row);
    return true;
  }

  private takeHead(row: RowLine): void {
    if (this.columns || this.amountColumns) {
      this.head = [];
      this.numbers = undefined;
      this.columns = undefined;
      this.amountColumns = undefined;
    }
    if (isNumbers(row)) this.numbers = row;
    else this.head.push(row);
  }

  private takeNumbers(row: RowLine): boolean {
    this.numbers = row;
    return true;
  }

  private layBody(row: RowLine): void {
    if (!this.columns && !this.amountColumns) this.readHead(row);
    if (this.amountColumns) this.layItem(row, this.amountColumns);
    else this.layLine(row, this.columns ?? new Map());
  }

  private readHead(body: RowLine): void {
    const paths = headPaths(this.head);
    const itemHeads = paths.filter((path) => this.itemOf(path) !== undefined).length;
    const first = body.cells[0]?.value ?? '';
    if (itemHeads < 2 && this.item(first) !== undefined) {
      this.amountColumns = this.readAmountColumns(paths, body);
    } else if (itemHeads > 0) this.columns = this.readItemColumns(paths);
    else this.columns = this.columnsByPlace(this.label(first) === undefined ? 0 : 1);
  }

  private readAmountColumns(paths: readonly HeadPath[], body: RowLine): Map<number, number> {
    const columns = new Map<number, number>();
    paths.forEach((path, at) => {
      const column = this.columnOf(path);
      if (at === 0 || path.words.length === 0) return;
      if (column !== undefined) {
        columns.set(at, column);
        if (path.cell) this.builder.panel.columns[column]?.heads.push(path.cell);
        return;
      }
      const word = path.words[path.words.length - 1] ?? '';
      if (SKIPPED.includes(word) || !path.cell) return;
      this.problems.push(problem('unknown-column', path.cell, { head: path.cell.value }));
      const { index } = this.builder.addColumn(word, [], this.unit(), 'amount');
      columns.set(at, index);
    });
    if (columns.size > 0) return columns;
    for (let at = 1; at < body.cells.length && at <= this.index.columns.length; at += 1) {
      columns.set(at, at - 1);
    }
    return columns;
  }

  private readItemColumns(paths: readonly HeadPath[]): Map<number, ItemColumn> {
    const columns = new Map<number, ItemColumn>();
    const numbers = columnNumbers(this.numbers);
    const items = this.index.rows.length;
    const places = items * this.index.columns.length;
    const seen = new Map<number, number>();
    const anyColumn = paths.some((path) => this.columnOf(path) !== undefined);
    const full = paths.length === places;
    paths.forEach((path, at) => {
      const item = this.itemOf(path);
      if (item !== undefined) {
        const count = seen.get(item) ?? 0;
        seen.set(item, count + 1);
        const column = this.columnOf(path) ?? (anyColumn || count > 0 ? count : -1);
        columns.set(at, { item, column, head: this.itemHead(path) });
        const model = this.builder.panel.columns[column];
        if (model && path.cell) model.heads.push(path.cell);
        if (model && path.unit !== undefined) model.unit = path.unit;
        return;
      }
      if (path.words.length === 0 || (at === 0 && !full)) return;
      const number = numbers.get(at) ?? (full ? at + 1 : 0);
      if (path.cell && this.columnOf({ ...path, words: path.words.slice(-1) }) === undefined) {
        const expected = this.index.rows[(number - 1) % items]?.label;
        const data = { head: path.cell.value };
        this.problems.push(
          problem('unknown-column', path.cell, expected ? { ...data, expected } : data),
        );
      }
      if (number < 1 || number > places) return;
      const column = Math.floor((number - 1) / items);
      columns.set(at, { item: (number - 1) % items, column, head: path.cell });
    });
    if (anyColumn) return columns;
    // Items twice over without 预算数 and 决算数 above them: budget first.
    const twice = [...seen.values()].some((count) => count > 1);
    if (twice) {
      for (const [at, column] of columns) {
        if (column.column < 0) columns.set(at, { ...column, column: 0 });
      }
    }
    return columns;
  }

  private columnsByPlace(start: number): Map<number, ItemColumn> {
    const columns = new Map<number, ItemColumn>();
    const items = this.index.rows.length;
    for (let place = 0; place < items * this.index.columns.length; place += 1) {
      const column = start > 0 ? -1 : Math.floor(place / items);
      if (start > 0 && place >= items) break;
      columns.set(start + place, { item: place % items, column, head: undefined });
    }
    return columns;
  }

  /** A printed line of figures, one item below each head. */
  private layLine(line: RowLine, columns: ReadonlyMap<number, ItemColumn>): void {
    if (!line.cells.some((cell) => cell.value !== '')) return;
    const labelled = this.label(line.cells[0]?.value ?? '');
    if (labelled === undefined && this.lines > 0) {
      this.problems.push(problem('repeated-row', line, { label: line.cells[0]?.value ?? '' }));
      return;
    }
    this.lines += 1;
    this.openRows(line, columns);
    line.cells.forEach((cell, at) => {
      const column = columns.get(at);
      const amount = column && column.column < 0 ? (labelled ?? 0) : column?.column;
      const row = column && this.open[column.item];
      if (row && amount !== undefined) this.builder.setCell(row, amount, cell);
      else if (cell.value !== '' && !(at === 0 && labelled !== undefined)) {
        this.problems.push(problem('stray-cell', cell, { text: cell.value }));
      }
    });
  }

  private openRows(line: RowLine, columns: ReadonlyMap<number, ItemColumn>): void {
    if (this.open.length > 0) return;
    const heads: (CellNode | undefined)[] = [];
    for (const { item, head } of columns.values()) heads[item] ??= head;
    this.index.rows.forEach((definition, item) => {
      if (definition.mayLack && heads[item] === undefined) this.open.push(undefined);
      else this.addRow(line, definition, heads[item]);
    });
  }

  /** A printed line is one item. */
  private layItem(line: RowLine, columns: ReadonlyMap<number, number>): void {
    const labelCell = line.cells[0];
    const text = labelCell?.value ?? '';
    if (!labelCell || !line.cells.some((cell) => cell.value !== '')) return;
    const item = this.item(text);
    const definition = item === undefined ? undefined : this.index.rows[item];
    const row = this.addRow(line, definition, labelCell);
    line.cells.forEach((cell, at) => {
      const column = columns.get(at);
      if (column !== undefined) this.builder.setCell(row, column, cell);
      else if (cell.value !== '' && at >= line.cells.length) {
        this.problems.push(problem('stray-cell', cell, { text: cell.value }));
      }
    });
    if (!definition) this.problems.push(problem('unknown-row', row.range, { label: text }));
    else if (this.builder.panel.byDefinition.get(definition) !== row) {
      this.problems.push(problem('repeated-row', row.range, { label: text }));
    }
  }

  private addRow(
    line: RowLine,
    definition: Row['definition'],
    labelCell: CellNode | undefined,
  ): Row & { cells: (Cell | undefined)[] } {
    const printed = labelCell?.value ?? '';
    const row = this.builder.addRow({
      line,
      block: 0,
      range: labelCell ?? line,
      code: undefined,
      codeCell: undefined,
      label: printed === '' ? (definition?.label ?? '') : printed,
      labelCell,
      rowNumber: undefined,
      rowNumberCell: undefined,
      definition,
    });
    this.open.push(row);
    this.rows.push(row);
    return row;
  }

  private unit() {
    return this.builder.panel.columns[0]?.unit ?? '万元';
  }

  private item(text: string): number | undefined {
    return text === '' ? undefined : rowsLabelled(this.index, text)[0];
  }

  /**
   * The item that a column's lowest head names, or the one above it where the lowest says 预算数 or 决算数. Several
   * heads may read 小计: the words above one say of what.
   */
  private itemOf({ words }: HeadPath): number | undefined {
    const at = words.findLastIndex((word) => this.label(word) === undefined);
    const leaf = words[at];
    if (leaf === undefined) return undefined;
    return this.item((words[at - 1] ?? '') + leaf) ?? this.item(leaf);
  }

  /** The cell that names a column's item; none where the head's lowest cell says 预算数 or 决算数. */
  private itemHead({ words, cell }: HeadPath): CellNode | undefined {
    return this.label(words[words.length - 1] ?? '') === undefined ? cell : undefined;
  }

  private columnOf(path: HeadPath): number | undefined {
    for (const word of path.words) {
      const column = this.label(word);
      if (column !== undefined) return column;
    }
    return undefined;
  }

  /** 预算数 or 决算数, as a head or as a line's label. */
  private label(text: string): number | undefined {
    return text === '' ? undefined : this.index.columnsByName.get(headWord(text));
  }

  private isHeadWord(text: string): boolean {
    return (
      this.item(text) !== undefined ||
      this.label(text) !== undefined ||
      KEY_HEADS.includes(headWord(text))
    );
  }
}

const KEY_HEADS = ['项目', '三公经费', '支出项目', '栏次', '行次', '序号'];
/** Heads over row numbers, where the items are rows. */
const SKIPPED = ['行次', '序号', '栏次'];

function isFigure(text: string): boolean {
  // A negative amount may stand in brackets; 栏次 may too.
  const first = foldWidth(text.charAt(text.startsWith('（') || text.startsWith('(') ? 1 : 0));
  return (first >= '0' && first <= '9') || first === '-' || first === '.';
}

/** 栏次: 1, 2, 3 … without a gap. */
function isNumbers(row: RowLine): boolean {
  let expected = 0;
  for (const cell of row.cells) {
    if (cell.value === '') continue;
    if (isColumnNumberWord(headWord(cell.value))) continue;
    expected += 1;
    if (foldWidth(cell.value) !== String(expected)) return false;
  }
  return expected > 1;
}
