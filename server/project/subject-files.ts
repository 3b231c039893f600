/**
 * The user's own subject tables (政府收支分类科目), such as the official book of a year, in the columns that the
 * built-in tables have. A table takes the place of the built-in one of each classification that it has rows for.
 */

import { parseSubjectRows } from '../subjects/rows.ts';
import { standardSubjectTables } from '../subjects/standard.ts';
import type { Classification, SubjectEntry } from '../subjects/subject.ts';
import {
  customSubjectTable,
  type SubjectTable,
  type SubjectTables,
} from '../subjects/subject-table.ts';
import type { ConfigurationProblem } from './configuration.ts';
import type { ConfigurationFiles } from './configuration-files.ts';
import { configurationMessages as say } from './configuration-messages.ts';

export interface SubjectFile {
  readonly path: string;
  /** Where the configuration names it. */
  readonly named: { readonly file: string; readonly line: number; readonly column: number };
}

export interface SubjectFiles {
  readonly tables: SubjectTables;
  readonly problems: readonly ConfigurationProblem[];
  /** Faulty rows, which were left out. */
  readonly notes: readonly ConfigurationProblem[];
}

// The classification of a code is its first digit's.
const classifications: Readonly<Record<string, Classification>> = {
  1: 'revenue',
  2: 'functional',
  3: 'economic-department',
  5: 'economic-government',
};

export async function readSubjectFiles(
  named: readonly SubjectFile[],
  files: ConfigurationFiles,
): Promise<SubjectFiles> {
  const problems: ConfigurationProblem[] = [];
  const notes: ConfigurationProblem[] = [];
  const rows = new Map<Classification, SubjectEntry[]>();
  for (const { path, named: place } of named) {
    const read = await files.read(path);
    if (read.kind !== 'text') {
      const reason = read.kind === 'failed' ? read.reason : 'binary';
      problems.push({ ...place, message: say.subjectFileUnreadable(path, reason) });
      continue;
    }
    const parsed = parseSubjectRows(read.text);
    for (const { line, message } of parsed.problems) {
      notes.push({ file: path, line, column: 1, message });
    }
    let used = 0;
    for (const row of parsed.rows) {
      const classification = classifications[row.code.charAt(0)];
      if (classification === undefined) continue;
      used++;
      const present = rows.get(classification);
      if (present === undefined) rows.set(classification, [row]);
      else present.push(row);
    }
    if (used === 0) problems.push({ ...place, message: say.noSubjects(path) });
  }
  const own: Partial<Record<Classification, SubjectTable>> = {};
  for (const [classification, entries] of rows) own[classification] = customSubjectTable(entries);
  return { tables: { ...standardSubjectTables, ...own }, problems, notes };
}
