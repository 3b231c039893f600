/**
 * From a keystroke to its diagnostics, over standard input and output, beside an echo server in the same run
 * (A B A B …). Prints milliseconds on the wall and of processor time, and the ratio between the two servers.
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
  #times: number[] = [];
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
    for (let stroke = 0; stroke < strokes; stroke++) {
      const typed = this.#typed;
      const start = typed ?? this.#random.pick(this.#places);
      const end = { line: start.line, character: start.character + (typed ? 1 : 0) };
      const begun = performance.now();
      const arrived = this.client.next(({ version }) => version === wanted);
      const wanted = this.client.change(uri, { range: { start, end }, text: typed ? '' : '7' });
      await arrived;
      this.#times.push(performance.now() - begun);
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

  median(): number {
    return quantile(this.#times, 0.5);
  }

  line(): string {
    const figures = [0.5, 0.95, 1].map((part) => `${quantile(this.#times, part).toFixed(2)} ms`);
    const processor = (this.#processor() - this.#processorBegin) / this.#times.length;
    const used = Number.isNaN(processor) ? '' : `, processor ${processor.toFixed(2)} ms`;
    const [median, p95, worst] = figures;
    return `${this.name.padEnd(6)} median ${median}, p95 ${p95}, worst ${worst}${used}`;
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
  const [echo, gouji] = servers.map((server) => server.median());
  if (echo !== undefined && gouji !== undefined) {
    console.log(`  gouji / echo, medians: ${(gouji / echo).toFixed(2)}`);
  }
  for (const server of servers) await server.client.stop();
}
