/** What may be done beside the one fix of a finding: all of its rule, a directive with a reason, a binding, a waiver. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { analyse } from '../../server/analysis.ts';
import { type Client, editsOf, offsetAt, pushing, startClient, withEdits } from './client.ts';
import { type Fixture, variants } from './markers.ts';
import { smallReport, withCursor } from './small-report.ts';

let client: Client;
let able: Client;
beforeAll(async () => {
  const { textDocument, workspace } = pushing;
  const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
  [client, able] = await Promise.all([
    startClient(),
    startClient({
      locale: 'en',
      capabilities: {
        ...pushing,
        textDocument: { ...textDocument, codeAction },
        workspace: {
          ...workspace,
          workspaceEdit: { documentChanges: true, snippetEditSupport: true },
        },
      },
    }),
  ]);
});
afterAll(() => Promise.all([client.stop(), able.stop()]));

let count = 0;
async function actionsAt({ text, range }: Fixture, only?: string, editor = client) {
  const uri = `untitled:More-${++count}`;
  await editor.check(uri, text);
  const context = { diagnostics: [], ...(only !== undefined && { only: [only] }) };
  return { uri, actions: await editor.codeActions(uri, range, context) };
}

/** The text after the one action of this title. */
function textAfter(
  { text }: Fixture,
  uri: string,
  actions: readonly CodeAction[],
  title: RegExp,
): string {
  const fitting = actions.filter((one) => title.test(one.title));
  expect(fitting.map((one) => one.title)).toHaveLength(1);
  return withEdits(text, editsOf(fitting[0] as CodeAction, uri));
}

/** A repaired cell may keep its width. */
const squeezed = (text: string): string => text.replace(/ +\|/g, ' |');

const rulesOf = (text: string) => analyse({ text }).findings.map(({ rule }) => rule);

const malformed = `名称：青禾县§档案馆
年度：2023
金额单位：万元

表 公开05表
| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
|---|---|---:|---:|---:|
| | 合计§ | 99.4. | 12.50 | 86.90 |
| 201 | 一般公共服务支出§ | 99.40 | <|>12..50 | 86.90 |
// 免核下一行 sum/children：§没有
`;

describe.each(variants(malformed))('all of one rule (%s)', (_, fixture) => {
  test('only what is certain, and nothing of other rules', async () => {
    const { uri, actions } = await actionsAt(fixture, 'quickfix');
    const fixed = textAfter(fixture, uri, actions, /所有「数字书写错误」/);
    expect(squeezed(fixed)).toBe(
      fixture.text.replace('12..50', '12.50').replace('99.4. ', '99.4 '),
    );
    expect(actions.map(({ isPreferred = false }) => isPreferred)).toEqual([true, false, false]);
  });

  test('a client that asks for the edit later gets it then', async () => {
    const { uri, actions } = await actionsAt(fixture, undefined, able);
    const lazy = actions.filter(({ edit }) => edit === undefined);
    expect(lazy.map(({ title, kind }) => `${kind} ${title}`)).toEqual([
      'quickfix Fix every "Malformed number" in this file',
      'source.fixAll.gouji Fix everything certain in this file',
    ]);
    // The same text is checked anew: what was offered still holds.
    await able.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const resolved: CodeAction[] = [];
    for (const action of lazy) {
      resolved.push(await able.connection.sendRequest('codeAction/resolve', action));
    }
    const rule = fixture.text.replace('12..50', '12.50').replace('99.4. ', '99.4 ');
    expect(resolved.map((one) => squeezed(withEdits(fixture.text, editsOf(one, uri))))).toEqual([
      rule,
      rule.replace(/\/\/ 免核下一行 sum.*\n/, ''),
    ]);
    able.change(uri, { text: `${fixture.text}改` });
    const stale = able.connection.sendRequest('codeAction/resolve', lazy[0]).then(
      () => 0,
      ({ code }: { code: number }) => code,
    );
    expect(await stale).toBe(-32801);
  });
});

