import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import { cellVerdicts } from '../../server/reconcile/cell-verdicts.ts';
import { NOTHING_WRONG } from '../../server/reconcile/localise/explanation.ts';
import { rules } from '../../server/rules/catalogue.ts';
import { runRules } from '../../server/rules/check.ts';
import { defaultSettings } from '../../server/rules/default-settings.ts';
import type { RuleContext, RuleFamily, RuleMetadata } from '../../server/rules/rule.ts';

const text = '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n';

const metadata: RuleMetadata = {
  id: 'sample/first',
  catalogue: [],
  confidence: 'M',
  level: 'warning',
  title: { zh: '样例', en: 'Sample' },
  description: { zh: '样例', en: 'Sample' },
  source: { zh: '样例', en: 'Sample' },
  messages: {
    found: { zh: '写作「{printed}」，应为 {expected}', en: '"{printed}", not {expected}' },
  },
  options: { limit: { schema: {}, default: 3, description: { zh: '界限', en: 'Limit' } } },
  bad: '',
  good: '',
};

function contextOf(): Parameters<typeof runRules>[0] {
  const analysis = analyse({ text });
  const { report, profile, others, completeness, outcomes } = analysis;
  const { narrative, claimOutcomes, explanation, bindings } = analysis;
  const subjects = {} as RuleContext['subjects'];
  return {
    report,
    profile,
    others,
    completeness,
    outcomes,
    narrative,
    claimOutcomes,
    explanation,
    bindings,
    subjects,
    published: false,
    profileIsGuessed: false,
  };
}

const run = (
  check: RuleFamily['check'],
  settings: Parameters<typeof runRules>[2] = new Map(),
): ReturnType<typeof runRules>['findings'] =>
  runRules(contextOf(), [{ rules: [metadata], check }], settings).findings;

describe('running rules', () => {
  it('fills messages in both languages', () => {
    const [finding] = run((context) =>
      context.add(
        'sample/first',
        'found',
        { start: 0, end: 2 },
        {
          printed: '$1 {expected}',
          expected: { zh: '九', en: 'nine' },
        },
      ),
    );
    expect(finding?.message).toEqual({
      zh: '写作「$1 {expected}」，应为 九',
      en: '"$1 {expected}", not nine',
    });
  });

  it('lowers a level and never raises it', () => {
    const at = { start: 0, end: 2 };
    const levels = run((context) => {
      context.add('sample/first', 'found', at, {}, { level: 'error' });
      context.add('sample/first', 'found', at, {}, { level: 'info' });
    }).map(({ level }) => level);
    expect(levels).toEqual(['warning', 'info']);
  });

  it('takes level and options from the settings, else from the metadata', () => {
    const seen: unknown[] = [];
    const look = (context: RuleContext): void => {
      seen.push(context.level('sample/first'), context.option('sample/first', 'limit'));
      context.add('sample/first', 'found', { start: 0, end: 2 }, {});
    };
    expect(run(look).length).toBe(1);
    expect(run(look, new Map([['sample/first', { level: 'off', options: { limit: 5 } }]]))).toEqual(
      [],
    );
    expect(seen).toEqual(['warning', 3, 'off', 5]);
  });

  it('turns a rule that throws into a finding and keeps the others', () => {
    const fail: RuleFamily = {
      rules: [{ ...metadata, id: 'broken/one' }],
      check(context) {
        context.add('broken/one', 'found', { start: 0, end: 2 }, {});
        throw new Error('boom');
      },
    };
    const sound: RuleFamily = {
      rules: [metadata],
      check: (context) => context.add('sample/first', 'found', { start: 0, end: 2 }, {}),
    };
    const { findings } = runRules(contextOf(), [fail, sound], new Map());
    expect(findings.map(({ rule }) => rule)).toEqual(['sample/first', 'internal/rule-failed']);
    expect(findings[1]?.message.zh).toMatch(/broken\/\*.*boom/);
  });
});

