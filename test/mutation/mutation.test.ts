import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from './run.ts';
import { type Criterion, criteria, emptyTally, percentages, type Tally } from './tally.ts';

/** What a small run reached at least; whoever makes the checker better raises them, nobody lowers them. */
const floors = JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8')) as {
  readonly seed: number;
  readonly count: number;
  readonly pairs: number;
  readonly percent: Readonly<Record<Criterion, number>>;
  /** What is promised of the large run whose result is kept. */
  readonly aims: Readonly<Record<Criterion, number>>;
};

const measured = JSON.parse(
  readFileSync(join(import.meta.dirname, 'measured.json'), 'utf8'),
) as Tally;

describe('one mistake in a correct report', () => {
  let tally: Tally;

  beforeAll(() => {
    tally = run(floors).tally;
  }, 120_000);

  it('is tried often enough', () => {
    expect(tally.all.beyond).toBeGreaterThan(floors.count * 0.8);
    expect(tally.all.single).toBeGreaterThan(floors.count / 2);
    expect(tally.all.several).toBeGreaterThan(floors.count / 20);
    expect(tally.pairs.tried).toBe(floors.pairs);
    expect(tally.all.single + tally.all.several).toBe(tally.all.beyond);
  });

  it.each(criteria)('is %s as often as before', (criterion) => {
    expect(percentages(tally)[criterion]).toBeGreaterThanOrEqual(floors.percent[criterion]);
  });

  it('is no error where rounding explains it', () => {
    expect(tally.all.alarms).toBe(0);
  });
});

describe('the result that is kept', () => {
  it('has the form of a run', () => {
    const { all, ...parts } = emptyTally();
    expect(Object.keys(measured.all)).toEqual(Object.keys(all));
    for (const part of ['weights', 'groups', 'kinds'] as const) {
      expect(Object.keys(measured[part])).toEqual(Object.keys(parts[part]));
    }
    expect(measured.all.tried).toBeGreaterThanOrEqual(6000);
  });

  it.each(criteria)('is what is promised: %s', (criterion) => {
    expect(percentages(measured)[criterion]).toBeGreaterThanOrEqual(floors.aims[criterion]);
  });
});
