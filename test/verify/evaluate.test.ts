import { describe, expect, it } from 'vitest';
import { decimalOf, verdictOf } from '../../server/verify/evaluate.ts';
import type {
  Change,
  ConstraintForm,
  Fact,
  Member,
  Proof,
  ProofConstraint,
  Rounding,
} from '../../server/verify/proof.ts';
import { verify } from '../../server/verify/verify.ts';

/** Figures of two decimals in 万元, unless they say otherwise: `5` is exact, `5%` a percentage. */
function figure(text: string): { readonly value: string; readonly half: string } {
  if (text.endsWith('%')) {
    const value = (Number(text.slice(0, -1)) / 100).toFixed(4);
    return { value, half: '0.00005' };
  }
  return { value: text, half: text.includes('.') ? '0.005' : '0' };
}

function judged(form: ConstraintForm, figures: readonly string[]): string {
  return verdictOf(form, (fact) => {
    const { value, half } = figure(figures[fact] ?? '');
    return { value: decimalOf(value) ?? 0n, half: decimalOf(half) ?? 0n };
  });
}

function sum(figures: string, rounding: Rounding = 'sum'): string {
  const [left = '', right = ''] = figures.split(' = ');
  const all = [left, ...right.split(' + ')];
  const form: ConstraintForm = {
    kind: 'linear',
    left: [{ fact: 0, times: 1 }],
    relation: '=',
    right: all.slice(1).map((_, index) => ({ fact: index + 1, times: 1 })),
    rounding,
  };
  return judged(form, all);
}

function share(figures: string): string {
  const [part = '', whole = '', value = ''] = figures.split(/ ÷ | = /);
  const form: ConstraintForm = {
    kind: 'ratio',
    value: 2,
    relation: '=',
    over: [{ fact: 0, times: 1 }],
    under: [{ fact: 1, times: 1 }],
  };
  return judged(form, [part, whole, value]);
}

/** change ÷ (current + change): by how much it fell. */
function fall(figures: string): string {
  const form: ConstraintForm = {
    kind: 'ratio',
    value: 2,
    relation: '=',
    over: [{ fact: 1, times: 1 }],
    under: [
      { fact: 0, times: 1 },
      { fact: 1, times: 1 },
    ],
  };
  return judged(form, figures.split(' '));
}

describe('sums', () => {
  it.each([
    ['120.50 = 98.20 + 22.30', 'exact'],
    // Three figures, each within 0.005.
    ['120.51 = 98.20 + 22.30', 'rounding'],
    ['120.52 = 98.20 + 22.30', 'broken'],
    // A zero is nothing, and one part alone is the same quantity.
    ['98.21 = 98.20 + 0.00', 'broken'],
    ['120.52 = 98.20 + 22.30 + 0.00 + 0.00', 'broken'],
    // But a total of nothing may hide a little.
    ['0.00 = 5.00 + -5.01', 'rounding'],
    // Counts were never rounded.
    ['16 = 10 + 5', 'broken'],
  ])('%s is %s', (figures, verdict) => {
    expect(sum(figures)).toBe(verdict);
  });

  it('without tolerance hold to the letter', () => {
    expect(sum('120.51 = 98.20 + 22.30', 'exact')).toBe('broken');
    expect(sum('120.50 = 98.20 + 22.30', 'exact')).toBe('exact');
  });

  it('of a pair hold to the letter where both are printed as finely', () => {
    expect(sum('98.20 = 98.21', 'pair')).toBe('broken');
    expect(sum('98.20 = 98.20', 'pair')).toBe('exact');
    expect(sum('98.20 = 98.21', 'meet')).toBe('rounding');
    expect(sum('98.20 = 98.22', 'meet')).toBe('broken');
  });
});

