import { describe, expect, test } from 'vitest';
import { gravityOf } from '../../server/subjects/gravity.ts';
import { subjectTable } from '../../server/subjects/standard.ts';
import type { Confidence, SubjectEntry } from '../../server/subjects/subject.ts';
import { customSubjectTable } from '../../server/subjects/subject-table.ts';
import { compareSubjectName, type SubjectVerdict } from '../../server/subjects/verdict.ts';

const functional = subjectTable('functional');
const economic = subjectTable('economic-department');

function judge(code: string, name: string, year = 2023): SubjectVerdict {
  return compareSubjectName(name, code, year, code.startsWith('3') ? economic : functional);
}

function expected(verdict: SubjectVerdict): string[] | undefined {
  return 'expected' in verdict ? verdict.expected.map(({ name }) => name) : undefined;
}

describe('agrees', () => {
  test.each([
    ['208', '社会保障和就业支出'],
    ['20131', '党委办公厅（室）及相 关机构事务'],
    ['20103', '政府办公厅(室)及相关机构事务'],
    ['2101103', '公务员医疗补助'],
    ['30108', '机关事业单位基本养老保险缴费'],
    ['39908', '对民间非营利组织和群众性自治组织 补贴'],
    // Both names of a code that may have two.
    ['21112', '可再生能源'],
    ['21112', '清洁能源'],
  ])('%s %s', (code, name) => {
    const verdict = judge(code, name);
    expect(verdict).toMatchObject({ kind: 'agrees', standing: 'in-force', entry: { code } });
    expect(gravityOf(verdict)).toBe('off');
  });
});

describe('a name that differs', () => {
  test.each([
    ['2101103', '公务员医疗保险', '公务员医疗补助'],
    ['20103', '政府办公厅（室）及机关机构事务', '政府办公厅（室）及相关机构事务'],
    ['30108', '机关事业单位基本养老保险费', '机关事业单位基本养老保险缴费'],
    ['30217', '公务招待费', '公务接待费'],
    ['30399', '对其他个人和家庭的补助支出', '其他对个人和家庭的补助'],
    // What text may shorten, a table may not.
    ['208', '社会保障和就业（类）支出', '社会保障和就业支出'],
  ])('from a sure row: %s %s', (code, name, official) => {
    const verdict = judge(code, name);
    expect(verdict).toMatchObject({ kind: 'name-differs', confidence: 'high' });
    expect(expected(verdict)).toEqual([official]);
    expect(gravityOf(verdict)).toBe('warning');
    expect(gravityOf(verdict, { rightNameElsewhere: true })).toBe('error');
  });

  test('from a medium row: a hint, also where the report has the right name elsewhere', () => {
    const verdict = judge('21017', '中医药管理', 2025);
    expect(verdict).toMatchObject({ kind: 'name-differs', confidence: 'medium' });
    expect(gravityOf(verdict)).toBe('info');
    expect(gravityOf(verdict, { rightNameElsewhere: true })).toBe('info');
  });

  test('from a row of low confidence: silence', () => {
    const verdict = judge('2210111', '配租型保障性住房');
    expect(verdict).toMatchObject({ kind: 'name-differs', confidence: 'low' });
    expect(gravityOf(verdict)).toBe('off');
  });

  test('from two rows weighs as much as the surer one', () => {
    const verdict = judge('21112', '新能源');
    expect(verdict).toMatchObject({ kind: 'name-differs', confidence: 'high' });
    expect(expected(verdict)).toEqual(['可再生能源', '清洁能源']);
  });

  test('because it is a former name whose end is not sure weighs as little as that end', () => {
    // 市场监管执法 ended in 2019 (medium); 市场秩序执法 is sure.
    expect(judge('2013805', '市场监管执法')).toMatchObject({
      kind: 'name-differs',
      confidence: 'medium',
    });
    // 律师公证管理 ended in 2019 (low).
    expect(gravityOf(judge('2040606', '律师公证管理'))).toBe('off');
  });
});

describe('a code that is not in the list', () => {
  test('is a warning with near matches, never an error', () => {
    const verdict = judge('2101104', '公务员医疗补助');
    expect(verdict.kind).toBe('unknown-code');
    expect('near' in verdict ? verdict.near[0] : undefined).toMatchObject({ code: '2101103' });
    expect(gravityOf(verdict, { rightNameElsewhere: true })).toBe('warning');
  });

  test('below an unknown parent too', () => {
    expect(judge('2085501', '行政运行').kind).toBe('unknown-code');
    expect(judge('20855', '某某事务').kind).toBe('unknown-code');
  });

  test('is no news where the list has nothing below its parent', () => {
    const beyond = { kind: 'undecided', reason: 'beyond-list' };
    expect(judge('2030101', '现役部队')).toEqual(beyond);
    const revenue = subjectTable('revenue');
    expect(compareSubjectName('国内增值税', '1010101', 2023, revenue)).toEqual(beyond);
    expect(gravityOf(judge('2030101', '现役部队'))).toBe('off');
  });
});