describe.each(variants(malformed))('a directive with its reason (%s)', (_, fixture) => {
  test('stands above a row, and asks for the reason', async () => {
    const { uri, actions } = await actionsAt(fixture, 'quickfix');
    const text = textAfter(fixture, uri, actions, /^免核这一行/);
    expect(text).toBe(
      fixture.text.replace('| 201', '// 免核下一行 cell/malformed-number：\n| 201'),
    );
    expect(rulesOf(text)).toContain('directive/reason');
    expect(rulesOf(text.replace('number：', 'number：财政已批复'))).not.toContain(
      'directive/reason',
    );
  });

  test('the cursor is put where the reason goes', async () => {
    const { actions } = await actionsAt(fixture, 'quickfix', able);
    const silence = actions.find(({ title }) => title.startsWith('Silence'));
    expect(silence?.edit?.documentChanges).toMatchObject([
      {
        edits: [
          {
            snippet: {
              kind: 'snippet',
              value: '// gouji-disable-next-line cell/malformed-number -- $0\n',
            },
          },
        ],
      },
    ]);
  });
});

describe.each(
  variants(
    withCursor('占', '81.49%').replace('<|>81.49%', '<|>81.94%').replace('其中：', '§其中：'),
  ),
)('a sentence (%s)', (_, original) => {
  // The cursor stands before the figure; the replaced text has it at the same place.
  test('is silenced at the end of its line, where it stays in its paragraph', async () => {
    const at = offsetAt(original.text, original.position);
    expect(original.text.slice(at, at + 6)).toBe('81.94%');
    const { uri, actions } = await actionsAt(original, 'quickfix');
    const text = textAfter(original, uri, actions, /^免核这一行/);
    expect(text).toContain('占18.51%。 // 免核本行 narrative/share：\n');
    const before = rulesOf(original.text);
    expect(rulesOf(text).filter((rule) => rule !== 'directive/reason')).toEqual(
      before.filter((rule) => rule !== 'narrative/share'),
    );
  });
});

describe.each(variants(withCursor('基本支出', '98.20万元').replace('其中：', '§其中：')))(
  'a figure of a sentence (%s)',
  (_, fixture) => {
    test('is bound to what it was read as, or waived', async () => {
      const { uri, actions } = await actionsAt(fixture, 'refactor');
      expect(actions.map(({ kind }) => kind)).toEqual(['refactor.rewrite', 'refactor.rewrite']);
      const bound = textAfter(fixture, uri, actions, /^绑定到/);
      expect(bound).toContain('基本支出[98.20](公开03表[合计].基本支出)万元');
      expect(analyse({ text: bound }).bindings.map(({ verdict }) => verdict)).toContain('holds');
      const waived = textAfter(fixture, uri, actions, /^免核「98.20万元」/);
      expect(waived).toContain('基本支出[98.20](无)万元');
      expect(analyse({ text: waived }).ledger.prose.map(({ verdict }) => verdict)).toContain(
        'waived',
      );
    });
  },
);

test('a figure that nothing explains is bound by hand, by a client that places the cursor', async () => {
  for (const [, fixture] of variants(`${smallReport}\n§接待来访<|>318人次。\n`)) {
    const titles = (actions: readonly { title: string }[]) => actions.map(({ title }) => title);
    expect(titles((await actionsAt(fixture, 'refactor')).actions)).toEqual([
      '免核「318人次」：声明它不需要核对',
    ]);
    const { actions } = await actionsAt(fixture, 'refactor', able);
    expect(actions.length).toBe(2);
    const at = { ...fixture.position, character: fixture.position.character + 3 };
    expect(actions[0]?.edit?.documentChanges).toMatchObject([
      {
        edits: [
          {
            range: { start: fixture.position, end: at },
            snippet: { kind: 'snippet', value: '[318]($0)' },
          },
        ],
      },
    ]);
  }
});

test.each([
  ['a bound figure', withCursor('增加[', '4.43%')],
  ['a cell', withCursor('| 合计 | 120.50 | ', '98.20')],
  ['a heading', withCursor('## ', '三、支出')],
])('%s is neither bound nor waived', async (_, source) => {
  for (const [, fixture] of variants(source)) {
    expect((await actionsAt(fixture, 'refactor')).actions).toEqual([]);
  }
});

test('fixing everything never waives, never silences', async () => {
  const text = smallReport.replaceAll('§', '𠀀').replace('占81.49%', '占18.49%');
  const uri = 'untitled:All';
  await client.check(uri, text);
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const actions = await client.codeActions(uri, whole, {
    diagnostics: [],
    only: ['source.fixAll'],
  });
  const fixed = actions[0] ? withEdits(text, editsOf(actions[0], uri)) : text;
  const marks = (one: string) => one.match(/免核|\(无\)|gouji-/g)?.length ?? 0;
  expect(marks(fixed)).toBeLessThanOrEqual(marks(text));
});
