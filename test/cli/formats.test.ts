import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Ajv } from 'ajv';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { addCoverage, noCoverage } from '../../server/cli/formats/coverage.ts';
import {
  createFormat,
  type FormatName,
  type FormatOptions,
} from '../../server/cli/formats/format.ts';
import { sayIn } from '../../server/cli/messages.ts';
import type { FileResult, Summary } from '../../server/cli/results.ts';
import type { Language } from '../../server/report/identifiers.ts';

const root = resolve(import.meta.dirname, '../..');
const none = noCoverage.tables;
const coverage = {
  tables: none,
  narrative: {
    nonZero: { verified: 34, wrong: 1, stated: 1, waived: 0, unread: 0 },
    zero: { verified: 2, wrong: 0, stated: 1, waived: 0, unread: 0 },
  },
};

const archive: FileResult = {
  filePath: '/reports/examples/archive.gouji',
  name: 'examples/archive.gouji',
  messages: [
    {
      ruleId: 'sum/children',
      severity: 'error',
      message:
        '20126 档案事务 的基本支出 写作 87.00，应为 78.00：下级之和、本行合计、类合计三处都指向 78.00（两位数字颠倒）',
      line: 18,
      column: 53,
      endLine: 18,
      endColumn: 58,
      fix: { range: [710, 715], text: '78.00' },
      fixTitle: '改为 78.00',
      related: [
        { message: '本年支出合计 100.30', line: 18, column: 41, endLine: 18, endColumn: 47 },
        {
          message: '上年 98.00',
          line: 9,
          column: 1,
          endLine: 9,
          endColumn: 6,
          filePath: '/reports/examples/2022 年.gouji',
        },
      ],
    },
    {
      ruleId: 'subject/standard-name',
      severity: 'warning',
      message: '科目 30217 写作「公务招待费」；请核对, 100% 如此',
      line: 141,
      column: 2,
      endLine: 142,
      endColumn: 1,
      suggestions: [
        { message: '改为「公务接待费」', fix: { range: [900, 905], text: '公务接待费' } },
        { message: '改为「𠀀」', fix: { range: [900, 905], text: '𠀀' } },
      ],
    },
    {
      ruleId: 'a/b',
      severity: 'info',
      message: '甲\n乙',
      line: 7,
      column: 1,
      endLine: 7,
      endColumn: 1,
    },
  ],
  errorCount: 1,
  warningCount: 1,
  infoCount: 1,
  fixableCount: 1,
  coverage,
};

const clean: FileResult = {
  filePath: '/reports/clean.gouji',
  name: 'clean.gouji',
  messages: [],
  errorCount: 0,
  warningCount: 0,
  infoCount: 0,
  fixableCount: 0,
  coverage: noCoverage,
};

async function output(
  name: FormatName,
  results: readonly FileResult[],
  options: {
    language?: Language;
    failures?: readonly string[];
    rest?: Partial<Summary>;
  } & Partial<FormatOptions> = {},
): Promise<string> {
  const { language = 'zh', failures = [], rest } = options;
  const format = await createFormat(name, {
    language,
    say: sayIn(language),
    cwd: '/reports',
    environment: {},
    colour: false,
    width: 80,
    single: results.length === 1,
    coverage: false,
    ...options,
  });
  const count = (key: 'errorCount' | 'warningCount' | 'infoCount' | 'fixableCount') =>
    results.reduce((sum, result) => sum + result[key], 0);
  const summary: Summary = {
    files: results.length,
    errorCount: count('errorCount'),
    warningCount: count('warningCount'),
    infoCount: count('infoCount'),
    coverage: results.map((result) => result.coverage).reduce(addCoverage, noCoverage),
    fixableCount: count('fixableCount'),
    inBaseline: 0,
    failures,
    ...rest,
  };
  return (
    format.begin() + results.map((result) => format.file(result)).join('') + format.end(summary)
  );
}

