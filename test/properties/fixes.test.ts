import { describe, expect, it } from 'vitest';
import { foldWidth } from '../../grammar/width.ts';
import { analyse } from '../../server/analysis.ts';
import { editsBetween } from '../../server/fixes/edits.ts';
import { type FixedText, fixAll, MOST_PASSES } from '../../server/fixes/fix-all.ts';
import type { Finding } from '../../server/rules/rule.ts';
import { generate } from '../generate/generate.ts';
import { Random } from '../generate/random.ts';
import { changed, changes, printedCells, withAmount } from './mutate.ts';
import { runs, seeds } from './runs.ts';

const findingsOf = (text: string): readonly Finding[] => analyse({ text }).findings;

const fix = (text: string, suggestions = false): Promise<FixedText> =>
  fixAll(text, findingsOf(text), findingsOf, { suggestions });

const errors = (text: string): number =>
  findingsOf(text).filter(({ level }) => level === 'error').length;

/** Figures that are waived and directives: what a fix may never add. */
function silences(text: string): number {
  const { tree } = analyse({ text });
  const bindings = tree.paragraphs.flatMap(({ lines }) => lines.flatMap((one) => one.bindings));
  return tree.directives.length + bindings.filter(({ waived }) => waived).length;
}

/** Byte-order mark and line ends as other editors write them. */
function dress(text: string, random: Random): string {
  const mark = random.chance(0.5) ? '\ufeff' : '';
  return mark + text.replaceAll('\n', random.pick(['\n', '\r\n', '\r']));
}

/** What stands between bars and tabs, by place, without what aligns it. */
function contentsOf(text: string): string[] {
  return foldWidth(text)
    .split(/[\n|\t]/)
    .map((content) => content.trim());
}

/** A correct report with a cell, or a percentage of a sentence, that is wrong. */
function damaged(seed: number): { readonly right: string; readonly wrong: string } | undefined {
  const { gouji, sheet } = generate(seed);
  const random = new Random(seed).fork('fixes');
  if (random.chance(0.4)) {
    const found = [...gouji.matchAll(/占(?:[^，。；\d]{0,12})(\d+\.\d\d)%/g)];
    const one = found.length === 0 ? undefined : random.pick(found);
    if (one === undefined) return undefined;
    const at = one.index + one[0].length - 1 - (one[1]?.length ?? 0);
    const other = (Number(one[1]) * 100 + random.integer(20, 900)) / 100;
    const end = at + (one[1]?.length ?? 0);
    return { right: gouji, wrong: gouji.slice(0, at) + other.toFixed(2) + gouji.slice(end) };
  }
  const cells = [...printedCells(analyse({ text: gouji }).report).values()];
  const cell = random.pick(cells);
  const reading = cell.reading.kind === 'figure' ? cell.reading.figure : undefined;
  if (reading === undefined || reading.decimals !== 2) return undefined;
  const to = changed(random.pick(changes), reading.units, 30, random);
  if (to === undefined || reading.units < 0) return undefined;
  return { right: gouji, wrong: withAmount(gouji, cell, to, sheet) };
}

describe('fixes', () => {
  it('change nothing of a correct report', async () => {
    for (const seed of seeds(runs(150), 90_000)) {
      const text = dress(generate(seed).gouji, new Random(seed).fork('dress'));
      expect([seed, (await fix(text)).text === text]).toEqual([seed, true]);
    }
  });

  it('never guess: a wrong figure is put right as it was, or left alone', async () => {
    let restored = 0;
    for (const seed of seeds(runs(150), 91_000)) {
      const found = damaged(seed);
      if (found === undefined || errors(found.wrong) === 0) continue;
      const { text } = await fix(found.wrong);
      if (text === found.wrong) continue;
      // The change itself wrote half-width digits.
      const right = foldWidth(found.right);
      const kept = editsBetween(right, foldWidth(text)).map(({ start, end, text: now }) => [
        right.slice(start, end),
        now,
      ]);
      expect({ seed, kept }).toEqual({ seed, kept: [] });
      restored += 1;
    }
    // A test that sees nothing repaired tests nothing.
    expect(restored).toBeGreaterThan(runs(150) / 40);
  });

  it('never guess where several figures are wrong either', async () => {
    let restored = 0;
    for (const seed of seeds(runs(60), 94_000)) {
      const { gouji, sheet } = generate(seed);
      const random = new Random(seed).fork('several');
      const cells = random
        .shuffle([...printedCells(analyse({ text: gouji }).report).values()])
        .filter(({ reading }) => reading.kind === 'figure' && reading.figure.decimals === 2)
        .slice(0, 3)
        .sort((a, b) => b.range.start - a.range.start);
      let wrong = gouji;
      for (const cell of cells) {
        const units = cell.reading.kind === 'figure' ? cell.reading.figure.units : -1;
        const to = units < 0 ? undefined : changed(random.pick(changes), units, 30, random);
        if (to !== undefined) wrong = withAmount(wrong, cell, to, sheet);
      }
      const { text } = await fix(wrong);
      const [right, before, after] = [gouji, wrong, text].map(contentsOf);
      for (const [at, content] of (after ?? []).entries()) {
        if (content === before?.[at]) continue;
        expect({ seed, at, content }).toEqual({ seed, at, content: right?.[at] });
        restored += 1;
      }
    }
    expect(restored).toBeGreaterThan(runs(60) / 10);
  });

  it('fill in what is asked for, and the report is right', async () => {
    let filled = 0;
    for (const seed of seeds(runs(100), 92_000)) {
      const { gouji } = generate(seed);
      const random = new Random(seed).fork('asked');
      const cells = random
        .shuffle([...printedCells(analyse({ text: gouji }).report).values()])
        .slice(0, random.integer(1, 8))
        .sort((a, b) => b.range.start - a.range.start);
      let text = gouji;
      for (const { range } of cells) {
        text = `${text.slice(0, range.start)}=${text.slice(range.end)}`;
      }
      const fixed = await fix(text);
      const left = findingsOf(fixed.text).filter(({ rule }) => rule === 'asked/value');
      expect({ seed, left, errors: errors(fixed.text) }).toEqual({ seed, left: [], errors: 0 });
      filled += fixed.applied;
    }
    expect(filled).toBeGreaterThan(runs(100));
  });

  it.each([false, true])(
    'come to an end, change lines with findings only, silence nothing (suggestions: %s)',
    async (suggestions) => {
      for (const seed of seeds(runs(150), 93_000)) {
        const found = damaged(seed);
        if (found === undefined) continue;
        const wrong = dress(found.wrong, new Random(seed).fork('dress'));
        const { text, settled, passes } = await fix(wrong, suggestions);
        expect({ seed, settled }).toEqual({ seed, settled: true });
        expect(passes).toBeLessThanOrEqual(MOST_PASSES);
        expect({ seed, more: errors(text) > errors(wrong) }).toEqual({ seed, more: false });
        expect(silences(text)).toBeLessThanOrEqual(silences(wrong));
        expect((await fix(text, suggestions)).text).toBe(text);
        // Line ends and byte-order mark stay.
        const ends = (one: string): string => one.replace(/[^\r\n\ufeff]+/g, '');
        expect(ends(text)).toBe(ends(wrong));
      }
    },
  );
});
