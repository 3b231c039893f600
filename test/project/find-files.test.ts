import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFiles } from '../../server/project/find-files.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'gouji-find-'));
  for (const name of [
    '县/b.gouji',
    '县/a.gouji',
    '县/a.txt',
    '县/说明.md',
    '县/2022/c.GOUJI',
    '县/node_modules/x/d.gouji',
    '县/.git/e.gouji',
    '空/readme.txt',
    '[甲].gouji',
    'x.docx',
  ]) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), '');
  }
  // A circle.
  symlinkSync('..', join(cwd, '县/上级'));
});
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

async function find(...patterns: string[]): Promise<string> {
  const { files, problems } = await findFiles(patterns, { cwd });
  return [
    ...files.map(({ name, kind }) => `${name} ${kind}`),
    ...problems.map(({ pattern, reason }) => `${pattern}: ${reason}`),
  ].join('\n');
}

test('of a folder the .gouji files, by name, without node_modules and hidden folders', async () => {
  const expected = ['县/2022/c.GOUJI report', '县/a.gouji report', '县/b.gouji report'].join('\n');
  expect(await find('县')).toBe(expected);
  expect(await find('县/')).toBe(expected);
  expect(await find(join(cwd, '县'))).toBe(expected.replaceAll('县/', `${cwd}/县/`));
});

test('the current folder is not written out', async () => {
  expect(await find('.')).toBe(
    '[甲].gouji report\n县/2022/c.GOUJI report\n县/a.gouji report\n县/b.gouji report',
  );
});

test('originals where a name or a pattern says so', async () => {
  expect(await find('县/a.txt')).toBe('县/a.txt original');
  expect(await find('县/*')).toBe(
    '县/a.gouji report\n县/a.txt original\n县/b.gouji report\n县/说明.md original',
  );
  expect(await find('县/**/*.{txt,md}')).toBe('县/a.txt original\n县/说明.md original');
});

test('each file once, in the order in which it was asked for', async () => {
  expect(await find('县/b.gouji', './县/b.gouji', '县/*.gouji')).toBe(
    '县/b.gouji report\n县/a.gouji report',
  );
});

test('a name with the signs of a pattern is a name first', async () => {
  expect(await find('[甲].gouji')).toBe('[甲].gouji report');
});

test('a file of another kind is taken where it is named: it will be told what it is', async () => {
  expect(await find('x.docx')).toBe('x.docx undefined');
  expect(await find('*.docx')).toBe('*.docx: no-reports');
});

test('what gives no file is a problem each', async () => {
  expect(await find('没有.gouji', '空', '*.xyz', '县/a.gouji')).toBe(
    '县/a.gouji report\n没有.gouji: not-found\n空: no-reports\n*.xyz: nothing-matches',
  );
});
