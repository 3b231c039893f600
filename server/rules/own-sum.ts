/**
 * Tables that no profile knows (收入决算表（分单位）, assets, projects): what their own heads promise. Whether 合计 is
 * the sum of all the rest is not said anywhere, so the table itself must keep to it elsewhere.
 */
import { type Constraint, isBroken, type Outcome, type Term } from '../reconcile/constraint.ts';
import { evaluate } from '../reconcile/evaluate.ts';
import { PanelView } from '../reconcile/panel-view.ts';
import type { Identity } from '../report/form.ts';
import { plainLabel } from '../report/label.ts';
import type { Column, Panel, Row, Table } from '../report/model.ts';
import { breachMessages, reportOutcome } from './breach.ts';
import { arithmetic, exampleHead, exampleTable as table } from './identity-rule.ts';
import type { RuleContext, RuleFamily, RuleMetadata } from './rule.ts';

const heads = ['单位名称', '本年收入合计', '财政拨款收入', '其他收入'];
const rule = 'sum/own-table';

const metadata: readonly RuleMetadata[] = [
  {
    id: rule,
    catalogue: ['T2-ROW', 'T3-ROW'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '自有表的合计', en: 'Total of a table that no form describes' },
    description: {
      zh: '版式之外的表（按单位的收支表、资产表、项目表等）里的合计行、合计栏。它们是不是其余各数之和，没有规定；同一张表的其他栏（行）都相加得出合计，而这一栏（行）不是，才提醒。有「其中」「小计」的表不判断。',
      en: 'Total rows and columns of tables beside the forms (by unit, of assets, of projects). No text says that they are the sum of all the rest; it is reported where the other columns (rows) of the same table add up and this one does not. Tables with 其中 or 小计 among their rows are not judged.',
    },
    source: arithmetic,
    messages: breachMessages,
    options: {},
    bad: `${exampleHead}${table('收入决算表（分单位）', heads, '青禾县档案馆 60.00 60.00 _', '青禾县方志馆 30.00 28.00 2.00', '青禾县史志中心 10.00 7.00 3.00', '合计 100.00 96.00 5.00')}`,
    good: `${exampleHead}${table('收入决算表（分单位）', heads, '青禾县档案馆 60.00 60.00 _', '青禾县方志馆 30.00 28.00 2.00', '青禾县史志中心 10.00 7.00 3.00', '合计 100.00 95.00 5.00')}`,
  },
];

export const ownSumFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    if (context.level(rule) === 'off') return;
    for (const one of context.among(context.report.tables, mayPromise)) judge(context, one);
  },
};

/** Attachments have blocks of their own; without a word for a total nothing is promised. */
function mayPromise({ form, syntax }: Table): boolean {
  if (form !== undefined || syntax.startLine.form !== undefined) return false;
  return syntax.rows.some(({ cells }) =>
    cells.some(({ value }) => value.length < LONGEST && TOTAL.test(plainLabel(value))),
  );
}

const LONGEST = 16;
const TOTAL = /^(?:合计|总计|总额|小计|本年收入合计|本年支出合计)$/;
const TOTAL_ROW = /^(?:合计|总计)$/;
const WITHIN = /合计|总计|小计|其中|汇总/;
/** What is not added up, whatever stands in the total row. */
const NO_AMOUNT = /率|比|占|均|单价|编码|代码|序号|年限|年份|年度|日期|时间/;

function judge(context: RuleContext, ownTable: Table): void {
  const [panel] = ownTable.panels;
  if (panel === undefined) return;
  const view = new PanelView(ownTable, panel, undefined, new Map());
  const amounts = panel.columns.filter(isAmount);
  const parts = partsOf(panel);
  if (parts === undefined) return;
  const byColumn = parts.total < 0 ? [] : amounts.map((column) => columnSum(view, parts, column));
  const byRow = rowSums(view, amounts);
  const wrong = [...againstTheRest(byColumn), ...againstTheRest(byRow)];
  const [first, ...rest] = wrong;
  if (first !== undefined) reportOutcome(context, rule, first, { rest });
}

function isAmount({ kind, name, unit }: Column): boolean {
  return kind === 'amount' && unit !== '%' && !NO_AMOUNT.test(name);
}

interface Parts {
  /** Row index; -1 where there is none. */
  readonly total: number;
  readonly rows: readonly number[];
}

/** Undefined where the rows are not all on one level. */
function partsOf({ rows }: Panel): Parts | undefined {
  const labels = rows.map(({ label }) => plainLabel(label));
  const totals = labels.flatMap((label, index) => (TOTAL_ROW.test(label) ? [index] : []));
  const [total = -1, another] = totals;
  const isAtEnd = total <= 0 || total === rows.length - 1;
  if (another !== undefined || !isAtEnd) return undefined;
  if (labels.some((label, index) => index !== total && WITHIN.test(label))) return undefined;
  const codes = new Set(rows.flatMap(({ code }) => code ?? []));
  const isBelow = ({ code = '' }: Row): boolean =>
    [3, 5].some((digits) => code.length > digits && codes.has(code.slice(0, digits)));
  const indexes = rows.flatMap((row, index) => (index === total || isBelow(row) ? [] : [index]));
  return { total, rows: indexes };
}

function columnSum(view: PanelView, { total, rows }: Parts, { index }: Column): Outcome {
  return sumOf(
    view.term(total, index),
    rows.map((row) => view.term(row, index)),
  );
}

/** The first or the last of the amounts in each row against all others. */
function rowSums(view: PanelView, amounts: readonly Column[]): readonly Outcome[] {
  const totals = amounts.filter(({ name }) => TOTAL.test(plainLabel(name)));
  const [total, another] = totals;
  if (total === undefined || another !== undefined || amounts.length < 3) return [];
  if (total !== amounts[0] && total !== amounts.at(-1)) return [];
  const others = amounts.filter((column) => column !== total);
  return view.rows.map((_, row) =>
    sumOf(
      view.term(row, total.index),
      others.map((column) => view.term(row, column.index)),
    ),
  );
}

const promised: Identity = {
  id: 'OWN-SUM',
  rule,
  statement: '',
  strictness: 'sum',
  condition: undefined,
};

function sumOf(total: Term, parts: readonly Term[]): Outcome {
  const constraint: Constraint = {
    origin: { identity: promised },
    left: [total],
    right: parts,
    relation: '=',
    strictness: 'sum',
  };
  return evaluate(constraint);
}

/** Those that do not hold, where more of several parts do. */
function againstTheRest(outcomes: readonly Outcome[]): readonly Outcome[] {
  const telling = outcomes.filter(
    ({ constraint: { left, right } }) =>
      left[0]?.state === 'figure' && right.filter(({ state }) => state === 'figure').length > 1,
  );
  const wrong = telling.filter(isBroken);
  const right = telling.filter(({ verdict }) => verdict === 'exact' || verdict === 'rounding');
  return right.length > wrong.length ? wrong : [];
}
