/** The server over standard input and output, for any editor: `gouji lsp --stdio`. */
import { createConnection } from 'vscode-languageserver/node';
import { createNodeHost } from './node-host.ts';
import { startServer } from './server.ts';

/** Serves until the client says `exit` or closes the input; then the process ends. */
export function serveStdio(): void {
  const connection = createConnection(process.stdin, process.stdout);
  startServer(connection, createNodeHost());
  connection.listen();
}
