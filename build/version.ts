import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The version as a module, since the core may not read `package.json`. */
export function version(): ReadonlyMap<string, string> {
  const manifest = resolve(import.meta.dirname, '../package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return new Map([
    [
      'server/version.ts',
      `/** Generated from package.json by build/version.ts. */\nexport const version = '${version}';\n`,
    ],
  ]);
}
