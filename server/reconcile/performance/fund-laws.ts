/** The money of a self-evaluation form: its sources, the execution rate, the points for it. */
import type { Table } from '../../report/model.ts';
import {
  compare,
  divide,
  type Fraction,
  fraction,
  greatest,
  least,
  multiply,
  ONE,
  sign,
  ZERO,
} from '../fraction.ts';
import type { Evaluation, FundColumn, FundRow, Spot, Value } from './evaluation.ts';
import { type Law, partName, type Read } from './laws.ts';
import { HUNDRED, rangeLaw, solveSum, sumText, text } from './shared-laws.ts';
import {
  compareValues,
  exactly,
  halfPlace,
  type Interval,
  interval,
  isWithin,
  meets,
  sumOf,
} from './values.ts';

/** 万元 are published with two decimals, and zeros at the end are dropped at times (R10). */
export function moneyDecimals({ unit }: Table): number {
  return unit === '元' ? 0 : 2;
}

export function fundLaws(form: Evaluation): Law[] {
  const { funds, projects } = form;
  return [...[...funds, ...projects].flatMap((row) => rowLaws(form, row)), ...sourceLaws(form)];
}

/** What a row of the money says by itself: its rate, and the points for it. */
export function rowLaws(form: Evaluation, row: FundRow): Law[] {
  const laws = scoreLaws(form, row);
  const { rate, amounts } = row;
  const { executed, budget, initial } = amounts;
  // Of no budget no rate can be told.
  if (rate && executed && budget && budget.units !== 0) {
    laws.push(rateLaw(row, rate, executed, budget, initial, moneyDecimals(form.table)));
  }
  return laws;
}

/** In parts of one; a bare 0.82 is one as well. */
function rateInterval(spot: Spot, value: Value, isPercent: boolean): Interval {
  const { low, high } = interval(value, spot.unit === '%' ? 0 : 2);
  return isPercent ? { low: divide(low, HUNDRED), high: divide(high, HUNDRED) } : { low, high };
}

function quotient(over: Value, under: Value, places: number): Interval | undefined {
  const [top, bottom] = [interval(over, places), interval(under, places)];
  if (sign(bottom.low) <= 0) return undefined;
  return {
    low: sign(top.low) < 0 ? divide(top.low, bottom.low) : divide(top.low, bottom.high),
    high: divide(top.high, bottom.low),
  };
}

function rateLaw(
  row: FundRow,
  rate: Spot,
  executed: Spot,
  budget: Spot,
  initial: Spot | undefined,
  places: number,
): Law {
  const fits = (value: Value, range: Interval): boolean =>
    meets(rateInterval(rate, value, true), range) ||
    (rate.unit === '' && value.decimals > 0 && meets(rateInterval(rate, value, false), range));
  return {
    rule: 'performance/execution-rate',
    result: rate,
    spots: [rate, executed, budget],
    isCertain: row.isInPlace,
    place: partName(row, '执行率', 'execution rate'),
    holds(read) {
      const [over, under, value] = [read(executed), read(budget), read(rate)];
      if (under.units === 0) return true;
      if (rate.unit === '%' && compareValues(over, under) === 0 && isHundred(value)) return true;
      const range = quotient(over, under, places);
      return range === undefined || fits(value, range);
    },
    solve(spot, read) {
      const [over, under] = [exactly(read(executed)), exactly(read(budget))];
      if (spot !== rate || sign(under) <= 0) return undefined;
      return multiply(HUNDRED, divide(over, under));
    },
    because(read) {
      const sum = `${text(read(executed))} ÷ ${text(read(budget))}`;
      return { zh: `全年执行数 ÷ 全年预算数（${sum}）`, en: `execution ÷ annual budget (${sum})` };
    },
    slip(read) {
      const base = initial && read(initial);
      if (!base || base.units === 0 || compareValues(base, read(budget)) === 0) return undefined;
      const range = quotient(read(executed), base, places);
      if (range === undefined || !fits(read(rate), range)) return undefined;
      return {
        zh: `（${text(read(rate))} 是除以年初预算数 ${text(base)} 得到的）`,
        en: ` (${text(read(rate))} divides by the initial budget ${text(base)})`,
      };
    },
  };
}

function isHundred({ units, decimals }: Value): boolean {
  return units === 100 * 10 ** decimals;
}

const COLUMNS: readonly (readonly [FundColumn, string, string])[] = [
  ['initial', '年初预算数', 'initial budget'],
  ['budget', '全年预算数', 'annual budget'],
  ['executed', '全年执行数', 'execution'],
];

