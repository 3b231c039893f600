/** The self-evaluation of a whole department against its money and against the accounts (P-BUDGET, P-CROSS). */

import { printUnits } from '../reconcile/amount.ts';
import {
  absolute,
  decimal,
  divide,
  type Fraction,
  multiply,
  sign,
  subtract,
} from '../reconcile/fraction.ts';
import type { Evaluation, ScoredRow, Value } from '../reconcile/performance/evaluation.ts';
import { moneyDecimals } from '../reconcile/performance/fund-laws.ts';
import { judgedEvaluation } from '../reconcile/performance/judge-evaluation.ts';
import type { Read } from '../reconcile/performance/laws.ts';
import { evaluationOf } from '../reconcile/performance/read-evaluation.ts';
import {
  exactly,
  type Interval,
  interval,
  meets,
  printable,
} from '../reconcile/performance/values.ts';
import { ADJUSTMENT_RATE, CARRY_OVER_RATE } from '../reconcile/performance/words.ts';
import { type Figure, MONEY_EXPONENT } from '../report/figure.ts';
import type { Localised } from '../report/identifiers.ts';
import { plainLabel } from '../report/label.ts';
import type { Report, Table } from '../report/model.ts';
import type { RuleContext } from './rule.ts';

export function againstAccounts(context: RuleContext, tables: readonly Table[]): void {
  const departments = tables.filter((table) => evaluationOf(table).kind === 'department');
  // Of several it is not known which body each is about.
  const [table, another] = departments;
  if (table === undefined || another !== undefined) return;
  const form = evaluationOf(table);
  const { repaired } = judgedEvaluation(table);
  reportOutturn(context, form, repaired);
  reportRates(context, form, repaired);
}

const HUNDRED = decimal(100, 0);

/** An amount in 元 as the interval that it stands for. */
function moneyInterval(value: Value, unit: string, places: number): Interval {
  const exponent = MONEY_EXPONENT[unit as keyof typeof MONEY_EXPONENT] as number | undefined;
  const scale = decimal(1, exponent ?? 4);
  const { low, high } = interval(value, places);
  return { low: multiply(low, scale), high: multiply(high, scale) };
}

function reportOutturn(context: RuleContext, form: Evaluation, read: Read): void {
  const [total] = form.funds;
  const executed = total?.isTotal ? total.amounts.executed : undefined;
  if (!total || !executed || context.level('performance/outturn') === 'off') return;
  const own = moneyInterval(read(executed), form.table.unit, moneyDecimals(form.table));
  const { report } = context;
  const spent = totals(report, 'expenditure', '本年支出合计');
  const others = [
    ...totals(report, 'fiscal-appropriation-summary', '合计'),
    ...totals(report, 'general-budget-expenditure', '小计'),
  ];
  const [first] = spent;
  if (first === undefined) return;
  const fits = [...spent, ...others].some(({ figure }) =>
    meets(own, moneyInterval(figure, figure.unit, 2)),
  );
  if (fits || form.table.unit !== first.figure.unit) return;
  const place = { zh: `${total.label} 的全年执行数`, en: `execution of ${total.label}` };
  const data = {
    place,
    printed: executed.cell.value,
    form: first.table.number,
    expected: printUnits(first.figure.units, first.figure.decimals),
  };
  context.add('performance/outturn', 'differs', executed.cell, data, {
    related: [
      {
        start: first.figure.start,
        end: first.figure.end,
        message: { zh: '支出合计', en: 'Total spending' },
      },
    ],
  });
}

interface PrintedTotal {
  readonly table: Table;
  readonly figure: Figure;
}

/** What the rows of totals print in one column of a form. */
function totals(report: Report, key: string, column: string): readonly PrintedTotal[] {
  const table = report.forms.get(key);
  if (table === undefined) return [];
  const found: PrintedTotal[] = [];
  for (const { columns, rows } of table.panels) {
    const at = columns.find(({ name, definition }) => (definition?.name ?? name) === column)?.index;
    if (at === undefined) continue;
    for (const { label, cells } of rows) {
      if (!/^(?:合计|总计|本年支出合计)$/.test(plainLabel(label))) continue;
      const reading = cells[at]?.reading;
      if (reading?.kind === 'figure') found.push({ table, figure: reading.figure });
    }
  }
  return found;
}

