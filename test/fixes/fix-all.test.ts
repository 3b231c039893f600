import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, type Edit, TakenEdits } from '../../server/fixes/edits.ts';
import { applyFixes, type Fixable, fixAll, MOST_PASSES } from '../../server/fixes/fix-all.ts';

interface Found extends Fixable {
  readonly rule: string;
}

/** Findings over words: each `from` is to become `to`. */
function words(
  pairs: Readonly<Record<string, string>>,
  kind: 'fix' | 'suggestion' = 'fix',
): (text: string) => Found[] {
  return (text) =>
    Object.entries(pairs)
      .flatMap(([from, to]) =>
        [...text.matchAll(new RegExp(from, 'g'))].map(({ index }) => ({ from, to, index })),
      )
      .sort((a, b) => a.index - b.index)
      .map(({ from, to, index }) => {
        const edits = [{ start: index, end: index + from.length, text: to }];
        return kind === 'fix'
          ? { rule: from, level: 'error', fix: { edits }, suggestions: [] }
          : { rule: from, level: 'error', fix: undefined, suggestions: [{ edits }, { edits: [] }] };
      });
}

describe('fixes to a fixed point', () => {
  test('one fix uncovers the next', async () => {
    const find = words({ a: 'b', b: 'c' });
    expect(await fixAll('a a', find('a a'), find)).toEqual({
      text: 'c c',
      applied: 4,
      passes: 2,
      settled: true,
    });
  });

  test('nothing to fix: nothing is analysed again', async () => {
    const analyse = (): never => {
      throw new Error('analysed');
    };
    expect(await fixAll('c', [], analyse)).toMatchObject({ text: 'c', applied: 0, settled: true });
  });

  test('of fixes that touch, the first by place is taken and the other one waits', async () => {
    const find = words({ ab: 'x', bc: 'y' });
    const { text, applied } = await fixAll('abc bc', find('abc bc'), find);
    expect([text, applied]).toEqual(['xc y', 2]);
  });

  test('fixes that undo each other end', async () => {
    const find = words({ a: 'b', b: 'a' });
    expect(await fixAll('a', find('a'), find)).toMatchObject({ text: 'b', settled: false });
    const grow = (text: string): Found[] => [
      {
        rule: 'grow',
        level: 'error',
        fix: { edits: [{ start: text.length, end: text.length, text: '+' }] },
        suggestions: [],
      },
    ];
    const grown = await fixAll('', grow(''), grow);
    expect(grown).toMatchObject({ text: '+'.repeat(MOST_PASSES), settled: false });
  });

  test('those of one rule', async () => {
    const find = words({ a: '1', b: '2' });
    const accepts = ({ rule }: Found): boolean => rule === 'b';
    expect((await fixAll('ab', find('ab'), find, { accepts })).text).toBe('a2');
  });

  test('suggestions only when asked for, the first of each, after what is certain', async () => {
    const certain = words({ a: 'b' });
    const offered = words({ b: 'c' }, 'suggestion');
    const find = (text: string): Found[] => [...certain(text), ...offered(text)];
    expect((await fixAll('a b', find('a b'), find)).text).toBe('b b');
    const fixed = await fixAll('a b', find('a b'), find, { suggestions: true });
    expect(fixed).toEqual({ text: 'c c', applied: 3, passes: 2, settled: true });
  });

  test('a suggestion that only moves the mistake is taken back', async () => {
    const find = words({ a: 'b', b: 'a' }, 'suggestion');
    expect(await fixAll('a', find('a'), find, { suggestions: true })).toEqual({
      text: 'a',
      applied: 0,
      passes: 0,
      settled: true,
    });
  });

  test('suggestions that do not help together are tried one by one', async () => {
    // Two that repair the same thing, of which one is enough.
    const find = (text: string): Found[] =>
      /^(?:a x|x a)$/.test(text)
        ? []
        : text === 'a a'
          ? words({ a: 'x' }, 'suggestion')(text)
          : words({ x: 'a' })(text);
    const fixed = await fixAll('a a', find('a a'), find, { suggestions: true });
    expect(fixed).toMatchObject({ text: 'x a', applied: 1, settled: true });
  });

  test('a fix whose own edits overlap is not applied', () => {
    const edits = [
      { start: 0, end: 2, text: 'x' },
      { start: 1, end: 3, text: 'y' },
    ];
    expect(applyFixes('abc', [{ edits }])).toBeUndefined();
  });

  test.each(['\n', '\r\n', '\r'])('a new line ends as the others do (%j)', (ending) => {
    const text = `甲${ending}乙`;
    const edits = [{ start: 0, end: 0, text: '新\n' }];
    expect(applyFixes(text, [{ edits }])?.text).toBe(`新${ending}${text}`);
  });
});

