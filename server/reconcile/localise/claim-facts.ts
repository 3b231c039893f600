/** The places of the tables that a claim speaks of by itself, not through a figure of the narrative. */
import type { Claim, Operand, Place } from '../../claims/claim.ts';

export function placesOf(claim: Claim): readonly Place[] {
  switch (claim.kind) {
    case 'equals':
    case 'absence':
      return claim.places;
    case 'share':
      return among(claim.part, claim.whole);
    case 'completion':
      return among(claim.final, claim.budget);
    case 'change':
    case 'rate':
      return among(claim.current, claim.base);
    case 'sum':
      return among(claim.total, ...claim.parts);
    case 'bound':
      return among(claim.lesser, claim.greater);
    case 'level':
      return among(claim.left, claim.right);
    case 'together':
      return among(claim.amount);
    case 'list':
      return [...claim.items.flatMap(({ place }) => place ?? []), ...claim.expected];
    default:
      return [];
  }
}

function among(...operands: readonly (Operand | undefined)[]): Place[] {
  return operands.flatMap((operand) => (operand?.kind === 'place' ? operand.place : []));
}
