import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { generate } from '../generate/generate.ts';
import { writePublished } from '../generate/write-published.ts';
import { cleanReport, Folder, gouji } from './run.ts';

const folder = new Folder();
afterAll(() => folder.remove());
const cwd = folder.path;

const faulty = cleanReport.replace('9.65 |', '6.95 |');
folder.write('clean.gouji', cleanReport);
folder.write('faulty.gouji', faulty);

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../docs/proof.schema.json'), 'utf8'),
);
const validate = new Ajv({ strict: true, strictTypes: false }).compile(schema);

describe('prove', () => {
  test('writes a proof in the shape of its schema, which verify redoes', async () => {
    const { code, stdout, stderr } = await gouji(['prove', 'faulty.gouji', '-o', 'faulty.json'], {
      cwd,
    });
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(
      /^gouji: faulty\.json：数字 \d+ 个，约束 \d+ 条，不成立 [1-9]\d* 条，矛盾 1 处\n$/,
    );
    const proof = JSON.parse(folder.read('faulty.json'));
    expect([validate(proof), validate.errors]).toEqual([true, null]);
    expect(proof.file).toBe('faulty.gouji');
    const verified = await gouji(['verify', 'faulty.json', 'faulty.gouji'], { cwd });
    expect([verified.code, verified.stderr]).toEqual([0, '']);
    expect(verified.stdout).toMatch(/^证明属实：数字 \d+ 个，约束 \d+ 条，矛盾 1 处\n$/);
  });

  test('writes to standard output, and reads standard input', async () => {
    const proved = await gouji(['prove', '-', '--stdin-filename', 'x.gouji', '--lang', 'en'], {
      cwd,
      input: cleanReport,
    });
    expect(proved.code).toBe(0);
    const proof = JSON.parse(proved.stdout);
    expect(validate(proof)).toBe(true);
    expect(proof.conflicts).toEqual([]);
  });

  test('works on published originals, with places of theirs', async () => {
    const { sheet, publishedStyle } = generate(4);
    const text = writePublished(sheet, publishedStyle);
    folder.write('original.txt', text);
    const proved = await gouji(['prove', 'original.txt', '--out', 'original.json'], { cwd });
    expect(proved.code).toBe(0);
    const { facts } = JSON.parse(folder.read('original.json'));
    const lines = text.split('\n');
    for (const { text: printed, place } of facts) {
      if (place === undefined || printed === '') continue;
      expect(lines[place.line - 1]?.slice(place.column - 1)).toContain(printed);
    }
    const verified = await gouji(['verify', 'original.json', 'original.txt'], { cwd });
    expect([verified.code, verified.stderr]).toEqual([0, '']);
  });

  test('has its one line where it cannot read or write, and writes nothing', async () => {
    const cases: readonly (readonly string[])[] = [
      ['prove', 'none.gouji', '-o', 'none.json'],
      ['prove', 'clean.gouji', '-o', 'no/such/folder.json'],
      ['prove', 'clean.gouji', 'faulty.gouji'],
      ['prove'],
      ['prove', 'clean.gouji', '-c', 'clean.gouji', '-o', 'none.json'],
    ];
    for (const parameters of cases) {
      const { code, stdout, stderr } = await gouji(parameters, { cwd });
      expect([parameters, code, stdout]).toEqual([parameters, 2, '']);
      expect(stderr.trim()).not.toBe('');
    }
    expect(() => folder.read('none.json')).toThrow('ENOENT');
  });
});

describe('verify', () => {
  test('names what does not agree', async () => {
    await gouji(['prove', 'clean.gouji', '-o', 'clean.json'], { cwd });
    const changed = cleanReport.replace('9.65 |', '9.56 |');
    folder.write('changed.gouji', changed);
    const line = changed.slice(0, changed.indexOf('9.56 |')).split('\n').length;
    const { code, stdout, stderr } = await gouji(
      ['verify', 'clean.json', 'changed.gouji', '--lang', 'en'],
      { cwd },
    );
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('changed.gouji is not the text that the proof was made of');
    expect(stdout).toMatch(
      new RegExp(
        `changed\\.gouji:${line}:\\d+ facts\\[\\d+\\] the proof says “9\\.65” stands here; it is “9\\.56”`,
      ),
    );
    expect(stdout).toMatch(/The proof does not hold: 2 disagreements\n$/);
  });

  test('sees that the proof was changed', async () => {
    const text = folder.read('clean.json').replace('"times":1', '"times":2');
    folder.write('changed.json', text);
    const { code, stdout } = await gouji(['verify', 'changed.json', 'clean.gouji'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('changed.json 写出后被改动过');
  });

  test('has its one line for what is no proof', async () => {
    folder.write('no.json', '{');
    folder.write('other.json', '{"format":"gouji-proof","version":2}');
    folder.write('huge.json', folder.read('clean.json').replace(/"value":"\d+/, '"value":"1e9'));
    for (const [proof, file, says] of [
      ['no.json', 'clean.gouji', 'no.json 不是 JSON'],
      ['other.json', 'clean.gouji', 'other.json 不是 gouji prove 写出的证明'],
      ['huge.json', 'clean.gouji', 'huge.json 不是 gouji prove 写出的证明（/facts/'],
      ['clean.gouji', 'clean.gouji', 'clean.gouji 不是 JSON'],
      ['none.json', 'clean.gouji', 'none.json'],
      ['clean.json', 'none.gouji', 'none.gouji'],
    ] as const) {
      const { code, stdout, stderr } = await gouji(['verify', proof, file], { cwd });
      expect([proof, code, stdout]).toEqual([proof, 2, '']);
      expect(stderr.split('\n')).toHaveLength(2);
      expect(stderr).toContain(says);
    }
  });
});
