/** `--fix`, `--fix-dry-run`, `--fix-suggestions`: what is repaired in a run, written or shown. */
import type { FoundFile } from '../project/find-files.ts';
import { shownPath } from '../project/shown-path.ts';
import type { Checker } from './checker.ts';
import { type Fixed, type FixRequest, fixFiles } from './fix-files.ts';
import { fixWords } from './fix-words.ts';
import type { FixSummary } from './results.ts';
import { Failure, reasonIn, type Session } from './session.ts';
import type { TextFile } from './source.ts';
import { writeSource } from './write-source.ts';

export class FixRun {
  readonly #request: FixRequest & { readonly write: boolean };
  readonly #checker: Checker;
  readonly #session: Session;
  readonly #fixed = new Map<string, Fixed>();

  constructor(
    request: FixRequest & { readonly write: boolean },
    checker: Checker,
    session: Session,
  ) {
    this.#request = request;
    this.#checker = checker;
    this.#session = session;
  }

  /** Fixes the files, and writes them where that was asked for. Gives a line for each that could not be. */
  async run(files: readonly (FoundFile | TextFile)[]): Promise<readonly string[]> {
    const { say, complain } = this.#session;
    const failures: string[] = [];
    const fixed = await fixFiles(files, this.#request, {
      read: (file) => this.#checker.read(file),
      analyse: (file) => this.#checker.analyse(file),
      keep: ({ path }, text) => this.#checker.keep(path, text),
      failed: (file, fault) => failures.push(say('failedOn', { file, reason: reasonIn(fault) })),
    });
    for (const [path, one] of fixed) {
      const { file, text, settled } = one;
      try {
        if (this.#request.write) await writeSource(file, text, this.#session);
      } catch (fault) {
        if (!(fault instanceof Failure)) throw fault;
        failures.push(fault.message);
        this.#checker.keep(path, undefined);
        continue;
      }
      this.#fixed.set(path, one);
      if (!settled) complain(say('unsettled', { file: file.name }));
    }
    return failures;
  }

  /** What became of a file; undefined where it stays as it is. */
  of(path: string): Fixed | undefined {
    return this.#fixed.get(path);
  }

  /** Prints what would change, where nothing is written. */
  async show(colour: boolean): Promise<void> {
    if (this.#request.write || this.#fixed.size === 0) return;
    const { unifiedDiff } = await import('./unified-diff.ts');
    const { write, cwd } = this.#session;
    for (const { file, text } of this.#fixed.values()) {
      const name = file.name.startsWith('<') ? file.name : shownPath(file.path, cwd);
      write(unifiedDiff({ name, before: file.text, after: text }, colour));
    }
    write('\n');
  }

  get summary(): FixSummary {
    let count = 0;
    for (const { applied } of this.#fixed.values()) count += applied;
    const { write, suggestions } = this.#request;
    return { count, files: this.#fixed.size, written: write, suggestions };
  }

  get words(): string {
    return fixWords(this.summary, this.#session.say);
  }
}
