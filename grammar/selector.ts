import type { RowSelector } from './syntax-tree.ts';
import { dropBlanks, foldWidth } from './width.ts';

/** What stands between the square brackets of a reference: `2080505`, `行31`, `*`, `类`, `下级科目`, or a label. */
export function readSelector(text: string): RowSelector {
  const plain = dropBlanks(foldWidth(text));
  switch (plain) {
    case '*':
      return { kind: 'all' };
    case '类':
    case '款':
    case '项':
      return { kind: 'level', level: plain };
    case '下级科目':
      return { kind: 'children' };
  }
  const row = /^行(\d{1,6})$/.exec(plain);
  if (row) return { kind: 'row-number', number: Number(row[1]) };
  if (/^\d{1,15}$/.test(plain)) return { kind: 'code', code: plain };
  return { kind: 'label', label: text.trim() };
}
