import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable, sourceRows } from '../../build/subjects.ts';
import { gravityOf } from '../../server/subjects/gravity.ts';
import { normaliseSubjectName, sameSubject } from '../../server/subjects/name.ts';
import { parseSubjectRows } from '../../server/subjects/rows.ts';
import { subjectTable } from '../../server/subjects/standard.ts';
import type { Classification } from '../../server/subjects/subject.ts';
import { customSubjectTable } from '../../server/subjects/subject-table.ts';
import { compareSubjectName } from '../../server/subjects/verdict.ts';
import { standingOf } from '../../server/subjects/years.ts';

const classification = fc.constantFrom<Classification>(
  'functional',
  'economic-department',
  'economic-government',
  'revenue',
);
const year = fc.integer({ min: 2010, max: 2030 });
const entry = classification.chain((name) =>
  fc.constantFrom(...sourceRows(name)).map((row) => ({ table: subjectTable(name), row })),
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'行政单位医疗公务员（）()类款项支出 \u3000⼈“"') }),
  entry.map(({ row }) => row.name),
);
const anyCode = fc.oneof(
  fc.string(),
  fc.stringMatching(/^[0-9]{0,9}$/),
  fc.stringMatching(/^2[0-3][0-9]{1,5}$/),
  entry.map(({ row }) => row.code),
);

test('normalising is done once', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = normaliseSubjectName(text);
      expect(normaliseSubjectName(once)).toBe(once);
    }),
  );
});

test('white space and brackets never make another name', () => {
  fc.assert(
    fc.property(entry, fc.infiniteStream(fc.constantFrom('', ' ', '\u3000')), ({ row }, blanks) => {
      const printed = [...row.name.replaceAll('（', '(').replaceAll('）', ')')]
        .map((character) => character + blanks.next().value)
        .join('');
      expect(normaliseSubjectName(printed)).toBe(normaliseSubjectName(row.name));
      expect(sameSubject(printed, row.name)).toBe(true);
    }),
  );
});

test('being the same subject is mutual, and a text is the same as itself', () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      expect(sameSubject(a, b)).toBe(sameSubject(b, a));
      expect(sameSubject(a, a)).toBe(true);
    }),
  );
});

test('every entry is found by its code, its name and its parent', () => {
  fc.assert(
    fc.property(entry, year, ({ table, row }, anyYear) => {
      expect(table.entries(row.code)).toContainEqual(row);
      expect(table.byName(row.name)).toContainEqual(row);
      const inForce = standingOf(row, anyYear) === 'in-force';
      expect(table.namesOf(row.code, anyYear).some(({ name }) => name === row.name)).toBe(inForce);
      const parent = row.level === '类' ? '' : row.code.slice(0, -2);
      const siblings = table.children(parent, anyYear);
      const listed = siblings.some(({ code, name }) => code === row.code && name === row.name);
      expect(listed).toBe(inForce);
    }),
  );
});

test('an entry in force agrees, and is its own nearest match', () => {
  fc.assert(
    fc.property(entry, year, ({ table, row }, anyYear) => {
      fc.pre(standingOf(row, anyYear) === 'in-force');
      expect(compareSubjectName(row.name, row.code, anyYear, table).kind).toBe('agrees');
      expect(table.nearCodes(row.code, row.name, anyYear)[0]).toEqual(row);
    }),
  );
});

test('years speak no louder than they may', () => {
  fc.assert(
    fc.property(entry, year, ({ table, row }, anyYear) => {
      const standing = standingOf(row, anyYear);
      const gravity = gravityOf(compareSubjectName(row.name, row.code, anyYear, table));
      if (standing === 'in-force' || standing === 'near-boundary') expect(gravity).toBe('off');
      if (standing === 'unsure') expect(gravity).not.toBe('warning');
      expect(gravity).not.toBe('error');
    }),
  );
});

test('near matches and verdicts never throw and depend on their arguments only', () => {
  fc.assert(
    fc.property(classification, anyCode, anyText, year, (name, code, text, anyYear) => {
      const table = subjectTable(name);
      const near = table.nearCodes(code, text, anyYear, 5);
      expect(near.length).toBeLessThanOrEqual(5);
      expect(near.every((found) => standingOf(found, anyYear) === 'in-force')).toBe(true);
      const verdict = compareSubjectName(text, code, anyYear, table);
      const again = customSubjectTable([...sourceRows(name)].reverse());
      expect(again.nearCodes(code, text, anyYear, 5)).toEqual(near);
      expect(again.nearCodes(code, undefined, anyYear)).toEqual(
        table.nearCodes(code, undefined, anyYear),
      );
      expect(compareSubjectName(text, code, anyYear, table)).toEqual(verdict);
    }),
  );
});

test('any text can be read as a table of subjects', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyText, { maxLength: 9 }), { maxLength: 20 }), (cells) => {
      const text = `code\tname\n${cells.map((line) => line.join('\t')).join('\n')}`;
      const { rows, problems } = parseSubjectRows(text);
      expect(rows.every(({ name, code }) => name !== '' && /^\d+$/.test(code))).toBe(true);
      expect([...problems].sort((a, b) => a.line - b.line)).toEqual(problems);
    }),
  );
});

test('the working list is a table that a user could have brought', () => {
  const rows = readTable('functional');
  const columns = ['code', 'name', 'confidence', 'evidence', 'last_year', 'first_year'];
  const lines = rows.map((row) =>
    [row.code, row.name, row.confidence, row.evidence, row.lastYear, row.firstYear].join('\t'),
  );
  const read = parseSubjectRows([columns.join('\t'), ...lines].join('\r\n'));
  expect(read.problems).toEqual([]);
  expect(read.rows.map(({ code, name }) => code + name)).toEqual(
    rows.map(({ code, name }) => code + name),
  );
});
