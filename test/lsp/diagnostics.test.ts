import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../generate/generate.ts';
import { Random } from '../generate/random.ts';
import { type Client, offsetAt, startClient } from './client.ts';
import { expectedDiagnostics, lineTable, shown } from './expected.ts';

/** A report with a finding in the second row and, for those that the ends of lines matter to, hard characters. */
const faulty = `名称：青禾县𠀀档案馆
年度：2023
金额单位：万元

表 公开05表
| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
|---|---|---:|---:|---:|
| | 合计𠀀 | 12..50 | 12.50 | |
| 201 | 一般公共服务支出 | 12.50 | 12.50 | |
`;

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

let count = 0;
const untitled = (): string => `untitled:Untitled-${++count}`;

describe('after opening', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['a faulty table', faulty],
    ['CRLF', faulty.replaceAll('\n', '\r\n')],
    ['lone CR', faulty.replaceAll('\n', '\r')],
    ['U+2028 in a cell', faulty.replace('合计', '合\u2028计')],
    ['a byte-order mark', `\ufeff${faulty}`],
    ['nothing at all', ''],
    ['prose alone', '没有表格。'],
  ];
  test.each(texts)('%s: the diagnostics are the findings', async (_, text) => {
    const found = await client.check(untitled(), text);
    expect(shown(found)).toEqual(expectedDiagnostics({ text }));
  });

  test('the faulty table has a finding, so that the others compare something', () => {
    expect(expectedDiagnostics({ text: faulty }).map(({ code }) => code)).toContain(
      'cell/malformed-number',
    );
  });

  test('a diagnostic says what it is and where to read more', async () => {
    const found = await client.check(untitled(), faulty);
    const one = found.find(({ code }) => code === 'cell/malformed-number');
    expect(one).toMatchObject({
      source: 'gouji',
      severity: 1,
      codeDescription: { href: 'gouji-rule:/cell/malformed-number.md' },
      range: { start: { line: 7, character: 11 }, end: { line: 7, character: 17 } },
    });
    const page = await client.connection.sendRequest<{ text: string }>(
      'workspace/textDocumentContent',
      { uri: one?.codeDescription?.href },
    );
    expect(page.text).toContain('cell/malformed-number');
    expect(page.text).toContain('## 有问题的写法');
  });

  test('the version that was opened is carried, whatever its number', async () => {
    const uri = untitled();
    client.open(uri, faulty, 41);
    expect(await client.diagnostics(uri, 41)).not.toEqual([]);
  });
});

describe('edits', () => {
  test('two in one change, the second counted in what the first left', async () => {
    const uri = untitled();
    await client.check(uri, '名称：甲\r\n');
    const version = client.change(
      uri,
      { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, text: faulty },
      { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, text: '' },
    );
    expect(shown(await client.diagnostics(uri, version))).toEqual(
      expectedDiagnostics({ text: faulty }),
    );
  });

  test('the two characters of a line end come together and part', async () => {
    const uri = untitled();
    const text = faulty.replace('\n', '\r\n');
    const end = text.indexOf('\r');
    await client.check(uri, text);
    // A character between them makes two line ends of one …
    const line = { line: 0, character: end };
    let version = client.change(uri, {
      range: { start: line, end: { line: 1, character: 0 } },
      text: '\r甲\n',
    });
    const parted = text.replace('\r\n', '\r甲\n');
    expect(shown(await client.diagnostics(uri, version))).toEqual(
      expectedDiagnostics({ text: parted }),
    );
    // … and when it goes, one of two.
    version = client.change(uri, {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } },
      text: '',
    });
    expect(shown(await client.diagnostics(uri, version))).toEqual(expectedDiagnostics({ text }));
  });

  test('a change without a range is the whole text', async () => {
    const uri = untitled();
    await client.check(uri, '没有表格。');
    const version = client.change(uri, { text: faulty });
    expect(shown(await client.diagnostics(uri, version))).toEqual(
      expectedDiagnostics({ text: faulty }),
    );
  });

  test('after each of 200 at random, the diagnostics are those of a fresh analysis', async () => {
    const random = new Random(20_230_501);
    const uri = untitled();
    let text = generate(7).gouji;
    await client.check(uri, text);
    let found = 0;
    for (let step = 0; step < 200; step++) {
      const edits = Array.from({ length: random.chance(0.15) ? 2 : 1 }, () => {
        const { change, after } = randomEdit(text, random);
        text = after;
        return change;
      });
      const version = client.change(uri, ...edits);
      const diagnostics = await client.diagnostics(uri, version);
      found += diagnostics.length;
      expect(shown(diagnostics), `after edit ${step}`).toEqual(expectedDiagnostics({ text }));
    }
    expect(found).toBeGreaterThan(200);
  });

  test('a burst is checked once, for its last version', async () => {
    const uri = untitled();
    await client.check(uri, faulty);
    const before = client.published.length;
    const start = { line: 0, character: 3 };
    const edits = Array.from({ length: 20 }, (_, step) => ({
      textDocument: { uri, version: step + 2 },
      contentChanges: [{ range: { start, end: start }, text: '𠀀' }],
    }));
    client.sendAtOnce('textDocument/didChange', edits);
    const text = faulty.replace('：', `：${'𠀀'.repeat(20)}`);
    expect(shown(await client.diagnostics(uri, 21))).toEqual(expectedDiagnostics({ text }));
    expect(client.published.slice(before).map(({ version }) => version)).toEqual([21]);
  });

  test('nothing is ever published for a version older than one the server had', async () => {
    const uri = untitled();
    client.open(uri, generate(3).gouji);
    const random = new Random(5);
    let text = generate(3).gouji;
    let version = 1;
    for (let step = 0; step < 60; step++) {
      const { change, after } = randomEdit(text, random);
      text = after;
      version = client.change(uri, change);
      if (random.chance(0.2))
        await new Promise((resolve) => setTimeout(resolve, random.integer(0, 6)));
    }
    expect(shown(await client.diagnostics(uri, version))).toEqual(expectedDiagnostics({ text }));
    await client.settled(uri);
    const versions = client.published
      .filter((one) => one.uri === uri)
      .map((one) => one.version ?? 0);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(versions.at(-1)).toBe(version);
  });
});

