/**
 * How many columns a text takes on a terminal, and lines broken to fit. `string-width` says the same with more care
 * for emoji, but readying its tables takes as long as checking a report; `format`, which aligns tables, uses it.
 */

/** Columns of a text without control characters. */
export function displayWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x20 && code < 0x7f) {
      width++;
    } else if (code >= 0xd800 && code < 0xdc00) {
      width += columnsOf(text.codePointAt(at) ?? code);
      at++;
    } else {
      width += columnsOf(code);
    }
  }
  return width;
}

function columnsOf(code: number): 0 | 1 | 2 {
  if (code < 0x300) return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xad ? 0 : 1;
  if (isZero(code)) return 0;
  return isWide(code) ? 2 : 1;
}

function isZero(code: number): boolean {
  return (
    code < 0x370 ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0x302a && code <= 0x302d) ||
    code === 0x3099 ||
    code === 0x309a ||
    code === 0xfeff
  );
}

// The East Asian wide and full-width blocks. Ambiguous ones (“ ” — · ① ×) take one column, as terminals of today do.
function isWide(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0xa4cf && code !== 0x303f) ||
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe10 && code <= 0xfe19) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** Fills up with blanks on the right. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

// Words and numbers with all that belongs to them stay whole; Han characters part anywhere.
const unit = /[\p{L}\p{N}\p{Pc}[\]/.,:%+\-#@\\~^'"<>=]+|\s+|./gsu;
const han = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[\ud800-\udbff][\udc00-\udfff]/;
const piece =
  /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[\ud800-\udbff][\udc00-\udfff]|[^\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\ud800-\udbff]+/g;
const neverFirst = /^[，。；：、？！）》〉」』】〕”’％…·,.;:?!)\]}%]/;
const neverLast = /[（《〈「『【〔“‘([{]$/;

/** Breaks a text into lines of at most `width` columns where it can be; what cannot be broken stands out. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) wrapParagraph(paragraph, Math.max(width, 8), lines);
  return lines;
}

function wrapParagraph(text: string, width: number, lines: string[]): void {
  let line = '';
  let taken = 0;
  const end = (): void => {
    lines.push(line.trimEnd());
    line = '';
    taken = 0;
  };
  for (const token of tokensOf(text)) {
    const needs = displayWidth(token.trimEnd());
    if (taken > 0 && taken + needs > width) end();
    // A blank at a break is dropped.
    const rest = taken === 0 && lines.length > 0 ? token.trimStart() : token;
    if (needs <= width) {
      line += rest;
      taken += displayWidth(rest);
      continue;
    }
    // A word longer than a line is cut: a path, or a quotation of the report.
    for (const character of rest) {
      const columns = displayWidth(character);
      if (taken + columns > width) end();
      line += character;
      taken += columns;
    }
  }
  end();
}

/** What must not be parted: words, numbers, and marks with the character that they lean on. */
function tokensOf(text: string): readonly string[] {
  const starts: number[] = [];
  let before = ' ';
  for (const { 0: match, index } of text.matchAll(unit)) {
    const parts = han.test(match) ? (match.match(piece) ?? [match]) : [match];
    let at = index;
    for (const part of parts) {
      const leans = neverFirst.test(part) || neverLast.test(before);
      if (!leans || before.trim() === '') starts.push(at);
      before = part.charAt(part.length - 1);
      at += part.length;
    }
  }
  return starts.map((start, at) => text.slice(start, starts[at + 1]));
}
