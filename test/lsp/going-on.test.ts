/** A check that goes on from one that was left half done. */
import { expect, test } from 'vitest';
import { createNodeHost } from '../../server/lsp/node-host.ts';
import { generate } from '../generate/generate.ts';
import type { Client } from './client.ts';
import { startClientHere } from './client-here.ts';
import { expectedDiagnostics, shown } from './expected.ts';

const uri = 'untitled:report';
const first = generate(2).gouji;
/** With a mistake above, then with one below as well. */
const second = first.replace(/\d(?=\.\d\d \|)/, (digit) => `${digit}7`);
const third = `${second}\n2023年度支出合计1.00万元，其中：基本支出5.00万元，占12.345.6%。𠀀\n`;

/** Sends the third text once so many turns of the event loop were waited for after the second. */
async function editAfter(turns: number): Promise<Client> {
  const node = createNodeHost();
  let time = 0;
  let waited = Number.NEGATIVE_INFINITY;
  const host = {
    ...node,
    // By this clock each stage takes its time, and gives way to edits.
    now: () => (time += 100),
    nextTurn: () => {
      if (waited++ === turns) client.change(uri, { text: third });
      return node.nextTurn();
    },
  };
  const client = await startClientHere({}, {}, host);
  await client.check(uri, first);
  waited = 0;
  const early = client.next(({ version }) => version !== 1);
  client.change(uri, { text: second });
  // The check may have been quicker than the edit, which then comes all the same.
  if ((await early).version === 2 && waited <= turns) {
    waited = Number.POSITIVE_INFINITY;
    client.change(uri, { text: third });
  }
  await client.diagnostics(uri, 3);
  return client;
}

test('wherever the edit comes, each version has its own diagnostics or none', async () => {
  const expected = [first, second, third].map((text) => expectedDiagnostics({ text }));
  expect(expected[1]).not.toEqual(expected[0]);
  expect(expected[2]).not.toEqual(expected[1]);
  let overtaken = 0;
  for (let turns = 0; turns < 20; turns++) {
    const { published } = await editAfter(turns);
    const versions = published.map(({ version }) => version);
    if (!versions.includes(2)) overtaken++;
    expect(versions).toEqual([...versions].sort());
    for (const { version, diagnostics } of published) {
      expect(shown(diagnostics), `version ${version}, ${turns} turns`).toEqual(
        expected[(version ?? 0) - 1],
      );
    }
  }
  expect(overtaken).toBeGreaterThan(3);
});

test('a text that is closed and opened again begins anew', async () => {
  const client = await startClientHere();
  await client.check(uri, first);
  const closed = client.next(({ diagnostics }) => diagnostics.length === 0);
  client.close(uri);
  await closed;
  client.published.length = 0;
  expect(shown(await client.check(uri, third))).toEqual(expectedDiagnostics({ text: third }));
});
