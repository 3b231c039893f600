import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import { importText } from '../../server/import/import-text.ts';
import { dumpOf, expectedDump } from '../generate/dump.ts';
import { generate } from '../generate/generate.ts';
import { analysePublished, describeFindings, serious, seriousOf } from './findings.ts';
import { runs, seeds } from './runs.ts';

describe('a correct report', () => {
  it('gives no error and no warning, however it is written', () => {
    for (const seed of seeds(runs(1000))) {
      const { gouji, style } = generate(seed);
      const findings = seriousOf(gouji);
      if (findings.length > 0) {
        expect.fail(`seed ${seed} ${JSON.stringify(style)}\n${describeFindings(gouji, findings)}`);
      }
    }
  });

  it('gives none as published text either', () => {
    for (const seed of seeds(runs(300), 5000)) {
      const { published, publishedStyle } = generate(seed);
      const analysis = analysePublished(published);
      const findings = serious(analysis);
      if (findings.length > 0) {
        const list = describeFindings(analysis.tree.text, findings);
        expect.fail(`seed ${seed} ${JSON.stringify(publishedStyle)}\n${list}`);
      }
    }
  });
});

describe('the model', () => {
  it('holds what the accounts say, in every layout', () => {
    for (const seed of seeds(runs(400))) {
      const { gouji, sheet } = generate(seed);
      const { report } = analyse({ text: gouji });
      expect(dumpOf(report), `seed ${seed}`).toEqual(expectedDump(sheet));
      expect(
        report.tables.flatMap(({ problems }) => problems),
        `seed ${seed}`,
      ).toEqual([]);
      expect(report.header.name?.value).toBe(sheet.accounts.body.name);
      expect(report.header.year).toBe(sheet.accounts.year);
    }
  });

  it('is the same for every published form, and nothing is left over', () => {
    for (const seed of seeds(runs(400))) {
      const { published, sheet } = generate(seed);
      const imported = importText(published);
      const { report } = analyse({ text: imported.text, published: true });
      expect(dumpOf(report), `seed ${seed}`).toEqual(expectedDump(sheet));
      expect(
        imported.unplaced.map(({ start, end }) => published.slice(start, end)),
        `seed ${seed}`,
      ).toEqual([]);
      const { header } = report;
      expect([header.name?.value, header.year, header.unit, header.kind?.value]).toEqual([
        sheet.accounts.body.name,
        sheet.accounts.year,
        sheet.unit,
        `${sheet.accounts.body.kind}决算`,
      ]);
    }
  });
});
