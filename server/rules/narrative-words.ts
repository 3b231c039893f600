/** Sentences that claim something in words: nothing was spent, it grew or fell, it consists of these. */
import type { GradedScore, ListClaim, Place } from '../claims/claim.ts';
import type { ClaimOutcome } from '../reconcile/claim-outcome.ts';
import { isPlace } from '../reconcile/quantity.ts';
import type { Localised } from '../report/identifiers.ts';
import type { Grade } from '../report/narrative.ts';
import { exampleTable } from './identity-rule.ts';
import { placeOf, printedText } from './identity-words.ts';
import { listing, verbatim } from './message.ts';
import { exampleReport, narrativeSource, threePublic } from './narrative-example.ts';
import { addFinding, quote, shortQuote, subjectOf } from './narrative-finding.ts';
import type { RuleContext, RuleFamily, RuleMetadata } from './rule.ts';

const economic = exampleTable(
  '公开06表',
  ['科目编码', '科目名称', '决算数'],
  '302 商品和服务支出 30.00',
  '30201 办公费 20.00',
  '30205 水费 10.00',
  '_ 人员经费合计 _',
  '_ 公用经费合计 30.00',
);

const metadata: readonly RuleMetadata[] = [
  {
    id: 'narrative/direction',
    catalogue: ['N-YOYDIR'],
    confidence: 'H',
    level: 'error',
    title: { zh: '增减方向不一致', en: 'Directions disagree' },
    description: {
      zh: '“增加”与“增长”相配，“减少”与“下降”相配；知道两年的数时，方向还应与数字一致。“增长 -5.2%” 按下降理解。',
      en: '增加 goes with 增长 and 减少 with 下降; where both years are known the words agree with the figures. A negative growth is a fall.',
    },
    source: { zh: '算术', en: 'Arithmetic' },
    messages: {
      words: {
        zh: '增减额与增减率方向不一致：{change}，{rate}；请统一',
        en: 'Change and rate go different ways: {change}, {rate}; make them agree',
      },
      figures: {
        zh: '{printed} 的数额对，方向反了：应为{word}',
        en: '{printed} has the right size and the wrong direction: it should be {word}',
      },
    },
    options: {},
    bad: exampleReport(
      '',
      'running',
      '2023年度机关运行经费支出83.00万元，比上年增加3.00万元，下降3.75%。',
    ),
    good: exampleReport(
      '',
      'running',
      '2023年度机关运行经费支出83.00万元，比上年增加3.00万元，增长3.75%。',
    ),
  },
  {
    id: 'narrative/absence',
    catalogue: ['N7', 'N8', 'N9', 'S-EMPTY'],
    confidence: 'H',
    level: 'error',
    title: { zh: '文中说没有而表中有', en: 'The text says none, the table has some' },
    description: {
      zh: '“没有……收入、支出”“未发生……”所说的，表里都应为零。',
      en: 'What a sentence says there was none of is zero in the tables.',
    },
    source: narrativeSource,
    messages: {
      wrong: {
        zh: '这里说「{words}」，而 {place} 为 {value}；请改正说法或表',
        en: 'This says "{words}", but {place} is {value}; correct the sentence or the table',
      },
    },
    options: {},
    bad: exampleReport(threePublic, 'threePublic', '2023年度没有公务用车运行维护费支出。'),
    good: exampleReport(threePublic, 'threePublic', '2023年度没有公务接待费支出。'),
  },
  {
    id: 'narrative/list',
    catalogue: ['N6-LIST', 'N5.2', 'N5.3'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '“主要包括”与表不符', en: 'List does not match the table' },
    description: {
      zh: '“主要包括”后面列出的科目，公开06表里应有金额；有金额的款应当都列出，写“等”的除外。结构情况逐类列出时，有金额的类应当都列出；具体情况逐项说明时，有金额的项应当都说明。',
      en: 'Subjects listed after 主要包括 have money in 公开06表, and each 款 with money is listed, unless the list ends with 等. Where classes or items are listed one by one, each with money is.',
    },
    source: narrativeSource,
    messages: {
      empty: {
        zh: '列出了 {subjects}，而{table}中没有金额；请删去，或核对表',
        en: '{subjects} is listed and has no money in {table}; leave it out, or check the table',
      },
      omitted: {
        zh: '没有列出 {subjects}，而{table}中有金额；请补上，或核对表',
        en: '{subjects} is not listed and has money in {table}; add it, or check the table',
      },
    },
    options: {},
    bad: exampleReport(
      economic,
      'basic',
      '2023年度一般公共预算财政拨款基本支出30.00万元，其中：公用经费30.00万元，主要包括：办公费。',
    ),
    good: exampleReport(
      economic,
      'basic',
      '2023年度一般公共预算财政拨款基本支出30.00万元，其中：公用经费30.00万元，主要包括：办公费、水费。',
    ),
  },
  {
    id: 'narrative/grade',
    catalogue: ['N13', 'P-GRADE'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '等级与得分不符', en: 'Grade does not fit the score' },
    description: {
      zh: '绩效自评、评价的等级由得分决定：90 分及以上为优，80 分及以上为良，60 分及以上为中，60 分以下为差；分合格、不合格的以 60 分为界。满分不是 100 分的不作判断，有的地方另有分档，所以只作警告。',
      en: 'The grade follows from the score: 优 from 90, 良 from 80, 中 from 60, 差 below; 合格 and 不合格 part at 60. Scores that are not out of 100 are not judged, and some places part the grades elsewhere: a warning.',
    },
    source: {
      zh: '绩效评价结果的等级划分',
      en: 'How results of evaluation are graded',
    },
    messages: {
      wrong: {
        zh: '得分 {printed}，而等级为「{grade}」（{scores}）；请核对得分和等级',
        en: 'The score is {printed} and the grade 「{grade}」 ({scores}); check both',
      },
    },
    options: {},
    bad: exampleReport('', 'performance', '部门整体支出绩效自评结果为93.75分，等级为良。'),
    good: exampleReport('', 'performance', '部门整体支出绩效自评结果为93.75分，等级为优。'),
  },
];

