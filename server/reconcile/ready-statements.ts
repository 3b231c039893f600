/**
 * The statements of the program's own profiles, laid against the forms when the program is built: at start neither lexer
 * nor parser is needed for them. A statement that is not among them is parsed.
 */
import type { Relation } from '../../grammar/syntax-tree.ts';
import { henan } from '../forms/profiles.ts';
import type { FormDefinition, Profile } from '../report/form.ts';
import { henanStatements } from './generated/henan-statements.ts';
import type { StatementPlan, TermPlan } from './identity-plan.ts';

/** As `TermPlan`, with the index of the form instead of the form. */
type WrittenTerm = Omit<TermPlan, 'form' | 'scope'> & {
  readonly form: number;
  readonly scope?: TermPlan['scope'];
};
type WrittenStatement = readonly [
  left: readonly WrittenTerm[],
  relation: Relation,
  right: readonly WrittenTerm[],
];

/** What the generated file holds: for each statement its plan, in JSON. */
export function writeStatements(
  statements: ReadonlyMap<string, StatementPlan>,
  { forms }: Profile,
): string {
  const write = (term: TermPlan): WrittenTerm => ({ ...term, form: forms.indexOf(term.form) });
  const lines = [...statements].map(([statement, { left, relation, right }]) => {
    const written: WrittenStatement = [left.map(write), relation, right.map(write)];
    return `${JSON.stringify(statement)}:${JSON.stringify(written)}`;
  });
  return `{\n${lines.join(',\n')}\n}`;
}

const ready = new WeakMap<Profile, ReadonlyMap<string, StatementPlan>>();

/**
 * Plans by statement. Those of 河南 hold for each profile whose forms are laid out alike, whatever their numbers; what
 * speaks of a form that is not is left out.
 */
export function readyStatements(profile: Profile): ReadonlyMap<string, StatementPlan> {
  let plans = ready.get(profile);
  if (plans === undefined) {
    plans = readStatements(henanStatements, formsAlike(profile));
    ready.set(profile, plans);
  }
  return plans;
}

/** For each form of 河南 that of the profile, where rows and columns are the same. */
function formsAlike({ forms }: Profile): readonly (FormDefinition | undefined)[] {
  if (forms === henan.forms) return forms;
  return henan.forms.map((own) => forms.find((form) => form.key === own.key && isAlike(form, own)));
}

/** Plans speak of rows and columns by their places. */
function isAlike({ panels }: FormDefinition, own: FormDefinition): boolean {
  return panels.every(
    ({ rows, columns }, index) =>
      rows === own.panels[index]?.rows && columns === own.panels[index]?.columns,
  );
}

function readStatements(
  text: string,
  forms: readonly (FormDefinition | undefined)[],
): ReadonlyMap<string, StatementPlan> {
  const plans = new Map<string, StatementPlan>();
  const read = ({
    coefficient,
    summed,
    scope,
    form,
    panel,
    row,
    column,
  }: WrittenTerm): TermPlan => ({
    coefficient,
    summed,
    scope,
    form: forms[form] as FormDefinition,
    panel,
    row,
    column,
  });
  const all = JSON.parse(text) as Readonly<Record<string, WrittenStatement>>;
  for (const statement in all) {
    const [left, relation, right] = all[statement] as WrittenStatement;
    if (![...left, ...right].every((term) => forms[term.form])) continue;
    plans.set(statement, { left: left.map(read), relation, right: right.map(read) });
  }
  return plans;
}
