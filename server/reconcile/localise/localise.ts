/**
 * Judges the narrative and finds what is wrong in a report: the one explanation that findings, verdicts of cells and
 * figures, and coverage share. A report in which everything holds costs no more than judging it.
 */
import type { Narrative } from '../../claims/claim.ts';
import type { ClaimOutcome } from '../claim-outcome.ts';
import { holds, lacksItems } from '../claim-outcome.ts';
import type { Outcome } from '../constraint.ts';
import { decimal } from '../fraction.ts';
import { ClaimsJudge } from '../judge-claims.ts';
import type { JudgedTables } from '../place-value.ts';
import { costOfClaim, costOfIdentity, DOUBTFUL } from './cost.ts';
import { explain } from './explain.ts';
import { type Culprit, type Explanation, isUndecided, NOTHING_WRONG } from './explanation.ts';
import { System } from './system.ts';

export interface Localisation {
  readonly explanation: Explanation;
  /** One outcome for each claim, in their order, judged with what is wrong known. */
  readonly claimOutcomes: readonly ClaimOutcome[];
}

export function localise(narrative: Narrative, tables: JudgedTables): Localisation {
  const judge = new ClaimsJudge(narrative, tables);
  const printed = judge.run();
  if (!tables.outcomes.some(isAmiss) && !printed.some(isClaimAmiss)) {
    return { explanation: NOTHING_WRONG, claimOutcomes: printed };
  }
  const explanation = explain(new System(tables.outcomes, printed, judge));
  const known = new ClaimsJudge(narrative, tables, explanation.known);
  const claimOutcomes = known.run();
  for (const culprit of explanation.culprits) attribute(culprit, claimOutcomes, printed);
  return { explanation, claimOutcomes };
}

function isAmiss(outcome: Outcome): boolean {
  return 'identity' in outcome.constraint.origin && costOfIdentity(outcome) >= DOUBTFUL;
}

function isClaimAmiss({ claim, verdict }: ClaimOutcome): boolean {
  return costOfClaim(verdict) >= DOUBTFUL || lacksItems({ claim, verdict });
}

/**
 * A figure that is wrong is one finding: at the claim that says what the figure is where one fails, else at the figure
 * for all claims that it breaks. Its other claims follow from it.
 */
function attribute(
  culprit: Culprit,
  outcomes: ClaimOutcome[],
  printed: readonly ClaimOutcome[],
): void {
  const { fact, repaired } = culprit;
  if (repaired.claims.length === 0) return;
  if (isUndecided(culprit)) {
    for (const index of repaired.claims) {
      const outcome = outcomes[index];
      if (outcome !== undefined) outcomes[index] = { ...outcome, suspect: culprit };
    }
    return;
  }
  const failing = repaired.claims.filter((index) => {
    const outcome = outcomes[index];
    const verdict = outcome?.verdict ?? 'unknown';
    return verdict !== 'unknown' && (!holds(verdict) || costOfClaim(verdict) >= DOUBTFUL);
  });
  const figure = fact.kind === 'figure' ? fact.figure : undefined;
  const own = failing.filter((index) => {
    const claim = outcomes[index]?.claim;
    return (
      claim !== undefined && figure !== undefined && 'figure' in claim && claim.figure === figure
    );
  });
  const lead = own.find((index) => outcomes[index]?.verdict !== 'follows') ?? own[0];
  for (const index of failing) {
    const outcome = outcomes[index];
    if (outcome === undefined || index === lead) continue;
    if (outcome.ownFault && outcome.constraint?.kind === 'ratio' && !own.includes(index)) continue;
    outcomes[index] = { ...outcome, verdict: 'follows', cause: figure ?? outcome.cause };
  }
  const leading = lead === undefined ? undefined : outcomes[lead];
  const value = decimal(culprit.value.units, fact.exponent);
  if (lead !== undefined && leading !== undefined) {
    // That a figure is stated again with another value says by itself what it must be.
    if (leading.verdict === 'follows') outcomes[lead] = printed[lead] ?? leading;
    // Of several values that rounding allows the one that a slip explains.
    else if (leading.verdict === 'broken') outcomes[lead] = { ...leading, expected: value };
    return;
  }
  const misprint = figure && {
    figure,
    expected: value,
    repaired: repaired.claims,
  };
  for (const index of repaired.claims) {
    const outcome = outcomes[index];
    if (outcome !== undefined && misprint !== undefined) outcomes[index] = { ...outcome, misprint };
  }
}
