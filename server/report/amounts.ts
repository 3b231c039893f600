/**
 * Exact arithmetic over printed figures. An amount is an integer in a power of ten of its unit's base (元 for money, 1
 * for everything else), never a binary fraction. A safe integer holds every amount of a public body; where a change of
 * scale would leave the safe range the answer is undefined and the caller goes on with `Decimal`.
 */
import { Decimal as Base } from 'decimal.js';
import { type Figure, MONEY_EXPONENT, type MoneyUnit, type Unit } from './figure.ts';

/** Decimals for ratios and long sums: ample digits, ties half-up as published figures are rounded (RULES R4). */
export const Decimal = Base.clone({ precision: 60, rounding: Base.ROUND_HALF_UP });
export type Decimal = InstanceType<typeof Decimal>;

/** Power of ten of one whole unit: 元 0, 万元 4, 亿元 8, % −2, everything else 0. */
export function unitExponent(unit: Unit): number {
  if (isMoney(unit)) return MONEY_EXPONENT[unit];
  if (unit === '%') return -2;
  return unit === '‰' ? -3 : 0;
}

export function isMoney(unit: Unit): unit is MoneyUnit {
  return unit === '万元' || unit === '元' || unit === '亿元';
}

/** Power of ten of a figure's last printed place: 12.34 万元 → 2, since 0.01 万元 is 100 元. */
export function placeExponent(figure: Pick<Figure, 'decimals' | 'unit'>): number {
  return unitExponent(figure.unit) - figure.decimals;
}

/** `units × 10^from` as an integer in `10^to`; undefined where it is none, or no safe one. */
export function rescale(units: number, from: number, to: number): number | undefined {
  const shift = from - to;
  if (shift >= 0) {
    if (shift > 22) return units === 0 ? 0 : undefined;
    const scaled = units * 10 ** shift;
    return Number.isSafeInteger(scaled) ? scaled : undefined;
  }
  if (-shift > 15) return units === 0 ? 0 : undefined;
  const divisor = 10 ** -shift;
  return units % divisor === 0 ? units / divisor : undefined;
}

/** A figure's value as an integer in `10^exponent`; undefined where it is none, or no safe one. */
export function valueIn(figure: Figure, exponent: number): number | undefined {
  return rescale(figure.units, placeExponent(figure), exponent);
}

/** Powers that were asked for: to work one out takes longer than what it is wanted for. */
const powers = new Map<number, Decimal>();

function powerOfTen(exponent: number): Decimal {
  let power = powers.get(exponent);
  if (power === undefined) {
    power = new Decimal(10).pow(exponent);
    powers.set(exponent, power);
  }
  return power;
}

export function toDecimal(figure: Figure): Decimal {
  return new Decimal(figure.units).times(powerOfTen(placeExponent(figure)));
}

/**
 * What a printed figure stands for (RULES R1): every value within half a unit of its last place. Bounds are integers in
 * `10^exponent`, one place finer than the figure, so that half a unit is 5.
 */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly exponent: number;
}

/** Undefined where the bounds leave the safe range. */
export function intervalOf(figure: Figure): Interval | undefined {
  const middle = figure.units * 10;
  if (!Number.isSafeInteger(middle) || !Number.isSafeInteger(Math.abs(middle) + 5))
    return undefined;
  return { low: middle - 5, high: middle + 5, exponent: placeExponent(figure) - 1 };
}

/** `units × 10^from` in `10^to`, half-up away from zero where digits are lost (12.345 → 12.35, −12.345 → −12.35). */
export function roundTo(units: number, from: number, to: number): number | undefined {
  if (from >= to) return rescale(units, from, to);
  if (to - from > 15) return 0;
  const divisor = 10 ** (to - from);
  const size = Math.abs(units);
  const rest = size % divisor;
  const whole = (size - rest) / divisor + (rest * 2 >= divisor ? 1 : 0);
  return units < 0 && whole !== 0 ? -whole : whole;
}

/** How an author prints numbers: to be kept when a value is written in place of another. */
export interface NumberStyle {
  readonly decimals: number;
  /** Groups of three with commas. */
  readonly grouped: boolean;
  /** What stands behind the digits: `%`, `万元`, blanks in between included. */
  readonly suffix: string;
  /** `（5.00）` for −5.00. */
  readonly bracketed: boolean;
}

/**
 * The style of a printed number. Whether it groups shows only from four digits on; `groupedElsewhere` says what the
 * table's other figures do.
 */
export function styleOf(printed: string, decimals: number, groupedElsewhere = false): NumberStyle {
  const comma = /[,，]/.test(printed);
  const long = /\d{4}/.test(printed);
  const suffix = /[^\d.,，．()（）\s+-][^()（）]*$/.exec(printed)?.[0] ?? '';
  const blank = suffix === '' ? '' : (/\s*$/.exec(printed.slice(0, -suffix.length))?.[0] ?? '');
  return {
    decimals,
    grouped: comma || (groupedElsewhere && !long),
    suffix: blank + suffix,
    bracketed: /^\s*[(（].*[)）]\s*$/.test(printed),
  };
}

/** `units × 10^-style.decimals` in an author's style: 12345678 → `123,456.78`. */
export function printAmount(units: number, style: NumberStyle): string {
  const { decimals } = style;
  let digits = String(Math.abs(units));
  if (!/^\d+$/.test(digits)) digits = new Decimal(Math.abs(units)).toFixed(0);
  if (digits.length <= decimals) digits = digits.padStart(decimals + 1, '0');
  const split = digits.length - decimals;
  const whole = style.grouped ? grouped(digits.slice(0, split)) : digits.slice(0, split);
  const number = decimals === 0 ? whole : `${whole}.${digits.slice(split)}`;
  if (units >= 0) return number + style.suffix;
  return style.bracketed ? `（${number}）${style.suffix}` : `-${number}${style.suffix}`;
}

function grouped(digits: string): string {
  let text = digits;
  for (let at = digits.length - 3; at > 0; at -= 3) text = `${text.slice(0, at)},${text.slice(at)}`;
  return text;
}

/** True where two printed figures are the same but for a power of ten: 5079200元 and 507.92万元 in one unit (RULES R7). */
export function isUnitSlip(a: Figure, b: Figure): boolean {
  if (a.units === 0 || b.units === 0) return false;
  return significant(a.units) === significant(b.units) && !equalValues(a, b);
}

function equalValues(a: Figure, b: Figure): boolean {
  const exponent = Math.min(placeExponent(a), placeExponent(b));
  const left = valueIn(a, exponent);
  return left !== undefined && left === valueIn(b, exponent);
}

function significant(units: number): number {
  let rest = units;
  while (rest % 10 === 0) rest /= 10;
  return rest;
}
