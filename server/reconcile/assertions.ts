/** The author's own 核对: each judged for every row and column that it speaks of. */
import type { AssertionLine, Expression, Relation } from '../../grammar/syntax-tree.ts';
import { keptWith } from '../report/kept-with.ts';
import type { OtherReports, Report } from '../report/model.ts';
import type { ReferenceScope } from '../report/resolution.ts';
import { askedAnswers } from './asked-answers.ts';
import { assertionConstraint, linearSides } from './assertion-constraint.ts';
import { isBroken, type Outcome, type Term } from './constraint.ts';
import type { Value } from './dimension.ts';
import { Environment, type Instance } from './environment.ts';
import { evaluate } from './evaluate.ts';
import { Evaluator } from './expression-value.ts';
import { absolute, type Fraction, greatest, sign, subtract } from './fraction.ts';
import {
  addValues,
  type LinearFraction,
  negateValue,
  pointOf,
  rangeOf,
} from './linear-fraction.ts';
import { isTrouble, type Trouble, trouble } from './trouble.ts';

export interface AssertionJudgement {
  readonly line: AssertionLine;
  /** Why it could not be judged at all, or in some row; empty where nothing stood in the way. */
  readonly troubles: readonly Trouble[];
  /** Rows (or the one equation) for which it does not hold, in order. */
  readonly failures: readonly AssertionFailure[];
  /** Outcomes of the rows that are sums of figures. */
  readonly outcomes: readonly Outcome[];
  /** How many places were read for it. */
  readonly spent: number;
}

export interface AssertionFailure {
  readonly instance: Instance;
  readonly left: Value;
  readonly right: Value;
  /** The places that the values come from. */
  readonly places: readonly Term[];
  /** By how much the printed values miss the relation, and how much of it rounding (or 容差) would explain. */
  readonly difference: Fraction;
  readonly allowed: Fraction;
  readonly dimension: string;
  /** Undefined where it is no sum of figures. */
  readonly outcome: Outcome | undefined;
}

/** Places read for all assertions together; beyond, the rest is left out: no report has a use for that many. */
const MOST_PLACES = 200_000;

/** A report's reference scope, with the outcomes of its identities. */
type JudgedScope = ReferenceScope & { readonly outcomes: readonly Outcome[] };

/** The judgements of a report's assertions, worked out once. */
export function judgeAssertions(scope: JudgedScope): readonly AssertionJudgement[] {
  const known = judged(scope.report);
  if (known.others !== scope.others) {
    known.others = scope.others;
    known.judgements = judgeAll(scope);
  }
  return known.judgements;
}

/** Those judged last, and the other reports that they were judged beside. */
const judged = keptWith(
  (
    _report: Report,
  ): {
    others: OtherReports | undefined;
    judgements: readonly AssertionJudgement[];
  } => ({ others: undefined, judgements: [] }),
);

function judgeAll(scope: JudgedScope): AssertionJudgement[] {
  const { assertions } = scope.report.tree;
  if (assertions.length === 0) return [];
  const environment = new Environment(scope, askedAnswers(scope).figures);
  let left = MOST_PLACES;
  return assertions.map((line) => {
    const judgement = judgeAssertion(line, environment, left);
    left -= judgement.spent;
    return judgement;
  });
}

function judgeAssertion(
  line: AssertionLine,
  environment: Environment,
  most: number,
): AssertionJudgement {
  const { left, right, relation, tolerance } = line;
  const nothing = { line, failures: [], outcomes: [], spent: 0 };
  // What could not be read is a syntax error, reported where it stands.
  if (left === undefined || right === undefined || relation === undefined) {
    return { ...nothing, troubles: [] };
  }
  const expressions = tolerance === undefined ? [left, right] : [left, right, tolerance];
  const troubles = environment.troubles(expressions);
  if (troubles.length > 0) return { ...nothing, troubles };
  const failures: AssertionFailure[] = [];
  const outcomes: Outcome[] = [];
  const found: Trouble[] = [];
  const linear = linearSides(line);
  let spent = 0;
  for (const instance of environment.instances(expressions)) {
    if (spent >= most) {
      found.push(tooMuch(line));
      break;
    }
    // Sums of figures are judged as identities are; only one that fails is worked out in full.
    const constraint = linear && assertionConstraint(line, environment, instance, linear);
    const outcome = constraint && evaluate(constraint);
    if (constraint !== undefined && outcome !== undefined) {
      outcomes.push(outcome);
      spent += constraint.left.length + constraint.right.length;
      if (!isBroken(outcome) && outcome.verdict !== 'unknown') continue;
    }
    const evaluator = new Evaluator(environment, instance);
    const sides = valuesOf(left, right, tolerance, evaluator);
    spent += 1 + evaluator.places.length;
    if (isTrouble(sides)) {
      found.push(sides);
      continue;
    }
    const [leftValue, rightValue] = sides.pair;
    if (outcome === undefined && holdsWithin(relation, leftValue, rightValue, sides.tolerance)) {
      continue;
    }
    failures.push({
      instance,
      left: leftValue,
      right: rightValue,
      places: evaluator.places,
      difference: absolute(subtract(pointOf(leftValue.number), pointOf(rightValue.number))),
      allowed: sides.tolerance ?? widthOf(leftValue, rightValue),
      dimension: leftValue.dimension,
      outcome,
    });
  }
  return { line, troubles: distinct(found), failures, outcomes, spent };
}

