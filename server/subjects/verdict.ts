/**
 * Judges a printed code and name by the list of a fiscal year, as far as the list is sure of itself and no further.
 */
import { normaliseSubjectName } from './name.ts';
import { type Confidence, classOf, levelOf, parentOf, type SubjectEntry } from './subject.ts';
import type { SubjectTable } from './subject-table.ts';
import { type Standing, standingOf } from './years.ts';

export type SubjectVerdict =
  /** The code has this name, in this year or so near to its years that nothing can be said against it. */
  | { readonly kind: 'agrees'; readonly entry: SubjectEntry; readonly standing: Standing }
  /** The list says nothing: see `UndecidedReason`. */
  | { readonly kind: 'undecided'; readonly reason: UndecidedReason }
  /** Not 3, 5 or 7 digits (economic: 3 or 5). Certain. */
  | { readonly kind: 'malformed-code'; readonly near: readonly SubjectEntry[] }
  /** The code's 类 does not exist in any year. Certain. */
  | {
      readonly kind: 'no-such-class';
      readonly classCode: string;
      readonly near: readonly SubjectEntry[];
    }
  /** The code is not in the list. The list is not the official book: never an error. */
  | { readonly kind: 'unknown-code'; readonly near: readonly SubjectEntry[] }
  /** The code has other names in this year. */
  | {
      readonly kind: 'name-differs';
      /** The names that the code may have in the year; never empty. */
      readonly expected: readonly SubjectEntry[];
      readonly confidence: Confidence;
    }
  /** The subject, or its name as printed, belongs to other years. */
  | {
      readonly kind: 'year-conflict';
      readonly entry: SubjectEntry;
      readonly boundary: 'not-yet' | 'no-longer';
      /** The names that the code may have in the year; empty where the code itself is not in use. */
      readonly expected: readonly SubjectEntry[];
      readonly confidence: Confidence;
    };

/**
 * - `no-name`: the code is in use, and no name is printed that could be compared.
 * - `beyond-list`: the list has nothing at all below the code's parent.
 * - `years-unsure`: the list knows the code in other years only, and is not sure of them.
 */
export type UndecidedReason = 'no-name' | 'beyond-list' | 'years-unsure';

/**
 * Compares a code and the name printed beside it in a table with the list. Names are compared strictly but for white
 * space and width (`normaliseSubjectName`); for running text, which shortens names, see `sameSubject`. Where the code is
 * in the list, `SubjectTable.nearCodes` tells whether the name belongs to a neighbour, so that the code may be the slip.
 *
 * @param printed name as printed; may be empty
 * @param code code as printed, without white space
 * @param year fiscal year whose classification applies
 */
export function compareSubjectName(
  printed: string,
  code: string,
  year: number,
  table: SubjectTable,
): SubjectVerdict {
  const near = (): readonly SubjectEntry[] => table.nearCodes(code, printed, year);
  if (levelOf(code) === undefined) return { kind: 'malformed-code', near: near() };
  if (table.entries(classOf(code)).length === 0) {
    return { kind: 'no-such-class', classCode: classOf(code), near: near() };
  }
  const entries = table.entries(code);
  if (entries.length === 0) {
    const parent = parentOf(code) ?? '';
    return table.entries(parent).length > 0 && !table.reachesBelow(parent)
      ? { kind: 'undecided', reason: 'beyond-list' }
      : { kind: 'unknown-code', near: near() };
  }
  return judgeName(normaliseSubjectName(printed), entries, year);
}

function judgeName(name: string, entries: readonly SubjectEntry[], year: number): SubjectVerdict {
  const expected = entries.filter((entry) => standingOf(entry, year) === 'in-force');
  const own = entries.find((entry) => normaliseSubjectName(entry.name) === name);
  if (own !== undefined) {
    const standing = standingOf(own, year);
    if (standing === 'outside') return yearConflict(own, year, expected);
    if (standing === 'unsure' && expected.length > 0) {
      const confidence = weaker(own.confidence, strongest(expected));
      return { kind: 'name-differs', expected, confidence };
    }
    return { kind: 'agrees', entry: own, standing };
  }
  if (expected.length > 0) {
    return name === ''
      ? { kind: 'undecided', reason: 'no-name' }
      : { kind: 'name-differs', expected, confidence: strongest(expected) };
  }
  const nearest = entries.find((entry) => standingOf(entry, year) !== 'outside') ?? entries.at(-1);
  return nearest !== undefined && standingOf(nearest, year) === 'outside'
    ? yearConflict(nearest, year, expected)
    : { kind: 'undecided', reason: 'years-unsure' };
}

function yearConflict(
  entry: SubjectEntry,
  year: number,
  expected: readonly SubjectEntry[],
): SubjectVerdict {
  const boundary = entry.lastYear !== undefined && year > entry.lastYear ? 'no-longer' : 'not-yet';
  return { kind: 'year-conflict', entry, boundary, expected, confidence: entry.confidence };
}

const strength: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

function weaker(a: Confidence, b: Confidence): Confidence {
  return strength[a] < strength[b] ? a : b;
}

/** One sure name is enough: a name that is none of the acceptable ones is in any case not that one. */
function strongest(entries: readonly SubjectEntry[]): Confidence {
  return entries.reduce<Confidence>(
    (best, { confidence }) => (strength[confidence] > strength[best] ? confidence : best),
    'low',
  );
}
