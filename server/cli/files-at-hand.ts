/** The files of a run as other reports to refer to: read from disk when a report asks for them, and not kept. */
import { dirname, resolve } from 'node:path';
import { decode } from '../project/decode.ts';
import { type FileKind, kindOf } from '../project/file-kind.ts';
import { headOf, type ReportSource } from '../project/other-reports.ts';
import { Positions } from '../project/positions.ts';
import { isFile, readFileBytes, readHead } from '../project/read-file.ts';
import { shownPath } from '../project/shown-path.ts';
import type { Profile } from '../report/form.ts';
import { type OtherFile, placeOf } from './check-file.ts';
import type { Original } from './original.ts';

// Headers are a few lines; an original's cover page is below this too.
const HEAD_BYTES = 4096;

export class FilesAtHand implements ReportSource {
  readonly #files: readonly { readonly path: string }[];
  readonly #cwd: string;
  /** Set by whoever imports the importer, which is left out of memory until a published original turns up. */
  importer: (new (text: string, profile?: Profile) => Original) | undefined;
  /** An original was asked for and there was no importer to read it. */
  missedImporter = false;
  /** Texts that stand in for what is on disk: fixed and not written yet. */
  readonly #kept = new Map<string, string>();

  constructor(files: readonly { readonly path: string }[], cwd: string) {
    this.#files = files;
    this.#cwd = cwd;
  }

  *paths(): Iterable<string> {
    for (const { path } of this.#files) yield path;
  }

  /** From now on a report has this text, whatever is on disk; undefined: what is on disk. */
  keep(path: string, text: string | undefined): void {
    if (text === undefined) this.#kept.delete(path);
    else this.#kept.set(path, text);
  }

  /** What a file holds, an original as it is. */
  source(path: string): string | undefined {
    return this.#textOf(path);
  }

  text(path: string): string | undefined {
    const text = this.#textOf(path);
    if (text === undefined || kindAt(path) === 'report') return text;
    return this.#original(text)?.report;
  }

  head(path: string): string | undefined {
    // Name and year of an original may stand anywhere; only the importer knows.
    if (kindAt(path) === 'original') {
      const report = this.text(path);
      return report === undefined ? undefined : headOf(report);
    }
    const kept = this.#kept.get(path);
    if (kept !== undefined) return headOf(kept);
    const bytes = readHead(path, HEAD_BYTES);
    if (bytes === undefined) return undefined;
    const decoded = decode(bytes.subarray(0, endOfLine(bytes)));
    return decoded.kind === 'text' ? headOf(decoded.text) : undefined;
  }

  exists(path: string): boolean {
    return isFile(path);
  }

  beside(path: string, written: string): string {
    return resolve(dirname(path), written);
  }

  name(path: string): string {
    return shownPath(path, this.#cwd);
  }

  /** The file that findings call by this name. */
  otherFile(name: string): OtherFile | undefined {
    const path = resolve(this.#cwd, name);
    const text = this.#textOf(path);
    if (text === undefined) return undefined;
    const positions = new Positions(text);
    const original = kindAt(path) === 'original' ? this.#original(text) : undefined;
    return {
      path,
      place: (range) => placeOf(positions, original?.originalRange(range) ?? range),
    };
  }

  #textOf(path: string): string | undefined {
    return this.#kept.get(path) ?? textIn(path);
  }

  #original(text: string): Original | undefined {
    if (this.importer === undefined) this.missedImporter = true;
    return this.importer && new this.importer(text);
  }
}

function textIn(path: string): string | undefined {
  const read = readFileBytes(path);
  if (read.kind === 'failed') return undefined;
  const decoded = decode(read.bytes);
  return decoded.kind === 'text' ? decoded.text : undefined;
}

function kindAt(path: string): FileKind {
  return kindOf(path) ?? 'report';
}

/** Where the last whole line ends, so that no character is cut. */
function endOfLine(bytes: Uint8Array): number {
  const end = bytes.lastIndexOf(10) + 1;
  return bytes.length < HEAD_BYTES || end === 0 ? bytes.length : end;
}
