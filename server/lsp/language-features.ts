/** Requests about one place of an open report: each feature is a file of its own, here they are joined to the connection. */
import {
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis.ts';
import type { Checks } from './checks.ts';
import { codeLenses } from './code-lenses.ts';
import { completion } from './completion.ts';
import { isCandidateData, resolveCompletion } from './completion-documentation.ts';
import { documentLinks } from './document-links.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { ClientFeatures } from './features.ts';
import { onTypeFormattingEdits, rangeFormattingEdits } from './formatting.ts';
import { hover } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { sayIn } from './messages.ts';
import { definition, highlights, references } from './navigation.ts';
import { loadPinyin } from './pinyin.ts';
import type { Preferences } from './preferences.ts';
import { prepareRename, rename } from './rename.ts';
import { selectionRanges } from './selection-ranges.ts';
import { SemanticTokenStore, semanticTokensIn } from './semantic-tokens.ts';
import { signatureHelp } from './signature-help.ts';
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
      hover(
        analysis,
        document,
        document.places.offset(position),
        preferences.language,
        features.markdown.hover,
      ),
    ),
  );
  serveCompletion(input, asker);
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
  connection.onSignatureHelp(
    asker.alone(null, ({ position }, { tree }, { places }) =>
      signatureHelp(
        tree,
        places.offset(position),
        preferences.language,
        features.markdown.signature,
      ),
    ),
  );
  connection.onDocumentRangeFormatting(
    asker.alone([], ({ range }, { tree }, { places }) =>
      rangeFormattingEdits(tree, places, places.stretch(range)),
    ),
  );
  connection.onDocumentOnTypeFormatting(
    asker.alone([], ({ position, ch }, { tree }, { places }) =>
      onTypeFormattingEdits(tree, places, position, ch),
    ),
  );
  connection.onSelectionRanges(
    asker.alone([], ({ positions }, { tree }, { places }) =>
      selectionRanges(tree, places, positions),
    ),
  );
  connection.languages.inlayHint.on(
    asker.checked([], ({ range }, analysis, { places }) =>
      inlayHints(analysis, places, places.stretch(range), preferences),
    ),
  );
  connection.onDocumentLinks(
    asker.within([], (_, analysis, document) =>
      documentLinks(analysis, document, workspace, sayIn(preferences.language)),
    ),
  );
  connection.onCodeLens(
    asker.checked([], (_, analysis, { places }) =>
      codeLenses(analysis, places, sayIn(preferences.language)),
    ),
  );
  serveSemanticTokens(input, asker);
}

function serveCompletion(
  { connection, documents, checks, preferences, workspace, features }: LanguageFeaturesInput,
  asker: Asker,
): void {
  const complete = asker.within<CompletionParams, CompletionList>(
    { isIncomplete: false, items: [] },
    ({ position, context }, analysis, document) =>
      completion(analysis, document, document.places.offset(position), {
        language: preferences.language,
        takesSnippets: features.snippets,
        showsDetails: features.labelDetails,
        trigger:
          context?.triggerKind === CompletionTriggerKind.TriggerCharacter
            ? context.triggerCharacter
            : undefined,
        files: () => workspace.reportsBeside(document),
      }),
  );
  connection.onCompletion(async (params) => {
    await loadPinyin();
    return complete(params);
  });
  connection.onCompletionResolve(async (item) => {
    const data: unknown = item.data;
    const document = isCandidateData(data) ? documents.get(data.uri) : undefined;
    if (document === undefined) return item;
    const analysis = await checks.analysisOf(document);
    const { completion: isMarkdown } = features.markdown;
    return resolveCompletion(item, analysis, document, preferences.language, isMarkdown);
  });
}

function serveSemanticTokens({ connection, documents }: LanguageFeaturesInput, asker: Asker): void {
  const nothing: SemanticTokens = { data: [] };
  const store = new SemanticTokenStore();
  const { semanticTokens } = connection.languages;
  semanticTokens.on(
    asker.alone(nothing, (_, analysis, { uri, places }) => store.full(uri, analysis, places)),
  );
  semanticTokens.onDelta(
    asker.alone<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      nothing,
      ({ previousResultId }, analysis, { uri, places }) =>
        store.delta(uri, previousResultId, analysis, places),
    ),
  );
  semanticTokens.onRange(
    asker.alone(nothing, ({ range }, analysis, { places }) =>
      semanticTokensIn(analysis, places, places.stretch(range)),
    ),
  );
  documents.onDidClose(({ document }) => store.forget(document.uri));
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

  /**
   * For features that sum up the whole text and that nobody waits for: the check goes first, which gives way to edits.
   * `nothing` where the text could not be checked.
   */
  checked<P extends Asked, R>(nothing: R, answer: Answer<P, R>): (params: P) => Promise<R> {
    return async (params) => {
      const { documents, checks } = this.#input;
      const document = documents.get(params.textDocument.uri);
      if (document === undefined) return nothing;
      let check = await checks.of(document);
      // Where only what the text stands on has changed, the check is begun anew.
      while (check === undefined && documents.get(document.uri) === document) {
        check = await checks.of(document);
      }
      if (check === undefined) throw this.#outdated();
      return check.analysis === undefined
        ? nothing
        : this.#answer(params, check.analysis, document, nothing, answer);
    };
  }

  async #ask<P extends Asked, R>(params: P, nothing: R, answer: Answer<P, R>): Promise<R> {
    const { documents, checks } = this.#input;
    const document = documents.get(params.textDocument.uri);
    if (document === undefined) return nothing;
    const analysis = await checks.analysisOf(document);
    return this.#answer(params, analysis, document, nothing, answer);
  }

  #answer<P extends Asked, R>(
    params: P,
    analysis: Analysis,
    document: OpenDocument,
    nothing: R,
    answer: Answer<P, R>,
  ): R {
    const { documents, connection } = this.#input;
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
