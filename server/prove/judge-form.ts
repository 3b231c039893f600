/** What the checker's own arithmetic says of a constraint over printed figures. */
import type { ClaimTerm } from '../reconcile/claim-outcome.ts';
import { compareTwo } from '../reconcile/compare-two.ts';
import type { Verdict } from '../reconcile/constraint.ts';
import { evaluate } from '../reconcile/evaluate.ts';
import { judgeRatio, type RatioVerdict } from '../reconcile/judge-ratio.ts';
import type {
  ConstraintForm,
  Excuse,
  LinearConstraint,
  ProofTerm,
  ProofVerdict,
} from '../verify/proof.ts';
import type { Facts } from './facts.ts';

export interface FormJudgement {
  readonly verdict: ProofVerdict;
  readonly excuse: Excuse | undefined;
}

/** Undefined where nothing can be said. */
export function judgeForm(form: ConstraintForm, facts: Facts): FormJudgement | undefined {
  switch (form.kind) {
    case 'linear':
      return judgementOf(linearVerdict(form, facts));
    case 'ratio': {
      const terms = (of: readonly ProofTerm[]): ClaimTerm[] =>
        of.map(({ fact, times }) => ({ coefficient: times, quantity: facts.quantity(fact) }));
      const { value, relation, over, under } = form;
      return judgementOf(judgeRatio(facts.quantity(value), relation, terms(over), terms(under)));
    }
    case 'together': {
      const zeros = form.facts.filter((fact) => facts.quantity(fact).units === 0).length;
      return judgementOf(zeros === 0 || zeros === form.facts.length ? 'exact' : 'broken');
    }
    case 'signs': {
      const negative = form.facts.filter((fact) => facts.quantity(fact).units < 0).length;
      return judgementOf((negative % 2 === 1) === form.odd ? 'exact' : 'broken');
    }
    case 'any':
      return form.of
        .map((one) => judgementOf(linearVerdict(one, facts)))
        .reduce((best, one) => (rank(one) < rank(best) ? one : best));
  }
}

function linearVerdict(form: LinearConstraint, facts: Facts): Verdict | RatioVerdict {
  const { left, relation, right, rounding } = form;
  const [a, b] = [left[0], right[0]];
  if (a !== undefined && b !== undefined && (rounding === 'pair' || rounding === 'meet')) {
    const { sign, verdict, meet } = compareTwo(facts.quantity(a.fact), facts.quantity(b.fact));
    if (rounding === 'pair') return verdict === 'apart' ? 'broken' : verdict;
    if (relation === '≤' ? sign <= 0 : sign >= 0) return 'exact';
    return meet ? 'rounding' : 'broken';
  }
  const addends = (terms: readonly ProofTerm[]) =>
    terms.map(({ fact, times }) => {
      const { state, units, exponent, dropped, rounded, table } = facts.quantity(fact);
      return { coefficient: times, state, units, exponent, dropped, rounded, table };
    });
  const strictness = rounding === 'exact' ? 'exact' : 'sum';
  const { verdict, difference } = evaluate({
    left: addends(left),
    relation,
    right: addends(right),
    strictness,
  });
  // 大于 between figures that are printed alike may be true by less than a last place.
  const isStrict = relation === '<' || relation === '>' || relation === '≠';
  return isStrict && difference === 0 && right.length > 0 ? 'last-place' : verdict;
}

function judgementOf(verdict: Verdict | RatioVerdict): FormJudgement | undefined {
  switch (verdict) {
    case 'exact':
    case 'rounding':
      return { verdict, excuse: undefined };
    case 'last-place':
    case 'coarse':
    case 'behind-zero':
    case 'truncated':
      return { verdict: 'broken', excuse: verdict };
    case 'unknown':
      return undefined;
    default:
      return { verdict: 'broken', excuse: undefined };
  }
}

function rank(judgement: FormJudgement | undefined): number {
  if (judgement === undefined) return 4;
  const { verdict, excuse } = judgement;
  if (verdict === 'broken') return excuse === undefined ? 3 : 2;
  return verdict === 'exact' ? 0 : 1;
}
