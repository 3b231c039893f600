import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyse } from '../../server/analysis.ts';
import { ClaimsJudge } from '../../server/reconcile/judge-claims.ts';
import { explain } from '../../server/reconcile/localise/explain.ts';
import type { Explanation } from '../../server/reconcile/localise/explanation.ts';
import { System } from '../../server/reconcile/localise/system.ts';

const head = '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n';

/** Amounts in hundredths, by row (合计, 201, 20126, its items, 208, 20805, its item) and column. */
type Amounts = readonly (readonly [number, number, number])[];

const CODES = ['', '201', '20126', '2012601', '2012604', '208', '20805', '2080505'];
const NAMES = [
  '合计',
  '一般公共服务支出',
  '档案事务',
  '行政运行',
  '档案馆',
  '社会保障和就业支出',
  '行政事业单位养老支出',
  '机关事业单位基本养老保险缴费支出',
];

/** Rows that a row is the sum of. */
const BELOW: readonly (readonly number[])[] = [[1, 5], [2], [3, 4], [], [], [6], [7], []];

function correct(items: readonly (readonly [number, number])[]): Amounts {
  const rows: [number, number, number][] = CODES.map(() => [0, 0, 0]);
  [3, 4, 7].forEach((row, index) => {
    const [basic, project] = items[index] ?? [0, 0];
    rows[row] = [basic + project, basic, project];
  });
  for (const row of [2, 1, 6, 5, 0]) {
    const sum = (column: number): number =>
      (BELOW[row] ?? []).reduce((total, below) => total + (rows[below]?.[column] ?? 0), 0);
    rows[row] = [sum(0), sum(1), sum(2)];
  }
  return rows;
}

function report(amounts: Amounts): string {
  const lines = amounts.map(
    (row, index) =>
      `| ${CODES[index]} | ${NAMES[index]} | ${row.map((amount) => (amount / 100).toFixed(2)).join(' | ')} |`,
  );
  return `${head}表 公开03表\n| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |\n|---|---|---|---|---|\n${lines.join('\n')}\n`;
}

/** How many sums fail, by arithmetic of its own: a sum of n parts may be off by (n + 1) half units. */
function failing(amounts: Amounts): number {
  let count = 0;
  const check = (total: number, parts: readonly number[]): void => {
    const off = Math.abs(total - parts.reduce((sum, part) => sum + part, 0));
    if (parts.filter((part) => part !== 0).length + 1 < 2 * off) count++;
  };
  for (const [total, basic, project] of amounts) check(total, [basic, project]);
  BELOW.forEach((below, row) => {
    if (below.length === 0) return;
    for (const column of [0, 1, 2] as const) {
      check(
        amounts[row]?.[column] ?? 0,
        below.map((one) => amounts[one]?.[column] ?? 0),
      );
    }
  });
  return count;
}

function withCell(amounts: Amounts, row: number, column: number, value: number): Amounts {
  return amounts.map((one, index) =>
    index === row ? (one.map((old, at) => (at === column ? value : old)) as never) : one,
  );
}

/** Every cell whose change alone makes all sums hold, found by trying every value that a sum could ask for. */
function loneCulprits(amounts: Amounts): readonly string[] {
  const found: string[] = [];
  amounts.forEach((row, index) => {
    row.forEach((printed, column) => {
      const asked = new Set<number>();
      const ask = (value: number): void => {
        for (let off = -3; off <= 3; off++) asked.add(value + off);
      };
      const [total, basic, project] = row;
      ask(column === 0 ? basic + project : total - (column === 1 ? project : basic));
      const at = (one: number): number => amounts[one]?.[column] ?? 0;
      BELOW.forEach((below, parent) => {
        if (parent === index && below.length > 0) ask(below.reduce((sum, one) => sum + at(one), 0));
        if (!below.includes(index)) return;
        ask(at(parent) - below.reduce((sum, one) => sum + (one === index ? 0 : at(one)), 0));
      });
      for (const value of asked) {
        if (value < 0 || value === printed) continue;
        if (failing(withCell(amounts, index, column, value)) === 0) {
          found.push(`${index}:${column}`);
          break;
        }
      }
    });
  });
  return found;
}

/** The cells that an explanation changes, and those that it names instead. */
function cellsOf({ culprits, structures }: Explanation): readonly string[] {
  const facts = [
    ...culprits.flatMap(({ fact, together }) => [fact, ...together.map((one) => one.fact)]),
    ...structures.flatMap(({ changes }) => changes.map(({ fact }) => fact)),
  ];
  return facts.map((fact) => nameOf(fact)).sort();
}

