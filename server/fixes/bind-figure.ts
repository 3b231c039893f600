/** Turns a figure that a sentence claims into one that its author bound: `[98.20](公开03表[合计].基本支出)万元`. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { LedgerEntry } from '../reconcile/ledger.ts';
import type { Localised } from '../report/identifiers.ts';

export interface Refactoring {
  readonly title: Localised;
  readonly edits: readonly (Range & { readonly text: string })[];
}

/** A binding begins with a name of the language: a table, 上年, a function. */
const bindable = /^[\u4e00-\u9fff]/;

/**
 * The edit that binds a figure to what it was read as; a wrong figure is put right with it. Undefined for a figure that is
 * bound already, that was not read, or that is the value of no expression.
 */
export function bindFigure(entry: LedgerEntry, text: string): Refactoring | undefined {
  const { kind, reading, expression, expected, verdict, number } = entry;
  if (kind !== 'prose' || reading !== 'claimed' || expression === undefined) return undefined;
  if (!bindable.test(expression)) return undefined;
  const printed = text.slice(number.start, number.end);
  const right = verdict === 'wrong' ? digitsOf(expected) : printed;
  if (right === undefined || /[\r\n\]]/.test(printed)) return undefined;
  return {
    title: { zh: `绑定到 ${expression}`, en: `Bind to ${expression}` },
    edits: [{ start: number.start, end: number.end, text: `[${right}](${expression})` }],
  };
}

/** Sign and digits of `1,497.21万元`; the unit stays where it stands. */
function digitsOf(expected: string | undefined): string | undefined {
  return expected === undefined ? undefined : /^-?[\d,.]+/.exec(expected)?.[0];
}
