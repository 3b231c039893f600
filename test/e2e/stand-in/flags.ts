import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the desktop program is asked to do, as far as a test run asks. */
export interface Flags {
  /** Folders of the extensions under development. */
  readonly extensions: readonly string[];
  /** Module that runs the tests; undefined: only show the workbench. */
  readonly tests: string | undefined;
  /** Folder or `.code-workspace` to open. */
  readonly target: string | undefined;
  readonly userDataFolder: string | undefined;
  readonly extensionsFolder: string | undefined;
}

/** Reads the flags of the desktop program; those that mean nothing to a server are passed over. */
export function readFlags(words: readonly string[]): Flags {
  const values = new Map<string, string[]>();
  const bare: string[] = [];
  for (const word of words) {
    const [, name, value] = /^--([^=]+)=(.*)$/s.exec(word) ?? [];
    if (name !== undefined && value !== undefined) {
      values.set(name, [...(values.get(name) ?? []), value]);
    } else if (!word.startsWith('-')) bare.push(word);
  }
  const paths = (name: string): string[] => (values.get(name) ?? []).map(toPath);
  return {
    extensions: paths('extensionDevelopmentPath'),
    tests: paths('extensionTestsPath')[0],
    target: paths('folder-uri')[0] ?? bare.map(toPath).find((path) => existsSync(path)),
    userDataFolder: paths('user-data-dir')[0],
    extensionsFolder: paths('extensions-dir')[0],
  };
}

function toPath(text: string): string {
  return text.startsWith('file:') ? fileURLToPath(text) : resolve(text);
}
