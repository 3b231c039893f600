/** An expression as a sum of references with whole coefficients, where it is one. */
import type { Expression, Reference } from '../../grammar/syntax-tree.ts';

export interface LinearTerm {
  readonly coefficient: number;
  readonly reference: Reference;
  /** Stands inside `合计(…)`: the rows it speaks of are added. */
  readonly summed: boolean;
}

/** Undefined where the expression holds anything but references, `+`, `−`, whole factors, brackets and `合计`. */
export function linearTerms(expression: Expression): readonly LinearTerm[] | undefined {
  const terms: LinearTerm[] = [];
  return collect(expression, 1, false, terms) ? terms : undefined;
}

function collect(
  expression: Expression,
  coefficient: number,
  summed: boolean,
  terms: LinearTerm[],
): boolean {
  switch (expression.kind) {
    case 'reference':
      terms.push({ coefficient, reference: expression, summed });
      return true;
    case 'group':
      return collect(expression.inner, coefficient, summed, terms);
    case 'negation':
      return collect(expression.operand, -coefficient, summed, terms);
    case 'sum':
      return expression.terms.every(({ sign, operand }) =>
        collect(operand, sign * coefficient, summed, terms),
      );
    case 'call':
      return (
        expression.name.value === '合计' &&
        expression.parameters.every((parameter) => collect(parameter, coefficient, true, terms))
      );
    case 'product': {
      let factor = coefficient;
      let rest: Expression | undefined;
      for (const { operator, operand } of expression.factors) {
        if (operator === '/') return false;
        const whole = wholeNumber(operand);
        if (whole !== undefined) factor *= whole;
        else if (rest === undefined) rest = operand;
        else return false;
      }
      return rest !== undefined && Math.abs(factor) <= 1e6 && collect(rest, factor, summed, terms);
    }
    default:
      return false;
  }
}

function wholeNumber(expression: Expression): number | undefined {
  if (expression.kind !== 'number' || expression.unit !== undefined) return undefined;
  return /^\d{1,6}$/.test(expression.digits) ? Number(expression.digits) : undefined;
}
