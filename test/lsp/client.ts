/** An editor for the tests: a client of the language server in another process, over its standard input and output. */
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type TextEdit,
} from 'vscode-languageserver/node';
import type { EditorFileSystem } from './editor-file-system.ts';

const root = resolve(import.meta.dirname, '../..');

/** The server from its sources; the command line's own way of starting it has a test of its own. */
const sources = ['--eval', "(await import('./server/lsp/stdio.ts')).serveStdio()"];

export const pushing: ClientCapabilities = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      codeDescriptionSupport: true,
      dataSupport: true,
    },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    textDocumentContent: {},
  },
};

export const pulling: ClientCapabilities = {
  ...pushing,
  textDocument: { ...pushing.textDocument, diagnostic: { relatedDocumentSupport: false } },
  workspace: { ...pushing.workspace, diagnostics: { refreshSupport: true } },
};

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  /** Absolute paths of the workspace's folders, or their URIs. */
  readonly folders?: readonly string[];
  /** Gives the server files that are nowhere but in the editor. */
  readonly files?: EditorFileSystem;
  readonly locale?: string;
  /** What the client answers when the server asks for the section `gouji`. */
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  /** Parameters of Node in place of the server's sources. */
  readonly command?: readonly string[];
}

/** Starts a server, and greets it. */
export async function startClient(options: ClientOptions = {}): Promise<Client> {
  const child = spawn(process.execPath, options.command ?? sources, {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
    { error: () => {}, warn: () => {}, info: () => {}, log: () => {} },
  );
  const client = new Client(connection, options.settings, child);
  await client.initialize(options);
  return client;
}

type Waiter = (params: PublishDiagnosticsParams) => void;

export class Client {
  readonly connection: ProtocolConnection;
  readonly child: ChildProcess | undefined;
  /** Everything that was published, oldest first. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** How often the server asked to pull again. */
  refreshes = 0;
  /** Kinds of drawings that the server asked to be made anew. */
  readonly redrawn: string[] = [];
  settings: unknown;
  capabilities: InitializeResult['capabilities'] = {};
  errors = '';
  readonly #waiters = new Set<Waiter>();
  readonly #versions = new Map<string, number>();

  constructor(connection: ProtocolConnection, settings?: unknown, child?: ChildProcess) {
    this.connection = connection;
    this.settings = settings;
    this.child = child;
    child?.stderr?.on('data', (chunk) => {
      this.errors += String(chunk);
    });
    connection.onNotification('textDocument/publishDiagnostics', (params) => {
      this.published.push(params);
      for (const waiter of [...this.#waiters]) waiter(params);
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings ?? null),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    for (const kind of ['inlayHint', 'codeLens']) {
      connection.onRequest(`workspace/${kind}/refresh`, () => {
        this.redrawn.push(kind);
        return null;
      });
    }
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
  }

  async initialize(options: ClientOptions): Promise<void> {
    const { capabilities: own = pushing, files, folders = [] } = options;
    files?.serve(this.connection);
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: null,
      capabilities: files ? { ...own, experimental: { gouji: { files: true } } } : own,
      workspaceFolders: folders.map((path) => ({
        uri: /^[a-z][\w+.-]+:/.test(path) ? path : uriOf(path),
        name: path,
      })),
      ...(options.locale !== undefined && { locale: options.locale }),
      ...(options.initializationOptions !== undefined && {
        initializationOptions: options.initializationOptions as object,
      }),
    };
    const { capabilities } = await this.connection.sendRequest<InitializeResult>(
      'initialize',
      params,
    );
    this.capabilities = capabilities;
    await this.connection.sendNotification('initialized', {});
  }

  open(uri: string, text: string, version = 1): void {
    this.#versions.set(uri, version);
    const textDocument = { uri, languageId: 'gouji', version, text };
    void this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Sends edits as one change; returns its version. */
  change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): number {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const textDocument = { uri, version };
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges,
    });
    return version;
  }

  /** Writes notifications as one piece, as they lie in the pipe when the server was busy. */
  sendAtOnce(method: string, parameters: readonly object[]): void {
    const messages = parameters.map((params) => {
      const body = JSON.stringify({ jsonrpc: '2.0', method, params });
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    });
    this.child?.stdin?.write(messages.join(''));
  }

  close(uri: string): void {
    void this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** The next publication that `fits`, past ones left out. */
  next(fits: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve) => {
      const waiter: Waiter = (params) => {
        if (!fits(params)) return;
        this.#waiters.delete(waiter);
        resolve(params);
      };
      this.#waiters.add(waiter);
    });
  }

  /** The diagnostics of one version of a document, published already or to come. */
  async diagnostics(uri: string, version: number): Promise<readonly Diagnostic[]> {
    const fits = (params: PublishDiagnosticsParams) =>
      params.uri === uri && params.version === version;
    return (this.published.findLast(fits) ?? (await this.next(fits))).diagnostics;
  }

  /** Opens a text and waits for its diagnostics. */
  async check(uri: string, text: string): Promise<readonly Diagnostic[]> {
    this.open(uri, text);
    return this.diagnostics(uri, 1);
  }

  codeActions(
    uri: string,
    range: Range,
    context: CodeActionContext = { diagnostics: [] },
  ): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context,
    });
  }

  request<R>(method: string, uri: string, more: object = {}): Promise<R> {
    return this.connection.sendRequest(method, { textDocument: { uri }, ...more });
  }

  /** After this, everything that the server was told so far has been handled and answered. */
  async settled(uri: string): Promise<void> {
    await this.request('textDocument/codeAction', uri, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [] },
    });
  }

  /** Ends the server as an editor does; resolves with its exit code. */
  async stop(): Promise<number | null> {
    const { child } = this;
    const ended = new Promise<number | null>((resolve) => {
      if (child === undefined) resolve(0);
      else if (child.exitCode !== null) resolve(child.exitCode);
      else child.once('exit', resolve);
    });
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    return code;
  }
}

export function uriOf(path: string): string {
  return `file://${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** A second account of positions, straight from the protocol's text: line ends are \n, \r\n and \r. */
export function offsetAt(
  text: string,
  { line, character }: { line: number; character: number },
): number {
  let start = 0;
  for (let n = 0; n < line; n++) {
    const end = /\r\n|\n|\r/g;
    end.lastIndex = start;
    const match = end.exec(text);
    if (match === null) return text.length;
    start = match.index + match[0].length;
  }
  const rest = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  return start + Math.min(character, rest.length);
}

/** The text after edits of the protocol that do not overlap. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const placed = edits.map(({ range, newText }) => ({
    start: offsetAt(text, range.start),
    end: offsetAt(text, range.end),
    newText,
  }));
  placed.sort((a, b) => b.start - a.start || b.end - a.end);
  let result = text;
  for (const { start, end, newText } of placed) {
    result = result.slice(0, start) + newText + result.slice(end);
  }
  return result;
}

/** The edits that a code action makes in one document. */
export function editsOf({ edit }: CodeAction, uri: string): readonly TextEdit[] {
  const inChanges = edit?.changes?.[uri] ?? [];
  const inVersions = (edit?.documentChanges ?? []).flatMap((change) =>
    'textDocument' in change && change.textDocument.uri === uri ? (change.edits as TextEdit[]) : [],
  );
  return [...inChanges, ...inVersions];
}
