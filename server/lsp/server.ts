/**
 * The language server over any connection. Each feature is a file of its own; here it is said what the server can do
 * and who hears of what.
 */
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
} from 'vscode-languageserver';
import type { analyse } from '../analysis.ts';
import { version } from '../version.ts';
import { CheckAnnouncer } from './check-announcer.ts';
import { Checks } from './checks.ts';
import { serveCodeActions } from './code-action-requests.ts';
import { ConfigurationProblems } from './configuration-problems.ts';
import { DiagnosticWriter } from './diagnostic-writer.ts';
import { Diagnostics } from './diagnostics.ts';
import { documentSymbols, flatSymbols } from './document-symbols.ts';
import { createDocuments } from './documents.ts';
import { withEditorFiles } from './editor-host.ts';
import { serveExtension } from './extension-requests.ts';
import { type ClientFeatures, capabilitiesFor, featuresOf } from './features.ts';
import { renameEdits } from './file-operations.ts';
import { foldingRanges } from './folding-ranges.ts';
import { formattingEdits } from './formatting.ts';
import type { Host } from './host.ts';
import { serveLanguageFeatures } from './language-features.ts';
import { servePasting } from './paste-requests.ts';
import { Preferences } from './preferences.ts';
import { SETTINGS_SECTION } from './protocol.ts';
import { rulePage } from './rule-pages.ts';
import { sortChanges, watchFiles } from './watched-files.ts';
import { type Affected, Workspace } from './workspace.ts';
import { WorkspaceDiagnostics } from './workspace-diagnostics.ts';
import { WorkspaceSymbols } from './workspace-symbols.ts';

export interface ServerOptions {
  /** The analysis; tests put a broken one in its place. */
  readonly analyse?: typeof analyse;
}

/** Serves the connection once it is listened to. */
export function startServer(connection: Connection, host: Host, options: ServerOptions = {}): void {
  connection.onInitialize((params) => {
    const features = featuresOf(params);
    new Session(connection, host, params, features, options).begin();
    return { capabilities: capabilitiesFor(features), serverInfo: { name: 'gouji', version } };
  });
}

/** One client, from `initialize` on. */
class Session {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #features: ClientFeatures;
  readonly #documents = createDocuments();
  readonly #workspace: Workspace;
  readonly #preferences: Preferences;
  readonly #configurationProblems: ConfigurationProblems;
  readonly #writer: DiagnosticWriter;
  readonly #checks: Checks;
  readonly #diagnostics: Diagnostics;
  readonly #workspaceDiagnostics: WorkspaceDiagnostics;
  #greet = (): void => {};

