/** The examples of the rule pages: each bad one gives exactly one finding, of its rule; each good one gives none. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import type { OtherReports, ReportHeader } from '../../server/report/model.ts';
import { families, ruleById, rules } from '../../server/rules/catalogue.ts';
import { defaultSettings } from '../../server/rules/default-settings.ts';
import type { Finding, RuleMetadata } from '../../server/rules/rule.ts';

/** Rules that speak of the program, of a file's import or of other reports: no single text shows them. */
const withoutExample = (rule: RuleMetadata): boolean =>
  /^(?:internal|import|year|consolidated)\//.test(rule.id);

/** A folder without any other report: what the header names is not found. */
function nothingAtHand({ lastYear, subordinates }: ReportHeader): OtherReports {
  const named = [lastYear, ...subordinates].flatMap((piece) =>
    piece === undefined || piece.value === '无' ? [] : [piece],
  );
  return {
    lastYear: undefined,
    subordinates: [],
    problems: named.map(({ start, end, value }) => ({
      start,
      end,
      code: 'not-found' as const,
      data: { name: value },
      message: { zh: `找不到「${value}」`, en: `"${value}" was not found` },
    })),
  };
}

function findingsIn(text: string, rule: RuleMetadata): readonly Finding[] {
  const published = rule.id === 'table-head/missing';
  const settings = new Map(defaultSettings);
  // A rule that is off by default is shown as whoever switches it on sees it.
  const own = settings.get(rule.id);
  if (own?.level === 'off') settings.set(rule.id, { ...own, level: 'info' });
  return analyse({ text, settings, published, others: nothingAtHand }).findings;
}

const words = ({ rule, level, message }: Finding): string => `${level} ${rule} ${message.zh}`;

describe('examples of the rules', () => {
  for (const rule of rules) {
    if (withoutExample(rule)) continue;
    it(`${rule.id}: the bad example gives one finding`, () => {
      const findings = findingsIn(rule.bad, rule);
      expect(findings.map(words)).toEqual([expect.stringContaining(` ${rule.id} `)]);
    });
    it(`${rule.id}: the good example gives none`, () => {
      expect(findingsIn(rule.good, rule).map(words)).toEqual([]);
    });
  }
});

describe('metadata', () => {
  it('has one rule for each id, found by it', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const rule of rules) expect(ruleById(rule.id)).toBe(rule);
  });

  it('has one Chinese title for each rule, since directives may use it', () => {
    expect(new Set(rules.map(({ title }) => title.zh)).size).toBe(rules.length);
  });

  it('names rules family/name in kebab case, one family in each file', () => {
    for (const family of families) {
      const names = new Set(family.rules.map(({ id }) => id.split('/')[0]));
      expect(names.size).toBeLessThanOrEqual(1);
    }
    for (const { id } of rules) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/);
  });

  it('reports errors only where a rule is sure (H)', () => {
    for (const { id, confidence, level } of rules) {
      if (confidence !== 'H') expect(level, id).not.toBe('error');
    }
  });

  it('has the same places in both languages of a message', () => {
    const places = (text: string): readonly string[] =>
      [...new Set(text.match(/\{[A-Za-z]+\}/g))].sort();
    for (const { id, messages } of rules) {
      for (const [name, { zh, en }] of Object.entries(messages)) {
        expect(places(en), `${id} ${name}`).toEqual(places(zh));
      }
    }
  });

  it('says everything in both languages', () => {
    for (const { id, title, description, source, messages, options } of rules) {
      const texts = [title, description, source, ...Object.values(messages)];
      for (const option of Object.values(options)) texts.push(option.description);
      for (const { zh, en } of texts) {
        expect(zh.trim(), id).not.toBe('');
        expect(en.trim(), id).not.toBe('');
      }
    }
  });
});
