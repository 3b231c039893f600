/**
 * Names of subjects: one code has one name in all tables (S-NAME), and it is that of the classification (S-NAMESTD). A
 * name that fails in both ways is one finding: the report's own contradiction.
 */
import { meantCodes } from '../reconcile/meant-codes.ts';
import type { Classification } from '../report/form.ts';
import type { Localised, RuleId } from '../report/identifiers.ts';
import type { Row, Table } from '../report/model.ts';
import { gravityOf } from '../subjects/gravity.ts';
import { normaliseSubjectName } from '../subjects/name.ts';
import { levelOf, type SubjectEntry } from '../subjects/subject.ts';
import type { SubjectTable } from '../subjects/subject-table.ts';
import { compareSubjectName, type SubjectVerdict } from '../subjects/verdict.ts';
import { listing } from './message.ts';
import { changeTo, related, tableNumber } from './quote.ts';
import type { Fix, Related, RuleContext } from './rule.ts';
import type { Looks } from './searches.ts';
import { changeCode, isClassified, isCoded, nearWords, yearOf } from './subject-codes.ts';

interface Place {
  readonly table: Table;
  readonly row: Row;
}

/** All rows of the report that print one code of one classification. */
interface Subject {
  readonly code: string;
  readonly subjects: SubjectTable;
  /** By name as names are compared; in order of place. Rows without a name are left out. */
  readonly names: Map<string, Place[]>;
  /** All of them, in order of place. */
  readonly places: Place[];
}

/** The subjects of one classification, by code. */
interface SubjectList {
  readonly classification: Classification;
  readonly subjects: Map<string, Subject>;
}

export function subjectNames(context: RuleContext): void {
  const { report, subjects } = context;
  const tables = context.among(report.tables, isClassified);
  context.unlessClean(checkNames, [yearOf(context), subjects, meantCodes(report), ...tables]);
}

function checkNames(context: RuleContext): void {
  const meant = meantCodes(context.report);
  for (const list of collect(context).values()) {
    const wrongCodes =
      context.level('subject/name-between-tables') === 'off' ? [] : strays(list, meant);
    const stray = new Set(wrongCodes.map(({ from }) => from));
    for (const { from, to } of wrongCodes) wrongCode(context, from, to);
    const alike: Subject[] = [];
    for (const subject of list.subjects.values()) {
      if (stray.has(subject)) continue;
      if (subject.names.size > 1) contradiction(context, subject);
      else alike.push(subject);
    }
    // The name of one row is that of all.
    const rows = alike.flatMap(({ places }) => places[0]?.row ?? []);
    const unusual = new Set(
      context.among(rows, unusualIn[list.classification], context.subjects, yearOf(context)),
    );
    for (const subject of alike) {
      const [first] = subject.places;
      if (first && unusual.has(first.row)) standard(context, subject);
    }
  }
}

/** Whether the name of a row is another than that of its code in a classification. */
const unusualIn: Readonly<Record<Classification, Looks<Row>>> = {
  functional: (row, context) => isUnusual(row, context, 'functional'),
  'economic-department': (row, context) => isUnusual(row, context, 'economic-department'),
  'economic-government': (row, context) => isUnusual(row, context, 'economic-government'),
  revenue: (row, context) => isUnusual(row, context, 'revenue'),
};

function isUnusual(row: Row, context: RuleContext, classification: Classification): boolean {
  const subjects = context.subjects[classification];
  const verdict = compareSubjectName(row.label, row.code ?? '', yearOf(context), subjects);
  return gravityOf(verdict) !== 'off';
}

/** By classification. */
function collect(context: RuleContext): ReadonlyMap<string, SubjectList> {
  const lists = new Map<string, SubjectList>();
  for (const table of context.report.tables) {
    const classification = table.form?.classification;
    if (classification === undefined) continue;
    let list = lists.get(classification);
    if (list === undefined) {
      list = { classification, subjects: new Map() };
      lists.set(classification, list);
    }
    for (const panel of table.panels) {
      // A code that stands twice in a table has its own finding; the row that stands first counts.
      for (const row of panel.byCode.values()) {
        const name = normaliseSubjectName(row.label);
        if (!isCoded(row) || name === '' || levelOf(row.code) === undefined) continue;
        let subject = list.subjects.get(row.code);
        if (subject === undefined) {
          const subjects = context.subjects[classification];
          subject = { code: row.code, subjects, names: new Map(), places: [] };
          list.subjects.set(row.code, subject);
        }
        const place = { table, row };
        subject.places.push(place);
        const places = subject.names.get(name);
        if (places === undefined) subject.names.set(name, [place]);
        else places.push(place);
      }
    }
  }
  return lists;
}

