import type { Line } from './syntax-tree.ts';
import type { Mode } from './tokens.ts';

/** What authors call a kind of line, how it begins, and the rule that reads its inner structure. */
export interface LineKind {
  readonly zh: string;
  readonly en: string;
  /** How a line of this kind begins, or where it stands. */
  readonly begins: { readonly zh: string; readonly en: string };
  /** Rule of the line parser with the lexer mode it reads; undefined where the line has no inner structure. */
  readonly rule: { readonly name: string; readonly mode: Mode } | undefined;
}

/** Every kind of line, in the order in which a line is asked whether it is one. */
export const LINE_KINDS: Readonly<Record<Line['kind'], LineKind>> = {
  blank: {
    zh: '空行',
    en: 'blank line',
    begins: { zh: '只有空白', en: 'blanks only' },
    rule: undefined,
  },
  comment: {
    zh: '备注',
    en: 'comment',
    begins: { zh: '行首 `//` 或 `、、`', en: '`//` or `、、` at the start' },
    rule: undefined,
  },
  directive: {
    zh: '指令',
    en: 'directive',
    begins: {
      zh: '备注符号后接指令词；也可写在任何一行的末尾',
      en: 'a comment mark and a directive word; also at the end of any line',
    },
    rule: { name: 'directive', mode: 'directive' },
  },
  heading: {
    zh: '标题',
    en: 'heading',
    begins: { zh: '一至四个 `#` 和一个空格', en: 'one to four `#` and a blank' },
    rule: undefined,
  },
  row: {
    zh: '表格的行',
    en: 'row',
    begins: {
      zh: '行首 `|`；或文字之间有制表符',
      en: '`|` at the start; or a TAB between texts',
    },
    rule: { name: 'barRow', mode: 'barRow' },
  },
  'table-start': {
    zh: '表的开始',
    en: 'table start',
    begins: {
      zh: '`表`、空格和已知表的编号或名称；下面有行时任何名称都行；下面有行时也可只写已知表的编号或名称',
      en: '`表`, a blank and the number or name of a known form; any name where rows follow; the bare number or name of a known form where rows follow',
    },
    rule: { name: 'tableStart', mode: 'tableStart' },
  },
  definition: {
    zh: '定义',
    en: 'definition',
    begins: { zh: '`设 名称 =`', en: '`设 名称 =`' },
    rule: { name: 'definition', mode: 'definition' },
  },
  assertion: {
    zh: '核对',
    en: 'assertion',
    begins: { zh: '`核对`', en: '`核对`' },
    rule: { name: 'assertion', mode: 'assertion' },
  },
  note: {
    zh: '表注',
    en: 'table note',
    begins: {
      zh: '表后的 `注：` 或 `说明：`，以及紧接的各行',
      en: '`注：` or `说明：` after a table, and the lines next to it',
    },
    rule: undefined,
  },
  'header-field': {
    zh: '报头',
    en: 'header field',
    begins: {
      zh: '第一个标题和第一张表之前，已知的键和 `：`',
      en: 'a known key and `：`, before the first heading and the first table',
    },
    rule: { name: 'headerField', mode: 'header' },
  },
  'header-item': {
    zh: '报头的列表项',
    en: 'header list item',
    begins: { zh: '`下级` 或 `简称` 之后的 `- `', en: '`- ` after `下级` or `简称`' },
    rule: undefined,
  },
  'table-field': {
    zh: '表头栏目',
    en: 'table field',
    begins: {
      zh: '表的开始与第一行之间的编号、名称、年度、单位、部门，可几项同行，次序不限',
      en: 'number, name, year, unit or body between table start and first row, several on a line, in any order',
    },
    rule: { name: 'tableField', mode: 'tableField' },
  },
  prose: {
    zh: '正文',
    en: 'prose',
    begins: { zh: '其余一切', en: 'anything else' },
    rule: undefined,
  },
};
