/** Formatting of a whole document, as edits of the lines that change. */
import stringWidth from 'string-width';
import type { TextEdit } from 'vscode-languageserver';
import { formatEdits } from '../../grammar/format.ts';
import type { SyntaxTree } from '../../grammar/syntax-tree.ts';
import type { Places } from './places.ts';
import { narrowed, protocolEdits } from './text-edits.ts';

export function formattingEdits(tree: SyntaxTree, places: Places): TextEdit[] {
  const edits = formatEdits(tree, { displayWidth: stringWidth });
  return protocolEdits(
    edits.map((edit) => narrowed(tree.text, edit)),
    places,
  );
}
