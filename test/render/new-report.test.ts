/** The report that a new one begins as. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import { profiles } from '../../server/forms/profiles.ts';
import { newReport } from '../../server/render/new-report.ts';

describe.each(profiles)('a new report of $name', (profile) => {
  const name = '示例市𠮷档案馆';
  const text = newReport({ kind: '单位决算', name, year: 2024, profile });
  const { tree, report, findings, profile: read } = analyse({ text });

  test('says what it is', () => {
    const { header } = report;
    expect(header.kind?.value).toBe('单位决算');
    expect(header.name?.value).toBe(name);
    expect(header.year).toBe(2024);
    expect(read.name).toBe(profile.name);
  });

  test('has every form once, in the second part', () => {
    expect(report.tables.map(({ form }) => form?.key)).toEqual(profile.forms.map(({ key }) => key));
    expect(
      new Set(report.tables.map(({ syntax }) => tree.headings[syntax.heading]?.title.value)),
    ).toEqual(new Set(['第二部分 2024年度单位决算表']));
  });

  test('has every section of the explanation in the third part, in order', () => {
    const titles = tree.headings.map(({ title }) => title.value);
    const third = titles.indexOf('第三部分 2024年度单位决算情况说明');
    const fourth = titles.findIndex((title) => title.startsWith('第四部分'));
    const numbers = titles.slice(third + 1, fourth).map((title) => title.split('、')[0]);
    expect(numbers).toEqual([...'一二三四五六七八九十', '十一', '十二', '十三']);
  });

  test('has no errors and no warnings while it is blank', () => {
    const loud = findings.filter(({ level }) => level !== 'info');
    expect(loud.map(({ rule, message }) => `${rule} ${message.zh}`)).toEqual([]);
  });
});

test('a unit does not speak of itself as of a department, nor a department as of a unit', () => {
  for (const profile of profiles) {
    const of = (kind: '部门决算' | '单位决算') =>
      newReport({ kind, name: '青禾县档案馆', year: 2024, profile });
    expect(of('单位决算')).not.toMatch(/部门决算|部门职责|我部门/);
    expect(of('部门决算')).not.toMatch(/单位决算|单位职责|我单位/);
  }
});

test('a name cannot break out of its line', () => {
  const [profile] = profiles;
  if (profile === undefined) throw new Error('there is no profile');
  const text = newReport({ kind: '部门决算', name: '甲\n年度：1999', year: 2024, profile });
  expect(analyse({ text }).report.header.year).toBe(2024);
});
