import { describe, expect, test } from 'vitest';
import { parseSubjectRows } from '../../server/subjects/rows.ts';

const heading = 'code\tname\tlevel\tfirst_year\tlast_year\tbook\tevidence\tseen_year\tconfidence';

function problems(...lines: string[]): [number, string][] {
  const { problems } = parseSubjectRows([heading, ...lines].join('\n'));
  return problems.map(({ line, message }) => [line, message.zh]);
}

describe('reads', () => {
  test('every column', () => {
    const line = '2296011\t某支出\t项\t2020\t2022\t政府性基金预算\tunverified\t2021\tmedium';
    const parents = '229\t其他支出\n22960\t彩票公益金安排的支出';
    expect(parseSubjectRows(`${heading}\n${parents}\n${line}\n`).rows.at(-1)).toEqual({
      code: '2296011',
      name: '某支出',
      level: '项',
      firstYear: 2020,
      lastYear: 2022,
      book: '政府性基金预算',
      evidence: 'unverified',
      seenYear: 2021,
      confidence: 'medium',
    });
  });

  test('a table of codes and names alone, and vouches for it as its owner does', () => {
    expect(parseSubjectRows('name\tcode\n教育支出\t205')).toEqual({
      rows: [
        { code: '205', name: '教育支出', level: '类', evidence: 'document', confidence: 'high' },
      ],
      problems: [],
    });
  });

  test('what spreadsheets write: byte-order mark, CRLF, quotes, blank lines, half-width brackets', () => {
    const text =
      '\ufeffcode\tname\r\n\r\n "201" \t"某“三公”(室) 事务"\r\n\r\n205\t"教育""支出"\r\n';
    const { rows, problems } = parseSubjectRows(text);
    expect(problems).toEqual([]);
    expect(rows.map(({ code, name }) => [code, name])).toEqual([
      ['201', '某“三公”（室）事务'],
      ['205', '教育支出'],
    ]);
  });
});

describe('reports the line and what to do', () => {
  test.each([
    ['2080\t某', '3 位、款 5 位、项 7 位'],
    ['3010101\t某', '经济分类只到款'],
    ['\t某', '科目编码「」'],
    ['205\t', '科目 205 没有名称'],
    ['205\t教育支出\t款', '按编码位数应为「类」'],
    ['205\t教育支出\t类\t19\t', 'first_year「19」不是年度'],
    ['205\t教育支出\t类\t\t20233', 'last_year「20233」不是年度'],
    ['205\t教育支出\t类\t2023\t2020', '起始年度 2023 晚于终止年度 2020'],
    ['205\t教育支出\t\t\t\t\t文件', 'document, unverified'],
    ['205\t教育支出\t\t\t\t\t\t\t高', 'high, medium, low'],
  ])('%j', (line, message) => {
    const found = problems('201\t一般公共服务支出', line);
    expect(found).toEqual([[3, expect.stringContaining(message)]]);
  });

  test('a repeated code and name, with the line of the first', () => {
    expect(problems('205\t教育支出', '205\t教育', '205\t教 育支出')).toEqual([
      [4, expect.stringContaining('与第 2 行重复')],
    ]);
  });

  test('an absent parent, and keeps the row', () => {
    const { rows, problems } = parseSubjectRows('code\tname\n20805\t某\n208\t某\n2089901\t某');
    expect(problems.map(({ line }) => line)).toEqual([4]);
    expect(problems[0]?.message.en).toContain('20899');
    expect(rows).toHaveLength(3);
  });

  test.each(['', '\n\n', 'just words', 'code\tlevel\n205\t类'])('no heading: %j', (text) => {
    const { rows, problems } = parseSubjectRows(text);
    expect(rows).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.line).toBeGreaterThan(0);
  });
});
