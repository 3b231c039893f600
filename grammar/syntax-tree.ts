/**
 * The syntax tree of one `.gouji` file: what was written, where, and nothing about what it means.
 *
 * Invariants, held by the parser and tested as properties:
 * - `lines` partition the text: line n+1 starts at `next` of line n, the first at 0, the last ends at the text's end.
 * - Every range is in UTF-16 code units of the whole text, `start` inclusive, `end` exclusive.
 * - The tree keeps no copy of what it can slice from the text; `text.slice(start, end)` is the source of a node.
 */

/** A stretch of the text, in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A piece of text with its place; `value` is the text freed of escapes and of width differences where said so. */
export interface Piece extends Range {
  readonly value: string;
}

export interface SyntaxTree {
  /** The whole source, byte-order mark included. */
  readonly text: string;
  readonly lines: readonly Line[];
  /** Header fields in source order (also repeated ones: a rule reports them). */
  readonly header: readonly HeaderFieldLine[];
  readonly headings: readonly HeadingLine[];
  readonly tables: readonly TableNode[];
  readonly paragraphs: readonly Paragraph[];
  readonly definitions: readonly DefinitionLine[];
  readonly assertions: readonly AssertionLine[];
  readonly directives: readonly Directive[];
  readonly errors: readonly SyntaxProblem[];
}

export type Line =
  | BlankLine
  | HeaderFieldLine
  | HeaderItemLine
  | HeadingLine
  | TableStartLine
  | TableFieldLine
  | RowLine
  | NoteLine
  | DefinitionLine
  | AssertionLine
  | CommentLine
  | DirectiveLine
  | ProseLine;

interface LineBase extends Range {
  /** 0-based number of the line. `end` excludes the line ending; `next` is where the next line starts. */
  readonly index: number;
  readonly next: number;
}

export interface BlankLine extends LineBase {
  readonly kind: 'blank';
}

/** `名称：示例市档案馆`. `key` is the canonical key (名称), `value` the trimmed rest of the line. */
export interface HeaderFieldLine extends LineBase {
  readonly kind: 'header-field';
  readonly key: Piece;
  readonly value: Piece;
  /** The `- …` lines below a list field (下级, 简称); empty for others. */
  readonly items: readonly HeaderItemLine[];
}

export interface HeaderItemLine extends LineBase {
  readonly kind: 'header-item';
  readonly value: Piece;
}

export interface HeadingLine extends LineBase {
  readonly kind: 'heading';
  /** 1 (`#`, a part) to 4 (`####`, an item). */
  readonly level: 1 | 2 | 3 | 4;
  /** The title without marks, numbering kept. */
  readonly title: Piece;
}

/** `表 公开05表 （单位：元）`, or a line that is just a known form's name or number. */
export interface TableStartLine extends LineBase {
  readonly kind: 'table-start';
  /** The name as written, without the unit in brackets and without the instance. */
  readonly name: Piece;
  /** What follows a known attachment's name and tells its instances apart. */
  readonly instance: Piece | undefined;
  /** The unit in brackets, as written (元, 万元, 亿元). */
  readonly unit: Piece | undefined;
  /** Key of the known form, as the vocabulary gave it; undefined for the author's own table. */
  readonly form: string | undefined;
  /** False where the line is the bare name of a form without the word 表 before it. */
  readonly marked: boolean;
}

/** What one table-field line says; several may stand on one line. */
export interface TableFieldPart extends Range {
  readonly kind: 'form-number' | 'form-name' | 'year' | 'unit' | 'body' | 'date' | 'other';
  /** 公开01表 · 收入支出决算总表 · 2023 · 万元 · 示例市档案馆, width-folded and trimmed. */
  readonly value: string;
  /** The range of the value alone (without 单位： and the like). */
  readonly valueRange: Range;
  /** The word before the colon, if any: 部门, 单位, 编制单位 … */
  readonly keyword: string | undefined;
}

export interface TableFieldLine extends LineBase {
  readonly kind: 'table-field';
  readonly parts: readonly TableFieldPart[];
}

export interface RowLine extends LineBase {
  readonly kind: 'row';
  readonly delimiter: 'bar' | 'tab';
  /** True for `|---|---:|`. */
  readonly separator: boolean;
  readonly cells: readonly CellNode[];
}

/** One cell: the range of its trimmed content (empty at the place where content would stand). */
export interface CellNode extends Range {
  /** Content without escapes and emphasis, `<br>` as line feed, ends trimmed; width is kept as written. */
  readonly value: string;
}

/** `注：…`, `说明：…` after a table, and the lines next to it. */
export interface NoteLine extends LineBase {
  readonly kind: 'note';
  /** 注 or 说明 where the line begins a note; undefined where it continues one. */
  readonly keyword: string | undefined;
  readonly content: Range;
}

/** `设 名称 = 表达式` */
export interface DefinitionLine extends LineBase {
  readonly kind: 'definition';
  readonly name: Piece;
  /** Undefined where the expression could not be read; the error is in `errors`. */
  readonly expression: Expression | undefined;
}

export type Relation = '=' | '≠' | '≤' | '≥' | '<' | '>';

