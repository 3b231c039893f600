/** What the engine should know of how long the objects of an analysis live. */
import { setFlagsFromString } from 'node:v8';

/**
 * To be called before anything is analysed, by a process that analyses many texts.
 *
 * When much of the young heap survives once (one long report is enough), V8 begins to put new objects of the same code among
 * the old ones. There each dead analysis keeps the next alive until the whole heap is collected: pauses of 20 ms, and
 * hundreds of megabytes. Without that habit a collection copies the analysis at hand, within 2 ms.
 */
export function expectShortLives(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
