/** Everything that must hold of a report's figures: identities of the forms, assertions, claims of the narrative. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import type { ChangeClaim, Claim, NarrativeFigure } from '../claims/claim.ts';
import type { Constraint, Term } from '../reconcile/constraint.ts';
import type { Identity } from '../report/form.ts';
import type { ConstraintForm, ProofTerm } from '../verify/proof.ts';
import { constraintsOfClaim, linear } from './claim-constraints.ts';
import { Facts } from './facts.ts';
import { type FormJudgement, judgeForm } from './judge-form.ts';

export type SourceDraft =
  | { readonly kind: 'identity'; readonly identity: Identity }
  | { readonly kind: 'assertion'; readonly range: Range }
  | { readonly kind: 'claim'; readonly claim: Claim };

export interface ConstraintDraft {
  readonly form: ConstraintForm;
  readonly source: SourceDraft;
  readonly judgement: FormJudgement;
  /** The outcome or claim that it was made from. */
  readonly origin: Constraint | Claim;
}

export interface Grounds {
  readonly facts: Facts;
  readonly constraints: readonly ConstraintDraft[];
}

/** The figures and constraints of a report; constraints over what cannot be read are left out. */
export function groundsOf(analysis: Analysis): Grounds {
  const { narrative, outcomes } = analysis;
  const facts = new Facts(narrative, analysis);
  const constraints: ConstraintDraft[] = [];
  const add = (form: ConstraintForm, source: SourceDraft, origin: Constraint | Claim): void => {
    const judgement = judgeForm(form, (fact) => facts.quantity(fact));
    if (judgement !== undefined) constraints.push({ form, source, judgement, origin });
  };
  for (const { constraint, verdict } of outcomes) {
    if (verdict === 'unknown') continue;
    const form = formOf(constraint, facts);
    if (form === undefined) continue;
    const { origin } = constraint;
    const source: SourceDraft =
      'identity' in origin
        ? { kind: 'identity', identity: origin.identity }
        : { kind: 'assertion', range: origin.assertion };
    add(form, source, constraint);
  }
  const changes = new Map<NarrativeFigure, ChangeClaim>();
  const directed = new Set<NarrativeFigure>();
  for (const claim of narrative.claims) {
    if (claim.kind === 'change') changes.set(claim.figure, claim);
    if (claim.kind === 'direction') for (const figure of claim.figures) directed.add(figure);
  }
  for (const claim of narrative.claims) {
    for (const form of constraintsOfClaim(claim, facts, { changes, directed })) {
      add(form, { kind: 'claim', claim }, claim);
    }
  }
  return { facts, constraints };
}

function formOf(
  { left, relation, right, strictness }: Constraint,
  facts: Facts,
): ConstraintForm | undefined {
  const terms = (of: readonly Term[]): ProofTerm[] | undefined => {
    const found: ProofTerm[] = [];
    for (const term of of) {
      const fact = facts.ofTerm(term);
      if (fact === undefined) return undefined;
      found.push({ fact, times: term.coefficient });
    }
    return found;
  };
  const [first, second] = [terms(left), terms(right)];
  if (first === undefined || second === undefined) return undefined;
  return linear(first, relation, second, strictness === 'exact' ? 'exact' : 'sum');
}
