/** Which way what a reason explains went (N-REASON). */
import type { Phrase, Sentence } from '../../grammar/claims/phrase.ts';
import type { Direction, StatedReason } from './claim.ts';

export class Reasons {
  readonly found: StatedReason[] = [];
  /** Of the sentence at hand and of the one before; undefined where nothing or both ways is said. */
  #direction: Direction | 'both' | undefined;
  #before: Direction | 'both' | undefined;
  #isOver = false;

  beginParagraph(): void {
    this.#direction = undefined;
    this.#before = undefined;
  }

  beginSentence(): void {
    this.#before = this.#direction;
    this.#direction = undefined;
    this.#isOver = false;
  }

  note(phrase: Phrase, sentence: Sentence): void {
    // What stands behind the word is the reason, with changes of its own.
    if (this.#isOver) return;
    switch (phrase.kind) {
      case 'change':
      case 'rate':
        for (const { units } of phrase.figures) {
          if (units !== 0 && phrase.direction !== 'unsaid') {
            this.#add(units < 0 ? opposite(phrase.direction) : phrase.direction);
          }
        }
        return;
      case 'level':
        if (phrase.relation === '>') this.#add('up');
        if (phrase.relation === '<') this.#add('down');
        return;
      case 'reason': {
        const isOwn = sentence.phrases[0] === phrase;
        const direction = isOwn ? this.#before : this.#direction;
        this.#isOver = true;
        this.found.push({
          start: phrase.start,
          end: phrase.end,
          until: sentence.end,
          direction: direction === 'both' ? undefined : direction,
        });
      }
    }
  }

  #add(direction: Direction): void {
    this.#direction =
      this.#direction === undefined || this.#direction === direction ? direction : 'both';
  }
}

function opposite(direction: Direction): Direction {
  return direction === 'up' ? 'down' : 'up';
}
