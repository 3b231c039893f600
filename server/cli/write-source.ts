/** Writes a source back: whole or not at all, and only over what was read. */
import { accessSync, constants } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { decode } from '../project/decode.ts';
import { readFileBytes } from '../project/read-file.ts';
import { Failure, type Session } from './session.ts';
import type { TextFile } from './source.ts';

/**
 * Puts `text` in the place of a file. Mode, owner and symbolic links stay. Throws a `Failure`, with nothing written, where
 * the file may not be written, is in another encoding than UTF-8, or has changed since it was read.
 */
export async function writeSource(file: TextFile, text: string, { say }: Session): Promise<void> {
  const { name, path, encoding } = file;
  // Written back as UTF-8, the file would no longer be what the programs beside it expect.
  if (encoding !== 'UTF-8')
    throw new Failure(say('olderEncodingNotWritten', { file: name, encoding }));
  try {
    // The new file takes the old one's place, which the folder alone would allow.
    accessSync(path, constants.W_OK);
  } catch {
    throw new Failure(say('readOnly', { file: name }));
  }
  const read = readFileBytes(path);
  const decoded = read.kind === 'bytes' ? decode(read.bytes) : undefined;
  // Two names of one file: it was written under the other one.
  if (decoded?.kind === 'text' && decoded.text === text) return;
  if (decoded?.kind !== 'text' || decoded.text !== file.text) {
    throw new Failure(say('changedMeanwhile', { file: name }));
  }
  try {
    await writeFileAtomic(path, text, 'utf8');
  } catch {
    throw new Failure(say('unwritable', { file: name }));
  }
}
