/** Slips of the hand in words, and names that are short for others. */
import type { Localised } from '../report/identifiers.ts';
import type { Slip } from '../report/slip.ts';

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
