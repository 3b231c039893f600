import { generate } from '../generate/generate.ts';
import { kept, startMeasured } from './measured-client.ts';

export interface OpenedAndClosed {
  readonly files: number;
  /** Bytes that the server kept after the first tenth of the files, and at the end. */
  readonly first: number;
  readonly last: number;
}

/** Opens one report after the other, each in a file of its own, waits for its diagnostics and closes it. */
export async function openAndClose(files: number): Promise<OpenedAndClosed> {
  const server = await startMeasured();
  let first = Number.NaN;
  for (let file = 0; file < files; file++) {
    const uri = `file:///nowhere/${file}.gouji`;
    await server.check(uri, generate(file % 50).gouji);
    server.close(uri);
    server.published.length = 0;
    if (file + 1 === Math.ceil(files / 10)) first = await kept(server);
  }
  const last = await kept(server);
  await server.stop();
  return { files, first, last };
}
