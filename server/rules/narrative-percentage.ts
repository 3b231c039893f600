/** Sentences that state a share, a completion, a rate of change. */
import type { SharesClaim as AllShares, Claim } from '../claims/claim.ts';
import { type ClaimOutcome, holds, type WrongBase } from '../reconcile/claim-outcome.ts';
import { numberText } from '../reconcile/claim-words.ts';
import { undisputedIn } from '../reconcile/undisputed.ts';
import type { Localised } from '../report/identifiers.ts';
import { verbatim } from './message.ts';
import {
  addFinding,
  allowedRange,
  isModerate,
  number,
  quote,
  shouldBe,
  total,
} from './narrative-finding.ts';
import { percentageRules } from './narrative-percentage-metadata.ts';
import type { MessageData, RuleContext, RuleFamily } from './rule.ts';

export const narrativePercentageFamily: RuleFamily = {
  rules: percentageRules,
  check(context) {
    for (const outcome of context.claimOutcomes) {
      if (isPercentage(outcome.claim)) checkPercentage(context, outcome);
      else if (outcome.claim.kind === 'shares') checkShares(context, outcome, outcome.claim);
    }
  },
};

/** Where one of them is known to be wrong, that says it. */
function checkShares(context: RuleContext, outcome: ClaimOutcome, claim: SharesClaim): void {
  const { verdict, expected } = outcome;
  if (verdict !== 'broken' || expected === undefined) return;
  const isTold = context.claimOutcomes.some(
    (other) =>
      other.claim.kind === 'share' &&
      other.verdict !== 'unknown' &&
      !holds(other.verdict) &&
      claim.figures.includes(other.claim.figure),
  );
  if (isTold) return;
  const starts = claim.figures.map(({ start }) => start);
  const ends = claim.figures.map(({ end }) => end);
  addFinding(context, outcome, {
    rule: 'narrative/shares',
    message: 'wrong',
    range: { start: Math.min(...starts), end: Math.max(...ends) },
    data: {
      sum: `${numberText(expected, '%', 2)}%`,
      parts: claim.figures.map((figure) => quote(context, figure)).join(' + '),
    },
  });
}

/** The percentage with the usual two decimals. */
function finely({ expected }: ClaimOutcome): string {
  return expected === undefined ? '…' : `${numberText(expected, '%', 2)}%`;
}

type SharesClaim = Claim & AllShares;

type PercentageClaim = Extract<Claim, { kind: 'share' | 'completion' | 'rate' }>;

function isPercentage(claim: Claim): claim is PercentageClaim {
  return claim.kind === 'share' || claim.kind === 'completion' || claim.kind === 'rate';
}

function checkPercentage(context: RuleContext, outcome: ClaimOutcome): void {
  const { claim, verdict, constraint, wrongBase } = outcome;
  if (!isPercentage(claim) || constraint?.kind !== 'ratio') return;
  if (verdict === 'exact' || verdict === 'rounding' || verdict === 'follows') return;
  const { figure } = claim;
  const data: MessageData = {
    printed: quote(context, figure),
    expected: shouldBe(context, figure, outcome),
    over: total(context, constraint.over),
    under: total(context, constraint.under),
  };
  switch (verdict) {
    case 'broken': {
      if (figure.closeness !== 'exact') return;
      const allowed = allowedRange(outcome);
      const certain = !isModerate(claim) && undisputedIn(context).isCertainRate(outcome, figure);
      const finding = { message: 'wrong', range: figure, repair: figure, certain } as const;
      if (claim.kind !== 'rate') {
        const rule = claim.kind === 'share' ? 'narrative/share' : 'narrative/completion';
        const why = whyOf(context, wrongBase, quote(context, figure), claim.kind);
        addFinding(context, outcome, { ...finding, rule, data: { ...data, allowed, why } });
        return;
      }
      if (isOfOtherWord(context, outcome)) return;
      const words = rateWords(claim);
      if (wrongBase === undefined) {
        const rate = { ...data, ...words, allowed };
        addFinding(context, outcome, { ...finding, rule: 'narrative/rate', data: rate });
      } else {
        const why = baseOf(context, wrongBase, claim);
        const rate = { ...data, ...words, why };
        addFinding(context, outcome, { ...finding, rule: 'narrative/rate-base', data: rate });
      }
      return;
    }
    case 'zero-base':
      addFinding(context, outcome, {
        rule: 'narrative/zero-base',
        message: 'wrong',
        range: figure,
        data,
      });
      return;
    case 'coarse':
      addFinding(context, outcome, {
        rule: 'narrative/precision',
        message: 'percentage',
        range: figure,
        level: 'info',
        data: { ...data, value: finely(outcome) },
      });
      return;
    case 'truncated':
    case 'behind-zero':
      addFinding(context, outcome, {
        rule: 'narrative/truncated',
        message: verdict,
        range: figure,
        data,
      });
      return;
    default:
  }
}

