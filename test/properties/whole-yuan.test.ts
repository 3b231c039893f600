/** Sentences whose amounts were turned from 万元 into 元 by hand or by machine: 120.50万元 as 1205000元. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import { verify } from '../../server/verify/verify.ts';
import { type Generated, generate } from '../generate/generate.ts';
import { proved } from '../prove/prove.ts';
import { describeFindings, serious, seriousOf } from './findings.ts';
import { runs, seeds } from './runs.ts';

const AMOUNT = /([\d,]+)(?:\.(\d{1,2}))?万元/g;

function inYuan({ gouji }: Generated): string {
  const start = gouji.indexOf('# 第三部分');
  const prose = gouji.slice(start).replace(AMOUNT, (_, whole: string, decimals = '') => {
    const yuan = String(Number(whole.replaceAll(',', '') + decimals.padEnd(2, '0')) * 100);
    const isGrouped = whole.includes(',');
    return `${isGrouped ? yuan.replace(/\B(?=(\d{3})+$)/g, ',') : yuan}元`;
  });
  return gouji.slice(0, start) + prose;
}

const reports = (count: number, first: number): Generated[] =>
  seeds(count, first)
    .map(generate)
    .filter(({ sheet }) => sheet.unit === '万元');

describe('a correct report whose sentences say 元 for 万元', () => {
  it('gives no error and no warning', () => {
    const tried = reports(runs(60), 0);
    expect(tried.length).toBeGreaterThan(runs(60) / 2);
    for (const one of tried) {
      const text = inYuan(one);
      const findings = seriousOf(text);
      if (findings.length > 0) expect.fail(`seed ${one.seed}\n${describeFindings(text, findings)}`);
    }
  });

  it('is proved, with intervals that a verifier takes', () => {
    for (const one of reports(runs(6), 0)) {
      const text = inYuan(one);
      expect(verify(proved(text), text), `seed ${one.seed}`).toEqual([]);
    }
  });

  it('still gives one where an amount of a table is another', () => {
    let tried = 0;
    for (const one of reports(runs(30), 3000)) {
      const text = inYuan(one);
      const { ledger } = analyse({ text });
      const stated = ledger.prose.find(
        ({ verdict, printed }) => verdict === 'verified' && /^[1-9]\d{5,}元$/.test(printed),
      );
      if (stated === undefined) continue;
      const digit = text[stated.start] === '9' ? '8' : '9';
      const wrong = text.slice(0, stated.start) + digit + text.slice(stated.start + 1);
      expect(serious(analyse({ text: wrong })).length, `seed ${one.seed}`).toBeGreaterThan(0);
      tried++;
    }
    expect(tried).toBeGreaterThan(5);
  });
});
