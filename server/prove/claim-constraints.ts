/** What each claim of the narrative says, as constraints over the figures as they are printed. */
import type { Closeness } from '../../grammar/claims/phrase.ts';
import type {
  ChangeClaim,
  Claim,
  Direction,
  NarrativeFigure,
  Operand,
  RateClaim,
} from '../claims/claim.ts';
import { dimensionOf } from '../reconcile/quantity.ts';
import type {
  AnyConstraint,
  ConstraintForm,
  LinearConstraint,
  ProofRelation,
  ProofTerm,
  RatioConstraint,
  Rounding,
} from '../verify/proof.ts';
import type { Facts } from './facts.ts';

/** Changes by the figure that states them, for the rates that divide them. */
export type Changes = ReadonlyMap<NarrativeFigure, ChangeClaim>;

export interface ClaimsAround {
  readonly changes: Changes;
  /** Rates whose direction a claim of its own compares with their change's. */
  readonly directed: ReadonlySet<NarrativeFigure>;
}

/** Empty where the claim is no arithmetic, or a figure of it cannot be read. */
export function constraintsOfClaim(
  claim: Claim,
  facts: Facts,
  around: ClaimsAround,
): readonly ConstraintForm[] {
  switch (claim.kind) {
    case 'equals':
      return equals(claim, facts);
    case 'same': {
      const pair = all([facts.ofFigure(claim.figure), facts.ofFigure(claim.other)]);
      return isAlike(pair, facts) ? close(claim.figure.closeness, pair) : [];
    }
    case 'share':
      return ratio(claim.figure, [claim.part], [claim.whole], facts);
    case 'completion':
      return ratio(claim.figure, [claim.final], [claim.budget], facts);
    case 'change':
      return change(claim, facts);
    case 'rate':
      return rate(claim, facts, around);
    case 'sum': {
      const terms = all([claim.total, ...claim.parts].map((one) => facts.ofOperand(one)));
      if (!isAlike(terms, facts)) return [];
      const rounding = claim.identity.strictness === 'exact' ? 'exact' : 'sum';
      const [total, ...parts] = terms.map(one);
      // Parts may lawfully be left unsaid.
      return total ? [linear([total], claim.complete ? '=' : '≥', parts, rounding)] : [];
    }
    case 'bound': {
      const [lesser, greater] = all(
        [claim.lesser, claim.greater].map((one) => facts.ofOperand(one)),
      );
      if (lesser === undefined || greater === undefined) return [];
      const isCount = (fact: number): boolean => !facts.quantity(fact).rounded;
      if (!isAlike([lesser, greater], facts) && !(isCount(lesser) && isCount(greater))) return [];
      return [linear([one(lesser)], '≤', [one(greater)], 'meet')];
    }
    case 'level': {
      const pair = all([claim.left, claim.right].map((one) => facts.ofOperand(one)));
      const [left, right] = pair;
      if (left === undefined || right === undefined || !isAlike(pair, facts)) return [];
      const rounding = claim.relation === '=' ? 'pair' : 'exact';
      return [linear([one(left)], claim.relation, [one(right)], rounding)];
    }
    case 'together': {
      const both = all([facts.ofFigure(claim.figure), facts.ofOperand(claim.amount)]);
      return both.length === 2 ? [{ kind: 'together', facts: both }] : [];
    }
    case 'completed':
      // A word and a rate: no two quantities.
      return [];
    case 'shares':
      // Each is judged by its own part and whole.
      return [];
    case 'direction':
      return signs(claim.figures, claim.change !== claim.rate, facts);
    case 'absence':
      return claim.places.flatMap((place) => {
        const fact = facts.ofPlace(place);
        return fact === undefined ? [] : [linear([one(fact)], '=', [], 'exact')];
      });
    case 'list':
      return claim.items.flatMap(({ place }) => {
        const fact = place && facts.ofPlace(place);
        return fact === undefined ? [] : [linear([one(fact)], '≠', [], 'exact')];
      });
  }
}

function equals(
  { figure, places, closeness }: Extract<Claim, { kind: 'equals' }>,
  facts: Facts,
): readonly ConstraintForm[] {
  const fact = facts.ofFigure(figure);
  if (fact === undefined) return [];
  const isBare = figure.number.kind === 'score' || figure.number.kind === 'count';
  const alike = places
    .flatMap((place) => facts.ofPlace(place) ?? [])
    .filter(
      (other) =>
        isAlike([fact, other], facts) ||
        // Forms print scores and numbers of things without a unit.
        (isBare && dimensionOf(facts.quantity(other)) === ''),
    );
  const choices = [...new Set(alike)].map((other) => close(closeness, [fact, other]));
  const [first] = choices;
  if (first === undefined) return [];
  if (choices.length === 1) return first;
  if (closeness === 'about') return [];
  const of: LinearConstraint[] = choices.flat().filter((each) => each.kind === 'linear');
  return [{ kind: 'any', of } satisfies AnyConstraint];
}

/** Two figures that are one, as closely as the words 约, 以上 mean it (R11). */
function close(closeness: Closeness, pair: readonly number[]): readonly LinearConstraint[] {
  const [figure, other] = pair;
  if (figure === undefined || other === undefined) return [];
  const [left, right] = [one(figure), one(other)];
  switch (closeness) {
    case 'exact':
      return [linear([left], '=', [right], 'pair')];
    case 'at-least':
      return [linear([left], '≤', [right], 'meet')];
    case 'at-most':
      return [linear([left], '≥', [right], 'meet')];
    case 'about':
      // Within a tenth of what is printed.
      return [
        linear([times(9, left)], '≤', [times(10, right)], 'exact'),
        linear([times(10, right)], '≤', [times(11, left)], 'exact'),
      ];
  }
}

