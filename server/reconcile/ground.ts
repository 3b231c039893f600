/**
 * Puts a report's figures into the identities of its profile. Inside a closed identity a blank and a row that is left
 * out are zero (R8); a table that is not printed silences the identities over it.
 */
import type { Profile } from '../report/form.ts';
import type { NamedReport, OtherReports, Report } from '../report/model.ts';
import { isSameList } from '../report/same-list.ts';
import type { Constraint, Outcome, Term } from './constraint.ts';
import { evaluate } from './evaluate.ts';
import { formsIn, type IdentityPlan, identityPlans, type TermPlan } from './identity-plan.ts';
import { meantCodes, meantCodesAfter } from './meant-codes.ts';
import type { PanelView } from './panel-view.ts';
import { panelsOf, type Views } from './panel-views.ts';
import { type Driver, type Place, termsOf } from './terms-of.ts';

export interface Ground {
  readonly report: Report;
  readonly others: OtherReports;
  /** Panels of the report's known forms, by form key. */
  readonly views: Views;
  /** The same for each report that was looked at; the report itself stands under undefined. */
  readonly viewsOf: ReadonlyMap<NamedReport | undefined, Views>;
  /** By identity, in their order: what came of every constraint that it puts on the report. */
  readonly identities: readonly JudgedIdentity[];
  /** True where all of it was taken over from the report before. */
  readonly isKept: boolean;
}

export interface JudgedIdentity {
  readonly outcomes: readonly Outcome[];
  /** Whether all hold, by themselves or by rounding. */
  readonly holds: boolean;
}

/**
 * Judges the identities of a profile over a report.
 *
 * `before`: what they came to in the same profile when the report's text was another. An identity whose tables have
 * stayed the same is as it was.
 */
export function ground(
  report: Report,
  profile: Profile,
  others: OtherReports,
  before?: Ground,
): Ground {
  const grounding = new Grounding(report, others, before);
  const views = grounding.viewsOfReport();
  let isKept = before !== undefined;
  const identities = identityPlans(profile).map((plan, index) => {
    const known = before?.identities[index];
    if (known !== undefined && grounding.isAsBefore(plan)) return known;
    isKept = false;
    return grounding.judge(plan);
  });
  return { report, others, views, viewsOf: grounding.views, identities, isKept };
}

class Grounding {
  readonly views = new Map<NamedReport | undefined, Views>();
  readonly #report: Report;
  readonly #others: OtherReports;
  readonly #before: Ground | undefined;
  #constraints: Constraint[] = [];

  constructor(report: Report, others: OtherReports, before: Ground | undefined) {
    this.#report = report;
    this.#others = others;
    this.#before = before;
    for (const [other, views] of before?.viewsOf ?? []) {
      if (other !== undefined && this.#isAtHand(other)) this.views.set(other, views);
    }
  }

  #isAtHand(other: NamedReport): boolean {
    const { lastYear, subordinates } = this.#others;
    return other === lastYear || subordinates.includes(other);
  }

  /** Whether an identity speaks of the same tables as before. */
  isAsBefore(plan: IdentityPlan): boolean {
    const { own, lastYear, subordinates } = formsIn(plan);
    const before = this.#before;
    if (before === undefined) return false;
    if (lastYear && before.others.lastYear !== this.#others.lastYear) return false;
    if (subordinates && !isSameList(before.others.subordinates, this.#others.subordinates)) {
      return false;
    }
    const views = this.viewsOfReport();
    return own.every((key) => before.views.get(key) === views.get(key));
  }

  judge(plan: IdentityPlan): JudgedIdentity {
    this.#constraints = [];
    this.#add(plan);
    let holds = true;
    const outcomes = this.#constraints.map((constraint) => {
      const outcome = evaluate(constraint);
      if (outcome.verdict !== 'exact' && outcome.verdict !== 'rounding') holds = false;
      return outcome;
    });
    return { outcomes, holds };
  }

  #add(plan: IdentityPlan): void {
    if (plan.condition !== undefined && !this.#holds(plan.condition)) return;
    const left = this.#places(plan.left, plan.relation === '≤');
    const right = left && this.#places(plan.right, plan.relation === '≥');
    if (left === undefined || right === undefined) return;
    for (let column = 0; column < plan.columns; column++) {
      this.#column(plan, left, right, column);
    }
  }

