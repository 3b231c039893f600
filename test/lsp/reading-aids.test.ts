/** What the editor draws into and around the text: selections, colours, hints, lenses, links. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CodeLens,
  DocumentLink,
  InlayHint,
  Range,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
} from 'vscode-languageserver';
import { generate } from '../generate/generate.ts';
import { type Client, startClient, uriOf, withEdits } from './client.ts';
import { type Fixture, textIn, variants } from './markers.ts';
import { smallReport, withCursor } from './small-report.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

let count = 0;
function open({ text }: Pick<Fixture, 'text'>): string {
  const uri = `untitled:Aids-${++count}`;
  client.open(uri, text);
  return uri;
}

const everything: Range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

describe.each([
  [
    'inside a reference',
    withCursor('= 馆藏[档', '案§].本年 -'),
    [
      '[档案§]',
      '馆藏[档案§].本年',
      '馆藏[档案§].本年 - 馆藏[档案§].上年',
      '核对 馆藏[档案§].增减 = 馆藏[档案§].本年 - 馆藏[档案§].上年',
    ],
  ],
  [
    'inside a cell',
    withCursor('档案事务 | 100.30 | 8', '7.00'),
    ['87.00', '| 20126 | 档案事务 | 100.30 | 87.00 | 22.30 |'],
  ],
  [
    'inside a figure',
    withCursor('其中：基本支出9', '8.20'),
    [
      '98.20',
      '98.20万元',
      '基本支出98.20万元',
      '2023年度支出合计120.50万元，其中：基本支出98.20万元，占81.49%',
      '2023年度支出合计120.50万元，其中：基本支出98.20万元，占81.49%；项目支出22.30万元，占18.51%。',
    ],
  ],
])('selections grow %s', (_, source, expected) => {
  test.each(variants(source))('%s', async (_name, fixture) => {
    const uri = open(fixture);
    const [found] = await client.request<SelectionRange[]>('textDocument/selectionRange', uri, {
      positions: [fixture.position],
    });
    const texts: string[] = [];
    for (let one: SelectionRange | undefined = found; one; one = one.parent) {
      texts.push(textIn(fixture.text, one.range));
    }
    expect(texts.slice(0, expected.length)).toEqual(expected.map((text) => fixture.spelt(text)));
    expect(texts.at(-1)).toBe(fixture.text);
    for (const [at, text] of texts.entries()) expect(texts[at + 1] ?? text).toContain(text);
  });
});

function decode(text: string, data: readonly number[]): string[] {
  const { tokenTypes = [] } = client.capabilities.semanticTokensProvider?.legend ?? {};
  const tokens: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, columns = 0, length = 0, type = 0] = data.slice(at, at + 4);
    character = lines === 0 ? character + columns : columns;
    line += lines;
    const range = { start: { line, character }, end: { line, character: character + length } };
    tokens.push(`${textIn(text, range)} ${tokenTypes[type]}`);
  }
  return tokens;
}

describe('semantic tokens', () => {
  test.each(variants(`${smallReport}<|>`))('%s', async (_name, fixture) => {
    const { text, spelt } = fixture;
    const uri = open(fixture);
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', uri);
    const tokens = decode(text, data);
    const inOrder = (...expected: string[]) => {
      let at = -1;
      for (const one of expected) {
        const next = tokens.indexOf(spelt(one), at + 1);
        expect(next, `${one} after ${tokens[at]}`).toBeGreaterThan(at);
        at = next;
      }
    };
    inOrder(
      '名称 property',
      '青禾县§档案馆 string',
      '表 keyword',
      '公开03表 class',
      '基本支出 property',
    );
    inOrder('20126 enumMember', '100.30 number', '87.00 number');
    inOrder(
      '设 keyword',
      '档案§增幅 variable',
      '增幅 function',
      '馆藏 class',
      '档案§ string',
      '本年 property',
    );
    inOrder('核对 keyword', '馆藏 class', '档案§ string', '增减 property');
    inOrder(
      'sum/children decorator',
      '4.43% number',
      '档案§增幅 variable',
      '公开03表 class',
      '2080505 enumMember',
    );
    inOrder('120.50万元 number', '98.20万元 number', '81.49% number');
    expect(tokens.some((token) => token.startsWith('2023 number'))).toBe(false);
  });

  test('a range gives the tokens of its lines', async () => {
    const uri = open({ text: smallReport });
    const line = smallReport.split('\n').findIndex((one) => one.startsWith('| 20126'));
    const range = { start: { line, character: 0 }, end: { line, character: 5 } };
    const { data } = await client.request<SemanticTokens>(
      'textDocument/semanticTokens/range',
      uri,
      {
        range,
      },
    );
    expect(decode(smallReport, data)).toEqual([
      '20126 enumMember',
      '100.30 number',
      '87.00 number',
      '22.30 number',
    ]);
  });

  test('after an edit the difference makes the new tokens of the old', async () => {
    const { gouji } = generate(5);
    const uri = open({ text: gouji });
    const method = 'textDocument/semanticTokens/full';
    let known = await client.request<SemanticTokens>(method, uri);
    let data = known.data;
    const start = { line: 3, character: 0 };
    for (const text of ['设 甲 = 12\n', '// 备注\n', '']) {
      client.change(uri, {
        range: { start, end: { line: text === '' ? 5 : 3, character: 0 } },
        text,
      });
      const answer = await client.request<SemanticTokensDelta>(`${method}/delta`, uri, {
        previousResultId: known.resultId,
      });
      data = [...data];
      for (const edit of [...answer.edits].reverse()) {
        data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
      }
      known = { resultId: answer.resultId ?? '', data };
      const fresh = await client.request<SemanticTokens>('textDocument/semanticTokens/range', uri, {
        range: everything,
      });
      expect(data).toEqual(fresh.data);
    }
    const unknown = await client.request<SemanticTokens>(`${method}/delta`, uri, {
      previousResultId: 'nobody',
    });
    expect(unknown.data).toEqual(data);
  });

  test('in every generated report no two overlap and none leaves its line', async () => {
    for (const seed of [1, 2, 3]) {
      const { gouji } = generate(seed);
      const lines = gouji.split('\n');
      const uri = open({ text: gouji });
      const { data } = await client.request<SemanticTokens>(
        'textDocument/semanticTokens/full',
        uri,
      );
      let [line, character, end] = [0, 0, 0];
      for (let at = 0; at < data.length; at += 5) {
        const [down = 0, across = 0, length = 0] = data.slice(at, at + 3);
        if (down > 0) end = 0;
        character = down === 0 ? character + across : across;
        line += down;
        expect(character).toBeGreaterThanOrEqual(end);
        end = character + length;
        expect(length).toBeGreaterThan(0);
        expect(end).toBeLessThanOrEqual(lines[line]?.length ?? 0);
      }
    }
  });
});

describe('inlay hints', () => {
  const source = smallReport.replace(
    '| 2012601 | 行政运行 | 78.00 |',
    '| 2012601 | 行政运行 | = |',
  );
  test.each(variants(`${source}<|>`))('%s', async (_name, fixture) => {
    const { text, spelt } = fixture;
    const uri = open(fixture);
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', uri, {
      range: everything,
    });
    const lines = text.split('\n');
    const shown = hints.map(({ position: { line, character }, label }) => {
      const written = lines[line] ?? '';
      return `${written.slice(0, character)}‹${String(label)}›${written.slice(character)}`;
    });
    expect(shown).toEqual(
      [
        '| 2012601 | 行政运行 | =‹78.00› | 78.00 | |',
        '设 档案§增幅 = 增幅(馆藏[档案§].本年, 馆藏[档案§].上年)‹= 4.43%›',
        '核对 馆藏[档案§].增减‹545› = 馆藏[档案§].本年 - 馆藏[档案§].上年',
        '核对 馆藏[档案§].增减 = 馆藏[档案§].本年‹12860› - 馆藏[档案§].上年',
        '核对 馆藏[档案§].增减 = 馆藏[档案§].本年 - 馆藏[档案§].上年‹12315›',
        '核对 公开03表[合计].基本支出‹98.20万元› ≤ 公开03表[合计].本年支出合计',
        '核对 公开03表[合计].基本支出 ≤ 公开03表[合计].本年支出合计‹120.50万元›',
        '馆藏档案§较上年增加[4.43%](档案§增幅)，养老支出[‹20.20万元›](公开03表[2080505].基本支出)。',
      ].map(spelt),
    );
    const [asked] = hints;
    expect(withEdits(text, asked?.textEdits ?? [])).toBe(
      text.replace('行政运行 | = |', '行政运行 | 78.00 |'),
    );
    const line = hints[1]?.position.line ?? 0;
    const some = await client.request<InlayHint[]>('textDocument/inlayHint', uri, {
      range: { start: { line, character: 0 }, end: { line, character: 1 } },
    });
    expect(some.map(({ label }) => label)).toEqual(['= 4.43%']);
  });

  test('the sources of figures, for who wants them', async () => {
    const other = await startClient({ settings: { inlayHints: { sources: true } } });
    const [, fixture] = variants(`${smallReport}<|>`)[1] ?? [];
    other.open('untitled:sources', fixture?.text ?? '');
    const hints = await other.request<InlayHint[]>('textDocument/inlayHint', 'untitled:sources', {
      range: everything,
    });
    expect(hints.map(({ label }) => label)).toContain('‹公开03表[合计].基本支出›');
    const rate = '‹占比(公开03表[合计].基本支出, 公开03表[合计].本年支出合计)›';
    expect(hints.find(({ label }) => label === rate)?.tooltip).toBe('占比(98.20, 120.50) = 81.49%');
    await other.stop();
  });
});

describe('code lenses', () => {
  test.each(variants(`${smallReport}<|>`))('%s', async (_name, fixture) => {
    const uri = open(fixture);
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', uri);
    const lines = fixture.text.split('\n');
    const shown = lenses.map(
      ({ range, command }) => `${lines[range.start.line]}: ${command?.title}`,
    );
    // Rows: 7 of 8 add up. Parents: 5 in 3 columns, less 208 and 20805 without 项目支出, 2 of the 13 broken (201 and
    // 20126 in 基本支出). And the assertion.
    expect(shown).toContain('表 公开03表: 19 条勾稽相符 · 3 条不符');
    expect(shown).toContain('表 馆藏: 1 条勾稽相符');
    expect(shown).toContain('## 三、支出决算情况说明: 5/5 个数字已核对');
  });
});

test('links to the reports that the header names', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gouji-links-')));
  try {
    const write = (name: string, title: string, year: number, more = '') => {
      const path = join(folder, name);
      writeFileSync(path, `名称：${title}\n年度：${year}\n${more}`);
      return uriOf(path);
    };
    const last = write('2022.gouji', '甲局', 2022);
    const second = write('乙站.gouji', '乙站', 2023);
    const source = `上年：2022.gouji\n下级：\n- 没有.gouji\n- 乙站\n- 乙站\n- ./2022.gouji\n`;
    const text = `名称：甲局\n年度：2023\n${source}`;
    const uri = write('2023.gouji', '甲局', 2023, source);
    const other = await startClient({ folders: [folder] });
    other.open(uri, text);
    const links = await other.request<DocumentLink[]>('textDocument/documentLink', uri);
    expect(links.map(({ range, target }) => [textIn(text, range), target])).toEqual([
      ['2022.gouji', last],
      ['乙站', second],
      ['乙站', second],
    ]);
    await other.stop();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a text that is not open has none of them', async () => {
  const ask = (method: string, more: object = {}) =>
    client.request(`textDocument/${method}`, 'untitled:nowhere', more);
  expect(await ask('selectionRange', { positions: [] })).toEqual([]);
  expect(await ask('semanticTokens/full')).toEqual({ data: [] });
  expect(await ask('inlayHint', { range: everything })).toEqual([]);
  expect(await ask('codeLens')).toEqual([]);
  expect(await ask('documentLink')).toEqual([]);
});

test("hints and lenses are drawn anew when last year's report changes", async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gouji-redraw-')));
  try {
    const text = (year: number, more = '') =>
      `名称：甲局\n年度：${year}\n\n表 馆藏\n| 项目 | 本年 |\n|---|---|\n| 档案 | 12 |\n${more}`;
    const uris = [2022, 2023].map((year) => {
      const path = join(folder, `${year}.gouji`);
      writeFileSync(path, text(year));
      return uriOf(path);
    });
    const [before = '', now = ''] = uris;
    const other = await startClient({ folders: [folder] });
    await other.check(now, text(2023, '设 去年 = 上年.馆藏[档案].本年\n'));
    await other.check(before, text(2022));
    other.redrawn.length = 0;
    other.change(before, {
      range: { start: { line: 6, character: 7 }, end: { line: 6, character: 9 } },
      text: '34',
    });
    await other.diagnostics(before, 2);
    const hints = await other.request<InlayHint[]>('textDocument/inlayHint', now, {
      range: everything,
    });
    expect(hints.map(({ label }) => label)).toEqual(['= 34']);
    expect([...new Set(other.redrawn)].sort()).toEqual(['codeLens', 'inlayHint']);
    await other.stop();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
