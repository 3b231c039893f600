/** The language server as the rest of the extension sees it: started, asked, started anew. */
import {
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  type Uri,
  window,
  workspace,
} from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  State,
  type StaticFeature,
} from 'vscode-languageclient';
import { CHECKED, type Checked, LANGUAGE_ID } from '../server/lsp/protocol.ts';
import { serveFiles } from './files.ts';
import type { Platform } from './platform.ts';
import { provideCodeLenses, wishes } from './wishes.ts';

export type ServerState = 'starting' | 'running' | 'stopped';

export class Server implements Disposable {
  readonly output: LogOutputChannel;
  readonly #extension: Uri;
  readonly #platform: Platform;
  readonly #changed = new EventEmitter<ServerState>();
  readonly #checked = new EventEmitter<Checked>();
  #client: BaseLanguageClient | undefined;
  #started: Promise<void> = Promise.resolve();
  #state: ServerState = 'stopped';

  readonly onDidChangeState = this.#changed.event;
  readonly onDidCheck = this.#checked.event;

  constructor(extension: Uri, platform: Platform, output: LogOutputChannel) {
    this.#extension = extension;
    this.#platform = platform;
    this.output = output;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Diagnostics as the server sends them in the editor's own shape. */
  get converter(): BaseLanguageClient['protocol2CodeConverter'] | undefined {
    return this.#client?.protocol2CodeConverter;
  }

  start(): Promise<void> {
    this.#started = this.#start();
    return this.#started;
  }

  /** One after the other: two that overlap would leave two servers behind. */
  restart(): Promise<void> {
    const before = this.#started;
    this.#started = (async () => {
      await before;
      await this.#end();
      await this.#start();
    })();
    return this.#started;
  }

  /** Asks the server once it runs; rejects where it does not, and where it refuses. */
  async ask<R>(method: string, params?: object): Promise<R> {
    await this.#started;
    const client = this.#client;
    if (client === undefined || this.#state !== 'running') {
      throw new Error(l10n.t('The gouji language server is not running.'));
    }
    return client.sendRequest<R>(method, params);
  }

  dispose(): void {
    void this.#end();
    this.#changed.dispose();
    this.#checked.dispose();
  }

  async end(): Promise<void> {
    await this.#end();
  }

  async #start(): Promise<void> {
    this.#become('starting');
    const client = this.#platform.createClient(this.#extension, this.#options());
    client.registerFeature(agreement);
    serveFiles(client);
    client.onNotification(CHECKED, (checked: Checked) => this.#checked.fire(checked));
    client.onDidChangeState(({ newState }) => {
      if (this.#client !== client) return;
      if (newState === State.Running) this.#become('running');
      else this.#become(newState === State.Starting ? 'starting' : 'stopped');
    });
    this.#client = client;
    try {
      await client.start();
      if (this.#client === client) this.#become('running');
    } catch (fault) {
      if (this.#client !== client) return;
      this.#become('stopped');
      void this.#complain(
        l10n.t('The gouji language server could not be started: {0}', reasonIn(fault)),
      );
    }
  }

  async #end(): Promise<void> {
    const running = this.#client;
    this.#client = undefined;
    this.#become('stopped');
    try {
      await running?.dispose();
    } catch (fault) {
      // A server that is past answering is left behind; it ends when its input does.
      this.output.warn(reasonIn(fault));
    }
  }

  #become(state: ServerState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#changed.fire(state);
  }

  // What went wrong, the client has written to the output channel by now.
  async #complain(message: string): Promise<void> {
    const show = l10n.t('Show Output');
    const chosen = await window.showErrorMessage(message, show);
    if (chosen === show) this.output.show();
  }

  #options(): LanguageClientOptions {
    const ended: number[] = [];
    return {
      documentSelector: schemes().map((scheme) => ({ scheme, language: LANGUAGE_ID })),
      outputChannel: this.output,
      diagnosticPullOptions: { onChange: true },
      middleware: { provideCodeLenses },
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue }),
        // It comes back by itself, unless it ends again and again.
        closed: () => {
          const now = Date.now();
          ended.push(now);
          if (ended.filter((time) => now - time < 180_000).length < 4) {
            return { action: CloseAction.Restart, handled: true };
          }
          void this.#complain(
            l10n.t('The gouji language server ended several times and was not started again.'),
          );
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
    };
  }
}

/** Where reports may lie that are edited: files, texts without a file, and whatever the folders of the workspace are. */
export function schemes(): readonly string[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', 'untitled', ...folders])];
}

/** Wants to be told what each check came to, gives the server files; takes up the offer to check what nobody opened only where the user wishes it. */
const agreement: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    capabilities.experimental = {
      ...capabilities.experimental,
      gouji: { checked: true, files: true },
    };
  },
  preInitialize: ({ diagnosticProvider }) => {
    if (diagnosticProvider && wishes('checkWorkspace') !== true) {
      diagnosticProvider.workspaceDiagnostics = false;
    }
  },
  initialize: () => {},
  getState: () => ({ kind: 'static' }),
  clear: () => {},
};

export function reasonIn(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
