/**
 * Standard output and error, written directly: Node's own stream objects take a tenth of the time in which a report is
 * checked to get ready. Whoever reads may stop before the end (`| head`); that is no fault, and ends the program.
 */
import { fstatSync, writeSync } from 'node:fs';

const OUTPUT = 1;

export function writeOutput(text: string): void {
  write(OUTPUT, text);
}

export function writeError(text: string): void {
  write(2, text);
}

/** What is known of the terminal behind standard output; undefined where there is none. */
export function terminal(): { readonly columns: number } | undefined {
  try {
    // Most runs end in a pipe or a file, and only the stream itself knows a terminal from other devices.
    if (!fstatSync(OUTPUT).isCharacterDevice()) return undefined;
  } catch {
    return undefined;
  }
  return process.stdout.isTTY ? { columns: process.stdout.columns } : undefined;
}

function write(descriptor: 1 | 2, text: string): void {
  // A console of Windows takes text, not bytes.
  if (process.platform === 'win32') {
    (descriptor === OUTPUT ? process.stdout : process.stderr).write(text);
    return;
  }
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(process.exitCode ?? 0);
      if (code !== 'EAGAIN') throw error;
      // A pipe that does not block is full.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}
