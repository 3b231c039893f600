import { tell } from './told.ts';

/** As much of Mocha's runner as is listened to. */
interface Runner {
  on(event: 'pass', listen: (test: Titled) => void): unknown;
  on(event: 'fail', listen: (test: Titled, fault: Error) => void): unknown;
}

interface Titled {
  fullTitle(): string;
}

/** A reporter of Mocha, the same in Node and in the browser. */
export class Teller {
  constructor(runner: Runner) {
    runner.on('pass', (test) => tell({ title: test.fullTitle(), fault: undefined }));
    runner.on('fail', (test, { message, stack }) =>
      tell({ title: test.fullTitle(), fault: stack ?? message }),
    );
  }
}