/** Subjects under a misprinted code, with those that they are. */
function strays(
  list: SubjectList,
  meant: ReadonlyMap<Row, string>,
): { readonly from: Subject; readonly to: Subject }[] {
  const found: { from: Subject; to: Subject }[] = [];
  if (meant.size === 0) return found;
  for (const from of list.subjects.values()) {
    const [first] = from.places;
    const code = first && meant.get(first.row);
    const to = code === undefined ? undefined : list.subjects.get(code);
    if (to !== undefined) found.push({ from, to });
  }
  return found;
}

function wrongCode(context: RuleContext, from: Subject, to: Subject): void {
  const places = from.places;
  const [first] = places;
  if (first === undefined) return;
  const edits = places.map(({ row }) => {
    const cell = row.codeCell ?? row.range;
    return { start: cell.start, end: cell.end, text: to.code };
  });
  const title = { zh: `编码改为 ${to.code}`, en: `Change the code to ${to.code}` };
  context.add(
    'subject/name-between-tables',
    'code',
    first.row.codeCell ?? first.row.range,
    {
      tables: tablesOf(places),
      name: first.row.label,
      printed: from.code,
      right: to.code,
      others: tablesOf(to.places),
    },
    {
      related: to.places.map((place) => at(place, to.code)),
      suggestions: [{ title, edits }],
    },
  );
}

/** One code, several names: the classification decides which is right, else the majority, else nobody. */
function contradiction(context: RuleContext, subject: Subject): void {
  const year = yearOf(context);
  const groups = [...subject.names.values()];
  const acceptable = groups.filter(
    ([first]) => first && agreement(first, subject, year) !== undefined,
  );
  const right = acceptable.length === 1 ? acceptable[0] : majority(groups);
  const odd = groups
    .filter((group) => group !== right)
    .flat()
    .sort(byPlace);
  const [first] = odd;
  const model = right?.[0] ?? groups.flat().find(({ row }) => row.label !== first?.row.label);
  if (first === undefined || model === undefined) return;

  const others = groups
    .flat()
    .filter((place) => place !== first)
    .sort(byPlace);
  const decided = right !== undefined;
  const asPrinted = decided ? odd : odd.filter(({ row }) => sameName(row.label, first.row.label));
  context.add(
    'subject/name-between-tables',
    decided ? 'odd' : 'undecided',
    first.row.labelCell ?? first.row.range,
    {
      tables: tablesOf(asPrinted),
      others: tablesOf(groups.flat().filter(({ row }) => sameName(row.label, model.row.label))),
      code: subject.code,
      printed: quoted(asPrinted),
      right: plain(model.row.label),
      reason: reasonFor(right ?? [], acceptable.length === 1, year),
    },
    {
      ...(acceptable.length > 1 ? { level: 'warning' } : {}),
      related: others.map((place) => at(place, plain(place.row.label))),
      ...(isCertain(subject, odd, acceptable, year)
        ? { fix: renameAll(odd, plain(model.row.label)) }
        : { suggestions: decided ? [renameAll(odd, plain(model.row.label))] : [] }),
    },
  );
}

/** The entry of the classification that a row's name is. */
function agreement({ row }: Place, { code, subjects }: Subject, year: number) {
  const verdict = compareSubjectName(row.label, code, year, subjects);
  return verdict.kind === 'agrees' ? verdict : undefined;
}

/**
 * Whether the name is right beyond doubt: a row of the list that is sure of itself has it, another table of the report
 * prints it, and the odd name is that of no other code, which could be what was meant.
 */
function isCertain(
  subject: Subject,
  odd: readonly Place[],
  acceptable: readonly (readonly Place[])[],
  year: number,
): boolean {
  const [right, another] = acceptable;
  const [first] = right ?? [];
  if (first === undefined || another !== undefined) return false;
  const agreed = agreement(first, subject, year);
  if (agreed?.standing !== 'in-force' || agreed.entry.confidence !== 'high') return false;
  return odd.every(({ row }) =>
    subject.subjects
      .nearCodes(subject.code, row.label, year)
      .every((entry) => entry.code === subject.code || !sameName(entry.name, row.label)),
  );
}

function majority(groups: readonly Place[][]): Place[] | undefined {
  const [best, second] = [...groups].sort((a, b) => b.length - a.length);
  return best !== undefined && best.length > (second?.length ?? 0) ? best : undefined;
}

function reasonFor(right: readonly Place[], official: boolean, year: number): Localised {
  const tables = tablesOf(right);
  return official
    ? {
        zh: `${tables.zh}和 ${year} 年分类科目都是这个名称`,
        en: `this is its name in ${tables.en} and in the classification of ${year}`,
      }
    : { zh: `${tables.zh}都是这个名称`, en: `this is its name in ${tables.en}` };
}

