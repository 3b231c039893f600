/**
 * The numbers that a slip of the hand turns into what is printed, with what each costs: the natural logarithm of how much
 * rarer such a slip is than the commonest. A repair that undoes one goes first among equals.
 */
import { keptWith } from '../../report/kept-with.ts';
import { printUnits } from '../amount.ts';
import { POWERS } from '../constraint.ts';
import type { Fact } from './fact.ts';

export type SlipKind =
  | 'swapped-digits'
  | 'one-digit'
  | 'lost-digit'
  | 'extra-digit'
  | 'doubled-digit'
  | 'shifted-point'
  | 'unit'
  | 'sign'
  | 'emptied'
  /** Something where nothing should be. */
  | 'filled'
  /** A percentage that divides by something else. */
  | 'wrong-base'
  /** What another place prints, one row or column away. */
  | 'neighbour'
  | 'swapped-cells';

/**
 * Weights as data. A slip that leaves fewer possibilities tells more: of all numbers hardly one is the printed one with
 * its point moved, but nine for each digit differ from it in one.
 */
export const SLIP_COSTS: Readonly<Record<SlipKind, number>> = {
  'wrong-base': 0,
  unit: 0,
  sign: 0,
  'swapped-digits': 0.5,
  'doubled-digit': 0.5,
  'shifted-point': 0.5,
  'swapped-cells': 0.5,
  'extra-digit': 1,
  neighbour: 1,
  emptied: 1,
  filled: 0.4,
  'one-digit': 1.5,
  'lost-digit': 1.5,
};

/** By value, in last places of the fact. */
export const likelyValues = keptWith(
  (fact: Fact): ReadonlyMap<number, SlipKind> => new Slips(fact).run(),
);

export function slipTo(fact: Fact, units: number): SlipKind | undefined {
  const direct = likelyValues(fact).get(units);
  if (direct !== undefined) return direct;
  // Printed in 元 where 万元 are meant, the right value has lost digits.
  for (const power of [4, 8]) {
    const scale = POWERS[power] ?? 1;
    const printed = fact.printed.units;
    if (Math.abs(units) >= 100 && 2 * Math.abs(printed - units * scale) <= scale) return 'unit';
  }
  return undefined;
}

/** Whether a repair undoes a slip that hardly anything else looks like. */
export function isPlainSlip(fact: Fact, units: number): boolean {
  const kind = slipTo(fact, units);
  return kind !== undefined && SLIP_COSTS[kind] < 1;
}

class Slips {
  readonly #fact: Fact;
  readonly #found = new Map<number, SlipKind>();
  /** The digits as one number, how many they are, the leading zeros of `0.05` included, and how many stand behind the point. */
  readonly #number: number;
  readonly #length: number;
  readonly #behind: number;
  readonly #negative: boolean;

  constructor(fact: Fact) {
    this.#fact = fact;
    const { units, decimals } = fact.printed;
    const own =
      fact.kind === 'cell' ? (fact.term.figure?.decimals ?? 0) : fact.figure.number.decimals;
    const text = printUnits(Math.abs(units) / (POWERS[decimals - own] ?? 1), own);
    const digits = text.replace('.', '');
    this.#number = Number(digits);
    this.#length = digits.length;
    this.#behind = own;
    this.#negative = units < 0;
  }

  run(): ReadonlyMap<number, SlipKind> {
    const { units } = this.#fact.printed;
    if (units === 0) return this.#found;
    this.#note('sign', -units);
    for (const power of [4, 8]) {
      this.#note('unit', units * (POWERS[power] ?? 1));
      if (units % (POWERS[power] ?? 1) === 0) this.#note('unit', units / (POWERS[power] ?? 1));
    }
    this.#swaps();
    this.#drops();
    this.#points();
    this.#changes();
    this.#insertions();
    return this.#found;
  }

  #swaps(): void {
    for (let power = this.#length - 2; power >= 0; power--) {
      const unit = POWERS[power] ?? 1;
      const [first, second] = [this.#digit(power + 1), this.#digit(power)];
      const swapped = this.#number + 9 * unit * (second - first);
      this.#read('swapped-digits', swapped, this.#length, this.#behind);
    }
  }

  /** A digit too many: without it the number was right. */
  #drops(): void {
    for (let power = this.#length - 1; power >= 0; power--) {
      const unit = POWERS[power] ?? 1;
      const rest = Math.floor(this.#number / (10 * unit)) * unit + (this.#number % unit);
      const own = this.#digit(power);
      const isDoubled =
        (power + 1 < this.#length && this.#digit(power + 1) === own) ||
        (power > 0 && this.#digit(power - 1) === own);
      const kind = isDoubled ? 'doubled-digit' : 'extra-digit';
      if (power < this.#behind) this.#read(kind, rest, this.#length - 1, this.#behind - 1);
      this.#read(kind, rest, this.#length - 1, this.#behind);
    }
  }

  #points(): void {
    const { units } = this.#fact.printed;
    for (const power of [1, 2, 3]) {
      const scale = POWERS[power] ?? 1;
      this.#note('shifted-point', units * scale);
      // What stands behind the last place is lost.
      const quotient = units / scale;
      this.#note('shifted-point', Math.round(quotient));
      this.#note('shifted-point', Math.trunc(quotient));
      for (let lost = 0; power === 1 && lost < 10; lost++) {
        this.#note('shifted-point', units * scale + lost);
      }
    }
  }

  #changes(): void {
    for (let power = 0; power < this.#length; power++) {
      const unit = POWERS[power] ?? 1;
      const without = this.#number - this.#digit(power) * unit;
      for (let digit = 0; digit < 10; digit++) {
        this.#read('one-digit', without + digit * unit, this.#length, this.#behind);
      }
    }
  }

  #insertions(): void {
    for (let power = 0; power <= this.#length; power++) {
      const unit = POWERS[power] ?? 1;
      const without = Math.floor(this.#number / unit) * 10 * unit + (this.#number % unit);
      for (let digit = 0; digit < 10; digit++) {
        const longer = without + digit * unit;
        this.#read('lost-digit', longer, this.#length + 1, this.#behind);
        if (power <= this.#behind) {
          this.#read('lost-digit', longer, this.#length + 1, this.#behind + 1);
        }
      }
    }
  }

  /** The digit that stands before so many others. */
  #digit(power: number): number {
    return Math.floor(this.#number / (POWERS[power] ?? 1)) % 10;
  }

  /** `number` is printed with `length` digits, `behind` of them behind the point. */
  #read(kind: SlipKind, number: number, length: number, behind: number): void {
    if (behind < 0 || length === 0 || length > 15) return;
    const shift = this.#fact.printed.decimals - behind;
    const scale = POWERS[Math.abs(shift)] ?? 1;
    if (shift < 0 && number % scale !== 0) return;
    const units = shift < 0 ? number / scale : number * scale;
    this.#note(kind, this.#negative ? -units : units);
  }

  #note(slip: SlipKind, units: number): void {
    if (units === this.#fact.printed.units || !Number.isSafeInteger(units)) return;
    const before = this.#found.get(units);
    // A digit where a zero stood: hardly anything else makes something of nothing.
    const kind = units === 0 ? 'filled' : slip;
    if (before === undefined || SLIP_COSTS[kind] < SLIP_COSTS[before]) this.#found.set(units, kind);
  }
}
