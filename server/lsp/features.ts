/** What the client can do, and what the server offers it. */
import {
  type DiagnosticTag,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { codeActionKinds } from './code-actions.ts';
import { completionTriggers } from './completion.ts';
import { watchedOperations } from './file-operations.ts';
import { formattingTriggers } from './formatting.ts';
import { readsMarkdown } from './markdown.ts';
import { LANGUAGE_ID, PASTE_COMMAND, RULE_PAGE_SCHEME } from './protocol.ts';
import { semanticTokensLegend } from './semantic-tokens.ts';
import { signatureTriggers } from './signature-help.ts';

/** What the client can do, as far as the server acts on it. */
export interface ClientFeatures {
  readonly pulls: boolean;
  readonly refreshes: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
  readonly versioned: boolean;
  readonly placesCursor: boolean;
  readonly resolvesActions: boolean;
  readonly watches: boolean;
  readonly folders: boolean;
  readonly configurationChanges: boolean;
  readonly virtualDocuments: boolean;
  readonly definitionLinks: boolean;
  readonly snippets: boolean;
  /** Shows what stands beside a candidate's label. */
  readonly labelDetails: boolean;
  readonly nestedSymbols: boolean;
  /** Markdown is shown as such in hovers, in the documentation of candidates, in that of functions. */
  readonly markdown: {
    readonly hover: boolean;
    readonly completion: boolean;
    readonly signature: boolean;
  };
  readonly preparesRename: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly data: boolean;
  readonly tags: readonly DiagnosticTag[];
  /** Wants to be told what each check came to. */
  readonly checked: boolean;
  /** Gives the server files that it cannot reach by itself. */
  readonly files: boolean;
}

export function featuresOf({
  capabilities: { textDocument, workspace, experimental },
}: InitializeParams): ClientFeatures {
  const pulls = textDocument?.diagnostic !== undefined;
  // A client that pulls may state what it shows with either way of getting diagnostics.
  const shows = { ...textDocument?.publishDiagnostics, ...(pulls && textDocument.diagnostic) };
  const virtualDocuments = workspace?.textDocumentContent !== undefined;
  return {
    pulls,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    versioned: workspace?.workspaceEdit?.documentChanges === true,
    placesCursor: workspace?.workspaceEdit?.snippetEditSupport === true,
    resolvesActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    virtualDocuments,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdown: {
      hover: readsMarkdown(textDocument?.hover?.contentFormat),
      completion: readsMarkdown(textDocument?.completion?.completionItem?.documentationFormat),
      signature: readsMarkdown(
        textDocument?.signatureHelp?.signatureInformation?.documentationFormat,
      ),
    },
    definitionLinks: textDocument?.definition?.linkSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    relatedInformation: shows.relatedInformation === true,
    // The pages are documents of the server, so a link to one is of use to who can open it.
    codeDescription: shows.codeDescriptionSupport === true && virtualDocuments,
    data: shows.dataSupport === true,
    tags: shows.tagSupport?.valueSet ?? [],
    checked: experimental?.gouji?.checked === true,
    files: experimental?.gouji?.files === true,
  };
}

export function capabilitiesFor(features: ClientFeatures): InitializeResult['capabilities'] {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(features.pulls && {
      diagnosticProvider: {
        identifier: LANGUAGE_ID,
        interFileDependencies: true,
        workspaceDiagnostics: true,
      },
    }),
    codeActionProvider: { codeActionKinds, resolveProvider: features.resolvesActions },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: {
      firstTriggerCharacter: formattingTriggers.first,
      moreTriggerCharacter: [...formattingTriggers.more],
    },
    foldingRangeProvider: true,
    documentSymbolProvider: true,
    completionProvider: {
      triggerCharacters: completionTriggers,
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: signatureTriggers },
    selectionRangeProvider: true,
    inlayHintProvider: true,
    documentLinkProvider: {},
    codeLensProvider: {},
    semanticTokensProvider: {
      legend: semanticTokensLegend,
      full: { delta: true },
      range: true,
    },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: features.preparesRename ? { prepareProvider: true } : true,
    workspaceSymbolProvider: true,
    executeCommandProvider: { commands: [PASTE_COMMAND] },
    workspace: {
      fileOperations: {
        willRename: watchedOperations,
        didRename: watchedOperations,
        didCreate: watchedOperations,
        didDelete: watchedOperations,
      },
      ...(features.folders && {
        workspaceFolders: { supported: true, changeNotifications: true },
      }),
      ...(features.virtualDocuments && { textDocumentContent: { schemes: [RULE_PAGE_SCHEME] } }),
    },
  };
}
