/** Judging claims: each expectation is worked out by hand. */
import { describe, expect, test } from 'vitest';
import type { NarrativeIdentity } from '../../server/report/narrative.ts';
import { type BareClaim, Sheet } from './claims-by-hand.ts';

const tables = `名称：甲
年度：2023
金额单位：万元

表 公开03表
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
|---|---|---|---|---|
| | 合计 | 525.00 | 415.00 | 110.00 |
| 201 | 一般公共服务支出 | 525.00 | 415.00 | 110.00 |
| 20126 | 档案事务 | 525.00 | 415.00 | 110.00 |
| 2012601 | 行政运行 | 525.00 | 415.00 | 110.00 |

表 公开09表
| 项目 | 预算数 | 决算数 |
|---|---|---|
| 合计 | 16.50 | 13.00 |
| 公务用车购置及运行维护费 | 13.50 | 10.80 |
| 公务用车运行维护费 | 13.50 | 10.80 |
| 公务接待费 | 3.00 | 2.20 |

# 第三部分

`;
const total = '公开03表[合计].本年支出合计';
const basic = '公开03表[合计].基本支出';
const sheet = (prose: string) => new Sheet(`${tables}${prose}\n`);

const equals = (one: Sheet, printed: string, ...places: readonly string[]): BareClaim => ({
  kind: 'equals',
  figure: one.figure(printed),
  places: places.map((place) => one.place(place)),
  closeness: one.figure(printed).closeness,
});

const identity = (
  statement: string,
  strictness: NarrativeIdentity['strictness'],
): NarrativeIdentity => ({ id: 'X', rule: 'narrative/sum', statement, strictness });

const three = identity('总额 = 货物 + 工程 + 服务', 'sum');
const sum = (
  one: Sheet,
  whole: string,
  parts: readonly string[],
  complete = true,
  kind = three,
): BareClaim => ({
  kind: 'sum',
  identity: kind,
  total: one.said(whole),
  parts: parts.map((part) => one.said(part)),
  complete,
});

