/**
 * Numbering and bullets that begin a paragraph of their own: `一、`, `（一）`, `1.`, `1、`, `（1）`, `①`, `- `, `* `.
 * A point before a digit is a decimal point (`1.5万元`) but before a year (`1.2023年度…`), and a comma between digits groups.
 */
const NUMBERING = new RegExp(
  [
    '[一二三四五六七八九十百]{1,4}、',
    '[（(][一二三四五六七八九十百]{1,4}[）)]',
    '[0-9０-９]{1,3}(?:、|[.．](?:(?![0-9０-９])|(?=(?:19|20)[0-9]{2}[^\\S\\r\\n]?年)))',
    '[（(][0-9０-９]{1,3}[）)]',
    '[\\u2460-\\u249b]',
    '[-*＊－](?=[^\\S\\r\\n])',
  ].join('|'),
  'y',
);

/** Whether the text at `at` begins with numbering. */
export function isNumbered(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // Most lines begin with a Han character outside the numerals.
  if (code >= 0x4e00 && code <= 0x9fff && !NUMERALS.has(code)) return false;
  NUMBERING.lastIndex = at;
  return NUMBERING.test(text);
}

const NUMERALS = new Set([...'一二三四五六七八九十百'].map((numeral) => numeral.charCodeAt(0)));
