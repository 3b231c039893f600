/**
 * Where an expression is evaluated: once, or for one row and one column of the tables that it speaks of as a whole
 * (LANGUAGE §3, "without [row] a reference is the whole column").
 */
import type { Expression, Reference } from '../../grammar/syntax-tree.ts';
import type { Figure } from '../report/figure.ts';
import type { Cell, Column, Row } from '../report/model.ts';
import type {
  ReferenceScope,
  ReferenceTarget,
  Resolution,
  RowChoice,
} from '../report/resolution.ts';
import { childRows, resolveReference } from '../report/resolve.ts';
import { Term } from './constraint.ts';
import { definitionsOf, walk } from './definitions.ts';
import { isTrouble, type Trouble, trouble } from './trouble.ts';

/** The row and the column that an expression is being judged for. */
export interface Instance {
  /** Code, or label of a row without one; undefined where no whole column is spoken of. */
  readonly key: string | undefined;
  /** What a message calls the row. */
  readonly label: string;
  readonly column: Column | undefined;
}

export const ONCE: Instance = { key: undefined, label: '', column: undefined };

/** Resolves the references of one report's expressions, each once. */
export class Environment {
  readonly scope: ReferenceScope;
  readonly #resolutions = new Map<Reference, Resolution>();
  readonly #terms = new Map<Row, (Term | undefined)[]>();
  readonly #answers: ReadonlyMap<Cell, Figure>;
  readonly #keyed = new Map<readonly Row[], ReadonlyMap<string, Row>>();

  /** `answers`: what cells that ask for their value (`=`) hold; more may come while it is in use. */
  constructor(scope: ReferenceScope, answers: ReadonlyMap<Cell, Figure> = new Map()) {
    this.scope = scope;
    this.#answers = answers;
  }

  resolve(reference: Reference): Resolution {
    let found = this.#resolutions.get(reference);
    if (found === undefined) {
      found = resolveReference(reference, this.scope);
      this.#resolutions.set(reference, found);
    }
    return found;
  }

  /**
   * What stands in the way of every reference of these expressions, names followed. Problems of the author's come first;
   * a table or report that is not at hand only counts where there is none.
   */
  troubles(expressions: readonly Expression[]): Trouble[] {
    const faults: Trouble[] = [];
    let absent: Trouble | undefined;
    this.references(expressions, (reference) => {
      const resolution = this.resolve(reference);
      if (resolution.kind === 'unresolved') {
        for (const problem of resolution.problems) {
          faults.push({ trouble: 'reference', ...problem });
        }
      } else if (resolution.kind === 'absent') {
        absent ??= absence(reference, resolution.what);
      }
    });
    return faults.length > 0 || absent === undefined ? faults : [absent];
  }

  /** The rows and columns that expressions hold for: one instance where they speak of no whole column. */
  instances(expressions: readonly Expression[]): Instance[] {
    const rows = new Map<string, string>();
    let each = false;
    let columns: readonly Column[] | undefined;
    this.references(expressions, (reference, summed) => {
      const resolution = this.resolve(reference);
      if (resolution.kind !== 'resolved') return;
      for (const { rows: choice, columns: chosen, everyColumn } of resolution.targets) {
        if (everyColumn && columns === undefined) columns = chosen;
        if (summed || choice.kind !== 'each') continue;
        each = true;
        for (const row of choice.rows) {
          const key = keyOf(row);
          if (!rows.has(key)) rows.set(key, row.label === '' ? key : labelOf(row));
        }
      }
    });
    const byRow = each ? [...rows] : [[undefined, ''] as const];
    return byRow.flatMap(([key, label]) =>
      (columns ?? [undefined]).map((column) => ({ key, label, column })),
    );
  }

  /** The places that a reference speaks of in an instance. */
  terms(reference: Reference, summed: boolean, instance: Instance): readonly Term[] | Trouble {
    const resolution = this.resolve(reference);
    if (resolution.kind === 'absent') return absence(reference, resolution.what);
    if (resolution.kind === 'unresolved') {
      const [problem] = resolution.problems;
      return problem === undefined
        ? trouble('reference', reference, '引用无法理解', 'this reference is not understood')
        : { trouble: 'reference', ...problem };
    }
    const terms: Term[] = [];
    for (const target of resolution.targets) {
      if (target.rows.kind === 'children' && this.#isChildless(target, instance)) {
        return trouble('childless', reference, '没有下级科目', 'there are no subjects below');
      }
      const found = this.#targetTerms(reference, target, summed, instance);
      if (isTrouble(found)) return found;
      terms.push(...found);
    }
    if (!summed && terms.length > 1) return several(reference);
    return terms;
  }