/** `核对 左 = 右 [容差 表达式] [“说明”]` */
export interface AssertionLine extends LineBase {
  readonly kind: 'assertion';
  readonly left: Expression | undefined;
  readonly relation: Relation | undefined;
  readonly right: Expression | undefined;
  readonly tolerance: Expression | undefined;
  readonly explanation: Piece | undefined;
}

export interface CommentLine extends LineBase {
  readonly kind: 'comment';
}

/** A comment line that is a directive; the directive itself is `directive`. */
export interface DirectiveLine extends LineBase {
  readonly kind: 'directive';
  readonly directive: Directive;
}

/**
 * `// gouji-disable-next-line 规则 -- 理由`, `// 免核下一行 规则：理由` and their kin, on a line of their own
 * or (scope 'line') at the end of any line.
 */
export interface Directive extends Range {
  readonly scope: 'line' | 'next-line' | 'begin' | 'end';
  /** Rule ids as written; empty = all rules. */
  readonly rules: readonly Piece[];
  readonly reason: Piece | undefined;
  /** Line on which the directive stands (0-based). */
  readonly line: number;
}

export interface ProseLine extends LineBase {
  readonly kind: 'prose';
  readonly bindings: readonly Binding[];
}

/** `[数字](表达式)`, `[](表达式)`, `[数字](无)` */
export interface Binding extends Range {
  /** Inside of the square brackets; empty range for `[]`. */
  readonly figure: Range;
  /** Inside of the round brackets. */
  readonly target: Range;
  /** Undefined for a waived figure (`无`) or an expression that could not be read. */
  readonly expression: Expression | undefined;
  readonly waived: boolean;
  /** Unit that stands directly after the closing bracket (`[12](…)万元`), if any. */
  readonly unitAfter: Piece | undefined;
}

/** Adjacent prose lines that are one paragraph; they join without a blank. */
export interface Paragraph extends Range {
  readonly lines: readonly ProseLine[];
  /** The nearest heading above, by index into `headings`; -1 before the first. */
  readonly heading: number;
}

export interface TableNode extends Range {
  readonly startLine: TableStartLine;
  readonly fields: readonly TableFieldLine[];
  /** All rows in source order: head rows, separators and body rows alike. The report model tells them apart. */
  readonly rows: readonly RowLine[];
  readonly notes: readonly NoteLine[];
  readonly heading: number;
}

// ---- expressions ----------------------------------------------------------------------------------------------

export type Expression =
  | Sum
  | Product
  | Negation
  | NumberLiteral
  | Reference
  | NameReference
  | Call
  | Group;

/** n-ary, never nested to the left: `a + b - c` is one node with three terms. */
export interface Sum extends Range {
  readonly kind: 'sum';
  readonly terms: readonly { readonly sign: 1 | -1; readonly operand: Expression }[];
}

export interface Product extends Range {
  readonly kind: 'product';
  readonly factors: readonly { readonly operator: '*' | '/'; readonly operand: Expression }[];
}

export interface Negation extends Range {
  readonly kind: 'negation';
  readonly operand: Expression;
}

export interface Group extends Range {
  readonly kind: 'group';
  readonly inner: Expression;
}

export interface NumberLiteral extends Range {
  readonly kind: 'number';
  /** Digits as written, half-width, no grouping: `12.50`. */
  readonly digits: string;
  /** 万元, 元, 亿元, % or undefined. */
  readonly unit: string | undefined;
}

/** A name given with 设. */
export interface NameReference extends Range {
  readonly kind: 'name';
  readonly name: string;
}

export interface Call extends Range {
  readonly kind: 'call';
  readonly name: Piece;
  readonly parameters: readonly Expression[];
}

/** `上年.公开01表.收入[总计].决算数`, parts in the order of the language. */
export interface Reference extends Range {
  readonly kind: 'reference';
  readonly scope: '上年' | '下级' | undefined;
  /** Number or name of a form, or the name of the author's own table. */
  readonly table: Piece;
  /**
   * Bracketed parts and names after the table, in source order. Which bracket is an instance, which name a panel and
   * which a column is decided against the tables at hand, not by the parser.
   */
  readonly steps: readonly ReferenceStep[];
}

export type ReferenceStep =
  | ({ readonly kind: 'bracket'; readonly selector: RowSelector } & Range)
  | ({ readonly kind: 'member'; readonly name: string; readonly quoted: boolean } & Range);

export type RowSelector =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'row-number'; readonly number: number }
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'all' }
  | { readonly kind: 'level'; readonly level: '类' | '款' | '项' }
  | { readonly kind: 'children' };

// ---- problems --------------------------------------------------------------------------------------------------

/** A syntax error. `code` names the message in the message table; `data` fills its places. */
export interface SyntaxProblem extends Range {
  readonly code: string;
  readonly data: Readonly<Record<string, string>>;
}

/**
 * What the parser must know of the world and does not: names of forms and attachments are data of a profile.
 * Names are given width-folded and without blanks.
 */
export interface Vocabulary {
  /** Key of the form with this number or name; undefined if none. */
  formKey(name: string): string | undefined;
  /** The longest known attachment name that `text` begins with, for `表 项目单位自评表 应急移动通信费`. */
  attachmentPrefix(text: string): string | undefined;
}
