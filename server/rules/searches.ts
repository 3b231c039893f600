/**
 * What rules have looked for in the parts of a report, kept for the same report after an edit: where the parts are the same
 * objects, nothing else comes of looking again. Nearly all parts have nothing that any rule looks for, so that is all that is
 * kept; findings hold places and are made anew.
 */
import { isSameList } from '../report/same-list.ts';
import type { RuleContext, RuleSettings } from './rule.ts';

/** Whether a rule has to look closer at a part. It stands on the part, and on nothing that is not named beside it. */
export type Looks<Part> = (part: Part, context: RuleContext) => boolean;

interface Looked {
  readonly parts: readonly object[];
  readonly beside: readonly unknown[];
  /** Indexes of the parts that it is true of, ascending. */
  readonly found: readonly number[];
}

export class Searches {
  /** For which the rest is true. */
  readonly settings: RuleSettings;
  readonly #looked = new Map<Looks<never>, Looked>();
  /** By check, what it stood on when it last found nothing. */
  readonly #clean = new Map<object, readonly unknown[]>();

  constructor(settings: RuleSettings) {
    this.settings = settings;
  }

  /** The parts of a list that `looks` is true of. `before`: what was looked for in the report before. */
  among<Part extends object>(
    parts: readonly Part[],
    looks: Looks<Part>,
    beside: readonly unknown[],
    context: RuleContext,
    before: Searches | undefined,
  ): readonly Part[] {
    const known = before === undefined ? undefined : before.#looked.get(looks);
    const found =
      known !== undefined && isSameList(known.beside, beside)
        ? foundAfter(known, parts, looks, context)
        : foundIn(parts, 0, parts.length, looks, context);
    this.#looked.set(looks, { parts, beside, found });
    return found.map((at) => parts[at] as Part);
  }

  /** Whether a check found nothing when all that it stands on was the same; then it finds nothing now. */
  isClean(check: object, standsOn: readonly unknown[], before: Searches | undefined): boolean {
    const known = before === undefined ? undefined : before.#clean.get(check);
    if (known === undefined || !isSameList(known, standsOn)) return false;
    this.#clean.set(check, known);
    return true;
  }

  noteClean(check: object, standsOn: readonly unknown[]): void {
    this.#clean.set(check, standsOn);
  }
}

/** An edit leaves the parts above it and those below it; only what stands between is looked at. */
function foundAfter<Part extends object>(
  known: Looked,
  parts: readonly Part[],
  looks: Looks<Part>,
  context: RuleContext,
): readonly number[] {
  const old = known.parts;
  const most = Math.min(old.length, parts.length);
  let above = 0;
  while (above < most && old[above] === parts[above]) above++;
  let below = 0;
  while (below < most - above && old[old.length - 1 - below] === parts[parts.length - 1 - below]) {
    below++;
  }
  const shift = parts.length - old.length;
  return [
    ...known.found.filter((at) => at < above),
    ...foundIn(parts, above, parts.length - below, looks, context),
    ...known.found.filter((at) => at >= old.length - below).map((at) => at + shift),
  ];
}

function foundIn<Part>(
  parts: readonly Part[],
  from: number,
  until: number,
  looks: Looks<Part>,
  context: RuleContext,
): readonly number[] {
  const found: number[] = [];
  for (let at = from; at < until; at++) if (looks(parts[at] as Part, context)) found.push(at);
  return found;
}
