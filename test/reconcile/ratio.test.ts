/** Percentages against ranges: what must hold for all figures, by exact fractions worked out apart from the judge. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanFigures } from '../../grammar/figures.ts';
import type { NarrativeFigure } from '../../server/claims/claim.ts';
import { printUnits } from '../../server/reconcile/amount.ts';
import { judgeRatio, quotientRange } from '../../server/reconcile/judge-ratio.ts';
import { FigureValue } from '../../server/reconcile/quantity.ts';

function figure(units: number, decimals: number, unit: string): FigureValue {
  const text = printUnits(units, decimals) + unit;
  const [number] = scanFigures(text, 0, text.length);
  if (number === undefined) throw new Error(`no figure: ${text}`);
  const said: NarrativeFigure = {
    start: number.start,
    end: number.end,
    number,
    subject: undefined,
    aspect: undefined,
    section: undefined,
    closeness: 'exact',
    bound: false,
    zeros: 'digits',
  };
  return new FigureValue(said, 2);
}

const one = (quantity: FigureValue) => ({ coefficient: 1, quantity });
const less = (quantity: FigureValue) => ({ coefficient: -1, quantity });

/** Half-up, of positive numbers. */
const rounded = (over: bigint, under: bigint): bigint => (2n * over + under) / (2n * under);

const holding = ['exact', 'rounding', 'coarse'];

// Amounts in 元, as the books have them; reports print 万元 with two decimals, that is in hundreds.
const amount = fc.bigInt({ min: 5_000n, max: 99_999_999_999n });

describe('what was rounded honestly is never called wrong', () => {
  test('a share: amounts and percentage each rounded from the books', () => {
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 2 }), (part, whole, decimals) => {
        const percentage = rounded(part * 100n * 10n ** BigInt(decimals), whole);
        const value = figure(Number(percentage), decimals, '%');
        const over = [one(figure(Number(rounded(part, 100n)), 2, '万元'))];
        const under = [one(figure(Number(rounded(whole, 100n)), 2, '万元'))];
        const verdict = judgeRatio(value, '=', over, under);
        // Nothing above the line prints as 0.00 here, so no other verdict may come.
        expect(holding).toContain(verdict);
      }),
      { numRuns: 2000 },
    );
  });

  test("a rate: this year's figure, the change and the rate each rounded from the books", () => {
    fc.assert(
      fc.property(amount, amount, (now, before) => {
        const change = now > before ? now - before : before - now;
        if (change < 100n) return;
        const value = figure(Number(rounded(change * 10_000n, before)), 2, '%');
        const current = figure(Number(rounded(now, 100n)), 2, '万元');
        const moved = figure(Number(rounded(change, 100n)), 2, '万元');
        const under = [one(current), now > before ? less(moved) : one(moved)];
        const verdict = judgeRatio(value, '=', [one(moved)], under);
        // A base that prints as nothing is none.
        if (verdict === 'zero-base' || verdict === 'unknown') {
          expect(rounded(now, 100n) - rounded(change, 100n)).toBeLessThanOrEqual(0n);
          return;
        }
        expect(holding).toContain(verdict);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what no choice of values explains is always called wrong', () => {
  test('beyond the ends of the range by more than its own rounding', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 9_999_999 }),
        fc.integer({ min: 100, max: 9_999_999 }),
        fc.integer({ min: -200_000, max: 200_000 }),
        (a, b, off) => {
          const over = [one(figure(a, 2, '万元'))];
          const under = [one(figure(b, 2, '万元'))];
          // Ends of (a ± ½) / (b ± ½), in units of 0.01 %, doubled to stay whole.
          const low = { over: BigInt(2 * a - 1), under: BigInt(2 * b + 1) };
          const high = { over: BigInt(2 * a + 1), under: BigInt(2 * b - 1) };
          const point = Number(rounded(BigInt(a) * 10_000n, BigInt(b)));
          const units = point + off;
          if (units < 0) return;
          const twice = BigInt(2 * units);
          const meets =
            2n * low.over * 10_000n <= (twice + 1n) * low.under &&
            2n * high.over * 10_000n >= (twice - 1n) * high.under;
          const cutOff =
            low.over * 10_000n <= BigInt(units + 1) * low.under &&
            high.over * 10_000n >= BigInt(units) * high.under;
          const verdict = judgeRatio(figure(units, 2, '%'), '=', over, under);
          expect(holding.includes(verdict)).toBe(meets);
          if (!meets) expect(verdict).toBe(cutOff && units > 0 ? 'truncated' : 'broken');
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('amounts beyond what a double holds are judged alike', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999_999_999 }),
        fc.integer({ min: 1, max: 999_999_999_999_999 }),
        (a, b) => {
          const percentage = rounded(BigInt(a) * 10_000n, BigInt(b));
          if (percentage > 999_999_999_999_999n) return;
          const over = [one(figure(a, 2, '元'))];
          const under = [one(figure(b, 2, '元'))];
          const value = figure(Number(percentage), 2, '%');
          expect(judgeRatio(value, '=', over, under)).toBe('exact');
        },
      ),
    );
  });
});

test('the range of a share, by hand', () => {
  // (98.195 … 98.205) / (120.495 … 120.505)
  const found = quotientRange([one(figure(9820, 2, '万元'))], [one(figure(12050, 2, '万元'))]);
  const percent = (end: { over: bigint; under: bigint } | undefined) =>
    Number(((end?.over ?? 0n) * 1_000_000n) / (end?.under ?? 1n)) / 10_000;
  expect([percent(found?.low), percent(found?.high)]).toEqual([81.4862, 81.5013]);
});
