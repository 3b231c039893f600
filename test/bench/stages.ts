/**
 * What each stage of a check takes, warm: the stages of one analysis are asked for one after the other and each is timed
 * where it stands, so that none is measured with another's work in it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyse } from '../../server/analysis.ts';
import { importText } from '../../server/import/import-text.ts';
import { bytes } from './reports.ts';

export const stageNames = [
  'parse',
  'model',
  'reconcile',
  'narrative',
  'claims judged',
  'rules',
  'coverage',
] as const;
export type StageName = (typeof stageNames)[number];

const steps: Readonly<Record<StageName, (analysis: Analysis) => unknown>> = {
  parse: ({ tree }) => tree,
  // Attachments and tables of the author's own are laid when their rows are asked for.
  model: ({ report }) => report.tables.map(({ rows }) => rows),
  reconcile: ({ outcomes }) => outcomes,
  narrative: ({ narrative }) => narrative,
  'claims judged': ({ claimOutcomes }) => claimOutcomes,
  rules: ({ findings }) => findings,
  coverage: ({ coverage }) => coverage,
};

/** One text to check. */
export interface Subject {
  readonly text: string;
  readonly published: boolean;
}

/** The published reports in the folder that GOUJI_CORPUS names; none where it names none. */
export function publishedReports(): Subject[] {
  const folder = process.env.GOUJI_CORPUS;
  if (folder === undefined || !existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({
      text: importText(readFileSync(join(folder, name), 'utf8')).text,
      published: true,
    }));
}

/**
 * What a stage takes when nothing else gets in its way: a tenth of the times is shorter. A median would tell how busy the
 * machine is, since a stage of 2 ms is interrupted far more often than one of half a millisecond.
 */
export function undisturbed(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 10)] ?? Number.NaN;
}

/** Milliseconds that each stage takes of `size` bytes of such reports: of all the mean. */
export function stageTimes(
  subjects: readonly Subject[],
  size: number,
  rounds: number,
): Record<StageName, number> {
  const taken = subjects.map(() => stageNames.map((): number[] => []));
  for (let round = -rounds; round < rounds; round++) {
    subjects.forEach((subject, at) => {
      const analysis = analyse(subject);
      stageNames.forEach((name, stage) => {
        const begun = performance.now();
        steps[name](analysis);
        // The first half of the rounds is for warming up.
        if (round >= 0) taken[at]?.[stage]?.push(performance.now() - begun);
      });
    });
  }
  const total = subjects.reduce((sum, { text }) => sum + bytes(text), 0);
  return Object.fromEntries(
    stageNames.map((name, stage) => {
      const all = taken.reduce((sum, times) => sum + undisturbed(times[stage] ?? []), 0);
      return [name, (all * size) / total];
    }),
  ) as Record<StageName, number>;
}
