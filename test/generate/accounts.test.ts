import { describe, expect, it } from 'vitest';
import { type Accounts, drawAccounts, total } from './accounts.ts';
import { cellsOf } from './cells.ts';
import { identitiesOver } from './identities.ts';
import { drawAmount, LEAST, percentage, printHundredths, toHundredths } from './money.ts';
import { Random } from './random.ts';

const seeds = Array.from({ length: 400 }, (_, seed) => seed);

describe('money', () => {
  it('is rounded half up to hundredths of 万元', () => {
    expect(toHundredths(4_999, '万元')).toBe(0);
    expect(toHundredths(5_000, '万元')).toBe(1);
    expect(toHundredths(1_234_567, '万元')).toBe(123);
    expect(toHundredths(1_234_567, '元')).toBe(1_234_567);
  });

  it('is printed as tables print it', () => {
    const style = { grouped: true, dropZeros: false, zero: '—' } as const;
    expect(printHundredths(123_456_789, style)).toBe('1,234,567.89');
    expect(printHundredths(5, style)).toBe('0.05');
    expect(printHundredths(0, style)).toBe('—');
    expect(printHundredths(1250, { ...style, dropZeros: true })).toBe('12.5');
    expect(printHundredths(1200, { ...style, dropZeros: true })).toBe('12');
  });

  it('never hides behind a printed zero', () => {
    const random = new Random(1);
    for (let i = 0; i < 2000; i++) {
      const amount = drawAmount(random, random.pick([LEAST, 20_000, 4_000_000_000]));
      expect(amount).toBeGreaterThanOrEqual(LEAST);
      expect(Number.isInteger(amount)).toBe(true);
    }
  });

  it('gives percentages half up on the exact value', () => {
    expect(percentage(21_417, 9_440)).toBe('226.88%');
    expect(percentage(0, 5)).toBe('0.00%');
    expect(percentage(1, 3)).toBe('33.33%');
  });
});

describe('accounts', () => {
  it('are the same for the same seed', () => {
    expect(drawAccounts(7)).toEqual(drawAccounts(7));
    expect(drawAccounts(7)).not.toEqual(drawAccounts(8));
  });

  it('tie out in every flow', () => {
    for (const seed of seeds) {
      for (const { flows } of drawAccounts(seed).items) {
        for (const flow of flows) {
          expect(flow.opening + flow.income + flow.surplus).toBe(
            flow.spending + flow.closing + flow.distributed,
          );
        }
      }
    }
  });

  it('fulfil every identity of the forms exactly', () => {
    for (const seed of seeds) {
      const cells = cellsOf(drawAccounts(seed));
      const sum = (places: readonly string[]): number =>
        places.reduce((all, key) => all + (cells.get(key) ?? 0), 0);
      for (const { id, whole, parts, relation } of identitiesOver(cells)) {
        const [left, right] = [sum(whole), sum(parts)];
        if (relation === '=' ? left !== right : right > left) {
          expect.fail(`seed ${seed}: ${id} ${whole.join(' + ')}: ${left} against ${right}`);
        }
      }
    }
  });

  it('cover what real reports hold', () => {
    const drawn = seeds.map((seed) => drawAccounts(seed));
    const some = (what: (accounts: Accounts) => boolean): number => drawn.filter(what).length;
    expect(new Set(drawn.map(({ year }) => year)).size).toBe(5);
    expect(some(({ items }) => items.length <= 4)).toBeGreaterThan(10);
    expect(some(({ items }) => items.length >= 20)).toBeGreaterThan(10);
    expect(some(({ items }) => items.some(({ book }) => book === 'fund'))).toBeGreaterThan(50);
    expect(some(({ items }) => items.some(({ book }) => book === 'state'))).toBeGreaterThan(10);
    for (const what of ['opening', 'closing', 'surplus', 'distributed'] as const) {
      expect(some(({ items }) => total(items, what) > 0)).toBeGreaterThan(20);
    }
    expect(some(({ body }) => body.kind === '单位')).toBeGreaterThan(50);
    expect(some(({ body }) => body.name.includes('𠀀'))).toBeGreaterThan(10);
  });
});
