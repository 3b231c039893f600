/** `gouji prove`: what a report's figures are, what must hold of them, and what does not, as data that anyone can redo. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import { decimal, type Fraction } from '../reconcile/fraction.ts';
import { isPlace, type Quantity } from '../reconcile/quantity.ts';
import type {
  ConstraintSource,
  Fact,
  Proof,
  ProofConstraint,
  ProofPlace,
} from '../verify/proof.ts';
import { type ConstraintDraft, type Grounds, groundsOf, type SourceDraft } from './constraints.ts';
import { exactText } from './exact-text.ts';
import { type FactDraft, unitOf } from './facts.ts';

/** Where things stand in the file that the proof is about. */
export interface ProofFile {
  readonly name: string;
  readonly digest: string;
  readonly text: string;
  /** From a range of the analysed text to a place of the file. */
  place(range: Range): ProofPlace;
}

export function proofOf(analysis: Analysis, file: ProofFile): Proof {
  const grounds = groundsOf(analysis);
  return {
    format: 'gouji-proof',
    version: 1,
    file: file.name,
    digest: file.digest,
    facts: factsOf(grounds, file),
    constraints: grounds.constraints.map((draft) => constraintOf(draft, file)),
    conflicts: [],
  };
}

export function factsOf({ facts }: Grounds, file: ProofFile): readonly Fact[] {
  return facts.drafts.map((draft) => factOf(draft, file));
}

function factOf({ kind, range, unitRange, quantity }: FactDraft, file: ProofFile): Fact {
  const { unit, exponent } = unitOf(quantity);
  const place = range && file.place(range);
  const report = isPlace(quantity) ? quantity.report?.name : undefined;
  return {
    kind,
    ...(place && { place, text: file.text.slice(place.start, place.end) }),
    ...(unitRange && { unitPlace: file.place(unitRange) }),
    unit,
    exponent,
    value: exactText(decimal(quantity.units, quantity.exponent)),
    half: exactText(halfOf(quantity, 0)),
    ...(quantity.dropped > 0 && { coarse: exactText(halfOf(quantity, quantity.dropped)) }),
    what: whatOf(quantity),
    ...(report !== undefined && { report }),
  };
}

/** Half a unit of the last place. */
function halfOf({ rounded, exponent }: Quantity, coarser: number): Fraction {
  return rounded ? decimal(5, exponent + coarser - 1) : decimal(0, 0);
}

function whatOf(quantity: Quantity): string {
  if (isPlace(quantity)) return quantity.expression;
  const { subject, aspect } = quantity.figure;
  return [subject, aspect].filter((part) => part !== undefined).join(' ');
}

function constraintOf(
  { form, source, judgement }: ConstraintDraft,
  file: ProofFile,
): ProofConstraint {
  const { verdict, excuse } = judgement;
  return {
    ...form,
    source: sourceOf(source, file),
    verdict,
    ...(excuse !== undefined && { excuse }),
  };
}

function sourceOf(source: SourceDraft, file: ProofFile): ConstraintSource {
  switch (source.kind) {
    case 'identity': {
      const { id, statement } = source.identity;
      return { kind: 'identity', id, statement };
    }
    case 'assertion':
      return { kind: 'assertion', place: file.place(source.range) };
    case 'claim': {
      const { catalogue, kind, start, end } = source.claim;
      return { kind: 'claim', id: catalogue, claim: kind, place: file.place({ start, end }) };
    }
  }
}
