/**
 * A machine with the files that only the editor can reach: in a browser all, elsewhere those of a workspace that the
 * editor has from another place. They are known by the readable form of their URIs, all others by their paths on disk.
 */
import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { profiles } from '../forms/profiles.ts';
import { Configurations } from '../project/configuration.ts';
import type { ConfigurationFiles } from '../project/configuration-files.ts';
import { headOf } from '../project/other-reports.ts';
import { rules } from '../rules/catalogue.ts';
import { EditorFiles } from './editor-files.ts';
import type { Host } from './host.ts';
import { KeptFiles, type PassedOver } from './kept-files.ts';
import { sayIn } from './messages.ts';
import type { Preferences } from './preferences.ts';
import { storedReport } from './stored-report.ts';
import {
  besideUri,
  folderAbove,
  insideFolder,
  isUriPath,
  shownUriPath,
  uriOfPath,
  uriPath,
  wayBetween,
} from './uri-paths.ts';

export interface EditorFilesInput {
  readonly connection: Connection;
  readonly preferences: Preferences;
  /** The client may be asked from now on. */
  readonly greeted: Promise<void>;
  /** Hears of files that a check asked for in vain and that have been fetched since. */
  readonly fetched: (paths: readonly string[]) => void;
}

export function withEditorFiles(machine: Host, input: EditorFilesInput): Host {
  const files = new EditorFiles(input.connection, input.greeted);
  const passedOver = (counts: PassedOver) => void warn(counts, input);
  const kept = new KeptFiles({ files, fetched: input.fetched, passedOver });
  const configurations = new Configurations({ files: filesOf(files), rules, profiles });
  return {
    isDistant: isUriPath,
    isCertain: (path) => (isUriPath(path) ? kept.isCertain : machine.isCertain(path)),
    pathOf: (uri) => machine.pathOf(uri) ?? uriPath(uri),
    uriOf: (path) => (isUriPath(path) ? uriOfPath(path) : machine.uriOf(path)),
    pathIn: (folder, name) =>
      isUriPath(folder) ? insideFolder(folder, name) : machine.pathIn(folder, name),
    beside: (path, written) =>
      isUriPath(path) ? besideUri(path, written) : machine.beside(path, written),
    configurationOf: (path) =>
      path !== undefined && isUriPath(path)
        ? configurations.of(path)
        : machine.configurationOf(path),
    forgetConfigurations: () => {
      configurations.forget();
      machine.forgetConfigurations();
    },
    fetchAgain: (paths) => kept.fetchAgain(paths),
    reportsBelow: async (folders) => {
      const near = await machine.reportsBelow(folders.filter((folder) => !isUriPath(folder)));
      return [...near, ...(await kept.list(folders.filter(isUriPath)))];
    },
    read: (path) => {
      if (!isUriPath(path)) return machine.read(path);
      const text = kept.text(path);
      return text === undefined ? undefined : storedReport(path, text);
    },
    readHead: (path) => {
      if (!isUriPath(path)) return machine.readHead(path);
      const text = kept.text(path);
      return text === undefined ? undefined : headOf(storedReport(path, text).text);
    },
    exists: (path) => (isUriPath(path) ? kept.exists(path) : machine.exists(path)),
    stamp: (path) => (isUriPath(path) ? kept.stamp(path) : machine.stamp(path)),
    written: (from, to) => (isUriPath(from) ? wayBetween(from, to) : machine.written(from, to)),
    shown: (path, folders) =>
      isUriPath(path) ? shownUriPath(path, folders) : machine.shown(path, folders),
    nextTurn: machine.nextTurn,
    rest: machine.rest,
    now: machine.now,
  };
}

/** Configurations and their subject tables are few, and are read when they are asked for. */
function filesOf(files: EditorFiles): ConfigurationFiles {
  return {
    absolute: (path) => path,
    above: folderAbove,
    beside: besideUri,
    inside: insideFolder,
    exists: async (path) => {
      const read = await files.file(path);
      return read.kind !== 'failed' || !['not-found', 'directory', 'other'].includes(read.reason);
    },
    read: (path) => files.file(path),
  };
}

/** What was left out is never left out silently. */
async function warn(
  { folders, reports }: PassedOver,
  { connection, preferences }: EditorFilesInput,
): Promise<void> {
  if (folders + reports === 0) return;
  await preferences.ready;
  const counts = { folders: String(folders), reports: String(reports) };
  const message = sayIn(preferences.language)('passedOver', counts);
  await connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Warning,
    message,
  });
}