describe('a figure and the place it states', () => {
  test.each([
    ['525.00万元', 'exact'],
    // R10: zeros may be dropped; a coarser figure is right only if nothing but zeros is.
    ['525万元', 'exact'],
    ['525.0万元', 'exact'],
    // R7: another unit is no fault.
    ['5250000元', 'exact'],
    ['5,250,000.00元', 'exact'],
    ['0.0525亿元', 'exact'],
    // Finer than the table: 525.00 stands for 524.995 to 525.005.
    ['5250049.99元', 'rounding'],
    ['5250050.01元', 'broken'],
    // Coarser than the table, in another unit: 0.05 亿元 is 500 ± 50 万元.
    ['0.05亿元', 'rounding'],
    ['0.06亿元', 'broken'],
    // R3, from a single cell: a slip of the copyist.
    ['525.01万元', 'copied'],
    ['525.02万元', 'broken'],
    ['552.00万元', 'broken'],
    ['524.6万元', 'broken'],
    // Only if 524.9 does not mean 524.90 … it would be 524.85 to 524.95.
    ['525.04万元', 'broken'],
    // R7: right after a power of ten.
    ['525.00元', 'unit-slip'],
    ['5250000万元', 'unit-slip'],
    ['525.00亿元', 'unit-slip'],
    ['52.50万元', 'broken'],
    ['0万元', 'broken'],
    ['525.00.00万元', 'malformed'],
  ])('%s of 525.00', (printed, verdict) => {
    const one = sheet(`支出合计${printed}。`);
    expect(one.verdicts(equals(one, printed, total))).toEqual([verdict]);
  });

  test('R10: what only the coarser rounding explains', () => {
    const one = new Sheet(
      `${tables.replaceAll('525.00', '525.04').replaceAll('415.00', '415.04')}支出合计525万元，525.0万元，525.1万元。\n`,
    );
    expect(
      one.verdicts(
        equals(one, '525万元', total),
        equals(one, '525.0万元', total),
        equals(one, '525.1万元', total),
      ),
    ).toEqual(['coarse', 'coarse', 'broken']);
  });

  test('R3: one last place from two tables is information', () => {
    const one = sheet('支出合计525.01万元。');
    const again = one.place(total);
    const claim: BareClaim = {
      kind: 'equals',
      figure: one.figure('525.01万元'),
      places: [again, { ...again }],
      closeness: 'exact',
    };
    expect(one.verdicts(claim)).toEqual(['last-place']);
  });

  test('one of two places that disagree is enough: the tables have their own finding', () => {
    const one = sheet('合计415.00万元。');
    expect(one.verdicts(equals(one, '415.00万元', total, basic))).toEqual(['exact']);
  });

  test('R11: about, at least, at most', () => {
    const one = sheet('甲580万元，乙400万元，丙550万元，丁500万元，戊550万元。');
    const close = (
      printed: string,
      closeness: 'about' | 'at-least' | 'at-most',
      nth = 0,
    ): BareClaim => ({
      kind: 'equals',
      figure: one.figure(printed, { closeness }, nth),
      places: [one.place(total)],
      closeness,
    });
    expect(
      one.verdicts(
        close('580万元', 'about'),
        close('400万元', 'about'),
        close('550万元', 'at-least'),
        close('500万元', 'at-least'),
        close('550万元', 'at-most', 1),
      ),
    ).toEqual(['rounding', 'broken', 'broken', 'exact', 'exact']);
  });

  test('a row that the table leaves out is zero', () => {
    const one = sheet('出国费0万元，0.50万元。');
    const abroad = '公开09表[因公出国（境）费].决算数';
    expect(one.verdicts(equals(one, '0万元', abroad), equals(one, '0.50万元', abroad))).toEqual([
      'exact',
      'broken',
    ]);
  });

  test('a row that the table lost says nothing, or what it must say', () => {
    const one = new Sheet(`名称：甲
金额单位：万元

表 公开05表
| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
|---|---|---|---|---|
| | 合计 | 100.00 | 100.00 | |
| 201 | 一般公共服务支出 | 100.00 | 100.00 | |
| 20126 | 档案事务 | 100.00 | 100.00 | |
| 2012601 | 行政运行 | 60.00 | 60.00 | |

表 公开03表
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
|---|---|---|---|---|
| | 合计 | 100.00 | 100.00 | |
| 201 | 一般公共服务支出 | 100.00 | 100.00 | |
| 20126 | 档案事务 | 100.00 | 100.00 | |
| 2012601 | 行政运行 | 60.00 | 60.00 | |
| 2012604 | 档案馆 | 40.00 | 40.00 | |

# 第三部分

档案馆40.00万元。
`);
    const [outcome] = one.judge(equals(one, '40.00万元', '公开05表[2012604].小计'));
    expect(['exact', 'unknown']).toContain(outcome?.verdict);
  });

  test('a cell that the tables themselves show to be wrong: the sentence may say the right value', () => {
    const wrong = tables.replace(
      '| 2012601 | 行政运行 | 525.00 | 415.00',
      '| 2012601 | 行政运行 | 552.00 | 415.00',
    );
    const one = new Sheet(`${wrong}行政运行525.00万元。\n`);
    expect(one.verdicts(equals(one, '525.00万元', '公开03表[2012601].本年支出合计'))).toEqual([
      'exact',
    ]);
  });
});

