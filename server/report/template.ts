/** Tables without any head: the form's own layouts are tried, and the one that the cells fit best is taken. */
import type { RowLine } from '../../grammar/syntax-tree.ts';
import type { FormDefinition } from './form.ts';
import type { AmountColumn, ColumnGroup, Layout } from './layout.ts';

/** The layout that fits best; of equally good ones that of the table's own width. */
export function guessLayout(form: FormDefinition, rows: readonly RowLine[]): Layout {
  let best: Layout | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  let widest = 0;
  for (const row of rows) widest = Math.max(widest, row.cells.length);
  for (const layout of templatesOf(form)) {
    const score = fitness(layout, rows);
    // A name column more or less says nothing; a whole group of columns does.
    const closer = Math.abs(layout.width - widest) + 1 < Math.abs((best?.width ?? 0) - widest);
    if (score > bestScore || (score === bestScore && closer)) {
      best = layout;
      bestScore = score;
    }
  }
  return best ?? { groups: [], width: 0, unclaimed: [] };
}

const templates = new WeakMap<FormDefinition, readonly Layout[]>();

function templatesOf(form: FormDefinition): readonly Layout[] {
  let list = templates.get(form);
  if (!list) {
    list = form.shape === 'coded' ? codedTemplates(form) : fixedTemplates(form);
    templates.set(form, list);
  }
  return list;
}

/** Side by side and below each other, with and without 行次. */
function fixedTemplates(form: FormDefinition): Layout[] {
  const layouts: Layout[] = [];
  const all = form.panels.map((_, panel) => panel);
  for (const numbered of [true, false]) {
    const keys = numbered ? 2 : 1;
    const make = (panels: readonly number[], start: number, panel: number): ColumnGroup => {
      const amounts = form.panels.map((definition, at) =>
        panels.includes(at) ? consecutive(start + keys, definition.columns.length) : [],
      );
      const length = Math.max(...amounts.map((columns) => columns.length));
      return {
        panel,
        block: 0,
        label: start,
        rowNumber: numbered ? start + 1 : -1,
        code: [],
        name: -1,
        start,
        end: start + keys + length,
        amounts,
      };
    };
    const sideBySide: ColumnGroup[] = [];
    for (const panel of all) {
      sideBySide.push(make([panel], sideBySide.at(-1)?.end ?? 0, panel));
    }
    layouts.push(layoutOf(sideBySide));
    if (all.length > 1) layouts.push(layoutOf([make(all, 0, -1)]));
  }
  return layouts;
}

/** One to as many groups as the form prints, with and without the name column. */
function codedTemplates(form: FormDefinition): Layout[] {
  const layouts: Layout[] = [];
  const definition = form.panels[0];
  if (!definition) return layouts;
  for (let count = definition.groups; count >= 1; count -= 1) {
    for (const named of [true, false]) {
      const keys = named ? 2 : 1;
      const groups: ColumnGroup[] = [];
      for (let block = 0; block < count; block += 1) {
        const start = block * (keys + definition.columns.length);
        groups.push({
          panel: 0,
          block,
          label: -1,
          rowNumber: -1,
          code: [start],
          name: named ? start + 1 : -1,
          start,
          end: start + keys + definition.columns.length,
          amounts: [consecutive(start + keys, definition.columns.length)],
        });
      }
      layouts.push(layoutOf(groups));
    }
  }
  return layouts;
}

function consecutive(start: number, length: number): AmountColumn[] {
  return Array.from({ length }, (_, column) => ({ at: start + column, column }));
}

function layoutOf(groups: readonly ColumnGroup[]): Layout {
  return { groups, width: groups.at(-1)?.end ?? 0, unclaimed: [] };
}

/** How well cells stand where the layout expects their kind. */
function fitness(layout: Layout, rows: readonly RowLine[]): number {
  let score = 0;
  const expected: Expected[] = [];
  for (const group of layout.groups) {
    for (let at = group.start; at < group.end; at += 1) expected[at] = 'amount';
    if (group.label >= 0) expected[group.label] = 'text';
    if (group.name >= 0) expected[group.name] = 'text';
    if (group.rowNumber >= 0) expected[group.rowNumber] = 'row-number';
    for (const at of group.code) expected[at] = 'code';
  }
  for (const row of rows) {
    row.cells.forEach((cell, at) => {
      if (cell.value !== '') score += SCORES[expected[at] ?? 'none'][contentKind(cell.value)];
    });
  }
  return score;
}

type Expected = 'text' | 'row-number' | 'code' | 'amount' | 'none';
type Content = 'text' | 'small' | 'digits' | 'number' | 'mark';

const SCORES: Readonly<Record<Expected, Readonly<Record<Content, number>>>> = {
  text: { text: 2, small: -2, digits: -2, number: -2, mark: -1 },
  'row-number': { text: -3, small: 2, digits: -3, number: -3, mark: -1 },
  code: { text: 0, small: -2, digits: 2, number: -3, mark: -1 },
  amount: { text: -2, small: 1, digits: 0, number: 1, mark: 1 },
  none: { text: -3, small: -3, digits: -3, number: -3, mark: -1 },
};

/** `small`: an integer below 100; `digits`: a longer one; `number`: anything else that begins like a number. */
function contentKind(text: string): Content {
  const first = text.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) {
    for (let at = 1; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code < 0x30 || code > 0x39) return code > 0x7f || code === 0x20 ? 'digits' : 'number';
    }
    return text.length <= 2 ? 'small' : 'digits';
  }
  if (text.length <= 2 && (text === '-' || text === '—' || text === '/' || text === '——')) {
    return 'mark';
  }
  return first === 0x2d ? 'number' : 'text';
}
