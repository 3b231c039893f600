/** A client that can do little is served with what it can show. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  CompletionItem,
  CompletionList,
  Hover,
  Location,
  SymbolInformation,
} from 'vscode-languageserver';
import { type Client, editsOf, startClient, withEdits } from './client.ts';
import { type Fixture, textIn, variants } from './markers.ts';
import { smallReport, withCursor } from './small-report.ts';

let client: Client;
beforeAll(async () => {
  const contentFormat = ['plaintext' as const];
  client = await startClient({
    capabilities: {
      textDocument: {
        hover: { contentFormat },
        completion: { completionItem: { documentationFormat: contentFormat } },
        signatureHelp: { signatureInformation: { documentationFormat: contentFormat } },
      },
    },
  });
});
afterAll(() => client.stop());

let count = 0;
function open({ text }: Fixture): string {
  const uri = `untitled:Plain-${++count}`;
  client.open(uri, text);
  return uri;
}

test.each(variants(withCursor('档案事务 | 100.30 | ', '87.00')))(
  'hovers are plain text (%s)',
  async (_, fixture) => {
    const uri = open(fixture);
    const { position } = fixture;
    const hover = await client.request<Hover>('textDocument/hover', uri, { position });
    const { kind, value } = hover.contents as { kind: string; value: string };
    expect(kind).toBe('plaintext');
    expect(value).toContain('公开03表（支出决算表） · 20126 档案事务 · 基本支出');
    expect(value).toContain('✗ 公开03表[20126].基本支出 = 合计(公开03表[下级科目].基本支出)');
    expect(value).not.toMatch(/[*`\\]/);
  },
);

test.each(variants(`${smallReport}\n核对 公开03表[2080<|>`))(
  'the value of a candidate stands among its words (%s)',
  async (_, fixture) => {
    const uri = open(fixture);
    const { position } = fixture;
    const { items } = await client.request<CompletionList>('textDocument/completion', uri, {
      position,
    });
    const item = items.find(({ label }) => label === '2080505') as CompletionItem;
    expect(item.labelDetails).toBeUndefined();
    expect(item.detail).toBe('20.20万元 · 20.20万元 · 2080505 机关事业单位基本养老保险缴费支出');
    const resolved = await client.connection.sendRequest<CompletionItem>(
      'completionItem/resolve',
      item,
    );
    expect(resolved.documentation).toMatchObject({ kind: 'plaintext' });
  },
);

test('a section is offered without places to fill in', async () => {
  for (const [, fixture] of variants('名称：青禾县§\n年度：2023\n\n# 第三部分 说明\n支出决<|>\n')) {
    const uri = open(fixture);
    const { position } = fixture;
    const { items } = await client.request<CompletionList>('textDocument/completion', uri, {
      position,
    });
    const item = items.find(({ label }) => label === '## 三、支出决算情况说明');
    expect(item?.insertTextFormat).toBeUndefined();
    const { newText: text } = (item as CompletionItem).textEdit as { newText: string };
    expect(text).toContain('2023年度支出合计[](公开03表[合计].本年支出合计)');
    expect(text).not.toContain('${');
  }
});

test('the outline is a list, each symbol with what holds it', async () => {
  for (const [, fixture] of variants(`${smallReport}<|>`)) {
    const uri = open(fixture);
    const symbols = await client.request<SymbolInformation[]>('textDocument/documentSymbol', uri);
    const shown = symbols.map(({ name, containerName }) => [name, containerName]);
    expect(shown).toContainEqual(['馆藏', '第二部分 决算表']);
    expect(shown).toContainEqual(['三、支出决算情况说明', '第三部分 决算情况说明']);
    const definition = symbols.find(({ name }) => name === fixture.spelt('档案§增幅'));
    expect(textIn(fixture.text, (definition as SymbolInformation).location.range)).toContain('设 ');
  }
});

test('definitions are places, edits name no version, and nothing is left for later', async () => {
  for (const [, fixture] of variants(withCursor('养老支出[](公开03表[2080505].', '基本支出'))) {
    const uri = open(fixture);
    const { position } = fixture;
    const [place] = await client.request<Location[]>('textDocument/definition', uri, { position });
    expect(place && textIn(fixture.text, place.range)).toBe('20.20');
    const actions = await client.codeActions(
      uri,
      { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
      { diagnostics: [], only: ['source.fixAll'] },
    );
    for (const action of actions) {
      expect(action.edit?.documentChanges).toBeUndefined();
      expect(withEdits(fixture.text, editsOf(action, uri))).not.toBe(fixture.text);
    }
    expect(actions).toHaveLength(1);
  }
});
