/** Edits in offsets as the protocol has them. */
import {
  type SnippetTextEdit,
  StringValue,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Range } from '../../grammar/syntax-tree.ts';
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
  const place = { start: at, end: at };
  const written = asksReason ? withCursor(document, place, before, after, how) : undefined;
  return written ?? workspaceEdit(document, [{ ...place, text: before + after }], how);
}

/** Replaces a range by a text within which the author goes on writing; undefined where the client places no cursor. */
export function withCursor(
  { uri, version, places }: OpenDocument,
  range: Range,
  before: string,
  after: string,
  { versioned, placesCursor }: WrittenEdits,
): WorkspaceEdit | undefined {
  if (!versioned || !placesCursor) return undefined;
  const edit: SnippetTextEdit = {
    range: places.range(range),
    snippet: StringValue.createSnippet(`${inSnippet(before)}$0${inSnippet(after)}`),
  };
  return { documentChanges: [{ textDocument: { uri, version }, edits: [edit] }] };
}
