import type { SectionDefinition } from '../report/narrative.ts';
import type { SectionPlace } from './sections.ts';

/** Where a walk past headings and paragraphs stands. */
export interface Standing {
  readonly part: 'none' | 'unknown' | 'narrative' | 'silent';
  /** Section of the first level; 'unknown' under a heading that is none of the profile's. */
  readonly top: SectionDefinition | 'unknown' | undefined;
  readonly topLevel: number;
  readonly sub: SectionDefinition | undefined;
}

interface Step<Found> {
  readonly node: object;
  readonly from: Standing;
  readonly to: Standing;
  readonly found: Found;
}

/**
 * How headings and paragraphs led on, for a text that has been edited since: a node that the tree has kept leads from where
 * it stood to the same section as before. `before`: the steps through the text before the edit, by the same profile.
 */
export class SectionSteps {
  readonly #before: ReadonlyMap<object, Step<unknown>> | undefined;
  readonly #taken: Step<unknown>[] = [];

  constructor(before?: SectionSteps) {
    this.#before = before && new Map(before.#taken.map((step) => [step.node, step]));
  }

  /** Walks past a node, and gives what `walkOn` gives. */
  past<Found extends SectionPlace | undefined>(
    node: object,
    walk: { standing: Standing },
    walkOn: () => Found,
  ): Found {
    const from = walk.standing;
    const known = this.#before?.get(node) as Step<Found> | undefined;
    if (known && isSame(known.from, from)) {
      walk.standing = known.to;
      this.#taken.push(known);
      return known.found;
    }
    const found = walkOn();
    // A heading within a paragraph is a place of the text, and places move.
    if (found?.heading === undefined) this.#taken.push({ node, from, to: walk.standing, found });
    return found;
  }
}

function isSame(one: Standing, other: Standing): boolean {
  return (
    one === other ||
    (one.part === other.part &&
      one.top === other.top &&
      one.topLevel === other.topLevel &&
      one.sub === other.sub)
  );
}