const RELATION: Readonly<Record<Closeness, RatioConstraint['relation']>> = {
  exact: '=',
  about: '≈',
  'at-least': '≥',
  'at-most': '≤',
};

function ratio(
  figure: NarrativeFigure,
  over: readonly Operand[],
  under: readonly Operand[],
  facts: Facts,
): readonly ConstraintForm[] {
  const above = all(over.map((operand) => facts.ofOperand(operand)));
  const below = all(under.map((operand) => facts.ofOperand(operand)));
  if (above.length === 0 || below.length === 0 || !isAlike([...above, ...below], facts)) return [];
  return quotient(figure, above.map(one), below.map(one), facts);
}

function quotient(
  figure: NarrativeFigure,
  over: readonly ProofTerm[],
  under: readonly ProofTerm[],
  facts: Facts,
): readonly RatioConstraint[] {
  const value = facts.ofFigure(figure);
  if (value === undefined || dimensionOf(facts.quantity(value)) !== 'ratio') return [];
  return [{ kind: 'ratio', value, relation: RELATION[figure.closeness], over, under }];
}

/** current = base ± change; without a base no increase is more than what there is. */
function change(claim: ChangeClaim, facts: Facts): readonly ConstraintForm[] {
  const direction = turned(claim.direction, claim.figure);
  const terms = all([facts.ofOperand(claim.current), facts.ofFigure(claim.figure)]);
  const [current, moved] = terms;
  if (current === undefined || moved === undefined || !isAlike(terms, facts)) return [];
  if (claim.base === undefined) {
    const isNegative = facts.quantity(moved).units < 0 || facts.quantity(current).units < 0;
    if (direction === 'down' || isNegative) return [];
    return [linear([one(moved)], '≤', [one(current)], 'meet')];
  }
  const base = facts.ofOperand(claim.base);
  if (base === undefined || !isAlike([base, moved], facts)) return [];
  const size = facts.quantity(moved).units < 0 ? -1 : 1;
  const sign = direction === 'up' ? size : -size;
  return [linear([one(current)], '=', [one(base), { fact: moved, times: sign }], 'sum')];
}

function rate(claim: RateClaim, facts: Facts, around: ClaimsAround): readonly ConstraintForm[] {
  const current = claim.current && facts.ofOperand(claim.current);
  const base = claim.base && facts.ofOperand(claim.base);
  if (claim.base !== undefined && base === undefined) return [];
  const moved = claim.change && facts.ofFigure(claim.change);
  if (moved === undefined || claim.change === undefined) {
    if (current === undefined || base === undefined || !isAlike([current, base], facts)) return [];
    const rises = turned(claim.direction, claim.figure) === 'up';
    const over = rises ? [one(current), less(base)] : [one(base), less(current)];
    return quotient(claim.figure, over, [one(base)], facts);
  }
  const stated = around.changes.get(claim.change)?.direction ?? claim.direction;
  const direction = turned(stated, claim.change);
  const size = facts.quantity(moved).units < 0 ? -1 : 1;
  const under = [one(base ?? current ?? moved)];
  if (base === undefined) {
    if (current === undefined) return [];
    under.push({ fact: moved, times: direction === 'up' ? -size : size });
  }
  if (!isAlike([...under.map(({ fact }) => fact), moved], facts)) return [];
  const found = quotient(claim.figure, [{ fact: moved, times: size }], under, facts);
  const isSaid = around.directed.has(claim.figure);
  return isSaid
    ? found
    : [...found, ...signs([claim.figure, claim.change], stated !== claim.direction, facts)];
}

function signs(
  figures: readonly NarrativeFigure[],
  odd: boolean,
  facts: Facts,
): readonly ConstraintForm[] {
  const found = all(figures.map((figure) => facts.ofFigure(figure)));
  return found.length === 0 ? [] : [{ kind: 'signs', facts: found, odd }];
}

/** 增长 −5.2 % is a decrease. */
function turned(direction: Direction, { number }: NarrativeFigure): Direction {
  if (number.units >= 0) return direction;
  return direction === 'up' ? 'down' : 'up';
}

/** Whether all may be added up and compared. */
function isAlike(found: readonly number[], facts: Facts): boolean {
  const dimensions = new Set(found.map((fact) => dimensionOf(facts.quantity(fact))));
  return dimensions.size === 1;
}

/** All of them, or none where one is not known. */
function all(found: readonly (number | undefined)[]): readonly number[] {
  const known = found.filter((fact) => fact !== undefined);
  return known.length === found.length ? known : [];
}

export function linear(
  left: readonly ProofTerm[],
  relation: ProofRelation,
  right: readonly ProofTerm[],
  rounding: Rounding,
): LinearConstraint {
  return { kind: 'linear', left, relation, right, rounding };
}

function one(fact: number): ProofTerm {
  return { fact, times: 1 };
}

function less(fact: number): ProofTerm {
  return { fact, times: -1 };
}

function times(factor: number, { fact }: ProofTerm): ProofTerm {
  return { fact, times: factor };
}
