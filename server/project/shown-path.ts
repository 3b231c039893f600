import { relative } from 'node:path';

/** How a path is shown: below `cwd` relative to it, elsewhere in full; always with `/`. */
export function shownPath(path: string, cwd: string): string {
  const below = relative(cwd, path);
  const shown = below === '' || below.startsWith('..') ? path : below;
  return shown.replaceAll('\\', '/');
}
