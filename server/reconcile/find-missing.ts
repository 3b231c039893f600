/**
 * What a report's tables lack, worked out from the identities that fail: a place that prints nothing and is the only
 * one that could make an identity hold is missing, and has the value that makes it hold.
 */
import type { Profile } from '../report/form.ts';
import type { OtherReports, Report, Table } from '../report/model.ts';
import { judgeAssertions } from './assertions.ts';
import type { Completeness, MissingRow, MissingValue } from './completeness.ts';
import type { Constraint, Outcome, Term } from './constraint.ts';
import { evaluate } from './evaluate.ts';
import { type Ground, ground } from './ground.ts';
import { misprintsOf, withCells, withPrinted } from './localise/misprints.ts';
import { byOwner, explains, type MissingByOwner } from './lost-below.ts';
import { isBeyond, isLost, lostEnds, tablesCutOff } from './lost-ends.ts';
import {
  byPlaceInTable,
  filled,
  type Implied,
  impliedBy,
  labelBeside,
  rowOf,
  soleBlank,
} from './missing-place.ts';
import { findMissingSubjects, subjectsEndEarly } from './missing-subjects.ts';
import type { Views } from './panel-views.ts';
import { Refutation } from './refutation.ts';

/** Completeness, and the constraints judged with what is missing put in its place. */
export interface Reconciliation {
  readonly completeness: Completeness;
  /** One for each constraint that still says something. */
  readonly outcomes: readonly Outcome[];
}

/** What a report leaves for the same report after an edit. */
export interface Reconciled extends Reconciliation {
  readonly ground: Ground;
  /** Without the author's assertions. */
  readonly found: Reconciliation;
  /** How the tables were called in what was said of them. */
  readonly numbers: readonly string[];
}

const COMPLETE: Completeness = {
  missingRows: new Map(),
  truncated: new Set(),
  missingValues: [],
};

/**
 * Grounds and judges the identities of a profile over a report, what it lacks understood first.
 *
 * `before`: what came of it, in the same profile, when the report's text was another.
 */
export function reconcile(
  report: Report,
  profile: Profile,
  others: OtherReports,
  before?: Reconciled,
): Reconciled {
  const grounded = ground(report, profile, others, before?.ground);
  const numbers = Array.from(report.forms.values(), ({ number }) => number);
  const isKept =
    before !== undefined &&
    grounded.isKept &&
    numbers.every((number, at) => number === before.numbers[at]);
  const found = isKept ? before.found : foundIn(grounded);
  const own = assertionsOf({ report, profile, others, outcomes: found.outcomes });
  // What is worked out from a list of outcomes is kept with it, and may hang on more than they.
  const outcomes = found.outcomes.concat(own);
  return { completeness: found.completeness, outcomes, ground: grounded, found, numbers };
}

function foundIn({ identities, views }: Ground): Reconciliation {
  const outcomes = identities.flatMap((identity) => identity.outcomes);
  return identities.every(({ holds }) => holds) && !subjectsEndEarly(views)
    ? { completeness: COMPLETE, outcomes }
    : searched(outcomes, views);
}

function assertionsOf(scope: Parameters<typeof judgeAssertions>[0]): readonly Outcome[] {
  if (scope.report.tree.assertions.length === 0) return [];
  return judgeAssertions(scope).flatMap((judgement) => judgement.outcomes);
}

/** What a single misprinted cell explains asks for nothing that is missing. */
function searched(outcomes: Outcome[], views: Views): Reconciliation {
  const misprints = misprintsOf(outcomes);
  if (misprints.size === 0) return new MissingSearch(outcomes, views).run();
  const found = new MissingSearch(withCells(outcomes, misprints), views).run();
  return { ...found, outcomes: withPrinted(found.outcomes, misprints) };
}

/** What the tables of a report lack, by its own figures alone. */
export function findMissing(report: Report, profile: Profile): Completeness {
  return reconcile(report, profile, NO_OTHERS).completeness;
}

const NO_OTHERS: OtherReports = { lastYear: undefined, subordinates: [], problems: [] };

/** More steps than from an item to a grand total. */
const MOST_ROUNDS = 8;

