import { describe, expect, test } from 'vitest';
import type { OtherReports } from '../../server/report/model.ts';
import { claimsOf, readingsOf, unreadOf } from './claims-of.ts';
import { header, reportOf } from './report.ts';

describe('values', () => {
  test('of totals, and of their parts', () => {
    expect(
      claimsOf(`## 二、收入决算情况说明

2023年度收入合计490.60万元，其中：财政拨款收入440.30万元，占89.75%；事业收入50.30万元，占10.25%。`),
    ).toEqual([
      '490.60 = 公开02表[合计].本年收入合计',
      '440.30 = 公开02表[合计].财政拨款收入',
      '89.75% share 440.30 / 490.60',
      '50.30 = 公开02表[合计].事业收入',
      '10.25% share 50.30 / 490.60',
    ]);
  });

  test('one figure for two subjects', () => {
    expect(
      claimsOf('## 一、收入支出决算总体情况说明\n\n2023年度收、支总计均为502.00万元。'),
    ).toEqual(['502.00 = 公开01表.收入[总计].决算数 & 公开01表.支出[总计].决算数']);
  });

  test('two figures for two subjects, each share with its own', () => {
    expect(
      claimsOf(`## 三、支出决算情况说明

基本支出、项目支出分别为350.70万元、141.80万元，占支出合计的比例分别为71.21%、28.79%。`),
    ).toEqual([
      '350.70 = 公开03表[合计].基本支出',
      '141.80 = 公开03表[合计].项目支出',
      '71.21% share 350.70 / 公开03表[合计].本年支出合计',
      '28.79% share 141.80 / 公开03表[合计].本年支出合计',
    ]);
  });

  test("last year's value is none of this year", () => {
    expect(
      claimsOf(`## 三、支出决算情况说明

2023年度支出合计492.50万元，2022年度为470.00万元，增加22.50万元，增长4.79%。`),
    ).toEqual([
      '492.50 = 公开03表[合计].本年支出合计',
      '22.50 up last-year: 492.50 - 470.00',
      'up beside up',
      '4.79% up rate last-year: 492.50, 22.50, 470.00',
    ]);
  });

  test('a year of which nothing is known is not read', () => {
    expect(unreadOf('## 三、支出决算情况说明\n\n2019年度支出合计300.00万元。')).toEqual([
      '300.00万元',
    ]);
  });

  test('a reason claims nothing', () => {
    const section = '## 三、支出决算情况说明\n\n主要原因是基本支出300.00万元，占50%。';
    expect(claimsOf(section)).toEqual([]);
    expect(unreadOf(section)).toEqual(['300.00万元', '50%']);
  });

  test('what nobody knows is not read, and nothing is taken from what was spoken of before', () => {
    const section =
      '## 三、支出决算情况说明\n\n支出合计492.50万元。某专项资金3.00万元、4.00万元，占12.00%。';
    expect(claimsOf(section)).toEqual(['492.50 = 公开03表[合计].本年支出合计']);
    expect(unreadOf(section)).toEqual(['3.00万元', '4.00万元', '12.00%']);
  });
});

