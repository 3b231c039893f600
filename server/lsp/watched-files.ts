/** Changes of files on disk: configurations, subject tables, reports that are not open in the editor. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileEvent,
} from 'vscode-languageserver';
import { CONFIGURATION_NAME } from '../project/configuration-name.ts';
import { kindOf } from '../project/file-kind.ts';

/** Subject tables and published originals may be given any ending; these are the usual ones. */
const patterns = ['**/*.gouji', `**/${CONFIGURATION_NAME}`, '**/*.{tsv,txt,md,markdown}'];

export function watchFiles(connection: Connection): void {
  connection.client
    .register(DidChangeWatchedFilesNotification.type, {
      watchers: patterns.map((globPattern) => ({ globPattern })),
    })
    // A client that watches nothing is served all the same.
    .catch(() => {});
}

export interface FileChanges {
  /** What the configuration says may have changed. */
  readonly configuration: boolean;
  /** Reports appeared or disappeared. */
  readonly listing: boolean;
  /** Paths of files whose content the findings of an open text may rest on. */
  readonly contents: readonly string[];
}

export interface WatchedPlaces {
  pathOf(uri: string): string | undefined;
  /** The text of this file is the editor's. */
  isOpen(path: string): boolean;
  /** A subject table of a configuration in use. */
  isSubjectFile(path: string): boolean;
}

export function sortChanges(changes: readonly FileEvent[], places: WatchedPlaces): FileChanges {
  let configuration = false;
  let listing = false;
  const contents: string[] = [];
  for (const { uri, type } of changes) {
    const path = places.pathOf(uri);
    if (path === undefined) continue;
    const kind = kindOf(path);
    if (path.endsWith(CONFIGURATION_NAME) || places.isSubjectFile(path)) configuration = true;
    else if (kind === 'report' && type !== CHANGED) listing = true;
    // A published original is no report of the workspace; one that is named is looked for by its path.
    else if (kind !== undefined && !places.isOpen(path)) contents.push(path);
  }
  return { configuration, listing, contents };
}

const CHANGED = 2;
