/** The terms that a side of an identity has in a report's panels. */
import type { Term } from './constraint.ts';
import type { TermPlan } from './identity-plan.ts';
import type { PanelView } from './panel-view.ts';

export interface Place {
  readonly plan: TermPlan;
  readonly views: readonly PanelView[];
}

/** The row that an identity over whole columns is being judged for. */
export interface Driver {
  readonly view: PanelView | undefined;
  readonly index: number;
  readonly code: string | undefined;
  readonly total: boolean;
}

export function termsOf(
  places: readonly Place[],
  column: number,
  driver: Driver | undefined,
): Term[] {
  const terms: Term[] = [];
  for (const { plan, views } of places) {
    for (const view of views) addTerms(terms, plan, view, column, driver);
  }
  return terms;
}

function addTerms(
  terms: Term[],
  plan: TermPlan,
  view: PanelView,
  starred: number,
  driver: Driver | undefined,
): void {
  const column = plan.column < 0 ? starred : plan.column;
  const { row } = plan;
  const push = (term: Term): void => {
    terms.push(plan.coefficient === 1 ? term : term.with(plan.coefficient));
  };
  switch (row.kind) {
    case 'definition': {
      const index = view.fixed[row.index];
      push(index === undefined ? view.absent(row.index, column) : view.term(index, column));
      return;
    }
    case 'code':
      pushCode(push, view, row.code, column);
      return;
    case 'children': {
      if (driver === undefined) return;
      const rows = driver.total ? view.tops : view.below(driver.code ?? '');
      for (const index of rows) push(view.term(index, column));
      return;
    }
    case 'each': {
      if (plan.summed) {
        for (const index of summedRows(view, row.digits)) push(view.term(index, column));
      } else if (driver === undefined) {
        return;
      } else if (driver.view === view) {
        push(view.term(driver.index, column));
      } else if (driver.total) {
        if (view.total !== undefined) push(view.term(view.total, column));
        else push(view.absent('', column));
      } else if (driver.code !== undefined) {
        pushCode(push, view, driver.code, column);
      }
    }
  }
}

/** A code that is not printed stands for the rows printed below it. */
function pushCode(push: (term: Term) => void, view: PanelView, code: string, column: number): void {
  const index = view.byCode.get(code);
  if (index !== undefined) {
    push(view.term(index, column));
    return;
  }
  const below = view.below(code);
  if (below.length === 0) push(view.absent(code, column));
  else for (const row of below) push(view.term(row, column));
}

/** The rows that `合计` adds: of the classes, each row that stands below no other, and rows the form does not know. */
function summedRows(view: PanelView, digits: number): readonly number[] {
  if (digits === 3) {
    if (view.table.form?.shape !== 'fixed') return view.tops;
    const rows: number[] = [];
    for (let index = 0; index < view.rows.length; index++) {
      const row = view.rows[index];
      if (row !== undefined && (row.code !== undefined || row.definition === undefined)) {
        rows.push(index);
      }
    }
    return rows;
  }
  const rows: number[] = [];
  for (let index = 0; index < view.rows.length; index++) {
    if (digits === 0 || view.codes[index]?.length === digits) rows.push(index);
  }
  return rows;
}
