import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The command as it is written; what is built from it is the same program in fewer files. */
export const entry = join(root, 'server/cli/main.ts');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
  /** Another user and group to run as, by number. */
  readonly user?: number;
  /** Another Node, and another file of the command. */
  readonly node?: string;
  readonly entry?: string;
}

/** Runs `gouji` in a process of its own, with a clean environment. */
export function gouji(parameters: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const { cwd = root, input, environment = {}, nodeOptions = [], user } = options;
  const { node = process.execPath, entry: program = entry } = options;
  return new Promise((done, failed) => {
    const child = spawn(node, [...nodeOptions, program, ...parameters], {
      cwd,
      ...(user !== undefined && { uid: user, gid: user }),
      env: {
        PATH: process.env.PATH,
        ...(user === undefined && { NODE_COMPILE_CACHE: join(tmpdir(), 'gouji-test-cache') }),
        ...environment,
      },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', failed);
    child.on('close', (code) => {
      const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString('utf8');
      done({ code, stdout: text(out), stderr: text(err) });
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
}

/** A report without a fault. */
export const cleanReport = readFileSync(join(root, 'examples/clean.gouji'), 'utf8');

/** The clean report with one faulty cell, `9..65`, which is an error wherever it stands. */
export const faultyReport = cleanReport.replace('9.65 |', '9..65 |');

/** A text in GB18030, which Node reads and does not write. Characters of two bytes, and ASCII. */
export function gb18030(text: string): Uint8Array {
  const bytes = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((one) => (one < '\u0080' ? [one.charCodeAt(0)] : (bytes.get(one) ?? []))),
  );
}

/** A folder of its own for a test file. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'gouji-cli-'));

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  /** Lets anyone look into it. */
  open(): this {
    chmodSync(this.path, 0o755);
    return this;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
