/** Which rule says what of the narrative's part of the rule catalogue: a table written from the rules' metadata. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/catalogue.ts';

/** The rows of the catalogue, and what is not built of them. */
const rows: readonly (readonly [id: string, about: string, open?: string])[] = [
  ['N1', '收、支总计 against 公开01表'],
  ['N2', '收入合计, its parts and their shares'],
  ['N3', '支出合计, its parts and their shares'],
  ['N4', '财政拨款收、支总计 against 公开04表'],
  ['N5.1', 'general-budget spending, its share of the base that is named'],
  ['N5.2', 'each 类: amount, share, none with money left out'],
  [
    'N5.3',
    'each 项: name, amount, completion, words of comparison, the same figure twice, a reason for a difference',
  ],
  ['N5.3-SUM', 'the items against the total of 公开05表, their budgets against the stated total'],
  ['N6', '基本支出 = 人员经费 + 公用经费, each against its form'],
  ['N6-LIST', 'subjects behind 主要包括 have money; those with money are listed'],
  ['N7', '政府性基金: amounts, completion; 没有'],
  ['N8', '国有资本经营: amounts, completion; 没有'],
  ['N9', '三公: budget and final of each item, shares, sums, counts beside amounts'],
  ['N10', '机关运行经费 within 公用经费, its change and completion'],
  ['N11', '政府采购: sums, bounds, shares'],
  ['N12', '车辆: kinds, 保有量 within all'],
  [
    'N13',
    '绩效: 基本 + 项目, grades against the number of projects, scores against their forms, grades of scores, as many projects as are named, scored one by one or have a form',
  ],
  ['N-YOY', 'change and rate against last year or the budget, the base that was taken'],
  ['N-YOYDIR', 'directions agree; one change told in several sections (information)'],
  ['N-YOY0', 'no rate over a base of zero'],
  ['N-REASON', 'a reason is given, and not of the opposite (information)'],
  [
    'N-PURPOSE',
    'a purpose that belongs to another 项: word for word the same under both, with the name of that one in it (information)',
    'other copied purposes: several 项 lawfully share one, word for word, and where it names none of them nothing printed says whose it is',
  ],
  ['N-UNIT', '元 beside 万元; a missing unit'],
  ['R5', 'the shares of all parts make 100 %'],
  ['R10', 'fewer decimals than usual'],
  ['R11', '约, 超过, 不足'],
  ['S-NAME', 'one name for one subject, in sentences too'],
  ['S-TYPO', 'malformed numbers, missing units, doubled marks'],
  ['S-TEMPL', 'what is left of the template'],
  ['S-YEAR', 'years of headings and sentences'],
];

const rulesOf = (id: string): string[] =>
  rules
    .filter(({ catalogue }) => catalogue.includes(id))
    .map((rule) => `\`${rule.id}\``)
    .sort();

describe('the catalogue of the narrative', () => {
  it('is covered, but for what is said to be open', () => {
    for (const [id, , open] of rows) {
      if (open?.startsWith('all of it')) expect(rulesOf(id), id).toEqual([]);
      else expect(rulesOf(id), id).not.toEqual([]);
    }
  });

  it('is told in the table beside the fixtures', async () => {
    const lines = rows.map(
      ([id, about, open = '']) => `| ${id} | ${about} | ${rulesOf(id).join(' ')} | ${open} |`,
    );
    const page = [
      '# Fixtures of the narrative',
      '',
      '- `families`: one family of phrases each, with the verdict on every figure drawn under its line',
      '- `provinces`: whole narratives in the wording of other provinces, drawn likewise',
      '- `negative`: what looks like a claim and is none',
      '- `findings.gouji`: findings, drawn under the words that they stand on; `correct.gouji`: many words and no finding',
      '',
      'What of the rule catalogue is said by which rule, from the metadata of the rules; `test/narrative/catalogue.test.ts` keeps it.',
      '',
      '| row | about | rules | open |',
      '| --- | --- | --- | --- |',
      ...lines,
      '',
    ].join('\n');
    await expect(page).toMatchFileSnapshot('../fixtures/narrative/README.md');
  });
});
