/** What sentences claim in words: each kind made wrong in one place of a correct report is found, and as one finding. */
import { describe, expect, it } from 'vitest';
import { generate } from '../generate/generate.ts';
import { Random } from '../generate/random.ts';
import { describeFindings, seriousOf } from './findings.ts';
import { misspelt } from './misspelt.ts';
import { runs, seeds } from './runs.ts';

/** A stretch of the prose, and what stands there instead; undefined where a report has nothing of the kind. */
type Mutate = (prose: string, random: Random, gouji: string) => Change | undefined | null;

interface Change {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const reports = runs(60);

function expectFound(first: number, rules: readonly string[], mutate: Mutate): void {
  let tried = 0;
  let more = 0;
  for (const seed of seeds(reports, first)) {
    const { gouji } = generate(seed);
    const start = gouji.indexOf('# 第三部分');
    const prose = gouji.slice(start);
    const change = mutate(prose, new Random(seed).fork('claims in words'), gouji);
    if (!change) continue;
    tried++;
    const at = start + change.at;
    const was = gouji.slice(at, at + change.length);
    const text = gouji.slice(0, at) + change.text + gouji.slice(at + change.length);
    const findings = seriousOf(text);
    const where = `seed ${seed}: ${was} → ${change.text}\n${describeFindings(text, findings)}`;
    if (!findings.some(({ rule }) => rules.includes(rule))) expect.fail(where);
    if (findings.length > 2) expect.fail(`too many\n${where}`);
    if (findings.length > 1) more++;
  }
  expect(tried).toBeGreaterThan(reports / 6);
  expect(more).toBeLessThanOrEqual(Math.ceil(tried / 8));
}

/** One of the places where the pattern stands, its first group replaced. */
function replaced(
  pattern: RegExp,
  text: (found: RegExpMatchArray, random: Random) => string | undefined,
): Mutate {
  return (prose, random) => {
    const all = [...prose.matchAll(pattern)];
    if (all.length === 0) return undefined;
    const found = random.pick(all);
    const [whole, group = ''] = found;
    const instead = text(found, random);
    if (instead === undefined) return undefined;
    return { at: found.index + whole.indexOf(group), length: group.length, text: instead };
  };
}

/** Of two figures and a word between them the search for culprits may accuse a figure that nothing else proves. */
const wrongWords = ['narrative/level', 'narrative/misprint'];

describe('a claim in words that is wrong', () => {
  it('持平 of figures that differ', () => {
    expectFound(
      110_000,
      wrongWords,
      replaced(/决算数(大于|小于)(?:年初)?预算数/g, () => '等于'),
    );
  });

  it('大于 of figures the other way round', () => {
    expectFound(
      111_000,
      wrongWords,
      replaced(/决算数(大于|小于)(?:年初)?预算数/g, ([, word]) =>
        word === '大于' ? '小于' : '大于',
      ),
    );
  });

  it('a rate that goes another way than its change', () => {
    expectFound(
      112_000,
      ['narrative/direction'],
      replaced(/(?:增加|减少)[\d,.]+[万亿]?元，(增长|下降)[\d.]+%/g, ([, word]) =>
        word === '增长' ? '下降' : '增长',
      ),
    );
  });

  it('a change and its rate that both go the wrong way', () => {
    expectFound(
      113_000,
      [
        'narrative/rate-base',
        'narrative/rate',
        'narrative/direction',
        'narrative/change',
        'narrative/zero-base',
      ],
      replaced(
        /机关运行经费[^。]*?((?:增加|减少)[\d,.]+[万亿]?元，(?:增长|下降)[\d.]+%)/g,
        ([, words = '']) => {
          // A small rate is the same whichever way, but for the last places.
          if (Number(/([\d.]+)%/.exec(words)?.[1] ?? 0) < 2) return undefined;
          const up = words.startsWith('增加');
          return words
            .replace(up ? '增加' : '减少', up ? '减少' : '增加')
            .replace(up ? '增长' : '下降', up ? '下降' : '增长');
        },
      ),
    );
  });

  it('没有 of what the tables have', () => {
    expectFound(114_000, ['narrative/absence'], (prose) => {
      const found = /政府性基金预算财政拨款(?:支出年初预算为|收入|支出)[\d,]*[1-9][^。\n]*。/.exec(
        prose,
      );
      return (
        found && {
          at: found.index,
          length: found[0].length,
          text: '没有政府性基金预算财政拨款支出。',
        }
      );
    });
  });

  it('a list that lacks a subject with money', () => {
    expectFound(
      115_000,
      ['narrative/list'],
      replaced(/主要包括[：]?(?:[^、。；]+、)+?([^、。；]{2,}、)[^。；]*?(?:；|。)/g, ([whole]) =>
        /等[；。]$/.test(whole) ? undefined : '',
      ),
    );
  });

  it('a list with a subject that has no money', () => {
    expectFound(116_000, ['narrative/list'], (prose, _random, gouji) => {
      const found = /公用经费[^。；\n]*?主要包括：?/.exec(prose);
      const name = ['被装购置费', '租赁费', '取暖费', '专用燃料费', '会议费'].find(
        (one) => !gouji.includes(one),
      );
      if (!found || name === undefined) return undefined;
      return { at: found.index + found[0].length, length: 0, text: `${name}、` };
    });
  });

  it('a misspelt 项', () => {
    expectFound(
      117_000,
      ['narrative/subject-name'],
      replaced(/（款）([^（）。]{6,})（项）/g, ([, name = ''], random) => misspelt(name, random)),
    );
  });

  it('a unit put for another', () => {
    expectFound(
      118_000,
      ['narrative/amount'],
      replaced(/收入合计为?[\d,.]*[1-9][\d,.]*(万元)，(?:其中|包括)/g, () => '元'),
    );
  });

  it('an amount with two points', () => {
    expectFound(
      119_000,
      ['text/malformed-number'],
      replaced(/支出合计为?([\d,]+\.\d\d)万元/g, ([, number]) => `${number}.00`),
    );
  });

  it('contracts with micro enterprises beyond those with all small ones', () => {
    expectFound(
      120_000,
      ['narrative/bound', 'narrative/misprint', 'narrative/share'],
      replaced(/授予小微企业合同金额([\d,]*[1-9][\d,]*\.\d\d)万元/g, ([, number]) => `9${number}`),
    );
  });
});
