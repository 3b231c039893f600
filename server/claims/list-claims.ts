import type { ListPhrase } from '../../grammar/claims/phrase.ts';
import type { Range } from '../../grammar/syntax-tree.ts';
import type { ListClaim, Misnamed, Place } from './claim.ts';
import type { Candidate, SubjectIndex } from './subject.ts';

/** 人员经费…，主要包括：基本工资、津贴补贴…: undefined where the subject consists of no rows, or no item is one. */
export function listClaim<Base extends object>(
  phrase: ListPhrase,
  candidate: Candidate,
  index: SubjectIndex,
  base: Base,
  misnamed: (found: Misnamed) => void,
): (ListClaim & Base) | undefined {
  if (!candidate.definition?.listed) return undefined;
  const named = phrase.items.map((item) => index.listItem(item.text, candidate));
  const taken = new Set(named.flatMap((place) => place?.code ?? []));
  const items = phrase.items.map((item, at) => {
    const range = { start: item.start, end: item.end } satisfies Range;
    const place = named[at];
    const near = place ? undefined : index.nearListItem(item.text, candidate, taken);
    if (near) misnamed({ ...near, ...range, where: 'list' });
    return { range, place: place ?? near?.place };
  });
  const table = items.find((item) => item.place)?.place?.table;
  if (!table) return undefined;
  const expected = index.listed(candidate).filter(hasMoney);
  return { kind: 'list', items, table, expected, open: phrase.open, ...base };
}

/** Whether a table prints an amount there that is not zero. */
export function hasMoney({ row, column }: Place): boolean {
  const reading = row?.cells[column.index]?.reading;
  return reading?.kind === 'figure' && reading.figure.units !== 0;
}
