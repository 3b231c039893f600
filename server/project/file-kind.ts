/** How a file is read: as a report in the language, or as a published original through the importer. */
export type FileKind = 'report' | 'original';

/** Endings that say how a file is read. */
const kinds: ReadonlyMap<string, FileKind> = new Map([
  ['.gouji', 'report'],
  ['.txt', 'original'],
  ['.md', 'original'],
  ['.markdown', 'original'],
]);

/** Undefined where the ending says nothing. */
export function kindOf(path: string): FileKind | undefined {
  const ending = /[^/\\](\.[^./\\]*)$/.exec(path)?.[1];
  return ending === undefined ? undefined : kinds.get(ending.toLowerCase());
}
