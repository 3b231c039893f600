import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import { importText } from '../../server/import/import-text.ts';
import { generate } from '../generate/generate.ts';
import { Random } from '../generate/random.ts';
import { type Region, regions } from '../generate/regions.ts';
import { publishRegion, writeRegion } from '../generate/write-region.ts';
import { analysePublished, describeFindings, serious, seriousOf } from './findings.ts';
import { runs, seeds } from './runs.ts';

/** 上海 and 湖南 differ most from each other; each also as text whose header names no profile, and as published. */
const often = new Set(['上海', '湖南']);

describe.each(Object.values(regions) as Region[])('a correct report of $name', (region) => {
  it('gives no error and no warning, whether it names its profile or is recognised', () => {
    for (const seed of seeds(runs(often.has(region.name) ? 200 : 40))) {
      const { sheet } = generate(seed);
      const analysis =
        seed % 3 === 2
          ? analysePublished(publishRegion(sheet, region))
          : analyse({ text: writeRegion(sheet, region, { named: seed % 3 === 0 }) });
      const findings = serious(analysis);
      if (findings.length > 0) {
        const list = describeFindings(analysis.tree.text, findings);
        expect.fail(`seed ${seed} ${analysis.profile.name}\n${list}`);
      }
      expect(analysis.report.forms.size, `seed ${seed}`).toBe(9);
    }
  });

  it('has a wrong amount in its tables found', () => {
    for (const seed of seeds(runs(25), 700)) {
      const { sheet } = generate(seed);
      const text = withWrongAmount(writeRegion(sheet, region, { named: true }), seed);
      if (text === undefined) continue;
      expect(seriousOf(text.wrong).length, `seed ${seed}: ${text.change}`).toBeGreaterThan(0);
    }
  });
});

/** One amount of a table, 1.00 more than it is. */
function withWrongAmount(
  text: string,
  seed: number,
): { readonly wrong: string; readonly change: string } | undefined {
  const random = new Random(seed).fork('wrong amount');
  const cells = [...text.matchAll(/^\|.*\|$/gm)].flatMap((row) =>
    [...row[0].matchAll(/(?<=\| )\d[\d,]*\.\d\d(?= \|)/g)].map((cell) => ({
      at: row.index + cell.index,
      printed: cell[0],
    })),
  );
  if (cells.length === 0) return undefined;
  const { at, printed } = random.pick(cells);
  const [whole = '', fraction] = printed.replaceAll(',', '').split('.');
  const other = `${BigInt(whole) + 1n}.${fraction}`;
  const wrong = text.slice(0, at) + other + text.slice(at + printed.length);
  const line = text.slice(0, at).split('\n').length;
  return { wrong, change: `line ${line}: ${printed} → ${other}` };
}

describe('a report that says nothing of its profile', () => {
  it.each([
    ['上海', '上海'],
    // Alike in every form and number: none is claimed where the name of the body does not say.
    ['湖南', '通用'],
    ['湖北', '通用'],
    ['陕西', '陕西'],
    ['广西', '广西'],
  ] as const)('of %s is read as one of %s', (name, profile) => {
    const { sheet } = generate(3);
    const region = regions[name];
    expect(analyse({ text: writeRegion(sheet, region, { named: false }) }).profile.name).toBe(
      profile,
    );
    expect(importText(publishRegion(sheet, region)).text).toContain(`版式：${profile}\n`);
  });

  it('is read by where the body is, if nothing that it prints speaks against it', () => {
    const { sheet } = generate(3);
    const inPlace = (region: Region, body: string): string => {
      const text = writeRegion(sheet, region, { named: false });
      return analyse({ text: text.replaceAll(sheet.accounts.body.name, body) }).profile.name;
    };
    expect(inPlace(regions.湖南, '湖南省档案馆')).toBe('湖南');
    expect(inPlace(regions.湖北, '湖北省档案馆')).toBe('湖北');
    // No numbers and the three public expenses before the funds: not as 河南 does it.
    expect(inPlace(regions.上海, '河南省档案馆')).toBe('上海');
  });
});