describe('shares', () => {
  const share = (prose: string, part: string, whole: string, printed: string) => {
    const one = sheet(`${prose}。`);
    const [outcome] = one.judge({
      kind: 'share',
      figure: one.figure(printed),
      part: one.said(part),
      whole: one.said(whole),
    });
    return outcome;
  };
  const verdict = (part: string, whole: string, printed: string) =>
    share(`共${whole}，其中${part}，占${printed}`, part, whole, printed)?.verdict;

  test.each([
    // 98.20 / 120.50 = 81.4938 %
    ['98.20万元', '120.50万元', '81.49%', 'exact'],
    ['98.20万元', '120.50万元', '81.50%', 'rounding'],
    ['98.20万元', '120.50万元', '81.51%', 'broken'],
    ['98.20万元', '120.50万元', '81.94%', 'broken'],
    // Ties are half up on exact decimals: 214.17 / 94.40 = 226.875 %.
    ['214.17万元', '94.40万元', '226.88%', 'exact'],
    ['214.17万元', '94.40万元', '226.87%', 'rounding'],
    // Without rounded figures there is no range: 38.288 %, cut off.
    ['38288个', '100000个', '38.29%', 'exact'],
    ['38288个', '100000个', '38.28%', 'truncated'],
    ['38288个', '100000个', '38.30%', 'broken'],
    // A small base: 0.185 to 0.195 makes 1,023 % to 1,084 % of it.
    ['2.00万元', '0.19万元', '1055.4%', 'rounding'],
    ['2.00万元', '0.19万元', '1155.4%', 'broken'],
    // R10
    ['415.00万元', '525.00万元', '79.0%', 'coarse'],
    ['415.00万元', '525.00万元', '79%', 'coarse'],
    ['415.00万元', '525.00万元', '80%', 'broken'],
    ['110.00万元', '100.00万元', '110%', 'exact'],
    // R4: a share of nothing.
    ['0万元', '0.00万元', '0%', 'exact'],
    ['0万元', '0.00万元', '100%', 'exact'],
    ['0万元', '0.00万元', '35%', 'zero-base'],
    ['3.00万元', '0.00万元', '100%', 'zero-base'],
    ['0万元', '525.00万元', '0%', 'exact'],
    ['0.00万元', '525.00万元', '0.01%', 'broken'],
    ['0.00万元', '5.00万元', '0.05%', 'behind-zero'],
    // Units convert by themselves.
    ['982000元', '120.50万元', '81.49%', 'exact'],
    ['3个', '12个', '25%', 'exact'],
    ['3个', '12.00万元', '25%', 'unknown'],
    ['9007199254740.99元', '99999999999.99元', '9007.20%', 'exact'],
  ])('%s of %s is %s: %s', (part, whole, printed, expected) => {
    expect(verdict(part, whole, printed)).toBe(expected);
  });

  test('what a wrong share really is', () => {
    const why = (part: string, whole: string, printed: string) =>
      share(`共${whole}，其中${part}，占${printed}`, part, whole, printed)?.wrongBase?.kind;
    expect(why('415.00万元', '525.00万元', '20.95%')).toBe('complement');
    expect(why('415.00万元', '525.00万元', '126.51%')).toBe('inverted');
    expect(why('415.00万元', '525.00万元', '50.00%')).toBeUndefined();
    const one = sheet('总额48.00万元，中小26.40万元，占55.00%，小微11.90万元，占24.79%。');
    const outcomes = one.judge(
      {
        kind: 'share',
        figure: one.figure('55.00%'),
        part: one.said('26.40万元'),
        whole: one.said('48.00万元'),
      },
      {
        kind: 'share',
        figure: one.figure('24.79%'),
        part: one.said('11.90万元'),
        whole: one.said('26.40万元'),
      },
    );
    expect(outcomes.map(({ verdict }) => verdict)).toEqual(['exact', 'broken']);
    expect(outcomes[1]?.wrongBase).toMatchObject({ kind: 'divides-by', role: 'other' });
  });

  test('one fault, one finding: a wrong amount whose share fits the right amount', () => {
    // 415.00 is printed as 451.00: 79.05 % is right, 85.90 % would follow from the mistake.
    const claims = (one: Sheet, rate: string): readonly BareClaim[] => [
      {
        kind: 'share',
        figure: one.figure(rate),
        part: one.said('451.00万元'),
        whole: one.said('525.00万元'),
      },
      equals(one, '525.00万元', total),
      equals(one, '451.00万元', basic),
    ];
    const right = sheet('支出合计525.00万元，基本支出451.00万元，占79.05%。');
    expect(right.lines(...claims(right, '79.05%'))).toEqual([
      '525.00万元 verified',
      '451.00万元 wrong 415.00万元',
      '79.05% verified',
    ]);
    const follows = sheet('支出合计525.00万元，基本支出451.00万元，占85.90%。');
    const outcomes = follows.judge(...claims(follows, '85.90%'));
    expect(outcomes[0]).toMatchObject({ verdict: 'follows', cause: follows.figure('451.00万元') });
    expect(follows.lines(...claims(follows, '85.90%'))).toEqual([
      '525.00万元 verified',
      '451.00万元 wrong 415.00万元',
      '85.90% wrong 79.05%',
    ]);
    const neither = sheet('支出合计525.00万元，基本支出451.00万元，占70.00%。');
    expect(neither.verdicts(...claims(neither, '70.00%'))[0]).toBe('broken');
  });
});

