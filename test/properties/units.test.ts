/**
 * Reports whose sentences print money in another unit than their tables, or more or less finely. A correct one gives no
 * finding; each repair that is offered for a wrong figure makes right what was wrong, and nothing else wrong.
 */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import type { Fix } from '../../server/rules/rule.ts';
import { type Generated, generate } from '../generate/generate.ts';
import { Random } from '../generate/random.ts';
import { describeFindings, seriousOf } from './findings.ts';
import { runs, seeds } from './runs.ts';

type Unit = '元' | '万元' | '亿元';

/** Decimals of a unit down to 分. */
const FEN: Readonly<Record<Unit, number>> = { 元: 2, 万元: 6, 亿元: 10 };

interface Style {
  readonly tables: '元' | '万元';
  readonly unit: Unit;
  readonly decimals: number;
}

const styles: readonly Style[] = [
  { tables: '元', unit: '元', decimals: 0 },
  { tables: '元', unit: '万元', decimals: 2 },
  { tables: '元', unit: '万元', decimals: 4 },
  { tables: '元', unit: '万元', decimals: 6 },
  { tables: '元', unit: '亿元', decimals: 6 },
  { tables: '万元', unit: '元', decimals: 0 },
  { tables: '万元', unit: '元', decimals: 2 },
  { tables: '万元', unit: '亿元', decimals: 6 },
];

const AMOUNT = /(\d[\d,]*)(?:\.(\d+))?(亿元|万元|元)(?!（含）)/g;

/** The report with its sentences in a style; undefined where its amounts are too coarse for that. */
function inStyle({ gouji, sheet }: Generated, style: Style): string | undefined {
  if (sheet.unit !== style.tables) return undefined;
  const start = gouji.indexOf('# 第三部分');
  const prose = gouji.slice(start);
  if (style.tables === '元' && !/\d元/.test(prose)) return undefined;
  const printed = prose.replace(AMOUNT, (all, whole: string, behind = '', unit: Unit) => {
    const fen = BigInt(whole.replaceAll(',', '') + behind.padEnd(FEN[unit], '0'));
    return fen === 0n ? all : inUnit(fen, style) + style.unit;
  });
  return gouji.slice(0, start) + printed;
}

/** Rounded half up. */
function inUnit(fen: bigint, { unit, decimals }: Style): string {
  const lost = FEN[unit] - decimals;
  const scale = 10n ** BigInt(Math.max(lost, 0));
  const units = lost < 0 ? fen * 10n ** BigInt(-lost) : (fen + scale / 2n) / scale;
  const digits = units.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** One digit another, two that stand side by side swapped, one lost. */
function misprint(printed: string, random: Random): string | undefined {
  const at = random.integer(0, printed.length - 1);
  const digit = printed[at] ?? '';
  const next = printed[at + 1] ?? '';
  if (!/\d/.test(digit)) return undefined;
  const [before, after] = [printed.slice(0, at), printed.slice(at + 1)];
  switch (random.pick(['changed', 'swapped', 'lost'])) {
    case 'changed':
      return before + ((Number(digit) + random.integer(1, 9)) % 10) + after;
    case 'swapped':
      return /\d/.test(next) && next !== digit ? before + next + digit + after.slice(1) : undefined;
    default:
      return /\d/.test(next) && before !== '' ? before + after : undefined;
  }
}

function withFix(text: string, { edits }: Fix): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
}

describe.each(styles)('sentences in $unit with $decimals decimals, tables in $tables', (style) => {
  const reports = seeds(runs(style.tables === '元' ? 240 : 30), 130_000).flatMap((seed) => {
    const text = inStyle(generate(seed), style);
    return text === undefined ? [] : [{ seed, text }];
  });

  it('give no finding where they are right', () => {
    expect(reports.length).toBeGreaterThan(runs(30) / 3);
    for (const { seed, text } of reports) {
      const findings = seriousOf(text);
      if (findings.length > 0) expect.fail(`seed ${seed}\n${describeFindings(text, findings)}`);
    }
  });

  it('are right again with whatever repair is offered', () => {
    let [found, restored] = [0, 0];
    for (const { seed, text: right } of reports) {
      const random = new Random(seed).fork('units');
      const verified = analyse({ text: right }).ledger.prose.filter(
        ({ verdict, isZero }) => verdict === 'verified' && !isZero,
      );
      for (const { start, end } of random.shuffle([...verified]).slice(0, 3)) {
        const [printed = ''] = /^[\d.]+/.exec(right.slice(start, end)) ?? [];
        const put = misprint(printed, random);
        if (put === undefined || put === printed) continue;
        const wrong = right.slice(0, start) + put + right.slice(start + printed.length);
        const findings = seriousOf(wrong);
        const fixes = findings.flatMap(({ fix, suggestions }) =>
          [fix ?? [], ...suggestions].flat(),
        );
        if (fixes.length === 0) continue;
        found++;
        const repaired = fixes.map((fix) => withFix(wrong, fix));
        if (repaired.includes(right)) restored++;
        repaired.forEach((text, at) => {
          const left = seriousOf(text).filter(({ level }) => level === 'error');
          if (left.length === 0) return;
          const where = `seed ${seed}: ${printed} → ${put}, ${fixes[at]?.title.zh}`;
          expect.fail(
            `${where}\n${describeFindings(wrong, findings)}\n→\n${describeFindings(text, left)}`,
          );
        });
      }
    }
    expect(found).toBeGreaterThan(reports.length);
    expect(restored).toBeGreaterThan(found * 0.85);
  });
});
