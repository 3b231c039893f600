import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

interface Entry {
  readonly source: string;
  /** Path below `dist/`, without the ending. */
  readonly output: string;
  readonly format: 'esm' | 'cjs';
  readonly platform: 'node' | 'browser';
  /** Also write `dist/<command>.js`, which starts this entry from a shell. */
  readonly command?: string;
}

const entries: readonly Entry[] = [
  {
    source: 'server/cli/main.ts',
    output: 'cli/main',
    format: 'esm',
    platform: 'node',
    command: 'gouji',
  },
  {
    source: 'server/lsp/node.ts',
    output: 'lsp/main',
    format: 'esm',
    platform: 'node',
    command: 'server',
  },
  { source: 'client/extension.ts', output: 'client', format: 'cjs', platform: 'node' },
];

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');
const debug = process.argv.includes('--debug');

const missing = entries.filter(({ source }) => !existsSync(join(root, source)));
if (missing.length > 0) {
  for (const { source } of missing) console.error(`build/bundle.ts: there is no ${source}`);
  process.exit(1);
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const results = await Promise.allSettled(entries.map((entry) => build(options(entry))));
for (const { command, output } of entries) if (command) writeLauncher(command, output);
// What failed, esbuild itself has printed by now.
if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;

function options(entry: Entry): BuildOptions {
  const esm = entry.format === 'esm';
  return {
    absWorkingDir: root,
    entryPoints: [{ in: entry.source, out: entry.output }],
    outdir: 'dist',
    outExtension: { '.js': esm ? '.js' : '.cjs' },
    chunkNames: `${entry.output}-parts/[name]-[hash]`,
    bundle: true,
    // What is imported lazily must not cost anything at start.
    splitting: esm,
    format: entry.format,
    platform: entry.platform,
    target: entry.platform === 'node' ? 'node22.12' : 'es2023',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    // CommonJS packages inside an ES module still call `require` for Node's own modules.
    banner:
      esm && entry.platform === 'node'
        ? {
            js: "import { createRequire as $createRequire } from 'node:module';const require = $createRequire(import.meta.url);",
          }
        : {},
    minify: !debug,
    sourcemap: debug,
    legalComments: 'none',
    logLevel: 'warning',
  };
}

// The compile cache works only for modules that are loaded after it was enabled.
function writeLauncher(command: string, output: string): void {
  const file = join(dist, `${command}.js`);
  writeFileSync(
    file,
    `#!/usr/bin/env node
import module from 'node:module';
module.enableCompileCache?.();
await import('./${output}.js');
`,
  );
  chmodSync(file, 0o755);
}
