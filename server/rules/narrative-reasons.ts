/** Reasons of changes: that there is one, and that it does not tell of the opposite (N-REASON, N5.3). */
import type { StatedReason } from '../claims/claim.ts';
import { exampleReport } from './narrative-example.ts';
import { shortQuote } from './narrative-finding.ts';
import { checkUnexplained } from './narrative-unexplained.ts';
import type { RuleContext, RuleFamily, RuleMetadata } from './rule.ts';

const metadata: readonly RuleMetadata[] = [
  {
    id: 'narrative/reason',
    catalogue: ['N-REASON', 'N5.3'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '增减原因存疑', en: 'Doubtful reason of a change' },
    description: {
      zh: '“主要原因是”后面应写出原因；增加的原因只说减少、压缩，减少的原因只说增加、新增时提示。原因里说到上年、基数、结转的，以及两种说法都有的，不作判断。以上只是提示。决算与年初预算不同的项没有写任何原因，而同一节里其他的项都写了的，是警告；与上年的增减没有写原因、别处都写了的，是提示。',
      en: 'A reason is given behind 主要原因是. An increase explained by decreases alone, or the other way round, is mentioned; reasons that speak of last year or of what was carried over, or both ways, are not judged. These are hints. An item whose outturn differs from its budget, without any reason while the other items of the section give theirs, is a warning; a change against last year without a reason, where the others have one, is a hint.',
    },
    source: {
      zh: '财预〔2016〕143号：说明增减变化的原因',
      en: '财预〔2016〕143号: changes are explained',
    },
    messages: {
      missing: {
        zh: '{subject} 支出决算 {printed}，与年初预算不同，却没有写原因；同一节的其他项都写了，请补上',
        en: '{subject}: outturn {printed} differs from the initial budget and no reason is given, as the other items do; give it',
      },
      unexplained: {
        zh: '{subject} 比上年增减 {words}，没有写原因；请补上',
        en: '{subject}: no reason is given for the change of {words} against last year; give it',
      },
      empty: {
        zh: '「{words}」后面没有写原因；请补上',
        en: 'No reason follows "{words}"; give it',
      },
      opposite: {
        zh: '这里是{word}，原因却是「{reason}」；请核对是否写反',
        en: 'This is {word}, and the reason given is "{reason}"; see whether it is the wrong way round',
      },
    },
    options: {},
    bad: exampleReport(
      '',
      'running',
      '2023年度机关运行经费支出83.00万元，比上年增加3.00万元，增长3.75%，主要原因是差旅费减少。',
    ),
    good: exampleReport(
      '',
      'running',
      '2023年度机关运行经费支出83.00万元，比上年增加3.00万元，增长3.75%，主要原因是差旅费增加。',
    ),
  },
];

const LESS = /减少|下降|降低|压减|压缩|缩减/;
const MORE = /增加|增长|上升|新增|追加|上涨|增多/;
/** What a reason may tell of beside this year's own course. */
const OTHER = /上年|去年|上一年|同期|基数|以前年度|往年|结转|结余|年初|预算|提高|补|冲/;

export const narrativeReasonsFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    if (context.level('narrative/reason') === 'off') return;
    for (const reason of context.narrative.reasons) checkReason(context, reason);
    checkUnexplained(context);
  },
};

function checkReason(context: RuleContext, found: StatedReason): void {
  const { start, end, until, direction } = found;
  const { text } = context.report.tree;
  const [words = ''] = text
    .slice(end, until)
    .replace(/[\s*]/g, '')
    .replace(/^[:：，,、]+/, '')
    .split(/[。；;！]/);
  if (words === '') {
    // A heading-like line, or a reason that the next paragraph gives.
    const isEnded = /[。；;]/.test(text.slice(end, until));
    if (isEnded) {
      context.add(
        'narrative/reason',
        'empty',
        { start, end },
        { words: shortQuote(context, found) },
        { level: 'info' },
      );
    }
    return;
  }
  if (direction === undefined || OTHER.test(words)) return;
  const [against, along] = direction === 'up' ? [LESS, MORE] : [MORE, LESS];
  if (!against.test(words) || along.test(words)) return;
  context.add(
    'narrative/reason',
    'opposite',
    { start, end: Math.max(end, until) },
    {
      word:
        direction === 'up' ? { zh: '增加', en: 'an increase' } : { zh: '减少', en: 'a decrease' },
      reason: words.length > 40 ? `${words.slice(0, 39)}…` : words,
    },
    { level: 'info' },
  );
}
