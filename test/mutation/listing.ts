/** The first failures of each criterion, with the lines of the text that they stand in. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Finding } from '../../server/rules/rule.ts';
import type { PairTrial } from './pair.ts';
import type { Watcher } from './run.ts';
import type { Source } from './sources.ts';
import type { Criterion } from './tally.ts';
import type { Trial } from './trial.ts';

type Failure = Criterion | 'alarm' | 'not one';

export class Listing implements Watcher {
  readonly #most: number;
  readonly #seen = new Map<Failure, string[]>();

  constructor(most: number) {
    this.#most = most;
  }

  single(source: Source, trial: Trial): void {
    const { broken, suspects, findings } = trial;
    const note = (failure: Failure): void => {
      this.#note(failure, () => describe(source, trial));
    };
    if (broken === 0) {
      if (findings.some(({ level }) => level === 'error')) note('alarm');
      return;
    }
    if (!trial.detected) note('detected');
    else if (suspects.length === 1) {
      if (!trial.one) note('not one');
      else if (!trial.atFigure) note('located');
      else if (!trial.restored) note('restored');
    } else {
      if (!trial.listed) note('listed');
      else if (!trial.first) note('first');
    }
  }

  pair(source: Source, trial: PairTrial): void {
    if (!trial.located) this.#note('pairs', () => describePair(source, trial));
  }

  get text(): string {
    return [...this.#seen]
      .map(([failure, all]) => `── fails: ${failure} ──\n${all.join('\n')}`)
      .join('\n\n');
  }

  #note(failure: Failure, describe: () => string): void {
    const all = this.#seen.get(failure) ?? [];
    if (all.length >= this.#most) return;
    this.#seen.set(failure, all);
    all.push(describe());
  }
}

function describe(source: Source, trial: Trial): string {
  const { kind, group, printed, wrong, suspects, text, figure, findings, broken } = trial;
  return [
    `${source.name} · ${group} · ${kind}: ${printed} → ${wrong} · ${broken} broken, could be: ${suspects.map(({ what, values }) => `${what} (${values})`).join(' | ')}`,
    `  ${lineAt(text, figure)}`,
    ...findings.map((finding) => words(text, finding)),
  ].join('\n');
}

function describePair(source: Source, { mutations, text, figures, findings }: PairTrial): string {
  return [
    `${source.name} · ${mutations.map(({ kind, figure }) => `${figure.group}, ${kind}`).join(' + ')}`,
    ...figures.map((figure) => `  ${lineAt(text, figure)}`),
    ...findings.map((finding) => words(text, finding)),
  ].join('\n');
}

/** The line of a place, the place in `⟦…⟧`; of a long line what stands around it. */
function lineAt(text: string, { start, end }: Range): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  const line = text.slice(0, start).split('\n').length;
  const left = text.slice(Math.max(from, start - 60), start);
  const right = text.slice(end, Math.min(to, end + 60));
  return `${line}: ${left}⟦${text.slice(start, end)}⟧${right}`;
}

function words(text: string, finding: Finding): string {
  const { level, rule, message, fix, suggestions } = finding;
  const offers = [fix, ...suggestions].flatMap((one) => one?.title.zh ?? []);
  const offered = offers.length === 0 ? '' : `\n      offers: ${offers.join(' | ')}`;
  return `    ${level} ${rule} ${lineAt(text, finding).split(':')[0]}: ${message.zh}${offered}`;
}
