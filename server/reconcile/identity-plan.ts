/**
 * The identities of a profile, parsed and laid against its forms once: what is left to do for a report is to look up
 * rows and columns by index.
 */
import { parseAssertion } from '../../grammar/expression-parser.ts';
import type { Expression, Reference, Relation, RowSelector } from '../../grammar/syntax-tree.ts';
import type { FormDefinition, Identity, PanelDefinition, Profile } from '../report/form.ts';
import { linearTerms } from './linear.ts';

export type RowPlan =
  /** A fixed row or total, by index into the rows of its panel's definition. */
  | { readonly kind: 'definition'; readonly index: number }
  /** A coded row; where it is not printed, the rows printed below it. */
  | { readonly kind: 'code'; readonly code: string }
  /** Each row, or each of a level: added inside `合计`, else the identity holds for each. */
  | { readonly kind: 'each'; readonly digits: 0 | 3 | 5 | 7 }
  | { readonly kind: 'children' };

export interface TermPlan {
  readonly coefficient: number;
  readonly scope: '上年' | '下级' | undefined;
  readonly form: FormDefinition;
  readonly panel: number;
  readonly row: RowPlan;
  /** Column index; -1 for `*`. */
  readonly column: number;
  readonly summed: boolean;
}

export interface IdentityPlan {
  readonly identity: Identity;
  readonly left: readonly TermPlan[];
  readonly right: readonly TermPlan[];
  readonly relation: Relation;
  /** How many columns `*` stands for; 1 without it. */
  readonly columns: number;
  /** True where some `*` stands for a column. */
  readonly starred: boolean;
  /** The terms whose rows the identity holds for, one by one; empty for a single equation. */
  readonly drivers: readonly TermPlan[];
  readonly condition: IdentityPlan | undefined;
}

const plans = new WeakMap<Profile, readonly IdentityPlan[]>();

export function identityPlans(profile: Profile): readonly IdentityPlan[] {
  let found = plans.get(profile);
  if (found === undefined) {
    found = profile.identities.flatMap((identity) => planOf(identity, profile) ?? []);
    plans.set(profile, found);
  }
  return found;
}

/** Undefined where the statement cannot be laid against the profile's forms: a fault of the data, found by a test. */
export function planOf(
  identity: Identity,
  profile: Profile,
  statement = identity.statement,
): IdentityPlan | undefined {
  const { left, relation, right, problems } = parseAssertion(statement);
  if (left === undefined || right === undefined || relation === undefined) return undefined;
  if (problems.length > 0) return undefined;
  const leftPlans = termPlans(left, profile);
  const rightPlans = termPlans(right, profile);
  if (leftPlans === undefined || rightPlans === undefined) return undefined;
  const all = [...leftPlans, ...rightPlans];
  const stars = all.filter((term) => term.column < 0);
  const counts = new Set(stars.map((term) => term.form.panels[term.panel]?.columns.length ?? 0));
  if (counts.size > 1) return undefined;
  const condition =
    identity.condition === undefined || statement !== identity.statement
      ? undefined
      : planOf(identity, profile, identity.condition);
  if (statement === identity.statement && identity.condition !== undefined && !condition) {
    return undefined;
  }
  return {
    identity,
    left: leftPlans,
    right: rightPlans,
    relation,
    columns: [...counts][0] ?? 1,
    starred: stars.length > 0,
    drivers: all.filter((term) => term.row.kind === 'each' && !term.summed),
    condition,
  };
}

function termPlans(expression: Expression, profile: Profile): TermPlan[] | undefined {
  const terms = linearTerms(expression);
  if (terms === undefined) return undefined;
  const plans: TermPlan[] = [];
  for (const { coefficient, reference, summed } of terms) {
    const place = placeOf(reference, profile);
    if (place === undefined) return undefined;
    plans.push({ coefficient, summed, scope: reference.scope, ...place });
  }
  return plans;
}

type PlacePlan = Pick<TermPlan, 'form' | 'panel' | 'row' | 'column'>;

function placeOf(reference: Reference, profile: Profile): PlacePlan | undefined {
  const form = profile.forms.find(
    ({ number, name }) => number === reference.table.value || name === reference.table.value,
  );
  if (form === undefined) return undefined;
  const steps = [...reference.steps];
  let panel = 0;
  const first = steps[0];
  if (form.panels.length > 1 && first?.kind === 'member') {
    panel = form.panels.findIndex(({ name }) => name === first.name);
    steps.shift();
  }
  const definition = form.panels[panel];
  if (definition === undefined) return undefined;
  let row: RowPlan | undefined = { kind: 'each', digits: 0 };
  const members: string[] = [];
  for (const step of steps) {
    if (step.kind === 'member') members.push(step.name);
    else row = rowPlan(step.selector, form, definition);
  }
  const column = columnIndex(members, definition);
  return row === undefined || column === undefined ? undefined : { form, panel, row, column };
}

function columnIndex(members: readonly string[], panel: PanelDefinition): number | undefined {
  const name = members.at(-1);
  if (name === undefined) return panel.columns.length === 1 ? 0 : undefined;
  if (name === '*') return -1;
  const index = panel.columns.findIndex(
    (column) =>
      column.name === name &&
      (members.length === 1 || column.path.at(-1) === members[members.length - 2]),
  );
  return index < 0 ? undefined : index;
}

const DIGITS = { 类: 3, 款: 5, 项: 7 } as const;

function rowPlan(
  selector: RowSelector,
  form: FormDefinition,
  panel: PanelDefinition,
): RowPlan | undefined {
  switch (selector.kind) {
    case 'all':
      return { kind: 'each', digits: 0 };
    case 'level':
      return { kind: 'each', digits: DIGITS[selector.level] };
    case 'children':
      return { kind: 'children' };
    case 'code': {
      const index = panel.rows.findIndex(({ code }) => code === selector.code);
      if (index >= 0) return { kind: 'definition', index };
      return form.shape === 'coded' ? { kind: 'code', code: selector.code } : undefined;
    }
    case 'row-number':
      return byDefinition(panel, ({ rowNumber }) => rowNumber === selector.number);
    case 'label':
      return (
        byDefinition(panel, ({ label }) => label === selector.label) ??
        byDefinition(panel, ({ aliases }) => aliases.includes(selector.label))
      );
  }
}

function byDefinition(
  panel: PanelDefinition,
  matches: (row: PanelDefinition['rows'][number]) => boolean,
): RowPlan | undefined {
  const index = panel.rows.findIndex(matches);
  return index < 0 ? undefined : { kind: 'definition', index };
}
