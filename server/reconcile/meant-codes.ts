/**
 * Misprinted subject codes: a row whose name stands under another code, one slip away, in the other tables of the
 * report, where neither table prints both. The code is wrong there and not the name, and the row is the one it means.
 */
import type { Report, Row, Table } from '../report/model.ts';
import { slipBetween } from '../report/slip.ts';
import { normaliseSubjectName } from '../subjects/name.ts';
import { levelOf } from '../subjects/subject.ts';

interface Print {
  readonly table: Table;
  readonly row: Row;
}

interface Subject {
  readonly code: string;
  readonly prints: Print[];
  name: string;
  /** Some table gives it another name. */
  named: 'once' | 'variously';
}

const known = new WeakMap<Report, ReadonlyMap<Row, string>>();

/** The code that is meant, by row. Rows whose code is as it should be are left out. */
export function meantCodes(report: Report): ReadonlyMap<Row, string> {
  let found = known.get(report);
  if (found === undefined) {
    found = findMeant(report);
    known.set(report, found);
  }
  return found;
}

function findMeant(report: Report): ReadonlyMap<Row, string> {
  const meant = new Map<Row, string>();
  const lists = new Map<string, { readonly subjects: Map<string, Subject>; tables: number }>();
  for (const table of report.tables) {
    const classification = table.form?.classification;
    if (classification === undefined) continue;
    let list = lists.get(classification);
    if (list === undefined) {
      list = { subjects: new Map(), tables: 0 };
      lists.set(classification, list);
    }
    list.tables += 1;
    for (const panel of table.panels) {
      for (const [code, row] of panel.byCode) {
        if (row.codeCell !== undefined) note(list.subjects, code, { table, row });
      }
    }
  }
  for (const { subjects, tables } of lists.values()) {
    if (tables > 1) compareNames(subjects, tables, meant);
  }
  return meant;
}

function note(subjects: Map<string, Subject>, code: string, print: Print): void {
  const label = print.row.label;
  if (label === '' || levelOf(code) === undefined) return;
  const subject = subjects.get(code);
  if (subject === undefined) {
    subjects.set(code, { code, prints: [print], name: label, named: 'once' });
    return;
  }
  subject.prints.push(print);
  // Most names are the same to the letter.
  if (
    subject.name !== label &&
    normaliseSubjectName(subject.name) !== normaliseSubjectName(label)
  ) {
    subject.named = 'variously';
  }
}

function compareNames(
  subjects: ReadonlyMap<string, Subject>,
  tables: number,
  meant: Map<Row, string>,
): void {
  const byName = new Map<string, Subject[]>();
  for (const subject of subjects.values()) {
    // A code that every table prints is nobody's slip, nor what a slip stands for.
    if (subject.named === 'variously' || subject.prints.length >= tables) continue;
    const key = `${subject.code.slice(0, 3)} ${normaliseSubjectName(subject.name)}`;
    const same = byName.get(key);
    if (same === undefined) byName.set(key, [subject]);
    else same.push(subject);
  }
  for (const [a, b, third] of byName.values()) {
    if (a === undefined || b === undefined || third !== undefined) continue;
    if (a.code.length !== b.code.length || slipBetween(a.code, b.code) === undefined) continue;
    if (a.prints.length === b.prints.length) continue;
    const [few, many] = a.prints.length < b.prints.length ? [a, b] : [b, a];
    const right = new Set(many.prints.map(({ table }) => table));
    if (few.prints.some(({ table }) => right.has(table))) continue;
    for (const { row } of few.prints) meant.set(row, many.code);
  }
}
