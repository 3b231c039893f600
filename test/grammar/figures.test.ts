import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphNumbers, scanFigures, scanNumbers } from '../../grammar/figures.ts';
import { parse } from '../../grammar/parse.ts';
import { someSource } from './arbitraries.ts';
import { vocabulary } from './vocabulary.ts';

/** A sentence with its numbers drawn beneath as `text=kind`. */
const SENTENCES: readonly (readonly [string, string])[] = [
  [
    '2023年度收、支总计均为3,088.57万元，下降64.34%，占比提高1.2个百分点。',
    '2023年度=year 3,088.57万元=amount 64.34%=percentage 1.2个百分点=points',
  ],
  ['接待团组76个、来宾998人次，自评98.75分。', '76个=count 998人次=count 98.75分=score'],
  ['3，5，7项', '3=count 5=count 7项=count'],
  ['共3、5、7项', '3=count 5=count 7项=count'],
  ['支出1，234.5万元和1，234万元', '1，234.5万元=amount 1，234万元=amount'],
  ['分别为12.5，13.6万元', '12.5=amount 13.6万元=amount'],
  ['2021、2022、2023年', '2021=year 2022=year 2023年=year'],
  ['2015-2020年', '2015-2020年=year'],
  ['《年鉴（2023）》', '2023=year'],
  ['于2024年9月30日、10月批复', '2024年9月30日=date 10月=date'],
  ['截至2024.09.30和2024-09-30', '2024.09.30=date 2024-09-30=date'],
  [
    '平编〔2021〕28号、第140号、豫财预2022-83号',
    '2021=document 28=document 140=ordinal 2022-83=document',
  ],
  ['5G基站、A4纸', '5=identifier 4=identifier'],
  ['电话：3501595', '3501595=telephone'],
  ['联系0391-3501595', '0391-3501595=identifier'],
  ['单价100万元（含）以上设备0台（套）', '100万元=threshold 0台=count'],
  ['单价50万元以上设备3台', '50万元=threshold 3台=count'],
  ['完成95%以上', '95%=percentage'],
  ['总计580.00万元（含结转和结余）', '580.00万元=amount'],
  ['价值50万元（含50万元）以上', '50万元=threshold 50万元=threshold'],
  ['1.2023年度支出5.00万元', '1=numbering 2023年度=year 5.00万元=amount'],
  ['支出500余万元，接待30多人次', '500余万元=amount 30多人次=count'],
  [
    '社会保障和就业支出（208类）行政运行（01项）共3项',
    '208类=identifier 01项=identifier 3项=count',
  ],
  ['分值区间100%-80%（含）', '100%-80%=threshold'],
  ['5-10万元，95%至98%', '5-10万元=amount 95%至98%=percentage'],
  ['1. 行政单位2个；2.政务公开', '1=numbering 2个=count 2=numbering'],
  ['（3）其他', '3=numbering'],
  ['1.2.3 总体情况', '1.2.3=numbering'],
  ['全天24小时，为期3年，共12个月', '24小时=duration 3年=duration 12个月=duration'],
  ['涉及金额 5079200 元', '5079200 元=amount'],
  ['共有2部门、3项目', '2=bare 3=bare'],
  ['增长-5.2%，为-3万元，(-5%)', '-5.2%=percentage -3万元=amount -5%=percentage'],
  ['支出１２．５０万元，占８０％', '１２．５０万元=amount ８０％=percentage'],
  ['二〇二三年，三个项目', ''],
  ['𠀀12.5万元𠀀', '12.5万元=amount'],
];

describe('numbers in prose are told apart', () => {
  for (const [sentence, drawn] of SENTENCES) {
    test(sentence, () => {
      const found = scanNumbers(sentence, 0, sentence.length).map(
        ({ start, end, kind }) => `${sentence.slice(start, end)}=${kind}`,
      );
      expect(found.join(' ')).toBe(drawn);
    });
  }
});

test('a malformed figure is a figure with an error', () => {
  const text = '为35.36.00万元，合计99.4.万元，计1，23.4万元';
  expect(scanFigures(text, 0, text.length)).toMatchObject([
    { kind: 'amount', unit: '万元', malformed: { reason: 'two-points', repair: undefined } },
    { kind: 'amount', malformed: { reason: 'stray-point', repair: '99.4' } },
    { kind: 'amount', malformed: { reason: 'grouping', repair: undefined } },
  ]);
});

test('a sign belongs to a number only where nothing before the dash makes a range or a name of it', () => {
  for (const [text, units] of [
    ['-3万元', -3],
    ['为-3万元', -3],
    ['（-3万元', -3],
    ['共计 -3万元', -3],
    ['甲-3万元', 3],
    ['2023年-3万元', 3],
  ] as const) {
    expect(scanFigures(text, 0, text.length)[0]?.units, text).toBe(units);
  }
});

test('value, unit and both ends of a range', () => {
  const text = '5.5-10万元';
  expect(scanFigures(text, 0, text.length)).toEqual([
    {
      kind: 'amount',
      isLoose: false,
      start: 0,
      end: 8,
      number: { start: 0, end: 3 },
      unit: '万元',
      unitRange: { start: 6, end: 8 },
      units: 55,
      decimals: 1,
      upper: { units: 10, decimals: 0, number: { start: 4, end: 6 } },
      malformed: undefined,
    },
  ]);
});

test('a line may begin with the comma of a group', () => {
  const text = '收入72\n,667.41万元，增加5\n,66元';
  expect(scanFigures(text, 0, text.length)).toMatchObject([
    { units: 7266741, decimals: 2, unit: '万元' },
    { units: 66, unit: '元' },
  ]);
});

test('line breaks may stand inside a number and before or in its unit', () => {
  const text = '支出1,\n234.\r\n56 万\n元，下降5\n%';
  expect(scanFigures(text, 0, text.length)).toMatchObject([
    { units: 123456, decimals: 2, unit: '万元' },
    { units: 5, unit: '%' },
  ]);
});

test('targets of bindings and directives are not read, units behind them are', () => {
  const text =
    '增加[12.6%](增幅(公开03表[201].基本支出, 5))，接待[318](无)人次和[7](公开03表[202])万元 // 免核本行 a/b：共3项\n又2项\n';
  const tree = parse(text, vocabulary);
  const paragraph = tree.paragraphs[0];
  if (!paragraph) throw new Error('no paragraph');
  const found = paragraphNumbers(tree, paragraph);
  expect(found.map(({ units, unit, kind }) => `${units}${unit} ${kind}`)).toEqual([
    '126% percentage',
    '318人次 count',
    '7万元 amount',
    '2项 count',
  ]);
});

test('numbers stand in order, inside the stretch, each with its digits', () => {
  fc.assert(
    fc.property(someSource, fc.nat(20), fc.nat(20), (text, before, after) => {
      const start = Math.min(before, text.length);
      const end = Math.max(start, text.length - after);
      let at = start;
      for (const found of scanNumbers(text, start, end)) {
        expect(found.start).toBeGreaterThanOrEqual(at);
        expect(found.end).toBeLessThanOrEqual(end);
        expect(text.slice(found.number.start, found.number.end)).toMatch(/[0-9０-９]/);
        at = found.end;
      }
    }),
    { numRuns: 2000 },
  );
});