function nameOf(fact: Explanation['culprits'][number]['fact']): string {
  if (fact.kind === 'figure') return `text ${fact.start}`;
  const { row, column } = fact.term;
  return `${CODES.indexOf(row?.code ?? '')}:${column.index}`;
}

// Money everywhere: what zeros may hide is a matter of other tests.
const items = fc.array(
  fc.tuple(fc.integer({ min: 500, max: 99_999 }), fc.integer({ min: 500, max: 99_999 })),
  { minLength: 3, maxLength: 3 },
);
const place = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 2 }));

describe('the smallest explanation', () => {
  it('of one changed cell is what trying every cell and value finds', () => {
    fc.assert(
      fc.property(
        items,
        place,
        fc.integer({ min: 20, max: 99_999 }),
        (drawn, [row, column], by) => {
          const right = correct(drawn);
          const wrong = withCell(right, row, column, (right[row]?.[column] ?? 0) + by);
          if (failing(wrong) === 0) return;
          const lone = loneCulprits(wrong);
          const { explanation } = analyse({ text: report(wrong) });
          const [culprit] = explanation.culprits;
          expect(explanation.culprits).toHaveLength(1);
          const named = [culprit, ...(culprit?.alternatives.map(([first]) => first) ?? [])].flatMap(
            (one) => (one === undefined ? [] : nameOf(one.fact)),
          );
          expect(named.sort()).toEqual([...lone].sort());
        },
      ),
      { numRuns: 150 },
    );
  });

  it('of two changed cells is no larger than two, and repairs everything', () => {
    fc.assert(
      fc.property(
        items,
        fc.uniqueArray(place, { minLength: 2, maxLength: 2, selector: String }),
        fc.tuple(fc.integer({ min: 200, max: 99_999 }), fc.integer({ min: 200, max: 99_999 })),
        (drawn, places, by) => {
          let wrong = correct(drawn);
          places.forEach(([row, column], index) => {
            const old = wrong[row]?.[column] ?? 0;
            wrong = withCell(wrong, row, column, old + (by[index] ?? 0));
          });
          if (failing(wrong) === 0) return;
          const { explanation } = analyse({ text: report(wrong) });
          if (explanation.structures.length > 0) return;
          expect(cellsOf(explanation).length).toBeLessThanOrEqual(2);
          expect(explanation.unexplained).toEqual([]);
          let repaired = wrong;
          for (const { fact, value, together } of explanation.culprits) {
            for (const one of [{ fact, value }, ...together]) {
              const [row = 0, column = 0] = nameOf(one.fact).split(':').map(Number);
              const hundredths = Math.round(one.value.units / 10 ** (one.value.decimals - 2));
              repaired = withCell(repaired, row, column, hundredths);
            }
          }
          expect(failing(repaired)).toBe(0);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('determinism', () => {
  const text = `${report(
    withCell(
      withCell(
        correct([
          [5800, 0],
          [2000, 1440],
          [2020, 0],
        ]),
        2,
        1,
        8700,
      ),
      7,
      0,
      2200,
    ),
  )}\n# 第三部分 2023年度部门决算情况说明\n\n## 三、支出决算情况说明\n\n2023年度支出合计112.60万元，其中：基本支出98.20万元，占87.21%；项目支出14.40万元，占12.97%。\n`;

  const explained = (analysis: Analysis, order: readonly number[]): string => {
    const judge = new ClaimsJudge(analysis.narrative, analysis);
    const claims = judge.run();
    const outcomes = order.flatMap((index) => analysis.outcomes[index] ?? []);
    const { culprits } = explain(new System(outcomes, claims, judge));
    const lines = culprits.map(
      ({ fact, value, alternatives }) =>
        `${fact.start} ${value.units} ${alternatives.map((one) => one.map(({ fact: other, value: put }) => `${other.start} ${put.units}`).join('+')).join('|')}`,
    );
    return lines.sort().join('\n');
  };

  it('the order of the constraints says nothing', () => {
    const analysis = analyse({ text });
    const order = analysis.outcomes.map((_, index) => index);
    const first = explained(analysis, order);
    expect(first.split('\n').length).toBeGreaterThanOrEqual(3);
    fc.assert(
      fc.property(fc.shuffledSubarray(order, { minLength: order.length }), (shuffled) => {
        expect(explained(analysis, shuffled)).toBe(first);
      }),
      { numRuns: 40 },
    );
  });
});
