import { describe, expect, it } from 'vitest';
import type { Block } from '../../server/import/block.ts';
import { textOf } from '../../server/import/inline.ts';
import { readText } from '../../server/import/read-text.ts';
import { cellsOf } from './sample.ts';

function outline(text: string): string[] {
  return readText(text).map((block: Block) =>
    block.kind === 'table'
      ? `table ${block.rows.length}`
      : `${block.kind}${block.kind === 'heading' ? (block.level ?? '') : ''} ${textOf(block.pieces)}`,
  );
}

describe('lines', () => {
  it('come with what lies between them', () => {
    const gaps = readText('甲\n乙\n\n丙\f丁').map((block) => block.gap);
    expect(gaps).toEqual(['blank', 'line', 'blank', 'page']);
  });

  it.each([
    ['CRLF', '甲\r\n\r\n乙'],
    ['lone CR', '甲\r\r乙'],
    ['a byte-order mark', '\ufeff甲\n\n乙'],
    ['U+2028', '甲\u2028\u2028乙'],
  ])('end with %s', (_, text) => {
    const blocks = readText(text);
    expect(blocks.map((block) => text.slice(block.start, block.end))).toEqual(['甲', '乙']);
    expect(blocks[1]?.gap).toBe('blank');
  });

  it('keep their offsets beside a surrogate pair', () => {
    const text = '𠀀村\n\n𠀀镇\t1';
    expect(readText(text).map((block) => text.slice(block.start, block.end))).toEqual([
      '𠀀村',
      '𠀀镇\t1',
    ]);
  });

  it('that are page numbers are left out, and show a page break', () => {
    expect(outline('经费是\n\n— 3 —\n\n由财政\n\n第 4 页 共 9 页\n\n拨付。')).toEqual([
      'paragraph 经费是',
      'paragraph 由财政',
      'paragraph 拨付。',
    ]);
    expect(readText('经费是\n\n- 3 -\n\n由财政')[1]?.gap).toBe('page');
  });

  it('that every page prints above or below its text are left out', () => {
    const running = '云溪县档案馆2023年度部门决算';
    const cover = `${running}\n\n目录\n一、职责\n二、机构\n三、说明\n\n`;
    const pages = ['甲', '乙', '丙'].map((word) => `${word}\n7\n${running}\n`).join('');
    expect(outline(`${cover}${pages}丁`).slice(-4)).toEqual([
      'paragraph 甲',
      'paragraph 乙',
      'paragraph 丙',
      'paragraph 丁',
    ]);
    expect(outline(cover)[0]).toBe(`paragraph ${running}`);
    expect(readText(`${cover}${pages}丁`).at(-1)?.gap).toBe('page');
    // Twice is no page; names of tables and sentences stand where they stand.
    for (const line of [
      '2023年度支出决算表',
      '2023年度部门决算已经公开。',
      '一、2023年度决算',
      '单位：万元',
    ]) {
      const text = cover + `甲\n${line}\n`.repeat(4);
      expect(outline(text).filter((block) => block.endsWith(line))).toHaveLength(4);
    }
    expect(outline(cover + `甲\n${running}\n`.repeat(2))).toHaveLength(9);
  });

  it('that are bare numbers are page numbers where they count upwards', () => {
    expect(outline('甲\n\n3\n\n乙\n\n4\n\n丙')).toEqual([
      'paragraph 甲',
      'paragraph 乙',
      'paragraph 丙',
    ]);
    expect(outline('共有\n\n3\n\n辆')).toEqual(['paragraph 共有', 'paragraph 3', 'paragraph 辆']);
    expect(outline('甲\n\n12\f乙')).toEqual(['paragraph 甲', 'paragraph 乙']);
  });
});

