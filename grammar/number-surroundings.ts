/** What stands around a number and says what it is: numbering, the number of a document, a code, a threshold. */
import { isBlank, isDigit, isLineEnd } from './characters.ts';
import type { DigitRun } from './digit-run.ts';
import type { ProseNumberKind } from './prose-number.ts';
import { skipSpace, type UnitAt, unitAt } from './units.ts';

/** The text that numbers are looked for in: what stands outside it says nothing. */
export interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export const YEAR = /^(?:19|20)\d\d$/;

const SIGNS = codesOf('-－−+＋');

/** What may stand around the year of a document's number. */
const DOCUMENT_CLOSE = codesOf('〕］】]）)');
const DOCUMENT_OPEN = codesOf('〔［【[（(');

/** What 以上 and （含）以上 begin with. */
const LIMIT_STARTS = codesOf('（()）及或以');

const POINT = 0x2e;
const WIDE_POINT = 0xff0e;
/** 、 */
const ENUMERATION = 0x3001;

function isRoundOpen(code: number): boolean {
  return code === 0x28 || code === 0xff08;
}

function isRoundClose(code: number): boolean {
  return code === 0x29 || code === 0xff09;
}

const DOTTED_DATE = /^(?:19|20)\d\d\.\d{1,2}\.\d{1,2}$/;
const SECTION_NUMBER = /^\d{1,2}(?:\.\d{1,2}){2,3}$/;

function isSectionNumber(written: string): boolean {
  return written.indexOf('.') < written.lastIndexOf('.') && SECTION_NUMBER.test(written);
}

export function codesOf(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)));
}

/** The year of a document's number: `〔2023〕18号`. */
export function isYearOfDocument(text: string, { start, end: at }: DigitRun, to: number): boolean {
  if (!DOCUMENT_CLOSE.has(text.charCodeAt(at))) return false;
  if (!DOCUMENT_OPEN.has(text.charCodeAt(start - 1))) return false;
  let next = at + 1;
  const limit = Math.min(to, at + 8);
  while (next < limit && isDigit(text.charCodeAt(next))) next++;
  return next > at + 1 && text[next] === '号';
}

/** At the start of a paragraph or item: `1.`, `2、`, `（3）`, `1.2`. */
export function isNumbering({ text, from, to }: Stretch, run: DigitRun, whole: boolean): boolean {
  if (!whole) {
    // `1.2.3 总体情况`: a section number, not a malformed amount.
    if (!isSectionNumber(run.written) || !beginsItem(text, from, run.start)) return false;
    return unitAt(text, run.end, to) === undefined;
  }
  if (run.written.length > 3) return false;
  const next = text.charCodeAt(run.end);
  if (isRoundClose(next) && isRoundOpen(text.charCodeAt(run.start - 1))) return true;
  if (next === POINT || next === WIDE_POINT) return !isDigit(text.charCodeAt(run.end + 1));
  return (next === ENUMERATION || isRoundClose(next)) && beginsItem(text, from, run.start);
}

/** Whether nothing, a line break or the end of a sentence stands before. */
export function beginsItem(text: string, from: number, at: number): boolean {
  let before = at - 1;
  while (before >= from && isBlank(text.charCodeAt(before))) before--;
  if (before < from) return true;
  return isLineEnd(text.charCodeAt(before)) || /[。；;：:-]/.test(text.charAt(before));
}

/** A code beside a subject's name: `社会保障和就业支出（208类）`. */
export function isCode(text: string, start: number, unit: UnitAt): boolean {
  return (
    isRoundOpen(text.charCodeAt(start - 1)) &&
    /[类款项]/.test(unit.word) &&
    isRoundClose(text.charCodeAt(unit.end))
  );
}

/** `100万元（含）以上`; `单价50万元以上`; not `580.00万元（含结转和结余）`. */
export function isThreshold({ text, from, to }: Stretch, start: number, end: number): boolean {
  const at = skipSpace(text, end, to);
  if (!LIMIT_STARTS.has(text.charCodeAt(at))) return false;
  const after = text.slice(at, Math.min(to, at + 16));
  if (/^[（(]不?含(?:[）)]|[^）)]*[）)](?:及|或)?以[上下内外])/.test(after)) return true;
  if (/[（(]不?含$/.test(text.slice(Math.max(from, start - 3), start))) {
    if (/^[）)](?:及|或)?以[上下内外]/.test(after)) return true;
  }
  const limit = /^(?:及|或)?以[上下内外]/.exec(after);
  if (!limit) return false;
  if (/^[（(]不?含/.test(after.slice(limit[0].length))) return true;
  const before = text.slice(Math.max(from, start - 8), start);
  return /单价|单台|单套|单件|单项|单笔|价值|限额|标准/.test(before);
}

export function kindWithoutUnit({ text, from }: Stretch, run: DigitRun): ProseNumberKind {
  if (/[.,]/.test(run.written)) return 'bare';
  if (YEAR.test(run.written)) {
    const before = text.charAt(run.start - 1);
    if (/[（(〔《]/.test(before) || text[run.end] === '）' || text[run.end] === ')') return 'year';
  }
  if (run.written.length < 5) return 'bare';
  if (/^1[3-9]\d{9}$/.test(run.written)) return 'telephone';
  const before = text.slice(Math.max(from, run.start - 16), run.start);
  return run.written.length >= 7 && /电话|联系|热线|传真|手机/.test(before)
    ? 'telephone'
    : 'identifier';
}

/**
 * A sign is read only at the start, after a blank, a bracket or 为, and after a word of change (增长-5.2%). Anywhere else
 * the dash belongs to what stands before it.
 */
export function signStart({ text, from }: Stretch, start: number): number {
  const at = start - 1;
  if (at < from || !SIGNS.has(text.charCodeAt(at))) return start;
  if (at === from) return at;
  const before = text.slice(Math.max(from, at - 2), at);
  return /[\s\u3000（([［【「为是：:]$|增长$|下降$|增加$|减少$|上升$|增减$/.test(before)
    ? at
    : start;
}

export function isDottedDate(run: DigitRun): boolean {
  return run.written.length >= 8 && DOTTED_DATE.test(run.written);
}
