/** The extension in a browser: the server is a Web Worker, which gets its files from the editor. */
import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  State,
} from 'vscode-languageclient/browser';
import { type Api, start, stop } from './extension.ts';

/** As much of the browser as is used here. */
declare const Worker: new (program: string) => never;

export function activate(context: ExtensionContext): Promise<Api> {
  return start(context, {
    createClient: (extension, options) => {
      const program = Uri.joinPath(extension, 'dist', 'lsp', 'worker.js').toString(true);
      let worker: { terminate(): void } | undefined;
      // Workers inside VS Code are of a class of its own, so the client would not know one where it is given one.
      const connect = async () => {
        const started = new Worker(program);
        worker = started;
        return {
          reader: new BrowserMessageReader(started),
          writer: new BrowserMessageWriter(started),
        };
      };
      const client = new LanguageClient('gouji', 'gouji', connect, options);
      client.onDidChangeState(({ newState }) => {
        if (newState !== State.Stopped) return;
        worker?.terminate();
        worker = undefined;
      });
      return client;
    },
    node: undefined,
  });
}

export function deactivate(): Promise<void> {
  return stop();
}
