/** `--baseline`: findings that are known are not listed; `--update-baseline` makes all that there are known. */
import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { Baseline, type BaselineFinding } from '../project/baseline.ts';
import { decode } from '../project/decode.ts';
import { readFileBytes } from '../project/read-file.ts';
import type { Message } from './results.ts';
import { Failure, type Session } from './session.ts';
import type { TextFile } from './source.ts';

export class KnownFindings {
  readonly #name: string;
  readonly #path: string;
  readonly #session: Session;
  readonly #update: boolean;
  readonly #known: Baseline;
  readonly #checked = new Set<string>();
  #found = 0;
  #left = 0;

  /** Throws a `Failure` where the file cannot be used; one that is to be written need not be there. */
  constructor(name: string, update: boolean, session: Session) {
    this.#name = name;
    this.#path = resolve(session.cwd, name);
    this.#session = session;
    this.#update = update;
    this.#known = this.#read();
  }

  #read(): Baseline {
    const { say, language } = this.#session;
    const file = this.#name;
    if (this.#update && !existsSync(this.#path)) return Baseline.empty();
    const read = readFileBytes(this.#path);
    if (read.kind === 'failed' && read.reason === 'not-found') {
      throw new Failure(say('notFound', { file }));
    }
    const decoded = read.kind === 'bytes' ? decode(read.bytes) : undefined;
    if (decoded?.kind !== 'text') throw new Failure(say('unreadable', { file }));
    const baseline = Baseline.read(decoded.text);
    if (baseline instanceof Baseline) return baseline;
    throw new Failure(say('badBaseline', { file, reason: baseline[language] }));
  }

  /** The messages that are not known; none while the baseline is being written. */
  unknown({ path, text }: TextFile, messages: readonly Message[]): readonly Message[] {
    const file = relative(dirname(this.#path), path).replaceAll('\\', '/');
    if (!this.#checked.has(file)) {
      this.#checked.add(file);
      if (this.#update) this.#known.remove(file);
    }
    const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
    const listed = messages.filter((message) => {
      const finding = findingAt(message, lines);
      if (!this.#update) return !this.#known.take(file, finding);
      this.#known.add(file, finding);
      return false;
    });
    this.#found += messages.length - listed.length;
    if (!this.#update) this.#left += this.#known.count(file);
    return listed;
  }

  get found(): number {
    return this.#found;
  }

  /** Writes the baseline, or says what of it is out of date. */
  async close(): Promise<void> {
    const { say, complain } = this.#session;
    const file = this.#name;
    if (!this.#update) {
      if (this.#left > 0) complain(say('baselineStale', { count: this.#left, file }));
      return;
    }
    for (const one of this.#known.files) {
      if (!existsSync(resolve(dirname(this.#path), one))) this.#known.remove(one);
    }
    try {
      await writeFileAtomic(this.#path, this.#known.print(), 'utf8');
    } catch {
      throw new Failure(say('unwritable', { file }));
    }
    complain(say('baselineWritten', { count: this.#found, file }));
  }
}

function findingAt(
  { ruleId, line, column, endLine, endColumn }: Message,
  lines: readonly string[],
): BaselineFinding {
  const text = lines[line - 1] ?? '';
  const end = endLine === line ? endColumn - 1 : text.length;
  return { rule: ruleId, line: text, quoted: text.slice(column - 1, end) };
}