/** The rate fits the change the other way round, and that the words of the two disagree is said by another rule. */
function isOfOtherWord(
  { claimOutcomes }: RuleContext,
  { claim, wrongBase }: ClaimOutcome,
): boolean {
  if (claim.kind !== 'rate' || wrongBase?.kind !== 'divides-by') return false;
  if (wrongBase.role !== 'opposite') return false;
  return claimOutcomes.some(
    ({ claim: other, verdict }) =>
      other.kind === 'direction' && verdict === 'broken' && other.figures.includes(claim.figure),
  );
}

function rateWords(claim: Extract<Claim, { kind: 'rate' }>): MessageData {
  const up = claim.direction === 'up';
  const last = claim.against === 'last-year';
  return {
    word: { zh: up ? '增长' : '下降', en: up ? 'Growth of' : 'Fall of' },
    base: { zh: last ? '上年' : '预算', en: last ? 'last year’s' : 'the budget of' },
  };
}

function baseOf(
  context: RuleContext,
  wrongBase: WrongBase,
  { against }: Extract<Claim, { kind: 'rate' }>,
): Localised {
  if (wrongBase.kind !== 'divides-by') return verbatim('');
  const value = number(context, wrongBase.quantity);
  switch (wrongBase.role) {
    case 'current':
      return against === 'budget'
        ? { zh: `除以决算 ${value} `, en: `dividing by the outturn ${value}` }
        : { zh: `除以本年 ${value} `, en: `dividing by this year’s ${value}` };
    case 'budget':
      return { zh: `除以预算 ${value} `, en: `dividing by the budget ${value}` };
    case 'opposite':
      return {
        zh: '把增减方向弄反、除以另一个数',
        en: 'taking the change the other way round',
      };
    case 'other':
      return { zh: `除以 ${value} `, en: `dividing by ${value}` };
  }
}

function whyOf(
  context: RuleContext,
  wrongBase: WrongBase | undefined,
  printed: string,
  kind: 'share' | 'completion',
): Localised {
  switch (wrongBase?.kind) {
    case 'divides-by': {
      const value = number(context, wrongBase.quantity);
      return {
        zh: `（${printed} 是除以 ${value} 得到的）`,
        en: ` (${printed} comes from dividing by ${value})`,
      };
    }
    case 'complement':
      return {
        zh: `（${printed} 是其余部分的占比）`,
        en: ` (${printed} is the share of the rest)`,
      };
    case 'inverted':
      return {
        zh:
          kind === 'share'
            ? `（${printed} 是全部除以部分得到的）`
            : `（${printed} 是预算除以决算得到的）`,
        en: ` (${printed} divides the other way round)`,
      };
    case 'excess':
      return {
        zh: `（${printed} 是与预算相差的比例）`,
        en: ` (${printed} is the difference from the budget)`,
      };
    default:
      return verbatim('');
  }
}
