/** Files of the workspace for a server that cannot reach them: whatever VS Code has a file system for. */
import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FileRead,
  type FolderEntries,
  READ_FILES,
  READ_FOLDER,
  type ReadFilesParams,
  type ReadFolderParams,
} from '../server/lsp/protocol.ts';
import { decode } from './decode.ts';

export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest(READ_FOLDER, ({ uri }: ReadFolderParams) => readFolder(Uri.parse(uri)));
  client.onRequest(READ_FILES, ({ uris, limit }: ReadFilesParams) =>
    Promise.all(uris.map((uri) => readFile(Uri.parse(uri), limit))),
  );
}

async function readFolder(uri: Uri): Promise<FolderEntries> {
  try {
    const entries = await workspace.fs.readDirectory(uri);
    // A link has the kind of what it leads to as well.
    const kept = entries.filter(
      ([, type]) => type & FileType.File || (type & FileType.Directory && !isLink(type)),
    );
    return kept.map(([name, type]) => ({ name, isFolder: (type & FileType.Directory) !== 0 }));
  } catch {
    return null;
  }
}

function isLink(type: FileType): boolean {
  return (type & FileType.SymbolicLink) !== 0;
}

async function readFile(uri: Uri, limit: number): Promise<FileRead> {
  try {
    const { size, type } = await workspace.fs.stat(uri);
    if (type & FileType.Directory) return { kind: 'failed', reason: 'directory' };
    if (size > limit) return { kind: 'failed', reason: 'too-large' };
    const text = decode(await workspace.fs.readFile(uri));
    return text === undefined ? { kind: 'binary' } : { kind: 'text', text };
  } catch (fault) {
    return { kind: 'failed', reason: reasonOf(fault) };
  }
}

function reasonOf(fault: unknown): Extract<FileRead, { kind: 'failed' }>['reason'] {
  const code = fault instanceof FileSystemError ? fault.code : '';
  if (code === 'FileNotFound' || code === 'FileNotADirectory') return 'not-found';
  if (code === 'NoPermissions') return 'no-permission';
  return code === 'FileIsADirectory' ? 'directory' : 'other';
}
