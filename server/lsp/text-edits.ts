/** Edits in offsets as the protocol has them. */
import type { TextEdit } from 'vscode-languageserver';
import type { Edit } from '../fixes/edits.ts';
import type { Places } from './places.ts';

export function protocolEdits(edits: readonly Edit[], places: Places): TextEdit[] {
  return edits.map((edit) => ({ range: places.range(edit), newText: edit.text }));
}
