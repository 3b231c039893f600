/** Reports of the workspace that lie in files and are not open in the editor, as documents of their own. */

import { OpenDocument } from './documents.ts';
import type { Host } from './host.ts';
import { LANGUAGE_ID } from './protocol.ts';

/** Something worked out from a file, for as long as the file stays as it is. */
export class KeptByFile<T> {
  readonly #host: Host;
  readonly #kept = new Map<string, { readonly stamp: string; readonly value: T }>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Undefined where nothing is kept, or the file has changed since. */
  get(path: string): T | undefined {
    const kept = this.#kept.get(path);
    if (kept === undefined) return undefined;
    if (kept.stamp === this.#host.stamp(path)) return kept.value;
    this.#kept.delete(path);
    return undefined;
  }

  /** `stamp` as it was before the file was read. */
  set(path: string, stamp: string | undefined, value: T): void {
    if (stamp !== undefined) this.#kept.set(path, { stamp, value });
  }

  forget(path: string): void {
    this.#kept.delete(path);
  }

  clear(): void {
    this.#kept.clear();
  }

  /** Forgets all files but these. */
  retain(paths: ReadonlySet<string>): void {
    for (const path of this.#kept.keys()) if (!paths.has(path)) this.#kept.delete(path);
  }
}

/** Undefined where there is no readable report any more. It is no version that an editor knows. */
export function storedDocument(host: Host, path: string): OpenDocument | undefined {
  const stored = host.read(path);
  return stored && new OpenDocument(host.uriOf(path), LANGUAGE_ID, 0, stored.text);
}
