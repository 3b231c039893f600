/**
 * From a keystroke to its diagnostics, over standard input and output, beside an echo server in the same run
 * (A B A B …). Prints milliseconds on the wall and of processor time, and the ratios between the two servers.
 *
 * Each round types the same keystrokes. What else the machine does shows in the 95th percentile first; beside it stands the
 * 95th percentile over the keystrokes when each is taken at the quickest of its rounds.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { Random } from '../generate/random.ts';
import { type Client, startClient } from '../lsp/client.ts';
import { longReport } from './long-report.ts';

const root = resolve(import.meta.dirname, '../..');
const bundle = join(root, 'dist/gouji.js');
if (!existsSync(bundle)) {
  console.error('test/bench/lsp.ts: dist/ is not built; run npm run build');
  process.exit(1);
}

const ROUNDS = 10;
/** As many for warming up, as for the stages: whoever writes a report types thousands of keystrokes. */
const WARM_ROUNDS = ROUNDS;
const uri = 'untitled:bench';

class Server {
  readonly name: string;
  readonly client: Client;
  readonly #places: readonly Position[];
  /** By round. */
  #times: number[][] = [];
  #processorBegin = 0;

  constructor(name: string, client: Client, places: readonly Position[]) {
    this.name = name;
    this.client = client;
    this.#places = places;
  }

  /** Types a digit at each place, and takes it back with the next keystroke. */
  async typeRound(): Promise<void> {
    const times: number[] = [];
    this.#times.push(times);
    for (const start of this.#places) {
      const behind = { line: start.line, character: start.character + 1 };
      times.push(await this.#stroke({ range: { start, end: start }, text: '7' }));
      times.push(await this.#stroke({ range: { start, end: behind }, text: '' }));
    }
  }

  async #stroke(change: TextDocumentContentChangeEvent): Promise<number> {
    const begun = performance.now();
    const arrived = this.client.next(({ version }) => version === wanted);
    const wanted = this.client.change(uri, change);
    await arrived;
    const time = performance.now() - begun;
    this.client.published.length = 0;
    // Nobody types faster than this.
    await new Promise((resolve) => setTimeout(resolve, 5));
    return time;
  }

  forget(): void {
    this.#times = [];
    this.#processorBegin = this.#processor();
  }

  quantile(part: number): number {
    return quantile(this.#times.flat(), part);
  }

  line(): string {
    const [median, p95, worst] = [0.5, 0.95, 1].map((part) => this.quantile(part));
    const quickest = (this.#times[0] ?? []).map((_, stroke) =>
      Math.min(...this.#times.map((round) => round[stroke] ?? Number.NaN)),
    );
    const quiet = quantile(quickest, 0.95);
    const processor = (this.#processor() - this.#processorBegin) / this.#times.flat().length;
    return [
      `${this.name.padEnd(6)} p50 ${milliseconds(median)}`,
      `p95 ${milliseconds(p95)} (undisturbed ${milliseconds(quiet)})`,
      `worst ${milliseconds(worst)}`,
      `processor ${milliseconds(processor)}`,
    ].join(', ');
  }

  /** Processor time of the server's process in milliseconds; NaN where the system does not tell. */
  #processor(): number {
    try {
      const fields = readFileSync(`/proc/${this.client.child?.pid}/stat`, 'utf8').split(') ')[1];
      const [user, system] = (fields ?? '').split(' ').slice(11, 13).map(Number);
      // Clock ticks of a hundredth of a second.
      return ((user ?? Number.NaN) + (system ?? Number.NaN)) * 10;
    } catch {
      return Number.NaN;
    }
  }
}

/** Places after digits of a text. */
function digits(text: string, count: number): readonly Position[] {
  const places = text
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(/\d(?!\d)/g)].map((match) => ({ line: index, character: match.index + 1 })),
    );
  return new Random(1).shuffle(places).slice(0, count);
}

function milliseconds(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '?' : `${value.toFixed(2)} ms`;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? Number.NaN;
}

for (const { size, strokes, goal } of [
  { size: 70_000, strokes: 60, goal: 8 },
  { size: 700_000, strokes: 40, goal: 30 },
]) {
  const text = longReport(size);
  const places = digits(text, strokes / 2);
  const commands = {
    echo: [join(import.meta.dirname, 'echo-server.ts')],
    gouji: [bundle, 'lsp', '--stdio'],
  };
  const servers: Server[] = [];
  for (const [name, command] of Object.entries(commands)) {
    const client = await startClient({ command });
    await client.check(uri, text);
    const server = new Server(name, client, places);
    servers.push(server);
    for (let round = 0; round < WARM_ROUNDS; round++) await server.typeRound();
    server.forget();
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const server of servers) await server.typeRound();
  }
  console.log(
    `\nkeystroke → diagnostics, report of ${Math.round(size / 1000)} KB (goal p95 ≤ ${goal} ms)`,
  );
  for (const server of servers) console.log(`  ${server.line()}`);
  const ratios = [0.5, 0.95].map((part) => {
    const [echo = Number.NaN, gouji = Number.NaN] = servers.map((server) => server.quantile(part));
    return (gouji / echo).toFixed(1);
  });
  console.log(`  gouji / echo: p50 ${ratios[0]} ×, p95 ${ratios[1]} ×`);
  for (const server of servers) await server.client.stop();
}
