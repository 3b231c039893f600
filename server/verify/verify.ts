/**
 * Redoes a proof: that its figures stand in the file and say what they are said to, that each constraint comes to its
 * verdict, that no conflict can be resolved, and that each explanation resolves it. Of the program it knows how a
 * printed number is read, and nothing else.
 */
import { readNumber } from '../../grammar/number.ts';
import { foldWidth } from '../../grammar/width.ts';
import {
  decimalOf,
  ONE,
  PLACES,
  size,
  sum,
  times,
  type Value,
  type ValueOf,
  verdictOf,
} from './evaluate.ts';
import type {
  Change,
  Conflict,
  ConstraintForm,
  Fact,
  Member,
  Proof,
  ProofConstraint,
  ProofPlace,
} from './proof.ts';

export type DiscrepancyCode =
  /** The file does not print this text at this place, or the place counts its lines otherwise. */
  | 'text'
  /** The text does not read as the value. */
  | 'value'
  /** The value cannot be rounded so finely or so coarsely. */
  | 'precision'
  /** What is not printed is not zero. */
  | 'not-zero'
  /** A constraint comes to something else. */
  | 'difference'
  | 'verdict'
  /** The constraints of a set can all hold. */
  | 'feasible'
  /** A set stays impossible without one of its members. */
  | 'not-minimal'
  /** An explanation leaves a constraint broken, or breaks one that holds. */
  | 'no-repair'
  | 'breaks'
  /** Something is named that there is not. */
  | 'unknown';

export interface Discrepancy {
  readonly code: DiscrepancyCode;
  /** `facts[3]`, `constraints[12]`, `conflicts[0]`. */
  readonly where: string;
  readonly place: ProofPlace | undefined;
  /** What the proof says, and what is found. */
  readonly stated: string;
  readonly found: string;
}

/** Everything in which the proof and the text disagree; empty: verified. `proof` must have the shape of a proof. */
export function verify(proof: Proof, text: string): readonly Discrepancy[] {
  return new Verifier(proof, text).run();
}

const EXPONENTS: Readonly<Record<string, number>> = { 元: 0, 万元: 4, 亿元: 8, '%': -2, '‰': -3 };
const NOTHING: Value = { value: 0n, half: 0n };

class Verifier {
  readonly #proof: Proof;
  readonly #text: string;
  readonly #values: readonly Value[];
  readonly #over = new Map<number, ProofConstraint[]>();
  readonly #found: Discrepancy[] = [];

