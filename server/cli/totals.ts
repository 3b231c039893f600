/** The results of a run, added up. */
import { addCoverage, noCoverage } from './formats/coverage.ts';
import type { FileResult, Summary } from './results.ts';

export class Totals {
  #files = 0;
  #errors = 0;
  #warnings = 0;
  #infos = 0;
  #fixable = 0;
  #coverage = noCoverage;

  add({ errorCount, warningCount, infoCount, fixableCount, coverage }: FileResult): void {
    this.#files++;
    this.#errors += errorCount;
    this.#warnings += warningCount;
    this.#infos += infoCount;
    this.#fixable += fixableCount;
    this.#coverage = addCoverage(this.#coverage, coverage);
  }

  summary(rest: Pick<Summary, 'failures' | 'fixes' | 'inBaseline'>): Summary {
    return {
      files: this.#files,
      errorCount: this.#errors,
      warningCount: this.#warnings,
      infoCount: this.#infos,
      coverage: this.#coverage,
      fixableCount: this.#fixable,
      ...rest,
    };
  }
}
