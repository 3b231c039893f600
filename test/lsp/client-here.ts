/** As `startClient`, with the server in this process: for many of them, and for a server with a part that fails. */
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Host } from '../../server/lsp/host.ts';
import { createNodeHost } from '../../server/lsp/node-host.ts';
import { type ServerOptions, startServer } from '../../server/lsp/server.ts';
import { Client, type ClientOptions } from './client.ts';

/** Must not be stopped: `exit` would end this process. */
export async function startClientHere(
  options: ClientOptions = {},
  server: ServerOptions = {},
  host: Host = createNodeHost(),
): Promise<Client> {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(
    new StreamMessageReader(there),
    new StreamMessageWriter(back),
  );
  startServer(connection, host, server);
  connection.listen();
  const client = new Client(
    createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there)),
    options.settings,
  );
  await client.initialize(options);
  return client;
}
