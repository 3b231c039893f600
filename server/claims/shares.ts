/** Shares that the sentences of a section give, by the whole that they are shares of. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { SectionDefinition } from '../report/narrative.ts';
import { identitySides } from './identity-sides.ts';
import type { FigureDraft } from './reading.ts';
import type { Candidate } from './subject.ts';

/** All parts of a whole, each with its share but those that there is nothing of. */
export interface WholeInShares {
  readonly section: SectionDefinition;
  readonly total: string;
  readonly figures: readonly FigureDraft[];
  readonly range: Range;
}

interface Parts {
  /** First share of each part. */
  readonly figures: Map<string, FigureDraft>;
  range: Range;
  /** Whether nothing else judges one of them. */
  open: boolean;
}

/** Whether there is nothing of a part that no share was given of. */
type IsNothing = (section: SectionDefinition, name: string) => boolean;

export class Shares {
  readonly #bySection = new Map<SectionDefinition, Map<string, Parts>>();

  note(
    section: SectionDefinition,
    total: string,
    { name }: Candidate,
    figure: FigureDraft,
    range: Range,
    judged: boolean,
  ): void {
    let wholes = this.#bySection.get(section);
    if (!wholes) {
      wholes = new Map();
      this.#bySection.set(section, wholes);
    }
    const parts = wholes.get(total);
    if (!parts) wholes.set(total, { figures: new Map([[name, figure]]), range, open: !judged });
    else if (!parts.figures.has(name)) {
      parts.figures.set(name, figure);
      parts.range = range;
      parts.open ||= !judged;
    }
  }

  /**
   * The wholes all parts of which are known, and have their share or are nothing. Where each share is the quotient of two
   * known amounts their sum says nothing more.
   */
  *wholes(isNothing: IsNothing): Iterable<WholeInShares> {
    for (const [section, wholes] of this.#bySection) {
      for (const [total, { figures, range, open }] of wholes) {
        const parts = figures.size < 2 || !open ? undefined : partsOf(section, total, figures);
        if (!parts) continue;
        const rest = parts.filter((name) => !figures.has(name));
        if (!rest.every((name) => isNothing(section, name))) continue;
        const found = parts.flatMap((name) => figures.get(name) ?? []);
        yield { section, total, figures: found, range };
      }
    }
  }
}

/** Of several ways to make up a total the one that all shares but those of other things belong to. */
function partsOf(
  { identities, wholes }: SectionDefinition,
  total: string,
  figures: ReadonlyMap<string, unknown>,
): readonly string[] | undefined {
  const all = identities.flatMap((identity) => {
    const sides = identitySides(identity);
    return sides?.relation === '=' && sides.total === total ? [sides.parts] : [];
  });
  for (const whole of wholes) if (whole.total === total) all.push(whole.parts);
  return all.find((parts) => parts.filter((name) => figures.has(name)).length >= 2);
}
