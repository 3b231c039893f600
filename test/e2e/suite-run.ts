/** Runs the tests of `suite/` inside VS Code and tells what came of each. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { installWorkbench, needHanFont } from './stand-in/installed.ts';
import { type Told, toldIn } from './suite/told.ts';

const here = import.meta.dirname;
const root = resolve(here, '../..');

export interface SuiteRun {
  readonly tests: readonly Told[];
  readonly code: number;
  readonly output: string;
}

/**
 * `desktop`: the extension stands on Node; `web`: it is a worker of the browser. The VS Code of the stand-in shows both;
 * with `GOUJI_VSCODE=download` the first runs in a desktop VS Code that is fetched.
 */
export async function runSuite(kind: 'desktop' | 'web'): Promise<SuiteRun> {
  const download = kind === 'desktop' && process.env.GOUJI_VSCODE === 'download';
  if (!download) {
    installWorkbench();
    needHanFont();
  }
  const folder = mkdtempSync(join(tmpdir(), 'gouji-suite-'));
  try {
    const workspace = join(folder, 'workspace');
    cpSync(join(root, 'examples'), workspace, { recursive: true });
    const second = join(folder, 'second');
    mkdirSync(second);
    const both = join(folder, 'both.code-workspace');
    writeFileSync(both, JSON.stringify({ folders: [{ path: workspace }, { path: second }] }));
    const user = join(folder, 'user');
    mkdirSync(join(user, 'User'), { recursive: true });
    writeFileSync(join(user, 'User', 'settings.json'), JSON.stringify(settings));
    const output: string[] = [];
    const heard = new Writable({
      write(data, _encoding, done) {
        output.push(String(data));
        done();
      },
    });
    const code = await runTests({
      ...(download ? {} : { vscodeExecutablePath: join(here, 'stand-in/code.ts') }),
      extensionDevelopmentPath: root,
      extensionTestsPath: await compiled(kind),
      extensionTestsEnv: kind === 'web' ? { GOUJI_WEB: '1' } : {},
      launchArgs: [both, `--user-data-dir=${user}`, `--extensions-dir=${folder}/extensions`],
      stdout: heard,
      stderr: heard,
    }).catch((fault: { readonly code?: number }) => fault.code ?? 1);
    const text = output.join('');
    return { tests: toldIn(text), code, output: text };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const settings = {
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'files.autoSave': 'off',
};

/** The tests as one file, below the folder of the extension, which is all that the browser is given. */
async function compiled(kind: 'desktop' | 'web'): Promise<string> {
  const outfile = join(here, 'out', `${kind}.cjs`);
  const web = kind === 'web';
  await build({
    entryPoints: [join(here, 'suite', `${kind}.ts`)],
    outfile,
    bundle: true,
    external: ['vscode', ...(web ? [] : ['mocha'])],
    logLevel: 'warning',
    ...(web
      ? {
          platform: 'browser',
          format: 'iife',
          globalName: 'tests',
          define: { process: '{"env":{}}', global: 'globalThis' },
          // Mocha's own file for browsers puts itself in the place of what is exported.
          footer: { js: 'module.exports = tests;' },
        }
      : { platform: 'node', format: 'cjs' }),
  });
  return outfile;
}
