import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formerNames, readTable, sourceRows, subjects } from '../../build/subjects.ts';
import { packRows, unpackLine } from '../../server/subjects/packing.ts';
import { packedRows } from '../../server/subjects/row-source.ts';
import { subjectTable } from '../../server/subjects/standard.ts';
import {
  type Classification,
  levelOf,
  parentOf,
  type SubjectEntry,
} from '../../server/subjects/subject.ts';

const root = resolve(import.meta.dirname, '../..');
const classifications: readonly Classification[] = [
  'functional',
  'economic-department',
  'economic-government',
  'revenue',
];
const everyRow = classifications.flatMap((classification) =>
  readTable(classification).map((row) => ({ classification, row })),
);

const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');
const keyOf = ({ code, name }: SubjectEntry): string => `${code} ${name}`;

describe.each(classifications)('the table %s', (classification) => {
  const rows = readTable(classification);

  test('has a code and name once', () => {
    expect(rows.map(keyOf).filter((key, at, keys) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('has the parent of every row', () => {
    const codes = new Set(rows.map(({ code }) => code));
    const orphans = rows.filter(({ code }) => {
      const parent = parentOf(code);
      return parent !== undefined && !codes.has(parent);
    });
    expect(orphans).toEqual([]);
  });

  test('is in the order of its codes, and its years are in order', () => {
    const codes = rows.map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    expect(rows.filter((row) => (row.firstYear ?? 0) > (row.lastYear ?? 9999))).toEqual([]);
    expect(rows.filter((row) => row.level !== levelOf(row.code))).toEqual([]);
  });

  test('loses no line and no cell on the way into the program', () => {
    const [heading = '', ...lines] = read(`server/subjects/data/${classification}.tsv`)
      .trimEnd()
      .split('\n');
    expect(heading).toBe(
      'code\tname\tlevel\tfirst_year\tlast_year\tbook\tevidence\tseen_year\tconfidence',
    );
    const former = formerNames().map(keyOf);
    const table = subjectTable(classification);
    const carried = [...new Set(rows.map(({ code }) => code))]
      .flatMap((code) => table.entries(code))
      .filter(
        (entry) => !former.includes(keyOf(entry)) || rows.some((r) => keyOf(r) === keyOf(entry)),
      )
      .map((entry) =>
        [
          entry.code,
          entry.name,
          entry.level,
          entry.firstYear ?? '',
          entry.lastYear ?? '',
          entry.book ?? '',
          entry.evidence,
          entry.seenYear ?? '',
          entry.confidence,
        ].join('\t'),
      );
    expect(carried).toEqual(lines);
  });

  test('is the one that the program carries', () => {
    const path = `server/subjects/generated/${classification}.ts`;
    expect(read(path)).toBe(subjects().get(path));
  });
});

test('the sizes that the data page states', () => {
  const page = read('server/subjects/data/README.md');
  for (const classification of classifications) {
    const count = readTable(classification).length.toLocaleString('en');
    expect(page).toContain(`| \`${classification}.tsv\` | ${count} |`);
  }
  const inUse = (level: string): number =>
    new Set(
      readTable('functional')
        .filter((row) => row.level === level)
        .flatMap((row) => subjectTable('functional').namesOf(row.code, 2023))
        .map(({ code }) => code),
    ).size;
  expect([inUse('款'), inUse('项')]).toEqual([267, 1350]);
});

describe('former names', () => {
  test('known only from the list of changes are in the functional table', () => {
    const entries = subjectTable('functional').entries('207');
    expect(entries.map(({ name, lastYear }) => [name, lastYear])).toEqual([
      ['文化体育与传媒支出', 2018],
      ['文化旅游体育与传媒支出', undefined],
    ]);
    expect(subjectTable('functional').entries('20115')[0]?.name).toBe('工商行政管理事务');
  });

  test('do not displace what the table itself says', () => {
    const [entry, ...others] = subjectTable('functional').entries('2010308');
    expect(entry).toMatchObject({ name: '信访事务', lastYear: 2023, evidence: 'document' });
    expect(others).toEqual([]);
  });

  test('stay out of the other tables', () => {
    expect(sourceRows('economic-department')).toEqual(readTable('economic-department'));
    expect(sourceRows('revenue')).toEqual(readTable('revenue'));
  });
});

describe('packing', () => {
  test('each row comes back as it is', () => {
    for (const { row } of everyRow) expect(unpackLine(packRows([row]))).toEqual(row);
  });

  test('a row that would not come back is refused', () => {
    const row = everyRow[0]?.row as SubjectEntry;
    expect(() => packRows([{ ...row, book: '某某预算' }])).toThrow();
    expect(() => packRows([{ ...row, name: '甲|乙' }])).toThrow();
    expect(() => packRows([{ ...row, name: '7号' }])).toThrow();
  });

  test('rows in disorder are refused', () => {
    const rows = readTable('revenue');
    expect(() => packRows([...rows].reverse())).toThrow();
  });

  test('an empty table is a table', () => {
    const source = packedRows(packRows([]));
    expect([source.all(), source.at('201'), source.below(''), source.below('201')]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});
