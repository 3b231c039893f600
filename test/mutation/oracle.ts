/**
 * Which figures could be the wrong one, found by trying: each figure, each value on the grid of its last places, each
 * constraint. Knows nothing of the checker's search; judges by the verifier's arithmetic alone.
 */
import { readNumber } from '../../grammar/number.ts';
import {
  decimalOf,
  factsOf,
  ONE,
  PLACES,
  times,
  type Value,
  verdictOf,
} from '../../server/verify/evaluate.ts';
import type {
  Fact,
  LinearConstraint,
  Proof,
  ProofConstraint,
  ProofTerm,
} from '../../server/verify/proof.ts';

/** A figure whose change alone makes all hold. */
export interface Suspect {
  readonly fact: number;
  readonly what: string;
  /** How many values would do, as far as they were counted. */
  readonly values: number;
}

export class Oracle {
  readonly facts: readonly Fact[];
  readonly #values: readonly Value[];
  readonly #constraints: readonly ProofConstraint[];
  readonly #over = new Map<number, ProofConstraint[]>();

  /** What does not hold in the report as it is asks for nothing. */
  constructor({ facts, constraints }: Pick<Proof, 'facts' | 'constraints'>) {
    this.facts = facts;
    this.#values = facts.map(valueOfFact);
    this.#constraints = constraints.filter(
      (one) => verdictOf(one, (fact) => this.#value(fact)) !== 'broken',
    );
    for (const one of this.#constraints) {
      for (const fact of factsIn(one)) {
        const list = this.#over.get(fact);
        if (list === undefined) this.#over.set(fact, [one]);
        else list.push(one);
      }
    }
  }

  /** The fact whose digits stand at this offset. */
  factAt(start: number): number | undefined {
    const found = this.facts.findIndex(({ place }) => place?.start === start);
    return found < 0 ? undefined : found;
  }

  /** In how many constraints a figure stands. */
  weight(fact: number): number {
    return this.#over.get(fact)?.length ?? 0;
  }

  /** What the figure says with another text in place of its own; undefined where that is no number or says the same. */
  changedValue(fact: number, text: string, unit?: string): Value | undefined {
    const one = this.facts[fact];
    const own = this.#values[fact];
    const reading = readNumber(text);
    if (one === undefined || own === undefined || reading.kind !== 'number') return undefined;
    const exponent = unit === undefined ? one.exponent : MONEY[unit];
    if (exponent === undefined) return undefined;
    const value = scaled(reading.units, exponent - reading.decimals);
    if (value === own.value) return undefined;
    const printed = own.half === 0n ? 0n : scaled(5, exponent - reading.decimals - 1);
    // Fewer decimals than before are dropped zeros (R10), but sentences print 元 with and without.
    const isFine = one.kind === 'prose' && (unit ?? one.unit) === '元';
    return { value, half: isFine || printed < own.half ? printed : own.half };
  }

  /** The constraints that no longer hold with these values. */
  broken(changed: ReadonlyMap<number, Value>): readonly ProofConstraint[] {
    const over = new Set<ProofConstraint>();
    for (const fact of changed.keys()) for (const one of this.#over.get(fact) ?? []) over.add(one);
    return [...over].filter(
      (one) => verdictOf(one, (fact) => changed.get(fact) ?? this.#value(fact)) === 'broken',
    );
  }

  /**
   * Whether a constraint would still not hold if every figure, the zeros too, could be anything inside its interval. Else
   * it is no more than a last place (R3), or money behind a zero (R2).
   */
  isHard(one: ProofConstraint, changed: ReadonlyMap<number, Value>): boolean {
    if (one.kind !== 'linear' || one.rounding === 'exact') return true;
    const at = (fact: number): Value => changed.get(fact) ?? this.#value(fact);
    return verdictOf({ ...one, rounding: 'meet' }, at) === 'broken';
  }

  /** Every figure whose change alone, from the report with these values, makes every constraint hold. */
  suspects(changed: ReadonlyMap<number, Value>): readonly Suspect[] {
    const broken = this.broken(changed);
    const [first, ...others] = broken.map(factsIn);
    if (first === undefined) return [];
    const found: Suspect[] = [];
    for (const fact of first) {
      const { kind, what = '' } = this.facts[fact] ?? {};
      if (kind !== 'cell' && kind !== 'prose') continue;
      if (!others.every((set) => set.has(fact))) continue;
      const values = this.#repairs(fact, changed);
      if (values > 0) found.push({ fact, what, values });
    }
    return found;
  }

  #repairs(fact: number, changed: ReadonlyMap<number, Value>): number {
    const own = this.#value(fact);
    const current = changed.get(fact) ?? own;
    const over = this.#over.get(fact) ?? [];
    const at = (other: number): Value => changed.get(other) ?? this.#value(other);
    const step = own.half === 0n ? countStep(this.facts[fact]) : 2n * own.half;
    // A repair outside of what a figure may lawfully be is none.
    let low = current.value < 0n ? undefined : 0n;
    let high: bigint | undefined;
    for (const one of over) {
      const [from, to] = reach(one, fact, { ...own, value: current.value }, at);
      if (from !== undefined && (low === undefined || from > low)) low = from;
      if (to !== undefined && (high === undefined || to < high)) high = to;
    }
    low ??= high === undefined ? current.value - MOST * step : high - MOST * step;
    high ??= low + MOST * step;
    let good = 0;
    for (const value of grid(low - step, high + step, step)) {
      if (value === current.value || (value < 0n && current.value >= 0n)) continue;
      const put = { ...own, value };
      const holds = over.every(
        (one) => verdictOf(one, (other) => (other === fact ? put : at(other))) !== 'broken',
      );
      if (holds) good++;
    }
    return good;
  }

  #value(fact: number): Value {
    return this.#values[fact] ?? { value: 0n, half: 0n };
  }
}

