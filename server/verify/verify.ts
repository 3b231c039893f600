/**
 * Redoes a proof: that its figures stand in the file and say what they are said to, that each constraint comes to its
 * verdict, that no conflict can be resolved, and that each explanation resolves it. Of the program it knows how a
 * printed number is read, and nothing else.
 */
import { readNumber } from '../../grammar/number.ts';
import { foldWidth } from '../../grammar/width.ts';
import {
  decimalOf,
  factsOf,
  PLACES,
  rowOf,
  size,
  sum,
  type ValueOf,
  verdictOf,
} from './evaluate.ts';
import type {
  Change,
  Conflict,
  Fact,
  Member,
  Proof,
  ProofConstraint,
  ProofPlace,
} from './proof.ts';

/**
 * - `text`: the file does not print this at this place, or the place counts its lines otherwise.
 * - `value`: the text does not read as the value; what is not printed is not zero.
 * - `precision`: the figure cannot have been rounded so.
 * - `difference`, `verdict`: a constraint comes to something else.
 * - `set`: constraints said to be in conflict can all hold, or are not shown to hold without one of them.
 * - `repair`: an explanation leaves a constraint broken, or breaks one that holds.
 * - `unknown`: something is named that there is not.
 */
export type DiscrepancyCode =
  | 'text'
  | 'value'
  | 'precision'
  | 'difference'
  | 'verdict'
  | 'set'
  | 'repair'
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
  const verifier = new Verifier(proof, text);
  proof.facts.forEach((fact, index) => {
    verifier.at(`facts[${index}]`, fact.place).checkFact(fact);
  });
  proof.constraints.forEach((one, index) => {
    const { source } = one;
    const place = 'place' in source ? source.place : proof.facts[factsOf(one)[0] ?? -1]?.place;
    verifier.at(`constraints[${index}]`, place).checkConstraint(one);
  });
  proof.conflicts.forEach((one, index) => {
    verifier.at(`conflicts[${index}]`, one.place).checkConflict(one);
  });
  return verifier.found;
}

const EXPONENTS: Readonly<Record<string, number>> = { 元: 0, 万元: 4, 亿元: 8, '%': -2, '‰': -3 };

class Verifier {
  readonly found: Discrepancy[] = [];
  readonly #proof: Proof;
  readonly #text: string;
  readonly #value: ValueOf;
  readonly #widths: readonly bigint[];
  readonly #over = new Map<number, ProofConstraint[]>();
  readonly #lines: readonly number[];
  #where = '';
  #place: ProofPlace | undefined;

