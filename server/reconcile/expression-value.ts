/**
 * Values of the author's expressions: exact, with their unit and with the range that the rounding of the figures allows
 * (LANGUAGE §3, RULES R1 and R4).
 */
import type { Call, Expression, Reference } from '../../grammar/syntax-tree.ts';
import { unitExponent } from './amount.ts';
import type { Term } from './constraint.ts';
import { definitionsOf } from './definitions.ts';
import {
  type Dimension,
  dimensionOf,
  divided,
  half,
  multiplied,
  nameOf,
  type Value,
  ZERO_VALUE,
} from './dimension.ts';
import type { Environment, Instance } from './environment.ts';
import { decimal, roundHalfUp } from './fraction.ts';
import {
  absoluteValue,
  constantValue,
  extremeValue,
  isHugeValue,
  type Leaf,
  type LinearFraction,
  leafValue,
  multiplyValues,
  negateValue,
  pointOf,
  risingValue,
  sumValues,
} from './linear-fraction.ts';
import { isTrouble, type Trouble, trouble } from './trouble.ts';

/** Evaluates the expressions of one instance; a figure that occurs twice is one figure. */
export class Evaluator {
  readonly #environment: Environment;
  readonly #instance: Instance;
  readonly #leaves = new Map<Term, Leaf>();
  readonly #names = new Map<string, Value | Trouble>();
  /** Every place that was read, in order. */
  readonly places: Term[] = [];

  constructor(environment: Environment, instance: Instance) {
    this.#environment = environment;
    this.#instance = instance;
  }

  value(expression: Expression, summed = false): Value | Trouble {
    const value = this.#value(expression, summed);
    if (!isTrouble(value) && isHugeValue(value.number)) {
      return trouble(
        'size',
        expression,
        '数太大，无法计算',
        'the number is too large to work with',
      );
    }
    return value;
  }

