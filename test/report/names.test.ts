import { describe, expect, it } from 'vitest';
import { henan } from '../../server/forms/profiles.ts';
import { mentionedForm } from '../../server/report/vocabulary.ts';

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