  constructor(proof: Proof, text: string) {
    this.#proof = proof;
    this.#text = text;
    const values = proof.facts.map(({ value, half }) => {
      return { value: decimalOf(value) ?? 0n, half: decimalOf(half) ?? 0n };
    });
    this.#widths = proof.facts.map(({ half, coarse = half }) => decimalOf(coarse) ?? 0n);
    this.#value = (fact) => values[fact] ?? { value: 0n, half: 0n };
    for (const one of proof.constraints) {
      for (const fact of factsOf(one)) {
        const list = this.#over.get(fact);
        if (list === undefined) this.#over.set(fact, [one]);
        else list.push(one);
      }
    }
    // A byte-order mark takes no column.
    this.#lines = [text.startsWith('\uFEFF') ? 1 : 0];
    this.#lines = [
      ...this.#lines,
      ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length),
    ];
  }

  at(where: string, place: ProofPlace | undefined): this {
    this.#where = where;
    this.#place = place;
    return this;
  }

  #say(code: DiscrepancyCode, stated: string, found: string): void {
    this.found.push({ code, where: this.#where, place: this.#place, stated, found });
  }

  checkFact(fact: Fact): void {
    const { kind, place, text = '', unit, unitPlace, exponent, value, half, coarse = half } = fact;
    if ((EXPONENTS[foldWidth(unit)] ?? 0) !== exponent)
      this.#say('unknown', `10^${exponent}`, unit);
    const isPrinted = kind === 'cell' || kind === 'prose' || kind === 'blank';
    if (isPrinted && place !== undefined) this.#checkText(place, text);
    if (unitPlace !== undefined) this.#checkText(unitPlace, unit);
    const reading = readNumber(text);
    const [units, places] = reading.kind === 'number' ? [reading.units, reading.decimals] : [0, 0];
    const isKind = reading.kind === (isPrinted && kind !== 'blank' ? 'number' : 'empty');
    const read = BigInt(units) * 10n ** BigInt(PLACES + exponent - places);
    const isGiven = kind === 'implied' || kind === 'other';
    if (!isKind || (!isGiven && read !== decimalOf(value))) this.#say('value', value, text);
    // Half a unit of some place, of the printed one at most.
    // 1205000元 may be 120.50万元.
    const zeros = kind === 'prose' && unit === '元' && places === 0 && units % 100 === 0 ? 2 : 0;
    const most = 5n * 10n ** BigInt(PLACES + exponent - places - 1 + zeros);
    for (const each of [half, coarse]) {
      const width = decimalOf(each) ?? -1n;
      const isHalf = /^0*50*$/.test(each.replace('.', '')) && (isGiven || width <= most);
      if (width !== 0n && !isHalf) this.#say('precision', each, text);
    }
  }

  #checkText(place: ProofPlace, stated: string): void {
    const { line, column, start, end } = place;
    const found = this.#text.slice(start, end);
    const at = (this.#lines[line - 1] ?? -1) + column - 1;
    const isInLine = start < (this.#lines[line] ?? this.#text.length + 1);
    // A line may end inside of a unit.
    const plain = (one: string): string => foldWidth(one).replace(/\s+/g, '');
    if (plain(found) !== plain(stated)) this.#say('text', stated, found);
    else if (at !== start || !isInLine) this.#say('text', `${line}:${column}`, String(start));
  }

  checkConstraint(one: ProofConstraint): void {
    const unknown = factsOf(one).find((fact) => this.#proof.facts[fact] === undefined);
    if (unknown !== undefined) {
      this.#say('unknown', `facts[${unknown}]`, '');
      return;
    }
    const verdict = verdictOf(one, this.#value);
    if (verdict !== one.verdict) this.#say('verdict', one.verdict, verdict);
    if (one.kind !== 'linear') return;
    const difference = sum(one.left, this.#value) - sum(one.right, this.#value);
    if (decimalOf(one.difference ?? '') !== difference) {
      this.#say('difference', one.difference ?? '', `${difference}e-${PLACES}`);
    }
  }

  checkConflict({ sets, explanations }: Conflict): void {
    const broken = new Set<ProofConstraint>();
    for (const { members } of sets) {
      const all = members.flatMap(({ constraint }) => this.#proof.constraints[constraint] ?? []);
      if (all.length < members.length) this.#say('unknown', 'constraints[…]', '');
      else if (!this.#isMinimal(members, all)) this.#say('set', this.#names(all), '');
      for (const one of all) broken.add(one);
    }
    for (const { changes, title } of explanations) {
      const put = new Map(changes.map(({ fact, value }) => [fact, decimalOf(value)]));
      const after: ValueOf = (fact) => ({
        ...this.#value(fact),
        value: put.get(fact) ?? this.#value(fact).value,
      });
      const around = [...put.keys()].flatMap((fact) => this.#over.get(fact) ?? []);
      const holding = around.filter((one) => verdictOf(one, this.#value) !== 'broken');
      const wrong = [...broken, ...holding].filter((one) => verdictOf(one, after) === 'broken');
      if (wrong.length > 0) this.#say('repair', title, this.#names(wrong));
      if (changes.some(({ fact }) => this.#proof.facts[fact] === undefined))
        this.#say('unknown', title, '');
    }
  }

  /** Whether the constraints cannot all hold, and without any one of them can. */
  #isMinimal(members: readonly Member[], all: readonly ProofConstraint[]): boolean {
    const [only, ...more] = all;
    if (only === undefined) return false;
    if (more.length === 0) return verdictOf(only, this.#value) === 'broken';
    // Multiplied and added up they are more than zero wherever the figures lie in their intervals.
    const factors = new Map<number, bigint>();
    for (const [index, one] of all.entries()) {
      const multiplier = decimalOf(members[index]?.multiplier ?? '') ?? 0n;
      const row = rowOf(one, multiplier > 0n ? 1 : -1, this.#value);
      // An inequality may be multiplied only so that it says: zero or less.
      if (row === undefined || BigInt(row.sign) * multiplier < 0n) return false;
      for (const [fact, factor] of row.factors) {
        factors.set(fact, (factors.get(fact) ?? 0n) + multiplier * factor);
      }
    }
    let least = 0n;
    for (const [fact, factor] of factors) {
      least += factor * this.#value(fact).value - size(factor) * (this.#widths[fact] ?? 0n);
    }
    const isPossibleWithout = ({ without = [] }: Member, index: number): boolean =>
      all.every((one, other) => other === index || this.#holdsFor(one, without));
    return least > 0n && members.every(isPossibleWithout);
  }

  /** Whether a constraint is true to the letter of values inside the intervals. */
  #holdsFor(one: ProofConstraint, changes: readonly Change[]): boolean {
    const put = new Map(changes.map(({ fact, value }) => [fact, decimalOf(value) ?? 0n]));
    const isInside = [...put].every(([fact, value]) => {
      return size(value - this.#value(fact).value) <= (this.#widths[fact] ?? 0n);
    });
    const isTrue = ([1, -1] as const).every((end) => {
      const row = rowOf(one, end, this.#value);
      let total = 0n;
      for (const [fact, factor] of row?.factors ?? []) {
        total += factor * (put.get(fact) ?? this.#value(fact).value);
      }
      return row !== undefined && (row.sign === 0 ? total === 0n : BigInt(row.sign) * total <= 0n);
    });
    return isInside && isTrue;
  }

  #names(all: readonly ProofConstraint[]): string {
    return all.map((one) => `constraints[${this.#proof.constraints.indexOf(one)}]`).join(', ');
  }
}