  #value(expression: Expression, summed: boolean): Value | Trouble {
    switch (expression.kind) {
      case 'number': {
        const { digits, unit } = expression;
        const [whole = '', decimals = ''] = digits.split('.');
        const exponent = unitExponent(unit ?? '') - decimals.length;
        return {
          number: constantValue(decimal(BigInt(whole + decimals), exponent)),
          dimension: dimensionOf(unit ?? ''),
        };
      }
      case 'reference':
        return this.#reference(expression, summed);
      case 'name':
        return this.#name(expression, summed);
      case 'group':
        return this.value(expression.inner, summed);
      case 'negation': {
        const value = this.value(expression.operand, summed);
        return isTrouble(value) ? value : { ...value, number: negateValue(value.number) };
      }
      case 'sum': {
        const values: Value[] = [];
        for (const { sign: direction, operand } of expression.terms) {
          const value = this.value(operand, summed);
          if (isTrouble(value)) return value;
          values.push(direction < 0 ? { ...value, number: negateValue(value.number) } : value);
        }
        return this.#sum(values, expression);
      }
      case 'product': {
        let product: Value | undefined;
        for (const { operator, operand } of expression.factors) {
          const value = this.value(operand, summed);
          if (isTrouble(value)) return value;
          const next: Value | Trouble =
            product === undefined
              ? value
              : operator === '*'
                ? multiplied(product, value, operand)
                : divided(product, value, operand);
          if (isTrouble(next)) return next;
          product = next;
        }
        return product ?? ZERO_VALUE;
      }
      case 'call':
        return this.#call(expression, summed);
    }
  }

  #reference(reference: Reference, summed: boolean): Value | Trouble {
    const terms = this.#environment.terms(reference, summed, this.#instance);
    if (isTrouble(terms)) return terms;
    const values: Value[] = [];
    for (const term of terms) {
      const value = this.#place(term, reference);
      if (isTrouble(value)) return value;
      values.push(value);
    }
    return this.#sum(values, reference);
  }

  /** In one dimension: that of the first value that has one. */
  #sum(values: readonly Value[], at: Expression): Value | Trouble {
    const guide = values.find(({ dimension }) => dimension !== 'bare') ?? values[0] ?? ZERO_VALUE;
    const numbers: LinearFraction[] = [];
    for (const value of values) {
      const pair = this.alike(guide, value, at);
      if (isTrouble(pair)) return pair;
      numbers.push(pair[1].number);
    }
    return { number: sumValues(numbers), dimension: guide.dimension };
  }

  #place(term: Term, reference: Reference): Value | Trouble {
    this.places.push(term);
    if (term.state === 'unreadable') {
      return trouble(
        term.cell?.reading.kind === 'asked' ? 'asked' : 'unreadable',
        reference,
        `${term.name}不是能读出的数，没有核对`,
        `${term.expression} is no readable number; not checked`,
      );
    }
    // A blank is zero inside a form (R8); in a table of the author's own it is unknown.
    if (term.figure === undefined && term.table.form === undefined) {
      return trouble(
        'blank',
        reference,
        `${term.name}空着，没有核对`,
        `${term.expression} is blank; not checked`,
      );
    }
    const dimension = dimensionOf(term.figure?.unit ?? term.column.unit);
    if (term.state === 'zero') return { ...ZERO_VALUE, dimension };
    if (!term.rounded) {
      return { number: constantValue(decimal(term.units, term.exponent)), dimension };
    }
    let leaf = this.#leaves.get(term.base);
    if (leaf === undefined) {
      leaf = {
        point: decimal(term.units, term.exponent),
        low: decimal(2n * BigInt(term.units) - 1n, term.exponent),
        high: decimal(2n * BigInt(term.units) + 1n, term.exponent),
      };
      leaf = { point: leaf.point, low: half(leaf.low), high: half(leaf.high) };
      this.#leaves.set(term.base, leaf);
    }
    return { number: leafValue(leaf), dimension };
  }

  #name(
    reference: { readonly name: string; readonly start: number; readonly end: number },
    summed: boolean,
  ): Value | Trouble {
    const { name } = reference;
    const key = `${name} ${summed}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const { byName, cycles } = definitionsOf(this.#environment.scope.report);
    const definition = byName.get(name);
    let value: Value | Trouble;
    if (definition === undefined) {
      value = trouble(
        'name',
        reference,
        `没有名为「${name}」的表、函数或定义`,
        `nothing is called "${name}": no table, function or definition`,
      );
    } else if (cycles.has(name)) {
      value = trouble(
        'cycle',
        reference,
        `「${name}」的定义绕了一圈又用到自己`,
        `the definition of "${name}" comes back to itself`,
      );
    } else if (definition.expression === undefined) {
      value = trouble(
        'blank',
        reference,
        `「${name}」的表达式有语法错误`,
        `the expression of "${name}" has a syntax error`,
      );
    } else {
      value = this.value(definition.expression, summed);
    }
    this.#names.set(key, value);
    return value;
  }

  #call(call: Call, summed: boolean): Value | Trouble {
    const inside = summed || call.name.value === '合计';
    if (call.name.value === '个数') return this.#count(call);
    const values: Value[] = [];
    for (const parameter of call.parameters) {
      const value = this.value(parameter, inside);
      if (isTrouble(value)) return value;
      values.push(value);
    }
    const [first, second] = values;
    if (first === undefined) return ZERO_VALUE;
    const negative = second && { ...second, number: negateValue(second.number) };
    switch (call.name.value) {
      case '合计':
        return this.#sum(values, call);
      case '占比':
      case '完成率':
        return second === undefined ? first : this.#ratio(first, second, call);
      case '增减额':
        return negative === undefined ? first : this.#add(first, negative, call);
      case '增幅': {
        if (second === undefined || negative === undefined) return first;
        const change = this.#add(first, negative, call);
        return isTrouble(change) ? change : this.#ratio(change, second, call);
      }
      case '绝对值':
        return { ...first, number: absoluteValue(first.number) };
      case '较大':
      case '较小':
        return this.#extreme(values, call);
      case '四舍五入':
        return second === undefined ? first : this.#rounded(first, second, call);
      default:
        return trouble(
          'name',
          call.name,
          `没有名为「${call.name.value}」的函数`,
          `there is no function "${call.name.value}"`,
        );
    }
  }

  #extreme(values: readonly Value[], call: Call): Value | Trouble {
    let alike = values[0] as Value;
    const numbers: LinearFraction[] = [alike.number];
    for (const value of values.slice(1)) {
      const pair = this.alike(alike, value, call);
      if (isTrouble(pair)) return pair;
      numbers.push(pair[1].number);
      alike = pair[0];
    }
    return {
      number: extremeValue(numbers, call.name.value === '较大'),
      dimension: alike.dimension,
    };
  }

  #rounded(value: Value, places: Value, call: Call): Value | Trouble {
    const { over, under } = pointOf(places.number);
    if (under !== 1n || over < -12n || over > 12n) {
      return trouble(
        'unit',
        call.parameters[1] ?? call,
        '四舍五入的位数应是 -12 到 12 的整数',
        'the places of 四舍五入 must be a whole number from -12 to 12',
      );
    }
    const unit = value.dimension === '元' ? this.#unit() : value.dimension === 'ratio' ? '%' : '';
    const decimals = Number(over) - unitExponent(unit);
    return { ...value, number: risingValue(value.number, (x) => roundHalfUp(x, decimals)) };
  }

  /** How many rows print a figure. */
  #count(call: Call): Value | Trouble {
    let count = 0;
    for (const parameter of call.parameters) {
      if (parameter.kind !== 'reference') {
        count += 1;
        continue;
      }
      const terms = this.#environment.terms(parameter, true, this.#instance);
      if (isTrouble(terms)) return terms;
      for (const term of terms)
        if (term.cell !== undefined && term.cell.reading.kind !== 'empty') count += 1;
    }
    return { number: constantValue(decimal(count, 0)), dimension: 'bare' };
  }

  #ratio(part: Value, whole: Value, call: Call): Value | Trouble {
    const pair = this.alike(part, whole, call);
    if (isTrouble(pair)) return pair;
    const ratio = divided(pair[0], pair[1], call.parameters[1] ?? call);
    return isTrouble(ratio) ? ratio : { ...ratio, dimension: 'ratio' };
  }

  #add(a: Value, b: Value, at: Expression): Value | Trouble {
    return this.#sum([a, b], at);
  }

  /** Two values in one dimension: a bare number takes the other's, in the report's unit where that is money. */
  alike(
    a: Value,
    b: Value,
    at: { readonly start: number; readonly end: number },
  ): readonly [Value, Value] | Trouble {
    if (a.dimension === b.dimension) return [a, b];
    if (a.dimension === 'bare') return [this.#taking(a, b.dimension), b];
    if (b.dimension === 'bare') return [a, this.#taking(b, a.dimension)];
    const [first, second] = [a.dimension, b.dimension].map(nameOf) as [string, string];
    return trouble(
      'unit',
      at,
      `单位不同：一个是${first}，一个是${second}，不能相加减或比较`,
      `units differ: ${first} and ${second} cannot be added or compared`,
    );
  }

  #taking(value: Value, dimension: Dimension): Value {
    if (dimension !== '元') return { ...value, dimension };
    const scale = constantValue(decimal(1, unitExponent(this.#unit())));
    return { number: multiplyValues(value.number, scale), dimension };
  }

  #unit(): string {
    return this.#environment.scope.report.header.unit;
  }
}
