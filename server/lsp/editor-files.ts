/** Files that only the editor can reach: a folder or some files at a time, by the client's own requests. */
import type { Connection } from 'vscode-languageserver';
import {
  type FileRead,
  type FolderEntries,
  READ_FILES,
  READ_FOLDER,
  type ReadFilesParams,
  type ReadFolderParams,
} from './protocol.ts';
import { uriOfPath } from './uri-paths.ts';

/** Largest file that is asked for, in bytes. A report with all its attachments is below one megabyte. */
export const FETCH_LIMIT = 8 * 1024 * 1024;

const failed: FileRead = { kind: 'failed', reason: 'other' };

export class EditorFiles {
  readonly #connection: Connection;
  readonly #greeted: Promise<void>;

  /** `greeted`: nothing may be asked of the client before. */
  constructor(connection: Connection, greeted: Promise<void>) {
    this.#connection = connection;
    this.#greeted = greeted;
  }

  /** What a folder holds; null where it cannot be read. Never rejects. */
  async folder(path: string): Promise<FolderEntries> {
    await this.#greeted;
    const params: ReadFolderParams = { uri: uriOfPath(path) };
    try {
      const entries = await this.#connection.sendRequest<FolderEntries>(READ_FOLDER, params);
      return Array.isArray(entries) ? entries : null;
    } catch {
      return null;
    }
  }

  /** One answer for each path, in order. Never rejects. */
  async files(paths: readonly string[]): Promise<readonly FileRead[]> {
    await this.#greeted;
    const params: ReadFilesParams = { uris: paths.map(uriOfPath), limit: FETCH_LIMIT };
    try {
      const reads = await this.#connection.sendRequest<readonly FileRead[]>(READ_FILES, params);
      return paths.map((_, index) => reads[index] ?? failed);
    } catch {
      return paths.map(() => failed);
    }
  }

  async file(path: string): Promise<FileRead> {
    const [read] = await this.files([path]);
    return read ?? failed;
  }
}
