/**
 * What it costs to judge the claims of a report and to find what explains what is broken: with no mistake, with one, with
 * many. The rest of the analysis is ready before the clock starts.
 */
import { analyse } from '../../server/analysis.ts';
import { localise } from '../../server/reconcile/localise/localise.ts';
import { Random } from '../generate/random.ts';
import { undisturbed } from './stages.ts';

/** An amount in a cell, behind its bar. */
const amount = /(?<=\| *)[1-9]\d*\.\d\d(?= *\|)/g;

/** The text with the first digits of so many amounts of its tables changed. */
export function withMistakes(text: string, count: number, seed: number): string {
  const chosen = new Random(seed).shuffle([...text.matchAll(amount)]).slice(0, count);
  let changed = text;
  for (const { index } of chosen) {
    const digit = Number(text[index]);
    const other = String(digit === 9 ? 8 : digit + 1);
    changed = changed.slice(0, index) + other + changed.slice(index + 1);
  }
  return changed;
}

/** Milliseconds: the mean over the texts, each undisturbed. */
export function explanationTime(texts: readonly string[], rounds: number): number {
  const taken = texts.map((): number[] => []);
  for (let round = -rounds; round < rounds; round++) {
    texts.forEach((text, at) => {
      const analysis = analyse({ text });
      void analysis.outcomes;
      const { narrative } = analysis;
      const begun = performance.now();
      localise(narrative, analysis);
      if (round >= 0) taken[at]?.push(performance.now() - begun);
    });
  }
  return taken.reduce((sum, times) => sum + undisturbed(times), 0) / texts.length;
}
