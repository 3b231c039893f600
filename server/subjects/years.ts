/**
 * What the years of a row allow one to conclude. The years themselves are often approximate (the classification is
 * revised from one year to the next, and bodies follow a year early or late), so nothing is concluded within one year
 * of a boundary, nor from a row that is neither sure nor seen in a document.
 */
import type { SubjectEntry } from './subject.ts';

/**
 * - `in-force`: the year lies in the row's years, or they are not established.
 * - `near-boundary`: outside by one year, which proves nothing.
 * - `outside`: outside by more, and the row is `high` or seen in a document: the year conflicts.
 * - `unsure`: outside by more, but the row's years cannot be relied on.
 */
export type Standing = 'in-force' | 'near-boundary' | 'outside' | 'unsure';

/** Standing of a row in a fiscal year. */
export function standingOf(entry: SubjectEntry, year: number): Standing {
  const beyond = yearsBeyond(entry, year);
  if (beyond === 0) return 'in-force';
  if (beyond === 1) return 'near-boundary';
  return entry.evidence === 'document' || entry.confidence === 'high' ? 'outside' : 'unsure';
}

/**
 * By how many years a year lies outside the row's years; 0 inside. A document of a year proves that year, whatever the
 * row states.
 */
function yearsBeyond(entry: SubjectEntry, year: number): number {
  const { seenYear, firstYear = year, lastYear = year } = entry;
  const first = Math.min(firstYear, seenYear ?? firstYear);
  const last = Math.max(lastYear, seenYear ?? lastYear);
  return Math.max(0, first - year, year - last);
}
