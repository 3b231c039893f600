import { describe, expect, it } from 'vitest';
import { type Analysis, analyse } from '../../server/analysis.ts';
import type { Claim, NarrativeFigure, Operand } from '../../server/claims/claim.ts';
import { type ClaimOutcome, holds } from '../../server/reconcile/claim-outcome.ts';
import { generate } from '../generate/generate.ts';
import type { ClaimKind } from '../generate/prose.ts';
import { Random } from '../generate/random.ts';
import { placedFigures, withWrongDigit } from './claims.ts';
import { describeFindings, serious } from './findings.ts';
import { synonyms } from './reword.ts';
import { runs, seeds } from './runs.ts';

const kinds: readonly ClaimKind[] = [
  'table',
  'budget',
  'share',
  'completion',
  'change',
  'rate',
  'sum',
  'count-sum',
];

describe('a wrong figure in the narrative', () => {
  it('gives a finding, for each kind of claim, and one alone', () => {
    const tried = new Map<ClaimKind, number>();
    let more = 0;
    for (const seed of seeds(runs(120), 80_000)) {
      const generated = generate(seed);
      const random = new Random(seed).fork('claims');
      const figures = placedFigures(generated);
      for (const kind of kinds) {
        const candidates = figures.filter((figure) => figure.kind === kind);
        if (candidates.length === 0) continue;
        const figure = random.pick(candidates);
        const text = withWrongDigit(generated.gouji, figure);
        const findings = serious(analyse({ text }));
        tried.set(kind, (tried.get(kind) ?? 0) + 1);
        const line = text.slice(text.lastIndexOf('\n', figure.start) + 1, figure.end + 20);
        if (findings.length === 0) expect.fail(`seed ${seed} ${kind}: no finding\n${line}`);
        if (findings.length > 2) {
          const list = describeFindings(text, findings);
          expect.fail(`seed ${seed} ${kind}: too many\n${line}\n${list}`);
        }
        if (findings.length > 1) more++;
      }
    }
    for (const kind of kinds) expect(tried.get(kind) ?? 0, kind).toBeGreaterThan(runs(120) / 3);
    const all = [...tried.values()].reduce((sum, count) => sum + count, 0);
    expect(more).toBeLessThan(all / 50);
  });

  it('makes no claim wrong that does not use it', () => {
    let tried = 0;
    for (const seed of seeds(runs(60), 90_000)) {
      const generated = generate(seed);
      const random = new Random(seed).fork('verified');
      const before = analyse({ text: generated.gouji });
      const verified = new Set(
        before.ledger.prose
          .filter(({ verdict }) => verdict === 'verified')
          .map(({ start }) => start),
      );
      const figures = placedFigures(generated).filter(
        ({ start, kind }) => kind !== undefined && verified.has(start),
      );
      for (const figure of random.shuffle(figures).slice(0, 5)) {
        const after = analyse({ text: withWrongDigit(generated.gouji, figure) });
        const broken = after.claimOutcomes.filter(isBroken);
        // Where several claims point at one figure they hold for what it should be, or follow from it.
        const using = ({ claim, cause, misprint }: ClaimOutcome): boolean =>
          cause?.start === figure.start ||
          misprint?.figure.start === figure.start ||
          figuresOf(claim).some(({ start }) => start === figure.start);
        const where = `seed ${seed} ${generated.gouji.slice(figure.start, figure.end)}`;
        expect(broken.some(using), `${where}: nothing broken`).toBe(true);
        expect(broken.filter((outcome) => !using(outcome)).map(words(after)), where).toEqual([]);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(runs(60) * 4);
  });
});

describe('other words for the same', () => {
  it('keep every verdict', () => {
    for (const seed of seeds(runs(100), 100_000)) {
      const { gouji } = generate(seed);
      const random = new Random(seed).fork('words');
      const chosen = synonyms.filter(() => random.chance(0.5));
      const start = gouji.indexOf('# 第三部分');
      let prose = gouji.slice(start);
      for (const [from, to] of chosen) prose = prose.replaceAll(from, to);
      const text = gouji.slice(0, start) + prose;
      const where = `seed ${seed} ${chosen.map((pair) => pair.join(' → ')).join('; ')}`;
      expect(verdicts(text), where).toEqual(verdicts(gouji));
    }
  });
});

function verdicts(text: string): string[] {
  return analyse({ text }).ledger.prose.map(
    ({ printed, verdict }) => `${printed.replace(/\s/g, '')} ${verdict}`,
  );
}

function isBroken({ verdict, misprint }: ClaimOutcome): boolean {
  if (misprint !== undefined) return true;
  return !holds(verdict) && verdict !== 'unknown' && verdict !== 'shortfall';
}

const words =
  ({ tree }: Analysis) =>
  ({ claim, verdict }: ClaimOutcome): string =>
    `${claim.kind} ${verdict} ${tree.text.slice(claim.start, claim.end)}`;

/** Every figure of the narrative that a claim speaks of. */
function figuresOf(claim: Claim): NarrativeFigure[] {
  const found: NarrativeFigure[] = [];
  for (const value of Object.values(claim) as unknown[]) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (isFigure(one)) found.push(one);
      else if (isOperand(one) && one.kind === 'figure') found.push(one.figure);
    }
  }
  return found;
}

function isFigure(value: unknown): value is NarrativeFigure {
  return typeof value === 'object' && value !== null && 'number' in value && 'aspect' in value;
}

function isOperand(value: unknown): value is Operand {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
