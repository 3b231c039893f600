/** Real reports, where they are at hand: `GOUJI_CORPUS` names their folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../../grammar/parse.ts';
import { henan } from '../../server/forms/profiles.ts';
import { importText, isImportable } from '../../server/import/import-text.ts';
import { vocabularyOf } from '../../server/report/vocabulary.ts';
import { uncovered } from './sample.ts';

const folder = process.env.GOUJI_CORPUS ?? '';
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => /^\d{3}_.*\.txt$/.test(name))
  : [];

interface Expected {
  readonly header: readonly string[];
  /** Names of the attachments, in order. */
  readonly attachments: readonly string[];
  readonly notes: readonly string[];
  /** Rows that page breaks had cut in two. */
  readonly cutRows: number;
}

const header = (kind: string, name: string, date: string) => [
  `报告：${kind}`,
  `名称：${name}`,
  '年度：2023',
  '金额单位：万元',
  '版式：河南',
  `日期：${date}`,
];

const EXPECTED: Readonly<Record<string, Expected>> = {
  '000': {
    header: header('部门决算', '平顶山市人民政府经济技术协作办公室', '二〇二四年九月'),
    attachments: ['部门整体支出绩效自评情况表'],
    notes: [],
    cutRows: 0,
  },
  '001': {
    header: header('部门决算', '中国共产党焦作市中站区委员会', '二〇二四年九月'),
    attachments: [
      '部门整体支出绩效自评情况表',
      '项目单位自评汇总表',
      ...Array(3).fill('项目单位自评表'),
    ],
    // The contents page leaves 办公室 out of two parts and the body's name out of the first section.
    notes: [...Array(3).fill('contents-differs'), ...Array(4).fill('row-rejoined')],
    cutRows: 4,
  },
  '002': {
    header: header('部门决算', '焦作经济技术产业集聚区管理委员会', '二〇二四年九月'),
    attachments: ['部门整体支出绩效自评情况表'],
    // The third part is headed 第二部分 in the body, and the first section names the body.
    notes: ['contents-differs', 'contents-differs'],
    cutRows: 0,
  },
  '003': {
    header: header('部门决算', '平顶山市工业和信息化局', '二〇二四年九月'),
    attachments: ['部门整体自评表', '项目支出绩效自评表'],
    notes: [],
    cutRows: 0,
  },
  '004': {
    header: header('单位决算', '济源产城融合示范区管理委员会办公室（本级）', '二〇二四年十月'),
    attachments: Array(14).fill('项目单位自评表'),
    notes: [],
    cutRows: 0,
  },
};

const FORMS = henan.forms.map((form) => form.key);

/** Rows as a reader who knows nothing of reports sees them: each line with TABs, cut at the TABs. */
function naiveRows(original: string): string[] {
  return original
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) =>
      line
        .replaceAll(/<\/?b>/g, '')
        .split('\t')
        .map((cell) => cell.trim())
        .join('\t'),
    );
}

function putTogether(row: string, next = ''): string {
  const rest = next.split('\t');
  return row
    .split('\t')
    .map((cell, index) => cell + (rest[index] ?? ''))
    .join('\t');
}

describe.skipIf(files.length === 0)('the reports at hand', () => {
  for (const file of files) {
    const expected = EXPECTED[file.slice(0, 3)];
    if (expected === undefined) continue;
    describe(file, () => {
      const original = readFileSync(join(folder, file), 'utf8');
      const result = importText(original);
      const tree = parse(result.text, vocabularyOf(henan));

      it('is known as a report, and leaves nothing without a place', () => {
        expect(isImportable(original)).toBe(true);
        expect(result.unplaced).toEqual([]);
        expect(tree.errors).toEqual([]);
      });

      it('has its header filled in', () => {
        expect(result.text.split('\n\n')[0]?.split('\n')).toEqual(expected.header);
      });

      it('has the nine forms, once each and in order, then its attachments', () => {
        expect(tree.tables.slice(0, 9).map((table) => table.startLine.form)).toEqual(FORMS);
        expect(tree.tables.slice(9).map((table) => table.startLine.name.value)).toEqual(
          expected.attachments,
        );
        for (const table of tree.tables.slice(0, 9)) {
          const kinds = table.fields
            .flatMap((field) => field.parts.map((part) => part.kind))
            .sort();
          expect(kinds).toEqual(['body', 'form-number', 'unit', 'year']);
        }
      });

      it('has the note under each form that prints one', () => {
        const notes = tree.tables.map((table) => table.notes.length).slice(0, 9);
        const printed = original
          .split('\n')
          .filter((line) => /^\s*(?:注|说明)：/.test(line)).length;
        const attached = tree.tables.slice(9).reduce((sum, table) => sum + table.notes.length, 0);
        expect(notes.reduce((sum, count) => sum + count, 0)).toBe(printed - (attached > 0 ? 1 : 0));
      });

      it('has the rows of the original, but for repeated heads and rows put together', () => {
        const imported = tree.tables.flatMap((table) =>
          table.rows
            .filter((row) => !row.separator)
            .map((row) => row.cells.map((cell) => cell.value.replaceAll(/\s/g, '')).join('\t')),
        );
        const naive = naiveRows(original).map((row) => row.replaceAll(/[^\S\t]/g, ''));
        const taken = new Set<string>();
        const missing: string[] = [];
        let cut = 0;
        let at = 0;
        for (let index = 0; index < naive.length; index += 1) {
          const row = naive[index] ?? '';
          if (imported[at] === row) {
            taken.add(row);
            at += 1;
          } else if (imported[at] === putTogether(row, naive[index + 1])) {
            cut += 1;
            index += 1;
            at += 1;
          } else if (!taken.has(row)) missing.push(row);
        }
        // Titles, dates and notes that stood in merged cells are lines of the table now; a drawn rule is none.
        const merged =
          /^(?:部门整体支出绩效自评情况表|2024年09月|2023年|<p>注：[^\t]*|-+[-\t]*-)\t*$/;
        expect(missing.filter((row) => !merged.test(row))).toEqual([]);
        expect(at).toBe(imported.length);
        expect(cut).toBe(expected.cutRows);
      });

      it('has every character of the original, but for contents page, repeated heads and marks', () => {
        const page = original.search(/目\s*录/);
        const body = original.indexOf('第一部分', original.indexOf('第一部分', page) + 1);
        const rows = new Set(naiveRows(original).map((row) => row.trim()));
        const blanked = original.slice(page, body).replaceAll(/\S/g, ' ');
        const lost = uncovered(original.slice(0, page) + blanked + original.slice(body), result)
          .flatMap((run) => run.split('\n'))
          .map((line) => line.replace(/^[#*\s-]+|[#*\s]+$/g, ''))
          .filter((line) => line !== '' && !/^(?:<\/?[bp]>\s*)+$/.test(line))
          // 年度 of the cover is the key of the header's field.
          .filter((line) => line !== '年度' && !rows.has(line));
        expect(lost).toEqual([]);
      });

      it('is noted where contents page and body differ, or a row was cut', () => {
        expect(result.notes.map((note) => note.code)).toEqual(expected.notes);
      });

      it('has its narrative in whole paragraphs', () => {
        const cut = tree.paragraphs
          .map((paragraph) =>
            paragraph.lines.map((line) => result.text.slice(line.start, line.end)).join(''),
          )
          .filter((text) => !/[。：:；！？）]$/.test(text));
        expect(cut).toEqual([]);
      });
    });
  }
});

it('the reports at hand were tried', () => {
  if (files.length === 0)
    console.log('GOUJI_CORPUS is not set: imports of real reports were not tried.');
});