describe('completion', () => {
  const completion = (final: string, budget: string, printed: string) => {
    const one = sheet(`预算${budget}，决算${final}，完成${printed}。`);
    return one.judge({
      kind: 'completion',
      figure: one.figure(printed),
      final: one.said(final),
      budget: one.said(budget),
    })[0];
  };

  test.each([
    ['17.11万元', '18.85万元', '90.77%', 'exact', undefined],
    ['2.61万元', '2.90万元', '90.00%', 'exact', undefined],
    ['4.00万元', '0万元', '100%', 'zero-base', undefined],
    ['0.00万元', '4.00万元', '0.00%', 'exact', undefined],
    ['17.11万元', '18.85万元', '110.17%', 'broken', 'inverted'],
    ['17.11万元', '18.85万元', '9.23%', 'broken', 'excess'],
  ])('%s of a budget of %s: %s', (final, budget, printed, verdict, why) => {
    const outcome = completion(final, budget, printed);
    expect([outcome?.verdict, outcome?.wrongBase?.kind]).toEqual([verdict, why]);
  });
});

describe('change and rate', () => {
  const yearly = (
    current: string,
    change: string,
    rate: string,
    down = false,
  ): BareClaim[] & { sheet: Sheet } => {
    const one = sheet(
      `总计${current}，${down ? '减少' : '增加'}${change}，${down ? '下降' : '增长'}${rate}。`,
    );
    const direction = down ? 'down' : 'up';
    return Object.assign(
      [
        {
          kind: 'change',
          figure: one.figure(change, { aspect: 'change' }),
          direction,
          current: one.said(current),
          base: undefined,
          against: 'last-year',
        },
        {
          kind: 'rate',
          figure: one.figure(rate, { aspect: 'rate' }),
          direction,
          current: one.said(current),
          change: one.figure(change),
          base: undefined,
          against: 'last-year',
        },
      ] satisfies BareClaim[],
      { sheet: one },
    );
  };

  test.each([
    // 67.08 / (214.31 − 67.08) = 45.5614 %
    ['214.31万元', '67.08万元', '45.56%', false, 'exact', undefined],
    ['214.31万元', '67.08万元', '45.65%', false, 'broken', undefined],
    // 123.95 / (611.70 + 123.95) = 16.85 %; 123.95 / 611.70 = 20.26 %: the common real fault.
    ['611.70万元', '123.95万元', '16.85%', true, 'exact', undefined],
    ['611.70万元', '123.95万元', '20.26%', true, 'broken', 'current'],
    // 123.95 / (611.70 − 123.95) = 25.41 %
    ['611.70万元', '123.95万元', '25.41%', true, 'broken', 'opposite'],
    // 2.57 / 158.51 = 1.6213 %, over the current 161.08 1.5955 %.
    ['161.08万元', '2.57万元', '1.60%', false, 'broken', 'current'],
    // One choice of values: at most 0.025 / (0.375 − 0.025) = 7.143 %.
    ['0.38万元', '0.02万元', '5.50%', false, 'rounding', undefined],
    ['0.38万元', '0.02万元', '7.14%', false, 'rounding', undefined],
    ['0.38万元', '0.02万元', '7.15%', false, 'broken', undefined],
    // All of it is new: there is no base.
    ['4.00万元', '4.00万元', '100%', false, 'zero-base', undefined],
    // A negative rate of growth is a fall.
    ['580.00万元', '36.40万元', '-5.91%', true, 'direction', undefined],
    ['0.00万元', '5.00万元', '100%', true, 'exact', undefined],
  ])('%s, by %s, %s', (current, change, rate, down, verdict, role) => {
    const claims = yearly(current, change, rate, down);
    const outcomes = claims.sheet.judge(...claims);
    expect(outcomes.map((one) => one.verdict)).toEqual(['unknown', verdict]);
    const why = outcomes[1]?.wrongBase;
    expect(why?.kind === 'divides-by' ? why.role : undefined).toBe(role);
  });

  test('the figure that a rate must have, in its own style', () => {
    const claims = yearly('611.70万元', '123.95万元', '20.26%', true);
    expect(claims.sheet.lines(...claims)).toEqual([
      '611.70万元 stated',
      '123.95万元 stated',
      '20.26% wrong 16.85%',
    ]);
    const right = yearly('214.31万元', '67.08万元', '45.56%');
    expect(right.sheet.lines(...right)).toEqual([
      '214.31万元 verified',
      '67.08万元 verified',
      '45.56% verified',
    ]);
  });

  test('between two stated years', () => {
    const both = (change: string, rate: string, direction: 'up' | 'down' = 'up') => {
      const one = sheet(`本年465.00万元，上年443.50万元，变动${change}，${rate}。`);
      return one.verdicts(
        {
          kind: 'change',
          figure: one.figure(change),
          direction,
          current: one.said('465.00万元'),
          base: one.said('443.50万元'),
          against: 'last-year',
        },
        {
          kind: 'rate',
          figure: one.figure(rate),
          direction,
          current: one.said('465.00万元'),
          change: one.figure(change),
          base: one.said('443.50万元'),
          against: 'last-year',
        },
      );
    };
    expect(both('21.50万元', '4.85%')).toEqual(['exact', 'exact']);
    expect(both('21.51万元', '4.85%')).toEqual(['rounding', 'exact']);
    expect(both('21.52万元', '4.85%')).toEqual(['broken', 'exact']);
    // 25.10 / 443.50 = 5.66 %: it follows from the wrong change.
    expect(both('25.10万元', '5.66%')).toEqual(['broken', 'follows']);
    expect(both('21.50万元', '4.85%', 'down')).toEqual(['direction', 'exact']);
  });

  test("against last year's report", () => {
    const before = new Sheet(tables.replaceAll('525.00', '500.00').replaceAll('415.00', '390.00'));
    const one = new Sheet(`${tables}支出合计525.00万元，增加26.00万元，增长5.20%。\n`, before);
    const base = one.at('上年.公开03表[合计].本年支出合计');
    const claims: BareClaim[] = [
      equals(one, '525.00万元', total),
      {
        kind: 'change',
        figure: one.figure('26.00万元'),
        direction: 'up',
        current: one.said('525.00万元'),
        base,
        against: 'last-year',
      },
      {
        kind: 'rate',
        figure: one.figure('5.20%'),
        direction: 'up',
        current: one.said('525.00万元'),
        change: one.figure('26.00万元'),
        base,
        against: 'last-year',
      },
    ];
    expect(one.verdicts(...claims)).toEqual(['exact', 'broken', 'follows']);
    expect(one.lines(...claims)).toEqual([
      '525.00万元 verified',
      '26.00万元 wrong 25.00万元',
      '5.20% wrong 5.00%',
    ]);
    const [change] = one.ledger(...claims).prose.slice(1, 2);
    expect(change?.expression).toBe(
      '增减额(公开03表[合计].本年支出合计, 上年.公开03表[合计].本年支出合计)',
    );
  });

  test('words of direction that disagree', () => {
    const one = sheet('减少36.40万元，增长-5.91%。');
    const figures = [
      one.figure('36.40万元', { aspect: 'change' }),
      one.figure('-5.91%', { aspect: 'rate' }),
    ];
    const claim = { kind: 'direction', figures } as const;
    expect(
      one.verdicts(
        { ...claim, change: 'down', rate: 'up' },
        { ...claim, change: 'down', rate: 'down' },
      ),
    ).toEqual(['exact', 'broken']);
  });
});

