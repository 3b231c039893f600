/** What applies to the report at hand, as a read-only text: its configuration file, or the settings of the editor. */
import {
  type Disposable,
  EventEmitter,
  l10n,
  languages,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import { CONFIGURATION, type EffectiveConfiguration } from '../../server/lsp/protocol.ts';
import type { Reports } from '../reports.ts';
import { reasonIn, type Server } from '../server.ts';

const SCHEME = 'gouji-configuration';

export class ConfigurationPage implements TextDocumentContentProvider, Disposable {
  readonly #server: Server;
  readonly #reports: Reports;
  readonly #changed = new EventEmitter<Uri>();
  readonly #disposables: readonly Disposable[];

  readonly onDidChange = this.#changed.event;

  constructor(server: Server, reports: Reports) {
    this.#server = server;
    this.#reports = reports;
    this.#disposables = [
      this.#changed,
      workspace.registerTextDocumentContentProvider(SCHEME, this),
      workspace.onDidChangeConfiguration((change) => {
        if (!change.affectsConfiguration('gouji')) return;
        for (const { uri } of workspace.textDocuments) {
          if (uri.scheme === SCHEME) this.#changed.fire(uri);
        }
      }),
    ];
  }

  async show(): Promise<void> {
    const report =
      this.#reports.current?.uri ?? (await workspace.findFiles('**/*.gouji', null, 1))[0];
    if (report === undefined) {
      void window.showInformationMessage(
        l10n.t('Open a report first: what applies depends on where it lies.'),
      );
      return;
    }
    const uri = Uri.from({ scheme: SCHEME, path: '/gouji.config.jsonc', query: report.toString() });
    const document = await workspace.openTextDocument(uri);
    await languages.setTextDocumentLanguage(document, 'jsonc');
    await window.showTextDocument(document, { preview: true });
  }

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    try {
      const { text, file, problems } = await this.#server.ask<EffectiveConfiguration>(
        CONFIGURATION,
        { textDocument: { uri: query } },
      );
      const source =
        file === null
          ? l10n.t('No configuration file applies; the levels of rules are those of the settings.')
          : l10n.t('Configuration: {0}', file);
      const head = [workspace.asRelativePath(Uri.parse(query)), source, ...problems];
      return `${head.map((line) => `// ${line}\n`).join('')}${text}`;
    } catch (fault) {
      return `// ${reasonIn(fault)}\n`;
    }
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }
}
