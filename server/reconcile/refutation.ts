/** Why a value is not what a blank place lacks: the report's own sums hold without it, or say something else. */
import type { Panel } from '../report/model.ts';
import type { Outcome, Term } from './constraint.ts';
import { evaluate } from './evaluate.ts';
import { filled, type Implied } from './missing-place.ts';

export class Refutation {
  /** As judged by what is printed. */
  readonly #printed: readonly Outcome[];
  /** Indexes of the equations over each place that prints nothing, made when one is first asked for. */
  #over: ReadonlyMap<Term, readonly number[]> | undefined;
  /** Columns of panels whose total is the sum of the classes that they print. */
  #whole: ReadonlyMap<Panel, ReadonlySet<number>> | undefined;

  constructor(printed: readonly Outcome[]) {
    this.#printed = printed;
  }

  /**
   * Whether a value cannot be what a blank place lacks: a sum of printed money holds without it and would not hold with
   * it, or another identity gives the place another value.
   */
  refutes(term: Term, implied: Implied): boolean {
    const { base } = term;
    if (this.isWhole(base)) return true;
    this.#over ??= equationsOverBlanks(this.#printed);
    for (const index of this.#over.get(base) ?? []) {
      const outcome = this.#printed[index];
      if (outcome === undefined) continue;
      const { constraint, verdict } = outcome;
      const { left, right } = constraint;
      const held = verdict === 'exact' || verdict === 'rounding';
      // Where a row is lost others may be, and what they would add is not known.
      const speaks = held
        ? constraint.strictness === 'sum' && outcome.left !== 0
        : base.row !== undefined && decides(outcome, base);
      if (!speaks) continue;
      const put = (other: Term): Term => (other.base === base ? filled(other, implied) : other);
      const after = evaluate({ ...constraint, left: left.map(put), right: right.map(put) });
      if (after.verdict === 'broken' || after.verdict === 'unit-slip') return true;
    }
    return false;
  }

  /** Whether a place is that of a class that is not printed, in a column whose total needs no further class. */
  isWhole({ row, code, panel, column }: Term): boolean {
    if (row !== undefined || code?.length !== 3) return false;
    this.#whole ??= columnsWithoutGap(this.#printed);
    return this.#whole.get(panel)?.has(column.index) ?? false;
  }
}

function equationsOverBlanks(outcomes: readonly Outcome[]): ReadonlyMap<Term, readonly number[]> {
  const over = new Map<Term, number[]>();
  outcomes.forEach(({ constraint }, index) => {
    if (constraint.relation !== '=') return;
    for (const term of [...constraint.left, ...constraint.right]) {
      if (!term.blank) continue;
      const list = over.get(term.base);
      if (list === undefined) over.set(term.base, [index]);
      else list.push(index);
    }
  });
  return over;
}

/** Whether a broken identity gives a blank place one value: it stands alone against figures that are all printed. */
function decides({ constraint: { left, right } }: Outcome, base: Term): boolean {
  const alone = left.length === 1 && left[0]?.base === base ? right : left;
  const side = alone === right ? left : right;
  return side.length === 1 && side[0]?.base === base && alone.every(({ blank }) => !blank);
}

function columnsWithoutGap(outcomes: readonly Outcome[]): ReadonlyMap<Panel, ReadonlySet<number>> {
  const whole = new Map<Panel, Set<number>>();
  for (const { constraint, verdict, left: sum } of outcomes) {
    const { left, right, strictness } = constraint;
    const total = left[0];
    if (strictness !== 'sum' || left.length !== 1 || total === undefined || sum === 0) continue;
    if (total.code !== undefined || (verdict !== 'exact' && verdict !== 'rounding')) continue;
    const { panel, column } = total;
    if (!right.every((term) => term.panel === panel && term.code?.length === 3)) continue;
    const columns = whole.get(panel);
    if (columns === undefined) whole.set(panel, new Set([column.index]));
    else columns.add(column.index);
  }
  return whole;
}
