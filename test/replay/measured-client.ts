import { join } from 'node:path';
import { type Client, startClient } from '../lsp/client.ts';

const command = ['--expose-gc', join(import.meta.dirname, 'measured-server.ts')];

/** A server in a process of its own that can be asked what it weighs. */
export function startMeasured(): Promise<Client> {
  return startClient({ command });
}

/** Bytes that the server keeps when all that is free has been collected. */
export async function kept(client: Client): Promise<number> {
  const before = client.errors.length;
  client.child?.kill('SIGUSR2');
  for (;;) {
    const said = /kept (\d+)\n/.exec(client.errors.slice(before));
    if (said) return Number(said[1]);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
