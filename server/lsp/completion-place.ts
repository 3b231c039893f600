/** Where in a text something is being completed. Most lines that are being typed are no statement yet, so text is read. */
import type { Range, SyntaxTree } from '../../grammar/syntax-tree.ts';
import { lineAt } from './outline.ts';

export type CompletionPlace = {
  readonly range: Range;
  /** By what candidates are looked for. */
  readonly typed: string;
} & (
  | { readonly kind: 'header-key' }
  | { readonly kind: 'header-value'; readonly key: string }
  | { readonly kind: 'directive-word' }
  | { readonly kind: 'rule' }
  | { readonly kind: 'form' }
  | { readonly kind: 'section' }
  /** Behind the marks of a heading, which are replaced too. */
  | { readonly kind: 'heading'; readonly marks: string }
  | { readonly kind: 'cell'; readonly line: number; readonly cell: number }
  | { readonly kind: 'row-selector'; readonly head: string; readonly tail: string }
  | { readonly kind: 'member'; readonly head: string }
  | { readonly kind: 'operand'; readonly inBinding: boolean }
);

const DIRECTIVE =
  /(?:gouji-(?:disable(?:-next-line|-line)?|enable)|免核(?:下一行|本行|开始|结束))[ \t\u3000]+((?:[^\s,，、：:]+[\s,，、]+)*)([^\s,，、：:]*)$/;
const COMMENT = /(?:\/\/|／／|^[ \t\u3000]*、、)[ \t\u3000]*([^\s]*)$/;
const STATEMENT = /^[ \t\u3000\ufeff]*(?:核对|设[ \t\u3000]+[^=＝]*[=＝])/;
const HEADER_VALUE =
  /^[ \t\u3000\ufeff]*(报告|名称|简称|年度|金额单位|版式|科目|日期|上年|下级)[ \t\u3000]*[：:][ \t\u3000]*(.*)$/;

