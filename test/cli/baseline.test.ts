import { afterAll, describe, expect, test } from 'vitest';
import { Baseline } from '../../server/project/baseline.ts';
import { Folder, faultyReport, gouji, type Outcome } from './run.ts';

const folder = new Folder();
afterAll(() => folder.remove());
const cwd = folder.path;

const known = ['--baseline', 'known.json'];
const lint = (...parameters: readonly string[]): Promise<Outcome> =>
  gouji(['lint', ...parameters, ...known], { cwd });

describe('--baseline', () => {
  test('what is known is not listed; what is new is', async () => {
    folder.write('a.gouji', faultyReport);
    const update = await lint('a.gouji', '--update-baseline');
    expect(update.code).toBe(0);
    expect(update.stderr).toMatch(/^gouji: \d+ 个问题已写入基线 known\.json\n$/);
    const { code, stdout, stderr } = await lint('a.gouji');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toContain('cell/malformed-number');
    expect(stdout).toMatch(/另有 \d+ 个问题在基线中，没有列出/);
    folder.write('a.gouji', faultyReport.replace('191.58 |', '191..58 |'));
    const more = await lint('a.gouji');
    expect(more.code).toBe(1);
    expect(more.stdout).toContain('191..58');
    expect(more.stdout).not.toContain('9..65');
  });

  test('moved, laid out anew, with other line ends, in another language: still known', async () => {
    folder.write('a.gouji', faultyReport);
    await lint('a.gouji', '--update-baseline');
    const moved = faultyReport.replace('\n\n', '\n\n\n// 说明\n\n').replaceAll('| ', '|   ');
    folder.write('a.gouji', `\ufeff${moved.replaceAll('\n', '\r\n')}`);
    const { code, stdout } = await lint('a.gouji', '--lang', 'en');
    expect(code).toBe(0);
    expect(stdout).not.toContain('malformed-number');
  });

  test('what is gone is told, and forgotten when it is brought up to date', async () => {
    folder.write('a.gouji', faultyReport);
    await lint('a.gouji', '--update-baseline');
    const { code, stdout, stderr } = await lint('a.gouji', '--fix');
    expect(code).toBe(0);
    expect(stdout).toContain('已修复 1 处');
    expect(stderr).toMatch(
      /^gouji: 基线中有 \d+ 处问题已不存在；用 --update-baseline 更新 known\.json\n$/,
    );
    await lint('a.gouji', '--update-baseline');
    expect((await lint('a.gouji')).stderr).toBe('');
  });

  test('other files stay in it, those that are gone do not; the same findings give the same text', async () => {
    folder.write('a.gouji', faultyReport);
    folder.write('b/𠀀.gouji', faultyReport);
    await lint('.', '--update-baseline');
    const first = folder.read('known.json');
    expect(Object.keys(JSON.parse(first).files)).toEqual(['a.gouji', 'b/𠀀.gouji']);
    await lint('b', '--update-baseline');
    expect(folder.read('known.json')).toBe(first);
    const other = JSON.parse(first);
    other.files['gone.gouji'] = other.files['a.gouji'];
    folder.write('known.json', JSON.stringify(other));
    await lint('b', '--update-baseline');
    expect(folder.read('known.json')).toBe(first);
  });

  test.each([
    [['--update-baseline'], '--update-baseline 要与 --baseline 同用'],
    [['--baseline', 'none.json'], '找不到 none.json'],
    [['--baseline', 'no.json'], '基线文件 no.json 无法使用：不是 JSON'],
    [['--baseline', 'other.json'], '基线文件 other.json 无法使用：不是 gouji 写出的基线'],
    [['--baseline', 'newer.json'], '基线文件 newer.json 无法使用：版本是 9，这里只认 1'],
    [['--baseline', 'no/such/folder.json', '--update-baseline'], '无法写入 no/such/folder.json'],
  ])('%j', async (parameters, line) => {
    folder.write('a.gouji', faultyReport);
    folder.write('no.json', '{');
    folder.write('other.json', '[1]');
    folder.write('newer.json', '{ "version": 9, "files": {} }');
    const { code, stderr } = await gouji(['lint', 'a.gouji', ...parameters], { cwd });
    expect([code, stderr]).toEqual([2, `gouji: ${line}\n`]);
  });
});

describe('a baseline', () => {
  const finding = { rule: 'sum/row', line: '| 合计 | 1.00 |', quoted: '1.00' };

  test('knows a finding as often as it holds it', () => {
    const baseline = Baseline.empty();
    baseline.add('a', finding);
    baseline.add('a', { ...finding, line: '|合计|1.00|' });
    expect([baseline.take('a', finding), baseline.take('a', finding)]).toEqual([true, true]);
    expect(baseline.take('a', finding)).toBe(false);
    expect(baseline.count()).toBe(0);
  });

  test('tells rules, files, lines and places apart', () => {
    const baseline = Baseline.empty();
    baseline.add('a', finding);
    expect(baseline.take('b', finding)).toBe(false);
    expect(baseline.take('a', { ...finding, rule: 'sum/total' })).toBe(false);
    expect(baseline.take('a', { ...finding, line: '| 合计 | 2.00 |' })).toBe(false);
    expect(baseline.take('a', { ...finding, quoted: '合计' })).toBe(false);
    expect(baseline.take('a', finding)).toBe(true);
  });

  test('is read as it was written, whatever the names', () => {
    const baseline = Baseline.empty();
    for (const name of ['__proto__', '1', 'b', '']) baseline.add(name, finding);
    const text = baseline.print();
    const again = Baseline.read(text);
    expect(again instanceof Baseline && again.print()).toBe(text);
    expect(baseline.count()).toBe(4);
  });
});