describe('stylish', () => {
  test('in Chinese', async () => {
    expect(await output('stylish', [archive])).toBe(`examples/archive.gouji
  18:53  错误  20126 档案事务 的基本支出 写作 87.00，应为 78.00：下级之和、本行
               合计、类合计三处都指向 78.00（两位数字颠倒）
               相关：18:41 本年支出合计 100.30 ·
                     examples/2022 年.gouji:9:1 上年 98.00
               修复：改为 78.00   sum/children
  141:2  警告  科目 30217 写作「公务招待费」；请核对, 100% 如此
               建议：改为「公务接待费」；或者改为「𠀀」   subject/standard-name
    7:1  提示  甲
               乙   a/b

叙述数字 36 个：核对 34，有误 1，无从核对 1，免核 0，未读 0（覆盖 97%）；另有零
值 3 个，核对 2
检查了 1 个文件，3 个问题：错误 1，警告 1，提示 1
其中 1 个可用 --fix 修复
`);
  });

  test('in English, with a second file that is clean', async () => {
    expect(
      await output('stylish', [clean, archive], { language: 'en' }),
    ).toBe(`examples/archive.gouji
  18:53  error    20126 档案事务 的基本支出 写作 87.00，应为 78.00：下级之和、本
                  行合计、类合计三处都指向 78.00（两位数字颠倒）
                  see: 18:41 本年支出合计 100.30 ·
                       examples/2022 年.gouji:9:1 上年 98.00
                  fix: 改为 78.00   sum/children
  141:2  warning  科目 30217 写作「公务招待费」；请核对, 100% 如此
                  suggestion: 改为「公务接待费」; or 改为「𠀀」
                  subject/standard-name
    7:1  info     甲
                  乙   a/b

  Figures in the text: 36: 34 verified, 1 wrong, 1 stated, 0 waived, 0 unread
  (coverage 97%); besides, 3 zeros, 2 verified

Figures in the text: 36: 34 verified, 1 wrong, 1 stated, 0 waived, 0 unread
(coverage 97%); besides, 3 zeros, 2 verified
2 files checked, 3 findings: errors 1, warnings 1, info 1
1 of them can be repaired with --fix
`);
  });

  test('nothing found: one line says so', async () => {
    expect(await output('stylish', [clean])).toBe('检查了 1 个文件，没有问题\n');
  });

  test('what was repaired, would be, or is known, after all else', async () => {
    const fixes = { count: 3, files: 1, written: true, suggestions: false };
    const last = async (rest: Partial<Summary>): Promise<string[]> =>
      (await output('stylish', [clean], { rest })).trimEnd().split('\n').slice(1);
    expect(await last({ fixes })).toEqual(['已修复 3 处，写入 1 个文件']);
    expect(await last({ fixes: { ...fixes, written: false, files: 2 } })).toEqual([
      '可修复 3 处，涉及 2 个文件；没有写入',
    ]);
    expect(await last({ fixes: { ...fixes, count: 0 } })).toEqual(['没有可以确定的修复']);
    expect(await last({ inBaseline: 4, fixableCount: 2 })).toEqual([
      '另有 4 个问题在基线中，没有列出',
      '其中 2 个可用 --fix 修复',
    ]);
  });

  test('no line is wider than the terminal, as long as no word is', async () => {
    for (const width of [40, 80, 120]) {
      const text = await output('stylish', [archive], { width });
      for (const line of text.split('\n'))
        expect([stringWidth(line) <= width, line]).toEqual([true, line]);
    }
  });

  test('colours change nothing but the colour', async () => {
    const coloured = await output('stylish', [archive], { colour: true });
    expect(coloured).toContain('\u001b[31m错误\u001b[39m');
    expect(stripVTControlCharacters(coloured)).toBe(await output('stylish', [archive]));
  });
});

