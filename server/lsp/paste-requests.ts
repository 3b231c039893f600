/** Pasting as a request, for a client that pastes itself, and as a command, for any other. */
import type { Connection } from 'vscode-languageserver';
import type { Checks } from './checks.ts';
import type { Documents } from './documents.ts';
import { PASTE, PASTE_COMMAND, type Pasted, type PasteParams } from './protocol.ts';
import { protocolEdits, workspaceEdit } from './text-edits.ts';

export interface PasteRequestsInput {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly checks: Checks;
  readonly versioned: boolean;
}

export function servePasting({
  connection,
  documents,
  checks,
  versioned,
}: PasteRequestsInput): void {
  const pasted = async (params: PasteParams) => {
    const document = documents.get(params.textDocument.uri);
    if (document === undefined) return undefined;
    const { tree, profile } = await checks.analysisOf(document);
    const selection = document.places.stretch(params.range);
    // Seldom needed: the reader of HTML is loaded with the first table that is pasted.
    const { paste } = await import('./paste.ts');
    const { html, text, snippet } = params;
    const result = paste(tree, profile, selection, { html, text }, snippet === true);
    return result && { document, selection, result };
  };
  connection.onRequest(PASTE, async (params: PasteParams): Promise<Pasted | null> => {
    const found = await pasted(params);
    if (found === undefined) return null;
    const { document, result } = found;
    return { text: result.text, edits: protocolEdits(result.edits, document.places) };
  });
  connection.onExecuteCommand(async ({ command, arguments: [params] = [] }) => {
    if (command !== PASTE_COMMAND || !isPasteParams(params)) return false;
    const found = await pasted({ ...params, snippet: false });
    if (found === undefined) return false;
    const { document, selection, result } = found;
    const edits = [...result.edits, { ...selection, text: result.text }];
    const edit = workspaceEdit(document, edits, { versioned, placesCursor: false });
    return (await connection.workspace.applyEdit(edit)).applied;
  });
}

function isPasteParams(value: unknown): value is PasteParams {
  return typeof value === 'object' && value !== null && 'textDocument' in value && 'range' in value;
}
