/** Sentences that state an amount or a count: what the tables print, and what the text says elsewhere. */
import type { Claim } from '../claims/claim.ts';
import type { ClaimOutcome, Misprint } from '../reconcile/claim-outcome.ts';
import { type CellCulprit, isUndecided } from '../reconcile/localise/explanation.ts';
import { isPlace, type Quantity } from '../reconcile/quantity.ts';
import type { Localised } from '../report/identifiers.ts';
import { alternativesText, fixOf } from './change-words.ts';
import { placeOf, printedText } from './identity-words.ts';
import { verbatim } from './message.ts';
import { amountRules } from './narrative-amount-metadata.ts';
import {
  addFinding,
  distance,
  isModerate,
  number,
  quote,
  shortQuote,
  shouldBe,
  subjectOf,
} from './narrative-finding.ts';
import { plainText } from './repair.ts';
import type { RuleContext, RuleFamily } from './rule.ts';
import { slipText } from './slip-words.ts';

export const narrativeAmountFamily: RuleFamily = {
  rules: amountRules,
  check(context) {
    const reported = new Set<Misprint>();
    for (const culprit of context.explanation.culprits) {
      const isAlone = culprit.repaired.outcomes.length === 0 && !isUndecided(culprit);
      if (culprit.fact.kind === 'cell' && isAlone) {
        reportCell(context, culprit as CellCulprit);
      }
    }
    for (const outcome of context.claimOutcomes) {
      const { claim, verdict, misprint } = outcome;
      if (misprint !== undefined && !reported.has(misprint)) {
        reported.add(misprint);
        reportMisprint(context, misprint);
      }
      if (verdict === 'exact' || verdict === 'unknown' || verdict === 'follows') continue;
      if (claim.kind === 'equals') checkEquals(context, outcome);
      else if (claim.kind === 'same') checkSame(context, outcome);
      else if (claim.kind === 'together') checkTogether(context, outcome);
    }
  },
};

function reportMisprint(context: RuleContext, { figure, expected, repaired }: Misprint): void {
  const [first] = repaired.map((index) => context.claimOutcomes[index]);
  if (first === undefined) return;
  const broken = { ...first, verdict: 'broken', expected, against: [] } as const;
  const claims = repaired.flatMap((index) => context.claimOutcomes[index]?.claim ?? []);
  addFinding(context, broken, {
    rule: 'narrative/misprint',
    message: 'wrong',
    range: figure,
    repair: figure,
    data: {
      subject: subjectOf(figure),
      printed: quote(context, figure),
      expected: shouldBe(context, figure, broken),
      reasons: {
        zh: claims.map((claim) => reasonOf(context, claim).zh).join('、'),
        en: claims.map((claim) => reasonOf(context, claim).en).join(', '),
      },
      slip: distance(context, figure, expected).slip,
    },
  });
}

/** A cell that only sentences contradict. */
function reportCell(
  context: RuleContext,
  { fact, value, repaired, alternatives }: CellCulprit,
): void {
  const claims = repaired.claims.flatMap((index) => context.claimOutcomes[index]?.claim ?? []);
  if (claims.length === 0) return;
  const reasons = claims.map((claim) => reasonOf(context, claim));
  context.add(
    'narrative/misprint',
    'cell',
    fact.cell.range,
    {
      place: placeOf(fact.term, true),
      printed: printedText(fact.term),
      expected: plainText(fact.term, value.units, value.decimals),
      reasons: {
        zh: reasons.map(({ zh }) => zh).join('、'),
        en: reasons.map(({ en }) => en).join(', '),
      },
      slip: slipText(fact.printed.units, value.units, fact.unit),
    },
    {
      related: claims.map((claim) => {
        const { start, end } = 'figure' in claim ? claim.figure : claim;
        return { start, end, message: verbatim(shortQuote(context, { start, end })) };
      }),
      suggestions: [[{ fact, value }], ...alternatives].flatMap(
        (changes) => fixOf(context, changes) ?? [],
      ),
      also: alternativesText(context, alternatives),
    },
  );
}

