/** References of the language (LANGUAGE §3) laid against reports. */
import type { Range, Reference, ReferenceStep } from '../../grammar/syntax-tree.ts';
import { panelExpression, rowExpression, tableExpression } from './canonical.ts';
import { plainLabel } from './label.ts';
import type { NamedReport, Panel, Report, Table } from './model.ts';
import type {
  ReferenceProblem,
  ReferenceScope,
  ReferenceTarget,
  Resolution,
} from './resolution.ts';
import { referenceProblem } from './resolution-messages.ts';
import { type ChosenColumns, type Member, selectColumns } from './resolve-column.ts';
import { everyRow, type PanelRows, selectRows } from './resolve-row.ts';
import { isCalled } from './table-numbers.ts';
import { attachmentByName, mentionedForm, profileNames } from './vocabulary.ts';

export { cellExpression, cellName } from './canonical.ts';
export { childRows } from './hierarchy.ts';

/** Works out what a reference speaks of. Never throws; a reference that fails says why and what could stand there. */
export function resolveReference(reference: Reference, scope: ReferenceScope): Resolution {
  const targets: ReferenceTarget[] = [];
  for (const named of reportsOf(reference, scope)) {
    const report = named?.report ?? scope.report;
    const found = resolveIn(reference, report, named, scope);
    if ('kind' in found) return found;
    targets.push(found);
  }
  if (targets.length === 0) return { kind: 'absent', what: 'report' };
  return { kind: 'resolved', targets };
}

function reportsOf(
  reference: Reference,
  scope: ReferenceScope,
): readonly (NamedReport | undefined)[] {
  switch (reference.scope) {
    case undefined:
      return [undefined];
    case '上年':
      return scope.others.lastYear ? [scope.others.lastYear] : [];
    case '下级':
      return scope.others.subordinates;
  }
}

type Failed = Exclude<Resolution, { readonly kind: 'resolved' }>;

function resolveIn(
  reference: Reference,
  report: Report,
  named: NamedReport | undefined,
  scope: ReferenceScope,
): ReferenceTarget | Failed {
  const candidates = tablesNamed(reference.table.value, report, scope);
  if (candidates === 'absent') return { kind: 'absent', what: 'table' };
  if (candidates.length === 0) {
    const choices = tableChoices(report, scope);
    return failed(
      referenceProblem('unknown-table', reference.table, reference.table.value, choices),
    );
  }
  const { steps } = reference;
  const chosen = chooseInstance(reference, candidates);
  if ('code' in chosen) return failed(chosen);
  const { table, used } = chosen;
  const rest = steps.slice(used);
  const panels = choosePanels(table, rest);
  if ('code' in panels) return failed(panels);
  const parts = rest.slice(panels.used);
  const bracket = parts[0]?.kind === 'bracket' ? parts[0] : undefined;
  const members: Member[] = [];
  for (const step of bracket ? parts.slice(1) : parts) {
    if (step.kind === 'bracket') {
      return failed(referenceProblem('row-after-column', step, '', []));
    }
    members.push(step);
  }
  const shape = itemNumber(table, bracket === undefined, members);
  if (shape) return { report: named, table, ...shape };
  const rows = bracket
    ? selectRows(table, panels.panels, bracket.selector, bracket)
    : panels.panels.map((panel): PanelRows => ({ panel, rows: everyRow(panel) }));
  if ('code' in rows) return failed(rows);
  const fitting = choosePanelByColumn(table, rows, members, reference, bracket);
  if ('code' in fitting) return failed(fitting);
  return { report: named, table, ...fitting };
}

function failed(problem: ReferenceProblem): Failed {
  return { kind: 'unresolved', problems: [problem] };
}

/** Tables with this name or number. 'absent': the profile knows the form and the report does not print it. */
function tablesNamed(
  name: string,
  report: Report,
  scope: ReferenceScope,
): readonly Table[] | 'absent' {
  const cited = scope.ofProfile && profileNames(scope.profile).byCitation.get(name);
  const mentioned = cited
    ? { byName: cited, byNumber: undefined }
    : mentionedForm(scope.profile, name);
  const form = mentioned.byName ?? mentioned.byNumber;
  if (report.ownNumbers && !mentioned.byName) {
    const numbered = report.tables.find((table) => isCalled(table, name));
    if (numbered) return [numbered];
    if (mentioned.byNumber) return 'absent';
  }
  if (form) {
    const table = report.forms.get(form.key);
    return table ? [table] : 'absent';
  }
  const plain = plainLabel(name);
  const own = report.tables.filter((table) => !table.form && plainLabel(table.name) === plain);
  if (own.length > 0) return own;
  const attachment = attachmentByName(scope.profile, name);
  if (!attachment) return [];
  const tables = report.tables.filter((table) => table.syntax.startLine.form === attachment.key);
  return tables.length > 0 ? tables : 'absent';
}

