/** What the checker's own arithmetic says of a constraint over printed figures. */
import type { ClaimTerm } from '../reconcile/claim-outcome.ts';
import { compareTwo } from '../reconcile/compare-two.ts';
import type { Verdict } from '../reconcile/constraint.ts';
import { evaluate } from '../reconcile/evaluate.ts';
import { judgeRatio, type RatioVerdict } from '../reconcile/judge-ratio.ts';
import type { Quantity } from '../reconcile/quantity.ts';
import type {
  ConstraintForm,
  Leniency,
  LinearConstraint,
  ProofTerm,
  ProofVerdict,
} from '../verify/proof.ts';

export type QuantityOf = (fact: number) => Quantity;

export interface FormJudgement {
  readonly verdict: ProofVerdict;
  readonly leniency: Leniency | undefined;
}

/** Undefined where nothing can be said. */
export function judgeForm(form: ConstraintForm, at: QuantityOf): FormJudgement | undefined {
  switch (form.kind) {
    case 'linear':
      return judgementOf(linearVerdict(form, at));
    case 'ratio': {
      const terms = (of: readonly ProofTerm[]): ClaimTerm[] =>
        of.map(({ fact, times }) => ({ coefficient: times, quantity: at(fact) }));
      const { value, relation, over, under } = form;
      return judgementOf(judgeRatio(at(value), relation, terms(over), terms(under)));
    }
    case 'together': {
      const zeros = form.facts.filter((fact) => at(fact).units === 0).length;
      return judgementOf(zeros === 0 || zeros === form.facts.length ? 'exact' : 'broken');
    }
    case 'signs': {
      const negative = form.facts.filter((fact) => at(fact).units < 0).length;
      return judgementOf((negative % 2 === 1) === form.odd ? 'exact' : 'broken');
    }
    case 'any':
      return form.of
        .map((one) => judgementOf(linearVerdict(one, at)))
        .reduce((best, one) => (rank(one) < rank(best) ? one : best));
  }
}

function linearVerdict(form: LinearConstraint, at: QuantityOf): Verdict | RatioVerdict {
  const { left, relation, right, rounding } = form;
  const [a, b] = [left[0], right[0]];
  if (a !== undefined && b !== undefined && (rounding === 'pair' || rounding === 'meet')) {
    const { sign, verdict, meet } = compareTwo(at(a.fact), at(b.fact));
    if (rounding === 'pair') return verdict === 'apart' ? 'broken' : verdict;
    if (relation === '≤' ? sign <= 0 : sign >= 0) return 'exact';
    return meet ? 'rounding' : 'broken';
  }
  const addends = (terms: readonly ProofTerm[]) =>
    terms.map(({ fact, times }) => {
      const { state, units, exponent, dropped, rounded, table } = at(fact);
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
      return { verdict, leniency: undefined };
    case 'last-place':
    case 'coarse':
    case 'behind-zero':
    case 'truncated':
      return { verdict: 'broken', leniency: verdict };
    case 'unknown':
      return undefined;
    default:
      return { verdict: 'broken', leniency: undefined };
  }
}

function rank(judgement: FormJudgement | undefined): number {
  if (judgement === undefined) return 4;
  const { verdict, leniency } = judgement;
  if (verdict === 'broken') return leniency === undefined ? 3 : 2;
  return verdict === 'exact' ? 0 : 1;
}
