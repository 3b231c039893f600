/** Edits that make a cell say what the identities give. */
import { decimalsBeside, printUnits, unitExponent } from '../reconcile/amount.ts';
import type { Outcome, Term } from '../reconcile/constraint.ts';
import type { Column } from '../report/model.ts';
import { placeOf } from './identity-words.ts';
import type { Fix } from './rule.ts';

/** Offers for the total, and for the one part where there is only one. */
export function repairsOf(outcome: Outcome): Fix[] {
  const { constraint, left, right, exponent } = outcome;
  const fixes: Fix[] = [];
  const offer = (terms: readonly Term[], value: number): void => {
    const figures = terms.filter(({ state }) => state === 'figure');
    const term = terms.length === 1 ? terms[0] : figures.length === 1 ? figures[0] : undefined;
    if (term?.cell === undefined || term.report !== undefined || term.coefficient !== 1) return;
    const decimals = decimalsBeside(term.column, [term.figure]);
    const places = value * 10 ** (exponent - unitExponent(term.column.unit) + decimals);
    if (!Number.isInteger(places)) return;
    const fix = changeOf(term, places, decimals);
    if (fix !== undefined) fixes.push(fix);
  };
  offer(constraint.left, right);
  offer(constraint.right, left);
  return fixes;
}

/** An edit that prints a value in the manner of its column. */
export function changeOf(term: Term, units: number, decimals: number): Fix | undefined {
  const { cell } = term;
  if (cell === undefined || term.report !== undefined) return undefined;
  const text = printUnits(units, decimals, isGrouped(term));
  const { zh, en } = placeOf(term, true);
  return {
    title: { zh: `${zh} 改为 ${text}`, en: `Change ${en} to ${text}` },
    edits: [{ start: cell.range.start, end: cell.range.end, text }],
  };
}

const grouping = new WeakMap<Column, boolean>();

/** Whether the column groups its digits: 2,175.87. */
function isGrouped({ cell, panel, column }: Term): boolean {
  if (cell?.text.includes(',')) return true;
  let grouped = grouping.get(column);
  if (grouped === undefined) {
    grouped = panel.rows.some((row) => row.cells[column.index]?.text.includes(','));
    grouping.set(column, grouped);
  }
  return grouped;
}