function tableChoices(report: Report, scope: ReferenceScope): string[] {
  const choices = new Set<string>();
  for (const table of report.tables) if (!table.form) choices.add(table.name);
  for (const { key, number } of scope.profile.forms) {
    choices.add(report.forms.get(key)?.number ?? number);
  }
  return [...choices];
}

/** A first bracket may tell instances of an attachment apart: `项目单位自评表[应急移动通信费][…]`. */
function chooseInstance(
  reference: Reference,
  candidates: readonly Table[],
): { readonly table: Table; readonly used: number } | ReferenceProblem {
  const [only, second] = candidates;
  const step = reference.steps[0];
  const written = step?.kind === 'bracket' ? instanceText(step) : undefined;
  if (written !== undefined) {
    const plain = plainLabel(written);
    const table = candidates.find((candidate) => plainLabel(candidate.instance ?? '') === plain);
    if (table && table.instance !== undefined) return { table, used: 1 };
  }
  if (only && !second) return { table: only, used: 0 };
  const choices = candidates.map(tableExpression);
  const another = reference.steps.find((other) => other !== step && other.kind === 'bracket');
  if (step && written !== undefined && another) {
    return referenceProblem('unknown-instance', step, written, choices);
  }
  return referenceProblem('ambiguous-table', reference.table, reference.table.value, choices);
}

function instanceText(step: Extract<ReferenceStep, { kind: 'bracket' }>): string | undefined {
  if (step.selector.kind === 'label') return step.selector.label;
  return step.selector.kind === 'code' ? step.selector.code : undefined;
}

/** The panel that the first name means; all of them where it means none. */
function choosePanels(
  table: Table,
  steps: readonly ReferenceStep[],
): { readonly panels: readonly Panel[]; readonly used: number } | ReferenceProblem {
  const { panels } = table;
  const [first, second] = steps;
  if (first?.kind === 'member') {
    const plain = plainLabel(first.name);
    const panel = panels.find((one) => one.name !== '' && plainLabel(one.name) === plain);
    if (panel) return { panels: [panel], used: 1 };
    if (second?.kind === 'bracket') {
      const names = panels.filter((one) => one.name !== '').map((one) => one.name);
      const code = names.length > 0 ? 'unknown-panel' : 'row-after-column';
      return referenceProblem(code, names.length > 0 ? first : second, first.name, names);
    }
  }
  return { panels, used: 0 };
}

/** 公开09表 numbers its cells 1 to 12 across items and halves: `公开09表.栏次7` is a row and a column. */
function itemNumber(
  table: Table,
  everyRowMeant: boolean,
  members: readonly Member[],
): Omit<ReferenceTarget, 'report' | 'table'> | undefined {
  const [member, second] = members;
  const panel = table.panels[0];
  if (table.form?.shape !== 'items' || !everyRowMeant || !member || second || !panel) {
    return undefined;
  }
  const text = /^栏次(\d{1,2})$/.exec(plainLabel(member.name))?.[1];
  const definitions = panel.definition?.rows ?? [];
  const place = Number(text) - 1;
  const definition = definitions[place % definitions.length];
  const column = panel.columns[Math.floor(place / definitions.length)];
  if (text === undefined || !definition || !column?.definition) return undefined;
  const row = panel.byDefinition.get(definition);
  return {
    panel,
    rows: { kind: 'one', row, definition, code: undefined, label: definition.label },
    columns: [column],
    everyColumn: false,
  };
}

/** Of several panels that have the row, the one that also has the column. */
function choosePanelByColumn(
  table: Table,
  rows: readonly PanelRows[],
  members: readonly Member[],
  reference: Reference,
  bracket: Range | undefined,
): Omit<ReferenceTarget, 'report' | 'table'> | ReferenceProblem {
  const found: (PanelRows & ChosenColumns)[] = [];
  let problem: ReferenceProblem | undefined;
  for (const one of rows) {
    const columns = selectColumns(table, one.panel, members, reference);
    if ('code' in columns) problem ??= columns;
    else found.push({ ...one, ...columns });
  }
  const [only, second] = found;
  if (only && !second) return only;
  if (only) {
    const last = members[members.length - 1];
    const choices = found.map(({ panel, rows: row }) => {
      const place = tableExpression(table) + panelExpression(table, panel);
      return row.kind === 'one' ? place + rowExpression(table, panel, row) : place;
    });
    const code = bracket && only.rows.kind === 'one' ? 'ambiguous-row' : 'ambiguous-panel';
    const written = only.rows.kind === 'one' ? only.rows.label : (last?.name ?? table.name);
    return referenceProblem(code, bracket ?? last ?? reference, written, choices);
  }
  return problem ?? referenceProblem('unknown-panel', reference, table.name, []);
}
