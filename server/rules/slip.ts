/**
 * Slips of the hand in a name: one character dropped, added, replaced, or two neighbours swapped. More than that is
 * another name. Works in UTF-16 units; a character outside the basic plane that is replaced counts as two.
 */
import type { Localised } from '../report/identifiers.ts';

export type Slip =
  | { readonly kind: 'dropped' | 'added'; readonly text: string }
  | { readonly kind: 'replaced' | 'swapped'; readonly text: string; readonly right: string };

/** How `written` differs from `right` by one slip; undefined where they are equal or further apart. Linear. */
export function slipBetween(written: string, right: string): Slip | undefined {
  if (written === right || Math.abs(written.length - right.length) > 1) return undefined;
  const shorter = Math.min(written.length, right.length);
  let start = 0;
  while (start < shorter && written[start] === right[start]) start += 1;
  let end = 0;
  while (
    end < shorter - start &&
    written[written.length - 1 - end] === right[right.length - 1 - end]
  ) {
    end += 1;
  }
  const wrong = written.slice(start, written.length - end);
  const meant = right.slice(start, right.length - end);
  if (wrong === '' && meant.length === 1) return { kind: 'dropped', text: meant };
  if (meant === '' && wrong.length === 1) return { kind: 'added', text: wrong };
  if (wrong.length === 1 && meant.length === 1) {
    return { kind: 'replaced', text: wrong, right: meant };
  }
  const swapped = wrong.length === 2 && meant.length === 2;
  return swapped && wrong[0] === meant[1] && wrong[1] === meant[0]
    ? { kind: 'swapped', text: wrong, right: meant }
    : undefined;
}

/** 漏「中」字, 多「中」字, 「山」应为「站」, 「站中」两字颠倒 */
export function slipInWords(slip: Slip): Localised {
  switch (slip.kind) {
    case 'dropped':
      return { zh: `漏「${slip.text}」字`, en: `"${slip.text}" is dropped` };
    case 'added':
      return { zh: `多「${slip.text}」字`, en: `there is one "${slip.text}" too many` };
    case 'replaced':
      return {
        zh: `「${slip.text}」应为「${slip.right}」`,
        en: `"${slip.text}" stands for "${slip.right}"`,
      };
    case 'swapped':
      return { zh: `「${slip.text}」两字颠倒`, en: `"${slip.text}" is the wrong way round` };
  }
}

/** Whether the characters of `short` all stand in `long`, in this order: 市工信局 for 市工业和信息化局. */
export function abbreviates(short: string, long: string): boolean {
  if (short.length < 2 || short.length >= long.length) return false;
  let at = -1;
  for (const character of short) {
    at = long.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}
