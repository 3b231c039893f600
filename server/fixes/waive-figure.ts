/** Turns a figure of a sentence into one that its author declares to need no check: `[318](无)人次`. */
import type { LedgerEntry } from '../reconcile/ledger.ts';
import type { Refactoring } from './bind-figure.ts';

/** Undefined for a figure of a table and for one that is bound or waived already. Never part of fixing everything. */
export function waiveFigure(entry: LedgerEntry, text: string): Refactoring | undefined {
  const { kind, reading, number } = entry;
  if (kind !== 'prose' || reading === 'bound' || entry.verdict === 'waived') return undefined;
  const printed = text.slice(number.start, number.end);
  if (printed === '' || /[\r\n\]]/.test(printed)) return undefined;
  return {
    title: {
      zh: `免核「${entry.printed}」：声明它不需要核对`,
      en: `Waive "${entry.printed}": declare that it needs no check`,
    },
    edits: [{ start: number.start, end: number.end, text: `[${printed}](无)` }],
  };
}