describe('a cell of a table', () => {
  const write = (row: string, from: string, to: string, beside = row): string | undefined => {
    const text = `${beside}\r\n${row}\r\n${beside}\r\n`;
    const start = beside.length + 2 + row.indexOf(from);
    const fixed = applyFixes(text, [{ edits: [{ start, end: start + from.length, text: to }] }]);
    return fixed?.text.split('\r\n')[1];
  };

  test.each([
    ['to the right', '| 甲 |      = |', '=', '100.30', '| 甲 | 100.30 |'],
    ['what fills its cell', '| 甲 | 100.30 |', '100.30', '1.00', '| 甲 |   1.00 |'],
    ['to the left', '| 档案事物     | 1 |', '档案事物', '档案', '| 档案         | 1 |'],
    ['no room', '| = |', '=', '100.30', '| 100.30 |'],
    ['no blanks', '|=|', '=', '100.30', '|100.30|'],
    ['part of a cell', '| 1.00万元 |', '万元', '', '| 1.00 |'],
    ['no table', '共  1.00  元', '1.00', '10.00', '共  10.00  元'],
    ['tabs', '甲\t=\t乙', '=', '10.00', '甲\t10.00\t乙'],
  ])('%s: %j', (_, row, from, to, expected) => {
    expect(write(row, from, to)).toBe(expected);
  });

  test('that made its row too wide makes it as wide as the others', () => {
    expect(write('| 甲 |   9..65 |', '9..65', '9.65', '| 乙 |   1.00 |')).toBe('| 甲 |   9.65 |');
  });

  test('of a table that is not aligned', () => {
    const rows = ['| 1 |', '| = |', '| 1234567890 |'].join('\n');
    const fixed = applyFixes(rows, [{ edits: [{ start: 8, end: 9, text: '10.00' }] }]);
    expect(fixed?.text.split('\n')[1]).toBe('| 10.00 |');
  });
});

const someEdits = fc.array(
  fc
    .tuple(fc.nat(40), fc.nat(4), fc.constantFrom('', '甲', '𠀀'))
    .map(([start, length, text]): Edit => ({ start, end: start + length, text })),
  { maxLength: 12 },
);

test('what was taken is in order and does not touch, and nothing else of the text changes', () => {
  const text = Array.from({ length: 50 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('');
  fc.assert(
    fc.property(fc.array(someEdits, { maxLength: 8 }), (fixes) => {
      const taken = new TakenEdits();
      const kept = fixes.filter((edits) => taken.take(edits));
      expect([...taken.edits]).toEqual(
        kept.flat().sort((a, b) => a.start - b.start || a.end - b.end),
      );
      let at = -1;
      for (const { start, end } of taken.edits) {
        expect(start).toBeGreaterThan(at);
        at = end;
      }
      const removed = taken.edits.reduce((sum, { start, end }) => sum + end - start, 0);
      const added = taken.edits.reduce((sum, one) => sum + one.text.length, 0);
      expect(applyEdits(text, taken.edits)).toHaveLength(text.length - removed + added);
    }),
  );
});
