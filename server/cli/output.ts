/** Where the results of a run go: standard output, or a file. */
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure, type Session } from './session.ts';

export interface Output {
  write(text: string): void;
  close(): void;
}

export function openOutput(file: string | undefined, session: Session): Output {
  if (file === undefined) return { write: session.write, close: () => {} };
  const attempt = <T>(action: () => T): T => {
    try {
      return action();
    } catch {
      throw new Failure(session.say('unwritable', { file }));
    }
  };
  const descriptor = attempt(() => openSync(resolve(session.cwd, file), 'w'));
  return {
    write: (text) => attempt(() => writeFileSync(descriptor, text)),
    close: () => attempt(() => closeSync(descriptor)),
  };
}
