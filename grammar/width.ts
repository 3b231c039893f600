import { BLANK_CLASS } from './characters.ts';

/**
 * Full-width forms, and the half-width character that each stands for. One code unit against one, so that offsets in
 * folded text are offsets in the source. `≠ ≤ ≥` have no one-character half-width form and stay; `【 】 、、` count only in
 * some places and are for the lexers.
 */
export const WIDTH_PAIRS: ReadonlyMap<string, string> = new Map([
  ['０', '0'],
  ['１', '1'],
  ['２', '2'],
  ['３', '3'],
  ['４', '4'],
  ['５', '5'],
  ['６', '6'],
  ['７', '7'],
  ['８', '8'],
  ['９', '9'],
  ['：', ':'],
  ['｜', '|'],
  ['（', '('],
  ['）', ')'],
  ['，', ','],
  ['％', '%'],
  ['．', '.'],
  ['－', '-'],
  ['\u2212', '-'],
  ['＋', '+'],
  ['×', '*'],
  ['＊', '*'],
  ['÷', '/'],
  ['／', '/'],
  ['＝', '='],
  ['＜', '<'],
  ['＞', '>'],
  ['！', '!'],
  ['～', '~'],
  ['＃', '#'],
  ['“', '"'],
  ['”', '"'],
  ['＂', '"'],
  ['［', '['],
  ['］', ']'],
  ['＼', '\\'],
  ['\u3000', ' '],
  ['\u00a0', ' '],
]);

/** What each character becomes; 0 where it stays as it is. */
const FOLDED = new Uint16Array(0x10000);
for (const [form, plain] of WIDTH_PAIRS) FOLDED[form.charCodeAt(0)] = plain.charCodeAt(0);
const EVERY_BLANK = new RegExp(`[${BLANK_CLASS}\\r\\n]+`, 'g');

/** The text with full-width forms as half-width ones; same length, so that offsets hold. */
export function foldWidth(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (FOLDED[code] !== 0) return foldFrom(text, at);
  }
  return text;
}

/** Piece by piece: what stands between two forms is taken over as it is. */
function foldFrom(text: string, first: number): string {
  let folded = '';
  let from = 0;
  for (let at = first; at < text.length; at++) {
    const plain = FOLDED[text.charCodeAt(at)] as number;
    if (plain === 0) continue;
    folded += text.slice(from, at) + String.fromCharCode(plain);
    from = at + 1;
  }
  return from < text.length ? folded + text.slice(from) : folded;
}

/** The text without any blank or line ending. */
export function dropBlanks(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || (code >= 0xa0 && (code < 0x4e00 || code > 0x9fff))) {
      return text.replace(EVERY_BLANK, '');
    }
  }
  return text;
}
