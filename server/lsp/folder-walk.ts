/** The reports below folders that only the editor can reach; the same ones that the command line finds on disk. */
import { kindOf } from '../project/file-kind.ts';
import type { EditorFiles } from './editor-files.ts';
import { insideFolder } from './uri-paths.ts';

export interface Walked {
  /** By name, folder after folder. */
  readonly reports: readonly string[];
  /** Folders that were met and not looked into, as there were too many. */
  readonly passedOver: number;
}

/** Folders that are asked for at the same time. */
const BATCH = 16;

export async function walkFolders(
  folders: readonly string[],
  files: EditorFiles,
  most: number,
): Promise<Walked> {
  const reports = new Set<string>();
  const met = new Set(folders);
  // Breadth first: where there are too many folders, those that lie deepest are left.
  const waiting = [...met];
  let at = 0;
  while (at < Math.min(waiting.length, most)) {
    const batch = waiting.slice(at, Math.min(at + BATCH, most));
    at += batch.length;
    const found = await Promise.all(batch.map((folder) => files.folder(folder)));
    found.forEach((entries, index) => {
      for (const { name, isFolder } of entries ?? []) {
        const path = insideFolder(batch[index] ?? '', name);
        if (!isFolder) {
          if (kindOf(name) === 'report') reports.add(path);
        } else if (!name.startsWith('.') && name !== 'node_modules' && !met.has(path)) {
          met.add(path);
          waiting.push(path);
        }
      }
    });
  }
  return { reports: [...reports].sort(byPath), passedOver: waiting.length - at };
}

// By code unit, so that the order is the same on every machine and in every locale.
function byPath(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