function tooMuch(line: AssertionLine): Trouble {
  return trouble(
    'absent',
    line,
    '本报告的核对涉及的数太多，其余的没有核对',
    'the assertions of this report speak of too many figures; the rest was not checked',
  );
}

interface Sides {
  readonly pair: readonly [Value, Value];
  readonly tolerance: Fraction | undefined;
}

function valuesOf(
  left: Expression,
  right: Expression,
  tolerance: Expression | undefined,
  evaluator: Evaluator,
): Sides | Trouble {
  const leftValue = evaluator.value(left);
  if (isTrouble(leftValue)) return leftValue;
  const rightValue = evaluator.value(right);
  if (isTrouble(rightValue)) return rightValue;
  const pair = evaluator.alike(literal(left, leftValue), literal(right, rightValue), right);
  if (isTrouble(pair)) return pair;
  if (tolerance === undefined) return { pair, tolerance: undefined };
  const allowed = evaluator.value(tolerance);
  if (isTrouble(allowed)) return allowed;
  const alike = evaluator.alike(pair[0], allowed, tolerance);
  if (isTrouble(alike)) return alike;
  return { pair, tolerance: absolute(pointOf(alike[1].number)) };
}

/** A number written with its unit as a whole side was published so finely: 12.6% is any rate that rounds to it. */
function literal(expression: Expression, value: Value): Value {
  if (expression.kind === 'group') return literal(expression.inner, value);
  if (expression.kind !== 'number' || expression.unit === undefined) return value;
  const decimals = expression.digits.split('.')[1]?.length ?? 0;
  const point = pointOf(value.number);
  const power = 10n ** BigInt(decimals);
  // Half a unit of the last written place, in the unit that was written.
  const scale =
    expression.unit === '%'
      ? { over: 1n, under: 100n }
      : { over: { 元: 1n, 万元: 10_000n, 亿元: 100_000_000n }[expression.unit] ?? 1n, under: 1n };
  const width = { over: scale.over, under: scale.under * power * 2n };
  const low = subtract(point, width);
  const high = subtract(point, { over: -width.over, under: width.under });
  return { ...value, number: printed(point, low, high) };
}

function printed(point: Fraction, low: Fraction, high: Fraction): LinearFraction {
  const leaf = { point, low, high };
  return {
    top: { constant: { over: 0n, under: 1n }, terms: new Map([[leaf, { over: 1n, under: 1n }]]) },
    bottom: { constant: { over: 1n, under: 1n }, terms: new Map() },
  };
}

function holdsWithin(
  relation: Relation,
  left: Value,
  right: Value,
  tolerance: Fraction | undefined,
): boolean {
  const difference = addValues(left.number, negateValue(right.number));
  const point = pointOf(difference);
  const { low, high } =
    tolerance === undefined
      ? rangeOf(difference)
      : {
          low: subtract(point, tolerance),
          high: subtract(point, { over: -tolerance.over, under: tolerance.under }),
        };
  switch (relation) {
    case '=':
      return sign(low) <= 0 && sign(high) >= 0;
    case '≠':
      return sign(point) !== 0;
    case '≤':
      return sign(low) <= 0;
    case '≥':
      return sign(high) >= 0;
    case '<':
      return sign(low) < 0;
    case '>':
      return sign(high) > 0;
  }
}

/** How far apart the sides may be printed when their figures are rounded on their own. */
function widthOf(left: Value, right: Value): Fraction {
  const difference = addValues(left.number, negateValue(right.number));
  const { low, high } = rangeOf(difference);
  const point = pointOf(difference);
  return greatest(subtract(point, low), subtract(high, point));
}

/** One of each kind: a column of blanks says it once. */
function distinct(troubles: readonly Trouble[]): Trouble[] {
  const seen = new Map<string, Trouble>();
  for (const found of troubles) {
    const key = `${found.trouble} ${found.start}`;
    if (!seen.has(key)) seen.set(key, found);
  }
  return [...seen.values()];
}
