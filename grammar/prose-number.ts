import type { MalformedNumber } from './number.ts';
import type { Range } from './syntax-tree.ts';

/** What a number in prose is. The first five are figures; the others are told apart from them and are none. */
export type ProseNumberKind =
  | 'amount'
  | 'percentage'
  /** 百分点 */
  | 'points'
  /** A number with a measure word. */
  | 'count'
  | 'score'
  /** 2023年, and a bare 2023 in a list of years or in brackets. */
  | 'year'
  /** 2024年9月30日, 9月, 2024.09.30 */
  | 'date'
  /** `1.`, `（2）`, `3、` where a paragraph or an item begins. */
  | 'numbering'
  /** 第3条 */
  | 'ordinal'
  /** 〔2019〕18号, 2022-83号 */
  | 'document'
  /** 5G, 2010301 */
  | 'identifier'
  | 'telephone'
  /** 100万元（含）以上 */
  | 'threshold'
  /** 24小时, 3年 */
  | 'duration'
  /** No unit: perhaps one is missing. */
  | 'bare';

/** A number found in prose; its range holds sign, number and unit. */
export interface ProseNumber extends Range {
  readonly kind: ProseNumberKind;
  /** Sign and digits; of a range the first end. */
  readonly number: Range;
  /** 万元, `%`, 个 …; empty where none is printed. */
  readonly unit: string;
  /** Where the unit stands; that of a list (`3、5、7项`) stands with its last number. */
  readonly unitRange: Range | undefined;
  /** 余 or 多 stands before the unit: `500余万元` is that much and something more. */
  readonly isLoose: boolean;
  /** Value is `units × 10^-decimals`; 0 for a malformed number. */
  readonly units: number;
  readonly decimals: number;
  /** The other end of a range (`5-10万元`). */
  readonly upper:
    | { readonly units: number; readonly decimals: number; readonly number: Range }
    | undefined;
  readonly malformed:
    | { readonly reason: MalformedNumber; readonly repair: string | undefined }
    | undefined;
}

const FIGURES: ReadonlySet<ProseNumberKind> = new Set([
  'amount',
  'percentage',
  'points',
  'count',
  'score',
]);

/** Whether the number is one that the checker counts and must account for. */
export function isFigure(number: ProseNumber): boolean {
  return FIGURES.has(number.kind);
}
