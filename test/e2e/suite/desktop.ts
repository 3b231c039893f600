/** Runs the tests in the host of extensions that stands on Node. */
import Mocha from 'mocha';
import { TEST_LIMIT, Teller } from './teller.ts';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: TEST_LIMIT, reporter: Teller as never });
  mocha.suite.emit('pre-require', globalThis as never, '', mocha);
  await import('./all.ts');
  await new Promise<void>((done, failed) => {
    mocha.run((count) => (count === 0 ? done() : failed(new Error(`${count} failed`))));
  });
}
