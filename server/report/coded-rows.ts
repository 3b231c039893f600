/** Rows of forms whose rows carry subject codes. */
import type { CellNode, Range, RowLine } from '../../grammar/syntax-tree.ts';
import { dropBlanks, foldWidth } from '../../grammar/width.ts';
import type { RowDefinition } from './form.ts';
import { rowsLabelled } from './form-index.ts';
import type { Laying } from './lay-form.ts';
import type { ColumnGroup, Layout } from './layout.ts';
import type { Row } from './model.ts';
import { problem } from './panel-builder.ts';

export function layCodedRow(laying: Laying, layout: Layout, line: RowLine): void {
  const single = laying.panels[0]?.panel.definition?.columns.length === 1;
  if (single && layTotals(laying, layout, line)) return;
  for (const group of layout.groups) layGroup(laying, group, line);
}

function layGroup(laying: Laying, group: ColumnGroup, line: RowLine): void {
  const builder = laying.panels[0];
  if (!builder) return;
  const { cells } = line;
  const name = group.name < 0 ? undefined : cells[group.name];
  const code = codeOf(group, line, builder.codesAbove[group.block]);
  if (code.isCode) builder.codesAbove[group.block] = code.code;
  if (!code.text && !name?.value && !hasAmount(group, line)) return;
  const definition =
    (code.text && !code.isCode ? totalLabelled(laying, code.text) : undefined) ??
    (name?.value && !code.isCode ? totalLabelled(laying, name.value) : undefined);
  const label = labelOf(code, name, definition);
  const row = builder.addRow({
    line,
    block: group.block,
    range: keyRange(code.text ? code.cell : name, line),
    code: code.isCode ? code.code : undefined,
    codeCell: code.isCode ? code.cell : undefined,
    label: label.text,
    labelCell: label.cell,
    rowNumber: undefined,
    rowNumberCell: undefined,
    definition,
  });
  laying.rows.push(row);
  for (const { at, column } of group.amounts[0] ?? []) {
    const cell = cells[at];
    if (cell) builder.setCell(row, column, cell);
  }
  reportRow(laying, row);
}

function reportRow(laying: Laying, row: Row): void {
  const { panel } = row;
  if (row.code !== undefined) {
    if (panel.byCode.get(row.code) !== row) {
      laying.problems.push(
        problem('repeated-row', row.range, { code: row.code, label: row.label }),
      );
    }
  } else if (!row.definition) {
    laying.problems.push(problem('unknown-row', row.range, { label: row.label }));
  } else if (panel.byDefinition.get(row.definition) !== row) {
    laying.problems.push(problem('repeated-row', row.range, { label: row.label }));
  }
}

function keyRange(cell: CellNode | undefined, line: RowLine): Range {
  return cell && cell.value !== '' ? cell : line;
}

/**
 * Totals of a form with a single amount column (公开06表): several may stand on one line, each label in the code or
 * the name column, each taking the last number before the next label or subject. False where the line holds no total.
 */
function layTotals(laying: Laying, layout: Layout, line: RowLine): boolean {
  const { groups } = layout;
  const first = groups.findIndex((group) => totalIn(laying, group, line) !== undefined);
  if (first < 0) return false;
  for (let at = 0; at < groups.length; at += 1) {
    const group = groups[at];
    if (!group) continue;
    const total = totalIn(laying, group, line);
    if (!total) {
      layGroup(laying, group, line);
      continue;
    }
    let amount = lastAmount(group, line);
    while (at + 1 < groups.length && isContinued(laying, groups[at + 1], line)) {
      at += 1;
      const next = groups[at];
      amount = (next && lastAmount(next, line)) ?? amount;
    }
    layTotal(laying, group, line, total, amount);
  }
  return true;
}

interface TotalLabel {
  readonly cell: CellNode;
  readonly definition: RowDefinition;
}

function totalIn(laying: Laying, group: ColumnGroup, line: RowLine): TotalLabel | undefined {
  for (const at of [...group.code, group.name]) {
    const cell = line.cells[at];
    if (!cell || cell.value === '' || isDigitCode(cell.value.charCodeAt(0))) continue;
    const definition = totalLabelled(laying, cell.value);
    if (definition) return { cell, definition };
  }
  return undefined;
}

/** A group without a key of its own, right of a total: part of the merged cell that holds the total's amount. */
function isContinued(laying: Laying, group: ColumnGroup | undefined, line: RowLine): boolean {
  if (!group || totalIn(laying, group, line)) return false;
  const name = group.name < 0 ? undefined : line.cells[group.name];
  return !codeOf(group, line).isCode && !(name && isText(name.value));
}

