import { describe, expect, test } from 'vitest';
import { scanNumbers } from '../../grammar/figures.ts';
import { format } from '../../grammar/format.ts';
import { parse } from '../../grammar/parse.ts';
import { REALISTIC } from './arbitraries.ts';
import { vocabulary } from './vocabulary.ts';

/** Texts that would cost a careless parser the square of their length, or its stack. */
const CASES: Readonly<Record<string, (times: number) => string>> = {
  'a realistic source, again and again': (n) => REALISTIC.repeat(n / 50),
  'open brackets of bindings': (n) => '[1](合计('.repeat(n),
  'closed bindings': (n) => '[1](无)'.repeat(n),
  'bad bindings': (n) => '[1](公开03表[)'.repeat(n),
  'square brackets': (n) => '['.repeat(n),
  'bad lines': (n) => '核对 公开03表[ = \n'.repeat(n),
  'open round brackets': (n) => `核对 公开03表[1] = ${'('.repeat(n)}`,
  'a long sum': (n) => `核对 公开03表[1] = ${'1+'.repeat(n)}1`,
  'names of forms': (n) => '收入决算表\n'.repeat(n),
  'different names of forms': (n) => '收入决算表\n支出决算表\n'.repeat(n / 2),
  'table fields': (n) => `表 公开03表\n${'单位：万元\n'.repeat(n)}`,
  'table fields between names': (n) => '收入决算表\n单位：万元\n2023年度\n'.repeat(n / 3),
  'own tables': (n) => '表 甲\n'.repeat(n),
  'other fields': (n) => `表 公开03表\n${'甲乙丙\n'.repeat(n)}`,
  'blank lines': (n) => `收入决算表${'\n'.repeat(n)}| a |`,
  'blank lines between names': (n) => '收入决算表\n\n\n'.repeat(n / 3),
  blanks: (n) => `1${' '.repeat(n)}1`,
  'quotation marks': (n) => `核对 公开03表[1] = 甲${'“甲'.repeat(n)}`,
  digits: (n) => '1'.repeat(n),
  'digits and commas': (n) => '1，'.repeat(n),
  'digits and points': (n) => '1.'.repeat(n),
  'digits and dashes': (n) => '1-'.repeat(n),
  'a list that waits for its unit': (n) => '1、'.repeat(n),
  slashes: (n) => '免核/'.repeat(n),
  directives: (n) => '正文 // 免核本行 a/b\n'.repeat(n),
  bars: (n) => '|'.repeat(n),
  'bars with marks': (n) => '|\\|*<'.repeat(n),
  TABs: (n) => '\t'.repeat(n),
  'lone CR': (n) => '\r'.repeat(n),
  surrogates: (n) => '𠀀'.repeat(n),
};

const displayWidth = (text: string) => text.length;

function run(text: string): number {
  const before = process.cpuUsage();
  const tree = parse(text, vocabulary);
  format(tree, { displayWidth });
  scanNumbers(text, 0, text.length);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('time grows with the length of the text', () => {
  for (const [name, make] of Object.entries(CASES)) {
    test(name, () => {
      const small = make(2_000);
      const large = make(32_000);
      run(small);
      const once = Math.min(run(small), run(small), run(small));
      const many = Math.min(run(large), run(large));
      // 16 times the text; a square would take 256 times the time.
      expect(many).toBeLessThan(Math.max(once, 2) * 80);
    });
  }
});
