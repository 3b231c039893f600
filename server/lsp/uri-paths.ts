/**
 * Paths of what lies in no file system of this machine: the readable form of the URIs themselves, so that reports can
 * name each other.
 */

/** Where the path of a URI begins: behind the scheme and what names the machine. */
const ORIGIN = /^[a-z][\w+.-]+:(?:\/\/[^/]*)?/i;

/** Undefined for a text that lies nowhere. */
export function uriPath(uri: string): string | undefined {
  if (/^untitled:/i.test(uri)) return undefined;
  try {
    return decodeURIComponent(uri);
  } catch {
    // No escapes, but a name with a percent sign.
    return uri;
  }
}

export function uriOfPath(path: string): string {
  // What would begin another part of the URI is part of a name here.
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}

export function isUriPath(path: string): boolean {
  return ORIGIN.test(path);
}

/** Scheme and machine. */
export function originOf(path: string): string {
  return ORIGIN.exec(path)?.[0] ?? '';
}

/** The folder that holds a file or a folder; of the topmost one that folder itself. */
export function folderAbove(path: string): string {
  const origin = originOf(path);
  const above = path
    .slice(origin.length)
    .replace(/\/+$/, '')
    .replace(/\/?[^/]*$/, '');
  return origin + (above === '' ? '/' : above);
}

/** The path that the file at `path` means by one that it writes. */
export function besideUri(path: string, written: string): string {
  const plain = written.replaceAll('\\', '/');
  if (ORIGIN.test(plain)) return plain;
  const origin = originOf(path);
  const own = path.slice(origin.length).split('/').slice(0, -1);
  const steps = plain.startsWith('/') ? [''] : own;
  for (const step of plain.split('/')) {
    if (step === '..') {
      if (steps.length > 1) steps.pop();
    } else if (step !== '' && step !== '.') steps.push(step);
  }
  return origin + steps.join('/');
}

/** The shortest way from the folder of a file to another file. */
export function wayBetween(from: string, to: string): string {
  const [own, other] = [from.split('/').slice(0, -1), to.split('/')];
  let same = 0;
  while (same < own.length && same < other.length - 1 && own[same] === other[same]) same++;
  return [...own.slice(same).map(() => '..'), ...other.slice(same)].join('/');
}

export function insideFolder(folder: string, name: string): string {
  return withSlash(folder) + name;
}

/** Relative to the first of the folders that it lies in, else whole. */
export function shownUriPath(path: string, folders: readonly string[]): string {
  const folder = folders.find((one) => path.startsWith(withSlash(one)));
  return folder === undefined ? path : path.slice(withSlash(folder).length);
}

function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}
