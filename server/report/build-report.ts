import { ownCopy } from '../../grammar/own-copy.ts';
import type { Range, SyntaxTree, TableFieldPart, TableNode } from '../../grammar/syntax-tree.ts';
import type { MoneyUnit } from './figure.ts';
import type { FormDefinition, Profile } from './form.ts';
import { readHeader, readMoneyUnit } from './header.ts';
import { layItemsForm } from './items-form.ts';
import type { KeptTables } from './kept-tables.ts';
import { LaidWhenAsked } from './laid-when-asked.ts';
import { layForm } from './lay-form.ts';
import type { Report, ReportHeader, Table, TableProblem } from './model.ts';
import { problem } from './panel-builder.ts';
import { tableNumbers } from './table-numbers.ts';
import { formByName, formByNumber, mentionedForm, profileNames } from './vocabulary.ts';

/**
 * Lays a syntax tree against a profile's forms. Total: what does not fit is kept as a table's problems.
 *
 * `kept`: tables that were laid against the same profile when the text was another, to go on with.
 */
export function buildReport(tree: SyntaxTree, profile: Profile, kept?: KeptTables): Report {
  const header = readHeader(tree, profile);
  const tables: NumberedTable[] = [];
  const forms = new Map<string, Table>();
  for (const syntax of tree.tables) {
    const before: NumberedTable | undefined = kept?.of(syntax, header.unit);
    const table = before ?? buildTable(syntax, tree, header, profile);
    if (before) before.number = usualNumber(before.form, before.name);
    tables.push(table);
    if (table.form && !forms.has(table.form.key)) forms.set(table.form.key, table);
  }
  const { numbers, own } = tableNumbers(tables, profile);
  for (const [table, number] of numbers) (table as NumberedTable).number = number;
  return { tree, header, tables, forms, ownNumbers: own };
}

/** Whose number may still turn out to be another. */
interface NumberedTable extends Table {
  number: string;
}

function usualNumber(form: FormDefinition | undefined, name: string): string {
  return form?.number ?? name;
}

function buildTable(
  syntax: TableNode,
  tree: SyntaxTree,
  header: ReportHeader,
  profile: Profile,
): NumberedTable {
  const fields: TableFieldPart[] = [];
  for (const line of syntax.fields) fields.push(...line.parts);
  const problems: TableProblem[] = [];
  const form = formOf(syntax, fields, profile, problems);
  const { unit, unitField } = unitOf(syntax, fields, header);
  const { startLine } = syntax;
  const notes = joinNotes(syntax, tree.text);
  const name = form?.name ?? startLine.name.value;
  const instance = startLine.instance?.value;
  const number = usualNumber(form, name);
  const base = { syntax, form, number, name, instance, unit, unitField, fields, notes };
  if (form) {
    const laid =
      form.shape === 'items' ? layItemsForm(form, syntax, unit) : layForm(form, syntax, unit);
    return {
      ...base,
      panels: laid.panels,
      rows: laid.rows,
      problems: problems.length === 0 ? laid.problems : [...problems, ...laid.problems],
    };
  }
  return new LaidWhenAsked(base, problems, startLine.form !== undefined);
}

/** Where number and name disagree the name decides; the number is reported. */
function formOf(
  syntax: TableNode,
  fields: readonly TableFieldPart[],
  profile: Profile,
  problems: TableProblem[],
): FormDefinition | undefined {
  const { startLine } = syntax;
  const known = startLine.form && profileNames(profile).byKey.get(startLine.form);
  if (startLine.form !== undefined && !known) return undefined;
  const mentioned = mentionedForm(profile, startLine.name.value);
  // The author's own table may stand under any number: only a table that begins as a form is one.
  if (!known && !mentioned.byName && !mentioned.byNumber) return undefined;
  let form = mentioned.byName;
  for (const field of fields) {
    if (!form && field.kind === 'form-name') form = formByName(profile, field.value);
  }
  form ??= known || mentioned.byNumber;
  if (!form) return undefined;
  const { byNumber } = mentioned;
  if (byNumber && byNumber !== form) {
    problems.push(numberDisagrees(startLine.name, byNumber.number, byNumber, form));
  }
  for (const field of fields) {
    const other = field.kind === 'form-number' && formByNumber(profile, field.value);
    if (other && other !== form) {
      problems.push(numberDisagrees(field.valueRange, field.value, other, form));
    }
  }
  return form;
}

function numberDisagrees(
  range: Range,
  number: string,
  other: FormDefinition,
  form: FormDefinition,
): TableProblem {
  const data = { number, name: form.name, expected: form.number, other: other.name };
  return problem('number-disagrees', range, data);
}

function unitOf(
  syntax: TableNode,
  fields: readonly TableFieldPart[],
  header: ReportHeader,
): Pick<Table, 'unit' | 'unitField'> {
  const { unit } = syntax.startLine;
  const stated: MoneyUnit | undefined = unit && readMoneyUnit(unit.value);
  if (unit && stated) return { unit: stated, unitField: unit };
  for (const field of fields) {
    if (field.kind !== 'unit') continue;
    const printed = readMoneyUnit(field.value);
    if (printed) return { unit: printed, unitField: field.valueRange };
  }
  return { unit: header.unit, unitField: undefined };
}

function joinNotes(syntax: TableNode, text: string): Table['notes'] {
  const notes: {
    keyword: string | undefined;
    text: string;
    range: { start: number; end: number };
  }[] = [];
  for (const line of syntax.notes) {
    // A table may outlive the text.
    const content = ownCopy(text.slice(line.content.start, line.content.end));
    const last = notes.at(-1);
    if (line.keyword !== undefined || !last) {
      const range = { start: line.start, end: line.end };
      notes.push({ keyword: line.keyword, text: content, range });
    } else {
      last.text += content;
      last.range.end = line.end;
    }
  }
  return notes;
}
