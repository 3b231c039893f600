/**
 * An author at work: edit after edit through the real server. After each, its diagnostics must be those of a server that
 * has just opened the text and knows nothing of what it was before; now and then, of a process that has just begun.
 */
import type { Diagnostic } from 'vscode-languageserver/node';
import { longReport } from '../bench/long-report.ts';
import { type Edit, Edits } from '../generate/edits.ts';
import { Random } from '../generate/random.ts';
import { type Client, startClient } from '../lsp/client.ts';
import { startClientHere } from '../lsp/client-here.ts';
import { kept, startMeasured } from './measured-client.ts';

export interface ReplayOptions {
  readonly edits: number;
  readonly seed: number;
  /** Bytes of the report at first. */
  readonly size: number;
  /** Every so many edits the diagnostics are compared with those of a fresh process. */
  readonly freshProcess: number;
}

export interface Replayed {
  /** How often the diagnostics were compared, and how many there were in all. */
  readonly compared: number;
  readonly diagnostics: number;
  /** Bytes that the server kept, on the mean of the first and of the last tenth. */
  readonly first: number;
  readonly last: number;
}

const uri = 'untitled:replay';

/** Throws where the diagnostics differ, with the edits that led there. */
export async function replay(options: ReplayOptions): Promise<Replayed> {
  const random = new Random(options.seed);
  const edits = new Edits(longReport(options.size), random.fork('edits'));
  const server = await startMeasured();
  const beside = await startClientHere();
  await server.check(uri, edits.text);
  let compared = 0;
  let diagnostics = 0;
  const first: number[] = [];
  const last: number[] = [];
  const tenth = Math.ceil(options.edits / 10);
  for (let done = 0; done < options.edits; ) {
    const hurry = random.chance(0.1) ? random.integer(2, 5) : 1;
    let version = 0;
    for (let at = 0; at < hurry; at++, done++) version = send(server, edits);
    if (random.chance(0.1)) ask(server, random);
    const found = bare(await server.diagnostics(uri, version));
    const expected = bare(await checkedBy(beside, edits.text));
    expectSame(found, expected, `edit ${done}, seed ${options.seed}`);
    compared++;
    diagnostics += found.length;
    if (done % options.freshProcess < hurry) {
      const fresh = await startClient();
      expectSame(found, bare(await checkedBy(fresh, edits.text)), `edit ${done}, fresh process`);
      await fresh.stop();
    }
    server.published.length = 0;
    beside.published.length = 0;
    const inFirst = done <= tenth;
    if ((inFirst || done > options.edits - tenth) && done % Math.ceil(tenth / 20) < hurry) {
      (inFirst ? first : last).push(await kept(server));
    }
  }
  await server.stop();
  return { compared, diagnostics, first: mean(first), last: mean(last) };
}

/** Sends the next edit; returns its version. */
function send(server: Client, edits: Edits): number {
  const { text } = edits;
  const edit: Edit = edits.next();
  const range = { start: positionAt(text, edit.start), end: positionAt(text, edit.end) };
  return server.change(uri, { range, text: edit.text });
}

/** What an editor asks beside, and does not always wait for. */
function ask(server: Client, random: Random): void {
  const method = random.pick(['foldingRange', 'documentSymbol', 'codeLens', 'semanticTokens/full']);
  server.request(`textDocument/${method}`, uri).catch(() => {});
}

async function checkedBy(client: Client, text: string): Promise<readonly Diagnostic[]> {
  const found = await client.check(uri, text);
  client.close(uri);
  return found;
}

/** Without the number of the check, which says nothing of the text. */
function bare(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ data, ...rest }) => JSON.stringify(rest));
}

function expectSame(found: readonly string[], expected: readonly string[], when: string): void {
  if (found.length === expected.length && found.every((one, at) => one === expected[at])) return;
  const more = found.filter((one) => !expected.includes(one));
  const less = expected.filter((one) => !found.includes(one));
  throw new Error(
    `${when}: not the diagnostics of a fresh check\nfound only: ${more.join('\n')}\nfresh only: ${less.join('\n')}`,
  );
}

function positionAt(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
