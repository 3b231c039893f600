import { isBlank, isLineEnd } from './characters.ts';
import { MEASURE_WORDS, MONEY_UNITS } from './measure-words.ts';
import { foldWidth } from './width.ts';

/** Why something that was meant as a number cannot be read as one. */
export type MalformedNumber =
  | 'two-points'
  | 'grouping'
  | 'stray-point'
  | 'stray-character'
  | 'too-long'
  | 'sign';

/** A readable number: `units × 10^-decimals`, in `unit` where one is printed beside it. */
export interface ReadableNumber {
  readonly kind: 'number';
  /** A safe integer; never -0. */
  readonly units: number;
  /** Printed decimal places: 1 for `0.5`. */
  readonly decimals: number;
  /** 元, 万元, 亿元, `%`, `‰`, a measure word; undefined where nothing is printed. */
  readonly unit: string | undefined;
  /** True for `（5.00）`: negative in a column of amounts, elsewhere perhaps an ordinal. */
  readonly bracketed: boolean;
}

export interface UnreadableNumber {
  readonly kind: 'malformed';
  readonly reason: MalformedNumber;
  /** The number it must have been; undefined unless that is certain. */
  readonly repair: string | undefined;
}

export type NumberReading =
  | ReadableNumber
  | UnreadableNumber
  /** Nothing, or one of the marks that stand for nothing: `-`, `—`, `/`, `-%`. */
  | { readonly kind: 'empty' }
  /** No number, and not meant as one. */
  | { readonly kind: 'none' };

/** Longest number that is still an amount of a public body, and exact in a double. */
export const MOST_DIGITS = 15;

const EMPTY: NumberReading = { kind: 'empty' };
const NONE: NumberReading = { kind: 'none' };

/** Reads a whole printed number, such as the content of a table cell. Width, outer blanks and line breaks do not matter. */
export function readNumber(text: string): NumberReading {
  if (beginsAsText(text.charCodeAt(0))) return NONE;
  return (
    readPlain(text) ??
    readFolded(
      foldWidth(text)
        .replace(/[\r\n]+/g, '')
        .trim(),
    )
  );
}

/** Han characters, their punctuation, quotation marks: no number, and no target, begins so. */
function beginsAsText(first: number): boolean {
  return (first > 0x3000 && first < 0xfb00) || (first >= 0x2018 && first <= 0x201f);
}

/**
 * What most cells hold: half-width digits, perhaps a minus, perhaps one point, perhaps a unit behind them. Undefined for
 * everything else.
 */
function readPlain(text: string): NumberReading | undefined {
  const end = text.length;
  if (end === 0) return EMPTY;
  if (end > MOST_DIGITS) return undefined;
  const start = text.charCodeAt(0) === 0x2d ? 1 : 0;
  if (start === end) return EMPTY;
  let at = start;
  let units = 0;
  let point = -1;
  for (; at < end; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit >= 0 && digit <= 9) units = units * 10 + digit;
    else if (digit === -2 && point < 0 && at > start) point = at;
    else break;
  }
  if (point === at - 1 || at === start) return undefined;
  const unit = at === end ? undefined : text.slice(at);
  if (unit !== undefined && !isPrintedUnit(unit)) return isHan(unit) ? NONE : undefined;
  return {
    kind: 'number',
    units: start > 0 && units !== 0 ? -units : units,
    decimals: point < 0 ? 0 : at - point - 1,
    unit,
    bracketed: false,
  };
}

function isHan(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code < 0x4e00 || code > 0x9fff) return false;
  }
  return true;
}

/** No number is longer; keeps the patterns below from walking through whole paragraphs. */
const LONGEST = 80;

const NOTHING = /^(?:[-—–―─]+\s*%?|\/)$/;
const DATE = /^(?:19|20)\d{2}\.\d{1,2}\.\d{1,2}$/;
const CONFUSED_POINT = /^[\d,]+[。·]\d+$/;
const CONFUSED_LETTER = /^[\dOoIl,]*\.[\dOoIl]+$/;

