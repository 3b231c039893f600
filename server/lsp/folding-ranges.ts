/** What can be folded: sections by their headings, tables with their notes, the header. */
import type { FoldingRange } from 'vscode-languageserver';
import type { SyntaxTree } from '../../grammar/syntax-tree.ts';
import { lineAt, sections } from './outline.ts';

export function foldingRanges(tree: SyntaxTree): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const fold = (startLine: number, endLine: number): void => {
    if (endLine > startLine) ranges.push({ startLine, endLine });
  };
  const [first, last] = [tree.header[0], tree.header.at(-1)];
  if (first !== undefined && last !== undefined) {
    fold(first.index, last.items.at(-1)?.index ?? last.index);
  }
  for (const { heading, end } of sections(tree)) fold(heading.index, lastWritten(tree, end));
  for (const { startLine, end } of tree.tables) fold(startLine.index, lineAt(tree, end));
  return ranges.sort((a, b) => a.startLine - b.startLine);
}

/** The last line before `end` that is not blank. */
function lastWritten({ lines }: SyntaxTree, end: number): number {
  let at = end - 1;
  while (at > 0 && lines[at]?.kind === 'blank') at--;
  return at;
}