describe('sums, bounds, levels', () => {
  test.each([
    ['48.00万元', ['18.20万元', '5.00万元', '24.80万元'], true, 'exact'],
    // R2: three parts may miss their total by 0.02.
    ['48.02万元', ['18.20万元', '5.00万元', '24.80万元'], true, 'rounding'],
    ['48.03万元', ['18.20万元', '5.00万元', '24.80万元'], true, 'broken'],
    ['48.03万元', ['18.20万元', '5.00万元', '24.80万元'], false, 'shortfall'],
    ['47.97万元', ['18.20万元', '5.00万元', '24.80万元'], false, 'broken'],
    ['480000元', ['18.20万元', '5.00万元', '24.80万元'], true, 'exact'],
    ['48.00万元', ['18.20万元', '5.00万元', '24个'], true, 'unknown'],
  ])('%s = %j', (whole, parts, complete, verdict) => {
    const one = sheet(`总额${whole}，${parts.join('，')}。`);
    expect(one.verdicts(sum(one, whole, parts, complete))).toEqual([verdict]);
  });

  test('counts add up exactly', () => {
    const kinds = identity('车辆 = 甲 + 乙', 'exact');
    const one = sheet('车辆5辆，甲2辆，乙3辆，丙4辆。');
    expect(
      one.verdicts(
        sum(one, '5辆', ['2辆', '3辆'], true, kinds),
        sum(one, '5辆', ['2辆', '4辆'], true, kinds),
      ),
    ).toEqual(['exact', 'exact']);
    // One of the two holds, so what it adds up is right.
    expect(
      one.judge(
        sum(one, '5辆', ['2辆', '3辆'], true, kinds),
        sum(one, '5辆', ['2辆', '4辆'], true, kinds),
      )[1]?.misprint?.figure,
    ).toBe(one.figure('4辆'));
  });

  test('a sum holds for the right value of a part that is wrong', () => {
    const one = sheet('合计525.00万元，基本451.00万元，项目110.00万元。');
    const claims = [
      equals(one, '525.00万元', total),
      equals(one, '451.00万元', basic),
      equals(one, '110.00万元', '公开03表[合计].项目支出'),
      sum(one, '525.00万元', ['451.00万元', '110.00万元']),
    ];
    expect(one.verdicts(...claims)).toEqual(['exact', 'broken', 'exact', 'exact']);
  });

  test('bounds and levels', () => {
    const one = sheet('甲26.40万元，乙48.00万元，丙48.00万元，丁48.01万元，戊5辆，己4辆。');
    const bound = (lesser: string, greater: string): BareClaim => ({
      kind: 'bound',
      identity: undefined,
      lesser: one.said(lesser),
      greater: one.said(greater),
    });
    const level = (
      left: string,
      relation: '=' | '>' | '<' | '≠',
      right: string,
      nth = 0,
    ): BareClaim => ({
      kind: 'level',
      relation,
      left: one.said(left),
      right: one.said(right, {}, nth),
    });
    const verdicts = (...claims: readonly BareClaim[]) =>
      claims.flatMap((claim) => one.verdicts(claim));
    expect(
      verdicts(
        bound('26.40万元', '48.00万元'),
        bound('48.01万元', '48.00万元'),
        bound('5辆', '4辆'),
        bound('4辆', '4辆'),
      ),
    ).toEqual(['exact', 'rounding', 'broken', 'exact']);
    expect(
      verdicts(
        level('48.00万元', '=', '48.00万元', 1),
        level('48.00万元', '=', '48.01万元'),
        level('48.00万元', '=', '26.40万元'),
        level('48.00万元', '>', '26.40万元'),
        level('48.00万元', '<', '26.40万元'),
        level('48.00万元', '<', '48.00万元', 1),
        level('48.00万元', '≠', '48.00万元', 1),
        level('48.00万元', '≠', '26.40万元'),
      ),
    ).toEqual([
      'exact',
      'last-place',
      'broken',
      'exact',
      'broken',
      'last-place',
      'last-place',
      'exact',
    ]);
  });
});

