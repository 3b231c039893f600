import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Constraint } from '../../server/reconcile/constraint.ts';
import { evaluate, slipPower, tallyOf } from '../../server/reconcile/evaluate.ts';
import { constraint, tableByHand, term } from './by-hand.ts';

const other = tableByHand();
const inYuan = tableByHand('元', 2);

const verdict = (judged: Constraint): string => evaluate(judged).verdict;
const figures = (...units: readonly number[]) => units.map((value) => term({ units: value }));

describe('a sum (R2)', () => {
  it('is exact, explained by (n+1)·u, or broken', () => {
    // 3 parts and the total: 4 × 0.005 = 0.02.
    expect(verdict(constraint(figures(600), figures(100, 200, 300)))).toBe('exact');
    expect(verdict(constraint(figures(602), figures(100, 200, 300)))).toBe('rounding');
    expect(verdict(constraint(figures(603), figures(100, 200, 300)))).toBe('broken');
    // 2 parts: 0.015 explains 0.01 and not 0.02.
    expect(verdict(constraint(figures(301), figures(100, 200)))).toBe('rounding');
    expect(verdict(constraint(figures(302), figures(100, 200)))).toBe('broken');
  });

  it('says what is printed and what rounding allows', () => {
    const outcome = evaluate(constraint(figures(603), figures(100, 200, 300)));
    expect(outcome).toMatchObject({
      left: 603,
      right: 600,
      difference: 3,
      allowance: 4,
      exponent: 2,
    });
  });

  it('counts zeros and blanks apart: only hidden money could explain', () => {
    expect(verdict(constraint(figures(303), figures(100, 200, 0, 0, 0)))).toBe('behind-zero');
    expect(verdict(constraint(figures(302), [...figures(100, 200), term(undefined)]))).toBe(
      'behind-zero',
    );
    expect(verdict(constraint(figures(304), figures(100, 200, 0, 0, 0)))).toBe('broken');
  });

  it('with one part is the same quantity (R3)', () => {
    expect(verdict(constraint(figures(100), figures(100)))).toBe('exact');
    expect(verdict(constraint(figures(101), figures(100)))).toBe('broken');
    expect(verdict(constraint(figures(101), figures(100, 0)))).toBe('behind-zero');
    expect(verdict(constraint(figures(103), figures(100, 0)))).toBe('broken');
  });

  it('with a zero total still lets the total round', () => {
    expect(verdict(constraint(figures(0), figures(501, -500)))).toBe('rounding');
    expect(verdict(constraint(figures(0), figures(502, -500)))).toBe('broken');
  });
});

describe('the same quantity printed twice (R3)', () => {
  const there = (units: number) => [term({ units }, other)];

  it('in two tables: one last place is information, more is broken', () => {
    expect(verdict(constraint(figures(100), there(100), 'same'))).toBe('exact');
    expect(verdict(constraint(figures(101), there(100), 'same'))).toBe('last-place');
    expect(verdict(constraint(figures(102), there(100), 'same'))).toBe('broken');
  });

  it('at different precision: the intervals must meet', () => {
    const yuan = (units: number) => [term({ units }, inYuan)];
    // 4.45 万元 against 44,449.50 元, 44,450.00 元, 44,550.00 元 and 44,550.01 元.
    expect(verdict(constraint(figures(445), yuan(4_450_000), 'same'))).toBe('exact');
    expect(verdict(constraint(figures(445), yuan(4_449_950), 'same'))).toBe('rounding');
    expect(verdict(constraint(figures(445), yuan(4_455_000), 'same'))).toBe('rounding');
    expect(verdict(constraint(figures(445), yuan(4_455_100), 'same'))).toBe('broken');
  });
});

describe('dropped decimals (R10)', () => {
  it('are zeros first, and coarse rounding only at last', () => {
    const short = term({ units: 123, decimals: 1 }); // 12.3
    expect(verdict(constraint([short], [term({ units: 1230 }, other)], 'same'))).toBe('exact');
    expect(verdict(constraint([short], [term({ units: 1234 }, other)], 'same'))).toBe('coarse');
    expect(verdict(constraint([short], [term({ units: 1237 }, other)], 'same'))).toBe('broken');
  });

  it('leave 0 exactly zero', () => {
    const zero = term({ units: 0, decimals: 0 });
    expect(verdict(constraint([zero], [term({ units: 30 }, other)], 'same'))).toBe('broken');
  });
});

