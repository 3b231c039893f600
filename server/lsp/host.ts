/**
 * What the server needs of the machine that it runs on. The rest of the room touches no file and no process, so that
 * it runs over any connection.
 */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Configuration } from '../project/configuration.ts';

export interface Host {
  /** What lies there has to be fetched, which takes its time: nobody waits for it who can do without. */
  isDistant(path: string): boolean;
  /** False where a file that the report at `path` names may be there though nothing is known of it. */
  isCertain(path: string): boolean;
  /** The path of a document in the file system; undefined for one that lies elsewhere (untitled, virtual). */
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
  /** A path for a document that has none, beside the files of a folder. */
  pathIn(folder: string, name: string): string;
  /** The path that the report at `path` means by one that it writes. */
  beside(path: string, written: string): string;
  /** What applies to the report at `path`; undefined: to one that lies nowhere. */
  configurationOf(path: string | undefined): Promise<Configuration>;
  /** Configurations are read anew from now on. */
  forgetConfigurations(): void;
  /** Fetches distant files again that may have changed; the paths of those that have. */
  fetchAgain(paths: readonly string[]): Promise<readonly string[]>;
  /** Paths of the reports below folders. */
  reportsBelow(folders: readonly string[]): Promise<readonly string[]>;
  /** The report in a file, in the language; undefined where there is none. */
  read(path: string): StoredReport | undefined;
  /** As the text of `read`, but enough of it to hold the header. */
  readHead(path: string): string | undefined;
  exists(path: string): boolean;
  /** Changes whenever the file does; undefined where there is none. */
  stamp(path: string): string | undefined;
  /** How the report at `from` writes the path of another one, by the shortest way from its folder. */
  written(from: string, to: string): string;
  /** A path as messages show it: below one of the folders relative to that folder. */
  shown(path: string, folders: readonly string[]): string;
  /** Resolves when the events that are already waiting have been handled. */
  nextTurn(): Promise<void>;
  /** Nobody waits for anything: a time to tidy up what would otherwise be tidied up while somebody waits. */
  rest(): void;
  /** Milliseconds of a clock that only runs forward. */
  now(): number;
}

export interface StoredReport {
  readonly text: string;
  /** What stands in the file, where the report had to be read from a published original. */
  readonly original: string;
  /** Where a range of the report stands in the file. */
  originalRange(range: Range): Range;
}