/** One code, one name: the name, or the code, against the classification. */
function standard(context: RuleContext, subject: Subject): void {
  const year = yearOf(context);
  const places = subject.places;
  const [first] = places;
  if (first === undefined || year === 0) return;
  const verdict = compareSubjectName(first.row.label, subject.code, year, subject.subjects);
  const level = gravityOf(verdict);
  const found = describe(verdict, subject, first.row.label, year);
  if (found === undefined || level === 'off') return;
  const ignored = context.option(found.rule, 'ignore');
  if (Array.isArray(ignored) && ignored.includes(subject.code)) return;
  context.add(
    found.rule,
    found.message,
    first.row.labelCell ?? first.row.range,
    {
      ...found.data,
      code: subject.code,
      printed: plain(first.row.label),
      tables: tablesOf(places),
      year,
    },
    {
      level,
      superseded: found.superseded,
      related: places.slice(1).map((place) => at(place, plain(place.row.label))),
      suggestions: repairs(found.names, found.near, subject.code, places),
    },
  );
}

interface Description {
  readonly rule: RuleId;
  readonly message: string;
  readonly data: Readonly<Record<string, string | number | Localised>>;
  /** Names that the code may have. */
  readonly names: readonly SubjectEntry[];
  readonly near: readonly SubjectEntry[];
  readonly superseded?: true | undefined;
}

/** Codes that are malformed or of no class are reported row by row: see `subjectCodes`. */
function describe(
  verdict: SubjectVerdict,
  { subjects, code }: Subject,
  label: string,
  year: number,
): Description | undefined {
  /** Other codes that have the name as printed: then the code may be the slip. */
  const namesakes = (): readonly SubjectEntry[] =>
    subjects
      .nearCodes(code, label, year)
      .filter((entry) => entry.code !== code && sameName(entry.name, label));
  switch (verdict.kind) {
    case 'unknown-code':
      return {
        rule: 'subject/unknown-code',
        message: 'unknown',
        data: { near: nearWords(verdict.near) },
        names: [],
        near: verdict.near,
      };
    case 'name-differs': {
      const names = verdict.expected;
      const near = namesakes();
      const expected = names.map(({ name }) => name).join('」或「');
      const data = { expected, near: nearWords(near) };
      return { rule: 'subject/standard-name', message: 'differs', data, names, near };
    }
    case 'year-conflict': {
      const { entry, expected, boundary } = verdict;
      const near = namesakes();
      const names = expected.map(({ name }) => name).join('」或「');
      const data = {
        from: entry.firstYear ?? year,
        until: entry.lastYear ?? year,
        expected:
          names === ''
            ? {
                zh: `请核对编码。${nearWords(near).zh}`,
                en: `check the code. ${nearWords(near).en}`,
              }
            : { zh: `现名称为「${names}」`, en: `its name is now "${names}"` },
      };
      const rule = 'subject/year-conflict';
      return boundary === 'no-longer'
        ? { rule, message: 'ended', data, names: expected, near, superseded: true }
        : { rule, message: 'not-yet', data, names: expected, near };
    }
    default:
      return undefined;
  }
}

function repairs(
  names: readonly SubjectEntry[],
  near: readonly SubjectEntry[],
  code: string,
  places: readonly Place[],
): readonly Fix[] {
  const renamed = names.map(({ name }) => renameAll(places, name));
  const [only] = places;
  // With one row the code may be what is wrong; with several the same slip in each of them is unlikely.
  const recoded =
    only === undefined || places.length > 1
      ? []
      : near.filter((entry) => entry.code !== code).map((entry) => changeCode(only.row, entry));
  return [...renamed, ...recoded];
}

function renameAll(places: readonly Place[], name: string): Fix {
  return {
    title: changeTo(name),
    edits: places.flatMap(({ row }) =>
      row.labelCell === undefined
        ? []
        : [{ start: row.labelCell.start, end: row.labelCell.end, text: name }],
    ),
  };
}

function byPlace(a: Place, b: Place): number {
  return a.row.range.start - b.row.range.start;
}

function sameName(a: string, b: string): boolean {
  return normaliseSubjectName(a) === normaliseSubjectName(b);
}

/** A name without the blanks that its cell wrapped it with. */
function plain(label: string): string {
  return label.replace(/\s+/g, '');
}

function quoted(places: readonly Place[]): string {
  return [...new Set(places.map(({ row }) => plain(row.label)))].join('」「');
}

function tablesOf(places: readonly Place[]): Localised {
  return listing([...new Set(places.map(({ table }) => tableNumber(table)))]);
}

function at({ table, row }: Place, text: string): Related {
  const where = `${tableNumber(table)}：${text}`;
  return related(row.labelCell ?? row.range, { zh: where, en: where });
}
