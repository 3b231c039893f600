/**
 * How loudly a verdict may be spoken. The list is a working list and not the official book; this is the whole policy of
 * what may be concluded from it.
 */
import type { Level } from '../report/identifiers.ts';
import type { Confidence } from './subject.ts';
import type { SubjectVerdict } from './verdict.ts';

const byConfidence: Readonly<Record<Confidence, Level>> = {
  high: 'warning',
  medium: 'info',
  low: 'off',
};

export interface GravityOptions {
  /** The same report prints one of the expected names beside the same code elsewhere. */
  readonly rightNameElsewhere?: boolean;
}

/**
 * Level of a finding about the verdict; `off`: no finding.
 *
 * What follows from the form of a code alone is certain. A code that is not in the list is never more than a warning. A
 * name that differs weighs as much as the row that it differs from, and becomes an error where the report contradicts
 * itself. Years weigh as much as their row.
 */
export function gravityOf(verdict: SubjectVerdict, options: GravityOptions = {}): Level {
  switch (verdict.kind) {
    case 'agrees':
    case 'undecided':
      return 'off';
    case 'malformed-code':
    case 'no-such-class':
      return 'error';
    case 'unknown-code':
      return 'warning';
    case 'name-differs':
      return verdict.confidence === 'high' && options.rightNameElsewhere === true
        ? 'error'
        : byConfidence[verdict.confidence];
    case 'year-conflict':
      return byConfidence[verdict.confidence];
  }
}
