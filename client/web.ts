/** The extension in a browser: the server is a Web Worker, and nothing else of the machine can be reached. */
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, start, stop } from './extension.ts';

/** As much of the browser as is used here. */
declare const Worker: new (program: string) => never;

export function activate(context: ExtensionContext): Promise<Api> {
  return start(context, {
    createClient: (extension, options) => {
      const program = Uri.joinPath(extension, 'dist', 'lsp', 'worker.js').toString(true);
      return new LanguageClient('gouji', 'gouji', async () => new Worker(program), options);
    },
    node: undefined,
  });
}

export function deactivate(): Promise<void> {
  return stop();
}
