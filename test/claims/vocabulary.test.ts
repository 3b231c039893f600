import { describe, expect, it } from 'vitest';
import { parseAssertion, parseExpression } from '../../grammar/expression-parser.ts';
import type { Expression } from '../../grammar/syntax-tree.ts';
import { formsOf, MOST_FORMS, withoutBrackets } from '../../server/claims/phrase-forms.ts';
import { sectionOf } from '../../server/claims/sections.ts';
import { subjectVocabulary } from '../../server/claims/subject-vocabulary.ts';
import { henan, profiles } from '../../server/forms/profiles.ts';
import { resolveReference } from '../../server/report/resolve.ts';
import { report } from './report.ts';

const sections = henan.narrative;
const subjects = sections.flatMap((section) => section.subjects);
const others = { lastYear: undefined, subordinates: [], problems: [] };

function resolve(written: string) {
  const { expression, problems } = parseExpression(written);
  expect(problems, written).toEqual([]);
  if (expression?.kind !== 'reference') throw new Error(`no reference: ${written}`);
  return resolveReference(expression, { report, profile: henan, others });
}

function namesIn(expression: Expression | undefined): string[] {
  switch (expression?.kind) {
    case 'name':
      return [expression.name];
    case 'sum':
      return expression.terms.flatMap(({ operand }) => namesIn(operand));
    default:
      throw new Error(`${expression?.kind} in an identity of the narrative`);
  }
}

describe('phrases', () => {
  it('are written out', () => {
    expect(formsOf('收（、）?支总计')).toEqual(['收支总计', '收、支总计']);
    expect(formsOf('（自评|评价）得分')).toEqual(['自评得分', '评价得分']);
    expect(formsOf('因公出国（境）（费|费用）?')).toEqual([
      '因公出国(境)',
      '因公出国(境)费',
      '因公出国(境)费用',
    ]);
    expect(formsOf('（（国（境）外|国外）来访）?团组')).toEqual([
      '团组',
      '国(境)外来访团组',
      '国外来访团组',
    ]);
    expect(formsOf('“优”')).toEqual(['优']);
  });

  it('are read without brackets too', () => {
    expect(withoutBrackets('单价100万元(含)以上设备(不含车辆)')).toBe('单价100万元以上设备');
    expect(withoutBrackets('a(b(c)d)e')).toBe('ae');
    expect(withoutBrackets('a)b')).toBe('ab');
  });

  it('never write out to more than is kept', () => {
    for (const { name, phrases } of subjects) {
      for (const phrase of phrases) {
        const { length } = formsOf(phrase);
        expect(length < MOST_FORMS, `${name}: ${phrase} has ${length} forms`).toBe(true);
        expect(length).toBeGreaterThan(0);
      }
    }
  });
});

/** Said of two things, in these sections: what is meant is left open, or told by what is being spoken of. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  income: ['收入总计', '总收入', '收入总额'],
  expenditure: ['支出总计', '总支出', '支出总额'],
  'fiscal-expenditure': ['财政拨款支出', '财政拨款支出合计', '本年财政拨款支出'],
  'three-public': ['总支出', '来访团组', '来宾', '来访人次', '来访人员', '来访人数'],
};

describe('the vocabulary of a profile', () => {
  it('gives one phrase one meaning within a section', () => {
    for (const section of sections) {
      const open = new Set<string>();
      for (const [phrase, meant] of subjectVocabulary(henan).phrases(section).own) {
        const figures = new Set<string>();
        for (const { definition } of meant) {
          const { measure, units } = definition;
          for (const unit of units.length > 0 ? units : [measure]) {
            if (figures.has(unit)) open.add(phrase);
            figures.add(unit);
          }
        }
      }
      expect([...open].sort(), section.key).toEqual([...(OPEN[section.key] ?? [])].sort());
    }
  });

  it('gives one name one quantity', () => {
    const known = new Map<string, string>();
    for (const { phrases: _, ...rest } of subjects) {
      const text = JSON.stringify(rest);
      expect(known.get(rest.name) ?? text).toBe(text);
      known.set(rest.name, text);
    }
  });

  it('names places that its forms have', () => {
    for (const { name, final, instead, budget, listed } of subjects) {
      for (const written of [...final, ...instead, ...budget]) {
        const resolution = resolve(written);
        expect(resolution.kind, `${name}: ${written}`).toBe('resolved');
        if (resolution.kind !== 'resolved') continue;
        const target = resolution.targets[0];
        expect(target?.rows.kind, written).toBe('one');
        expect(target?.columns.length, written).toBe(1);
      }
      if (listed) expect(resolve(listed.final).kind).toBe('resolved');
    }
    for (const { coded, key } of sections) {
      for (const { final } of coded) {
        const resolution = resolve(final);
        expect(resolution.kind, `${key}: ${final}`).toBe('resolved');
        if (resolution.kind !== 'resolved') continue;
        expect(resolution.targets[0]?.rows).toMatchObject({ kind: 'each', selector: 'all' });
        expect(resolution.targets[0]?.columns.length).toBe(1);
      }
    }
  });

  it('has identities over its own names', () => {
    const known = new Set(subjects.map((subject) => subject.name));
    for (const section of sections) {
      for (const { id, statement } of section.identities) {
        const { left, right, relation, problems } = parseAssertion(statement);
        expect(problems, id).toEqual([]);
        expect(['=', '≤']).toContain(relation);
        for (const name of [...namesIn(left), ...namesIn(right)]) {
          expect(known.has(name), `${id}: ${name}`).toBe(true);
        }
      }
      if (section.shareBase !== undefined) {
        const own = section.parent ?? section.key;
        const around = sections.filter(({ key }) => key === own || key === section.key);
        const names = around.flatMap((one) => one.subjects.map((subject) => subject.name));
        expect(names, section.key).toContain(section.shareBase);
      }
    }
  });

  it('counts belong to amounts of it', () => {
    const amounts = subjects.filter((one) => one.measure === 'amount').map((one) => one.name);
    for (const { of } of subjects) if (of !== undefined) expect(amounts).toContain(of);
  });

  it('has sections with unique keys, below others of it', () => {
    const keys = sections.map((section) => section.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { key, parent, claims, catalogue } of sections) {
      if (parent !== undefined) expect(keys.indexOf(parent)).toBeGreaterThanOrEqual(0);
      expect(claims ? /^N\d+(\.\d)?$/.test(catalogue) : catalogue === '', key).toBe(true);
    }
  });

  it('knows each section by its own headings', () => {
    for (const { key, parent, headings, claims } of sections) {
      for (const words of headings) {
        if (parent !== undefined || !claims) continue;
        const found = sectionOf([`一、${words.join('')}`], henan)?.[0]?.key;
        expect(found, words.join('')).toBe(key);
      }
    }
  });

  it('is there for every profile', () => {
    for (const profile of profiles) expect(profile.narrative.length).toBeGreaterThan(0);
  });
});