describe('one figure that breaks several claims', () => {
  test('the value that all of them ask for', () => {
    const one = sheet('采购48.00万元，中小24.60万元，占55.00%，小微11.90万元，占45.08%。');
    const claims: BareClaim[] = [
      {
        kind: 'share',
        figure: one.figure('55.00%'),
        part: one.said('24.60万元'),
        whole: one.said('48.00万元'),
      },
      {
        kind: 'share',
        figure: one.figure('45.08%'),
        part: one.said('11.90万元'),
        whole: one.said('24.60万元'),
      },
    ];
    expect(one.lines(...claims)).toEqual([
      '48.00万元 verified',
      '24.60万元 wrong 26.40万元',
      '55.00% verified',
      '11.90万元 verified',
      '45.08% verified',
    ]);
    const [first] = one.judge(...claims);
    expect(first?.misprint).toMatchObject({ figure: one.figure('24.60万元'), repaired: [0, 1] });
  });

  test('a budget that its total, its completion and its words contradict', () => {
    const one = sheet(
      '预算共42.00万元，甲预算26.27万元，决算16.27万元，完成100.00%，乙预算25.73万元。',
    );
    const claims: BareClaim[] = [
      sum(one, '42.00万元', ['26.27万元', '25.73万元']),
      {
        kind: 'completion',
        figure: one.figure('100.00%'),
        final: one.said('16.27万元'),
        budget: one.said('26.27万元'),
      },
      { kind: 'level', relation: '=', left: one.said('16.27万元'), right: one.said('26.27万元') },
    ];
    expect(one.lines(...claims)).toEqual([
      '42.00万元 verified',
      '26.27万元 wrong 16.27万元',
      '16.27万元 verified',
      '100.00% verified',
      '25.73万元 verified',
    ]);
  });

  test('with it what was worked out from it, where all else says so', () => {
    const one = sheet(
      '采购48.00万元，中小24.60万元，占55.00%，又占51.25%，小微11.90万元，占45.08%。',
    );
    const share = (printed: string, part: string, whole: string): BareClaim => ({
      kind: 'share',
      figure: one.figure(printed),
      part: one.said(part),
      whole: one.said(whole),
    });
    const outcomes = one.judge(
      share('55.00%', '24.60万元', '48.00万元'),
      share('51.25%', '24.60万元', '48.00万元'),
      share('45.08%', '11.90万元', '24.60万元'),
    );
    expect(outcomes.map(({ verdict }) => verdict)).toEqual(['exact', 'follows', 'exact']);
  });
});

