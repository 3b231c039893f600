import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignatureHelp } from 'vscode-languageserver';
import { type Client, startClient } from './client.ts';
import { variants } from './markers.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

let count = 0;
/** `占比(部分, «整体»)`: the signature, its active parameter marked. */
async function ask(text: string, position: object): Promise<string | null> {
  const uri = `untitled:Signature-${++count}`;
  client.open(uri, text);
  const help = await client.request<SignatureHelp | null>('textDocument/signatureHelp', uri, {
    position,
  });
  const signature = help?.signatures[help.activeSignature ?? 0];
  if (help === null || signature === undefined) return null;
  const active = signature.parameters?.[help.activeParameter ?? 0]?.label;
  if (active === undefined || typeof active === 'string') return signature.label;
  const { label } = signature;
  return `${label.slice(0, active[0])}«${label.slice(...active)}»${label.slice(active[1])}`;
}

test.each([
  ['设 甲§ = 占比(<|>', '占比(«部分», 整体)'],
  ['设 甲§ = 占比(1，<|>', '占比(部分, «整体»)'],
  ['设 甲§ = 占比（公开03表[2080505§, 一].“本年, 支出”, <|>)', '占比(部分, «整体»)'],
  ['核对 馆藏[档案§].本年 = 四舍五入(合计(1, 2, 3), <|>', '四舍五入(值, «位数»)'],
  ['核对 馆藏[档案§].本年 = 四舍五入(合计(1, 2, <|>3), 2)', '合计(表达式, «…»)'],
  ['核对 馆藏[档案§].本年 = 增幅((1 + 2<|>), 2)', '增幅(«本年», 上年)'],
  ['馆藏档案§较上年增加[4.43%](增幅(馆藏[档案].本年, <|>))。', '增幅(本年, «上年»)'],
  ['设 甲§ = 占比(1, 2, <|>', '占比(部分, 整体)'],
  ['设 甲§ = 占比(1, 2)<|>', null],
  ['设 甲§ = (1, <|>', null],
  ['§占比(1, <|>2)。', null],
  ['// 设 甲§ = 占比(<|>', null],
])('%s', async (source, expected) => {
  for (const [, { text, position }] of variants(`${source}\n`)) {
    expect(await ask(text, position)).toBe(expected);
  }
});

test('the meaning is told in the user’s language', async () => {
  const english = await startClient({ locale: 'en' });
  english.open('untitled:a', '设 甲 = 占比(');
  const help = await english.request<SignatureHelp>('textDocument/signatureHelp', 'untitled:a', {
    position: { line: 0, character: 9 },
  });
  expect(help.signatures[0]?.documentation).toEqual({
    kind: 'markdown',
    value: 'Part ÷ whole.',
  });
  await english.stop();
});
