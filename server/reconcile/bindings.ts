/** Figures of the text that their author bound to an expression: `[12.6%](增幅(…))`, and `[](…)` to be filled in. */
import { readNumber } from '../../grammar/number.ts';
import type { Binding, Range } from '../../grammar/syntax-tree.ts';
import type { ReferenceScope } from '../report/resolution.ts';
import { printUnits, unitExponent } from './amount.ts';
import { askedAnswers } from './asked-answers.ts';
import type { Outcome, Term } from './constraint.ts';
import { dimensionOf, type Value } from './dimension.ts';
import { Environment, ONCE } from './environment.ts';
import { Evaluator } from './expression-value.ts';
import {
  add,
  compare,
  decimal,
  type Fraction,
  negate,
  roundedUnits,
  subtract,
} from './fraction.ts';
import { constantValue, pointOf, rangeOf } from './linear-fraction.ts';
import { isTrouble, type Trouble } from './trouble.ts';

/**
 * - `holds`: the figure is within the range of its expression.
 * - `truncated`: outside it by no more than cutting off instead of rounding explains (R4).
 * - `coarse`: explained only by the coarser rounding of dropped decimals (R10).
 * - `wrong`: no choice of the figures behind it gives it.
 * - `asked`: `[](…)`, the value is to be filled in.
 * - `unreadable`: the brackets hold no readable number.
 * - `trouble`: the expression has no value.
 */
export type BindingVerdict =
  | 'holds'
  | 'truncated'
  | 'coarse'
  | 'wrong'
  | 'asked'
  | 'unreadable'
  | 'trouble';

export interface BindingJudgement {
  readonly binding: Binding;
  readonly verdict: BindingVerdict;
  readonly trouble: Trouble | undefined;
  /** The figure as the expression gives it, in the manner of what is written; undefined without a value. */
  readonly expected: string | undefined;
  /** What goes between the square brackets to say so. */
  readonly replacement: string | undefined;
  readonly difference: string;
  readonly places: readonly Term[];
}

/** `outcomes`: of the identities, for cells that ask for their value. */
export function judgeBindings(
  scope: ReferenceScope & { readonly outcomes: readonly Outcome[] },
): BindingJudgement[] {
  const environment = new Environment(scope, askedAnswers(scope).figures);
  const judgements: BindingJudgement[] = [];
  const { text, paragraphs } = scope.report.tree;
  for (const paragraph of paragraphs) {
    for (const line of paragraph.lines) {
      for (const binding of line.bindings) {
        if (binding.waived || binding.expression === undefined) continue;
        judgements.push(judge(binding, text, environment));
      }
    }
  }
  return judgements;
}

function judge(binding: Binding, text: string, environment: Environment): BindingJudgement {
  const nothing = {
    binding,
    trouble: undefined,
    expected: undefined,
    replacement: undefined,
    difference: '',
    places: [],
  };
  const { expression, figure, unitAfter } = binding;
  if (expression === undefined) return { ...nothing, verdict: 'unreadable' };
  const [fault] = environment.troubles([expression]);
  if (fault !== undefined) return { ...nothing, verdict: 'trouble', trouble: fault };
  const evaluator = new Evaluator(environment, ONCE);
  const value = evaluator.value(expression);
  if (isTrouble(value)) return { ...nothing, verdict: 'trouble', trouble: value };
  const { places } = evaluator;
  const inside = text.slice(figure.start, figure.end);
  const reading = readNumber(inside);
  const header = environment.scope.report.header.unit;
  if (reading.kind === 'empty') {
    const style = styleOf(value, unitAfter?.value, header, places);
    return { ...nothing, verdict: 'asked', places, ...printedAs(value, style) };
  }
  if (reading.kind !== 'number') return { ...nothing, verdict: 'unreadable', places };
  const unit = reading.unit ?? unitAfter?.value ?? '';
  const printed = withUnit(unit);
  const pair = evaluator.alike(
    value,
    { number: constantValue(ZERO), dimension: printed.dimension },
    binding,
  );
  if (isTrouble(pair)) return { ...nothing, verdict: 'trouble', trouble: pair };
  // A bare figure bound to an amount is read in the report's unit.
  const exponent =
    printed.dimension === 'bare' && pair[0].dimension === '元'
      ? unitExponent(header)
      : printed.exponent;
  const point = decimal(reading.units, exponent - reading.decimals);
  const style: Style = {
    exponent,
    decimals: reading.decimals,
    unit: reading.unit ?? '',
    grouped: /[,，]/.test(inside),
  };
  const difference = subtract(point, pointOf(pair[0].number));
  return {
    ...nothing,
    verdict: verdictOf(
      pair[0],
      point,
      exponent - reading.decimals,
      usualDecimals(unit) - reading.decimals,
    ),
    ...printedAs(pair[0], style),
    difference: print(difference, { ...style, grouped: false, unit: '' }, true),
    places,
  };
}

