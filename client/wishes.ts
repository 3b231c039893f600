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

/** Reports that nobody opened are checked only where the user wants it; until then the question stays open. */
export const provideWorkspaceDiagnostics: NonNullable<
  Middleware['provideWorkspaceDiagnostics']
> = async (previous, token, report, next) => {
  if (wishes('checkWorkspace') !== true) {
    await new Promise<void>((resolve) => {
      const listening = workspace.onDidChangeConfiguration(() => {
        if (wishes('checkWorkspace') === true) done();
      });
      const cancelled = token.onCancellationRequested(() => done());
      const done = (): void => {
        listening.dispose();
        cancelled.dispose();
        resolve();
      };
    });
  }
  return token.isCancellationRequested ? { items: [] } : next(previous, token, report);
};
