/** Runs the command as a user who may not do everything: who runs the tests may be the superuser, whom nothing is denied. */
import { chmodSync, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { entry, gouji, type Outcome, type RunOptions } from './run.ts';

/** The user and group called nobody, by their usual numbers. */
const NOBODY = 65534;

export class OtherUser {
  readonly #isRoot = process.getuid?.() === 0;
  #program: string | undefined;

  /** As `gouji`, with no more rights than anyone has. */
  async gouji(parameters: readonly string[], options: RunOptions = {}): Promise<Outcome> {
    if (!this.#isRoot) return gouji(parameters, options);
    this.#program ??= await readableProgram();
    return gouji(parameters, {
      ...options,
      user: NOBODY,
      node: readableNode(this.#program),
      entry: join(this.#program, 'main.mjs'),
    });
  }

  remove(): void {
    if (this.#program !== undefined) rmSync(this.#program, { recursive: true, force: true });
  }
}

/** The command in a folder that anyone may read, wherever the project itself stands. */
async function readableProgram(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-anyone-'));
  chmodSync(folder, 0o755);
  await build({
    entryPoints: [entry],
    outfile: join(folder, 'main.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire as $createRequire } from 'node:module';const require = $createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  chmodSync(join(folder, 'main.mjs'), 0o644);
  return folder;
}

function readableNode(folder: string): string {
  const path = process.execPath;
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) break;
    if (dirname(at) === at) return path;
  }
  const copy = join(folder, 'node');
  copyFileSync(path, copy);
  chmodSync(copy, 0o755);
  return copy;
}