  /** The panels that a side speaks of; undefined where a table it needs is not at hand. */
  #places(terms: readonly TermPlan[], smaller: boolean): Place[] | undefined {
    const places: Place[] = [];
    for (const plan of terms) {
      const views = this.#viewsOf(plan);
      if (views !== undefined) places.push({ plan, views });
      // What the smaller side of a bound lacks makes the bound weaker, never false.
      else if (!smaller || plan.coefficient < 0) return undefined;
    }
    return places.length === 0 ? undefined : places;
  }

  #viewsOf({ scope, form, panel }: TermPlan): readonly PanelView[] | undefined {
    if (scope === undefined) {
      const view = this.#panels(undefined).get(form.key)?.[panel];
      return view && [view];
    }
    const reports = scope === '上年' ? [this.#others.lastYear] : this.#others.subordinates;
    const views: PanelView[] = [];
    for (const other of reports) {
      const view = other && this.#panels(other).get(form.key)?.[panel];
      if (view === undefined) return undefined;
      views.push(view);
    }
    return views.length === 0 ? undefined : views;
  }

  viewsOfReport(): Views {
    return this.#panels(undefined);
  }

  #panels(other: NamedReport | undefined): Views {
    let found = this.views.get(other);
    if (found === undefined) {
      found = other === undefined ? this.#panelsOfReport() : panelsOf(other.report, other);
      this.views.set(other, found);
    }
    return found;
  }

  /** The panels of a table that has stayed are as they were, unless codes in it are now taken for others. */
  #panelsOfReport(): Views {
    const before = this.#before;
    const meant = meantCodesAfter(this.#report, before?.report);
    if (before === undefined || meant !== meantCodes(before.report)) {
      const isPlain = meant.size === 0 && (!before || meantCodes(before.report).size === 0);
      if (!isPlain) return panelsOf(this.#report, undefined);
    }
    return panelsOf(this.#report, undefined, before?.views);
  }

  #holds(condition: IdentityPlan): boolean {
    const left = this.#places(condition.left, false);
    const right = left && this.#places(condition.right, false);
    if (left === undefined || right === undefined) return condition.relation === '≠';
    const { verdict } = evaluate({
      origin: { identity: condition.identity },
      left: termsOf(left, 0, undefined),
      right: termsOf(right, 0, undefined),
      relation: condition.relation,
      strictness: 'sum',
    });
    return verdict === 'exact' || (verdict === 'unknown' && condition.relation === '≠');
  }

  #column(
    plan: IdentityPlan,
    left: readonly Place[],
    right: readonly Place[],
    column: number,
  ): void {
    const drivers = [...left, ...right].filter(
      ({ plan }) => plan.row.kind === 'each' && !plan.summed,
    );
    const main = drivers[0];
    if (main === undefined) {
      this.#emit(plan, termsOf(left, column, undefined), termsOf(right, column, undefined));
      return;
    }
    const view = main.views[0] as PanelView;
    const { digits } = main.plan.row as { readonly digits: number };
    const single = drivers.every((driver) => driver.views[0] === view);
    const matched = !single || plan.right.some(({ row }) => row.kind === 'children');
    for (let index = 0; index < view.rows.length; index++) {
      const row = view.rows[index];
      if (row === undefined) continue;
      const code = view.codes[index];
      if (digits !== 0 && code?.length !== digits) continue;
      if (!single && code === undefined && index !== view.total) continue;
      // A malformed code is a fault of its own; no other form can print it.
      if (!single && code !== undefined && !isWellFormed(code)) continue;
      // Of rows that repeat a code the first one is matched with other rows.
      if (code !== undefined && matched && view.byCode.get(code) !== index) continue;
      const driver: Driver = { view, index, code, total: index === view.total };
      this.#row(plan, left, right, column, driver);
    }
    if (single) return;
    const seen = new Set<string>();
    for (const other of drivers) {
      const otherView = other.views[0] as PanelView;
      if (otherView === view) continue;
      for (const code of otherView.byCode.keys()) {
        if (digits !== 0 && code.length !== digits) continue;
        if (view.byCode.has(code) || seen.has(code)) continue;
        seen.add(code);
        this.#row(plan, left, right, column, { view: undefined, index: 0, code, total: false });
      }
    }
  }

  #row(
    plan: IdentityPlan,
    left: readonly Place[],
    right: readonly Place[],
    column: number,
    driver: Driver,
  ): void {
    this.#emit(plan, termsOf(left, column, driver), termsOf(right, column, driver));
  }

  #emit(plan: IdentityPlan, left: readonly Term[], right: readonly Term[]): void {
    // Nothing printed below a total is a matter of levels (S-LVL) or of a lost end, not of sums.
    if (left.length === 0 || right.length === 0) return;
    // A column that the table leaves out is zero as a part; as a total, or between tables, it says nothing.
    const between = plan.identity.strictness !== 'sum';
    if ((between || left.length === 1) && left.some(isLeftOut)) return;
    if ((between || right.length === 1) && right.some(isLeftOut)) return;
    if (left.some(isTotalLeftOut) || right.some(isTotalLeftOut)) return;
    if (isUnknown(left) || isUnknown(right)) return;
    // A smaller side that prints nothing cannot exceed anything; an equation of blanks says nothing.
    const printed = left.some(isPrinted);
    if (!printed && (plan.relation === '≤' || !right.some(isPrinted))) return;
    this.#constraints.push({
      origin: originOf(plan),
      left,
      right,
      relation: plan.relation,
      strictness: plan.identity.strictness,
    });
  }
}

function isWellFormed({ length }: string): boolean {
  return length === 3 || length === 5 || length === 7;
}

function isPrinted(term: Term): boolean {
  return term.state !== 'zero' || term.figure !== undefined;
}

/** Whether the table prints heads, and none for this place's column. */
export function isLeftOut({ figure, cell, column, panel }: Term): boolean {
  if (figure !== undefined || cell !== undefined || column.heads.length > 0) return false;
  return panel.columns.some(({ heads }) => heads.length > 0);
}

/**
 * A form of subjects that knows totals and a total of them (公开06表) may print the one or the other: where neither is
 * printed the totals are missing.
 */
function isTotalLeftOut({ row, definition, panel, table }: Term): boolean {
  if (row !== undefined || definition === undefined) return false;
  // A part that is not printed is zero; a sum is not known.
  if (definition.mayLack) return definition.role !== 'item';
  if (table.form?.shape !== 'coded') return false;
  if (definition.role === 'grand-total') {
    return panel.definition?.rows.some(({ role }) => role === 'total') ?? false;
  }
  if (definition.role !== 'total') return false;
  for (const { role } of panel.byDefinition.keys()) if (role === 'grand-total') return true;
  return false;
}

/** A row that some print and others don't, by itself. */
function isUnknown([only, second]: readonly Term[]): boolean {
  return second === undefined && only?.row === undefined && only?.definition?.mayLack === true;
}

const origins = new WeakMap<IdentityPlan, Constraint['origin']>();

function originOf(plan: IdentityPlan): Constraint['origin'] {
  let origin = origins.get(plan);
  if (origin === undefined) {
    origin = { identity: plan.identity };
    origins.set(plan, origin);
  }
  return origin;
}