function reasonOf(context: RuleContext, claim: Claim): Localised {
  switch (claim.kind) {
    case 'share':
    case 'completion':
    case 'rate':
    case 'change':
      return verbatim(quote(context, claim.figure));
    case 'sum':
      return { zh: '合计', en: 'the total' };
    case 'same':
      return { zh: '另一处', en: 'the other place' };
    default:
      return verbatim(`「${shortQuote(context, claim)}」`);
  }
}

function checkEquals(context: RuleContext, outcome: ClaimOutcome): void {
  const { claim, verdict, expected, constraint } = outcome;
  if (claim.kind !== 'equals' || constraint?.kind !== 'linear') return;
  const { figure, closeness } = claim;
  const right = constraint.right[0]?.quantity;
  if (right === undefined || !isPlace(right)) return;
  const data = {
    subject: subjectOf(figure),
    printed: quote(context, figure),
    place: placeOf(right, true),
    value: printedText(right),
    expected: shouldBe(context, figure, outcome),
  };
  const finding = { range: figure, data, repair: figure };
  const level = isModerate(claim) ? ('warning' as const) : undefined;
  switch (verdict) {
    case 'broken':
    case 'unit-slip': {
      if (closeness !== 'exact') {
        const message = closeness === 'about' ? 'about' : 'bound';
        addFinding(context, outcome, { ...finding, rule: 'narrative/closeness', message });
        return;
      }
      if (expected === undefined) return;
      addFinding(context, outcome, {
        ...finding,
        rule: 'narrative/amount',
        message: verdict === 'unit-slip' ? 'unit' : 'wrong',
        data: { ...data, ...distance(context, figure, expected) },
        ...(level !== undefined && { level }),
      });
      return;
    }
    case 'copied':
      addFinding(context, outcome, { ...finding, rule: 'narrative/last-place', message: 'copied' });
      return;
    case 'last-place':
      addFinding(context, outcome, {
        ...finding,
        rule: 'narrative/last-place',
        message: 'last-place',
        level: 'info',
      });
      return;
    case 'coarse':
      addFinding(context, outcome, { ...finding, rule: 'narrative/precision', message: 'amount' });
      return;
    default:
  }
}

function checkSame(context: RuleContext, outcome: ClaimOutcome): void {
  const { claim, verdict } = outcome;
  if (claim.kind !== 'same') return;
  const { figure, other } = claim;
  const data = {
    subject: subjectOf(figure),
    printed: quote(context, figure),
    value: quote(context, other),
    place: { zh: '前文', en: 'the text before' },
    expected: shouldBe(context, figure, outcome),
  };
  const finding = { range: figure, data };
  const level = isModerate(claim) ? ('warning' as const) : undefined;
  switch (verdict) {
    case 'broken':
    case 'unit-slip':
      addFinding(context, outcome, {
        ...finding,
        rule: 'narrative/repeated',
        message: verdict === 'broken' ? 'wrong' : 'unit',
        repair: figure,
        ...(level !== undefined && { level }),
      });
      return;
    case 'last-place':
      addFinding(context, outcome, {
        ...finding,
        rule: 'narrative/last-place',
        message: 'last-place',
        level: 'info',
      });
      return;
    default:
  }
}

function checkTogether(context: RuleContext, outcome: ClaimOutcome): void {
  const { claim, against } = outcome;
  const [money] = against;
  if (claim.kind !== 'together' || money === undefined) return;
  const { figure } = claim;
  addFinding(context, outcome, {
    rule: 'narrative/count',
    message: figure.number.units === 0 ? 'none' : 'unpaid',
    range: figure,
    data: {
      subject: subjectOf(figure),
      printed: quote(context, figure),
      value: moneyText(context, money),
    },
  });
}

function moneyText(context: RuleContext, money: Quantity): Localised {
  const { unit } = context.report.header;
  return verbatim(`${number(context, money)}${unit}`);
}
