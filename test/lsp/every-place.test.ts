/** Every feature at every place: whatever is written there, it answers, and the program does not fail. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { generate } from '../generate/generate.ts';
import type { Client } from './client.ts';
import { startClientHere } from './client-here.ts';
import { positionAt } from './markers.ts';
import { smallReport } from './small-report.ts';

const atPlaces: readonly (readonly [method: string, more: object])[] = [
  ['hover', {}],
  ['definition', {}],
  ['references', { context: { includeDeclaration: true } }],
  ['documentHighlight', {}],
  ['prepareRename', {}],
  ['completion', {}],
  ['signatureHelp', {}],
  ['onTypeFormatting', { ch: '|', options: { tabSize: 2, insertSpaces: true } }],
];

const ofTexts = ['codeLens', 'documentLink', 'semanticTokens/full'] as const;

async function askEverywhere(client: Client, uri: string, text: string, step: number) {
  client.open(uri, text);
  for (const method of ofTexts) await client.request(`textDocument/${method}`, uri);
  const range = { start: positionAt(text, 0), end: positionAt(text, text.length) };
  await client.request('textDocument/inlayHint', uri, { range });
  for (let offset = 0; offset <= text.length; offset += step) {
    const position = positionAt(text, offset);
    for (const [method, more] of atPlaces) {
      await client.request(`textDocument/${method}`, uri, { position, ...more });
    }
    const positions = [position];
    const range = { start: position, end: position };
    const context = { diagnostics: [], only: ['refactor'] };
    await client.request('textDocument/codeAction', uri, { range, context });
    const clipboard = { textDocument: { uri }, range, text: '甲\t1\n乙\t2\n' };
    await client.connection.sendRequest('gouji/paste', clipboard);
    const chains = await client.request<unknown[]>('textDocument/selectionRange', uri, {
      positions,
    });
    expect(chains).toHaveLength(1);
  }
  client.close(uri);
}

test('in reports whole and broken', async () => {
  const client = await startClientHere();
  const faults: unknown[] = [];
  client.connection.onNotification('window/logMessage', (message: object) => {
    faults.push(message);
  });
  const example = readFileSync(
    resolve(import.meta.dirname, '../../examples/bindings.gouji'),
    'utf8',
  );
  const small = smallReport.replaceAll('§', '𠮷');
  // Every third line is cut short, as lines are while they are written.
  const cut = small.replace(/^(.*)$/gm, (line: string, _: string, at: number) =>
    at % 3 === 0 ? line.slice(0, Math.floor(line.length / 2)) : line,
  );
  const texts: readonly (readonly [text: string, step: number])[] = [
    [small, 3],
    [cut, 3],
    [small.replaceAll('\n', '\r'), 11],
    [`\ufeff${small.replaceAll('|', '\t')}`, 11],
    [example, 41],
    [generate(8).gouji, 173],
    ['', 1],
    ['核对 [[[.]..(', 1],
    ['[](公开01表[', 1],
    ['表 \n| |\n|-|\n设 = \n', 1],
  ];
  for (const [at, [text, step]] of texts.entries()) {
    await askEverywhere(client, `untitled:Every-${at}`, text, step);
  }
  expect(faults).toEqual([]);
});
