import { describe, expect, it } from 'vitest';
import type { TableNode } from '../../grammar/syntax-tree.ts';
import { type Analysis, analyse } from '../../server/analysis.ts';
import { henan } from '../../server/forms/profiles.ts';
import type { Row, Table } from '../../server/report/model.ts';
import { generate } from '../generate/generate.ts';
import { Random } from '../generate/random.ts';
import { describeFindings, seriousOf } from './findings.ts';
import { withoutLines } from './mutate.ts';
import { runs, seeds } from './runs.ts';

interface Attempt {
  readonly seed: number;
  readonly random: Random;
  readonly text: string;
  readonly analysis: Analysis;
  readonly table: Table;
  /** 1 to 9 */
  readonly form: number;
}

function* attempts(count: number, first: number): Generator<Attempt> {
  for (const seed of seeds(count, first)) {
    const { gouji: text } = generate(seed);
    const random = new Random(seed).fork('structure');
    const analysis = analyse({ text });
    for (const form of random.shuffle([1, 2, 3, 4, 5, 6, 7, 8]).slice(0, 3)) {
      const table = analysis.report.forms.get(henan.forms[form - 1]?.key ?? '');
      if (table !== undefined) yield { seed, random, text, analysis, table, form };
    }
  }
}

/** The most that any cell of a row prints, in its last places. */
function most(row: Row): number {
  return Math.max(
    0,
    ...row.cells.map((cell) => (cell?.reading.kind === 'figure' ? cell.reading.figure.units : 0)),
  );
}

function failure({ seed, form, text }: Attempt, what: string): string {
  return `seed ${seed}, form ${form}: ${what}\n${describeFindings(text, seriousOf(text))}`;
}

describe('a row that is lost', () => {
  it('is named, without a cascade', () => {
    let tried = 0;
    for (const attempt of attempts(runs(150), 60_000)) {
      const { random, text, analysis, table, form } = attempt;
      // Less than 10.00 may be lost in the rounding of its neighbours.
      const rows = table.rows.filter(
        (row) => row.code !== undefined && row.code.length > 3 && most(row) >= 1000,
      );
      if (rows.length === 0 || form === 1 || form === 4) continue;
      const row = random.pick(rows);
      const remaining = withoutLines(text, analysis.tree, new Set([row.line.index]));
      // In the side-by-side layout of 公开06表 a line holds three rows.
      const findings = seriousOf(remaining);
      const what = `without ${row.code} ${row.label}`;
      tried++;
      if (findings.length === 0) expect.fail(failure(attempt, `${what}: no finding`));
      if (findings.length > 3) {
        expect.fail(failure({ ...attempt, text: remaining }, `${what}: ${findings.length}`));
      }
    }
    expect(tried).toBeGreaterThan(runs(150));
  });
});

describe('a table that is cut off', () => {
  it('is said to be incomplete, without a cascade', () => {
    let tried = 0;
    for (const attempt of attempts(runs(150), 70_000)) {
      const { random, text, analysis, table, form } = attempt;
      const lines = bodyLines(table.syntax);
      // Of 公开06表 at least the first subjects are left; of the others sometimes only 合计.
      const least = form === 6 ? Math.ceil(lines.length / 3) : Math.min(lines.length, 2);
      const kept = random.integer(least, lines.length - 1);
      const cut = new Set(lines.slice(kept));
      const lost = table.rows.filter(({ line }) => cut.has(line.index));
      if (!lost.some((row) => most(row) >= 1000)) continue;
      const remaining = withoutLines(text, analysis.tree, cut);
      const findings = seriousOf(remaining);
      tried++;
      if (findings.length === 0) expect.fail(failure(attempt, `cut after ${kept}: no finding`));
      if (findings.length > 3) {
        expect.fail(
          failure({ ...attempt, text: remaining }, `cut after ${kept}: ${findings.length}`),
        );
      }
    }
    expect(tried).toBeGreaterThan(runs(100));
  });
});

function bodyLines(table: TableNode): number[] {
  return table.rows.filter(({ separator }) => !separator).map(({ index }) => index);
}
