import { describe, expect, it } from 'vitest';
import type { Range } from '../../grammar/syntax-tree.ts';
import { type Analysis, analyse } from '../../server/analysis.ts';
import type { Row } from '../../server/report/model.ts';
import type { Finding } from '../../server/rules/rule.ts';
import { type Generated, generate } from '../generate/generate.ts';
import { Random } from '../generate/random.ts';
import { describeFindings, seriousOf } from './findings.ts';
import { misspelt } from './misspelt.ts';
import { runs, seeds } from './runs.ts';

interface Change {
  readonly place: Range;
  readonly text: string;
}

/** Makes one change in each report that allows it; every one must be found, and where it was made. */
function expectFound(
  first: number,
  choose: (generated: Generated, analysis: Analysis, random: Random) => Change | undefined,
  isIt: (finding: Finding) => boolean,
): void {
  let tried = 0;
  for (const seed of seeds(runs(200), first)) {
    const generated = generate(seed);
    const { gouji } = generated;
    const random = new Random(seed).fork('words');
    const change = choose(generated, analyse({ text: gouji }), random);
    if (change === undefined) continue;
    tried++;
    const { place } = change;
    const wrong = gouji.slice(0, place.start) + change.text + gouji.slice(place.end);
    const findings = seriousOf(wrong);
    if (!findings.some(isIt)) {
      const was = gouji.slice(place.start, place.end);
      expect.fail(`seed ${seed}: ${was} → ${change.text}\n${describeFindings(wrong, findings)}`);
    }
  }
  expect(tried).toBeGreaterThan(runs(200) / 5);
}

/** A field above the rows of some table. */
function headField(analysis: Analysis, random: Random, kind: 'body' | 'year'): Range | undefined {
  const fields = analysis.report.tables.flatMap((table) =>
    table.fields.filter((field) => field.kind === kind),
  );
  return fields.length === 0 ? undefined : random.pick(fields).valueRange;
}

function rowsWithNames({ report }: Analysis): Row[] {
  return report.tables.flatMap((table) =>
    table.form?.classification === 'functional'
      ? table.rows.filter((row) => row.codeCell !== undefined && row.label !== '')
      : [],
  );
}

describe('a word that is wrong in one place', () => {
  it("the body's name in a table head", () => {
    expectFound(
      90_000,
      ({ sheet }, analysis, random) => {
        const place = headField(analysis, random, 'body');
        return place && { place, text: misspelt(sheet.accounts.body.name, random) };
      },
      ({ rule }) => rule === 'table-head/body-name',
    );
  });

  it('the year in a table head', () => {
    expectFound(
      91_000,
      ({ sheet }, analysis, random) => {
        const place = headField(analysis, random, 'year');
        const year = sheet.accounts.year + random.pick([-1, 1]);
        return place && { place, text: `${year}年度` };
      },
      ({ rule }) => rule === 'table-head/year',
    );
  });

  it('the unit in a table head', () => {
    expectFound(
      92_000,
      ({ sheet, gouji }, analysis, random) => {
        const fields = analysis.report.tables.flatMap((table) =>
          table.form?.number === '公开01表' || table.form?.number === '公开03表'
            ? table.fields.filter(({ kind }) => kind === 'unit')
            : [],
        );
        if (fields.length === 0 || sheet.otherUnits.size > 0) return undefined;
        const place = random.pick(fields).valueRange;
        const text = gouji.slice(place.start, place.end) === '元' ? '万元' : '元';
        return { place, text };
      },
      ({ level }) => level === 'error',
    );
  });

  it("a subject's code", () => {
    expectFound(
      93_000,
      (_, analysis, random) => {
        const rows = rowsWithNames(analysis);
        if (rows.length === 0) return undefined;
        const row = random.pick(rows);
        const digits = row.code ?? '';
        const place = row.codeCell;
        if (place === undefined) return undefined;
        const at = random.integer(0, digits.length - 1);
        const text = random.pick([
          digits.slice(0, at) + digits.slice(at + 1),
          `${digits.slice(0, at)}${(Number(digits[at]) + random.integer(1, 9)) % 10}${digits.slice(at + 1)}`,
        ]);
        return { place, text };
      },
      ({ rule }) => rule.startsWith('subject/') || rule.startsWith('table/'),
    );
  });

  it("a subject's name", () => {
    expectFound(
      94_000,
      (_, analysis, random) => {
        const rows = rowsWithNames(analysis);
        if (rows.length === 0) return undefined;
        const row = random.pick(rows);
        return row.labelCell && { place: row.labelCell, text: misspelt(row.label, random) };
      },
      ({ rule }) => rule.startsWith('subject/'),
    );
  });
});
