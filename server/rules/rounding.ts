/** Differences that rounding explains, wholly or nearly (RULES §1): information for whoever wants to see them. */
import type { Constraint, Outcome, Term, Verdict } from '../reconcile/constraint.ts';
import type { CellCulprit } from '../reconcile/localise/explanation.ts';
import type { Localised, RuleId } from '../report/identifiers.ts';
import type { Row } from '../report/model.ts';
import { breachMessages, reportCulprit, reportOutcome } from './breach.ts';
import {
  arithmetic,
  exampleHead,
  exampleSubject as subject,
  exampleTable as table,
} from './identity-rule.ts';
import { identityOf } from './identity-words.ts';
import type { RuleFamily, RuleMetadata } from './rule.ts';

const form05 = ['科目编码', '科目名称', '小计', '基本支出', '项目支出'];
const form03 = ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'];

/** The same shapes as a broken identity, each with what this verdict means. */
function messages(zh: string, en: string): Readonly<Record<string, Localised>> {
  const result: Record<string, Localised> = {};
  for (const [name, message] of Object.entries(breachMessages)) {
    const ends = name === 'culprit' ? ['{others}', '{others}'] : ['；', '. '];
    const cut = (text: string, mark = ''): string => text.slice(0, text.lastIndexOf(mark));
    result[name] = {
      zh: `${cut(message.zh, ends[0])}；${zh}`,
      en: `${cut(message.en, ends[1])}. ${en}`,
    };
  }
  return result;
}

const metadata: readonly RuleMetadata[] = [
  {
    id: 'rounding/difference',
    catalogue: ['R2'],
    confidence: 'H',
    level: 'off',
    title: { zh: '尾差', en: 'Rounding difference' },
    description: {
      zh: '合计与各部分之和不同，但在四舍五入允许的范围之内。这不是错误，默认不提示；需要逐条列出尾差时打开。',
      en: 'A total differs from its parts by no more than rounding explains. This is no fault and off by default; switch it on to list such differences.',
    },
    source: arithmetic,
    messages: messages('四舍五入可以解释，不是错误', 'Rounding explains it; it is no fault'),
    options: {},
    bad: `${exampleHead}${table('公开05表', form05, '_ 合计 64.01 60.00 4.00')}`,
    good: `${exampleHead}${table('公开05表', form05, '_ 合计 64.00 60.00 4.00')}`,
  },
  {
    id: 'rounding/last-place',
    catalogue: ['R3'],
    confidence: 'H',
    level: 'info',
    title: { zh: '末位相差', en: 'Last place differs' },
    description: {
      zh: '同一个数印在两张表里，末位相差 1。金额相同，四舍五入的结果也应相同；检查时常要求列出，所以提示。',
      en: 'One quantity is printed in two tables and its last place differs by one. The same amount is rounded the same way; inspectors want such places listed.',
    },
    source: arithmetic,
    messages: messages('两处只差一个末位，请统一', 'Only the last place differs; make them agree'),
    options: {},
    bad: `${exampleHead}${table('公开03表', form03, '_ 合计 64.00 60.00 4.00')}${table('公开05表', form05, '_ 合计 64.01 60.01 4.00')}${table('公开07表', ['科目编码', '科目名称', '本年收入', '小计'], '_ 合计 0.00 0.00')}${table('公开08表', ['科目编码', '科目名称', '小计'], '_ 合计 0.00')}`.replace(
      '60.01 | 4.00',
      '60.00 | 4.01',
    ),
    good: `${exampleHead}${table('公开03表', form03, '_ 合计 64.00 60.00 4.00')}${table('公开05表', form05, '_ 合计 63.99 60.00 3.99')}`,
  },
  {
    id: 'rounding/behind-zero',
    catalogue: ['R2'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '零值不足以解释的差额', en: 'Only money behind a zero explains it' },
    description: {
      zh: '差额超出非零各数的尾差，除非印作 0.00 或空白的格子里还有不足半个末位的金额。很少见，请核对。',
      en: 'The difference is more than the rounding of the figures that are not zero; only amounts of less than half a place behind a printed 0.00 or a blank could explain it. That is rare.',
    },
    source: arithmetic,
    messages: messages(
      '除非印作零的格子里还有零星金额，否则有误，请核对',
      'Unless some money stands behind a printed zero this is wrong; check it',
    ),
    options: {},
    bad: `${exampleHead}${table('公开05表', form05, '_ 合计 64.01 64.00 0.00')}`,
    good: `${exampleHead}${table('公开05表', form05, '_ 合计 64.00 64.00 0.00')}`,
  },
  {
    id: 'rounding/precision',
    catalogue: ['R10'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '小数位数不足', en: 'Fewer decimals than its column' },
    description: {
      zh: '一个数的小数位比同栏其他数少。先按省去末尾的零理解；只有按更粗的四舍五入才能解释时，在这里提示。',
      en: 'A figure has fewer decimals than its column. It is first read as having dropped zeros; where only coarser rounding explains the identity, this rule says so.',
    },
    source: arithmetic,
    messages: messages(
      '有的数小数位比同栏少，只有按更粗的四舍五入才能解释；请补全小数',
      'Some figure has fewer decimals than its column, and only coarser rounding explains it; print all decimals',
    ),
    options: {},
    bad: `${exampleHead}${table('公开05表', form05, '_ 合计 64.03 60.01 4', ...subject('64.03 60.01 4.02'))}`,
    good: `${exampleHead}${table('公开05表', form05, '_ 合计 64.01 60.01 4', ...subject('64.01 60.01 4.00'))}`,
  },
];

