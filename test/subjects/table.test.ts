import { describe, expect, test } from 'vitest';
import { subjectTable } from '../../server/subjects/standard.ts';
import { levelOf, parentOf, type SubjectEntry } from '../../server/subjects/subject.ts';
import { customSubjectTable } from '../../server/subjects/subject-table.ts';
import { standingOf } from '../../server/subjects/years.ts';

const functional = subjectTable('functional');
const economic = subjectTable('economic-department');
const names = (entries: readonly SubjectEntry[]): string[] => entries.map(({ name }) => name);
const codes = (entries: readonly SubjectEntry[]): string[] => entries.map(({ code }) => code);

const row = (code: string, name: string, more: Partial<SubjectEntry> = {}): SubjectEntry => ({
  code,
  name,
  level: levelOf(code) ?? '类',
  evidence: 'document',
  confidence: 'high',
  ...more,
});

describe('codes', () => {
  test.each([
    ['208', '类', undefined],
    ['20805', '款', '208'],
    ['2080505', '项', '20805'],
    ['301', '类', undefined],
    ['30108', '款', '301'],
    ['3010801', undefined, undefined],
    ['5010101', undefined, undefined],
    ['20', undefined, undefined],
    ['2080', undefined, undefined],
    ['20805050', undefined, undefined],
    ['208０5', undefined, undefined],
    ['208 5', undefined, undefined],
    ['', undefined, undefined],
  ])('%j: level %s, parent %s', (code, level, parent) => {
    expect(levelOf(code)).toBe(level);
    expect(parentOf(code)).toBe(parent);
  });
});

describe('names of a code', () => {
  test('by fiscal year', () => {
    expect(names(functional.namesOf('2080501', 2019))).toEqual(['归口管理的行政单位离退休']);
    expect(names(functional.namesOf('2080501', 2020))).toEqual(['行政单位离退休']);
    expect(names(functional.namesOf('2080501', 2023))).toEqual(['行政单位离退休']);
    expect(names(functional.entries('2080501'))).toEqual([
      '归口管理的行政单位离退休',
      '行政单位离退休',
    ]);
  });

  test('two where two are acceptable', () => {
    expect(names(functional.namesOf('2130153', 2023))).toEqual(['农田建设', '耕地建设与利用']);
    expect(names(functional.namesOf('2296011', 2023))).toEqual([
      '用于扶贫的彩票公益金支出',
      '用于巩固脱贫攻坚成果衔接乡村振兴的彩票公益金支出',
    ]);
  });

  test('none for a code that ended, has not begun, or is unknown', () => {
    expect(functional.namesOf('2010704', 2023)).toEqual([]);
    expect(functional.namesOf('20139', 2023)).toEqual([]);
    expect(functional.namesOf('2089876', 2023)).toEqual([]);
    expect(functional.entries('2089876')).toEqual([]);
    expect(functional.entries('')).toEqual([]);
    expect(functional.entries('__proto__')).toEqual([]);
  });

  test('a document of a year proves that year against the years of its row', () => {
    const [entry] = economic.entries('39906');
    expect(entry).toMatchObject({ lastYear: 2022, seenYear: 2023 });
    expect(names(economic.namesOf('39906', 2023))).toEqual(['赠与']);
  });
});

describe('children', () => {
  test('of a code, in a year, by code', () => {
    expect(codes(functional.children('21011', 2023))).toEqual([
      '2101101',
      '2101102',
      '2101103',
      '2101199',
    ]);
    expect(codes(functional.children('20805', 2019))).toContain('2080504');
    expect(codes(functional.children('20805', 2023))).not.toContain('2080504');
    expect(codes(economic.children('307', 2023))).toEqual(['30701', '30702', '30703', '30704']);
  });

  test('of nothing are the 类, of a 类 only its 款', () => {
    expect(codes(economic.children('', 2023))).toEqual([
      '301',
      '302',
      '303',
      '307',
      '309',
      '310',
      '311',
      '312',
      '313',
      '399',
    ]);
    expect(functional.children('208', 2023).every(({ code }) => code.length === 5)).toBe(true);
    expect(functional.children('2080501', 2023)).toEqual([]);
    expect(functional.children('2', 2023)).toEqual([]);
  });

  test('reaching below', () => {
    expect(functional.reachesBelow('20805')).toBe(true);
    expect(functional.reachesBelow('20301')).toBe(false);
    expect(subjectTable('revenue').reachesBelow('10301')).toBe(false);
  });
});

describe('by name', () => {
  test('a name that recurs gives many codes, with its parent one', () => {
    expect(functional.byName('行政运行').length).toBeGreaterThan(50);
    expect(codes(functional.byName('行政运行', { parent: '20103' }))).toEqual(['2010301']);
    expect(codes(functional.byName('行政运行', { parent: '201' }))).toEqual([]);
    expect(codes(functional.byName('其他支出'))).toEqual([
      '2020799',
      '21999',
      '229',
      '22999',
      '2299901',
      '2299999',
    ]);
    expect(codes(functional.byName('其他支出', { parent: '' }))).toEqual(['229']);
    expect(codes(functional.byName('其他支出', { parent: '229' }))).toEqual(['22999']);
  });

  test('whatever its white space and width', () => {
    expect(codes(functional.byName('政府办公厅(室)及 相关机构事务'))).toEqual(['20103']);
    expect(functional.byName('不存在的科目')).toEqual([]);
  });
});

describe("the user's own table", () => {
  const own = customSubjectTable([
    row('2080501', '行政单位离退休经费'),
    row('208', '社会保障和就业支出'),
    row('20805', '行政事业单位养老支出', { firstYear: 2020 }),
    row('20805', '行政事业单位离退休', { lastYear: 2019 }),
  ]);

  test('in any order gives the same look-ups', () => {
    expect(names(own.namesOf('20805', 2023))).toEqual(['行政事业单位养老支出']);
    expect(names(own.namesOf('20805', 2018))).toEqual(['行政事业单位离退休']);
    expect(codes(own.children('', 2023))).toEqual(['208']);
    expect(codes(own.children('20805', 2023))).toEqual(['2080501']);
    expect(codes(own.byName('行政单位离退休经费'))).toEqual(['2080501']);
    expect(codes(own.nearCodes('2080523', undefined, 2023))).toEqual([]);
    expect(codes(own.nearCodes('2080502', undefined, 2023))).toEqual(['2080501']);
  });

  test('knows nothing of the working list', () => {
    expect(own.entries('2010301')).toEqual([]);
  });

  test('may be empty', () => {
    const empty = customSubjectTable([]);
    expect(empty.entries('208')).toEqual([]);
    expect(empty.nearCodes('208', '教育支出', 2023)).toEqual([]);
  });
});

test('standing in a year', () => {
  const sure = row('20805', '甲', { firstYear: 2019, lastYear: 2021 });
  const years = [2017, 2018, 2019, 2021, 2022, 2023];
  expect(years.map((year) => standingOf(sure, year))).toEqual([
    'outside',
    'near-boundary',
    'in-force',
    'in-force',
    'near-boundary',
    'outside',
  ]);
  const unsure: SubjectEntry = { ...sure, evidence: 'unverified', confidence: 'medium' };
  expect(standingOf(unsure, 2023)).toBe('unsure');
  expect(standingOf({ ...unsure, confidence: 'high' }, 2023)).toBe('outside');
  expect(standingOf({ ...unsure, evidence: 'document' }, 2023)).toBe('outside');
  expect(standingOf(row('20805', '甲'), 1999)).toBe('in-force');
});
