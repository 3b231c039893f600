/** With how many decimals the sentences of a report print: a habit, which tells what a wrong figure should look like. */
import type { NarrativeFigure } from '../claims/claim.ts';

export interface UsualDecimals {
  /** Of percentages. */
  readonly ratio: number;
  /** Of money, by unit: 亿元 have six where amounts are exact to 万元 with two. A unit that tells no habit is not in it. */
  readonly money: ReadonlyMap<string, MoneyHabit>;
}

export interface MoneyHabit {
  /** As printed. */
  readonly shown: number;
  /** Those that say something: -2 where the zeros at the end of 元 only fill up (26900元 for 2.69万元). */
  readonly said: number;
}

/** Few figures tell no habit. */
const ENOUGH = 5;

export function usualDecimals(figures: readonly NarrativeFigure[]): UsualDecimals {
  let one = 0;
  let two = 0;
  const amounts = new Map<string, { readonly shown: number[]; readonly said: number[] }>();
  for (const { number, zeros } of figures) {
    const { kind, unit, decimals, units, malformed } = number;
    if (kind === 'percentage') {
      if (decimals === 1) one += 1;
      else if (decimals >= 2) two += 1;
    } else if (kind === 'amount' && units !== 0 && malformed === undefined) {
      const counts = amounts.get(unit) ?? { shown: [], said: [] };
      amounts.set(unit, counts);
      counts.shown.push(decimals);
      counts.said.push(zeros === 'rounded' ? -2 : decimals);
    }
  }
  const money = new Map<string, MoneyHabit>();
  for (const [unit, counts] of amounts) {
    const [shown, said] = [mostOf(counts.shown), mostOf(counts.said)];
    if (shown !== undefined) money.set(unit, { shown, said: said ?? shown });
  }
  return { ratio: one > two && one >= ENOUGH ? 1 : 2, money };
}

/** What more than half of them have. */
function mostOf(decimals: readonly number[]): number | undefined {
  if (decimals.length < ENOUGH) return undefined;
  const middle = [...decimals].sort((a, b) => a - b)[decimals.length >> 1];
  const same = decimals.filter((one) => one === middle).length;
  return 2 * same > decimals.length ? middle : undefined;
}