const MONEY: Readonly<Record<string, number>> = { 元: 0, 万元: 4 };

/** Values tried of each figure, at most. */
const MOST = 160n;

/** Values on the grid between two ends; of very many, some spread evenly. */
function* grid(from: bigint, to: bigint, step: bigint): Generator<bigint> {
  const first = ceiling(from, step);
  const last = ceiling(to + 1n, step) - step;
  if (last < first) return;
  const count = (last - first) / step + 1n;
  const stride = count > MOST ? count / MOST : 1n;
  for (let value = first; value <= last; value += stride * step) yield value;
}

function ceiling(value: bigint, step: bigint): bigint {
  const rest = value % step;
  if (rest === 0n) return value;
  return value - rest + (value > 0n ? step : 0n);
}

type Ends = readonly [low: bigint | undefined, high: bigint | undefined];

const EVERYWHERE: Ends = [undefined, undefined];

/** Ends between which a figure's value must lie for a constraint to hold: never too narrow, at times too wide. */
function reach(
  one: ProofConstraint | LinearConstraint,
  fact: number,
  own: Value,
  at: (fact: number) => Value,
): Ends {
  if (one.kind === 'linear') return linearReach(one, fact, own, at);
  if (one.kind === 'ratio') {
    const { value: figure, over, under, relation } = one;
    if (relation !== '=') return EVERYWHERE;
    const value = at(figure);
    const size = value.value < 0n ? -value.value : value.value;
    if (figure === fact) {
      const [top, bottom] = [total(over, at), total(under, at)];
      const [above, below] = [slackOf(over, at), slackOf(under, at)];
      if (bottom - below <= 0n) return EVERYWHERE;
      const low = ((top - above) * ONE) / (bottom + below) - own.half;
      const high = ((top + above) * ONE) / (bottom - below) + own.half;
      return value.value < 0n ? [-high - 1n, -low + 1n] : [low - 1n, high + 1n];
    }
    // over − v·under = 0 at the ends of v.
    const ends = [size - value.half, size + value.half].flatMap((v) => {
      const k = ONE * times(over, fact) - v * times(under, fact);
      if (k === 0n) return [undefined];
      const rest = ONE * total(over, at, fact) - v * total(under, at, fact);
      const slack = ONE * slackOf(over, at) + v * slackOf(under, at) + own.half * absolute(k);
      return [(-rest - slack) / k, (-rest + slack) / k];
    });
    if (ends.some((end) => end === undefined)) return EVERYWHERE;
    const known = ends.filter((end) => end !== undefined);
    return [smallest(known) - 1n, largest(known) + 1n];
  }
  return EVERYWHERE;
}

function linearReach(
  { left, relation, right }: LinearConstraint,
  fact: number,
  own: Value,
  at: (fact: number) => Value,
): Ends {
  const k = times(left, fact) - times(right, fact);
  if (k === 0n || relation === '≠') return EVERYWHERE;
  const rest = total(left, at, fact) - total(right, at, fact);
  const slack = slackOf(left, at) + slackOf(right, at) + absolute(k) * own.half;
  const ends = [(-rest - slack) / k, (-rest + slack) / k];
  const [low, high] = [smallest(ends) - 1n, largest(ends) + 1n];
  if (relation === '=') return [low, high];
  const isUpper = (relation === '≤' || relation === '<') === k > 0n;
  return isUpper ? [undefined, high] : [low, undefined];
}

function total(terms: readonly ProofTerm[], at: (fact: number) => Value, without?: number): bigint {
  let sum = 0n;
  for (const { fact, times } of terms) if (fact !== without) sum += BigInt(times) * at(fact).value;
  return sum;
}

function slackOf(terms: readonly ProofTerm[], at: (fact: number) => Value): bigint {
  let sum = 0n;
  for (const { fact, times } of terms) sum += absolute(BigInt(times)) * at(fact).half;
  return sum;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function smallest(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (a < b ? a : b));
}

function largest(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (a > b ? a : b));
}

function factsIn(one: ProofConstraint): ReadonlySet<number> {
  return new Set(factsOf(one));
}

function countStep(fact: Fact | undefined): bigint {
  return scaled(1, fact?.exponent ?? 0);
}

function scaled(units: number, exponent: number): bigint {
  return BigInt(units) * 10n ** BigInt(PLACES + exponent);
}

function valueOfFact({ value, half }: Fact): Value {
  return { value: decimalOf(value) ?? 0n, half: decimalOf(half) ?? 0n };
}
