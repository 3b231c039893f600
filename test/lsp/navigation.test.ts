import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  DocumentHighlight,
  Location,
  LocationLink,
  PrepareRenameResult,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { type Client, startClient, uriOf, withEdits } from './client.ts';
import { type Fixture, marked, textIn, variants } from './markers.ts';
import { withCursor } from './small-report.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

let count = 0;
function open({ text }: Fixture): string {
  const uri = `untitled:Navigation-${++count}`;
  client.open(uri, text);
  return uri;
}

describe.each([
  [
    'a cell of a reference',
    withCursor('= 馆藏[档案§].', '本年 -'),
    ['| 档案§ | «12860» | 12315 | 545 |'],
  ],
  [
    'a cell by code',
    withCursor('](公开03表[2080', '505]'),
    ['| 2080505 | 机关事业单位基本养老保险缴费支出 | 20.20 | «20.20» | |'],
  ],
  ['the table of a reference', withCursor('= 馆', '藏[档案§].本年 -'), ['表 «馆藏»']],
  [
    'a name',
    withCursor('4.43%](档', '案§增幅'),
    ['设 «档案§增幅» = 增幅(馆藏[档案§].本年, 馆藏[档案§].上年)'],
  ],
  [
    'a figure of a sentence',
    withCursor('基本支出9', '8.20'),
    ['| | 合计 | 120.50 | «98.20» | 22.30 |'],
  ],
])('the definition of %s', (_, source, lines) => {
  test.each(variants(source))('%s', async (_name, fixture) => {
    const uri = open(fixture);
    const links = await client.request<LocationLink[]>('textDocument/definition', uri, {
      position: fixture.position,
    });
    expect(links.every(({ targetUri }) => targetUri === uri)).toBe(true);
    const ranges = links.map(({ targetSelectionRange }) => targetSelectionRange);
    expect(marked(fixture.text, ranges)).toEqual(lines.map((line) => fixture.spelt(line)));
  });
});

describe.each([
  [
    'a cell: its uses and the cells of its identities',
    withCursor('档案§ | ', '12860'),
    [
      '| 档案§ | «12860» | «12315» | «545» |',
      '设 档案§增幅 = 增幅(«馆藏[档案§].本年», 馆藏[档案§].上年)',
      '核对 馆藏[档案§].增减 = «馆藏[档案§].本年» - 馆藏[档案§].上年',
    ],
  ],
  [
    'a cell that sentences speak of',
    withCursor('合计 | 120.50 | 98.20 | ', '22.30'),
    [
      '| | 合计 | «120.50» | «98.20» | «22.30» |',
      '| 201 | 一般公共服务支出 | 100.30 | 78.00 | «22.30» |',
      '2023年度支出合计120.50万元，其中：基本支出98.20万元，占81.49%；项目支出«22.30万元»，占18.51%。',
    ],
  ],
  [
    'a name',
    withCursor('设 档', '案§增幅'),
    [
      '设 «档案§增幅» = 增幅(馆藏[档案§].本年, 馆藏[档案§].上年)',
      '馆藏档案§较上年增加[4.43%](«档案§增幅»)，养老支出[](公开03表[2080505].基本支出)。',
    ],
  ],
  [
    'a code',
    withCursor('| 20', '80505'),
    [
      '| «2080505» | 机关事业单位基本养老保险缴费支出 | 20.20 | 20.20 | |',
      '馆藏档案§较上年增加[4.43%](档案§增幅)，养老支出[](公开03表«[2080505]».基本支出)。',
    ],
  ],
  [
    'a table',
    withCursor('表 馆', '藏\n'),
    [
      '表 «馆藏»',
      '设 档案§增幅 = 增幅(«馆藏»[档案§].本年, «馆藏»[档案§].上年)',
      '核对 «馆藏»[档案§].增减 = «馆藏»[档案§].本年 - «馆藏»[档案§].上年',
    ],
  ],
])('references to %s', (_, source, lines) => {
  test.each(variants(source))('%s', async (_name, fixture) => {
    const uri = open(fixture);
    const ask = (includeDeclaration: boolean) =>
      client.request<Location[]>('textDocument/references', uri, {
        position: fixture.position,
        context: { includeDeclaration },
      });
    const found = await ask(true);
    expect(
      marked(
        fixture.text,
        found.map(({ range }) => range),
      ),
    ).toEqual(lines.map((line) => fixture.spelt(line)));
    expect((await ask(false)).length).toBe(found.length - 1);
    const shown = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', uri, {
      position: fixture.position,
    });
    const texts = (ranges: readonly Range[]) => marked(fixture.text, ranges);
    expect(texts(shown.map(({ range }) => range))).toEqual(texts(found.map(({ range }) => range)));
    expect(shown.filter(({ kind }) => kind === 3).length).toBe(1);
  });
});

