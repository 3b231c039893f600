/** The wording of other provinces. How well it was read at first, and what has been gained since: first-measured.md. */
import { describe, expect, it } from 'vitest';
import { judge, ledgerCases } from './judge.ts';

/** Share of the figures that are judged as drawn, in per cent. It only rises. */
const floor = 99;

describe('narratives in the wording of other provinces', () => {
  const compared = ledgerCases('provinces').flatMap(([name, cases]) =>
    cases.flatMap((fixture) => judge(fixture).map((one) => ({ ...one, name }))),
  );
  const listed = (differences: readonly string[]): string[] =>
    compared
      .filter(({ difference }) => difference !== undefined && differences.includes(difference))
      .map(({ name, difference, words }) => `${name} ${difference}: ${words}`);

  it('are read as drawn', () => {
    const right = compared.filter(({ difference }) => difference === undefined).length;
    const rate = (100 * right) / compared.length;
    const rest = listed(['not-judged', 'presumed', 'other']).join('\n');
    expect(rate, `${right} of ${compared.length}\n${rest}`).toBeGreaterThanOrEqual(floor);
  });

  it('are never called wrong where they are right, nor right where they are wrong', () => {
    expect(listed(['false-alarm', 'overlooked'])).toEqual([]);
  });
});