interface Given {
  readonly range: Interval;
  readonly value: Fraction;
  readonly because: Localised;
}

function reportRates(context: RuleContext, form: Evaluation, read: Read): void {
  if (!form.funds[0]?.isTotal) return;
  for (const row of form.rows) {
    const { actual } = row;
    if (actual?.unit !== '%') continue;
    const given = givenBy(form, row, read);
    if (given === undefined || fits(actual, given)) continue;
    // Where the money is wrong itself nobody knows which of its figures this was worked out from.
    const asPrinted = givenBy(form, row, (spot) => spot);
    if (asPrinted !== undefined && fits(actual, asPrinted)) continue;
    const { units, decimals } = printable(given.value, 0, 2);
    const data = {
      place: { zh: `${row.label} 的实际完成值`, en: `actual value of ${row.label}` },
      printed: actual.cell.value,
      because: given.because,
      expected: `${printUnits(units, decimals)}%`,
    };
    context.add('performance/own-figures', 'differs', actual.cell, data, {});
  }
}

/** More or less than the budget: some forms leave the sign out. */
function fits(actual: Value, { range }: Given): boolean {
  const printed = interval(actual, 0);
  if (meets(printed, range)) return true;
  return (
    sign(range.high) < 0 && meets(printed, { low: absolute(range.high), high: absolute(range.low) })
  );
}

function givenBy(form: Evaluation, row: ScoredRow, read: Read): Given | undefined {
  const label = plainLabel(row.label);
  const { initial, budget, executed } = form.funds[0]?.amounts ?? {};
  const places = moneyDecimals(form.table);
  if (label === ADJUSTMENT_RATE && initial && budget) {
    const sum = `(${budget.cell.value} − ${initial.cell.value}) ÷ ${initial.cell.value}`;
    return changeOf(read(budget), read(initial), places, 1, {
      zh: `（全年预算数 − 年初预算数）÷ 年初预算数（${sum}）`,
      en: `(annual − initial budget) ÷ initial budget (${sum})`,
    });
  }
  if (CARRY_OVER_RATE.has(label) && budget && executed) {
    const sum = `(${budget.cell.value} − ${executed.cell.value}) ÷ ${budget.cell.value}`;
    return changeOf(read(executed), read(budget), places, -1, {
      zh: `（全年预算数 − 全年执行数）÷ 全年预算数（${sum}）`,
      en: `(annual budget − execution) ÷ annual budget (${sum})`,
    });
  }
  return undefined;
}

/** `(a − b) ÷ b` in percent, or with `direction` −1 `(b − a) ÷ b`. */
function changeOf(
  a: Value,
  b: Value,
  places: number,
  direction: 1 | -1,
  because: Localised,
): Given | undefined {
  const share = shareOf(a, b, because, places);
  if (share === undefined) return undefined;
  const { low, high } = share.range;
  const turn = (value: Fraction): Fraction =>
    direction === 1 ? subtract(value, HUNDRED) : subtract(HUNDRED, value);
  const range =
    direction === 1 ? { low: turn(low), high: turn(high) } : { low: turn(high), high: turn(low) };
  return { range, value: turn(share.value), because };
}

function shareOf(a: Value, b: Value, because: Localised, places: number): Given | undefined {
  const [top, bottom] = [interval(a, places), interval(b, places)];
  if (sign(bottom.low) <= 0 || sign(top.high) < 0) return undefined;
  const percent = (over: Fraction, under: Fraction): Fraction =>
    multiply(HUNDRED, divide(over, under));
  return {
    range: { low: percent(top.low, bottom.high), high: percent(top.high, bottom.low) },
    value: percent(exactly(a), exactly(b)),
    because,
  };
}