describe('quotients', () => {
  it.each([
    ['98.20 ÷ 120.50 = 81.49%', 'exact'],
    // 98.205 ÷ 120.495 = 81.5013 %, 98.195 ÷ 120.505 = 81.4863 %
    ['98.20 ÷ 120.50 = 81.50%', 'rounding'],
    ['98.20 ÷ 120.50 = 81.51%', 'broken'],
    ['98.20 ÷ 120.50 = 81.48%', 'broken'],
    // Half-up: 226.875 %.
    ['214.17 ÷ 94.40 = 226.88%', 'exact'],
    // A share of nothing is nothing, or all of it.
    ['0.00 ÷ 0.00 = 0.00%', 'exact'],
    ['0.00 ÷ 0.00 = 100.00%', 'exact'],
    ['5.00 ÷ 0.00 = 100.00%', 'broken'],
    ['0.00 ÷ 5.00 = 0.00%', 'exact'],
    ['0.00 ÷ 5.00 = 0.01%', 'broken'],
  ])('%s is %s', (figures, verdict) => {
    expect(share(figures)).toBe(verdict);
  });

  it('take one value for a figure that stands above and below', () => {
    expect(fall('20.00 10.00 33.33%')).toBe('exact');
    // At most 10.005 ÷ (19.995 + 10.005) = 33.35 %; with two values of the change it would be 33.361 %.
    expect(fall('20.00 10.00 33.35%')).toBe('rounding');
    expect(fall('20.00 10.00 33.36%')).toBe('broken');
  });
});

describe('a set of constraints', () => {
  const place = { line: 1, column: 1, start: 0, end: 5 };
  const fact = (value: string): Fact => {
    return { kind: 'implied', unit: '元', exponent: 0, value, half: '0.005', what: '' };
  };
  const total = (left: number, difference: string): ProofConstraint => ({
    kind: 'linear',
    left: [{ fact: left, times: 1 }],
    relation: '=',
    right: [0, 1].map((one) => ({ fact: one, times: 1 })),
    rounding: 'sum',
    source: { kind: 'identity', id: 'T', statement: '' },
    difference,
    verdict: 'rounding',
  });

  /** Two printings of 1.00 + 1.00, the second 1.99: each within rounding of its parts. */
  function proof(first: string, difference: string, members: readonly Member[]): Proof {
    return {
      format: 'gouji-proof',
      version: 1,
      file: '',
      digest: '',
      facts: ['1.00', '1.00', first, '1.99'].map(fact),
      constraints: [total(2, difference), total(3, '-0.01')],
      conflicts: [{ rule: '', place, message: '', sets: [{ members }], explanations: [] }],
      seal: '',
    };
  }

  const codes = (one: Proof): readonly string[] => verify(one, '').map(({ code }) => code);
  const change = (fact: number, value: string): Change => ({ fact, value });
  // 2.01 − 1.99 is the sum of the parts less the sum of the parts, and cannot be nothing.
  const members: readonly Member[] = [
    { constraint: 0, multiplier: '1', without: [change(0, '0.995'), change(3, '1.995')] },
    { constraint: 1, multiplier: '-1', without: [change(0, '1.005'), change(2, '2.005')] },
  ];

  it('contradicts itself, and without either the other can hold', () => {
    expect(codes(proof('2.01', '0.01', members))).toEqual([]);
  });

  it('is none where both can hold', () => {
    // 2.00 and 1.99 may both stand for 1.995.
    expect(codes(proof('2.00', '0', members)).slice(-1)).toEqual(['set']);
  });

  it('is not proved by other multipliers, nor by values outside of the intervals', () => {
    const [first, second] = members as [Member, Member];
    expect(codes(proof('2.01', '0.01', [first, { ...second, multiplier: '1' }]))).toEqual(['set']);
    const outside = [change(0, '1.02'), change(2, '2.02')];
    expect(codes(proof('2.01', '0.01', [first, { ...second, without: outside }]))).toEqual(['set']);
    const untrue = [change(0, '1.005'), change(2, '2.010')];
    expect(codes(proof('2.01', '0.01', [first, { ...second, without: untrue }]))).toEqual(['set']);
  });
});
