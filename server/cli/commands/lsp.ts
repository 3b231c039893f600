/** `gouji lsp`: the language server over standard input and output. */
import { serveStdio } from '../../lsp/stdio.ts';
import type { ExitCode } from '../session.ts';

/** Never resolves: the server ends the process when the editor says so or is gone. */
export async function lsp(): Promise<ExitCode> {
  serveStdio();
  return new Promise(() => {});
}
