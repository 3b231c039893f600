/** The server as a process that an editor starts itself, over the transport that its parameters name. */
import { createConnection } from 'vscode-languageserver/node';
import { expectShortLives } from '../project/short-lives.ts';
import { createNodeHost } from './node-host.ts';
import { startServer } from './server.ts';

expectShortLives();
const connection = createConnection();
startServer(connection, createNodeHost());
connection.listen();
