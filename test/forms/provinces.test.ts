import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import { general, henan, profileNamed, profiles } from '../../server/forms/profiles.ts';
import { printedTables, recogniseProfile } from '../../server/forms/recognise-profile.ts';
import { citationOf } from '../../server/report/vocabulary.ts';

const names = {
  1: '收入支出决算总表',
  2: '收入决算表',
  3: '支出决算表',
  4: '财政拨款收入支出决算总表',
  5: '一般公共预算财政拨款支出决算表',
  6: '一般公共预算财政拨款基本支出决算表',
  7: '政府性基金预算财政拨款收入支出决算表',
  8: '国有资本经营预算财政拨款支出决算表',
  9: '财政拨款“三公”经费支出决算表',
} as const;
type Form = keyof typeof names;

const usual: readonly Form[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const seventh: readonly Form[] = [1, 2, 3, 4, 5, 6, 9, 7, 8];
const numbered = (place: number): string => `公开0${place}表 `;
const ordinal = (place: number): string => `表${'一二三四五六七八九'.charAt(place - 1)} `;
const bare = (): string => '';

/** Tables with their names alone, each empty. */
function source(
  order: readonly Form[],
  numberOf: (place: number) => string,
  body = '青禾县档案馆',
): string {
  const tables = order.map(
    (form, index) =>
      `表 ${numberOf(index + 1)}${names[form]}\n说明：没有这项收支，故本表无数据。\n`,
  );
  return `名称：${body}\n年度：2023\n金额单位：万元\n\n${tables.join('\n')}`;
}

const recognised = (text: string): string | undefined =>
  recogniseProfile(printedTables(text))?.name;

describe('every profile', () => {
  it.each(profiles.map((profile) => [profile.name, profile] as const))(
    '%s: has the nine forms, numbered in order, each known by its number in all profiles',
    (_, profile) => {
      expect(profile.forms.map(({ number }) => number)).toEqual(
        usual.map((place) => `公开0${place}表`),
      );
      expect(profile.forms.map(citationOf).sort()).toEqual(henan.forms.map(({ number }) => number));
      expect(new Set(profile.forms.map(({ key }) => key)).size).toBe(9);
      expect(profileNamed(profile.name)).toBe(profile);
    },
  );

  it('is told of in texts that speak of the right forms', () => {
    const section = profileNamed('上海')?.texts.sections.find(({ title }) => /三公/.test(title));
    expect(section?.title).toMatch(/^## 七、/);
    expect(section?.lines.join('')).toContain('公开07表[合计].决算数');
    expect(henan.texts.sections.find(({ title }) => /三公/.test(title))?.title).toMatch(/^## 九、/);
  });
});

describe('a profile is recognised', () => {
  it.each([
    ['河南', usual, numbered, undefined],
    ['河南', usual, bare, undefined],
    ['上海', seventh, bare, undefined],
    ['通用', seventh, numbered, undefined],
    ['广东', seventh, numbered, '广东省青禾县档案馆'],
    ['湖北', seventh, numbered, '中共湖北省青禾县委员会办公室'],
    ['湖南', usual, numbered, '湖南省青禾县档案馆'],
    ['广西', usual, ordinal, undefined],
    ['广西', seventh, ordinal, undefined],
    ['安徽', [1, 2, 3, 4, 5, 6, 7, 8], bare, undefined],
    ['河南', [1, 2, 3, 4, 5, 6, 7, 8], numbered, undefined],
    ['通用', [9, 1, 2, 3, 4, 5, 6, 7, 8], bare, undefined],
    // What is printed speaks against the place.
    ['上海', seventh, bare, '河南省青禾县档案馆'],
    // Without the funds nothing tells where the three public expenses stand.
    [undefined, [1, 2, 3, 4, 5, 6, 9], bare, undefined],
    ['上海', [1, 2, 3, 4, 5, 6, 9], bare, '上海市青禾区档案馆'],
    [
      '河南',
      [1, 2, 3, 4, 5, 6, 9],
      (place: number) => numbered(place === 7 ? 9 : place),
      undefined,
    ],
    // A street is no place.
    ['河南', usual, numbered, '青禾县重庆路小学'],
    ['重庆', usual, numbered, '重庆市青禾区档案馆'],
  ] as const)('%s', (expected, order, numberOf, body) => {
    expect(recognised(source(order, numberOf, body))).toBe(expected);
  });

  it('by a table that only its reports print, however few tables there are', () => {
    expect(recognised('表 一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表\n')).toBe(
      '陕西',
    );
    expect(recognised('表 公开05表 财政拨款支出决算明细表\n')).toBe('四川');
  });

  it('not by a few tables, nor by tables without names', () => {
    expect(recognised(source([1, 2, 9, 7], bare))).toBeUndefined();
    const text = source(seventh, numbered).replace(/(公开\d\d表) .*/g, '$1');
    expect(recognised(text)).toBeUndefined();
    expect(analyse({ text }).profile).toBe(henan);
  });

  it('not by rows, headings and prose that name tables', () => {
    const rows = seventh.map((form) => `| ${names[form]} | 1.00 |\n`).join('');
    const headings = seventh.map((form) => `## ${names[form]}\n`).join('');
    const prose = `本报告有${seventh.map((form) => names[form]).join('，')}。\n`;
    expect(recognised(rows + headings + prose)).toBeUndefined();
  });

  it('from two numbers taken for each other no other than from the right ones', () => {
    const swapped = (place: number): string => numbered(place === 7 ? 8 : place === 8 ? 7 : place);
    expect(recognised(source(usual, swapped))).toBe('河南');
  });

  it('from a table that was moved no other either', () => {
    const three = /表 公开09表[\s\S]*$/.exec(source(usual, numbered))?.[0] ?? '';
    const first = source(usual, numbered)
      .replace(three, '')
      .replace('表 公开01表', `${three}\n表 公开01表`);
    expect(first.indexOf('公开09表')).toBeLessThan(first.indexOf('公开01表'));
    expect(recognised(first)).toBe('河南');
  });

  it('after the header and the configuration', () => {
    const text = source(seventh, bare);
    expect(analyse({ text: `版式：湖北\n${text}` }).profile.name).toBe('湖北');
    expect(analyse({ text, profile: general }).profile.name).toBe('通用');
  });
});

describe('references', () => {
  const objections = (numberOf: (place: number) => string, table: string): readonly string[] => {
    const text = source(seventh, numberOf).replace(
      `${names[9]}\n说明：没有这项收支，故本表无数据。`,
      `${names[9]}\n| 项目 | 预算数 | 决算数 |\n|---|---|---|\n| 合计 | 3.00 | 2.00 |\n| 公务接待费 | 3.00 | 2.00 |`,
    );
    const own = `\n核对 ${table}[合计].决算数 = 2\n`;
    return analyse({ text: text + own })
      .findings.filter(({ rule }) => /^(?:assertion|expression)/.test(rule))
      .map(({ message }) => message.zh);
  };

  it.each([
    [numbered, '公开07表'],
    [ordinal, '表七'],
    [bare, names[9]],
  ] as const)('call a table by the number that stands above it', (numberOf, table) => {
    expect(objections(numberOf, table)).toEqual([]);
  });
});
