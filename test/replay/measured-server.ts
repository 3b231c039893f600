/** The server as an editor starts it, and what it weighs: on a signal it says on standard error how much it keeps. */
import { serveStdio } from '../../server/lsp/stdio.ts';

process.on('SIGUSR2', () => {
  globalThis.gc?.();
  globalThis.gc?.();
  process.stderr.write(`kept ${process.memoryUsage().heapUsed}\n`);
});

serveStdio();
