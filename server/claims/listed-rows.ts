/** Rows that a list after 主要包括 names: the 款 of the classes that a subject consists of. */
import { subjectTable } from '../subjects/standard.ts';
import { type Candidates, placeOf } from './candidates.ts';
import type { Place } from './claim.ts';
import type { Candidate, NearItem } from './subject.ts';

/** Every printed row that the list may name. */
export function listedRows(candidates: Candidates, candidate: Candidate): readonly Place[] {
  const { column, classes } = listOf(candidates, candidate);
  if (!column) return [];
  return column.panel.rows
    .filter((row) => isGroupOf(row.code, classes))
    .map((row) => placeOf(column, row.code ?? '', undefined, undefined));
}

/** The row that one item of the list names; a place without row where the form does not print it. */
export function listItem(
  candidates: Candidates,
  words: string,
  candidate: Candidate,
): Place | undefined {
  const { column, classes, names } = listOf(candidates, candidate);
  if (!column || !names) return undefined;
  let text = words;
  for (let round = 0; round < 2; round += 1) {
    const found = names.named(text).filter(({ code }) => isGroupOf(code, classes));
    const [only, second] = found;
    if (only?.code !== undefined && !second) return placeOf(column, only.code, only, undefined);
    const official = unprintedItem(text, classes);
    if (official !== undefined) return placeOf(column, official, undefined, undefined);
    if (!text.endsWith('等')) break;
    text = text.slice(0, -1);
  }
  return undefined;
}

/** The one printed row that an item nearly names, and no other item does. */
export function nearListItem(
  candidates: Candidates,
  words: string,
  candidate: Candidate,
  taken: ReadonlySet<string>,
): NearItem | undefined {
  const { column, classes, names } = listOf(candidates, candidate);
  if (!column || !names) return undefined;
  let found: NearItem | undefined;
  for (const { code } of column.panel.rows) {
    if (code === undefined || taken.has(code) || !isGroupOf(code, classes)) continue;
    const near = names.slip(code, words, '款');
    if (!near) continue;
    if (found) return undefined;
    const place = placeOf(column, code, undefined, undefined);
    found = { ...near, code, table: column.table, place };
  }
  return found;
}

function unprintedItem(text: string, classes: readonly string[]): string | undefined {
  const table = subjectTable('economic-department');
  for (const parent of classes) {
    const entry = table.byName(text, { parent })[0];
    if (entry) return entry.code;
  }
  return undefined;
}

function listOf(candidates: Candidates, candidate: Candidate) {
  const listed = candidate.definition?.listed;
  const names = listed && candidates.namesOf(listed);
  return { column: names?.place, classes: listed?.classes ?? [], names };
}

function isGroupOf(code: string | undefined, classes: readonly string[]): boolean {
  return code?.length === 5 && classes.includes(code.slice(0, 3));
}