export function completionPlace(tree: SyntaxTree, offset: number): CompletionPlace | undefined {
  const { text, lines } = tree;
  const index = lineAt(tree, offset);
  const line = lines[index];
  if (line === undefined) return undefined;
  const before = text.slice(line.start, offset);
  const after = text.slice(offset, line.end);
  const place = (typed: string): { range: Range; typed: string } => ({
    range: { start: offset - typed.length, end: offset },
    typed,
  });

  const directive = DIRECTIVE.exec(before);
  if (directive !== null) {
    // After the reason's mark nothing is a rule any more.
    if (/--|—/.test(directive[1] ?? '')) return undefined;
    return { kind: 'rule', ...place(directive[2] ?? '') };
  }
  const comment = COMMENT.exec(before);
  if (comment !== null) return { kind: 'directive-word', ...place(comment[1] ?? '') };

  const statement = inStatement(before);
  if (statement !== undefined) return inExpression(statement, after, false, place);
  const binding = openBinding(before);
  if (binding !== undefined) return inExpression(binding, after, true, place);

  const form = /^[ \t\u3000\ufeff]*表[ \t\u3000]+([^|｜\t]*)$/.exec(before);
  if (form !== null) return { kind: 'form', ...place(form[1] ?? '') };
  if (line.kind === 'row' || /^[ \t\u3000]*[|｜]/.test(before)) {
    const cells = before.replace(/\\./g, '..').split(/[|｜]/);
    const typed = (before.split(/[|｜]/).at(-1) ?? '').trimStart();
    return { kind: 'cell', line: index, cell: cells.length - 2, ...place(typed) };
  }
  const isHeader = !lines
    .slice(0, index)
    .some(({ kind }) => kind === 'heading' || kind === 'table-start' || kind === 'row');
  if (isHeader) {
    const item = /^[ \t\u3000]*[-－][ \t\u3000]+(.*)$/.exec(before);
    const field = HEADER_VALUE.exec(before);
    if (field !== null)
      return { kind: 'header-value', key: field[1] ?? '', ...place(field[2] ?? '') };
    const owner = item && [...tree.header].reverse().find((one) => one.index < index);
    if (owner) return { kind: 'header-value', key: owner.key.value, ...place(item[1] ?? '') };
    const key = /^[ \t\u3000\ufeff]*([^\s：:#＃|｜]*)$/.exec(before);
    if (key !== null) return { kind: 'header-key', ...place(key[1] ?? '') };
  }
  const heading = /^[ \t\u3000\ufeff]*(([#＃]{1,4})[ \t\u3000]+(\S{0,12}))$/.exec(before);
  if (heading !== null && after.trim() === '') {
    const [, written = '', marks = '', typed = ''] = heading;
    return { kind: 'heading', marks, range: place(written).range, typed };
  }
  const section = /^[ \t\u3000\ufeff]*([#＃]{0,4}[^\s]{0,6})$/.exec(before);
  return section === null || after.trim() !== ''
    ? undefined
    : { kind: 'section', ...place(section[1] ?? '') };
}

/** The text of an expression from its start to the cursor; undefined where none is being written. */
export function expressionBefore(tree: SyntaxTree, offset: number): string | undefined {
  const { text, lines } = tree;
  const line = lines[lineAt(tree, offset)];
  if (line === undefined) return undefined;
  const before = text.slice(line.start, offset);
  return COMMENT.test(before) ? undefined : (inStatement(before) ?? openBinding(before));
}

function inStatement(before: string): string | undefined {
  const statement = STATEMENT.exec(before);
  return statement === null ? undefined : before.slice(statement[0].length);
}

/** The text after `](` of a binding that is not closed before the cursor. */
function openBinding(before: string): string | undefined {
  const opens = [...before.matchAll(/[\]］】][ \t\u3000]*[(（]/g)];
  for (const open of opens.reverse()) {
    const inside = before.slice(open.index + open[0].length);
    let depth = 0;
    for (const mark of inside) {
      if (mark === '(' || mark === '（') depth += 1;
      if (mark === ')' || mark === '）') depth -= 1;
      if (depth < 0) break;
    }
    if (depth >= 0) return inside;
  }
  return undefined;
}

const NAME = '[^\\s()（）\\[\\]［］【】.．,，+＋\\-－−*＊×/／÷=＝<>＜＞≤≥≠“”"|]';
const CHAIN = new RegExp(
  `(?:${NAME}+|[.．][ \\t]*(?:[“"][^“”"]*[”"])?|[\\[［【][^\\]］】]*[\\]］】])+$`,
);
const WORD = new RegExp(`(?:${NAME}|[“][^“”]*)*$`);

function inExpression(
  expression: string,
  after: string,
  inBinding: boolean,
  place: (typed: string) => { range: Range; typed: string },
): CompletionPlace | undefined {
  const open = lastOf(expression, '[［【');
  if (open > lastOf(expression, ']］】')) {
    const head = CHAIN.exec(expression.slice(0, open))?.[0] ?? '';
    if (head === '') return undefined;
    const tail =
      /^[^\]］】]*[\]］】]((?:[.．](?:[“"][^“”"]*[”"]|[^\s()（）.．,，+\-*/=<>≤≥≠]+))*)/.exec(
        after,
      );
    return {
      kind: 'row-selector',
      head,
      tail: tail?.[1] ?? '',
      ...place(expression.slice(open + 1)),
    };
  }
  const typed = WORD.exec(expression)?.[0] ?? '';
  const before = expression.slice(0, expression.length - typed.length).trimEnd();
  if (/[.．]$/.test(before)) {
    const head = CHAIN.exec(before.slice(0, -1))?.[0] ?? '';
    return head === '' ? undefined : { kind: 'member', head, ...place(typed) };
  }
  // A number is no name.
  return /^\d/.test(typed) ? undefined : { kind: 'operand', inBinding, ...place(typed) };
}

function lastOf(text: string, marks: string): number {
  return Math.max(...[...marks].map((mark) => text.lastIndexOf(mark)));
}
