/** The tree of codes in each table: their form, parents, order, and how deep they go (S-CODE, S-LVL). */

import { meantCodes } from '../reconcile/meant-codes.ts';
import type { Localised } from '../report/identifiers.ts';
import type { Cell, Panel, Row, Table } from '../report/model.ts';
import { normaliseSubjectName } from '../subjects/name.ts';
import type { SubjectEntry } from '../subjects/subject.ts';
import { classOf, levelOf, parentOf } from '../subjects/subject.ts';
import type { SubjectTable } from '../subjects/subject-table.ts';
import { isDraft } from './draft.ts';
import { listing } from './message.ts';
import { related, rowTitle, tableNumber, tableTitle } from './quote.ts';
import type { Fix, RuleContext } from './rule.ts';

/** A row of a coded form that prints a code of its own. */
type CodedRow = Row & { readonly code: string };

/** The first rows of tables below parents that are lost, by the codes of those. */
type MissingParents = Map<string, { readonly table: Table; readonly row: CodedRow }[]>;

const NONE_LOST: ReadonlySet<string> = new Set();
const NONE_MEANT: ReadonlyMap<Row, string> = new Map();

export function subjectCodes(context: RuleContext): void {
  const meant = meantCodes(context.report);
  const { missingRows } = context.completeness;
  const tables = context.among(context.report.tables, isClassified);
  const faulty = new Set(
    context.among(tables, isFaulty, context.subjects, yearOf(context), isDraft(context)),
  );
  const missing: MissingParents = new Map();
  for (const table of tables) {
    const rows = missingRows.get(table);
    if (rows === undefined && meant.size === 0 && !faulty.has(table)) continue;
    const lost = new Set(rows?.flatMap(({ code }) => code ?? []));
    malformed(context, table);
    codesOf(context, table, lost, meant, missing);
  }
  for (const [parents, places] of missing) {
    const [first, ...others] = places;
    if (first === undefined) continue;
    context.add(
      'subject/missing-parent',
      'missing',
      first.row.range,
      {
        table: listing(places.map(({ table }) => tableNumber(table))),
        row: rowTitle(first.row),
        parents,
      },
      {
        related: others.map(({ table, row }) =>
          related(row.range, {
            zh: `${tableNumber(table)} 同样缺少`,
            en: `${tableNumber(table)} lacks it too`,
          }),
        ),
      },
    );
  }
}

export function isClassified({ form }: Table): boolean {
  return form?.classification !== undefined;
}

/** Whether a table by itself has anything that is worth a word. */
function isFaulty(table: Table, context: RuleContext): boolean {
  const { classification } = table.form ?? {};
  const subjects = classification && context.subjects[classification];
  const isWrong = (row: Row): boolean =>
    subjects !== undefined && isCoded(row) && isMalformed(row, subjects);
  // What else the code might be takes long to say, and is said later.
  if (table.panels.some(({ rows }) => rows.some(isWrong))) return true;
  const missing: MissingParents = new Map();
  const isFound = context.finds(() => codesOf(context, table, NONE_LOST, NONE_MEANT, missing));
  return isFound || missing.size > 0;
}

function codesOf(
  context: RuleContext,
  table: Table,
  lost: ReadonlySet<string>,
  meant: ReadonlyMap<Row, string>,
  missing: MissingParents,
): void {
  const { form } = table;
  if (form?.classification === undefined) return;
  const subjects = context.subjects[form.classification];
  for (const panel of table.panels) {
    const rows = panel.rows.filter(isCoded);
    const sound = rows.filter(({ code }) => levelOf(code) !== undefined);
    const first = duplicates(context, table, sound, subjects);
    // A misprinted code is reported as that; the row is where it belongs.
    const codes = new Map(first.map((row) => [meant.get(row) ?? row.code, row]));
    const straight = first.filter((row) => !meant.has(row));
    order(context, table, straight);
    for (const [parents, row] of missingParents(codes, lost)) {
      const places = missing.get(parents);
      if (places === undefined) missing.set(parents, [{ table, row }]);
      else places.push({ table, row });
    }
    if (form.leafLevel !== undefined)
      depth(context, table, panel, rows, lost, meant, form.leafLevel);
  }
}

