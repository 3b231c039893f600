import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import { damage } from '../generate/damage.ts';
import { generate } from '../generate/generate.ts';
import { Random } from '../generate/random.ts';
import { selfEvaluation } from '../generate/self-evaluation.ts';

const seeds = Array.from({ length: 300 }, (_, seed) => seed);

function found(text: string): readonly string[] {
  return analyse({ text }).findings.flatMap(({ rule, level, message }) =>
    rule.startsWith('performance/') || rule.startsWith('internal/')
      ? [`${level} ${rule} ${message.zh}`]
      : [],
  );
}

describe('self-evaluation forms', () => {
  it('are not touched where they are right', () => {
    for (const seed of seeds) {
      const { text } = selfEvaluation(seed);
      const findings = found(text);
      if (findings.length > 0) expect.fail(`seed ${seed}: ${findings.join('\n')}\n${text}`);
    }
  });

  it('are not touched in whole reports', () => {
    for (const seed of seeds.slice(0, 40)) {
      const [, form = ''] = selfEvaluation(seed).text.split('\n\n');
      const findings = found(`${generate(seed).gouji}\n\n${form}`).filter(
        // What a form of another body spends is not what the report spends.
        (finding) => !finding.includes('performance/outturn'),
      );
      expect(findings).toEqual([]);
    }
  });

  it('show each figure that is wrong', () => {
    const silent: string[] = [];
    let tried = 0;
    for (const seed of seeds.slice(0, 100)) {
      const { text, mutations } = selfEvaluation(seed);
      for (const { start, end, wrong } of mutations) {
        tried += 1;
        const changed = text.slice(0, start) + wrong + text.slice(end);
        if (found(changed).length > 0) continue;
        const line = changed.slice(
          changed.lastIndexOf('\n', start) + 1,
          changed.indexOf('\n', start),
        );
        silent.push(`seed ${seed}: ${text.slice(start, end)} → ${wrong} in ${line}`);
      }
    }
    expect(tried).toBeGreaterThan(1000);
    expect(silent).toEqual([]);
  });

  it('tell one wrong figure once', () => {
    let many = 0;
    let all = 0;
    for (const seed of seeds.slice(0, 60)) {
      const { text, mutations } = selfEvaluation(seed);
      for (const { start, end, wrong } of mutations) {
        all += 1;
        if (found(text.slice(0, start) + wrong + text.slice(end)).length > 1) many += 1;
      }
    }
    expect(many / all).toBeLessThan(0.02);
  });

  it('count what was checked', () => {
    for (const seed of seeds.slice(0, 50)) {
      const { nonZero } = analyse({ text: selfEvaluation(seed).text }).coverage.tables;
      expect(nonZero.wrong).toBe(0);
      expect(nonZero.verified / (nonZero.verified + nonZero.stated)).toBeGreaterThan(0.7);
    }
  });

  it('are never an error where extraction has damaged them', () => {
    const errors: string[] = [];
    for (const seed of seeds) {
      const random = new Random(seed).fork('damage');
      for (let time = 0; time < 8; time++) {
        const text = damage(selfEvaluation(seed).text, random);
        for (const { rule, level, message } of analyse({ text, published: true }).findings) {
          const isOurs = /^(?:performance|internal)\//.test(rule);
          if (isOurs && level === 'error') errors.push(`seed ${seed}: ${message.zh}\n${text}`);
        }
      }
    }
    expect(errors).toEqual([]);
  });
});
