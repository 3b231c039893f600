/** Rows of forms whose rows are printed labels with 行次 (公开01表, 公开04表). */
import type { CellNode, Range, RowLine } from '../../grammar/syntax-tree.ts';
import type { RowDefinition } from './form.ts';
import { type PanelIndex, rowsLabelled } from './form-index.ts';
import { plainLabel, withoutOrdinal } from './label.ts';
import type { Laying, Stretch } from './lay-form.ts';
import type { ColumnGroup, Layout } from './layout.ts';
import type { PanelBuilder } from './panel-builder.ts';
import { problem } from './panel-builder.ts';
import { slipBetween } from './slip.ts';

/** What one printed row of one panel is. */
interface Identified {
  readonly panel: number;
  readonly place: number;
  /** The label names another row than the printed 行次. */
  readonly disagrees: boolean;
  /** The label is one letter away from the row's. */
  readonly misspelt?: true;
}

export class FixedRows {
  /** Panel that rows of a stacked table belong to until one says otherwise. */
  currentPanel = 0;
  private readonly laying: Laying;
  /**
   * A printed 行次 identifies the row. Only where most labels of the table say otherwise does the table count its rows
   * in its own way (24 classes instead of 26), and the labels decide.
   */
  private readonly numbersIdentify: boolean;
  private disagreeing = 0;
  private firstDisagreement: { range: Range; data: Record<string, string> } | undefined;

  constructor(laying: Laying, stretches: readonly Stretch[]) {
    this.laying = laying;
    this.numbersIdentify = this.vote(stretches);
  }

  lay(layout: Layout, line: RowLine, panel: number): void {
    for (const group of layout.groups) {
      this.layGroup(layout, group, line, group.panel < 0 && panel >= 0 ? panel : group.panel);
    }
  }

  private layGroup(layout: Layout, group: ColumnGroup, line: RowLine, side: number): void {
    const { cells } = line;
    const labelCell = group.label < 0 ? undefined : cells[group.label];
    const numberCell = group.rowNumber < 0 ? undefined : cells[group.rowNumber];
    const label = labelCell?.value ?? '';
    const rowNumber = readRowNumber(numberCell);
    if (label === '' && !this.printsAmount(group, line)) return;
    const found = this.identify(side, label, rowNumber);
    const panel = found?.panel ?? (side < 0 ? this.currentPanel : side);
    const builder = this.laying.panels[panel];
    if (!builder) return;
    if (side < 0) this.currentPanel = panel;
    const definition = found ? builder.index?.rows[found.place] : undefined;
    const row = builder.addRow({
      line,
      block: group.block,
      range: label !== '' && labelCell ? labelCell : (numberCell ?? line),
      code: definition?.code,
      codeCell: undefined,
      label,
      labelCell,
      rowNumber,
      rowNumberCell: rowNumber === undefined ? undefined : numberCell,
      definition,
    });
    this.laying.rows.push(row);
    for (const { at, column } of group.amounts[panel] ?? []) {
      const cell = cells[at];
      if (cell) builder.setCell(row, column, cell);
    }
    if (found?.disagrees && definition && labelCell) {
      this.reportDisagreement(labelCell, rowNumber, definition, builder);
    } else if (found?.misspelt && definition && labelCell) {
      const data = { label, expected: definition.label };
      this.laying.problems.push(problem('label-misspelt', labelCell, data));
    } else if (!definition) {
      this.laying.problems.push(problem('unknown-row', row.range, { label }));
    } else if (builder.panel.byDefinition.get(definition) !== row) {
      this.laying.problems.push(problem('repeated-row', row.range, { label: definition.label }));
    }
    if (found) builder.lastLaid = found.place;
    if (layout.groups.length > 1 || side >= 0) return;
    this.reportAmountsOfOtherPanels(group, panel, line);
  }

  /** Below each other, a row may print cells under heads that only another panel has. */
  private reportAmountsOfOtherPanels(group: ColumnGroup, panel: number, line: RowLine): void {
    const own = group.amounts[panel] ?? [];
    for (const [other, columns] of group.amounts.entries()) {
      if (other === panel) continue;
      for (const { at } of columns) {
        const cell = line.cells[at];
        if (!cell || cell.value === '' || own.some((column) => column.at === at)) continue;
        if (isNothing(cell.value)) continue;
        this.laying.problems.push(problem('stray-cell', cell, { text: cell.value }));
      }
    }
  }

  private printsAmount(group: ColumnGroup, line: RowLine): boolean {
    for (const columns of group.amounts) {
      for (const { at } of columns) if (line.cells[at]?.value) return true;
    }
    return false;
  }

  private identify(
    side: number,
    label: string,
    rowNumber: number | undefined,
  ): Identified | undefined {
    if (rowNumber !== undefined && this.numbersIdentify) {
      const found = this.byNumber(side, rowNumber);
      if (found) {
        const { panel, place } = found;
        const disagrees = label !== '' && !this.labels(panel, label).includes(place);
        return { panel, place, disagrees };
      }
    }
    return label === '' ? undefined : (this.byLabel(side, label) ?? this.byNearLabel(side, label));
  }

