/** Settings that the extension itself honours, between the server and the editor. */
import { workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

export function wishes<T>(name: string): T | undefined {
  return workspace.getConfiguration('gouji').get<T>(name);
}

export const provideCodeLenses: NonNullable<Middleware['provideCodeLenses']> = (
  document,
  token,
  next,
) => (wishes('codeLens') === false ? [] : next(document, token));