/** The total of the money is the sum of its sources, where all of them are filled in. */
export function sourceLaws(form: Evaluation): Law[] {
  const places = moneyDecimals(form.table);
  const [total, ...sources] = form.funds;
  if (!total?.isTotal || sources.length < 2 || form.unreadFunds > 0) return [];
  // 其中 in front of the first names all of them; in front of a later one, parts of the one above.
  if (sources.some(({ isTotal }) => isTotal) || sources.slice(1).some(({ isNested }) => isNested))
    return [];
  const laws: Law[] = [];
  for (const [column, zh, en] of COLUMNS) {
    const sum = total.amounts[column];
    const parts = sources.flatMap(({ amounts }) => amounts[column] ?? []);
    // Sources left blank are not filled in, for all that the form says.
    if (!sum || parts.length !== sources.length) continue;
    laws.push({
      rule: 'performance/fund-sources',
      result: sum,
      spots: [sum, ...parts],
      isCertain: total.isInPlace && sources.every(({ isInPlace }) => isInPlace),
      place: partName(total, zh, en),
      holds: (read) => isSum(read(sum), parts.map(read), places),
      solve: (spot, read) => solveSum(spot, sum, parts, read),
      because: (read) => sumText(parts.map(read), '各项资金来源之和', 'the sum of the sources'),
    });
  }
  return laws;
}

/** R2; what a single part that is not zero says, the total says as well (R3). */
function isSum(total: Value, parts: readonly Value[], places: number): boolean {
  const filled = parts.filter(({ units }) => units !== 0);
  const sum = sumOf(filled);
  if (filled.length < 2) return compare(sum, exactly(total)) === 0;
  const width = Math.max(places, total.decimals, ...filled.map(({ decimals }) => decimals));
  const allowed = multiply(fraction(BigInt(filled.length + 1)), halfPlace(width));
  return isWithin(sum, exactly(total), allowed);
}

const NINE_TENTHS = fraction(9n, 10n);

/** Points for the execution rate; in forms of a whole department full points from 90 % on as well. */
function scoreLaws(form: Evaluation, row: FundRow): Law[] {
  const places = moneyDecimals(form.table);
  const { weight, score, rate, amounts } = row;
  if (!weight || !score) return [];
  const range: Law = rangeLaw(row, weight, score, form.total?.score);
  const { executed, budget } = amounts;
  if (!executed || !budget) return [range];
  const decimals = form.decimals;
  const scales = form.kind === 'department' ? [NINE_TENTHS, ONE] : [ONE];
  const points = (share: Fraction, scale: Fraction, read: Read): Fraction =>
    multiply(exactly(read(weight)), least(ONE, divide(greatest(ZERO, share), scale)));
  const law: Law = {
    rule: 'performance/execution-score',
    result: score,
    spots:
      rate === undefined
        ? [score, weight, executed, budget]
        : [score, weight, executed, budget, rate],
    isCertain: row.isInPlace,
    place: partName(row, '得分', 'score'),
    holds(read) {
      const [over, under] = [read(executed), read(budget)];
      // More than the budget may cost points, in ways that differ.
      if (under.units === 0 || compareValues(over, under) > 0) return true;
      if (compareValues(over, under) === 0 && compareValues(read(score), read(weight)) === 0)
        return true;
      const printed = interval(read(score), decimals);
      const ranges = [quotient(over, under, places)];
      if (rate !== undefined) ranges.push(rateInterval(rate, read(rate), true));
      return ranges.some(
        (share) =>
          share === undefined ||
          scales.some((scale) =>
            meets(printed, {
              low: points(share.low, scale, read),
              high: points(share.high, scale, read),
            }),
          ),
      );
    },
    solve(spot, read) {
      const under = exactly(read(budget));
      if (spot !== score || sign(under) <= 0) return undefined;
      return points(divide(exactly(read(executed)), under), scales[0] ?? ONE, read);
    },
    because(read) {
      const full = text(read(weight));
      const share = `${text(read(executed))} ÷ ${text(read(budget))}`;
      return form.kind === 'department'
        ? {
            zh: `分值 × 执行率 ÷ 90%，至多满分（${full} × ${share} ÷ 90%）`,
            en: `weight × rate ÷ 90%, at most full (${full} × ${share} ÷ 90%)`,
          }
        : { zh: `分值 × 执行率（${full} × ${share}）`, en: `weight × rate (${full} × ${share})` };
    },
  };
  return [range, law];
}
