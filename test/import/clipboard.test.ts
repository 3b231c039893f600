/** What spreadsheets and word processors put on the clipboard, as lines of the language. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../grammar/parse.ts';
import { henan } from '../../server/forms/profiles.ts';
import { type PasteContext, rowLine, rowsFromClipboard } from '../../server/import/clipboard.ts';
import { gridInTabbedText } from '../../server/import/clipboard-grid.ts';
import { blocksInHtml } from '../../server/import/clipboard-html.ts';
import { vocabularyOf } from '../../server/report/vocabulary.ts';

const context: PasteContext = { profile: henan, rows: undefined, isTitled: false };
const titled: PasteContext = { ...context, isTitled: true };

const lines = (clipboard: { html?: string; text?: string }, where = titled) =>
  rowsFromClipboard(clipboard, where)?.lines;

describe('text with tabulators', () => {
  test('each line is a row, thousands separators stay', () => {
    const text = '201\t一般公共服务支出\t1,497.21\r\n\t合计\t(5.00)\r\n';
    expect(lines({ text })).toEqual([
      '| 201 | 一般公共服务支出 | 1,497.21 |',
      '| | 合计 | (5.00) |',
    ]);
  });

  test('quoted cells hold line breaks, tabulators and quotation marks', () => {
    expect(gridInTabbedText('"甲\n乙"\t"说""好"""\t3\n"没有完\t"\t"')).toEqual([
      ['甲\n乙', '说"好"', '3'],
      ['没有完', '"', ''],
    ]);
    expect(lines({ text: '"甲\n乙"\t1' })).toEqual(['| 甲<br>乙 | 1 |']);
  });

  test('bars and the marks before them are escaped', () => {
    expect(lines({ text: 'a|b\tc\\|d\te\\f\t[1]｜\\' })).toEqual([
      '| a\\|b | c\\\\\\|d | e\\\\f | [1]\\｜\\\\ |',
    ]);
  });

  test('text without tabulators is no table, and empty rows and columns are left out', () => {
    expect(lines({ text: '支出合计120.50万元。\n另起一行' })).toBeUndefined();
    expect(lines({ text: '\t\t\n1\t2\t\n\n3\t4\t\n\t\n' })).toEqual([
      '| 1 | 2 |',
      '| | |',
      '| 3 | 4 |',
    ]);
    expect(lines({ text: '\t\t\n' })).toBeUndefined();
  });

  test('every cell comes back out of the row as it went in', () => {
    const cell = fc.string({
      unit: fc.constantFrom('|', '\\', '[', '1', '档', '𠀀', '｜', '"', '<', '.'),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        const tree = parse(`表 甲\n${rowLine(cells)}\n`, vocabularyOf(henan));
        const row = tree.tables[0]?.rows[0];
        // A separator and an empty row are read as such; neither is ever pasted by itself.
        if (row === undefined) return;
        expect(row.cells.map(({ value }) => value)).toEqual(cells);
      }),
      { numRuns: 500 },
    );
  });
});

/** As a spreadsheet writes it: a style sheet, comments, widths, merged cells, numbers as they are shown. */
const spreadsheet = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=utf-8>
<style><!--table {mso-displayed-decimal-separator:"\\."} .xl65 {text-align:left}--></style></head><body>
<!--StartFragment--><table border=0 cellpadding=0 width=500 style='border-collapse:collapse'>
 <col width=64><col width=64 span=4>
 <tr height=19><td colspan=5 class=xl65 height=19 style='height:14pt'>支出决算表</td></tr>
 <tr><td colspan=4></td><td align=right>公开03表</td></tr>
 <tr><td colspan=3>部门：青禾县𠀀档案馆</td><td colspan=2>金额单位：万元</td></tr>
 <tr><td colspan=2 class=xl66>项目</td><td rowspan=2>本年支出合计</td><td rowspan=2>基本<br>支出</td><td rowspan=2>项目支出</td></tr>
 <tr><td>科目编码</td><td>科目名称</td></tr>
 <tr><td colspan=2>合计</td><td x:num="1120.5" align=right>1,120.50</td><td>98.20&nbsp;</td><td style='mso-number-format:"0.00"'>1,022.30</td></tr>
 <tr><td x:str>201</td><td>一般公共服务支出</td><td>&#49;20.50</td><td></td><td style="display:none">隐</td><td>—</td></tr>
 <tr><td colspan=5>注：本表反映部门本年度各项支出情况。</td></tr>
