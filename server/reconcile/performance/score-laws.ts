/** What is scored in a self-evaluation form: deviations, points of the indicators, the total. */
import {
  absolute,
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  greatest,
  multiply,
  ONE,
  sign,
  subtract,
  ZERO,
} from '../fraction.ts';
import type { Evaluation, ScoredRow, Spot, Target, Value } from './evaluation.ts';
import { type Law, type LineFault, partName, type Read } from './laws.ts';
import { HUNDRED, rangeLaw, solveSum, sumText, text } from './shared-laws.ts';
import {
  compareValues,
  exactly,
  halfPlace,
  type Interval,
  interval,
  isWithin,
  meets,
  point,
  sumOf,
} from './values.ts';

export function scoreLaws(form: Evaluation): Law[] {
  return [...form.rows.flatMap((row) => lineLaws(form, row)), ...totalLaws(form)];
}

/** What a line says by itself. */
export function lineLaws(form: Evaluation, row: ScoredRow): Law[] {
  const laws = [rangeLaw(row, row.weight, row.score)];
  const { target, actual } = row;
  if (!target || !actual || target.spot.unit !== actual.unit) return laws;
  if (row.deviation) laws.push(deviationLaw(row, target, actual, row.deviation));
  laws.push(indicatorLaw(row, target, actual, form.decimals, form.printsDeviation));
  return laws;
}

/** Whether the target is reached; undefined where more than was aimed at may be either. */
function isMet({ relation, isStated }: Target, actual: Value, aim: Value): boolean | undefined {
  const order = compareValues(actual, aim);
  switch (relation) {
    case '≥':
      return order >= 0;
    case '>':
      return order > 0;
    case '≤':
      return order <= 0;
    case '<':
      return order < 0;
    default:
      return order === 0 ? true : order > 0 || !isStated ? (order > 0 ? undefined : false) : false;
  }
}

/** What systems work out from the printed figure, and what they may have worked out from a finer one. */
function finer(value: Value): Interval {
  return value.decimals === 0 ? point(exactly(value)) : interval(value, 0);
}

function deviationRange(actual: Value, aim: Fraction): Interval {
  const { low, high } = finer(actual);
  return { low: divide(subtract(low, aim), aim), high: divide(subtract(high, aim), aim) };
}

function deviationLaw(row: ScoredRow, target: Target, actual: Spot, deviation: Spot): Law {
  const { spot } = target;
  return {
    rule: 'performance/deviation',
    result: deviation,
    spots: [deviation, actual, spot],
    isCertain: row.isInPlace,
    place: partName(row, '偏差度', 'deviation'),
    holds(read) {
      const [value, reached, wanted] = [read(deviation), read(actual), read(spot)];
      const met = isMet(target, reached, wanted);
      if (met !== false && value.units === 0) return true;
      if (met === true) return false;
      const aim = exactly(wanted);
      if (sign(aim) <= 0) return true;
      const { low, high } = deviationRange(reached, aim);
      const range = { low: multiply(HUNDRED, low), high: multiply(HUNDRED, high) };
      return meets(interval(value, 0), range);
    },
    solve(asked, read) {
      if (asked !== deviation) return undefined;
      const [reached, wanted] = [read(actual), read(spot)];
      if (isMet(target, reached, wanted) !== false) return ZERO;
      const aim = exactly(wanted);
      if (sign(aim) <= 0) return undefined;
      return multiply(HUNDRED, divide(subtract(exactly(reached), aim), aim));
    },
    because(read) {
      const [reached, wanted] = [text(read(actual)), text(read(spot))];
      const [aim, done] = [spot.cell.value, actual.cell.value];
      return isMet(target, read(actual), read(spot)) === true
        ? {
            zh: `指标已经完成（目标 ${aim}，完成 ${done}），偏差度`,
            en: `with the target met (${aim}, reached ${done}), the deviation`,
          }
        : {
            zh: `（实际 − 目标）÷ 目标（(${reached} − ${wanted}) ÷ ${wanted}）`,
            en: `(actual − target) ÷ target ((${reached} − ${wanted}) ÷ ${wanted})`,
          };
    },
  };
}