describe('marks', () => {
  it('are taken off headings and text', () => {
    expect(outline('## **第二部分 决算表** ##\n\n1. **公务接待费** 预算为0万元')).toEqual([
      'heading2 第二部分 决算表',
      'paragraph 1. 公务接待费 预算为0万元',
    ]);
  });

  it('that stand for something left out are text', () => {
    expect(outline('联系人张**，李**。')).toEqual(['paragraph 联系人张**，李**。']);
  });

  it('of a list go before a numbering, and stay elsewhere', () => {
    expect(outline('- 一、部门职责\n- 车辆')).toEqual([
      'paragraph 一、部门职责',
      'paragraph - 车辆',
    ]);
  });

  it('leave pieces that stand unbroken in the original', () => {
    const text = '**本年**收入<b>合计</b>';
    const [block] = readText(text);
    if (block?.kind !== 'paragraph') throw new Error('not a paragraph');
    for (const piece of block.pieces) expect(text.slice(piece.start, piece.end)).toBe(piece.text);
    expect(textOf(block.pieces)).toBe('本年收入合计');
  });

  it('a backslash is itself outside Markdown', () => {
    expect(outline('甲\\*乙')).toEqual(['paragraph 甲\\*乙']);
    expect(outline('# 题\n\n甲\\*乙')).toEqual(['heading1 题', 'paragraph 甲*乙']);
  });
});

describe('rows', () => {
  it('of TABs keep every cell, also empty ones at both ends', () => {
    const [block] = readText('项目\t行次\t\n\t9\t\t\n\t\t1.00\t');
    expect(cellsOf(block)).toEqual([
      ['项目', '行次', ''],
      ['', '9', '', ''],
      ['', '', '1.00', ''],
    ]);
  });

  it('know where an empty cell would stand', () => {
    const text = '甲\t\t乙\n丙\t丁\t戊';
    const [block] = readText(text);
    if (block?.kind !== 'table') throw new Error('not a table');
    expect(block.rows[0]?.cells.map((cell) => [cell.start, cell.end])).toEqual([
      [0, 1],
      [2, 2],
      [3, 4],
    ]);
  });

  it('of bars lose separator, escapes and marks', () => {
    const [block] = readText('| 科目 | 决算\\|数 |\n|---|--:|\n| **办公费**<br>印刷费 | 1.00 |');
    expect(cellsOf(block)).toEqual([
      ['科目', '决算|数'],
      ['办公费\n印刷费', '1.00'],
    ]);
  });

  it('of bars may leave out the bars at both ends', () => {
    const [block] = readText('科目 | 决算数\n--- | ---\n办公费 | 1.00');
    expect(cellsOf(block)).toEqual([
      ['科目', '决算数'],
      ['办公费', '1.00'],
    ]);
    expect(outline('甲|乙')).toEqual(['paragraph 甲|乙']);
  });

  it('are cut where a blank line stands', () => {
    expect(outline('甲\t1\n乙\t2\n\n丙\t3\n丁\t4')).toEqual(['table 2', 'table 2']);
  });

  it('are not made by a TAB within a sentence that stands where no rows are', () => {
    const long = '本年收入合计\t120.50万元，其中财政拨款收入120.50万元，占本年收入合计的100%。';
    const second =
      '支出合计120.50万元，其中基本支出98.20万元，\t占本年支出合计的81.49%，其余是项目支出。';
    const row = '201\t一般公共服务支出\t120.50';
    expect(outline(`一、收入\n\n\t${long}\n\n二、支出`)[1]).toBe(`paragraph ${long}`);
    expect(outline(`甲\n二、\t支出情况\n${long}\n乙`)).toHaveLength(4);
    expect(outline(`甲\n${second}\n${second}\n乙`)).toHaveLength(4);
    // Among rows, or what is named and described, it is a row.
    expect(outline(`${row}\n${row}\n${long}`)).toEqual(['table 3']);
    expect(outline(`${row}\n甲\n${long}`)[2]).toBe('table 1');
    expect(outline(`${long}\n${long}`)).toEqual(['table 2']);
    expect(outline('项目概况\t完成了年度任务。')).toEqual(['table 1']);
  });

  it('are not made by a TAB that only indents', () => {
    expect(outline('\t2023年度收入合计1.00万元。\n\n一、\t部门职责')).toEqual([
      'paragraph 2023年度收入合计1.00万元。',
      'paragraph 一、\t部门职责',
    ]);
  });
});
