import { parse } from '../../grammar/parse.ts';
import type { SyntaxTree } from '../../grammar/syntax-tree.ts';
import { vocabulary } from './vocabulary.ts';

/** Reads a source that is drawn with the kind of each line at its left: `row | a | b |`. */
export function drawn(fixture: string): { text: string; kinds: string[]; tree: SyntaxTree } {
  const lines = fixture.replace(/^\n/, '').replace(/\n$/, '').split('\n');
  const kinds = lines.map((line) => /^[-a-z]*/.exec(line)?.[0] ?? '');
  const text = lines
    .map((line, at) => line.slice((kinds[at] ?? '').length).replace(/^ /, ''))
    .join('\n');
  return { text, kinds, tree: parse(text, vocabulary) };
}

/** What `parse` made of the lines, written as they are drawn. */
export function redrawn({ text, lines }: SyntaxTree): string[] {
  return lines.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`.trimEnd());
}
