import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import type { Row } from '../../server/reconcile/joint/bounds.ts';
import { contradictionIn, type Problem } from '../../server/reconcile/joint/contradiction.ts';
import { jointConflictIn } from '../../server/reconcile/joint/identities.ts';
import { rules } from '../../server/rules/catalogue.ts';
import { generate } from '../generate/generate.ts';
import { runs, seeds } from '../properties/runs.ts';

const VARIABLES = 6;

/** Figures printed in even numbers of half units, each within one of what it was rounded from. */
const problems: fc.Arbitrary<Problem & { readonly truth: readonly number[] }> = fc
  .record({
    truth: fc.array(fc.integer({ min: -40, max: 40 }), {
      minLength: VARIABLES,
      maxLength: VARIABLES,
    }),
    rows: fc.array(
      fc.record({
        factors: fc.array(fc.constantFrom(-1, 0, 0, 1), {
          minLength: VARIABLES,
          maxLength: VARIABLES,
        }),
        isEquation: fc.boolean(),
      }),
      { minLength: 2, maxLength: 6 },
    ),
    off: fc.array(fc.integer({ min: -1, max: 1 }), {
      minLength: VARIABLES,
      maxLength: VARIABLES,
    }),
  })
  .map(({ truth, rows, off }) => {
    const printed = truth.map((value, at) => value + (off[at] ?? 0));
    return {
      truth,
      printed,
      intervals: printed.map((value) => ({ low: value - 1, high: value + 1 })),
      rows: rows.map(({ factors, isEquation }): Row => {
        const variables = factors.flatMap((factor, at) => (factor === 0 ? [] : [at]));
        return { variables, factors: factors.filter((factor) => factor !== 0), isEquation };
      }),
    };
  });

function sumOf({ variables, factors }: Row, values: readonly number[]): number {
  return variables.reduce((sum, variable, at) => {
    return sum + (factors[at] ?? 0) * (values[variable] ?? 0);
  }, 0);
}

function holds(row: Row, values: readonly number[]): boolean {
  return row.isEquation ? sumOf(row, values) === 0 : sumOf(row, values) <= 0;
}

describe('rows that cannot all hold', () => {
  it('are none where what the figures were rounded from satisfies them', () => {
    fc.assert(
      fc.property(problems, ({ truth, rows, ...problem }) => {
        const true_ = rows.filter((row) => holds(row, truth));
        expect(contradictionIn({ ...problem, rows: true_ })).toBeUndefined();
      }),
      { numRuns: runs(2000) },
    );
  });

  it('are proved by their multipliers, and by values for the rest without each', () => {
    let found = 0;
    fc.assert(
      fc.property(problems, (problem) => {
        const { intervals, rows, printed } = problem;
        const contradiction = contradictionIn(problem);
        if (contradiction === undefined) return;
        found++;
        const { members } = contradiction;
        const factors = new Map<number, number>();
        for (const { row, multiplier } of members) {
          const { variables, isEquation } = rows[row] as Row;
          expect(isEquation || multiplier > 0).toBe(true);
          variables.forEach((variable, at) => {
            const factor = multiplier * (rows[row]?.factors[at] ?? 0);
            factors.set(variable, (factors.get(variable) ?? 0) + factor);
          });
        }
        let least = 0;
        for (const [variable, factor] of factors) {
          const { low, high } = intervals[variable] as { low: number; high: number };
          least += factor * (factor > 0 ? low : high);
        }
        expect(least).toBeGreaterThan(0);
        for (const { row, without } of members) {
          const values = printed.map((value, variable) => without.get(variable) ?? value);
          values.forEach((value, variable) => {
            expect(Math.abs(value - (printed[variable] ?? 0))).toBeLessThanOrEqual(1);
          });
          for (const { row: other } of members) {
            if (other !== row) expect(holds(rows[other] as Row, values)).toBe(true);
          }
        }
      }),
      { numRuns: runs(2000) },
    );
    expect(found).toBeGreaterThan(runs(100));
  });
});

describe('identities of a report', () => {
  it('hold together in every correct report', () => {
    for (const seed of seeds(runs(40), 900)) {
      const { gouji } = generate(seed);
      expect([seed, jointConflictIn(analyse({ text: gouji }).outcomes)]).toEqual([seed, undefined]);
    }
  });

  it('are named where they do not: a minimal set', () => {
    const { bad, good } = rules.find(({ id }) => id === 'rounding/joint') as {
      bad: string;
      good: string;
    };
    const conflict = jointConflictIn(analyse({ text: bad }).outcomes);
    const ids = conflict?.members.map(({ outcome: { constraint } }) => {
      return 'identity' in constraint.origin ? constraint.origin.identity.id : '';
    });
    expect(ids).toEqual(['T5-ROW', 'TREE.5.1']);
    expect(jointConflictIn(analyse({ text: good }).outcomes)).toBeUndefined();
  });
});
