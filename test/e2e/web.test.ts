import { describe, expect, it } from 'vitest';
import { runSuite } from './suite-run.ts';

const run = await runSuite('web');

describe('in a workbench, the extension and the server as workers of the browser', () => {
  it('runs all tests to their end', () => {
    expect(run.tests.length, run.output).toBeGreaterThan(0);
    if (run.tests.every(({ fault }) => fault === undefined)) expect(run.code, run.output).toBe(0);
  });

  for (const { title, fault } of run.tests) {
    it(title, () => {
      if (fault !== undefined) throw new Error(fault);
    });
  }
});
