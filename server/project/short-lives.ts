/** What the engine should know of how long the objects of an analysis live. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

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

/** As much of V8's own function as is used. */
type Collect = (options: { readonly type: 'minor' }) => void;

const nothing: Collect = () => {};
let collect: Collect | undefined;

/**
 * Collects the objects that died young, in a millisecond or two: between two keystrokes nobody waits for it, during the
 * check of the next one somebody would. An engine that keeps its collection to itself is left alone.
 */
export function collectYoung(): void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    const exposed: unknown = runInNewContext('globalThis.gc');
    collect = typeof exposed === 'function' ? (exposed as Collect) : nothing;
  }
  collect({ type: 'minor' });
}
