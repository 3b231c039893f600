import type { ProseNumber } from '../../grammar/prose-number.ts';
import type { FigureDraft } from './reading.ts';

/** The figures of a paragraph while it is being read, found by their numbers. */
export class ParagraphFigures {
  /** In order of place. */
  readonly drafts: readonly FigureDraft[];

  constructor(drafts: readonly FigureDraft[]) {
    this.drafts = drafts;
  }

  /** Undefined for a number that is no figure: a year, a date, the numbering of an item. */
  of(number: ProseNumber): FigureDraft | undefined {
    const { drafts } = this;
    let low = 0;
    let high = drafts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((drafts[middle] as FigureDraft).start < number.start) low = middle + 1;
      else high = middle;
    }
    const found = drafts[low];
    return found?.number === number ? found : undefined;
  }
}
