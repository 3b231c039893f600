/**
 * What the findings of error level come to in figures: the constraints that are broken for each, and the repairs that it
 * offers, as far as they mend all of those and break nothing.
 */
import { readNumber } from '../../grammar/number.ts';
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import { decimal, type Fraction } from '../reconcile/fraction.ts';
import { jointConflictIn } from '../reconcile/joint/identities.ts';
import { FigureValue, isPlace, type Quantity, termWith } from '../reconcile/quantity.ts';
import type { Edit, Finding, Fix } from '../rules/rule.ts';
import { factsOf } from '../verify/evaluate.ts';
import type { ConstraintDraft, Grounds } from './constraints.ts';
import type { Facts } from './facts.ts';
import { judgeForm } from './judge-form.ts';

export interface ConflictDraft {
  readonly finding: Finding;
  /** Minimal sets of constraints that cannot all hold: for most findings each one that is broken by itself. */
  readonly sets: readonly (readonly MemberDraft[])[];
  readonly explanations: readonly {
    readonly fix: Fix;
    readonly changed: ReadonlyMap<number, Quantity>;
  }[];
}

export interface MemberDraft {
  /** By number. */
  readonly constraint: number;
  readonly multiplier: number;
  /** Values with which the others hold, by fact; undefined in a set of one. */
  readonly without: ReadonlyMap<number, Fraction> | undefined;
}

export function conflictsOf(analysis: Analysis, grounds: Grounds): readonly ConflictDraft[] {
  const { findings, tree } = analysis;
  const { facts, constraints } = grounds;
  const over = constraintsOver(constraints, facts);
  const conflicts: ConflictDraft[] = [];
  for (const finding of findings) {
    if (finding.rule === 'rounding/joint')
      conflicts.push(...jointConflict(finding, analysis, grounds));
    if (finding.level !== 'error') continue;
    const offers = [finding.fix, ...finding.suggestions].flatMap((fix) => {
      const changed = fix && changesOf(fix, tree.text, facts);
      if (fix === undefined || changed === undefined) return [];
      return [{ fix, changed, effect: effectOf(changed) }];
    });
    const sound = offers.filter(({ effect }) => effect.mended.length > 0 && !effect.breaks);
    const [first, ...others] = sound.map(({ effect }) => effect.mended);
    const mended = first?.filter((one) => others.every((each) => each.includes(one))) ?? [];
    const broken = mended.length > 0 ? mended : brokenAt(finding);
    if (broken.length === 0) continue;
    const explanations = mended.length > 0 ? sound : [];
    const sets = broken.map((constraint) => [{ constraint, multiplier: 1, without: undefined }]);
    conflicts.push({ finding, sets, explanations });
  }
  return conflicts;

  function effectOf(changed: ReadonlyMap<number, Quantity>): {
    readonly mended: readonly number[];
    readonly breaks: boolean;
  } {
    const mended: number[] = [];
    let breaks = false;
    const around = new Set([...changed.keys()].flatMap((fact) => over.get(fact) ?? []));
    for (const index of around) {
      const one = constraints[index];
      if (one === undefined) continue;
      const after = judgeForm(one.form, (fact) => changed.get(fact) ?? facts.quantity(fact));
      const isBroken = after?.verdict === 'broken';
      if (one.judgement.verdict === 'broken') {
        if (!isBroken) mended.push(index);
      } else if (isBroken) breaks = true;
    }
    return { mended, breaks };
  }

  function brokenAt({ start, end }: Finding): readonly number[] {
    const here = facts.touching(start, end);
    return [...new Set(here.flatMap((fact) => over.get(fact) ?? []))].filter((index) => {
      const { verdict, leniency } = constraints[index]?.judgement ?? {};
      return verdict === 'broken' && leniency === undefined;
    });
  }
}

/** Identities that rounding explains one by one and not together; no single figure is accused. */
function jointConflict(
  finding: Finding,
  { outcomes }: Analysis,
  { facts, constraints }: Grounds,
): readonly ConflictDraft[] {
  const conflict = jointConflictIn(outcomes);
  if (conflict === undefined) return [];
  const { members, exponent } = conflict;
  const set = members.flatMap(({ outcome, multiplier, without }): MemberDraft[] => {
    const constraint = constraints.findIndex(({ origin }) => origin === outcome.constraint);
    const values = new Map<number, Fraction>();
    for (const [term, halves] of without) {
      const fact = facts.ofTerm(term);
      if (fact === undefined) return [];
      values.set(fact, decimal(BigInt(halves) * 5n, exponent - 1));
    }
    // Of such an inequality the checker takes the left side off the right one.
    const { relation } = outcome.constraint;
    const turn = relation === '≥' || relation === '>' ? -1 : 1;
    return constraint < 0 ? [] : [{ constraint, multiplier: turn * multiplier, without: values }];
  });
  return set.length < members.length ? [] : [{ finding, sets: [set], explanations: [] }];
}

function constraintsOver(
  constraints: readonly ConstraintDraft[],
  facts: Facts,
): ReadonlyMap<number, readonly number[]> {
  const over = new Map<number, number[]>(facts.drafts.map((_, fact) => [fact, []]));
  constraints.forEach(({ form }, index) => {
    for (const fact of new Set(factsOf(form))) over.get(fact)?.push(index);
  });
  return over;
}

/** The figures that a fix changes, with what they then say; undefined where it changes other things as well. */
function changesOf(
  { edits }: Fix,
  text: string,
  facts: Facts,
): ReadonlyMap<number, Quantity> | undefined {
  const byFact = new Map<number, Edit[]>();
  for (const edit of edits) {
    const [fact, another] = facts.touching(edit.start, edit.end);
    if (fact === undefined || another !== undefined) return undefined;
    byFact.set(fact, [...(byFact.get(fact) ?? []), edit]);
  }
  const changed = new Map<number, Quantity>();
  for (const [fact, own] of byFact) {
    const quantity = changedQuantity(fact, own, text, facts);
    if (quantity === undefined) return undefined;
    changed.set(fact, quantity);
  }
  return changed.size === 0 ? undefined : changed;
}

function changedQuantity(
  fact: number,
  edits: readonly Edit[],
  text: string,
  facts: Facts,
): Quantity | undefined {
  const { range, unitRange, quantity } = facts.drafts[fact] ?? {};
  if (range === undefined || quantity === undefined) return undefined;
  const of = (where: Range): string | undefined => {
    const inside = edits.filter(({ start, end }) => where.start <= start && end <= where.end);
    const [edit, another] = inside;
    if (edit === undefined) return text.slice(where.start, where.end);
    const { start, end, text: put } = edit;
    return another ? undefined : text.slice(where.start, start) + put + text.slice(end, where.end);
  };
  const reading = readNumber(of(range) ?? '');
  if (reading.kind !== 'number') return undefined;
  const { units, decimals } = reading;
  if (isPlace(quantity)) return termWith(quantity, units, decimals);
  const { number } = quantity.figure;
  const unit = unitRange === undefined ? number.unit : of(unitRange);
  if (unit === undefined) return undefined;
  return new FigureValue(
    { ...quantity.figure, number: { ...number, units, decimals, unit } },
    facts.usual,
  );
}
