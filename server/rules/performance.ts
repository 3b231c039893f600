/** Self-evaluation forms (P rules): what their heads promise, over what can be read of them for certain. */
import type { CellNode } from '../../grammar/syntax-tree.ts';
import { inWidthOf, printUnits } from '../reconcile/amount.ts';
import type { Fraction } from '../reconcile/fraction.ts';
import type { Evaluation, ScoredRow, Spot, Value } from '../reconcile/performance/evaluation.ts';
import {
  type EvaluationFault,
  type JudgedEvaluation,
  judgedEvaluation,
} from '../reconcile/performance/judge-evaluation.ts';
import { type Law, placeOf, type Read } from '../reconcile/performance/laws.ts';
import { evaluationOf, mayBeEvaluation } from '../reconcile/performance/read-evaluation.ts';
import { compareValues, printable } from '../reconcile/performance/values.ts';
import { GRADES } from '../reconcile/performance/words.ts';
import type { Localised } from '../report/identifiers.ts';
import type { Table } from '../report/model.ts';
import { listing, verbatim } from './message.ts';
import { againstAccounts } from './performance-accounts.ts';
import { performanceRules } from './performance-metadata.ts';
import { againstSummary } from './performance-summary.ts';
import type { Fix, Related, RuleContext, RuleFamily } from './rule.ts';

export const performanceFamily: RuleFamily = {
  rules: performanceRules,
  check(context) {
    if (performanceRules.every(({ id }) => context.level(id) === 'off')) return;
    const forms = context.report.tables.filter(mayBeEvaluation);
    for (const table of context.among(forms, hasFault)) {
      const judged = judgedEvaluation(table);
      reportFaults(context, evaluationOf(table), judged);
      reportGrade(context, evaluationOf(table));
      reportReasons(context, evaluationOf(table), judged);
    }
    againstAccounts(context, forms);
    againstSummary(context, forms);
  },
};

function hasFault(table: Table): boolean {
  const form = evaluationOf(table);
  return (
    judgedEvaluation(table).faults.length > 0 ||
    wrongGrade(form) !== undefined ||
    unexplained(form).length > 0
  );
}

function reportFaults(context: RuleContext, form: Evaluation, { faults }: JudgedEvaluation): void {
  const scores = faults.filter(({ laws }) => laws[0].rule === 'performance/indicator-score');
  const isMany = scores.length > 2;
  const sources = faults.filter(isOfSources);
  const isRow = sources.length > 1;
  for (const fault of faults) {
    if ((isMany && scores.includes(fault)) || (isRow && sources.includes(fault))) continue;
    reportFault(context, form, fault);
  }
  if (isMany) reportScores(context, scores);
  if (isRow) reportSources(context, sources);
}

/** Several columns at once: a row of the sources is lost, or stands there twice. */
function isOfSources({ laws, spot }: EvaluationFault): boolean {
  return laws[0].rule === 'performance/fund-sources' && laws[0].result.cell === spot.cell;
}

function reportSources(context: RuleContext, faults: readonly EvaluationFault[]): void {
  const [first] = faults;
  if (first === undefined) return;
  const list = faults.map(({ laws: [law], spot, expected }) => {
    const value = expected === undefined ? '' : `（${printed(expected)}）`;
    return `${law.place.zh} ${shown(spot)}${value}`;
  });
  const level = context.published ? { level: 'info' as const } : levelOf(first.laws[0]);
  context.add(
    first.laws[0].rule,
    'row',
    first.spot.cell,
    { list: listing(list) },
    {
      ...level,
      related: relatedOf(first.laws, first.spot),
    },
  );
}

function shown({ cell }: Spot): string {
  return cell.value;
}

function printed({ units, decimals }: Value): string {
  return printUnits(units, decimals);
}

/** The value as the cell would print it. */
function inStyle(spot: Spot, value: Value): string {
  const text = printed(value);
  const number = /[\d０-９.．,，-－−]*[\d０-９]/.exec(shown(spot))?.[0] ?? '';
  const rest = shown(spot).slice(shown(spot).indexOf(number) + number.length);
  return `${inWidthOf(shown(spot), text)}${rest}`;
}

