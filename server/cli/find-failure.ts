import type { FindProblem } from '../project/find-files.ts';
import { failureMessage, type MessageKey, type Say } from './messages.ts';

/** Why a pattern gave no file, in one line. `nothingHere`: what is said of a folder without files to work on. */
export function findFailure(
  { pattern, reason }: FindProblem,
  nothingHere: MessageKey,
  say: Say,
): string {
  const file = pattern;
  if (reason === 'nothing-matches') return say('nothingMatches', { file });
  return say(reason === 'no-reports' ? nothingHere : failureMessage[reason], { file });
}
