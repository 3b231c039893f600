/** Values with what they count, and what comes of it when they are multiplied and divided. */
import type { Expression } from '../../grammar/syntax-tree.ts';
import { MONEY_EXPONENT } from '../report/figure.ts';
import { decimal, type Fraction, sign } from './fraction.ts';
import {
  constantValue,
  divideValues,
  type LinearFraction,
  multiplyValues,
  pointOf,
} from './linear-fraction.ts';
import { type Trouble, trouble } from './trouble.ts';

/**
 * What a value counts: 元 (whatever the unit it was printed in), a measure word, `ratio` for shares and rates, `bare`
 * where nothing says: it takes the unit of what it meets.
 */
export type Dimension = string;

export interface Value {
  readonly number: LinearFraction;
  readonly dimension: Dimension;
}

export const ZERO_VALUE: Value = { number: constantValue(decimal(0, 0)), dimension: 'bare' };

export function dimensionOf(unit: string): Dimension {
  if (unit in MONEY_EXPONENT) return '元';
  if (unit === '%' || unit === '‰') return 'ratio';
  return unit === '' ? 'bare' : unit;
}

export function nameOf(dimension: Dimension): string {
  return dimension === '元' ? '金额' : dimension === 'ratio' ? '比率' : dimension;
}

export function multiplied(a: Value, b: Value, at: Expression): Value | Trouble {
  const plain = (value: Value): boolean =>
    value.dimension === 'bare' || value.dimension === 'ratio';
  if (a.dimension === '元' && b.dimension === '元') {
    return trouble('unit', at, '金额不能乘以金额', 'an amount cannot be multiplied by an amount');
  }
  const dimension = plain(b) || a.dimension === '元' ? a.dimension : b.dimension;
  return {
    number: multiplyValues(a.number, b.number),
    dimension: a.dimension === 'bare' ? b.dimension : dimension,
  };
}

export function divided(a: Value, b: Value, at: Expression): Value | Trouble {
  const number = divideValues(a.number, b.number);
  // A share or rate of nothing is silence (R4).
  if (number === undefined && isZero(a) && isZero(b)) {
    return trouble('childless', at, '零比零', 'nothing of nothing');
  }
  if (number === undefined) {
    return trouble(
      'division',
      at,
      '除数是零，比率没有意义',
      'the divisor is zero; the ratio means nothing',
    );
  }
  const plain = b.dimension === 'bare' || b.dimension === 'ratio';
  const dimension = plain ? a.dimension : a.dimension === b.dimension ? 'ratio' : a.dimension;
  return { number, dimension };
}

export function half(a: Fraction): Fraction {
  return { over: a.over, under: a.under * 2n };
}

/** Whether 0 of 0: a share or rate of nothing is silence (R4). */
export function isZero(value: Value): boolean {
  return sign(pointOf(value.number)) === 0;
}
