/**
 * Which files a command works on: files by name, folders, glob patterns. In a folder only `.gouji` files are reports;
 * text and Markdown (which `import` can read) are taken where a name or a pattern says so, for a folder of reports may
 * hold any number of other notes.
 */
import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type FileKind, kindOf } from './file-kind.ts';
import { type FileFailure, reasonOf } from './read-file.ts';

export interface FoundFile {
  /** As the user may know it: as given, or the folder as given with the path below it. `/` between folders. */
  readonly name: string;
  readonly path: string;
  /** Undefined: a file named by the user whose ending says nothing; what it holds has to be looked at. */
  readonly kind: FileKind | undefined;
}

export type FindProblem = {
  readonly pattern: string;
  readonly reason:
    | Exclude<FileFailure, 'too-large' | 'directory'>
    | 'nothing-matches'
    | 'no-reports';
};

export interface FoundFiles {
  /** Each file once, in the order of the patterns, within a folder or a glob by name. */
  readonly files: readonly FoundFile[];
  readonly problems: readonly FindProblem[];
}

export interface FindOptions {
  readonly cwd: string;
  /** Kinds of files that the command takes; default both. */
  readonly take?: readonly FileKind[];
}

export async function findFiles(
  patterns: readonly string[],
  { cwd, take = ['report', 'original'] }: FindOptions,
): Promise<FoundFiles> {
  const files = new Map<string, FoundFile>();
  const problems: FindProblem[] = [];
  const add = (name: string, kind: FileKind | undefined): void => {
    const path = resolve(cwd, name);
    if (!files.has(path)) files.set(path, { name: name.replaceAll('\\', '/'), path, kind });
  };
  for (const pattern of patterns) {
    const what = look(resolve(cwd, pattern));
    if (what === 'folder') {
      const before = files.size;
      let met = 0;
      for (const name of reportsBelow(pattern, cwd)) {
        met++;
        add(name, 'report');
      }
      if (met === 0 && files.size === before) problems.push({ pattern, reason: 'no-reports' });
    } else if (what === 'file') {
      add(pattern, kindOf(pattern));
    } else if (what === 'not-found' && isGlob(pattern)) {
      const matches = (await expand(pattern, cwd)).map((name) => ({ name, kind: kindOf(name) }));
      const taken = matches.filter(({ kind }) => kind !== undefined && take.includes(kind));
      for (const { name, kind } of taken) add(name, kind);
      if (taken.length === 0) {
        problems.push({ pattern, reason: matches.length === 0 ? 'nothing-matches' : 'no-reports' });
      }
    } else {
      problems.push({ pattern, reason: what });
    }
  }
  return { files: [...files.values()], problems };
}

type Look = 'file' | 'folder' | 'not-found' | 'no-permission' | 'other';

function look(path: string): Look {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const reason = reasonOf(error);
    return reason === 'too-large' || reason === 'directory' ? 'other' : reason;
  }
}

function isGlob(pattern: string): boolean {
  return /[*?[\]{}!()]/.test(pattern);
}

async function expand(pattern: string, cwd: string): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby');
  const names = await glob(process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern, {
    cwd,
    onlyFiles: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**'],
  });
  return names.sort(byName);
}

/**
 * The `.gouji` files below a folder. Folders that begin with a dot, `node_modules` and folders behind symbolic links
 * are passed over; folders that cannot be opened too.
 */
function* reportsBelow(folder: string, cwd: string): Generator<string> {
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(resolve(cwd, folder), { withFileTypes: true });
  } catch {
    return;
  }
  const prefix = folder === '.' || folder === './' ? '' : folder.replace(/[/\\]*$/, '/');
  for (const entry of entries.sort((a, b) => byName(a.name, b.name))) {
    const name = prefix + entry.name;
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules')
        yield* reportsBelow(name, cwd);
    } else if (kindOf(entry.name) === 'report' && (entry.isFile() || entry.isSymbolicLink())) {
      // A pipe of that name would be waited for.
      yield name;
    }
  }
}

// By code unit, so that the order is the same on every machine and in every locale.
function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
