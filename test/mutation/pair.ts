/** Two mistakes at once: are both figures among those that the findings speak of? */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../../server/analysis.ts';
import type { Finding } from '../../server/rules/rule.ts';
import type { Ground } from './figures.ts';
import { type Mutation, newFindings, touches, withEdits } from './trial.ts';

export interface PairTrial {
  readonly text: string;
  readonly figures: readonly Range[];
  readonly mutations: readonly Mutation[];
  readonly findings: readonly Finding[];
  readonly located: boolean;
}

/** Undefined where either mistake alone could be explained by rounding, or both stand in one figure. */
export function tryPair(
  { oracle, text }: Ground,
  clean: readonly Finding[],
  analyse: (text: string) => Analysis,
  pair: readonly [Mutation, Mutation],
): PairTrial | undefined {
  const [first, second] = [...pair].sort((a, b) => a.start - b.start) as [Mutation, Mutation];
  if (first.figure.fact === second.figure.fact) return undefined;
  for (const { figure, digits, unit } of [first, second]) {
    const value = oracle.changedValue(figure.fact, digits, unit);
    if (value === undefined || oracle.broken(new Map([[figure.fact, value]])).length === 0) {
      return undefined;
    }
  }
  const wrong = withEdits(text, [first, second]);
  const findings = newFindings(clean, analyse(wrong).findings, [first, second]);
  const shift = first.text.length - (first.end - first.start);
  const figures = [
    { start: first.start, end: first.start + first.text.length },
    { start: second.start + shift, end: second.start + shift + second.text.length },
  ];
  const places = findings
    .filter(({ level }) => level !== 'info')
    .flatMap(({ start, end, fix, suggestions }) => [
      { start, end },
      ...[fix, ...suggestions].flatMap((one) => one?.edits ?? []),
    ]);
  return {
    text: wrong,
    figures,
    mutations: [first, second],
    findings,
    located: figures.every((figure) => places.some((place) => touches(place, figure))),
  };
}
