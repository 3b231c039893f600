import { describe, expect, test } from 'vitest';
import { subjectTable } from '../../server/subjects/standard.ts';

const functional = subjectTable('functional');
const economic = subjectTable('economic-department');

function near(code: string, name?: string, year = 2023, limit?: number): string[] {
  const table = code.startsWith('3') ? economic : functional;
  return table.nearCodes(code, name, year, limit).map((entry) => `${entry.code} ${entry.name}`);
}

describe('the code is right', () => {
  test.each([
    ['2101103', '公务员医疗保险', '2101103 公务员医疗补助'],
    ['30108', '机关事业单位基本养老保险费', '30108 机关事业单位基本养老保险缴费'],
    ['20103', '政府办公厅（室）及机关机构事务', '20103 政府办公厅（室）及相关机构事务'],
    ['30217', '公务招待费', '30217 公务接待费'],
    ['30399', '对其他个人和家庭的补助支出', '30399 其他对个人和家庭的补助'],
    ['20805', '行政事业单位离退休', '20805 行政事业单位养老支出'],
  ])('%s %s', (code, name, first) => {
    expect(near(code, name)[0]).toBe(first);
  });
});

describe('the name is right', () => {
  test('and belongs to a sister', () => {
    expect(near('2101102', '公务员医疗补助')).toEqual([
      '2101102 事业单位医疗',
      '2101103 公务员医疗补助',
    ]);
  });

  test.each([
    // A digit wrong, two swapped, one dropped, one doubled.
    ['2080506', '机关事业单位基本养老保险缴费支出', '2080505 机关事业单位基本养老保险缴费支出'],
    ['2028001', '死亡抚恤', '2080801 死亡抚恤'],
    ['2208801', '死亡抚恤', '2080801 死亡抚恤'],
    ['208080', '死亡抚恤', '2080801 死亡抚恤'],
    ['20808801', '死亡抚恤', '2080801 死亡抚恤'],
    ['30127', '公务接待费', '30217 公务接待费'],
    // The catch-all 项 of a 款 moved from …01 to …99 in 2021.
    ['2299901', '其他支出', '2299999 其他支出'],
    // A unique name is worth offering from anywhere.
    ['2999999', '死亡抚恤', '2080801 死亡抚恤'],
    ['299', '教育支出', '205 教育支出'],
  ])('%s %s', (code, name, first) => {
    const found = near(code, name).filter((entry) => !entry.startsWith(`${code} `));
    expect(found[0]).toBe(first);
  });

  test('a name that recurs is offered under the same or a neighbouring parent only', () => {
    const found = near('2010361', '事业运行', 2023, 50);
    expect(found[0]).toBe('2010350 事业运行');
    expect(found).toContain('2010450 事业运行');
    expect(found.every((entry) => /^20[1-9]\d\d/.test(entry))).toBe(true);
    expect(found).not.toContain('2150550 事业运行');
    expect(near('2990101', '行政运行')).toEqual([]);
  });
});

describe('limits', () => {
  test('only names of the year are offered', () => {
    expect(near('2080501', '归口管理的行政单位离退休', 2017)[0]).toBe(
      '2080501 归口管理的行政单位离退休',
    );
    expect(near('2080502', '行政单位离退休', 2017)).not.toContain('2080501 行政单位离退休');
  });

  test('without a name, codes one slip away, sisters first', () => {
    const found = near('2101104', undefined, 2023, 50);
    expect(found.slice(0, 3)).toEqual([
      '2101101 行政单位医疗',
      '2101102 事业单位医疗',
      '2101103 公务员医疗补助',
    ]);
    expect(found).toContain('2101504 信息化建设');
    expect(near('2101104', '某某支出', 2023, 50)).toEqual(found.slice(0, 3));
  });

  test('by default three, else as asked', () => {
    expect(near('2010361', '事业运行')).toHaveLength(3);
    expect(near('2010361', '事业运行', 2023, 1)).toHaveLength(1);
    expect(near('2010361', '事业运行', 2023, 0)).toEqual([]);
    expect(near('2010361', '事业运行', 2023, -1)).toEqual([]);
    expect(near('2010361', '事业运行', 2023, Number.NaN)).toEqual([]);
  });

  test('a code and a name that are like nothing', () => {
    expect(near('', '')).toEqual([]);
    expect(near('公务', '接待')).toEqual([]);
    expect(near('9', 'x'.repeat(100_000))).toEqual([]);
  });
});
