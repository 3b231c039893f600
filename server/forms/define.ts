/** Short ways to write form data, so that a form's file reads like the form. */
import type { ColumnDefinition, Identity, KeyColumn, RowDefinition } from '../report/form.ts';
import type { RuleId } from '../report/identifiers.ts';

/** An amount column: its name, the 栏次 printed under it, other heads that mean it, heads above it. */
export function column(
  name: string,
  number: number | undefined,
  aliases: readonly string[] = [],
  path: readonly string[] = [],
): ColumnDefinition {
  return { name, path, aliases, number };
}

/** A row of a fixed form: its label, its 行次, other labels that mean it. */
export function row(
  role: RowDefinition['role'],
  label: string,
  rowNumber: number | undefined,
  aliases: readonly string[] = [],
): RowDefinition {
  return { label, aliases, rowNumber, code: undefined, role };
}

/** A class row of 公开01表 or 公开04表. */
export function classRow(
  code: string,
  label: string,
  rowNumber: number,
  aliases: readonly string[] = [],
): RowDefinition {
  return { label, aliases, rowNumber, code, role: 'item' };
}

/** Rows that print their 行次 and nothing else, from one number to another. */
export function blankRows(from: number, to: number): RowDefinition[] {
  const rows: RowDefinition[] = [];
  for (let rowNumber = from; rowNumber <= to; rowNumber += 1) {
    rows.push({ label: '', aliases: [], rowNumber, code: undefined, role: 'blank' });
  }
  return rows;
}

export function labelKey(...heads: readonly string[]): KeyColumn {
  return { kind: 'label', heads };
}

export const rowNumberKey: KeyColumn = { kind: 'row-number', heads: ['行次', '行号', '序号'] };

/** Code and name of a functional subject; 类, 款 and 项 head the three columns some provinces split the code into. */
export const functionalKeys: readonly KeyColumn[] = [
  {
    kind: 'code',
    heads: [
      '功能分类科目编码',
      '科目编码',
      '科目代码',
      '功能分类科目代码',
      '支出功能分类科目编码',
      '功能科目编码',
      '编码',
      '代码',
      '类',
      '款',
      '项',
    ],
  },
  { kind: 'name', heads: ['科目名称', '功能分类科目名称', '功能科目名称', '名称'] },
];

/** Code and name of an economic subject. */
export const economicKeys: readonly KeyColumn[] = [
  {
    kind: 'code',
    heads: [
      '经济分类科目编码',
      '科目编码',
      '科目代码',
      '经济分类科目代码',
      '经济科目编码',
      '编码',
      '代码',
      '类',
      '款',
    ],
  },
  { kind: 'name', heads: ['科目名称', '经济分类科目名称', '经济科目名称', '名称'] },
];

/** 合计 of a form whose rows carry subject codes. */
export const codedTotal: RowDefinition = row('grand-total', '合计', undefined, ['总计']);

/** A total and its parts, each rounded by itself (R2). */
export function sum(id: string, rule: RuleId, statement: string): Identity {
  return { id, rule, statement, strictness: 'sum', condition: undefined };
}

/** One quantity printed twice (R3). */
export function same(id: string, rule: RuleId, statement: string): Identity {
  return { id, rule, statement, strictness: 'same', condition: undefined };
}

/** What agrees to the last place. */
export function exact(id: string, rule: RuleId, statement: string): Identity {
  return { id, rule, statement, strictness: 'exact', condition: undefined };
}

/** What must not exceed something else. */
export function bound(id: string, rule: RuleId, statement: string): Identity {
  return { id, rule, statement, strictness: 'bound', condition: undefined };
}
