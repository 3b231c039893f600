import type { Sentence } from '../../grammar/claims/phrase.ts';
import { readSentences } from '../../grammar/claims/read-sentences.ts';
import { paragraphNumbers } from '../../grammar/figures.ts';
import { moveRanges } from '../../grammar/move-nodes.ts';
import type { ProseNumber } from '../../grammar/prose-number.ts';
import type { Paragraph, SyntaxTree } from '../../grammar/syntax-tree.ts';

import { SectionSteps } from './section-steps.ts';

interface ParagraphReading {
  readonly numbers: readonly ProseNumber[];
  sentences?: readonly Sentence[];
}

/**
 * What paragraphs say by themselves, before anything is known of sections and tables: numbers and phrases. Each is read
 * once. Of an edited text, paragraphs whose nodes the tree has kept need not be read again; what was read of them moves with
 * them, in place.
 */
export class ParagraphReadings {
  readonly #before: ReadonlyMap<Paragraph, ParagraphReading>;
  readonly #read = new Map<Paragraph, ParagraphReading>();
  /** The sections that they stand in. */
  readonly steps: SectionSteps;

  /** `before`: those of the text before the edit, which are used up. */
  constructor(before?: ParagraphReadings) {
    this.#before = before === undefined ? new Map() : before.#read;
    this.steps = new SectionSteps(before?.steps);
  }

  numbers(tree: SyntaxTree, paragraph: Paragraph): readonly ProseNumber[] {
    return this.#of(tree, paragraph).numbers;
  }

  sentences(tree: SyntaxTree, paragraph: Paragraph): readonly Sentence[] {
    const reading = this.#of(tree, paragraph);
    reading.sentences ??= readSentences(tree, paragraph, reading.numbers);
    return reading.sentences;
  }

  /** Follows the paragraphs, which have moved. */
  move(from: number, offset: number): void {
    if (offset === 0) return;
    for (const [{ start }, reading] of this.#read) {
      if (start >= from) moveRanges(reading, offset);
    }
  }

  #of(tree: SyntaxTree, paragraph: Paragraph): ParagraphReading {
    let reading = this.#read.get(paragraph);
    if (reading === undefined) {
      reading = this.#before.get(paragraph) ?? { numbers: paragraphNumbers(tree, paragraph) };
      this.#read.set(paragraph, reading);
    }
    return reading;
  }
}
