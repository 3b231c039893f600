/** The extension on the desktop: starts the language server and hands it the reports that are open. */
import { commands, type ExtensionContext, type LogOutputChannel, l10n, Uri, window } from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { LANGUAGE_ID } from '../server/lsp/protocol.ts';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('gouji', { log: true });
  context.subscriptions.push(
    output,
    commands.registerCommand('gouji.restartServer', () => restart(context, output)),
    commands.registerCommand('gouji.showOutput', () => output.show()),
  );
  await start(context, output);
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
  client = undefined;
}

async function start(context: ExtensionContext, output: LogOutputChannel): Promise<void> {
  const starting = new LanguageClient(
    'gouji',
    'gouji',
    serverOptions(context),
    clientOptions(output),
  );
  client = starting;
  try {
    await starting.start();
  } catch (fault) {
    // What went wrong, the client has written to the output channel by now.
    const show = l10n.t('Show Output');
    const answer = window.showErrorMessage(
      l10n.t('The gouji language server could not be started: {0}', reasonIn(fault)),
      show,
    );
    void answer.then((chosen) => chosen === show && output.show());
  }
}

async function restart(context: ExtensionContext, output: LogOutputChannel): Promise<void> {
  const running = client;
  client = undefined;
  try {
    await running?.dispose();
  } catch (fault) {
    // A server that is past answering is left behind; it ends when its input does.
    output.warn(reasonIn(fault));
  }
  await start(context, output);
}

function serverOptions({ extensionUri }: ExtensionContext): ServerOptions {
  const server = {
    module: Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath,
    transport: TransportKind.ipc,
  };
  return { run: server, debug: { ...server, options: { execArgv: ['--enable-source-maps'] } } };
}

function clientOptions(output: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [
      { scheme: 'file', language: LANGUAGE_ID },
      { scheme: 'untitled', language: LANGUAGE_ID },
    ],
    outputChannel: output,
    diagnosticPullOptions: { onChange: true },
  };
}

function reasonIn(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
