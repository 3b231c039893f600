/** Edits in offsets as the protocol has them. */
import {
  type SnippetTextEdit,
  StringValue,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit } from '../fixes/edits.ts';
import type { Silence } from '../fixes/silence-finding.ts';
import { inSnippet } from './completion-list.ts';
import type { OpenDocument } from './documents.ts';
import type { Places } from './places.ts';

export function protocolEdits(edits: readonly Edit[], places: Places): TextEdit[] {
  return edits.map((edit) => ({ range: places.range(edit), newText: edit.text }));
}

/** How the client takes the edits of a workspace. */
export interface WrittenEdits {
  /** Edits may name the version that they are for, and are refused for another one. */
  readonly versioned: boolean;
  /** Edits may say where the cursor goes. */
  readonly placesCursor: boolean;
}

export function workspaceEdit(
  { uri, version, places }: OpenDocument,
  offsets: readonly Edit[],
  { versioned }: WrittenEdits,
): WorkspaceEdit {
  const edits = protocolEdits(offsets, places);
  return versioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

/** Puts in a text in which the author goes on writing. */
export function insertion(
  document: OpenDocument,
  { at, before, after, asksReason }: Silence,
  how: WrittenEdits,
): WorkspaceEdit {
  const { uri, version, places } = document;
  if (!asksReason || !how.versioned || !how.placesCursor) {
    return workspaceEdit(document, [{ start: at, end: at, text: before + after }], how);
  }
  const edit: SnippetTextEdit = {
    range: places.range({ start: at, end: at }),
    snippet: StringValue.createSnippet(`${inSnippet(before)}$0${inSnippet(after)}`),
  };
  return { documentChanges: [{ textDocument: { uri, version }, edits: [edit] }] };
}