describe('items', () => {
  const items = `## 五、一般公共预算财政拨款支出决算情况说明

### （三）具体情况

2023年度一般公共预算财政拨款支出年初预算为400.00万元，支出决算为410.10万元，完成年初预算的102.53%。其中：

1. 科学技术支出（类）其他科学技术支出（款）其他科学技术支出（项）。年初预算为10.00万元，支出决算为12.00万元，完成年初预算的120.00%。决算数大于年初预算数的主要原因是追加5.00万元。

2. 农林水支出（类）水利（款）行政运行（项）。支出决算为30.00万元，完成年初预算40.00万元的75.00%。

3. 农林水支出（类）农业农村（款）病虫害控制（项）。年初预算为1.00万元，支出决算为0万元，完成年初预算的0%。`;

  test('name their rows, also one that the form leaves out; budgets are their own', () => {
    expect(claimsOf(items)).toEqual([
      '410.10 = 公开05表[合计].小计',
      '102.53% completion 410.10 / 400.00',
      '12.00 = 公开05表[2069999].小计',
      '120.00% completion 12.00 / 10.00',
      '12.00 > 10.00',
      '30.00 = 公开05表[2130301].小计',
      '75.00% completion 30.00 / 40.00',
      '0 = 公开05表[2130108].小计',
      'list 2069999 2130301 2130108 of 2069999 2080505 2130101 2130199 2130301',
      '0% completion 0 / 1.00',
    ]);
  });

  test('add up to their total, once all are named', () => {
    const others = `

4. 社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）。年初预算为50.00万元，支出决算为48.10万元。

5. 农林水支出（类）农业农村（款）行政运行（项）。支出决算为269.90万元。

6. 农林水支出（类）农业农村（款）其他农业农村支出（项）。支出决算为50.10万元。`;
    const sums = claimsOf(items + others).filter((claim) => claim.startsWith('N5.3'));
    expect(sums).toEqual([
      'N5.3-SUM 410.10 ≥ 12.00 + 30.00 + 0 + 48.10 + 269.90 + 50.10',
      'N5.3-BUDGET 400.00 ≥ 10.00 + 40.00 + 1.00 + 50.00',
    ]);
  });

  test('one that is not understood leaves their sum open', () => {
    const sums = claimsOf(items.replace('水利（款）', '水务工程（款）')).filter((claim) =>
      claim.startsWith('N5.3'),
    );
    expect(sums).toEqual([]);
  });

  test('classes that a section names are all with money', () => {
    expect(
      claimsOf(`## 五、一般公共预算财政拨款支出决算情况说明

### （二）结构情况

2023年度一般公共预算财政拨款支出410.10万元，主要用于以下方面：科学技术（类）支出12.00万元，占2.93%；农林水支出（类）350.00万元，占85.35%。`),
    ).toEqual([
      '410.10 = 公开05表[合计].小计',
      '12.00 = 公开05表[206].小计',
      '2.93% share 12.00 / 410.10',
      '350.00 = 公开05表[213].小计',
      'list 206 213 of 206 208 213',
      '85.35% share 350.00 / 410.10',
    ]);
  });
});

describe('changes', () => {
  test('against last year and against the budget, in one sentence', () => {
    expect(
      claimsOf(`## 十、机关运行经费支出情况说明

2023年度机关运行经费支出120.00万元，较年初预算增加20.00万元，增长20.00%；与2022年度增加4.00万元，增长3.45%。`),
    ).toEqual([
      '20.00 up budget: 120.00 - ?',
      'up beside up',
      '20.00% up rate budget: 120.00, 20.00, ?',
      '4.00 up last-year: 120.00 - ?',
      'up beside up',
      '3.45% up rate last-year: 120.00, 4.00, ?',
    ]);
  });

  test('each part of a list goes on with the comparison of the whole', () => {
    expect(
      claimsOf(`## 三、支出决算情况说明

支出合计比2022年度增加9.00万元。其中：基本支出减少1.00万元，下降0.28%；项目支出增加10.00万元。`),
    ).toEqual([
      '9.00 up last-year: 公开03表[合计].本年支出合计 - ?',
      '1.00 down last-year: 公开03表[合计].基本支出 - ?',
      'down beside down',
      '0.28% down rate last-year: 公开03表[合计].基本支出, 1.00, ?',
      '10.00 up last-year: 公开03表[合计].项目支出 - ?',
    ]);
  });

  test('words of direction disagree', () => {
    expect(
      claimsOf('## 三、支出决算情况说明\n\n支出合计492.50万元，较上年减少5.00万元，增长1.00%。'),
    ).toContain('down beside up');
  });

  test("with last year's report the base is known", () => {
    const last = reportOf(`${header.replace('2023', '2022')}
表 公开03表
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
|---|---|---:|---:|---:|
| | 合计 | 480.00 | 350.00 | 130.00 |
`);
    const others: OtherReports = {
      lastYear: { name: '2022.gouji', report: last },
      subordinates: [],
      problems: [],
    };
    expect(
      claimsOf('## 三、支出决算情况说明\n\n支出合计492.50万元，较上年增加12.50万元。', others),
    ).toEqual([
      '492.50 = 公开03表[合计].本年支出合计',
      '12.50 up last-year: 492.50 - 上年.公开03表[合计].本年支出合计',
    ]);
  });

  test('after several values side by side nobody says whose a share or change is', () => {
    const section =
      '## 三、支出决算情况说明\n\n基本支出350.70万元、项目支出141.80万元，占50.00%，较上年增加5.00万元。';
    expect(unreadOf(section)).toEqual(['50.00%', '5.00万元']);
  });
});

