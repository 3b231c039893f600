import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { cleanReport, Folder, faultyReport, gouji, type Outcome } from './run.ts';

const folder = new Folder();
afterAll(() => folder.remove());
const cwd = folder.path;

const lint = (...parameters: readonly string[]): Promise<Outcome> =>
  gouji(['lint', '.', '-f', 'json', '--cache', ...parameters], { cwd });

/** Puts a mark into what is kept of a file, so that it shows when that is used. */
function markKept(file: string): void {
  const kept = JSON.parse(folder.read('.goujicache'));
  const path = Object.keys(kept.files).find((one) => one.endsWith(file)) ?? '';
  kept.files[path].checked.messages = [
    {
      ruleId: 'kept/result',
      severity: 'info',
      message: '',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
    },
  ];
  folder.write('.goujicache', JSON.stringify(kept));
}

const isKept = ({ stdout }: Outcome, file: string): boolean =>
  JSON.parse(stdout)
    .find(({ filePath }: { filePath: string }) => filePath.endsWith(file))
    .messages.some(({ ruleId }: { ruleId: string }) => ruleId === 'kept/result');

describe('--cache', () => {
  beforeEach(async () => {
    folder.write('a.gouji', faultyReport);
    folder.write('b.gouji', cleanReport.replace(/名称：.*/, '名称：乙县图书馆'));
    folder.write('gouji.config.json', '{}');
    await lint();
  });

  test('the same results the second time, without checking', async () => {
    const plain = await gouji(['lint', '.', '-f', 'json'], { cwd });
    const again = await lint();
    expect([again.stdout, again.code]).toEqual([plain.stdout, 1]);
    markKept('a.gouji');
    expect(isKept(await lint(), 'a.gouji')).toBe(true);
  });

  test('what has changed is checked again, and only that', async () => {
    markKept('a.gouji');
    folder.write('b.gouji', `${folder.read('b.gouji')}\n说明。\n`);
    expect(isKept(await lint(), 'a.gouji')).toBe(true);
    folder.write('a.gouji', `${faultyReport}\n说明。\n`);
    expect(isKept(await lint(), 'a.gouji')).toBe(false);
  });

  test.each([
    [
      'another configuration',
      () => folder.write('gouji.config.json', '{ "rules": { "text/year": "off" } }'),
    ],
    ['another file among which others are looked up', () => folder.write('c.gouji', cleanReport)],
    [
      'another name in a header',
      () => folder.write('b.gouji', cleanReport.replace('名称：', '名称：新')),
    ],
  ])('%s', async (_, change) => {
    markKept('a.gouji');
    change();
    expect(isKept(await lint(), 'a.gouji')).toBe(false);
  });

  test('another language, and levels of the command line', async () => {
    markKept('a.gouji');
    expect(isKept(await lint('--lang', 'en'), 'a.gouji')).toBe(false);
    await lint();
    markKept('a.gouji');
    expect(isKept(await lint('--rule', 'text/year=off'), 'a.gouji')).toBe(false);
  });

  test("last year's report", async () => {
    const last = cleanReport.replace('年度：2023', '年度：2022');
    folder.write('a.gouji', faultyReport.replace('年度：2023', '年度：2023\n上年：last.txt.gouji'));
    folder.write('last.txt.gouji', last);
    await lint();
    markKept('a.gouji');
    expect(isKept(await lint(), 'a.gouji')).toBe(true);
    folder.write('last.txt.gouji', last.replace('9.65', '9.66'));
    expect(isKept(await lint(), 'a.gouji')).toBe(false);
  });

  test('a file that is none is written anew; one that cannot be written is no failure', async () => {
    folder.write('.goujicache', '{ "format": 1');
    expect((await lint()).code).toBe(1);
    expect(JSON.parse(folder.read('.goujicache')).format).toBe(1);
    const { code, stderr } = await lint('--cache-location', 'no/such/folder');
    expect([code, stderr]).toEqual([1, 'gouji: 无法写入 no/such/folder\n']);
  });
});