function indicatorLaw(
  row: ScoredRow,
  target: Target,
  actual: Spot,
  decimals: number,
  printsDeviation: boolean,
): Law {
  const { weight, score } = row;
  const { spot } = target;
  const partial = (reached: Fraction, aim: Fraction, full: Fraction): Fraction => {
    const off = absolute(divide(subtract(reached, aim), aim));
    return multiply(full, greatest(ZERO, subtract(ONE, off)));
  };
  return {
    rule: 'performance/indicator-score',
    result: score,
    spots: [score, weight, actual, spot],
    // Forms that print no deviation may have a scale of their own.
    isCertain: row.isInPlace && printsDeviation,
    place: partName(row, '得分', 'score'),
    holds(read) {
      const [reached, wanted, points, full] = [read(actual), read(spot), read(score), read(weight)];
      const met = isMet(target, reached, wanted);
      if (met !== false && compareValues(points, full) === 0) return true;
      if (met === true) return false;
      const aim = exactly(wanted);
      if (sign(aim) <= 0) return true;
      const printed = interval(points, decimals);
      const { low, high } = finer(reached);
      const most = exactly(full);
      const [one, other] = [partial(low, aim, most), partial(high, aim, most)];
      const range =
        compare(one, other) <= 0 ? { low: one, high: other } : { low: other, high: one };
      if (meets(printed, range)) return true;
      // Too much of what should be little: the target's share of it, too; far off may be worth nothing.
      const share =
        sign(low) > 0 && compare(low, aim) > 0
          ? multiply(most, divide(aim, exactly(reached)))
          : undefined;
      if (share !== undefined && meets(printed, point(share))) return true;
      return (
        !printsDeviation &&
        points.units === 0 &&
        compare(exactly(reached), multiply(aim, fraction(6n, 10n))) < 0
      );
    },
    solve(asked, read) {
      const full = exactly(read(weight));
      const met = isMet(target, read(actual), read(spot));
      if (asked === weight) return met === true ? exactly(read(score)) : undefined;
      if (asked !== score) return undefined;
      const aim = exactly(read(spot));
      if (met !== false) return full;
      return sign(aim) <= 0 ? undefined : partial(exactly(read(actual)), aim, full);
    },
    because(read) {
      const full = text(read(weight));
      const [aim, done] = [spot.cell.value, actual.cell.value];
      return isMet(target, read(actual), read(spot)) === true
        ? {
            zh: `指标已经完成（目标 ${aim}，完成 ${done}），满分`,
            en: `with the target met (${aim}, reached ${done}), the full score`,
          }
        : {
            zh: `分值 ×（1 − |偏差度|）（目标 ${aim}，完成 ${done}，分值 ${full}）`,
            en: `weight × (1 − |deviation|) (target ${aim}, reached ${done}, weight ${full})`,
          };
    },
  };
}

/** What a total may stand over: everything, or the last block of the form. */
function covers(form: Evaluation): readonly (readonly Part[])[] {
  const money = form.funds.flatMap(({ weight, score }) =>
    weight && score ? [{ weight, score }] : [],
  );
  const management = form.rows.filter(({ block }) => block === 'management');
  const indicators = form.rows.filter(({ block }) => block === 'indicator');
  return [[...money, ...management, ...indicators], indicators, [...management, ...indicators]];
}

interface Part {
  readonly weight: Spot;
  readonly score: Spot;
}

