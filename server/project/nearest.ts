import { distance } from 'fastest-levenshtein';

/** The candidate that was most likely meant by a mistyped word; undefined where none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return nearestFew(word, candidates, 1)[0];
}

/** Candidates that may have been meant, best first. Letter case counts for nothing. */
export function nearestFew(
  word: string,
  candidates: Iterable<string>,
  limit: number,
): readonly string[] {
  const wanted = word.toLowerCase();
  // The distance costs the product of the lengths, and nobody mistypes a name of this length.
  if (wanted.length > 100) return [];
  const near: { candidate: string; steps: number }[] = [];
  for (const candidate of candidates) {
    const name = candidate.toLowerCase();
    const within = wanted.length >= 3 && name.includes(wanted);
    const steps = within ? 1 : distance(wanted, name);
    if (within || steps <= Math.max(1, Math.floor(Math.min(wanted.length, name.length) / 3))) {
      near.push({ candidate, steps });
    }
  }
  near.sort((a, b) => a.steps - b.steps || (a.candidate < b.candidate ? -1 : 1));
  return near.slice(0, limit).map(({ candidate }) => candidate);
}