const SHAPE =
  /^(?<before>[-+]*)\s*(?<open>\(?)\s*(?<sign>[-+]*)\s*[￥¥]?\s*(?<digits>[\d.,](?:[\d.,\s]*[\d.,])?)\s*(?<inner>[^\d\s().,+-]*)\s*(?<close>\)?)\s*(?<outer>[^\d\s().,+-]*)\s*(?<after>[-+]*)$/;

function readFolded(text: string): NumberReading {
  if (text === '') return EMPTY;
  if (NOTHING.test(text)) return EMPTY;
  if (text.length > LONGEST) {
    return isDigits(text) ? { kind: 'malformed', reason: 'too-long', repair: undefined } : NONE;
  }
  const shape = SHAPE.exec(text)?.groups;
  if (!shape) return readConfused(text);
  const { before = '', sign = '', after = '', open, close, inner = '', outer = '' } = shape;
  if (inner !== '' && outer !== '') return NONE;
  const unit = inner + outer;
  if (unit !== '' && !isPrintedUnit(unit)) return readConfused(text);
  const printed = shape.digits ?? '';
  if (!/\d/.test(printed)) return NONE;
  if (unit === '' && DATE.test(printed)) return NONE;
  const digits = /\s/.test(printed) ? withoutInnerBlanks(printed) : judgeDigits(printed);
  if (digits.kind === 'malformed') {
    if (
      digits.repair === undefined ||
      (sign === '' && after === '' && open === '' && before === '')
    ) {
      return withUnit(digits, unit);
    }
    return { ...digits, repair: undefined };
  }
  const signs = before.length + sign.length + after.length;
  if ((open === '') !== (close === ''))
    return { kind: 'malformed', reason: 'stray-character', repair: undefined };
  if (signs > 1 || after !== '' || (open !== '' && signs > 0)) {
    return { kind: 'malformed', reason: 'sign', repair: undefined };
  }
  const bracketed = open !== '';
  const negative = bracketed || before === '-' || sign === '-';
  return {
    kind: 'number',
    units: negative && digits.units !== 0 ? -digits.units : digits.units,
    decimals: digits.decimals,
    unit: unit === '' ? undefined : unit,
    bracketed,
  };
}

function withUnit(reading: UnreadableNumber, unit: string): UnreadableNumber {
  if (reading.repair === undefined || unit === '') return reading;
  return { ...reading, repair: reading.repair + unit };
}

function isPrintedUnit(word: string): boolean {
  return (
    word === '%' ||
    word === '‰' ||
    word === '分' ||
    MONEY_UNITS.has(word) ||
    MEASURE_WORDS.has(word)
  );
}

/** `12。34`, `1O.50`: one character taken for another that looks like it. */
function readConfused(text: string): NumberReading {
  let repair: string | undefined;
  if (CONFUSED_POINT.test(text)) repair = text.replace(/[。·]/, '.');
  else if (/\d/.test(text) && CONFUSED_LETTER.test(text)) {
    repair = text.replace(/[Oo]/g, '0').replace(/[Il]/g, '1');
  } else return NONE;
  const certain = judgeDigits(repair).kind === 'digits';
  return { kind: 'malformed', reason: 'stray-character', repair: certain ? repair : undefined };
}

/** `12. 34`: certain where the blank stands beside a point or comma, or where a comma was left out between groups of three. */
function withoutInnerBlanks(printed: string): Digits | UnreadableNumber {
  const closed = printed.replace(/\s+/g, '');
  const besideMarks = !/\d\s+\d/.test(printed);
  const groups = /^\d{1,3}(?:\s\d{3})+(?:\.\d+)?$/.test(printed);
  const certain = (besideMarks || groups) && judgeDigits(closed).kind === 'digits';
  return { kind: 'malformed', reason: 'stray-character', repair: certain ? closed : undefined };
}

/** Digits that are a number: magnitude only. */
export interface Digits {
  readonly kind: 'digits';
  readonly units: number;
  readonly decimals: number;
  /** True where commas group them. */
  readonly grouped: boolean;
}

/**
 * Judges a run of half-width digits, points and commas. Commas group only as one to three digits and then groups of
 * exactly three.
 */
