import { expect, it } from 'vitest';
import { openAndClose } from './open-close.ts';
import { replay } from './replay.ts';

/** `npm run replay` does more of both. */
it('edit after edit the server says what a fresh one would, and keeps no more', async () => {
  const { compared, diagnostics, first, last } = await replay({
    edits: 1000,
    seed: 1,
    size: 70_000,
    freshProcess: 500,
  });
  expect(compared).toBeGreaterThan(600);
  expect(diagnostics).toBeGreaterThan(compared);
  // At first all nodes are cut from one string; later each stretch that was edited has its own.
  expect(last / first).toBeLessThan(1.3);
}, 300_000);

it('files that are opened and closed leave nothing behind', async () => {
  const { first, last } = await openAndClose(200);
  expect(last / first).toBeLessThan(1.1);
}, 120_000);
