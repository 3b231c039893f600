/** Files that an editor has from somewhere else than this machine, and gives the server when it asks. */
import type { ProtocolConnection } from 'vscode-languageserver/node';
import {
  type FileRead,
  type FolderEntry,
  READ_FILES,
  READ_FOLDER,
  type ReadFilesParams,
  type ReadFolderParams,
} from '../../server/lsp/protocol.ts';

export class EditorFileSystem {
  /** Texts by the readable form of their URIs. */
  readonly texts: Map<string, string>;
  /** What was asked for, in the same form. */
  readonly asked: string[] = [];

  constructor(texts: Readonly<Record<string, string>> = {}) {
    this.texts = new Map(Object.entries(texts));
  }

  serve(connection: ProtocolConnection): void {
    connection.onRequest(READ_FOLDER, ({ uri }: ReadFolderParams) => this.#folder(uri));
    connection.onRequest(READ_FILES, ({ uris, limit }: ReadFilesParams) =>
      uris.map((uri) => this.#file(uri, limit)),
    );
  }

  #folder(uri: string): readonly FolderEntry[] {
    const folder = `${decodeURIComponent(uri).replace(/\/$/, '')}/`;
    this.asked.push(folder);
    const entries = new Map<string, boolean>();
    for (const path of this.texts.keys()) {
      if (!path.startsWith(folder)) continue;
      const [name = '', ...below] = path.slice(folder.length).split('/');
      entries.set(name, below.length > 0);
    }
    return [...entries].map(([name, isFolder]) => ({ name, isFolder }));
  }

  #file(uri: string, limit: number): FileRead {
    const path = decodeURIComponent(uri);
    this.asked.push(path);
    const text = this.texts.get(path);
    if (text === undefined) return { kind: 'failed', reason: 'not-found' };
    if (text.length > limit) return { kind: 'failed', reason: 'too-large' };
    return { kind: 'text', text };
  }
}