class MissingSearch {
  readonly #views: Views;
  readonly #refutation: Refutation;
  #outcomes: Outcome[];
  readonly #implied = new Map<Term, Implied>();
  /** Absent rows that must have some money, how much unknown. */
  readonly #wanted = new Map<Term, Constraint>();

  /** Tables of subjects of which the last are lost. */
  #cut: ReadonlySet<Table> = new Set();
  /** Rows that are lost: a sum that they explain does not make a blank beside them one. */
  #lost: MissingByOwner = new Map();

  constructor(outcomes: Outcome[], views: Views) {
    this.#refutation = new Refutation(outcomes);
    this.#outcomes = outcomes;
    this.#views = views;
  }

  run(): Reconciliation {
    // The same quantity elsewhere decides first, then sums, which may then hold already.
    this.#solve(({ strictness }) => strictness === 'same' || strictness === 'exact');
    const subjects = findMissingSubjects(this.#outcomes, this.#views);
    for (const { term, value } of subjects.terms) {
      if (!this.#implied.has(term)) this.#implied.set(term, { term, ...value });
    }
    this.#substitute();
    this.#cut = tablesCutOff(subjects.rows);
    this.#lost = byOwner(this.#missingRows(subjects.rows).values());
    this.#solve((constraint) => constraint.strictness === 'sum' && !this.#isCut(constraint));
    this.#solve((constraint) => constraint.strictness !== 'bound' && !this.#isCut(constraint));
    this.#noteBounds();
    const missingRows = this.#missingRows(subjects.rows);
    const truncated = this.#truncated(missingRows);
    const completeness: Completeness = {
      missingRows,
      truncated,
      missingValues: this.#missingValues(),
    };
    return { completeness, outcomes: this.#telling(completeness) };
  }

  /** Finds the places that one identity each determines, and puts their values in. */
  #solve(applies: (constraint: Constraint) => boolean): void {
    // Each round may let an identity hold, or determine another place: 小计 from its parts, then 合计 from 小计.
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const found = new Set<Term>();
      for (const outcome of this.#outcomes) {
        const { constraint, verdict } = outcome;
        if (verdict === 'exact' || verdict === 'rounding' || verdict === 'unknown') continue;
        if (constraint.relation !== '=' || !applies(constraint)) continue;
        if (explains(this.#lost, outcome)) continue;
        const { left, right } = constraint;
        const term = soleBlank(left, constraint) ?? soleBlank(right, constraint);
        if (term === undefined || this.#implied.has(term.base)) continue;
        const other = term === left[0] ? right : left;
        const sum = term === left[0] ? outcome.right : outcome.left;
        if (sum === 0 || other.some(({ report }) => report !== undefined)) continue;
        // What it failed by may be the value just found beside it.
        if (other.some(({ base }) => found.has(base))) continue;
        const implied = impliedBy(term, sum, outcome.exponent, other);
        if (this.#refutation.refutes(term, implied)) continue;
        this.#implied.set(term.base, implied);
        found.add(term.base);
      }
      if (found.size === 0) return;
      this.#substitute();
    }
  }

  /** Judges the constraints over implied places again. */
  #substitute(): void {
    if (this.#implied.size === 0) return;
    const put = (term: Term): Term => {
      const implied = this.#implied.get(term.base);
      return implied === undefined || term.figure !== undefined ? term : filled(term, implied);
    };
    this.#outcomes = this.#outcomes.map((outcome) => {
      const { constraint } = outcome;
      if (![...constraint.left, ...constraint.right].some((term) => this.#implied.has(term.base))) {
        return outcome;
      }
      return evaluate({
        ...constraint,
        left: constraint.left.map(put),
        right: constraint.right.map(put),
      });
    });
  }

  /** A row that a bound wants (公开05表 prints money for a subject that 公开03表 leaves out). */
  #noteBounds(): void {
    for (const { constraint, verdict } of this.#outcomes) {
      if (constraint.strictness !== 'bound' || (verdict !== 'broken' && verdict !== 'unit-slip')) {
        continue;
      }
      const larger = constraint.relation === '≤' ? constraint.right : constraint.left;
      const [term, ...rest] = larger;
      if (term === undefined || rest.length > 0 || term.row !== undefined) continue;
      if (this.#refutation.isWhole(term.base)) continue;
      if (!this.#implied.has(term.base) && term.report === undefined) {
        this.#wanted.set(term.base, constraint);
      }
    }
  }

  /** A sum over subjects of a table whose last ones are lost. */
  #isCut({ left, right }: Constraint): boolean {
    const [total] = left;
    return (
      total !== undefined &&
      left.length === 1 &&
      this.#cut.has(total.table) &&
      right.every(({ table, column }) => table === total.table && column === total.column)
    );
  }

  /** Where an item of 公开09表 is lost, neither its budget nor its outturn is known. */
  #isOfWantedItem({ row, panel, definition, table }: Term): boolean {
    if (row !== undefined || table.form?.shape !== 'items') return false;
    for (const wanted of this.#wanted.keys()) {
      if (wanted.panel === panel && wanted.definition === definition) return true;
    }
    return false;
  }

  #missingRows(subjects: readonly MissingRow[]): Map<Table, MissingRow[]> {
    const tables = new Map<Table, Map<string, MissingRow>>();
    const put = (row: MissingRow): void => {
      const rows = tables.get(row.table) ?? new Map<string, MissingRow>();
      tables.set(row.table, rows);
      const key = `${row.panel.name} ${row.code ?? row.definition?.label ?? ''}`;
      const known = rows.get(key);
      rows.set(key, known ? { ...known, values: new Map([...row.values, ...known.values]) } : row);
    };
    for (const row of subjects) put(row);
    for (const { term, label = '', ...value } of this.#implied.values()) {
      if (term.row === undefined) put(rowOf(term, label, new Map([[term.column.index, value]])));
    }
    for (const [term, { left, right }] of this.#wanted) {
      put(rowOf(term, labelBeside(term, [...left, ...right]), new Map()));
    }
    return new Map(
      [...tables].map(([table, rows]) => [table, [...rows.values()].sort(byPlaceInTable)]),
    );
  }

  #missingValues(): MissingValue[] {
    const values: MissingValue[] = [];
    for (const { term, ...value } of this.#implied.values()) {
      if (term.row === undefined) continue;
      values.push({ table: term.table, row: term.row, column: term.column.index, ...value });
    }
    return values;
  }

