/** What is kept of a search holds for the parts that an edit left, as long as all that it stands on is the same. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import type { RuleContext } from '../../server/rules/rule.ts';
import { Searches } from '../../server/rules/searches.ts';
import { generate } from '../generate/generate.ts';

const settings = new Map();
const nothing = {} as RuleContext;

interface Part {
  readonly isWanted: boolean;
}

it('edit after edit a search finds what looking at all parts finds, and looks at the new ones alone', () => {
  let looked: Part[] = [];
  const looks = (part: Part): boolean => {
    looked.push(part);
    return part.isWanted;
  };
  const wanted = fc.array(fc.boolean(), { maxLength: 8 });
  const edit = fc.record({ at: fc.nat(8), removed: fc.nat(4), added: wanted });
  fc.assert(
    fc.property(wanted, fc.array(edit, { maxLength: 6 }), (first, edits) => {
      const made = (some: readonly boolean[]): Part[] => some.map((isWanted) => ({ isWanted }));
      let parts = made(first);
      let searches = new Searches(settings);
      searches.among(parts, looks, [], nothing, undefined);
      for (const { at, removed, added } of edits) {
        const fresh = made(added);
        parts = parts.toSpliced(at, removed, ...fresh);
        looked = [];
        const after = new Searches(settings);
        const found = after.among(parts, looks, [], nothing, searches);
        expect(found).toEqual(parts.filter(({ isWanted }) => isWanted));
        expect(looked).toEqual(fresh);
        searches = after;
      }
    }),
  );
});

it('looks at all parts again where something beside them is another', () => {
  const parts = [{ isWanted: true }, { isWanted: false }];
  let count = 0;
  const looks = (): boolean => {
    count++;
    return false;
  };
  const first = new Searches(settings);
  first.among(parts, looks, [2023], nothing, undefined);
  new Searches(settings).among(parts, looks, [2023], nothing, first);
  expect(count).toBe(2);
  new Searches(settings).among(parts, looks, [2024], nothing, first);
  expect(count).toBe(4);
});

it('passes over a check that found nothing only while it stands on the same', () => {
  const check = {};
  const first = new Searches(settings);
  expect(first.isClean(check, [1, 2], undefined)).toBe(false);
  first.noteClean(check, [1, 2]);
  const second = new Searches(settings);
  expect(second.isClean(check, [1, 2], first)).toBe(true);
  expect(new Searches(settings).isClean(check, [1, 2], second)).toBe(true);
  expect(new Searches(settings).isClean(check, [1, 3], second)).toBe(false);
  expect(new Searches(settings).isClean(check, [1], second)).toBe(false);
  expect(new Searches(settings).isClean({}, [1, 2], second)).toBe(false);
});

it('what the header, the settings or the subjects say anew is heard where no table was touched', () => {
  const { gouji } = generate(4);
  const year = /年度：(\d+)/.exec(gouji)?.[1] ?? '';
  const name = /名称：(.+)/.exec(gouji)?.[1] ?? '';
  const off = new Map(
    (['table-head/body-name', 'text/year', 'subject/standard-name'] as const).map((rule) => [
      rule,
      { level: 'off' as const, options: {} },
    ]),
  );
  const inputs = [
    { text: gouji },
    { text: gouji.replace(`年度：${year}`, '年度：1999') },
    { text: gouji },
    { text: gouji.replace(`名称：${name}`, '名称：另一个县某某局') },
    { text: gouji.replace(`名称：${name}`, '名称：另一个县某某局'), settings: off },
    { text: gouji.replace(`名称：${name}`, '名称：另一个县某某局') },
    { text: gouji },
  ];
  let previous = analyse({ text: gouji });
  void previous.findings;
  const counts = new Set<number>();
  for (const input of inputs) {
    previous = analyse({ ...input, previous });
    expect(previous.findings).toEqual(analyse(input).findings);
    counts.add(previous.findings.length);
  }
  expect(counts.size).toBeGreaterThan(2);
});
