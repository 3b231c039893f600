/**
 * Look-up in one classification. A table is pure and never changes; what it indexes, it indexes at the first question.
 */
import { normaliseSubjectName } from './name.ts';
import { nearMatches } from './near.ts';
import { groupBy, listedRows, type RowSource } from './row-source.ts';
import type { Classification, SubjectEntry } from './subject.ts';
import { standingOf } from './years.ts';

export interface SubjectTable {
  /** All names of a code, of any year, in the order of the table. Empty for a code that is not in the list. */
  entries(code: string): readonly SubjectEntry[];
  /** The names that a code may have in a fiscal year: none, one, or (about 20 codes) two. */
  namesOf(code: string, year: number): readonly SubjectEntry[];
  /**
   * Entries of any year with this name, compared as `normaliseSubjectName` does; with `parent`, only those directly
   * below that code (all 类 for an empty one), which is much cheaper. Many names recur under many parents (行政运行, 事业运行): a name alone never gives a code.
   */
  byName(name: string, options?: { readonly parent?: string }): readonly SubjectEntry[];
  /**
   * What may have been meant by a code and a name of which at least one is wrong, best first, at most `limit`
   * (default 3). Never throws, whatever the arguments. The order depends on the arguments only.
   */
  nearCodes(
    code: string,
    name: string | undefined,
    year: number,
    limit?: number,
  ): readonly SubjectEntry[];
  /** Subjects directly below a code in a fiscal year, by code; all 类 for an empty code. */
  children(code: string, year: number): readonly SubjectEntry[];
  /**
   * Whether the list goes below this code at all, in any year. Where it does not, a subject that is not in the list is
   * no news: the working list has no 项 of the revenue classification, nor of some 款 that departments never print.
   */
  reachesBelow(code: string): boolean;
}

/** One table for each classification: the program's own, or the user's in its place. */
export type SubjectTables = Readonly<Record<Classification, SubjectTable>>;

const none: readonly SubjectEntry[] = [];

/** A table over rows; an index of their names is made when it is asked for. */
export function createSubjectTable(source: RowSource): SubjectTable {
  let names: ReadonlyMap<string, readonly SubjectEntry[]> | undefined;
  const byParent = new Map<string, ReadonlyMap<string, readonly SubjectEntry[]>>();
  const namesBelow = (parent: string): ReadonlyMap<string, readonly SubjectEntry[]> => {
    let found = byParent.get(parent);
    if (found === undefined) {
      found = groupBy(source.below(parent), (row) => normaliseSubjectName(row.name));
      // Codes with nothing below are not kept: there is no end of them.
      if (found.size > 0) byParent.set(parent, found);
    }
    return found;
  };
  return {
    entries: (code) => source.at(code),
    namesOf: (code, year) => inForce(source.at(code), year),
    byName: (name, options) => {
      const wanted = normaliseSubjectName(name);
      const parent = options?.parent;
      if (parent !== undefined) {
        return namesBelow(parent).get(wanted) ?? none;
      }
      names ??= groupBy(source.all(), (row) => normaliseSubjectName(row.name));
      return names.get(wanted) ?? none;
    },
    nearCodes: (code, name, year, limit = 3) => nearMatches(source.all(), code, name, year, limit),
    children: (code, year) => inForce(source.below(code), year),
    reachesBelow: (code) => source.below(code).length > 0,
  };
}

/**
 * A table of the user's own rows, such as the official book of a year as `parseSubjectRows` reads it. It takes the place
 * of the working list of its classification.
 */
export function customSubjectTable(rows: readonly SubjectEntry[]): SubjectTable {
  return createSubjectTable(listedRows(rows));
}

function inForce(rows: readonly SubjectEntry[], year: number): readonly SubjectEntry[] {
  return rows.filter((row) => standingOf(row, year) === 'in-force');
}
