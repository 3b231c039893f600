/** Runs the tests in the host of extensions that is a worker of the browser. */
import 'mocha/mocha.js';
import { runAll } from './run-all.ts';

export function run(): Promise<void> {
  return runAll(Mocha);
}
