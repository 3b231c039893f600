import type { Range } from '../../grammar/syntax-tree.ts';

/** Units of money, and their power of ten in 元. */
export const MONEY_EXPONENT = { 元: 0, 万元: 4, 亿元: 8 } as const;

export type MoneyUnit = keyof typeof MONEY_EXPONENT;

/** 元, 万元, 亿元, `%`, a measure word (个, 辆, 人次 …), 分, or empty where nothing says. */
export type Unit = MoneyUnit | string;

/**
 * A number as it was printed: what it says and how finely. Its value is `units × 10^-decimals` in `unit`.
 * By RULES R1 it stands for every value within half a unit of its last printed place.
 *
 * `units` is a safe integer: a printed number of more than 15 digits is no amount of a public body and is read as
 * malformed, so exact arithmetic needs no big numbers on the hot path.
 */
export interface Figure extends Range {
  readonly units: number;
  readonly decimals: number;
  readonly unit: Unit;
}
