/** What a hand does to a printed number by mistake. */
import { foldWidth } from '../../grammar/width.ts';
import type { Random } from '../generate/random.ts';
import { widen } from '../generate/write-gouji.ts';

export const changeKinds = [
  'digit changed',
  'digit dropped',
  'digit doubled',
  'digits swapped',
  'point moved',
  'unit slip',
  'sign',
  'last place',
] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** A number taken apart: `-` `1234.56` and whether it was grouped and wide. */
interface Printed {
  readonly sign: string;
  readonly digits: string;
  /** Decimals. */
  readonly places: number;
  readonly before: string;
  readonly after: string;
  readonly grouped: boolean;
  readonly wide: boolean;
}

/**
 * The text with another number; undefined where the change is not to be had: of one digit none can be dropped, a count has
 * no point. `money`: whether the number is an amount that could stand in 元 as well as in 万元.
 */
export function changed(
  kind: ChangeKind,
  text: string,
  money: boolean,
  random: Random,
): string | undefined {
  const printed = takeApart(text);
  if (printed === undefined) return undefined;
  const result = apply(kind, printed, money, random);
  return result && putTogether({ ...printed, ...result });
}

type Result = Partial<Pick<Printed, 'sign' | 'digits' | 'places'>> | undefined;

function apply(kind: ChangeKind, printed: Printed, money: boolean, random: Random): Result {
  const { digits, places, sign } = printed;
  const isZero = /^0+$/.test(digits);
  const at = random.integer(0, digits.length - 1);
  switch (kind) {
    case 'digit changed': {
      const other = random.pick([...'0123456789'].filter((digit) => digit !== digits[at]));
      return { digits: digits.slice(0, at) + other + digits.slice(at + 1) };
    }
    case 'digit dropped':
      if (isZero || digits.length < 2) return undefined;
      return {
        digits: digits.slice(0, at) + digits.slice(at + 1),
        // A decimal that is lost leaves the others where they are.
        places: at >= digits.length - places ? places - 1 : places,
      };
    case 'digit doubled':
      if (isZero || digits.length > 12) return undefined;
      return {
        digits: digits.slice(0, at + 1) + digits.slice(at),
        places: at >= digits.length - places ? places + 1 : places,
      };
    case 'digits swapped': {
      const pairs = [...digits].flatMap((digit, index) => {
        const next = digits[index + 1];
        return next === undefined || next === digit ? [] : [index];
      });
      if (pairs.length === 0) return undefined;
      const first = random.pick(pairs);
      const swapped = (digits[first + 1] ?? '') + (digits[first] ?? '');
      return { digits: digits.slice(0, first) + swapped + digits.slice(first + 2) };
    }
    case 'point moved':
      if (isZero || places === 0) return undefined;
      return { places: random.chance(0.5) ? places + 1 : places - 1 };
    case 'unit slip': {
      if (isZero || !money) return undefined;
      if (random.chance(0.5) && digits.length < 10) return { digits: `${digits}0000` };
      const size = Number(digits) / 10_000;
      return size < 1 ? undefined : { digits: String(Math.floor(size + 0.5)) };
    }
    case 'sign':
      return isZero ? undefined : { sign: sign === '' ? '-' : '' };
    case 'last place': {
      const size = Number(digits) + (isZero || random.chance(0.5) ? 1 : -1);
      return { digits: String(size) };
    }
  }
}

function takeApart(text: string): Printed | undefined {
  const folded = foldWidth(text);
  if (folded.length !== text.length) return undefined;
  const found = /^([^\d]*?)(-?)(\d[\d,]*)(?:\.(\d+))?(\D*)$/.exec(folded);
  if (found === null) return undefined;
  const [, before = '', sign = '', whole = '', decimals = '', after = ''] = found;
  return {
    before: text.slice(0, before.length),
    sign,
    digits: whole.replaceAll(',', '') + decimals,
    places: decimals.length,
    after: text.slice(text.length - after.length),
    grouped: whole.includes(','),
    wide: /[０-９]/.test(text),
  };
}

function putTogether({ before, sign, digits, places, after, grouped, wide }: Printed): string {
  const padded = digits.padStart(places + 1, '0');
  const whole = padded.slice(0, padded.length - places).replace(/^0+(?=\d)/, '');
  const shown = grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  const number = `${sign}${shown}${places === 0 ? '' : `.${padded.slice(-places)}`}`;
  return before + (wide ? widen(number) : number) + after;
}