const ZERO = decimal(0, 0);

function verdictOf(value: Value, point: Fraction, place: number, dropped: number): BindingVerdict {
  const { low, high } = rangeOf(value.number);
  const within = (half: Fraction): boolean =>
    compare(subtract(point, half), high) <= 0 && compare(low, add(point, half)) <= 0;
  const half = (exponent: number): Fraction => decimal(5, exponent - 1);
  const counted = value.dimension !== '元' && value.dimension !== 'ratio';
  if (counted) return within(ZERO) ? 'holds' : 'wrong';
  if (within(half(dropped > 0 ? place - dropped : place))) return 'holds';
  if (dropped > 0 && within(half(place))) return 'coarse';
  // Cut off: the value lies between the figure and the next one further from zero.
  const step = decimal(point.over < 0n ? -1 : 1, place);
  const next = add(point, step);
  const [from, to] = point.over < 0n ? [next, point] : [point, next];
  return compare(from, high) <= 0 && compare(low, to) < 0 ? 'truncated' : 'wrong';
}

interface Style {
  readonly exponent: number;
  readonly decimals: number;
  /** What is written behind the digits inside the brackets. */
  readonly unit: string;
  readonly grouped: boolean;
}

/** How a value is printed where nothing is written yet: as its figures are, a rate with two decimals. */
function styleOf(
  { dimension }: Value,
  unitAfter: string | undefined,
  header: string,
  places: readonly Term[],
): Style {
  if (dimension === '元') {
    const unit = unitAfter ?? header;
    const decimals = Math.max(
      unit === '元' ? 0 : 2,
      ...places.map(({ figure }) => (figure?.unit === unit ? figure.decimals : 0)),
    );
    return {
      exponent: unitExponent(unit),
      decimals,
      unit: unitAfter === undefined ? unit : '',
      grouped: false,
    };
  }
  if (dimension === 'ratio' || unitAfter === '%') {
    return { exponent: -2, decimals: 2, unit: unitAfter === undefined ? '%' : '', grouped: false };
  }
  const decimals = Math.max(0, ...places.map(({ figure }) => figure?.decimals ?? 0));
  return {
    exponent: 0,
    decimals,
    unit: unitAfter === undefined && dimension !== 'bare' ? dimension : '',
    grouped: false,
  };
}

/** A value as it is printed where nothing says how: 12.50万元, 63.34%, 12860. `header` is the report's unit. */
export function printPlainly(value: Value, header: string, places: readonly Term[]): string {
  return print(pointOf(value.number), styleOf(value, undefined, header, places));
}

function printedAs(value: Value, style: Style): { expected: string; replacement: string } {
  const text = print(pointOf(value.number), style);
  return { expected: text, replacement: text };
}

function print(value: Fraction, style: Style, withoutSign = false): string {
  const shown = withoutSign && value.over < 0n ? negate(value) : value;
  const units = roundedUnits(shown, style.decimals - style.exponent);
  return `${printUnits(Number(units), style.decimals, style.grouped)}${style.unit}`;
}

function withUnit(unit: string): { readonly dimension: string; readonly exponent: number } {
  if (unit === '百分点' || unit === '个百分点') return { dimension: 'ratio', exponent: -2 };
  return { dimension: dimensionOf(unit), exponent: unit === '‰' ? -3 : unitExponent(unit) };
}

/** Decimals that amounts in 万元 and percentages are published with. */
function usualDecimals(unit: string): number {
  return unit === '元' || unit === '' ? 0 : 2;
}

/** Where the number of a binding stands: inside its square brackets, or these where they are empty. */
export function placeOfBinding({ figure, start }: Binding): Range {
  return figure.end > figure.start ? figure : { start, end: figure.end + 1 };
}