/** The cell under the group's own amount head; where a merged cell pushed it on, the last number of the group. */
function lastAmount(group: ColumnGroup, line: RowLine): CellNode | undefined {
  const own = line.cells[group.amounts[0]?.find(({ column }) => column === 0)?.at ?? -1];
  if (own && own.value !== '' && !isText(own.value)) return own;
  let last: CellNode | undefined;
  for (let at = group.start; at < group.end; at += 1) {
    const cell = line.cells[at];
    if (cell && cell.value !== '' && !isText(cell.value)) last = cell;
  }
  return last;
}

function isText(text: string): boolean {
  return text.charCodeAt(0) >= 0x4e00 && text.charCodeAt(0) <= 0x9fff;
}

function layTotal(
  laying: Laying,
  group: ColumnGroup,
  line: RowLine,
  total: TotalLabel,
  amount: CellNode | undefined,
): void {
  const builder = laying.panels[0];
  if (!builder) return;
  const row = builder.addRow({
    line,
    block: group.block,
    range: total.cell,
    code: undefined,
    codeCell: undefined,
    label: total.cell.value,
    labelCell: total.cell,
    rowNumber: undefined,
    rowNumberCell: undefined,
    definition: total.definition,
  });
  laying.rows.push(row);
  if (amount) builder.setCell(row, 0, amount);
  reportRow(laying, row);
}

function totalLabelled(laying: Laying, text: string): RowDefinition | undefined {
  const index = laying.panels[0]?.index;
  if (!index || text.length > LONGEST_TOTAL) return undefined;
  const at = rowsLabelled(index, text)[0];
  return at === undefined ? undefined : index.rows[at];
}

const LONGEST_TOTAL = 24;

function hasAmount(group: ColumnGroup, line: RowLine): boolean {
  for (const { at } of group.amounts[0] ?? []) {
    if (line.cells[at]?.value) return true;
  }
  return false;
}

interface PrintedCode {
  /** What the code columns hold, joined. */
  readonly text: string;
  readonly isCode: boolean;
  /** Half-width, without blanks; empty where the text is no code. */
  readonly code: string;
  /** A name printed in the same cell: `2010301 行政运行`. */
  readonly name: string;
  readonly cell: CellNode | undefined;
}

const NO_CODE: PrintedCode = { text: '', isCode: false, code: '', name: '', cell: undefined };

/** `above`: the code of the row above, which a code split over 类, 款, 项 continues where its first parts are blank. */
function codeOf(group: ColumnGroup, line: RowLine, above = ''): PrintedCode {
  let text = '';
  let cell: CellNode | undefined;
  let part = 0;
  for (const at of group.code) {
    const printed = line.cells[at];
    if (printed && printed.value !== '') {
      const continued = text === '' && part > 0 && /^[\d\uff10-\uff19]{2}$/.test(printed.value);
      if (continued && above.length > 2 * part) text = above.slice(0, 1 + 2 * part);
      text += printed.value;
      cell ??= printed;
    }
    part += 1;
  }
  if (text === '') return NO_CODE;
  if (isAllDigits(text)) return { text, isCode: true, code: text, name: '', cell };
  const plain = foldWidth(text);
  if (!isDigitCode(plain.charCodeAt(0))) return { text, isCode: false, code: '', name: '', cell };
  const han = plain.search(HAN);
  if (han < 0) return { text, isCode: true, code: dropBlanks(plain), name: '', cell };
  const code = dropBlanks(plain.slice(0, han));
  return { text, isCode: true, code, name: text.slice(han).trim(), cell };
}

const HAN = /[\u4e00-\u9fff]/;

function isAllDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (!isDigitCode(text.charCodeAt(at))) return false;
  }
  return true;
}

function isDigitCode(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function labelOf(
  code: PrintedCode,
  name: CellNode | undefined,
  definition: RowDefinition | undefined,
): { readonly text: string; readonly cell: CellNode | undefined } {
  if (code.isCode || !code.text) {
    if (name?.value) return { text: name.value, cell: name };
    return { text: code.name, cell: code.name === '' ? name : code.cell };
  }
  // A total's label, or words where a code belongs.
  if (definition && name?.value && rowsMean(name.value, definition)) {
    return { text: name.value, cell: name };
  }
  return { text: code.text, cell: code.cell };
}

function rowsMean(text: string, definition: RowDefinition): boolean {
  return text === definition.label || definition.aliases.includes(text);
}
