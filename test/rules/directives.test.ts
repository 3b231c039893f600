import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/analysis.ts';

const header = '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n';
const rulesIn = (text: string): readonly string[] =>
  analyse({ text }).findings.map(({ rule }) => rule);

describe('disable directives', () => {
  it('silence between begin and end, whatever stands before and after', () => {
    const repeated = '名称：青禾县图书馆\n';
    const text = fc.array(fc.constantFrom('finding', 'begin', 'end'), { maxLength: 12 });
    fc.assert(
      fc.property(text, (steps) => {
        let silent = false;
        let expected = 0;
        let source = header;
        for (const step of steps) {
          if (step === 'finding') {
            source += repeated;
            if (!silent) expected += 1;
          } else {
            silent = step === 'begin';
            source += silent
              ? '// gouji-disable header/repeated-field -- 样例\n'
              : '// gouji-enable\n';
          }
        }
        const found = rulesIn(source).filter((rule) => rule === 'header/repeated-field');
        expect(found.length).toBe(expected);
      }),
    );
  });

  it('never silence another line', () => {
    const line = fc.constantFrom('年度：2022\n', '名称：青禾县图书馆\n', '报告：决算\n');
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        fc.array(line, { maxLength: 6 }),
        (above, below) => {
          const before = rulesIn(header + above.join('') + below.join(''));
          const text = `${header + above.join('')}// gouji-disable-next-line -- 样例\n年度：二〇二三\n${below.join('')}`;
          const after = rulesIn(text).filter((rule) => !rule.startsWith('directive/'));
          expect(after.sort()).toEqual([...before].sort());
        },
      ),
    );
  });

  it('are found in time that grows with the file and not with its square', () => {
    const many = 20_000;
    const text = `${header}// gouji-disable-next-line header/repeated-field -- 样例\n名称：青禾县图书馆\n// gouji-disable header/invalid-value\n// gouji-enable\n`;
    const began = performance.now();
    const findings = rulesIn(header + text.repeat(many / 10));
    expect(findings.length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