  #targetTerms(
    reference: Reference,
    target: ReferenceTarget,
    summed: boolean,
    instance: Instance,
  ): Term[] | Trouble {
    const columns = columnsOf(target, instance, summed);
    if (columns === undefined) return several(reference);
    const rows = this.#rowsOf(target, target.rows, summed, instance);
    if (rows === undefined) return several(reference);
    const terms: Term[] = [];
    for (const row of rows)
      for (const column of columns) terms.push(this.#term(target, row, column));
    return terms;
  }

  /** Rows, or the code of one that is not printed; undefined where a single row is wanted and many are meant. */
  #rowsOf(
    target: ReferenceTarget,
    choice: RowChoice,
    summed: boolean,
    { key }: Instance,
  ): readonly (Row | AbsentRow)[] | undefined {
    switch (choice.kind) {
      case 'one':
        return [choice.row ?? { code: choice.code, definition: choice.definition }];
      case 'each':
        if (summed) return choice.rows;
        if (key === undefined) return undefined;
        return [this.#byKey(choice.rows).get(key) ?? absentRow(key)];
      case 'children': {
        if (key === undefined) return undefined;
        const parent = this.#byKey(target.panel.rows).get(key);
        return parent === undefined ? [] : childRows(parent);
      }
    }
  }

  #isChildless({ panel }: ReferenceTarget, { key }: Instance): boolean {
    const parent = key === undefined ? undefined : this.#byKey(panel.rows).get(key);
    return parent === undefined ? key !== undefined : childRows(parent).length === 0;
  }

  #byKey(rows: readonly Row[]): ReadonlyMap<string, Row> {
    let map = this.#keyed.get(rows);
    if (map === undefined) {
      const fresh = new Map<string, Row>();
      for (const row of rows) if (!fresh.has(keyOf(row))) fresh.set(keyOf(row), row);
      map = fresh;
      this.#keyed.set(rows, fresh);
    }
    return map;
  }

  #term(target: ReferenceTarget, row: Row | AbsentRow, column: Column): Term {
    const { table, panel, report } = target;
    if (!('cells' in row)) {
      return new Term(1, table, panel, column, undefined, row.code, row.definition, report);
    }
    const known = this.#terms.get(row) ?? [];
    this.#terms.set(row, known);
    const term =
      known[column.index] ??
      new Term(1, table, panel, column, row, row.code, row.definition, report);
    known[column.index] = term;
    const answer = term.cell && report === undefined ? this.#answers.get(term.cell) : undefined;
    return answer === undefined ? term : term.with(1, answer);
  }

  /** Visits the references that an expression itself holds. */
  ownReferences(
    expression: Expression,
    visit: (reference: Reference, summed: boolean) => void,
  ): void {
    walk(expression, (part, summed) => {
      if (part.kind === 'reference') visit(part, summed);
    });
  }

  /** Visits the references of expressions and of the names in them, and whether they are added up there. */
  references(
    expressions: readonly Expression[],
    visit: (reference: Reference, summed: boolean) => void,
  ): void {
    const { byName } = definitionsOf(this.scope.report);
    const seen = new Set<string>();
    const queue: { expression: Expression; summed: boolean }[] = expressions.map((expression) => ({
      expression,
      summed: false,
    }));
    for (let entry = queue.pop(); entry !== undefined; entry = queue.pop()) {
      walk(
        entry.expression,
        (part, summed) => {
          if (part.kind === 'reference') visit(part, summed);
          if (part.kind !== 'name' || seen.has(`${part.name} ${summed}`)) return;
          seen.add(`${part.name} ${summed}`);
          const expression = byName.get(part.name)?.expression;
          if (expression !== undefined) queue.push({ expression, summed });
        },
        entry.summed,
      );
    }
  }
}

interface AbsentRow {
  readonly code: string | undefined;
  readonly definition: Row['definition'];
}

function absentRow(key: string): AbsentRow {
  return { code: /^\d+$/.test(key) ? key : undefined, definition: undefined };
}

/** Rows are matched by code; those without one by their label. */
function keyOf(row: Row): string {
  return row.code ?? row.label.replace(/\s+/g, '');
}

function labelOf(row: Row): string {
  const label = row.label.replace(/\s+/g, '');
  return row.codeCell === undefined ? label : `${row.code} ${label}`;
}

function columnsOf(
  { columns, everyColumn }: ReferenceTarget,
  { column }: Instance,
  summed: boolean,
): readonly Column[] | undefined {
  if (!everyColumn) return columns;
  if (column === undefined) return summed ? columns : undefined;
  const same =
    columns.find((own) => own === column) ??
    columns.find(({ name, path }) => name === column.name && path.join() === column.path.join()) ??
    columns.find(({ name }) => name === column.name);
  return same === undefined ? [] : [same];
}

function several(reference: Reference): Trouble {
  return trouble(
    'rows',
    reference,
    '这里要一个数，而引用的是多行；请写明行，或者用 合计(…) 相加',
    'one figure is needed here and the reference means several rows; name the row, or add them with 合计(…)',
  );
}

function absence(reference: Reference, what: 'table' | 'report'): Trouble {
  const name = reference.table.value;
  if (what === 'table') {
    return trouble(
      'absent',
      reference,
      `本报告没有${name}，没有核对`,
      `this report has no ${name}; not checked`,
    );
  }
  const scope = reference.scope ?? '上年';
  return trouble(
    'absent',
    reference,
    `手头没有${scope}报告，没有核对`,
    scope === '上年'
      ? "last year's report is not at hand; not checked"
      : 'no report of a unit is at hand; not checked',
  );
}