export function isCoded(row: Row): row is CodedRow {
  return row.codeCell !== undefined && row.code !== undefined && row.code !== '';
}

/** Whether a code has a wrong form, or is of a class that there is not. */
function isMalformed({ code }: CodedRow, subjects: SubjectTable): boolean {
  return levelOf(code) === undefined || subjects.entries(classOf(code)).length === 0;
}

function malformed(context: RuleContext, table: Table): void {
  const classification = table.form?.classification;
  if (classification === undefined) return;
  const subjects = context.subjects[classification];
  for (const row of table.panels.flatMap(({ rows }) => rows.filter(isCoded))) {
    if (!isMalformed(row, subjects)) continue;
    const { code } = row;
    const noClass = levelOf(code) !== undefined;
    const entries = subjects.nearCodes(code, row.label, yearOf(context));
    const data = {
      table: tableTitle(table),
      code,
      name: row.label === '' ? '—' : row.label,
      near: nearWords(entries),
      class: classOf(code),
      length: /^\d+$/.test(code)
        ? { zh: `共 ${code.length} 位`, en: `${code.length} digits` }
        : { zh: '不全是数字', en: 'not digits alone' },
    };
    const suggestions = entries.map((entry) => changeCode(row, entry));
    context.add('subject/malformed-code', noClass ? 'class' : 'length', row.range, data, {
      suggestions,
    });
  }
}

/** Reports codes that stand again; returns the rows that stand first. */
function duplicates(
  context: RuleContext,
  table: Table,
  rows: readonly CodedRow[],
  subjects: SubjectTable,
): readonly CodedRow[] {
  const first = new Map<string, CodedRow>();
  const kept: CodedRow[] = [];
  for (const row of rows) {
    const earlier = first.get(row.code);
    if (earlier === undefined) {
      first.set(row.code, row);
      kept.push(row);
      continue;
    }
    const places = {
      related: [related(earlier.range, { zh: '前面的一行', en: 'The row above' })],
    };
    const names = [earlier.label, row.label];
    if (
      row.label === '' ||
      normaliseSubjectName(names[0] ?? '') === normaliseSubjectName(row.label)
    ) {
      const data = { table: tableTitle(table), row: rowTitle(earlier) };
      context.add('subject/duplicate-code', 'same', row.range, data, places);
      continue;
    }
    const near = subjects
      .byName(row.label)
      .filter(({ code }) => code !== row.code && levelOf(code) === levelOf(row.code))
      .filter(({ code }) => parentOf(code) === parentOf(row.code));
    context.add(
      'subject/duplicate-code',
      'differs',
      row.range,
      {
        table: tableTitle(table),
        code: row.code,
        first: earlier.label,
        second: row.label,
        near: nearWords(near),
      },
      { ...places, suggestions: near.map((entry) => changeCode(row, entry)) },
    );
  }
  return kept;
}

/** The fewest rows whose move would put the table in order are the ones out of order. */
function order(context: RuleContext, table: Table, rows: readonly CodedRow[]): void {
  const groups = new Map<string, CodedRow[]>();
  for (const row of rows) {
    // The groups of 公开06表 may also be stacked, in any order: there each class ascends by itself.
    const apart = (row.panel.definition?.groups ?? 1) > 1;
    const key = apart ? `${row.block} ${classOf(row.code)}` : '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  for (const group of groups.values()) {
    const inOrder = longestAscending(group.map(({ code }) => code));
    if (inOrder.size === group.length) continue;
    const settled = group.filter((_, index) => inOrder.has(index));
    for (const [index, row] of group.entries()) {
      if (inOrder.has(index)) continue;
      // Codes that begin alike sort by length, so a parent stands before its children.
      const next = settled[countBelow(settled, row.code)];
      const before: Localised =
        next === undefined
          ? { zh: '最后', en: 'at the end' }
          : { zh: ` ${rowTitle(next)} 之前`, en: `before ${rowTitle(next)}` };
      const place = next ?? settled.at(-1);
      context.add(
        'subject/code-order',
        'order',
        row.range,
        { table: tableTitle(table), row: rowTitle(row), before },
        {
          related:
            place === undefined
              ? []
              : [related(place.range, { zh: '应在这里', en: 'It belongs here' })],
        },
      );
    }
  }
}

