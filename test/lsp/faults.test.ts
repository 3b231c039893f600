/** The server in this process, so that parts of it can be made to fail. */
import { expect, test } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import { createNodeHost } from '../../server/lsp/node-host.ts';
import { startClientHere } from './client-here.ts';
import { expectedDiagnostics, shown } from './expected.ts';

const text = '年度：2023\n表 公开05表\n| 科目编码 | 小计 |\n|---|---|\n| | 99.4. |\n';

test('an analysis that breaks down is told as such, and the next one works', async () => {
  const client = await startClientHere(
    {},
    {
      analyse: (input) => {
        if (input.text.includes('故障')) throw new RangeError('试验用的故障\n第二行');
        return analyse(input);
      },
    },
  );
  const found = await client.check('untitled:a', `${text}故障`);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    severity: 1,
    source: 'gouji',
    code: 'internal/analysis-failed',
  });
  expect(found[0]?.message).toContain('RangeError: 试验用的故障）');
  const version = client.change('untitled:a', { text });
  expect(shown(await client.diagnostics('untitled:a', version))).toEqual(
    expectedDiagnostics({ text }),
  );
});

test('a rule that breaks down is named, and all others speak', async () => {
  const client = await startClientHere(
    {},
    {
      analyse: (input) => {
        const analysis = analyse(input);
        const broken = {
          ...analysis.subjects,
          get functional(): never {
            throw new TypeError('试验用的故障');
          },
        };
        return analyse({ ...input, subjects: broken });
      },
    },
  );
  const whole = `${text.replace('| | 99.4. |', '| 201 | 99.4. |')}`;
  const found = await client.check('untitled:a', whole);
  const failed = found.filter(({ code }) => code === 'internal/rule-failed');
  expect(failed.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^规则 subject\/\* 检查本报告时出错（试验用的故障）/),
  ]);
  const others = ({ code }: { code?: string | number | undefined }) =>
    !/^(?:internal|subject)\//.test(String(code));
  expect(shown(found.filter(others))).toEqual(expectedDiagnostics({ text: whole }).filter(others));
  expect(found.some(others)).toBe(true);
  // What else is asked of the text is answered all the same.
  const symbols = await client.request<unknown[]>('textDocument/documentSymbol', 'untitled:a');
  expect(symbols.length).toBeGreaterThan(0);
});

test('a stage that breaks down takes only the rules that need it with it', async () => {
  const client = await startClientHere(
    {},
    {
      analyse: (input) => {
        const analysis = analyse(input);
        return new Proxy(analysis, {
          get(target, name) {
            if (name === 'outcomes') throw new Error('试验用的故障');
            const value: unknown = Reflect.get(target, name, target);
            return value;
          },
        });
      },
    },
  );
  // The findings come from the unharmed analysis; what matters is that the look ahead at a stage costs nothing.
  expect(shown(await client.check('untitled:a', text))).toEqual(expectedDiagnostics({ text }));
});

test('an edit between two stages of a slow analysis ends it', async () => {
  let finished = 0;
  let time = 0;
  // By this clock each stage takes its time.
  const host = { ...createNodeHost(), now: () => (time += 100) };
  const client = await startClientHere(
    {},
    {
      analyse: (input) => {
        const analysis = analyse(input);
        return new Proxy(analysis, {
          get(target, name) {
            if (name === 'tree' && input.text === text) client.change('untitled:a', { text: '' });
            if (name === 'findings') finished++;
            const value: unknown = Reflect.get(target, name, target);
            return value;
          },
        });
      },
    },
    host,
  );
  client.open('untitled:a', text);
  expect(shown(await client.diagnostics('untitled:a', 2))).toEqual(
    expectedDiagnostics({ text: '' }),
  );
  expect(client.published.map(({ version }) => version)).toEqual([2]);
  expect(finished).toBe(1);
});
