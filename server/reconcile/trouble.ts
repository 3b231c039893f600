/** Why an expression has no value. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Localised } from '../report/identifiers.ts';

/**
 * - `reference`, `name`, `cycle`, `unit`, `division`, `rows`, `size`: its author must put it right.
 * - `absent`: a table or another report is not at hand: nothing is said.
 * - `blank`, `unreadable`: a place prints nothing, or nothing readable: nothing is said here, a rule of its own may.
 * - `asked`: a `=` has no value; that is said where it stands.
 * - `childless`: the row has no subjects below it, or a share is one of nothing: there is nothing to say.
 */
export type TroubleKind =
  | 'reference'
  | 'name'
  | 'cycle'
  | 'unit'
  | 'division'
  | 'rows'
  | 'size'
  | 'absent'
  | 'blank'
  | 'asked'
  | 'childless'
  | 'unreadable';

export interface Trouble extends Range {
  readonly trouble: TroubleKind;
  readonly message: Localised;
}

export function trouble(kind: TroubleKind, range: Range, zh: string, en: string): Trouble {
  return { trouble: kind, start: range.start, end: range.end, message: { zh, en } };
}

export function isTrouble(value: object): value is Trouble {
  return 'trouble' in value;
}

/** Whether the author has to change the expression. */
export function isFault({ trouble }: Trouble): boolean {
  return !['absent', 'asked', 'blank', 'unreadable', 'childless'].includes(trouble);
}
