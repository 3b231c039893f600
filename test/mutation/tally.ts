/** What came of many trials, as counts. */
import type { ChangeKind } from './changes.ts';
import { changeKinds } from './changes.ts';
import { type Group, groups } from './figures.ts';
import type { PairTrial } from './pair.ts';
import type { Trial } from './trial.ts';

/** Each is a part of the one before it or of the one named. */
export interface Counts {
  tried: number;
  /** Rounding explains the change: nobody can find it. */
  explained: number;
  /** Of those: called an error all the same. */
  alarms: number;
  /** No choice of values explains the change. */
  beyond: number;
  detected: number;
  /** Of `beyond`: one figure alone could be the wrong one. */
  single: number;
  /** Of `single`: reported at that figure, by one finding. */
  located: number;
  /** Of `single`: one finding, wherever it stands. */
  one: number;
  /** Of `single`: the first fix gives the original text back. */
  restored: number;
  /** Of `beyond`: several figures could be. */
  several: number;
  /** Of `several`: one finding offers them all. */
  listed: number;
  /** Of `several`: the right one is offered first. */
  first: number;
}

export interface PairCounts {
  tried: number;
  located: number;
}

/** Whether the mistake is more than a last place, or money behind a zero, could be. */
export const weights = ['broken', 'doubtful'] as const;

export type Weight = (typeof weights)[number];

export interface Tally {
  readonly all: Counts;
  readonly weights: Readonly<Record<Weight, Counts>>;
  readonly groups: Readonly<Record<Group, Counts>>;
  readonly kinds: Readonly<Record<ChangeKind, Counts>>;
  /** By the rule of the finding; `—` where there is none. */
  readonly rules: Record<string, Counts>;
  readonly pairs: PairCounts;
}

export function emptyTally(): Tally {
  const each = <Key extends string>(keys: readonly Key[]): Record<Key, Counts> =>
    Object.fromEntries(keys.map((key) => [key, noCounts()])) as Record<Key, Counts>;
  return {
    all: noCounts(),
    weights: each(weights),
    groups: each(groups),
    kinds: each(changeKinds),
    rules: {},
    pairs: { tried: 0, located: 0 },
  };
}

export function count(tally: Tally, trial: Trial): void {
  const rule = trial.rule ?? '—';
  tally.rules[rule] ??= noCounts();
  for (const counts of [
    tally.all,
    tally.weights[trial.doubtful ? 'doubtful' : 'broken'],
    tally.groups[trial.group],
    tally.kinds[trial.kind],
    tally.rules[rule],
  ]) {
    if (counts !== undefined) add(counts, trial);
  }
}

export function countPair(tally: Tally, trial: PairTrial): void {
  tally.pairs.tried++;
  if (trial.located) tally.pairs.located++;
}

function add(counts: Counts, trial: Trial): void {
  counts.tried++;
  if (trial.broken === 0) {
    counts.explained++;
    if (trial.findings.some(({ level }) => level === 'error')) counts.alarms++;
    return;
  }
  counts.beyond++;
  if (trial.detected) counts.detected++;
  if (trial.suspects.length === 1) {
    counts.single++;
    if (trial.atFigure) counts.located++;
    if (trial.one) counts.one++;
    if (trial.restored) counts.restored++;
  } else {
    counts.several++;
    if (trial.listed) counts.listed++;
    if (trial.first) counts.first++;
  }
}

function noCounts(): Counts {
  return {
    tried: 0,
    explained: 0,
    alarms: 0,
    beyond: 0,
    detected: 0,
    single: 0,
    located: 0,
    one: 0,
    restored: 0,
    several: 0,
    listed: 0,
    first: 0,
  };
}

/** What is promised of the whole, and what is measured. In percent, rounded down to a tenth. */
export const criteria = ['detected', 'located', 'restored', 'listed', 'first', 'pairs'] as const;

export type Criterion = (typeof criteria)[number];

export function percentages({
  all,
  pairs,
}: Pick<Tally, 'all' | 'pairs'>): Record<Criterion, number> {
  return {
    detected: percent(all.detected, all.beyond),
    located: percent(all.located, all.single),
    restored: percent(all.restored, all.single),
    listed: percent(all.listed, all.several),
    first: percent(all.first, all.several),
    pairs: percent(pairs.located, pairs.tried),
  };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((1000 * part) / whole) / 10;
}
