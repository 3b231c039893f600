import type { Line, SyntaxTree } from '../../grammar/syntax-tree.ts';

/** What a source says, without where it says it: two sources that mean the same give the same. */
export function meaningOf(tree: SyntaxTree): unknown {
  return {
    lines: tree.lines.filter(({ kind }) => kind !== 'blank').map((line) => lineMeaning(tree, line)),
    tables: tree.tables.map(({ startLine, fields, rows, notes, heading }) => [
      startLine.name.value,
      fields.length,
      rows.length,
      notes.length,
      heading,
    ]),
    paragraphs: tree.paragraphs.map(({ lines, heading }) => [lines.length, heading]),
    directives: tree.directives.map(({ scope, rules, reason }) => [
      scope,
      rules.map(({ value }) => value),
      reason?.value,
    ]),
    errors: tree.errors.map(({ code, data }) => [code, data]),
  };
}

function lineMeaning(tree: SyntaxTree, line: Line): unknown {
  switch (line.kind) {
    case 'row':
      return [
        line.kind,
        line.separator,
        line.cells.map(({ value }) => (line.separator ? '' : value)),
      ];
    case 'prose': {
      const text = tree.text.slice(line.start, line.end).replace(/^\ufeff/, '');
      return [
        line.kind,
        withoutOuterBlanks(text),
        line.bindings.map((binding) => withoutPlaces(binding)),
      ];
    }
    default:
      return withoutPlaces(line);
  }
}

function withoutOuterBlanks(text: string): string {
  return text.replace(/[\s\u200b]+$/, '').replace(/[\s\u200b]*(?=\/\/|／／)/g, '');
}

/** The node without offsets, line numbers and the directive, which may be moved. */
function withoutPlaces(node: unknown): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value) =>
      [
        'start',
        'end',
        'next',
        'index',
        'line',
        'valueRange',
        'content',
        'figure',
        'target',
      ].includes(key)
        ? undefined
        : value,
    ),
  );
}
