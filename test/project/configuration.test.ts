import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { henan } from '../../server/forms/profiles.ts';
import { type ConfigurationOptions, Configurations } from '../../server/project/configuration.ts';
import { checkConfiguration } from '../../server/project/configuration-check.ts';
import { configurationSchema } from '../../server/project/configuration-schema.ts';
import { diskFiles } from '../../server/project/disk-files.ts';
import { Positions } from '../../server/project/positions.ts';
import type { Profile } from '../../server/report/form.ts';
import type { Level, RuleId } from '../../server/report/identifiers.ts';
import type { RuleMetadata } from '../../server/rules/rule.ts';

const words = { zh: '甲', en: 'a' };

function rule(id: RuleId, level: Level, options: RuleMetadata['options'] = {}): RuleMetadata {
  const texts = { title: words, description: words, source: words };
  const rest = { catalogue: [], confidence: 'H', messages: {}, bad: '', good: '' } as const;
  return { id, level, options, ...texts, ...rest };
}

const rules = [
  rule('sum/children', 'error', {
    limit: { schema: { type: 'integer', minimum: 1 }, default: 3, description: words },
    style: { schema: { enum: ['full', 'short'] }, default: 'full', description: words },
  }),
  rule('sum/row', 'error'),
  rule('subject/name', 'warning'),
];
const profiles: readonly Profile[] = [
  {
    name: '河南',
    forms: [],
    attachments: [],
    identities: [],
    narrative: [],
    texts: { parts: [], sections: [] },
    practice: henan.practice,
  },
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-configuration-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function configurations(options: Partial<ConfigurationOptions> = {}): Configurations {
  return new Configurations({ files: diskFiles, rules, profiles, ...options });
}

/** Problems of a configuration's text as `line:column message`. */
async function problemsOf(text: string, language: 'zh' | 'en' = 'en'): Promise<readonly string[]> {
  const positions = new Positions(text);
  const { problems } = await checkConfiguration(text, {
    rules,
    profiles,
    place: (offset) => ({ file: 'gouji.config.json', ...positions.at(offset) }),
  });
  return problems.map(({ line, column, message }) => `${line}:${column} ${message[language]}`);
}

describe('which configuration applies', () => {
  test('the nearest one upwards, whole', async () => {
    write('a/gouji.config.json', '{ "rules": { "sum/row": "info", "subject/name": "off" } }');
    write('a/b/gouji.config.json', '{ "rules": { "sum/row": "warning" } }');
    const all = configurations();
    const near = await all.of(join(folder, 'a/b/c/d/报告.gouji'));
    expect(near.file).toBe(join(folder, 'a/b/gouji.config.json'));
    expect(near.settings.get('sum/row')?.level).toBe('warning');
    // Nothing of the configuration above is merged in.
    expect(near.settings.get('subject/name')?.level).toBe('warning');
    const above = await all.of(join(folder, 'a/报告.gouji'));
    expect(above.settings.get('subject/name')?.level).toBe('off');
  });

  test('none: what the rules themselves state', async () => {
    const { file, settings } = await configurations().of(join(folder, 'none/报告.gouji'));
    expect(file).toBeUndefined();
    expect(settings.get('sum/children')).toEqual({
      level: 'error',
      options: { limit: 3, style: 'full' },
    });
  });

  test('one file for all, or none at all', async () => {
    const path = write('own.json', '{ "rules": { "sum/row": "off" } }');
    write('e/gouji.config.json', '{ "rules": { "sum/row": "info" } }');
    const report = join(folder, 'e/报告.gouji');
    expect((await configurations({ file: path }).of(report)).settings.get('sum/row')?.level).toBe(
      'off',
    );
    expect((await configurations({ file: false }).of(report)).settings.get('sum/row')?.level).toBe(
      'error',
    );
  });

  test('levels of the command line are laid over it, its options stay', async () => {
    write('f/gouji.config.json', '{ "rules": { "sum/children": ["info", { "limit": 9 }] } }');
    const all = configurations({ levels: new Map([['sum/children', 'warning']]) });
    const { settings } = await all.of(join(folder, 'f/报告.gouji'));
    expect(settings.get('sum/children')).toEqual({
      level: 'warning',
      options: { limit: 9, style: 'full' },
    });
  });

  test('a file that is not there', async () => {
    const { problems } = await configurations({ file: join(folder, 'no.json') }).of('x');
    expect(problems.map(({ message }) => message.zh)).toEqual(['找不到这个配置文件']);
  });

  test('it is read once, until it is forgotten', async () => {
    const path = write('g/gouji.config.json', '{ "rules": { "sum/row": "info" } }');
    const all = configurations();
    const first = await all.of(join(folder, 'g/1.gouji'));
    write('g/gouji.config.json', '{ "rules": { "sum/row": "off" } }');
    expect(await all.of(join(folder, 'g/2.gouji'))).toBe(first);
    all.forget();
    const again = await all.of(join(folder, 'g/1.gouji'));
    expect([again.file, again.settings.get('sum/row')?.level]).toEqual([path, 'off']);
  });
});

describe('faults are told with their places', () => {
  test('an unknown key, with the one that was meant', async () => {
    expect(await problemsOf('{\n  "rule": {}\n}')).toEqual([
      '2:3 Unknown key "rule"; did you mean "rules"?',
    ]);
    expect(await problemsOf('{ "extends": "x" }', 'zh')).toEqual([
      '1:3 不认识的键 “extends”；可用的有 $schema、rules、profile、subjects',
    ]);
  });

  test.each([
    [
      '{ "rules": { "sum/childs": "off" } }',
      '1:14 There is no rule "sum/childs"; did you mean "sum/children"?',
    ],
    ['{ "rules": { "x/y": "off" } }', '1:14 There is no rule "x/y"; gouji rules lists them all'],
    [
      '{ "rules": { "sum/row": "of" } }',
      '1:25 The level of sum/row, "of", is unknown; it must be "error", "warning", "info" or "off"',
    ],
    [
      '{ "rules": { "sum/row": 2 } }',
      '1:25 The level of sum/row must be "error", "warning", "info" or "off"',
    ],
    [
      '{ "rules": { "sum/row": [] } }',
      '1:25 The level of sum/row must be "error", "warning", "info" or "off"',
    ],
    [
      '{ "rules": { "sum/row": ["off", 1] } }',
      '1:33 The options of sum/row must be an object: ["level", { … }]',
    ],
    [
      '{ "rules": { "sum/row": ["off", {}, 1] } }',
      '1:37 A setting of sum/row has two items, level and options',
    ],
    [
      '{ "rules": { "sum/row": ["off", { "limit": 1 }] } }',
      '1:35 sum/row has no option "limit"; it has none',
    ],
    [
      '{ "rules": { "sum/children": ["off", { "limt": 1 }] } }',
      '1:40 sum/children has no option "limt"; did you mean "limit"?',
    ],
    [
      '{ "rules": { "sum/children": ["off", { "limit": 0 }] } }',
      '1:49 The option "limit" of sum/children must be at least 1',
    ],
    [
      '{ "rules": { "sum/children": ["off", { "limit": "9" }] } }',
      '1:49 The option "limit" of sum/children must be a whole number',
    ],
    [
      '{ "rules": { "sum/children": ["off", { "style": "x" }] } }',
      '1:49 The option "style" of sum/children must be one of "full", "short"',
    ],
    ['{ "rules": [] }', '1:12 "rules" must be an object: { "rule": "level", … }'],
    ['{ "profile": "火星" }', '1:14 There is no profile "火星"; there are 河南'],
    [
      '{ "subjects": 1 }',
      '1:15 "subjects" must be the path of a subject table, or a list of paths',
    ],
    ['{ "profile": "河南", "profile": "河南" }', '1:20 The key "profile" is repeated'],
    ['[]', '1:1 A configuration stands in braces { }'],
    [
      '{ "rules": { "__proto__": "off" } }',
      '1:14 There is no rule "__proto__"; gouji rules lists them all',
    ],
    [
      '{ "rules": { "sum/row": "off", } }',
      '1:32 Not valid JSON: a key in double quotes is expected here (no comma after the last item)',
    ],
  ])('%s', async (text, problem) => {
    expect(await problemsOf(text)).toEqual([problem]);
  });

  test('all of them at once, and every message in Chinese too', async () => {
    const text = '{ "x": 1, "rules": { "sum/row": 3, "q/q": "off" }, "profile": 7 }';
    expect(await problemsOf(text, 'zh')).toHaveLength(4);
    for (const line of await problemsOf(text, 'zh')) expect(line).toMatch(/[一-龥]/);
  });
});

test('the schema and the check agree on what a configuration is', async () => {
  const validate = new Ajv({ strict: false }).compile(configurationSchema(rules, profiles));
  const level = fc.constantFrom('error', 'warning', 'info', 'off', 'on', 1);
  const options = fc.record(
    {
      limit: fc.constantFrom(1, 0, 'x', 1.5),
      style: fc.constantFrom('full', 'x'),
      other: fc.constant(1),
    },
    { requiredKeys: [] },
  );
  const setting = fc.oneof(
    level,
    fc.tuple(level),
    fc.tuple(level, options),
    fc.tuple(level, options, fc.constant(1)),
    fc.constant([]),
  );
  const configuration = fc.record(
    {
      $schema: fc.constantFrom('x', 1),
      profile: fc.constantFrom('河南', '火星', 3),
      subjects: fc.constantFrom('a.tsv', '', ['a.tsv'], [], [1], {}),
      rules: fc.oneof(
        fc.record(
          { 'sum/children': setting, 'sum/row': setting, 'no/rule': level },
          { requiredKeys: [] },
        ),
        fc.constant([]),
      ),
      other: fc.constant(1),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(configuration, async (value) => {
      const problems = await problemsOf(JSON.stringify(value));
      expect([problems.length === 0, problems]).toEqual([validate(value), problems]);
    }),
    { numRuns: 500 },
  );
});

describe('own subject tables', () => {
  test('take the place of the built-in one of their classification, and of no other', async () => {
    write('h/科目.tsv', 'code\tname\n201\t一般公共服务支出\n20199\t自造的款\n2019901\t自造的项\n');
    write('h/gouji.config.json', '{ "subjects": "科目.tsv" }');
    const { subjects, problems, subjectFiles } = await configurations().of(
      join(folder, 'h/x.gouji'),
    );
    expect(problems).toEqual([]);
    expect(subjectFiles).toEqual([join(folder, 'h/科目.tsv')]);
    expect(subjects?.functional.namesOf('2019901', 2023).map(({ name }) => name)).toEqual([
      '自造的项',
    ]);
    expect(subjects?.functional.namesOf('208', 2023)).toEqual([]);
    expect(subjects?.['economic-department'].namesOf('301', 2023)).not.toEqual([]);
  });

  test('as Excel saves them: UTF-16 with a byte-order mark', async () => {
    write('i/科目.txt', Buffer.from('\ufeffcode\tname\r\n301\t工资福利支出\r\n', 'utf16le'));
    write('i/gouji.config.json', '{ "subjects": ["科目.txt"] }');
    const { subjects, problems } = await configurations().of(join(folder, 'i/x.gouji'));
    expect(problems).toEqual([]);
    expect(subjects?.['economic-department'].namesOf('30101', 2023)).toEqual([]);
  });

  test('a faulty row is a note, a table that cannot be used a problem where it is named', async () => {
    write('j/科目.tsv', 'code\tname\n201\t一般公共服务支出\n12\t甲\n');
    write('j/gouji.config.json', '{ "subjects": ["科目.tsv", "没有.tsv"] }');
    const { problems, notes } = await configurations().of(join(folder, 'j/x.gouji'));
    expect(notes.map(({ file, line }) => [file, line])).toEqual([[join(folder, 'j/科目.tsv'), 3]]);
    expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual(['1:26']);
    expect(problems[0]?.message.zh).toMatch(/^无法读取科目表 .*没有\.tsv：找不到文件$/);
  });
});
