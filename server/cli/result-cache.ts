/**
 * `--cache`: what came of a file is kept, and holds as long as nothing that it came of has changed: the program, the
 * language, the configuration, the text, the other reports that were read for it, and the headers of the files of the run,
 * among which others are looked up by name and year.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Configuration } from '../project/configuration.ts';
import { version } from '../version.ts';
import type { Checked } from './check-file.ts';
import type { Checker } from './checker.ts';
import type { Session } from './session.ts';
import type { TextFile } from './source.ts';

interface Entry {
  /** Of all that the result came of, but for the other reports. */
  readonly key: string;
  /** By name, the mark of what each other report held. */
  readonly others: Readonly<Record<string, string>>;
  readonly checked: Pick<Checked, 'messages' | 'coverage'>;
}

const FORMAT = 1;

export class ResultCache {
  readonly #name: string;
  readonly #path: string;
  readonly #session: Session;
  readonly #checker: Checker;
  readonly #run: string;
  readonly #entries: Map<string, Entry>;
  #changed = false;

  constructor(name: string, checker: Checker, session: Session) {
    this.#name = name;
    this.#path = resolve(session.cwd, name);
    this.#session = session;
    this.#checker = checker;
    const headers = [...checker.headers()].sort(([a], [b]) => (a < b ? -1 : 1));
    this.#run = markOf([version, program(), session.language, session.cwd, headers]);
    this.#entries = readEntries(this.#path);
  }

  get(file: TextFile, configuration: Configuration): Checked | undefined {
    const entry = this.#entries.get(file.path);
    if (entry === undefined || entry.key !== this.#keyOf(file, configuration)) return undefined;
    const others = Object.entries(entry.others);
    if (!others.every(([name, mark]) => this.#otherMark(name) === mark)) return undefined;
    return { ...entry.checked, others: others.map(([name]) => name), fault: false };
  }

  put(file: TextFile, configuration: Configuration, checked: Checked): void {
    const key = this.#keyOf(file, configuration);
    const { messages, coverage, others, fault } = checked;
    // What was looked for in vain may be there the next time.
    if (key === undefined || others === undefined || fault) return;
    const marks = Object.fromEntries(others.map((name) => [name, this.#otherMark(name)]));
    this.#entries.set(file.path, { key, others: marks, checked: { messages, coverage } });
    this.#changed = true;
  }

  async close(): Promise<void> {
    if (!this.#changed) return;
    const files: Record<string, Entry> = {};
    for (const [path, entry] of this.#entries) if (existsSync(path)) files[path] = entry;
    try {
      await writeFileAtomic(this.#path, JSON.stringify({ format: FORMAT, files }), 'utf8');
    } catch {
      // The results are there all the same.
      this.#session.complain(this.#session.say('unwritable', { file: this.#name }));
    }
  }

  /** Undefined where the user's own subject tables count: their files are not watched. */
  #keyOf(file: TextFile, configuration: Configuration): string | undefined {
    const { settings, profile, subjects } = configuration;
    if (subjects !== undefined) return undefined;
    const rules = [...settings].map(([id, { level, options }]) => [id, level, options]);
    return markOf([this.#run, rules, profile?.name ?? '', file.kind, file.name, file.text]);
  }

  #otherMark(name: string): string {
    return markOf(this.#checker.otherText(name) ?? null);
  }
}

/** The program's own file: another build is another program, whatever its version says. */
function program(): readonly number[] {
  try {
    const { mtimeMs, size } = statSync(process.argv[1] ?? '');
    return [mtimeMs, size];
  } catch {
    return [];
  }
}

/** A file that is none, or another program's, holds nothing. */
function readEntries(path: string): Map<string, Entry> {
  try {
    const { format, files } = JSON.parse(readFileSync(path, 'utf8'));
    return format === FORMAT ? new Map(Object.entries<Entry>(files)) : new Map();
  } catch {
    return new Map();
  }
}

function markOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}
