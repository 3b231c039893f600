/**
 * The directive that silences a finding, but for its reason, which only the author knows: on a line of its own above, or
 * where that would part a paragraph, at the end of the line.
 */
import type { Directive, Line, Range, SyntaxTree } from '../../grammar/syntax-tree.ts';
import type { Language, RuleId } from '../report/identifiers.ts';

export interface Silence {
  /** Where the text goes. */
  readonly at: number;
  /** What stands before the reason, and what behind it. */
  readonly before: string;
  readonly after: string;
  /** False where a directive that has its reason already is only given another rule. */
  readonly asksReason: boolean;
}

/** Undefined where there is no such line. `line`: the number of the line on which the finding begins. */
export function silenceFinding(
  tree: SyntaxTree,
  line: number,
  rule: RuleId,
  language: Language,
): Silence | undefined {
  const found = tree.lines[line];
  if (found === undefined) return undefined;
  const last = directiveOf(tree, line)?.rules.at(-1);
  if (last !== undefined) {
    return { at: last.end, before: ` ${rule}`, after: '', asksReason: false };
  }
  if (found.kind === 'prose') {
    const directive = language === 'zh' ? `免核本行 ${rule}：` : `gouji-disable-line ${rule} -- `;
    const { start, end } = trimmedEnd(tree.text, found);
    const blank = start === end ? '' : ' ';
    return { at: end, before: `${blank}// ${directive}`, after: '', asksReason: true };
  }
  const directive =
    language === 'zh' ? `免核下一行 ${rule}：` : `gouji-disable-next-line ${rule} -- `;
  return {
    at: found.start + (tree.text.startsWith('\ufeff', found.start) ? 1 : 0),
    before: `// ${directive}`,
    after: endingOf(tree, found),
    asksReason: true,
  };
}

/** The directive that names rules for this line and for no other. */
function directiveOf({ directives }: SyntaxTree, line: number): Directive | undefined {
  return directives.find(
    ({ scope, rules, line: own }) =>
      rules.length > 0 &&
      ((scope === 'line' && own === line) || (scope === 'next-line' && own === line - 1)),
  );
}

function trimmedEnd(text: string, { start, end }: Range): Range {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last--;
  return { start, end: last };
}

function endingOf({ text, lines }: SyntaxTree, { end, next }: Line): string {
  if (next > end) return text.slice(end, next);
  const first = lines[0];
  return first === undefined || first.next === first.end ? '\n' : text.slice(first.end, first.next);
}
