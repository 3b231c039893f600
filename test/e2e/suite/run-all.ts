import { Teller } from './teller.ts';

/** A test may wait for a server that is starting on a loaded machine. */
const TEST_LIMIT = 60_000;

/** Runs every test by the given build of Mocha; rejects where one fails. */
export async function runAll(Runner: typeof Mocha): Promise<void> {
  // A window on a busy machine now and then misses what a person would simply do again.
  const mocha = new Runner({ ui: 'bdd', timeout: TEST_LIMIT, retries: 1 });
  mocha.reporter(Teller as never);
  mocha.suite.emit('pre-require', globalThis as never, '', mocha);
  await import('./all.ts');
  await new Promise<void>((done, failed) => {
    mocha.run((count) => (count === 0 ? done() : failed(new Error(`${count} failed`))));
  });
}
