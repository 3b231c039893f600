/** Checks every report of the workspace, open or not; what is found stays in the problems view. */
import {
  type CancellationToken,
  commands,
  DiagnosticSeverity,
  type Disposable,
  l10n,
  languages,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Diagnostic } from 'vscode-languageclient';
import { LANGUAGE_ID, LINT, type Linted, REPORTS } from '../../server/lsp/protocol.ts';
import { decode } from '../decode.ts';
import { reasonIn, type Server } from '../server.ts';
import { wishes } from '../wishes.ts';

const PATTERN = '**/*.gouji';
/** As on the command line. */
const LEFT_OUT = '**/{node_modules,.*}/**';

export interface LintTotals {
  files: number;
  errors: number;
  warnings: number;
}

export class WorkspaceLint implements Disposable {
  readonly #server: Server;
  /** Of reports that are not open: those that are have live diagnostics. */
  readonly #found = languages.createDiagnosticCollection('gouji-workspace');
  readonly #disposables: readonly Disposable[];

  constructor(server: Server) {
    this.#server = server;
    const watcher = workspace.createFileSystemWatcher(PATTERN, true);
    this.#disposables = [
      this.#found,
      watcher,
      watcher.onDidChange((uri) => {
        if (this.#found.has(uri)) void this.#checkQuietly(uri);
      }),
      watcher.onDidDelete((uri) => this.#found.delete(uri)),
      workspace.onDidOpenTextDocument(({ uri, languageId }) => {
        if (languageId === LANGUAGE_ID) this.#found.delete(uri);
      }),
    ];
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  /** Resolves with what was counted; undefined where the user stopped it. */
  async run(): Promise<LintTotals | undefined> {
    const files = await this.#reports();
    if (files.length === 0) {
      void window.showInformationMessage(l10n.t('There are no reports (.gouji) in the workspace.'));
      return { files: 0, errors: 0, warnings: 0 };
    }
    this.#found.clear();
    const totals = await window.withProgress(
      {
        location: ProgressLocation.Notification,
        title: l10n.t('Checking reports'),
        cancellable: true,
      },
      (progress, token) =>
        this.#checkAll(files, token, (name) => {
          progress.report({ message: name, increment: 100 / files.length });
        }),
    );
    if (totals !== undefined) void this.#tell(totals);
    return totals;
  }

  /** Those that the command line would find, and those that the server has passed over as there are too many. */
  async #reports(): Promise<readonly Uri[]> {
    const [known, found] = await Promise.all([
      this.#server.ask<readonly string[]>(REPORTS),
      workspace.findFiles(PATTERN, LEFT_OUT),
    ]);
    const inFolder = known.map((uri) => Uri.parse(uri)).filter(workspace.getWorkspaceFolder);
    const byName = new Map([...inFolder, ...found].map((uri) => [uri.toString(), uri]));
    return [...byName.values()];
  }

  async #checkAll(
    files: readonly Uri[],
    token: CancellationToken,
    begin: (name: string) => void,
  ): Promise<LintTotals | undefined> {
    const totals: LintTotals = { files: 0, errors: 0, warnings: 0 };
    for (const uri of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
      if (token.isCancellationRequested) return undefined;
      begin(workspace.asRelativePath(uri));
      try {
        const found = await this.#check(uri);
        totals.files += 1;
        totals.errors += found.filter((one) => one.severity === DiagnosticSeverity.Error).length;
        totals.warnings += found.filter(
          (one) => one.severity === DiagnosticSeverity.Warning,
        ).length;
      } catch (fault) {
        this.#server.output.error(`${uri.toString()}: ${reasonIn(fault)}`);
      }
    }
    return totals;
  }

  async #check(uri: Uri) {
    const open = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    const text = open?.getText() ?? decode(await workspace.fs.readFile(uri)) ?? '';
    const { diagnostics } = await this.#server.ask<Linted<Diagnostic>>(LINT, {
      textDocument: { uri: uri.toString() },
      text,
    });
    const found = (await this.#server.converter?.asDiagnostics([...diagnostics])) ?? [];
    // What the editor checks by itself is in the problems view already.
    if (open === undefined && wishes('checkWorkspace') !== true) this.#found.set(uri, found);
    return found;
  }

  async #checkQuietly(uri: Uri): Promise<void> {
    try {
      await this.#check(uri);
    } catch {
      this.#found.delete(uri);
    }
  }

  async #tell({ files, errors, warnings }: LintTotals): Promise<void> {
    const show = l10n.t('Show Problems');
    const message = l10n.t(
      'Reports checked: {0}. Errors: {1}, warnings: {2}.',
      files,
      errors,
      warnings,
    );
    if ((await window.showInformationMessage(message, show)) === show) {
      await commands.executeCommand('workbench.actions.view.problems');
    }
  }
}