describe('words alone', () => {
  test('nothing was spent', () => {
    const one = sheet('没有出国费，没有接待费。');
    const absence = (...places: readonly string[]): BareClaim => ({
      kind: 'absence',
      subject: '某',
      places: places.map((place) => one.place(place)),
    });
    expect(
      one.verdicts(
        absence('公开09表[因公出国（境）费].决算数'),
        absence('公开09表[公务接待费].决算数'),
        absence(),
      ),
    ).toEqual(['exact', 'broken', 'unknown']);
  });

  test('a list names what has money, and all of it', () => {
    const one = sheet('主要包括：公务接待费。');
    const [car, guests, abroad] = [
      one.place('公开09表[公务用车运行维护费].决算数'),
      one.place('公开09表[公务接待费].决算数'),
      one.place('公开09表[因公出国（境）费].决算数'),
    ] as const;
    const range = { start: 0, end: 0 };
    const list = (items: readonly (typeof car)[], open = false): BareClaim => ({
      kind: 'list',
      items: items.map((place) => ({ range, place })),
      table: car.table,
      expected: [car, guests],
      open,
    });
    expect(
      one.verdicts(
        list([car, guests]),
        list([guests]),
        list([guests], true),
        list([car, guests, abroad]),
      ),
    ).toEqual(['exact', 'broken', 'exact', 'broken']);
  });
});