  /** The only row not laid yet whose label is one slip away: 社会保障与就业支出. */
  private byNearLabel(side: number, label: string): Identified | undefined {
    const printed = withoutOrdinal(plainLabel(label));
    if (printed.length < SHORTEST_NEAR) return undefined;
    let found: Identified | undefined;
    for (const [panel, { index, panel: model }] of this.laying.panels.entries()) {
      if (side >= 0 && side !== panel) continue;
      for (const [place, row] of (index?.rows ?? []).entries()) {
        if (row.label === '' || model.byDefinition.has(row)) continue;
        if (slipBetween(printed, withoutOrdinal(plainLabel(row.label))) === undefined) continue;
        if (found) return undefined;
        found = { panel, place, disagrees: false, misspelt: true };
      }
    }
    return found;
  }

  private byNumber(side: number, rowNumber: number): { panel: number; place: number } | undefined {
    for (const [panel, { index }] of this.laying.panels.entries()) {
      if (side >= 0 && side !== panel) continue;
      const place = index?.rowsByNumber.get(rowNumber);
      if (place !== undefined) return { panel, place };
    }
    return undefined;
  }

  /** Of two panels that know the label the first has it, until it has been laid there. */
  private byLabel(side: number, label: string): Identified | undefined {
    let fallback: Identified | undefined;
    for (const [panel, builder] of this.laying.panels.entries()) {
      if (side >= 0 && side !== panel) continue;
      const places = this.labels(panel, label);
      if (places.length === 0) continue;
      const place = nextPlace(builder, places);
      if (place !== undefined) return { panel, place, disagrees: false };
      const again = nextOfItsKind(builder, label);
      if (again !== undefined) return { panel, place: again, disagrees: false };
      fallback ??= { panel, place: places[0] ?? 0, disagrees: false };
    }
    return fallback;
  }

  private labels(panel: number, label: string): readonly number[] {
    const index = this.laying.panels[panel]?.index;
    return index ? rowsLabelled(index, label) : [];
  }

  private vote(stretches: readonly Stretch[]): boolean {
    let agree = 0;
    let disagree = 0;
    for (const { layout, rows } of stretches) {
      for (const group of layout.groups) {
        if (group.rowNumber < 0 || group.label < 0) continue;
        for (const row of rows) {
          const label = row.cells[group.label]?.value;
          const rowNumber = label ? readRowNumber(row.cells[group.rowNumber]) : undefined;
          if (!label || rowNumber === undefined) continue;
          if (this.agrees(group.panel, label, rowNumber)) agree += 1;
          else disagree += 1;
        }
      }
    }
    return agree >= disagree;
  }

  private agrees(side: number, label: string, rowNumber: number): boolean {
    const found = this.byNumber(side, rowNumber);
    return found !== undefined && this.labels(found.panel, label).includes(found.place);
  }

  /** Once for each table: labels that slipped by a row disagree in every line after. */
  private reportDisagreement(
    cell: CellNode,
    rowNumber: number | undefined,
    definition: RowDefinition,
    builder: PanelBuilder,
  ): void {
    this.disagreeing += 1;
    if (!this.firstDisagreement) {
      const data: Record<string, string> = {
        label: cell.value,
        rowNumber: String(rowNumber ?? ''),
        expected: definition.label,
        meant: this.otherRow(cell.value),
        panel: builder.panel.name,
      };
      this.firstDisagreement = { range: cell, data };
      this.laying.problems.push(problem('label-disagrees', cell, data));
    }
    this.firstDisagreement.data.count = String(this.disagreeing);
  }

  /** 行次 of the row that a label names, where the form knows it. */
  private otherRow(label: string): string {
    for (const [panel, { index }] of this.laying.panels.entries()) {
      const place = this.labels(panel, label)[0];
      const row = place === undefined ? undefined : index?.rows[place];
      if (row?.rowNumber !== undefined) return String(row.rowNumber);
    }
    return '';
  }
}

/** Of shorter labels one letter is too much of the word: 教育 and 体育. */
const SHORTEST_NEAR = 4;

/** Of rows with one label, the first after the row laid last; else the first that has not been laid. */
function nextPlace(builder: PanelBuilder, places: readonly number[]): number | undefined {
  const index: PanelIndex | undefined = builder.index;
  let open: number | undefined;
  for (const place of places) {
    const definition = index?.rows[place];
    if (!definition || builder.panel.byDefinition.has(definition)) continue;
    if (place > builder.lastLaid) return place;
    open ??= place;
  }
  return open;
}

/**
 * A label that has been laid comes again below a subtotal, with its ordinal or without: the three budgets of
 * 年初财政拨款结转和结余 are numbered 一、二、三 by some. The rows between it and the row laid last are none of other roles.
 */
function nextOfItsKind(builder: PanelBuilder, label: string): number | undefined {
  const { index, lastLaid } = builder;
  const bare = withoutOrdinal(plainLabel(label));
  const place = index?.rowsByBareLabel.get(bare)?.find((one) => one > lastLaid);
  if (index === undefined || place === undefined) return undefined;
  for (let at = Math.max(lastLaid + 1, 0); at <= place; at += 1) {
    const row = index.rows[at];
    if (row?.role !== 'item' || builder.panel.byDefinition.has(row)) return undefined;
  }
  return place;
}

function readRowNumber(cell: CellNode | undefined): number | undefined {
  const text = cell?.value;
  if (!text || text.length > 3) return undefined;
  let number = 0;
  for (let at = 0; at < text.length; at += 1) {
    let digit = text.charCodeAt(at) - 0x30;
    if (digit > 9) digit = text.charCodeAt(at) - 0xff10;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return number;
}

function isNothing(text: string): boolean {
  return text === '-' || text === '—' || text === '/' || /^0(?:\.0+)?$/.test(text);
}
