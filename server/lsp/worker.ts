/** The server in a Web Worker, for editors that run in a browser; its messages come and go through the worker's own port. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { startServer } from './server.ts';
import { createWorkerHost } from './worker-host.ts';

const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port));
startServer(connection, createWorkerHost());
connection.listen();
