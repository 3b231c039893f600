import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import { henan } from '../../server/forms/profiles.ts';
import { mentionedForm } from '../../server/report/vocabulary.ts';
import { reportOf } from './build.ts';

const form = (name: string): string | undefined => {
  const { byName, byNumber } = mentionedForm(henan, name);
  return (byName ?? byNumber)?.number;
};

describe('the form that a title names', () => {
  it.each([
    ['收入支出决算总表', '公开01表'],
    ['表一 收入支出决算总表', '公开01表'],
    ['表五 一般公共预算财政拨款支出决算表', '公开05表'],
    ['表五一般公共预算财政拨款支出决算表', '公开05表'],
    ['附表3：支出决算表', '公开03表'],
    ['《收入决算表》', '公开02表'],
    ['一般公共预算财政拨款“三公”经费支出决算表（表7）', '公开09表'],
    ['国有资本经营预算财政拨款收入支出决算表', '公开08表'],
    ['公开04表 财政拨款收支总表', '公开04表'],
  ])('%s', (name, number) => {
    expect(form(name)).toBe(number);
  });

  it.each(['表一', '表二十', '项目绩效情况表', '表1 所示的收入支出', '《部门决算管理办法》'])(
    '%s: none',
    (name) => {
      expect(form(name)).toBeUndefined();
    },
  );
});

describe('the number of a table', () => {
  const numbers = (text: string): string[] => reportOf(text).tables.map(({ number }) => number);
  const threePublic = '财政拨款“三公”经费支出决算表';
  const fund = '政府性基金预算财政拨款收入支出决算表';
  const capital = '国有资本经营预算财政拨款支出决算表';
  const row = '\n| | 合计 | 1.00 |\n\n';

  it('is the profile’s, also where one is misprinted', () => {
    expect(numbers(`表 支出决算表${row}`)).toEqual(['公开03表']);
    expect(numbers(`表 公开04表 支出决算表${row}`)).toEqual(['公开03表']);
  });

  it('is the report’s own where it counts its tables in an order of its own', () => {
    const text = `表 公开07表 ${threePublic}${row}表 公开08表 ${fund}${row}表 公开09表 ${capital}${row}`;
    expect(numbers(text)).toEqual(['公开07表', '公开08表', '公开09表']);
    const assertion = `${text}核对 公开08表[合计].年初结转和结余 = 2\n`;
    const { findings } = analyse({ text: assertion });
    expect(findings.map(({ rule }) => rule)).toContain('assertion/broken');
  });

  it('is the name where forms without numbers stand in another order', () => {
    expect(numbers(`表 ${threePublic}${row}表 ${fund}${row}`)).toEqual([threePublic, fund]);
  });
});
