import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim } from '../../server/claims/claim.ts';
import { narrativeOf } from './claims-of.ts';

const PIECES = [
  ...[
    '支出合计',
    '收、支总计',
    '公务接待费',
    '农林水',
    '财政拨款收入',
    '人员经费',
    '车辆',
    '某项目',
  ],
  ...['5万元', '492.50万元', '12.5%', '3个', '3辆', '0人次', '98分', '35.36.00万元', '5-10万元'],
  ...[
    '2022年度',
    '2019年',
    '上年',
    '均为',
    '分别为',
    '占',
    '占支出合计的',
    '完成年初预算的',
    '完成预算',
  ],
  ...[
    '年初预算',
    '支出决算',
    '与上年相比',
    '比预算数',
    '同比',
    '增加',
    '下降',
    '增幅',
    '持平',
    '大于预算数',
  ],
  ...['没有', '主要包括：', '主要用于', '其中：', '主要原因是', '（类）', '（款）', '（项）', '1.'],
  ...[
    '，',
    '、',
    '；',
    '。',
    '（',
    '）',
    '和',
    '的',
    '[5](无)',
    '\n',
    '\n\n',
    '\n\n## 三、支出决算情况说明\n\n',
  ],
];
const sections = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 60 })
  .map((pieces) => `## 九、财政拨款“三公”经费支出决算情况说明\n\n${pieces.join('')}`);

test('any narrative is read; claims speak of its figures and stand in order of place', () => {
  fc.assert(
    fc.property(sections, (text) => {
      const { narrative } = narrativeOf(text);
      const figures = new Set<unknown>(narrative.figures);
      let start = 0;
      for (const claim of narrative.claims) {
        expect(claim.start).toBeGreaterThanOrEqual(start);
        start = claim.start;
        expect(claim.end).toBeGreaterThanOrEqual(claim.start);
        for (const figure of figuresOf(claim)) expect(figures.has(figure)).toBe(true);
        if ('figure' in claim) {
          expect(claim.figure.bound).toBe(false);
          expect(claim.figure.aspect).toBeDefined();
        }
      }
    }),
    { numRuns: 500 },
  );
});

function figuresOf(claim: Claim): unknown[] {
  return Object.values(claim)
    .flat()
    .flatMap((part: unknown) => {
      if (typeof part !== 'object' || part === null) return [];
      if ('number' in part) return [part];
      return 'kind' in part && part.kind === 'figure' && 'figure' in part ? [part.figure] : [];
    });
}

test('time grows with the length of the narrative', () => {
  const paragraph =
    '公务接待费预算为5.00万元，支出决算为4.00万元，完成预算的80.00%，比上年增加1.00万元，增长33.33%。其中：某项1.00万元，占25.00%。\n\n';
  const run = (times: number): number => {
    const text = `## 九、财政拨款“三公”经费支出决算情况说明\n\n${paragraph.repeat(times)}`;
    const before = process.cpuUsage();
    narrativeOf(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  run(100);
  const once = Math.min(run(200), run(200), run(200));
  const many = Math.min(run(2000), run(2000));
  expect(many).toBeLessThan(10 * once * 3 + 60);
});