test('json', async () => {
  const text = await output('json', [archive, clean]);
  expect(text).toBe(
    `[
{"filePath":"/reports/examples/archive.gouji","messages":[` +
      `{"ruleId":"sum/children","severity":"error","message":"20126 档案事务 的基本支出 写作 87.00，应为 78.00：下级之和、本行合计、类合计三处都指向 78.00（两位数字颠倒）",` +
      `"line":18,"column":53,"endLine":18,"endColumn":58,"fix":{"range":[710,715],"text":"78.00"},` +
      `"related":[{"message":"本年支出合计 100.30","line":18,"column":41,"endLine":18,"endColumn":47},` +
      `{"message":"上年 98.00","line":9,"column":1,"endLine":9,"endColumn":6,"filePath":"/reports/examples/2022 年.gouji"}]},` +
      `{"ruleId":"subject/standard-name","severity":"warning","message":"科目 30217 写作「公务招待费」；请核对, 100% 如此",` +
      `"line":141,"column":2,"endLine":142,"endColumn":1,"suggestions":[` +
      `{"message":"改为「公务接待费」","fix":{"range":[900,905],"text":"公务接待费"}},` +
      `{"message":"改为「𠀀」","fix":{"range":[900,905],"text":"𠀀"}}]},` +
      `{"ruleId":"a/b","severity":"info","message":"甲\\n乙","line":7,"column":1,"endLine":7,"endColumn":1}],` +
      `"errorCount":1,"warningCount":1,"infoCount":1,"coverage":${JSON.stringify(coverage)}},
{"filePath":"/reports/clean.gouji","messages":[],"errorCount":0,"warningCount":0,"infoCount":0,"coverage":${JSON.stringify(noCoverage)}}
]
`,
  );
  const schema = JSON.parse(readFileSync(`${root}/docs/lint-output.schema.json`, 'utf8'));
  const validate = new Ajv({ strict: true, strictTypes: false }).compile(schema);
  validate(JSON.parse(text));
  expect(validate.errors).toBeNull();
  // The schema says no to what is not in the shape.
  expect(validate([{ ...JSON.parse(text)[0], extra: 1 }])).toBe(false);
});

test('json of no file is an empty array', async () => {
  expect(JSON.parse(await output('json', []))).toEqual([]);
});

test('json has the text with its fixes where these were not written', async () => {
  const text = await output('json', [{ ...clean, output: '名称：甲\r\n' }]);
  const schema = JSON.parse(readFileSync(`${root}/docs/lint-output.schema.json`, 'utf8'));
  expect(new Ajv({ strict: true, strictTypes: false }).compile(schema)(JSON.parse(text))).toBe(
    true,
  );
  expect(JSON.parse(text)[0].output).toBe('名称：甲\r\n');
});

test('unix: a line for each finding, levels in English, nothing else', async () => {
  expect(await output('unix', [archive, clean])).toBe(
    `examples/archive.gouji:18:53: error: 20126 档案事务 的基本支出 写作 87.00，应为 78.00：下级之和、本行合计、类合计三处都指向 78.00（两位数字颠倒） [sum/children]
examples/archive.gouji:141:2: warning: 科目 30217 写作「公务招待费」；请核对, 100% 如此 [subject/standard-name]
examples/archive.gouji:7:1: info: 甲 乙 [a/b]
`,
  );
});

test('github', async () => {
  expect(await output('github', [archive])).toBe(
    `::error file=examples/archive.gouji,line=18,endLine=18,col=53,endColumn=58,title=sum/children::20126 档案事务 的基本支出 写作 87.00，应为 78.00：下级之和、本行合计、类合计三处都指向 78.00（两位数字颠倒）
::warning file=examples/archive.gouji,line=141,endLine=142,col=2,endColumn=1,title=subject/standard-name::科目 30217 写作「公务招待费」；请核对, 100%25 如此
::notice file=examples/archive.gouji,line=7,endLine=7,col=1,endColumn=1,title=a/b::甲%0A乙
叙述数字 36 个：核对 34，有误 1，无从核对 1，免核 0，未读 0（覆盖 97%）；另有零值 3 个，核对 2
`,
  );
});

