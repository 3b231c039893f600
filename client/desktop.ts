/** The extension where there is a machine under it: the server is a process of Node. */
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, start, stop } from './extension.ts';

export function activate(context: ExtensionContext): Promise<Api> {
  return start(context, {
    createClient: (extension, options) => {
      const server = {
        module: Uri.joinPath(extension, 'dist', 'server.js').fsPath,
        transport: TransportKind.ipc,
      };
      const debug = { ...server, options: { execArgv: ['--enable-source-maps'] } };
      return new LanguageClient('gouji', 'gouji', { run: server, debug }, options);
    },
    // The host of extensions is VS Code's own program, which is Node when it is told to be.
    node: { path: process.execPath, env: { ELECTRON_RUN_AS_NODE: '1' } },
  });
}

export function deactivate(): Promise<void> {
  return stop();
}
