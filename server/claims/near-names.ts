/** Names that are another one with a slip of the hand in it (S-NAME): what the text says for what the table prints. */
import { type Slip, slipBetween } from '../report/slip.ts';

/** How a name differs from the one that is meant. `word`: one word of the template put for another. `cut`: its end is left out. */
export type NameSlip =
  | Slip
  | { readonly kind: 'word'; readonly text: string; readonly right: string }
  | { readonly kind: 'cut'; readonly text: string };

/** In shorter names one other character makes another name (水费, 电费). */
const SHORTEST = 4;

/** Words that whoever adapts a template puts for each other everywhere. */
const ALIKE = ['单位', '部门'] as const;

export function nameSlip(written: string, right: string): NameSlip | undefined {
  if (written === right || right.length < SHORTEST) return undefined;
  const slip = slipBetween(written, right);
  if (slip) return slip;
  const [unit, department] = ALIKE;
  for (const [text, meant] of [
    [unit, department],
    [department, unit],
  ] as const) {
    if (written.includes(text) && written.replace(text, meant) === right) {
      return { kind: 'word', text, right: meant };
    }
  }
  return written.length >= SHORTEST && right.startsWith(written)
    ? { kind: 'cut', text: right.slice(written.length) }
    : undefined;
}

/** The slip by which the name is nearest to one of the names; undefined where it is one of them, or near none. */
export function slipAmong(
  written: string,
  names: readonly string[],
): { readonly right: string; readonly slip: NameSlip } | undefined {
  if (names.includes(written)) return undefined;
  for (const right of names) {
    const slip = nameSlip(written, right);
    if (slip) return { right, slip };
  }
  return undefined;
}
