import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import { sealOf } from '../../server/cli/formats/proof-json.ts';
import { rules } from '../../server/rules/catalogue.ts';
import type { Proof } from '../../server/verify/proof.ts';
import { verify } from '../../server/verify/verify.ts';
import { generate } from '../generate/generate.ts';
import { Random } from '../generate/random.ts';
import { run } from '../mutation/run.ts';
import { runs, seeds } from '../properties/runs.ts';
import { proved, provedOriginal } from './prove.ts';

const root = join(import.meta.dirname, '../..');
const schema = JSON.parse(readFileSync(join(root, 'docs/proof.schema.json'), 'utf8'));
const validate = new Ajv({ strict: true, strictTypes: false }).compile(schema);

const mistakes = readFileSync(join(root, 'examples/mistakes.gouji'), 'utf8');

/** Reports with one mistake or two, as the mutation test makes them. */
function wrongReports(count: number): readonly string[] {
  const texts: string[] = [];
  run(
    { seed: 77, count, pairs: Math.ceil(count / 4) },
    { single: (_, { text }) => texts.push(text), pair: (_, { text }) => texts.push(text) },
  );
  return texts;
}

describe('the proof of a report', () => {
  it('is verified for every correct report, and has no conflict', () => {
    for (const seed of seeds(runs(30), 600)) {
      const { gouji } = generate(seed);
      const proof = proved(gouji);
      expect([seed, verify(proof, gouji)]).toEqual([seed, []]);
      expect(proof.conflicts).toEqual([]);
      expect(proof.constraints.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
      expect(proof.constraints.length).toBeGreaterThan(50);
    }
  });

  it('is verified for every wrong one', () => {
    let conflicts = 0;
    let explanations = 0;
    for (const text of wrongReports(runs(60))) {
      const proof = proved(text);
      expect([text.slice(0, 200), verify(proof, text)]).toEqual([text.slice(0, 200), []]);
      conflicts += proof.conflicts.length;
      explanations += proof.conflicts.filter((one) => one.explanations.length > 0).length;
    }
    expect(conflicts).toBeGreaterThan(runs(60) / 2);
    expect(explanations).toBeGreaterThan(runs(60) / 2);
  });

  it('is verified for published originals, with places of theirs', () => {
    for (const seed of seeds(runs(12), 40)) {
      const { published } = generate(seed);
      expect([seed, verify(provedOriginal(published), published)]).toEqual([seed, []]);
    }
  });

  it('is verified with every line ending, and behind a byte-order mark', () => {
    for (const ending of ['\r\n', '\r']) {
      const text = `\uFEFF${mistakes.replaceAll('\n', ending)}`;
      expect(verify(proved(text), text)).toEqual([]);
    }
  });

  it('has the shape of its schema', () => {
    for (const text of [mistakes, '', generate(3).gouji]) {
      const proof = proved(text);
      expect([validate(proof), validate.errors]).toEqual([true, null]);
      expect(validate({ ...proof, more: 1 })).toBe(false);
      expect(validate({ ...proof, facts: [{ ...proof.facts[0], value: 1.5 }] })).toBe(false);
    }
  });

  it('has for each error that arithmetic finds a conflict with its repair', () => {
    const { conflicts, facts, constraints } = proved(mistakes);
    const told = conflicts.map(({ place, rule, sets, explanations }) => ({
      at: `${place.line} ${rule}`,
      broken: sets.length,
      repairs: explanations.map(({ changes }) =>
        changes.map(({ fact, value }) => `${facts[fact]?.text} ${facts[fact]?.value} → ${value}`),
      ),
    }));
    expect(told).toContainEqual({
      at: '215 sum/total',
      broken: 3,
      repairs: [['12.60 126000 → 216000']],
    });
    for (const { sets } of conflicts) {
      for (const { members } of sets) {
        for (const { constraint } of members) {
          expect(constraints[constraint]?.verdict).toBe('broken');
        }
      }
    }
  });

  it('has a minimal set where identities hold one by one and not together', () => {
    const { bad } = rules.find(({ id }) => id === 'rounding/joint') as { readonly bad: string };
    const proof = proved(bad);
    expect(verify(proof, bad)).toEqual([]);
    expect(proof.conflicts.map(({ sets }) => sets.map(({ members }) => members.length))).toEqual([
      [2],
    ]);
    expect(proof.constraints.every(({ verdict }) => verdict !== 'broken')).toBe(true);
  });

  it('takes figures of other reports as given', () => {
    const read = (name: string): string => readFileSync(join(root, 'examples', name), 'utf8');
    const text = read('bindings.gouji');
    const report = analyse({ text: read('bindings-2022.gouji') }).report;
    const others = () => {
      return { lastYear: { name: 'last.gouji', report }, subordinates: [], problems: [] };
    };
    const proof = proved(text, others);
    expect(verify(proof, text)).toEqual([]);
    const given = proof.facts.filter(({ kind }) => kind === 'other');
    expect(given.length).toBe(3);
    expect(new Set(given.map((fact) => fact.report))).toEqual(new Set(['last.gouji']));
    expect(given.every(({ place }) => place === undefined)).toBe(true);
  });
});

/** The 基本支出 of 20126 should be 78.00, and the sentence repeats it. */
const wrong = `名称：𠀀县档案馆
年度：2023
金额单位：万元

表 公开03表
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
|---|---|---|---|---|
| | 合计 | 100.30 | 78.00 | 22.30 |
| 201 | 一般公共服务支出 | 100.30 | 78.00 | 22.30 |
| 20126 | 档案事务 | 100.30 | 87.00 | 22.30 |
| 2012601 | 行政运行 | 78.00 | 78.00 | |
| 2012604 | 档案馆 | 22.30 | | 22.30 |

# 第三部分 2023年度单位决算情况说明

## 三、支出决算情况说明

2023年度支出合计100.30万元，其中：基本支出78.00万元，占77.77%；项目支出22.30万元，占22.23%。
`;

describe('tampering', () => {
  const proof = proved(wrong);

  it('starts from a proof that holds', () => {
    expect(verify(proof, wrong)).toEqual([]);
    expect(proof.conflicts.map(({ explanations }) => explanations.length)).toEqual([1]);
  });

  it('with any number of the text is discovered', () => {
    const random = new Random(5);
    const digits = [...wrong.matchAll(/\d/g)].map(({ index }) => index);
    const inFacts = (at: number): boolean =>
      proof.facts.some(({ place }) => place !== undefined && place.start <= at && at < place.end);
    let found = 0;
    for (let each = 0; each < 300; each++) {
      const at = random.pick(digits);
      if (!inFacts(at)) continue;
      found++;
      const other = random.pick([...'0123456789'].filter((digit) => digit !== wrong[at]));
      const text = wrong.slice(0, at) + other + wrong.slice(at + 1);
      expect([at, verify(proof, text).length > 0]).toEqual([at, true]);
    }
    expect(found).toBeGreaterThan(20);
  });

  /** The same proof with the `index`-th member of a list changed. */
  function tampered<List extends 'facts' | 'constraints' | 'conflicts'>(
    list: List,
    index: number,
    change: (one: Proof[List][number]) => object,
  ): Proof {
    const all = proof[list].map((one, at) => (at === index ? { ...one, ...change(one) } : one));
    return { ...proof, [list]: all };
  }

  const turned = (text: string): string =>
    text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));

  it('with a figure of the proof is discovered, whatever its seal', () => {
    proof.facts.forEach((fact, index) => {
      const { place, kind } = fact;
      const found = (change: object): number =>
        verify(
          tampered('facts', index, () => change),
          wrong,
        ).length;
      expect([kind, index, found({ value: turned(fact.value) }) > 0]).toEqual([kind, index, true]);
      expect([kind, index, found({ half: turned(`${fact.half}1`) }) > 0]).toEqual([
        kind,
        index,
        true,
      ]);
      if (place === undefined) return;
      expect(found({ text: turned(fact.text?.trim() || '0') })).toBeGreaterThan(0);
      expect(found({ place: { ...place, line: place.line + 1 } })).toBeGreaterThan(0);
      expect(found({ place: { ...place, column: place.column + 1 } })).toBeGreaterThan(0);
      expect(found({ exponent: fact.exponent + 1 })).toBeGreaterThan(0);
    });
  });

  it('with a difference, a verdict or a repair is discovered', () => {
    proof.constraints.forEach((one, index) => {
      const changes: object[] = [{ verdict: one.verdict === 'broken' ? 'exact' : 'broken' }];
      if (one.kind === 'linear') changes.push({ difference: turned(one.difference ?? '') });
      for (const change of changes) {
        const other = tampered('constraints', index, () => change);
        expect([index, verify(other, wrong).length > 0]).toEqual([index, true]);
      }
    });
    proof.conflicts.forEach(({ explanations, sets }, index) => {
      for (const { changes, title } of explanations) {
        const [first, ...others] = changes;
        if (first === undefined) continue;
        const other = [{ title, changes: [{ ...first, value: `${first.value}9` }, ...others] }];
        const found = verify(
          tampered('conflicts', index, () => ({ explanations: other })),
          wrong,
        );
        expect([index, found.map(({ code }) => code)]).toEqual([index, ['repair']]);
      }
      const holding = proof.constraints.findIndex(({ verdict }) => verdict === 'exact');
      const more = [...sets, { members: [{ constraint: holding, multiplier: '1' }] }];
      const found = verify(
        tampered('conflicts', index, () => ({ sets: more })),
        wrong,
      );
      expect(found.map(({ code }) => code)).toContain('set');
    });
  });

  it('never makes the verifier fail, whatever numbers stand in the proof', () => {
    const random = new Random(11);
    const text = JSON.stringify(proof);
    const numbers = [...text.matchAll(/(?<=":|\[|,)-?\d+(?=[,}\]])/g)];
    let changed = 0;
    for (let each = 0; each < 300; each++) {
      const at = random.pick(numbers);
      const put = random.pick(['0', '1', '7', '40', '99999999', '-1']);
      const other = `${text.slice(0, at.index)}${put}${text.slice(at.index + at[0].length)}`;
      const tamperedProof = JSON.parse(other) as Proof;
      if (!validate(tamperedProof)) continue;
      changed++;
      expect(Array.isArray(verify(tamperedProof, wrong))).toBe(true);
      expect(sealOf(tamperedProof) === proof.seal).toBe(put === at[0]);
    }
    expect(changed).toBeGreaterThan(100);
  });

  it('with anything at all breaks the seal', () => {
    expect(sealOf(proof)).toBe(proof.seal);
    const leaves = JSON.stringify(proof).match(/"times":-?\d+/g) ?? [];
    expect(leaves.length).toBeGreaterThan(20);
    const text = JSON.stringify(proof).replace('"times":1', '"times":2');
    expect(sealOf(JSON.parse(text))).not.toBe(proof.seal);
  });
});
