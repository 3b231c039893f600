/** As `startClient`, with the bundled server in a worker that has nothing but what a Web Worker has. */
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Message,
} from 'vscode-languageserver/node';
import { Client, type ClientOptions } from './client.ts';

/** The program as browsers get it. Fails where it asks for a module of Node. */
export async function bundledWorker(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: resolve(import.meta.dirname, '../..'),
    entryPoints: ['server/lsp/worker.ts'],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2023',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** Runs the program in a realm of its own: of Node's globals it sees only those that browsers have too. */
const realm = `
const { parentPort, workerData } = require('node:worker_threads');
const { createContext, runInContext } = require('node:vm');
const self = {
  MessageChannel, TextDecoder, TextEncoder, URL, clearTimeout, performance, setTimeout, console,
  addEventListener: () => {},
  postMessage: (data) => parentPort.postMessage(data),
};
self.self = self;
runInContext(workerData, createContext(self), { filename: 'worker.js' });
parentPort.on('message', (data) => self.onmessage({ data }));
`;

export class WorkerClient {
  readonly client: Client;
  readonly #worker: Worker;

  private constructor(worker: Worker, client: Client) {
    this.#worker = worker;
    this.client = client;
  }

  static async start(program: string, options: ClientOptions = {}): Promise<WorkerClient> {
    const worker = new Worker(realm, { eval: true, workerData: program });
    const connection = createProtocolConnection(new Reader(worker), new Writer(worker));
    const client = new Client(connection, options.settings);
    // A program that breaks down answers nothing.
    const broken = new Promise<never>((_, reject) => worker.once('error', reject));
    await Promise.race([client.initialize(options), broken]);
    return new WorkerClient(worker, client);
  }

  async stop(): Promise<void> {
    await this.client.stop();
    await this.#worker.terminate();
  }
}

class Reader extends AbstractMessageReader {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  listen(callback: DataCallback): { dispose(): void } {
    this.#worker.on('message', callback);
    this.#worker.on('error', (error) => this.fireError(error));
    return { dispose: () => this.#worker.off('message', callback) };
  }
}

class Writer extends AbstractMessageWriter {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  async write(message: Message): Promise<void> {
    this.#worker.postMessage(message);
  }

  end(): void {}
}