function fixesOf(place: Localised, spot: Spot, value: Value | undefined): readonly Fix[] {
  if (value === undefined) return [];
  const text = inStyle(spot, value);
  return [
    {
      title: { zh: `${place.zh} 改为 ${text}`, en: `Change the ${place.en} to ${text}` },
      edits: [{ start: spot.cell.start, end: spot.cell.end, text }],
    },
  ];
}

function reportFault(context: RuleContext, form: Evaluation, fault: EvaluationFault): void {
  const { laws, spot, expected, isOnly } = fault;
  const [law, ...others] = laws;
  const isResult = spot.cell === law.result.cell;
  if (isResult && law.sum !== undefined) {
    reportWeights(context, law);
    return;
  }
  const isBeyond = isResult && law.rule === 'performance/score-range';
  const told = isBeyond ? others.find(({ result }) => result.cell === spot.cell) : undefined;
  const place = isResult ? law.place : placeOf(form, spot);
  const value = expected === undefined ? '' : inStyle(spot, expected);
  const data = {
    place,
    printed: shown(spot),
    expected: value,
    because: law.because(asPrinted),
    slip: (isResult && law.slip?.(asPrinted)) || { zh: '', en: '' },
    should: shouldBe(told, value),
    others: othersOf(others),
    fitting: placesOf(laws),
  };
  const message = messageFor(isBeyond, isResult, expected !== undefined, isOnly);
  context.add(law.rule, message, spot.cell, data, {
    ...(mayBeLost(context, laws) ? { level: 'warning' as const } : levelOf(law)),
    related: relatedOf(laws, spot),
    suggestions: fixesOf(place, spot, expected),
  });
}

/** In a text taken from a published original a line may be missing or there twice, and sums over lines show it. */
function mayBeLost({ published }: RuleContext, laws: readonly Law[]): boolean {
  return (
    published &&
    laws.some(({ rule, sum }) => sum !== undefined || rule === 'performance/fund-sources')
  );
}

function messageFor(
  isBeyond: boolean,
  isResult: boolean,
  isKnown: boolean,
  isOnly: boolean,
): string {
  if (isBeyond) return 'beyond';
  if (!isKnown) return 'disagree';
  if (!isResult) return 'fits';
  return isOnly ? 'wrong' : 'value';
}

const asPrinted: Read = (spot) => spot;

function shouldBe(law: Law | undefined, value: string): Localised {
  if (law === undefined || value === '') return { zh: '；请核对', en: '. Check it' };
  const { zh, en } = law.because(asPrinted);
  return { zh: `；${zh}为 ${value}`, en: `; ${en} is ${value}` };
}

function placesOf(laws: readonly Law[]): Localised {
  const zh = [...new Set(laws.map(({ place }) => place.zh))];
  const en = [...new Set(laws.map(({ place }) => place.en))];
  return { zh: listing(zh, 4).zh, en: listing(en, 4).en };
}

function othersOf(laws: readonly Law[]): Localised {
  if (laws.length === 0) return { zh: '', en: '' };
  const { zh, en } = placesOf(laws);
  return { zh: `；${zh} 也因此不符`, en: `; the same fault shows in ${en}` };
}

function levelOf({ isCertain }: Law): { level?: 'warning' } {
  return isCertain ? {} : { level: 'warning' };
}

function relatedOf(laws: readonly Law[], spot: Spot): readonly Related[] {
  const seen = new Set([spot.cell]);
  const related: Related[] = [];
  for (const { spots } of laws) {
    for (const { cell } of spots) {
      if (seen.has(cell) || related.length >= 6) continue;
      seen.add(cell);
      related.push({ start: cell.start, end: cell.end, message: verbatim(cell.value) });
    }
  }
  return related;
}

function text(value: Fraction): string {
  return printed(printable(value, 0, 2));
}

