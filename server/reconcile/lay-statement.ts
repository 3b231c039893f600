/** Parses the statement of an identity and lays it against the forms of its profile. */
import { parseAssertion } from '../../grammar/expression-parser.ts';
import type { Expression, Reference, RowSelector } from '../../grammar/syntax-tree.ts';
import type { FormDefinition, PanelDefinition, Profile } from '../report/form.ts';
import { profileNames } from '../report/vocabulary.ts';
import type { RowPlan, StatementPlan, TermPlan } from './identity-plan.ts';
import { linearTerms } from './linear.ts';

/** Undefined where the statement is no comparison of sums, or speaks of what the profile's forms do not have. */
export function layStatement(statement: string, profile: Profile): StatementPlan | undefined {
  const { left, relation, right, problems } = parseAssertion(statement);
  if (left === undefined || right === undefined || relation === undefined) return undefined;
  if (problems.length > 0) return undefined;
  const leftPlans = termPlans(left, profile);
  const rightPlans = termPlans(right, profile);
  if (leftPlans === undefined || rightPlans === undefined) return undefined;
  return { left: leftPlans, relation, right: rightPlans };
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
  const form = profileNames(profile).byCitation.get(reference.table.value);
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
