/** Runs the tests in the host of extensions that stands on Node. */
import Mocha from 'mocha';
import { runAll } from './run-all.ts';

export function run(): Promise<void> {
  return runAll(Mocha);
}
