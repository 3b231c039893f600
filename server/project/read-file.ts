/** Reads one file's bytes within a stated limit: what no report can be is refused before it is read. */
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** Largest file that is read, in bytes. A report with all its attachments is below one megabyte. */
export const SIZE_LIMIT = 32 * 1024 * 1024;

export type FileBytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: FileFailure };

export type FileFailure =
  | 'not-found'
  | 'no-permission'
  | 'directory'
  /** Larger than `SIZE_LIMIT`. */
  | 'too-large'
  | 'other';

/** Never throws. Pipes and devices, which have no size of their own, are read up to the limit. */
export function readFileBytes(path: string, limit = SIZE_LIMIT): FileBytes {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const status = fstatSync(file);
    if (status.isDirectory()) return failed('directory');
    if (status.size > limit) return failed('too-large');
    const chunks: Uint8Array[] = [];
    let total = 0;
    // A file of known size is read at one stroke, and once more to see its end.
    let room = status.size > 0 ? status.size + 1 : 65_536;
    for (;;) {
      const chunk = Buffer.allocUnsafe(Math.min(room, limit + 1 - total));
      const count = readSync(file, chunk, 0, chunk.length, null);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      total += count;
      if (total > limit) return failed('too-large');
      room = 65_536;
    }
    return {
      kind: 'bytes',
      bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks),
    };
  } catch (error) {
    return failed(reasonOf(error));
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** False for a folder: a department may well have one that is named after a unit. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The first `length` bytes of a file, or fewer; undefined where it cannot be read. */
export function readHead(path: string, length: number): Uint8Array | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const chunk = Buffer.allocUnsafe(length);
    return chunk.subarray(0, readSync(file, chunk, 0, length, 0));
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function failed(reason: FileFailure): FileBytes {
  return { kind: 'failed', reason };
}

export function reasonOf(error: unknown): FileFailure {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'not-found';
    case 'EACCES':
    case 'EPERM':
      return 'no-permission';
    case 'EISDIR':
      return 'directory';
    default:
      return 'other';
  }
}
