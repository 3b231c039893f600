/** Tables pasted from a spreadsheet, through the request of clients that paste and the command of all others. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplyWorkspaceEditParams, TextEdit } from 'vscode-languageserver';
import type { Pasted, PasteParams } from '../../server/lsp/protocol.ts';
import { type Client, startClient, withEdits } from './client.ts';
import { type Fixture, variants } from './markers.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

let count = 0;
async function pasted({ text, range }: Fixture, more: Partial<PasteParams>) {
  const uri = `untitled:Paste-${++count}`;
  client.open(uri, text);
  const params: PasteParams = { textDocument: { uri }, range, ...more };
  const result = await client.connection.sendRequest<Pasted | null>('gouji/paste', params);
  if (result === null) return { uri, params, result, after: undefined };
  const edits: TextEdit[] = [...result.edits, { range, newText: result.text }];
  return { uri, params, result, after: withEdits(text, edits) };
}

const table = `名称：青禾县§档案馆
年度：2023
金额单位：万元

表 公开05表
| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
|----------|----------|-----:|---------:|---------:|
|          | 合计§    |  1.00 |     1.00 |          |
<|>`;

const copied =
  '科目编码\t科目名称\t小计\t基本支出\t项目支出\r\n201\t一般公共服务支出\t1,497.21\t1,400.00\t97.21\r\n20126\t档案|事务\t"5\r\n6"\t\t\r\n';

const expected = (fixture: Fixture): string =>
  fixture.spelt(`名称：青禾县§档案馆
年度：2023
金额单位：万元

表 公开05表
| 科目编码 | 科目名称         |     小计 | 基本支出 | 项目支出 |
|----------|------------------|---------:|---------:|---------:|
|          | 合计§           |     1.00 |     1.00 |          |
| 201      | 一般公共服务支出 | 1,497.21 | 1,400.00 |    97.21 |
| 20126    | 档案\\|事务       |   5<br>6 |          |          |`);

/** Blanks aside, which depend on how wide a character is shown. */
const squeezed = (text: string | undefined): string | undefined => text?.replace(/[ -]+/g, ' ');

describe.each(variants(table))('rows below a table (%s)', (name, fixture) => {
  test('continue it, in line, without its head', async () => {
    const { after } = await pasted(fixture, { text: copied });
    const wanted = expected({ ...fixture });
    const body = after?.slice(after.indexOf('名称'));
    if (name === 'plain')
      expect(body).toBe(wanted.replace('合计           |', '合计             |'));
    else expect(squeezed(body)).toBe(squeezed(wanted));
    const bars = (after ?? '').split('\n').filter((line) => line.startsWith('|'));
    expect(bars).toHaveLength(5);
  });

  test('a command does the same for any client', async () => {
    const { uri, params, after } = await pasted(fixture, { text: copied });
    let applied = '';
    const listening = client.connection.onRequest(
      'workspace/applyEdit',
      ({ edit }: ApplyWorkspaceEditParams) => {
        for (const change of edit.documentChanges ?? []) {
          if ('edits' in change && change.textDocument.uri === uri) {
            applied = withEdits(fixture.text, change.edits as TextEdit[]);
          }
        }
        return { applied: true };
      },
    );
    const answer = await client.connection.sendRequest('workspace/executeCommand', {
      command: 'gouji.pasteTable',
      arguments: [params],
    });
    listening.dispose();
    expect(answer).toBe(true);
    expect(applied).toBe(after);
  });
});

describe.each(variants(table.replace('<|>', '').replace('| 合计§    |', '| 合计§    |<|> ')))(
  'within a row (%s)',
  (_, fixture) => {
    test('one row of cells goes between the bars', async () => {
      const { result, after } = await pasted(fixture, { text: '2.00\t3.00' });
      expect(result?.text).toBe('2.00 | 3.00');
      expect(after).toContain('|2.00 | 3.00 ');
    });

    test('several rows begin a line of their own', async () => {
      const { after } = await pasted(fixture, { text: '201\t甲\t1\n208\t乙\t2' });
      const rows = after?.split('\n').slice(-4, -1).map(squeezed);
      expect(rows).toEqual([
        fixture.spelt('| | 合计§ | 1.00 | 1.00 | |'),
        '| 201 | 甲 | 1 |',
        '| 208 | 乙 | 2 |',
      ]);
    });
  },
);