/** How many of `rows`, which ascend by code, have a lower code. */
function countBelow(rows: readonly CodedRow[], code: string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.code ?? '') < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Indexes of a longest strictly ascending choice of `items`. In O(n log n). */
function longestAscending(items: readonly string[]): ReadonlySet<number> {
  /** At n: the index at which the best run of n + 1 items ends. */
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, item] of items.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((items[ends[middle] ?? 0] ?? '') < item) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  }
  const chosen = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) chosen.add(at);
  return chosen;
}

/** The first row below each lost parent, by the codes of the parents that are lost above it. */
function missingParents(
  rows: ReadonlyMap<string, CodedRow>,
  lost: ReadonlySet<string>,
): ReadonlyMap<string, CodedRow> {
  const found = new Map<string, CodedRow>();
  const seen = new Set<string>();
  for (const [meant, row] of rows) {
    const parents: string[] = [];
    for (let code = parentOf(meant); code !== undefined; code = parentOf(code)) {
      // A row that is known to be missing has its own finding, with the values it must have.
      if (rows.has(code) || lost.has(code) || seen.has(code)) continue;
      seen.add(code);
      parents.unshift(code);
    }
    if (parents.length > 0) found.set(parents.join('、'), row);
  }
  return found;
}

/** A row with money that has nothing below it must stand at the last level. */
function depth(
  context: RuleContext,
  table: Table,
  panel: Panel,
  rows: readonly CodedRow[],
  lost: ReadonlySet<string>,
  meant: ReadonlyMap<Row, string>,
  leafLevel: '项' | '款',
): void {
  const parents = new Set<string>();
  // By their first digits, so that a row whose own code is malformed, or whose 款 is missing, still stands below.
  for (const code of [...rows.map((row) => meant.get(row) ?? row.code), ...lost]) {
    if (code.length > 3) parents.add(code.slice(0, 3));
    if (code.length > 5) parents.add(code.slice(0, 5));
  }
  if (rows.length === 0 && lost.size === 0 && !isDraft(context)) {
    withoutSubjects(context, table, panel, leafLevel);
  }
  for (const row of rows) {
    const code = meant.get(row) ?? row.code;
    const level = levelOf(code);
    if (level === undefined || level === '项' || level === leafLevel || parents.has(code)) continue;
    const money = moneyOf(row);
    if (money === undefined) continue;
    context.add('subject/level', 'shallow', row.range, {
      table: tableTitle(table),
      row: rowTitle(row),
      value: money.text,
      level: leafLevel,
    });
  }
}

/** A total with money and not one subject below it. */
function withoutSubjects(
  context: RuleContext,
  table: Table,
  panel: Panel,
  leafLevel: '项' | '款',
): void {
  for (const row of panel.rows) {
    const money = moneyOf(row);
    if (money === undefined) continue;
    context.add('subject/level', 'nothing', row.range, {
      table: tableTitle(table),
      row: rowTitle(row),
      value: money.text,
      level: leafLevel,
    });
    return;
  }
}

function moneyOf(row: Row): Cell | undefined {
  return row.cells.find(
    (cell) => cell?.reading.kind === 'figure' && cell.reading.figure.units !== 0,
  );
}

export function yearOf(context: RuleContext): number {
  const { subjectYear, year } = context.report.header;
  return subjectYear ?? year ?? 0;
}

/** 相近的有：2012604 档案馆。 */
export function nearWords(entries: readonly SubjectEntry[]): Localised {
  if (entries.length === 0) return { zh: '', en: '' };
  const names = listing(entries.map(({ code, name }) => `${code} ${name}`));
  return { zh: `相近的有：${names.zh}`, en: `Near: ${names.en}` };
}

export function changeCode(row: Row, entry: SubjectEntry): Fix {
  const cell = row.codeCell ?? row.range;
  return {
    title: {
      zh: `编码改为 ${entry.code}（${entry.name}）`,
      en: `Change the code to ${entry.code} (${entry.name})`,
    },
    edits: [{ start: cell.start, end: cell.end, text: entry.code }],
  };
}
