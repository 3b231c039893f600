import { describe, expect, it } from 'vitest';
import { parse } from '../../grammar/parse.ts';
import { sectionOf, sectionPlaces } from '../../server/claims/sections.ts';
import { henan } from '../../server/forms/profiles.ts';
import { vocabularyOf } from '../../server/report/vocabulary.ts';

/** Key of the innermost section; `-` outside the narrative, `?` where no section of the profile is meant. */
function sectionUnder(...headings: string[]): string {
  const found = sectionOf(headings, henan);
  return found ? (found[0]?.key ?? '?') : '-';
}

/** Each paragraph's first four characters, and its section. */
function placesIn(text: string): string[] {
  const tree = parse(text, vocabularyOf(henan));
  return sectionPlaces(tree, henan).map((place, at) => {
    const start = tree.paragraphs[at]?.start ?? 0;
    const words = tree.text.slice(start, start + 4);
    const own = place.heading
      ? ` 「${tree.text.slice(place.heading.start, place.heading.end)}」`
      : '';
    return `${words} ${place.narrative ? (place.sections[0]?.key ?? '?') : '-'}${own}`;
  });
}

const PART = '第三部分 2023年度部门决算情况说明';

describe('headings', () => {
  it('name the thirteen sections', () => {
    const titles = [
      '一、收入支出决算总体情况说明',
      '二、收入决算情况说明',
      '三、支出决算情况说明',
      '四、财政拨款收入支出决算总体情况说明',
      '五、一般公共预算财政拨款支出决算情况说明',
      '六、一般公共预算财政拨款基本支出决算情况说明',
      '七、政府性基金预算财政拨款支出决算情况说明',
      '八、国有资本经营预算财政拨款支出决算情况说明',
      '九、财政拨款“三公”经费支出决算情况说明',
      '十、机关运行经费支出情况说明',
      '十一、政府采购支出情况说明',
      '十二、国有资产占用情况说明',
      '十三、预算绩效情况说明',
    ];
    expect(titles.map((title) => sectionUnder(PART, title))).toEqual([
      'totals',
      'income',
      'expenditure',
      'fiscal-totals',
      'general-budget',
      'basic-expenditure',
      'government-fund',
      'state-capital',
      'three-public',
      'running-costs',
      'procurement',
      'assets',
      'performance',
    ]);
  });

  it('are worded and numbered otherwise elsewhere', () => {
    expect(sectionUnder('一、2023年度收支决算总体情况')).toBe('totals');
    expect(sectionUnder('一、本部门2023年度总收入、总支出情况')).toBe('totals');
    expect(sectionUnder('五、财政拨款支出决算情况说明')).toBe('fiscal-expenditure');
    expect(sectionUnder('六、财政拨款基本支出决算情况说明')).toBe('basic-expenditure');
    expect(sectionUnder('七、三公经费支出决算情况')).toBe('three-public');
    expect(sectionUnder('八、政府性基金预算收入支出决算情况')).toBe('government-fund');
    expect(sectionUnder('十、关于机关运行经费支出说明')).toBe('running-costs');
    expect(sectionUnder('十一、一般性支出情况')).toBe('general-expenses');
    expect(sectionUnder('（三）国有资产占有使用情况')).toBe('assets');
    expect(sectionUnder('六、其他重要事项的情况说明', '（二）政府采购支出情况')).toBe(
      'procurement',
    );
    expect(sectionUnder('一、收支情况', '（二）支出决算情况')).toBe('expenditure');
  });

  it('within a section name a part of it, not another one', () => {
    const budget = '五、一般公共预算财政拨款支出决算情况说明';
    expect(sectionUnder(PART, budget, '（一）总体情况。')).toBe('general-budget-total');
    expect(sectionUnder(PART, budget, '（二）财政拨款支出决算结构情况')).toBe(
      'general-budget-structure',
    );
    expect(sectionUnder(PART, budget, '（三）支出决算具体情况')).toBe('general-budget-items');
    expect(sectionUnder(PART, budget, '（二）支出情况')).toBe('general-budget');
    const public_ = '九、财政拨款“三公”经费支出决算情况说明';
    expect(sectionUnder(PART, public_, '（一）“三公”经费财政拨款支出决算总体情况说明。')).toBe(
      'three-public-total',
    );
    const performance = '十三、预算绩效情况说明';
    expect(sectionUnder(PART, performance, '（二）项目绩效自评结果。')).toBe('project-evaluation');
  });

  it('beside the narrative claim nothing', () => {
    expect(sectionUnder('第一部分 柳河区农机推广站概况', '一、部门职责')).toBe('-');
    expect(sectionUnder('第四部分 名词解释', '一、财政拨款收入')).toBe('-');
    expect(sectionUnder('第五部分 附件')).toBe('-');
    expect(sectionUnder('第五部分 项目支出绩效自评情况表')).toBe('-');
    expect(sectionUnder('一、主要职责')).toBe('-');
    expect(sectionUnder('第二部分 2023年度部门决算表')).toBe('-');
  });

  it('count by their words where the number of the part is wrong', () => {
    expect(sectionUnder('第二部分 2023年度部门决算情况说明', '二、收入决算情况说明')).toBe(
      'income',
    );
    expect(sectionUnder('第三部分 2023年度柳河区农机推广站部门决算情况', '三、支出决算情况')).toBe(
      'expenditure',
    );
  });

  it('that the profile does not have leave the figures in the narrative', () => {
    expect(sectionUnder(PART, '十四、乡村振兴情况')).toBe('?');
  });
});

