/** What differs between the extension in a browser and on a machine of its own. */
import type { Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

export interface Platform {
  createClient(extension: Uri, options: LanguageClientOptions): BaseLanguageClient;
  /** The program that runs scripts of Node with the environment that this takes; undefined where none can run. */
  readonly node:
    | { readonly path: string; readonly env: Readonly<Record<string, string>> }
    | undefined;
}
