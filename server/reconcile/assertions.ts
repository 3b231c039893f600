/** The author's own 核对: each judged for every row and column that it speaks of. */
import type { AssertionLine, Expression, Relation } from '../../grammar/syntax-tree.ts';
import type { OtherReports, Report } from '../report/model.ts';
import type { ReferenceScope } from '../report/resolution.ts';
import { type Constraint, isBroken, type Outcome, type Term } from './constraint.ts';
import { Environment, type Instance } from './environment.ts';
import { evaluate } from './evaluate.ts';
import { Evaluator, type Value } from './expression-value.ts';
import { absolute, type Fraction, greatest, sign, subtract } from './fraction.ts';
import { linearTerms } from './linear.ts';
import {
  addValues,
  type LinearFraction,
  negateValue,
  pointOf,
  rangeOf,
} from './linear-fraction.ts';
import { isTrouble, type Trouble } from './trouble.ts';

export interface AssertionJudgement {
  readonly line: AssertionLine;
  /** Why it could not be judged at all, or in some row; empty where nothing stood in the way. */
  readonly troubles: readonly Trouble[];
  /** Rows (or the one equation) for which it does not hold, in order. */
  readonly failures: readonly AssertionFailure[];
  /** Outcomes of the rows that are sums of figures. */
  readonly outcomes: readonly Outcome[];
  /** How many rows and columns were judged. */
  readonly judged: number;
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

/** Beyond so many instances the rest is left out: no table of a report has that many cells. */
const MOST_INSTANCES = 100_000;

const judged = new WeakMap<Report, { others: OtherReports; judgements: AssertionJudgement[] }>();

/** The judgements of a report's assertions, worked out once. */
export function judgeAssertions(scope: ReferenceScope): readonly AssertionJudgement[] {
  let known = judged.get(scope.report);
  if (known === undefined || known.others !== scope.others) {
    known = { others: scope.others, judgements: judgeAll(scope) };
    judged.set(scope.report, known);
  }
  return known.judgements;
}

function judgeAll(scope: ReferenceScope): AssertionJudgement[] {
  const { assertions } = scope.report.tree;
  if (assertions.length === 0) return [];
  const environment = new Environment(scope);
  let left = MOST_INSTANCES;
  return assertions.map((line) => {
    const judgement = judgeAssertion(line, environment, left);
    left -= judgement.judged;
    return judgement;
  });
}

function judgeAssertion(
  line: AssertionLine,
  environment: Environment,
  most: number,
): AssertionJudgement {
  const { left, right, relation, tolerance } = line;
  const nothing = { line, failures: [], outcomes: [], judged: 0 };
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
  const linear =
    tolerance === undefined ? { left: linearTerms(left), right: linearTerms(right) } : undefined;
  const instances = environment.instances(expressions).slice(0, Math.max(0, most));
  for (const instance of instances) {
    const evaluator = new Evaluator(environment, instance);
    const sides = valuesOf(left, right, tolerance, evaluator);
    if (isTrouble(sides)) {
      found.push(sides);
      continue;
    }
    const constraint =
      linear?.left && linear.right
        ? constraintOf(line, environment, instance, relation)
        : undefined;
    const outcome = constraint && evaluate(constraint);
    if (outcome !== undefined) outcomes.push(outcome);
    const [leftValue, rightValue] = sides.pair;
    const allowed = sides.tolerance ?? widthOf(leftValue, rightValue);
    const difference = subtract(pointOf(leftValue.number), pointOf(rightValue.number));
    const holds =
      outcome === undefined
        ? holdsWithin(relation, leftValue, rightValue, sides.tolerance)
        : !isBroken(outcome);
    if (holds) continue;
    failures.push({
      instance,
      left: leftValue,
      right: rightValue,
      places: evaluator.places,
      difference: absolute(difference),
      allowed,
      dimension: leftValue.dimension,
      outcome,
    });
  }
  return { line, troubles: distinct(found), failures, outcomes, judged: instances.length };
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

/** The same as a constraint, where both sides are sums of figures in one dimension. */
function constraintOf(
  line: AssertionLine,
  environment: Environment,
  instance: Instance,
  relation: Relation,
): Constraint | undefined {
  const side = (expression: Expression | undefined): Term[] | undefined => {
    const terms: Term[] = [];
    for (const { coefficient, reference, summed } of expression
      ? (linearTerms(expression) ?? [])
      : []) {
      const found = environment.terms(reference, summed, instance);
      if (isTrouble(found)) return undefined;
      for (const term of found) terms.push(coefficient === 1 ? term : term.with(coefficient));
    }
    return terms;
  };
  const left = side(line.left);
  const right = side(line.right);
  if (left === undefined || right === undefined || left.length + right.length === 0)
    return undefined;
  const dimensions = new Set([...left, ...right].map(({ dimension }) => dimension));
  if (dimensions.size > 1) return undefined;
  const strictness = relation === '=' ? 'sum' : 'bound';
  return { origin: { assertion: line }, left, right, relation, strictness };
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
