import type { SyntaxProblem } from './syntax-tree.ts';

/** More than an author can act on; a file of another kind must not bury an editor. */
export const MOST_PROBLEMS = 500;

/** Collects syntax problems up to a cap; the last one then says that more were left out. */
export class Problems {
  readonly list: SyntaxProblem[] = [];

  add(code: string, start: number, end: number, data: Readonly<Record<string, string>> = {}): void {
    if (this.list.length < MOST_PROBLEMS) this.list.push({ code, data, start, end });
    else if (this.list.length === MOST_PROBLEMS) {
      this.list.push({ code: 'too-many', data: {}, start, end });
    }
  }

  /** In order of place. */
  sorted(): readonly SyntaxProblem[] {
    return this.list.sort((a, b) => a.start - b.start || a.end - b.end);
  }
}