export const narrativeWordsFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    for (const outcome of context.claimOutcomes) {
      const { claim, verdict } = outcome;
      if (verdict === 'direction') checkFigures(context, outcome);
      else if (verdict !== 'broken') continue;
      else if (claim.kind === 'direction') checkWords(context, outcome);
      else if (claim.kind === 'absence') checkAbsence(context, outcome);
      else if (claim.kind === 'list') checkList(context, outcome, claim);
    }
    for (const one of context.narrative.graded) checkGrade(context, one);
  },
};

/** Scores of less than this are not out of 100. */
const LEAST_OF_HUNDRED = 10;

function checkGrade(context: RuleContext, { figure, grade, start, end }: GradedScore): void {
  const { units, decimals, malformed } = figure.number;
  const one = 10 ** decimals;
  if (malformed !== undefined || units <= LEAST_OF_HUNDRED * one || units > 100 * one) return;
  if (units >= grade.least * one && units < grade.below * one) return;
  context.add(
    'narrative/grade',
    'wrong',
    { start, end },
    { printed: quote(context, figure), grade: grade.words[0] ?? '', scores: scoresOf(grade) },
    { related: [{ start: figure.start, end: figure.end, message: verbatim(subjectOf(figure)) }] },
  );
}

function scoresOf({ least, below }: Grade): Localised {
  if (below > 100) return { zh: `${least} 分及以上`, en: `${least} and more` };
  if (least === 0) return { zh: `${below} 分以下`, en: `less than ${below}` };
  return { zh: `${least} 分及以上、${below} 分以下`, en: `${least} and more, less than ${below}` };
}

/** The size is right, and the word is not. */
function checkFigures(context: RuleContext, outcome: ClaimOutcome): void {
  const { claim } = outcome;
  if (claim.kind !== 'change' && claim.kind !== 'rate') return;
  const { figure, direction } = claim;
  const isRate = claim.kind === 'rate';
  const word =
    direction === 'up'
      ? { zh: isRate ? '下降' : '减少', en: isRate ? 'a fall' : 'a decrease' }
      : { zh: isRate ? '增长' : '增加', en: isRate ? 'a growth' : 'an increase' };
  addFinding(context, outcome, {
    rule: 'narrative/direction',
    message: 'figures',
    range: claim,
    data: { printed: quote(context, figure), word },
  });
}

function checkWords(context: RuleContext, outcome: ClaimOutcome): void {
  const { claim } = outcome;
  if (claim.kind !== 'direction') return;
  const shown = (aspect: 'change' | 'rate'): string => {
    const figure = claim.figures.find((one) => one.aspect === aspect);
    const up = claim[aspect] === 'up';
    const word = aspect === 'change' ? (up ? '增加' : '减少') : up ? '增长' : '下降';
    return figure === undefined ? word : `${word} ${quote(context, figure)}`;
  };
  addFinding(context, outcome, {
    rule: 'narrative/direction',
    message: 'words',
    range: claim,
    data: { change: shown('change'), rate: shown('rate') },
  });
}

function checkAbsence(context: RuleContext, outcome: ClaimOutcome): void {
  const place = outcome.against.find(isPlace);
  if (place === undefined) return;
  addFinding(context, outcome, {
    rule: 'narrative/absence',
    message: 'wrong',
    range: outcome.claim,
    data: {
      words: shortQuote(context, outcome.claim),
      place: placeOf(place, true),
      value: printedText(place),
    },
  });
}

function checkList(
  context: RuleContext,
  outcome: ClaimOutcome,
  claim: ListClaim & { start: number; end: number },
): void {
  const { number = '', name } = claim.table.form ?? { name: claim.table.name };
  const table = number === '' ? name : number;
  const empty = claim.items.filter(({ place }) => place !== undefined && isAgainst(outcome, place));
  const [only, ...others] = empty;
  if (only !== undefined) {
    addFinding(context, outcome, {
      rule: 'narrative/list',
      message: 'empty',
      range: others.length === 0 ? only.range : claim,
      data: { subjects: listing(empty.map(({ range }) => quote(context, range))), table },
    });
  }
  const omitted = outcome.against.filter(isPlace).filter(({ state }) => state === 'figure');
  if (omitted.length === 0) return;
  const subjects = listing(omitted.map((term) => nameOf(term)));
  addFinding(context, outcome, {
    rule: 'narrative/list',
    message: 'omitted',
    range: claim,
    data: { subjects, table },
  });
}

function isAgainst({ against }: ClaimOutcome, place: Place): boolean {
  return against.some((term) => isPlace(term) && term.state === 'zero' && isSame(term, place));
}

function isSame(
  term: Pick<Place, 'row' | 'code' | 'definition'>,
  place: Pick<Place, 'row' | 'code' | 'definition'>,
): boolean {
  return term.row === place.row && term.code === place.code && term.definition === place.definition;
}

function nameOf({ row, code, definition }: Pick<Place, 'row' | 'code' | 'definition'>): string {
  const label = (row?.label ?? definition?.label ?? '').replace(/\s+/g, '');
  return label === '' ? (code ?? '') : label;
}
