/**
 * Characters that the language treats alike, in one place: the loops below work on code units, the lexers on regular
 * expressions, and both are made from the same tables.
 */

/**
 * Blanks inside a line, for a regular-expression class. What JavaScript counts as white space and the zero-width space, which
 * comes in with text from web pages. Meant for lines without their endings; U+2028 and U+2029 come in with text from Word and
 * are blanks too, since editors do not count them as ends of lines.
 */
export const BLANK_CLASS = '\\s\\u200b';

/** A blank inside a line: never a line ending. */
export function isBlank(code: number): boolean {
  if (code === 0x20 || code === 0x09 || code === 0x3000) return true;
  if (code < 0xa0) return code === 0x0b || code === 0x0c;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0xfeff
  );
}

export function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/** 0–9 or ０–９. */
export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** Value of a digit that `isDigit` accepts. */
export function digitValue(code: number): number {
  return code < 0x100 ? code - 0x30 : code - 0xff10;
}

/** A–Z, a–z and their full-width forms. */
export function isLatinLetter(code: number): boolean {
  const lower = code | 0x20;
  if (lower >= 0x61 && lower <= 0x7a && code < 0x80) return true;
  return (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
}

/** First position in [start, end) that is no blank; `end` where there is none. */
export function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** End of the range without the blanks at its end, never before `start`. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}
