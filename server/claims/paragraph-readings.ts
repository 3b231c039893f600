import type { Sentence } from '../../grammar/claims/phrase.ts';
import { readSentences } from '../../grammar/claims/read-sentences.ts';
import { paragraphNumbers } from '../../grammar/figures.ts';
import { moveRanges } from '../../grammar/move-nodes.ts';
import type { ProseNumber } from '../../grammar/prose-number.ts';
import type { Paragraph, SyntaxTree } from '../../grammar/syntax-tree.ts';

import { SectionSteps } from './section-steps.ts';

export interface ParagraphReading {
  readonly paragraph: Paragraph;
  readonly numbers: readonly ProseNumber[];
  sentences: readonly Sentence[] | undefined;
}

/**
 * What paragraphs say by themselves, before anything is known of sections and tables: numbers and phrases. Each is read
 * once. Of an edited text, paragraphs whose nodes the tree has kept need not be read again; what was read of them moves with
 * them, in place.
 */
export class ParagraphReadings {
  readonly #before: ReadonlyMap<Paragraph, ParagraphReading> | undefined;
  readonly #read: ParagraphReading[] = [];
  /** The sections that they stand in. */
  readonly steps: SectionSteps;

  /** `before`: those of the text before the edit, which are used up. */
  constructor(before?: ParagraphReadings) {
    this.#before = before && new Map(before.#read.map((reading) => [reading.paragraph, reading]));
    this.steps = new SectionSteps(before?.steps);
  }

  /** A paragraph's reading, with its numbers; asked for once for each. */
  of(tree: SyntaxTree, paragraph: Paragraph): ParagraphReading {
    const reading = this.#before?.get(paragraph) ?? {
      paragraph,
      numbers: paragraphNumbers(tree, paragraph),
      sentences: undefined,
    };
    this.#read.push(reading);
    return reading;
  }

  sentences(tree: SyntaxTree, reading: ParagraphReading): readonly Sentence[] {
    reading.sentences ??= readSentences(tree, reading.paragraph, reading.numbers);
    return reading.sentences;
  }

  /** Follows the paragraphs, which have moved. */
  move(from: number, offset: number): void {
    if (offset === 0) return;
    for (const { paragraph, numbers, sentences } of this.#read) {
      if (paragraph.start < from) continue;
      const moved = new Set<object>();
      moveRanges(numbers, offset, moved);
      moveRanges(sentences, offset, moved);
    }
  }
}
