import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

interface Entry {
  readonly source: string;
  /** Path below `dist/`, without the ending. */
  readonly output: string;
  /** `iife`: one file without imports, as a worker of a browser is started from. */
  readonly format: 'esm' | 'cjs' | 'iife';
  readonly platform: 'node' | 'browser';
  /** Also write `dist/<command>.js`, which starts this entry from a shell. */
  readonly command?: string;
  /** Another program of the same build, which shares files with this one: source, path below `dist/`. */
  readonly beside?: readonly (readonly [source: string, output: string])[];
  /** Imported dynamically and seldom needed: bundled into files of their own, beside the entry. */
  readonly apart?: readonly string[];
  /** Modules that are readied when one of their functions is first called: path, names of all functions. */
  readonly late?: Readonly<Record<string, readonly string[]>>;
}

const entries: readonly Entry[] = [
  {
    source: 'server/cli/main.ts',
    output: 'cli/main',
    // One file and `require` start faster than modules, whose imports ready all of what a Node module exports.
    format: 'cjs',
    platform: 'node',
    command: 'gouji',
    apart: [
      'server/cli/commands/lsp.ts',
      'server/project/option-schema.ts',
      'server/cli/unified-diff.ts',
    ],
    late: { 'grammar/read-line.ts': ['readLine'] },
  },
  {
    source: 'server/lsp/node.ts',
    output: 'lsp/main',
    format: 'esm',
    platform: 'node',
    command: 'server',
    // The command that the extension brings along; by itself it would be as large as the server once more.
    beside: [['server/cli/main.ts', 'lsp/command']],
  },
  { source: 'server/lsp/worker.ts', output: 'lsp/worker', format: 'iife', platform: 'browser' },
  { source: 'client/desktop.ts', output: 'client', format: 'cjs', platform: 'node' },
  { source: 'client/web.ts', output: 'web', format: 'cjs', platform: 'browser' },
];

/** Asks for `isTTY`, which readies the streams of standard output; gouji itself decides about colours. */
const withoutStreams: Plugin = {
  name: 'without-streams',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]picocolors[\\/]picocolors\.js$/ }, ({ path }) => ({
      contents: `var process = {};\n${readFileSync(path, 'utf8')}`,
    }));
  },
};

/** Commander readies Node's child processes for commands that are programs of their own, of which gouji has none. */
const withoutProcesses: Plugin = {
  name: 'without-processes',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'none', namespace: 'none' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Non-ASCII characters make a program a two-byte string, which costs time and memory at every start. */
const ascii: Plugin = {
  name: 'ascii',
  setup({ onEnd, initialOptions }) {
    initialOptions.write = false;
    onEnd(({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, path.endsWith('.cjs') ? escapeAll(text) : text);
      }
    });
  },
};

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
for (const entry of entries) if (entry.command) writeLauncher(entry, entry.command);
// What failed, esbuild itself has printed by now.
if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;
else if (!debug) warmUp();

function options(entry: Entry): BuildOptions {
  const esm = entry.format === 'esm';
  return {
    absWorkingDir: root,
    entryPoints: [
      { in: entry.source, out: entry.output },
      ...(entry.beside ?? []).map(([source, output]) => ({ in: source, out: output })),
      ...(entry.apart ?? []).map((source) => ({ in: source, out: apartFrom(entry, source) })),
    ],
    plugins: [
      apart(entry),
      late(entry),
      withoutProcesses,
      withoutStreams,
      ...(entry.command && !debug ? [ascii] : []),
    ],
    outdir: 'dist',
    outExtension: { '.js': entry.format === 'cjs' ? '.cjs' : '.js' },
    chunkNames: `${entry.output}-parts/[name]-[hash]`,
    bundle: true,
    // What is imported lazily must not cost anything at start.
    splitting: esm,
    format: entry.format,
    platform: entry.platform,
    target: entry.platform === 'node' ? 'node22.12' : 'es2023',
    mainFields: ['module', 'main'],
    // Browsers read every worker's program as UTF-8.
    charset: entry.platform === 'browser' ? 'utf8' : 'ascii',
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

/**
 * The first run decides for good what the compile cache holds: the functions that it compiled. So the first run checks
 * reports, as most runs do.
 */
function warmUp(): void {
  const examples = ['dist/gouji.js', 'lint', 'examples', '--exit-zero'];
  spawnSync(process.execPath, examples, { cwd: root, stdio: 'ignore' });
}

// What esbuild leaves stands in regular expressions and templates, where an escape means the same.
function escapeAll(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (one) => {
    return `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Path below `dist/` of what is bundled apart, without the ending. */
function apartFrom({ output }: Entry, source: string): string {
  return `${dirname(output)}/${basename(source, '.ts')}`;
}

function apart(entry: Entry): Plugin {
  const paths = new Map(
    (entry.apart ?? []).map((source) => [resolve(root, source), apartFrom(entry, source)]),
  );
  return {
    name: 'apart',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ kind, path, resolveDir }) => {
        const target = kind === 'dynamic-import' && paths.get(resolve(resolveDir, path));
        return target ? { path: `./${basename(target)}.cjs`, external: true } : undefined;
      });
    },
  };
}

function late({ late = {} }: Entry): Plugin {
  const names = new Map(
    Object.entries(late).map(([source, functions]) => [resolve(root, source), functions]),
  );
  return {
    name: 'late',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\.?\// }, ({ kind, path, resolveDir }) => {
        const target = resolve(resolveDir, path);
        const early = kind === 'import-statement' && names.has(target);
        return early ? { path: target, namespace: 'late' } : undefined;
      });
      onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
        resolveDir: dirname(path),
        contents: (names.get(path) ?? [])
          .map((name) => {
            const call = `require(${JSON.stringify(path)}).${name}(...parameters)`;
            return `export function ${name}(...parameters) { return ${call}; }\n`;
          })
          .join(''),
      }));
    },
  };
}

// The compile cache works only for modules that are loaded after it was enabled. Where the program's own folder cannot be
// written, Node's default folder serves.
function writeLauncher({ format, output }: Entry, command: string): void {
  const file = join(dist, `${command}.js`);
  const start =
    format === 'esm'
      ? `await import('./${output}.js');`
      : `module.createRequire(import.meta.url)('./${output}.cjs');`;
  writeFileSync(
    file,
    `#!/usr/bin/env node
import module from 'node:module';
const { enableCompileCache: enable, constants } = module;
if (constants?.compileCacheStatus === undefined) {
  const version = process.versions.node;
  console.error(\`gouji：需要 Node.js 22.12 以上，这里是 \${version}（Node.js 22.12 or later is needed, this is \${version}）\`);
  process.exit(2);
}
const { FAILED } = constants.compileCacheStatus;
if (enable(\`\${import.meta.dirname}/cache\`).status === FAILED) enable();
${start}
`,
  );
  chmodSync(file, 0o755);
}
