/** The sections of a tree: each heading with the lines that belong to it. */
import type { HeadingLine, SyntaxTree } from '../../grammar/syntax-tree.ts';

export interface Section {
  readonly heading: HeadingLine;
  /** Number of the line after its last one: the next heading of the same or a higher level, or the end of the text. */
  readonly end: number;
}

export function sections({ headings, lines }: SyntaxTree): readonly Section[] {
  const ends = new Map<HeadingLine, number>();
  const open: HeadingLine[] = [];
  for (const heading of headings) {
    for (let inner = open.at(-1); inner && inner.level >= heading.level; inner = open.at(-1)) {
      ends.set(inner, heading.index);
      open.pop();
    }
    open.push(heading);
  }
  return headings.map((heading) => ({ heading, end: ends.get(heading) ?? lines.length }));
}

/** Number of the line that holds an offset. */
export function lineAt({ lines }: SyntaxTree, offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
