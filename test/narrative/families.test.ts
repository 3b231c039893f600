import { describe, expect, it } from 'vitest';
import { judge, ledgerCases } from './judge.ts';

for (const folder of ['families', 'negative']) {
  for (const [name, cases] of ledgerCases(folder)) {
    describe(name, () => {
      for (const fixture of cases) {
        it(fixture.title, () => {
          const different = judge(fixture).filter(({ difference }) => difference !== undefined);
          expect(different.map(({ difference, words }) => `${difference}: ${words}`)).toEqual([]);
        });
      }
    });
  }
}