export function totalLaws(form: Evaluation): Law[] {
  const decimals = form.decimals;
  const { total } = form;
  const [all = [], ...others] = covers(form);
  if (!total || all.length < 2) return [];
  const full = total.weight ? exactly(total.weight) : HUNDRED;
  const short = (parts: readonly Part[]): Fraction =>
    absolute(subtract(sumOf(parts.map(({ weight }) => weight)), full));
  // Out of 100 means everything; another total may stand over a part of the form.
  const candidates = compare(full, HUNDRED) === 0 ? [all] : [all, ...others];
  const parts = candidates.find((one) => sign(short(one)) === 0);
  if (parts === undefined) {
    // With a line unread nothing is missing for certain.
    const money = form.funds.some(({ weight }) => weight !== undefined);
    const isUnread = form.unreadRows > 0 || (form.unreadFunds > 0 && !money);
    if (isUnread || !total.weight) return [];
    const nearest = candidates.reduce((a, b) => (compare(short(b), short(a)) < 0 ? b : a));
    return [weightLaw(form, total.weight, nearest)];
  }
  const laws = total.weight ? [weightLaw(form, total.weight, parts)] : [];
  return [...laws, totalLaw(total.score, parts, decimals)];
}

function weightLaw(form: Evaluation, total: Spot, parts: readonly Part[]): Law {
  const weights = parts.map(({ weight }) => weight);
  return {
    rule: 'performance/total-score',
    result: total,
    spots: [total, ...weights],
    isCertain: form.rows.every(({ isInPlace }) => isInPlace),
    place: { zh: '总分 的分值', en: 'weight of the total' },
    holds: (read) => compare(sumOf(weights.map(read)), exactly(read(total))) === 0,
    // What a form is scored out of is given; a weight is wrong, or a line.
    solve: (spot, read) => (spot === total ? undefined : solveSum(spot, total, weights, read)),
    because: (read) => sumText(weights.map(read), '各项分值之和', 'the sum of the weights'),
    sum: (read) => sumOf(weights.map(read)),
    line: () => lineOf(form, parts, total),
  };
}

/** The weights add up, so no line is missing. Points short of full were rounded each, others are exact. */
function totalLaw(total: Spot, parts: readonly Part[], decimals: number): Law {
  const scores = parts.map(({ score }) => score);
  const rounded = (read: Read): number =>
    parts.filter(
      ({ score, weight }) =>
        read(score).units !== 0 && compareValues(read(score), read(weight)) !== 0,
    ).length;
  return {
    rule: 'performance/total-score',
    result: total,
    spots: [total, ...scores],
    isCertain: true,
    place: { zh: '总分', en: 'total score' },
    holds(read) {
      const sum = sumOf(scores.map(read));
      const printed = exactly(read(total));
      if (compare(sum, printed) === 0) return true;
      const count = rounded(read);
      // Whole and tenth points are given as such, not rounded.
      if (count === 0 || decimals < 2) return false;
      return isWithin(sum, printed, multiply(fraction(BigInt(count + 1)), halfPlace(decimals)));
    },
    solve: (spot, read) => solveSum(spot, total, scores, read),
    because: (read) => sumText(scores.map(read), '各项得分之和', 'the sum of the scores'),
  };
}

/** The whole line by which a form's weights and scores miss their totals: one is lost, or one is there twice. */
function lineOf(form: Evaluation, parts: readonly Part[], total: Spot): LineFault | undefined {
  const score = form.total?.score;
  if (score === undefined) return undefined;
  const weight = subtract(exactly(total), sumOf(parts.map((part) => part.weight)));
  const points = subtract(exactly(score), sumOf(parts.map((part) => part.score)));
  if (sign(weight) > 0) {
    const isLine = sign(points) >= 0 && compare(points, weight) <= 0;
    return isLine ? { kind: 'lost', weight, points, row: undefined } : undefined;
  }
  const seen = new Set<string>();
  for (const row of form.rows) {
    if (row.label === '') continue;
    const isAgain = seen.has(row.label);
    seen.add(row.label);
    if (!isAgain || sign(add(exactly(row.weight), weight)) !== 0) continue;
    if (sign(add(exactly(row.score), points)) === 0) return { kind: 'twice', weight, points, row };
  }
  return undefined;
}
