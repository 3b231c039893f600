/** Growing selections: part of an expression, figure, cell, row, clause, sentence, paragraph, table, section, text. */
import type { Position, SelectionRange } from 'vscode-languageserver';
import { paragraphNumbers } from '../../grammar/figures.ts';
import type { Line, Paragraph, Range, SyntaxTree } from '../../grammar/syntax-tree.ts';
import { walk } from '../reconcile/definitions.ts';
import { expressionsOf, holds } from './expressions.ts';
import { lineAt, sections } from './outline.ts';
import type { Places } from './places.ts';

/** One chain for each position, the smallest range first. Needs the tree alone. */
export function selectionRanges(
  tree: SyntaxTree,
  places: Places,
  positions: readonly Position[],
): SelectionRange[] {
  return positions.map((position) => {
    const offset = places.offset(position);
    let chain: SelectionRange | undefined;
    for (const range of nested(rangesAt(tree, offset), offset)) {
      chain = {
        range: places.range(range),
        ...(chain !== undefined && { parent: chain }),
      };
    }
    return chain ?? { range: { start: position, end: position } };
  });
}

/** The ranges that hold the offset, the largest first, each inside the one before; those that cut across are left out. */
function nested(ranges: readonly Range[], offset: number): readonly Range[] {
  const chain: Range[] = [];
  const sorted = ranges
    .filter((range) => holds(range, offset) && range.start < range.end)
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const range of sorted) {
    const outer = chain.at(-1);
    const isInside = outer === undefined || (outer.start <= range.start && range.end <= outer.end);
    const isSame = outer?.start === range.start && outer.end === range.end;
    if (isInside && !isSame) chain.push(range);
  }
  return chain;
}

function rangesAt(tree: SyntaxTree, offset: number): readonly Range[] {
  const index = lineAt(tree, offset);
  const line = tree.lines[index];
  const ranges: Range[] = [{ start: 0, end: tree.text.length }];
  for (const { heading, end } of sections(tree)) {
    const last = tree.lines[end - 1];
    if (last !== undefined) ranges.push({ start: heading.start, end: last.end });
  }
  const table = tree.tables.find((one) => holds(one, offset));
  if (table !== undefined) ranges.push(table);
  const paragraph = tree.paragraphs.find((one) => holds(one, offset));
  if (paragraph !== undefined) ranges.push(paragraph, ...inParagraph(tree, paragraph, offset));
  if (line !== undefined) ranges.push(line, ...inLine(line));
  return ranges;
}

function inLine(line: Line): readonly Range[] {
  const ranges: Range[] = [];
  switch (line.kind) {
    case 'row':
      ranges.push(...line.cells);
      break;
    case 'header-field':
      ranges.push(line.key, line.value);
      break;
    case 'header-item':
      ranges.push(line.value);
      break;
    case 'heading':
      ranges.push(line.title);
      break;
    case 'table-start':
      ranges.push(line.name);
      if (line.instance !== undefined) ranges.push(line.instance);
      break;
    case 'note':
      ranges.push(line.content);
      break;
    case 'definition':
      ranges.push(line.name);
      break;
    case 'prose':
      for (const binding of line.bindings) ranges.push(binding, binding.figure, binding.target);
      break;
    case 'directive':
      ranges.push(...line.directive.rules);
      break;
    default:
      break;
  }
  for (const expression of expressionsOf(line)) {
    walk(expression, (part) => {
      ranges.push(part);
      if (part.kind === 'reference') ranges.push(part.table, ...part.steps);
      if (part.kind === 'call') ranges.push(part.name);
    });
  }
  return ranges;
}

const CLAUSE = /[，；。：！？,;\r\n]/;
const PART = /[。；！？]/;
const SENTENCE = /[。！？]/;

function inParagraph(tree: SyntaxTree, paragraph: Paragraph, offset: number): readonly Range[] {
  const figures = paragraphNumbers(tree, paragraph);
  return [
    stretch(tree.text, paragraph, offset, CLAUSE, figures),
    stretch(tree.text, paragraph, offset, PART, figures),
    withMark(stretch(tree.text, paragraph, offset, SENTENCE, figures), paragraph),
    ...figures.flatMap((figure) => [figure.number, figure]),
  ];
}

/** A sentence ends with its mark. */
function withMark({ start, end }: Range, paragraph: Range): Range {
  return { start, end: Math.min(end + 1, paragraph.end) };
}

/** From mark to mark around the offset; a comma inside of a number is none. */
function stretch(
  text: string,
  { start, end }: Range,
  offset: number,
  mark: RegExp,
  figures: readonly Range[],
): Range {
  const parts = (at: number): boolean =>
    mark.test(text.charAt(at)) &&
    !figures.some((figure) => figure.start < at && at < figure.end - 1);
  let from = Math.min(offset, end);
  while (from > start && !parts(from - 1)) from--;
  let to = Math.min(offset, end);
  while (to < end && !parts(to)) to++;
  return { start: from, end: to };
}