function reportWeights(context: RuleContext, law: Law): void {
  const { result, sum, line } = law;
  const fault = line?.();
  const total = shown(result);
  if (fault === undefined || sum === undefined) {
    const data = { sum: sum === undefined ? '' : text(sum(asPrinted)), printed: total };
    context.add(law.rule, 'weights', result.cell, data, {
      ...(context.published ? { level: 'warning' as const } : levelOf(law)),
    });
    return;
  }
  const [weight, points] = [unsigned(text(fault.weight)), unsigned(text(fault.points))];
  const label = fault.row?.label ?? '';
  const at: CellNode = fault.row?.place ?? result.cell;
  const level = context.published ? 'info' : 'warning';
  context.add(law.rule, fault.kind, at, { printed: total, weight, points, label }, { level });
}

function unsigned(text: string): string {
  return text.replace(/^-/, '');
}

function reportScores(context: RuleContext, faults: readonly EvaluationFault[]): void {
  const [first, ...rest] = faults;
  if (first === undefined) return;
  const { laws, spot, expected } = first;
  const [law] = laws;
  const list = rest.map(({ laws: [one], spot, expected }) => {
    const value = expected === undefined ? '' : `→${printed(expected)}`;
    return `${one.place.zh.replace(/ 的得分$/, '')} ${shown(spot)}${value}`;
  });
  context.add(
    law.rule,
    'several',
    spot.cell,
    {
      place: law.place,
      printed: shown(spot),
      expected: expected === undefined ? '' : inStyle(spot, expected),
      because: law.because(asPrinted),
      count: rest.length,
      list: listing(list, 6),
    },
    {
      ...(faults.every(({ laws: [one] }) => one.isCertain) ? {} : { level: 'warning' as const }),
      related: rest.map(({ laws: [one], spot: { cell } }) => ({
        start: cell.start,
        end: cell.end,
        message: one.place,
      })),
      suggestions: fixesOf(law.place, spot, expected),
    },
  );
}

function wrongGrade({ grade, total }: Evaluation): string | undefined {
  if (grade === undefined || total === undefined || total.score.units < 0) return undefined;
  if (!GRADES.some(([name]) => name === grade.value)) return undefined;
  const score = (bound: number): number =>
    compareValues(total.score, { units: bound, decimals: 0 });
  const [expected] = GRADES.find(([, from]) => score(from) >= 0) ?? [];
  return expected === grade.value ? undefined : expected;
}

function reportGrade(context: RuleContext, form: Evaluation): void {
  const expected = wrongGrade(form);
  const { grade, total } = form;
  if (expected === undefined || grade === undefined || total === undefined) return;
  // 上海 grades 合格 below 良 and draws its lines elsewhere.
  if (context.profile.name === '上海') return;
  const data = { printed: grade.value, score: shown(total.score), expected };
  context.add('performance/grade', 'grade', grade, data, {});
}

/** Indicators below their full score beside an empty cell for the reason. */
function unexplained({ rows, asksReasons }: Evaluation): readonly ScoredRow[] {
  if (!asksReasons) return [];
  return rows.filter(
    ({ block, isInPlace, hasReason, score, weight }) =>
      block === 'indicator' && isInPlace && !hasReason && compareValues(score, weight) < 0,
  );
}

function reportReasons(context: RuleContext, form: Evaluation, { faults }: JudgedEvaluation): void {
  // A score that is wrong has nothing to explain.
  const wrong = new Set(faults.map(({ spot }) => spot.cell));
  const rows = unexplained(form).filter(
    ({ score, weight }) => !wrong.has(score.cell) && !wrong.has(weight.cell),
  );
  const [first, ...rest] = rows;
  if (first === undefined) return;
  const list = rows.map(({ label, score, weight }) => `${label} ${shown(score)}/${shown(weight)}`);
  context.add(
    'performance/reason',
    'reasons',
    first.score.cell,
    { list: listing(list, 4) },
    {
      related: rest.map(({ place, label }) => ({
        start: place.start,
        end: place.end,
        message: verbatim(label),
      })),
    },
  );
}