  constructor(
    connection: Connection,
    machine: Host,
    params: InitializeParams,
    features: ClientFeatures,
    options: ServerOptions,
  ) {
    const documents = this.#documents;
    this.#connection = connection;
    this.#features = features;
    this.#preferences = new Preferences(connection, params);
    const host = features.files ? this.#withFilesOfEditor(machine) : machine;
    this.#host = host;
    this.#workspace = new Workspace(host, documents, () => this.#recheckAll());
    this.#configurationProblems = new ConfigurationProblems(connection, host);
    this.#writer = new DiagnosticWriter(features, this.#workspace, host);
    const announcer = features.checked && new CheckAnnouncer({ connection, documents, host });
    this.#checks = new Checks({
      done: announcer ? (check) => void announcer.announce(check) : undefined,
      documents,
      host,
      workspace: this.#workspace,
      preferences: this.#preferences,
      writer: this.#writer,
      configurationProblems: this.#configurationProblems,
      ...options,
    });
    this.#diagnostics = new Diagnostics({
      connection,
      documents,
      checks: this.#checks,
      preferences: this.#preferences,
      host,
      ...features,
    });
    this.#workspaceDiagnostics = new WorkspaceDiagnostics({
      host,
      workspace: this.#workspace,
      checks: this.#checks,
      preferences: this.#preferences,
    });
    const { workspaceFolders, rootUri } = params;
    const folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    this.#workspace.setFolders(folders);
  }

  #withFilesOfEditor(machine: Host): Host {
    return withEditorFiles(machine, {
      connection: this.#connection,
      preferences: this.#preferences,
      greeted: new Promise((resolve) => {
        this.#greet = resolve;
      }),
      fetched: (paths) => this.#contentsChanged(paths),
    });
  }

  begin(): void {
    this.#followDocuments();
    this.#followSurroundings();
    this.#answerRequests();
  }

  #followDocuments(): void {
    const documents = this.#documents;
    documents.onDidChangeContent(({ document }) => {
      const affected = this.#workspace.edited(document);
      this.#diagnostics.changed(document);
      this.#recheck(affected);
    });
    documents.onDidClose(({ document }) => {
      const affected = this.#workspace.closed(document);
      this.#diagnostics.closed(document);
      this.#recheck(affected);
      const path = this.#host.pathOf(document.uri);
      // Not every editor that saves a file tells of it.
      if (path !== undefined && this.#host.isDistant(path)) void this.#fetchAgain([path]);
    });
    documents.listen(this.#connection);
  }

  #followSurroundings(): void {
    const { watches, folders, configurationChanges } = this.#features;
    const connection = this.#connection;
    connection.onInitialized(() => {
      this.#greet();
      this.#preferences.refresh();
      if (watches) watchFiles(connection);
      if (configurationChanges) {
        connection.client
          .register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION })
          .catch(() => {});
      }
      if (folders) {
        connection.workspace.onDidChangeWorkspaceFolders(async () => {
          const present = (await connection.workspace.getWorkspaceFolders()) ?? [];
          this.#workspace.setFolders(present.map(({ uri }) => uri));
          this.#recheckAll();
        });
      }
    });
    connection.onDidChangeConfiguration(({ settings }) => {
      this.#preferences.refresh(settings ?? undefined);
      this.#forgetConfigurations();
      this.#recheckAll();
    });
    const input = {
      host: this.#host,
      workspace: this.#workspace,
      versioned: this.#features.versioned,
    };
    connection.workspace.onWillRenameFiles(({ files }) => renameEdits(files, input));
    connection.workspace.onDidRenameFiles(() => this.#filesMoved());
    connection.workspace.onDidCreateFiles(() => this.#filesMoved());
    connection.workspace.onDidDeleteFiles(({ files }) => {
      this.#diagnostics.deleted(files.map(({ uri }) => uri));
      this.#filesMoved();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      const { configuration, listing, contents } = sortChanges(changes, {
        pathOf: (uri) => this.#host.pathOf(uri),
        isOpen: (path) => this.#workspace.isOpen(path),
        isSubjectFile: (path) => this.#configurationProblems.isSubjectFile(path),
      });
      const distant = contents.filter((path) => this.#host.isDistant(path));
      if (configuration) this.#forgetConfigurations();
      if (listing) this.#workspace.listAgain();
      if (configuration || listing) this.#recheckAll();
      this.#contentsChanged(contents.filter((path) => !distant.includes(path)));
      if (distant.length > 0) void this.#fetchAgain(distant);
    });
  }

  async #fetchAgain(paths: readonly string[]): Promise<void> {
    this.#contentsChanged(await this.#host.fetchAgain(paths));
  }

  #contentsChanged(paths: readonly string[]): void {
    if (paths.length === 0) return;
    for (const path of paths) this.#workspace.forget(path);
    this.#recheckAll();
  }

  #answerRequests(): void {
    const connection = this.#connection;
    serveLanguageFeatures({
      connection,
      documents: this.#documents,
      checks: this.#checks,
      preferences: this.#preferences,
      workspace: this.#workspace,
      features: this.#features,
    });
    serveExtension({
      connection,
      documents: this.#documents,
      checks: this.#checks,
      preferences: this.#preferences,
      writer: this.#writer,
      workspace: this.#workspace,
    });
    if (this.#features.pulls) {
      connection.languages.diagnostics.onWorkspace((params, token, _, progress) =>
        this.#workspaceDiagnostics.answer(params, token, progress),
      );
    }
    const symbols = new WorkspaceSymbols({
      host: this.#host,
      documents: this.#documents,
      workspace: this.#workspace,
      checks: this.#checks,
      preferences: this.#preferences,
    });
    connection.onWorkspaceSymbol(({ query }, token) => symbols.answer(query, token));
    servePasting({
      connection,
      documents: this.#documents,
      checks: this.#checks,
      versioned: this.#features.versioned,
    });
    serveCodeActions({
      connection,
      documents: this.#documents,
      checks: this.#checks,
      preferences: this.#preferences,
      features: this.#features,
    });
    connection.onDocumentFormatting(async ({ textDocument: { uri } }) => {
      const document = this.#documents.get(uri);
      if (document === undefined) return [];
      return formattingEdits((await this.#checks.analysisOf(document)).tree, document.places);
    });
    connection.onFoldingRanges(async ({ textDocument: { uri } }) => {
      const document = this.#documents.get(uri);
      return document ? foldingRanges((await this.#checks.analysisOf(document)).tree) : [];
    });
    connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
      const document = this.#documents.get(uri);
      if (document === undefined) return [];
      const analysis = await this.#checks.analysisOf(document);
      const symbols = documentSymbols(analysis, document.places, this.#preferences.language);
      return this.#features.nestedSymbols ? symbols : flatSymbols(symbols, uri);
    });
    if (this.#features.virtualDocuments) {
      connection.workspace.textDocumentContent.on(({ uri }) => {
        const text = rulePage(uri, this.#preferences.language);
        return text === undefined ? null : { text };
      });
    }
  }

  #filesMoved(): void {
    this.#workspace.listAgain();
    this.#recheckAll();
  }

  #forgetConfigurations(): void {
    this.#host.forgetConfigurations();
    this.#configurationProblems.clear();
  }

  #recheckAll(): void {
    this.#recheck({ open: this.#documents.all(), stored: 'all' });
  }

  /** What texts stand on besides themselves has changed. */
  #recheck({ open, stored }: Affected): void {
    this.#workspaceDiagnostics.forget(stored);
    this.#diagnostics.recheck(open, stored.length > 0);
    if (open.length === 0) return;
    const { refreshesHints, refreshesLenses } = this.#features;
    // A client that is about to end answers no more.
    if (refreshesHints) this.#connection.languages.inlayHint.refresh().catch(() => {});
    if (refreshesLenses) {
      this.#connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
    }
  }
}
