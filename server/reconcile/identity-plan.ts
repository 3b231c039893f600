/**
 * The identities of a profile, parsed and laid against its forms once: what is left to do for a report is to look up
 * rows and columns by index.
 */
import type { Relation } from '../../grammar/syntax-tree.ts';
import type { FormDefinition, Identity, Profile } from '../report/form.ts';
import { layStatement } from './lay-statement.ts';
import { readyStatements } from './ready-statements.ts';

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

/** A statement laid against the forms of a profile. */
export interface StatementPlan {
  readonly left: readonly TermPlan[];
  readonly relation: Relation;
  readonly right: readonly TermPlan[];
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
  const laid = readyStatements(profile).get(statement) ?? layStatement(statement, profile);
  if (laid === undefined) return undefined;
  const all = [...laid.left, ...laid.right];
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
    left: laid.left,
    right: laid.right,
    relation: laid.relation,
    columns: [...counts][0] ?? 1,
    starred: stars.length > 0,
    drivers: all.filter((term) => term.row.kind === 'each' && !term.summed),
    condition,
  };
}

/** What an identity must be judged anew for, when it changes. */
export interface FormsInIdentity {
  /** Keys of forms of the report itself. */
  readonly own: readonly string[];
  readonly lastYear: boolean;
  readonly subordinates: boolean;
}

const mentioned = new WeakMap<IdentityPlan, FormsInIdentity>();

export function formsIn(plan: IdentityPlan): FormsInIdentity {
  let found = mentioned.get(plan);
  if (found === undefined) {
    const { condition } = plan;
    const terms = [plan, condition].flatMap((one) => (one ? [...one.left, ...one.right] : []));
    const own = terms.flatMap(({ scope, form }) => (scope === undefined ? form.key : []));
    found = {
      own: [...new Set(own)],
      lastYear: terms.some(({ scope }) => scope === '上年'),
      subordinates: terms.some(({ scope }) => scope === '下级'),
    };
    mentioned.set(plan, found);
  }
  return found;
}
