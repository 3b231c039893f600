/** Tables that were copied in a spreadsheet or a word processor are pasted as rows. */
import {
  type CancellationToken,
  type DataTransfer,
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditContext,
  type DocumentPasteEditProvider,
  l10n,
  languages,
  Range,
  SnippetString,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import { LANGUAGE_ID, PASTE, type Pasted, type PasteParams } from '../server/lsp/protocol.ts';
import type { Server } from './server.ts';

export class TablePaste implements Disposable, DocumentPasteEditProvider {
  readonly #server: Server;
  readonly #kind = DocumentDropOrPasteEditKind.Text.append('gouji', 'table');
  readonly #registered: Disposable;

  constructor(server: Server) {
    this.#server = server;
    this.#registered = languages.registerDocumentPasteEditProvider(LANGUAGE_ID, this, {
      providedPasteEditKinds: [this.#kind],
      pasteMimeTypes: ['text/html', 'text/plain'],
    });
  }

  dispose(): void {
    this.#registered.dispose();
  }

  async provideDocumentPasteEdits(
    document: TextDocument,
    ranges: readonly Range[],
    data: DataTransfer,
    _context: DocumentPasteEditContext,
    token: CancellationToken,
  ): Promise<DocumentPasteEdit[] | undefined> {
    const [range, second] = ranges;
    // With several cursors, each is given its part of the text.
    if (range === undefined || second !== undefined || this.#server.state === 'stopped') {
      return undefined;
    }
    const [html, text] = await Promise.all([
      data.get('text/html')?.asString(),
      data.get('text/plain')?.asString(),
    ]);
    // Most of what is pasted is a few words, which nobody has to be asked about.
    if (token.isCancellationRequested || !(html?.includes('<t') || text?.includes('\t'))) {
      return undefined;
    }
    const params: PasteParams = {
      textDocument: { uri: document.uri.toString() },
      range: { start: plain(range.start), end: plain(range.end) },
      ...(html !== undefined && { html }),
      ...(text !== undefined && { text }),
      snippet: true,
    };
    const pasted = await this.#server.ask<Pasted | null>(PASTE, params);
    if (pasted === null || token.isCancellationRequested) return undefined;
    const title = l10n.t('Paste as rows of a table');
    const edit = new DocumentPasteEdit(new SnippetString(pasted.text), title, this.#kind);
    const others = new WorkspaceEdit();
    for (const { range: at, newText } of pasted.edits) {
      others.replace(
        document.uri,
        new Range(at.start.line, at.start.character, at.end.line, at.end.character),
        newText,
      );
    }
    if (pasted.edits.length > 0) edit.additionalEdit = others;
    return [edit];
  }
}

function plain({ line, character }: { readonly line: number; readonly character: number }) {
  return { line, character };
}
