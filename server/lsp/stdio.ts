/** The server over standard input and output, for any editor: `gouji lsp --stdio`. */
import { createConnection } from 'vscode-languageserver/node';
import { expectShortLives } from '../project/short-lives.ts';
import { createNodeHost } from './node-host.ts';
import { startServer } from './server.ts';
import { wholeMessages } from './whole-messages.ts';

/** Serves until the client says `exit` or closes the input; then the process ends. */
export function serveStdio(): void {
  expectShortLives();
  const connection = createConnection(process.stdin, wholeMessages(process.stdout));
  startServer(connection, createNodeHost());
  connection.listen();
}
