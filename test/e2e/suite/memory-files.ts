/** Files that are nowhere but in VS Code, as those of a virtual workspace are. */
import {
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
} from 'vscode';

export class MemoryFiles implements FileSystemProvider {
  readonly scheme: string;
  /** Contents by path. */
  readonly #files = new Map<string, Uint8Array>();
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  #time = 0;

  readonly onDidChangeFile = this.#changed.event;

  constructor(scheme: string) {
    this.scheme = scheme;
  }

  uri(path: string): Uri {
    return Uri.from({ scheme: this.scheme, path });
  }

  write(path: string, text: string): Uri {
    const uri = this.uri(path);
    this.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  }

  watch(): { dispose(): void } {
    return { dispose: () => {} };
  }

  stat({ path }: Uri): FileStat {
    const file = this.#files.get(path);
    if (file === undefined && !this.#isFolder(path)) throw FileSystemError.FileNotFound(path);
    const type = file === undefined ? FileType.Directory : FileType.File;
    return { type, ctime: 0, mtime: this.#time, size: file?.length ?? 0 };
  }

  readDirectory({ path }: Uri): [string, FileType][] {
    const folder = path.endsWith('/') ? path : `${path}/`;
    const entries = new Map<string, FileType>();
    for (const name of this.#files.keys()) {
      if (!name.startsWith(folder)) continue;
      const [first = '', ...below] = name.slice(folder.length).split('/');
      entries.set(first, below.length > 0 ? FileType.Directory : FileType.File);
    }
    return [...entries];
  }

  readFile({ path }: Uri): Uint8Array {
    const file = this.#files.get(path);
    if (file === undefined) throw FileSystemError.FileNotFound(path);
    return file;
  }

  writeFile(uri: Uri, content: Uint8Array): void {
    const type = this.#files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    this.#files.set(uri.path, content);
    this.#time += 1;
    this.#changed.fire([{ type, uri }]);
  }

  delete(uri: Uri): void {
    this.#files.delete(uri.path);
    this.#changed.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  createDirectory(): void {}

  rename(from: Uri, to: Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  #isFolder(path: string): boolean {
    const folder = path.endsWith('/') ? path : `${path}/`;
    return folder === '/' || [...this.#files.keys()].some((name) => name.startsWith(folder));
  }
}
