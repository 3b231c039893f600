/**
 * The body's name as the heads of the tables print it, against the name that the report gives itself (S-UNIT). A near
 * miss is a fault; a longer or shorter form that is used throughout, or that 简称 declares, is not.
 */
import type { Piece } from '../../grammar/syntax-tree.ts';
import { dropBlanks, foldWidth } from '../../grammar/width.ts';
import { type Slip, slipBetween } from '../report/slip.ts';
import { abbreviates } from './slip.ts';

export type NameVerdict =
  /** The name itself, a declared short form, or a longer form of either. */
  | { readonly kind: 'right' }
  /** One slip away from `should`. */
  | { readonly kind: 'near'; readonly should: string; readonly slip: Slip }
  /** A form of the name that is lawful where it is used throughout. */
  | { readonly kind: 'variant' }
  /** Something else altogether. */
  | { readonly kind: 'other' };

/** A name as names are compared: width folded, blanks dropped. */
export function nameKey(name: string): string {
  return dropBlanks(foldWidth(name));
}

/** How often a spelling stands in the heads, by `nameKey`. */
export type NameCounts = ReadonlyMap<string, number>;

/** Of more forms than these, none is a form of the name. It also bounds the work. */
const mostVariants = 8;

/**
 * Judges every name that the heads print. `should` of a near miss is a key again, as `nameKey` gives it.
 *
 * @param counts the names, by `nameKey`, each with how often it stands
 * @param own the report's name
 * @param shortNames what it calls itself besides
 */
export function judgeNames(
  counts: NameCounts,
  own: string,
  shortNames: readonly Piece[],
): ReadonlyMap<string, NameVerdict> {
  const right = new Set([own, ...shortNames.map(({ value }) => nameKey(value))]);
  const variants = [...counts.keys()]
    .filter((name) => !right.has(name) && isLonger(name, own))
    .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
    .slice(0, mostVariants);
  const verdicts = new Map<string, NameVerdict>();
  for (const name of counts.keys()) {
    verdicts.set(name, judge(name, own, right, variants));
  }
  return verdicts;
}

function judge(
  name: string,
  own: string,
  right: ReadonlySet<string>,
  variants: readonly string[],
): NameVerdict {
  if (right.has(name)) return { kind: 'right' };
  // Of two forms one slip apart, the one that stands more often is meant.
  const rank = variants.indexOf(name);
  const models = [...right, ...(rank < 0 ? variants : variants.slice(0, rank))];
  for (const should of models) {
    const slip = slipBetween(name, should);
    if (slip !== undefined) return { kind: 'near', should, slip };
  }
  if (rank >= 0) return { kind: 'variant' };
  return slipInside(name, own) ?? { kind: abbreviates(name, own) ? 'variant' : 'other' };
}

/** The name with something before or behind it, such as 办公室 or (本级). One character more is a slip. */
function isLonger(name: string, own: string): boolean {
  return own.length >= 2 && name.length >= own.length + 2 && name.includes(own);
}

/** A longer form whose part that is the name has a slip: 中山区委员会办公室 for 中站区委员会 and 办公室. */
function slipInside(name: string, own: string): NameVerdict | undefined {
  for (const length of [own.length, own.length - 1, own.length + 1]) {
    if (length < 4 || length >= name.length) continue;
    const atStart = slipBetween(name.slice(0, length), own);
    if (atStart !== undefined) {
      return { kind: 'near', should: own + name.slice(length), slip: atStart };
    }
    const atEnd = slipBetween(name.slice(-length), own);
    if (atEnd !== undefined) {
      return { kind: 'near', should: name.slice(0, -length) + own, slip: atEnd };
    }
  }
  return undefined;
}