describe.each(variants('名称：青禾县§\n\n§<|>\n后文。\n'))(
  'in a text without tables (%s)',
  (name, fixture) => {
    test('a table begins, with a place for its name', async () => {
      const { after } = await pasted(fixture, { text: '项目\t本年\n档案$\t12860' });
      const begun = name === 'plain' ? '' : '𠮷档𠀀\n';
      expect(after).toContain(
        `${begun}表 新表\n| 项目   |  本年 |\n| 档案$ | 12860 |\n后文。`.replace(
          '| 项目   |  本年 |',
          after?.split('\n').find((line) => line.includes('项目')) ?? '?',
        ),
      );
      const snippet = await pasted(fixture, { text: '项目\t本年\n档案$\t12860', snippet: true });
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a place of a snippet
      expect(snippet.result?.text).toContain('表 ${1:新表}\n');
      expect(snippet.result?.text).toContain('档案\\$');
    });

    test('what is no table is left to the editor', async () => {
      expect((await pasted(fixture, { text: '一句话。' })).result).toBeNull();
      expect(
        (await pasted(fixture, { html: '<b>一句话。</b>', text: '一句话。' })).result,
      ).toBeNull();
    });
  },
);

test.each(variants('§一句<|>话。\n'))(
  'cells within a sentence are its text (%s)',
  async (_, fixture) => {
    expect((await pasted(fixture, { text: '1\t2' })).result).toBeNull();
  },
);

test.each(variants('表 甲§\n| 项目 | 本年 |\n| <|>'))(
  'a row that was begun is gone on with (%s)',
  async (_, fixture) => {
    const { after } = await pasted(fixture, { text: '档案\t1\n数字化\t2' });
    const rows = after
      ?.split('\n')
      .filter((line) => line.startsWith('|'))
      .map(squeezed);
    expect(rows).toEqual(['| 项目 | 本年 |', '| 档案 | 1 |', '| 数字化 | 2 |']);
  },
);

test.each(variants('表 甲§\n项目\t本年\n<|>'))(
  'a table that is written with TABs takes the text as it is (%s)',
  async (_, fixture) => {
    expect((await pasted(fixture, { text: '档案\t1' })).result).toBeNull();
  },
);

test.each(variants('表 公开03表§\r\n<|>\r\n## §后\r\n'))(
  'line endings are those of the text (%s)',
  async (_, fixture) => {
    const { result } = await pasted(fixture, {
      html: '<table><tr><td>科目编码</td><td>科目名称</td></tr><tr><td>201</td><td>甲</td></tr></table>',
    });
    expect(result?.text).toMatch(/^\| 科目编码 \| 科目名称 \|\r\n\| 201 +\| 甲 +\|$/);
  },
);

test('the rows below come in line too', async () => {
  for (const [, fixture] of variants('表 甲§\n| 项目 | 本年 |\n<|>| 乙 | 1 |\n| 丙§ | 22 |\n')) {
    const { after } = await pasted(fixture, { text: '一个很长的项目名称\t1,234,567.89' });
    const bars = after?.split('\n').filter((line) => line.startsWith('|')) ?? [];
    expect(bars.map(squeezed)).toEqual(
      [
        '| 项目 | 本年 |',
        '| 一个很长的项目名称 | 1,234,567.89 |',
        '| 乙 | 1 |',
        '| 丙§ | 22 |',
      ].map((row) => fixture.spelt(row)),
    );
    expect(bars[2]).toMatch(/^\| 乙 {10,}\| {10,}1 \|$/);
  }
});

test('a selection is replaced', async () => {
  for (const [, fixture] of variants('表 甲§\n| 项目 | 本年 |\n<|| 旧§ | 0 |\n|>')) {
    const { after } = await pasted(fixture, { text: '新\t1' });
    expect(after).toContain('| 新');
    expect(after).not.toContain('旧');
  }
});
