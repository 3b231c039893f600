/** The server of VS Code as the `code-server` package ships it, with its web workbench, on this machine alone. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverProgram } from './installed.ts';

export interface Server {
  readonly port: number;
  stop(): Promise<void>;
}

export interface ServerFolders {
  /** Everything the server writes is below this folder. */
  readonly data: string;
  readonly extensions: string;
  /** A folder with the user's settings in `User/settings.json`, as the desktop program takes it. */
  readonly user?: string | undefined;
  /** Display language, as `--locale` has it; default: English. */
  readonly language?: string | undefined;
}

const START_LIMIT = 90_000;

/** Nothing is fetched, recommended or greeted with. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'workbench.enableExperiments': false,
};

export async function startServer(folders: ServerFolders): Promise<Server> {
  const user = join(folders.data, 'data', 'User');
  mkdirSync(user, { recursive: true });
  const own = folders.user && join(folders.user, 'User', 'settings.json');
  const settings = join(user, 'settings.json');
  if (own && existsSync(own)) copyFileSync(own, settings);
  else writeFileSync(settings, JSON.stringify(quietSettings));

  const { language = 'en' } = folders;
  const program = spawn(
    process.execPath,
    [
      serverProgram(),
      ...['--locale', language, '--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--server-data-dir', folders.data, '--extensions-dir', folders.extensions],
      // Without these two a test run hangs silently.
      ...['--disable-workspace-trust', '--enable-smoke-test-driver'],
    ],
    {
      env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own: the hosts of extensions outlive a server that is ended alone.
      detached: true,
    },
  );
  const endGroup = (signal: NodeJS.Signals): void => {
    if (program.pid === undefined) return;
    try {
      process.kill(-program.pid, signal);
    } catch {
      // It has ended.
    }
  };
  process.once('exit', () => endGroup('SIGKILL'));
  const port = await portOf(program, join(folders.data, 'server.log'));
  return {
    port,
    async stop() {
      const ended = new Promise((done) => program.once('exit', done));
      endGroup('SIGTERM');
      await Promise.race([ended, new Promise((done) => setTimeout(done, 3000))]);
      endGroup('SIGKILL');
    },
  };
}

/** Puts a packaged extension where a server will find it. */
export function installExtension(vsix: string, folders: ServerFolders): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      serverProgram(),
      ...['--install-extension', vsix, '--accept-server-license-terms'],
      ...['--server-data-dir', folders.data, '--extensions-dir', folders.extensions],
    ],
    { env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${vsix} could not be installed:\n${stdout}${stderr}`);
}

function portOf(program: ChildProcess, logFile: string): Promise<number> {
  const log = createWriteStream(logFile);
  program.stderr?.pipe(log, { end: false });
  return new Promise((found, failed) => {
    let output = '';
    const give = (reason: string) => failed(new Error(`VS Code’s server ${reason}\n${output}`));
    const limit = setTimeout(() => give('did not start in time'), START_LIMIT);
    program.once('error', ({ message }) => give(`could not be started: ${message}`));
    program.once('exit', (code) => give(`ended with ${code}`));
    program.stdout?.on('data', (data: Buffer) => {
      log.write(data);
      output += data;
      const [, port] = /listening on (\d+)/.exec(output) ?? [];
      if (port === undefined) return;
      clearTimeout(limit);
      found(Number(port));
    });
  });
}
