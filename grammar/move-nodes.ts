/** Moves nodes of a tree to another place of the text, in place: for whoever owns the tree and gives it up (`reparse.ts`). */
import type { Directive, Line, Paragraph, Range, SyntaxProblem, TableNode } from './syntax-tree.ts';

/** How far: in UTF-16 code units, in lines, and in headings. */
export interface Distance {
  readonly offset: number;
  readonly lines: number;
  readonly headings: number;
}

type Open<Type> = { -readonly [Part in keyof Type]: Type[Part] };

/** A line with all that hangs from it, but for what the tree also lists by itself: directives, and items of the header. */
export function moveLine(line: Open<Line>, { offset, lines }: Distance): void {
  line.index += lines;
  if (offset === 0) return;
  line.start += offset;
  line.end += offset;
  line.next += offset;
  switch (line.kind) {
    case 'row':
      for (const cell of line.cells as Open<(typeof line.cells)[number]>[]) {
        cell.start += offset;
        cell.end += offset;
      }
      return;
    case 'prose':
      if (line.bindings.length > 0) moveRanges(line.bindings, offset);
      return;
    case 'heading':
      moveRange(line.title, offset);
      return;
    case 'note':
      moveRange(line.content, offset);
      return;
    case 'header-item':
      moveRange(line.value, offset);
      return;
    case 'table-field':
      for (const part of line.parts) {
        moveRange(part, offset);
        moveRange(part.valueRange, offset);
      }
      return;
    case 'header-field':
      moveRange(line.key, offset);
      moveRange(line.value, offset);
      return;
    case 'table-start':
      moveRange(line.name, offset);
      if (line.instance) moveRange(line.instance, offset);
      if (line.unit) moveRange(line.unit, offset);
      return;
    case 'definition':
      moveRanges([line.name, line.expression], offset);
      return;
    case 'assertion':
      moveRanges([line.left, line.right, line.tolerance, line.explanation], offset);
      return;
    case 'blank':
    case 'comment':
    case 'directive':
      return;
  }
}

/** Start, end and heading alone: the lines are moved by themselves. */
export function moveBlock(
  block: Open<TableNode> | Open<Paragraph>,
  { offset, headings }: Distance,
): void {
  block.start += offset;
  block.end += offset;
  block.heading += headings;
}

export function moveDirective(directive: Open<Directive>, { offset, lines }: Distance): void {
  directive.line += lines;
  if (offset !== 0) moveRanges(directive, offset);
}

export function moveProblem(problem: Open<SyntaxProblem>, { offset }: Distance): void {
  problem.start += offset;
  problem.end += offset;
}

/** A range by itself: whatever else the object holds stays. */
export function moveRange(range: Range, offset: number): void {
  const open = range as Open<Range>;
  open.start += offset;
  open.end += offset;
}

/** Every range within a value, each object once. */
export function moveRanges(value: unknown, offset: number, moved = new Set<object>()): void {
  if (typeof value !== 'object' || value === null || moved.has(value)) return;
  moved.add(value);
  if (Array.isArray(value)) {
    for (const part of value) moveRanges(part, offset, moved);
    return;
  }
  const range = value as Record<string, unknown>;
  if (typeof range.start === 'number' && typeof range.end === 'number') {
    range.start += offset;
    range.end += offset;
  }
  for (const name in range) {
    const part = range[name];
    if (typeof part === 'object') moveRanges(part, offset, moved);
  }
}
