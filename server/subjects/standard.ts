/** The tables that come with the program. */
import { economicDepartmentRows } from './generated/economic-department.ts';
import { economicGovernmentRows } from './generated/economic-government.ts';
import { functionalRows } from './generated/functional.ts';
import { revenueRows } from './generated/revenue.ts';
import { packedRows } from './row-source.ts';
import type { Classification } from './subject.ts';
import { createSubjectTable, type SubjectTable, type SubjectTables } from './subject-table.ts';

/** The working lists. Nothing is unpacked before it is asked for. */
export const standardSubjectTables: SubjectTables = {
  functional: createSubjectTable(packedRows(functionalRows)),
  'economic-department': createSubjectTable(packedRows(economicDepartmentRows)),
  'economic-government': createSubjectTable(packedRows(economicGovernmentRows)),
  revenue: createSubjectTable(packedRows(revenueRows)),
};

/** The working list of a classification. */
export function subjectTable(classification: Classification): SubjectTable {
  return standardSubjectTables[classification];
}
