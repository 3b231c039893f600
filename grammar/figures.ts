import { NumberScan } from './number-scan.ts';
import { isFigure, type ProseNumber } from './prose-number.ts';
import type { Paragraph, Range, SyntaxTree } from './syntax-tree.ts';

export { isFigure, type ProseNumber, type ProseNumberKind } from './prose-number.ts';

const NOTHING: readonly Range[] = [];

/** The figures in a stretch of prose: amounts, percentages, percentage points, counts, scores. */
export function scanFigures(
  text: string,
  start: number,
  end: number,
  skip: readonly Range[] = NOTHING,
): ProseNumber[] {
  return scanNumbers(text, start, end, skip).filter(isFigure);
}

/**
 * All numbers in a stretch of prose, each with what it is. One pass. Line breaks and blanks may stand between number and
 * unit, line breaks also inside the number. `skip` are stretches to leave out, in ascending order.
 */
export function scanNumbers(
  text: string,
  start: number,
  end: number,
  skip: readonly Range[] = NOTHING,
): ProseNumber[] {
  return new NumberScan(text, start, end, skip).run();
}

/** All numbers of a paragraph; the targets of bindings and directives at line ends are left out. */
export function paragraphNumbers(tree: SyntaxTree, paragraph: Paragraph): ProseNumber[] {
  return scanNumbers(tree.text, paragraph.start, paragraph.end, paragraphSkips(tree, paragraph));
}

/** Targets of bindings, and directives at line ends, in order of place: no text of the paragraph. */
export function paragraphSkips(tree: SyntaxTree, paragraph: Paragraph): readonly Range[] {
  const skips: Range[] = [];
  const { directives } = tree;
  let at = firstFrom(directives, paragraph.start);
  for (const line of paragraph.lines) {
    for (const { figure, end } of line.bindings) skips.push({ start: figure.end, end });
    for (; at < directives.length; at++) {
      const directive = directives[at] as Range;
      if (directive.start >= line.end) break;
      skips.push(directive);
    }
  }
  return skips;
}

/** Index of the first range that begins at or after the offset. */
function firstFrom(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Range).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
