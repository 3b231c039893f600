/** The machine under a server that runs in Node: files on disk. */
import { statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { profiles } from '../forms/profiles.ts';
import { Configurations } from '../project/configuration.ts';
import { decode } from '../project/decode.ts';
import { diskFiles } from '../project/disk-files.ts';
import { kindOf } from '../project/file-kind.ts';
import { findFiles } from '../project/find-files.ts';
import { headOf } from '../project/other-reports.ts';
import { isFile, readFileBytes, readHead } from '../project/read-file.ts';
import { collectYoung } from '../project/short-lives.ts';
import { shownPath } from '../project/shown-path.ts';
import { rules } from '../rules/catalogue.ts';
import type { Host, StoredReport } from './host.ts';
import { storedReport } from './stored-report.ts';

// Headers are a few lines.
const HEAD_BYTES = 4096;

export function createNodeHost(): Host {
  const configurations = new Configurations({ files: diskFiles, rules, profiles });
  const none = new Configurations({ files: diskFiles, rules, profiles, file: false });
  return {
    isDistant: () => false,
    isCertain: () => true,
    pathOf,
    uriOf: (path) => pathToFileURL(path).href,
    pathIn: join,
    beside: (path, written) => resolve(dirname(path), written),
    configurationOf: (path) => (path === undefined ? none.of('') : configurations.of(path)),
    forgetConfigurations: () => configurations.forget(),
    fetchAgain: async () => [],
    reportsBelow,
    read,
    readHead: readHeadOf,
    exists: isFile,
    stamp: stampOf,
    written: (from, to) => relative(dirname(from), to).replaceAll(sep, '/'),
    shown: (path, folders) =>
      shownPath(path, folders.find((folder) => isBelow(path, folder)) ?? process.cwd()),
    nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
    rest: collectYoung,
    now: () => performance.now(),
  };
}

function pathOf(uri: string): string | undefined {
  if (!/^file:/i.test(uri)) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    // A host that this system has no path for.
    return undefined;
  }
}

async function reportsBelow(folders: readonly string[]): Promise<readonly string[]> {
  const { files } = await findFiles(folders, { cwd: process.cwd(), take: ['report'] });
  return files.map(({ path }) => path);
}

function read(path: string): StoredReport | undefined {
  const bytes = readFileBytes(path);
  const decoded = bytes.kind === 'bytes' ? decode(bytes.bytes) : undefined;
  if (decoded?.kind !== 'text') return undefined;
  return storedReport(path, decoded.text);
}

function stampOf(path: string): string | undefined {
  try {
    const { mtimeNs, size, ino } = statSync(path, { bigint: true });
    return `${mtimeNs} ${size} ${ino}`;
  } catch {
    return undefined;
  }
}

function readHeadOf(path: string): string | undefined {
  if (kindOf(path) === 'original') {
    const report = read(path);
    return report && headOf(report.text);
  }
  const bytes = readHead(path, HEAD_BYTES);
  if (bytes === undefined) return undefined;
  // To the last whole line, so that no character is cut.
  const end = bytes.length < HEAD_BYTES ? 0 : bytes.lastIndexOf(10) + 1;
  const decoded = decode(end === 0 ? bytes : bytes.subarray(0, end));
  return decoded.kind === 'text' ? headOf(decoded.text) : undefined;
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
