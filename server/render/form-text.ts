/** A form as an author would begin it: heads, separator, the rows that every report has; columns in line. */
import stringWidth from 'string-width';
import { format } from '../../grammar/format.ts';
import { parse } from '../../grammar/parse.ts';
import type { ColumnDefinition, FormDefinition, PanelDefinition, Profile } from '../report/form.ts';
import { vocabularyOf } from '../report/vocabulary.ts';

/** The lines of a form without the word 表 and the blank before its name. */
export function formText(profile: Profile, form: FormDefinition): string {
  const text = `表 ${titleOf(profile, form)}\n${form.panels.map((panel) => panelText(form, panel)).join('')}`;
  const aligned = format(parse(text, vocabularyOf(profile)), { displayWidth: stringWidth });
  return aligned.replace(/^表 /, '').trimEnd();
}

/** Number and name, as the profile's reports print them. */
function titleOf({ forms, practice }: Profile, form: FormDefinition): string {
  switch (practice.numbers) {
    case 'fixed':
    case 'usual':
      return `${form.number} ${form.name}`;
    case 'ordinal':
      return `表${'一二三四五六七八九'.charAt(forms.indexOf(form))} ${form.name}`;
    case 'none':
    case 'any':
      return form.name;
  }
}

/** Panels stand below each other; the columns of an income panel are few. */
function panelText({ shape }: FormDefinition, { keys, columns, rows }: PanelDefinition): string {
  const heads = keys
    .filter(({ kind }) => kind !== 'row-number')
    .map(({ heads: [head = ''] }) => head);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const blank = columns.map(() => '');
  const names = columns.map((column) => headOf(column, columns));
  const separator = line([...heads.map(() => '---'), ...names.map(() => '---:')]);
  const labels = rows.filter(({ label }) => label !== '').map(({ label }) => label);
  const body =
    shape === 'coded'
      ? labels.map((label) => line([...heads.slice(1).map(() => ''), label, ...blank]))
      : labels.map((label) => line([label, ...blank]));
  const shown = heads.length > 0 ? heads : ['项目'];
  return (
    line([...shown, ...names]) +
    (heads.length > 0 ? separator : line(['---', ...names.map(() => '---:')])) +
    body.join('')
  );
}

/** A column's name; two of the same name are told apart by their heads. */
function headOf({ name, path }: ColumnDefinition, columns: readonly ColumnDefinition[]): string {
  const same = columns.filter((other) => other.name === name).length;
  return same > 1 && path.length > 0 ? `${path.join('')}${name}` : name;
}
