/** The `[row]` of a reference. */
import type { Range, RowSelector } from '../../grammar/syntax-tree.ts';
import { panelExpression, rowExpression, tableExpression } from './canonical.ts';
import type { RowDefinition } from './form.ts';
import { formIndex, type PanelIndex } from './form-index.ts';
import { plainLabel, withoutOrdinal } from './label.ts';
import type { Panel, Row, Table } from './model.ts';
import type { EachRow, OneRow, ReferenceProblem, RowChoice } from './resolution.ts';
import { referenceProblem } from './resolution-messages.ts';

export interface PanelRows {
  readonly panel: Panel;
  readonly rows: RowChoice;
}

/** What a selector means in each of the panels that may be meant; only panels where it means something. */
export function selectRows(
  table: Table,
  panels: readonly Panel[],
  selector: RowSelector,
  range: Range,
): readonly PanelRows[] | ReferenceProblem {
  switch (selector.kind) {
    case 'all':
      return panels.map((panel) => ({ panel, rows: everyRow(panel) }));
    case 'children':
      return panels.map((panel) => ({ panel, rows: { kind: 'children' } }));
    case 'level':
      return selectLevel(panels, selector.level, range);
    case 'code':
      return selectCode(table, panels, selector.code, range);
    case 'row-number':
      return selectNumber(table, panels, selector.number, range);
    case 'label':
      return selectLabel(table, panels, selector.label, range);
  }
}

/** Every printed row; rows that say nothing are not in the model. */
export function everyRow(panel: Panel): EachRow {
  return { kind: 'each', selector: 'all', rows: panel.rows };
}

const DIGITS = { 类: 3, 款: 5, 项: 7 } as const;

function selectLevel(
  panels: readonly Panel[],
  level: '类' | '款' | '项',
  range: Range,
): readonly PanelRows[] | ReferenceProblem {
  const coded = panels.filter(hasCodes);
  if (coded.length === 0) return referenceProblem('no-codes', range, level, []);
  return coded.map((panel) => {
    const rows = panel.rows.filter((row) => row.code?.length === DIGITS[level]);
    return { panel, rows: { kind: 'each', selector: level, rows } };
  });
}

function hasCodes(panel: Panel): boolean {
  const { definition } = panel;
  if (!definition) return panel.byCode.size > 0;
  return isCoded(panel) || definition.rows.some((row) => row.code !== undefined);
}

function isCoded(panel: Panel): boolean {
  return panel.definition?.keys.some((key) => key.kind === 'code') ?? false;
}

function selectCode(
  table: Table,
  panels: readonly Panel[],
  code: string,
  range: Range,
): readonly PanelRows[] | ReferenceProblem {
  const found: PanelRows[] = [];
  for (const panel of panels) {
    const printed = panel.byCode.get(code);
    const definition =
      printed?.definition ?? panel.definition?.rows.find((row) => row.code === code);
    if (printed || definition) found.push({ panel, rows: oneRow(printed, definition, code, code) });
  }
  if (found.length > 0) return found;
  // A subject without money has no row; whether the code exists at all is for the subject rules.
  const coded = panels.find(isCoded);
  if (coded && [3, 5, 7].includes(code.length)) {
    return [{ panel: coded, rows: oneRow(undefined, undefined, code, code) }];
  }
  return selectLabel(table, panels, code, range);
}

function selectNumber(
  table: Table,
  panels: readonly Panel[],
  number: number,
  range: Range,
): readonly PanelRows[] | ReferenceProblem {
  const found: PanelRows[] = [];
  for (const panel of panels) {
    const definition = panel.definition?.rows.find((row) => row.rowNumber === number);
    const printed = definition
      ? panel.byDefinition.get(definition)
      : panel.rows.find((row) => row.rowNumber === number);
    if (definition || printed) {
      found.push({ panel, rows: oneRow(printed, definition, undefined, `行${number}`) });
    }
  }
  if (found.length > 0) return found;
  return referenceProblem('unknown-row', range, `行${number}`, rowChoices(table, panels));
}

function oneRow(
  row: Row | undefined,
  definition: RowDefinition | undefined,
  code: string | undefined,
  written: string,
): OneRow {
  const defined = row?.definition ?? definition;
  const label = row && row.label !== '' ? row.label : (defined?.label ?? '');
  return {
    kind: 'one',
    row,
    definition: defined,
    code: row?.code ?? defined?.code ?? code,
    label: label === '' ? written : label,
  };
}

/** Exact before bare, in all panels before either counts. */
function selectLabel(
  table: Table,
  panels: readonly Panel[],
  label: string,
  range: Range,
): readonly PanelRows[] | ReferenceProblem {
  const plain = plainLabel(label);
  for (const exact of [true, false]) {
    const key = exact ? plain : withoutOrdinal(plain);
    const found: PanelRows[] = [];
    for (const panel of panels) {
      const matches = matchesIn(table, panel, key, exact);
      const [first, second] = matches;
      if (first && second) {
        const choices = matches.map((row) => choiceOf(table, panel, row));
        return referenceProblem('ambiguous-row', range, label, choices);
      }
      if (first) found.push({ panel, rows: first });
    }
    if (found.length > 0) return found;
  }
  return referenceProblem('unknown-row', range, label, rowChoices(table, panels));
}

function matchesIn(table: Table, panel: Panel, key: string, exact: boolean): OneRow[] {
  const found: OneRow[] = [];
  const index = indexOf(table, panel);
  const places = exact ? index?.rowsByLabel.get(key) : index?.rowsByBareLabel.get(key);
  for (const place of places ?? []) {
    const definition = index?.rows[place];
    if (!definition) continue;
    found.push(oneRow(panel.byDefinition.get(definition), definition, undefined, key));
  }
  // The form's own label is meant before another row's alias.
  if (found.length > 1) {
    const own = found.filter((row) => plainLabel(row.definition?.label ?? '') === key);
    if (own.length === 1) return own;
  }
  for (const row of panel.rows) {
    if (row.definition) continue;
    const printed = plainLabel(row.label);
    if (printed !== '' && (exact ? printed : withoutOrdinal(printed)) === key) {
      found.push(oneRow(row, undefined, undefined, key));
    }
  }
  return found;
}

function indexOf(table: Table, panel: Panel): PanelIndex | undefined {
  return table.form && formIndex(table.form).panels[table.panels.indexOf(panel)];
}

function choiceOf(table: Table, panel: Panel, row: Row | OneRow): string {
  return tableExpression(table) + panelExpression(table, panel) + rowExpression(table, panel, row);
}

function rowChoices(table: Table, panels: readonly Panel[]): string[] {
  const choices = new Set<string>();
  for (const panel of panels) {
    for (const definition of panel.definition?.rows ?? []) {
      if (definition.label === '') continue;
      choices.add(rowExpression(table, panel, oneRow(undefined, definition, undefined, '')));
    }
    for (const row of panel.rows) {
      if (!row.definition) choices.add(rowExpression(table, panel, row));
    }
  }
  return [...choices];
}