describe('certain faults', () => {
  test.each(['299', '29901', '2990101', '240', '999', '000'])('no such 类: %s', (code) => {
    const verdict = judge(code, '其他支出');
    expect(verdict).toMatchObject({ kind: 'no-such-class', classCode: code.slice(0, 3) });
    expect(gravityOf(verdict)).toBe('error');
  });

  test.each(['', '2', '2080', '208051', '20805050', '2O805', '3010101', '208.05'])(
    'malformed: %j',
    (code) => {
      const verdict = judge(code, '行政单位离退休');
      expect(verdict.kind).toBe('malformed-code');
      expect(gravityOf(verdict)).toBe('error');
    },
  );

  test('a malformed code is matched by its name', () => {
    const verdict = judge('208051', '行政单位离退休');
    expect('near' in verdict ? verdict.near[0]?.code : undefined).toBe('2080501');
  });
});

describe('years', () => {
  test('a name of other years conflicts, and the names of this year are given', () => {
    const verdict = judge('20805', '行政事业单位离退休', 2023);
    expect(verdict).toMatchObject({ kind: 'year-conflict', boundary: 'no-longer' });
    expect(expected(verdict)).toEqual(['行政事业单位养老支出']);
    expect(gravityOf(verdict)).toBe('warning');
    expect(judge('20805', '行政事业单位养老支出', 2017)).toMatchObject({
      kind: 'year-conflict',
      boundary: 'not-yet',
      expected: [{ name: '行政事业单位离退休' }],
    });
  });

  test('a code of other years conflicts whatever its name', () => {
    for (const name of ['未归口管理的行政单位离退休', '某某支出', '']) {
      const verdict = judge('2080504', name, 2023);
      expect(verdict).toMatchObject({ kind: 'year-conflict', expected: [] });
    }
    expect(judge('20138', '市场监督管理事务', 2016)).toMatchObject({ boundary: 'not-yet' });
    expect(judge('20115', '工商行政管理事务', 2023)).toMatchObject({ boundary: 'no-longer' });
  });

  test.each([
    // The first and the last year of a row, and one year beyond.
    ['20805', '行政事业单位离退休', 2020, 'near-boundary'],
    ['20805', '行政事业单位养老支出', 2019, 'near-boundary'],
    ['20139', '社会工作事务', 2023, 'near-boundary'],
    ['2010308', '信访事务', 2024, 'near-boundary'],
    ['39906', '赠与', 2023, 'in-force'],
    ['39906', '赠与', 2024, 'near-boundary'],
    ['207', '文化体育与传媒支出', 2018, 'in-force'],
  ])('nothing within one year of a boundary: %s %s in %i', (code, name, year, standing) => {
    expect(judge(code, name, year)).toMatchObject({ kind: 'agrees', standing });
  });

  test('a document outlives its row, but is only as sure as its row', () => {
    const verdict = judge('39906', '赠与', 2025);
    expect(verdict).toMatchObject({ kind: 'year-conflict', confidence: 'medium' });
    expect(gravityOf(verdict)).toBe('info');
  });

  test('nothing from a row that is neither sure nor documented', () => {
    expect(judge('2010704', '税务办案', 2023)).toMatchObject({
      kind: 'agrees',
      standing: 'unsure',
    });
    expect(judge('2010704', '别的名称', 2023)).toEqual({
      kind: 'undecided',
      reason: 'years-unsure',
    });
    expect(judge('20829', '别的名称', 2024)).toMatchObject({ kind: 'undecided' });
  });
});

test('a row without a name is judged by its code', () => {
  expect(judge('2080501', ' ')).toEqual({ kind: 'undecided', reason: 'no-name' });
  expect(judge('2089876', '').kind).toBe('unknown-code');
  expect(judge('299', '').kind).toBe('no-such-class');
});

test("the user's own table takes the place of the list", () => {
  const book = customSubjectTable([
    { code: '208', name: '社保支出', level: '类', evidence: 'document', confidence: 'high' },
  ]);
  expect(compareSubjectName('社保支出', '208', 2023, book).kind).toBe('agrees');
  expect(compareSubjectName('社会保障和就业支出', '208', 2023, book).kind).toBe('name-differs');
  expect(compareSubjectName('教育支出', '205', 2023, book).kind).toBe('no-such-class');
});

test('every finding of every confidence has its level', () => {
  const entry = functional.entries('208')[0] as SubjectEntry;
  const levels = (['high', 'medium', 'low'] as Confidence[]).map((confidence) => [
    gravityOf({ kind: 'name-differs', expected: [entry], confidence }),
    gravityOf({ kind: 'year-conflict', entry, boundary: 'not-yet', expected: [], confidence }),
  ]);
  expect(levels).toEqual([
    ['warning', 'warning'],
    ['info', 'info'],
    ['off', 'off'],
  ]);
});
