/** Reads what is to be checked: a `.gouji` file as it is, a published original through the importer. */
import { readSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { type Decoded, decode, type Encoding } from '../project/decode.ts';
import type { FileKind } from '../project/file-kind.ts';
import type { FoundFile } from '../project/find-files.ts';
import { type FileBytes, readFileBytes, reasonOf, SIZE_LIMIT } from '../project/read-file.ts';
import { binaryKinds, failureMessage } from './messages.ts';
import { Failure, type Session } from './session.ts';

export interface TextFile {
  /** As the user gave it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly kind: FileKind;
  /** Byte-order mark included. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** Reads a file as text; throws a `Failure` with one line that says why it could not. */
export function readTextFile(file: FoundFile, session: Session): TextFile {
  return textOf(readFileBytes(file.path), file, session);
}

/** Standard input as a file of this name (default `<stdin>`, in the language). */
export function readStandardInput(
  name: string | undefined,
  kind: FileKind | undefined,
  session: Session,
): TextFile {
  const shown = name ?? '<stdin>';
  const path = resolve(session.cwd, shown);
  return textOf(standardInput(), { name: shown, path, kind }, session);
}

function textOf(read: FileBytes, file: FoundFile, session: Session): TextFile {
  const { say, language } = session;
  const { name } = file;
  if (read.kind === 'failed') {
    const limit = SIZE_LIMIT / 1024 / 1024;
    throw new Failure(say(failureMessage[read.reason], { file: name, limit }));
  }
  const decoded: Decoded = decode(read.bytes);
  if (decoded.kind === 'binary') {
    throw new Failure(say('binary', { file: name, kind: binaryKinds[decoded.what][language] }));
  }
  const ending = extname(name);
  if (file.kind === undefined && ending !== '' && !name.startsWith('<')) {
    throw new Failure(say('foreignKind', { file: name, ending }));
  }
  const { text, encoding } = decoded;
  return { name, path: file.path, kind: file.kind ?? 'report', text, encoding };
}

function standardInput(): FileBytes {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(65_536);
    try {
      const count = readSync(0, chunk, 0, chunk.length, null);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      total += count;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') break;
      // Input that does not block has nothing yet.
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      else return { kind: 'failed', reason: reasonOf(error) };
    }
    if (total > SIZE_LIMIT) return { kind: 'failed', reason: 'too-large' };
  }
  return { kind: 'bytes', bytes: Buffer.concat(chunks) };
}
