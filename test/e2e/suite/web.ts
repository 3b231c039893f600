/** Runs the tests in the host of extensions that is a worker of the browser. */
import 'mocha/mocha.js';
import { TEST_LIMIT, Teller } from './teller.ts';

export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: TEST_LIMIT, reporter: Teller as never });
  await import('./all.ts');
  await new Promise<void>((done, failed) => {
    mocha.run((count) => (count === 0 ? done() : failed(new Error(`${count} failed`))));
  });
}
