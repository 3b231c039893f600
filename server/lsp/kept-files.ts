/**
 * The reports of the workspace where only the editor can reach them, as they were last read. A check asks for files and
 * cannot wait, so the reports of the folders are read ahead; any other file is fetched when it is first asked for, and
 * whoever asked hears of it when it is there.
 */
import { kindOf } from '../project/file-kind.ts';
import type { EditorFiles } from './editor-files.ts';
import { walkFolders } from './folder-walk.ts';
import type { FileRead } from './protocol.ts';
import { originOf } from './uri-paths.ts';

/** What is read ahead at most. The rest is counted, and read when it is asked for. */
export interface KeptLimits {
  readonly folders: number;
  readonly reports: number;
  readonly characters: number;
}

export const keptLimits: KeptLimits = {
  folders: 10_000,
  reports: 2_000,
  characters: 50_000_000,
};

/** Of folders and reports of the workspace, how many were passed over because there are too many. */
export interface PassedOver {
  readonly folders: number;
  readonly reports: number;
}

interface Kept {
  /** Undefined: there is no readable text. */
  readonly text: string | undefined;
  readonly stamp: string;
}

/** Files at a time: few enough that the editor can do something else meanwhile. */
const BATCH = 32;

/** As many files are fetched besides those of the folders, until the folders are listed again. */
const MOST_OTHERS = 500;

export interface KeptFilesInput {
  readonly files: EditorFiles;
  /** Hears of files that were asked for and have been fetched since, whether there is anything or not. */
  readonly fetched: (paths: readonly string[]) => void;
  /** Hears what a listing has passed over, unless that is what the one before has. */
  readonly passedOver: (passedOver: PassedOver) => void;
  readonly limits?: KeptLimits;
}

export class KeptFiles {
  readonly #input: KeptFilesInput;
  readonly #limits: KeptLimits;
  readonly #kept = new Map<string, Kept>();
  /** All reports of the folders; those beyond the limits are not kept. */
  #listed: ReadonlySet<string> = new Set();
  #origins: ReadonlySet<string> = new Set();
  #passedOver: PassedOver = { folders: 0, reports: 0 };
  readonly #wanted = new Set<string>();
  #isScheduled = false;
  #others = 0;
  /** Fetches and listings that are not done. One after the other, so that nothing older comes after something newer. */
  #pending = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #stamps = 0;

  constructor(input: KeptFilesInput) {
    this.#input = input;
    this.#limits = input.limits ?? keptLimits;
  }

  /** False where a file may be there that nothing is known of. */
  get isCertain(): boolean {
    const { folders, reports } = this.#passedOver;
    const isWhole = folders === 0 && reports === 0 && this.#others < MOST_OTHERS;
    return this.#origins.size > 0 && this.#pending === 0 && this.#wanted.size === 0 && isWhole;
  }

  text(path: string): string | undefined {
    const kept = this.#kept.get(path);
    if (kept === undefined) this.#want(path);
    return kept?.text;
  }

  exists(path: string): boolean {
    if (this.#listed.has(path)) return true;
    return this.text(path) !== undefined;
  }

  stamp(path: string): string | undefined {
    const kept = this.#kept.get(path);
    return kept?.text === undefined ? undefined : kept.stamp;
  }

  /** The reports of the folders that were read; what is kept of other files is forgotten. */
  list(folders: readonly string[]): Promise<readonly string[]> {
    this.#origins = new Set(folders.map(originOf));
    return this.#inTurn(async () => {
      const { reports, passedOver } = await walkFolders(
        folders,
        this.#input.files,
        this.#limits.folders,
      );
      this.#listed = new Set(reports);
      for (const path of this.#kept.keys()) if (!this.#listed.has(path)) this.#kept.delete(path);
      this.#others = 0;
      const left = await this.#readAhead(reports);
      this.#note({ folders: passedOver, reports: left });
      return reports.filter((path) => this.#kept.get(path)?.text !== undefined);
    });
  }

  /** Reads files again that are kept; the paths of those that have changed. */
  fetchAgain(paths: readonly string[]): Promise<readonly string[]> {
    const kept = paths.filter((path) => this.#kept.has(path) || this.#listed.has(path));
    if (kept.length === 0) return Promise.resolve([]);
    return this.#inTurn(() => this.#fetch(kept));
  }

  /** Reads in order what is not kept yet, up to the limits; answers how many reports were left. */
  async #readAhead(reports: readonly string[]): Promise<number> {
    let characters = 0;
    for (const { text = '' } of this.#kept.values()) characters += text.length;
    const missing = reports.filter((path) => this.#kept.get(path)?.text === undefined);
    let room = this.#limits.reports - (reports.length - missing.length);
    let at = 0;
    while (at < missing.length && room > 0 && characters < this.#limits.characters) {
      const batch = missing.slice(at, at + Math.min(BATCH, room));
      await this.#fetch(batch);
      for (const path of batch) characters += this.#kept.get(path)?.text?.length ?? 0;
      at += batch.length;
      room -= batch.length;
    }
    return missing.length - at;
  }

  async #fetch(paths: readonly string[]): Promise<readonly string[]> {
    const reads = await this.#input.files.files(paths);
    return paths.filter((path, index) => this.#keep(path, reads[index]));
  }

  /** True where something has changed. */
  #keep(path: string, read: FileRead | undefined): boolean {
    const text = read?.kind === 'text' ? read.text : undefined;
    const before = this.#kept.get(path);
    if (before !== undefined && before.text === text) return false;
    this.#stamps += 1;
    this.#kept.set(path, { text, stamp: String(this.#stamps) });
    return true;
  }

  #want(path: string): void {
    if (this.#wanted.has(path) || !this.#mayBeThere(path)) return;
    if (this.#others >= MOST_OTHERS) return;
    this.#others += 1;
    this.#wanted.add(path);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    void this.#inTurn(() => this.#fetchWanted()).then(this.#input.fetched);
  }

  async #fetchWanted(): Promise<readonly string[]> {
    // What is wanted from now on has a turn of its own.
    this.#isScheduled = false;
    const paths = [...this.#wanted];
    for (let at = 0; at < paths.length; at += BATCH) {
      await this.#fetch(paths.slice(at, at + BATCH));
    }
    for (const path of paths) this.#wanted.delete(path);
    return paths;
  }

  /** Something that a report may name, where the workspace is: a text asks nothing of strange machines. */
  #mayBeThere(path: string): boolean {
    return kindOf(path) !== undefined && this.#origins.has(originOf(path));
  }

  #note(passedOver: PassedOver): void {
    const { folders, reports } = this.#passedOver;
    const isSame = folders === passedOver.folders && reports === passedOver.reports;
    this.#passedOver = passedOver;
    if (!isSame) this.#input.passedOver(passedOver);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#pending += 1;
    const done = this.#turn.then(work).finally(() => {
      this.#pending -= 1;
    });
    this.#turn = done.catch(() => {});
    return done;
  }
}
