/** Values of expressions in words, as hovers, hints and completions show them. */
import type { Expression } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import { printUnits } from '../reconcile/amount.ts';
import { askedAnswers } from '../reconcile/asked-answers.ts';
import { printPlainly } from '../reconcile/bindings.ts';
import { Environment, type Instance, ONCE } from '../reconcile/environment.ts';
import { Evaluator } from '../reconcile/expression-value.ts';
import { isTrouble, type Trouble } from '../reconcile/trouble.ts';
import type { Cell } from '../report/model.ts';

export interface RowValue {
  /** What the row is called; empty where the expression has one value. */
  readonly row: string;
  readonly text: string;
}

export class Values {
  readonly #environment: Environment;
  readonly #unit: string;

  private constructor(analysis: Analysis) {
    this.#environment = new Environment(analysis, askedAnswers(analysis).figures);
    this.#unit = analysis.report.header.unit;
  }

  static of(analysis: Analysis): Values {
    let values = known.get(analysis);
    if (values === undefined) {
      values = new Values(analysis);
      known.set(analysis, values);
    }
    return values;
  }

  /** The one value of an expression; undefined where it has none or several. */
  single(expression: Expression, summed = false): string | undefined {
    const found = this.#value(expression, summed, ONCE);
    return typeof found === 'string' ? found : undefined;
  }

  /** The value of an expression, for each row that it speaks of; or why it has none. */
  all(expression: Expression, summed: boolean): readonly RowValue[] | Trouble {
    const once = this.#value(expression, summed, ONCE);
    if (typeof once === 'string') return [{ row: '', text: once }];
    if (once.trouble !== 'rows') return once;
    const values: RowValue[] = [];
    for (const instance of this.#environment.instances([expression])) {
      const value = this.#value(expression, false, instance);
      if (typeof value !== 'string') continue;
      const column = instance.column === undefined ? '' : `.${instance.column.name}`;
      values.push({ row: instance.label + column, text: value });
    }
    return values.length > 0 ? values : once;
  }

  #value(expression: Expression, summed: boolean, instance: Instance): string | Trouble {
    const [fault] = this.#environment.troubles([expression]);
    if (fault !== undefined) return fault;
    const evaluator = new Evaluator(this.#environment, instance);
    const value = evaluator.value(expression, summed);
    return isTrouble(value) ? value : printPlainly(value, this.#unit, evaluator.places);
  }
}

const known = new WeakMap<Analysis, Values>();

/** What a cell prints, with its unit: `98.20万元`; undefined where it holds no number. */
export function cellValue(cell: Cell | undefined): string | undefined {
  if (cell?.reading.kind !== 'figure') return undefined;
  const { units, decimals, unit } = cell.reading.figure;
  return `${printUnits(units, decimals)}${unit}`;
}
