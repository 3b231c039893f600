import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import { bindFigure } from '../../server/fixes/bind-figure.ts';

const example = readFileSync(join(import.meta.dirname, '../../examples/clean.gouji'), 'utf8');

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function applied(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { start, end, text: replacement } of [...edits].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + replacement + result.slice(end);
  }
  return result;
}

describe('binding what a sentence claims', () => {
  const { ledger, findings } = analyse({ text: example });
  const offers = ledger.prose.flatMap((entry) => bindFigure(entry, example) ?? []);

  test('most figures can be bound, each to what it was read as', () => {
    expect(offers.length).toBeGreaterThan(40);
    const first = ledger.prose[0];
    const edit = first && bindFigure(first, example)?.edits[0];
    expect(edit?.text).toBe('[248.32](公开01表.收入[总计])');
    expect(example.slice(edit?.end, (edit?.end ?? 0) + 2)).toBe('万元');
  });

  test('bound all at once the report says the same, and every binding holds', () => {
    const text = applied(
      example,
      offers.flatMap(({ edits }) => edits),
    );
    const bound = analyse({ text });
    expect(bound.bindings.length).toBe(offers.length);
    expect(bound.bindings.map(({ verdict }) => verdict)).toEqual(bound.bindings.map(() => 'holds'));
    expect(bound.findings.length).toBe(findings.length);
    expect(bound.coverage.narrative.nonZero.wrong).toBe(0);
    for (const entry of bound.ledger.prose) {
      if (entry.reading === 'bound') expect(bindFigure(entry, text)).toBeUndefined();
    }
  });

  test('a wrong figure is put right as it is bound; what was not read is left alone', () => {
    const wrong = example.replace('占83.36%', '占83.63%');
    const analysis = analyse({ text: wrong });
    const entry = analysis.ledger.prose.find(({ verdict }) => verdict === 'wrong');
    const offer = entry && bindFigure(entry, wrong);
    const text = applied(wrong, offer?.edits ?? []);
    expect(text).toContain(
      '占[83.36](占比(公开03表[合计].基本支出, 公开03表[合计].本年支出合计))%',
    );
    expect(analyse({ text }).findings.filter(({ level }) => level === 'error')).toEqual([]);
    for (const one of analysis.ledger.entries) {
      if (one.verdict === 'unread' || one.kind === 'cell') {
        expect(bindFigure(one, wrong)).toBeUndefined();
      }
    }
  });
});