describe('analysis', () => {
  it('computes nothing that is not asked for', () => {
    let asked = 0;
    const others = () => {
      asked += 1;
      return { lastYear: undefined, subordinates: [], problems: [] };
    };
    const analysis = analyse({ text, others });
    expect(analysis.tree.header.length).toBe(3);
    expect(analysis.report.header.year).toBe(2023);
    expect(asked).toBe(0);
    expect(analysis.findings).toBe(analysis.findings);
    expect(asked).toBe(1);
  });

  it('says nothing where every rule is off', () => {
    const settings = new Map(
      [...defaultSettings].map(([id, { options }]) => [id, { level: 'off' as const, options }]),
    );
    for (const { bad } of rules) expect(analyse({ text: bad, settings }).findings).toEqual([]);
  });

  it('never throws, and every finding stands in the text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '表 公开05表',
        '表 公开06表',
        '表 公开01表',
        '表 公开09表',
        '',
        '注：故本表无数据',
      ),
      fc.constantFrom(
        '| 201 | 一般公共服务支出 | 9.00 |',
        '| | 合计 | 3.5.2 |',
        '| 总计 | 31 | = |',
      ),
      fc.constantFrom(
        '2012604\t档案馆\t3.00',
        '部门：青禾县档案馆',
        '2022年度',
        '单位：元',
        '# 标题',
      ),
      fc.constantFrom('// gouji-disable', '// gouji-enable', '核对 公开05表 = ', '设 甲 = 乙'),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), fc.boolean(), (lines, published) => {
        const source = text + lines.join('\n');
        const { findings, coverage } = analyse({ text: source, published });
        for (const { start, end, rule } of findings) {
          expect(rule).not.toBe('internal/rule-failed');
          expect(0 <= start && start <= end && end <= source.length).toBe(true);
        }
        expect(coverage.tables.nonZero.unread).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('coverage', () => {
  const table = (grand: string): string =>
    `${text}\n表 公开05表\n| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |\n|---|---|---:|---:|---:|\n| | 合计 | ${grand} | 9.00 | 0.00 |\n| 201 | 一般公共服务支出 | 9.00 | 9.00 | |\n| 20126 | 档案事务 | 9.00 | 9.00 | |\n| 2012604 | 档案馆 | 9.00 | 9.00 | |\n`;

  it('counts a cell as verified where what it stands in holds, and as wrong where not', () => {
    const { coverage } = analyse({ text: table('9.00') });
    expect(coverage.tables).toEqual({
      nonZero: { verified: 8, wrong: 0, stated: 0, waived: 0, unread: 0 },
      zero: { verified: 1, wrong: 0, stated: 0, waived: 0, unread: 0 },
    });
    expect(analyse({ text: table('19.00') }).coverage.tables.nonZero.wrong).toBeGreaterThan(0);
    expect(analyse({ text: table('9.0.0') }).coverage.tables.nonZero.wrong).toBe(1);
  });

  it('takes nothing from a constraint over a figure that could not be read', () => {
    const { outcomes } = analyse({ text: table('9.00') });
    const unknown = outcomes.map((outcome) => ({ ...outcome, verdict: 'unknown' as const }));
    expect(cellVerdicts(outcomes, NOTHING_WRONG).size).toBe(12);
    expect(cellVerdicts(unknown, NOTHING_WRONG).size).toBe(0);
  });

  it('counts figures that no identity speaks of as stated', () => {
    const own = `${text}\n表 馆藏情况（单位：万元）\n| 类别 | 金额 |\n|---|---:|\n| 文书 | 12.00 |\n| 照片 | 0.00 |\n`;
    const { tables } = analyse({ text: own }).coverage;
    expect([tables.nonZero.stated, tables.zero.stated]).toEqual([1, 1]);
  });

  it('counts bound figures as verified or wrong', () => {
    const prose = `${table('9.00')}\n# 说明\n合计[9.00](公开05表[合计].小计)万元，[8.00](公开05表[合计].小计)万元，[7.00](公开03表[合计].小计)万元。\n`;
    const { nonZero } = analyse({ text: prose }).coverage.narrative;
    expect(nonZero).toEqual({ verified: 1, wrong: 1, stated: 1, waived: 0, unread: 0 });
  });

  it('counts figures of the narrative by what is known of them, waived ones apart', () => {
    const prose = `${table('9.00')}\n# 第三部分 2023年度单位决算情况说明\n## 五、一般公共预算财政拨款支出决算情况说明\n一般公共预算财政拨款支出9.00万元，其他0.00万元，某物7个，另有[12](无)人。\n`;
    const { narrative } = analyse({ text: prose }).coverage;
    expect(narrative.nonZero).toEqual({ verified: 1, wrong: 0, stated: 1, waived: 1, unread: 0 });
    expect(narrative.zero).toEqual({ verified: 0, wrong: 0, stated: 1, waived: 0, unread: 0 });
  });
});
