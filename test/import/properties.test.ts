import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../grammar/parse.ts';
import { henan } from '../../server/forms/profiles.ts';
import { importText, originalRange } from '../../server/import/import-text.ts';
import { vocabularyOf } from '../../server/report/vocabulary.ts';
import { uncovered } from './sample.ts';

const line = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '第一部分 概况',
    '一、收入支出决算总体情况说明',
    '（一）总体情况。',
    '收入支出决算总表',
    '公开01表',
    '部门：云溪县档案馆',
    '2023年度',
    '单位：万元',
    '项目\t行次\t决算数\t项目\t行次\t决算数',
    '\t9\t\t九、卫生健康支出\t40\t5.70',
    '合计\t\t1.00\t',
    '\t\t本指标\t',
    '项目单位自评表',
    '项目名称\t购置设备',
    '注：本表反映收支。',
    '2023年度收入合计 1.00 万元，其中：财政拨款收入 1.00 万元，占 100%',
    '附件1：《部门整体自评表》',
    '核对 公开01表[行1] = 公开02表[合计]',
    '设 甲 = 1',
    '表 甲',
    '公务用车 [2](无) 辆',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(
      '\t',
      '|',
      '\\',
      '#',
      '*',
      ' ',
      '：',
      '表',
      '1',
      '.',
      '𠀀',
      '（',
      '一',
      '、',
      '<b>',
      '\f',
      '-',
    ),
    maxLength: 12,
  }),
);
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n', '\r', '\f', '\u2028')), {
    maxLength: 30,
  })
  .map((lines) => lines.flat().join(''));

describe('any text', () => {
  it('is imported, and read without a syntax error', () => {
    fc.assert(
      fc.property(text, (original) => {
        const result = importText(original);
        expect(parse(result.text, vocabularyOf(henan)).errors).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('stands in the result: every stretch says the same on both sides, and stretches ascend', () => {
    fc.assert(
      fc.property(text, (original) => {
        const result = importText(original);
        let end = 0;
        for (const stretch of result.stretches) {
          expect(stretch.start).toBeGreaterThanOrEqual(end);
          end = stretch.end;
          const written = result.text.slice(stretch.start, stretch.end);
          const source = original.slice(stretch.originalStart, stretch.originalEnd);
          if (written.length === source.length) expect(written).toBe(source);
          else expect(source).toMatch(/^(?:<(?:br|p|div).*>|&\w+;)$/i);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('leads back from any range to a range inside the original', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(40), (original, from, length) => {
        const result = importText(original);
        const start = result.text.length === 0 ? 0 : from % result.text.length;
        const range = originalRange(result, {
          start,
          end: Math.min(start + length, result.text.length),
        });
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThanOrEqual(original.length);
      }),
    );
  });
});

/** Lines that hold no mark of a format, stand in no contents page and repeat no head: nothing may be left out. */
const plainLine = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '一、收入支出决算总体情况说明',
    '（一）总体情况。',
    '收入支出决算总表',
    '部门：云溪县档案馆',
    '单位：万元',
    '注：本表反映收支。',
    '附件1：《部门整体自评表》',
    '某某表',
    '（2023年度）',
  ),
  fc.string({
    unit: fc.constantFrom('甲', '乙', '。', '，', ' ', '丙丁', '部门决算', '万元', '表'),
    maxLength: 15,
  }),
  fc
    .array(fc.string({ unit: fc.constantFrom('甲', '乙', '1', '.'), maxLength: 4 }), {
      minLength: 2,
      maxLength: 4,
    })
    .map((cells) => cells.join('\t')),
);

describe('nothing is lost', () => {
  it('of a text without contents page, repeated heads and marks', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(plainLine, fc.constantFrom('\n', '\n\n')), {
          maxLength: 25,
          selector: ([words]) => words || Math.random(),
        }),
        (lines) => {
          const original = lines.flat().join('');
          expect(uncovered(original, importText(original))).toEqual([]);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('nothing is invented', () => {
  it('besides what the language needs', () => {
    fc.assert(
      fc.property(text, (original) => {
        const result = importText(original);
        let own = '';
        let at = 0;
        for (const stretch of result.stretches) {
          own += `${result.text.slice(at, stretch.start)}◆`;
          at = stretch.end;
        }
        own += result.text.slice(at);
        const rest = own
          .replace(/^(?:报告|名称|年度|金额单位|日期)：[◆\s]*?\n/gm, '')
          .replace(/^(?:金额单位|年度)：.*\n/gm, '')
          .replace('版式：河南\n', '')
          .replace(/表 (?:无名表\d+)?/g, '')
          .replace(/^\|(?:---\|)+$/gm, '')
          .replaceAll('<br>', '')
          .replace(/[◆\s|#\\]/g, '');
        expect(rest).toBe('');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a range', () => {
  const original = '第三部分 说明\n\n表格甲表\n科目\t金额\n办公费\t\n\n收入<b>合计</b>12.50万元。';
  const result = importText(original);
  const back = (part: string) => {
    const start = result.text.indexOf(part);
    const range = originalRange(result, { start, end: start + part.length });
    return original.slice(range.start, range.end);
  };

  it('of prose, a heading, a cell or a row is the same in the original', () => {
    expect(back('12.50万元')).toBe('12.50万元');
    expect(back('收入合计')).toBe('收入<b>合计');
    expect(back('# 第三部分 说明')).toBe('第三部分 说明');
    expect(back('办公费')).toBe('办公费');
    expect(back('| 科目 | 金额 |')).toBe('科目\t金额');
  });

  it('of an empty cell is the place between the TABs', () => {
    const cell = parse(result.text, vocabularyOf(henan)).tables[0]?.rows.at(-1)?.cells[1];
    if (cell === undefined) throw new Error('no cell');
    const range = originalRange(result, cell);
    expect(range).toEqual({
      start: original.indexOf('办公费\t') + 4,
      end: original.indexOf('办公费\t') + 4,
    });
  });
});
