/**
 * Misprinted subject codes: a row whose name stands under another code, one slip away, in the other tables of the
 * report, where neither table prints both. The code is wrong there and not the name, and the row is the one it means.
 */
import { keptWith } from '../report/kept-with.ts';
import type { Report, Row, Table } from '../report/model.ts';
import { isSameList } from '../report/same-list.ts';
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

/** The code that is meant, by row. Rows whose code is as it should be are left out. */
export function meantCodes(report: Report): ReadonlyMap<Row, string> {
  return kept(report, undefined);
}

/** The same, for a report that may have tables in common with the one before an edit. */
export function meantCodesAfter(
  report: Report,
  before: Report | undefined,
): ReadonlyMap<Row, string> {
  return kept(report, before);
}

const kept = keptWith((report: Report, before: Report | undefined) =>
  before !== undefined && isSameList(tablesWithCodes(before), tablesWithCodes(report))
    ? meantCodes(before)
    : findMeant(report),
);

function tablesWithCodes({ tables }: Report): readonly Table[] {
  return tables.filter(({ form }) => form?.classification !== undefined);
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
  const byName = new Map<string, Subject>();
  let namesakes: Map<string, Subject[]> | undefined;
  for (const subject of subjects.values()) {
    // A code that every table prints is nobody's slip, nor what a slip stands for.
    if (subject.named === 'variously' || subject.prints.length >= tables) continue;
    const name = normaliseSubjectName(subject.name);
    const first = byName.get(name);
    if (first === undefined) {
      byName.set(name, subject);
      continue;
    }
    // Lawful namesakes stand in every other report: 行政运行 of two classes.
    namesakes ??= new Map();
    const all = namesakes.get(name);
    if (all === undefined) namesakes.set(name, [first, subject]);
    else all.push(subject);
  }
  for (const all of namesakes?.values() ?? []) {
    if (all.length > MOST_NAMESAKES) continue;
    for (const few of all) {
      const [many, other] = all.filter((subject) => mayMean(few, subject));
      if (many === undefined || other !== undefined) continue;
      for (const { row } of few.prints) meant.set(row, many.code);
    }
  }
}

/** A name with more codes is none to tell a code by. */
const MOST_NAMESAKES = 40;

/** Whether one code may be a slip for another, which more tables print and none of those that print the slip. */
function mayMean(few: Subject, many: Subject): boolean {
  if (few.prints.length >= many.prints.length || few.code.length !== many.code.length) return false;
  if (few.code.slice(0, 3) !== many.code.slice(0, 3)) return false;
  if (slipBetween(few.code, many.code) === undefined) return false;
  return !few.prints.some(({ table }) => many.prints.some((print) => print.table === table));
}