test("what stands in last year's report is found there", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-navigation-'));
  const [before, now] = [join(folder, '2022.gouji'), join(folder, '2023.gouji')];
  const text = (year: number, more: string) =>
    `名称：青禾县档案馆\n年度：${year}\n\n表 馆藏\n| 项目 | 本年 |\n|---|---|\n| 档案 | ${year} |\n${more}`;
  try {
    writeFileSync(before, text(2022, ''));
    writeFileSync(now, text(2023, ''));
    const uri = uriOf(now);
    const [, fixture] =
      variants(text(2023, '核对 馆藏[档案].本年 ≥ 上年.馆藏[档案].<|>本年\n'))[0] ?? [];
    client.open(uri, fixture?.text ?? '');
    const other = await startClient({ folders: [folder] });
    other.open(uri, fixture?.text ?? '');
    const [link] = await other.request<LocationLink[]>('textDocument/definition', uri, {
      position: fixture?.position,
    });
    expect(link?.targetUri).toBe(uriOf(before));
    expect(link && textIn(text(2022, ''), link.targetSelectionRange)).toBe('2022');
    await other.stop();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the definition of a rule is its page', async () => {
  const [, fixture] = variants(withCursor('下一行 sum', '/children'))[0] ?? [];
  const uri = open(fixture as Fixture);
  const [link] = await client.request<LocationLink[]>('textDocument/definition', uri, {
    position: fixture?.position,
  });
  expect(link?.targetUri).toBe('gouji-rule:/sum/children.md');
});

describe.each([
  ['a definition', withCursor('设 档', '案§增幅'), '档案§增幅', '增长§率'],
  ['a use of it', withCursor('4.43%](档', '案§增幅'), '档案§增幅', '增长§率'],
  ['a table', withCursor('表 馆', '藏\n'), '馆藏', '馆藏§情况'],
  ['a table in a reference', withCursor('= 馆', '藏[档案§].本年 -'), '馆藏', '馆藏§情况'],
])('renaming %s', (_, source, before, after) => {
  test.each(variants(source))('%s', async (_name, fixture) => {
    const uri = open(fixture);
    const { position, text, spelt } = fixture;
    const ready = await client.request<PrepareRenameResult>('textDocument/prepareRename', uri, {
      position,
    });
    expect(ready).toMatchObject({ placeholder: spelt(before) });
    const newName = spelt(after);
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', uri, {
      position,
      newName,
    });
    const [change] = edit.documentChanges ?? [];
    const edits = change !== undefined && 'edits' in change ? change.edits : [];
    // The name of the table stands in 馆藏档案 too, which is no mention of it.
    const expected =
      before === '馆藏'
        ? text.replace('表 馆藏', `表 ${newName}`).replaceAll('馆藏[', `${newName}[`)
        : text.replaceAll(spelt(before), newName);
    expect(withEdits(text, edits as never)).toBe(expected);
  });
});

test.each([
  ['合计', '已经有别的含义'],
  ['公开05表', '已经有别的含义'],
  ['馆藏', '已经有别的含义'],
  ['两 个', '不能作名称'],
  ['1年', '不能作名称'],
  ['', '不能作名称'],
])('a name cannot become %j', async (newName, reason) => {
  const [, fixture] = variants(withCursor('设 档', '案§增幅'))[0] ?? [];
  const uri = open(fixture as Fixture);
  await expect(
    client.request('textDocument/rename', uri, { position: fixture?.position, newName }),
  ).rejects.toThrow(reason);
});

test('forms, figures and plain text are not renamed', async () => {
  for (const source of [
    withCursor('表 公开', '03表\n'),
    withCursor('档案事务 | 100.30 | ', '87.00'),
    withCursor('第三', '部分'),
  ]) {
    const [, fixture] = variants(source)[0] ?? [];
    const uri = open(fixture as Fixture);
    const { position } = fixture as Fixture;
    expect(await client.request('textDocument/prepareRename', uri, { position })).toBeNull();
    await expect(
      client.request('textDocument/rename', uri, { position, newName: '甲' }),
    ).rejects.toThrow('没有可以改名的东西');
  }
});
