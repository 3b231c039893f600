/** `gouji prove`: what a report's figures are, what must hold of them, and what does not, as data that anyone can redo. */
import type { Range } from '../../grammar/syntax-tree.ts';
import { foldWidth } from '../../grammar/width.ts';
import type { Analysis } from '../analysis.ts';
import { add, decimal, type Fraction, multiply, subtract, ZERO } from '../reconcile/fraction.ts';
import { isPlace, printedValue, type Quantity } from '../reconcile/quantity.ts';
import { asTheReportSays } from '../report/citation.ts';
import type { Language } from '../report/identifiers.ts';
import type {
  Conflict,
  ConstraintSource,
  Fact,
  Proof,
  ProofConstraint,
  ProofPlace,
  ProofTerm,
} from '../verify/proof.ts';
import { type ConflictDraft, conflictsOf } from './conflicts.ts';
import { type ConstraintDraft, type Grounds, groundsOf, type SourceDraft } from './constraints.ts';
import { exactText } from './exact-text.ts';
import { type FactDraft, type Facts, unitOf } from './facts.ts';

/** Where things stand in the file that the proof is about. */
export interface ProofFile {
  readonly name: string;
  readonly digest: string;
  readonly text: string;
  readonly language: Language;
  /** From a range of the analysed text to a place of the file. */
  place(range: Range): ProofPlace;
}

/** All but the seal, which whoever can work one out puts on it. */
export function proofOf(analysis: Analysis, file: ProofFile): Omit<Proof, 'seal'> {
  const grounds = groundsOf(analysis);
  return {
    format: 'gouji-proof',
    version: 1,
    file: file.name,
    digest: file.digest,
    facts: factsOf(grounds, file),
    constraints: grounds.constraints.map((draft) =>
      constraintOf(draft, grounds.facts, file, analysis),
    ),
    conflicts: conflictsOf(analysis, grounds).map((one) => conflictOf(one, file)),
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
    ...unitPlaceOf(unit, unitRange, file),
    unit,
    exponent,
    value: exactText(decimal(quantity.units, quantity.exponent)),
    half: exactText(halfOf(quantity, 0)),
    ...(quantity.dropped > 0 && { coarse: exactText(halfOf(quantity, quantity.dropped)) }),
    what: whatOf(quantity),
    ...(report !== undefined && { report }),
  };
}

/** Nothing where a page ends between a figure and its unit, and more than blanks stands there. */
function unitPlaceOf(
  unit: string,
  range: Range | undefined,
  { text, place }: ProofFile,
): { readonly unitPlace?: ProofPlace } {
  if (range === undefined) return {};
  const unitPlace = place(range);
  const printed = foldWidth(text.slice(unitPlace.start, unitPlace.end)).replace(/\s+/g, '');
  return printed === foldWidth(unit) ? { unitPlace } : {};
}

/** Half a unit of the last place. */
function halfOf({ rounded, exponent }: Quantity, dropped: number): Fraction {
  return rounded ? decimal(5, exponent + dropped - 1) : ZERO;
}

function whatOf(quantity: Quantity): string {
  if (isPlace(quantity)) return quantity.expression;
  const { subject, aspect } = quantity.figure;
  return [subject, aspect].filter((part) => part !== undefined).join(' ');
}

function constraintOf(
  { form, source, judgement }: ConstraintDraft,
  facts: Facts,
  file: ProofFile,
  analysis: Analysis,
): ProofConstraint {
  const { verdict, leniency } = judgement;
  return {
    ...form,
    source: sourceOf(source, file, analysis),
    ...(form.kind === 'linear' && {
      difference: exactText(subtract(sumOf(form.left, facts), sumOf(form.right, facts))),
    }),
    verdict,
    ...(leniency !== undefined && { leniency }),
  };
}

function sumOf(terms: readonly ProofTerm[], facts: Facts): Fraction {
  return terms.reduce(
    (sum, { fact, times }) =>
      add(sum, multiply(decimal(times, 0), printedValue(facts.quantity(fact)))),
    ZERO,
  );
}

function conflictOf({ finding, sets, explanations }: ConflictDraft, file: ProofFile): Conflict {
  const { rule, message, start, end } = finding;
  return {
    rule,
    place: file.place({ start, end }),
    message: message[file.language],
    sets: sets.map((members) => ({
      members: members.map(({ constraint, multiplier, without }) => ({
        constraint,
        multiplier: String(multiplier),
        ...(without && {
          without: [...without].map(([fact, value]) => ({ fact, value: exactText(value) })),
        }),
      })),
    })),
    explanations: explanations.map(({ fix, changed }) => ({
      title: fix.title[file.language],
      changes: [...changed].map(([fact, quantity]) => ({
        fact,
        value: exactText(printedValue(quantity)),
      })),
    })),
  };
}

function sourceOf(
  source: SourceDraft,
  file: ProofFile,
  { report, profile }: Analysis,
): ConstraintSource {
  switch (source.kind) {
    case 'identity': {
      const { id, statement } = source.identity;
      return { kind: 'identity', id, statement: asTheReportSays(statement, report, profile) };
    }
    case 'assertion':
      return { kind: 'assertion', place: file.place(source.range) };
    case 'claim': {
      const { catalogue, kind, start, end } = source.claim;
      return { kind: 'claim', id: catalogue, claim: kind, place: file.place({ start, end }) };
    }
  }
}