export function judgeDigits(run: string): Digits | UnreadableNumber {
  const point = run.indexOf('.');
  const whole = point < 0 ? run : run.slice(0, point);
  const decimals = point < 0 ? 0 : run.length - point - 1;
  const grouped = whole.includes(',');
  const wellFormed =
    isDigits(point < 0 ? '0' : run.slice(point + 1)) &&
    (grouped ? isGrouped(whole) : isDigits(whole));
  if (!wellFormed) return malformed(run);
  const digits =
    (grouped ? whole.replaceAll(',', '') : whole) + (point < 0 ? '' : run.slice(point + 1));
  if (digits.length > MOST_DIGITS)
    return { kind: 'malformed', reason: 'too-long', repair: undefined };
  return { kind: 'digits', units: Number(digits), decimals, grouped };
}

function isDigits(run: string): boolean {
  if (run === '') return false;
  for (let at = 0; at < run.length; at++) {
    const code = run.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

function isGrouped(whole: string): boolean {
  let digits = 0;
  let first = true;
  for (let at = 0; at <= whole.length; at++) {
    const code = whole.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      if (++digits > 3) return false;
      continue;
    }
    if (first ? digits === 0 : digits !== 3) return false;
    first = false;
    digits = 0;
  }
  return true;
}

/** A repair is offered only where no other number could have been meant. */
function malformed(run: string): UnreadableNumber {
  const points = run.split('.').length - 1;
  const single = run.replace(/\.{2,}/g, '.').replace(/,{2,}/g, ',');
  if (single !== run) {
    return report(run.includes('..') ? 'two-points' : 'grouping', single);
  }
  if (run.startsWith('.') && points === 1 && run.length > 1)
    return report('stray-point', `0${run}`);
  if (run.endsWith('.')) {
    // `99.4.` has its decimals; `12.` may have lost them.
    return report('stray-point', points > 1 ? run.slice(0, -1) : undefined);
  }
  if (run.startsWith(',') || run.endsWith(',')) {
    return report('stray-character', run.replace(/^,|,$/g, ''));
  }
  if (points > 1) {
    // `1.234.56`: points throughout where commas belong.
    const byPoints = /^\d{1,3}(?:\.\d{3})+\.\d{2}$/.test(run);
    const last = run.lastIndexOf('.');
    return report(
      'two-points',
      byPoints ? run.slice(0, last).replaceAll('.', ',') + run.slice(last) : undefined,
    );
  }
  // `0,50`: a leading zero is no group.
  if (/^0,\d{1,2}$/.test(run)) return report('grouping', run.replace(',', '.'));
  return report('grouping', undefined);
}

function report(reason: MalformedNumber, repair: string | undefined): UnreadableNumber {
  const certain = repair !== undefined && judgeDigits(repair).kind === 'digits';
  return { kind: 'malformed', reason, repair: certain ? repair : undefined };
}

/** A target value: `≥95%`, `≤0次`, `=100%`, `>=95%`. */
export interface Target {
  readonly relation: '≥' | '≤' | '=' | '>' | '<';
  readonly number: ReadableNumber;
  /** Length of the relation with the blanks after it, in code units of the text given. */
  readonly numberStart: number;
}

const RELATION = /^\s*(?<relation>>=|<=|≥|≤|=|>|<)\s*(?=\S)/;

/** Reads a target such as `≥95%`; undefined where the text is none. */
export function readTarget(text: string): Target | undefined {
  if (text.length > 40 || beginsAsText(text.charCodeAt(0))) return undefined;
  const folded = foldWidth(text);
  const found = RELATION.exec(folded);
  const relation = found?.groups?.relation;
  if (!found || relation === undefined) return undefined;
  const number = readNumber(folded.slice(found[0].length));
  if (number.kind !== 'number') return undefined;
  const sign = relation === '>=' ? '≥' : relation === '<=' ? '≤' : (relation as Target['relation']);
  return { relation: sign, number, numberStart: found[0].length };
}

/** True where the text holds nothing but blanks and line breaks. */
export function isBlankText(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isBlank(code) && !isLineEnd(code)) return false;
  }
  return true;
}
