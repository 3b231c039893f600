import { digitValue, isBlank, isDigit, isLineEnd } from './characters.ts';
import { type Digits, judgeDigits, MOST_DIGITS, type UnreadableNumber } from './number.ts';
import { unitAt } from './units.ts';

/** Digits with the points and commas between them, as one number or as a list of several. */
export interface DigitRun {
  readonly start: number;
  readonly end: number;
  /** Half-width, without line breaks. */
  readonly written: string;
  readonly reading: Digits | UnreadableNumber;
}

const POINT = 0x2e;
const WIDE_POINT = 0xff0e;
const COMMA = 0x2c;
const WIDE_COMMA = 0xff0c;
/** `72` at the end of a line, `,667.41` at the beginning of the next. */
const GROUP = /^,\d{3}(?!\d)/;

/**
 * The runs of digits that begin at `start`. One as a rule; several where commas stand between whole numbers that they do not
 * group (`3，5，7项`).
 */
export function readDigitRuns(text: string, start: number, end: number): readonly DigitRun[] {
  const plain = plainRun(text, start, end);
  return plain === undefined ? readRuns(text, start, end) : [plain];
}

/**
 * What most runs are: half-width digits, perhaps with one point in them, and behind them nothing that a number may go on
 * with. Undefined for everything else.
 */
function plainRun(text: string, start: number, end: number): DigitRun | undefined {
  let units = 0;
  let point = -1;
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) units = units * 10 + (code - 0x30);
    else if (code === POINT && point < 0 && at > start) point = at;
    else if (isMark(code) || isDigit(code) || isBlank(code) || isLineEnd(code)) return undefined;
    else break;
  }
  if (at === start || point === at - 1 || at - start > MOST_DIGITS) return undefined;
  const decimals = point < 0 ? 0 : at - point - 1;
  const reading: Digits = { kind: 'digits', units, decimals, grouped: false };
  return { start, end: at, written: text.slice(start, at), reading };
}

function readRuns(text: string, start: number, end: number): readonly DigitRun[] {
  let written = '';
  /** Where each segment between commas begins, in the text and in `written`. */
  const commas: { at: number; next: number; index: number; wide: boolean }[] = [];
  let at = start;
  let stop = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      written += digitValue(code);
      stop = ++at;
      continue;
    }
    if (isMark(code)) {
      let next = at;
      let marks = '';
      while (next < end && isMark(text.charCodeAt(next))) {
        const mark = text.charCodeAt(next++);
        marks += mark === POINT || mark === WIDE_POINT ? '.' : ',';
      }
      const digit = overBreak(text, next, end);
      if (marks.length > 2 || digit >= end || !isDigit(text.charCodeAt(digit))) break;
      if (marks === ',') {
        commas.push({ at, next: digit, index: written.length, wide: code === WIDE_COMMA });
      }
      written += marks;
      at = digit;
      continue;
    }
    const next = overBreak(text, at, end);
    if (next === at || next >= end) break;
    const after = text.charCodeAt(next);
    const goesOn = isDigit(after) || after === POINT || after === WIDE_POINT;
    if (!goesOn && !(after === COMMA && GROUP.test(text.slice(next, next + 5)))) break;
    at = next;
  }
  if (strayPoint(text, stop, end, written)) {
    written += '.';
    stop++;
  }
  const reading = judgeDigits(written);
  if (
    reading.kind === 'malformed' &&
    commas.length > 0 &&
    isList(text, stop, end, written, commas)
  ) {
    return splitList(start, stop, written, commas);
  }
  return [{ start, end: stop, written, reading }];
}

function isMark(code: number): boolean {
  return code === POINT || code === WIDE_POINT || code === COMMA || code === WIDE_COMMA;
}

/** Past one line break with the blanks around it; the same place where there is none. */
function overBreak(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  if (at >= end || !isLineEnd(text.charCodeAt(at))) return start;
  at += text.charCodeAt(at) === 0x0d && text.charCodeAt(at + 1) === 0x0a ? 2 : 1;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** `99.4.万元`: a point before the unit. After a whole number it is numbering (`1.元旦…`) unless the unit cannot begin a word. */
function strayPoint(text: string, at: number, end: number, written: string): boolean {
  const code = text.charCodeAt(at);
  if (at >= end || (code !== POINT && code !== WIDE_POINT)) return false;
  const unit = unitAt(text, at + 1, end);
  if (!unit || unit.start !== at + 1) return false;
  if (unit.kind === 'percentage') return true;
  return unit.kind === 'money' && (unit.word !== '元' || written.includes('.'));
}

/**
 * Whether commas that group nothing separate several numbers. Counts are listed so (`3，5，7项`); an amount or percentage after
 * a short whole number (`1，23.4万元`) is one malformed number.
 */
function isList(
  text: string,
  stop: number,
  end: number,
  written: string,
  commas: readonly { index: number; wide: boolean }[],
): boolean {
  if (/[.,]{2}|\.$/.test(written)) return false;
  const segments = written.split(',');
  if (segments.some((segment) => judgeDigits(segment).kind === 'malformed')) return false;
  const unit = unitAt(text, stop, end);
  if (unit?.kind !== 'money' && unit?.kind !== 'percentage') return true;
  const first = segments[0] ?? '';
  if (first.includes('.')) return true;
  return first.length > 3 && commas.every(({ wide }) => wide);
}

function splitList(
  start: number,
  stop: number,
  written: string,
  commas: readonly { at: number; next: number; index: number }[],
): readonly DigitRun[] {
  const runs: DigitRun[] = [];
  let from = start;
  let index = 0;
  for (const comma of [...commas, { at: stop, next: stop, index: written.length }]) {
    const segment = written.slice(index, comma.index);
    runs.push({ start: from, end: comma.at, written: segment, reading: judgeDigits(segment) });
    from = comma.next;
    index = comma.index + 1;
  }
  return runs;
}