describe('paragraphs', () => {
  it('stand in the section of the headings above, whatever their marks', () => {
    const text = `# ${PART}
## 五、一般公共预算财政拨款支出决算情况说明
甲段。
## （二）结构情况。
乙段。
#### 1. 农林水支出
丙段。
## 六、一般公共预算财政拨款基本支出决算情况说明
丁段。
# 第四部分 名词解释
戊段。
`;
    expect(placesIn(text)).toEqual([
      '甲段。\n general-budget',
      '乙段。\n general-budget-structure',
      '丙段。\n general-budget-structure',
      '丁段。\n basic-expenditure',
      '戊段。\n -',
    ]);
  });

  it('may be headings that nobody marked', () => {
    const text = `第三部分 2023年度部门决算情况说明

二、收入决算情况说明

2023年度收入合计1.00万元。

五、一般公共预算财政拨款支出决算情况说明

（一）总体情况。2023年度支出1.00万元。

（三）具体情况：

1. 农林水支出1.00万元。

第四部分 名词解释

财政拨款收入1.00万元。
`;
    expect(placesIn(text)).toEqual([
      '第三部分 ? 「第三部分 2023年度部门决算情况说明」',
      '二、收入 income 「二、收入决算情况说明」',
      '2023 income',
      '五、一般 general-budget 「五、一般公共预算财政拨款支出决算情况说明」',
      '（一）总 general-budget-total 「（一）总体情况」',
      '（三）具 general-budget-items 「（三）具体情况」',
      '1. 农 general-budget-items',
      '第四部分 - 「第四部分 名词解释」',
      '财政拨款 -',
    ]);
  });

  it('that say something are no headings', () => {
    const text = `# ${PART}
## 十三、预算绩效情况说明
我部门没有项目绩效自评结果。

一、强化预算管理，规范支出。

（一）压缩三公经费1.00万元。

（二）严格支出管理，完善制度建设，提高资金使用效益。

政府采购预算编制工作进一步规范。
`;
    expect(placesIn(text).map((line) => line.split(' ')[1])).toEqual([
      'performance',
      'performance',
      'performance',
      'performance',
      'performance',
    ]);
  });

  it('before the first heading claim nothing', () => {
    expect(placesIn('柳河区农机推广站2023年度决算\n\n2024年9月\n')).toEqual([
      '柳河区农 -',
      '2024 -',
    ]);
  });
});