  constructor(proof: Proof, text: string) {
    this.#proof = proof;
    this.#text = text;
    this.#values = proof.facts.map(({ value, half }) => ({
      value: decimalOf(value) ?? 0n,
      half: decimalOf(half) ?? 0n,
    }));
    for (const one of proof.constraints) {
      for (const fact of factsOf(one)) this.#over.set(fact, [...(this.#over.get(fact) ?? []), one]);
    }
  }

  run(): readonly Discrepancy[] {
    const { facts, constraints, conflicts } = this.#proof;
    facts.forEach((fact, index) => {
      this.#fact(fact, `facts[${index}]`);
    });
    constraints.forEach((one, index) => {
      this.#constraint(one, `constraints[${index}]`);
    });
    conflicts.forEach((one, index) => {
      this.#conflict(one, `conflicts[${index}]`);
    });
    return this.#found;
  }

  readonly #at: ValueOf = (fact) => this.#values[fact] ?? NOTHING;

  #fact(fact: Fact, where: string): void {
    const { kind, place, text, unit, unitPlace, exponent } = fact;
    const { value, half } = valueIn(fact);
    const say = (code: DiscrepancyCode, stated: string, found: string): void => {
      this.#found.push({ code, where, place, stated, found });
    };
    if ((EXPONENTS[foldWidth(unit)] ?? 0) !== exponent) say('unknown', String(exponent), unit);
    let places = 0;
    if (kind === 'cell' || kind === 'prose' || kind === 'blank') {
      for (const [stated, at] of [
        [text, place],
        [unitPlace && unit, unitPlace],
      ] as const) {
        if (at === undefined) continue;
        const found = this.#text.slice(at.start, at.end);
        const counted = this.#counted(at.start);
        if (foldWidth(found).trim() !== foldWidth(stated ?? '').trim()) {
          say('text', stated ?? '', found);
        } else if (counted !== `${at.line}:${at.column}`) {
          say('text', `${at.line}:${at.column}`, counted);
        }
      }
      const reading = readNumber(text ?? '');
      const units = reading.kind === 'number' ? reading.units : 0;
      if (reading.kind === 'number') places = reading.decimals;
      if (kind === 'blank' ? reading.kind !== 'empty' : reading.kind !== 'number') {
        say('value', fact.value, text ?? '');
      } else if (BigInt(units) * 10n ** BigInt(PLACES + exponent - places) !== value) {
        say('value', fact.value, text ?? '');
      }
    } else if (kind === 'absent' && value !== 0n) say('not-zero', fact.value, '0');
    // Half a unit of some place, of the printed one at most.
    const most = 5n * 10n ** BigInt(PLACES + exponent - places - 1);
    const isPlace = /^0*\.?0*50*$/.test(fact.half.replace(/\.(?=0*$)/, ''));
    if (half !== 0n && (!isPlace || (half > most && kind !== 'other'))) {
      say('precision', fact.half, text ?? '');
    }
  }

  #constraint(one: ProofConstraint, where: string): void {
    const place =
      'place' in one.source ? one.source.place : this.#proof.facts[factsOf(one)[0] ?? 0]?.place;
    const say = (code: DiscrepancyCode, stated: string, found: string): void => {
      this.#found.push({ code, where, place, stated, found });
    };
    const missing = factsOf(one).find((fact) => this.#values[fact] === undefined);
    if (missing !== undefined) {
      say('unknown', `facts[${missing}]`, '');
      return;
    }
    const verdict = verdictOf(one, this.#at);
    if (verdict !== one.verdict) say('verdict', one.verdict, verdict);
    if (one.kind !== 'linear') return;
    const difference = sum(one.left, this.#at) - sum(one.right, this.#at);
    if (decimalOf(one.difference ?? '') !== difference) {
      say('difference', one.difference ?? '', shown(difference));
    }
  }

  #conflict({ sets, explanations, place }: Conflict, where: string): void {
    const say = (code: DiscrepancyCode, stated: string, found = ''): void => {
      this.#found.push({ code, where, place, stated, found });
    };
    const broken = new Set<ProofConstraint>();
    for (const { members } of sets) {
      const all = members.map(({ constraint }) => this.#proof.constraints[constraint]);
      const known = all.filter((one) => one !== undefined);
      if (known.length < all.length) {
        say('unknown', nameOf(members));
        return;
      }
      const [only] = known;
      if (only !== undefined && known.length === 1) {
        if (verdictOf(only, this.#at) !== 'broken') say('feasible', nameOf(members));
        broken.add(only);
        continue;
      }
      if (!this.#isImpossible(members, known)) say('feasible', nameOf(members));
      members.forEach(({ without, constraint }, index) => {
        const others = known.filter((_, other) => other !== index);
        if (!this.#isPossible(others, without ?? []))
          say('not-minimal', `constraints[${constraint}]`);
      });
      for (const one of known) broken.add(one);
    }
    for (const { changes, title } of explanations) {
      const put = new Map(changes.map(({ fact, value }) => [fact, decimalOf(value) ?? 0n]));
      const at: ValueOf = (fact) => ({
        ...this.#at(fact),
        value: put.get(fact) ?? this.#at(fact).value,
      });
      const unmended = [...broken].filter((one) => verdictOf(one, at) === 'broken');
      if (
        changes.some(({ fact, value }) => !this.#values[fact] || decimalOf(value) === undefined)
      ) {
        say('unknown', title);
      } else if (unmended.length > 0) say('no-repair', title, this.#names(unmended));
      const around = new Set([...put.keys()].flatMap((fact) => this.#over.get(fact) ?? []));
      const harmed = [...around].filter(
        (one) => verdictOf(one, this.#at) !== 'broken' && verdictOf(one, at) === 'broken',
      );
      if (harmed.length > 0) say('breaks', title, this.#names(harmed));
    }
  }

  /** Multiplied and added up, left sides less right sides are more than zero wherever the figures lie in their intervals. */
  #isImpossible(members: readonly Member[], known: readonly ProofConstraint[]): boolean {
    const factors = new Map<number, bigint>();
    for (const [index, one] of known.entries()) {
      const multiplier = decimalOf(members[index]?.multiplier ?? '') ?? 0n;
      const row = rowOf(one, multiplier > 0n ? 1 : -1, this.#at);
      // An inequality may be multiplied only so that it stays one: zero or less.
      if (row === undefined || (row.sign !== 0 && BigInt(row.sign) * multiplier < 0n)) return false;
      for (const [fact, factor] of row.factors) {
        factors.set(fact, (factors.get(fact) ?? 0n) + multiplier * factor);
      }
    }
    let least = 0n;
    for (const [fact, factor] of factors) {
      const { value, half } = this.#at(fact);
      least += factor * value - (value === 0n ? 0n : size(factor) * half);
    }
    return least > 0n;
  }

  #isPossible(others: readonly ProofConstraint[], changes: readonly Change[]): boolean {
    const put = new Map(changes.map(({ fact, value }) => [fact, decimalOf(value)]));
    for (const [fact, value] of put) {
      const own = this.#at(fact);
      if (value === undefined || size(value - own.value) > (own.value === 0n ? 0n : own.half))
        return false;
    }
    return others.every((one) =>
      ([1, -1] as const).every((end) => {
        const row = rowOf(one, end, this.#at);
        if (row === undefined) return false;
        let total = 0n;
        for (const [fact, factor] of row.factors)
          total += factor * (put.get(fact) ?? this.#at(fact).value);
        return row.sign === 0 ? total === 0n : BigInt(row.sign) * total <= 0n;
      }),
    );
  }

  #names(constraints: readonly ProofConstraint[]): string {
    return constraints
      .map((one) => `constraints[${this.#proof.constraints.indexOf(one)}]`)
      .join(', ');
  }

  /** Line and column of an offset; a byte-order mark takes no column. */
  #counted(offset: number): string {
    const before = this.#text.slice(0, offset).split(/\r\n|\r|\n/);
    const last = before.at(-1) ?? '';
    const mark = before.length === 1 && this.#text.startsWith('\uFEFF') ? 1 : 0;
    return `${before.length}:${last.length + 1 - mark}`;
  }
}

/**
 * A constraint as factors of its facts that must add up to zero (`sign` 0), to zero or less (1), or to zero or more
 * (−1). Of a quotient one of its two ends, with the percentage's interval put in.
 */
function rowOf(
  one: ConstraintForm,
  end: 1 | -1,
  at: ValueOf,
): { readonly factors: ReadonlyMap<number, bigint>; readonly sign: number } | undefined {
  const factors = new Map<number, bigint>();
  if (one.kind === 'linear' && one.relation !== '≠') {
    for (const fact of factsOf(one))
      factors.set(fact, ONE * (times(one.left, fact) - times(one.right, fact)));
    return {
      factors,
      sign: one.relation === '=' ? 0 : one.relation === '≤' || one.relation === '<' ? 1 : -1,
    };
  }
  if (one.kind !== 'ratio' || one.relation !== '=') return undefined;
  const { value, half } = at(one.value);
  const quotient = size(value) + BigInt(end) * half;
  for (const { fact } of [...one.over, ...one.under]) {
    factors.set(fact, ONE * times(one.over, fact) - quotient * times(one.under, fact));
  }
  return { factors, sign: end };
}

function factsOf(one: ConstraintForm): readonly number[] {
  if (one.kind === 'any') return one.of.flatMap(factsOf);
  if (one.kind === 'linear') return [...one.left, ...one.right].map(({ fact }) => fact);
  if (one.kind === 'ratio')
    return [one.value, ...[...one.over, ...one.under].map(({ fact }) => fact)];
  return one.facts;
}

function valueIn({ value, half }: Fact): Value {
  return { value: decimalOf(value) ?? -1n, half: decimalOf(half) ?? -1n };
}

function nameOf(members: readonly Member[]): string {
  return members.map(({ constraint }) => `constraints[${constraint}]`).join(', ');
}

function shown(value: bigint): string {
  const digits = size(value)
    .toString()
    .padStart(PLACES + 1, '0');
  const text = `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`.replace(/\.?0+$/, '');
  return value < 0n ? `-${text}` : text;
}
