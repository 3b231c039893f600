/** The identities that the cells of a report stand in, and their words: formula, numbers put in, verdict. */
import type { Analysis } from '../analysis.ts';
import type { Constraint, Outcome, Term, Verdict } from '../reconcile/constraint.ts';
import type { Cell } from '../report/model.ts';
import { formulaOf, identityOf, measures, placeOfOutcome, shown } from '../rules/identity-words.ts';
import type { Say } from './messages.ts';

/** Judged identities and assertions by the cells of this report that they speak of. */
export function identitiesOf(analysis: Analysis): ReadonlyMap<Cell, readonly Outcome[]> {
  let found = known.get(analysis);
  if (found === undefined) {
    found = read(analysis.outcomes);
    known.set(analysis, found);
  }
  return found;
}

const known = new WeakMap<Analysis, ReadonlyMap<Cell, readonly Outcome[]>>();

function read(outcomes: readonly Outcome[]): ReadonlyMap<Cell, readonly Outcome[]> {
  const found = new Map<Cell, Outcome[]>();
  for (const outcome of outcomes) {
    for (const { cell, report } of termsOf(outcome.constraint)) {
      if (cell === undefined || report !== undefined) continue;
      const list = found.get(cell);
      if (list === undefined) found.set(cell, [outcome]);
      // A cell may stand on both sides of one identity.
      else if (list.at(-1) !== outcome) list.push(outcome);
    }
  }
  return found;
}

export function termsOf({ left, right }: Constraint): readonly Term[] {
  return [...left, ...right];
}

export type Standing = 'holds' | 'rounding' | 'broken' | 'unknown';

export function standingOf(verdict: Verdict): Standing {
  switch (verdict) {
    case 'exact':
      return 'holds';
    case 'broken':
    case 'unit-slip':
      return 'broken';
    case 'unknown':
      return 'unknown';
    default:
      return 'rounding';
  }
}

const marks: Readonly<Record<Standing, string>> = {
  holds: '✓',
  rounding: '≈',
  broken: '✗',
  unknown: '?',
};

const verdictKeys = {
  holds: 'identityHolds',
  rounding: 'identityRounding',
  broken: 'identityBroken',
  unknown: 'identityUnknown',
} as const;

export interface IdentityText {
  readonly mark: string;
  /** 公开03表[20126].基本支出 = 合计(公开03表[下级科目].基本支出) */
  readonly formula: string;
  /** 78.00 = 55.70 + 22.30 */
  readonly numbers: string;
  /** 相符; 不符：差 9.00，尾差至多 0.01 */
  readonly verdict: string;
  /** Of the profile's catalogue, or 核对. */
  readonly origin: string;
}

export function identityText(outcome: Outcome, say: Say): IdentityText {
  const { constraint } = outcome;
  const standing = standingOf(outcome.verdict);
  // As an author would write it: the value at the end of a message's formula is said by the numbers.
  const formula = formulaOf(outcome).replace(/ = -?[\d.]+$/, '');
  const place = placeOfOutcome(outcome) ?? constraint.left[0];
  const flipped =
    constraint.relation === '=' && place !== undefined && !constraint.left.includes(place);
  const [first, second] = flipped
    ? [constraint.right, constraint.left]
    : [constraint.left, constraint.right];
  const relation = standing === 'broken' && constraint.relation === '=' ? '≠' : constraint.relation;
  return {
    mark: marks[standing],
    formula,
    numbers: `${numbers(first)} ${relation} ${numbers(second)}`,
    verdict: say(verdictKeys[standing], measures(outcome)),
    origin: identityOf(outcome)?.id ?? '核对',
  };
}

/** More figures than this are counted, not listed. */
const MOST_NUMBERS = 12;

function numbers(terms: readonly Term[]): string {
  const printed = terms.filter(({ state }) => state !== 'zero');
  if (printed.length === 0) return '0';
  const listed = printed.slice(0, MOST_NUMBERS).map((term, at) => {
    const sign = term.coefficient < 0 ? (at === 0 ? '-' : ' - ') : at === 0 ? '' : ' + ';
    const factor = Math.abs(term.coefficient) === 1 ? '' : `${Math.abs(term.coefficient)} × `;
    const value = term.state === 'unreadable' ? (term.cell?.text.trim() ?? '') : amountOf(term);
    return sign + factor + value;
  });
  if (printed.length > MOST_NUMBERS) listed.push(` + … (${printed.length})`);
  return listed.join('');
}

function amountOf(term: Term): string {
  return shown(term.units, term.exponent, term);
}

/** How many identities hold, and how many do not, among those that say something. */
export function tally(outcomes: Iterable<Outcome>): {
  readonly holding: number;
  readonly broken: number;
} {
  let [holding, broken] = [0, 0];
  for (const { verdict } of outcomes) {
    const standing = standingOf(verdict);
    if (standing === 'broken') broken += 1;
    else if (standing !== 'unknown') holding += 1;
  }
  return { holding, broken };
}
