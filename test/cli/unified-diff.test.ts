import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { unifiedDiff } from '../../server/cli/unified-diff.ts';
import { Folder } from './run.ts';

const folder = new Folder();
afterAll(() => folder.remove());

/** The text that `patch` makes of another. */
function patched(before: string, difference: string): string {
  folder.write('a.gouji', before);
  const { status, stderr } = spawnSync(
    'git',
    ['apply', '--unidiff-zero', '--whitespace=nowarn', '-'],
    {
      cwd: folder.path,
      input: difference,
    },
  );
  expect([status, stderr.toString()]).toEqual([0, '']);
  return folder.read('a.gouji');
}

const difference = (before: string, after: string): string =>
  unifiedDiff({ name: 'a.gouji', before, after }, false);

describe('a patch', () => {
  test('makes the one text of the other', () => {
    const lines = fc.array(fc.constantFrom('甲', '乙', '𠀀', '', '| 1 |\r'), { maxLength: 12 });
    const texts = fc
      .tuple(lines, fc.boolean())
      .map(([parts, ends]) => parts.join('\n') + (ends && parts.length > 0 ? '\n' : ''));
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        // git takes no patch that empties a file or fills an empty one.
        fc.pre(before !== '' && after !== '' && before !== after);
        // Without one line feed all line ends are lone carriage returns, which no patch knows.
        fc.pre(before.includes('\n') && after.includes('\n'));
        expect(patched(before, difference(before, after))).toBe(after);
      }),
      { numRuns: 60 },
    );
  });

  test('of ten thousand changes is made in time that grows with them', () => {
    const text = (digit: number): string =>
      Array.from({ length: 10_000 }, (_, at) => `| 项目${at} | ${at}.${digit} |`).join('\n');
    expect(patched(text(1), difference(text(1), text(2)))).toBe(text(2));
    expect(patched(`${text(1)}\n`, difference(`${text(1)}\n`, `甲\n${text(2)}\n`))).toBe(
      `甲\n${text(2)}\n`,
    );
  });

  test('nothing where nothing changes', () => {
    expect(difference('甲\n', '甲\n')).toBe('');
  });

  test('of lone carriage returns shows lines', () => {
    expect(difference('甲\r乙\r', '甲\r丙\r')).toBe(
      '--- a/a.gouji\n+++ b/a.gouji\n@@ -1,2 +1,2 @@\n 甲\n-乙\n+丙\n',
    );
  });
});
