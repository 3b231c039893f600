import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { format, formatEdits } from '../../grammar/format.ts';
import { parse } from '../../grammar/parse.ts';
import { REALISTIC, someSource } from './arbitraries.ts';
import { meaningOf } from './meaning.ts';
import { vocabulary } from './vocabulary.ts';

const options = { displayWidth: stringWidth };
const formatted = (text: string) => format(parse(text, vocabulary), options);

describe('what the formatter writes', () => {
  test('columns in line, numbers to the right, codes to the left', () => {
    expect(
      formatted(
        '表  公开03表(元)\n|科目编码|科目名称|本年支出合计|\n|---|:-:|---|\n|201|一般公共服务支出|1,100.30|\n|20126|档案|=|\n||𠀀|\n',
      ),
    ).toBe(
      [
        '表 公开03表 （单位：元）',
        '| 科目编码 |     科目名称     | 本年支出合计 |',
        '|----------|:----------------:|--------------|',
        '| 201      | 一般公共服务支出 |     1,100.30 |',
        '| 20126    |       档案       |            = |',
        '|          |        𠀀        |',
        '',
      ].join('\n'),
    );
  });

  test('TAB rows become bar rows; blank lines that a page break left are closed', () => {
    expect(formatted('收入决算表\n\n项目\t收入\n\n\n合计\t1.50\t\n\ta|b\n\n\n\n注：完\n')).toBe(
      [
        '收入决算表',
        '',
        '| 项目 | 收入 |',
        '| 合计 | 1.50 |  |',
        '|      | a\\|b |',
        '',
        '注：完',
        '',
      ].join('\n'),
    );
  });

  test('header, headings, statements, directives', () => {
    expect(
      formatted(
        '名 称 :  示例市 档案馆  \n下级：\n－　甲.gouji\n＃＃  概况  \n设　甲＝1 + 2\n核对   甲>= 乙*2  容差  1   “因为”\n| 1 |// 免核本行\n正文  // 免核本行 a/b  \n',
      ),
    ).toBe(
      [
        '名称：示例市 档案馆',
        '下级：',
        '- 甲.gouji',
        '## 概况',
        '设 甲 = 1 + 2',
        '核对 甲 ≥ 乙*2 容差 1 “因为”',
        // A row in no table is left alone.
        '| 1 |// 免核本行',
        '正文 // 免核本行 a/b',
        '',
      ].join('\n'),
    );
  });

  test('a wide table is not padded, and one long cell does not widen its column', () => {
    const wide = `表 甲\n| ${Array(20).fill('一二三四五六七八').join(' | ')} |\n| 1 | 2 |\n`;
    expect(formatted(wide)).toBe(wide);
    const long = '字'.repeat(30);
    expect(formatted(`表 甲\n| a | b |\n| ${long} | 1 |\n| cc | 2 |\n`)).toBe(
      `表 甲\n| a  | b |\n| ${long} | 1 |\n| cc | 2 |\n`,
    );
  });

  test('byte-order mark and line endings stay; one ending at the end', () => {
    expect(formatted('\ufeff\r\n\r\n正文  \r\n\r\n \t\r\n尾')).toBe('\ufeff正文\r\n\r\n尾\r\n');
    expect(formatted('正文\r\r\r尾\r\r')).toBe('正文\r\r尾\r');
    expect(formatted('')).toBe('');
    expect(formatted('\ufeff')).toBe('\ufeff');
    expect(formatted(' \n\n')).toBe('');
  });

  test('prose keeps its indent, its blanks and its bindings', () => {
    const text = '　　二 〇  [ 3 ]( 无 )人 。\n';
    expect(formatted(text)).toBe(text);
  });
});

test('formatting twice is formatting once', () => {
  fc.assert(
    fc.property(someSource, (text) => {
      const once = formatted(text);
      expect(formatted(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

test('formatting changes no meaning', () => {
  fc.assert(
    fc.property(someSource, (text) => {
      const tree = parse(text, vocabulary);
      expect(meaningOf(parse(format(tree, options), vocabulary))).toEqual(meaningOf(tree));
    }),
    { numRuns: 2000 },
  );
});

test('edits stand in order, none over another, and a formatted text needs none', () => {
  fc.assert(
    fc.property(someSource, (text) => {
      let at = 0;
      for (const edit of formatEdits(parse(text, vocabulary), options)) {
        expect(edit.start).toBeGreaterThanOrEqual(at);
        expect(edit.text === text.slice(edit.start, edit.end)).toBe(false);
        at = edit.end;
      }
      expect(formatEdits(parse(formatted(text), vocabulary), options)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('a directive behind prose is left where it stands', () => {
  const text = '##// gouji-disable-line sum/row -- 理由\n';
  expect(formatted(text)).toBe(text);
});

test('only the lines that change have an edit', () => {
  const clean = formatted(REALISTIC);
  const untidy = clean.replace('名称：', '名称: ').replace('# 第一部分', '#   第一部分');
  expect(formatEdits(parse(untidy, vocabulary), options).map(({ text }) => text)).toEqual([
    '名称：示例市档案馆',
    '# 第一部分 示例市档案馆概况',
  ]);
});
