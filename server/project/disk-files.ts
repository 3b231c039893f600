import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ConfigurationFiles } from './configuration-files.ts';
import { decode } from './decode.ts';
import { readFileBytes } from './read-file.ts';

export const diskFiles: ConfigurationFiles = {
  absolute: (path) => resolve(path),
  above: dirname,
  beside: (path, written) => resolve(dirname(path), written),
  inside: join,
  exists: existsSync,
  read: (path) => {
    const read = readFileBytes(path);
    return read.kind === 'failed' ? read : decode(read.bytes);
  },
};