describe('the same figure stated again', () => {
  const again = (first: string, second: string) => {
    const one = sheet(`采购${first}，又说采购${second}。`);
    return one.verdicts({
      kind: 'same',
      figure: one.figure(second, {}, first === second ? 1 : 0),
      other: one.figure(first),
    });
  };
  test.each([
    ['48.00万元', '48.00万元', 'exact'],
    ['5079200元', '507.92万元', 'exact'],
    ['48.00万元', '48.01万元', 'last-place'],
    ['48.00万元', '48.10万元', 'broken'],
    ['5辆', '4辆', 'broken'],
    ['507.92万元', '507.92元', 'unit-slip'],
  ])('%s and %s', (first, second, verdict) => {
    expect(again(first, second)).toEqual([verdict]);
  });

  test('it repeats a mistake, and is as wrong', () => {
    const one = sheet('支出552.00万元。又说支出合计552.00万元。');
    const claims: BareClaim[] = [
      equals(one, '552.00万元', total),
      { kind: 'same', figure: one.figure('552.00万元', {}, 1), other: one.figure('552.00万元') },
    ];
    expect(one.verdicts(...claims)).toEqual(['broken', 'follows']);
    expect(one.lines(...claims)).toEqual([
      '552.00万元 wrong 525.00万元',
      '552.00万元 wrong 525.00万元',
    ]);
  });
});

describe('the ledger', () => {
  test('expressions, calculations, values in the style of the figure', () => {
    const one = sheet('支出合计5,520,000元，基本支出415.00万元，占79.50%，预算20万元。');
    const { prose, coverage } = one.ledger(
      equals(one, '5,520,000元', total),
      equals(one, '415.00万元', basic),
      {
        kind: 'share',
        figure: one.figure('79.50%'),
        part: one.said('415.00万元'),
        whole: one.at(total),
      },
    );
    expect(
      prose.map(({ expression, calculation, expected }) => [expression, calculation, expected]),
    ).toEqual([
      [total, `${total} = 5,250,000元`, '5,250,000元'],
      [basic, `${basic} = 415.00`, undefined],
      [`占比(${basic}, ${total})`, '占比(415.00, 525.00) = 79.05%', '79.05%'],
      [undefined, undefined, undefined],
    ]);
    expect(prose.map(({ verdict }) => verdict)).toEqual(['wrong', 'verified', 'wrong', 'unread']);
    expect(coverage.narrative.nonZero).toEqual({
      verified: 1,
      wrong: 2,
      stated: 0,
      waived: 0,
      unread: 1,
    });
  });

  test('a unit slip is put right in the unit of the table', () => {
    const one = sheet('支出合计525.00元，支出合计5250000.00万元。');
    expect(one.lines(equals(one, '525.00元', total), equals(one, '5250000.00万元', total))).toEqual(
      ['525.00元 wrong 525.00万元', '5250000.00万元 wrong 525.00万元'],
    );
  });

  test('cells: their identity with the numbers put in', () => {
    const { cells, coverage } = sheet('').ledger();
    const first = cells[0];
    expect([first?.printed, first?.verdict, first?.expression]).toEqual([
      '525.00',
      'verified',
      total,
    ]);
    expect(first?.calculation).toBe('415.00 + 110.00 = 525.00');
    expect(coverage.tables.nonZero.wrong).toBe(0);
    expect(cells.length).toBe(20);
  });
});