<!--EndFragment--></table></body></html>`;

describe('HTML', () => {
  test('a form copied from a spreadsheet brings its name, its fields and its note along', () => {
    expect(lines({ html: spreadsheet, text: '别的' }, context)).toEqual([
      '支出决算表',
      '公开03表',
      '部门：青禾县𠀀档案馆',
      '金额单位：万元',
      '| 项目 | | 本年支出合计 | 基本<br>支出 | 项目支出 |',
      '| 科目编码 | 科目名称 | | | |',
      '| 合计 | | 1,120.50 | 98.20 | 1,022.30 |',
      '| 201 | 一般公共服务支出 | 120.50 | | — |',
      '注：本表反映部门本年度各项支出情况。',
    ]);
    expect(rowsFromClipboard({ html: spreadsheet }, context)?.nameless).toEqual([]);
  });

  test('paragraphs around a table of a word processor are lines', () => {
    const html = `<p class=MsoNormal align=center><b><span lang=EN-US>2023</span><span>年度支出决算表</span></b></p>
<p class=MsoNormal><span>公开<span lang=EN-US>03</span>表<o:p></o:p></span></p>
<div align=center><table class=MsoTableGrid><tbody>
<tr><td><p class=MsoNormal>科目编码</p></td><td><p>科目名称</p></td><td><p>本年支出合计</p></td></tr>
<tr><td><p></p></td><td><p>合<span>计</span></p></td><td><p align=right>120.50<o:p></o:p></p></td></tr>
</tbody></table></div><p>支出合计<b>120.50</b>万元。</p>`;
    expect(lines({ html }, context)).toEqual([
      '2023年度支出决算表',
      '公开03表',
      '| 科目编码 | 科目名称 | 本年支出合计 |',
      '| | 合计 | 120.50 |',
      '支出合计120.50万元。',
    ]);
  });

  test('cells merged across rows and columns leave the places that they cover empty', () => {
    const html = `<table><tr><th rowspan=3>甲</th><th colspan=2>乙</th></tr>
<tr><td>1</td><td rowspan=2>2</td></tr><tr><td>3</td></tr><tr><td>4<td>5<td>6</table>`;
    expect(blocksInHtml(html)).toEqual([
      {
        kind: 'grid',
        grid: [
          ['甲', '乙', ''],
          ['', '1', '2'],
          ['', '3', ''],
          ['4', '5', '6'],
        ],
      },
    ]);
  });

  test('a table within a table is text of the cell that holds it', () => {
    const html =
      '<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>';
    expect(lines({ html })?.[0]?.replace(/<br>| /g, '')).toBe('|a|bc|');
  });

  test('without a table, or with one cell alone, the text is pasted as it is', () => {
    expect(lines({ html: '<p>支出合计</p>' })).toBeUndefined();
    expect(lines({ html: '<table><tr><td>120.50</td></tr></table>' })).toBeUndefined();
    expect(lines({ html: '<p>没有</p>', text: '1\t2' })).toEqual(['| 1 | 2 |']);
  });

  test('whatever it is, it is read', () => {
    const piece = fc.constantFrom(
      ...[
        '<table>',
        '</table>',
        '<tr>',
        '</tr>',
        '<td>',
        '<td colspan=3 rowspan=2>',
        '</td>',
        '<p>',
        '<br>',
      ],
      ...[
        '<style>',
        '</style>',
        '<!--',
        '-->',
        '<![if x]>',
        '甲',
        '|',
        '\t',
        '𠀀',
        '&lt;',
        "<td style='display:none'>",
      ],
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const html = pieces.join('');
        const rows = rowsFromClipboard({ html, text: html }, context);
        for (const line of rows?.lines ?? []) expect(line).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

describe('where it is pasted', () => {
  const rows = [
    ['科目编码', '科目名称', '小计'],
    ['栏次', '', '1'],
    ['', '合计', '99.40'],
  ];

  test('a table that is continued does not get its head again', () => {
    const text = '科目编码\t科目名称\t小 计\n栏次\t\t1\n201\t一般公共服务支出\t99.40\n';
    expect(lines({ text }, { ...context, rows })).toEqual(['| 201 | 一般公共服务支出 | 99.40 |']);
    expect(lines({ text: '208\t社会保障\t1' }, { ...context, rows })).toEqual([
      '| 208 | 社会保障 | 1 |',
    ]);
  });

  test('another form is not taken for a continuation', () => {
    expect(lines({ html: spreadsheet }, { ...context, rows })?.[0]).toBe('支出决算表');
  });

  test('a table without a name is given a place for one, its own title is one', () => {
    expect(rowsFromClipboard({ text: '项目\t本年\n档案\t12860' }, context)).toEqual({
      lines: ['表 ', '| 项目 | 本年 |', '| 档案 | 12860 |'],
      nameless: [0],
    });
    expect(lines({ text: '馆藏情况\t\t\n项目\t本年\t上年\n档案\t12860\t1' }, context)?.[0]).toBe(
      '表 馆藏情况',
    );
    expect(lines({ text: '项目\t本年\n档案\t12860' }, titled)?.[0]).toBe('| 项目 | 本年 |');
  });
});