  /** Tables that lack a total while a subject of theirs falls short of its parts: their end is lost. */
  #truncated(missing: ReadonlyMap<Table, readonly MissingRow[]>): Set<Table> {
    const truncated = new Set(this.#cut);
    for (const [table, rows] of missing) {
      const lacksTotal = rows.some(({ definition }) => isTotal(definition?.role));
      if (!lacksTotal) continue;
      const short = this.#outcomes.some(
        ({ constraint, verdict, difference }) =>
          (verdict === 'broken' || verdict === 'unit-slip') &&
          constraint.strictness === 'sum' &&
          constraint.left[0]?.table === table &&
          constraint.left[0].code !== undefined &&
          difference > 0,
      );
      if (short) truncated.add(table);
    }
    return truncated;
  }

  /** The outcomes without those that what is missing explains. */
  #telling(completeness: Completeness): Outcome[] {
    const owners = byOwner(completeness.missingRows.values());
    const ends = lostEnds(completeness);
    return this.#outcomes.filter((outcome) => {
      const { constraint, verdict } = outcome;
      if (verdict === 'exact' || verdict === 'rounding' || verdict === 'unknown') return true;
      const terms = [...constraint.left, ...constraint.right];
      if (terms.some((term) => this.#wanted.has(term.base) || isLost(completeness, term))) {
        return false;
      }
      if (terms.some((term) => this.#isOfWantedItem(term))) return false;
      if (this.#isCut(constraint)) return false;
      if (terms.some((term) => isBeyond(ends, term))) return false;
      for (const { table } of terms) {
        // A sum over a table whose end is lost says nothing; nor does a row of its that is not there.
        const lost = completeness.truncated.has(table) && !this.#cut.has(table);
        if (lost && constraint.strictness !== 'exact') return false;
      }
      return !explains(owners, outcome);
    });
  }
}

function isTotal(role: string | undefined): boolean {
  return role === 'total' || role === 'grand-total';
}
