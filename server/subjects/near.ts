/**
 * What may have been meant by a subject whose code and name do not go together. Both parts say something: a slip in the
 * code leaves the name and most digits right, a slip in the name leaves the code right.
 */
import { distance } from 'fastest-levenshtein';
import { normaliseSubjectName } from './name.ts';
import { classOf, levelOf, parentOf, type SubjectEntry } from './subject.ts';
import { standingOf } from './years.ts';

/** Share of a name's characters that may differ where the code speaks for the subject as well (same parent, one slip). */
const looseGap = 0.5;
/** Share of a name's characters that may differ where little else speaks for the subject (same 类). */
const tightGap = 1 / 3;

/**
 * Why an entry is offered, best reason first:
 *
 * 1. the code as printed, under its official name;
 * 2. the name as printed, under the same parent;
 * 3. the name as printed, one slip of the code away or under a neighbour of the parent (its number next to it, or one
 *    digit off);
 * 4. a like name, one slip of the code away or under the same parent;
 * 5. a like name in the same 类;
 * 6. the name as printed, anywhere, if the list has it only once;
 * 7. without any of these: one slip of the code away, under the same parent;
 * 8. and, where no name is printed, under another parent.
 */
type Reason = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

interface Candidate {
  readonly entry: SubjectEntry;
  readonly reason: Reason;
  readonly gap: number;
  readonly slips: number;
}

/** The best of the entries in force in a year, at most `limit`. Deterministic; linear in the number of entries. */
export function nearMatches(
  entries: readonly SubjectEntry[],
  printedCode: string,
  printedName: string | undefined,
  year: number,
  limit: number,
): readonly SubjectEntry[] {
  const code = normaliseSubjectName(printedCode);
  const name = normaliseSubjectName(printedName ?? '');
  const printed: Printed = { code, name, level: levelOf(code), parent: parentOf(code) };
  const candidates: Candidate[] = [];
  for (const entry of entries) {
    const candidate = weigh(entry, printed);
    if (candidate !== undefined && standingOf(entry, year) === 'in-force') {
      candidates.push(candidate);
    }
  }
  const nameRecurs = candidates.filter(({ gap }) => gap === 0).length > 1;
  const offered = candidates.filter(({ reason }) => reason < 6 || (reason === 6 && !nameRecurs));
  const fallback = candidates.filter(({ reason }) => reason > 6);
  return (offered.length > 0 ? offered : fallback)
    .sort(
      (a, b) =>
        a.reason - b.reason ||
        a.gap - b.gap ||
        a.slips - b.slips ||
        compareText(a.entry.code, b.entry.code) ||
        compareText(a.entry.name, b.entry.name),
    )
    .slice(0, Math.max(0, limit))
    .map(({ entry }) => entry);
}

interface Printed {
  readonly code: string;
  /** Empty: unknown. */
  readonly name: string;
  readonly level: SubjectEntry['level'] | undefined;
  readonly parent: string | undefined;
}

/** How near an entry is; undefined: not near. Most entries are dismissed before their names are measured. */
function weigh(entry: SubjectEntry, printed: Printed): Candidate | undefined {
  if (printed.level !== undefined && entry.level !== printed.level) return undefined;
  const slips = codeSlips(printed.code, entry.code);
  const related =
    slips < 2 || printed.level === '类' || classOf(entry.code) === classOf(printed.code);
  if (!related && !sameName(entry.name, printed.name)) return undefined;
  const gap = nameGap(entry.name, printed.name);
  const reason = slips === 0 ? 1 : reasonFor(entry, printed, slips, gap);
  return reason === undefined ? undefined : { entry, reason, gap, slips };
}

function reasonFor(
  entry: SubjectEntry,
  printed: Printed,
  slips: number,
  gap: number,
): Reason | undefined {
  const parent = parentOf(entry.code);
  const sameParent = printed.level !== undefined && parent === printed.parent;
  if (gap === 0) {
    if (sameParent) return 2;
    return slips === 1 || areNeighbours(parent, printed.parent) ? 3 : 6;
  }
  if (gap <= looseGap && (slips === 1 || sameParent)) return 4;
  if (gap <= tightGap && classOf(entry.code) === classOf(printed.code)) return 5;
  if (slips !== 1) return undefined;
  return sameParent ? 7 : printed.name === '' ? 8 : undefined;
}

function areNeighbours(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return Math.abs(Number(a) - Number(b)) === 1 || codeSlips(a, b) <= 1;
}

/**
 * Slips of the hand between two codes: wrong digits, or two neighbouring digits swapped, one digit dropped or one too
 * many, each of which counts as one. More than one counts as two.
 */
function codeSlips(a: string, b: string): 0 | 1 | 2 {
  if (a === b) return 0;
  let at = 0;
  while (a.charCodeAt(at) === b.charCodeAt(at)) at++;
  if (a.length !== b.length) {
    const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
    return longer.length === shorter.length + 1 && longer.endsWith(shorter.slice(at)) ? 1 : 2;
  }
  if (a.endsWith(b.slice(at + 1))) return 1;
  const swapped = a[at] === b[at + 1] && a[at + 1] === b[at];
  return swapped && a.endsWith(b.slice(at + 2)) ? 1 : 2;
}

/** Official names are written as names are compared, except for their quotation marks. */
function sameName(official: string, printed: string): boolean {
  if (official === printed) return true;
  return official.includes('“') && normaliseSubjectName(official) === printed;
}

/** Share of the characters that differ, from 0 (the same) to 1. Names too unlike in length are not measured. */
function nameGap(official: string, printed: string): number {
  if (sameName(official, printed)) return 0;
  const longer = Math.max(official.length, printed.length);
  if (Math.abs(official.length - printed.length) > longer * looseGap) return 1;
  return distance(official, printed) / longer;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