describe('closing', () => {
  test('clears the diagnostics, and a check that was under way publishes nothing', async () => {
    const uri = untitled();
    await client.check(uri, faulty);
    client.change(uri, { text: `${faulty}\n` });
    client.close(uri);
    await client.settled(uri);
    const published = client.published.filter((one) => one.uri === uri);
    expect(published.at(-1)?.diagnostics).toEqual([]);
    expect(published.at(-1)?.version).toBeUndefined();
  });

  test('a text that is opened again is checked anew, though its version starts over', async () => {
    const uri = untitled();
    await client.check(uri, faulty);
    client.close(uri);
    await client.settled(uri);
    const before = client.published.length;
    client.open(uri, '没有表格。');
    await client.settled(uri);
    const found = client.published.slice(before).find((one) => one.version === 1)?.diagnostics;
    expect(found && shown(found)).toEqual(expectedDiagnostics({ text: '没有表格。' }));
  });
});

test('the examples of the project show what the command line shows', async () => {
  const folder = join(import.meta.dirname, '../../examples');
  const text = readFileSync(join(folder, 'clean.gouji'), 'utf8');
  const found = await client.check(untitled(), text);
  expect(found.filter(({ severity }) => severity === 1)).toEqual([]);
});

const fragments = [
  '1',
  '0.01',
  '.',
  '|',
  ' ',
  '\n',
  '\r',
  '\r\n',
  '\u2028',
  '𠀀',
  '甲',
  '：',
  '[',
  '](无)',
  '表 公开03表\n',
  '# 第一部分\n',
  '| 201 | 一般公共服务支出 | 1.00 |\n',
  '// 免核下一行 cell/malformed-number：试\n',
  '核对 1 = 2\n',
  '年度：2022\n',
];

interface RandomEdit {
  readonly change: { range: { start: Place; end: Place }; text: string };
  readonly after: string;
}

interface Place {
  line: number;
  character: number;
}

/** One edit at random places, and the text after it by the protocol's own rules. */
function randomEdit(text: string, random: Random): RandomEdit {
  const at = lineTable(text);
  const position = (offset: number): Place => {
    const [line = 0, character = 0] = at(offset).split(':').map(Number);
    return { line, character };
  };
  const from = random.integer(0, text.length);
  const length = random.chance(0.5) ? 0 : random.integer(0, random.chance(0.1) ? 200 : 6);
  const range = { start: position(from), end: position(Math.min(from + length, text.length)) };
  const inserted = random.chance(0.25) ? '' : random.pick(fragments);
  const [start, end] = [offsetAt(text, range.start), offsetAt(text, range.end)];
  const after = text.slice(0, start) + inserted + text.slice(Math.max(start, end));
  return { change: { range, text: inserted }, after };
}