const ruleOf: Readonly<Partial<Record<Verdict, RuleId>>> = {
  rounding: 'rounding/difference',
  'last-place': 'rounding/last-place',
  'behind-zero': 'rounding/behind-zero',
  coarse: 'rounding/precision',
};

export const roundingFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    const { culprits, known } = context.explanation;
    // Places whose fault is reported already: what else they disturb is theirs.
    const isExplained = ({ cell, report }: Term): boolean =>
      report === undefined && cell !== undefined && known.cellTerm(cell) !== undefined;
    // One pattern, one finding: what shares a row with a difference already reported adds nothing.
    const reported = new Map<RuleId, Set<Term | Row>>();
    const isRepeated = (rule: RuleId, outcome: Outcome): boolean => {
      const seen = reported.get(rule) ?? new Set<Term | Row>();
      reported.set(rule, seen);
      const rows = figuresOf(outcome).map((term) => term.row ?? term);
      const repeats = rule !== 'rounding/difference' && rows.some((row) => seen.has(row));
      for (const row of rows) seen.add(row);
      return repeats;
    };
    const told = new Set<Constraint>();
    for (const culprit of culprits) {
      for (const constraint of culprit.repaired.constraints) told.add(constraint);
      const [first] = culprit.repaired.outcomes;
      const rule = first && ruleOf[first.verdict];
      if (first === undefined || rule === undefined) continue;
      if (!culprit.doubtful || culprit.fact.kind !== 'cell') continue;
      if (!isRepeated(rule, first)) reportCulprit(context, rule, culprit as CellCulprit);
    }
    for (const outcome of context.outcomes) {
      const rule = ruleOf[outcome.verdict];
      if (
        rule === undefined ||
        identityOf(outcome) === undefined ||
        context.level(rule) === 'off'
      ) {
        continue;
      }
      if (told.has(outcome.constraint) || termsOf(outcome).some(isExplained)) continue;
      if (!isRepeated(rule, outcome)) reportOutcome(context, rule, outcome);
    }
  },
};

function termsOf({ constraint }: Outcome): Term[] {
  return [...constraint.left, ...constraint.right];
}

function figuresOf(outcome: Outcome): Term[] {
  return termsOf(outcome)
    .filter(({ state }) => state === 'figure')
    .map(({ base }) => base);
}
