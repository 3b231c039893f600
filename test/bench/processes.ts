/** Running programs and counting the processor time that they took. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Cost {
  /** Milliseconds of processor time, user and system. */
  readonly processor: number;
  readonly wall: number;
}

/** Runs Node with these arguments so many times; what one run took. */
export function runNode(parameters: readonly string[], times: number): Cost {
  const started = performance.now();
  const before = childrenTime();
  for (let run = 0; run < times; run++) {
    const { error, status } = spawnSync(process.execPath, parameters, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { PATH: process.env.PATH },
    });
    if (error) throw error;
    if (status !== 0) throw new Error(`node ${parameters.join(' ')} ended with ${status}`);
  }
  const wall = (performance.now() - started) / times;
  const after = childrenTime();
  const counted = before !== undefined && after !== undefined;
  return { wall, processor: counted ? (after - before) / times : wall };
}

/** Processor time of all children that have ended, in milliseconds; undefined where the system does not tell. */
function childrenTime(): number | undefined {
  try {
    // Fields 16 and 17 of proc(5), in ticks of 10 ms; the second field, the name, is in brackets.
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ');
    return fields && (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return undefined;
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** A B A B …: what else the machine does then burdens both alike. */
export function alternate<Name extends string>(
  rounds: number,
  measures: Readonly<Record<Name, () => number>>,
): Record<Name, number> {
  const names = Object.keys(measures) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    Name,
    number[]
  >;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) taken[name].push(measures[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(taken[name])])) as Record<
    Name,
    number
  >;
}
