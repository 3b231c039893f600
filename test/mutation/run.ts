/** Many mistakes in many reports. The same options give the same mistakes, for ever. */
import { Random } from '../generate/random.ts';
import { type ChangeKind, changed, changeKinds } from './changes.ts';
import { type Ground, type Group, groundOf, groups, type Mutable } from './figures.ts';
import { type PairTrial, tryPair } from './pair.ts';
import { exampleSources, generatedSource, type Source } from './sources.ts';
import { count, countPair, emptyTally, type Tally } from './tally.ts';
import { type Mutation, type Trial, tryMutation } from './trial.ts';

export interface RunOptions {
  readonly seed: number;
  /** Single mistakes. */
  readonly count: number;
  /** Pairs of mistakes. */
  readonly pairs: number;
  readonly kinds?: readonly ChangeKind[];
  readonly groups?: readonly Group[];
}

export interface Watcher {
  single?(source: Source, trial: Trial): void;
  pair?(source: Source, trial: PairTrial): void;
}

/** Mistakes of a group in one report. */
const EACH: Readonly<Record<Group, number>> = {
  'tables, non-zero': 10,
  'tables, zero': 2,
  'prose, non-zero': 8,
  'prose, zero': 2,
};
const PAIRS = 6;

export interface Run {
  readonly tally: Tally;
  readonly reports: number;
}

export function run(options: RunOptions, watcher: Watcher = {}): Run {
  const tally = emptyTally();
  let reports = 0;
  for (const source of sources(options.seed)) {
    const isDone = tally.all.tried >= options.count && tally.pairs.tried >= options.pairs;
    if (isDone || reports >= options.count + options.pairs) break;
    reports++;
    const analysis = source.analyse(source.text);
    const clean = analysis.findings;
    const ground = groundOf(analysis);
    const random = new Random(options.seed + reports).fork('mistakes');
    for (const group of options.groups ?? groups) {
      const figures = ground.figures.filter((figure) => figure.group === group);
      if (figures.length === 0) continue;
      for (let each = 0; each < EACH[group]; each++) {
        const mutation = drawMutation(ground, figures, options.kinds ?? changeKinds, random);
        if (mutation === undefined || tally.all.tried >= options.count) continue;
        const trial = tryMutation(ground, clean, source.analyse, mutation);
        if (trial === undefined) continue;
        count(tally, trial);
        watcher.single?.(source, trial);
      }
    }
    const figures = ground.figures.filter(({ group }) => group.endsWith('non-zero'));
    for (let each = 0; each < PAIRS && figures.length > 1; each++) {
      const draw = () => drawMutation(ground, figures, options.kinds ?? changeKinds, random);
      const [first, second] = [draw(), draw()];
      if (first === undefined || second === undefined) continue;
      if (tally.pairs.tried >= options.pairs) continue;
      const trial = tryPair(ground, clean, source.analyse, [first, second]);
      if (trial === undefined) continue;
      countPair(tally, trial);
      watcher.pair?.(source, trial);
    }
  }
  return { tally, reports };
}

function* sources(seed: number): Generator<Source> {
  yield* exampleSources();
  for (let report = 1; ; report++) yield generatedSource(seed * 10_000 + report);
}

function drawMutation(
  { text }: Ground,
  figures: readonly Mutable[],
  kinds: readonly ChangeKind[],
  random: Random,
): Mutation | undefined {
  const figure = random.pick(figures);
  const kind = random.pick(kinds);
  const { start, end, money, unit } = figure;
  const printed = text.slice(start, end);
  if (kind === 'sign' && figure.group.startsWith('prose') && !isSignRead(text, start)) {
    return undefined;
  }
  // Half of the slips of a unit in a sentence change the word.
  if (kind === 'unit slip' && unit !== undefined && money && random.chance(0.5)) {
    const other = text.slice(unit.start, unit.end) === '万元' ? '元' : '万元';
    const put = text.slice(start, unit.start) + other;
    return { figure, kind, start, end: unit.end, text: put, digits: printed, unit: other };
  }
  const put = changed(kind, printed, money, random);
  return put === undefined || put === printed
    ? undefined
    : { figure, kind, start, end, text: put, digits: put };
}

/** Elsewhere a minus before a number is a dash. */
function isSignRead(text: string, start: number): boolean {
  return start === 0 || /[\s（([为\u3000]/.test(text[start - 1] ?? '');
}