test('github escapes what would end a property, and takes paths from the checkout', async () => {
  const odd = { ...archive, filePath: '/work/a,b:c%.gouji', messages: archive.messages.slice(2) };
  const text = await output('github', [odd], { environment: { GITHUB_WORKSPACE: '/work' } });
  expect(text).toContain('::notice file=a%2Cb%3Ac%25.gouji,line=7');
});

describe('sarif', () => {
  const schema = JSON.parse(readFileSync(`${root}/test/schemas/sarif-2.1.0.json`, 'utf8'));
  // The schema is of draft 4, whose `id` a later validator refuses; nothing else in it differs.
  delete schema.id;
  delete schema.$schema;
  const validate = new Ajv({
    strict: false,
    // One of its patterns is none under the `u` flag.
    unicodeRegExp: false,
    formats: {
      uri: (text: string) => URL.canParse(text),
      'uri-reference': (text: string) => URL.canParse(text, 'file:///'),
      'date-time': true,
    },
  }).compile(schema);

  test('validates, of every shape', async () => {
    for (const text of [
      await output('sarif', [archive, clean]),
      await output('sarif', [archive], { language: 'en', failures: ['找不到 x.gouji'] }),
      await output('sarif', []),
    ]) {
      validate(JSON.parse(text));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  test('says what was found, where, and what repairs it', async () => {
    const { runs } = JSON.parse(await output('sarif', [archive]));
    const [{ tool, results, columnKind, originalUriBaseIds, invocations, properties }] = runs;
    expect(columnKind).toBe('utf16CodeUnits');
    expect(originalUriBaseIds).toEqual({ SRCROOT: { uri: 'file:///reports/' } });
    expect(invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    expect(properties).toEqual({ coverage });
    expect(results[0]).toEqual({
      ruleId: 'sum/children',
      ...(results[0].ruleIndex !== undefined && { ruleIndex: results[0].ruleIndex }),
      level: 'error',
      message: { text: archive.messages[0]?.message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'examples/archive.gouji', uriBaseId: 'SRCROOT' },
            region: { startLine: 18, startColumn: 53, endLine: 18, endColumn: 58 },
          },
        },
      ],
      relatedLocations: [
        {
          id: 0,
          message: { text: '本年支出合计 100.30' },
          physicalLocation: {
            artifactLocation: { uri: 'examples/archive.gouji', uriBaseId: 'SRCROOT' },
            region: { startLine: 18, startColumn: 41, endLine: 18, endColumn: 47 },
          },
        },
        {
          id: 1,
          message: { text: '上年 98.00' },
          physicalLocation: {
            artifactLocation: { uri: 'examples/2022%20%E5%B9%B4.gouji', uriBaseId: 'SRCROOT' },
            region: { startLine: 9, startColumn: 1, endLine: 9, endColumn: 6 },
          },
        },
      ],
      fixes: [
        {
          description: { text: '改为 78.00' },
          artifactChanges: [
            {
              artifactLocation: { uri: 'examples/archive.gouji', uriBaseId: 'SRCROOT' },
              replacements: [
                {
                  deletedRegion: { charOffset: 710, charLength: 5 },
                  insertedContent: { text: '78.00' },
                },
              ],
            },
          ],
        },
      ],
    });
    expect(results[1].fixes).toHaveLength(2);
    expect(results[2].level).toBe('note');
    const { ruleId, ruleIndex } = results[1];
    expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(tool.driver.rules[ruleIndex].defaultConfiguration.level).toBe('warning');
  });

  test('a file outside of the folder has its whole address', async () => {
    const { runs } = JSON.parse(
      await output('sarif', [{ ...archive, filePath: '/other/甲.gouji' }]),
    );
    expect(runs[0].results[0].locations[0].physicalLocation.artifactLocation).toEqual({
      uri: 'file:///other/%E7%94%B2.gouji',
    });
  });
});
