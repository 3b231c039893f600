/** Claims that add up: changes between two years, totals and parts, bounds, levels. */
import type { BoundClaim, ChangeClaim, LevelClaim, Operand, SumClaim } from '../claims/claim.ts';
import { type Judged, judged, UNKNOWN, type Values } from './claim-judge.ts';
import type { ClaimConstraint, ClaimTerm, ClaimVerdict } from './claim-outcome.ts';
import { compareTwo } from './compare-two.ts';
import { type Addend, evaluate, type Sides } from './evaluate.ts';
import { absolute, add, type Fraction, subtract, ZERO } from './fraction.ts';
import { turned } from './judge-percentage.ts';
import { dimensionOf, isPlace, printedValue, type Quantity } from './quantity.ts';

/** current = base ± change. Without a base all that is claimed is that there was one: no increase is more than what there is. */
export function judgeChange(claim: ChangeClaim, values: Values): Judged {
  const { figure, current, base } = claim;
  const direction = turned(claim.direction, values.of(figure).figure);
  if (base === undefined) return direction === 'up' ? judgeIncrease(claim, values) : UNKNOWN;
  const found = values.weigh([current, base], (read) => {
    const [now, before] = [read(current), read(base)];
    const change = values.of(figure);
    if (now === undefined || before === undefined || !isAlike([now, before, change]))
      return UNKNOWN;
    const size = change.units < 0 ? -1 : 1;
    const judge = (sign: 1 | -1): Judged =>
      linear(
        [term(now)],
        '=',
        [term(before), { coefficient: sign * size, quantity: change }],
        'sum',
      );
    const wanted = direction === 'up' ? 1 : -1;
    const first = judge(wanted);
    if (first.verdict !== 'broken' && first.verdict !== 'unit-slip') return first;
    const expected = absolute(subtract(printedValue(now), printedValue(before)));
    const other = judge(wanted === 1 ? -1 : 1).verdict;
    const turnedRound = other === 'exact' || other === 'rounding';
    return { ...first, verdict: turnedRound ? 'direction' : 'broken', expected };
  });
  if (found.verdict === 'broken' && found.expected !== undefined) {
    const right = values.valueOf(figure, found.expected);
    if (right !== undefined) values.settle(figure, right, true);
  }
  return found;
}

function judgeIncrease({ figure, current }: ChangeClaim, values: Values): Judged {
  return values.weigh([current], (read) => {
    const now = read(current);
    const change = values.of(figure);
    if (!isReadable(now) || !isReadable(change) || !isAlike([now, change])) return UNKNOWN;
    if (now.units < 0 || change.units < 0) return UNKNOWN;
    const { sign, meet } = compareTwo(change, now);
    if (sign <= 0 || meet) return UNKNOWN;
    return judged('broken', { constraint: relate(change, '≤', now), against: [now] });
  });
}

export function judgeSum(claim: SumClaim, values: Values): Judged {
  const { total, parts, identity, complete } = claim;
  const found = values.weigh([total, ...parts], (read) => {
    const whole = read(total);
    const each = readAll(parts, read);
    if (whole === undefined || each === undefined || !isAlike([whole, ...each])) return UNKNOWN;
    const outcome = linear([term(whole)], '=', each.map(term), identity.strictness);
    if (outcome.verdict !== 'broken' && outcome.verdict !== 'unit-slip') return outcome;
    const expected = sumOf(each);
    const isShort = subtract(printedValue(whole), expected).over > 0n;
    const verdict = isShort && !complete ? 'shortfall' : 'broken';
    return { ...outcome, verdict, expected, against: each };
  });
  if (values.isTrial) return found;
  // Where the tables do not add up themselves, they say so.
  const isDisputed = (operand: Operand): boolean => {
    const right = values.right(operand);
    return right !== undefined && isPlace(right) && values.places.isDisputed(right);
  };
  return found.verdict === 'broken' && [total, ...parts].some(isDisputed) ? UNKNOWN : found;
}