describe('three public expenses', () => {
  test('budget and outturn stand in the form; counts belong to their amount', () => {
    expect(
      claimsOf(`## 九、财政拨款“三公”经费支出决算情况说明

### （二）“三公”经费财政拨款支出决算具体情况说明。

2023年度“三公”经费财政拨款支出决算中，公务接待费支出决算4.30万元，完成预算的71.67%，占25.90%。

1. 因公出国（境）费 预算为0万元，支出决算为0万元。全年因公出国（境）团组0个，累计0人次。

2. 公务用车购置及运行维护费预算为15.00万元，支出决算为12.30万元。决算数小于预算数的主要原因是节约。`),
    ).toEqual([
      '4.30 = 公开09表[公务接待费].决算数',
      '71.67% completion 4.30 / 公开09表[公务接待费].预算数',
      '25.90% share 4.30 / 公开09表[合计].决算数',
      '0 = 公开09表[因公出国（境）费].预算数',
      '0 = 公开09表[因公出国（境）费].决算数',
      '0 together with 0',
      '0 ≤ 0',
      '0 together with 0',
      '15.00 = 公开09表[公务用车购置及运行维护费].预算数',
      '12.30 = 公开09表[公务用车购置及运行维护费].决算数',
      'N9-SUM 公开09表[合计].决算数 = 0 + 12.30 + 4.30',
      '12.30 < 15.00',
    ]);
  });

  test('a share within a part is of the whole that it fits, and of none that it does not', () => {
    const within = (share: string): string => `## 九、财政拨款“三公”经费支出决算情况说明

公务用车购置及运行维护费支出12.30万元，占74.10%，其中：公务用车运行维护费支出12.30万元，占${share}。`;
    expect(unreadOf(within('100.00%'))).toEqual([]);
    expect(unreadOf(within('55.00%'))).toEqual(['55.00%']);
  });

  test('年初预算 is not the annual budget that the form prints', () => {
    expect(
      claimsOf('## 九、财政拨款“三公”经费支出决算情况说明\n\n公务接待费年初预算为5.00万元。'),
    ).toEqual([]);
  });
});

describe('lists, absence, sums', () => {
  test('subjects after 主要包括', () => {
    expect(
      claimsOf(`## 六、一般公共预算财政拨款基本支出决算情况说明

基本支出330.00万元，其中：人员经费281.00万元，主要包括：基本工资、住房公积金；公用经费49.00万元，主要包括：维修（护）费、水费等。`),
    ).toEqual([
      '330.00 = 公开05表[合计].基本支出',
      '281.00 = 公开06表[人员经费合计].决算数',
      'list 30101 30113 of 30101 30113',
      '49.00 = 公开06表[公用经费合计].决算数',
      'N6 330.00 = 281.00 + 49.00',
      'list 30213 30205 … of 30201 30213',
    ]);
  });

  test('nothing of a fund', () => {
    expect(
      claimsOf(
        '## 八、国有资本经营预算财政拨款支出决算情况说明\n\n我部门没有国有资本经营预算财政拨款支出。',
      ),
    ).toEqual(['no 国有资本经营预算财政拨款支出: 公开08表[合计].小计']);
  });

  test('kinds of vehicles may be left unsaid, once the last is told', () => {
    expect(
      claimsOf(
        '## 十二、国有资产占用情况说明\n\n期末共有车辆5辆，其中：机要通信用车1辆、其他用车4辆。',
      ),
    ).toEqual(['N12 5 = 1 + 4']);
  });

  test('a quantity that is stated again', () => {
    expect(
      claimsOf(`## 十一、政府采购支出情况说明

政府采购支出总额48.00万元，授予中小企业合同金额30.00万元，占政府采购支出总额的62.50%。

政府采购支出总额84.00万元。`),
    ).toEqual(['30.00 ≤ 48.00', '62.50% share 30.00 / 48.00', '84.00 same as 48.00']);
  });
});

describe('figures', () => {
  test("of a name of the author's own are read where words say what they are", () => {
    expect(
      readingsOf(
        '## 三、支出决算情况说明\n\n数字库房工程年初预算为5.00万元，支出决算为4.00万元，完成年初预算的80%。',
      ),
    ).toEqual([
      '5.00万元 数字库房工程 budget',
      '4.00万元 数字库房工程 final',
      '80% 数字库房工程 completion',
    ]);
  });

  test('bound by hand are no claims, and others compare with them', () => {
    expect(
      claimsOf(
        '## 三、支出决算情况说明\n\n支出合计[492.50](公开03表[合计].本年支出合计)万元，其中：基本支出350.70万元，占71.21%。',
      ),
    ).toEqual(['350.70 = 公开03表[合计].基本支出', '71.21% share 350.70 / 492.50']);
  });

  test('outside the narrative are not counted', () => {
    expect(readingsOf('# 第四部分 名词解释\n\n支出合计5.00万元。')).toEqual([]);
  });
});
