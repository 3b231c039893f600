import type { Line, Range, SyntaxTree } from './syntax-tree.ts';

/**
 * The text of a tree, put together from the pieces of its nodes and what stands between them. It gives the source back
 * byte for byte: a node that claimed too much, too little, or another's place would show here.
 */
export function printTree(tree: SyntaxTree): string {
  let printed = '';
  for (const line of tree.lines) {
    let at = line.start;
    for (const piece of piecesOf(line)) {
      printed += tree.text.slice(at, piece.start) + tree.text.slice(piece.start, piece.end);
      at = piece.end;
    }
    printed += tree.text.slice(at, line.end) + tree.text.slice(line.end, line.next);
  }
  return printed;
}

/** The ranges that a line's nodes stand for, in source order. */
export function piecesOf(line: Line): readonly Range[] {
  switch (line.kind) {
    case 'blank':
    case 'comment':
      return [];
    case 'header-field':
      return [line.key, line.value];
    case 'header-item':
      return [line.value];
    case 'heading':
      return [line.title];
    case 'table-start':
      return present([line.name, line.instance, line.unit]);
    case 'table-field':
      return line.parts;
    case 'row':
      return line.cells;
    case 'note':
      return [line.content];
    case 'definition':
      return present([line.name, line.expression]);
    case 'assertion':
      return present([line.left, line.right, line.tolerance, line.explanation]);
    case 'directive':
      return present([...line.directive.rules, line.directive.reason]);
    case 'prose':
      return line.bindings.flatMap(({ figure, target }) => [figure, target]);
  }
}

function present(ranges: readonly (Range | undefined)[]): readonly Range[] {
  return ranges.filter((range) => range !== undefined);
}
