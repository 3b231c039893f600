/**
 * From a keystroke to its diagnostics, over standard input and output, beside an echo server in the same run
 * (A B A B …). Prints milliseconds on the wall and of processor time, and the ratios between the two servers. What else the
 * machine does shows in the wall's 95th percentile first: that of the quietest round stands beside it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
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
const WARM = 60;
const uri = 'untitled:bench';

class Server {
  readonly name: string;
  readonly client: Client;
  readonly #places: readonly { line: number; character: number }[];
  readonly #random = new Random(1);
  /** By round. */
  #times: number[][] = [];
  #processorBegin = 0;
  #typed: { line: number; character: number } | undefined;

  constructor(name: string, client: Client, text: string) {
    this.name = name;
    this.client = client;
    this.#places = digits(text);
  }

  static async start(name: string, command: readonly string[], text: string): Promise<Server> {
    const server = new Server(name, await startClient({ command }), text);
    await server.client.check(uri, text);
    return server;
  }

  /** Types a digit after one of the report's digits, and takes it back with the next keystroke. */
  async type(strokes: number): Promise<void> {
    const times: number[] = [];
    this.#times.push(times);
    for (let stroke = 0; stroke < strokes; stroke++) {
      const typed = this.#typed;
      const start = typed ?? this.#random.pick(this.#places);
      const end = { line: start.line, character: start.character + (typed ? 1 : 0) };
      const begun = performance.now();
      const arrived = this.client.next(({ version }) => version === wanted);
      const wanted = this.client.change(uri, { range: { start, end }, text: typed ? '' : '7' });
      await arrived;
      times.push(performance.now() - begun);
      this.#typed = typed ? undefined : start;
      this.client.published.length = 0;
      // Nobody types faster than this.
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
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
    const quiet = Math.min(...this.#times.map((round) => quantile(round, 0.95)));
    const processor = (this.#processor() - this.#processorBegin) / this.#times.flat().length;
    return [
      `${this.name.padEnd(6)} p50 ${milliseconds(median)}`,
      `p95 ${milliseconds(p95)} (quietest round ${milliseconds(quiet)})`,
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

/** Every place after a digit. */
function digits(text: string): readonly { line: number; character: number }[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(/\d(?!\d)/g)].map((match) => ({ line: index, character: match.index + 1 })),
    );
}

function milliseconds(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '?' : `${value.toFixed(2)} ms`;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? Number.NaN;
}

for (const { size, strokes, goal } of [
  { size: 70_000, strokes: 40, goal: 8 },
  { size: 700_000, strokes: 20, goal: 30 },
]) {
  const text = longReport(size);
  const servers = [
    await Server.start('echo', [join(import.meta.dirname, 'echo-server.ts')], text),
    await Server.start('gouji', [bundle, 'lsp', '--stdio'], text),
  ];
  for (const server of servers) await server.type(WARM);
  for (const server of servers) server.forget();
  for (let round = 0; round < ROUNDS; round++) {
    for (const server of servers) await server.type(strokes);
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
