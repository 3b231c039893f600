/** What the workbench is made of and this project does not depend on; installed once, beside the tests. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../workbench');
const vscode = join(folder, 'node_modules/code-server/lib/vscode');
const note = join(folder, 'node_modules/.gouji-installed');

const chromiums = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The program of VS Code's server. */
export function serverProgram(): string {
  return join(vscode, 'out/server-main.js');
}

/** The browser that shows the workbench: `GOUJI_CHROMIUM`, or the one of this machine. */
export function chromiumProgram(): string {
  const own = process.env.GOUJI_CHROMIUM;
  const found = [...(own ? [own] : []), ...chromiums].find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error(
      'the tests in a workbench need the Debian package chromium (or GOUJI_CHROMIUM)',
    );
  }
  return found;
}

/** Chinese text without a font for it is empty boxes on the screenshots. */
export function needHanFont(): void {
  const { stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  if (!stdout?.trim()) {
    throw new Error('the tests in a workbench need the Debian package fonts-noto-cjk');
  }
}

/** Installs the `code-server` package below `test/e2e/workbench`, unless this version of it is there. */
export function installWorkbench(): void {
  const wanted = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return;
  // Its scripts compile what the tests do not use; what the server itself needs comes without any.
  npm(folder, 'ci', '--ignore-scripts');
  npm(vscode, 'install', '--omit=dev', '--ignore-scripts');
  writeFileSync(note, wanted);
}

function npm(cwd: string, ...words: readonly string[]): void {
  const { status, error, stdout, stderr } = spawnSync(
    'npm',
    [...words, '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  if (status !== 0) {
    const said = error?.message ?? `${stdout}${stderr}`.trim();
    throw new Error(`the tests in a workbench need the npm package code-server: ${said}`);
  }
}
