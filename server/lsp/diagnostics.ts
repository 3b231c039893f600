/**
 * Diagnostics reach a client that pulls them as answers, any other as notifications. Both come from the same checks;
 * a text that changed while it was checked gives neither.
 */
import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Checks } from './checks.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { Host } from './host.ts';
import { sayIn } from './messages.ts';
import type { Preferences } from './preferences.ts';

export interface DiagnosticsInput {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly checks: Checks;
  readonly preferences: Preferences;
  readonly host: Host;
  /** The client asks for diagnostics itself. */
  readonly pulls: boolean;
  /** A client that pulls can be told to ask again. */
  readonly refreshes: boolean;
}

export class Diagnostics {
  readonly #input: DiagnosticsInput;

  constructor(input: DiagnosticsInput) {
    this.#input = input;
    if (input.pulls) {
      input.connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
        this.#answer(textDocument.uri, previousResultId, token),
      );
    }
  }

  /** A text was opened or edited. */
  changed(document: OpenDocument): void {
    const { checks, pulls } = this.#input;
    checks.forget(document.uri);
    if (!pulls) void this.#publish(document);
  }

  /** What these texts stand on has changed, though they did not. `beside`: so it has for reports that are not open. */
  recheck(documents: readonly OpenDocument[], beside: boolean): void {
    if (documents.length === 0 && !(beside && this.#input.pulls)) return;
    const { checks, connection, pulls, refreshes } = this.#input;
    for (const { uri } of documents) checks.forget(uri);
    if (!pulls) for (const document of documents) void this.#publish(document);
    else if (refreshes) connection.languages.diagnostics.refresh().catch(() => {});
  }

  /** Files are gone; of an open text that they held the editor still has a say. */
  deleted(uris: readonly string[]): void {
    const { connection, documents, pulls } = this.#input;
    if (pulls) return;
    for (const uri of uris) {
      if (documents.get(uri) === undefined)
        void connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  }

  closed({ uri }: OpenDocument): void {
    const { checks, connection, pulls } = this.#input;
    checks.evict(uri);
    if (!pulls) void connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  async #publish(document: OpenDocument): Promise<void> {
    const { checks, connection } = this.#input;
    const check = await checks.of(document);
    if (check === undefined || !this.#isOpen(document)) return;
    const { uri, version } = document;
    await connection.sendDiagnostics({ uri, version, diagnostics: [...check.diagnostics] });
    await this.#rest(document);
  }

  async #answer(
    uri: string,
    previousResultId: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const { checks, documents, preferences } = this.#input;
    const document = documents.get(uri);
    if (document === undefined) return { kind: 'full', items: [] };
    // Where only what the text stands on has changed, the check is begun anew.
    while (this.#isOpen(document) && !token.isCancellationRequested) {
      const check = await checks.of(document);
      if (check === undefined || !this.#isOpen(document)) continue;
      if (check.id === previousResultId) return { kind: 'unchanged', resultId: check.id };
      void this.#rest(document);
      return { kind: 'full', resultId: check.id, items: [...check.diagnostics] };
    }
    const code = token.isCancellationRequested
      ? LSPErrorCodes.RequestCancelled
      : LSPErrorCodes.ServerCancelled;
    const message = sayIn(preferences.language)('outdated');
    throw new ResponseError(code, message, { retriggerRequest: true });
  }

  /** Once the diagnostics are on their way, and if no edit has come meanwhile. */
  async #rest(document: OpenDocument): Promise<void> {
    const { host } = this.#input;
    await host.nextTurn();
    if (this.#isOpen(document)) host.rest();
  }

  #isOpen(document: OpenDocument): boolean {
    return this.#input.documents.get(document.uri) === document;
  }
}