export function judgeBound({ identity, lesser, greater }: BoundClaim, values: Values): Judged {
  return values.weigh([lesser, greater], (read) => {
    const [a, b] = [read(lesser), read(greater)];
    if (!isReadable(a) || !isReadable(b)) return UNKNOWN;
    // Teams and the persons in them are both counts.
    if (!isAlike([a, b]) && !(isCount(a) && isCount(b))) return UNKNOWN;
    // Persons without a group: which of the two is wrong, and what it should be, nothing tells.
    if (identity?.paired && a.units === 0 && b.units !== 0) {
      return judged('broken', { against: [b] });
    }
    const { sign, meet } = compareTwo(a, b);
    const verdict = sign <= 0 ? 'exact' : meet && a.rounded ? 'rounding' : 'broken';
    const constraint = relate(a, '≤', b);
    if (verdict !== 'broken') return judged(verdict, { constraint });
    return judged(verdict, { constraint, expected: printedValue(b), against: [b] });
  });
}

/** 大于 and 小于 between figures that are printed alike may be true by less than a last place. */
export function judgeLevel({ relation, left, right }: LevelClaim, values: Values): Judged {
  return values.weigh([left, right], (read) => {
    const [a, b] = [read(left), read(right)];
    if (!isReadable(a) || !isReadable(b) || !isAlike([a, b])) return UNKNOWN;
    const { sign, verdict } = compareTwo(a, b);
    const constraint = relate(a, relation, b);
    const found = relation === '=' ? asEqual(verdict) : asApart(relation, sign);
    if (found !== 'broken') return judged(found, { constraint });
    return judged('broken', { constraint, against: [a, b] });
  });
}

function asEqual(verdict: ReturnType<typeof compareTwo>['verdict']): ClaimVerdict {
  return verdict === 'apart' ? 'broken' : verdict;
}

function asApart(relation: '>' | '<' | '≠', sign: -1 | 0 | 1): ClaimVerdict {
  if (sign === 0) return 'last-place';
  if (relation === '≠') return 'exact';
  return sign > 0 === (relation === '>') ? 'exact' : 'broken';
}

function relate(a: Quantity, relation: '=' | '>' | '<' | '≠' | '≤', b: Quantity): ClaimConstraint {
  return { kind: 'linear', left: [term(a)], relation, right: [term(b)] };
}

function linear(
  left: readonly ClaimTerm[],
  relation: Sides['relation'],
  right: readonly ClaimTerm[],
  strictness: Sides['strictness'],
): Judged {
  const sides = { left: left.map(addend), relation, right: right.map(addend), strictness };
  return judged(evaluate(sides).verdict, {
    constraint: { kind: 'linear', left, relation, right },
  });
}

function addend({ coefficient, quantity }: ClaimTerm): Addend {
  const { state, units, exponent, dropped, rounded, table } = quantity;
  return { coefficient, state, units, exponent, dropped, rounded, table };
}

function term(quantity: Quantity): ClaimTerm {
  return { coefficient: 1, quantity };
}

function readAll(
  operands: readonly Operand[],
  read: (operand: Operand) => Quantity | undefined,
): Quantity[] | undefined {
  const found: Quantity[] = [];
  for (const operand of operands) {
    const quantity = read(operand);
    if (quantity === undefined) return undefined;
    found.push(quantity);
  }
  return found;
}

function sumOf(quantities: readonly Quantity[]): Fraction {
  return quantities.reduce((sum, quantity) => add(sum, printedValue(quantity)), ZERO);
}

function isReadable(quantity: Quantity | undefined): quantity is Quantity {
  return quantity !== undefined && quantity.state !== 'unreadable';
}

function isCount(quantity: Quantity): boolean {
  const dimension = dimensionOf(quantity);
  return dimension !== '元' && dimension !== 'ratio' && !quantity.rounded;
}

function isAlike(quantities: readonly Quantity[]): boolean {
  const [first] = quantities;
  return first !== undefined && quantities.every((one) => dimensionOf(one) === dimensionOf(first));
}
