/**
 * Slips of the hand in a word: one character dropped, added, replaced, or two neighbours swapped. More than that is
 * another word. Works in UTF-16 units; a character outside the basic plane that is replaced counts as two.
 */

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
