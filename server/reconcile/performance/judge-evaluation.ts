/**
 * Which figures of a self-evaluation form are wrong. One wrong figure breaks several laws (a rate, its points, the total), so
 * broken laws that share figures are one fault: the figure whose change makes all of them hold, where there is one.
 */
import type { Range } from '../../../grammar/syntax-tree.ts';
import type { RuleId } from '../../report/identifiers.ts';
import { keptWith } from '../../report/kept-with.ts';
import type { Table } from '../../report/model.ts';
import type { Fraction } from '../fraction.ts';
import type { Evaluation, Spot, Value } from './evaluation.ts';
import { fundLaws } from './fund-laws.ts';
import type { Law, Read } from './laws.ts';
import { areLinesRight, brokenTotals } from './plainly-right.ts';
import { evaluationOf } from './read-evaluation.ts';
import { scoreLaws } from './score-laws.ts';
import { exactly, printable } from './values.ts';

export interface EvaluationFault {
  /** What does not hold, first the one that the fault is told by. */
  readonly laws: readonly [Law, ...Law[]];
  readonly spot: Spot;
  /** Undefined where nothing tells. */
  readonly expected: Value | undefined;
  /** True where no other single figure would do. */
  readonly isOnly: boolean;
}

/** What came of a form; kept with it. */
export const judgedEvaluation: (table: Table) => JudgedEvaluation = keptWith(
  (table: Table) => new JudgedEvaluation(evaluationOf(table)),
);

export class JudgedEvaluation {
  readonly faults: readonly EvaluationFault[];
  readonly #form: Evaluation;
  #verdicts: ReadonlyMap<Range, boolean> | undefined;

  constructor(form: Evaluation) {
    this.#form = form;
    this.faults = faultsIn(form);
  }

  /** Figures that stand in a law, by their cells; false for those that are wrong. */
  get verdicts(): ReadonlyMap<Range, boolean> {
    this.#verdicts ??= verdictsOf(lawsOf(this.#form), this.faults);
    return this.#verdicts;
  }

  /** What the figures say, with what they should say put in. */
  get repaired(): Read {
    const values = new Map<Spot['cell'], Value>();
    for (const { spot, expected } of this.faults) {
      if (expected !== undefined) values.set(spot.cell, expected);
    }
    return (spot) => values.get(spot.cell) ?? spot;
  }
}

const asPrinted: Read = (spot) => spot;

function lawsOf(form: Evaluation): readonly Law[] {
  return [...fundLaws(form), ...scoreLaws(form)];
}

/** Nearly always none, or a line lost in a form that has nothing else wrong. */
function faultsIn(form: Evaluation): readonly EvaluationFault[] {
  const totals = brokenTotals(form);
  if (totals.some((law) => law.line?.() === undefined) || !areLinesRight(form))
    return faultsOf(form);
  return totals.map((law) => faultOf([law], [law]));
}

function faultsOf(form: Evaluation): readonly EvaluationFault[] {
  const laws = lawsOf(form);
  const broken = laws.filter((law) => !law.holds(asPrinted)).sort((a, b) => rank(a) - rank(b));
  return groupsOf(broken).map((group) => faultOf(group, laws));
}

function verdictsOf(
  laws: readonly Law[],
  faults: readonly EvaluationFault[],
): ReadonlyMap<Range, boolean> {
  const verdicts = new Map<Range, boolean>();
  for (const { rule, spots } of laws) {
    // That points are none too many hardly confirms them.
    if (rule === 'performance/score-range') continue;
    for (const { cell } of spots) verdicts.set(cell, true);
  }
  for (const { laws: unmet, spot } of faults) {
    // Where a line is lost no figure is wrong.
    if (unmet[0].line?.() === undefined) verdicts.set(spot.cell, false);
    else verdicts.delete(spot.cell);
  }
  return verdicts;
}

/** What says most of a figure comes first. */
const RANKS: readonly RuleId[] = [
  'performance/score-range',
  'performance/execution-rate',
  'performance/deviation',
  'performance/indicator-score',
  'performance/fund-sources',
  'performance/execution-score',
  'performance/total-score',
];

function rank({ rule }: Law): number {
  return RANKS.indexOf(rule);
}

/** Broken laws that share a figure, directly or through others. */
function groupsOf(broken: readonly Law[]): Law[][] {
  const groups: { readonly cells: Set<Spot['cell']>; readonly laws: Law[] }[] = [];
  for (const law of broken) {
    const cells = new Set(law.spots.map(({ cell }) => cell));
    const laws = [law];
    for (let at = groups.length - 1; at >= 0; at--) {
      const group = groups[at] as (typeof groups)[number];
      if (!law.spots.some(({ cell }) => group.cells.has(cell))) continue;
      for (const cell of group.cells) cells.add(cell);
      laws.push(...group.laws);
      groups.splice(at, 1);
    }
    groups.push({ cells, laws });
  }
  return groups.map(({ laws }) => laws.sort((a, b) => rank(a) - rank(b)));
}

interface Repair {
  readonly spot: Spot;
  readonly value: Value;
}

function faultOf(group: readonly Law[], laws: readonly Law[]): EvaluationFault {
  const first = group[0] as Law;
  const repairs = first.line?.() === undefined ? repairsOf(group, laws) : [];
  // A sum over lines of which nothing says more is as easily put right in each of them.
  const results = repairs.filter(({ spot }) =>
    group.some(({ result }) => result.cell === spot.cell),
  );
  const [repair] = results.length > 0 ? results : repairs.length === 1 ? repairs : [];
  if (repair === undefined) {
    const value = first.solve(first.result, asPrinted);
    const expected = value && printed(value, first, first.result);
    return {
      laws: [first, ...group.slice(1)],
      spot: first.result,
      expected: group.length === 1 ? expected : undefined,
      isOnly: false,
    };
  }
  const { spot, value } = repair;
  const told =
    first.rule === 'performance/score-range'
      ? first
      : (group.find(({ result }) => result.cell === spot.cell) ?? first);
  return {
    laws: [told, ...group.filter((law) => law !== told)],
    spot,
    expected: value,
    isOnly: repairs.length === 1,
  };
}

/** Changes of one figure that make the whole group hold and break nothing else. */
function repairsOf(group: readonly Law[], laws: readonly Law[]): Repair[] {
  const [first, ...others] = group as [Law, ...Law[]];
  const shared = first.spots.filter(({ cell }) =>
    others.every(({ spots }) => spots.some((spot) => spot.cell === cell)),
  );
  const repairs: Repair[] = [];
  for (const spot of shared) {
    const around = laws.filter(({ spots }) => spots.some(({ cell }) => cell === spot.cell));
    for (const law of around) {
      const solved = law.solve(spot, asPrinted);
      if (solved === undefined) continue;
      const value = printed(solved, law, spot);
      const supposed: Read = (other) => (other.cell === spot.cell ? value : other);
      if (value.units < 0 && spot.unit !== '%') continue;
      if (isSameValue(value, spot) || !around.every((one) => one.holds(supposed))) continue;
      repairs.push({ spot, value });
      break;
    }
  }
  return repairs;
}

/** Points are printed without zeros behind them, all else as finely as it was. */
function printed(value: Fraction, { rule }: Law, { decimals }: Spot): Value {
  return printable(value, rule.endsWith('-score') ? 0 : decimals, Math.max(2, decimals));
}

function isSameValue(value: Value, spot: Spot): boolean {
  const [one, other] = [exactly(value), exactly(spot)];
  return one.over === other.over && one.under === other.under;
}
