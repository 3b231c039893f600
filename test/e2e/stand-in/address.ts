import { pathToFileURL } from 'node:url';

export interface AddressInput {
  readonly port: number;
  /** Folder or `.code-workspace` to open; undefined: an empty window. */
  readonly target?: string | undefined;
  readonly extensions?: readonly string[];
  readonly tests?: string | undefined;
  /** A file to open at once. */
  readonly file?: string | undefined;
  /** Extensions run in the browser instead of beside the server. */
  readonly web?: boolean;
}

/** Extensions under development are served to the browser below this path. */
export const SERVED = '/gouji-under-test';

/** The page that shows the workbench. What the desktop program has flags for stands in its `payload`. */
export function addressOf(input: AddressInput): string {
  const { port, target, extensions = [], tests, file, web = false } = input;
  const authority = `127.0.0.1:${port}`;
  const remote = (path: string): string =>
    `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
  // Workers inside an extension are refused where the extension comes from the server by its own scheme.
  const served = (path: string): string =>
    web ? `http://${authority}${SERVED}${pathToFileURL(path).pathname}` : remote(path);
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(web ? [['extensionDevelopmentKind', 'web']] : []),
    ...extensions.map((path) => ['extensionDevelopmentPath', served(path)]),
    ...(tests === undefined ? [] : [['extensionTestsPath', served(tests)]]),
    ...(file === undefined ? [] : [['openFile', remote(file)]]),
  ];
  const address = new URL(`http://${authority}/`);
  if (target === undefined) address.searchParams.set('ew', 'true');
  else {
    const kind = target.endsWith('.code-workspace') ? 'workspace' : 'folder';
    address.searchParams.set(kind, target);
  }
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
