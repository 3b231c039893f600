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

const EVERY_FOLDABLE = new RegExp(`[${[...WIDTH_PAIRS.keys()].join('')}]`, 'g');
const FOLDED_CODES = new Set([...WIDTH_PAIRS.keys()].map((form) => form.charCodeAt(0)));
const EVERY_BLANK = new RegExp(`[${BLANK_CLASS}\\r\\n]+`, 'g');

/** The text with full-width forms as half-width ones; same length, so that offsets hold. */
export function foldWidth(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0xa0 || (code >= 0x4e00 && code <= 0x9fff) || !FOLDED_CODES.has(code)) continue;
    return text.replace(EVERY_FOLDABLE, (form) => WIDTH_PAIRS.get(form) ?? form);
  }
  return text;
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
