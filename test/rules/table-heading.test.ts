import { expect, test } from 'vitest';
import { analyse } from '../../server/analysis.ts';

const rows = '| 科目编码 | 科目名称 | 小计 |\n|---|---|---|\n| | 合计 | 1.00 |\n';

test('a heading right above stray rows is offered as the name of their table', () => {
  const text = `名称：青禾县档案馆\n\n## 公开08表\n\n${rows}`;
  const [finding] = analyse({ text }).findings.filter(({ rule }) => rule === 'syntax/error');
  const [edit] = finding?.suggestions[0]?.edits ?? [];
  if (!edit) throw new Error('No suggestion');
  const mended = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  expect(mended).toContain('\n表 公开08表\n\n| 科目编码');
  expect(analyse({ text: mended }).report.forms.size).toBe(1);
});

test('text between them leaves open what the rows are', () => {
  const text = `名称：青禾县档案馆\n\n## 公开08表\n\n说明如下。\n${rows}`;
  const findings = analyse({ text }).findings.filter(({ rule }) => rule === 'syntax/error');
  expect(findings.map(({ suggestions }) => suggestions.length)).toEqual([0]);
});
