import type { Say } from './messages.ts';
import type { FixSummary } from './results.ts';

/** How many were repaired in how many files. */
export function fixWords({ count, files, written, suggestions }: FixSummary, say: Say): string {
  if (count === 0) return say(suggestions ? 'nothingToFixAtAll' : 'nothingToFix');
  const several = say(files === 1 ? 'oneFile' : 'severalFiles', { count: files });
  return say(written ? 'fixed' : 'wouldFix', { count, files: several });
}
