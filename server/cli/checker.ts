/** Checks the files of one run: how each is configured, which others it refers to, the importer where one is an original. */
import { resolve } from 'node:path';
import type { Analysis } from '../analysis.ts';
import type { Configurations } from '../project/configuration.ts';
import { kindOf } from '../project/file-kind.ts';
import type { FoundFile } from '../project/find-files.ts';
import { ReportsAtHand } from '../project/other-reports.ts';
import { analysisOf, type CheckContext, type Checked, checkFile } from './check-file.ts';
import { FilesAtHand } from './files-at-hand.ts';
import type { Session } from './session.ts';
import { readTextFile, type TextFile } from './source.ts';

export class Checker {
  readonly #hand: FilesAtHand;
  readonly #reports: ReportsAtHand;
  readonly #configurations: Configurations;
  readonly #session: Session;

  constructor(
    files: readonly (FoundFile | TextFile)[],
    configurations: Configurations,
    session: Session,
  ) {
    this.#hand = new FilesAtHand(files, session.cwd);
    this.#reports = new ReportsAtHand(this.#hand);
    this.#configurations = configurations;
    this.#session = session;
  }

  /** Throws a `Failure` where the file cannot be read. */
  read(file: FoundFile | TextFile): TextFile {
    return 'text' in file ? file : readTextFile(file, this.#session);
  }

  /** From now on other reports see this text of a file; undefined: what is on disk. */
  keep(path: string, text: string | undefined): void {
    this.#hand.keep(path, text);
    this.#reports.forget(path);
  }

  analyse(file: TextFile): Promise<Analysis> {
    return this.#with(file, (context) => {
      const analysis = analysisOf(file, context);
      // Other reports are asked for on the way.
      void analysis.findings;
      return analysis;
    });
  }

  check(file: TextFile): Promise<Checked> {
    return this.#with(file, (context) => checkFile(file, context));
  }

  /** The text of another report, by the name that findings use. */
  otherText(name: string): string | undefined {
    return this.#hand.source(resolve(this.#session.cwd, name));
  }

  /** What of each file of the run other reports may be found by: its header; of an original all of it. */
  *headers(): Generator<readonly [path: string, text: string]> {
    for (const path of this.#hand.paths()) {
      const isOriginal = kindOf(path) === 'original';
      const text = isOriginal ? this.#hand.source(path) : this.#hand.head(path);
      yield [path, text ?? ''];
    }
  }

  async #with<T>(file: TextFile, work: (context: CheckContext) => T): Promise<T> {
    const configuration = await this.#configurations.of(file.path);
    if (file.kind === 'original') await this.#loadImporter();
    for (;;) {
      const { importer } = this.#hand;
      const { profile } = configuration;
      const original =
        file.kind === 'original' && importer ? new importer(file.text, profile) : undefined;
      const done = work({
        language: this.#session.language,
        configuration,
        reports: this.#reports,
        original,
        otherFile: (name) => this.#hand.otherFile(name),
      });
      if (!this.#hand.missedImporter) return done;
      // The report speaks of a published original, which could not be read so far.
      await this.#loadImporter();
    }
  }

  async #loadImporter(): Promise<void> {
    this.#hand.importer ??= (await import('./original.ts')).Original;
    if (this.#hand.missedImporter) this.#reports.forget();
    this.#hand.missedImporter = false;
  }
}
