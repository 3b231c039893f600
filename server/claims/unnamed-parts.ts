/**
 * Kinds of what is counted that no profile names: 公务用车5辆，其中：轿车2辆、越野车3辆. Of the list behind 其中 they are parts as much as
 * those that have a name, as far as the list surely goes.
 */
import type { ValuePhrase } from '../../grammar/claims/phrase.ts';
import { type FigureDraft, isUsable, type Reading } from './reading.ts';

/** Words that begin what a part consists of, not another part. */
const WITHIN = /^(?:含|有|包[括含]|内|分别|均|全部|都)/;

export interface PartsOfCount {
  readonly total: FigureDraft;
  readonly name: string;
  /** Figures without a name that are parts of the total. */
  readonly unnamed: readonly FigureDraft[];
  /** No part of it has a name. */
  readonly only: boolean;
  /** Something stood among them that may be a part or not. */
  readonly open: boolean;
}

interface Part {
  readonly figure: FigureDraft;
  readonly isNamed: boolean;
}

export class UnnamedParts {
  readonly #found: (parts: PartsOfCount) => void;
  #total: FigureDraft | undefined;
  #name = '';
  #depth = 0;
  #parts: Part[] = [];
  /** Whether what comes next stands in the list itself. */
  #goesOn = false;
  #open = false;

  constructor(found: (parts: PartsOfCount) => void) {
    this.#found = found;
  }

  /** 其中, within as many open brackets. */
  begin(total: Reading | undefined, depth: number): void {
    this.end();
    const { candidate, latest } = total ?? {};
    if (candidate?.measure !== 'count' || !latest || !isUsable(latest)) return;
    this.#total = latest;
    this.#name = candidate.name;
    this.#depth = depth;
    this.#goesOn = true;
  }

  value({ subject, figures }: ValuePhrase, reading: Reading | undefined, depth: number): void {
    const total = this.#total;
    if (!total || depth !== this.#depth) return;
    const figure = reading?.latest;
    const isOwn = figure !== undefined && figure.number === figures[0] && figures.length === 1;
    if (!isOwn || figure.number.unit !== total.number.unit || !isUsable(figure)) {
      this.other();
      return;
    }
    const isNamed = reading?.candidate !== undefined;
    if (isNamed) this.#goesOn = true;
    else if (!this.#goesOn || !subject || WITHIN.test(subject.text)) {
      this.#goesOn = false;
      this.#open = true;
      return;
    }
    this.#parts.push({ figure, isNamed });
  }

  /** Something else than a value: what follows it may be said of a part. */
  other(): void {
    this.#goesOn = false;
  }

  end(): void {
    const total = this.#total;
    if (!total) return;
    const parts = this.#parts;
    const last = parts.findLastIndex(({ isNamed }) => isNamed);
    const all = parts.filter(({ isNamed }) => !isNamed);
    if (all.length > 0 || this.#open) {
      // Behind the last that has a name they may be what that consists of.
      const sum = parts.reduce((count, { figure }) => count + figure.number.units, 0);
      const isWhole = last < 0 || sum === total.number.units;
      const unnamed = isWhole ? all : parts.slice(0, last).filter(({ isNamed }) => !isNamed);
      this.#found({
        total,
        name: this.#name,
        unnamed: unnamed.map(({ figure }) => figure),
        only: last < 0,
        open: this.#open || unnamed.length < all.length,
      });
    }
    this.#total = undefined;
    this.#parts = [];
    this.#open = false;
    this.#goesOn = false;
  }
}
