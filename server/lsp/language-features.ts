/** Requests about one place of an open report: each feature is a file of its own, here they are joined to the connection. */
import {
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis.ts';
import type { Checks } from './checks.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { ClientFeatures } from './features.ts';
import { hover } from './hover.ts';
import { sayIn } from './messages.ts';
import { definition, highlights, references } from './navigation.ts';
import type { Preferences } from './preferences.ts';
import { prepareRename, rename } from './rename.ts';
import type { Workspace } from './workspace.ts';

export interface LanguageFeaturesInput {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly checks: Checks;
  readonly preferences: Preferences;
  readonly workspace: Workspace;
  readonly features: ClientFeatures;
}

interface Asked {
  readonly textDocument: TextDocumentIdentifier;
}

/** Answers from the analysis that the checks share; only the stages that a feature asks for are worked out. */
type Answer<P extends Asked, R> = (params: P, analysis: Analysis, document: OpenDocument) => R;

export function serveLanguageFeatures(input: LanguageFeaturesInput): void {
  const { connection, preferences, workspace, features } = input;
  const asker = new Asker(input);
  connection.onHover(
    asker.within(null, ({ position }, analysis, document) =>
      hover(analysis, document, document.places.offset(position), preferences.language),
    ),
  );
  connection.onDefinition(
    asker.within([], ({ position }, analysis, document) =>
      definition(analysis, document, position, {
        workspace,
        links: features.definitionLinks,
        pages: features.virtualDocuments,
      }),
    ),
  );
  connection.onReferences(
    asker.within([], ({ position, context }, analysis, document) =>
      references(analysis, document, position, context.includeDeclaration, workspace),
    ),
  );
  connection.onDocumentHighlight(
    asker.within([], ({ position }, analysis, document) =>
      highlights(analysis, document, position),
    ),
  );
  connection.onPrepareRename(
    asker.within(null, ({ position }, analysis, document) =>
      prepareRename(analysis, document, document.places.offset(position)),
    ),
  );
  connection.onRenameRequest(
    asker.within(null, ({ position, newName }, analysis, document) => {
      const say = sayIn(preferences.language);
      const offset = document.places.offset(position);
      return rename(analysis, document, offset, newName, features.versioned, say);
    }),
  );
}

class Asker {
  readonly #input: LanguageFeaturesInput;

  constructor(input: LanguageFeaturesInput) {
    this.#input = input;
  }

  /** For features that read the text and its tables alone; `nothing` where no such text is open. */
  alone<P extends Asked, R>(nothing: R, answer: Answer<P, R>): (params: P) => Promise<R> {
    return (params) => this.#ask(params, nothing, answer);
  }

  /** For features that may read other reports too: they must be known by then, and the user's language. */
  within<P extends Asked, R>(nothing: R, answer: Answer<P, R>): (params: P) => Promise<R> {
    return async (params) => {
      const { preferences, workspace } = this.#input;
      await Promise.all([preferences.ready, workspace.ready]);
      return this.#ask(params, nothing, answer);
    };
  }

  async #ask<P extends Asked, R>(params: P, nothing: R, answer: Answer<P, R>): Promise<R> {
    const { documents, checks, connection } = this.#input;
    const document = documents.get(params.textDocument.uri);
    if (document === undefined) return nothing;
    const analysis = await checks.analysisOf(document);
    // Positions of the question speak of a text that is no more.
    if (documents.get(document.uri) !== document) throw this.#outdated();
    try {
      return answer(params, analysis, document);
    } catch (fault) {
      if (fault instanceof ResponseError) throw fault;
      // A fault of the checks is a diagnostic; beside it every other feature goes on.
      connection.console.error(
        fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
      );
      return nothing;
    }
  }

  #outdated(): ResponseError<void> {
    const message = sayIn(this.#input.preferences.language)('outdated');
    return new ResponseError(LSPErrorCodes.ContentModified, message);
  }
}
