/** Which changes are one cause, and what else would do in their place. */
import { touched } from './assess.ts';
import { TOLD } from './cost.ts';
import type { Repair } from './explained.ts';
import { type Culprit, isUndecided } from './explanation.ts';
import type { Fact } from './fact.ts';
import { type Change, Hypothesis } from './hypothesis.ts';
import type { System } from './system.ts';

/**
 * Other sets instead of some changes, the rest of the best set being changed as it is; whole other sets likewise. `before`:
 * what was settled already.
 */
export function alternativesOf(
  system: System,
  before: Hypothesis,
  best: Repair,
  repairs: readonly Repair[],
  changes: readonly Change[],
): readonly (readonly Change[])[] {
  // How a percentage came to be wrong leaves no doubt that it is.
  if (changes.length === 1 && changes.some(({ fact }) => system.hasWrongBase(fact))) return [];
  const found: (readonly Change[])[] = [];
  const rest = best.hypothesis.changes.filter(
    (change) => !changes.includes(change) && !best.followers.has(change.fact),
  );
  const isClean = !makesDoubtful(system, before, best);
  for (const one of repairs) {
    if (one === best || changes.every(({ fact }) => one.hypothesis.has(fact))) continue;
    if (!rest.every(({ fact }) => one.hypothesis.has(fact))) continue;
    // Where one repair leaves nothing to say, another that makes something doubtful is none.
    if (isClean && makesDoubtful(system, before, one)) continue;
    found.push(
      one.hypothesis.changes.filter(({ fact }) => !rest.some((other) => other.fact === fact)),
    );
  }
  return found;
}

/** Whether something that is said without a word of doubt as printed would be doubtful after a repair. */
function makesDoubtful(system: System, before: Hypothesis, { hypothesis }: Repair): boolean {
  const after = new Hypothesis([...before.changes, ...hypothesis.changes]);
  return touched(hypothesis.changes).some((index) => {
    const isPrintedSo = (system.costs[index] ?? 0) >= TOLD;
    return !isPrintedSo && system.judge(index, after).cost >= TOLD;
  });
}

/**
 * The changes of a set that are one cause: cells of one row or one column that are off by the same amount. What follows
 * from others is none.
 */
export function byCause(
  changes: readonly Change[],
  followers: ReadonlySet<Fact>,
): readonly (readonly [Change, ...Change[]])[] {
  const groups: [Change, ...Change[]][] = [];
  for (const change of changes) {
    if (followers.has(change.fact)) continue;
    const group = groups.find(([first]) => isSameCause(first, change));
    if (group === undefined) groups.push([change]);
    else group.push(change);
  }
  for (const group of groups) group.sort((a, b) => a.fact.start - b.fact.start);
  return groups.sort(([a], [b]) => a.fact.start - b.fact.start);
}

function isSameCause(a: Change, b: Change): boolean {
  if (a.fact.kind !== 'cell' || b.fact.kind !== 'cell') return false;
  const [one, other] = [a.fact.term, b.fact.term];
  if (one.panel !== other.panel || (one.row !== other.row && one.column !== other.column)) {
    return false;
  }
  const gap = ({ fact, value }: Change): number => Math.abs(value.units - fact.printed.units);
  return a.fact.exponent === b.fact.exponent && gap(a) === gap(b);
}

/** A number that a row repeats where it must not is one fault, however many steps it took to find. */
export function joined(culprits: readonly Culprit[]): readonly Culprit[] {
  const result: Culprit[] = [];
  for (const culprit of culprits) {
    const at = result.findIndex((other) => isRepeated(other, culprit));
    const first = result[at];
    if (first === undefined) {
      result.push(culprit);
      continue;
    }
    const { fact, value, together, repaired } = culprit;
    result[at] = {
      ...first,
      together: [...first.together, { fact, value }, ...together],
      repaired: {
        outcomes: [...first.repaired.outcomes, ...repaired.outcomes],
        constraints: new Set([...first.repaired.constraints, ...repaired.constraints]),
        claims: [...new Set([...first.repaired.claims, ...repaired.claims])],
      },
    };
  }
  return result;
}

function isRepeated(a: Culprit, b: Culprit): boolean {
  if (a.fact.kind !== 'cell' || b.fact.kind !== 'cell' || isUndecided(a) || isUndecided(b)) {
    return false;
  }
  return (
    a.fact.term.row === b.fact.term.row &&
    a.doubtful === b.doubtful &&
    a.fact.printed.units === b.fact.printed.units &&
    a.value.units === b.value.units
  );
}
