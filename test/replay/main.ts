/** `npm run replay -- [edits] [seed]`: an author at work for hours, and a thousand files opened and closed. */
import { openAndClose } from './open-close.ts';
import { replay } from './replay.ts';

const [edits = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const growth = (first: number, last: number): string =>
  `${megabytes(first)} → ${megabytes(last)} (${((last / first - 1) * 100).toFixed(1)} %)`;

const begun = performance.now();
const replayed = await replay({ edits, seed, size: 70_000, freshProcess: 200 });
console.log(
  `${edits} edits, seed ${seed}: ${replayed.compared} comparisons, ${replayed.diagnostics} diagnostics, all as of a fresh check (${((performance.now() - begun) / 1000).toFixed(0)} s)`,
);
console.log(`kept, first tenth → last tenth: ${growth(replayed.first, replayed.last)}`);
const opened = await openAndClose(1000);
console.log(
  `${opened.files} files opened and closed, kept after a tenth → at the end: ${growth(opened.first, opened.last)}`,
);
process.exit(0);