describe('a unit slip (R7)', () => {
  it('is told from other differences', () => {
    const there = (units: number) => [term({ units }, other)];
    expect(verdict(constraint(figures(50792), there(507_920_000), 'same'))).toBe('unit-slip');
    expect(slipPower(tallyOf(constraint(figures(50792), there(507_920_000), 'same')))).toBe(-4);
    expect(slipPower(tallyOf(constraint(figures(507920), there(50792), 'same')))).toBe(1);
    // 0.05 and 0.50 may be anything.
    expect(verdict(constraint(figures(5), there(50), 'same'))).toBe('broken');
    expect(verdict(constraint(figures(50793), there(507_940_000), 'same'))).toBe('broken');
  });
});

describe('other relations', () => {
  it('exact allows nothing', () => {
    expect(verdict(constraint(figures(100), figures(100), 'exact'))).toBe('exact');
    expect(verdict(constraint(figures(101), [term({ units: 100 }, other)], 'exact'))).toBe(
      'broken',
    );
  });

  it('a bound between single figures holds for the printed values', () => {
    const there = (units: number) => [term({ units }, other)];
    expect(verdict(constraint(figures(99), there(100), 'bound', '≤'))).toBe('exact');
    expect(verdict(constraint(figures(101), there(100), 'bound', '≤'))).toBe('last-place');
    expect(verdict(constraint(figures(102), there(100), 'bound', '≤'))).toBe('broken');
    expect(verdict(constraint(figures(99), there(100), 'bound', '≥'))).toBe('last-place');
  });

  it('a figure that cannot be read silences', () => {
    const broken = term(undefined);
    Object.assign(broken, { state: 'unreadable' });
    expect(verdict(constraint(figures(100), [broken]))).toBe('unknown');
  });
});

describe('arithmetic', () => {
  /** 元 at 分 → 万元 with two decimals, half-up. */
  const toWan = (fen: number): number => Math.floor((fen + 5_000) / 10_000);
  const fen = fc.integer({ min: 0, max: 10 ** 13 });

  it('never calls a sum broken that was rounded cell by cell', () => {
    fc.assert(
      fc.property(fc.array(fen, { minLength: 1, maxLength: 30 }), (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const judged = constraint(figures(toWan(total)), figures(...parts.map(toWan)));
        return ['exact', 'rounding', 'behind-zero'].includes(verdict(judged));
      }),
    );
  });

  it('never calls a bound broken that holds for the amounts', () => {
    fc.assert(
      fc.property(fc.array(fen, { maxLength: 5 }), fen, (parts, spare) => {
        const total = parts.reduce((sum, part) => sum + part, spare);
        const right = [term({ units: toWan(total) }, other)];
        const judged = constraint(figures(...parts.map(toWan)), right, 'bound', '≤');
        return ['exact', 'rounding', 'behind-zero'].includes(verdict(judged));
      }),
    );
  });

  it('always calls a change beyond (n+1)·u broken', () => {
    const part = fc.integer({ min: 1, max: 10 ** 9 });
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 2, maxLength: 30 }),
        fc.integer({ min: 1, max: 1000 }),
        (parts, beyond) => {
          const total = parts.reduce((sum, value) => sum + value, 0);
          const allowed = Math.floor((parts.length + 1) / 2);
          const judged = constraint(figures(total + allowed + beyond), figures(...parts));
          const within = constraint(figures(total + allowed), figures(...parts));
          return (
            ['broken', 'unit-slip'].includes(verdict(judged)) && verdict(within) === 'rounding'
          );
        },
      ),
    );
  });

  it('is exact beyond 2^53', () => {
    const top = 900_000_000_000_000; // 9 × 10^14 last places of 亿元: 9 × 10^20 分
    const yi = tableByHand('亿元', 2);
    const left = [term({ units: top }, yi)];
    const right = (units: number) => [term({ units }, yi), term({ units: 1 }, inYuan)];
    // u of 亿元 is 500,000 元: one 分 more is nothing, two last places are something.
    expect(verdict(constraint(left, right(top)))).toBe('rounding');
    expect(verdict(constraint(left, right(top - 2)))).toBe('broken');
  });
});
